"""Where actors are named, by which words, and which offices they are said to hold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.briefs.brief import Alias, Office, Printed
from communique.briefs.desk import NAMES, Desk
from communique.domain import Actor, ActorMention, MentionForm, Role, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of an actor in the article of that number."""

    source: int
    mention: ActorMention


def places(actor: Actor, desk: Desk) -> tuple[Place, ...]:
    """The mentions that stand in an article, in the order of the articles and of their text."""
    found = (
        Place(number, mention)
        for mention in dict.fromkeys(actor.mentions)
        if (number := desk.article_of(mention.span)) is not None
    )
    return tuple(sorted(found, key=lambda place: (place.source, place.mention.span)))


def printed(spans: Iterable[tuple[int, Span]]) -> tuple[Printed, ...]:
    """Passages by article: how many, and the first."""
    by_article: defaultdict[int, list[Span]] = defaultdict(list)
    for source, span in spans:
        by_article[source].append(span)
    return tuple(
        Printed(source=source, times=len(held), first=min(held)) for source, held in sorted(by_article.items())
    )


def names(held: Iterable[Place]) -> tuple[Alias, ...]:
    """The names as printed: by name, by the seat that stands for it, by adjective; of each the full names first."""
    groups: defaultdict[tuple[str, MentionForm, bool], list[Place]] = defaultdict(list)
    for place in held:
        if place.mention.form in NAMES:
            groups[_words(place), place.mention.form, place.mention.metonym].append(place)
    found = [_alias(words, form, group, metonym=metonym) for (words, form, metonym), group in groups.items()]
    return tuple(sorted(found, key=_by_fullness))


def _by_fullness(alias: Alias) -> tuple[bool, bool, bool, int, str]:
    return alias.form == "adjectival", alias.metonym, " " not in alias.words, -alias.times, alias.words


def descriptions(held: Iterable[Place]) -> tuple[Alias, ...]:
    """The noun phrases without a name, whatever their letter case, the most frequent first."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for place in held:
        if place.mention.form == "nominal":
            groups[_words(place).casefold()].append(place)
    # Among the ways in which one is printed, the lower case of the middle of a sentence.
    found = [_alias(max(map(_words, group)), "nominal", group) for group in groups.values()]
    return tuple(sorted(found, key=lambda a: (-a.times, a.words)))


def offices(actor: Actor, desk: Desk) -> tuple[Office, ...]:
    """The roles for which words stand in an article, each once with all of them, those said most often first."""
    groups: defaultdict[tuple[str, str | None, str | None, str | None], list[Role]] = defaultdict(list)
    for role in actor.roles:
        groups[_folded(role.title), role.of, role.from_, role.to].append(role)
    found = [office for roles in groups.values() if (office := _office(roles, desk))]
    return tuple(sorted(found, key=lambda office: -sum(held.times for held in office.evidence)))


def _office(roles: Sequence[Role], desk: Desk) -> Office | None:
    spans = dict.fromkeys(span for role in roles for span in role.evidence)
    held = printed((number, span) for span in spans if (number := desk.article_of(span)) is not None)
    body = desk.actors.get(roles[0].of or "")
    if not held:
        return None
    return Office(
        title=" ".join(roles[0].title.split()),
        of=desk.called(body.id) if body else None,
        since=roles[0].from_,
        until=roles[0].to,
        evidence=held,
    )


def _alias(words: str, form: MentionForm, held: Sequence[Place], *, metonym: bool = False) -> Alias:
    return Alias(
        words=words,
        form=form,
        metonym=metonym,
        times=len(held),
        printed=printed((place.source, place.mention.span) for place in held),
    )


def _words(place: Place) -> str:
    return " ".join(place.mention.span.text.split())


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
