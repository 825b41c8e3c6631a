"""Adverbials: times and places of a sentence that no event of it has claimed, and the event that they tell of.

Grammar has given most (`whens`, `parties`); what is left stands right behind an event's words (`meetings in Brussels
Monday`), or opens the sentence and holds for its first event (`Last week, A told B in a call`). What is told inside
words said does not share with what is told outside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.events.whens import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from communique.domain import EventMention, Reading, Span

OPENING = 14  # characters from the start of a sentence in which a time or place opens it
FAR = 60  # the same where only places stand between, or where a place stands in the subject (`A court in Oslo jailed`)
MANY = 8  # mentions looked at between the two
ELECTION = "election"
BALLOTS = frozenset({ELECTION, "vote", "interference", "influence operation"})
YEAR = re.compile(r"\d{4}")
OWNING = ("'s", "’s")
HELD = re.compile(
    r"[\s,]*(?:held|hosted|taking place)?"
    r"(?:[\s,]*\b(?:on|in|at|near|off|outside|the|late|early|central|\w+ern)\b)*[\s,]*"
)
NAMING = 12  # characters between a place and the noun of the event that is called after it
SINCE = re.compile(r"\bsince\s+(?:(?:about|around|early|last|late|mid)[\s-]+)?$", re.IGNORECASE)
WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)
BEHIND = 5  # characters between an event's words and a time or place right behind them
OPENS = re.compile(
    r"[\s“\"]*(?:(?:and|back|but|earlier|later|meanwhile),?\s+)?(?:in|at|near|off|outside)\b", re.IGNORECASE
)
IN = re.compile(
    r"\b(?:in|at|near|off|outside)\s+(?:(?:the\s+)?(?:\S+\s+){0,4}(?:city|town|resort|capital|port)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def complete(reading: Reading, reports: Mapping[int, int], below: Collection[int] = ()) -> Reading:
    """The reading whose events have the times and places that are left for them.

    reports: of every character the innermost attribution in whose content it stands. below: where the triggers do that
    stand in a clause of another time than its sentence's.
    """
    reading = replace(reading, events=tuple(_held(reading)))
    events = list(reading.events)
    by_trigger = sorted(range(len(events)), key=lambda n: (events[n].trigger.start, n))
    timed = {event.time for event in events}
    for index, expression in enumerate(reading.times):
        if index not in timed and expression.type in {"DATE", "TIME"} and not _is_of_another(reading, expression.span):
            number = _event(reading, reports, by_trigger, expression.span, below)
            if number is not None and events[number].time is None:
                events[number] = replace(events[number], time=index)
    parties = {index for event in events for index in (*event.actors, *event.recipients)}
    placed = {index: event.trigger.start for event in reversed(events) for index in event.places}
    named_for = {index for event in events for index in event.places if _names(event, reading.mentions[index].span)}
    without = {number for number, event in enumerate(events) if not event.places}
    for index, named in enumerate(reading.mentions):
        taken = index in parties or index in named_for or placed.get(index, named.span.end) < named.span.start
        if taken or named.form != "named" or named.type not in {"place", "state"}:
            continue
        number = _event(reading, reports, by_trigger, named.span, below, behind=IN)
        if number in without and (index not in placed or events[number].trigger.start < named.span.start):
            events[number] = replace(events[number], places=(*events[number].places, index))
    dated = (replace(event, since=_is_since(reading, event)) for event in _elections(reading, events))
    return replace(reading, events=tuple(dated))


def _is_since(reading: Reading, event: EventMention) -> bool:
    """Whether it was so from its time on: `dead SINCE May`, `killed SINCE May`, not `since May, WHEN he was killed`."""
    told = reading.times[event.time].span if event.time is not None else None
    sentence = reading.sentence_of(told) if told else None
    if told is None or sentence is None:
        return False
    before, behind = sentence.text[: told.start - sentence.start], sentence.text[told.end - sentence.start :]
    return SINCE.search(before) is not None and not (event.trigger.start > told.end and WHEN.match(behind))


def _names(event: EventMention, place: Span) -> bool:
    """Whether a place stands in front of an event's noun, as a part of what it is called: `the OSLO market bombing`."""
    return event.span.covers(place) and 0 < event.trigger.start - place.end <= NAMING


def _elections(reading: Reading, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events, elections set where the article's only other elections are: `the 2016 election`."""
    chains = {index: number for number, chain in enumerate(reading.chains) for index in chain}
    placed = {chains.get(e.places[0], -1 - e.places[0]): e.places for e in events if e.kind in BALLOTS and e.places}
    if len(placed) != 1:
        return tuple(events)
    where = next(iter(placed.values()))

    def of_nobody(event: EventMention) -> bool:
        owners = event.recipients or (event.kind in {ELECTION, "vote"} and event.actors)
        return event.kind in BALLOTS and not event.places and not owners

    return tuple(replace(event, places=where) if of_nobody(event) else event for event in events)


def _is_of_another(reading: Reading, span: Span) -> bool:
    """Whether a time is a deadline (`to leave BEFORE the end of May`) or of the noun behind it (`MONDAY'S debate`)."""
    sentence = reading.sentence_of(span)
    before = sentence.text[: span.start - sentence.start].rsplit(maxsplit=1) if sentence else []
    behind = sentence.text[span.end - sentence.start :] if sentence else ""
    return bool(before and before[-1].lower() in BOUNDS) or behind.startswith(OWNING)


def _event(
    reading: Reading,
    reports: Mapping[int, int],
    by_trigger: Sequence[int],
    span: Span,
    below: Collection[int],
    behind: re.Pattern[str] | None = None,
) -> int | None:
    """The event, if any, that a time or a place in its sentence tells of."""
    sentence = reading.sentence_of(span)
    if sentence is None:
        return None
    before = sentence.text[: span.start - sentence.start]
    if behind is not None and not behind.search(before):
        return None

    def trigger(number: int) -> int:
        return reading.events[number].trigger.start

    first, here, last = (bisect_left(by_trigger, p, key=trigger) for p in (sentence.start, span.start, sentence.end))
    content = reports.get(span.start)
    if here > first:
        number = by_trigger[here - 1]
        near = _is_behind(reading, reading.events[number], span)
        return number if near and reports.get(trigger(number)) == content else None
    if len(before) > OPENING:
        return None
    end = (
        last if behind is None or OPENS.match(before) else bisect_left(by_trigger, span.end + FAR, hi=last, key=trigger)
    )
    opened = (n for n in by_trigger[first:end] if trigger(n) not in below)
    return next((n for n in opened if reports.get(trigger(n)) == content), None)


def _is_behind(reading: Reading, event: EventMention, span: Span) -> bool:
    """Whether a time or place stands behind an event, at most places between: `a summit, held in Oslo on May 6`."""
    sentence = reading.sentence_of(span)
    if event.span.end + BEHIND >= span.start or sentence is None:
        return event.span.end + BEHIND >= span.start
    if span.start - event.span.end > FAR:
        return False
    between = sentence.text[event.span.end - sentence.start : span.start - sentence.start]
    at = bisect_left(reading.mentions, event.span.end, key=lambda mention: mention.span.start)
    for mention in reading.mentions[at : at + MANY]:
        if mention.type in {"place", "state"} and mention.span.end <= span.start:
            between = between.replace(mention.span.text, "", 1)
    return HELD.fullmatch(between) is not None


def _held(reading: Reading) -> Iterator[EventMention]:
    """The events, a year given to the election that it stands behind: `jailed after the election in 2024`."""
    held: dict[int, EventMention] = {}
    for event in reading.events:
        at = bisect_left(reading.times, event.span.end, key=lambda told: told.span.start)
        if event.kind == ELECTION and event.time is None and at < len(reading.times):
            between = reading.times[at].span.start - event.span.end
            if between <= BEHIND and YEAR.fullmatch(reading.times[at].span.text):
                held[at] = event
    for event in reading.events:
        if event.time in held:
            yield replace(event, time=None)
        else:
            yield replace(event, time=next((at for at, own in held.items() if own is event), event.time))
