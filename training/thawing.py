"""Give a network the weights of its shipped file, so that a training can go on from there.

Int8 weights become the numbers that they stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

Network = TypeVar("Network", bound=nn.Module)


def stored(path: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of a quantised file by the names that they had in single precision."""
    found = {weight.name: numpy_helper.to_array(weight) for weight in onnx.load(path).graph.initializer}
    for name in [name for name in found if name.endswith("_quantized")]:
        whole = name.removesuffix("_quantized")
        found[whole] = (found[name].astype(np.float32) - found[f"{whole}_zero_point"]) * found[f"{whole}_scale"]
    return found


def thaw(network: Network, built: Callable[[Network], onnx.ModelProto], path: Path) -> None:
    """Give a network the learned weights of a file that ``built`` and quantisation made; the frozen ones stay.

    Its own are numbered first, from one, so that the graph built of it tells which of them stands where in the file.

    Raises:
        ValueError: the file is of another network.
    """
    learned = [weight for weight in network.parameters() if weight.requires_grad]
    frozen = [(weight, weight.clone()) for weight in network.parameters() if not weight.requires_grad]
    sizes = [weight.numel() for weight in learned]
    values = torch.full((sum(sizes) + 1,), torch.nan)
    with torch.no_grad():
        for weight, numbers in zip(learned, torch.arange(1, len(values)).split(sizes), strict=True):
            weight.copy_(numbers.reshape(weight.shape))
        for weight, _ in frozen:
            weight.zero_()
        known = stored(path)
        for numbered in built(network).graph.initializer:
            places = numpy_helper.to_array(numbered)
            if places.dtype == np.float32 and places.max() >= 1:
                values[torch.from_numpy(places.astype(np.int64).ravel())] = torch.tensor(known[numbered.name].ravel())
        for weight in learned:
            weight.copy_(values[weight.long()])
        for weight, published in frozen:
            weight.copy_(published)
    if not all(weight.isfinite().all() for weight in learned):
        message = f"{path} is of another network"
        raise ValueError(message)
