"""Read the scenes.

A scene is one news story in sentences written for this project. ``#`` opens it, ``##`` a fact; then come, one a line,
with the passage that counts between ``[[`` and ``]]``: ``=`` a sentence that tells the fact, ``! kind |`` one that
tells a rival version of it, ``-`` one that tells none of the facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HELD_OUT, HELD = 20, 9  # of so many scenes, the one that only evaluates

NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|"
    r"third|quarter|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
KINDS = ("number", "date", "place", "duration", "name", "agent", "polarity", "status")
LABELS = ("other", "same", *KINDS)  # what two passages can be: the kinds are those of rival versions
OTHER, SAME = 0, 1


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of a scene. fact: the number of its fact, None for none. kind: of what sort of rival it is."""

    fact: int | None
    kind: str | None
    sentence: str
    start: int
    end: int

    @property
    def passage(self) -> str:
        """The words that tell it."""
        return self.sentence[self.start : self.end]


Scene = tuple[Line, ...]
Asked = tuple[Line, Line, int]


def read(folder: Path) -> list[Scene]:
    """All scenes of a folder, in the order of its files.

    Raises:
        ValueError: a line has none of the forms above.
    """
    return [scene for path in sorted(folder.glob("*.txt")) for scene in parsed(path.read_text(encoding="utf-8"))]


def parsed(text: str) -> Iterator[Scene]:
    """The scenes of a text."""
    lines: list[Line] = []
    fact = -1
    for number, row in enumerate(text.splitlines(), 1):
        mark, _, rest = row.partition(" ")
        if mark == "#":
            if lines:
                yield tuple(lines)
            lines = []
        elif mark == "##":
            fact += 1
        elif mark in {"=", "!", "-"}:
            lines.append(_line(number, mark, rest, fact))
        elif row.strip():
            message = f"line {number}: {row[:60]!r}"
            raise ValueError(message)
    if lines:
        yield tuple(lines)


def _line(number: int, mark: str, rest: str, fact: int) -> Line:
    kind, bar, marked = rest.partition(" | ") if mark == "!" else ("", "", rest)
    start, end = marked.find("[["), marked.find("]]") - len("[[")
    if (mark == "!" and (not bar or kind not in KINDS)) or not 0 <= start < end:
        message = f"line {number}: {rest[:60]!r}"
        raise ValueError(message)
    sentence = marked.replace("[[", "", 1).replace("]]", "", 1)
    return Line(None if mark == "-" else fact, kind or None, sentence, start, end)


def parted(scenes: Sequence[Scene]) -> tuple[list[Scene], list[Scene]]:
    """Those to learn from, and those held out."""
    held = [scene for number, scene in enumerate(scenes) if number % HELD_OUT == HELD]
    return [scene for number, scene in enumerate(scenes) if number % HELD_OUT != HELD], held


def pairs(scene: Scene) -> Iterator[Asked]:
    """Every two lines with what they are to each other; two rivals of one fact may be anything, and are left out."""
    for one, other in combinations(scene, 2):
        label = OTHER
        if one.fact is not None and one.fact == other.fact:
            if one.kind and other.kind:
                continue
            label = LABELS.index(one.kind or other.kind or "same")
        yield one, other, label
