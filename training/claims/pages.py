"""Read the stories: invented news as five outlets print it, in whole pages, with what each page tells marked.

``#`` opens a story, ``@ outlet | day | headline`` a page; then comes a sentence a line. ``[[7 words]]`` tells fact 7 of
the story, ``[[7b:number words]]`` another version of it. ``~ 7 9 | why`` names two facts that only look like rivals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HELD_OUT, HELD = 8, 4  # of so many stories of a file, the one that only evaluates
MARK = re.compile(r"\[\[(?P<fact>\d+)(?P<version>[b-z])?(?::(?P<kind>[a-z]+))? (?P<words>.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line that tells a fact. version: "" for the first; kind: in what that version differs from it."""

    fact: int
    version: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a headline, with what it tells."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one outlet prints. day: ``2026-03-04``."""

    outlet: str
    day: str
    headline: Sentence
    lines: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The headline, and what stands under it."""
        return self.headline, *self.lines


@dataclass(frozen=True, slots=True)
class Story:
    """The pages of a story. alike: pairs of facts that only look like rivals."""

    title: str
    pages: tuple[Page, ...]
    alike: tuple[tuple[int, int], ...]


def read(folder: Path) -> tuple[list[Story], list[Story]]:
    """The stories of a folder to learn from, and those held out.

    Raises:
        ValueError: a line has none of the forms above.
    """
    learned: list[Story] = []
    held: list[Story] = []
    for path in sorted(folder.glob("*.txt")):
        for number, story in enumerate(parsed(path.read_text(encoding="utf-8"))):
            (held if number % HELD_OUT == HELD else learned).append(story)
    return learned, held


def parsed(text: str) -> Iterator[Story]:
    """The stories of a text."""
    for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        title, *rows = part.splitlines()
        pages: list[tuple[str, list[Sentence]]] = []
        alike: list[tuple[int, int]] = []
        for row in filter(str.strip, rows):
            if row.startswith("@ "):
                pages.append((row[2:], []))
            elif row.startswith("~ "):
                one, other = row[2:].partition(" | ")[0].split()
                alike.append((int(one), int(other)))
            else:
                pages[-1][1].append(line(row))
        yield Story(title, tuple(page(head, lines) for head, lines in pages), tuple(alike))


def page(head: str, lines: list[Sentence]) -> Page:
    """A page with its head: its outlet, its day and its headline."""
    outlet, day, headline = head.split(" | ", 2)
    return Page(outlet, day, line(headline), tuple(lines))


def line(row: str) -> Sentence:
    """A line without its marks, and where these stood."""
    marks: list[Mark] = []
    text = ""
    at = 0
    for found in MARK.finditer(row):
        text += row[at : found.start()]
        marks.append(
            Mark(
                int(found["fact"]),
                found["version"] or "",
                found["kind"] or "",
                len(text),
                len(text) + len(found["words"]),
            )
        )
        text += found["words"]
        at = found.end()
    text += row[at:]
    if "[[" in text or "]]" in text:
        message = f"a mark of no known form: {row[:60]!r}"
        raise ValueError(message)
    return Sentence(text, tuple(marks))
