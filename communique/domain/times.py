"""The days that a TIMEX3 value stands for, so that times of different precision can be compared."""

import re
from datetime import date, timedelta

Interval = tuple[date, date]
"""First and last day, both included."""

DAY = len("2031-03-04")
"""The characters of a day."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each begins, as meteorologists count; a winter has the year of its December."""

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T[\w:.+-]*)?)?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?",
    re.ASCII,
)
_YEARS = re.compile(r"\d{2,3}", re.ASCII)


def interval(value: str) -> Interval | None:
    """The days from the first to the last of a date, a time or a range `DATE/DATE`.

    A century (`19`) and a decade (`199`) are their years. None: a duration, a set, `PRESENT_REF` and all else that
    names no days of the calendar.
    """
    first, slash, last = value.partition("/")
    if slash:
        begins, ends = interval(first), interval(last)
        return (begins[0], ends[1]) if begins and ends and begins[0] <= ends[1] else None
    try:
        return _days(value)
    except (ValueError, OverflowError):
        return None


def may_meet(one: str, other: str) -> bool:
    """Whether two values can be of one day; one that names no day can be any."""
    ours, theirs = interval(one), interval(other)
    return ours is None or theirs is None or (ours[0] <= theirs[1] and theirs[0] <= ours[1])


def widened(days: Interval, before: int, after: int) -> Interval:
    """So many days more at either end, as far as the calendar goes."""
    first, last = days[0].toordinal() - before, days[1].toordinal() + after
    return date.fromordinal(max(first, 1)), date.fromordinal(min(last, date.max.toordinal()))


def _days(value: str) -> Interval | None:
    if _YEARS.fullmatch(value):
        years = 10 ** (4 - len(value))
        begins = int(value) * years
        return date(begins, 1, 1), date(begins + years - 1, 12, 31)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    part, year = match.groupdict(), int(match["year"])
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        return monday + timedelta(days=5 if part["weekend"] else 0), monday + timedelta(days=6)
    if part["day"]:
        day = date(year, int(part["month"]), int(part["day"]))
        return day, day
    return _months(year, *_part_of_year(part))


def _part_of_year(part: dict[str, str | None]) -> tuple[int, int]:
    """The month in which the part begins, and its months."""
    if part["season"]:
        return SEASONS[part["season"]], 3
    if part["quarter"]:
        return 3 * int(part["quarter"]) - 2, 3
    if part["half"]:
        return 6 * int(part["half"]) - 5, 6
    return (int(part["month"]), 1) if part["month"] else (1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    """So many months, from the first day of one."""
    after = year * 12 + month - 1 + count
    if after == 10_000 * 12:  # the calendar ends here
        return date(year, month, 1), date.max
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
