"""Companions: the deeds that an event's words go with, so that what tells when they were done tells it of the event.

`denied it AT a summit in July`, `has been IN custody since May`, `agreed on Tuesday AFTER talks`, `a BID last week to
spur an uprising`, `flew to Oslo on Monday AND met him`, `expelled him in May, ACCUSING him of spying`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.encounters import encounter, lasts
from communique.reading.events import roles
from communique.reading.events.roles import VERBAL
from communique.reading.phrases import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

AT = frozenset({"at", "behind", "during", "in", "under"})
"""Prepositions behind which stands the occasion of a deed, or the state that somebody is in."""
BEHIND = frozenset({"after", "following"})
TOWARD = frozenset({"at", "for", "in", "into", "to"})
"""Prepositions in front of where a deed leads, not where it comes from."""
OPENED = frozenset({"begin", "end", "open", "start"})
ON = events.words("edges") | {"tour", "trip", "visit"}
"""What a deed is done on, not what is agreed or voted on."""
PARTS = events.words("edges") | {"course", "day", "end", "hour", "night", "opening", "round", "start"}
"""What an occasion has: `on the SIDELINES of a summit`, `after a DAY of talks`."""
UNDERTAKINGS = frozenset({"attempt", "bid", "drive", "effort", "move", "operation", "push"})
UNDERTAKEN = frozenset({"attempt", "begin", "continue", "fail", "help", "manage", "resume", "start", "try"})
"""What is done when it is undertaken: `BEGAN on Monday to free them`."""
PLANNED = frozenset({"aim", "expect", "hope", "intend", "plan"})
"""What is ahead is done then, where it is planned now: `on Tuesday PLANS to meet them`."""
AFTERWARDS = frozenset({"eventually", "later", "now", "since", "still", "subsequently"})
CLOSING = frozenset("break collapse close conclude end erupt fail falter finish founder resume stall turn wrap".split())
"""What an event that is told as somebody doing does: `the talks COLLAPSED on Friday`."""
MET = frozenset({"meeting", "phone call"})
VISIT, DETENTION = "visit", "detention"
HOLDING = frozenset({"be", "hold", "keep", "place", "put", "remain", "stay", "take"})
"""What tells since when somebody is in custody; who `was VISITED in prison on Monday` was so before."""
PRESENT = frozenset({"VBP", "VBZ"})
PARTIES = SUBJECTS | {"dobj"}
CLOSE = 3  # steps from a noun to the deed that it goes with


def deeds(trigger: Trigger) -> Iterator[Token]:
    """The words of the deeds whose time is an event's too, the nearest first."""
    if trigger.verb is not None and trigger.verb.tag_ not in PRESENT:
        yield from _of_clause(trigger.verb)
    if encounter(trigger.kind.kind) in MET and trigger.verb is not None:
        yield from _before(trigger.verb)
    if encounter(trigger.kind.kind) == VISIT and trigger.is_verb:
        yield from _there(trigger.token)
    if not (trigger.is_verb or lasts(trigger.kind.kind)):
        yield from _done_at(trigger)
        if trigger.token.dep_ in SUBJECTS and trigger.token.head.lemma_.lower() in CLOSING:
            yield trigger.token.head
        if trigger.token.dep_ == "appos" and events.nouns_named(trigger.token.head.lemma_.lower()):
            yield trigger.token.head  # `meetings in Oslo Monday, a surprise VISIT`
    yield from _undertaken(trigger.token)


def _of_clause(verb: Token) -> Iterator[Token]:
    """The verbs that a clause belongs to or goes on with, and those of clauses which tell when it was."""
    word = verb
    for _ in range(CLOSE):
        above = list(_above(word))
        yield from above
        if not above or above[0].pos_ not in VERBAL:
            break
        word = above[0]
    yield from (child for child in verb.children if child.dep_ == "advcl" and {"when", "as"} & roles.opening(child))


def _above(verb: Token) -> Iterator[Token]:
    """The verb or noun whose time is a clause's too."""
    head, words = verb.head, roles.opening(verb)
    if verb.dep_ == "advcl" and {"as", "when"} & words and head.pos_ in VERBAL:
        yield from (head, *(child for child in head.children if child.dep_ in PARTIES))
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and words <= {"while"} and head.pos_ in VERBAL:
        yield head
    elif verb.dep_ == "pcomp" and head.lower_ == "by":
        yield head.head  # `responded on Monday BY recalling him`
    elif verb.dep_ == "relcl" and "where" in words and head.dep_ == "pobj" and head.head.lower_ in TOWARD:
        yield head.head.head
    elif (verb.dep_ == "relcl" and not words and events.nouns_named(head.lemma_.lower())) or _goes_on(verb):
        yield head


def _goes_on(verb: Token) -> bool:
    """Whether a verb tells what the subject of the one before did then too: `flew to Oslo on Monday and MET him`."""
    beside = {child.dep_ for child in verb.children} & (SUBJECTS | {"aux"})
    return verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and not beside and not is_later(verb)


def is_later(verb: Token) -> bool:
    """Whether a word beside a verb says that it tells of another time than the verb before: `LATER expelled him`."""
    return any(child.lower_ in AFTERWARDS for child in verb.children)


def _before(verb: Token) -> Iterator[Token]:
    """The verb of what was done right after people met: `AGREED on Tuesday after they had met`."""
    if verb.dep_ == "advcl" and "after" in roles.opening(verb) and verb.head.pos_ in VERBAL:
        yield verb.head


def _there(verb: Token) -> Iterator[Token]:
    """The verbs that tell what was done where a journey led: `flew to Oslo, where she MET him on Monday`."""
    places = (noun for way in verb.children if way.lower_ in TOWARD for noun in way.children)
    yield from (
        child for noun in places for child in noun.children if child.dep_ == "relcl" and "where" in roles.opening(child)
    )


def _done_at(trigger: Trigger) -> Iterator[Token]:
    """The verb of what was done at an occasion, or right after it."""
    word = trigger.token
    for _ in range(CLOSE):
        preposition, above = word.head, word.head.head
        if word.dep_ != "pobj" or preposition.dep_ != "prep":
            return
        if preposition.lower_ == "of" and above.lemma_.lower() in PARTS:
            word = above
            continue
        deed = above.head if above.dep_ == "dobj" and encounter(trigger.kind.kind) else above
        if preposition.lower_ in BEHIND and preposition.i and word.doc[preposition.i - 1].text == ",":
            deed = preposition.sent.root
        if deed.pos_ in VERBAL and _is_done_at(word, preposition, deed, trigger.kind.kind):
            yield deed
        return


def _is_done_at(noun: Token, preposition: Token, deed: Token, kind: str) -> bool:
    """Whether a deed was done at, or right after, the occasion that a noun behind a preposition names."""
    way = preposition.lower_
    held = kind != DETENTION or deed.lemma_.lower() in HOLDING
    if deed.lemma_.lower() in events.words("scheduling") or not held:
        return False
    if way == "with":
        return deed.lemma_.lower() in OPENED
    if way == "on":
        return noun.lemma_.lower() in ON
    return way in AT or (way in BEHIND and encounter(kind) in MET)


def _undertaken(word: Token) -> Iterator[Token]:
    """The word for the undertaking of which an event is the aim: `a BID by the party last week to spur an uprising`."""
    verb = word.head if word.dep_ == "dobj" else word
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.lemma_.lower() in UNDERTAKINGS:
        yield verb.head
        yield from (deed for deed in (verb.head.head,) if verb.head.dep_ in PARTIES and deed.pos_ in VERBAL)
    aims = {child.lemma_.lower() for child in verb.head.children if child.dep_ == "dobj"} & UNDERTAKINGS
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and aims:  # `backed a BID last week to spur an uprising`
        yield verb.head
    if word.dep_ == "pobj" and word.head.lower_ in {"at", "for"} and word.head.head.lemma_.lower() in UNDERTAKINGS:
        yield word.head.head
    above = verb.head.lemma_.lower()
    if verb.dep_ == "xcomp" and (above in UNDERTAKEN or (above in PLANNED and verb.head.tag_ in PRESENT)):
        yield verb.head
