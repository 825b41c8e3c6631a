"""Durations: how long the reports of one event say that it took."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.domain import Conflict
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct
from communique.stories.scenes import Scene

MINUTES = {"TM": 1.0, "TH": 60.0, "D": 1440.0, "W": 10080.0, "M": 43830.0, "Y": 525960.0}
VALUE = re.compile(r"P(?P<clock>T)?(?P<count>\d+(?:\.\d+)?)(?P<unit>[MHDWY])", re.ASCII)
MUCH = 1.5  # what differs by less may be rounded: `well over an hour`, `90 minutes`


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles say took differently long."""
    for event, told_of in reports.of_events:
        told = distinct(item for report in told_of for item in _told(reports, report))
        if len({item.article for item in told}) < 2:
            continue
        lengths = [minutes for item in told if (minutes := _minutes(item.value)) is not None]
        about = f"how long: {event.label}"
        if lengths and max(lengths) > MUCH * min(lengths):
            yield conflict("duration", about, told, "contradiction", "The times are too far apart to be one, rounded.")
        else:
            yield conflict("duration", about, told, "difference-in-precision", "The times can be one, rounded.")


def _told(reports: Reports, report: Scene) -> Iterator[Told]:
    """The durations in the words that tell of the event."""
    for time in reports.readings[report.article].times:
        if time.type == "DURATION" and time.value and report.mention.span.covers(time.span):
            yield Told(article=report.article, span=time.span, value=time.value)


def _minutes(value: str) -> float | None:
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    unit = "T" + match["unit"] if match["clock"] else match["unit"]
    return float(match["count"]) * MINUTES[unit] if unit in MINUTES else None
