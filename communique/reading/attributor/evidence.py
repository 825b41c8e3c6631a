"""What the network says of a text: windows laid out, read, and taken apart again into passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from communique.models.attribution import Window
from communique.reading.attributor.text import Chunk, Paragraph, windows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from communique.models.attribution import AttributionModel

START: Final = np.array([101])  # BERT's [CLS]
SEPARATOR: Final = np.array([102])  # and [SEP]
NO_MARK: Final = np.zeros(1, np.int64)  # neither has a quotation feature
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
    return [
        passage
        for number, window in enumerate(windows)
        for passage in passages_of(number, [(paragraphs[chunk.paragraph], chunk) for chunk in window], model)
    ]


def passages_of(window: int, chunks: Sequence[tuple[Paragraph, Chunk]], model: AttributionModel) -> Iterator[Evidence]:
    """Read one window and share out what the network says among its passages; chunks that keep no unit give none."""
    units = [slice(*np.searchsorted(p.heads, (chunk.keep, chunk.last)).tolist()) for p, chunk in chunks]
    if not any(unit.start < unit.stop for unit in units):  # inside of one very long word
        return
    scores = model.read(laid_out(chunks, units))
    chances = softmax(scores.tags)
    tags = np.log(chances)
    place = 0
    for (paragraph, _), unit in zip(chunks, units, strict=True):
        at = slice(place, place + unit.stop - unit.start)
        place = at.stop
        if at.start < at.stop:
            yield Evidence(
                window=window,
                starts=paragraph.starts[unit],
                ends=paragraph.ends[unit],
                marks=paragraph.marks[unit],
                quotations=paragraph.quotations[unit],
                chances=chances[at],
                tags=tags[at],
                content=scores.content[at],
                cue=scores.cue[at],
                asking=scores.asking[at],
                source=scores.source[at],
                nothing=scores.nothing[at],
            )


def laid_out(chunks: Sequence[tuple[Paragraph, Chunk]], units: Sequence[slice]) -> Window:
    """One window for the network: a start, then every chunk with a separator after it; asked are these units' heads."""
    pieces, marks, asked, place = [START], [NO_MARK], [], 1
    for (paragraph, chunk), unit in zip(chunks, units, strict=True):
        pieces += [paragraph.pieces[chunk.start : chunk.stop], SEPARATOR]
        marks += [paragraph.piece_marks[chunk.start : chunk.stop], NO_MARK]
        asked.append(paragraph.heads[unit] + (place - chunk.start))
        place += chunk.stop - chunk.start + 1
    return Window(pieces=np.concatenate(pieces), marks=np.concatenate(marks), asked=np.concatenate(asked))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Chances over the last axis."""
    chances: NDArray[np.float64] = np.exp((scores - scores.max(-1, keepdims=True)).astype(np.float64))
    chances /= chances.sum(-1, keepdims=True)
    return chances
