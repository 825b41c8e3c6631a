"""Words that call one thing by names of different weight: `government` and `regime`."""

from functools import cache
from typing import Literal

from communique.knowledge.tables import KnowledgeError, load_yaml

FILE = "terms.yaml"


def row_of(kind: Literal["actors", "events"], noun: str) -> str | None:
    """The row of words, by its name, in which a noun stands for an actor or event; None where it has no rival."""
    return _rows()[kind].get(noun)


@cache
def loaded() -> frozenset[str]:
    """Words that judge, or take a side, in front of a name or in a label, as `terms.yaml` lists them."""
    return frozenset(word for row in load_yaml(FILE)["loaded"] for word in row)


@cache
def _rows() -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for kind in ("actors", "events"):
        rows[kind] = {}
        for name, *nouns in load_yaml(FILE)[kind]:
            for noun in dict.fromkeys(nouns):
                if rows[kind].setdefault(noun, name) != name:
                    message = f"{FILE}: {noun!r} stands in two rows"
                    raise KnowledgeError(message)
    return rows
