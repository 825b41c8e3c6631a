"""A page as a reader sees it: every passage with its label, the statements and names that rest on it marked."""

from bisect import bisect_right
from collections import defaultdict, deque
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


def pages(
    articles: Sequence[Article], text: str, marked: Sequence[Mark]
) -> Iterator[tuple[Article, tuple[Passage, ...]]]:
    """The part of one document's text that each article takes up, from its first passage to the next one's.

    The page's ends are included, and nothing but white space is left out. Linear in the passages and marks: a mark is
    handed to the passages that it touches, and to no other.
    """
    placed = sorted(articles, key=_first)
    starts = [0, *(_first(article) for article in placed[1:]), len(text)]
    parts = list(_parts(articles, text, starts))
    over = _touching([(start, end) for start, end, _ in parts], marked)
    found: list[list[Passage]] = [[] for _ in placed]
    for (start, end, label), touching in zip(parts, over, strict=True):
        stretches = tuple(_stretches(text, (start, end), touching))
        found[bisect_right(starts, start, hi=len(placed)) - 1].append(Passage(label, stretches))
    yield from ((article, tuple(held)) for article, held in zip(placed, found, strict=True))


def _first(article: Article) -> int:
    return min((span.start for span, _ in _labels(article)), default=0)


def _labels(article: Article) -> Iterator[tuple[Span, str]]:
    if article.title:
        yield article.title, "title"
    for span in article.body:
        yield span, "body"
    for item in article.furniture:
        yield item.span, item.kind


def _parts(articles: Iterable[Article], text: str, starts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Where each passage lies that is not blank, with its label, in order; none reaches into the next article."""
    labels = sorted((span.start, span.end, label) for article in articles for span, label in _labels(article))
    at, borders = 0, deque(starts)
    for start, end, label in (*labels, (len(text), len(text), "")):
        for low, high, name in (
            (at, min(start, len(text)), "unlabelled"),
            (max(at, start), min(end, len(text)), label),
        ):
            while borders and borders[0] <= low:
                borders.popleft()
            cuts = [low]
            while borders and borders[0] < high:
                cuts.append(borders.popleft())
            for one, other in pairwise([*cuts, high]):
                if one < other and not text[one:other].isspace():
                    yield one, other, name
        at = max(at, end)


def _touching(bounds: Sequence[tuple[int, int]], marked: Iterable[Mark]) -> list[list[Mark]]:
    """For each of the bounds, which are in order, the marks that reach into it."""
    touching: list[list[Mark]] = [[] for _ in bounds]
    ends = [end for _, end in bounds]
    for mark in marked:
        for number in range(bisect_right(ends, mark.start), len(bounds)):
            if bounds[number][0] >= mark.end:
                break
            touching[number].append(mark)
    return touching


def _stretches(text: str, bounds: tuple[int, int], touching: Sequence[Mark]) -> Iterator[Stretch]:
    low, high = bounds
    cuts = sorted({low, high, *(at for mark in touching for at in (mark.start, mark.end) if low < at < high)})
    waiting, over = deque(touching), list[Mark]()
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark.end > start]
        while waiting and waiting[0].start <= start:
            over += [mark] if (mark := waiting.popleft()).end > start else []
        yield Stretch(
            text=text[start:end],
            content=_items(over, "content"),
            named=_items(over, "named"),
            places=_items(over, "place"),
        )


def _items(over: Iterable[Mark], part: Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.item for mark in over if mark.part == part))
