"""The words for what happened when, which every form of a brief uses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from communique.briefs.brief import Entry, Party, Source, Telling
from communique.briefs.desk import country_name
from communique.briefs.render import phrases, portraits
from communique.domain import EventStatus, names

STATUSES: Mapping[EventStatus, str] = MappingProxyType({
    "occurred": "took place",
    "alleged": "alleged",
    "denied": "denied",
    "planned": "announced",
    "threatened": "threatened",
    "hypothetical": "only talked of",
    "cancelled": "called off",
})  # fmt: skip
LEGEND = (
    "Every event has its status as the articles tell it, and a date that is no more precise than theirs. What it is "
    "called is the program’s wording; an arrow stands before those to whom it was done."
)
UNDATED = "no date"
OUTLETS = 6  # that are named beside an entry
TELLING, EXCERPT = 4, 90  # words that tell more than a label, and the characters that are shown of them
PARTIES = 5  # on one side of an event that are named

_PAST: frozenset[EventStatus] = frozenset({"occurred", "alleged", "denied"})
_DATE = re.compile(r"\d{4}(-\d\d){0,2}(T.*)?", re.ASCII)
_OWNER = re.compile(r"^(?:his|her|its|their) ")
_ARTICLE = re.compile(r"(?:the|an?) ")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)", re.ASCII)
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the timeline under its heading: entries that are shown, and those that are folded away."""

    key: str
    heading: str
    main: tuple[Entry, ...]
    minor: tuple[Entry, ...]


def parts(entries: Iterable[Entry]) -> Iterator[Part]:
    """What happened, what is ahead or only talked of, and what has no date; parts without entries are left out."""
    held = tuple(entries)
    dated = [entry for entry in held if entry.date]
    divided = {
        ("past", "In the past"): [entry for entry in dated if entry.status in _PAST],
        ("ahead", "Announced, threatened or called off"): [entry for entry in dated if entry.status not in _PAST],
        ("undated", "Without a date"): [entry for entry in held if not entry.date],
    }
    for (key, heading), of_part in divided.items():
        if of_part:
            main = tuple(entry for entry in of_part if not entry.minor)
            yield Part(key, heading, main, tuple(entry for entry in of_part if entry.minor))


def when(entry: Entry) -> str:
    """The date, no more precise than it is known; an interval from its first to its last day."""
    if entry.date is None or entry.first is None or entry.last is None:
        return UNDATED
    first, slash, last = entry.date.partition("/")
    if slash and _DATE.fullmatch(first) and _DATE.fullmatch(last):
        return phrases.between(first, last)
    if season := _SEASON.fullmatch(entry.date):
        return f"{_SEASONS[season[2]]} {season[1]}"
    return phrases.date(entry.date) if _DATE.fullmatch(entry.date) else phrases.between(entry.first, entry.last)


def parties(entry: Entry) -> str:
    """Who takes part: those who act, an arrow, those to whom it is done."""
    if not entry.recipients:
        return _named(entry.actors)
    return f"{_named(entry.actors)} → {_named(entry.recipients)}".strip()


def _named(held: Iterable[Party]) -> str:
    named, more = foremost(held)
    return phrases.joined([*(party.name for party in named), *([f"{more} more"] if more else [])])


def foremost(held: Iterable[Party]) -> tuple[tuple[Party, ...], int]:
    """The first parties, those called alike (`the US citizens`, `U.S. citizens`) once, and how many more there are."""
    once: dict[str, Party] = {}
    for party in held:
        once.setdefault(_ARTICLE.sub("", names.folded(party.name).replace(".", "")), party)
    shown = tuple(once.values())[:PARTIES]
    return shown, len(once) - len(shown)


def where(entry: Entry) -> str:
    """The place, with its country unless the name tells it."""
    if entry.place is None:
        return ""
    country = country_name(entry.place.country)
    known = country is None or country in entry.place.name
    return entry.place.name if known else f"{entry.place.name}, {country}"


def about(entry: Entry) -> list[str]:
    """Status, parties and place, without the names that the label tells; why it has no date; the words, if need be."""
    told = entry.label.casefold()
    who = "" if all(_in(party.name, told) for party in (*entry.actors, *entry.recipients)) else parties(entry)
    place = "" if entry.place and _in(where(entry), told) else where(entry)
    undated = "" if entry.date else entry.date_how
    return [part for part in (STATUSES[entry.status], who, place, undated, _words(entry)) if part]


def _words(entry: Entry) -> str:
    """The words that tell it, where the label does not say to whom it was done, and so hardly what."""
    told = phrases.one_line(entry.told[0].first.text).strip('“”"')
    plain = entry.recipients or len(told.split()) < TELLING
    return "" if plain else f"“{portraits.cut(told, EXCERPT)}”"


def _in(name: str, told: str) -> bool:
    return re.search(rf"\b{re.escape(_OWNER.sub('', name.casefold()))}\b", told) is not None


def tellers(entry: Entry, sources: Sequence[Source]) -> list[tuple[str, Telling]]:
    """Who tells it, and where first: each outlet or agency once, and each article of which neither is known."""
    found: dict[str, Telling] = {}
    for telling in entry.told:
        source = sources[telling.source - 1]
        found.setdefault(phrases.printer(source), telling)
    return list(found.items())


def told(entry: Entry, sources: Sequence[Source]) -> str:
    """The tellers with references, of many the first few."""
    every = [f"{name} {reference(telling)}" for name, telling in tellers(entry, sources)]
    more = [f"{len(every) - OUTLETS:,} more"] if len(every) > OUTLETS else []
    return ", ".join([*every[:OUTLETS], *more])


def excerpt(entry: Entry) -> str:
    """The first words that tell it."""
    return portraits.cut(phrases.one_line(entry.told[0].first.text))


def reference(telling: Telling) -> str:
    """Where the words stand: the article's number and the characters of its page."""
    return f"[{telling.source}:{telling.first.start}–{telling.first.end}]"


def said(entry: Entry) -> str:
    """How many statements were made there."""
    return f"{phrases.counted(len(entry.statements), 'statement')} made there" if entry.statements else ""


def folded(part: Part) -> str:
    """What the entries of a part are called that are folded away."""
    return phrases.counted(len(part.minor), "more event" if part.main else "event")


def tail(part: Part) -> str:
    """The same in plain text, which does not have them."""
    return f"{folded(part)} of less weight, which the HTML and JSON forms have"
