"""Choose the decoding settings of an exported reader and fit its confidence, on articles that training never saw."""

from __future__ import annotations

import argparse
import bisect
import itertools
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from prepare import ROLES, read_standoff
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from windows import held_out

from communique.models.attribution import AttributionModel
from communique.reading.attributor.decoding import Draft, confidence_of, decode
from communique.reading.attributor.evidence import Evidence, gather
from communique.reading.attributor.text import UNIT, read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from prepare import Attribution

GRID: dict[str, tuple[float, ...]] = {
    "least_cue": (0.15, 0.2, 0.25, 0.3, 0.35),
    "least_quoted_cue": (0.5, 0.7, 0.9),
    "least_claimed_cue": (0.02, 0.05, 0.1, 0.2),
    "link_weight": (0.25, 0.4, 0.6, 0.8, 1.0),
    "content_bias": (-0.3, -0.15, 0.0, 0.15, 0.3, 0.45, 0.6),
    "neighbour_bias": (-1.0, -2.0, -4.0),
}
LEAST = [i / 50 for i in range(30)]
SLACK = 0.004  # of the objective, given up to show more: doubtful attributions can be hidden, missing ones not shown
MATCHED = 0.5  # Jaccard overlap of content words at which two attributions are the same

Units = dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One held-out article: what the network says of it, and the gold attributions and quotations as unit starts."""

    passages: list[Evidence]
    gold: list[Units]
    quoted: frozenset[int]

    def direct(self, number: int) -> bool:
        """Whether all of a gold content stands in quotation marks."""
        return self.gold[number]["content"] <= self.quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One predicted attribution: its figures, and whether content, content and source, and all words are right.

    ``direct`` is true where it found a gold content that stands in quotation marks.
    """

    figures: tuple[float, ...]
    content: bool
    full: bool
    exact: bool
    direct: bool


def gold_units(text: str, attributions: Sequence[Attribution]) -> list[Units]:
    """Turn character spans into sets of unit starts."""
    spans = [match.span() for match in UNIT.finditer(text)]
    ends = [end for _, end in spans]
    found = []
    for attribution in attributions:
        units: Units = {}
        for role in ROLES:
            hit = set()
            for start, end in attribution[role]:
                at = bisect.bisect_right(ends, start)
                while at < len(spans) and spans[at][0] < end:
                    hit.add(spans[at][0])
                    at += 1
            units[role] = frozenset(hit)
        found.append(units)
    return found


def cases_of(compartment: Path, model: AttributionModel, share: float) -> list[Case]:
    """Run the network over the held-out articles once."""
    cases = []
    for path in sorted((compartment / "text").glob("*.txt")):
        if not held_out(path.stem, share):
            continue
        text = path.read_bytes().decode("utf-8")
        first = min((compartment / "attributions").glob(f"{path.stem}_*.ann"))
        gold = gold_units(text, read_standoff(first))
        passages = gather(read_paragraphs(text, model.tokenizer), model)
        quoted = frozenset(start for p in passages for start in p.starts[p.quotations >= 0].tolist())
        cases.append(Case(passages=passages, gold=gold, quoted=quoted))
    return cases


def units_of(draft: Draft, passages: Sequence[Evidence]) -> Units:
    """Unit starts of a draft."""
    home = passages[draft.cue.passage]
    content = [passages[part.passage].starts[part.units].tolist() for part in draft.parts]
    return {
        "source": frozenset(home.starts[list(draft.source)].tolist()),
        "cue": frozenset(home.starts[draft.cue.start : draft.cue.end].tolist()),
        "content": frozenset(start for starts in content for start in starts),
    }


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Jaccard overlap."""
    return len(a & b) / len(a | b) if a and b else 0.0


def judged(case: Case, drafts: Sequence[tuple[Draft, Units]]) -> list[Verdict]:
    """Match predicted and gold contents greedily, one to one, the best overlaps first."""
    pairs = []
    for p, (_, mine) in enumerate(drafts):
        for g, units in enumerate(case.gold):
            if (score := overlap(mine["content"], units["content"])) >= MATCHED:
                pairs.append((-score, g, p))
    taken: dict[int, int] = {}
    for _, g, p in sorted(pairs):
        if p not in taken and g not in taken.values():
            taken[p] = g
    verdicts = []
    for p, (draft, mine) in enumerate(drafts):
        gold = case.gold[taken[p]] if p in taken else None
        same = gold is not None and (bool(mine["source"] & gold["source"]) or not (mine["source"] or gold["source"]))
        exact = any(mine["content"] == other["content"] for other in case.gold)
        direct = p in taken and case.direct(taken[p])
        verdicts.append(Verdict(figures=draft.figures, content=gold is not None, full=same, exact=exact, direct=direct))
    return verdicts


def verdicts_of(cases: Sequence[Case], settings: Mapping[str, Any]) -> list[Verdict]:
    """Decode all cases under these settings and judge them."""
    found = []
    for case in cases:
        found += judged(case, [(d, units_of(d, case.passages)) for d in decode(case.passages, settings)])
    return found


def f1s(verdicts: Sequence[Verdict], cases: Sequence[Case]) -> tuple[float, float, float, float]:
    """F1 of content match, full match and exact content, and recall of direct quotations."""
    total = max(len(verdicts) + sum(len(case.gold) for case in cases), 1)
    content, full, exact, direct = (
        sum(getattr(v, k) for v in verdicts) for k in ("content", "full", "exact", "direct")
    )
    quotations = sum(case.direct(number) for case in cases for number in range(len(case.gold)))
    return 2 * content / total, 2 * full / total, 2 * exact / total, direct / max(quotations, 1)


def tuned(cases: Sequence[Case], settings: dict[str, Any]) -> dict[str, Any]:
    """Improve one setting at a time; of each trial only the most confident attributions count."""
    best = (0.0, settings)
    for name in itertools.chain(GRID, GRID):
        for value in GRID[name]:
            trial = {**best[1], name: value}
            fitted(verdicts_of(cases, trial), cases, trial)
            if trial["objective"] > best[0]:
                best = (trial["objective"], trial)
        shown = {k: best[1][k] for k in (*GRID, "least_confidence", "objective")}
        print(name, shown, file=sys.stderr, flush=True)
    return best[1]


def fitted(verdicts: Sequence[Verdict], cases: Sequence[Case], settings: dict[str, Any]) -> None:
    """Fit the confidence and the least confidence worth showing into the settings."""
    figures = np.array([v.figures for v in verdicts])
    fit = LogisticRegression(C=1.0, max_iter=2000).fit(figures, [v.full for v in verdicts])
    said, seen = bent(fit.predict_proba(figures)[:, 1], np.array([v.full for v in verdicts]))
    bias, weights = round(float(fit.intercept_[0]), 5), fit.coef_[0].round(5).tolist()
    settings["confidence"] = {"bias": bias, "weights": weights, "said": said, "seen": seen}
    chances = [confidence_of(v.figures, settings) for v in verdicts]
    trials = []
    for least in LEAST:
        kept = [v for v, c in zip(verdicts, chances, strict=True) if c >= least]
        figures_of = f1s(kept, cases)
        trials.append((sum(figures_of), least, figures_of))
    enough = max(trials)[0] - SLACK
    settings["objective"], settings["least_confidence"], settings["held_out_f1"] = next(
        trial for trial in trials if trial[0] >= enough
    )


def bent(chances: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[list[float], list[float]]:
    """Mean chance and share right of twelve equal bins, made to rise, as the knots of a line from 0 to 1."""
    order = np.argsort(chances, kind="stable")
    bins = np.array_split(order, 12)
    said = np.array([chances[b].mean() for b in bins])
    seen = IsotonicRegression().fit(said, [right[b].mean() for b in bins]).predict(said)
    said, seen = np.clip(said, 1e-4, 1 - 1e-4), np.clip(seen, 0.01, 0.99)
    return [0.0, *said.round(4).tolist(), 1.0], [0.0, *seen.round(4).tolist(), float(max(0.99, seen[-1]))]


def reliability(verdicts: Sequence[Verdict], settings: Mapping[str, Any]) -> list[dict[str, float]]:
    """Ten bins of confidence: how many attributions, their mean confidence, the share that is right."""
    chances = np.array([confidence_of(v.figures, settings) for v in verdicts])
    right = np.array([v.full for v in verdicts])
    bins = np.minimum((chances * 10).astype(int), 9)
    return [
        {
            "n": int((bins == b).sum()),
            "confidence": float(chances[bins == b].mean()),
            "right": float(right[bins == b].mean()),
        }
        for b in range(10)
        if (bins == b).any()
    ]


def main() -> None:
    """Tune, fit, and write the settings back; or, with --report, only measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path, help="folder that export wrote")
    parser.add_argument("compartment", type=Path, help="the PolNeAR compartment trained on")
    parser.add_argument("--held-out", type=float, default=0.07, help="share of articles that training kept out")
    parser.add_argument("--report", action="store_true", help="measure, change nothing")
    options = parser.parse_args()
    model = AttributionModel.load(options.export)
    settings = dict(model.settings)
    cases = cases_of(options.compartment, model, options.held_out)
    if not options.report:
        settings = tuned(cases, settings)
        (options.export / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    verdicts = verdicts_of(cases, settings)
    kept = [v for v in verdicts if confidence_of(v.figures, settings) >= settings["least_confidence"]]
    print(json.dumps({"f1": f1s(kept, cases), "reliability": reliability(verdicts, settings)}))


if __name__ == "__main__":
    main()
