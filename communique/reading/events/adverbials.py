"""Adverbials: times and places of a sentence that no event of it has claimed, and the event that they tell of.

Grammar has given most (`whens`, `parties`); what is left stands right behind an event's words (`meetings in Brussels
Monday`), or opens the sentence and holds for its first event (`Last week, A told B in a call`). What is told inside
words said does not share with what is told outside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.domain import EventMention, Reading, Span

OPENING = 14  # characters from the start of a sentence in which a time or place opens it
BEHIND = 5  # characters between an event's words and a time or place right behind them
IN = re.compile(
    r"\b(?:in|at|near|outside)\s+(?:(?:the\s+)?(?:\S+\s+){0,4}(?:city|town|resort|capital|port)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def complete(reading: Reading, reports: Mapping[int, int]) -> Reading:
    """The reading whose events have the times and places that are left for them.

    reports: of every character the innermost attribution in whose content it stands.
    """
    events = list(reading.events)
    by_trigger = sorted(range(len(events)), key=lambda n: (events[n].trigger.start, n))
    timed = {event.time for event in events}
    for index, expression in enumerate(reading.times):
        if index not in timed and expression.type in {"DATE", "TIME"}:
            number = _event(reading, reports, by_trigger, expression.span)
            if number is not None and events[number].time is None:
                events[number] = replace(events[number], time=index)
    placed = {index for event in events for index in (*event.places, *event.actors, *event.recipients)}
    without = {number for number, event in enumerate(events) if not event.places}
    for index, named in enumerate(reading.mentions):
        if index in placed or named.form != "named" or named.type not in {"place", "state"}:
            continue
        number = _event(reading, reports, by_trigger, named.span, behind=IN)
        if number in without:
            events[number] = replace(events[number], places=(*events[number].places, index))
    return replace(reading, events=tuple(events))


def _event(
    reading: Reading,
    reports: Mapping[int, int],
    by_trigger: Sequence[int],
    span: Span,
    behind: re.Pattern[str] | None = None,
) -> int | None:
    """The event, if any, that a time or a place in its sentence tells of."""
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or not reading.sentences[at].covers(span):
        return None
    sentence = reading.sentences[at]
    before = sentence.text[: span.start - sentence.start]
    if behind is not None and not behind.search(before):
        return None

    def trigger(number: int) -> int:
        return reading.events[number].trigger.start

    first, here, last = (bisect_left(by_trigger, p, key=trigger) for p in (sentence.start, span.start, sentence.end))
    content = reports.get(span.start)
    if here > first:
        number = by_trigger[here - 1]
        right_behind = reading.events[number].span.end + BEHIND >= span.start
        return number if right_behind and reports.get(trigger(number)) == content else None
    if len(before) > OPENING:
        return None
    return next((n for n in by_trigger[first:last] if reports.get(trigger(n)) == content), None)
