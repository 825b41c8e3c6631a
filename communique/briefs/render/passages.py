"""A page as a reader sees it: every passage with its label, the statements and names that rest on it marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from communique.briefs.brief import Line
from communique.domain import Article, Span

Part = Literal["content", "named", "place"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document that something rests on: a statement's content, its speaker or cue, or a name."""

    start: int
    end: int
    item: str
    part: Part


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters between two places where a mark begins or ends, with the statements that rest on them.

    content: by what they report. named: by their speaker or cue. places: names that are linked to here.
    """

    text: str
    content: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page: `title`, `body`, a kind of furniture, or `unlabelled` for what no label covers."""

    label: str
    stretches: tuple[Stretch, ...]


def marks(lines: Iterable[Line], places: Mapping[str, Span], told: Mapping[str, Span]) -> dict[str, list[Mark]]:
    """The marks of each document, by id, in text order.

    places: words by the id that they are linked by. told: those of them that are lit up as a whole, as a speaker is.
    """
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for line in lines:
        named = [span for span in (line.speaker, line.cue) if span is not None]
        for span in line.content:
            found[span.document].append(Mark(span.start, span.end, line.statement, "content"))
        for span in named:
            found[span.document].append(Mark(span.start, span.end, line.statement, "named"))
    for name, span in places.items():
        found[span.document].append(Mark(span.start, span.end, name, "place"))
    for name, span in told.items():
        found[span.document].append(Mark(span.start, span.end, name, "named"))
    for of_document in found.values():
        of_document.sort(key=lambda mark: (mark.start, -mark.end, mark.item, mark.part))
    return dict(found)


def territories(articles: Sequence[Article], text: str) -> Iterator[tuple[Article, int, int]]:
    """Where each article of one document lies: from its first passage to the next one's, the page's ends included."""
    placed = sorted(articles, key=_first)
    starts = [0, *(_first(article) for article in placed[1:]), len(text)]
    for article, (start, end) in zip(placed, pairwise(starts), strict=True):
        yield article, start, end


def _first(article: Article) -> int:
    return min((span.start for span, _ in _labels(article)), default=0)


def _labels(article: Article) -> Iterator[tuple[Span, str]]:
    if article.title:
        yield article.title, "title"
    for span in article.body:
        yield span, "body"
    for item in article.furniture:
        yield item.span, item.kind


def page(articles: Iterable[Article], text: str, bounds: tuple[int, int], marked: Sequence[Mark]) -> Iterator[Passage]:
    """The passages of the text between two offsets, in order; nothing but white space between passages is left out."""
    at, end = bounds
    labels = sorted((span.start, span.end, label) for article in articles for span, label in _labels(article))
    for start, stop, label in labels:
        yield from _passage("unlabelled", text, (at, min(start, end)), marked)
        yield from _passage(label, text, (max(at, start), min(stop, end)), marked)
        at = max(at, stop)
    yield from _passage("unlabelled", text, (at, end), marked)


def _passage(label: str, text: str, bounds: tuple[int, int], marked: Sequence[Mark]) -> Iterator[Passage]:
    start, end = bounds
    if start < end and not text[start:end].isspace():
        yield Passage(label, tuple(_stretches(text, bounds, marked)))


def _stretches(text: str, bounds: tuple[int, int], marked: Sequence[Mark]) -> Iterator[Stretch]:
    low, high = bounds
    touching = [mark for mark in marked if mark.start < high and low < mark.end]
    cuts = sorted({low, high, *(at for mark in touching for at in (mark.start, mark.end) if low < at < high)})
    for start, end in pairwise(cuts):
        over = [mark for mark in touching if mark.start <= start and end <= mark.end]
        yield Stretch(
            text=text[start:end],
            content=_items(over, "content"),
            named=_items(over, "named"),
            places=_items(over, "place"),
        )


def _items(over: Iterable[Mark], part: Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.item for mark in over if mark.part == part))
