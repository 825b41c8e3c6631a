"""Run the attribution network: wordpieces in, role scores and link vectors out. Knows nothing about news."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

BATCH_PLACES = 1024  # wordpieces that one run of the network reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of every wordpiece of one window.

    ``tags`` are logits (length, labels); the inner product of one place's ``content`` and another's ``cue`` vector
    is the score of the link between them, and likewise of ``asking`` (a cue) and ``source``; ``nothing`` holds the
    scores of linking to no cue and to no source (length, 2).
    """

    tags: NDArray[np.float32]
    content: NDArray[np.float32]
    cue: NDArray[np.float32]
    asking: NDArray[np.float32]
    source: NDArray[np.float32]
    nothing: NDArray[np.float32]


class AttributionModel:
    """The network, its tokenizer and the settings it was exported with."""

    def __init__(
        self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, settings: Mapping[str, Any]
    ) -> None:
        self.tokenizer = tokenizer
        self.settings = settings
        self._session = session

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> AttributionModel:
        """Read ``model.onnx``, ``tokenizer.json`` and ``settings.json`` from a folder."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(session, tokenizer, json.loads((folder / "settings.json").read_text(encoding="utf-8")))

    def read(self, windows: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]]) -> list[Scores]:
        """Read windows of (wordpieces, quotation features), those of the same length together.

        Padding is avoided rather than masked: without a mask the attention of ONNX Runtime is a fifth faster.
        """
        by_length: dict[int, list[int]] = {}
        for i, (pieces, _) in enumerate(windows):
            by_length.setdefault(len(pieces), []).append(i)
        found: dict[int, Scores] = {}
        for length, same in by_length.items():
            step = max(1, BATCH_PLACES // length)
            for at in range(0, len(same), step):
                batch = same[at : at + step]
                feed = {
                    "pieces": np.stack([windows[i][0] for i in batch]),
                    "marks": np.stack([windows[i][1] for i in batch]),
                }
                (answer,) = self._session.run(["scores"], feed)
                found.update({i: self._scores(answer[row]) for row, i in enumerate(batch)})
        return [found[i] for i in range(len(windows))]

    def _scores(self, answer: NDArray[np.float32]) -> Scores:
        """Cut one window's answer (length, everything) into its parts."""
        labels = len(self.settings["labels"])
        width = (answer.shape[1] - labels - 2) // 4
        cuts = np.cumsum([labels, width, width, width, width])
        tags, content, cue, asking, source, nothing = np.split(answer, cuts, axis=1)
        return Scores(tags=tags, content=content, cue=cue, asking=asking, source=source, nothing=nothing)
