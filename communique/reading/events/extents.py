"""Extents: the clause or noun phrase that tells an event, from the doer to the object, place and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.encounters import is_said
from communique.reading.events.roles import RELATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from communique.reading.events.triggers import Trigger

FAR = 8  # words between a subject and its verb; what stands farther off is left out
LONGEST = 40
OWN = frozenset({"prt", "dobj", "dative", "attr", "oprd", "agent", "npadvmod", "advmod", "prep", "acomp", "xcomp"})
IN_FRONT = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos"})


def extent(trigger: Trigger) -> tuple[Token, Token]:
    """The first and last word of the passage that tells the event."""
    if trigger.is_verb:
        return _start(trigger.token), _end(
            trigger.token, whole=trigger.kind.type in events.SPOKEN or is_said(trigger.kind.kind)
        )
    first, last = _noun_phrase(trigger.token)
    first = min(first, trigger.words[0], key=lambda t: t.i)
    carrier = trigger.carrier
    if carrier is not None and carrier.i < first.i and first.i - carrier.i <= FAR:
        start = _start(carrier)
        first = start if start.i < first.i else first
        last = max(last, _end(carrier, whole=False), key=lambda t: t.i)  # `held talks IN OSLO ON MONDAY`
    if carrier is not None and carrier.i > last.i and carrier.i - last.i <= FAR // 2:
        last = _end(carrier, whole=False)
    return first, last


def _start(verb: Token) -> Token:
    """The first word of the subject, of the auxiliaries, or the verb."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i]
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    first = min((verb, *helpers), key=lambda t: t.i)
    for subject in subjects:
        start, end = _noun_phrase(subject)
        if subject.tag_ not in RELATIVE and first.i - end.i <= FAR:
            return start
    return first


def _end(verb: Token, *, whole: bool) -> Token:
    last = verb
    for child in verb.rights:
        if child.dep_ not in OWN and not (whole and child.dep_ in {"ccomp", "xcomp"}):
            if child.dep_ in {"cc", "conj", "advcl", "relcl"} or child.is_punct:
                break
            continue
        if child.left_edge.i > last.i + 4:
            break
        last = child.doc[min(child.right_edge.i, verb.i + LONGEST)] if whole else _cut(child)
    return last if last.i > verb.i else verb


def _cut(word: Token) -> Token:
    """The last word of a phrase before a comma, a clause or what is joined to it."""
    last = word
    for token in word.doc[word.i : word.right_edge.i + 1]:
        cut = token.dep_ in CLAUSES and token.i > word.i
        if cut or token.text in {",", ";", ":", "--", "—", "–", "(", "...", "…"}:
            return word.doc[max(word.i, (token.left_edge.i if cut else token.i) - 1)]
        last = token
    return last


def _noun_phrase(noun: Token) -> tuple[Token, Token]:
    """A noun with what stands in front of it and the phrases behind it."""
    front = [c for c in noun.lefts if c.dep_ in IN_FRONT]
    first = min((noun, *(c.left_edge for c in front)), key=lambda t: t.i)
    last = noun
    for child in noun.rights:
        if child.dep_ not in {"prep", "acl", "npadvmod", "nummod"} or child.left_edge.i > last.i + 1:
            break
        last = _cut(child)
    return first, last


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """The words without punctuation at their ends."""
    found = list(tokens)
    while len(found) > 1 and found[-1].is_punct and not found[-1].is_quote:
        found.pop()
    while len(found) > 1 and found[0].is_punct and not found[0].is_quote:
        found.pop(0)
    return found
