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
    points,
    rivals,
    schedules,
    spellings,
    statuses,
    terms,
    twins,
    versions,
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
    points.find,
    versions.find,
)


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add the points on which the reports differ, sorted by id."""
    reports = Reports(record, readings, pile)
    found: list[Conflict] = []
    told: dict[str, set[Span]] = defaultdict(set)
    values: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for find in KINDS:
        for conflict in find(reports):
            spans = {side.span for side in conflict.sides}
            told_there = {(side.span.document, side.value) for side in conflict.sides}
            known = spans <= told[conflict.kind] or (find is points.find and told_there <= values[conflict.kind])
            if known:  # an earlier kind has it, with more
                continue
            told[conflict.kind] |= spans
            values[conflict.kind] |= told_there
            same = next((i for i, held in enumerate(found) if _one_matter(held, conflict)), None)
            if same is None:
                found.append(conflict)
            else:
                found[same] = _joined(found[same], conflict)
    return replace(record, conflicts=tuple(sorted(found, key=lambda conflict: conflict.id)))


def _one_matter(one: Conflict, other: Conflict) -> bool:
    """Whether two passages that one conflict opposes are opposed in another too. Figures are of a count each."""
    both = {side.span for side in one.sides} & {side.span for side in other.sides}
    return one.kind == other.kind == "characterisation" and len(both) > 1


def _joined(one: Conflict, other: Conflict) -> Conflict:
    """A conflict with the sides that another adds."""
    held = {side.span for side in one.sides}
    return replace(one, sides=(*one.sides, *(side for side in other.sides if side.span not in held)))
