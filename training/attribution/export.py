"""Write a trained reader as int8 ONNX, with its tokenizer and settings."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import onnx
import torch
from encoder import Layer
from graph import Graph, write_quantised
from model import Reader, restore
from prepare import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS: dict[str, Any] = {  # before calibrate chooses them
    "labels": LABELS,
    "window": 160,
    "least_cue": 0.25,
    "least_quoted_cue": 0.9,
    "least_claimed_cue": 0.1,
    "least_confidence": 0.0,
    "link_weight": 0.5,
    "content_bias": 0.0,
    "neighbour_bias": -2.0,
    "confidence": {"bias": 0.0, "weights": [0.0] * 9, "said": [0.0, 1.0], "seen": [0.0, 1.0]},
}


def built(reader: Reader) -> onnx.ModelProto:
    """Build the whole network in single precision; the last layer is worked out for the places asked about only."""
    graph = Graph()
    states = graph.embedded(reader, "pieces")
    states = graph.add("Add", [states, graph.add("Gather", [graph.weight(reader.quotes.weight), "marks"])])
    layers = [module for module in reader.layers if isinstance(module, Layer)]
    for layer in layers:
        asking = graph.add("Gather", [states, "asked"], axis=1) if layer is layers[-1] else None
        states = graph.layer(states, layer, asking)
    heads = (reader.tags, reader.links, reader.nothing)
    matrix, bias = torch.cat([head.weight for head in heads]), torch.cat([head.bias for head in heads])
    graph.nodes.append(onnx.helper.make_node("Identity", [graph.linear(states, matrix, bias)], ["scores"]))
    inputs = {**dict.fromkeys(("pieces", "marks"), ("batch", "length")), "asked": ("places",)}
    return graph.model("attribution", inputs, {"scores": ("batch", "places", len(bias))})


def averaged(paths: Sequence[Path]) -> Reader:
    """Restore a reader; of several, trained from one start, the mean of the weights, which generalises better."""
    reader = restore(paths[0])
    states = [restore(path).state_dict() for path in paths]
    reader.load_state_dict({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]})
    return reader


def main() -> None:
    """Export a checkpoint, or the mean of several."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="folder for model.onnx, tokenizer.json and settings.json")
    parser.add_argument("checkpoints", type=Path, nargs="+", help="what train wrote; of several, the mean")
    parser.add_argument("--window", type=int, default=192, help="wordpieces in a window")
    parser.add_argument("--full", action="store_true", help="keep single precision, to compare")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    network = built(averaged(options.checkpoints))
    if options.full:
        onnx.save(network, options.output / "model.onnx")
    else:
        write_quantised(network, options.output / "model.onnx")
    shutil.copy(options.tokenizer, options.output / "tokenizer.json")
    settings = {**SETTINGS, "window": options.window}
    (options.output / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
