"""Wordings by which furniture is told, wherever it stands on a page."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from communique.domain.documents import FurnitureKind
from communique.knowledge.tables import KnowledgeError, load_yaml

KEYS = {"label", "reason", "words", "patterns"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A rule: a passage of at most `words` words whose beginning the pattern fits is furniture of that kind."""

    label: FurnitureKind
    reason: str
    words: int
    pattern: re.Pattern[str]


@cache
def wordings() -> tuple[Wording, ...]:
    """All rules; the first that fits decides.

    Raises:
        KnowledgeError: an entry has a wrong key, a kind that is none, or a pattern that is no regular expression.
    """
    return tuple(wording(row) for row in load_yaml("wordings.yaml"))


def wording(row: dict[str, Any]) -> Wording:
    """One rule from its entry."""
    where = f"wordings.yaml, {row.get('reason')}"
    if set(row) - {"cased"} != KEYS or row["label"] not in get_args(FurnitureKind) or not isinstance(row["words"], int):
        message = f"{where}: a wrong key, kind or number of words"
        raise KnowledgeError(message)
    flags = re.NOFLAG if row.get("cased") else re.IGNORECASE
    try:
        pattern = re.compile("|".join(row["patterns"]), flags)
    except re.error as error:
        message = f"{where}: {error}"
        raise KnowledgeError(message) from error
    return Wording(label=cast("FurnitureKind", row["label"]), reason=row["reason"], words=row["words"], pattern=pattern)
