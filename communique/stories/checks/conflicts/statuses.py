"""Statuses: whether the reports of one event say that it came to pass."""

from __future__ import annotations

from collections.abc import Iterator

from communique.domain import Conflict, EventStatus, Verdict
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct

VERDICTS: dict[frozenset[EventStatus], tuple[Verdict, str]] = {
    frozenset({"planned", "occurred"}): ("update", "One report was written before it took place."),
    frozenset({"planned", "cancelled"}): ("update", "One report was written before it was called off."),
    frozenset({"occurred", "cancelled"}): ("contradiction", "It cannot have taken place and been called off."),
    frozenset({"occurred", "denied"}): ("contradiction", "One says that it happened, the other that it did not."),
    frozenset({"alleged", "denied"}): ("contradiction", "What one alleges the other denies."),
    frozenset({"occurred", "alleged"}): ("difference-in-precision", "One tells as fact what another only reports."),
}


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that one report says took place and another that they did not, not yet, or only as somebody says."""
    for event, told_of in reports.of_events:
        told = distinct(
            Told(article=report.article, span=report.mention.span, value=report.mention.status) for report in told_of
        )
        for at, one in enumerate(told):
            for other in told[at + 1 :]:
                found = VERDICTS.get(frozenset({one.value, other.value}))  # type: ignore[arg-type]
                if found is not None and one.article != other.article:
                    yield conflict("characterisation", f"whether it happened: {event.label}", (one, other), *found)
