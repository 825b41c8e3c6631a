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
HELD = frozenset({"dobj", "nsubjpass", "pobj", "prep", "attr", "nsubj"})
SUPPOSING = frozenset("hope wish fear worry want suggest propose urge demand recommend ask request insist".split())
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
    if trigger.carrier is None and trigger.token.dep_ == "attr":
        verbs.append(trigger.token.head)
    own = {word.i for word in trigger.words}
    marks = [child for verb in verbs for child in verb.children if child.dep_ == "neg" or child.lower_ == "never"]
    marks += [child for child in trigger.token.children if child.lower_ in {"no", "neither"} and child.dep_ != "intj"]
    return any(mark.i not in own for mark in marks)


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
        if word.pos_ in VERBAL and _conditional(word):
            yield "hypothetical"
        if above.i == word.i or dep not in ARCS or _is_apart(word):
            return
        if dep == "nsubj":
            if _happens(above):
                yield from _modal(above)
                word = above
                continue
            return
        if dep == "conj" and word.pos_ in VERBAL and not _shares(word):
            return
        if dep == "advcl":
            yield from _purpose(word, above)
            return
        if above.lemma_.lower() in events.words("presupposing") and above.pos_ in VERBAL:
            if dep in {"xcomp", "pcomp"}:
                yield "alleged"
            return
        governed = list(_governor(word, above))
        yield from governed
        yield from _verb_above(word, above)
        if not governed and dep in HELD and not _lets_through(above) and (dep, above.lemma_) != ("attr", "be"):
            return
        word = above


def _lets_through(word: Token) -> bool:
    """Whether what governs this word also governs what it holds: `plans for [a series of talks]`."""
    lemma = word.lemma_.lower()
    return word.pos_ == "ADP" or lemma in events.words("passing") or lemma in events.words("carriers")


def _is_apart(word: Token) -> bool:
    """Whether what governs a word does not touch it: `spoke AFTER the talks`, `said that they met`, `men held there`."""
    if word.dep_ == "prep":
        return word.lower_ not in COMPLEMENTS
    if word.dep_ == "ccomp":
        return word.head.lemma_.lower() in SAYING
    return word.dep_ == "acl" and not _infinitive(word)


def _purpose(word: Token, above: Token) -> Iterator[EventStatus]:
    """What is done in order that: `flew there TO MEET her`; `is ready TO MEET her`."""
    if above.pos_ == "ADJ":
        yield from _governor(word, above)
    elif _infinitive(word) and above.lemma_.lower() not in {"be", "become"}:
        yield "planned"


def _verb_above(word: Token, above: Token) -> Iterator[EventStatus]:
    """What the auxiliaries and the negation of a governing verb make of what it governs."""
    if above.pos_ not in VERBAL or word.dep_ not in {"conj", "xcomp", "dobj", "nsubjpass", "ccomp"}:
        return
    governs = events.governed_status(above.lemma_.lower()) is not None
    if word.dep_ in {"conj", "xcomp"}:
        yield from _modal(above)
    if _is_negated(above) and (word.dep_ in {"conj", "xcomp"} or governs or _is_any(word)):
        yield "denied"


def _is_any(noun: Token) -> bool:
    return any(child.lower_ == "any" for child in noun.children)


def _governor(word: Token, above: Token) -> Iterator[EventStatus]:
    """The status that a governing word gives: with its particle or preposition where the table has them together."""
    if above.pos_ == "ADP" or word.dep_ in {"conj", "relcl"}:
        return
    lemma = above.lemma_.lower()
    found: EventStatus | None
    if word.dep_ == "prep":
        found = events.governed_status(f"{lemma} {word.lower_}")
        if found is None and (above.pos_ not in VERBAL or word.lower_ in {"of", "for"}):
            found = events.governed_status(lemma)
    else:
        pairs = (events.governed_status(f"{lemma} {c.lower_}") for c in above.children if c.dep_ in {"prt", "advmod"})
        found = next((status for status in pairs if status), events.governed_status(lemma))
        if word.dep_ == "ccomp" and not _infinitive(word) and lemma not in SUPPOSING and found == "hypothetical":
            found = None
        if found is None and word.dep_ == "acl" and lemma not in events.words("passing") and not _is_ranked(above):
            found = "hypothetical"
    if found:
        yield found


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is singled out by its rank, so that what it is to do was done: `the first envoy to visit`."""
    return any(
        child.tag_ in {"JJS", "RBS"} or child.lower_ in {"first", "second", "third", "last", "only", "latest"}
        or any(below.tag_ in {"JJS", "RBS"} for below in child.children)
        for child in noun.lefts
    )  # fmt: skip


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
