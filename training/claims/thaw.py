"""Make a checkpoint of the shipped comparer, so that a training can go on from it."""

from __future__ import annotations

import argparse
from pathlib import Path

from export import built
from network import begun, save
from thawing import thaw


def main() -> None:
    """Write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with config.json and model.safetensors")
    parser.add_argument("model", type=Path, help="model.onnx")
    parser.add_argument("output", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    options = parser.parse_args()
    comparer = begun(options.encoder, options.layers, 0.0)
    thaw(comparer, lambda network: built(network)[0], options.model)
    save(comparer, options.output)


if __name__ == "__main__":
    main()
