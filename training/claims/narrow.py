"""Make a trained comparer narrower: nearly the same answers for less work (see ``narrowing``)."""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import narrowing
import torch
from encoder import Encoder
from network import Comparer, restore, save
from tokenizers import Tokenizer
from train import add_texts, batches, epoch, remembering, stacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from drawing import Pair
    from train import Encode

SHARES = {"labels": 2.0}
SAMPLE = 60  # batches that tell which features count


def seeing(comparer: Comparer, encode_: Encode) -> Callable[[Sequence[Pair]], narrowing.Seen]:
    """What a comparer sees in a batch."""

    def see(group: Sequence[Pair]) -> narrowing.Seen:
        pieces, sides, used = stacked(group, encode_)
        return narrowing.watched(comparer.encoder, used, lambda: {"labels": comparer(pieces, sides, used)})

    return see


def rounds(options: argparse.Namespace, encode_: Encode) -> Iterator[list[Pair]]:
    """Batches without end, the pairs drawn anew in every round."""
    rng = random.Random(options.seed)  # noqa: S311 - nothing secret here
    while True:
        found = list(batches(epoch(options, rng), encode_, options.places, rng))
        yield from rng.sample(found, len(found))


def main() -> None:
    """Write the checkpoint of a narrow comparer."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_texts(parser)
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("wide", type=Path, help="checkpoint of the wide comparer")
    parser.add_argument("output", type=Path, help="the checkpoint to write")
    narrowing.add_options(parser)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    encode_ = remembering(Tokenizer.from_file(str(options.tokenizer)))
    wide = restore(options.wide).eval()
    before = restore(options.start) if options.start else wide
    comparer = Comparer(Encoder(replace(wide.encoder.shape, inner=options.inner, heads=options.heads)))
    layers = zip(before.encoder.layers, comparer.encoder.layers, strict=True)
    groups = rounds(options, encode_)
    narrowing.start(comparer, before, layers, map(seeing(before, encode_), islice(groups, SAMPLE)))
    see = seeing(comparer, encode_), seeing(wide, encode_)
    narrowing.teach(comparer, see, groups, SHARES, options)
    save(comparer, options.output)


if __name__ == "__main__":
    main()
