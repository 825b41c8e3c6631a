"""Alongside: the place that a deed shares with what is told beside it.

Joined clauses share their circumstances (`rallied in Oslo, and two were hurt when police fired`), and what follows at
one scene is told without naming it again (`Police dispersed them and held four.`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.knowledge.encounters import goes_on_there, has_a_scene
from communique.knowledge.gazetteer import cities_called
from communique.reading.events import roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from communique.domain import EventMention, Reading, Span
    from communique.reading.events.triggers import Trigger

NEAR = 16  # events before one, in which the sentence before is told
STEPS = 3  # clauses that are climbed
AT_ONCE = frozenset({"when", "as", "while"})
APART = frozenset(";—–")
TOWN = re.compile(r"\b(?:of|in|from|to|at|near) ([A-Z]\w+)")  # not always a mention: `residents of Brenna`
YEAR = 4  # characters of a date that tells a year only
CARRIES = frozenset("bring deport extradite fly move return send take transfer transport".split())
MEETING, VISIT = "meeting", "visit"


def clauses(trigger: Trigger) -> Iterator[Token]:
    """The verbs whose circumstances a deed shares: those joined to its own, or in whose course it is done."""
    verb = trigger.token if trigger.is_verb else trigger.carrier
    if verb is None or not has_a_scene(trigger.kind.kind):
        return
    yield from (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ and not _moves_on(c))
    for _ in range(STEPS):
        above = _above(verb)
        if above is None:
            return
        yield above
        verb = above


def _above(verb: Token) -> Token | None:
    """The clause that a verb's goes on with, or happens in."""
    during = verb.dep_ == "advcl" and (verb.tag_ == "VBG" or not AT_ONCE.isdisjoint(roles.opening(verb)))
    joined = verb.dep_ == "conj" or during
    return verb.head if joined and verb.head.pos_ in roles.VERBAL else None


def _moves_on(verb: Token) -> bool:
    """Whether a joined clause is of somebody else, or takes them to another place: `captured and TAKEN to Oslo`."""
    return verb.lemma_.lower() in CARRIES or any(c.dep_ in {"expl", "nsubj", "nsubjpass"} for c in verb.children)


def continued(reading: Reading, paragraphs: Sequence[Span]) -> Reading:
    """The reading, what goes on at the scene that the sentence before told set there."""
    found = list(reading.events)
    at = [reading.sentence_at(event.trigger.start) for event in found]
    for number, event in enumerate(found):
        if event.places or at[number] < 0:
            continue
        near = range(max(0, number - NEAR), number)
        if event.kind == MEETING:
            visits = [found[n] for n in near if found[n].kind == VISIT and at[number] - at[n] == 1]
            found[number] = replace(event, places=_visited(reading, visits[-1:], event, at[number]))
        if event.status == "occurred" and goes_on_there(event.kind):
            before = [n for n in near if at[n] == at[number] and _is_apart(reading, found[n], event)]
            if not before and _goes_on(reading, at[number], paragraphs):
                before = [n for n in near if at[n] == at[number] - 1]
            scene = _scene(reading, [found[n] for n in before], event)
            found[number] = replace(found[number], places=scene or found[number].places)
    return replace(reading, events=tuple(found))


def _scene(reading: Reading, before: Sequence[EventMention], event: EventMention) -> tuple[int, ...]:
    """The one scene of the events told just before, where an event may be too; none where other places are told."""
    scenes = {other.places: other for other in before if other.places and goes_on_there(other.kind)}
    if len(scenes) != 1:
        return ()
    places, other = next(iter(scenes.items()))
    sentence = reading.sentence_of(other.trigger)
    elsewhere = sentence is not None and _elsewhere(reading, sentence, places)
    return () if elsewhere or not _may_be_then(reading, other, event) else places


def _visited(reading: Reading, visits: Sequence[EventMention], met: EventMention, at: int) -> tuple[int, ...]:
    """Where the visit goes that the sentence before tells of: `She will fly to Oslo`, `She will meet the king`."""
    for visit in visits:
        if visit.status == met.status and not _names_a_place(reading, reading.sentences[at]):
            there = {*visit.actors}.union(*(chain for chain in reading.chains if not {*chain}.isdisjoint(visit.actors)))
            return visit.places if there & {*met.actors} else ()
    return ()


def _places_of(reading: Reading, sentence: Span) -> Iterator[int]:
    """The mentions of places that a sentence names."""
    first, last = (
        bisect_left(reading.mentions, at, key=lambda mention: mention.span.start)
        for at in (sentence.start, sentence.end)
    )
    for index in range(first, last):
        mention = reading.mentions[index]
        if mention.type == "place" and mention.form == "named" and not mention.metonym:
            yield index


def _names_a_place(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence names a place, be it one that is no mention."""
    return next(_places_of(reading, sentence), None) is not None or any(
        cities_called(word) for word in TOWN.findall(sentence.text)
    )


def _elsewhere(reading: Reading, sentence: Span, scene: Sequence[int]) -> bool:
    """Whether the sentence that sets a scene names other places too."""
    return any(index not in scene for index in _places_of(reading, sentence))


def _goes_on(reading: Reading, number: int, paragraphs: Sequence[Span]) -> bool:
    """Whether a sentence names no place and goes on in the paragraph of the one before."""
    if number == 0 or _names_a_place(reading, reading.sentences[number]):
        return False
    one, other = reading.sentences[number - 1], reading.sentences[number]
    at = bisect_right(paragraphs, one.start, key=lambda span: span.start) - 1
    return at >= 0 and other.end <= paragraphs[at].end


def _is_apart(reading: Reading, one: EventMention, other: EventMention) -> bool:
    """Whether two events of a sentence stand in two that a dash or semicolon joins."""
    sentence = reading.sentence_of(other.trigger)
    if sentence is None or one.trigger.end > other.trigger.start:
        return False
    return bool(APART & {*sentence.text[one.trigger.end - sentence.start : other.trigger.start - sentence.start]})


def _may_be_then(reading: Reading, scene: EventMention, event: EventMention) -> bool:
    """Whether an event may be of the time of the scene: of no time of its own, or of no other year."""
    if event.time is None or event.time == scene.time:
        return True
    own = reading.times[event.time].value or ""
    if scene.time is None:
        return len(own) != YEAR
    return own == reading.times[scene.time].value
