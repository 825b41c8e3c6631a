"""Terms: what different outlets call one actor or one event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.domain import Conflict, Span
from communique.knowledge.terms import row_of
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct

WHY = "The outlets call the same by words of different weight."
NOUN = re.compile(r"[a-z]+(?:-[a-z]+)*")
BEHIND = re.compile(r"\b(?:of|in|on|for|with|from|at|by|who|that|which)\b")


def find(reports: Reports) -> Iterator[Conflict]:
    """Actors and events for which two articles use different words of one row of `knowledge/terms.yaml`."""
    article_at = {
        mention.span: article for article, reading in reports.readings.items() for mention in reading.mentions
    }
    for actor in reports.record.actors:
        spans = [m.span for m in actor.mentions if m.form == "nominal" and m.span in article_at]
        told = [item for span in spans for item in _told("actors", article_at[span], span)]
        yield from _differing(f"what {actor.name} is called", told)
    for event, of_event in reports.of_events:
        told = [item for report in of_event for item in _told("events", report.article, report.mention.trigger)]
        yield from _differing(f"what it is called: {event.label}", told)


def _told(kind: str, article: str, span: Span) -> Iterator[tuple[str, Told]]:
    """The term in a noun phrase, with its row: the last noun in front of what follows it (`the REGIME of ...`)."""
    words = NOUN.findall(BEHIND.split(span.text.casefold(), maxsplit=1)[0])
    for word in words[-1:]:
        noun = word if row_of(kind, word) else word.removesuffix("s")  # type: ignore[arg-type]
        if (row := row_of(kind, noun)) is not None:  # type: ignore[arg-type]
            yield row, Told(article=article, span=span, value=noun)


def _differing(about: str, told: list[tuple[str, Told]]) -> Iterator[Conflict]:
    for row in sorted({row for row, _ in told}):
        found = distinct(item for name, item in told if name == row)
        if len({item.article for item in found}) > 1:
            yield conflict("characterisation", about, found, "wording", WHY)
