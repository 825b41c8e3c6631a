"""The best sequence of roles through a passage, given which cues stand in it.

A Viterbi search over the roles of every unit: outside, source, cue, or content of one of the cues. Contents run from
B over I to L (or are a single U), so a content cannot change its cue on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OUTSIDE, SOURCE_B, SOURCE_I, CUE_B, CUE_I, CONTENT_B, CONTENT_I, CONTENT_L, CONTENT_U = range(9)
FREE: Final = 5  # how many labels are not contents
NEVER: Final = -1e9
BATCH: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Log scores of one passage: ``free`` (units, 5), and ``content`` (units, cues, 4) for B, I, L and U."""

    free: NDArray[np.float64]
    content: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The role of every unit, and the number of the cue it is content of (-1 where it is none)."""

    labels: NDArray[np.int64]
    owners: NDArray[np.int64]


def best_paths(passages: Sequence[Passage]) -> list[Path]:
    """Find the best path through every passage, passages of like length together."""
    order = sorted(range(len(passages)), key=lambda i: passages[i].free.shape[0])
    found: dict[int, Path] = {}
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        found |= dict(zip(chosen, _search([passages[i] for i in chosen]), strict=True))
    return [found[i] for i in range(len(passages))]


def _search(passages: Sequence[Passage]) -> list[Path]:
    """Search a batch at once; beyond a passage's end only 'outside' is possible, at no cost."""
    length = max(p.free.shape[0] for p in passages)
    cues = max(p.content.shape[1] for p in passages)
    scores = np.full((length, len(passages), FREE + 4 * cues), NEVER)
    scores[:, :, OUTSIDE] = 0
    content = scores[:, :, FREE:].reshape(length, len(passages), 4, cues)
    for i, p in enumerate(passages):
        scores[: len(p.free), i, :FREE] = p.free
        content[: len(p.free), i, :, : p.content.shape[1]] = p.content.transpose(0, 2, 1)
    scores[:, :, FREE:] = content.reshape(length, len(passages), 4 * cues)
    value = np.full((len(passages), FREE + 4 * cues), NEVER)
    value[:, OUTSIDE] = 0
    steps = []
    for t in range(length):
        value, step = _advance(value, scores[t], cues)
        steps.append(step)
    state = _closed(value, cues).argmax(1)
    states = np.zeros((length, len(passages)), np.int64)
    rows = np.arange(len(passages))
    for t in range(length - 1, -1, -1):
        states[t] = state
        state = steps[t][rows, state]
    return [_path(states[: len(p.free), i], cues) for i, p in enumerate(passages)]


def _closed(value: NDArray[np.float64], cues: int) -> NDArray[np.float64]:
    """Hide the states after which nothing else may begin: B and I of a content."""
    closed = value.copy()
    closed[:, FREE : FREE + 2 * cues] = 2 * NEVER
    return closed


def _advance(
    value: NDArray[np.float64], scores: NDArray[np.float64], cues: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """One unit further: the value of every state, and the state it is best reached from."""
    begun, going = value[:, FREE : FREE + cues], value[:, FREE + cues : FREE + 2 * cues]
    number = np.arange(FREE, FREE + cues)
    inner, inner_came = np.maximum(begun, going), number + cues * (going > begun)
    sources = value[:, SOURCE_B : SOURCE_I + 1]
    marks = value[:, CUE_B : CUE_I + 1]
    closed = _closed(value, cues)
    origin = closed.argmax(1)[:, None]
    came = np.empty(value.shape, np.int64)
    came[:] = origin
    reached = np.empty_like(value)
    reached[:] = closed.max(1)[:, None]
    came[:, SOURCE_I], reached[:, SOURCE_I] = SOURCE_B + sources.argmax(1), sources.max(1)
    came[:, CUE_I], reached[:, CUE_I] = CUE_B + marks.argmax(1), marks.max(1)
    for part in (FREE + cues, FREE + 2 * cues):
        came[:, part : part + cues], reached[:, part : part + cues] = inner_came, inner
    reached += scores
    return reached, came


def _path(states: NDArray[np.int64], cues: int) -> Path:
    """Translate state numbers into labels and owners."""
    inside = states >= FREE
    part, number = np.divmod(states - FREE, max(cues, 1))
    return Path(labels=np.where(inside, FREE + part, states), owners=np.where(inside, number, -1))
