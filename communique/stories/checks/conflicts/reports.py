"""Reports: what each article says of the things that several articles tell, laid out for comparing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from communique.domain import Conflict, ConflictKind, Side, Span, Verdict
from communique.domain.ids import content_id
from communique.domain.times import interval
from communique.knowledge.encounters import encounter
from communique.stories import figures
from communique.stories.matters import kinds
from communique.stories.nearest import Near, nearest
from communique.stories.passages import NEGATION, Pile, Spots, extents, roots
from communique.stories.scenes import Scene, scenes

if TYPE_CHECKING:
    from communique.domain import Actor, ActorMention, Article, Clause, Event, Reading, Record, Statement
    from communique.stories.figures import Figure

DEATHS = frozenset({"killing", "death", "murder", "assassination", "execution"})
EACH = 4  # places of one article that tell the same value and are all kept
OPPOSED = 0.6  # chance that two passages are rival versions, from which on they are taken for them
LATER = 3  # days after which news of a plan is of what has become of it
OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
MIDNIGHT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>00|24)(?::00)?")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one report says on one point: the words, and what they mean."""

    article: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asserted:
    """A clause that says that something is so, or is not: where it stands, and what its words are compared by."""

    article: str
    clause: Clause
    span: Span
    roots: tuple[str, ...]


@dataclass(frozen=True)
class Reports:
    """The record and the readings that it was made of, with the ways to look things up that the kinds share."""

    record: Record
    readings: Mapping[str, Reading]
    known: Pile | None = None

    @cached_property
    def pile(self) -> Pile:
        """What passages are compared with."""
        return self.known or Pile.of(self.record, self.readings)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.record.articles}

    @cached_property
    def asserted(self) -> tuple[Asserted, ...]:
        """The clauses that say something, in the order of the articles."""
        return tuple(
            Asserted(article=article, clause=clause, span=span, roots=tuple(roots(self.pile.words([span]))))
            for article, reading in self.readings.items()
            for clause, span in extents(reading)
            if clause.asserted
        )

    @cached_property
    def nearest(self) -> list[Near]:
        """The sentences of two articles that are closest to each other, the closest first."""
        return nearest(self.record, self.readings, self.pile)

    @cached_property
    def clauses_at(self) -> Spots[Clause]:
        """Clauses by where they stand, from their first word to their last."""
        return Spots((span, clause) for reading in self.readings.values() for clause, span in extents(reading))

    @cached_property
    def folded(self) -> dict[str, str]:
        """What each article says in small letters, to be looked through at once."""
        return {
            article: "\n".join(sentence.text for sentence in reading.sentences).casefold()
            for article, reading in self.readings.items()
        }

    @cached_property
    def figures(self) -> list[list[Figure]]:
        """The figures of what is told, those of one kind in one story together."""
        return kinds(self.record, self.figures_at.values())

    @cached_property
    def figures_at(self) -> dict[Span, Figure]:
        """Every figure of what is told, by its words."""
        return {figure.quantity.span: figure for figure in figures.told(self.record, self.readings)}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.record.statements}

    @cached_property
    def nested(self) -> dict[str, list[Statement]]:
        """The statements that are reported inside another, by its id."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.record.statements:
            if statement.nested_in is not None:
                found[statement.nested_in].append(statement)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of actors by id."""
        return {actor.id: actor.name for actor in self.record.actors}

    @cached_property
    def named(self) -> dict[str, list[ActorMention]]:
        """Where actors are called by their names, by id."""
        return {actor.id: [m for m in actor.mentions if m.form == "named"] for actor in self.record.actors}

    @cached_property
    def actors_at(self) -> Spots[Actor]:
        """Where actors are spoken of."""
        return Spots((mention.span, actor) for actor in self.record.actors for mention in actor.mentions)

    @cached_property
    def encounters_at(self) -> Spots[str]:
        """Where encounters are told of, by their ids."""
        met = (event for event in self.record.events if encounter(event.kind))
        return Spots((span, event.id) for event in met for span in event.mentions)

    @cached_property
    def people(self) -> dict[str, list[tuple[Actor, Span]]]:
        """Where people are spoken of, by document."""
        found: dict[str, list[tuple[Actor, Span]]] = defaultdict(list)
        for actor in self.record.actors:
            for mention in actor.mentions if actor.type in {"person", "group"} else ():
                found[mention.span.document].append((actor, mention.span))
        return found

    @cached_property
    def of_events(self) -> tuple[tuple[Event, tuple[Scene, ...]], ...]:
        """Every event that more than one mention tells of, with its scenes in the record's order.

        The deaths of one person are one event: nobody dies twice.
        """
        told = scenes(self.record, self.readings)
        persons = {actor.id for actor in self.record.actors if actor.type == "person" and actor.name[:1].isupper()}
        first: dict[str, str] = {}
        for event in self.record.events:
            named = {event.kind, *(scene.mention.kind for scene in told[event.id])}
            if named & DEATHS and event.status == "occurred":
                victims = set(event.recipients or (event.actors if event.kind == "death" else ()))
                if len(victims) == 1 and victims <= persons:
                    whole = first.setdefault(victims.pop(), event.id)
                    if whole != event.id:
                        told[whole], told[event.id] = (*told[whole], *told[event.id]), ()
        return tuple((event, told[event.id]) for event in self.record.events if len(told[event.id]) > 1)

    def roots(self, span: Span) -> frozenset[str]:
        """What the words of a passage are compared by, but for those that say no."""
        return frozenset(roots(self.pile.words([span]))) - {NEGATION}

    def of_one_doer(self, denied: Span | None, told: Span | None, clause: Span) -> bool:
        """Whether a clause is said of whom a denial is said of, or names them; by the subjects of both."""
        of, by = (self.who(subject) if subject else frozenset[str]() for subject in (denied, told))
        return bool(of & by) or any(actor.id in of for _, actor in self.actors_at.overlapping(clause))

    def opposed(self, one: tuple[str, Span], other: tuple[str, Span]) -> bool:
        """Whether passages of two articles, and their sentences, are rival versions; without a network they may be."""
        if self.pile.model is None:
            return True
        whole = [self.readings[article].sentence_of(span) or span for article, span in (one, other)]
        passages = [(one[1].text, other[1].text), (whole[0].text, whole[1].text)]
        return float(self.pile.model.of_rivals(passages, twice=False).mean()) >= OPPOSED

    def who(self, subject: Span) -> frozenset[str]:
        """The actors that a subject names, or stands for, and its words."""
        return frozenset({actor.id for actor in self.said_of(subject)}) | self.roots(subject)

    def said_of(self, subject: Span) -> Iterator[Actor]:
        """Who a subject names or stands for: of `his sister Ana` not the brother."""
        for place, actor in self.actors_at.overlapping(subject):
            behind = subject.text[max(0, place.end - subject.start) :]
            if not (behind and (place.text.casefold() in OWNERS or behind[0] in "'’")):
                yield actor

    def day(self, article: str) -> str | None:
        """The ISO 8601 date of an article's publication, None where the day is not known."""
        published = self.articles[article].published
        return published.day if published and not published.interval else None

    def later(self, told: Iterable[Told]) -> bool:
        """Whether some of the articles were printed so long after others that a plan can have changed untold."""
        printed = (self.day(item.article) for item in told)
        days = [found[0] for day in printed if day and (found := interval(day)) and found[0] == found[1]]
        return bool(days) and (max(days) - min(days)).days >= LATER

    def minute(self, article: str) -> str | None:
        """When an article was published, by the clock; None where only the day is known."""
        published = self.articles[article].published
        return published.date if published and published.precision == "minute" else None


def folded(words: str) -> str:
    """Words as they are compared: small letters, single spaces, no marks."""
    return " ".join(WORD.findall(words.casefold().replace("’", "'")))


def weekday(span: Span) -> str | None:
    """The day of the week that words tell."""
    found = WEEKDAY.search(span.text)
    return found[0].casefold() if found else None


def about_midnight(value: str) -> str:
    """A time, midnight as the two days that it parts: `midnight on Sunday` may be told as Monday."""
    match = MIDNIGHT.fullmatch(value)
    if match is None:
        return value
    before = date.fromisoformat(match["day"]) - timedelta(days=match["hour"] == "00")
    return f"{before.isoformat()}/{(before + timedelta(days=1)).isoformat()}"


def distinct(told: Iterable[Told], *, each: int = 1) -> list[Told]:
    """Each value once, or so many times in each article, with the first words that tell it."""
    kept: dict[tuple[str, str], list[Told]] = {}
    for item in told:
        held = kept.setdefault((item.value, item.article if each > 1 else ""), [])
        if len(held) < each and item.span not in {other.span for other in held}:
            held.append(item)
    return [item for held in kept.values() for item in held]


def conflict(kind: ConflictKind, about: str, told: Iterable[Told], verdict: Verdict, why: str) -> Conflict:
    """A conflict with a side for each thing told."""
    sides = tuple(Side(span=item.span, value=item.value) for item in told)
    places = [(side.span.document, side.span.start, side.span.end) for side in sides]
    return Conflict(
        id=content_id("conflict", kind, places), kind=kind, about=about, sides=sides, verdict=verdict, why=why
    )
