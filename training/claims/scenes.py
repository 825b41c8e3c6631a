"""Read the scenes, and choose the pairs of passages that the network learns from.

A scene is one news story in sentences written for this project. ``#`` opens it, ``##`` a fact; then come, one a line,
with the passage that counts between ``[[`` and ``]]``: ``=`` a sentence that tells the fact, ``! kind |`` one that
tells a rival version of it, ``-`` one that tells none of the facts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

OTHER, SAME, RIVAL = 0, 1, 2
LABELS = ("other", "same", "rival")
HELD_OUT, HELD = 20, 9  # of so many scenes, the one that only evaluates
MOST_SAME, MOST_RIVAL, MOST_OTHER = 52, 30, 85  # pairs of a scene in an epoch
COUNTING = 35  # more of those that differ, both with a number, and as many with such lines of other scenes
WHOLE = 0.5  # part of the passages that are read with the sentence around them
HARD, AMONG = 0.7, 4  # part of the others that share rare words, drawn among so many times as many
LONG = 4  # letters of a word that tells something

WORD = re.compile(r"\w+")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|"
    r"third|quarter|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
KINDS = ("number", "date", "place", "duration", "name", "agent", "polarity", "status")


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
Pair = tuple[str, str, int]
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
            label = RIVAL if one.kind or other.kind else SAME
        yield one, other, label


def counting(scenes: Iterable[Scene]) -> list[Line]:
    """The lines whose passage tells a number."""
    return [line for scene in scenes for line in scene if NUMBER.search(line.passage)]


def drawn(scene: Scene, elsewhere: Sequence[Line], rng: random.Random) -> list[Pair]:
    """The pairs of one epoch: most of those that differ share words that are rare in the scene, or both tell numbers.

    elsewhere: lines that tell numbers, of other scenes: that two numbers differ makes no rivals of them.
    """
    found = list(pairs(scene))
    told = {line: _words(line.passage) for line in scene}
    held = Counter(word for words in told.values() for word in words)
    others = [pair for pair in found if pair[2] == OTHER]
    rng.shuffle(others)
    near = sorted(others, key=lambda pair: -sum(1 / held[word] for word in told[pair[0]] & told[pair[1]]))
    same, rival = ([pair for pair in found if pair[2] == label] for label in (SAME, RIVAL))
    hard = min(int(HARD * MOST_OTHER), len(near))
    numbers = set(counting([scene]))
    both = [pair for pair in others if pair[0] in numbers and pair[1] in numbers]
    apart = [(line, rng.choice(elsewhere), OTHER) for line in rng.choices(sorted(numbers, key=str), k=COUNTING)]
    chosen = [
        *rng.sample(same, min(MOST_SAME, len(same))),
        *rng.sample(rival, min(MOST_RIVAL, len(rival))),
        *rng.sample(near[: AMONG * MOST_OTHER], hard),
        *rng.sample(others, min(MOST_OTHER - hard, len(others))),
        *rng.sample(both, min(COUNTING, len(both))),
        *apart,
    ]
    turned = [(other, one, label) if rng.random() < 1 / 2 else (one, other, label) for one, other, label in chosen]
    return [(_shown(one, rng), _shown(other, rng), label) for one, other, label in turned]


def _shown(line: Line, rng: random.Random) -> str:
    return line.sentence if rng.random() < WHOLE else line.passage


def _words(passage: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(passage.casefold()) if len(word) >= LONG)
