"""Statements as they are compared: their words, and when and on what occasion they were said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, Protocol

from communique.domain import Actor, Article, Event, Record, Statement
from communique.domain.times import DAY, interval
from communique.knowledge.encounters import encounter
from communique.stories.passages import Pile, Word, roots

Occasion = str | tuple[str, frozenset[str]]
"""An event, or the day on which the same people meet and then face the press: a report may name either."""
Audience = Literal["post", "press", "others"]
"""To whom words went: everybody in writing, the press, or whom else they are told to have been said to."""
WRITTEN = re.compile(r"\b(?:wrote|writes|writing|written|posted|posts|posting|tweet(?:ed|s|ing)?)\b", re.IGNORECASE)
PRESS = re.compile(
    r"\b(?:broadcasters?|channel|correspondents|journalists|media|newspapers?|press|radio|reporters|television|TV)\b",
    re.IGNORECASE,
)
MEDIA = "MED"  # PLOVER's sector
DAYS = 2  # between the days of publication of reports of one utterance that is not quoted


class Timed(Protocol):
    """What has the days and the occasion on which it can have been said."""

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day, as ordinals."""

    @property
    def occasion(self) -> Occasion | None:
        """What it was said at."""

    @property
    def audience(self) -> Audience | None:
        """To whom."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A statement with what it is compared by."""

    statement: Statement
    article: Article
    words: tuple[Word, ...]
    roots: tuple[str, ...]
    quotation: tuple[Word, ...]
    quoted: tuple[str, ...]
    titled: bool
    days: tuple[int, int] | None
    occasion: Occasion | None
    audience: Audience | None


def said_in(record: Record, pile: Pile) -> dict[str, Said]:
    """Every statement with its words, by id."""
    articles = {article.id: article for article in record.articles}
    actors = {actor.id: actor for actor in record.actors}
    press = frozenset(actor.id for actor in record.actors if actor.sector == MEDIA)
    occasions = {event.id: _occasion(event, press) for event in record.events}
    found = {}
    for statement in record.statements:
        article = articles[statement.article]
        words, quotation = pile.words(statement.content), pile.words(statement.verbatim)
        found[statement.id] = Said(
            statement=statement,
            article=article,
            words=words,
            roots=tuple(roots(words)),
            quotation=quotation,
            quoted=tuple(roots(quotation)),
            titled=article.title is not None and article.title.covers(statement.content[0]),
            days=_days(statement.said_on) or _until(article),
            occasion=statement.occasion and occasions.get(statement.occasion, statement.occasion),
            audience=_audience(statement, [actors[i] for i in statement.addressees if i in actors]),
        )
    return found


def _audience(statement: Statement, told: Sequence[Actor]) -> Audience | None:
    if statement.cue and WRITTEN.search(statement.cue.text):
        return "post"
    if any(actor.sector == MEDIA or PRESS.search(actor.name) for actor in told):
        return "press"
    return "others" if told else None


def _occasion(event: Event, press: AbstractSet[str]) -> Occasion:
    """The day and who meets, the press apart, which may be told of those who then face it."""
    told = {*event.actors, *event.recipients}
    parties = frozenset(told - press)
    several = len(parties) > 1 or (len(parties) == 1 and not told.isdisjoint(press))
    if several and event.date and len(event.date) == DAY and encounter(event.kind):
        return event.date, parties
    return event.id


def outer(statement: str, by_id: Mapping[str, Said]) -> Iterator[str]:
    """The statements that one is reported in, the closest first."""
    seen = {statement}
    while (holder := by_id[statement].statement.nested_in) and holder in by_id and holder not in seen:
        seen.add(holder)
        yield (statement := holder)


def other_days(a: Timed, b: Timed) -> bool:
    """Whether the two are known to have been said on different days."""
    return a.days is not None and b.days is not None and (a.days[1] < b.days[0] or b.days[1] < a.days[0])


def to_others(a: Timed, b: Timed) -> bool:
    """Whether the two are known to have been addressed otherwise: one posted, the other told a station or lawmakers."""
    return len({a.audience, b.audience} - {None}) > 1


def elsewhere(a: Timed, b: Timed) -> bool:
    """Whether the two are known to have been said on different occasions; of those who meet, one may face the press."""
    one, other = a.occasion, b.occasion
    if one is None or other is None or isinstance(one, str) or isinstance(other, str):
        return None not in {one, other} and one != other
    return one[0] != other[0] or not (one[1] <= other[1] or other[1] <= one[1])


def far(a: Article, b: Article) -> bool:
    """Whether the two are of different stories, or of days too far from one another for reports of one occasion."""
    if a.story != b.story and a.story and b.story:
        return True
    ours, theirs = (_days(article.published.day if article.published else None) for article in (a, b))
    return ours is not None and theirs is not None and max(theirs[0] - ours[1], ours[0] - theirs[1]) > DAYS


def _until(article: Article) -> tuple[int, int] | None:
    """All days up to the one on which it was printed, and the next, which may be that day where it was said."""
    printed = _days(article.published.day if article.published else None)
    return None if printed is None else (1, printed[1] + 1)


def _days(date: str | None) -> tuple[int, int] | None:
    days = interval(date) if date else None
    return None if days is None else (days[0].toordinal(), days[1].toordinal())
