"""Write a trained reader as int8 ONNX, with its tokenizer and settings.

The graph is built by hand from ONNX Runtime's fused operators, so it does not depend on how a tracer happens to see
the network. Weights of the matrix products become int8 by output channel, activations are quantised on the fly, and
the frozen wordpiece table becomes int8 by row. There is no padding mask, since without one attention takes a faster
path: windows are read one by one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from model import QUICK, Layer, Reader, quick_gelu, restore
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from prepare import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor, nn

CONTRIBUTED = "com.microsoft"
OPSET = 23
IR_VERSION = 11
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


class Graph:
    """Collects nodes and weights; every method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, operator: str, inputs: Sequence[str], outputs: int = 1, **attributes: Any) -> list[str]:
        """Add a node of one of the fused or the standard operators."""
        fused = operator in ("FastGelu", "QuickGelu")
        names = [f"{operator}_{len(self.nodes)}_{i}" for i in range(outputs)]
        domain = CONTRIBUTED if fused else ""
        node = helper.make_node(operator, list(inputs), names, name=names[0], domain=domain, **attributes)
        self.nodes.append(node)
        return names

    def weight(self, values: NDArray[Any] | Tensor) -> str:
        """Add a constant."""
        array = values if isinstance(values, np.ndarray) else values.detach().float().numpy()
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def linear(self, states: str, matrix: Tensor, bias: Tensor) -> str:
        """Multiply by a matrix stored (out, in) and add a bias."""
        product = self.add("MatMul", [states, self.weight(matrix.detach().T)])[0]
        return self.add("Add", [product, self.weight(bias)])[0]

    def skip_norm(self, states: str, added: str, norm: nn.LayerNorm) -> str:
        """Normalise the sum of two states; Sum, because Add would be fused into an operator that is slower."""
        inputs = [*self.add("Sum", [states, added]), self.weight(norm.weight), self.weight(norm.bias)]
        return self.add("LayerNormalization", inputs, axis=-1, epsilon=norm.eps)[0]


def embedded(graph: Graph, reader: Reader) -> str:
    """Look up wordpieces in an int8 table, add places, normalise, add quotation features."""
    table = reader.words.weight.detach().float().numpy()
    scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    small = graph.weight(np.round(table / scale).astype(np.int8))
    rows = graph.add("Cast", graph.add("Gather", [small, "pieces"]), to=TensorProto.FLOAT)[0]
    words = graph.add("Mul", [rows, *graph.add("Gather", [graph.weight(scale), "pieces"])])[0]
    length = graph.add("Shape", ["pieces"], start=1, end=2)[0]
    zero = graph.weight(np.zeros(1, np.int64))
    places = graph.add("Slice", [graph.weight(reader.places.weight), zero, length, zero])[0]
    norm = reader.embedded_norm
    inputs = [graph.add("Add", [words, places])[0], graph.weight(norm.weight), graph.weight(norm.bias)]
    normal = graph.add("LayerNormalization", inputs, axis=-1, epsilon=norm.eps)[0]
    return graph.add("Add", [normal, *graph.add("Gather", [graph.weight(reader.quotes.weight), "marks"])])[0]


def attended(graph: Graph, layer: Layer, states: str, asking: str) -> str:
    """Let the places in ``asking`` attend to all states, and add what they learn."""
    parts = [
        graph.linear(from_, w, b)
        for from_, w, b in zip(
            (asking, states, states), layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True
        )
    ]
    mixed = graph.add("Attention", parts, q_num_heads=layer.heads, kv_num_heads=layer.heads)[0]
    return graph.skip_norm(asking, graph.linear(mixed, layer.out.weight, layer.out.bias), layer.norm)


def fed_forward(graph: Graph, layer: Layer, states: str) -> str:
    """The second half of a layer; quick GELU with its factor in the matrices around it, where it costs nothing."""
    up, down = layer.up, layer.down
    if layer.activation is quick_gelu:
        inner = graph.linear(states, up.weight * QUICK, up.bias * QUICK)
        inner = graph.add("QuickGelu", [inner], alpha=1.0)[0]
        inner = graph.linear(inner, down.weight / QUICK, down.bias)
    else:
        inner = graph.add("FastGelu", [graph.linear(states, up.weight, up.bias)])[0]
        inner = graph.linear(inner, down.weight, down.bias)
    return graph.skip_norm(states, inner, layer.last_norm)


def built(reader: Reader) -> onnx.ModelProto:
    """Build the whole network in single precision; the last layer is worked out for the places asked about only."""
    graph = Graph()
    states = embedded(graph, reader)
    layers = [module for module in reader.layers if isinstance(module, Layer)]
    for layer in layers:
        asking = graph.add("Gather", [states, "asked"], axis=1)[0] if layer is layers[-1] else states
        states = fed_forward(graph, layer, attended(graph, layer, states, asking))
    heads = (reader.tags, reader.links, reader.nothing)
    matrix, bias = torch.cat([h.weight for h in heads]), torch.cat([h.bias for h in heads])
    answer = graph.linear(states, matrix, bias)
    graph.nodes.append(helper.make_node("Identity", [answer], ["scores"]))
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "length"]),
        helper.make_tensor_value_info("marks", TensorProto.INT64, ["batch", "length"]),
        helper.make_tensor_value_info("asked", TensorProto.INT64, ["places"]),
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "places", len(bias)])]
    made = helper.make_graph(graph.nodes, "attribution", inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION)


def quantised(network: onnx.ModelProto, path: Path) -> None:
    """Write the network with int8 matrix products.

    Seven bits of range keep the products exact on processors whose byte products saturate (AVX2 without VNNI).
    """
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx.save(network, full)
        quantize_dynamic(
            full,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


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
        quantised(network, options.output / "model.onnx")
    shutil.copy(options.tokenizer, options.output / "tokenizer.json")
    settings = {**SETTINGS, "window": options.window}
    (options.output / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
