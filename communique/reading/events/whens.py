"""Whens: which time expression tells when an event takes place."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.reading.events import companions, roles
from communique.reading.events.roles import VERBAL
from communique.reading.events.triggers import carrier_behind
from communique.reading.phrases import NOUNS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

DATING = frozenset({"DATE", "TIME"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos", "acl", "conj", "xcomp", "csubj", "nsubj", "poss"})
LONGEST = 60
PLACING = frozenset({"in", "at", "during", "on", "near", "outside", "by", "with", "to", "from", "into"})
"""Prepositions behind which stands where, at what, by or with whom something is done."""
OCCASIONS = frozenset({"in", "at", "during"})
FRONT = frozenset({"compound", "nmod", "nummod", "poss"})
BOUNDS = frozenset({"after", "before", "by", "till", "until"})
"""Prepositions that tell up to or from when: a deadline is not the day of what is asked for."""
APART = frozenset({"relcl", "acl"})
OTHER_TIMES = BOUNDS | {"because", "if", "since", "though", "although"}
"""What opens clauses of another time."""
PARTS = frozenset({"early", "late", "earlier"})
DECIDING = frozenset("begin choose decide manage opt start vote".split())
DEEPEST = 3  # nouns between an event and its time


def find(trigger: Trigger, cast: Cast) -> int | None:
    """The time that hangs on the words of an event, on its noun before its verb; None where none does."""
    words = [w for w in (trigger.token, trigger.carrier or carrier_behind(trigger)) if w is not None]
    words += [] if trigger.is_verb else [child for child in trigger.token.children if _happens(child)]
    words += [word for word in trigger.words if word.pos_ in NOUNS and word not in words]
    for word in words:
        times = list(_hanging(word, cast))
        if times:
            return min(times)[1]
    if trigger.token.dep_ == "appos" and (told := _in_front(trigger.token, cast)) is not None:
        return told
    verb = trigger.verb
    if verb is not None and {"when", "where"} & roles.opening(verb):
        told = _in_front(verb, cast) if "when" in roles.opening(verb) else None
        told = time_at(verb.head, cast) if told is None and verb.dep_ == "relcl" else told
        if told is not None:
            return told
    nested = (index for word in words for index in _nested(word, trigger, cast))
    beside = (min(times)[1] for deed in companions.deeds(trigger) if (times := list(_dating(deed, cast))))
    return next(chain(nested, beside, _shared(verb, cast), _decided(verb, cast)), None)


def _decided(verb: Token | None, cast: Cast) -> Iterator[int]:
    """The time of the decision that is carried out with it: `DECIDED on 9 June to impose a duty`."""
    if verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ in DECIDING:
        yield from (index for _, index in sorted(_hanging(verb.head, cast)))


def _shared(verb: Token | None, cast: Cast) -> Iterator[int]:
    """The times that open a sentence, for all clauses that it joins: `On Tuesday, A met B and C ARRESTED D`."""
    first = verb
    while first is not None and _is_joined(first):
        first = first.head
    opens = [child.i for child in first.children if child.dep_ in SUBJECTS] if first is not None else []
    if first is None or verb is None or first == verb or not opens or companions.is_later(verb):
        return
    for child in first.children:
        if child.i < opens[0] and child.dep_ in {"prep", "npadvmod"}:
            told = time_at(child if child.dep_ == "npadvmod" else next(child.children, child), cast)
            yield from () if told is None or child.lower_ in BOUNDS else (told,)


def _is_joined(verb: Token) -> bool:
    """Whether a clause goes on with the one before; to the parser many are adverbial: `A bombed B and C ARRESTED D`."""
    plain = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBD" and not roles.opening(verb))
    return plain and verb.tag_ == verb.head.tag_


def is_apart(trigger: Trigger) -> bool:
    """Whether an event stands in a clause of another time than its sentence's: `Today A MET B, who WON in May`."""
    above = (trigger.token, *trigger.token.ancestors)
    return any(word.dep_ in APART or (word.dep_ == "advcl" and roles.opening(word) & OTHER_TIMES) for word in above)


def _happens(clause: Token) -> bool:
    """Whether a clause only tells when or where its noun is: `a raid which HAPPENED on Monday`, `PLANNED for May`."""
    ways = events.words("scheduling") | (events.words("happening") if clause.dep_ == "relcl" else set())
    return clause.dep_ in APART and clause.lemma_.lower() in ways


def _nested(word: Token, trigger: Trigger, cast: Cast) -> Iterator[int]:
    """The times that the parser hangs on a noun which only tells where or with whom: `met him at a villa ON MAY 6`."""
    waiting = [(child, 1) for child in word.children]
    while waiting:
        child, depth = waiting.pop(0)
        placing = child.dep_ == "prep" and (child.lower_ in PLACING or (child.lower_ == "of" and not trigger.is_verb))
        for noun in _nouns(child, placing=placing):
            for below in noun.children:
                yield from _told_below(below, child, cast, placing=placing)
            waiting += [(below, depth + 1) for below in noun.children if depth < DEEPEST and below.dep_ == "prep"]


def _nouns(child: Token, *, placing: bool) -> list[Token]:
    """The nouns of a phrase; none that names a deed of its own, which could have the time, but where something is."""
    way = child.dep_ == "prep" and child.lower_ not in BOUNDS
    nouns = child.children if way else [child] if child.dep_ in companions.PARTIES else ()
    return [noun for noun in nouns if noun.pos_ in NOUNS and (placing or not events.nouns_named(noun.lemma_.lower()))]


def _told_below(below: Token, phrase: Token, cast: Cast, *, placing: bool) -> Iterator[int]:
    """The times that a word below a noun tells; `Sunday` without a preposition is of the clause, whatever the noun."""
    if placing or phrase.dep_ != "prep":
        yield from (index for _, index in _hanging(below, cast) if _happens(below))
        front = placing and phrase.lower_ in OCCASIONS and below.dep_ in FRONT
        dated = [below] if front else below.children if below.dep_ == "prep" and below.lower_ in {"on", "in"} else ()
        yield from (index for token in dated if (index := time_at(token, cast)) is not None)
    if below.dep_ == "npadvmod" and (told := time_at(below, cast)) is not None:
        yield told


def _in_front(word: Token, cast: Cast) -> int | None:
    """The time right in front of an apposition or a clause: `met on Monday, a surprise VISIT`, `, when they MET`."""
    mark = word.left_edge.i - 1
    return time_at(word.doc[mark - 1], cast) if mark > 0 and word.doc[mark].is_punct else None


def _dating(deed: Token, cast: Cast) -> Iterator[tuple[int, int]]:
    """The times of another deed that tell a day: not `now`."""
    return (found for found in _hanging(deed, cast) if cast.reading.times[found[1]].value != "PRESENT_REF")


def _hanging(word: Token, cast: Cast) -> Iterator[tuple[int, int]]:
    """Distance and index of the times that stand with a word and in no clause or other deed below it."""
    waiting = [
        child for child in word.children if child.dep_ not in CLAUSES or (child.dep_ == "poss" and child.ent_type_)
    ]
    seen = 0
    while waiting and seen < LONGEST:
        token = waiting.pop()
        seen += 1
        index = time_at(token, cast)
        if index is not None:
            yield abs(token.i - word.i), index
        elif token.lower_ in PARTS or (_is_preposition(token) and token.lower_ not in BOUNDS):
            waiting += [child for child in token.children if child.dep_ not in CLAUSES]
        elif token.pos_ not in VERBAL and token.dep_ == "npadvmod":
            waiting += list(token.children)


def _is_preposition(token: Token) -> bool:
    return token.pos_ == "ADP" or token.dep_ == "prep"  # `since February` is no ADP to the parser


def time_at(token: Token, cast: Cast) -> int | None:
    """The index of the date or time of day that a word is part of."""
    times = cast.reading.times
    at = cast.place_of(token)
    index = bisect_left(times, at + 1, key=lambda t: t.span.start) - 1
    found = index >= 0 and times[index].span.start <= at < times[index].span.end
    return index if found and times[index].type in DATING else None
