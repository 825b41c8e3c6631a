"""Dates: how the reports of one event date it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from communique.domain import Conflict
from communique.domain.times import interval, may_meet
from communique.knowledge.encounters import is_said
from communique.stories.checks.conflicts.reports import (
    EACH,
    Reports,
    Told,
    about_midnight,
    conflict,
    distinct,
    folded,
    weekday,
)
from communique.stories.scenes import DATES, Scene

OPEN = re.compile(r"(?:earlier |later )?this (?:year|month|week)", re.IGNORECASE)  # says little beside any day of it
CLOCK = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d)(?::(?P<minute>\d\d))?")
ROUNDED = 30  # minutes by which times of day may differ and be one
ENDING = re.compile(
    r"\b(?:end(?:s|ed|ing)?|expir(?:e|es|ed|ing)|until|over|finish(?:es|ed)?|close[sd]?)\b", re.IGNORECASE
)
ONE_DAY = "The dates can be of one day, told with more or less precision."
NO_DAY = "The reports date it by other events or days; the words do not tell that these are two dates."


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles date in different words: on days that exclude each other, or more and less precisely."""
    for event, told_of in reports.of_events:
        if is_said(event.kind):
            continue  # `asked for a meeting by Friday`: the day can be of what is asked
        dated = {scene.article for scene in told_of if any(time.type in DATES for time in scene.times)}
        items = [item for scene in told_of for item in _told(reports, scene, dated)]
        if any(interval(item.value) for item in items):  # what is dated by another event has its day elsewhere
            relative = {scene.relative for scene in told_of}
            items = [item for item in items if item.span not in relative]
        told = distinct(_of_first_day(item for item in items if not _of_its_year(reports, item)), each=EACH)
        differing = [item for item in told if any(_differ(item, other) for other in told)]
        differing.sort(key=lambda item: (interval(item.value) is None, item.value))
        if len({item.article for item in differing}) < 2:
            continue
        about = f"when: {event.label}"
        pairs = [*combinations(differing, 2)]
        if any(_clocks_apart(a, b) for a, b in pairs) and all(may_meet(a.value, b.value) for a, b in pairs):
            yield conflict("date", about, differing, "contradiction", "The times of day cannot be one.")
        elif all(may_meet(a.value, b.value) for a, b in pairs):
            why = NO_DAY if all(interval(item.value) is None for item in differing) else ONE_DAY
            yield conflict("date", about, differing, "difference-in-precision", why)
        else:
            why = "The dates cannot be of one day."
            yield conflict("date", about, differing, "contradiction", why)


def _of_first_day(told: Iterable[Told]) -> Iterator[Told]:
    """What can be of the day that each article tells first; a later day beside its words is one of something else."""
    first: dict[str, str] = {}
    items = list(told)
    for item in sorted(items, key=lambda item: (interval(item.value) is None, item.span)):
        first.setdefault(item.article, item.value)
    for item in items:
        known = interval(first[item.article]) is not None
        if (
            item.value == first[item.article]
            or not known
            or (interval(item.value) and may_meet(item.value, first[item.article]))
        ):
            yield item


def _told(reports: Reports, scene: Scene, dated: Collection[str]) -> Iterator[Told]:
    """The words with which a report dates the event; a day to come is no day of what has happened.

    Where it gives the event a day, words such as `a day after` in front of it date something else by it.
    """
    day = reports.day(scene.article)
    for time in scene.times:
        if time.type in DATES and not (time.value or "").endswith("_REF"):  # `soon`, `at this time`
            days = interval(time.value) if time.value else None
            amiss = scene.mention.status == "occurred" and days and day and days[0].isoformat() > day
            value = None if amiss else time.value
            if value and CLOCK.fullmatch(value) and ENDING.search(scene.sentence.text):
                value = value[: len("2016-01-01")]  # when it ended is another hour than when it began
            yield Told(article=scene.article, span=time.span, value=about_midnight(value or folded(time.span.text)))
    if scene.relative is not None and scene.article not in dated:
        yield Told(article=scene.article, span=scene.relative, value=folded(scene.relative.text))


def _of_its_year(reports: Reports, item: Told) -> bool:
    """Whether nothing more is told than that it is of the year of the article: `this year`, `the 2016 election`."""
    day = reports.day(item.article)
    return bool(day and item.value == day[: len("2016")]) or OPEN.fullmatch(item.span.text) is not None


def _differ(one: Told, other: Told) -> bool:
    if one.article == other.article or folded(one.span.text) == folded(other.span.text):
        return False
    a, b = interval(one.value), interval(other.value)
    if _clocks_apart(one, other):
        return True
    plain = not any(char.isdigit() for told in (one, other) for char in told.span.text)
    if plain and (a is None or b is None) and weekday(one.span) and weekday(one.span) == weekday(other.span):
        return False  # `late on Thursday`, `Thursday night`
    return one.value != other.value if a is None and b is None else a != b


def _clocks_apart(one: Told, other: Told) -> bool:
    """Whether both tell the hour of one day, too far apart to be rounded."""
    ours, theirs = CLOCK.fullmatch(one.value), CLOCK.fullmatch(other.value)
    if ours is None or theirs is None or ours["day"] != theirs["day"]:
        return False
    a, b = (60 * int(found["hour"]) + int(found["minute"] or 0) for found in (ours, theirs))
    return abs(a - b) >= ROUNDED
