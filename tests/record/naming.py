"""Articles that name actors, and whom they were taken for."""

from dataclasses import replace

from communique.domain import Description, Document, Mention, Reading
from communique.domain.readings import ActorType, MentionForm
from communique.record import actors


def reading(article: str, *names: tuple[str, ActorType], form: MentionForm = "named") -> Reading:
    """An article in which each name is a chain of its own."""
    text = " ".join(name for name, _ in names)
    document = Document(id=f"d-{article}", source=article, sha256="", media_type="text/plain", text=text)
    at, mentions = 0, []
    for name, kind in names:
        mentions.append(Mention(span=document.span(at, at + len(name)), type=kind, form=form))
        at += len(name) + 1
    return Reading(article=article, mentions=tuple(mentions), chains=tuple((i,) for i in range(len(names))))


def told(reading: Reading, index: int, title: str = "", country: str | None = None, of: int | None = None) -> Reading:
    """The reading with words beside a mention that tell what it is."""
    said = Description(mention=index, title=title, country=country, of=of, evidence=reading.mentions[index].span)
    return replace(reading, descriptions=(*reading.descriptions, said))


def groups(*readings: Reading) -> set[frozenset[str]]:
    """The names that were taken for one actor's."""
    return {frozenset(m.span.text for m in actor.mentions) for actor in actors.resolve(readings).actors}


def persons(article: str, *names: str) -> Reading:
    return reading(article, *((name, "person") for name in names))
