"""A page as a reader sees it: every passage with its label, the statements that rest on it marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.briefs.brief import Line
from communique.domain import Article, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document that a statement rests on: its content, or its speaker or cue."""

    start: int
    end: int
    statement: str
    content: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters between two places where a mark begins or ends, with the statements that rest on them.

    content: by what they report. named: by their speaker or cue.
    """

    text: str
    content: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page: `title`, `body`, a kind of furniture, or `unlabelled` for what no label covers."""

    label: str
    stretches: tuple[Stretch, ...]


def marks(lines: Iterable[Line]) -> dict[str, list[Mark]]:
    """The marks of each document, by id, in text order."""
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for line in lines:
        named = [span for span in (line.speaker, line.cue) if span is not None]
        for spans, content in ((line.content, True), (named, False)):
            for span in spans:
                found[span.document].append(Mark(span.start, span.end, line.statement, content))
    for of_document in found.values():
        of_document.sort(key=lambda mark: (mark.start, -mark.end, mark.statement, not mark.content))
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
            content=tuple(dict.fromkeys(mark.statement for mark in over if mark.content)),
            named=tuple(dict.fromkeys(mark.statement for mark in over if not mark.content)),
        )
