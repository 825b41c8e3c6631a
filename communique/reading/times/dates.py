"""Dates by their names: days, months, years, decades, seasons, quarters, holidays."""

import re
from dataclasses import replace
from re import Match

from communique.domain.moments import Moment, Turn, full, moment, yearless
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.reading.times import holidays
from communique.reading.times.meanings import Meaning, Rule, Setting, coming, dated, last, nearest, shifted
from communique.reading.times.words import (
    DECADES,
    MONTH,
    ONES,
    ORDINAL,
    SEASON,
    SEASONS,
    TENS,
    WEEKDAY,
    YEAR,
    number,
    pattern,
)

EARLIEST, LATEST = 1000, 2500
"""Years that news can mean; 0000 and 9999 are what programs write for none."""
LEAP = 2000  # a year that has every day

FROM_TOLD = {
    "the following": (1, coming), "after": (1, coming),
    "the previous": (-1, last), "the preceding": (-1, last), "before": (-1, last),
}  # fmt: skip
"""How far from the day last told a weekday is looked for, and which way."""
TURNS = {"last": -1, "this": 0, "next": 1}
NEAR = 30  # days in which a holiday that nears is prepared for in the past tense

NUMBERED = re.compile(
    r"\b(?:agenda|article|boeing|decision|flight|law|no[.]|number|order|protocol|resolution|rule)\s$", re.IGNORECASE
)
"""What has a number that looks like a year."""

COUNTED = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT"})


def year(text: str | None) -> int | None:
    """A year that can be meant."""
    return int(text) if text and EARLIEST <= int(text) <= LATEST else None


def day_of(match: Match[str], setting: Setting) -> Meaning:
    """`6 May 2019`, `Monday, May 6`, `6-8 May`; no value where the calendar has no such day, or another weekday."""
    part = match.groupdict()
    month = MONTH_NUMBERS[(part["month"] or part["month2"]).rstrip(".").casefold()]
    number, until = int(part["day"] or part["day2"]), part["last"] or part["last2"]
    weekday = WEEKDAY_NUMBERS[part["weekday"].rstrip(".").casefold()] if part["weekday"] else None
    stated = part["year"] or part["year2"] or _later(match) or _year_beside(part, setting)
    day = full(year(stated), month, number, weekday) if stated else None
    told = (moment("day", day) if day else None) if stated else _yearless(month, number, weekday, setting)
    if told and until and (first := told.first):
        final = full(first.year, month, int(until))
        return Meaning(value=f"{first.isoformat()}/{final.isoformat()}" if final and final > first else None)
    return dated(told)


def _year_beside(part: dict[str, str | None], setting: Setting) -> str | None:
    """The year in `June 27 last year`."""
    this, step = setting.now("year"), part.get("step")
    return str(this.number + TURNS[step.casefold()]) if step and this and not this.floating else None


def _later(match: Match[str]) -> str | None:
    """The year that stands only behind the second of two dates (`from March to May 2018`)."""
    found = LATER.match(match.string, match.end())
    return found["year"] if found and not match.groupdict().get("way") else None


def _yearless(month: int, day: int, weekday: int | None, setting: Setting) -> Moment | None:
    """The day of the year that tense and weekday allow, the nearest to the article."""
    turn: Turn = "last" if setting.tense == "past" else "coming" if setting.tense else "nearest"
    today = setting.now("day")
    if today and today.floating:
        known = full(LEAP, month, day)
        return replace(today, turn=turn, month=month, place=day, weekday=weekday) if known else None
    now = today or setting.now("month")
    if now is None or now.first is None:
        return None
    found = yearless(month, day, weekday, now.first, turn=turn if today else "nearest")
    return moment("day", found) if found else None


def numeric(match: Match[str], _: Setting) -> Meaning:
    """`2019-05-06`; `31/12/2018`; 03/04/2019 is two days, so it has no value."""
    part = match.groupdict()
    if part["iso"]:
        months, days = part["isomonth"], part["isoday"]
        found = full(year(part["iso"]), int(months), int(days))
        return dated(moment("day", found) if found else None)
    a, b = int(part["a"]), int(part["b"])
    if a <= 12 and b <= 12 and a != b:
        return Meaning()
    found = full(year(part["century"]), min(a, b), max(a, b)) if min(a, b) <= 12 else None
    return dated(moment("day", found) if found else None)


def month_of(match: Match[str], setting: Setting) -> Meaning | None:
    """`May 2019`, `last May`, `May`: without a year the one that the tense asks for."""
    part = match.groupdict()
    month = MONTH_NUMBERS[part["month"].rstrip(".").casefold()] - 1  # as moments count them
    if part["rest"]:
        return dated(Moment(unit="month", number=_spelled(part["century"], part["rest"]) * 12 + month))
    if part["step"]:
        step = part["step"].casefold()
        told = setting.now("year") if step in TURNS else setting.then("year")
        by = TURNS.get(step, 0)
        known = told is not None and not told.floating
        return dated(Moment(unit="month", number=(told.number + by) * 12 + month) if told and known else None)
    if later := part["year"] or _later(match):
        stated = year(later)
        return dated(Moment(unit="month", number=stated * 12 + month) if stated else None)
    if setting.label in NAMES or (part["month"] == "May" and setting.label != "DATE" and not part["way"]):
        return None
    if not part["way"]:
        return dated(_bare_month(month, setting))
    return dated(_turn(setting.now("month"), month, 12, part["way"].casefold(), setting))


def _bare_month(month: int, setting: Setting) -> Moment | None:
    """A month without a year; nobody calls the last June so in May, but in `since June`."""
    if past := setting.past():
        return coming(past, month, 12)
    now = setting.now("month")
    ahead = now is not None and not now.floating and not setting.since and (now.number + 1) % 12 == month
    return shifted(now, 1) if ahead else nearest(now, month, 12, setting.tense)


def _turn(now: Moment | None, number: int, cycle: int, way: str, setting: Setting) -> Moment | None:
    """The month or season meant by `last`, `next`, `this` or nothing."""
    if way.startswith(("last", "past", "the past", "the prev", "the prec")):
        return last(shifted(now, -1), number, cycle)
    if way.startswith(("next", "coming", "this coming")):
        return coming(shifted(now, 1), number, cycle)
    return nearest(now, number, cycle, setting.tense)


def season_of(match: Match[str], setting: Setting) -> Meaning | None:
    """`the summer of 2019`, `last winter`, `this spring`."""
    part = match.groupdict()
    if part["way"] == "" and not part["year"]:
        return None
    season = SEASONS[part["season"].casefold()]
    if part["year"]:
        stated = year(part["year"])
        return dated(Moment(unit="season", number=stated * 4 + season) if stated else None)
    return dated(_turn(setting.now("season"), season, 4, (part["way"] or "").casefold(), setting))


def weekday_of(match: Match[str], setting: Setting) -> Meaning:
    """`Tuesday`, `last Tuesday`, `next Tuesday`, `Tuesday of last week`."""
    part = match.groupdict()
    weekday = WEEKDAY_NUMBERS[part["weekday"].rstrip(".").casefold()]
    today, turn = setting.now("day"), coming if setting.tense in {"present", "future"} else last
    if part["week"]:
        week = shifted(setting.now("week"), TURNS[part["week"].casefold()])
        return dated(
            None if week is None or week.floating else Moment(unit="day", number=week.number * 7 + 1 + weekday)
        )
    way = (part["way"] or "").casefold()
    if way.startswith(("last", "this past")):
        today, turn = shifted(today, -1), last
    elif way.startswith(("next", "this")) and setting.tense != "past":
        today, turn = _beginning(way, setting), coming
    elif way in FROM_TOLD:
        then = setting.then("day")
        step, turn = FROM_TOLD[way]
        today = None if then and then.turn else shifted(then, step)
    return dated(turn(today, weekday + 1, 7))  # day 1 of the calendar was a Monday


def _beginning(way: str, setting: Setting) -> Moment | None:
    """From when a weekday is looked for: the `next` one is in the week after this."""
    today, week = setting.now("day"), setting.now("week")
    if not way.startswith("next") or today is None or today.floating or week is None:
        return shifted(today, 0 if way == "this" else 1)
    return Moment(unit="day", number=week.number * 7 + 8)


def year_of(match: Match[str], setting: Setting) -> Meaning | None:
    """`2019`, `the year 2000`, `fiscal 1989`; not what counts something (`2019 people`)."""
    part = match.groupdict()
    if not part["lead"] and (
        setting.label in COUNTED | NAMES or NUMBERED.search(match.string, max(0, match.start() - 12), match.start())
    ):
        return None
    first = year(part["year"])
    if first and (until := part.get("until")):
        final = year(part["year"][: 4 - len(until)] + until)
        return Meaning(value=f"{first:04}/{final:04}") if final and final > first else Meaning()
    return dated(Moment(unit="year", number=first) if first else None)


def spelled_year(match: Match[str], _: Setting) -> Meaning:
    """`nineteen ninety-six`, `the year two thousand`."""
    part = match.groupdict()
    if part["thousand"]:
        return dated(Moment(unit="year", number=2000 + (int(number(part["more"])) if part["more"] else 0)))
    return dated(Moment(unit="year", number=_spelled(part["century"], part["rest"])))


def _spelled(century: str, rest: str) -> int:
    return int(number(century)) * 100 + int(number(rest))


def decade_of(match: Match[str], setting: Setting) -> Meaning | None:
    """`the 1990s`, `the nineties`: of this century only where it has been reached."""
    part = match.groupdict()
    if part["years"]:
        first = year(part["years"])
        return dated(Moment(unit="decade", number=first // 10) if first else None)
    if setting.label in COUNTED:
        return None
    decade = int(part["short"][:1]) if part["short"] else DECADES.index(part["name"].casefold()) + 2
    now = setting.now("decade")
    return dated(last(now, decade, 10))


def century_of(match: Match[str], _: Setting) -> Meaning:
    """`the 20th century`, which TIMEX3 writes 19."""
    count = int(number(match["ordinal"]))
    return dated(Moment(unit="century", number=count - 1) if 1 <= count <= LATEST // 100 else None)


def holiday_of(match: Match[str], setting: Setting) -> Meaning:
    """`Christmas`, `Easter Sunday 2019`, `last Thanksgiving`."""
    name = " ".join(match["holiday"].casefold().replace("’", "'").replace(".", "").split())
    stated, today = match["year"], setting.now("day")
    if today and today.floating and not stated and name in holidays.FIXED:
        month, number = holidays.FIXED[name]
        return dated(_yearless(month, number, None, setting))
    if stated or today is None or today.first is None:
        found = holidays.day(name, year(stated) or 0)
        return dated(moment("day", found) if found else None)
    this = today.first
    days = [day for shift in (-1, 0, 1) if (day := holidays.day(name, this.year + shift))]
    way = (match["way"] or "").casefold()
    if way == "last":
        days = [day for day in days if day < this][-1:]
    elif way == "next" or setting.tense == "future":
        days = [day for day in days if day >= this][:1]
    elif setting.tense == "past":
        days = [day for day in days if (day - this).days <= NEAR][-1:]
    found = min(days, key=lambda day: abs((day - this).days), default=None)
    return dated(moment("day", found) if found else None)


WAY = r"(?:(?P<way>last|next|this(?: past| coming)?|the (?:following|previous|preceding)) )?"
LAST_OR_NEXT = r"(?P<way>last|next|this(?: past| coming)?|the (?:past|coming|previous|following)) "
_EDGE = r"(?:early |late |mid-|mid )?"
_SEASON = rf"(?P<season>{SEASON})(?: (?:of )?(?P<year>{YEAR}))?"
_NO_FALL = r"(?! of| in)"  # a fall in prices, the fall of a government
_ST = r"(?:st|nd|rd|th)?"
_TO = r"(?: ?[-–] ?| to )"
DAY = (
    rf"(?:(?P<weekday>{WEEKDAY})(?:, | )(?:the )?|(?P<way>last|next|this) )?"
    rf"(?:(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}}){_ST}(?:{_TO}(?P<last>\d{{1,2}}){_ST})?"
    rf"(?:,? (?P<year>{YEAR}))?(?![.,:]?\d)"
    rf"|(?P<day2>\d{{1,2}}){_ST}(?:{_TO}(?P<last2>\d{{1,2}}){_ST})?(?: day)?(?: of)? (?P<month2>{MONTH})"
    rf"(?:,? (?P<year2>{YEAR}))?(?![,:]?\d))"
    r"(?:,? (?:of )?(?P<step>last|this|next) year)?"
)
NUMERIC = (
    r"(?P<iso>\d{4})-(?P<isomonth>\d\d)-(?P<isoday>\d\d)"
    r"|(?P<a>\d{1,2})(?P<cut>[/.])(?P<b>\d{1,2})(?P=cut)(?P<century>\d{4})"
)
DAY_NAME = rf"{WAY}(?P<weekday>{WEEKDAY})(?:,? (?:of )?(?P<week>last|this|next) week)?"
_CENTURIES = "sixteen|seventeen|eighteen|nineteen|twenty"
_SPELLED = rf"(?:{'|'.join(ONES[10:])}|(?:{'|'.join(TENS)})(?:(?:-| )(?:{'|'.join(ONES[1:10])}))?)"
_SPELLED_YEAR = rf"(?P<century>{_CENTURIES})(?:-| )(?P<rest>{_SPELLED})"
_HOLIDAY = "|".join(sorted(holidays.NAMES, key=len, reverse=True)).replace("st patrick", "st[.]? patrick")

LATER = re.compile(
    rf"(?:\s(?:to|and|or|through|until|till|[-–])\s|[-–])(?:{WEEKDAY},?\s)?(?:\d{{1,2}}\s)?{MONTH}"
    rf"(?:\s\d{{1,2}})?,?\s(?P<year>{YEAR})(?!\d)",
    re.ASCII,
)

RULES = (
    Rule(pattern(DAY), day_of),
    Rule(pattern(NUMERIC), numeric),
    Rule(pattern(DAY_NAME), weekday_of),
    Rule(
        pattern(rf"the (?P<weekday>{WEEKDAY}) (?P<way>before|after)(?P<week>)(?= ?(?:[.,;:!?)”\"]|$|and |but ))"),
        weekday_of,
    ),
    Rule(
        pattern(
            rf"{WAY}(?P<month>{MONTH})"
            rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|(?P<step>last|next|that|the same|this) year|{_SPELLED_YEAR}))?"
        ),
        month_of,
    ),
    Rule(pattern(rf"(?:{LAST_OR_NEXT}{_EDGE}|the {_EDGE}){_SEASON}{_NO_FALL}"), season_of),
    Rule(pattern(rf"(?P<way>){_SEASON}{_NO_FALL}"), season_of),
    Rule(
        pattern(
            r"(?P<lead>(?:the )?(?:fiscal )?year |fiscal(?: year)? )?(?P<year>(?:1[5-9]|20)\d\d)"
            r"(?:[-–/](?P<until>\d\d|\d{4}))?(?![.,]\d|%|-\w)"
        ),
        year_of,
    ),
    Rule(pattern(r"(?P<lead>(?:the )?(?:fiscal )?year )(?P<year>\d{4})(?![.,]\d)"), year_of),
    Rule(
        pattern(
            rf"{_SPELLED_YEAR}"
            rf"|(?:the )?year (?P<thousand>two thousand)(?: (?:and )?(?P<more>{_SPELLED}))?"
        ),
        spelled_year,
    ),
    Rule(
        pattern(
            rf"(?:the )?{_EDGE}(?:(?P<years>(?:1[5-9]|20)\d0)'?s|'(?P<short>\d0)'?s"
            rf"|(?:nineteen )?(?P<name>{'|'.join(DECADES)}))"
        ),
        decade_of,
    ),
    Rule(pattern(rf"(?:the )?{_EDGE}(?P<ordinal>{ORDINAL})(?:-| )century"), century_of),
    Rule(pattern(rf"(?:(?P<way>last|this|next) )?(?P<holiday>{_HOLIDAY})(?:,? (?P<year>{YEAR}))?"), holiday_of),
)
