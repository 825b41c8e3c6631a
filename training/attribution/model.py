"""The network: an encoder read once, with quotation features below and tag, cue-link and source-link heads on top."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

import torch
from encoder import Encoder, Shape, drop, published
from torch import Tensor, nn

if TYPE_CHECKING:
    from pathlib import Path

LINK_WIDTH = 96
QUOTE_FEATURES = 4  # outside, inside, at an opening mark, at a closing mark
HEADS = ("tags", "links", "nothing", "quotes")  # what no published weights are for


class Output(NamedTuple):
    """Per wordpiece: tag logits and the link vectors, whose inner products are the link scores."""

    tags: Tensor  # batch, length, labels
    content: Tensor  # batch, length, LINK_WIDTH: a content asks for its cue
    cue: Tensor  # batch, length, LINK_WIDTH: a cue answers a content
    asking: Tensor  # batch, length, LINK_WIDTH: a cue asks for its source
    source: Tensor  # batch, length, LINK_WIDTH: a source answers a cue
    nothing: Tensor  # batch, length, 2: the score of 'no cue' and of 'no source'


class Reader(Encoder):
    """The encoder, quotation features added to its frozen embeddings, and its heads."""

    def __init__(self, shape: Shape, labels: int, dropout: float = 0.0) -> None:
        super().__init__(shape, dropout)
        self.quotes = nn.Embedding(QUOTE_FEATURES, shape.width)
        nn.init.zeros_(self.quotes.weight)
        self.tags = nn.Linear(shape.width, labels)
        self.links = nn.Linear(shape.width, 4 * LINK_WIDTH)
        self.nothing = nn.Linear(shape.width, 2)

    def forward(self, pieces: Tensor, quotes: Tensor, used: Tensor) -> Output:
        """Read wordpieces (batch, length), their quotation features and a mask of the used places."""
        with torch.no_grad():
            embedded = self.embedded(pieces)
        states = drop(embedded + self.quotes(quotes), self.dropout, self.training)
        bias = self.bias(used, states.dtype)
        for layer in self.layers:
            states = layer(states, bias)
        states = states.to(self.tags.weight.dtype)  # the heads stay in single precision
        content, cue, asking, source = self.links(states).chunk(4, -1)
        return Output(self.tags(states), content, cue, asking, source, self.nothing(states))


def link_scores(asking: Tensor, answering: Tensor, nothing: Tensor) -> Tensor:
    """Scores (batch, length, 1 + length) of every place's link: first 'nothing', then every other place."""
    scores = torch.matmul(asking, answering.transpose(-1, -2)) * LINK_WIDTH**-0.5
    return torch.cat([nothing[..., None], scores], -1)


def pretrained(folder: Path, labels: int, dropout: float, layers: int) -> Reader:
    """Build a reader on the lowest layers of a published encoder.

    Raises:
        ValueError: the weights do not fit.
    """
    shape, weights = published(folder, layers)
    reader = Reader(shape, labels, dropout)
    missing, unexpected = reader.load_state_dict(weights, strict=False)
    strange = [name for name in missing if not name.startswith(HEADS)]
    if strange or unexpected:
        message = f"weights do not fit: {strange} {unexpected}"
        raise ValueError(message)
    return reader


def save(reader: Reader, state: dict[str, Tensor], path: Path) -> None:
    """Write a checkpoint: the shape, the number of labels and the weights."""
    torch.save({"shape": asdict(reader.shape), "labels": reader.tags.out_features, "state": state}, path)


def restore(path: Path, dropout: float = 0.0) -> Reader:
    """Read a checkpoint written by ``save``."""
    stored = torch.load(path, weights_only=True)
    reader = Reader(Shape(**stored["shape"]), stored["labels"], dropout)
    reader.load_state_dict(stored["state"])
    return reader
