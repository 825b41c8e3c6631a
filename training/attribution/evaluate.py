"""Score readers on a PolNeAR compartment: exported ones, or checkpoints as they are, each tuned on held-out articles.

Prints content match, full match, exact content (F1) and the recall of direct quotations of each model, and of several
the mean and the standard deviation. With --nearest the tags alone count: every content goes to the nearest cue, every
cue to the nearest source.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from calibrate import cases_of, f1s, judged, tuned, units_of, verdicts_of
from export import SETTINGS
from model import restore
from tokenizers import Tokenizer
from train import HEADS, run

from communique.models.attribution import AttributionModel, Scores, Window
from communique.reading.attributor.decoding import Cue, Draft, Part, confidence_of
from communique.reading.attributor.paths import (
    CONTENT_B,
    CONTENT_L,
    CONTENT_U,
    CUE_B,
    CUE_I,
    FREE,
    SOURCE_B,
    SOURCE_I,
    Passage,
    best_paths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from communique.reading.attributor.evidence import Evidence


class Checkpoint(AttributionModel):
    """A checkpoint read by PyTorch, in place of an exported network."""

    def __init__(self, path: Path, tokenizer: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.settings = dict(SETTINGS)
        self._reader = restore(path).bfloat16().eval()
        for name in HEADS[:3]:
            getattr(self._reader, name).float()

    def read(self, window: Window) -> Scores:
        """Read one window."""
        batch = {"pieces": torch.from_numpy(window.pieces)[None], "marks": torch.from_numpy(window.marks)[None]}
        batch["used"] = torch.ones_like(batch["pieces"], dtype=torch.bool)
        with torch.no_grad():
            output = run(self._reader, batch)
        return Scores(**{name: getattr(output, name)[0].numpy()[window.asked] for name in output._fields})


def nearest(passages: Sequence[Evidence]) -> list[Draft]:
    """Make attributions of the tags alone."""
    paths = best_paths([Passage(free=p.tags[:, :FREE].copy(), content=p.tags[:, None, FREE:].copy()) for p in passages])
    drafts = []
    for number, path in enumerate(paths):
        cues, sources = runs(path.labels, {CUE_B}, {CUE_I}), runs(path.labels, {SOURCE_B}, {SOURCE_I})
        parts: dict[int, list[int]] = {}
        for content in runs(path.labels, {CONTENT_B, CONTENT_U}, {CONTENT_B + 1, CONTENT_L}) if cues else []:
            cue = min(range(len(cues)), key=lambda i: apart(cues[i], content))
            parts.setdefault(cue, []).extend(content)
        for i, units in sorted(parts.items()):
            source = min(sources, key=lambda s: apart(s, cues[i])) if sources else range(0)
            part = Part(passage=number, units=np.array(units), links=np.zeros(len(units)))
            home = Cue(passage=number, start=cues[i].start, end=cues[i].stop)
            drafts.append(Draft(cue=home, source=tuple(source), parts=(part,), figures=()))
    return drafts


def runs(labels: NDArray[np.int64], first: set[int], further: set[int]) -> list[range]:
    """Units that begin with a label of the first kind and go on with those of the other."""
    found: list[range] = []
    for at, label in enumerate(labels.tolist()):
        if label in first:
            found.append(range(at, at + 1))
        elif label in further and found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
    return found


def apart(a: range, b: range) -> int:
    """How many units lie between two spans."""
    return max(a.start - b.stop, b.start - a.stop)


def scored(model: AttributionModel, options: argparse.Namespace) -> tuple[float, ...]:
    """Tune a model on the held-out articles of train, then score it on the compartment."""
    cases = cases_of(options.compartment, model, 1.0)
    settings = dict(model.settings)
    if options.nearest:
        drafts = [[(draft, units_of(draft, case.passages)) for draft in nearest(case.passages)] for case in cases]
        return f1s([v for case, found in zip(cases, drafts, strict=True) for v in judged(case, found)], cases)
    if options.train:
        settings = tuned(cases_of(options.train, model, options.held_out), settings)
    verdicts = verdicts_of(cases, settings)
    return f1s([v for v in verdicts if confidence_of(v.figures, settings) >= settings["least_confidence"]], cases)


def main() -> None:
    """Score one model or several."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("compartment", type=Path, help="the PolNeAR compartment to score on")
    parser.add_argument("models", type=Path, nargs="+", help="folders that export wrote, or checkpoints")
    parser.add_argument(
        "--train", type=Path, help="the PolNeAR compartment trained on, to tune on its held-out articles"
    )
    parser.add_argument("--held-out", type=float, default=0.07, help="share of articles that training kept out")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json, for checkpoints")
    parser.add_argument("--nearest", action="store_true", help="leave the links out")
    options = parser.parse_args()
    rows = []
    for path in options.models:
        model = AttributionModel.load(path) if path.is_dir() else Checkpoint(path, options.tokenizer)
        rows.append(scored(model, options))
        print(path.name, *(f"{value:.3f}" for value in rows[-1]), flush=True)
    if len(rows) > 1:
        print("mean", *(f"{value:.3f}" for value in np.mean(rows, 0)))
        print("deviation", *(f"{value:.3f}" for value in np.std(rows, 0, ddof=1)))


if __name__ == "__main__":
    main()
