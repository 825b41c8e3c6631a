"""Moments: days, weeks, months and longer units, counted, so that one can be told from another by a shift.

`Tuesday` in an article of an unknown day is a moment too: one that is counted from that day, once it is known.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from communique.domain.times import SEASONS, Interval, interval

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]

ORDER: tuple[Unit, ...] = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
NAMES = tuple(SEASONS)

Turn = Literal["last", "coming", "ahead", "nearest"]
"""Of what comes again and again: the one now or last, now or next, the next unless nearly a cycle off, the nearer."""

FAR = 300  # days beyond which a day without a year is the nearer one, whatever the tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One unit of the calendar: the `number`th since the year 0 (days and weeks: since 1 January of the year 1).

    floating: counted from a day that is not known: `number` units after it, and from there on turned to the `place` in
    each `cycle`, or to the `month`, day (`place`) and weekday without a year, and so many units `beyond` that.
    """

    unit: Unit
    number: int
    floating: bool = False
    turn: Turn | None = None
    place: int = 0
    cycle: int = 0
    month: int = 0
    weekday: int | None = None
    beyond: int = 0

    @property
    def value(self) -> str | None:
        """As TIMEX3 writes it; None outside the years 1 to 9999, and where it is counted from an unknown day."""
        value = None if self.floating else self._written()
        return value if value is not None and interval(value) else None

    @property
    def first(self) -> date | None:
        """The first day."""
        days = interval(self.value or "")
        return days[0] if days else None

    def shifted(self, by: int) -> "Moment":
        """So many units later, or earlier."""
        if self.floating and self.turn:
            return replace(self, beyond=self.beyond + by)
        return replace(self, number=self.number + by)

    def within(self, unit: Unit) -> "Moment | None":
        """The unit that this one lies in; None for a shorter one, which it does not tell."""
        if ORDER.index(unit) < ORDER.index(self.unit):
            return None
        if self.floating:
            told = self.number or self.turn
            return (self if unit == self.unit else None) if told else replace(self, unit=unit)
        first = self.first
        return moment(unit, first) if first else None

    def turned(self, turn: Turn, place: int, cycle: int) -> "Moment":
        """Of the moments that come at one place of every `cycle` units, the one that is meant from here."""
        if self.floating:
            return replace(self, turn=turn, place=place, cycle=cycle)
        back, ahead = (self.number - place) % cycle, (place - self.number) % cycle
        coming = turn == "coming" or (turn == "ahead" and ahead <= cycle * 2 // 3)
        return self.shifted(ahead if coming or (turn in {"ahead", "nearest"} and ahead < back) else -back)

    def on(self, day: date) -> Interval | None:
        """The days that one counted from an unknown day is, seen from this day."""
        if self.month:
            yearly = yearless(self.month, self.place, self.weekday, day, turn=self.turn or "nearest")
            found = moment("day", yearly) if yearly else None
        else:
            base = moment(self.unit, day).shifted(self.number)
            found = base.turned(self.turn, self.place, self.cycle) if self.turn else base
        return interval(found.shifted(self.beyond).value or "") if found else None

    def _written(self) -> str | None:
        if self.unit in {"day", "week", "weekend"}:
            return _weekly(self.unit, self.number)
        if self.unit == "season":
            return f"{self.number // 4:04}-{NAMES[self.number % 4]}"
        year = self.number * MONTHS_IN[self.unit] // 12
        if not 0 <= year <= 9999:
            return None
        form = {"century": "{n:02}", "decade": "{n:03}", "year": "{n:04}"}.get(self.unit)
        if form:
            return form.format(n=self.number)
        part = self.number % (12 // MONTHS_IN[self.unit]) + 1
        return f"{year:04}-{part:02}" if self.unit == "month" else f"{year:04}-{self.unit[0].upper()}{part}"


def moment(unit: Unit, day: date) -> Moment:
    """The unit that a day lies in; for a weekend, that of the day's week."""
    if unit == "day":
        number = day.toordinal()
    elif unit in {"week", "weekend"}:
        number = (day.toordinal() - 1) // 7
    elif unit == "season":
        year, season = divmod(day.year * 12 + day.month - 3, 12)
        number = year * 4 + season // 3
    else:
        number = (day.year * 12 + day.month - 1) // MONTHS_IN[unit]
    return Moment(unit=unit, number=number)


def yearless(month: int, number: int, weekday: int | None, around: date, *, turn: Turn) -> date | None:
    """The day of the year that tense and weekday allow, the nearest to another day."""
    days = [found for step in (-1, 0, 1) if (found := full(around.year + step, month, number, weekday))]
    if weekday is None:
        before = [each for each in days if each <= around]
        after = [each for each in days if each >= around]
        if turn == "last" and before and (around - before[-1]).days < FAR:
            return before[-1]
        if turn == "coming" and after and (after[0] - around).days < FAR:
            return after[0]
    return min(days, key=lambda each: abs((each - around).days), default=None)


def full(year: int | None, month: int, day: int, weekday: int | None = None) -> date | None:
    """A day of the calendar; None where it has no such, or another weekday."""
    try:
        found = date(year or 0, month, day)
    except ValueError:
        return None
    return found if weekday in {None, found.weekday()} else None


def _weekly(unit: Unit, number: int) -> str | None:
    ordinal = number if unit == "day" else number * 7 + 1
    if not 1 <= ordinal <= date.max.toordinal():
        return None
    day = date.fromordinal(ordinal)
    if unit == "day":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
