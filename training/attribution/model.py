"""The network: a BERT-family encoder read once, with tag, cue-link and source-link heads on top.

Written out in plain PyTorch, because the same few lines serve two families of weights (BERT and MPNet), run in
bfloat16 without copies, and map one to one onto the graph that ``export`` builds.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

LINK_WIDTH = 96
QUOTE_FEATURES = 4  # outside, inside, at an opening mark, at a closing mark
QUICK = 1.702  # how steep the sigmoid is that comes nearest to GELU
BLOCKED = -1e4  # an attention score that no softmax lets through


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What must be known to rebuild the network."""

    family: Literal["bert", "mpnet"]
    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    labels: int
    epsilon: float
    activation: Literal["gelu", "quick"] = "gelu"


class Output(NamedTuple):
    """Per wordpiece: tag logits and the link vectors, whose inner products are the link scores."""

    tags: Tensor  # batch, length, labels
    content: Tensor  # batch, length, LINK_WIDTH: a content asks for its cue
    cue: Tensor  # batch, length, LINK_WIDTH: a cue answers a content
    asking: Tensor  # batch, length, LINK_WIDTH: a cue asks for its source
    source: Tensor  # batch, length, LINK_WIDTH: a source answers a cue
    nothing: Tensor  # batch, length, 2: the score of 'no cue' and of 'no source'


def quick_gelu(states: Tensor) -> Tensor:
    """Nearly GELU, and twice as fast in ONNX Runtime (Hendrycks and Gimpel 2016)."""
    return states * torch.sigmoid(QUICK * states)


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
        self.activation = quick_gelu if shape.activation == "quick" else functional.gelu
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Attend, then feed forward."""
        return self.fed_forward(self.attended(states, bias))

    def attended(self, states: Tensor, bias: Tensor) -> Tensor:
        """Attend with an additive ``bias`` (batch or 1, heads or 1, length or 1, length)."""
        batch, length, width = states.shape
        size = width // self.heads
        qkv = self.qkv(states).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(qkv[0] * size**-0.5, qkv[1].transpose(-1, -2)) + bias
        mixed = torch.matmul(torch.softmax(scores, -1), qkv[2])
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        normal: Tensor = self.norm(states + drop(mixed, self.dropout, self.training))
        return normal

    def fed_forward(self, states: Tensor) -> Tensor:
        """The second half of the layer."""
        inner = self.down(self.activation(self.up(states)))
        last: Tensor = self.last_norm(states + drop(inner, self.dropout, self.training))
        return last


class Reader(nn.Module):
    """The encoder (embeddings frozen, quotation features added to them) and its heads."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.embedded_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        for frozen in (self.words, self.places, self.embedded_norm):
            frozen.requires_grad_(requires_grad=False)
        self.quotes = nn.Embedding(QUOTE_FEATURES, shape.width)
        nn.init.zeros_(self.quotes.weight)
        self.distances = nn.Embedding(32, shape.heads) if shape.family == "mpnet" else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.tags = nn.Linear(shape.width, shape.labels)
        self.links = nn.Linear(shape.width, 4 * LINK_WIDTH)
        self.nothing = nn.Linear(shape.width, 2)

    def forward(self, pieces: Tensor, quotes: Tensor, used: Tensor) -> Output:
        """Read wordpieces (batch, length), their quotation features and a mask of the used places."""
        first = 2 if self.shape.family == "mpnet" else 0
        with torch.no_grad():
            places = torch.arange(first, first + pieces.shape[1], device=pieces.device)
            embedded = self.embedded_norm(self.words(pieces) + self.places(places))
        states = drop(embedded + self.quotes(quotes), self.dropout, self.training)
        bias = ((~used) * BLOCKED)[:, None, None, :].to(states.dtype)
        if self.distances is not None:
            bias = bias + self.distances(buckets(pieces.shape[1])).permute(2, 0, 1)
        for layer in self.layers:
            states = layer(states, bias)
        return self.answer(states)

    def answer(self, states: Tensor) -> Output:
        """Apply the heads, which stay in single precision, to the last states."""
        states = states.to(self.tags.weight.dtype)
        content, cue, asking, source = self.links(states).chunk(4, -1)
        return Output(self.tags(states), content, cue, asking, source, self.nothing(states))


def buckets(length: int) -> Tensor:
    """MPNet's 32 relative position buckets (length, length), as in T5: exact up to 8, then logarithmic to 128."""
    places = torch.arange(length)
    apart = places[:, None] - places[None, :]
    far = apart.abs()
    log = 8 + (torch.log(far.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return (apart < 0).long() * 16 + torch.where(far < 8, far, log.clamp(max=15))


def link_scores(asking: Tensor, answering: Tensor, nothing: Tensor) -> Tensor:
    """Scores (batch, length, 1 + length) of every place's link: first 'nothing', then every other place."""
    scores = torch.matmul(asking, answering.transpose(-1, -2)) * LINK_WIDTH**-0.5
    return torch.cat([nothing[..., None], scores], -1)


def pretrained(folder: Path, labels: int, dropout: float, layers: int) -> Reader:
    """Build a reader on the lowest layers of a BERT or MPNet encoder (``config.json``, ``model.safetensors``)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(
        family=config["model_type"],
        vocabulary=config["vocab_size"],
        width=config["hidden_size"],
        layers=min(layers, config["num_hidden_layers"]),
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=config["max_position_embeddings"],
        labels=labels,
        epsilon=config["layer_norm_eps"],
    )
    reader = Reader(shape, dropout)
    weights = renamed({name: w.float() for name, w in load_file(folder / "model.safetensors").items()}, shape)
    missing, unexpected = reader.load_state_dict(weights, strict=False)
    strange = [name for name in missing if not name.startswith(("quotes", "tags", "links", "nothing"))]
    if strange or unexpected:
        message = f"weights do not fit: {strange} {unexpected}"
        raise ValueError(message)
    return reader


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


def save(reader: Reader, state: dict[str, Tensor], path: Path) -> None:
    """Write a checkpoint: the shape and the weights."""
    torch.save({"shape": asdict(reader.shape), "state": state}, path)


def restore(path: Path, dropout: float = 0.0) -> Reader:
    """Read a checkpoint written by ``save``."""
    stored = torch.load(path, weights_only=True)
    reader = Reader(Shape(**stored["shape"]), dropout)
    reader.load_state_dict(stored["state"])
    return reader
