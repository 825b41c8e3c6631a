"""Run the attribution network: wordpieces in, role scores and link vectors out. Knows nothing about news."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from communique.models import runtime

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

LINKS = 4  # content, cue, asking, source
NOTHINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What one run of the network reads: wordpieces, their quotation features, and the places to be judged."""

    pieces: NDArray[np.int64]
    marks: NDArray[np.int64]
    asked: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of the places it was asked about, a row each.

    ``tags`` are logits (places, labels); the inner product of one place's ``content`` and another's ``cue`` vector
    is the score of the link between them, and likewise of ``asking`` (a cue) and ``source``; ``nothing`` holds the
    scores of linking to no cue and to no source (places, 2).
    """

    tags: NDArray[np.float32]
    content: NDArray[np.float32]
    cue: NDArray[np.float32]
    asking: NDArray[np.float32]
    source: NDArray[np.float32]
    nothing: NDArray[np.float32]


class AttributionModel:
    """The network, its tokenizer and the settings it was exported with."""

    def __init__(self, session: runtime.InferenceSession, tokenizer: Tokenizer, settings: Mapping[str, Any]) -> None:
        self.tokenizer = tokenizer
        self.settings = settings
        self._session = session

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> AttributionModel:
        """Read ``model.onnx``, ``tokenizer.json`` and ``settings.json`` from a folder."""
        settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        return cls(runtime.session(folder, threads), runtime.tokenizer(folder), settings)

    def read(self, window: Window) -> Scores:
        """Read one window; alone, because padding would need a mask, and without one attention is a fifth faster."""
        feed = {"pieces": window.pieces[None], "marks": window.marks[None], "asked": window.asked}
        (answer,) = self._session.run(["scores"], feed)
        return self._scores(answer[0])

    def _scores(self, answer: NDArray[np.float32]) -> Scores:
        """Cut one window's answer (places, everything) into its parts."""
        labels = len(self.settings["labels"])
        width = (answer.shape[1] - labels - NOTHINGS) // LINKS
        vectors = [answer[:, labels + i * width : labels + (i + 1) * width] for i in range(LINKS)]
        content, cue, asking, source = vectors
        return Scores(
            tags=answer[:, :labels],
            content=content,
            cue=cue,
            asking=asking,
            source=source,
            nothing=answer[:, -NOTHINGS:],
        )
