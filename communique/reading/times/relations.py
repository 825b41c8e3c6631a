"""Dates told from another: `last week`, `two days ago`, `the following month`, `a year earlier`, `third quarter`."""

import re
from dataclasses import replace
from re import Match

from communique.domain.moments import Moment, Unit
from communique.reading.times.dates import year
from communique.reading.times.meanings import Meaning, Meant, Rule, Setting, coming, compared, dated, last, shifted
from communique.reading.times.words import (
    COUNT,
    SPAN,
    UNIT,
    UNITS,
    YEAR,
    duration,
    number,
    pattern,
    unit,
)

DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
FIGURES = 60  # characters from an expression to figures that it compares
ENDS_NAME = re.compile(r"[”’\"']")
BACK = ("last", "the last", "the previous", "the preceding", "the prior")
AHEAD = ("next", "the next", "the coming", "this coming", "the following")


def day_told(match: Match[str], setting: Setting) -> Meaning:
    """`today`, `yesterday`, `tomorrow`."""
    name = " ".join(match[0].casefold().split())
    return dated(shifted(setting.now("day"), DAYS[name]))


def overnight(_: Match[str], setting: Setting) -> Meaning | None:
    """`overnight`: the day before or today; what is ahead, or in an article without a date, is not told."""
    today = setting.now("day")
    if today is None or today.floating or setting.tense == "future" or today.first is None:
        return None
    return Meaning(value=f"{today.shifted(-1).value}/{today.value}")


def unit_told(match: Match[str], setting: Setting) -> Meaning | None:
    """`last week`, `this month`, `that year`, `the following day`; `the past year` is a year long; not “This Week”."""
    if match["unit"][0].isupper() and ENDS_NAME.match(match.string, match.end()):
        return None
    way, name = " ".join(match["way"].casefold().split()), unit(match["unit"])
    kind = UNITS[name][2] or "day"
    if way in {"the past", "past", "the last"}:
        return Meaning(type="DURATION", value=duration("1", name))
    if way in {"that", "the same", "the following", "the previous", "the preceding"} or (way, name) == (
        "the next",
        "day",
    ):
        base = setting.then(kind)
        step = {"that": 0, "the same": 0, "the following": 1, "the next": 1}.get(way, -1)
        return dated(shifted(base, step))
    step = -1 if way in BACK else 1 if way in AHEAD else 0
    return dated(shifted(setting.now(kind), step))


def same_day(_: Match[str], setting: Setting) -> Meaning:
    """`later in the day`: that last told, else today."""
    return dated(setting.then("day") or setting.now("day"))


def told_last(_: Match[str], setting: Setting) -> Meaning | None:
    """`since then`: the date last told."""
    return dated(setting.told) if setting.told else None


def unit_alone(match: Match[str], setting: Setting) -> Meaning:
    """`for the month`: the article's; `in the quarter`: the one last told; `the year ended June 30`: a year long."""
    name = unit(match["unit"])
    if name == "quarter" and setting.quarter:
        return dated(setting.quarter)
    if match["ended"] is not None:
        return Meaning(type="DURATION", value=duration("1", name))
    return dated(setting.now(UNITS[name][2] or "day"))


def unit_end(match: Match[str], setting: Setting) -> Meaning:
    """`year-end`, `the month's end`."""
    return dated(setting.now(UNITS[unit(match["unit"])][2] or "day"))


def ago(match: Match[str], setting: Setting) -> Meaning:
    """`two weeks ago`, `a year earlier`, `three days later`: as precise as the unit."""
    part = match.groupdict()
    way = part["way"].casefold()
    count, name = number(part["count"]), unit(part["unit"])
    _, times, kind = UNITS[name]
    back = way in {"ago", "earlier", "before", "previously"}
    if kind is None or not count.isdigit():
        return Meaning(value="PAST_REF" if back else "FUTURE_REF")
    by = int(count) * times * (-1 if back else 1)
    unit_used: Unit = "week" if name == "fortnight" else kind
    if name == "year" and setting.quarter and back and _figures(match):
        return compared(setting.quarter.shifted(4 * by))
    if way in {"ago", "from now", "hence"}:
        return dated(shifted(setting.now(unit_used), by))
    return dated(shifted(setting.then(unit_used) or (setting.now(unit_used) if kind == "year" else None), by))


def is_earlier(rule: Rule, match: Match[str]) -> bool:
    """Whether it is `a day EARLIER` than another day."""
    return rule.meaning is ago and match["way"].casefold() in {"before", "earlier", "previously"}


def _figures(match: Match[str]) -> bool:
    """Whether figures are compared nearby, as reports on a quarter do (`up 5% from a year earlier`)."""
    beside = match.string[max(0, match.start() - FIGURES) : match.end() + FIGURES]
    return any(character.isdigit() for character in beside.replace(match[0], ""))


def beside(match: Match[str], setting: Setting) -> Meaning:
    """`the day before`, `the week after`, with nothing behind them: beside the last date told."""
    kind = UNITS[unit(match["unit"])][2] if match["unit"].casefold() != "night" else "day"
    return dated(shifted(setting.then(kind or "day"), -1 if match["way"].casefold() == "before" else 1))


def year_ago(match: Match[str], setting: Setting) -> Meaning:
    """`the year-ago quarter`: a year before the quarter last told."""
    if setting.quarter and match["span"] != "year":
        return compared(setting.quarter.shifted(-4))
    return compared(shifted(setting.now("year"), -1))


def quarter_of(match: Match[str], setting: Setting) -> Meaning:
    """`the third quarter of 2019`, `Q3`, `last year's third quarter`; without a year the nearest by tense."""
    part = match.groupdict()
    count = int(part.get("short") or number(part["place"]))
    if words := part.get("stated") or part.get("year") or part.get("year2"):
        told = _year_told(words, setting)
        return dated(Moment(unit="quarter", number=told.number * 4 + count - 1) if told else None)
    now = setting.now("quarter")
    ahead = setting.tense == "future" and now is not None and (count - 1 - now.number) % 4 <= 2
    return dated((coming if ahead else last)(now, count - 1, 4))


def half_of(match: Match[str], setting: Setting) -> Meaning:
    """`the first half of 2019`, `the second half of the year`."""
    told = _year_told(match["year"], setting)
    half = {"first": 0, "second": 1}[match["place"].casefold()]
    return dated(Moment(unit="half", number=told.number * 2 + half) if told else None)


def _year_told(words: str | None, setting: Setting) -> Moment | None:
    """The year that `2019`, `last year`, `the year` or `this year's` names."""
    words = " ".join((words or "").casefold().split()).removesuffix("'s").removesuffix("’s")
    if words.isdigit():
        stated = year(words)
        return Moment(unit="year", number=stated) if stated else None
    if words == "that year":
        return setting.then("year")
    steps = {"last year": -1, "this year": 0, "the year": 0, "next year": 1, "the current year": 0}
    now = setting.now("year")
    return None if now is None or now.floating or words not in steps else now.shifted(steps[words])


def period(match: Match[str], setting: Setting) -> Meaning:
    """`the latest quarter`, `the 1988 period`, `the same period last year`: told from the quarter last told."""
    now, stated = setting.now("quarter"), year(match["year"])
    latest = setting.quarter if setting.quarter != now else None
    if latest is None and match["name"].casefold() == "quarter":
        latest = shifted(now, -1)
    if match["back"]:
        return compared(shifted(latest, -4))
    if stated:
        latest = None if latest and latest.floating else latest
        unit_told: Unit = "quarter" if latest else "year"
        return compared(Moment(unit=unit_told, number=stated * 4 + latest.number % 4 if latest else stated))
    return dated(latest)


def weekend(match: Match[str], setting: Setting) -> Meaning:
    """`the weekend`, `last weekend`, `this weekend`."""
    week, today = setting.now("week"), setting.now("day")
    if week is None or today is None:
        return Meaning()
    way = match["way"].casefold()
    in_weekend = not today.floating and (today.number - 1) % 7 >= 5
    if way in {"last", "the past", "this past", "the previous"}:
        step = -1
    elif way in {"next", "the coming", "this coming"}:
        step = 1 if in_weekend else 0
    else:
        step = 0 if in_weekend or setting.tense == "future" or way == "this" else -1
    return dated(replace(week, unit="weekend", number=week.number + step))


def reference(value: str) -> Meant:
    """What words that name no date mean: before, around or after the article's."""

    def meaning(_: Match[str], __: Setting) -> Meaning:
        return Meaning(value=value)

    return meaning


_NAMED_YEAR = r"(?:last|this|next|that|the|the current) year"
_PLACE = r"(?P<place>first|second|third|fourth|1st|2nd|3rd|4th)"
_WAYS = (
    r"(?P<way>last|next|this(?: coming)?|that|(?:the )?past|the (?:last|next|coming|previous|preceding|prior|following"
    r"|same|current)|current)"
)
_BESIDE = r"the (?P<unit>day|night|week|month|year) (?P<way>before|after)"
_NOW = (
    r"now|right now|currently|at present|at the moment|at this (?:point|stage|time|moment)|nowadays|these days"
    r"|presently|this (?:\w{1,15} )?moment"
)
_PAST = (
    r"(?:more )?recently|lately|in (?P<core>the (?:recent )?past)|(?:the )?recent past|not long ago|long ago|formerly"
)
_FUTURE = (
    r"soon(?! (?:as|after))|shortly(?! (?:after|before))|in (?P<core>the (?:\w{1,15} )?future)"
    r"|the (?:near|foreseeable|immediate) future|a later date"
)

RULES = (
    Rule(pattern("|".join(DAYS)), day_told),
    Rule(pattern(r"overnight(?! \w+(?:s|ing)\b)"), overnight),
    Rule(pattern(rf"{_WAYS} (?:fiscal |calendar |financial )?(?P<unit>{SPAN}|day)(?: or so)?(?! old)"), unit_told),
    Rule(pattern(r"(?:earlier|later|late) in (?P<core>the day)"), same_day),
    Rule(pattern(r"since (?P<core>then)"), told_last),
    Rule(
        pattern(
            rf"(?:for|in|during|of|over|throughout|by) (?P<core>the (?:full |entire |whole |fiscal )?(?P<unit>{SPAN}))"
            r"(?P<ended>(?= end(?:ed|ing)))?(?!-| (?:of|\d))"
        ),
        unit_alone,
    ),
    Rule(pattern(r"(?P<unit>year|month|week)(?:'s)?(?:-| )end"), unit_end),
    Rule(pattern(rf"{COUNT} (?P<unit>{UNIT}) (?P<way>ago|earlier|later|from now|hence|previously)"), ago),
    Rule(
        pattern(rf"(?:the |a )?year-(?:ago|earlier) (?:{_PLACE} )?(?P<span>quarter|period|year)|year-(?:ago|earlier)"),
        year_ago,
    ),
    Rule(
        pattern(
            rf"(?:(?P<year>{_NAMED_YEAR})(?:'s)? |the |its |their )?(?:(?P<stated>{YEAR}) )?(?:fiscal(?:-| ))?"
            rf"{_PLACE} quarter(?:,? (?:of )?(?P<year2>{YEAR}|{_NAMED_YEAR}))?"
        ),
        quarter_of,
    ),
    Rule(pattern(rf"{_PLACE}-quarter"), quarter_of),
    Rule(pattern(rf"Q(?P<short>[1-4])(?: (?:of )?(?P<year>{YEAR}))?"), quarter_of),
    Rule(
        pattern(rf"the (?P<place>first|second) half of (?P<year>{YEAR}|{_NAMED_YEAR})"),
        half_of,
    ),
    Rule(
        pattern(rf"the (?:latest|(?P<year>{YEAR})|corresponding|same) (?P<name>quarter|period)(?P<back> last year)?"),
        period,
    ),
    Rule(
        pattern(r"(?P<way>the (?:past|coming|previous)|this (?:past|coming)|last|next|this|the) weekend"),
        weekend,
    ),
    Rule(pattern(rf"{_BESIDE}(?= ?(?:[.,;:!?)”\"]|$|and |but ))"), beside),
    Rule(pattern(_NOW), reference("PRESENT_REF")),
    Rule(pattern(_PAST), reference("PAST_REF")),
    Rule(pattern(_FUTURE), reference("FUTURE_REF")),
)
