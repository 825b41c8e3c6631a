"""Values: the numbers, lengths of time and days that articles tell, and which of them exclude each other."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from communique.domain.times import interval, may_meet
from communique.knowledge.nouns import actor_noun
from communique.knowledge.quantities import PART, YEARS, are_people, currencies
from communique.knowledge.quantities import counted as counted_as
from communique.knowledge.states import state_named
from communique.stories.amounts import SHARE, agree, near, one_number, vague
from communique.stories.checks.conflicts import numbers
from communique.stories.checks.conflicts.lengths import bounds, minutes_of
from communique.stories.checks.conflicts.reports import Reports, Told
from communique.stories.matters import never_one
from communique.stories.scenes import DATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.domain import ConflictKind, Quantity, Reading, Span, Verdict
    from communique.stories.figures import Figure

TIMES = 3.5  # times another number, or another length: reports of one seldom differ by more
OF_SHARES, OF_OTHERS = (
    1.6,
    2.0,
)  # the same of shares; of what has a unit, or of people called otherwise, who may be a part
OCCASIONS = "time"  # `three times`: what is counted is what was done
CASUALTIES = frozenset({"deaths", "injuries"})
FARTHEST = 400  # days between two of one thing

LENGTHS_APART = "The times are too far apart to be one, rounded."
DAYS_APART = "The dates cannot be of one day."
CHANGED = "A day that was set may have been changed since."


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(ABC):
    """What an article tells in one place, and the sentence that tells it."""

    kind: ClassVar[ConflictKind]
    asks: ClassVar[str]
    told: Told
    sentence: Span

    @abstractmethod
    def one(self, other: Self) -> bool:
        """Whether two values are one, told alike or not."""

    @abstractmethod
    def apart(self, other: Self) -> bool:
        """Whether two values can be of one point, and cannot both be right."""

    @abstractmethod
    def verdict(self, reports: Reports, other: Self) -> tuple[Verdict, str]:
        """What two values of one point are to each other, and why."""

    def times(self, other: Self) -> float:  # noqa: ARG002 - of values that have a size
        """How many times the smaller of two values the larger is."""
        return 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """How many, how much. figure: the same with what it is of, where that is told. deeds: what was done so often."""

    kind = "number"
    asks = "which number"
    quantity: Quantity
    figure: Figure | None
    deeds: frozenset[str] = frozenset()

    def one(self, other: Self) -> bool:
        """Whether both are one number, in other units perhaps."""
        return _of_one_unit(self.quantity, other.quantity) and one_number(self.quantity, other.quantity)

    def apart(self, other: Self) -> bool:
        """Whether two numbers can count the same: people and people, euros and euros, a part and a part."""
        one, another = self.quantity, other.quantity
        if not _of_one_unit(one, another) or self.one(other) or _is_part(one, another) or _is_part(another, one):
            return False
        counted = {quantity.counted for quantity in (one, another) if quantity.counted}
        people = all(map(_people, counted))
        of_one = {one.unit, another.unit} != {None} or len(counted) < 2 or people
        of_one = of_one and (counted != {OCCASIONS} or not self.deeds.isdisjoint(other.deeds))
        otherwise = one.counted != another.counted and people and (one.fate is None or one.fate != another.fate)
        shares = SHARE in {one.unit, another.unit}
        times = OF_SHARES if shares else OF_OTHERS if otherwise or one.unit or another.unit else TIMES
        never = self.figure is not None and other.figure is not None and never_one(self.figure, other.figure)
        return of_one and near(one, another, times) and not agree(one, another) and not never

    def verdict(self, reports: Reports, other: Self) -> tuple[Verdict, str]:
        """That of any two counts."""
        return numbers.gravest(
            reports, [numbers.Counted(v.told.article, v.quantity, v.sentence) for v in (self, other)]
        )

    def times(self, other: Self) -> float:
        """How many times the smaller number the larger is."""
        return _times(*(value.quantity.low or value.quantity.high or 0.0 for value in (self, other)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Value):
    """How long. between: how many minutes, at least and at most."""

    kind = "duration"
    asks = "how long"
    between: tuple[float, float]

    def one(self, other: Self) -> bool:
        """Whether both can be of one length."""
        return self.between[0] <= other.between[1] and other.between[0] <= self.between[1]

    def apart(self, other: Self) -> bool:
        """Whether they are near enough to be meant of one thing, and not one."""
        return not self.one(other) and self.times(other) <= TIMES

    def verdict(self, reports: Reports, other: Self) -> tuple[Verdict, str]:  # noqa: ARG002 - as those of all values
        """Lengths of one thing that are apart contradict each other."""
        return "contradiction", LENGTHS_APART

    def times(self, other: Self) -> float:
        """How many times the shorter the longer is."""
        return _times(*(minutes_of(value.told.value) or 0.0 for value in (self, other)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Value):
    """When, as far as the calendar tells it."""

    kind = "date"
    asks = "when"

    def one(self, other: Self) -> bool:
        """Whether both are told as one stretch of days."""
        return interval(self.told.value) == interval(other.told.value)

    def apart(self, other: Self) -> bool:
        """Whether no day is of both, though both tell a day, or both longer, and they are not far from each other."""
        ours, theirs = interval(self.told.value), interval(other.told.value)
        if ours is None or theirs is None or may_meet(self.told.value, other.told.value):
            return False
        alike = (ours[0] == ours[1]) == (theirs[0] == theirs[1])
        return alike and max(theirs[0] - ours[1], ours[0] - theirs[1]).days <= FARTHEST

    def verdict(self, reports: Reports, other: Self) -> tuple[Verdict, str]:
        """A later report may tell of a new day."""
        moved = reports.later([self.told, other.told])
        return ("update", CHANGED) if moved else ("contradiction", DAYS_APART)


def told_by(reports: Reports, article: str, reading: Reading) -> Iterator[Value]:
    """The values of an article."""
    for quantity in reading.quantities:
        sentence = reading.sentence_of(quantity.span)
        if sentence is not None and not vague(quantity):
            told = Told(article=article, span=quantity.span, value=numbers.value(quantity))
            figure = reports.figures_at.get(quantity.span)
            deeds = _deeds(reports, quantity) if quantity.counted == OCCASIONS else frozenset[str]()
            yield Number(told=told, sentence=sentence, quantity=quantity, figure=figure, deeds=deeds)
    for time in reading.times:
        sentence = reading.sentence_of(time.span)
        told = Told(article=article, span=time.span, value=time.value or "")
        between = bounds(told, sentence) if time.type == "DURATION" and minutes_of(told.value) else None
        if sentence is not None and between is not None:
            yield Length(told=told, sentence=sentence, between=between)
        elif sentence is not None and time.type in DATES and interval(told.value):
            yield Day(told=told, sentence=sentence)


def _deeds(reports: Reports, quantity: Quantity) -> frozenset[str]:
    """What is told to have been done so many times."""
    clauses = (clause for span, clause in reports.clauses_at.overlapping(quantity.span) if span.covers(quantity.span))
    return frozenset(root for clause in clauses for root in reports.roots(clause.verb))


def gravest(reports: Reports, values: Sequence[Value]) -> tuple[Verdict, str]:
    """The verdict on the first value beside each of the others that is the gravest, and why."""
    first, *others = values
    return min((first.verdict(reports, other) for other in others), key=lambda v: numbers.GRAVITY.index(v[0]))


def _of_one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both are of one unit, which one of them may leave unsaid: `40 percent to Peru, 22 to Chile`."""
    units = {one.unit, other.unit}
    unsaid = any(quantity.unit is quantity.counted is quantity.fate is None for quantity in (one, other))
    return len(units) == 1 or (unsaid and not units.isdisjoint({SHARE, YEARS, *currencies()}))


def _is_part(one: Quantity, other: Quantity) -> bool:
    """Whether the one may be a part of what the other counts: three of the ships, and five ships."""
    return one.fate == PART != other.fate and (one.low or 0.0) <= (other.high or math.inf)


def _people(counted: str) -> bool:
    """Whether what is counted are people: `members`, `Polish experts`, `Poles`, `deaths`."""
    last = counted.rsplit(maxsplit=1)[-1]
    state = state_named(last)
    return (
        counted in CASUALTIES
        or are_people(counted)
        or are_people(counted_as(last))
        or actor_noun(last) == "person"
        or (state is not None and state.adjective)
    )


def _times(*sizes: float) -> float:
    low, high = sorted(sizes)
    return high / low if low else math.inf
