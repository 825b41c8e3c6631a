"""Moments: days, weeks, months and longer units, counted, so that one can be told from another by a shift."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.domain.times import SEASONS, interval

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]

ORDER: tuple[Unit, ...] = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
NAMES = tuple(SEASONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One unit of the calendar: the `number`th since the year 0 (days and weeks: since 1 January of the year 1)."""

    unit: Unit
    number: int

    @property
    def value(self) -> str | None:
        """As TIMEX3 writes it; None outside the years 1 to 9999."""
        value = self._written()
        return value if value is not None and interval(value) else None

    @property
    def first(self) -> date | None:
        """The first day."""
        days = interval(self.value or "")
        return days[0] if days else None

    def shifted(self, by: int) -> "Moment":
        """So many units later, or earlier."""
        return Moment(unit=self.unit, number=self.number + by)

    def within(self, unit: Unit) -> "Moment | None":
        """The unit that this one lies in; None for a shorter one, which it does not tell."""
        if ORDER.index(unit) < ORDER.index(self.unit):
            return None
        first = self.first
        return moment(unit, first) if first else None

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


def _weekly(unit: Unit, number: int) -> str | None:
    ordinal = number if unit == "day" else number * 7 + 1
    if not 1 <= ordinal <= date.max.toordinal():
        return None
    day = date.fromordinal(ordinal)
    if unit == "day":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
