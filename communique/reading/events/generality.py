"""Generality: whether words tell of a certain event, or of what is done in general (`attacks are common`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import encounters, events
from communique.reading import phrases
from communique.reading.events import roles
from communique.reading.events.governors import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

TELLING = frozenset({"amod", "prep", "relcl", "acl"})
TELLING_OF = frozenset({"of", "for", "with", "to", "on", "against", "between"})
IN_FRONT = frozenset({"amod", "compound"})
DESCRIBING = frozenset({"relcl", "acl"})
EVERYBODY = frozenset({"they", "you", "people", "one"})
APPOINTMENT = "appointment"
STEPS = 3  # words that are climbed to one that tells of a habit


def points(trigger: Trigger) -> bool:
    """Whether words beside a noun tell that a certain event is meant: `the attack`, `their talks`, `three attacks`."""
    noun = trigger.token
    children = list(noun.children)
    plural = noun.tag_ in phrases.PLURAL_TAGS
    if trigger.kind.type == "CONSULT" and plural and any(c.dep_ in TELLING for c in children):
        return True
    if any(c.lower_ in phrases.DEFINITE or c.dep_ in {"poss", "nummod"} for c in children):
        return True
    if plural:
        return (
            noun.dep_ == "pobj"
            and noun.head.lower_ == "of"
            and noun.head.head.lemma_.lower() in events.words("counting")
        )
    single = any(c.lower_ in {"a", "an"} for c in children) and any(c.dep_ in IN_FRONT for c in children)
    return (single and trigger.kind.type != "CONSULT") or any(c.dep_ in DESCRIBING for c in children)


def is_headline(trigger: Trigger) -> bool:
    """Whether a noun of a title names a certain event: titles leave out articles (`calm after PRISONER SWAP`).

    In a question many a verb is taken for a noun (`When will it CRASH?`).
    """
    noun, kind = trigger.token, trigger.kind
    asked = noun.doc.text.rstrip().endswith("?")
    if trigger.is_verb or asked or kind.needs not in {"", "thing"}:
        return False
    if any(child.dep_ in {"det", "neg"} for child in noun.children):
        return False
    return noun.tag_ not in phrases.PLURAL_TAGS or kind.type == "CONSULT"


def refers(trigger: Trigger) -> bool:
    """Whether a noun points at what was told before, and tells nothing more of it: `the release`, `their call`.

    Of support and posts each has his own: `their support`, `the nomination` is of whoever is told beside it.
    """
    kind = trigger.kind
    if trigger.is_verb or (kind.needs == "recipient" and (kind.type == "SUPPORT" or kind.kind == APPOINTMENT)):
        return False
    children = list(trigger.token.children)
    definite = any(c.lower_ in phrases.DEFINITE or c.dep_ == "poss" for c in children)
    return definite and not any(c.dep_ == "prep" and c.lower_ in TELLING_OF for c in children)


def is_general(trigger: Trigger, *, in_body: bool) -> bool:
    """Whether the words tell of what is done in general, not of a certain deed; headlines tell deeds in the present."""
    kind, word = trigger.kind, trigger.verb or trigger.token
    if in_body and kind.type not in events.SPOKEN and not encounters.lasts(kind.kind) and _is_done_by_anybody(word):
        return True
    if trigger.is_verb:
        return _is_tendency(word) or (not kind.type and _is_aim(word))
    return _is_kind_of_event(trigger)


def befalls_a_thing(trigger: Trigger, *, or_named: bool = False) -> bool:
    """Whether what crashes or burns is a thing that can: `the bus crashed`, not `prices crashed`.

    or_named: or what has a name, as a ship has that was told of before.
    """
    heads = [*roles.subjects(trigger.token), *roles.undergoers(trigger.token)]
    heads += roles.behind(trigger.token, {"into", "with"})  # `collided with a BOAT`
    befallen = [*heads, *(counted for head in heads for counted in roles.behind(head, {"of"}))]
    named = or_named and any(head.tag_ == "NNP" for head in heads)
    return named or any(events.is_thing(noun.lemma_.lower()) for noun in befallen)


def _is_kind_of_event(trigger: Trigger) -> bool:
    """Whether a bare plural names events as such: `interference in elections`, `negotiations are the way`."""
    noun = trigger.token
    if noun.tag_ not in phrases.PLURAL_TAGS or points(trigger):
        return False
    if trigger.kind.kind == "election":
        return trigger.carrier is None
    return (
        noun.dep_ in phrases.SUBJECTS and noun.head.lemma_ == "be" and any(c.dep_ == "attr" for c in noun.head.children)
    )


def _is_aim(verb: Token) -> bool:
    """Whether it is only what another deed is done for: `flown to Oslo to stand trial`."""
    return verb.dep_ == "advcl" and is_infinitive(verb)


def _is_done_by_anybody(verb: Token) -> bool:
    """Whether a plain present tells what people do: `voters elect a parliament`."""
    if verb.tag_ != "VBP" or any(c.dep_ in {"aux", "auxpass", "neg"} for c in verb.children):
        return False
    doers = [c for c in verb.children if c.dep_ in phrases.SUBJECTS]
    return bool(doers) and all(_is_anybody(doer) for doer in doers)


def _is_tendency(word: Token) -> bool:
    """Whether it is told as what somebody tends or is able to do."""
    for _ in range(STEPS):
        above = word.head
        if word.dep_ not in {"xcomp", "pcomp", "prep", "acl"} or above.i == word.i:
            return False
        if above.lemma_.lower() in events.words("habitual"):
            return True
        word = above
    return False


def _is_anybody(noun: Token) -> bool:
    """Whether a subject is no certain one: `voters elect`, `they elect`."""
    if noun.lower_ in EVERYBODY:
        return True
    return noun.tag_ == "NNS" and not any(
        c.dep_ in {"det", "poss", "nummod", "amod", "compound", "relcl"} for c in noun.children
    )
