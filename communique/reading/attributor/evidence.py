"""What the network says of a text: windows laid out, read, and taken apart again into passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from communique.reading.attributor.text import Chunk, Paragraph, windows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from communique.models.attribution import AttributionModel, Scores

START: Final = 101  # BERT's [CLS]
SEPARATOR: Final = 102  # and [SEP]
OVERLAP: Final = 48  # wordpieces that the parts of a very long paragraph share


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the network says of the units of one passage, a paragraph or a part of a very long one.

    ``starts`` and ``ends`` are character offsets, ``marks`` and ``quotations`` as in ``Paragraph``, ``chances`` the
    probabilities of the roles and ``tags`` their logarithms; the rest is as in ``Scores``. All have one row a unit.
    Links go between passages of one window only.
    """

    window: int
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    marks: NDArray[np.int64]
    quotations: NDArray[np.int64]
    chances: NDArray[np.float64]
    tags: NDArray[np.float64]
    content: NDArray[np.float32]
    cue: NDArray[np.float32]
    asking: NDArray[np.float32]
    source: NDArray[np.float32]
    nothing: NDArray[np.float32]


def gather(paragraphs: Sequence[Paragraph], model: AttributionModel) -> list[Evidence]:
    """Run the network over windows of paragraphs and hand out what it says, passage by passage."""
    windows = windows_of([p.pieces for p in paragraphs], model.settings["window"], OVERLAP)
    scores = model.read([laid_out(paragraphs, window) for window in windows])
    found = []
    for number, (window, score) in enumerate(zip(windows, scores, strict=True)):
        place = 1
        for chunk in window:
            passage = evidence_of(number, paragraphs[chunk.paragraph], chunk, score, place)
            if len(passage.starts):
                found.append(passage)
            place += chunk.stop - chunk.start + 1
    return found


def laid_out(paragraphs: Sequence[Paragraph], window: Sequence[Chunk]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Wordpieces and quotation features of one window: a start, then every chunk with a separator after it."""
    pieces, marks = [np.array([START])], [np.zeros(1, np.int64)]
    for chunk in window:
        paragraph = paragraphs[chunk.paragraph]
        pieces += [paragraph.pieces[chunk.start : chunk.stop], np.array([SEPARATOR])]
        marks += [paragraph.piece_marks[chunk.start : chunk.stop], np.zeros(1, np.int64)]
    return np.concatenate(pieces), np.concatenate(marks)


def evidence_of(window: int, paragraph: Paragraph, chunk: Chunk, scores: Scores, place: int) -> Evidence:
    """Read the units that a chunk keeps off a window's scores, the chunk starting at ``place`` in it."""
    units = np.flatnonzero((paragraph.heads >= chunk.keep) & (paragraph.heads < chunk.last))
    at = paragraph.heads[units] - chunk.start + place
    tags = log_softmax(scores.tags[at].astype(np.float64))
    return Evidence(
        window=window,
        starts=paragraph.starts[units],
        ends=paragraph.ends[units],
        marks=paragraph.marks[units],
        quotations=paragraph.quotations[units],
        chances=np.exp(tags),
        tags=tags,
        content=scores.content[at],
        cue=scores.cue[at],
        asking=scores.asking[at],
        source=scores.source[at],
        nothing=scores.nothing[at],
    )


def log_softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithms of the softmax over the last axis."""
    logits = logits - logits.max(-1, keepdims=True)
    normal: NDArray[np.float64] = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
    return normal
