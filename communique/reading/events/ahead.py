"""Ahead: events dated later than the article that tells of them; they are planned, or their year is another.

What is asked for or promised lies ahead too: a past day is that of the words (`pressed her to free them on Sunday`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from communique.domain import TO_COME
from communique.domain.times import interval
from communique.knowledge.encounters import is_said

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from communique.domain import Article, EventMention, Reading, TimeExpression

OLD = 14  # days; what is told in the present tense can be of last week (`police FIND the car`)
COMING = ("next ", "the coming ", "coming ")
DAY, YEAR = re.compile(r"\d{4}(?P<day>-\d\d-\d\d)"), re.compile(r"\d{4}")
YEARS = re.compile(r"P(?P<count>\d{1,3})Y")
OF_A_THING = re.compile(r"\b(?:of|the)\s+$", re.IGNORECASE)  # `the treaty OF 2020`, `THE 2020 treaty`
SINCE = re.compile(r"\s+(?:after|ago|earlier|since)\b", re.IGNORECASE)


def settle(reading: Reading, article: Article, present: Collection[int] = ()) -> Reading:
    """The reading; what is dated later than its article is of the past year that its sentence tells, else planned.

    present: where the main verbs in the present tense begin; long past days are of something else in their sentence.
    """
    times = list(reading.times)
    now = (event.trigger.start in present for event in reading.events)
    dated = (
        replace(event, time=None) if told and event.time is not None and _is_old(times[event.time], article) else event
        for told, event in zip(now, reading.events, strict=True)
    )
    reading = replace(reading, events=tuple(dated))
    for event in reading.events:
        if event.status not in TO_COME and event.time is not None and _is_ahead(times[event.time], article):
            times[event.time] = _put_back(times[event.time], reading, article)
    planned = [
        _ahead(event)
        if event.status == "occurred" and event.time is not None and _is_ahead(times[event.time], article)
        else event
        for event in reading.events
    ]
    return replace(reading, times=tuple(times), events=tuple(_asked(planned, times, reading, article)))


def _ahead(event: EventMention) -> EventMention:
    """What is dated ahead is planned; but words that were said told of that day: `“By July 1 we are lost,” he said`."""
    return replace(event, time=None) if is_said(event.kind) else replace(event, status="planned")


def _asked(
    events: Sequence[EventMention], times: Sequence[TimeExpression], reading: Reading, article: Article
) -> list[EventMention]:
    """The events, a past day of what is asked for or promised given to the words that do so just before."""
    settled = list(events)
    by_trigger = sorted(range(len(events)), key=lambda n: events[n].trigger)
    for before, number in pairwise(by_trigger):
        event, asking = events[number], settled[before]
        if event.time is None or event.status not in TO_COME or not _is_past(times[event.time], article):
            continue
        sentence = reading.sentence_of(event.trigger)
        beside = sentence is not None and sentence.covers(asking.trigger)
        if beside and is_said(asking.kind) and asking.status == "occurred":
            settled[before] = replace(asking, time=event.time if asking.time is None else asking.time)
            settled[number] = replace(event, time=None)
    return settled


def _is_old(time: TimeExpression, article: Article) -> bool:
    days = interval(time.value) if time.value else None
    written = interval(article.published.date) if article.published else None
    return bool(days and written and (written[0] - days[1]).days > OLD)


def _is_past(time: TimeExpression, article: Article) -> bool:
    days = interval(time.value) if time.value else None
    written = interval(article.published.date) if article.published else None
    if days and written:
        return days[1] < written[0]
    return time.relative is not None and time.relative.turn == "last"


def _is_ahead(time: TimeExpression, article: Article) -> bool:
    if time.span.text.lower().startswith(COMING):
        return True
    days = interval(time.value) if time.value else None
    written = interval(article.published.date) if article.published else None
    return days is not None and written is not None and days[0] > written[1]


def _put_back(time: TimeExpression, reading: Reading, article: Article) -> TimeExpression:
    """A day in the past year that its sentence tells: `on New Year's Eve two years ago`."""
    day, sentence = DAY.fullmatch(time.value or ""), reading.sentence_of(time.span)
    if day is None or sentence is None or article.published is None:
        return time
    written = int(article.published.first[:4])
    first = bisect_left(reading.times, sentence.start, key=lambda told: told.span.start)
    for other in takewhile(lambda told: told.span.end <= sentence.end, reading.times[first:]):
        before = sentence.text[: other.span.start - sentence.start]
        if other.span != time.span and not OF_A_THING.search(before):
            year = _year(other, sentence.text[other.span.end - sentence.start :], written)
            value = f"{year}{day['day']}"
            if year is not None and year < written and interval(value):
                return replace(time, value=value)
    return time


def _year(time: TimeExpression, behind: str, written: int) -> int | None:
    """The year that an expression tells, or counts from the year of the article: `two years after`."""
    years = YEARS.fullmatch(time.value or "")
    if years and SINCE.match(behind):
        return written - int(years["count"])
    return int(time.value) if YEAR.fullmatch(time.value or "") and time.value else None
