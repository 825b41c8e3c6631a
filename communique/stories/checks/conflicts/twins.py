"""Twins: sentences and clauses of two articles that are the same but for a date, a length of time or a town.

Nothing tells more surely that two reports differ than words that one has from the other, or both from an agency, and
that differ in a value. What it is that happened need not be known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Conflict, ConflictKind
from communique.domain.times import interval, may_meet
from communique.knowledge.gazetteer import cities_called
from communique.stories.alignment import differences, in_order, shared
from communique.stories.checks.conflicts.lengths import minutes_of
from communique.stories.checks.conflicts.reports import Reports, Told, about_midnight, conflict, folded, weekday
from communique.stories.figures import PLACES
from communique.stories.passages import Entry, Spots, alike, extents, roots
from communique.stories.scenes import DATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.domain import Reading, Span

FEWEST = 4  # words that both have, those of grammar apart
SAME = 0.6  # part of the weight of the longer that they are, in one order
RAREST = 12
LONGER = 1.2
WHY = "The sentences are the same but for this."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """What is told, and of what kind."""

    kind: ConflictKind
    told: Told


def find(reports: Reports) -> Iterator[Conflict]:
    """Values that stand in each other's place in sentences or clauses that are otherwise nearly the same.

    A sentence that tells the other's value too tells of two things.
    """
    at = {
        article: Spots((value.told.span, value) for value in _values(article, reading))
        for article, reading in reports.readings.items()
    }
    found: dict[Span, Conflict] = {}
    for (article, one), (place, other) in _twins(reports, at):
        for differing in differences(reports.pile.words([one]), reports.pile.words([other])):
            ours = [value for _, value in at[article].overlapping(differing.a)]
            theirs = [value for _, value in at[place].overlapping(differing.b)]
            if len(ours) != 1 or len(theirs) != 1 or not _apart(ours[0], theirs[0]):
                continue
            told_of = (
                value
                for own, within, far in ((article, one, theirs[0]), (place, other, ours[0]))
                for _, value in at[own].overlapping(within)
                if value.told.value == far.told.value
            )
            if ours[0].told.span not in found and not any(told_of):
                about = f"“{one.text}”"
                told = [ours[0].told, theirs[0].told]
                found[ours[0].told.span] = conflict(ours[0].kind, about, told, "contradiction", WHY)
    yield from found.values()


def _twins(
    reports: Reports, values: Mapping[str, Spots[_Value]]
) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """Sentences and clauses of two articles that hold values and have most words in one order, numbers apart."""
    weights = reports.pile.weights
    entries = []
    for article, reading in reports.readings.items():
        for span in sorted({*reading.sentences, *(span for _, span in extents(reading))}):
            if not any(True for _ in values[article].overlapping(span)):
                continue
            words = [root for root in roots(reports.pile.words([span])) if not root[0].isdigit()]
            if len(words) > FEWEST:
                item = article, span, words, weights.total(words)
                entries.append(Entry(item, words, article, reports.articles[article].story))
    for (article, span, ours, one), (place, other, theirs, two) in alike(entries, weights, 2, RAREST):
        least = SAME * max(one, two)
        enough = len(set(ours) & set(theirs)) >= FEWEST and min(one, two) >= least
        if enough and shared(ours, theirs, weights) >= least and in_order(ours, theirs, weights) >= least:
            yield (article, span), (place, other)


def _values(article: str, reading: Reading) -> Iterator[_Value]:
    """The dates, lengths of time and places that an article tells."""
    for time in reading.times:
        day = weekday(time.span)
        if day and not (time.value and interval(time.value)):  # nothing tells which
            yield _Value(kind="date", told=Told(article=article, span=time.span, value=day))
        elif time.value and ((dated := time.type in DATES and interval(time.value)) or minutes_of(time.value)):
            told = Told(article=article, span=time.span, value=about_midnight(time.value))
            yield _Value(kind="date" if dated else "duration", told=told)
    for mention in reading.mentions:
        if mention.type in PLACES and mention.form == "named" and not mention.metonym:
            told = Told(article=article, span=mention.span, value=folded(mention.span.text))
            yield _Value(kind="place", told=told)


def _apart(one: _Value, other: _Value) -> bool:
    """Whether two values cannot be one, rounded."""
    a, b = one.told.value, other.told.value
    if one.kind != other.kind or one.kind == "place":
        return one.kind == other.kind and a != b and bool(cities_called(a)) and bool(cities_called(b))
    days = [weekday(value.told.span) for value in (one, other)]
    if one.kind == "date" and not (interval(a) and interval(b)):
        return all(days) and days[0] != days[1]
    lengths = [minutes for value in (a, b) if (minutes := minutes_of(value))]
    return max(lengths) > LONGER * min(lengths) if len(lengths) > 1 else not may_meet(a, b)
