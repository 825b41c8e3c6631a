"""Statuses: whether the reports of one event say that it came to pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from communique.domain import Conflict, Event, EventStatus, Verdict
from communique.domain.times import interval
from communique.knowledge.encounters import encounter
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct

VERDICTS: dict[frozenset[EventStatus], tuple[Verdict, str]] = {
    frozenset({"planned", "occurred"}): ("update", "One report was written before it took place."),
    frozenset({"planned", "cancelled"}): ("update", "One report was written before it was called off."),
    frozenset({"occurred", "cancelled"}): ("contradiction", "It cannot have taken place and been called off."),
    frozenset({"occurred", "denied"}): ("contradiction", "One says that it happened, the other that it did not."),
    frozenset({"alleged", "denied"}): ("contradiction", "What one alleges the other denies."),
    frozenset({"occurred", "alleged"}): ("difference-in-precision", "One tells as fact what another only reports."),
}


HAPPENED = frozenset({"planned", "occurred"})


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that one report says took place and another that they did not, not yet, or only as somebody says.

    A report that says both tells one of them with words in which it was read wrong, or of another stage. That what was
    to come has come is news of encounters alone: votes and launches are foretold in any report. Nor is it a difference
    where the earlier report was printed before the day that both can mean: then it could tell no more.
    """
    for event, told_of in reports.of_events:
        statuses: dict[str, set[str]] = defaultdict(set)
        for scene in told_of:
            statuses[scene.article].add(scene.mention.status)
        for pair, verdict in VERDICTS.items():
            if pair == HAPPENED and encounter(event.kind) is None:
                continue
            told = distinct(
                Told(article=scene.article, span=scene.mention.span, value=scene.mention.status)
                for scene in told_of
                if scene.mention.status in pair and not statuses[scene.article] >= pair
                if pair != HAPPENED or scene.mention.status != "planned" or not _before(reports, scene.article, event)
            )
            if len(told) > 1:
                yield conflict("characterisation", f"whether it happened: {event.label}", told, *verdict)


def _before(reports: Reports, article: str, event: Event) -> bool:
    """Whether an article was printed before the day of an event."""
    printed, held = (interval(date) if date else None for date in (reports.day(article), event.date))
    return printed is not None and held is not None and printed[0] < held[0]
