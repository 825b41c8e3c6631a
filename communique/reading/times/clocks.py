"""Times of day: `10 p.m. on Tuesday`, `noon`, `Thursday night`, `this morning`, `15:30 GMT`."""

from re import Match

from communique.domain.moments import Moment
from communique.reading.times import dates
from communique.reading.times.meanings import Meaning, Rule, Setting, shifted
from communique.reading.times.relations import DAYS
from communique.reading.times.words import MONTH, ONES, PART, PARTS, WEEKDAY, YEAR, number, pattern

RECENT = 3  # days
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def at(match: Match[str], setting: Setting) -> Meaning | None:
    """A time of day with or without its day; the day is otherwise the one last told, unless the news has moved on."""
    time = _time(match)
    if time is None:
        return Meaning(type="TIME")
    words = match.groupdict().get("day")
    day = _day(words, setting) if words else _last_told(setting)
    if day is None or day.unit != "day":
        return Meaning(type="TIME", value=None if words else f"T{time}")
    return Meaning(type="TIME", value=f"{day.value}T{time}" if day.value else None, moment=day)


def _last_told(setting: Setting) -> Moment | None:
    """The day last told; that of the article for what is to come, or where another paragraph told one long before."""
    told, now = setting.then("day"), setting.now("day")
    if told is None or now is None:
        return told
    known = not (told.floating or now.floating)
    old = now.number - told.number > RECENT if known else told.month > 0  # news of the week is told by its weekday
    return now if (old and setting.here is None) or setting.tense == "future" else told


def _time(match: Match[str]) -> str | None:
    """The time as TIMEX3 writes it behind the T; None for one that the clock does not have."""
    part = match.groupdict()
    if name := part.get("named"):
        return NAMED[name.casefold()]
    hour, minute = int(number(part["hour"])), int(part.get("minute") or 0)
    half = (part.get("half") or "")[:1].casefold()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def part_of_day(match: Match[str], setting: Setting) -> Meaning:
    """`Thursday night`, `this morning`, `tomorrow afternoon`, `tonight`."""
    part = match.groupdict()
    name = (part["part"] or part["part2"] or part["part3"] or "night").casefold()
    words = part["day"] or part["day2"]
    if words:
        day = _day(words, setting)
    else:
        way = " ".join((part["way"] or "this").casefold().split())
        base = setting.then("day") if way in {"that", "the same", "the following", "the next"} else setting.now("day")
        day = shifted(base, {"last": -1, "the following": 1, "the next": 1}.get(way, 0))
    value = f"{day.value}T{PARTS[name]}" if day and day.unit == "day" and day.value else None
    return Meaning(type="TIME", value=value, moment=day)


def _day(words: str, setting: Setting) -> Moment | None:
    """The day that some words tell."""
    name = " ".join(words.casefold().split())
    if name in DAYS:
        return shifted(setting.now("day"), DAYS[name])
    for rule in dates.RULES:
        if match := rule.pattern.fullmatch(words):
            meaning = rule.meaning(match, setting)
            return meaning.moment if meaning else None
    return None


_NAME = rf"(?:(?:last |next |this )?{WEEKDAY}|today|yesterday|tomorrow)"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:(?:{WEEKDAY},? )?(?:{MONTH} {_NUMBER}|{_NUMBER} (?:of )?{MONTH})(?:,? {YEAR})?)"
_EDGE = r"(?:early |late |mid-?)?"
_DAY = rf"(?:{_DATE}|{_NAME})"
_ZONE = (
    r"(?:,? \(?(?:GMT|UTC|BST|CE?S?T|EES?T|MSK|E[SD]T|C[SD]T|M[SD]T|P[SD]T|local time|Eastern(?: time)?|Moscow time)\)?"
    r"(?: \(\d{1,4}(?::\d\d)? ?GMT\))?)"
)
_CLOCK = (
    r"(?:(?P<named>noon|midday|midnight)"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap][.]?m\b[.]?)"
)
_HOURS = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)"
_BARE = rf"(?:at|by|until|till|from|before|after|around|about|since) (?P<core>{_HOURS})"
_SHARP = rf"(?P<hour>\d{{1,2}}|{'|'.join(ONES[1:13])}) o'clock"
_ON = rf"(?:,? (?:on |late |early )?(?P<day>{_DAY}))?"

RULES = (
    Rule(pattern(rf"{_CLOCK}){_ZONE}?{_ON}"), at),
    Rule(pattern(rf"(?P<day>{_DAY}),? (?:at )?{_CLOCK}){_ZONE}?"), at),
    Rule(pattern(rf"{_HOURS}{_ZONE}{_ON}"), at),
    Rule(pattern(rf"(?P<day>{_DAY}),? (?:at )?{_HOURS}{_ZONE}?"), at),
    Rule(pattern(_BARE), at),
    Rule(pattern(rf"{_SHARP}{_ZONE}?{_ON}"), at),
    Rule(
        pattern(
            rf"(?P<day>{_DAY}) {_EDGE}(?P<part>{PART})"
            rf"|(?:the )?{_EDGE}(?P<part2>{PART}) (?:of |on )?(?P<day2>{_DAY})"
            rf"|(?P<way>this|last|that|the same|the following|the next) {_EDGE}(?P<part3>{PART})|tonight"
        ),
        part_of_day,
    ),
)
