"""Companions: the time that an event has from the deed that its noun goes with.

`denied it AT a summit in July`, `has been IN custody since May`, `agreed on Tuesday AFTER talks`, `a BID last week to
spur an uprising`: where grammar hangs the time on the deed, the occasion is of it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.encounters import encounter, lasts
from communique.reading.events.roles import VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

AT = frozenset({"at", "behind", "during", "in", "under"})
"""Prepositions behind which stands the occasion of a deed, or the state that somebody is in."""
BEHIND = frozenset({"after", "following"})
OPENED = frozenset({"begin", "end", "open", "start"})
ON = frozenset({"fringe", "margin", "sideline", "tour", "trip", "visit"})
"""What a deed is done on, not what is agreed or voted on."""
PARTS = frozenset(
    {"course", "day", "end", "fringe", "hour", "margin", "night", "opening", "round", "sideline", "start"}
)
"""What an occasion has: `on the SIDELINES of a summit`, `after a DAY of talks`."""
UNDERTAKINGS = frozenset({"attempt", "bid", "drive", "effort", "move", "operation", "push"})
UNDERTAKEN = frozenset({"attempt", "begin", "continue", "fail", "help", "manage", "resume", "start", "try"})
"""What is done when it is undertaken: `BEGAN on Monday to free them`."""
MET = frozenset({"meeting", "phone call"})
CLOSE = 3  # steps from a noun to the deed that it goes with


def deeds(trigger: Trigger) -> Iterator[Token]:
    """The words of the deeds whose time is an event's too, the nearest first."""
    word = trigger.token
    if word.pos_ in VERBAL or lasts(trigger.kind.kind):
        yield from _undertaken(word)
        return
    for _ in range(CLOSE):
        preposition, above = word.head, word.head.head
        if word.dep_ != "pobj" or preposition.dep_ != "prep":
            break
        if preposition.lower_ == "of" and above.lemma_.lower() in PARTS:
            word = above
            continue
        deed = above.head if above.dep_ == "dobj" and encounter(trigger.kind.kind) else above
        if preposition.lower_ in BEHIND and preposition.i and word.doc[preposition.i - 1].text == ",":
            deed = preposition.sent.root
        if deed.pos_ in VERBAL and _is_done_at(word, preposition, deed, trigger.kind.kind):
            yield deed
        break
    yield from _undertaken(trigger.token)


def _is_done_at(noun: Token, preposition: Token, deed: Token, kind: str) -> bool:
    """Whether a deed was done at, or right after, the occasion that a noun behind a preposition names."""
    way = preposition.lower_
    if way == "with":
        return deed.lemma_.lower() in OPENED
    if way == "on":
        return noun.lemma_.lower() in ON
    return way in AT or (way in BEHIND and encounter(kind) in MET)


def _undertaken(word: Token) -> Iterator[Token]:
    """The noun of which an event is the aim: `a BID by the party last week to spur an uprising`."""
    verb = word.head if word.dep_ == "dobj" else word
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.lemma_.lower() in UNDERTAKINGS:
        yield verb.head
    if word.dep_ == "pobj" and word.head.lower_ in {"at", "for"} and word.head.head.lemma_.lower() in UNDERTAKINGS:
        yield word.head.head
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in UNDERTAKEN:
        yield verb.head
