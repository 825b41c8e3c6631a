"""The network: an encoder's layers, the roles of the two actors marked half way up, and two small heads on top.

The layers below the marks stay as they were published: they see the sentence alone, so what they give can be kept.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import torch
from encoder import Encoder, Shape, drop, pretrained
from torch import Tensor, nn

if TYPE_CHECKING:
    from pathlib import Path

ROLES = 3  # neither, actor, recipient


class Coder(nn.Module):
    """Gives the scores of the root codes, and of there being an event from the actor to the recipient at all."""

    def __init__(self, encoder: Encoder, below: int, roots: int) -> None:
        super().__init__()
        self.encoder, self.below = encoder, below
        width = encoder.shape.width
        for layer in encoder.layers[:below]:
            layer.requires_grad_(requires_grad=False)
        if encoder.distances is not None:
            encoder.distances.requires_grad_(requires_grad=False)
        self.marks = nn.Embedding(ROLES, width)
        nn.init.normal_(self.marks.weight, std=0.1)
        nn.init.zeros_(self.marks.weight[:1])
        self.heads = nn.Linear(3 * width, roots + 1)
        nn.init.normal_(self.heads.weight, std=0.01)
        nn.init.zeros_(self.heads.bias)

    def lower(self, pieces: Tensor, used: Tensor) -> Tensor:
        """States (batch, length, width) of the layers that stay as they are."""
        with torch.no_grad():
            states = self.encoder.embedded(pieces)
            bias = self.encoder.bias(used, states.dtype)
            for layer in self.encoder.layers[: self.below]:
                states = layer(states, bias)
        return states

    def upper(self, states: Tensor, marks: Tensor, used: Tensor) -> Tensor:
        """Scores (batch, roots + 1), the last that of an event, of states and the roles of their places."""
        bias = self.encoder.bias(used, states.dtype)
        states = drop(states + self.marks(marks), self.encoder.dropout, self.training)
        for layer in self.encoder.layers[self.below :]:
            states = layer(states, bias)
        states = states.float()
        parts = [mean(states, marks == 1), mean(states, marks == 2), mean(states, used)]
        pooled = torch.cat(parts, -1)
        if self.training:
            pooled = nn.functional.dropout(pooled, self.encoder.dropout)
        scores: Tensor = self.heads(pooled)
        return scores

    def forward(self, pieces: Tensor, marks: Tensor, used: Tensor) -> Tensor:
        """Read wordpieces and roles (batch, length)."""
        return self.upper(self.lower(pieces, used), marks, used)


def mean(states: Tensor, kept: Tensor) -> Tensor:
    """Mean of the states at the kept places; zero where there is none."""
    weights = kept.to(states.dtype)
    return torch.matmul(weights[:, None], states)[:, 0] / weights.sum(1, keepdim=True).clamp(min=1)


def begun(folder: Path, layers: int, below: int, roots: int, dropout: float) -> Coder:
    """Put a coder on a published encoder."""
    return Coder(pretrained(folder, dropout, layers), below, roots)


def save(coder: Coder, state: dict[str, Tensor], path: Path) -> None:
    """Write a checkpoint: the shape and the weights."""
    settings = {"shape": asdict(coder.encoder.shape), "below": coder.below, "roots": coder.heads.out_features - 1}
    torch.save({**settings, "state": state}, path)


def restore(path: Path) -> Coder:
    """Read a checkpoint written by ``save``."""
    stored = torch.load(path, weights_only=True)
    coder = Coder(Encoder(Shape(**stored["shape"])), stored["below"], stored["roots"])
    coder.load_state_dict(stored["state"])
    return coder
