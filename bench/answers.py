"""Do two outlets give the same answer to one question? NAnCo (Laban and others, EMNLP 2022), development part.

The program's own measure of likeness, on the answers alone: the share of their words that both have, function words
apart and words alike taken for one. Two answers are the same from a likeness on that is chosen on the other three
questions; balanced accuracy over the pairs of all four. `question N` is the figure of one question.
"""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from figures import Figures, show

from communique.domain import Span
from communique.stories.alignment import shared
from communique.stories.passages import Mentions, Weights, roots, words_of

Judged = tuple[float, bool]  # how like two answers are, and whether people grouped them together
NOBODY = Mentions(starts={}, ends={})
EVEN = Weights(())  # an answer alone has no pile that would tell which of its words are rare


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """From 0 to 1: the words that both have against all they have (Dice)."""
    both = EVEN.total(a) + EVEN.total(b)
    return 2 * shared(a, b, EVEN) / both if both else 0.0


def pairs(answers: Sequence[dict[str, str]]) -> list[Judged]:
    """Every pair of answers to a question."""
    groups = [answer["cluster_global"] for answer in answers]
    texts = [answer["Answer"] for answer in answers]
    said = [roots(words_of([Span(document="", start=0, end=len(t), text=t)], NOBODY)) for t in texts]
    return [(likeness(said[a], said[b]), groups[a] == groups[b]) for a, b in combinations(range(len(said)), 2)]


def balanced(judged: Sequence[Judged], least: float) -> float:
    """Mean of the shares of the same and of the different answers that are told right."""
    right = {same: [(like >= least) == same for like, own in judged if own == same] for same in (True, False)}
    return sum(sum(told) / len(told) for told in right.values()) / 2


def best(judged: Sequence[Judged]) -> float:
    """The likeness that parts them best."""
    return max(sorted({like for like, _ in judged}), key=lambda least: balanced(judged, least))


def measure(shared: Path) -> Figures:
    """Leave each question out once."""
    questions = json.loads((shared / "data" / "answers" / "validation.json").read_text("utf-8"))
    judged = [pairs(question["answers"]) for question in questions]
    told: list[Judged] = []
    figures: Figures = {}
    for number, own in enumerate(judged):
        least = best([pair for other, found in enumerate(judged) if other != number for pair in found])
        told += [(float(like >= least), same) for like, same in own]
        figures[f"answers.question {number + 1}"] = balanced(own, least)
    return {"answers.balanced accuracy": balanced(told, 1.0), **figures}


if __name__ == "__main__":
    show(measure, __doc__)
