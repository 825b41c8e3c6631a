"""Make a trained reader narrower: drop the inner features that its layers need least, and fit the others anew.

Features of a feed-forward layer go a block at a time, those first whose loss changes the layer's output least when the
remaining ones are refitted to it by least squares (Optimal Brain Surgeon, Hassibi and Stork 1993, for whole features).
It takes minutes on two processor cores, where training a narrower network takes hours.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from export import averaged
from model import BLOCKED, Layer, Reader, quick_gelu, save
from torch import Tensor, nn
from windows import batches, epoch_of, read_articles, tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCK = 96  # features dropped at once
RIDGE = 1e-4  # of the mean square of a feature


def kept(gram: Tensor, wanted: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Choose the features to keep, and the weights that come nearest to what is wanted of them.

    ``gram`` are the products of all features with each other, ``wanted`` with the layer's output. The last feature is
    constant, for the bias, and stays.
    """
    numbers = torch.arange(len(gram))
    while True:
        inverse = torch.linalg.inv(gram[numbers][:, numbers])
        weights = inverse @ wanted[numbers]
        if len(numbers) == count + 1:
            return numbers[:-1], weights
        loss = weights.square().sum(1) / inverse.diagonal()
        loss[-1] = torch.inf
        drop = min(BLOCK, len(numbers) - count - 1)
        numbers = numbers[torch.sort(torch.argsort(loss)[drop:]).values]


def pruned(layer: Layer, states: Sequence[Tensor], inner: int) -> None:
    """Narrow a layer's feed-forward part, given states that enter it, and let it use the cheaper activation."""
    size = layer.up.out_features + 1
    gram, wanted = torch.zeros(size, size, dtype=torch.float64), torch.zeros(size, layer.down.out_features).double()
    for batch in states:
        raw = layer.up(batch)
        features = torch.cat([quick_gelu(raw), torch.ones(len(raw), 1)], 1).double()
        gram += features.T @ features
        wanted += features.T @ layer.down(layer.activation(raw)).double()
    gram += torch.eye(size, dtype=torch.float64) * RIDGE * gram.diagonal().mean()
    numbers, weights = kept(gram, wanted, inner)
    up, down = layer.up, layer.down
    layer.up, layer.down = nn.Linear(up.in_features, inner), nn.Linear(inner, down.out_features)
    layer.up.weight.data, layer.up.bias.data = up.weight[numbers], up.bias[numbers]
    layer.down.weight.data, layer.down.bias.data = weights[:-1].T.float().contiguous(), weights[-1].float()
    layer.activation = quick_gelu


def narrowed(reader: Reader, windows: Sequence[dict[str, Tensor]], inner: int) -> Reader:
    """Narrow all layers, the lowest first, so that each makes up for what those below it lost."""
    streams = [entering(reader, batch) for batch in windows]
    biases = [((~batch["used"]) * BLOCKED)[:, None, None, :].float() for batch in windows]
    for layer in (module for module in reader.layers if isinstance(module, Layer)):
        streams = [layer.attended(states, bias) for states, bias in zip(streams, biases, strict=True)]
        pruned(layer, [states[batch["used"]] for states, batch in zip(streams, windows, strict=True)], inner)
        streams = [layer.fed_forward(states) for states in streams]
    reader.shape = replace(reader.shape, inner=inner, activation="quick")
    return reader


def entering(reader: Reader, batch: dict[str, Tensor]) -> Tensor:
    """The states that enter the lowest layer."""
    places = reader.places(torch.arange(batch["pieces"].shape[1]))
    return reader.embedded_norm(reader.words(batch["pieces"]) + places) + reader.quotes(batch["marks"])


def main() -> None:
    """Narrow a checkpoint, or the mean of several."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="what prepare wrote")
    parser.add_argument("output", type=Path, help="the checkpoint to write")
    parser.add_argument("checkpoints", type=Path, nargs="+", help="what train wrote; of several, the mean")
    parser.add_argument("--inner", type=int, default=1152, help="inner features of a layer to keep")
    parser.add_argument("--budget", type=int, default=160, help="wordpieces in a window")
    parser.add_argument("--windows", type=int, default=320, help="windows to fit on")
    options = parser.parse_args()
    found = epoch_of(read_articles(options.data), options.budget, None)
    found = found[:: max(1, len(found) // options.windows)]
    with torch.inference_mode():
        reader = averaged(options.checkpoints).eval()
        reader = narrowed(reader, [tensors(group) for group in batches(found, 2048, None)], options.inner)
    save(reader, reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
