"""Words that tell a stance: of reporting verbs, of what speakers say of themselves, and of judgements."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from communique.domain.record import Stance
from communique.knowledge.tables import KnowledgeError, load_yaml

PARTS = ("cues", "own", "judged", "signs")
SIGNS = (
    "said",
    "called",
    "hedged",
    "negated",
    "faults",
    "silent",
    "errands",
    "intends",
    "mild",
    "follows",
    "no_duty",
    "tells",
    "alleged",
    "idle",
    "harms",
    "lacks",
    "perils",
    "accused",
    "disowned",
)

Patterns = Mapping[Stance, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """For each stance the words that tell it; of several that fit, the first in the order of the file is meant.

    signs: words that decide how a cue or a clause is read, by what they are (SIGNS).
    """

    cues: Patterns
    own: Patterns
    judged: Patterns
    signs: Mapping[str, re.Pattern[str]]


@cache
def stance_words() -> StanceWords:
    """The words of the file.

    Raises:
        KnowledgeError: a part is missing, a stance is none, or a pattern is no regular expression.
    """
    rows = load_yaml("stances.yaml")
    if not isinstance(rows, dict) or tuple(rows) != PARTS:
        message = f"stances.yaml: not the parts {', '.join(PARTS)}"
        raise KnowledgeError(message)
    return StanceWords(
        **{part: _patterns(rows[part], get_args(Stance), f"stances.yaml, {part}") for part in PARTS[:-1]},
        signs=_patterns(rows["signs"], SIGNS, "stances.yaml, signs"),
    )


def _patterns(rows: Mapping[Any, Any], known: tuple[str, ...], where: str) -> Any:
    found = {}
    for stance, words in rows.items():
        if stance not in known:
            message = f"{where}: {stance!r} is not one of {', '.join(known)}"
            raise KnowledgeError(message)
        try:
            found[stance] = re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)
        except re.error as error:
            message = f"{where}, {stance}: {error}"
            raise KnowledgeError(message) from error
    return MappingProxyType(found)
