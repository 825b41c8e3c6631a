"""Dates: how the reports of one event date it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.domain import Conflict
from communique.domain.times import interval
from communique.stories.checks.conflicts.reports import EACH, Report, Reports, Told, conflict, distinct, folded

DATES = frozenset({"DATE", "TIME"})


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles date in different words: on days that exclude each other, or more and less precisely."""
    for event, told_of in reports.of_events:
        told = distinct((item for report in told_of for item in _told(reports, report)), each=EACH)
        differing = [item for item in told if any(_differ(item, other) for other in told)]
        if len({item.article for item in differing}) < 2:
            continue
        about = f"when: {event.label}"
        if all(_meet(a.value, b.value) for a, b in combinations(differing, 2)):
            why = "The dates can be of one day, told with more or less precision."
            yield conflict("date", about, differing, "difference-in-precision", why)
        else:
            why = "The dates cannot be of one day."
            yield conflict("date", about, differing, "contradiction", why)


def _told(reports: Reports, report: Report) -> Iterator[Told]:
    """The words with which a report dates the event."""
    if report.mention.time is None:
        return
    time = reports.readings[report.article].times[report.mention.time]
    if time.type in DATES:
        yield Told(article=report.article, span=time.span, value=time.value or folded(time.span.text))


def _differ(one: Told, other: Told) -> bool:
    return one.article != other.article and interval(one.value) != interval(other.value)


def _meet(one: str, other: str) -> bool:
    """Whether two values can be of one day; one that names no day can be any."""
    a, b = interval(one), interval(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
