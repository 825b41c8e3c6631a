"""Whether confidence means what it says: of the attributions given p, is a share of p right in content and source?

Measured on the development articles of PolNeAR with the scorer's own matching. `calibration.error` is the expected
calibration error: the distance of the two, averaged over ten bins by how many attributions fall into each.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from figures import Figures, show
from polnear import article, roles

from communique import reading
from communique.models import Models

BINS = 10


def measure(shared: Path) -> Figures:
    """Read the development texts and compare what confidence says with what is seen, bin by bin."""
    sys.path.insert(0, str(shared / "bench"))
    scorer = import_module("score_attribution")
    models = Models.load()
    judged: list[tuple[float, bool]] = []
    for name, (text, annotations) in scorer.read_split(str(shared / "data" / "polnear" / "dev")).items():
        found = reading.read(article(shared / "data" / "polnear" / "dev" / "text" / f"{name}.txt"), models)
        flat = [attribution for attribution in found.attributions if attribution.parent is None]
        right = _right(scorer, text, scorer.first_annotator(annotations), [roles(a) for a in flat])
        judged += [(attribution.confidence, number in right) for number, attribution in enumerate(flat)]
    return _figures(judged)


def _right(scorer: Any, text: Any, gold: list[Any], given: list[Any]) -> set[int]:
    """The attributions given (by number) that match one of the gold in content and source."""

    def tokens(side: list[Any]) -> list[dict[str, frozenset[int]]]:
        return [{role: text.tokens(item[role]) for role in scorer.ROLES} for item in side]

    def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
        score = len(a & b) / len(a | b) if a & b else 0.0
        return score if score >= scorer.JACCARD else 0.0

    wanted, has = tokens(gold), tokens(given)
    pairs = scorer.match(wanted, has, jaccard)
    return {p for g, p in pairs if scorer.compatible(wanted[g]["source"], has[p]["source"])}


def _figures(judged: list[tuple[float, bool]]) -> Figures:
    figures: Figures = {}
    error = 0.0
    for number in range(BINS):
        held = [(said, right) for said, right in judged if min(int(said * BINS), BINS - 1) == number]
        if held:
            said, seen = (sum(column) / len(held) for column in zip(*held, strict=True))
            name = f"calibration.{number / BINS:.1f}-{(number + 1) / BINS:.1f}"
            figures |= {f"{name}.said": said, f"{name}.seen": seen, f"{name}.attributions": len(held)}
            error += abs(said - seen) * len(held) / len(judged)
    return {**figures, "calibration.error": error}


if __name__ == "__main__":
    show(measure, __doc__)
