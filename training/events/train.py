"""Fine-tune the upper layers of an encoder into the event coder.

Runs on two CPU cores: weights and states in bfloat16, a single precision copy for the optimiser, and the states of the
layers that stay as they are computed once for all epochs.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from encoder import PAD
from network import Coder, begun, save
from prepare import ROOTS
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from communique.models.events import Asked, encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

EVENT_WEIGHT = 0.5
MADE_WEIGHT = 0.5


@dataclass(slots=True, kw_only=True, eq=False)
class Example:
    """One question as numbers; ``states`` are those of the layers that stay."""

    pieces: Tensor
    marks: Tensor
    roots: tuple[int, ...]
    made: bool
    turned: bool
    fold: int
    row: int
    states: Tensor | None = None


def read(path: Path, tokenizer: Tokenizer, *, hide: bool) -> list[Example]:
    """Read what prepare wrote."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        actor, recipient = (tuple(map(tuple, row[role])) for role in ("actor", "recipient"))
        asked = Asked(sentence=row["sentence"], actor=actor, recipient=recipient)
        pieces, marks = encode(asked, tokenizer, hide=hide)
        example = Example(
            pieces=torch.from_numpy(pieces),
            marks=torch.from_numpy(marks),
            roots=tuple(ROOTS.index(root) for root in row["roots"]),
            made=row["kind"].startswith("made"),
            turned=row["kind"].endswith("exchanged"),
            fold=row.get("fold", -1),
            row=row.get("row", -1),
        )
        found.append(example)
    return found


def batches(examples: Sequence[Example], places: int, rng: random.Random | None) -> Iterator[list[Example]]:
    """Group examples of like length; with ``rng``, in random order."""
    jitter = {id(e): len(e.pieces) + (rng.uniform(-3, 3) if rng else 0) for e in examples}
    groups: list[list[Example]] = [[]]
    for example in sorted(examples, key=lambda e: jitter[id(e)]):
        if groups[-1] and (len(groups[-1]) + 1) * len(example.pieces) > places:
            groups.append([])
        groups[-1].append(example)
    if rng:
        rng.shuffle(groups)
    yield from groups


def padded(tensors: Sequence[Tensor], value: float) -> Tensor:
    """Stack along a new first dimension."""
    return nn.utils.rnn.pad_sequence(list(tensors), batch_first=True, padding_value=value)


def used_of(group: Sequence[Example]) -> Tensor:
    """Which places of a batch are no padding."""
    return padded([torch.ones(len(e.pieces), dtype=torch.bool) for e in group], 0)


def remember(coder: Coder, examples: Sequence[Example], places: int) -> None:
    """Compute the states of the layers that stay; questions about one sentence share them where they can."""
    known: dict[bytes, Tensor] = {}
    missing: dict[bytes, Example] = {}
    for example in examples:
        missing.setdefault(example.pieces.numpy().tobytes(), example)
    for group in batches(list(missing.values()), places, None):
        states = coder.lower(padded([e.pieces for e in group], PAD), used_of(group))
        for example, row in zip(group, states, strict=True):
            known[example.pieces.numpy().tobytes()] = row[: len(example.pieces)].clone()
    for example in examples:
        example.states = known[example.pieces.numpy().tobytes()]


def scored(coder: Coder, group: Sequence[Example]) -> Tensor:
    """Scores of a batch."""
    marks, used = padded([e.marks for e in group], 0), used_of(group)
    states = padded([e.states for e in group if e.states is not None], 0.0)
    return coder.upper(states, marks, used)


def loss_of(scores: Tensor, group: Sequence[Example], rarity: Tensor) -> Tensor:
    """Cross-entropy of the roots where there is an event, and of there being one."""
    event = torch.tensor([float(bool(e.roots)) for e in group])
    weight = torch.tensor([MADE_WEIGHT if e.made else 1.0 for e in group])
    total = EVENT_WEIGHT * (
        functional.binary_cross_entropy_with_logits(scores[:, -1], event, reduction="none") * weight
    )
    logs = functional.log_softmax(scores[:, :-1], -1)
    allowed = torch.full_like(logs, -1e4)
    for i, example in enumerate(group):
        allowed[i, list(example.roots)] = 0.0
    right = -torch.logsumexp(logs + allowed, -1)
    scale = torch.tensor([float(rarity[e.roots[0]]) if e.roots else 0.0 for e in group])
    return (total + right * scale * weight).sum() / len(group)


def rarities(examples: Sequence[Example], power: float) -> Tensor:
    """A weight for each root that grows as the root gets rare, one in the mean."""
    counts = np.ones(len(ROOTS))
    for example in examples:
        for root in example.roots:
            counts[root] += 1 / len(example.roots)
    weights = counts**-power
    return torch.from_numpy(weights * counts.sum() / (weights * counts).sum()).float()


class Optimiser:
    """AdamW on single precision copies of the weights, slower towards the bottom, rate warmed up and let down."""

    def __init__(self, coder: Coder, options: argparse.Namespace, steps: int) -> None:
        self.steps, self.number = steps, 0
        self.pairs: list[tuple[nn.Parameter, Tensor]] = []
        groups = []
        top = coder.encoder.shape.layers - 1
        for name, weight in coder.named_parameters():
            if not weight.requires_grad:
                continue
            inner = name.startswith("encoder.layers.")
            rate = options.rate * options.layer_decay ** (top - int(name.split(".")[2])) if inner else options.head_rate
            copy = weight.detach().float().clone()
            self.pairs.append((weight, copy))
            groups.append({"params": [copy], "lr": rate, "top": rate, "weight_decay": 0.01 if copy.ndim > 1 else 0.0})
        self.adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)

    def step(self) -> None:
        """Apply the gradients on the weights and clear them."""
        self.number += 1
        done = self.number / self.steps
        for group in self.adam.param_groups:
            group["lr"] = group["top"] * min(done / 0.1, (1 - done) / 0.9)
        for weight, copy in self.pairs:
            copy.grad = weight.grad.float() if weight.grad is not None else None
            weight.grad = None
        nn.utils.clip_grad_norm_([copy for _, copy in self.pairs], 1.0)
        self.adam.step()
        for weight, copy in self.pairs:
            weight.data.copy_(copy)


def trained(examples: Sequence[Example], options: argparse.Namespace, seed: int) -> dict[str, Tensor]:
    """Train a coder on examples whose lower states are known; gives its weights in single precision."""
    torch.manual_seed(0)  # the same heads in every run, so that runs can be averaged
    coder = started(options, options.dropout).train()
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - nothing secret here
    rarity = rarities(examples, options.rarity)
    rounds = [list(batches(examples, options.places, rng)) for _ in range(options.epochs)]
    optimiser = Optimiser(coder, options, sum(map(len, rounds)))
    for number, groups in enumerate(rounds, 1):
        began, total = time.time(), 0.0
        for group in groups:
            loss = loss_of(scored(coder, group), group, rarity)
            torch.autograd.backward(loss)
            optimiser.step()
            total += float(loss.detach())
        print(f"epoch {number}: loss {total / len(groups):.4f} {time.time() - began:.0f} s", flush=True)
    copies = {id(weight): copy for weight, copy in optimiser.pairs}
    return {name: copies.get(id(w), w.data).float().clone() for name, w in coder.named_parameters()}


def started(options: argparse.Namespace, dropout: float) -> Coder:
    """Put a coder on the published encoder, all but its heads in half the precision."""
    return halved(begun(options.encoder, options.layers, options.below, len(ROOTS), dropout))


def mean_of(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several runs from one start, which generalises better than any one of them."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def halved(coder: Coder) -> Coder:
    """Put all but the heads in half the precision."""
    coder.bfloat16()
    coder.heads.float()
    return coder


def predicted(coder: Coder, examples: Sequence[Example], places: int) -> NDArray[np.float64]:
    """Scores (examples, roots and event)."""
    places_of = {id(e): i for i, e in enumerate(examples)}
    found = np.zeros((len(examples), len(ROOTS) + 1))
    with torch.no_grad():
        for group in batches(examples, places, None):
            found[[places_of[id(e)] for e in group]] = scored(coder, group).numpy()
    return found


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """The options that training and evaluation share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="what prepare wrote")
    parser.add_argument("encoder", type=Path, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("output", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True, help="BERT's uncased tokenizer.json")
    parser.add_argument("--keep", action="store_true", help="leave the names of actors in the text")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=3e-4, help="top learning rate of the last layer")
    parser.add_argument("--head-rate", type=float, default=2e-3, help="top learning rate of marks and heads")
    parser.add_argument("--layer-decay", type=float, default=0.9, help="factor on the rate from layer to layer below")
    parser.add_argument("--layers", type=int, default=6, help="how many of the encoder's lowest layers to take")
    parser.add_argument("--below", type=int, default=3, help="how many of them stay as they are")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--rarity", type=float, default=0.3, help="exponent of the weight that rare roots get")
    parser.add_argument("--places", type=int, default=1536, help="wordpieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1, help="runs whose weights are averaged; one is shipped")
    return parser


def prepared(options: argparse.Namespace) -> list[Example]:
    """Read the questions and compute the states of the layers that stay."""
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = read(options.data, tokenizer, hide=not options.keep)
    remember(started(options, 0.0).eval(), examples, 4 * options.places)
    return examples


def main() -> None:
    """Train a coder on everything."""
    options = parser_of(__doc__).parse_args()
    examples = prepared(options)
    seeds = range(options.seed, options.seed + options.seeds)
    save(started(options, 0.0), mean_of([trained(examples, options, seed) for seed in seeds]), options.output)


if __name__ == "__main__":
    main()
