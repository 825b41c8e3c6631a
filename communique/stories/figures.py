"""Figures: quantities where an article tells them, and whether two of them count the same.

Two count the same when they are of one fate and of one matter: both stand in reports of one event, or both lead their
articles of one story, or their sentences share actors and words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Quantity, Reading, Record, Span
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEADING = 2  # sentences of a body that lead an article, beside its title
SHARED_WORDS = 3
LONG_WORD = 4  # letters; shorter words say little of what a sentence is about
PLAIN = frozenset(
    "about after also been before from have into more over said says some such than that their them there they this "
    "those were when which while will with would".split()
)
UNTOLD = frozenset({None, "persons", "deaths", "injuries"})
TIMES = frozenset("second minute hour day week month year decade century point".split())
ROUND = 100.0  # smaller numbers are counted, not rounded
UNUSUAL = 20.0  # a number from which on it is no chance that two reports of one story have it, unless it is round
NUMERALS = frozenset(
    "hundre thousa millio billio trilli three four five six seven eight nine ten eleven twelve".split()
)
FAR = 2.0
FEW = 3.0  # of so few, unless they are victims, a report may tell of some only
OPEN = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity where an article tells it, with what its sentence is about."""

    article: str
    quantity: Quantity
    actors: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]
    leads: bool
    source: frozenset[str]
    named: frozenset[str]


def kinds(record: Record, readings: Mapping[str, Reading]) -> list[list[Figure]]:
    """The figures that count something which is told, those of one kind in one story together."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in _figures(record, readings):
        quantity = figure.quantity
        groups[stories.get(figure.article), quantity.unit, _counted(quantity) or quantity.fate].append(figure)
    return [groups[key] for key in sorted(groups, key=str)]


def numbers(record: Record, readings: Mapping[str, Reading]) -> list[list[Figure]]:
    """The figures that are exactly one number, those of one story together, whatever each counts."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in _figures(record, readings):
        quantity = figure.quantity
        if quantity.low == quantity.high:
            groups[stories.get(figure.article), quantity.unit, str(quantity.low)].append(figure)
    return [groups[key] for key in sorted(groups, key=str)]


def telling_number(one: Figure, other: Figure) -> bool:
    """Whether two figures of one number count the same: the rounder or smaller it is, the more else must be shared.

    `11.5 million files` and `11.5 million documents` are one in any story, `10 tourists` and `10 Americans` in few.
    """
    fates = {one.quantity.fate, other.quantity.fate} - {None}
    if len(fates) > 1 or (one.named and other.named and not one.named & other.named):
        return False
    number = one.quantity.low or 0.0
    digits = len(f"{number:.15g}".replace(".", "").strip("0"))
    words, actors = len((one.words & other.words) - NUMERALS), len(one.actors & other.actors)
    if digits == 1:
        return words >= SHARED_WORDS and actors > 0
    return digits > 2 or words + actors >= (1 if number >= UNUSUAL else 2)


def _figures(record: Record, readings: Mapping[str, Reading]) -> Iterator[Figure]:
    """The figures of all articles that count something which is told."""
    named_by = {mention.span: actor.id for actor in record.actors for mention in actor.mentions}
    spans_of = defaultdict(list)
    for event in record.events:
        for span in event.mentions:
            spans_of[span.document].append((span, event.id))
    titles = {article.id: article.title for article in record.articles}
    contents = defaultdict(list)
    for statement in record.statements:
        contents[statement.article].append(statement)
    for article, reading in readings.items():
        starts = [sentence.start for sentence in reading.sentences]
        leading = set(_leading(titles.get(article), reading.sentences))
        for quantity in reading.quantities:
            if quantity.counted in TIMES or not _telling(quantity):
                continue
            at = bisect_right(starts, quantity.span.start) - 1
            if at < 0:
                continue
            sentence, title = reading.sentences[at], titles.get(article)
            if quantity.span.text.isdigit() and not (title and title.overlaps(sentence)):
                continue  # `of the dead, 10 are Peruvians`: of whom is not told with the number
            yield Figure(
                article=article,
                quantity=quantity,
                actors=frozenset(
                    named_by[m.span] for m in reading.mentions if m.span in named_by and sentence.covers(m.span)
                ),
                words=_words(sentence.text),
                named=frozenset(
                    named_by[m.span]
                    for m in reading.mentions
                    if m.span in named_by and m.form != "nominal" and quantity.span.covers(m.span)
                ),
                events=frozenset(id_ for span, id_ in spans_of[sentence.document] if span.overlaps(sentence)),
                leads=sentence in leading,
                source=frozenset(
                    actor
                    for statement in contents[article]
                    for actor in statement.speakers
                    if any(content.covers(quantity.span) for content in statement.content)
                ),
            )


def _telling(quantity: Quantity) -> bool:
    """Whether it is told what is counted, and it is more than a few."""
    if quantity.counted is None and quantity.fate is None:
        return False
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if quantity.unit is None and any(bound % 1 for bound in bounds):
        return False  # `the 5.50 changes`
    return quantity.fate is not None or quantity.unit is not None or (quantity.high or OPEN) > FEW


def _leading(title: Span | None, sentences: Iterable[Span]) -> Iterator[Span]:
    body = 0
    for sentence in sentences:
        if title is not None and title.overlaps(sentence):
            yield sentence
        elif body < LEADING:
            body += 1
            yield sentence


def _words(sentence: str) -> frozenset[str]:
    """The words that tell what a sentence is about, cut so that their endings do not count."""
    return frozenset(w[:6] for w in words(sentence) if len(w) >= LONG_WORD and w not in PLAIN and w.isalpha())


def _counted(quantity: Quantity) -> str | None:
    """What is counted; None where it is people of whom nothing but their fate is told."""
    return None if quantity.counted in UNTOLD and quantity.fate else quantity.counted


def same_matter(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind count the same."""
    if None not in {one.quantity.fate, other.quantity.fate} and one.quantity.fate != other.quantity.fate:
        return False
    if one.quantity.fate is None and one.quantity.counted == "persons" and _noun(one) != _noun(other):
        return False  # `30 people`, `20 men`
    if one.named and other.named and not one.named & other.named:
        return False  # `Russian troops`, `American troops`
    if one.article == other.article:
        apart = bool(one.source) and bool(other.source) and not one.source & other.source
        return apart and len(one.words & other.words) >= SHARED_WORDS
    if one.events & other.events or (one.leads and other.leads and one.quantity.fate):
        return True
    shared = len(one.words & other.words) + bool(one.named & other.named)  # `Russian troops`, `Russian soldiers`
    alike = bool(one.actors & other.actors) and shared >= SHARED_WORDS
    return alike and _near(one.quantity, other.quantity)


def _noun(figure: Figure) -> str:
    return figure.quantity.span.text.split()[-1].casefold()


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers are near enough to be of one thing: reports of one number seldom differ by more."""
    (low, high), (bottom, top) = rounded(one), rounded(other)
    return low <= FAR * top and bottom <= FAR * high


def same_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one, perhaps with `at least` before the one."""
    bounds = (one.low, one.high), (other.low, other.high)
    if bounds[0] == bounds[1]:
        return True
    exact = [low for low, high in bounds if low == high]
    return bool(exact) and any(exact[0] in {low, high} for low, high in bounds if low != high)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one number."""
    (low, high), (bottom, top) = rounded(one), rounded(other)
    return low <= top and bottom <= high


def rounded(quantity: Quantity) -> tuple[float, float]:
    """The bounds of a quantity; a large round number may stand for what rounds to it (`11 million`)."""
    low, high = quantity.low or 0.0, OPEN if quantity.high is None else quantity.high
    if low == high and low >= ROUND:
        digits = f"{low:.15g}".rstrip("0").replace(".", "")
        half = 0.5 * 10 ** (len(f"{int(low)}") - len(digits))
        return low - half, high + half
    return low, high
