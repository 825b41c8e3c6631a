"""Make the shipped reader narrower: nearly the same answers for less work (see ``narrowing``)."""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import narrowing
import torch
from export import built
from model import Reader, pretrained, restore, save
from prepare import LABELS
from thawing import thaw
from train import run, scores_of
from windows import Article, Window, batches, epoch_of, held_out, read_articles, tensors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SHARES = {"tags": 1.0, "cues": 0.3, "sources": 0.1}  # of the loss
SAMPLE = 80  # articles that tell which features count


def seeing(reader: Reader) -> Callable[[Sequence[Window]], narrowing.Seen]:
    """What a reader sees in a batch."""

    def see(group: Sequence[Window]) -> narrowing.Seen:
        batch = tensors(group)
        heads = batch["heads"]

        def scores() -> dict[str, torch.Tensor]:
            return {name: found[heads] for name, found in scores_of(run(reader, batch), heads).items()}

        return narrowing.watched(reader, batch["used"], scores)

    return see


def rounds(articles: Sequence[Article], options: argparse.Namespace) -> Iterator[list[Window]]:
    """Batches without end, the articles cut anew in every round."""
    rng = random.Random(options.seed)  # noqa: S311 - nothing secret here
    while True:
        yield from batches(epoch_of(articles, options.budget, rng), options.places, rng)


def main() -> None:
    """Write the checkpoint of a narrow reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with config.json and model.safetensors")
    parser.add_argument("model", type=Path, help="model.onnx of the wide reader")
    parser.add_argument("output", type=Path, help="the checkpoint to write")
    parser.add_argument("data", type=Path, nargs="+", help="what prepare wrote; the annotation is not looked at")
    parser.add_argument("--layers", type=int, default=6, help="how many layers it has")
    parser.add_argument("--budget", type=int, default=160, help="wordpieces in a window")
    parser.add_argument("--held-out", type=float, default=0.07, help="share of articles kept out")
    parser.add_argument("--shares", type=float, nargs=3, default=list(SHARES.values()), help=f"for {', '.join(SHARES)}")
    narrowing.add_options(parser)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    wide = pretrained(options.encoder, len(LABELS), 0.0, options.layers).eval()
    thaw(wide, built, options.model)
    found = [article for path in options.data for article in read_articles(path)]
    learned = [article for article in found if not held_out(article.ident, options.held_out)]
    sample = epoch_of(learned[:: max(1, len(learned) // SAMPLE)], options.budget, None)
    before = restore(options.start) if options.start else wide
    reader = Reader(replace(wide.shape, inner=options.inner, heads=options.heads), len(LABELS))
    layers = zip(before.layers, reader.layers, strict=True)
    narrowing.start(reader, before, layers, map(seeing(before), batches(sample, options.places, None)))
    see = seeing(reader), seeing(wide)
    shares = dict(zip(SHARES, options.shares, strict=True))
    narrowing.teach(reader, see, rounds(learned, options), shares, options)
    save(reader, reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
