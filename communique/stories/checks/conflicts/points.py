"""Points: numbers, lengths of time and days in which two passages differ that a network takes for one fact.

What the other kinds find by what is counted and by what happened, this one finds whatever the words are.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple

from communique.stories.checks.conflicts.reports import Reports, conflict, distinct
from communique.stories.checks.conflicts.values import Value, gravest, told_by
from communique.stories.passages import roots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.domain import Conflict, ConflictKind, Span
    from communique.models import ClaimModel

SURE: dict[ConflictKind, float] = {"number": 0.5, "duration": 0.75, "date": 0.9}
"""How likely two values are of one point, by their clauses and their sentences, from which on they are."""

PERHAPS = 0.3  # how likely by their clauses, from which on their sentences are compared
EACH = 12  # pairs of sentences that are asked about for each article
TELLING = 4  # words of a clause that says something by itself, those of grammar apart


class _Pair(NamedTuple):
    """Two values of a sort that exclude each other, of the nearest sentences of two articles."""

    one: Value
    other: Value


def find(reports: Reports) -> Iterator[Conflict]:
    """What passages of one fact tell differently: about each value, those that it surely differs from."""
    told: dict[Value, list[Value]] = {}
    about: dict[Value, str] = {}
    for passage, p, q in _apart(reports):
        centre, other = (q, p) if q in told else (p, q)
        told.setdefault(centre, []).append(other)
        about.setdefault(centre, f"{p.asks}: “{passage.text}”")
    for centre, others in told.items():
        yield _conflict(reports, about[centre], [centre, *others])


def _apart(reports: Reports) -> Iterator[tuple[Span, Value, Value]]:
    """Two values that cannot both be right, the surest first, with the passage that they are of.

    A value differs from one other of an article, from the nearest where one passage has several.
    """
    taken: dict[tuple[Span, str], Value] = {}
    for chance, passage, (p, q) in sorted(_likely(reports), key=lambda item: (-item[0], _order(item[-1]))):
        ours = taken.setdefault((q.told.span, p.told.article), p)
        theirs = taken.setdefault((p.told.span, q.told.article), q)
        if chance >= SURE[p.kind] and (ours is p or ours.one(p)) and (theirs is q or theirs.one(q)):
            yield passage, p, q


def _order(pair: _Pair) -> tuple[float, Span, Span]:
    return pair.one.times(pair.other), pair.one.told.span, pair.other.told.span


def _likely(reports: Reports) -> Iterator[tuple[float, Span, _Pair]]:
    """Values that may be of one point, with how likely they are and the shorter of the clauses that tell them."""
    model = reports.pile.model
    if model is None:
        return
    pairs = list(_pairs(reports, EACH * len(reports.readings)))
    clauses = [(_clause(reports, pair.one), _clause(reports, pair.other)) for pair in pairs]
    parts = _chances(model, pairs, clauses)
    likely = [found for found in zip(pairs, clauses, parts, strict=True) if found[-1] >= PERHAPS]
    whole = _chances(model, [pair for pair, *_ in likely], [(p.sentence, q.sentence) for (p, q), *_ in likely])
    for (pair, passages, part), chance in zip(likely, whole, strict=True):
        yield (part + chance) / 2, min(passages, key=lambda span: (len(span.text), span)), pair


def _chances(model: ClaimModel, pairs: Sequence[_Pair], passages: Iterable[tuple[Span, Span]]) -> list[float]:
    """How likely two values of each pair are of one point, by the passages that hold them."""
    texts = [(one.text, other.text) for one, other in passages]
    return list(map(float, model.of_one_point(texts, [pair.one.kind for pair in pairs])))


def _pairs(reports: Reports, most: int) -> Iterator[_Pair]:
    """Values of so many pairs of sentences that share words, which can be of one point and are not one."""
    held = {article: tuple(told_by(reports, article, reading)) for article, reading in reports.readings.items()}
    within: dict[Span, list[Value]] = defaultdict(list)
    for value in chain.from_iterable(held.values()):
        within[value.sentence].append(value)
    for near in reports.nearest:
        a, b = near.articles
        pairs = [
            _Pair(p, q)
            for p, q in product(within[near.one], within[near.other])
            if p.kind == q.kind and p.apart(q) and not _told_in(p, held[b]) and not _told_in(q, held[a])
        ]
        most -= bool(pairs)
        if most < 0:
            break
        yield from pairs


def _told_in(value: Value, values: Iterable[Value]) -> bool:
    """Whether the article of another value tells the one too, which is of something else then."""
    return any(held.kind == value.kind and held.one(value) for held in values)


def _clause(reports: Reports, value: Value) -> Span:
    """The clause that tells a value, where it says something by itself, else its sentence."""
    clauses = (
        clause for clause, _ in reports.clauses_at.overlapping(value.told.span) if clause.covers(value.told.span)
    )
    telling = [clause for clause in clauses if len(roots(reports.pile.words([clause]))) >= TELLING]
    return min(telling, key=lambda clause: (len(clause.text), clause), default=value.sentence)


def _conflict(reports: Reports, about: str, values: Sequence[Value]) -> Conflict:
    told = distinct(value.told for value in values)
    told.sort(key=lambda item: (reports.day(item.article) or "", item.span))
    return conflict(values[0].kind, about, told, *gravest(reports, values))
