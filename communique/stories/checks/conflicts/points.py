"""Points: figures and lengths of time in which two passages differ that a network takes for one fact.

What the other kinds find by what is counted and by what happened, this one finds whatever the words are. Days are left
to those: much happens on a day, and the network does not tell whose day it is.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from communique.knowledge.nouns import actor_noun
from communique.knowledge.quantities import PART, are_people
from communique.stories.amounts import SHARE, agree, near, one_number, vague
from communique.stories.checks.conflicts import numbers
from communique.stories.checks.conflicts.lengths import bounds, minutes_of
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct
from communique.stories.matters import never_one
from communique.stories.passages import roots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.domain import Conflict, ConflictKind, Quantity, Reading, Span
    from communique.stories.figures import Figure

SURE = 0.75  # chance that two clauses, and their sentences, are of one fact, from which on their figures are compared
EACH = 40  # pairs that are asked about for each article
TELLING = 4  # words of a clause that says something by itself, those of grammar apart
TIMES, LONGER = 3.5, 2.0  # times another number, and another length: reports of one seldom differ by more
OF_SHARES, OF_OTHERS = 1.6, 2.0  # the same of shares, and where people are called otherwise, who may be a part
ASKS: dict[ConflictKind, str] = {"number": "which number", "duration": "how long"}
LENGTHS_APART = "The times are too far apart to be one, rounded."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """A figure or a length of time that an article tells. length: between how many minutes it lies."""

    kind: ConflictKind
    told: Told
    sentence: Span
    quantity: Quantity | None = None
    figure: Figure | None = None
    length: tuple[float, float] | None = None


def find(reports: Reports) -> Iterator[Conflict]:
    """What passages of one fact tell differently: about each value, those that it surely differs from."""
    told: dict[_Value, list[_Value]] = {}
    about: dict[_Value, str] = {}
    for passage, p, q in _apart(reports):
        centre, other = (q, p) if q in told else (p, q)
        told.setdefault(centre, []).append(other)
        about.setdefault(centre, f"{ASKS[p.kind]}: “{passage.text}”")
    for centre, others in told.items():
        yield _conflict(reports, about[centre], [centre, *others])


def _apart(reports: Reports) -> Iterator[tuple[Span, _Value, _Value]]:
    """Two values that cannot both be right, the surest first, with the passage that they are of.

    A value differs from one other of an article, from the nearest where one passage has several.
    """
    if reports.pile.model is None:
        return
    pairs = list(islice(_pairs(reports), EACH * len(reports.readings)))
    clauses = [(_clause(reports, p), _clause(reports, q)) for p, q in pairs]
    asked = [
        *((one.text, other.text) for one, other in clauses),
        *((p.sentence.text, q.sentence.text) for p, q in pairs),
    ]
    told = reports.pile.model.of_one_fact(asked)
    chances = (told[: len(pairs)] + told[len(pairs) :]) / 2
    taken: dict[tuple[Span, str], _Value] = {}
    for at in sorted(range(len(pairs)), key=lambda at: (-chances[at], _times(*pairs[at]), *_spans(*pairs[at]))):
        p, q = pairs[at]
        ours, theirs = (
            taken.setdefault((q.told.span, p.told.article), p),
            taken.setdefault((p.told.span, q.told.article), q),
        )
        if chances[at] >= SURE and (ours is p or _one(ours, p)) and (theirs is q or _one(theirs, q)):
            yield min(clauses[at], key=lambda span: (len(span.text), span)), p, q


def _spans(p: _Value, q: _Value) -> tuple[Span, Span]:
    return p.told.span, q.told.span


def _times(p: _Value, q: _Value) -> float:
    """How many times the smaller of two values the larger is."""
    low, high = sorted(_size(value) for value in (p, q))
    return high / low if low else math.inf


def _size(value: _Value) -> float:
    if value.quantity is not None:
        return value.quantity.low or value.quantity.high or 0.0
    return minutes_of(value.told.value) or 0.0


def _pairs(reports: Reports) -> Iterator[tuple[_Value, _Value]]:
    """Values of sentences that share words, which can be of one point and are not one, the likeliest first."""
    held = {article: tuple(_values(reports, article, reading)) for article, reading in reports.readings.items()}
    within: dict[Span, list[_Value]] = defaultdict(list)
    for value in chain.from_iterable(held.values()):
        within[value.sentence].append(value)
    for pair in reports.nearest:
        a, b = pair.articles
        for p, q in product(within[pair.one], within[pair.other]):
            if _comparable(p, q) and not _told_in(p, held[b]) and not _told_in(q, held[a]):
                yield p, q


def _clause(reports: Reports, value: _Value) -> Span:
    """The clause that tells a value, where it says something by itself, else its sentence."""
    clauses = (
        clause for clause, _ in reports.clauses_at.overlapping(value.told.span) if clause.covers(value.told.span)
    )
    telling = [clause for clause in clauses if len(roots(reports.pile.words([clause]))) >= TELLING]
    return min(telling, key=lambda clause: (len(clause.text), clause), default=value.sentence)


def _values(reports: Reports, article: str, reading: Reading) -> Iterator[_Value]:
    for quantity in reading.quantities:
        sentence = reading.sentence_of(quantity.span)
        if sentence is not None and not vague(quantity):
            yield _Value(
                kind="number",
                told=Told(article=article, span=quantity.span, value=numbers.value(quantity)),
                sentence=sentence,
                quantity=quantity,
                figure=reports.figures_at.get(quantity.span),
            )
    for time in reading.times:
        sentence = reading.sentence_of(time.span)
        told = Told(article=article, span=time.span, value=time.value or "")
        length = bounds(told, sentence) if time.type == "DURATION" and minutes_of(told.value) else None
        if sentence is not None and length is not None:
            yield _Value(kind="duration", told=told, sentence=sentence, length=length)


def _comparable(p: _Value, q: _Value) -> bool:
    """Whether two values are of a sort, can be of one point, and differ."""
    if p.kind != q.kind or _one(p, q):
        return False
    if p.length and q.length:
        return _times(p, q) <= LONGER
    return _counting_alike(p, q) and not (p.figure and q.figure and never_one(p.figure, q.figure))


def _counting_alike(p: _Value, q: _Value) -> bool:
    """Whether two numbers can count the same: people and people, euros and euros, a part and a part."""
    one, other = p.quantity, q.quantity
    if one is None or other is None or one.unit != other.unit:
        return False
    if PART in {one.fate, other.fate} and one.fate != other.fate:
        return False
    counted = {one.counted, other.counted}
    of_one = one.unit is not None or None in counted or len(counted) == 1 or all(map(_people, counted))
    people = len(counted) > 1 and any(map(_people, counted))
    times = OF_SHARES if one.unit == SHARE else OF_OTHERS if people else TIMES
    return of_one and near(one, other, times) and not agree(one, other)


def _people(counted: str | None) -> bool:
    """Whether what is counted are people: `members`, `experts`."""
    return counted is not None and (are_people(counted) or actor_noun(counted) == "person")


def _one(p: _Value, q: _Value) -> bool:
    """Whether two values of a sort can be one."""
    if p.quantity is not None and q.quantity is not None:
        return p.quantity.unit == q.quantity.unit and one_number(p.quantity, q.quantity)
    if p.length is not None and q.length is not None:
        return p.length[0] <= q.length[1] and q.length[0] <= p.length[1]
    return False


def _told_in(value: _Value, values: Iterable[_Value]) -> bool:
    """Whether the article of another value tells the one too, which is of something else then."""
    return any(held.kind == value.kind and _one(held, value) for held in values)


def _conflict(reports: Reports, about: str, values: Sequence[_Value]) -> Conflict:
    told = distinct(value.told for value in values)
    told.sort(key=lambda item: (reports.day(item.article) or "", item.span))
    counted = [numbers.Counted(v.told.article, v.quantity, v.sentence) for v in values if v.quantity]
    verdict = numbers.gravest(reports, counted) if counted else ("contradiction", LENGTHS_APART)
    return conflict(values[0].kind, about, told, *verdict)
