"""Make a checkpoint of the shipped file, so that a training can go on from it.

Int8 weights become the numbers that they stand for.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from export import built
from network import Comparer, begun, save
from onnx import numpy_helper

if TYPE_CHECKING:
    from numpy.typing import NDArray

FROZEN = ("encoder.words.", "encoder.places.", "encoder.embedded_norm.")  # as they were published


def stored(path: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of a quantised file by the names that they had in single precision."""
    found = {weight.name: numpy_helper.to_array(weight) for weight in onnx.load(path).graph.initializer}
    for name in [name for name in found if name.endswith("_quantized")]:
        whole = name.removesuffix("_quantized")
        found[whole] = (found[name].astype(np.float32) - found[f"{whole}_zero_point"]) * found[f"{whole}_scale"]
    return found


def thaw(comparer: Comparer, path: Path) -> None:
    """Give a comparer the weights of a file.

    Its own are numbered first, from one, so that the graph built of it tells which of them stands where in the file.
    """
    learned = [weight for name, weight in comparer.named_parameters() if not name.startswith(FROZEN)]
    published = {name: weight.clone() for name, weight in comparer.named_parameters() if name.startswith(FROZEN)}
    sizes = [weight.numel() for weight in learned]
    values = torch.full((sum(sizes) + 1,), torch.nan)
    with torch.no_grad():
        for weight, numbers in zip(learned, torch.arange(1, len(values)).split(sizes), strict=True):
            weight.copy_(numbers.reshape(weight.shape))
        for name in published:
            comparer.get_parameter(name).zero_()
        known = stored(path)
        for numbered in built(comparer)[0].graph.initializer:
            places = numpy_helper.to_array(numbered)
            if places.dtype == np.float32 and places.max() >= 1:
                values[torch.from_numpy(places.astype(np.int64).ravel())] = torch.tensor(known[numbered.name].ravel())
        for weight in learned:
            weight.copy_(values[weight.long()])
        for name, weight in published.items():
            comparer.get_parameter(name).copy_(weight)
    if not all(weight.isfinite().all() for weight in learned):
        message = f"{path} is of another network"
        raise ValueError(message)


def main() -> None:
    """Write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with config.json and model.safetensors")
    parser.add_argument("model", type=Path, help="model.onnx")
    parser.add_argument("output", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    options = parser.parse_args()
    comparer = begun(options.encoder, options.layers, 0.0)
    thaw(comparer, options.model)
    save(comparer, options.output)


if __name__ == "__main__":
    main()
