"""Absolute dates in text, and date stamps: lines that hold a date and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

from communique.articles.mastheads import without_name
from communique.domain.documents import Precision
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS

ZONES = {
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "wat": 60,
    "cat": 120,
    "sast": 120,
    "eat": 180,
    "trt": 180,
    "pkt": 300,
    "ict": 420,
    "wib": 420,
    "brt": -180,
    "hkt": 480,
    "sgt": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
}
MONTH = "(?P<month>" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
TIME = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?"
    r"(?P<zone>[A-Za-z]{1,4}\b)?(?P<shift>[+-]\d{1,2}(?::?\d{2})?\b)?",
    re.IGNORECASE,
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s/-]+(?:of\s+)?" + MONTH + r"[\s,/-]+" + YEAR,
        r"(?<![A-Za-z])" + MONTH + r"[\s/-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|[/-])" + YEAR,
        r"\b(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?=\b|T)",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\." + YEAR,
        r"\b(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-]" + YEAR,
    )
)
MONTH_ONLY = re.compile(r"\b" + MONTH + r",?\s+" + YEAR, re.IGNORECASE)
URL_DAY = re.compile(r"(?<!\d)(?P<year>20\d\d|19\d\d)([/-]?)(?P<month>0[1-9]|1[0-2])\2(?P<day>[0-2]\d|3[01])(?!\d)")
URL_SHORT = re.compile(r"/(?P<year>20\d\d|19\d\d)/(?P<month>[a-z]{3}|\d{1,2})/(?P<day>\d{1,2})(?=/|$)", re.IGNORECASE)
URL_MONTH = re.compile(r"/(?P<year>20\d\d|19\d\d)/(?P<month>0[1-9]|1[0-2])(?=/)")
TOKEN = re.compile(r"[A-Za-z]+|\d+(?:st|nd|rd|th)\b|\d+")
OTHER_STAMP_WORDS = (
    "published publish updated update updates last modified edited posted first issued date dated created release"
    " released revised on at of the and am pm a m p t ago sec secs second seconds min mins minute minutes hr hrs hour"
    " hours h day days d week weeks month months year years an one just now today yesterday read reading "
    "time et ist ct"
    " pt ast gst local publication ip edt original originally"
).split()
STAMP_WORDS = frozenset([*MONTH_NUMBERS, *WEEKDAY_NUMBERS, *ZONES, *OTHER_STAMP_WORDS])
UPDATE = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
PUBLISH = re.compile(r"\b(?:published|posted|issued|released?|created|publication|date|first)\b", re.IGNORECASE)
NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?:[\s,–-]+\d{1,2}[:.]\d{2})?")
LOCAL = re.compile(r"(?<=\d)\s+[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?= (?:local )?time\b)")  # `09:05 Oslo time`
LONGEST_STAMP = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date as it stands in a text, as ISO 8601, with its offsets there."""

    start: int
    end: int
    iso: str
    precision: Precision

    @property
    def day(self) -> date:
        """The calendar day; the first of the month where no day is given."""
        return date.fromisoformat((self.iso + "-01")[:10] if self.precision == "month" else self.iso[:10])


def dates_in(text: str) -> tuple[Found, ...]:
    """Every full date in a text, in order; 03/04/2019, which is two days, is none."""
    found = {f.start: f for form in FORMS for match in form.finditer(text) if (f := _found(match))}
    return tuple(found[start] for start in sorted(found))


def stamp_kind(text: str) -> Literal["date-stamp", "update-stamp"] | None:
    """What kind of stamp the line is: all its words belong to dates and times, and it tells one."""
    return _stamp_kind(text) if 0 < len(text) <= LONGEST_STAMP else None


@lru_cache(maxsize=1 << 12)
def _stamp_kind(text: str) -> Literal["date-stamp", "update-stamp"] | None:
    text = LOCAL.sub("", without_name(text))
    tokens = [t.casefold() for t in TOKEN.findall(text)]
    letters = sum(c.isalpha() for c in text)
    if not tokens or letters != sum(c.isalpha() for t in tokens for c in t):
        return None
    if NUMERIC.fullmatch(text):
        return "date-stamp"
    if not all(t in STAMP_WORDS or t[0].isdigit() for t in tokens):
        return None
    if not _tells_time(text, tokens):
        return None
    found = dates_in(text)
    before = text[: found[0].start] if found else text
    return "update-stamp" if UPDATE.search(before) and not PUBLISH.search(text) else "date-stamp"


def _tells_time(text: str, tokens: list[str]) -> bool:
    """Whether words that all belong to dates tell one: a day, an hour, or how long ago."""
    words = set(tokens) & STAMP_WORDS
    numbered = any(t[0].isdigit() for t in tokens)
    labelled = bool(UPDATE.search(text) or PUBLISH.search(text) or words & MONTH_NUMBERS.keys()) and numbered
    ago = "ago" in tokens or tokens[-2:] == ["just", "now"]
    return ago or labelled or bool(words and TIME.search(text)) or bool(dates_in(text))


def stamped(text: str) -> tuple[Found, bool] | None:
    """The date that a stamp gives, publication before update, and whether a word such as `Published` says so."""
    found = dates_in(text) or tuple(
        Found(
            start=m.start(),
            end=m.end(),
            iso=f"{m['year']}-{MONTH_NUMBERS[m['month'].casefold()]:02d}",
            precision="month",
        )
        for m in MONTH_ONLY.finditer(text)
    )
    if not found:
        return None
    since = 0
    for each in found:
        before = text[since : each.start]
        if PUBLISH.search(before):
            return _with_time(text, each), True
        since = each.end
    fresh = [f for f, before in zip(found, _befores(text, found), strict=True) if not UPDATE.search(before)]
    return _with_time(text, (fresh or list(found))[0]), False


def from_iso(value: str) -> Found | None:
    """A date that metadata gives: to the minute only where its zone is known and it is not midnight."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        iso = dates_in(value[:60])
        return iso[0] if iso else None
    if moment.tzinfo is None or (moment.hour, moment.minute) == (0, 0):
        return Found(start=0, end=len(value), iso=moment.date().isoformat(), precision="day")
    try:
        return Found(start=0, end=len(value), iso=_minute(moment), precision="minute")
    except OverflowError:
        return None


def from_url(url: str) -> Found | None:
    """The date in the path of a URL, as many outlets put it there."""
    for pattern in (URL_DAY, URL_SHORT):
        for match in pattern.finditer(url[:2000]):
            if found := _found(match):
                return found
    monthly = URL_MONTH.search(url[:2000])
    return monthly and Found(
        start=monthly.start(), end=monthly.end(), iso=f"{monthly['year']}-{monthly['month']}", precision="month"
    )


def _befores(text: str, found: tuple[Found, ...]) -> Iterator[str]:
    since = 0
    for each in found:
        yield text[since : each.start]
        since = each.end


def _found(match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a <= 12 and b <= 12 and a != b:
            return None
        day, month = (a, b) if a > 12 else (b, a)
    else:
        name = parts["month"].casefold()
        day, month = int(parts["day"]), MONTH_NUMBERS.get(name) or (int(name) if name.isdigit() else 0)
    try:
        iso = date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None
    return Found(start=match.start(), end=match.end(), iso=iso, precision="day")


def _with_time(text: str, found: Found) -> Found:
    """The date to the minute, where a time with its zone stands next to it."""
    if found.precision != "day":
        return found
    after = TIME.match(text[found.end :].lstrip(" ,|/–—-T").removeprefix("at "))
    before = [m for m in TIME.finditer(text, max(0, found.start - 25), found.start) if m.end() >= found.start - 6]
    for match in [m for m in (after, *before) if m]:
        if moment := _moment(found.day, match):
            return Found(start=found.start, end=found.end, iso=_minute(moment), precision="minute")
    return found


def _moment(day: date, match: re.Match[str]) -> datetime | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "")[:1].casefold()
    zone = (match["zone"] or "").casefold()
    if zone not in ZONES or hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    shift = ZONES[zone]
    if match["shift"]:
        digits = match["shift"][1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        shift += (1 if match["shift"][0] == "+" else -1) * (60 * hours + minutes)
    if abs(shift) >= 24 * 60:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(timedelta(minutes=shift)))


def _minute(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
