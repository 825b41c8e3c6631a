"""ONNX Runtime as this package runs it: on the processor, quiet, and without a word to anybody."""

from __future__ import annotations

import json
import os
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self

# From version 1.32 on the library's own builds report their use to Microsoft and keep an identifier in the user's
# cache folder, unless this is set before they are imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["InferenceSession", "Network", "session", "tokenizer"]

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


def tokenizer(folder: Path) -> Tokenizer:
    """``tokenizer.json`` of a folder, made once of files that are alike."""
    return _tokenizer((folder / "tokenizer.json").read_text(encoding="utf-8"))


@cache
def _tokenizer(words: str) -> Tokenizer:
    made = Tokenizer.from_str(words)
    made.no_truncation()
    made.no_padding()
    return made


class Network:
    """A network that may never be asked: it reads its settings at once, its tokenizer and weights when it must."""

    def __init__(self, folder: Path, settings: Mapping[str, Any], threads: int) -> None:
        self.settings = settings
        self._folder = folder
        self._threads = threads

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> Self:
        """The network of a folder: ``settings.json``, ``tokenizer.json`` and ``model.onnx``."""
        return cls(folder, json.loads((folder / "settings.json").read_text(encoding="utf-8")), threads)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the columns of its answers stand for."""
        return tuple(self.settings["labels"])

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """``tokenizer.json``."""
        return tokenizer(self._folder)

    @cached_property
    def _session(self) -> InferenceSession:
        """``model.onnx``."""
        return session(self._folder, self._threads)
