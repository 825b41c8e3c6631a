"""Moments: what words tell of the days of an event, so that reports can be compared and dated.

An article without a date still tells something: `Tuesday` is a Tuesday, `May 6` the sixth of some May. Such words are
kept as what they are, agree or disagree with dates of other reports, and become dates once another report of the same
event has told one.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from communique.domain import Article, Reading, Span, TimeExpression, moments
from communique.domain.times import Interval, interval, widened

_PART = re.compile(r"^(?P<part>early|mid|late)\b", re.IGNORECASE)
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
MANY_DAYS = 45
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the words `words` tell: the days, or where they do not tell these how they are counted from the article's.

    how: for days that the words alone do not tell, what does.
    """

    words: Span
    days: Interval | None = None
    relative: moments.Moment | None = None
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
        return self.days is None and self.relative is not None

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Of one that is not dated the weekday (0 Monday), the month and its day, as far as they are told."""
        told = self.relative
        if told is None or told.turn is None or told.beyond:
            return None, None, None
        if told.month:
            return told.weekday, told.month, told.place
        weekly = told.unit == "day" and told.cycle == WEEK
        return (told.place - 1) % WEEK if weekly else None, told.place + 1 if told.unit == "month" else None, None

    def completed(self, days: Interval, anchor: "Moment") -> "Moment":
        """With the days that it is by a date told in another report."""
        how = f"dated by {quoted(anchor.words)} in another report"
        return replace(self, days=_part(self.words.text, days), how=how)


def moment(told: TimeExpression) -> Moment | None:
    """What an expression tells of a day; None where it tells none: a duration, a set, `now`."""
    if told.type in {"DURATION", "SET"}:
        return None
    days = interval(told.value) if told.value else None
    if days:
        return Moment(words=told.span, days=_part(told.span.text, days))
    return Moment(words=told.span, relative=told.relative)


def _part(words: str, days: Interval) -> Interval:
    """The third of a month that `early`, `mid-` and `late` tell."""
    part = _PART.match(words)
    first, last = days
    if part is None or first.day != 1 or (first.year, first.month) != (last.year, last.month) or not _ends(last):
        return days
    begins, ends = _THIRDS[part["part"].casefold()]
    return first.replace(day=begins), first.replace(day=min(ends, last.day))


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
    weekday, month, day = other.parts
    if dated.days is None or (weekday is None and month is None):
        return 0.0
    first, last = dated.days
    if not dated.exact:
        months = {(first.year * 12 + first.month - 1 + n) % 12 + 1 for n in range(min(12, _months(first, last)))}
        return -1.0 if month and month not in months else 0.4 if month else 0.0
    if weekday not in {None, first.weekday()} or month not in {None, first.month} or day not in {None, first.day}:
        return -1.0
    return 0.7 if day is None else 1.0


def _alike(a: Moment, b: Moment) -> float:
    """Whether two incomplete dates can be one."""
    known = [(x, y) for x, y in zip(a.parts, b.parts, strict=True) if x is not None and y is not None]
    if any(x != y for x, y in known):
        return -1.0
    return 0.7 if known else 0.0


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def shifted(told: Moment, by: int, words: Span, amiss: tuple[int, int] = (0, 0)) -> Moment | None:
    """So many days later, or earlier, than an exact date: `a day after they met`; amiss: by how many, either way."""
    if not told.exact or told.days is None:
        return None
    try:
        day = date.fromordinal(told.days[0].toordinal() + by)
    except (ValueError, OverflowError):
        return None
    return Moment(words=words, days=widened((day, day), *amiss), how=f"counted from {explained(told)}")


def quoted(words: Span) -> str:
    """Words of a page on one line, in quotation marks."""
    return f"“{' '.join(words.text.split())}”"


def explained(told: Moment) -> str:
    """The words that tell a date, or that do not."""
    if told.days is None:
        return f"{quoted(told.words)} cannot be dated"
    return f"{quoted(told.words)}, {told.how}" if told.how else quoted(told.words)


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


def written_on(article: Article | None, reading: Reading) -> moments.Moment | None:
    """The day that an article's dateline gives, where it gives no year: `OSLO, May 6 (Agency) -`."""
    if article is None or article.dateline is None:
        return None
    line = article.dateline.span
    return next((time.relative for time in reading.times if time.relative and line.covers(time.span)), None)


def of_dateline(days: Iterable[date], written: moments.Moment | None) -> list[date]:
    """Those of some days that can be the dateline's."""
    return [day for day in days if written is None or written.on(day) == (day, day)]
