"""Alongside: the place that a deed shares with what is told beside it.

Joined clauses share their circumstances (`rallied in Oslo, and two were hurt when police fired`), and what follows at
one scene is told without naming it again (`Police dispersed them and held four.`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
PLEA, MEETING, VISIT = "plea", "meeting", "visit"


def clauses(trigger: Trigger) -> Iterator[Token]:
    """The verbs whose circumstances a deed shares: those joined to its own, or in whose course it is done."""
    verb = trigger.token if trigger.is_verb else trigger.carrier
    if verb is None or not has_a_scene(trigger.kind.kind):
        return
    yield from (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ and not _moves_on(c))
    for _ in range(STEPS):
        above = _above(verb, trigger.kind.kind)
        if above is None:
            return
        yield above
        verb = above


def _above(verb: Token, kind: str) -> Token | None:
    """The clause that a verb's goes on with, or happens in."""
    if verb.dep_ == "relcl" and kind == PLEA:  # `tried in Oslo on charges, to which he PLEADED guilty`
        return next((word for word in verb.head.ancestors if word.pos_ in roles.VERBAL), None)
    during = verb.dep_ == "advcl" and (
        verb.tag_ == "VBG" or any(c.lower_ in AT_ONCE for c in verb.children if c.i < verb.i)
    )
    joined = verb.dep_ == "conj" or during or (kind == PLEA and verb.dep_ in {"advcl", "xcomp"})
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
        if event.kind == MEETING:
            found[number] = replace(event, places=_visited(reading, found, at, number))
        if event.status != "occurred" or not goes_on_there(event.kind):
            continue
        before = [
            n
            for n in range(max(0, number - NEAR), number)
            if at[n] == at[number] and _is_apart(reading, found[n], event)
        ]
        if not before:
            if _names_a_place(reading, reading.sentences[at[number]]) or not _follows(reading, at[number], paragraphs):
                continue
            before = [n for n in range(max(0, number - NEAR), number) if at[n] == at[number] - 1]
        scenes = {found[n].places: n for n in before if found[n].places and goes_on_there(found[n].kind)}
        if (
            len(scenes) == 1
            and not _elsewhere(reading, found, before, next(iter(scenes)))
            and _may_be_then(reading, found[next(iter(scenes.values()))], event)
        ):
            found[number] = replace(event, places=next(iter(scenes)))
    return replace(reading, events=tuple(found))


def _visited(reading: Reading, found: Sequence[EventMention], at: Sequence[int], number: int) -> tuple[int, ...]:
    """Where the visit goes that the sentence before tells of: `She will fly to Oslo`, `She will meet the king`."""
    event = found[number]
    visits = [
        found[n] for n in range(max(0, number - NEAR), number) if found[n].kind == VISIT and at[number] - at[n] == 1
    ]
    if not visits or _names_a_place(reading, reading.sentences[at[number]]) or visits[-1].status != event.status:
        return ()
    chains = [{*chain} for chain in reading.chains]
    there = {*visits[-1].actors} | set().union(*(chain for chain in chains if chain & {*visits[-1].actors}))
    return visits[-1].places if there & {*event.actors} else ()


def _names_a_place(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence names a place."""
    first = bisect_left(reading.mentions, sentence.start, key=lambda mention: mention.span.start)
    for mention in reading.mentions[first:]:
        if mention.span.start >= sentence.end:
            break
        if mention.type == "place" and mention.form == "named" and not mention.metonym:
            return True
    return any(cities_called(word) for word in TOWN.findall(sentence.text))


def _elsewhere(reading: Reading, found: Sequence[EventMention], before: Sequence[int], scene: Sequence[int]) -> bool:
    """Whether the sentence that sets a scene names other places too."""
    sentence = reading.sentence_of(found[before[0]].trigger)
    return any(
        sentence is not None and sentence.covers(mention.span) and index not in scene
        for index, mention in enumerate(reading.mentions)
        if mention.type == "place" and mention.form == "named" and not mention.metonym
    )


def _follows(reading: Reading, number: int, paragraphs: Sequence[Span]) -> bool:
    """Whether a sentence goes on in the paragraph of the one before."""
    if number == 0:
        return False
    one, other = reading.sentences[number - 1], reading.sentences[number]
    return any(span.start <= one.start and other.end <= span.end for span in paragraphs)


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
