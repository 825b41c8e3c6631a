"""Write a trained event coder as int8 ONNX, with its tokenizer and settings."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from encoder import Layer
from graph import Graph, write_quantised
from network import Coder, restore
from onnx import TensorProto
from prepare import PENTA, ROOTS


def mean_where(graph: Graph, states: str, role: int) -> str:
    """Mean (batch, 1, width) of the states at the places with a role; zero where there is none."""
    same = graph.add("Equal", ["marks", graph.weight(np.array(role))])
    kept = graph.add("Cast", [same], to=TensorProto.FLOAT)
    middle = graph.weight(np.array([1]))
    count = graph.add("ReduceSum", [kept, middle], keepdims=1)
    share = graph.add("Div", [kept, graph.add("Max", [count, graph.weight(np.ones(1, np.float32))])])
    return graph.add("MatMul", [graph.add("Unsqueeze", [share, middle]), states])


def built(coder: Coder) -> tuple[onnx.ModelProto, str]:
    """Build the whole network in single precision; also gives the name of the heads' matrix product."""
    graph = Graph()
    states = graph.embedded(coder.encoder, "pieces")
    for number, layer in enumerate(coder.encoder.layers):
        if number == coder.below:
            states = graph.add("Add", [states, graph.add("Gather", [graph.weight(coder.marks.weight), "marks"])])
        if isinstance(layer, Layer):
            states = graph.layer(states, layer)
    whole = graph.add("ReduceMean", [states, graph.weight(np.array([1]))], keepdims=1)
    pooled = graph.add("Concat", [mean_where(graph, states, 1), mean_where(graph, states, 2), whole], axis=2)
    answer = graph.linear(pooled, coder.heads.weight, coder.heads.bias)
    heads = graph.nodes[-2].name
    graph.nodes.append(onnx.helper.make_node("Squeeze", [answer, graph.weight(np.array([1]))], ["scores"]))
    inputs = dict.fromkeys(("pieces", "marks"), ("batch", "length"))
    return graph.model("events", inputs, {"scores": ("batch", coder.heads.out_features)}), heads


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="folder for model.onnx, tokenizer.json and settings.json")
    parser.add_argument("checkpoint", type=Path, help="what train wrote")
    parser.add_argument("--keep", action="store_true", help="the names of actors were left in the text")
    parser.add_argument("--sharpness", type=float, default=1.0, help="factor on the root scores, as evaluate found it")
    parser.add_argument("--event-bias", type=float, default=0.0, help="what is added to the score of an event")
    parser.add_argument("--full", action="store_true", help="keep single precision, to compare")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    network, heads = built(restore(options.checkpoint))
    if options.full:
        onnx.save(network, options.output / "model.onnx")
    else:
        write_quantised(network, options.output / "model.onnx", [heads])
    shutil.copy(options.tokenizer, options.output / "tokenizer.json")
    settings = {
        "labels": [*ROOTS, "NONE"],
        "classes": [*PENTA.values(), 0],
        "hide": not options.keep,
        "sharpness": options.sharpness,
        "event_bias": options.event_bias,
    }
    (options.output / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
