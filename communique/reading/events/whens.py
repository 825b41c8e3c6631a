"""Whens: which time expression tells when an event takes place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from communique.reading.events.roles import VERBAL
from communique.reading.events.triggers import carrier_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

DATING = frozenset({"DATE", "TIME"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos", "acl", "conj", "xcomp", "csubj", "nsubj", "poss"})
LONGEST = 60


def find(trigger: Trigger, cast: Cast) -> int | None:
    """The time that hangs on the words of an event, on its noun before its verb; None where none does."""
    verb = trigger.verb
    for word in (trigger.token, trigger.carrier or carrier_behind(trigger.token)):
        times = list(_hanging(word, cast)) if word is not None else []
        if times:
            return min(times)[1]
    return _of_clause(verb, cast) if verb is not None else None


def _of_clause(verb: Token, cast: Cast) -> int | None:
    """The time of a clause that tells what happened then: `in July, WHEN they met`, `spoke on Monday AS he left`."""
    opening = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"} and child.i < verb.i}
    if verb.dep_ == "relcl" and "when" in opening:
        return _time_at(verb.head, cast)
    if verb.dep_ == "advcl" and "as" in opening and verb.head.pos_ in VERBAL:
        return min(_hanging(verb.head, cast), default=(0, None))[1]
    return None


def _hanging(word: Token, cast: Cast) -> Iterator[tuple[int, int]]:
    """Distance and index of the times that stand with a word and in no clause or other deed below it."""
    waiting = [
        child for child in word.children if child.dep_ not in CLAUSES or (child.dep_ == "poss" and child.ent_type_)
    ]
    seen = 0
    while waiting and seen < LONGEST:
        token = waiting.pop()
        seen += 1
        index = _time_at(token, cast)
        if index is not None:
            yield abs(token.i - word.i), index
        elif token.pos_ == "ADP" or token.lower_ in {"early", "late", "earlier"}:
            waiting += [child for child in token.children if child.dep_ not in CLAUSES]
        elif token.pos_ not in VERBAL and token.dep_ == "npadvmod":
            waiting += list(token.children)


def _time_at(token: Token, cast: Cast) -> int | None:
    times = cast.reading.times
    at = cast.place_of(token)
    index = bisect_left(times, at + 1, key=lambda t: t.span.start) - 1
    found = index >= 0 and times[index].span.start <= at < times[index].span.end
    return index if found and times[index].type in DATING else None
