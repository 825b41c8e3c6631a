"""ONNX Runtime as this package runs it: on the processor, quiet, and without a word to anybody."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# From version 1.32 on the library's own builds report their use to Microsoft and keep an identifier in the user's
# cache folder, unless this is set before they are imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["InferenceSession", "session"]

ERRORS_ONLY = 3


def session(folder: Path, threads: int) -> InferenceSession:
    """``model.onnx`` of a folder, ready to run."""
    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # What the level above looks for is in networks of other kinds, and takes as long as all the rest of loading.
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = ERRORS_ONLY
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
