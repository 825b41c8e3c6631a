"""Figures of an exported comparer, as the shipped file reads what was held out from learning.

Every two lines of a scene, as passages and as sentences; every two sentences of two pages of a story,
invented or marked; the judged pairs.
"""

from __future__ import annotations

import argparse
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

import marked
import numpy as np
import pages
import published
import scenes
from drawing import between, part_of
from scenes import OTHER, SAME

from communique.models.claims import ClaimModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drawing import Pair
    from numpy.typing import NDArray
    from pages import Story


def average_precision(scores: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Mean precision at the place of each right pair, the best scored first."""
    ranked = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def of_stories(stories: Iterable[Story]) -> list[Pair]:
    """Every two sentences of two pages of a story."""
    return [
        (one.words, other.words, between(one, other))
        for story in stories
        for ours, theirs in combinations(story.pages, 2)
        for one, other in product(map(part_of, ours.sentences), map(part_of, theirs.sentences))
    ]


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path, help="folder of scenes, stories and judged pairs")
    parser.add_argument("data", type=Path, help="folder of the public data")
    parser.add_argument("model", type=Path, help="folder that export wrote")
    options = parser.parse_args()
    model = ClaimModel.load(options.model)
    lines = [pair for scene in scenes.parted(scenes.read(options.claims / "scenes"))[1] for pair in scenes.pairs(scene)]
    report("scenes, passages", model, [(one.passage, other.passage, (label,)) for one, other, label in lines])
    report("scenes, sentences", model, [(one.sentence, other.sentence, (label,)) for one, other, label in lines])
    report("stories, sentences", model, of_stories(pages.read(options.claims / "stories")[1]))
    reports = marked.read(options.claims / "marked.tsv", options.data)[1]
    report("marked reports, sentences", model, of_stories(reports))
    judged = published.read(options.claims / "published.tsv", options.data)[1]
    report("judged, sentences", model, [(pair.one.sentence, pair.other.sentence, (pair.label,)) for pair in judged])


def report(name: str, model: ClaimModel, pairs: Sequence[Pair]) -> None:
    """The figures of one set of pairs."""
    found = model.compare([(one, other) for one, other, _ in pairs])
    other, same = found[:, OTHER], found[:, SAME]
    is_other, is_same = (np.array([label in labels for _, _, labels in pairs]) for label in (OTHER, SAME))
    is_rival = np.array([max(labels) > SAME for _, _, labels in pairs])
    print(f"{name}: {len(pairs)} pairs, {is_same.sum()} the same, {is_rival.sum()} rivals")
    for what, scores, right in (
        ("the same", same, is_same),
        ("rival versions", 1 - other - same, is_rival),
        ("of one fact", 1 - other, ~is_other),
    ):
        print(f"  {what}: average precision {average_precision(scores, right):.3f}")
    clear = ~is_other & (is_same != is_rival)
    taken = same[clear] >= (1 - other - same)[clear]
    print(f"  same or rival, given one fact: accuracy {(taken == is_same[clear]).mean():.3f}", flush=True)


if __name__ == "__main__":
    main()
