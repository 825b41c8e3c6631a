"""Conflicts: points on which reports differ, a kind a module. Every side is kept, and no winner is picked.

A kind takes the reports and gives conflicts; what it cannot tell it says so, or says nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from communique.domain import Conflict, Reading, Record
from communique.stories.checks.conflicts import (
    attributions,
    dates,
    durations,
    numbers,
    places,
    schedules,
    spellings,
    statuses,
    terms,
    wordings,
)
from communique.stories.checks.conflicts.reports import Reports
from communique.stories.passages import Pile

KINDS: tuple[Callable[[Reports], Iterator[Conflict]], ...] = (
    numbers.find,
    dates.find,
    places.find,
    durations.find,
    schedules.find,
    wordings.find,
    attributions.find,
    statuses.find,
    terms.find,
    spellings.find,
)


def check(record: Record, readings: Mapping[str, Reading], _pile: Pile | None = None) -> Record:
    """Add the points on which the reports differ, sorted by id."""
    reports = Reports(record, readings)
    found = {conflict.id: conflict for find in KINDS for conflict in find(reports)}
    return replace(record, conflicts=tuple(found[key] for key in sorted(found)))
