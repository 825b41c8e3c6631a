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
    from collections.abc import Mapping, Sequence

    from encoder import Encoder, Layer
    from numpy.typing import NDArray
    from torch import Tensor, nn

    Shapes = Mapping[str, Sequence[str | int]]

CONTRIBUTED = "com.microsoft"
OPSET = 23  # the first with Attention, which ONNX Runtime runs a fifth faster than its own operator
IR_VERSION = 11


class Graph:
    """Collects nodes and weights; every method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, operator: str, inputs: Sequence[str], **attributes: Any) -> str:
        """Add a node of one of the fused or the standard operators."""
        domain = CONTRIBUTED if operator == "FastGelu" else ""
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

    def layer(self, states: str, layer: Layer, asking: str | None = None) -> str:
        """Apply a transformer layer; only to the places in ``asking``, which attend to all, where they are given."""
        asking = asking or states
        matrices, biases = layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3)
        parts = [self.linear(*part) for part in zip((asking, states, states), matrices, biases, strict=True)]
        mixed = self.add("Attention", parts, q_num_heads=layer.heads, kv_num_heads=layer.heads)
        mixed = self.linear(mixed, layer.out.weight, layer.out.bias)
        states = self.sum_norm(asking, mixed, layer.norm)
        inner = self.add("FastGelu", [self.linear(states, layer.up.weight, layer.up.bias)])
        return self.sum_norm(states, self.linear(inner, layer.down.weight, layer.down.bias), layer.last_norm)

    def sum_norm(self, states: str, added: str, norm: nn.LayerNorm) -> str:
        """Normalise the sum of two states; Sum, because Add would be fused into an operator that is slower."""
        return self.norm(self.add("Sum", [states, added]), norm)

    def model(self, name: str, inputs: Shapes, outputs: Shapes) -> onnx.ModelProto:
        """Close the graph over inputs of whole numbers and outputs of numbers, each with its shape."""
        takes = [helper.make_tensor_value_info(i, TensorProto.INT64, shape) for i, shape in inputs.items()]
        gives = [helper.make_tensor_value_info(o, TensorProto.FLOAT, shape) for o, shape in outputs.items()]
        made = helper.make_graph(self.nodes, name, takes, gives, self.weights)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
        return helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION)


def write_quantised(network: onnx.ModelProto, path: Path, left_out: Sequence[str] = ()) -> None:
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
