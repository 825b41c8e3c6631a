"""Write a trained comparer as int8 ONNX, with its tokenizer and settings."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from encoder import Layer
from graph import Graph, write_quantised
from network import Comparer, restore
from onnx import TensorProto
from scenes import LABELS


def mean_of(graph: Graph, states: str, side: int) -> str:
    """Mean (batch, 1, width) of the states of one side."""
    same = graph.add("Equal", ["sides", graph.weight(np.array(side))])
    kept = graph.add("Cast", [same], to=TensorProto.FLOAT)
    middle = graph.weight(np.array([1]))
    share = graph.add("Div", [kept, graph.add("ReduceSum", [kept, middle], keepdims=1)])
    return graph.add("MatMul", [graph.add("Unsqueeze", [share, middle]), states])


def built(comparer: Comparer) -> tuple[onnx.ModelProto, list[str]]:
    """Build the whole network in single precision; also gives the names of the head's matrix products."""
    graph = Graph()
    states = graph.embedded(comparer.encoder, "pieces")
    states = graph.add("Add", [states, graph.add("Gather", [graph.weight(comparer.sides.weight), "sides"])])
    for layer in comparer.encoder.layers:
        if isinstance(layer, Layer):
            states = graph.layer(states, layer)
    one, other = (mean_of(graph, states, side) for side in (0, 1))
    apart = graph.add("Abs", [graph.add("Sub", [one, other])])
    parts = [graph.add("Add", [one, other]), apart, graph.add("Mul", [one, other])]
    below = len(graph.nodes)
    inner = graph.linear(graph.add("Concat", parts, axis=2), comparer.inner.weight, comparer.inner.bias)
    outer = graph.linear(graph.add("FastGelu", [inner]), comparer.outer.weight, comparer.outer.bias)
    head = [node.name for node in graph.nodes[below:] if node.op_type == "MatMul"]
    middle = graph.weight(np.array([1]))
    graph.nodes.append(onnx.helper.make_node("Squeeze", [outer, middle], ["scores"]))
    inputs = dict.fromkeys(("pieces", "sides"), ("batch", "length"))
    return graph.model("claims", inputs, {"scores": ("batch", len(LABELS))}), head


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="folder for model.onnx, tokenizer.json and settings.json")
    parser.add_argument("checkpoint", type=Path, help="what train wrote")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    network, head = built(restore(options.checkpoint))
    write_quantised(network, options.output / "model.onnx", head)
    shutil.copy(options.tokenizer, options.output / "tokenizer.json")
    settings = {"labels": LABELS}
    (options.output / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
