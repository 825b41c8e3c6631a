"""Dates that a source states in a field, as ISO 8601, never more precise than stated."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from communique.knowledge.calendar import MONTH_NUMBERS

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The day that programs write for a date that they do not have."""

EARLIEST_YEAR = 1700
"""The oldest newspapers that are still read are of about that time; a year before it is a placeholder."""

MONTH = rf"(?:{'|'.join(MONTH_NUMBERS)})"
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?\d\d(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?)?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", re.ASCII)
_DAY_MONTH_YEAR = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? ({MONTH})\.?,? (\d{{4}})", re.IGNORECASE | re.ASCII)
_MONTH_DAY_YEAR = re.compile(rf"({MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.IGNORECASE | re.ASCII)


def iso(stated: str) -> str | None:
    """The date as `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm` with its offset if it has one.

    A time of midnight to the minute is what programs write when they know only the day. None: not a date, or one that
    can be read in two ways, such as 04/05/2019.
    """
    stated = " ".join(stated.split())
    if match := _ISO.fullmatch(stated):
        return _from_parts(match)
    if match := _COMPACT.fullmatch(stated):
        return _day(match[1], match[2], match[3])
    if match := _DAY_MONTH_YEAR.fullmatch(stated):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_DAY_YEAR.fullmatch(stated):
        return _day(match[3], match[1], match[2])
    return _from_mail(stated)


def _from_parts(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, zone = match.groups()
    if not day:
        return (f"{year}-{month}" if month else year) if _day(year, month or "01", "01") else None
    date = _day(year, month, day)
    if not date or not hour or not minute or (hour, minute) == ("00", "00"):
        return date
    if int(hour) > 23 or int(minute) > 59:
        return None
    return f"{date}T{hour}:{minute}{_offset(zone)}"


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    digits = zone[1:].replace(":", "") if zone[0] in "+-" else "0000"
    return "Z" if digits == "0000" else f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _from_mail(stated: str) -> str | None:
    """A date in the form of mail and feeds (RFC 5322, section 3.3)."""
    if ":" not in stated:
        return None
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    zone = "Z" if moment.tzinfo in {None, UTC} else moment.strftime("%z")
    return iso(f"{moment:%Y-%m-%dT%H:%M}{zone}")


def _day(year: str, month: str, day: str) -> str | None:
    """The day in ISO form, if the calendar has it and it is no placeholder."""
    number = int(month) if month.isdigit() else MONTH_NUMBERS[month.lower()]
    if int(year) < EARLIEST_YEAR:
        return None
    try:
        moment = datetime(int(year), number, int(day), tzinfo=UTC)
    except ValueError:
        return None
    if moment == EPOCH:
        return None
    return f"{moment:%Y-%m-%d}"
