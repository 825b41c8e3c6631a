"""Status: whether an event came to pass, is planned, called off, alleged, threatened, supposed or denied.

Read from the verb that tells it (negation, modal verb), from words beside it (`the planned visit`), and from what
governs it (`threatened to leave`, `the risk of war`); of several the one farthest from having happened counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.domain.readings import EventStatus
from communique.knowledge import events
from communique.knowledge.encounters import is_custody
from communique.reading.events.governors import governor, is_negated, may_be_called_off, modal, statuses_above
from communique.reading.events.roles import VERBAL, is_order, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

FARTHEST_FIRST: tuple[EventStatus, ...] = (
    "cancelled", "denied", "threatened", "alleged", "hypothetical", "planned", "occurred",
)  # fmt: skip
"""From what is farthest from having happened: of several statuses in one sentence the first counts."""
BESIDE = frozenset({"amod", "advmod", "det", "compound"})
NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})
FACING = frozenset({"await", "face"})
SENTENCES = frozenset({"conviction", "deportation", "extradition"})
TAKING_PLACE = frozenset({"take", "happen", "go", "proceed"})
AHEAD = frozenset({"will", "wo", "would"})
OTHERWISE = frozenset({"before", "but", "if", "unless", "until", "without"})
REACH = 40  # words behind an event in which it is called off


def status(trigger: Trigger) -> EventStatus:
    """The status that the grammar of the sentence gives an event; a charge that is denied was made."""
    made = trigger.kind.type == "ACCUSE" and not trigger.is_verb
    return min(
        (s for s in _around(trigger) if not (made and s == "denied")), key=FARTHEST_FIRST.index, default="occurred"
    )


def negated(trigger: Trigger) -> bool:
    """Whether it is told not to have happened: `did not meet`, `no talks were held`, `expelled no one`."""
    token, words = trigger.token, trigger.words
    verbs = [verb for verb in (trigger.verb, token.head if token.dep_ == "attr" else None) if verb is not None]
    subjects = [child for verb in verbs for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    nobody = [word for noun in (*subjects, token) for word in (noun, *noun.children) if word.lower_ in NOBODY]
    objects = [child for verb in verbs for child in verb.children if child.dep_ == "dobj"]
    nobody += [word for thing in objects for word in (thing, *thing.children) if word.lower_ in NOBODY]
    own = {word.i for word in words}
    if any(word.dep_ == "neg" and word.i in own for word in words):
        return False  # `pleaded not guilty` is the deed
    return bool(nobody) or any(is_negated(verb) for verb in verbs)


def _around(trigger: Trigger) -> Iterator[EventStatus]:
    yield from _beside(trigger.token)
    word = trigger.token
    if trigger.carrier is not None and may_be_called_off(word, trigger.carrier):
        yield "planned"
        return
    if trigger.verb is not None:
        yield from modal(trigger.verb)
        if trigger.verb.i != word.i:
            yield from _beside(trigger.verb)
            if trigger.kind.type not in events.SPOKEN or trigger.verb.lemma_ != "offer":  # `offered condolences`
                yield from governor(word, trigger.verb)
            word = trigger.verb
    if _called_off_later(trigger) or _is_called_off_in_short(trigger.token):
        yield "cancelled"
    if (trigger.is_verb and is_order(trigger.token)) or _is_faced(trigger):
        yield "hypothetical"
    if not is_settled(word):
        yield from statuses_above(word)


def _is_faced(trigger: Trigger) -> bool:
    """Whether it is only what somebody can get: `FACES a prison sentence`."""
    legal = is_custody(trigger.kind.kind) or trigger.kind.kind in SENTENCES
    return legal and trigger.carrier is not None and trigger.carrier.lemma_ in FACING


def is_settled(verb: Token) -> bool:
    """Whether it only tells which are meant, by who did it or when: `denied paying for hostages FREED by Norland`."""
    told = any(child.dep_ in {"agent", "npadvmod"} or child.ent_type_ == "DATE" for child in verb.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and told


def _beside(word: Token) -> Iterator[EventStatus]:
    """What stands beside an event's word: `the PLANNED visit`, `a summit SET for May`, `talks DUE in May`."""
    for child in word.children:
        behind = child.i > word.i and (child.tag_ in {"VBN", "VBD"} or child.dep_ == "amod")
        lemma = child.lemma_.lower()  # but `talks AIMED at peace` have an aim, and may be held
        if behind and lemma != "aim" and child.dep_ in {"acl", "amod"} and events.governed_status(lemma) == "planned":
            yield "planned"
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"} and _calls_off(child):  # `talks CALLED off`
            yield "cancelled"
        after = any(c.dep_ == "prep" and c.i == child.i + 1 for c in child.children)  # `SOON AFTER he was caught`
        if child.dep_ in BESIDE and not after and (found := events.marked_status(child.lower_)):
            yield found


def _called_off_later(trigger: Trigger) -> bool:
    """Whether the sentence goes on to call it off: `planned a visit, but it was scrapped`."""
    start = trigger.token.i + 1
    for token in trigger.token.doc[start : min(start + REACH, trigger.token.sent.end)]:
        if token.pos_ not in VERBAL or not is_passive(token):
            continue
        if any(c.dep_ == "nsubjpass" and c.lower_ in {"it", "that", "this"} for c in token.children):
            return _calls_off(token)
    return False


def _is_called_off_in_short(word: Token) -> bool:
    """Whether a headline leaves out the auxiliary: `Oslo talks CALLED OFF`."""
    verb = word.head
    behind = {child.dep_ for child in verb.children if child.i > verb.i}
    plain = verb.tag_ in {"VBD", "VBN"} and behind.isdisjoint({"dobj", "ccomp", "xcomp"})
    return word.dep_ == "nsubj" and plain and _calls_off(verb)


def _calls_off(verb: Token) -> bool:
    """Whether a verb, with its particle, says that what it governs is called off."""
    words = [verb.lemma_.lower(), *(f"{verb.lemma_.lower()} {c.lower_}" for c in verb.children)]
    return any(events.governed_status(found) == "cancelled" for found in words)


def will_not_be(trigger: Trigger) -> bool:
    """Whether what was to come is told not to: `the talks WILL NOT TAKE PLACE`; but perhaps at another time."""
    verb = trigger.verb
    if trigger.is_verb or verb is None:
        return False
    held = verb.lemma_.lower() in TAKING_PLACE or (verb.lemma_ == "hold" and is_passive(verb))
    no_longer = any(child.lower_ == "longer" for child in verb.children)
    ahead = any(child.dep_ == "aux" and child.lower_ in AHEAD for child in verb.children)
    otherwise = {token.lower_ for token in verb.sent if token.i > verb.i} & OTHERWISE
    return held and ahead and (no_longer or is_negated(verb)) and not otherwise
