"""Conflicts: points on which reports differ, a kind a module. Every side is kept, and no winner is picked.

A kind takes the reports and gives conflicts; what it cannot tell it says so, or says nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from communique.domain import Conflict, Reading, Record, Span
from communique.stories.checks.conflicts import (
    appointments,
    attributions,
    dates,
    denials,
    durations,
    moves,
    numbers,
    opposites,
    places,
    rivals,
    schedules,
    spellings,
    statuses,
    terms,
    twins,
    wordings,
)
from communique.stories.checks.conflicts.reports import Reports
from communique.stories.passages import Pile

KINDS: tuple[Callable[[Reports], Iterator[Conflict]], ...] = (
    numbers.find,
    dates.find,
    places.find,
    durations.find,
    durations.set_for_a_time,
    schedules.find,
    moves.find,
    appointments.find,
    twins.find,
    wordings.find,
    attributions.find,
    statuses.find,
    denials.find,
    opposites.find,
    rivals.find,
    terms.find,
    spellings.find,
)


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add the points on which the reports differ, sorted by id."""
    reports = Reports(record, readings, pile)
    found: dict[str, Conflict] = {}
    told: dict[str, set[Span]] = defaultdict(set)
    for conflict in (conflict for find in KINDS for conflict in find(reports)):
        spans = {side.span for side in conflict.sides}
        if not spans <= told[conflict.kind]:  # an earlier kind has it, with more
            found[conflict.id] = conflict
            told[conflict.kind] |= spans
    return replace(record, conflicts=tuple(found[key] for key in sorted(found)))
