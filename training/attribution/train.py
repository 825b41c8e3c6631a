"""Fine-tune an encoder into the attribution reader, alone or on the judgement of a teacher.

Runs on two CPU cores: weights and states in bfloat16, a single precision copy for the optimiser, embeddings frozen.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from model import HEADS, Output, Reader, link_scores, pretrained, restore, save
from prepare import LABELS, NOT_ASKED
from torch import Tensor, nn
from torch.nn import functional
from windows import Window, batches, epoch_of, held_out, read_articles, tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHTS = {"tags": 1.0, "cues": 0.5, "sources": 0.3}


class Optimiser:
    """AdamW on single precision copies of the weights, slower towards the bottom, rate warmed up and let down."""

    def __init__(self, reader: Reader, options: argparse.Namespace, steps: int) -> None:
        self.steps, self.step_number = steps, 0
        self.began, self.seconds = time.time(), options.minutes * 60
        self.pairs: list[tuple[nn.Parameter, Tensor]] = []
        groups = []
        for name, weight in reader.named_parameters():
            if not weight.requires_grad:
                continue
            layer = int(name.split(".")[1]) if name.startswith("layers.") else reader.shape.layers
            if layer < options.freeze:
                weight.requires_grad = False
                continue
            rate = options.rate * options.layer_decay ** (reader.shape.layers - 1 - layer)
            rate = options.head_rate if name.startswith(HEADS) else rate
            copy = weight.detach().float().clone()
            self.pairs.append((weight, copy))
            groups.append({"params": [copy], "lr": rate, "top": rate, "weight_decay": 0.01 if copy.ndim > 1 else 0.0})
        self.adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)

    def done(self) -> float:
        """How much of the training is done, in steps or in minutes, whichever is more."""
        return float(min(1.0, max(self.step_number / self.steps, (time.time() - self.began) / self.seconds)))

    def step(self) -> None:
        """Apply the gradients on the weights and clear them."""
        done = self.done()
        factor = min(done / 0.08, (1 - done) / 0.92)
        for group in self.adam.param_groups:
            group["lr"] = group["top"] * factor
        for weight, copy in self.pairs:
            copy.grad = weight.grad.float() if weight.grad is not None else None
            weight.grad = None
        nn.utils.clip_grad_norm_([copy for _, copy in self.pairs], 1.0)
        self.adam.step()
        for weight, copy in self.pairs:
            weight.data.copy_(copy)
        self.step_number += 1


class Teacher:
    """A teacher's outputs for every wordpiece of the prepared articles (see ``judge``)."""

    def __init__(self, folder: Path) -> None:
        self.names = Output._fields
        self.tables = [np.load(folder / f"{name}.npy", mmap_mode="r") for name in self.names]

    def output(self, rows: Tensor) -> Output:
        """Look up the outputs for rows (batch, length); separators get row 0 and are never asked."""
        flat = rows.clamp(min=0).numpy()
        return Output(*(torch.from_numpy(table[flat].astype(np.float32)) for table in self.tables))


def scores_of(output: Output, heads: Tensor) -> dict[str, Tensor]:
    """All scores by name: tags (batch, length, labels), cues and sources (batch, length, 1 + length)."""
    closed = torch.where(heads, 0.0, -1e4)[:, None, :]
    closed = functional.pad(closed, (1, 0))
    return {
        "tags": output.tags,
        "cues": link_scores(output.content, output.cue, output.nothing[..., 0]) + closed,
        "sources": link_scores(output.asking, output.source, output.nothing[..., 1]) + closed,
    }


def losses(
    output: Output, batch: dict[str, Tensor], teacher: Teacher | None, options: argparse.Namespace
) -> dict[str, Tensor]:
    """Cross-entropy with the annotation, mixed with that to the teacher's distribution in the given share."""
    scores = scores_of(output, batch["heads"])
    taught = scores_of(teacher.output(batch["rows"]), batch["heads"]) if teacher else {}
    found = {}
    for name, values in scores.items():
        asked = batch[name] != NOT_ASKED
        logits, gold = values[asked], batch[name][asked]
        loss = functional.cross_entropy(logits, gold) if len(gold) else values.sum() * 0
        if name in taught and name in options.taught and len(gold):
            soft = functional.cross_entropy(logits, taught[name][asked].softmax(-1))
            loss = (1 - options.teacher_share) * loss + options.teacher_share * soft
        found[name] = loss
    return found


def run(reader: Reader, batch: dict[str, Tensor]) -> Output:
    """Read one batch."""
    output: Output = reader(batch["pieces"], batch["marks"], batch["used"])
    return output


def evaluate(reader: Reader, windows: Sequence[Window], places: int) -> dict[str, float]:
    """Mean losses and accuracies on held-out windows."""
    reader.eval()
    sums = {f"{name} {kind}": 0.0 for name in WEIGHTS for kind in ("loss", "right", "n")}
    with torch.no_grad():
        for group in batches(windows, places, None):
            batch = tensors(group)
            for name, values in scores_of(run(reader, batch), batch["heads"]).items():
                asked = batch[name] != NOT_ASKED
                logits, gold = values[asked], batch[name][asked]
                sums[f"{name} loss"] += float(functional.cross_entropy(logits, gold, reduction="sum"))
                sums[f"{name} right"] += float((logits.argmax(-1) == gold).sum())
                sums[f"{name} n"] += len(gold)
    reader.train()
    return {
        f"{name} {kind}": sums[f"{name} {kind}"] / max(sums[f"{name} n"], 1)
        for name in WEIGHTS
        for kind in ("loss", "right")
    }


def train(reader: Reader, options: argparse.Namespace) -> None:
    """Train on all but the held-out articles; write the checkpoint after every epoch."""
    rng = random.Random(options.seed)  # noqa: S311 - nothing secret here
    articles = read_articles(options.data)
    kept = epoch_of([a for a in articles if held_out(a.ident, options.held_out)], options.budget, None)
    articles = [a for a in articles if not held_out(a.ident, options.held_out)]
    rounds = [
        list(batches(epoch_of(articles, options.budget, rng), options.places, rng)) for _ in range(options.epochs)
    ]
    teacher = Teacher(options.teacher) if options.teacher else None
    optimiser = Optimiser(reader, options, sum(map(len, rounds)))
    for number, groups in enumerate(rounds, 1):
        began, total, count = time.time(), 0.0, 0
        for step, group in enumerate(groups, 1):
            if optimiser.done() >= 1:
                break
            batch = tensors(group)
            parts = losses(run(reader, batch), batch, teacher, options)
            loss = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
            torch.autograd.backward(loss)
            optimiser.step()
            total += float(loss.detach())
            count += int(batch["used"].sum())
            if step % 50 == 0:
                rate = count / (time.time() - began)
                print(f"{number}.{step}/{len(groups)} loss {total / 50:.4f} {rate:.0f} pieces/s", flush=True)
                total = 0.0
        measured = evaluate(reader, kept, options.places)
        shown = "  ".join(f"{name} {value:.4f}" for name, value in measured.items())
        print(f"epoch {number}: {time.time() - began:.0f} s  {shown}", flush=True)
        copies = {id(weight): copy for weight, copy in optimiser.pairs}
        state = {k: copies.get(id(w), w.data).float().clone() for k, w in reader.named_parameters()}
        save(reader, state, options.output)
        if optimiser.done() >= 1:
            break


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="what prepare wrote for the train compartment")
    parser.add_argument("encoder", type=Path, help="folder with config.json and model.safetensors, or a checkpoint")
    parser.add_argument("output", type=Path, help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=1e6, help="end by then, the rate let down in time")
    parser.add_argument("--rate", type=float, default=2e-4, help="top learning rate of the last layer")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="top learning rate of the heads")
    parser.add_argument("--layer-decay", type=float, default=0.9, help="factor on the rate from layer to layer below")
    parser.add_argument("--layers", type=int, default=100, help="how many of the encoder's lowest layers to take")
    parser.add_argument("--freeze", type=int, default=0, help="how many layers at the bottom stay as they are")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--budget", type=int, default=192, help="wordpieces in a window")
    parser.add_argument("--places", type=int, default=3072, help="wordpieces in a batch")
    parser.add_argument("--held-out", type=float, default=0.07, help="share of articles kept out")
    parser.add_argument("--teacher", type=Path, help="folder that judge wrote")
    parser.add_argument("--teacher-share", type=float, default=0.6)
    parser.add_argument("--taught", nargs="+", choices=list(WEIGHTS), default=list(WEIGHTS), help="what it teaches")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Train one reader."""
    options = arguments()
    torch.manual_seed(0)  # the same heads in every run, so that runs can be averaged
    torch.set_num_threads(options.threads)
    if options.encoder.is_dir():
        reader = pretrained(options.encoder, len(LABELS), options.dropout, options.layers)
    else:
        reader = restore(options.encoder, options.dropout)
    torch.manual_seed(options.seed)
    reader.bfloat16()
    for name in HEADS[:3]:
        getattr(reader, name).float()
    reader.train()
    train(reader, options)


if __name__ == "__main__":
    main()
