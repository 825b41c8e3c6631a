"""A BERT-family encoder in plain PyTorch, shared by the trainings.

Written out, because the same few lines serve two families of weights (BERT and MPNet), run in bfloat16 without copies,
and map one to one onto the graph that ``graph`` builds.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

PAD, START, SEPARATOR, MASK = 0, 101, 102, 103  # BERT's special wordpieces
BLOCKED = -1e4  # an attention score that no softmax lets through


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What must be known to rebuild the encoder."""

    family: Literal["bert", "mpnet"]
    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    size: int = 32  # of a head's vectors


def drop(states: Tensor, rate: float, training: bool) -> Tensor:  # noqa: FBT001
    """Drop whole features of a window: as good a regulariser as dropping single numbers, and free on a CPU."""
    if not training or not rate:
        return states
    kept = torch.rand(states.shape[0], 1, states.shape[2], device=states.device) >= rate
    return states * (kept / (1 - rate)).to(states.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.qkv = nn.Linear(shape.width, 3 * shape.heads * shape.size)
        self.out = nn.Linear(shape.heads * shape.size, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Attend with an additive ``bias`` (batch or 1, heads or 1, length or 1, length), then feed forward."""
        batch, length, _ = states.shape
        size = self.out.in_features // self.heads
        qkv = self.qkv(states).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(qkv[0] * size**-0.5, qkv[1].transpose(-1, -2)) + bias
        mixed = torch.matmul(torch.softmax(scores, -1), qkv[2])
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, -1))
        states = self.norm(states + drop(mixed, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(states)))
        last: Tensor = self.last_norm(states + drop(inner, self.dropout, self.training))
        return last


class Encoder(nn.Module):
    """Embeddings, which stay as they are, and layers; BERT's wordpieces go in, whatever the family."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.embedded_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        for frozen in (self.words, self.places, self.embedded_norm):
            frozen.requires_grad_(requires_grad=False)
        self.distances = nn.Embedding(32, shape.heads) if shape.family == "mpnet" else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def embedded(self, pieces: Tensor) -> Tensor:
        """Look up wordpieces (batch, length) and their places."""
        first = 2 if self.shape.family == "mpnet" else 0
        places = torch.arange(first, first + pieces.shape[1], device=pieces.device)
        found: Tensor = self.embedded_norm(self.words(self.own(pieces)) + self.places(places))
        return found

    def own(self, pieces: Tensor) -> Tensor:
        """MPNet has BERT's wordpieces four places further on, and its own padding, start, separator and mask."""
        if self.shape.family == "bert":
            return pieces
        moved = pieces + 4
        for old, new in ((PAD, 1), (START, 0), (SEPARATOR, 2), (MASK, self.shape.vocabulary - 1)):
            moved[pieces == old] = new
        return moved

    def bias(self, used: Tensor, kind: torch.dtype) -> Tensor:
        """What is added to attention scores: a bar before padding, and MPNet's distances."""
        bias = ((~used) * BLOCKED)[:, None, None, :].to(kind)
        if self.distances is not None:
            bias = bias + self.distances(buckets(used.shape[1])).permute(2, 0, 1)
        return bias


def buckets(length: int) -> Tensor:
    """MPNet's 32 relative position buckets (length, length), as in T5: exact up to 8, then logarithmic to 128."""
    places = torch.arange(length)
    apart = places[:, None] - places[None, :]
    far = apart.abs()
    log = 8 + (torch.log(far.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return (apart < 0).long() * 16 + torch.where(far < 8, far, log.clamp(max=15))


def published(folder: Path, layers: int) -> tuple[Shape, dict[str, Tensor]]:
    """Shape and weights of the lowest layers of a BERT or MPNet encoder (``config.json``, ``model.safetensors``)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(
        family=config["model_type"],
        vocabulary=config["vocab_size"],
        width=config["hidden_size"],
        layers=min(layers, config["num_hidden_layers"]),
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=config["max_position_embeddings"],
        epsilon=config["layer_norm_eps"],
        size=config["hidden_size"] // config["num_attention_heads"],
    )
    weights = {name: weight.float() for name, weight in load_file(folder / "model.safetensors").items()}
    return shape, renamed(weights, shape)


def pretrained(folder: Path, dropout: float, layers: int) -> Encoder:
    """Build an encoder with published weights.

    Raises:
        RuntimeError: the weights do not fit.
    """
    shape, weights = published(folder, layers)
    encoder = Encoder(shape, dropout)
    encoder.load_state_dict(weights)
    return encoder


def renamed(weights: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """Give the published weights the names used here; token types fold into the position table."""
    found = {"words.weight": weights["embeddings.word_embeddings.weight"]}
    found["places.weight"] = weights["embeddings.position_embeddings.weight"]
    if shape.family == "bert":
        found["places.weight"] = found["places.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        inside = ("attention.self.query", "attention.self.key", "attention.self.value")
        after = {"out": "attention.output.dense", "norm": "attention.output.LayerNorm"}
    else:
        found["distances.weight"] = weights["encoder.relative_attention_bias.weight"]
        inside = ("attention.attn.q", "attention.attn.k", "attention.attn.v")
        after = {"out": "attention.attn.o", "norm": "attention.LayerNorm"}
    after |= {"up": "intermediate.dense", "down": "output.dense", "last_norm": "output.LayerNorm"}
    for kind in ("weight", "bias"):
        found[f"embedded_norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for i in range(shape.layers):
            parts = [weights[f"encoder.layer.{i}.{name}.{kind}"] for name in inside]
            found[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for here, there in after.items():
                found[f"layers.{i}.{here}.{kind}"] = weights[f"encoder.layer.{i}.{there}.{kind}"]
    return found
