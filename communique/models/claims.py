"""Run the network that compares what two passages tell: the same, rival versions of one thing, or different things.

Knows nothing about news: what the labels are stands beside the weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from communique.models import runtime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

START, SEPARATOR = 101, 102
LONGEST = 64  # wordpieces of a passage that are read
OTHER, SAME = "other", "same"

Pair = tuple[str, str]


class ClaimModel(runtime.Network):
    """The network, whose labels are ``other``, ``same`` and kinds of rival versions."""

    def compare(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Give chances (pairs, labels), each row summing to one.

        Each pair is read alone: int8 states are scaled by all that is read together, and what one pair is said to be
        must not hang on what else is asked.
        """
        pieces = {text: wordpieces(text, self.tokenizer) for text in {text for pair in pairs for text in pair}}
        known: dict[Pair, NDArray[np.float32]] = {}
        for one, other in dict.fromkeys(pairs):
            places, sides = encode(pieces[one], pieces[other])
            known[one, other] = self._session.run(["scores"], {"pieces": places[None], "sides": sides[None]})[0][0]
        scores = np.array([known[pair] for pair in pairs], np.float32).reshape(len(pairs), len(self.labels))
        raised = np.exp(scores - scores.max(1, keepdims=True, initial=-np.inf))
        found: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
        return found

    def of_one_fact(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """The chances of each pair (pairs, 2) that both tell one fact, and that they tell it the same way."""
        told = self.compare(pairs)
        return np.stack([1 - told[:, self.labels.index(OTHER)], told[:, self.labels.index(SAME)]], 1)

    def of_one_point(self, pairs: Sequence[Pair], kinds: Sequence[str]) -> NDArray[np.float32]:
        """How likely both of each pair (pairs) tell of one point, which is of the kind given for it.

        Halfway between the chances that they tell one fact and that they tell rival versions of that kind.
        """
        told = self.compare(pairs)
        kind = told[np.arange(len(pairs)), [self.labels.index(kind) for kind in kinds]]
        return np.asarray((1 - told[:, self.labels.index(OTHER)] + kind) / 2, np.float32)

    def of_rivals(self, pairs: Sequence[Pair], *, twice: bool = True) -> NDArray[np.float32]:
        """The chance of each pair (pairs) that they tell rival versions of one fact; read in both orders, or in one."""
        turned = [(other, one) for one, other in pairs] if twice else []
        told = self.compare([*pairs, *turned])[:, [self.labels.index(label) for label in (OTHER, SAME)]]
        return np.asarray(1 - told.sum(1).reshape(1 + twice, len(pairs)).mean(0), np.float32)


def wordpieces(text: str, tokenizer: Tokenizer) -> list[int]:
    """The first ``LONGEST`` wordpieces of a passage."""
    return list(tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST])


def encode(one: Sequence[int], other: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The wordpieces of two passages in one row, and which of the two each place is of: 0 or 1."""
    pieces = np.array([START, *one, SEPARATOR, *other, SEPARATOR], np.int64)
    sides = np.repeat(np.array([0, 1], np.int64), [len(one) + 2, len(other) + 1])
    return pieces, sides
