"""Lengths of encounters, wherever a sentence tells one, and which of them are of one encounter.

Reports tell of one meeting in many ways, and not all of them are events that are known to be one: `received a
delegation; the audience lasted two hours`, `left the hotel after less than an hour of talks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain.times import interval, may_meet
from communique.knowledge.quantities import approximators
from communique.knowledge.states import state_named
from communique.stories.checks.conflicts.reports import Reports, Told
from communique.stories.scenes import DATES

if TYPE_CHECKING:
    from communique.domain import Reading, Span, TimeExpression

MINUTES = {"TS": 1 / 60, "TM": 1.0, "TH": 60.0, "D": 1440.0, "W": 10080.0, "M": 43830.0, "Y": 525960.0}
VALUE = re.compile(r"P(?=.)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?", re.ASCII)
PART = re.compile(r"(?P<count>\d+(?:\.\d+)?)(?P<unit>[A-Z])", re.ASCII)
ONE = re.compile(r"PT?1[A-Z]", re.ASCII)
SOME = re.compile(r"P(?P<clock>T)?X(?P<unit>[MHDWY])", re.ASCII)
MOST_UNITS = 20  # of a length that is told as `hours`, `a few days`
ABOUT = r"(?:[\s“\"‘-]+[a-z]+){0,2}[\s“\"‘-]*$"
LASTING = re.compile(rf"\b(?:for|lasted|took|ran|went on|dragged on|lasting)(?: for)?{ABOUT}", re.IGNORECASE)
ENDING = re.compile(
    r"\b(?:end|ended|ending|left|leaving|walk(?:ed|s)? out|storm(?:ed|s)? out|abandoned|quit|broke up|broke off|"
    rf"collapsed|closed|adjourned|concluded|emerged)\b[^.;:]*\bafter{ABOUT}",
    re.IGNORECASE,
)
TALKS = (
    r"(?:meeting|meetings|met|meets|talks|talked|talking|negotiations|discussions?|conversation|audience|session|"
    r"encounter|summit|received|conferred)"
)
MEETING = re.compile(rf"\b{TALKS}\b", re.IGNORECASE)
CALL = re.compile(r"\b(?:call|calls|called|telephone|telephoned|phone|phoned|conversation|spoke)\b", re.IGNORECASE)
OF_TALKS = re.compile(
    rf"(?:[ -]long)?[\"”]?[ -](?:of )?(?:(?!(?:after|ago|before|later)\b)[\w-]+ ){{0,2}}{TALKS}\b", re.IGNORECASE
)
AGAIN = re.compile(
    rf"[\s“\"]*(?:(?:the|their|this|that|his|her) (?:[a-z-]+ )?(?:{TALKS}|call)|it|they)\b", re.IGNORECASE
)
LONGEST = 2 * 24 * 60.0
LONGEST_TOLD = 6  # words from an approximator to the end of a length
EXACT, ROUGHLY = 0.05, 0.45  # part of a length by which it may be another, as it is told
ROUGH = re.compile(r"\b(?:half )?an? (?:hour|day|week|month|year)\b(?! and)", re.IGNORECASE)
MORE = 1.5  # times a length that `more than` it is at most
TOWNS = "place"
WHO = frozenset({"person", "state", "org", "group"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long an article says that an encounter took, and what its words tell of it.

    kinds: whether it was a meeting, a call. events: which, where that is known. who: those who are named with it.
    towns, days: where and when it was.
    """

    told: Told
    kinds: frozenset[str]
    events: frozenset[str]
    who: frozenset[str]
    towns: frozenset[str]
    days: frozenset[str]


def of_encounters(reports: Reports) -> Iterator[list[Told]]:
    """Lengths that two articles tell of one encounter, two at a time."""
    held = [length for article in reports.readings for length in _told(reports, article)]
    for one, other in combinations(held, 2):
        if _of_one(reports, one, other):
            yield [one.told, other.told]


def _of_one(reports: Reports, one: Length, other: Length) -> bool:
    """Whether two articles of one story tell them of the same people, or of a town, and of no other day or town."""
    articles = reports.articles[one.told.article], reports.articles[other.told.article]
    if articles[0] is articles[1] or articles[0].story != articles[1].story or not one.kinds & other.kinds:
        return False
    days = bool(one.days) and bool(other.days)
    towns = bool(one.towns) and bool(other.towns)
    same_day = any(may_meet(a, b) for a in one.days for b in other.days)
    if (days and not same_day) or (towns and not one.towns & other.towns):
        return False
    shared = len(one.who & other.who) + 2 * towns
    return bool(one.events & other.events) or shared > 1 or (shared == 1 and same_day)


def _told(reports: Reports, article: str) -> Iterator[Length]:
    reading = reports.readings[article]
    for time in reading.times:
        if time.type == "DURATION" and time.value and (minutes_of(time.value) or LONGEST) < LONGEST:
            at = reading.sentence_at(time.span.start)
            if at >= 0:
                yield from _length(reports, article, time, _scope(reading, at, time))


def _scope(reading: Reading, at: int, time: TimeExpression) -> list[Span]:
    """The sentence, and that before it where it goes on from there: `THE CALL lasted`, `It lasted`."""
    sentence = reading.sentences[at]
    before = sentence.text[: time.span.start - sentence.start]
    on = at > 0 and AGAIN.match(before) and LASTING.search(before)
    return [reading.sentences[at - 1], sentence] if on else [sentence]


def _length(reports: Reports, article: str, time: TimeExpression, scope: list[Span]) -> Iterator[Length]:
    sentence = scope[-1]
    before = sentence.text[: time.span.start - sentence.start]
    behind = sentence.text[time.span.end - sentence.start :]
    if not (LASTING.search(before) or ENDING.search(before) or OF_TALKS.match(behind)):
        return
    text = " ".join(span.text for span in scope)
    kinds = {name for name, words in (("meeting", MEETING), ("call", CALL)) if words.search(text)}
    if not kinds:
        return
    named = {actor.id: actor for span in scope for _, actor in reports.actors_at.overlapping(span)}
    times = (t for t in reports.readings[article].times if any(span.covers(t.span) for span in scope))
    days = {t.value for t in times if t.value and t.type in DATES and interval(t.value)}
    yield Length(
        told=Told(article=article, span=time.span, value=str(time.value)),
        kinds=frozenset(kinds),
        events=frozenset(key for span in scope for _, key in reports.encounters_at.overlapping(span)),
        who=frozenset(key for key, actor in named.items() if actor.type in WHO),
        towns=frozenset(k for k, actor in named.items() if actor.type == TOWNS and state_named(actor.name) is None),
        days=frozenset(days),
    )


def minutes_of(value: str) -> float | None:
    """How long an ISO 8601 duration is in minutes."""
    if VALUE.fullmatch(value) is None:
        return None
    days, _, clock = value.removeprefix("P").partition("T")
    told = ((part, name) for name, parts in (("", days), ("T", clock)) for part in PART.finditer(parts))
    return sum(float(part["count"]) * MINUTES[name + part["unit"]] for part, name in told)


def bounds(told: Told, sentence: Span | None) -> tuple[float, float] | None:
    """The minutes between which a length lies by the words in front of it; an hour and half a day are seldom exact."""
    if some := SOME.fullmatch(told.value):  # `hours of talks`
        unit = MINUTES["T" + some["unit"] if some["clock"] else some["unit"]]
        return unit, MOST_UNITS * unit
    minutes = minutes_of(told.value)
    if minutes is None:
        return None
    before = sentence.text[: told.span.start - sentence.start] if sentence else ""
    words = f"{before} {told.span.text}".casefold().split()[-LONGEST_TOLD:]
    known = approximators()
    runs = (" ".join(words[at:end]) for at in range(len(words)) for end in range(len(words), at, -1))
    found = next((known[run] for run in runs if run in known), None)
    if found is None:
        rough = ROUGH.search(told.span.text) or ONE.fullmatch(told.value)
        within = ROUGHLY if rough else EXACT
        return minutes * (1 - within), minutes * (1 + within)
    if found.low and found.high and found.low < 1 < found.high:
        return minutes * (1 - ROUGHLY), minutes * (1 + ROUGHLY)
    return minutes * (found.low or 1 / MORE), minutes * (found.high or MORE)
