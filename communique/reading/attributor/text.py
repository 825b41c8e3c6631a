"""How a text is cut up for the attribution reader: units, paragraphs, wordpieces and quotation marks.

Training and reading share this module, so that the network sees in both exactly the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from communique.reading import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

SURROGATE: Final = re.compile("[\ud800-\udfff]")
UNIT: Final = re.compile(r"\w+|[^\w\s]")
PARAGRAPH: Final = re.compile(r"[^\n]+")
DOUBLE_MARK: Final = re.compile("``|''|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]")
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
FULL_STOPS: Final = (1012, 999, 1029)  # . ! ? among BERT's wordpieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in units (words and punctuation marks) and wordpieces.

    ``starts`` and ``ends`` are character offsets of the units into the whole text; ``marks`` their quotation
    feature; ``quotations`` number the closed quotations in double marks (-1 outside of them); ``pieces`` are the
    wordpiece ids and ``heads`` the place in ``pieces`` of every unit's first piece.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    marks: NDArray[np.int64]
    quotations: NDArray[np.int64]
    pieces: NDArray[np.int64]
    piece_marks: NDArray[np.int64]
    heads: NDArray[np.int64]


def quoted_regions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotation regions of text[start:end], marks included; one left open ends just past the paragraph."""
    found = quotations.regions(text[start:end])
    return [(start + first, end + 1 if open_ else start + last) for first, last, open_ in found]


def quotation_numbers(
    regions: Sequence[tuple[int, int]], starts: NDArray[np.int64], ends: NDArray[np.int64], text: str
) -> NDArray[np.int64]:
    """Number the closed quotations in double marks; units outside of them have -1."""
    numbers = np.full(len(starts), -1)
    for number, (start, end) in enumerate(regions):
        if end <= ends[-1] and DOUBLE_MARK.match(text, start):
            numbers[np.searchsorted(starts, start) : np.searchsorted(ends, end) + 1] = number
    return numbers


def quotation_marks(
    regions: Sequence[tuple[int, int]], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The quotation feature of every unit: outside, inside, at the opening or at the closing mark."""
    marks = np.zeros(len(starts), np.int64)
    for start, end in regions:
        first, last = np.searchsorted(starts, start), np.searchsorted(ends, end)
        marks[first : last + 1] = INSIDE
        marks[first : first + 1] = OPENING
        if last > first:
            marks[last : last + 1] = CLOSING
    return marks


def read_paragraphs(text: str, tokenizer: Tokenizer) -> list[Paragraph]:
    """Cut a text into paragraphs (its lines that hold something readable); lone surrogates read as U+FFFD."""
    text = SURROGATE.sub("\ufffd", text)
    spans = np.array([m.span() for m in UNIT.finditer(text)], np.int64).reshape(-1, 2)
    encoding = tokenizer.encode(text, add_special_tokens=False)
    pieces = np.array(encoding.ids, np.int64)
    owners = np.searchsorted(spans[:, 0], [start for start, _ in encoding.offsets], side="right")
    heads = np.flatnonzero(np.diff(owners, prepend=0))
    spans = spans[owners[heads] - 1]
    lines = [m.span() for m in PARAGRAPH.finditer(text)]
    edges = np.searchsorted(spans[:, 0], [end for _, end in lines])
    counts = np.diff(heads, append=len(pieces))
    found, first = [], 0
    for (start, end), last in zip(lines, edges.tolist(), strict=True):
        if first < last:
            starts, ends = spans[first:last].T
            regions = quoted_regions(text, start, end)
            marks = quotation_marks(regions, starts, ends)
            found.append(
                Paragraph(
                    starts=starts,
                    ends=ends,
                    marks=marks,
                    quotations=quotation_numbers(regions, starts, ends, text),
                    pieces=pieces[heads[first] : heads[last - 1] + counts[last - 1]],
                    piece_marks=np.repeat(marks, counts[first:last]),
                    heads=heads[first:last] - heads[first],
                )
            )
        first = last
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A piece of a paragraph as a window holds it: pieces [start, stop), of which [keep, last) are read off it."""

    paragraph: int
    start: int
    stop: int
    keep: int
    last: int


def chunks_of(paragraph: int, pieces: NDArray[np.int64], budget: int, overlap: int) -> list[Chunk]:
    """One chunk for a paragraph that fits; overlapping ones, each read off up to a full stop, where it does not."""
    length = len(pieces)
    if length <= budget:
        return [Chunk(paragraph=paragraph, start=0, stop=length, keep=0, last=length)]
    stops = np.flatnonzero(np.isin(pieces, FULL_STOPS)) + 1
    found, start, keep = [], 0, 0
    while start + budget < length:
        stop = start + budget
        good = stops[(stops >= stop - overlap) & (stops <= stop - overlap // 4)]
        last = int(good[-1]) if len(good) else stop - overlap // 2
        found.append(Chunk(paragraph=paragraph, start=start, stop=stop, keep=keep, last=last))
        start, keep = last - overlap // 2, last
    found.append(Chunk(paragraph=paragraph, start=start, stop=length, keep=keep, last=length))
    return found


def pack(chunks: Sequence[Chunk], budget: int) -> list[list[Chunk]]:
    """Fill windows with consecutive chunks, each taking its length and one separator, within the budget."""
    windows: list[list[Chunk]] = []
    room = 0
    for chunk in chunks:
        size = chunk.stop - chunk.start + 1
        if not windows or size > room:
            windows.append([])
            room = budget
        windows[-1].append(chunk)
        room -= size
    return windows


def windows_of(paragraphs: Sequence[NDArray[np.int64]], budget: int, overlap: int) -> list[list[Chunk]]:
    """Share paragraphs, given as wordpieces, out over as few windows as the budget allows, evenly filled."""
    chunks = [c for i, pieces in enumerate(paragraphs) for c in chunks_of(i, pieces, budget - 1, overlap)]
    fewest = len(pack(chunks, budget))
    low, high = max((c.stop - c.start + 1 for c in chunks), default=0), budget
    while low < high:
        middle = (low + high) // 2
        if len(pack(chunks, middle)) <= fewest:
            high = middle
        else:
            low = middle + 1
    return pack(chunks, high)
