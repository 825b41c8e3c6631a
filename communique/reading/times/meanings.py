"""What a time expression is understood by, and what it means."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match, Pattern
from typing import Literal

from communique.domain.moments import Moment, Turn, Unit
from communique.domain.readings import TimeType

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known where an expression stands.

    article: when the article was published, as precisely as that is known; a floating day where it is not.
    told, here: the last date told before, and the same if it is told in the same paragraph.
    quarter: the last quarter told, which reports on companies compare with.
    tense: that of the verb that the expression belongs to.
    since: whether it tells since when.
    label: what the entity recogniser takes its first word for.
    """

    article: Moment | None
    told: Moment | None = None
    here: Moment | None = None
    quarter: Moment | None = None
    tense: Tense | None = None
    since: bool = False
    label: str = ""

    def now(self, unit: Unit) -> Moment | None:
        """The day, week or longer in which the article was published; None where that is not known."""
        return self.article.within(unit) if self.article else None

    def past(self) -> Moment | None:
        """The month of another year that the paragraph tells of: a bare month goes on from there."""
        month, year = self.here and self.here.within("month"), self.now("year")
        if self.tense != "past" or month is None or year is None:
            return None
        return month if month.number // 12 < year.number else None

    def then(self, unit: Unit) -> Moment | None:
        """The day, week or longer that the last date told lies in."""
        return self.told.within(unit) if self.told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The type and value of an expression, and its moment if it is one date of the calendar.

    compared: it is told only to compare with (`a year earlier`), what follows is not dated by it.
    """

    type: TimeType = "DATE"
    value: str | None = None
    moment: Moment | None = None
    compared: bool = False


Meant = Callable[[Match[str], Setting], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its matches mean (None: no time at all). The group `core`, if any, is the expression."""

    pattern: Pattern[str]
    meaning: Meant


def dated(moment: Moment | None) -> Meaning:
    """A date, known or not."""
    return Meaning(value=moment.value if moment else None, moment=moment)


def shifted(moment: Moment | None, by: int) -> Moment | None:
    """A moment so many units away."""
    return moment and moment.shifted(by)


def compared(moment: Moment | None) -> Meaning:
    """A date to compare with."""
    return replace(dated(moment), compared=True)


def last(now: Moment | None, number: int, cycle: int) -> Moment | None:
    """Of the moments that come again every `cycle` units, the one that is now or was last."""
    return now and now.turned("last", number, cycle)


def coming(now: Moment | None, number: int, cycle: int) -> Moment | None:
    """Of the moments that come again every `cycle` units, the one that is now or comes next."""
    return now and now.turned("coming", number, cycle)


def nearest(now: Moment | None, number: int, cycle: int, tense: Tense | None) -> Moment | None:
    """The last one or the coming one, by tense or by what is nearer; what is nearly a cycle ahead is not meant."""
    turn: Turn = "last" if tense == "past" else "ahead" if tense else "nearest"
    return now and now.turned(turn, number, cycle)
