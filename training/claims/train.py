"""Fine-tune an encoder into the comparer of passages. Two epochs take about 20 minutes on two CPU cores."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import marked
import pages
import published
import scenes
import torch
from drawing import counting, of_published, of_scene, of_story
from network import begun, restore, save
from scenes import LABELS
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from communique.models.claims import encode, wordpieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from drawing import Pair

    Encode = Callable[[str], list[int]]

WARM_UP = 0.06  # part of the steps in which the rate rises
SMOOTHING = 0.02  # of the labels
HALF = torch.backends.cpu.get_cpu_capability().startswith("AVX512")  # without it, half precision is slower


def batches(pairs: Sequence[Pair], encode_: Encode, places: int, rng: random.Random) -> Iterator[list[Pair]]:
    """Group pairs of like length."""
    length = {pair: len(encode_(pair[0])) + len(encode_(pair[1])) + 3 for pair in pairs}
    group: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: length[pair] + 3 * rng.random()):
        if group and (len(group) + 1) * length[pair] > places:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def stacked(pairs: Sequence[Pair], encode_: Encode) -> tuple[Tensor, Tensor, Tensor]:
    """Wordpieces, sides and which places are used, each (pairs, length)."""
    rows = [encode(encode_(one), encode_(other)) for one, other, _ in pairs]
    pieces, sides = (
        nn.utils.rnn.pad_sequence([torch.from_numpy(row[k]) for row in rows], batch_first=True) for k in (0, 1)
    )
    lengths = torch.tensor([len(row[0]) for row in rows])
    used = torch.arange(pieces.shape[1])[None] < lengths[:, None]
    return pieces, sides, used


def wanted(pairs: Sequence[Pair]) -> Tensor:
    """The chances (pairs, labels) that are to be learned: as much of each label that two passages have."""
    chances = torch.zeros(len(pairs), len(LABELS))
    for row, (_, _, labels) in zip(chances, pairs, strict=True):
        row[list(labels)] = 1 / len(labels)
    return chances


def remembering(tokenizer: Tokenizer) -> Encode:
    """Wordpieces of passages, each read once."""
    known: dict[str, list[int]] = {}
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode_(text: str) -> list[int]:
        if text not in known:
            known[text] = wordpieces(text, tokenizer)
        return known[text]

    return encode_


def epochs(options: argparse.Namespace, rng: random.Random) -> Iterator[list[Pair]]:
    """The pairs of each epoch, of all scenes and stories but those held out."""
    learned, _ = scenes.parted(scenes.read(options.scenes))
    told, _ = pages.read(options.stories) if options.stories else ([], [])
    judged, _ = published.read(*options.published) if options.published else ([], [])
    reports, _ = marked.read(*options.marked) if options.marked else ([], [])
    elsewhere = counting(learned)
    for _ in range(options.epochs):
        pairs = [pair for scene in learned for pair in of_scene(scene, elsewhere, rng)]
        pairs = rng.sample(pairs, int(options.part * len(pairs)))
        invented = [pair for story in told for pair in of_story(story, rng)]
        pairs += rng.sample(invented, int(options.invented * len(invented)))
        pairs += [pair for story in reports for pair in of_story(story, rng)]
        yield pairs + [of_published(pair, rng) for pair in judged for _ in range(options.times)]


def options_of(description: str | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("scenes", type=Path, help="folder of scenes")
    parser.add_argument("encoder", type=Path, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("output", type=Path)
    parser.add_argument("--stories", type=Path, help="folder of stories, to learn from too")
    parser.add_argument(
        "--published", type=Path, nargs=2, help="judged pairs, and the public data that holds the texts"
    )
    parser.add_argument("--marked", type=Path, nargs=2, help="marked reports, and the public data that holds the texts")
    parser.add_argument("--part", type=float, default=1.0, help="of the pairs of scenes that an epoch takes")
    parser.add_argument("--times", type=int, default=3, help="how often an epoch takes each judged pair")
    parser.add_argument("--invented", type=float, default=1.0, help="of the pairs of stories that an epoch takes")
    parser.add_argument("--go-on", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-4, help="top learning rate of the layers")
    parser.add_argument("--head-rate", type=float, default=5e-4, help="top learning rate of all else")
    parser.add_argument("--layers", type=int, default=6, help="how many of the encoder's lowest layers to take")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--places", type=int, default=3000, help="wordpieces in a batch")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Train a comparer on all scenes but those held out."""
    options = options_of(__doc__)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)  # noqa: S311 - nothing secret here
    encode_ = remembering(Tokenizer.from_file(str(options.encoder / "tokenizer.json")))
    groups: list[list[Pair]] = []
    for pairs in epochs(options, rng):
        groups += rng.sample(found := list(batches(pairs, encode_, options.places, rng)), len(found))
    comparer = begun(options.encoder, options.layers, options.dropout).train()
    if options.go_on:
        comparer.load_state_dict(restore(options.go_on).state_dict())
    body = [w for name, w in comparer.named_parameters() if name.startswith("encoder.") and w.requires_grad]
    head = [w for name, w in comparer.named_parameters() if not name.startswith("encoder.")]
    rates = {"body": options.rate, "head": options.head_rate}
    adam = torch.optim.AdamW([{"params": body}, {"params": head}], weight_decay=0.01)
    began, total = time.time(), 0.0
    for step, group in enumerate(groups, 1):
        done = step / len(groups)
        for held, rate in zip(adam.param_groups, rates.values(), strict=True):
            held["lr"] = rate * min(done / WARM_UP, 1 - done)
        with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
            scores = comparer(*stacked(group, encode_))
        loss = functional.cross_entropy(scores.float(), wanted(group), label_smoothing=SMOOTHING)
        adam.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_([*body, *head], 1.0)
        adam.step()
        total += float(loss.detach())
        if step % 100 == 0 or step == len(groups):
            print(
                f"{step} of {len(groups)}: loss {total / ((step - 1) % 100 + 1):.3f} {time.time() - began:.0f} s",
                flush=True,
            )
            total = 0.0
    save(comparer, options.output)


if __name__ == "__main__":
    main()
