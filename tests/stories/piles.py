"""Records made from lines such as `Ida Berg said that we oppose the tariffs`: what issues and positions are read from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.domain import (
    Actor,
    ActorMention,
    ActorType,
    Article,
    Document,
    Published,
    Reading,
    Record,
    Role,
    Span,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor as a test needs it."""

    type: ActorType = "person"
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    names: tuple[str, ...] = ()


CAST: Mapping[str, Who] = {
    "Ida Berg": Who(country="NOR", sector="GOV", office="foreign minister"),
    "Juan Paz": Who(country="PER", sector="GOV", office="foreign minister"),
    "Rosa Diaz": Who(country="PER", sector="GOV", office="president"),
    "Max Horn": Who(country="CHL"),
    "The Courier": Who(type="org", sector="MED"),
    "Norway": Who(type="state", country="NOR", sector="GOV", names=("Norwegian", "Oslo")),
    "Peru": Who(type="state", country="PER", sector="GOV", names=("Peruvian", "Peruvians")),
    "Chad": Who(type="state", country="TCD", sector="GOV", names=("Chadian",)),
    "Mali": Who(type="state", country="MLI", sector="GOV", names=("Malian",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement: `LEAD WHO CUE CONTENT.`; several speakers are joined by *and*."""

    who: tuple[str, ...]
    cue: str
    content: str
    lead: str = ""
    on: str | None = None
    issues: tuple[str, ...] = ()
    article: int = 0
    direct: bool = False


def said(who: str, cue: str, content: str, lead: str = "", **more: object) -> Said:
    """A statement of one or, with ` and ` between them, several speakers."""
    return Said(who=tuple(who.split(" and ")), cue=cue, content=content, lead=lead, **more)  # type: ignore[arg-type]


def pile(*lines: Said, cast: Mapping[str, Who] = CAST) -> Record:
    """The record of articles in which each line is a sentence and a paragraph."""
    numbers = sorted({line.article for line in lines})
    documents, articles, statements = [], [], []
    for number in numbers:
        own = [line for line in lines if line.article == number]
        texts = [f"{line.lead}{' and '.join(line.who)} {line.cue} {line.content}." for line in own]
        document = Document(
            id=f"d{number}", source=f"{number}.txt", sha256="", media_type="text/plain", text="\n".join(texts)
        )
        starts = [sum(len(text) + 1 for text in texts[:index]) for index in range(len(texts))]
        body = tuple(document.span(at, at + len(text)) for at, text in zip(starts, texts, strict=True))
        published = Published(date=f"2031-03-{number + 1:02}", precision="day", how="stated")
        articles.append(Article(id=f"a{number}", document=document.id, published=published, body=body))
        documents.append(document)
        statements += [_statement(document, line, span) for line, span in zip(own, body, strict=True)]
    return Record(
        documents=tuple(documents),
        articles=tuple(articles),
        actors=tuple(_actor(name, who, documents) for name, who in cast.items()),
        statements=tuple(statements),
    )


def readings(record: Record) -> list[Reading]:
    """The readings that the pile's articles would have: each paragraph is a sentence."""
    return [Reading(article=article.id, sentences=article.body) for article in record.articles]


def _statement(document: Document, line: Said, span: Span) -> Statement:
    start = span.start + len(line.lead)
    names = " and ".join(line.who)
    cue = start + len(names) + 1
    content = document.span(cue + len(line.cue) + 1, span.end - 1)
    return Statement(
        id=f"s{document.id}-{span.start}",
        article=f"a{document.id[1:]}",
        kind="direct" if line.direct else "indirect",
        speakers=line.who,
        speaker=document.span(start, start + len(names)),
        cue=document.span(cue, cue + len(line.cue)),
        content=(content,),
        said_on=line.on,
        issues=line.issues,
        confidence=0.9,
    )


def _actor(name: str, who: Who, documents: Sequence[Document]) -> Actor:
    mentions = [
        ActorMention(span=document.span(*match.span()), form="named" if word == name else "adjectival")
        for word in (name, *who.names)
        for document in documents
        for match in re.finditer(rf"\b{re.escape(word)}\b", document.text)
    ]
    return Actor(
        id=name,
        name=name,
        type=who.type,
        country=who.country,
        sector=who.sector,
        roles=(Role(title=who.office),) if who.office else (),
        mentions=tuple(mentions),
    )
