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
    states = _States(max(p.content.shape[1] for p in passages))
    values = states.scores(passages)
    begun, going, closed = values[:, states.begun], values[:, states.going], values[:, states.closed]
    for t in range(1, len(values)):
        inner = np.maximum(begun[t - 1], going[t - 1])
        values[t, states.fresh] += closed[t - 1].max(0)
        values[t, states.last] += inner[: states.cues]
        going[t] += inner
    number = np.arange(states.cues + 2)[:, None]
    inner_came = np.where(going > begun, states.count - 1 - number, number)
    came = np.empty(values.shape, np.int64)
    came[:, states.fresh] = (states.closed.start + closed.argmax(1))[:, None]
    came[:, states.last], came[:, states.going] = inner_came[:, : states.cues], inner_came
    rows = np.arange(len(passages))
    path = np.empty((len(values), len(passages)), np.int64)
    path[-1] = came[-1, states.outside]
    for t in range(len(values) - 1, 0, -1):
        path[t - 1] = came[t - 1, path[t], rows]
    return [
        Path(labels=states.labels[path[: len(p.free), i]], owners=states.owners[path[: len(p.free), i]])
        for i, p in enumerate(passages)
    ]


class _States:
    """The numbers of the states, laid out so that every group that the search handles at once stands together.

    B of every cue, B of source and of cue, outside, U and L of every cue, I of cue and of source, I of every cue from
    the last to the first. `begun` and `going` are the B and I that an I or L follows; `closed` what anything else may
    follow; `fresh` what follows these.
    """

    def __init__(self, cues: int) -> None:
        self.cues, self.count, self.outside = cues, 4 * cues + 5, cues + 2
        self.begun, self.going = slice(cues + 2), slice(None, -cues - 3, -1)
        self.fresh, self.last = slice(2 * cues + 3), slice(2 * cues + 3, 3 * cues + 3)
        self.closed, self.single = slice(cues, -cues or None), slice(cues + 3, 2 * cues + 3)
        each, none = np.arange(cues), np.full(cues, 1)
        self.owners = np.concatenate([each, [-1] * 3, each, each, [-1] * 2, each[::-1]])
        self.labels = np.concatenate(
            [
                CONTENT_B * none,
                [SOURCE_B, CUE_B, OUTSIDE],
                CONTENT_U * none,
                CONTENT_L * none,
                [CUE_I, SOURCE_I],
                CONTENT_I * none,
            ]
        )

    def scores(self, passages: Sequence[Passage]) -> NDArray[np.float64]:
        """The scores of a batch (units, states, passages); nothing goes on at the first unit."""
        scores = np.full((max(len(p.free) for p in passages), self.count, len(passages)), NEVER)
        scores[:, self.outside] = 0
        free = np.array([self.outside, self.cues, -self.cues - 1, self.cues + 1, -self.cues - 2])
        for i, p in enumerate(passages):
            length, cues, _ = p.content.shape
            scores[:length, free, i] = p.free
            for part, place in enumerate((self.begun, self.going, self.last, self.single)):
                scores[:length, place, i][:, :cues] = p.content[:, :, part]
        scores[0, self.last] += NEVER
        scores[0, self.going] += NEVER
        return scores
