"""Status: whether an event came to pass, is planned, called off, alleged, threatened, supposed or denied.

Read from the verb that tells it (negation, modal verb), from words beside it (`the planned visit`), and from what
governs it (`threatened to leave`, `the risk of war`); of several the one farthest from having happened counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.domain.readings import EventStatus
from communique.knowledge import events
from communique.reading.events.roles import VERBAL, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

RANKS: tuple[EventStatus, ...] = (
    "cancelled", "denied", "threatened", "alleged", "hypothetical", "planned", "occurred",
)  # fmt: skip
STEPS = 8
MODALS: dict[str, EventStatus] = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "shall": "planned", "would": "hypothetical",
    "could": "hypothetical", "can": "hypothetical", "ca": "hypothetical", "may": "hypothetical",
    "might": "hypothetical", "should": "hypothetical", "must": "hypothetical", "'d": "hypothetical",
}  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
ARCS = frozenset(  # by which what governs an event holds it
    {
        "xcomp",
        "ccomp",
        "dobj",
        "nsubjpass",
        "pobj",
        "prep",
        "pcomp",
        "acl",
        "oprd",
        "attr",
        "conj",
        "advcl",
        "nsubj",
        "dative",
    }
)
COMPLEMENTS = frozenset({"of", "for", "to", "about", "against", "on", "from", "in", "into", "out", "as", "with", "at"})
GOING = frozenset({"travel", "go", "come", "arrive", "fly", "head", "visit", "leave", "meet", "return", "set"})
SAYING = frozenset(
    {"say", "tell", "announce", "add", "confirm", "write", "declare", "state", "note", "report", "insist"}
)


def status(trigger: Trigger) -> EventStatus:
    """The status that the grammar of the sentence gives an event."""
    found = list(_around(trigger))
    return min(found, key=RANKS.index, default="occurred")


def negated(trigger: Trigger) -> bool:
    """Whether it is told not to have happened: `did not meet`, `no talks were held`."""
    verbs = [] if trigger.verb is None else [trigger.verb]
    if trigger.carrier is None and trigger.token.dep_ == "attr" and not trigger.is_verb:
        verbs.append(trigger.token.head)
    return any(_is_negated(verb) for verb in verbs) or any(
        child.lower_ in {"no", "neither", "without"} and child.dep_ in {"det", "neg"}
        for child in trigger.token.children
    )


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def _around(trigger: Trigger) -> Iterator[EventStatus]:
    yield from _beside(trigger.token)
    word = trigger.token
    if trigger.verb is not None:
        yield from _modal(trigger.verb)
        if trigger.verb.i != word.i:
            yield from _beside(trigger.verb)
            yield from _governor(word, trigger.verb)
            word = trigger.verb
    if _called_off_later(trigger):
        yield "cancelled"
    yield from _above(word)


def _above(word: Token) -> Iterator[EventStatus]:
    """What the words above a word say of it."""
    for _ in range(STEPS):
        above, dep = word.head, word.dep_
        if dep in {"advcl", "ccomp", "ROOT", "relcl", "conj", "acl"} and _conditional(word):
            yield "hypothetical"
        if above.i == word.i or dep not in ARCS or (dep == "nsubj" and not _happens(above)):
            return
        if dep in {"advcl", "acl"} and not _infinitive(word):
            if dep == "advcl":
                return
        if dep == "advcl" or (dep == "prep" and word.lower_ not in COMPLEMENTS):
            if dep == "advcl" and above.lemma_.lower() in GOING:
                yield "planned"
            elif dep == "advcl" and above.pos_ == "ADJ":
                yield from _governor(word, above)
            elif dep == "advcl":
                yield "planned"
            return
        yield from _governor(word, above)
        if dep == "nsubj" or (dep == "conj" and word.pos_ in VERBAL and not _shares(word)):
            if dep == "nsubj":
                yield from _modal(above)
            return
        if dep in {"conj", "xcomp"} and above.pos_ in VERBAL:
            yield from _modal(above)
            if _is_negated(above):
                yield "denied"
        if above.pos_ in VERBAL and dep in {"dobj", "nsubjpass", "pobj", "ccomp"} and _is_negated(above):
            if events.governed_status(above.lemma_.lower()) in {"planned", "hypothetical"}:
                yield "denied"
        if dep == "ccomp" and above.lemma_.lower() in SAYING:
            return
        word = above


def _governor(word: Token, above: Token) -> Iterator[EventStatus]:
    """The status that a governing word gives: with its particle or preposition where the table has them together."""
    if above.pos_ == "ADP" or (word.dep_ == "conj" and above.pos_ in VERBAL):
        return
    lemma = above.lemma_.lower()
    if word.dep_ == "prep":
        if word.lower_ not in COMPLEMENTS:
            return
        found = events.governed_status(f"{lemma} {word.lower_}") or (
            events.governed_status(lemma) if above.pos_ not in VERBAL or word.lower_ in {"of", "for", "about"} else None
        )
        if found:
            yield found
        return
    for child in above.children:
        if child.dep_ in {"prt", "advmod", "dobj"} and (found := events.governed_status(f"{lemma} {child.lower_}")):
            yield found
            return
    found = events.governed_status(lemma)
    if found and not (word.dep_ == "acl" and not _infinitive(word)) and word.dep_ not in {"nsubj", "relcl"}:
        yield found


def _beside(word: Token) -> Iterator[EventStatus]:
    for child in word.children:
        if child.dep_ in {"amod", "advmod", "det", "compound"} and (found := events.marked_status(child.lower_)):
            yield found


def _modal(verb: Token) -> Iterator[EventStatus]:
    """What the auxiliaries of a verb say; `said he would go` is a plan."""
    for child in verb.children:
        if child.dep_ != "aux":
            continue
        found = MODALS.get(child.lower_)
        if found and child.lower_ in {"would", "'d"} and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAYING:
            found = "hypothetical" if any(c.dep_ == "advcl" for c in verb.children) else "planned"
        if found:
            yield found
        if child.lower_ == "to" and verb.dep_ == "ROOT":  # a headline: `Berg to visit Oslo`
            yield "planned"
    if verb.tag_ == "VBG" and verb.lemma_ == "go" and any(c.dep_ == "xcomp" for c in verb.children):
        yield "planned"


def _conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


def _infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _happens(verb: Token) -> bool:
    return verb.lemma_.lower() in events.words("happening")


def _shares(verb: Token) -> bool:
    """Whether a verb behind `and` shares the auxiliaries of the first: `will meet him and discuss it`."""
    own = any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.children)
    return not own and verb.tag_ in {"VB", verb.head.tag_}


def _called_off_later(trigger: Trigger) -> bool:
    """Whether the sentence goes on to call it off: `planned a visit, but it was scrapped`."""
    for token in trigger.token.sent:
        if token.i <= trigger.token.i or token.pos_ not in VERBAL or not is_passive(token):
            continue
        if any(c.dep_ == "nsubjpass" and c.lower_ in {"it", "that", "this"} for c in token.children):
            words = [token.lemma_.lower(), *(f"{token.lemma_.lower()} {c.lower_}" for c in token.children)]
            return any(events.governed_status(found) == "cancelled" for found in words)
    return False
