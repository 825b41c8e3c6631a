"""Choose the decoding settings of an exported reader and fit its confidence, on articles that training never saw."""

from __future__ import annotations

import argparse
import bisect
import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from attribution_decode import Draft, confidence_of, decode
from attribution_evidence import Evidence, gather
from attribution_model import AttributionModel
from attribution_text import UNIT, read_paragraphs
from prepare import ROLES, read_standoff
from sklearn.linear_model import LogisticRegression
from windows import held_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prepare import Attribution

GRID: dict[str, tuple[float, ...]] = {
    "least_cue": (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4),
    "link_weight": (0.5, 0.75, 1.0, 1.5),
    "content_bias": (-0.6, -0.3, 0.0, 0.3, 0.6),
    "neighbour_bias": (0.0, -0.5, -1.0, -2.0, -4.0),
}
LEAST = [i / 50 for i in range(35)]
MATCHED = 0.5  # Jaccard overlap of content words at which two attributions are the same

Units = dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One held-out article: what the network says of it, and the gold attributions as sets of unit starts."""

    passages: list[Evidence]
    gold: list[Units]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One predicted attribution: its figures, and whether content, content and source, and all words are right."""

    figures: tuple[float, ...]
    content: bool
    full: bool
    exact: bool


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
        cases.append(Case(passages=gather(read_paragraphs(text, model.tokenizer), model), gold=gold))
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
        for g, gold in enumerate(case.gold):
            if (score := overlap(mine["content"], gold["content"])) >= MATCHED:
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
        verdicts.append(Verdict(figures=draft.figures, content=gold is not None, full=same, exact=exact))
    return verdicts


def verdicts_of(cases: Sequence[Case], settings: Mapping[str, Any]) -> list[Verdict]:
    """Decode all cases under these settings and judge them."""
    found = []
    for case in cases:
        found += judged(case, [(d, units_of(d, case.passages)) for d in decode(case.passages, settings)])
    return found


def f1s(verdicts: Sequence[Verdict], gold: int) -> tuple[float, float, float]:
    """F1 of content match, full match and exact content."""
    total = max(len(verdicts) + gold, 1)
    content, full, exact = (sum(getattr(v, k) for v in verdicts) for k in ("content", "full", "exact"))
    return 2 * content / total, 2 * full / total, 2 * exact / total


def tuned(cases: Sequence[Case], settings: dict[str, Any]) -> dict[str, Any]:
    """Improve one setting at a time; of each trial only the most confident attributions count."""
    gold = sum(len(case.gold) for case in cases)
    best = (0.0, settings)
    for name in itertools.chain(GRID, GRID):
        for value in GRID[name]:
            trial = {**best[1], name: value}
            fitted(verdicts_of(cases, trial), gold, trial)
            if trial["objective"] > best[0]:
                best = (trial["objective"], trial)
        print(name, {k: best[1][k] for k in (*GRID, "least_confidence", "objective")}, flush=True)
    return best[1]


def fitted(verdicts: Sequence[Verdict], gold: int, settings: dict[str, Any]) -> None:
    """Fit the confidence and the least confidence worth showing into the settings."""
    figures = np.array([v.figures for v in verdicts])
    fit = LogisticRegression(C=1.0, max_iter=2000).fit(figures, [v.full for v in verdicts])
    settings["confidence"] = {"bias": round(float(fit.intercept_[0]), 5), "weights": fit.coef_[0].round(5).tolist()}
    chances = [confidence_of(v.figures, settings) for v in verdicts]
    trials = []
    for least in LEAST:
        kept = [v for v, c in zip(verdicts, chances, strict=True) if c >= least]
        trials.append((sum(f1s(kept, gold)), least, f1s(kept, gold)))
    settings["objective"], settings["least_confidence"], settings["held_out_f1"] = max(trials)


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
    print(
        json.dumps({"f1": f1s(kept, sum(len(c.gold) for c in cases)), "reliability": reliability(verdicts, settings)})
    )


if __name__ == "__main__":
    main()
