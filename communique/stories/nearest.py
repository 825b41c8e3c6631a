"""Nearest: for each sentence, those of every other article of its story with which it shares most of its words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from communique.stories.alignment import shared
from communique.stories.passages import Entry, Pile, alike, roots, sentences_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.domain import Reading, Record, Span

CLOSEST = 8  # sentences of another article that are kept for a sentence
COMMON, RAREST = 1, 20  # words that two sentences share before they are compared, among so many of the rarest
FEWEST = 3  # words of a sentence that is compared, those of grammar apart


class Near(NamedTuple):
    """Two sentences of different articles. part: how much of their words they share, from 0 to 1."""

    articles: tuple[str, str]
    one: Span
    other: Span
    part: float


def nearest(record: Record, readings: Mapping[str, Reading], pile: Pile) -> list[Near]:
    """The pairs in which either sentence is among the closest of its article to the other, the closest first."""
    entries = [
        Entry((article.id, sentence), words, article.id, article.story)
        for article in record.articles
        if article.id in readings
        for sentence in sentences_of(article, readings[article.id])
        if len(words := roots(pile.words([sentence]))) >= FEWEST
    ]
    told = {entry.item[1]: (entry.roots, pile.weights.total(entry.roots)) for entry in entries}
    of: dict[tuple[Span, str], list[Near]] = defaultdict(list)
    for (a, one), (b, other) in alike(entries, pile.weights, COMMON, RAREST):
        (ours, weight), (theirs, other_weight) = told[one], told[other]
        part = shared(ours, theirs, pile.weights) ** 2 / (weight * other_weight or 1.0)
        near = Near((a, b), one, other, part)
        of[one, b].append(near)
        of[other, a].append(near)
    kept = {near for found in of.values() for near in sorted(found, key=_closest)[:CLOSEST]}
    return sorted(kept, key=_closest)


def _closest(near: Near) -> tuple[float, Span, Span]:
    return -near.part, near.one, near.other
