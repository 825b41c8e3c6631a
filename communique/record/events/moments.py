"""Moments: what words tell of the days of an event, so that reports can be compared and dated.

An article without a date still tells something: `Tuesday` is a Tuesday, `May 6` the sixth of some May. Such words are
kept as what they are, agree or disagree with dates of other reports, and become dates once another report of the same
event has told one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from communique.domain import Span, TimeExpression
from communique.domain.times import Interval, interval
from communique.knowledge import calendar

DAYS = [full.lower() for full, *_ in calendar.WEEKDAYS]
MONTHS = [full.lower() for full, *_ in calendar.MONTHS]
_DAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in DAYS)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|\\.)?" for name in MONTHS) + "|sept\\.?"
_WEEKDAY = re.compile(rf"(?:\b(?:late|early|on)\s+)?\b(?P<day>{_DAY})s?\b", re.IGNORECASE)
_MONTH_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH})(?:\s+(?P<day>\d\d?)(?:st|nd|rd|th)?)?"
    rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH}))(?!\w)",
    re.IGNORECASE,
)
_PART = re.compile(r"^(?P<part>early|mid|late)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
MANY_DAYS = 45
HALF_YEAR = 182


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the words `words` tell: the days, or where they do not tell these a weekday (0 Monday), a month, its day.

    how: for days that the words alone do not tell, what does.
    """

    words: Span
    days: Interval | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    how: str = ""

    @property
    def length(self) -> int:
        """How many days it may be, many where it is not dated."""
        return (self.days[1] - self.days[0]).days + 1 if self.days else 10**7

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.length == 1

    @property
    def partial(self) -> bool:
        """Whether it tells something of a date, but not which."""
        return self.days is None and (self.weekday is not None or self.month is not None)


def moment(told: TimeExpression) -> Moment | None:
    """What an expression tells of a day; None where it tells none: a duration, a set, `now`."""
    if told.type in {"DURATION", "SET"}:
        return None
    days = interval(told.value) if told.value else None
    if days:
        return Moment(words=told.span, days=_part(told.span.text, days))
    if told.value or _YEAR.search(told.span.text):
        return Moment(words=told.span)
    return _incomplete(told.span)


def _part(words: str, days: Interval) -> Interval:
    """The third of a month that `early`, `mid-` and `late` tell."""
    part = _PART.match(words)
    first, last = days
    if part is None or (first.year, first.month) != (last.year, last.month) or first == last:
        return days
    begins, ends = _THIRDS[part["part"].casefold()]
    return first.replace(day=begins), first.replace(day=min(ends, last.day))


def _incomplete(span: Span) -> Moment:
    """The weekday, month and day that words without a year name; none of them where no calendar has such a day."""
    weekday = _WEEKDAY.search(span.text)
    named = DAYS.index(next(d for d in DAYS if d.startswith(weekday["day"][:3].casefold()))) if weekday else None
    found = _MONTH_DAY.search(span.text)
    if found is None:
        return Moment(words=span, weekday=named)
    name = (found["month"] or found["month2"])[:3].casefold()
    month = next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name))
    day = int(found["day"] or found["day2"] or 0) or None
    if day is not None and day > monthrange(2000, month)[1]:
        return Moment(words=span)
    return Moment(words=span, weekday=named, month=month, day=day)


def agreement(a: Moment | None, b: Moment | None) -> float:
    """How far two tell the same day: 1 the same, less where they only fit, 0 cannot be told, -1 they exclude it."""
    if a is None or b is None:
        return 0.0
    if a.days and b.days:
        if a.days[0] > b.days[1] or b.days[0] > a.days[1]:
            return -1.0
        return 1.0 if a.exact and b.exact else 0.7 if min(a.length, b.length) <= MANY_DAYS else 0.4
    if a.days or b.days:
        dated, other = (a, b) if a.days else (b, a)
        return _fits(dated, other)
    return _alike(a, b)


def _fits(dated: Moment, other: Moment) -> float:
    """Whether an incomplete date can be in the days of another."""
    if not other.partial or dated.days is None:
        return 0.0
    first, last = dated.days
    if not dated.exact:
        months = {(first.year * 12 + first.month - 1 + n) % 12 + 1 for n in range(min(12, _months(first, last)))}
        return -1.0 if other.month and other.month not in months else 0.4 if other.month else 0.0
    if other.weekday is not None and other.weekday != first.weekday():
        return -1.0
    if other.month is not None and (other.month != first.month or other.day not in {None, first.day}):
        return -1.0
    return 0.7 if other.day is None else 1.0


def _alike(a: Moment, b: Moment) -> float:
    """Whether two incomplete dates can be one."""
    pairs = ((a.weekday, b.weekday), (a.month, b.month), (a.day, b.day))
    known = [(x, y) for x, y in pairs if x is not None and y is not None]
    if any(x != y for x, y in known):
        return -1.0
    return 0.7 if known else 0.0


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def completed(told: Moment, anchor: Moment, *, ahead: bool = False) -> Moment:
    """An incomplete date as the day, or month, nearest to one that the same article tells of.

    A month alone is the last one past, or the next one to come where the event lies ahead.
    """
    if not told.partial or anchor.days is None:
        return told
    try:
        days = _near(told, anchor.days[0], ahead=ahead)
    except (ValueError, OverflowError):
        return told
    return replace(told, days=days, how=f"dated by {quoted(anchor.words)} in another report") if days else told


def shifted(told: Moment, by: int, words: Span) -> Moment | None:
    """So many days later, or earlier, than an exact date: `a day after they met`."""
    if not told.exact or told.days is None:
        return None
    try:
        day = date.fromordinal(told.days[0].toordinal() + by)
    except (ValueError, OverflowError):
        return None
    return Moment(words=words, days=(day, day), how=f"counted from {explained(told)}")


def following(told: Moment) -> Interval | None:
    """The week that begins with a day: in it the day is news."""
    if told.days is None:
        return None
    first = told.days[0].toordinal()
    return told.days[0], date.fromordinal(min(first + 6, date.max.toordinal()))


def quoted(words: Span) -> str:
    """Words of a page on one line, in quotation marks."""
    return f"“{' '.join(words.text.split())}”"


def explained(told: Moment) -> str:
    """The words that tell a date, or that do not."""
    if told.days is None:
        return f"{quoted(told.words)} cannot be dated"
    return f"{quoted(told.words)}, {told.how}" if told.how else quoted(told.words)


def _near(told: Moment, anchor: date, *, ahead: bool) -> Interval | None:
    if told.month is None and told.weekday is not None:
        step = (told.weekday - anchor.weekday() + 3) % 7 - 3
        day = date.fromordinal(anchor.toordinal() + step)
        return day, day
    if told.month is None:
        return None
    if told.day is None:
        later = told.month > anchor.month
        year = anchor.year + (0 if later else 1 if told.month < anchor.month else 0) if ahead else anchor.year - later
        whole = date(year, told.month, 1), date(year, told.month, monthrange(year, told.month)[1])
        return _part(told.words.text, whole)
    near = [_day(anchor.year + step, told.month, told.day) for step in (-1, 0, 1)]
    fitting = [day for day in near if day and abs((day - anchor).days) <= HALF_YEAR]
    if not fitting or (told.weekday is not None and fitting[0].weekday() != told.weekday):
        return None
    return fitting[0], fitting[0]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(days: Interval) -> str:
    """Days in ISO 8601, as a year or a month where they are a whole one."""
    first, last = days
    if first == last:
        return first.isoformat()
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _ends(last):
        return first.isoformat()[:7]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def _ends(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def published_on(value: str | None) -> Interval | None:
    """The days on which an article may have been published."""
    return interval(value) if value else None
