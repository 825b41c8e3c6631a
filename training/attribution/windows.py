"""Training examples: windows over prepared articles, cut anew every epoch, as batches of tensors."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from prepare import NO_LINK, NOT_ASKED

from communique.reading.attributor.text import Chunk, chunks_of, pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

START, SEPARATOR, MASK, PAD = 101, 102, 103, 0  # BERT's; MPNet shares its table, four places further on
OVERLAP = 48
# Curly to straight, curly to single, and curly to guillemets: the same text as other houses would set it.
RESTYLED = (
    {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005},
    {1523: 1520, 1524: 1521, 1520: 1523},
    {1523: 1077, 1524: 1090},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One prepared article; unit numbers run through the whole article."""

    ident: str
    pieces: list[NDArray[np.int64]]
    marks: list[NDArray[np.int64]]
    heads: list[NDArray[np.int64]]
    first_units: list[int]
    annotators: list[dict[str, NDArray[np.int64]]]
    first_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One training example; ``rows`` are the wordpieces' rows in the teacher's table (-1 for separators)."""

    pieces: NDArray[np.int64]
    marks: NDArray[np.int64]
    heads: NDArray[np.bool_]
    tags: NDArray[np.int64]
    cues: NDArray[np.int64]
    sources: NDArray[np.int64]
    rows: NDArray[np.int64]


def read_articles(path: Path) -> list[Article]:
    """Read what ``prepare`` wrote."""
    articles, row = [], 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record: dict[str, Any] = json.loads(line)
            paragraphs = record["paragraphs"]
            counts = np.cumsum([0] + [len(p["heads"]) for p in paragraphs])
            articles.append(
                Article(
                    ident=record["id"],
                    pieces=[np.array(p["pieces"]) for p in paragraphs],
                    marks=[np.array(p["marks"]) for p in paragraphs],
                    heads=[np.array(p["heads"]) for p in paragraphs],
                    first_units=counts[:-1].tolist(),
                    annotators=[{k: np.array(v) for k, v in a.items()} for a in record["annotators"]],
                    first_row=row,
                )
            )
            row += sum(len(p["pieces"]) for p in paragraphs)
    return articles


def held_out(ident: str, share: float) -> bool:
    """Whether an article belongs to the part of train kept for stopping, thresholds and calibration."""
    return zlib.crc32(ident.encode()) % 1000 < share * 1000


def window_of(article: Article, chunks: Sequence[Chunk], annotator: int) -> Window:
    """Lay chunks out as one sequence and point its links at places in it."""
    labels = article.annotators[annotator]
    starts = np.cumsum([0] + [len(p) for p in article.pieces])
    pieces, marks, units, rows = [np.array([START])], [np.zeros(1, np.int64)], [np.array([-1])], [np.array([-1])]
    for chunk in chunks:
        i = chunk.paragraph
        unit = np.full(len(article.pieces[i]), -1)
        unit[article.heads[i]] = article.first_units[i] + np.arange(len(article.heads[i]))
        pieces += [article.pieces[i][chunk.start : chunk.stop], np.array([SEPARATOR])]
        marks += [article.marks[i][chunk.start : chunk.stop], np.zeros(1, np.int64)]
        units += [unit[chunk.start : chunk.stop], np.array([-1])]
        first = article.first_row + starts[i]
        rows += [np.arange(first + chunk.start, first + chunk.stop), np.array([-1])]
    unit = np.concatenate(units)
    place = np.full(len(labels["tags"]) + 1, -1)
    place[unit[unit >= 0]] = np.flatnonzero(unit >= 0)
    heads = unit >= 0
    return Window(
        pieces=np.concatenate(pieces),
        marks=np.concatenate(marks),
        heads=heads,
        tags=np.where(heads, labels["tags"][unit], NOT_ASKED),
        cues=linked(labels["cues"][unit], place, heads),
        sources=linked(labels["sources"][unit], place, heads),
        rows=np.concatenate(rows),
    )


def linked(targets: NDArray[np.int64], place: NDArray[np.int64], heads: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Links as classes: 0 for none, 1 + the target's place; not asked where the target lies outside the window."""
    found = np.where(targets >= 0, 1 + place[np.maximum(targets, -1)], 0)
    found[(targets >= 0) & (found == 0)] = NOT_ASKED
    found[(targets == NOT_ASKED) | ~heads] = NOT_ASKED
    return found


def epoch_of(articles: Sequence[Article], budget: int, rng: random.Random | None) -> list[Window]:
    """All windows of one epoch; with ``rng``, cut at other places, read by another annotator and varied."""
    windows = []
    for article in articles:
        size = budget if rng is None else rng.randint(budget // 2, budget)
        annotator = 0 if rng is None else rng.randrange(len(article.annotators))
        chunks = [c for i, p in enumerate(article.pieces) for c in chunks_of(i, p, budget - 2, OVERLAP)]
        packed = pack(chunks, max(size, max((c.stop - c.start + 1 for c in chunks), default=0)))
        found = [window_of(article, chunks, annotator) for chunks in packed]
        if rng is not None:
            vary(found, rng)
        windows += found
    return windows


def vary(windows: Sequence[Window], rng: random.Random) -> None:
    """Sometimes reset an article's quotation marks in another style; hide some pieces from the network."""
    style = rng.choice(RESTYLED) if rng.random() < 0.2 else {}
    forget = rng.random() < 0.05
    for window in windows:
        for old, new in style.items():
            window.pieces[window.pieces == old] = -new
        np.abs(window.pieces, out=window.pieces)
        hidden = np.random.default_rng(rng.getrandbits(32)).random(len(window.pieces)) < 0.03
        window.pieces[hidden & (window.marks < 2) & (window.pieces != START)] = MASK
        if forget:
            window.marks[:] = 0


def batches(windows: Sequence[Window], places: int, rng: random.Random | None) -> Iterator[list[Window]]:
    """Group windows of like length, about ``places`` wordpieces a batch; with ``rng``, in random order."""
    jitter = {id(w): len(w.pieces) + (rng.uniform(-8, 8) if rng else 0) for w in windows}
    groups: list[list[Window]] = [[]]
    longest = 0
    for window in sorted(windows, key=lambda w: jitter[id(w)]):
        longest = max(longest, len(window.pieces))
        if groups[-1] and longest * (len(groups[-1]) + 1) > places:
            groups.append([])
            longest = len(window.pieces)
        groups[-1].append(window)
    if rng:
        rng.shuffle(groups)
    yield from groups


def tensors(windows: Sequence[Window]) -> dict[str, Tensor]:
    """Stack windows into padded tensors, the length rounded up to a multiple of 16."""
    longest = -(-max(len(w.pieces) for w in windows) // 16) * 16
    fill = {"pieces": PAD, "marks": 0, "heads": False, "tags": NOT_ASKED, "cues": NOT_ASKED, "sources": NOT_ASKED}
    stacked = {}
    for name, padding in {**fill, "rows": NO_LINK}.items():
        rows = [getattr(w, name) for w in windows]
        table = np.full((len(rows), longest), padding, dtype=rows[0].dtype)
        for i, row in enumerate(rows):
            table[i, : len(row)] = row
        stacked[name] = torch.from_numpy(table)
    used = [[i < len(w.pieces) for i in range(longest)] for w in windows]
    return {**stacked, "used": torch.tensor(used)}
