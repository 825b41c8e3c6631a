"""Figures of an exported comparer on the scenes held out: every two passages of a scene, read by the shipped file."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scenes import OTHER, RIVAL, SAME, pairs, parted, read

from communique.models.claims import ClaimModel


def average_precision(scores: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Mean precision at the place of each right pair, the best scored first."""
    ranked = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", type=Path, help="folder of scenes")
    parser.add_argument("model", type=Path, help="folder that export wrote")
    options = parser.parse_args()
    model = ClaimModel.load(options.model, threads=2)
    _, held = parted(read(options.scenes))
    asked = [pair for scene in held for pair in pairs(scene)]
    labels = np.array([label for _, _, label in asked])
    print(f"{len(held)} scenes, {len(asked)} pairs: {(labels == SAME).sum()} same, {(labels == RIVAL).sum()} rival")
    report("passages", labels, model.compare([(one.passage, other.passage) for one, other, _ in asked]))
    report("whole sentences", labels, model.compare([(one.sentence, other.sentence) for one, other, _ in asked]))


def report(read_as: str, labels: NDArray[np.int64], found: NDArray[np.float32]) -> None:
    """The figures of one way to read the lines."""
    for name, scores, right in (
        ("the same", found[:, SAME], labels == SAME),
        ("rival versions", found[:, RIVAL], labels == RIVAL),
        ("of one fact, the same or rival", 1 - found[:, OTHER], labels != OTHER),
    ):
        print(f"{read_as}: {name}: average precision {average_precision(scores, right):.3f}")
    of_one = labels != OTHER
    told = np.where(found[of_one, SAME] >= found[of_one, RIVAL], SAME, RIVAL)
    print(f"{read_as}: same or rival, given one fact: accuracy {(told == labels[of_one]).mean():.3f}")


if __name__ == "__main__":
    main()
