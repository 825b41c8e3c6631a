"""Courses: the day that a paragraph goes on to tell of. `They met on Monday. Police held two outside the palace`.

A sentence in the simple past that tells no time of its own is of the one day that the sentence before is of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.events import companions, roles, whens
from communique.reading.events.roles import VERBAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from communique.domain import Reading, TimeExpression
    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "’d"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
"""Clauses that tell the news; what others tell may be of another day."""
SHORT = frozenset({"day", "weekend", "week", "month"})
DAY = len("2006-01-02")
MONTH = len("2006-01")


def courses(doc: Doc, cast: Cast) -> dict[int, int]:
    """By the first word of a sentence that goes on with the one before, the index of the time told there."""
    found: dict[int, int] = {}
    told: int | None = None
    for sentence in doc.sents:
        times = {index: token for token in reversed(sentence) if (index := whens.time_at(token, cast)) is not None}
        if times:
            told = _day(times, cast) if is_simple_past(sentence.root) else None
        elif told is not None and is_simple_past(sentence.root):
            found[sentence.start] = told
        else:
            told = None
    return found


def _day(times: Mapping[int, Token], cast: Cast) -> int | None:
    """The only time of a sentence, where that is of its main clauses and no longer than a month."""
    index, token = next(iter(times.items()))
    above = [word for word in token.ancestors if word.pos_ in VERBAL]
    main = all(word.dep_ in MAIN and is_simple_past(word) for word in above)
    bound = any(word.lower_ in whens.BOUNDS | {"since"} for word in token.ancestors)
    return index if len(times) == 1 and main and not bound and _is_short(cast.reading.times[index]) else None


def _is_short(time: TimeExpression) -> bool:
    if time.relative is not None:
        return time.relative.unit in SHORT
    value = (time.value or "")[:DAY]
    return len(value) >= MONTH and value[:4].isdigit() and value[5:6] not in {"Q", "H"}


def going_on(trigger: Trigger, course: Mapping[int, int]) -> int | None:
    """The time of the course that an event is told in: by the main verb of its sentence, or one joined to it."""
    verb = trigger.verb
    if verb is None or not course or not is_simple_past(verb) or companions.is_later(verb):
        return None
    above = verb
    while above.dep_ == "conj" and above.head.pos_ in VERBAL and not companions.is_later(above):
        above = above.head
    if above.dep_ in {"ccomp", "parataxis"} and above.i < above.head.i:  # `two were hurt, police said`
        above = above.head
    return course.get(verb.sent.start) if above == verb.sent.root else None


def dated(reading: Reading, goes_on: Mapping[int, int]) -> Reading:
    """The reading, what has no time of its own given that of its course. goes_on: by where their triggers begin."""
    times = (
        goes_on.get(event.trigger.start) if event.time is None and event.status == "occurred" else event.time
        for event in reading.events
    )
    events = (replace(event, time=time) for event, time in zip(reading.events, times, strict=True))
    return replace(reading, events=tuple(events))


def is_simple_past(verb: Token) -> bool:
    """Whether a verb tells what was done at its time: `met`, `were held`; not `had met`, `will meet`."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if words & PERFECT:
        return False
    held = words & {"was", "were"} if roles.is_passive(verb) else {c for c in verb.children if c.dep_ == "nsubj"}
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(held))
