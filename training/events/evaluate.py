"""Train on four folds, code the fifth, five times: the figures on sentences that training did not see.

Writes the scores of every question of the folds, and prints what the PLV scorer would: accuracy and macro-F1 of the
root codes and macro-F1 of the penta classes; then how often the event head tells an exchanged question from one that
was published, and the sharpness that suits the chances.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from prepare import FOLDS, PENTA, ROOTS
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score
from train import mean_of, parser_of, predicted, prepared, started, trained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from train import Example

LABELS = tuple(
    "AGREE CONSULT SUPPORT YIELD COOPERATE AID REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT".split()
)
FOLDED = [LABELS.index({"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(root, root)) for root in ROOTS]


def folded(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Chances (rows, PLV's roots) of scores (rows, roots and event), given that there is an event."""
    raised = np.exp(scores[:, :-1] - scores[:, :-1].max(1, keepdims=True))
    chances = np.zeros((len(scores), len(LABELS)))
    for i, label in enumerate(FOLDED):
        chances[:, label] += raised[:, i]
    found: NDArray[np.float64] = chances / chances.sum(1, keepdims=True)
    return found


def figures(chances: NDArray[np.float64], gold: NDArray[np.int64]) -> tuple[float, float, float]:
    """Accuracy and macro-F1 of roots, macro-F1 of the penta classes of these roots."""
    best = chances.argmax(1)
    classes = {FOLDED[i]: PENTA[root] for i, root in enumerate(ROOTS)}
    penta = np.array([classes[i] for i in range(len(LABELS))])
    return (
        float(accuracy_score(gold, best)),
        float(f1_score(gold, best, average="macro", labels=sorted(set(gold.tolist())), zero_division=0)),
        float(f1_score(penta[gold], penta[best], average="macro")),
    )


def report(examples: Sequence[Example], scores: NDArray[np.float64]) -> str:
    """Say in one line how the folds came out."""
    asked = np.array([not e.turned for e in examples])
    gold = np.array([FOLDED[e.roots[0]] for e in examples if not e.turned])
    chances = folded(scores[asked])
    root, macro, penta = figures(chances, gold)
    event = np.array([bool(e.roots) for e in examples])
    said = scores[:, -1] > 0
    lost = -np.log(np.maximum(chances[np.arange(len(gold)), gold], 1e-9)).mean()
    return (
        f"accuracy {root:.4f} macro-F1 {macro:.4f} penta {penta:.4f} log loss {lost:.3f}"
        f" | event seen {said[event].mean():.3f}, none seen {1 - said[~event].mean():.3f}"
    )


def fitted(examples: Sequence[Example], scores: NDArray[np.float64]) -> tuple[float, float]:
    """The sharpness under which the roots are least surprising, and the event bias that tells most questions apart."""
    asked = np.array([not e.turned for e in examples])
    gold = np.array([FOLDED[e.roots[0]] for e in examples if not e.turned])
    lost = {
        s: -np.log(folded(scores[asked] * s)[np.arange(len(gold)), gold]).mean() for s in np.arange(0.3, 1.55, 0.05)
    }
    event = np.array([bool(e.roots) for e in examples])
    apart = {b: balanced_accuracy_score(event, scores[:, -1] + b > 0) for b in np.arange(-2, 2.05, 0.1)}
    return float(min(lost, key=lost.__getitem__)), float(max(apart, key=apart.__getitem__))


def main() -> None:
    """Train and code the folds."""
    parser = parser_of(__doc__)
    parser.add_argument("--only", type=int, nargs="+", default=list(range(FOLDS)), help="the folds to code")
    options = parser.parse_args()
    examples = prepared(options)
    published = [e for e in examples if e.fold in options.only]
    scores = np.zeros((len(published), len(ROOTS) + 1))
    coder = started(options, 0.0).eval()
    for fold in options.only:
        rest = [e for e in examples if e.fold != fold]
        states = [trained(rest, options, seed) for seed in range(options.seed, options.seed + options.seeds)]
        at = np.array([e.fold == fold for e in published])
        tested = [e for e in published if e.fold == fold]
        for state in [*states[1:], mean_of(states)]:
            coder.load_state_dict(state)
            scores[at] = predicted(coder, tested, options.places)
            print(f"fold {fold}: {report(tested, scores[at])}", flush=True)
    np.savez(options.output, rows=[e.row for e in published], turned=[e.turned for e in published], scores=scores)
    print(f"all: {report(published, scores)}", flush=True)
    print("sharpness {:.2f} event bias {:.1f}".format(*fitted(published, scores)))


if __name__ == "__main__":
    main()
