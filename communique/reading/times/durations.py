"""How long and how often: `two weeks`, `the past three months`, `recent years`; `every Tuesday`, `daily`, `a year`."""

from re import Match

from communique.domain.times import SEASONS as SEASON_STARTS
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.reading.times.meanings import Meaning, Rule, Setting
from communique.reading.times.words import (
    COUNT,
    MONTH,
    NUMBER,
    ONE_UNIT,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    duration,
    number,
    pattern,
    unit,
)

ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
    "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W",
}  # fmt: skip


def lasting(match: Match[str], _: Setting) -> Meaning | None:
    """`two weeks`, `a five-year`, `the past three months`, `two hours and 40 minutes`."""
    part = match.groupdict()
    words: str = part["count"] or part["count2"]
    name, count = unit(part["unit"] or part["unit2"]), number(words)
    if name == "second" and words.casefold() in {"a", "one"}:
        return None  # no time, but what comes after a first
    if name == "quarter" and "-" in match[0]:
        return None  # three-quarters of something
    if any(part.get(key) for key in ("half", "half2", "half3")) and count != "X":
        count = f"{float(count) + 0.5:g}"
    value = duration(count, name)
    if part.get("less"):
        more = duration(number(part["more"]), unit(part["less"]))
        value += more.removeprefix("PT" if "T" in value else "P")
    return Meaning(type="DURATION", value=value)


def half(match: Match[str], _: Setting) -> Meaning:
    """`half an hour`, `half a century`."""
    shorter = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
    name = unit(match["unit"])
    return Meaning(type="DURATION", value=shorter.get(name) or f"P0.5{UNITS[name][0]}")


def some(match: Match[str], _: Setting) -> Meaning:
    """`recent years`, `for weeks`: a number that the words leave open."""
    return Meaning(type="DURATION", value=duration("X", unit(match["unit"])))


def each(match: Match[str], _: Setting) -> Meaning:
    """`every Tuesday`, `each year`, `every two weeks`, `Mondays`."""
    part = match.groupdict()
    if part["unit"]:
        count = number(part["count"]) if part["count"] else "2" if part["other"] else "1"
        return Meaning(type="SET", value=duration(count, unit(part["unit"])))
    if part["weekday"]:
        return Meaning(type="SET", value=f"XXXX-WXX-{WEEKDAY_NUMBERS[part['weekday'].rstrip('.').casefold()] + 1}")
    if part["month"]:
        return Meaning(type="SET", value=f"XXXX-{MONTH_NUMBERS[part['month'].rstrip('.').casefold()]:02}")
    if part["season"]:
        return Meaning(type="SET", value=f"XXXX-{tuple(SEASON_STARTS)[SEASONS[part['season'].casefold()]]}")
    return Meaning(type="SET", value=f"XXXX-XX-XXT{PARTS[part['part'].casefold()]}")


def weekdays(match: Match[str], _: Setting) -> Meaning:
    """`on Mondays`."""
    return Meaning(type="SET", value=f"XXXX-WXX-{WEEKDAY_NUMBERS[match['weekday'].casefold()] + 1}")


def adverb(match: Match[str], _: Setting) -> Meaning:
    """`daily`, `annually`."""
    return Meaning(type="SET", value=ADVERBS[match[0].casefold()])


def rate(match: Match[str], _: Setting) -> Meaning:
    """`$3 million a year`, `twice a month`."""
    return Meaning(type="SET", value=duration("1", unit(match["unit"])))


_KIND = (
    r"(?:full|single|whole|entire|more|additional|extra|straight|consecutive|successive|trading|business|working|calendar"
    r"|long) "
)
_RANGE = rf"(?:{NUMBER} (?:to|or|(?<!hundred\s)(?<!thousand\s)and) )?"
_BOUNDS = (
    r"(?:(?:the|these|those|its|his|her|their) )?"
    r"(?=[plnfco])(?<!will\s)(?<!would\s)(?<!could\s)(?<!may\s)(?<!to\s)"  # `will LAST 24 hours`
    r"(?:(?:past|last|next|first|final|coming|previous|latest|opening) )"
)
_SMALLER = {"year": "month", "month": "day", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
_JOINT = "|".join(rf"(?:(?<={larger})|(?<={larger}s))(?P<of_{larger}>)" for larger in _SMALLER)
_NEXT = "".join(rf"(?(of_{larger}){smaller}|" for larger, smaller in _SMALLER.items()) + "(?!)" + ")" * len(_SMALLER)
_LESS = rf"(?:{_JOINT}) and (?P<more>{NUMBER}|an?) (?P<less>{_NEXT}s?)(?!(?u:\w))"
_UNITS = UNIT.replace("s?|", "s|").replace("century|", "")

RULES = (
    Rule(
        pattern(
            r"(?:(?:million|billion|trillion|percent|per cent|thousand|once|twice|times|tons|tonnes|barrels|shares)"
            rf"|[$£€]?\d(?:[\d,.]{{0,15}}\d)?(?: \w{{1,20}})?|%) (?P<core>(?:an?|per|each|every) (?P<unit>{ONE_UNIT}))"
            r"(?! (?:after|ago|before|earlier|later)\b)"
        ),
        rate,
    ),
    Rule(
        pattern(
            rf"(?:{_BOUNDS}|the )?{_RANGE}{COUNT}(?P<half2> and a half)? (?:{_KIND})?(?P<unit>{UNIT})"
            rf"(?:(?P<half> and a half)|{_LESS})?(?: or so| or more)?(?!(?:-| )old|-\w| of age)"
        ),
        lasting,
    ),
    Rule(
        pattern(
            rf"(?:(?:{_BOUNDS}|an? )?(?P<count>{NUMBER}|several|few)-(?P<unit>{ONE_UNIT}) (?:period|span)"
            rf"|(?P<count2>{NUMBER}|several|few)(?P<half3>-and-a-half)?-(?P<unit2>{ONE_UNIT})"
            r"(?:-long)?)(?!(?:-| )old|-\w)"
        ),
        lasting,
    ),
    Rule(pattern(rf"(?:(?:half an?|a half) |half-)(?P<unit>{ONE_UNIT})(?:-long)?"), half),
    Rule(
        pattern(rf"(?:the )?(?:recent|coming|past|ensuing|intervening) (?P<unit>{_UNITS})"),
        some,
    ),
    Rule(
        pattern(
            rf"(?:for|in|over|after|within|took|take|spent|lasted|last|lasting|through) "
            rf"(?P<core>(?:the )?(?P<unit>{_UNITS}))"
        ),
        some,
    ),
    Rule(
        pattern(
            rf"(?:every|each)(?: and every)? (?:(?P<other>other )?(?:(?P<count>{NUMBER}|few) )?(?P<unit>{UNIT})"
            rf"|(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part>{PART}))"
        ),
        each,
    ),
    Rule(pattern(r"(?P<weekday>(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s"), weekdays),
    Rule(pattern("|".join(ADVERBS)), adverb),
)
