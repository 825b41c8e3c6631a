"""Build an encoder's ONNX graph by hand and write it as int8, shared by the exports.

Made of ONNX Runtime's fused operators, so that it does not depend on how a tracer happens to see the network. Weights
of the matrix products become int8 by output channel, activations are quantised on the fly, and the frozen wordpiece
table becomes int8 by row. There is no padding mask, since without one attention takes a faster path: texts are read one
by one, or together where they have the same length.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder import Encoder, Layer
    from numpy.typing import NDArray
    from torch import Tensor, nn

CONTRIBUTED = "com.microsoft"
OPSET = 17
IR_VERSION = 8


class Graph:
    """Collects nodes and weights; every method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, operator: str, inputs: Sequence[str], **attributes: Any) -> str:
        """Add a node of one of the fused or the standard operators."""
        domain = CONTRIBUTED if operator in ("MultiHeadAttention", "FastGelu") else ""
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, domain=domain, **attributes))
        return name

    def weight(self, values: NDArray[Any] | Tensor) -> str:
        """Add a constant."""
        array = values if isinstance(values, np.ndarray) else values.detach().float().numpy()
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def linear(self, states: str, matrix: Tensor, bias: Tensor) -> str:
        """Multiply by a matrix stored (out, in) and add a bias."""
        product = self.add("MatMul", [states, self.weight(matrix.detach().T)])
        return self.add("Add", [product, self.weight(bias)])

    def norm(self, states: str, norm: nn.LayerNorm) -> str:
        """Normalise the last dimension."""
        inputs = [states, self.weight(norm.weight), self.weight(norm.bias)]
        return self.add("LayerNormalization", inputs, axis=-1, epsilon=norm.eps)

    def embedded(self, encoder: Encoder, pieces: str) -> str:
        """Look up wordpieces in an int8 table, add places, normalise."""
        table = encoder.words.weight.detach().float().numpy()
        scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
        small = self.weight(np.round(table / scale).astype(np.int8))
        rows = self.add("Cast", [self.add("Gather", [small, pieces])], to=TensorProto.FLOAT)
        words = self.add("Mul", [rows, self.add("Gather", [self.weight(scale), pieces])])
        length = self.add("Shape", [pieces], start=1, end=2)
        zero = self.weight(np.zeros(1, np.int64))
        places = self.add("Slice", [self.weight(encoder.places.weight), zero, length, zero])
        return self.norm(self.add("Add", [words, places]), encoder.embedded_norm)

    def layer(self, states: str, layer: Layer) -> str:
        """Apply a transformer layer; Sum, because Add would be fused with the norm into an operator that is slower."""
        halves = zip(layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True)
        parts = [self.linear(states, matrix, bias) for matrix, bias in halves]
        mixed = self.add("MultiHeadAttention", parts, num_heads=layer.heads)
        mixed = self.linear(mixed, layer.out.weight, layer.out.bias)
        states = self.norm(self.add("Sum", [states, mixed]), layer.norm)
        inner = self.add("FastGelu", [self.linear(states, layer.up.weight, layer.up.bias)])
        inner = self.linear(inner, layer.down.weight, layer.down.bias)
        return self.norm(self.add("Sum", [states, inner]), layer.last_norm)

    def model(self, name: str, inputs: Sequence[str], outputs: dict[str, Sequence[str | int]]) -> onnx.ModelProto:
        """Close the graph over inputs of whole numbers (batch, length) and outputs of the given shapes."""
        takes = [helper.make_tensor_value_info(i, TensorProto.INT64, ["batch", "length"]) for i in inputs]
        gives = [helper.make_tensor_value_info(o, TensorProto.FLOAT, shape) for o, shape in outputs.items()]
        made = helper.make_graph(self.nodes, name, takes, gives, self.weights)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
        return helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION)


def write_quantised(network: onnx.ModelProto, path: Path, left_out: Sequence[str]) -> None:
    """Write the network with int8 matrix products, but for the ones left out.

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
            nodes_to_exclude=list(left_out),
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
