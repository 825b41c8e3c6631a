"""Numerals: numbers in digits and in words, shares and ratios, with the words around them that qualify them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.knowledge import quantities as known
from communique.reading.times.words import ONES, TENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VALUES = {word: number for number, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
SCALES = {"dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6,
          "mln": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
         "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "½": 2, "¼": 4}  # fmt: skip
WAYS = "deep|high|tall|long|wide|thick"
REACH = 30  # characters in which the words that qualify a number stand
PERCENT = "%"
OR = 2.0  # times a number is another one that may be it as well: `40 OR 50`

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SPELLED = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(ONES[1:10])}))?|(?:{'|'.join(ONES[::-1])})"
_LARGE = r"(?:thousand|lakh|million|crore|billion|trillion)\b"
_WORD = rf"(?:hundred\b|{_LARGE})"
SCALE = rf"(?:[-\s]?(?:dozen\b|{_WORD}|(?:mln|bln|mn|bn|tn)\b)|(?<=\d)[km]\b(?!-(?:{WAYS})\b))"
_NTH = "|".join(word for word in PARTS if word.isalpha() and word != "half")
_AND_PART = r"(?:[-\s]and[-\s](?:an?[-\s](?:half|quarter|third)|three[-\s]quarters|two[-\s]thirds)\b|(?<=\d)\s?[½¼])"
_BELOW = rf"(?:{SPELLED})\b(?![-\s](?:dozen\b|{_WORD}))"
_MORE = (
    rf"(?:(?<=hundred)[-\s](?:and[-\s])?(?:{SPELLED})\b(?![-\s]hundred\b)(?:[-\s]{_LARGE})*"
    rf"|(?<=thousand),?\s(?:(?:{'|'.join(ONES[1:10])})\shundred\b|(?:and\s)?{_BELOW})"
    rf"|(?<=illion),?\s(?:{SPELLED})(?:\shundred(?:\s(?:and\s)?(?:{SPELLED}))?)?\sthousand\b)"
)  # `a hundred AND FIFTY million`, `three thousand NINE HUNDRED`
_PART = rf"(?:half|(?:an?|one)[-\s](?:{_NTH})|(?:{'|'.join(ONES[2:10])})[-\s](?:{_NTH})s)"
_PART_OF = rf"(?:{_PART}|quarter(?=\sof))(?:[-\s]of)?[-\s]an?"
_BARE = (
    rf"\bhalf(?=[-\s](?:dozen|{_LARGE}))|(?:(?<=\bthe\s)|(?<=nother\s)|(?<=urther\s)|(?<=\bsome\s))(?={_WORD})"
    r"|\b(?=hundred\sand\s)"
)  # `the HUNDRED and ten`
_FIRST = rf"\b{_PART_OF}(?=[-\s]{_WORD})|{_BARE}|(?:{DIGITS})|\b(?:{SPELLED})\b|\ba(?=\s{_WORD})"
ONE = rf"(?P<one>(?:{_FIRST})(?:{_AND_PART})?{SCALE}*{_MORE}*(?:{_AND_PART})?)"

_SHARE = rf"one[-\s]half|{_PART}"
_MANY = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|a hundred|a thousand|5|10|100|1,000"
_SPAN = "second|minute|hour|day|week|month|year|decade|century|match|game|attempt|election|season"
_NO_SPAN = rf"\b(?![-,.]\d|[-\s](?:{_SPAN})|\s(?:hundred|thousand|million))"
_PLURAL = r"(?!\s(?:people|men|women|children|(?!was|is|has|does|across|as|this)(?:\w+\s)?[a-z]+s)\b)"
_RATIO = (
    rf"(?P<few>(?:{SPELLED})|\d{{1,3}})\s(?:"
    rf"(?:(?:in|of|out\sof)\severy|in|out\sof|of(?=\sa\s))\s(?P<many>{_MANY}|(?<=every\s)(?:hundred|thousand)){_NO_SPAN}"
    rf"|[a-z]+\s(?:in|out\sof)\s(?P<whole>{_MANY}){_NO_SPAN}{_PLURAL})"
)  # `four in ten voters`, `47 of every hundred`, `one VOTER in five`: not `two men in five boats`
_OF_TIME = re.compile(rf"\sof\s(?:an?|the)\s(?:{_SPAN})\b", re.IGNORECASE)
_WHOSE = re.compile(
    rf"\s(?:the|its|their|his|her|our|my|your|all|those|these|that|this)\b(?!\s(?:time|way|{_SPAN})\b)", re.IGNORECASE
)
_DOING = re.compile(
    r"\s(?:were|are|have|had|say|said|did|do|come|came|want|wanted|voted|believe|live|lived"
    r"|more|less|fewer|above|below|higher|lower|larger|bigger|smaller|cheaper|dearer)\b"
)
_ENDED = re.compile(
    r"\s*(?:[.,;:)”]|$)"
    r"|\s(?:to|since|in|from|over|after|this|last|within|and|on|for|because|compared|as|at|when|but|while)\b"
)
_OTHERWISE = re.compile(r"\b(?:first|second|other|latter|former|the|\w+ern|an?|upper|lower)[\s-]$", re.IGNORECASE)
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
WAY = re.compile(rf"[-\s](?P<way>{WAYS})\b", re.IGNORECASE)
HYPHENED = re.compile(r"-(?P<noun>[a-z]{4,})(?=[\s-](?!old\b))")  # `a 24-POINT statement`
BROKEN = re.compile(r"[\w/:%]|[.,]\d|['’]s\b|-[a-z\d]")
_FROM = re.compile(r"(?<!ranging )(?<!varying )(?<!anywhere )(?<!anything )\bfrom\s+$", re.IGNORECASE)
_LAST = re.compile(r"[a-z]+$", re.IGNORECASE)
_TOKEN = re.compile(rf"(?P<and>and [a-z]+ (?:half|third|quarter)s?)|{DIGITS}|[a-z]+|[½¼]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its offsets, with the words that qualify it, and its bounds.

    told: where the number itself ends, words behind it left out that qualify it: `forty | or so`.
    """

    start: int
    told: int
    end: int
    low: float | None
    high: float | None
    unit: known.Unit | None


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number without the words around it, and the unit that it has from its words or from the number behind it."""

    low: float
    high: float
    end: int
    unit: known.Unit | None = None


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text with the words that qualify them, in text order."""
    at = 0
    while (core := _core().search(text, at)) is not None:
        bare = _bare(text, core)
        at = max(core.end(), core.start() + 1) if bare is None else bare.end
        number = _qualified(text, core.start(), bare) if bare is not None and bare.low <= bare.high else None
        if number is not None:
            at = number.end
            whole = not BROKEN.match(text, number.end) or (number.unit and WAY.match(text, number.end))
            if whole or HYPHENED.match(text, number.end):  # `2-0` is a score
                yield number


def _bare(text: str, core: re.Match[str]) -> _Bare | None:
    """What a number says by itself."""
    if core["vague"]:
        low, high = known.vague()[_plain(core["vague"])]
        times = SCALES[_plain(core["times"])] if core["times"] else 1
        return _Bare(low=low * times, high=(high + 1) * times - 1 if times > 1 else high, end=core.end())
    if core["share"]:
        return _share(value(core["share"]), core.end()) if _is_share(text, core) else None
    if core["few"]:
        few, many = value(core["few"]), value(core["many"] or core["whole"])
        return _share(few / many, core.end()) if 0 < few < many else None
    if core["portion"]:
        one = value(core["portion"])
        return _Bare(low=one, high=one, end=core.end())
    return _range(text, core)


def _range(text: str, core: re.Match[str]) -> _Bare:
    """One number, or two with all between them: `10 to 20`, `ten or twelve`, `10 to 15 million`."""
    low = value(core["one"])
    one = _Bare(low=low, high=low, end=core.end())
    other = _second().match(text, core.end())
    if other is None:
        return one
    high, join, before = value(other["one"]), other["join"], text[max(0, core.start() - REACH) : core.start()]
    scale = 1.0 if _scale(core["one"]) > 1 else _scale(other["one"])
    low *= scale if low * scale <= high else 1
    if join == "to" and _FROM.search(before.rstrip("$€£¥")):  # both ends of a change
        behind = _unit_behind(text, other.end(), high)
        return _Bare(low=low, high=low, end=core.end(), unit=behind[0] if behind else None)
    if join == "and" and not before.rstrip(" $€£¥").casefold().endswith("between"):
        return one
    if join == "or" and not low < high <= OR * low:
        return one
    return _Bare(low=low, high=high, end=other.end())


def _share(part: float, end: int) -> _Bare:
    """A part of a whole in percent, rounded."""
    least, most = math.floor(round(100 * part, 6)), math.ceil(round(100 * part, 6))
    return _Bare(low=least, high=most, end=end, unit=known.units()[PERCENT])


def _is_share(text: str, core: re.Match[str]) -> bool:
    """Whether `half`, `a third` are so much of a thing: not `a third man`, `the first half`, `two quarters`."""
    words, end = _plain(core["share"]).replace("-", " "), core.end()
    before, behind = text[max(0, core.start() - REACH) : core.start()], text[end : end + REACH]
    half = words.endswith("half")
    if behind.startswith("-") or words == "two quarters" or value(words) >= 1 or (half and _OTHERWISE.search(before)):
        return False
    if behind.startswith(" of ") or words.endswith("s"):
        return not _OF_TIME.match(behind)
    if _DOING.match(behind) or (half and _WHOSE.match(behind)):
        return True
    return bool(_ENDED.match(behind) and (_BY.search(before) or _before().search(before)))


def _qualified(text: str, start: int, bare: _Bare) -> Number:
    """A number with the words that qualify it and its unit."""
    end, unit, factors = bare.end, bare.unit, known.Approximator(low=1.0, high=1.0)
    told = end
    if around := _behind().match(text, end):
        end, factors = around.end(), known.behind()[_plain(around["words"])]
    if sign := _sign().search(text, max(0, start - REACH), start):
        start, unit = sign.start(), known.unit(sign["unit"], bare.high)
    elif unit is None and (measure := _unit_behind(text, end, bare.high)):
        unit, end = measure
        told = end
    if end > bare.end and (around := _behind().match(text, end)):
        end, factors = around.end(), known.behind()[_plain(around["words"])]
    while words := _before().search(text, max(0, start - REACH), start):
        start, factors = words.start(), known.approximators()[_plain(words["words"])].over(factors)
    low = None if factors.low is None else round(bare.low * factors.low, 6)
    high = None if factors.high is None else round(bare.high * factors.high, 6)
    return Number(start=start, told=told, end=end, low=low, high=high, unit=unit)


def _unit_behind(text: str, end: int, amount: float) -> tuple[known.Unit, int] | None:
    """The unit behind a number, and where it ends."""
    match = _unit().match(text, end)
    unit = known.unit(match["unit"], amount) if match else None
    return (unit, match.end()) if match and unit else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def value(words: str) -> float:
    """The number that digits or words stand for: `1,200`, `twenty-five`, `3.5 million`, `four and a half`."""
    whole, part, scale = 0.0, 0.0, 1.0
    for match in _TOKEN.finditer(_plain(words).replace("-", " ")):
        word = match[0]
        if match["and"]:
            added = value(word.removeprefix("and "))
            whole, part = (whole, part + added) if part else (whole + added * scale, part)
        elif word[0].isdigit():
            part += float(word.replace(",", ""))
        elif word in SCALES:
            scale = SCALES[word]
            if scale <= SCALES["hundred"]:
                part = (part or 1) * scale
            elif part or not whole:
                whole, part = whole + (part or 1) * scale, 0.0
            else:
                whole *= scale
        elif (nth := PARTS.get(word, PARTS.get(word.removesuffix("s")))) is not None:
            part = part + 1 / nth if word in "½¼" else (part or 1) / nth
        else:
            part += VALUES.get(word, 0)
    return whole + part


def _scale(words: str) -> float:
    """By how much the last word of a number multiplies it, if it does."""
    last = _LAST.search(words)
    return SCALES.get(last[0].casefold(), 1.0) if last else 1.0


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _core() -> re.Pattern[str]:
    """A number, in digits or in words, words that leave it open, or a share."""
    vague = rf"\b(?P<vague>{_any(known.vague())})\b(?:\s(?P<times>dozen|{_WORD}))?(?:\sof\b)?"
    measures = _any(name for name in known.units() if name[-1].isalpha())
    portion = rf"\b(?P<portion>{_PART_OF}|(?:half|quarter)(?=-))(?=[-\s](?:{measures})\b)"
    shares = rf"\b(?P<share>{_SHARE})\b|\b{_RATIO}"
    return re.compile(
        rf"(?<![\w.,:/-])(?:{vague}|{portion}|(?!{_PART_OF}[-\s]{_WORD}|half[-\s](?:dozen|{_LARGE}))(?:{shares})|{ONE})",
        re.IGNORECASE,
    )


@cache
def _second() -> re.Pattern[str]:
    """The other end of a range."""
    return re.compile(rf"(?:\s?[-–]\s?|\s(?P<join>to|and|or)\s)[$€£¥]?{ONE}", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    """A currency's sign or code in front of a number."""
    signs = _any(name for name in known.units() if not name[-1].isalpha() and name != PERCENT)
    codes = _any(code for code in known.currencies() if code.isupper())
    return re.compile(rf"(?P<unit>(?<!\w)(?:{signs})|\b(?-i:{codes}|Rs))\s?$", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    """A unit behind a number; money that several states call so may have one's name in front: `Swiss francs`."""
    names = _any(name for name in known.units() if name[-1].isalpha())
    shared = _any(
        name for name, unit in known.units().items() if unit.name in known.currencies() and not unit.name.isupper()
    )
    whose = rf"(?:(?-i:[A-Z][\w.]*)\s(?=(?:{shared})\b))?"
    return re.compile(rf"[\s-]?{whose}(?P<unit>%|(?:{names})(?!\w))", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """Words in front of a number that qualify it."""
    return re.compile(rf"\b(?P<words>{_any(known.approximators())})\s+$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """Words behind a number that qualify it."""
    return re.compile(rf"\s?(?P<words>{_any(known.behind())})(?!\w)", re.IGNORECASE)
