"""The network: both passages in one row, so that each attends to the other, and one small head on their means."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import torch
from encoder import Encoder, Shape, pretrained
from scenes import LABELS
from torch import Tensor, nn

if TYPE_CHECKING:
    from pathlib import Path

INNER = 128


class Comparer(nn.Module):
    """Gives the scores of the labels."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.shape.width
        self.sides = nn.Embedding(2, width)
        nn.init.normal_(self.sides.weight, std=0.02)
        self.inner = nn.Linear(3 * width, INNER)
        self.outer = nn.Linear(INNER, len(LABELS))

    def forward(self, pieces: Tensor, sides: Tensor, used: Tensor) -> Tensor:
        """Read wordpieces and sides (batch, length) into scores (batch, labels)."""
        states = self.encoder.embedded(pieces) + self.sides(sides)
        bias = self.encoder.bias(used, states.dtype)
        for layer in self.encoder.layers:
            states = layer(states, bias)
        one, other = (mean(states, used & (sides == side)) for side in (0, 1))
        pooled = torch.cat([one + other, (one - other).abs(), one * other], -1)
        scores: Tensor = self.outer(nn.functional.gelu(self.inner(pooled)))
        return scores


def mean(states: Tensor, kept: Tensor) -> Tensor:
    """Mean of the states at the kept places."""
    weights = kept.to(states.dtype)
    return torch.matmul(weights[:, None], states)[:, 0] / weights.sum(1, keepdim=True)


def begun(folder: Path, layers: int, dropout: float) -> Comparer:
    """Put a comparer on a published encoder."""
    return Comparer(pretrained(folder, dropout, layers))


def save(comparer: Comparer, path: Path) -> None:
    """Write a checkpoint: the shape and the weights."""
    torch.save({"shape": asdict(comparer.encoder.shape), "state": comparer.state_dict()}, path)


def restore(path: Path) -> Comparer:
    """Read a checkpoint written by ``save``."""
    stored = torch.load(path, weights_only=True)
    comparer = Comparer(Encoder(Shape(**stored["shape"])))
    comparer.load_state_dict(stored["state"])
    return comparer
