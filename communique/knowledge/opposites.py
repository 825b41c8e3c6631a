"""States that exclude each other, as reports word them: `house arrest`, `under protection`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.knowledge.tables import KnowledgeError, load_yaml

FILE = "opposites.yaml"


@dataclass(frozen=True, slots=True)
class Opposites:
    """What tells the one state and what tells the other, and whether the one can become the other."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    changing: bool


@cache
def opposites() -> tuple[Opposites, ...]:
    """The rows of the table."""
    file = load_yaml(FILE)
    if set(file) != {"changing", "settled"} or any(
        len(row) != len(("one", "other")) for rows in file.values() for row in rows
    ):
        message = f"{FILE}: not two lists of rows of two sides"
        raise KnowledgeError(message)
    return tuple(
        Opposites(one=_any_of(one), other=_any_of(other), changing=name == "changing")
        for name, rows in file.items()
        for one, other in rows
    )


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, phrases), key=len, reverse=True))})\b")
