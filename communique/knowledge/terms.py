"""Words that call one thing by names of different weight: `government` and `regime`."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.knowledge.tables import KnowledgeError, load_yaml

FILE = "terms.yaml"


@dataclass(frozen=True, slots=True)
class Term:
    """A noun in the row of its rivals, and the first of the words that weigh the same."""

    row: str
    weight: str


def term(kind: Literal["actors", "events"], noun: str) -> Term | None:
    """Where a noun for an actor or event stands among its rivals; None where it has none."""
    return _terms()[kind].get(noun)


@cache
def loaded() -> frozenset[str]:
    """Words that judge, or take a side, in front of a name or in a label, as `terms.yaml` lists them."""
    return frozenset(word for row in load_yaml(FILE)["loaded"] for word in row)


@cache
def _terms() -> dict[str, dict[str, Term]]:
    terms: dict[str, dict[str, Term]] = {"actors": {}, "events": {}}
    for kind, known in terms.items():
        for row, *weights in load_yaml(FILE)[kind]:
            for nouns in (weight.split("/") for weight in weights):
                for noun in nouns:
                    if known.setdefault(noun, made := Term(row, nouns[0])) != made:
                        message = f"{FILE}: {noun!r} stands in two rows"
                        raise KnowledgeError(message)
    return terms
