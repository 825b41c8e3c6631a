"""The words for who an actor is, which every form of a brief uses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.briefs.brief import ActorKind, Alias, Companion, Office, Printed, Profile, Source
from communique.briefs.render import phrases
from communique.briefs.render.quotation import OMISSION, Piece
from communique.domain import Span

HEADINGS: dict[ActorKind, str] = {
    "person": "People",
    "state": "States and governments",
    "organisation": "Organisations and offices",
    "group": "Groups",
    "other": "Places and other names",
}
LEGEND = (
    "Names, descriptions and offices are the words of the articles; countries and dates of office can be general "
    "knowledge."
)

LONGEST = 6  # items of a list that are shown; the HTML form folds the others, those in plain text count them
NEAREST = 4  # of those named with an actor, in plain text
NEWEST = 3  # statements of an actor that are shown beside it
EXCERPT = 160  # characters of a statement or of the words for a role that are shown
TAIL = 20  # of those named in passing
PRINTERS = 12  # outlets and articles that the HTML form links to beside one spelling
OUTLETS = 4  # outlets that are named beside one spelling


IDENTITY = ("said to be", "printed as")  # the facts that tell who somebody is

REFERENCES = "[2:10–20] stands for article 2, characters 10 to 20."


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of an actor: what kind of thing, and each in words."""

    label: str
    items: tuple[str, ...]


def by_kind(profiles: Iterable[Profile]) -> Iterator[tuple[ActorKind, list[Profile], list[Profile]]]:
    """For each kind that occurs, the profiles that matter and the minor ones."""
    held = tuple(profiles)
    for kind in HEADINGS:
        of_kind = [profile for profile in held if profile.kind == kind]
        if of_kind:
            yield kind, [item for item in of_kind if not item.minor], [item for item in of_kind if item.minor]


def name(profile: Profile) -> str:
    """The name as a heading; a description without a name begins as a sentence does."""
    return profile.name if profile.named else phrases.capitalised(profile.name)


def about(profile: Profile) -> list[str]:
    """What the heading of its kind does not say: the type of the unusual, and the country."""
    types = [] if profile.type in {"person", "state", "org", "group"} else [profile.type]
    return [*types, *([profile.country] if profile.country and profile.country != profile.name else [])]


def reach(profile: Profile) -> str:
    """How much is said by an actor and of it, and how widely."""
    others = f" ({profile.jointly:,} with others)" if profile.jointly else ""
    said = [phrases.counted(len(profile.statements), "statement") + others] if profile.statements else []
    outlets = f" of {phrases.counted(profile.outlets, 'outlet')}" if profile.outlets > 1 else ""
    where = f" in {phrases.counted(len(profile.articles), 'article')}{outlets}" if profile.articles else ""
    named = [f"{phrases.counted(profile.mentions, 'mention')}{where}"] if profile.mentions else []
    return ", ".join([*said, *named])


def office(held: Office) -> str:
    """A role with its dates."""
    title = f"{held.title}, {held.of}" if held.of else held.title
    since = f"since {phrases.date(held.since)}" if held.since and not held.until else ""
    until = f"until {phrases.date(held.until)}" if held.until and not held.since else ""
    term = phrases.between(held.since, held.until) if held.since and held.until else ""
    dates = since or until or term
    return f"{title} ({dates})" if dates else title


def printers(alias: Alias, sources: Sequence[Source]) -> list[tuple[str, int, Printed]]:
    """Who prints a name, how often, and where first: each outlet or agency once, and each article without either."""
    found: dict[str, tuple[int, Printed]] = {}
    for held in alias.printed:
        source = sources[held.source - 1]
        label = phrases.printer(source)
        times, first = found.get(label, (0, held))
        found[label] = times + held.times, first
    return [(label, times, first) for label, (times, first) in found.items()]


def part(alias: Alias) -> str:
    """What kind of name it is, where it is not a name of its own."""
    return "adjective or people" if alias.form == "adjectival" else "for its government" if alias.metonym else ""


def facts(profile: Profile, sources: Sequence[Source]) -> Iterator[Fact]:
    """What is known of an actor, in lines of plain text; every item says where its words stand."""
    roles = (
        f"{office(held)}: {told(held.title, held.evidence[0], sources)} {_at(held.evidence[0])}"
        for held in profile.roles
    )
    described = [_alias(alias, sources) for alias in profile.descriptions]
    pronouns = [phrases.counted(profile.pronouns, "pronoun")] if profile.pronouns else []
    lists = {
        "said to be": _listed(roles),
        "printed as": _listed(_alias(alias, sources) for alias in profile.names),
        "otherwise": (*_listed(described), *pronouns),
        "speaks to": _listed(_companion(other) for other in profile.addressed),
        "addressed by": _listed(_companion(other) for other in profile.addressed_by),
        "named with": tuple(_companion(other) for other in profile.named_with[:NEAREST]),
    }
    for label, items in lists.items():
        if items:
            yield Fact(label, items)


def told(title: str, held: Printed, sources: Sequence[Source]) -> str:
    """The words that tell a role where they are others than its title, and who prints them."""
    label, words = phrases.printer(sources[held.source - 1]), phrases.one_line(held.first.text)
    return label if words.casefold() == title.casefold() else f"“{cut(words)}” ({label})"


def excerpt(pieces: Iterable[Piece]) -> str:
    """The beginning of a statement; where it is longer than that, the mark of an omission."""
    return cut(phrases.one_line("".join(piece.text for piece in pieces)))


def appears(profile: Profile) -> str:
    """The articles that an actor of the long tail stands in, with how often where that is more than once."""
    numbers = [
        f"{held.source} ({held.times})" if held.times > 1 else str(held.source) for held in profile.articles[:LONGEST]
    ]
    more = [f"{len(profile.articles) - LONGEST:,} more"] if len(profile.articles) > LONGEST else []
    return f"{'article' if len(profile.articles) == 1 else 'articles'} {phrases.joined([*numbers, *more])}"


def linked(profile: Profile, sources: Sequence[Source]) -> Iterator[tuple[int, Span]]:
    """The words that the HTML form links to, with the numbers of their articles."""
    for alias in (*profile.names, *profile.descriptions):
        for held in (alias.printed[0], *(first for _, _, first in printers(alias, sources)[:PRINTERS])):
            yield held.source, held.first
    for held in (*profile.articles, *(found for role in profile.roles for found in role.evidence[:OUTLETS])):
        yield held.source, held.first
    for other in profile.named_with:
        yield other.source, other.first


def line(profile: Profile) -> str:
    """An actor of the long tail in a few words, as it is printed."""
    printed = [f"{alias.words} {_at(alias.printed[0])}" for alias in profile.names or profile.descriptions]
    known = [office(held) + f" {_at(held.evidence[0])}" for held in profile.roles]
    said = [phrases.counted(len(profile.statements), "statement")] if profile.statements else []
    times = [phrases.times(profile.mentions)] if profile.mentions > 1 else []
    notes = f" ({', '.join([*known, *said, *times])})" if known or said or times else ""
    return f"{' / '.join(_listed(printed)) or profile.name}{notes}"


def tail(kind: ActorKind, profiles: Sequence[Profile], *, others: bool) -> str:
    """What the folded part of a kind is called; `others` of the kind may stand before it."""
    if kind == "other":
        return phrases.counted(len(profiles), "name")
    return f"{len(profiles):,} {'more ' if others else ''}named in passing, or not by name"


def tail_lines(profiles: Sequence[Profile]) -> str:
    """The long tail as a sentence; of a very long one how many more there are."""
    more = [f"and {len(profiles) - TAIL:,} more, which the HTML and JSON forms have"] if len(profiles) > TAIL else []
    return "; ".join([*map(line, profiles[:TAIL]), *more])


def _at(held: Printed) -> str:
    """Where words stand: the article's number and the characters of its page."""
    return f"[{held.source}:{held.first.start}–{held.first.end}]"


def _companion(other: Companion) -> str:
    times = f" {phrases.times(other.times)}" if other.times > 1 else ""
    return f"{other.name}{times} [{other.source}:{other.first.start}–{other.first.end}]"


def _alias(alias: Alias, sources: Sequence[Source]) -> str:
    words = f"“{alias.words}”" if alias.form == "nominal" else alias.words
    kind = f" ({part(alias)})" if part(alias) else ""
    outlets = list(dict.fromkeys(phrases.printer(sources[held.source - 1]) for held in alias.printed))
    more = [f"{len(outlets) - OUTLETS:,} more"] if len(outlets) > OUTLETS else []
    return f"{words}{kind}: {', '.join([*outlets[:OUTLETS], *more])} {_at(alias.printed[0])}"


def cut(text: str, most: int = EXCERPT) -> str:
    """The text, or its first words and the mark of an omission."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} {OMISSION}"


def _listed(items: Iterable[str]) -> tuple[str, ...]:
    """The first few items, and how many more there are."""
    every = tuple(items)
    more = (f"and {len(every) - LONGEST:,} more",) if len(every) > LONGEST else ()
    return (*every[:LONGEST], *more)
