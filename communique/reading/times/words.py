"""The words that times are told with, as pieces of patterns and with what they mean.

In a pattern a space stands for white space of any kind (never write one in `[]`), and `'` for either apostrophe.
Months and weekdays are written with a capital; all else in any case.
"""

import re
from collections.abc import Sequence

from communique.domain.moments import Unit
from communique.knowledge.calendar import MONTHS, WEEKDAYS

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
ORDINALS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
UNITS: dict[str, tuple[str, int, Unit | None]] = {
    "second": ("TS", 1, None),
    "minute": ("TM", 1, None),
    "hour": ("TH", 1, None),
    "day": ("D", 1, "day"),
    "week": ("W", 1, "week"),
    "fortnight": ("W", 2, None),
    "month": ("M", 1, "month"),
    "quarter": ("Q", 1, "quarter"),
    "year": ("Y", 1, "year"),
    "decade": ("Y", 10, "decade"),
    "century": ("Y", 100, "century"),
}
"""The letter of a TIMEX3 duration (after T: shorter than a day), how many of them, and the calendar's unit."""

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI"}


def _any(*words: str) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _capital(table: Sequence[tuple[str, ...]], stop: str) -> str:
    """Full names, in capitals too, and short ones with the full stop or without it (`stop`)."""
    full = [name for name, *_ in table]
    short = [name for _, *names in table for name in names]
    return f"(?-i:{_any(*full, *(name.upper() for name in full))}|(?:{_any(*short)}){stop})"


MONTH = rf"(?:{_capital(MONTHS, '(?:[.]|(?![a-z]))')})"
WEEKDAY = rf"(?:{_capital(WEEKDAYS, '[.]')})"
_SMALL = rf"(?:(?:{_any(*TENS)})(?:[-\s](?:{_any(*ONES[1:10])}))?|{_any(*ONES[1:])})"
_SCALE = "(?:hundred|thousand)"
_BEHIND = "(?:(?<=hundred)|(?<=thousand)) (?:and )?"  # `two hundred AND TWELVE thousand`
_SCALED = rf"(?:{_SMALL}(?: {_SCALE})?|(?:a )?{_SCALE})"
SPELLED = rf"(?:(?:(?:{_BEHIND})?\b{_SCALED}){{1,4}}|(?:half )?a dozen)"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}|[.]\d{{1,2}})?|{SPELLED})"
VAGUE = r"(?:several|a few|few|a couple(?: of)?|many|some|a number of|dozens of|hundreds of|thousands of|countless)"
_ONE = r"an?|the(?= (?:whole|entire) )|another(?= (?:hour|week|month|year|decade)(?!(?u:\w)))"
COUNT = rf"(?P<count>{NUMBER}|{VAGUE}|{_ONE})"
UNIT = r"(?:(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)s?|century|centuries)"
ONE_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century)"
SPAN = r"(?:week|month|quarter|year|decade|century)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
PART = r"(?:morning|afternoon|evening|night)"
YEAR = r"\d{4}"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_any(*ORDINALS)})"

_PLACES = {word: number for number, word in enumerate(ONES)}
_PLACES |= {word: 10 * number for number, word in enumerate(TENS, 2)} | {"dozen": 12}
_PLACES |= {word: number for number, word in enumerate(ORDINALS, 1)} | dict.fromkeys("a an the another".split(), 1)
_SCALES = {"hundred": 100, "thousand": 1000}
_PLACES |= {word: 10 * number for number, word in enumerate(DECADES, 2)}


def pattern(text: str) -> re.Pattern[str]:
    """A pattern of whole words. Only ASCII letters and digits match, so that tables and `int` know all that does.

    Around the words and for spaces any Unicode counts, told by categories: sets beyond Latin take long to compile. What
    may not stand in front is one set, since it is looked at before every letter of a text, and two take twice as long.
    """
    spaced = text.replace(" ", r"(?:(?u:\s){1,3})").replace("'", "['’]")
    return re.compile(rf"(?<!(?u:[\w$#£]))(?<!€)(?:{spaced})(?!(?u:\w))", re.IGNORECASE | re.ASCII)


def number(words: str) -> str:
    """A number in digits, `X` for one that the words leave open."""
    words = words.casefold().replace(",", "")
    if words[0].isdigit():
        return re.match(r"[\d.]*\d", words)[0]  # type: ignore[index]
    if "couple" in words:
        return "2"
    parts = re.split(r"[-\s]+", words)
    if parts[-2:] == ["a", "dozen"]:
        return "6" if parts[0] == "half" else "12"
    total = part = 0
    for word in parts:
        if word in _SCALES:
            total, part = (total + (part or 1) * 1000, 0) if word == "thousand" else (total, (part or 1) * 100)
        elif word in _PLACES:
            part += _PLACES[word]
        elif word != "and" or not (total or part):
            return "X"
    return str(total + part)


def duration(count: str, name: str) -> str:
    """A TIMEX3 duration: so many of a unit, `X` for many unsaid."""
    letter, times, _ = UNITS[name]
    amount = count if times == 1 or count == "X" else f"{float(count) * times:g}"
    return f"P{letter[:-1]}{amount}{letter[-1]}"


def unit(word: str) -> str:
    """A unit in the singular."""
    word = word.casefold()
    return "century" if word == "centuries" else word.removesuffix("s")
