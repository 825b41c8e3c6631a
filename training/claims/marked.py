"""Read the marked reports: published news of which people marked what each page of a story tells.

The texts stay with the public data; `marked.tsv` holds where the marks stand. A row: the group of reports (`26b`: more
of group 26), the article,
where a passage starts and ends in it, the fact that it tells, the version of that, and the kind of that version. With
`~` for an article, the two numbers are facts that only look like rivals.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from pages import Mark, Page, Sentence, Story
from published import HELD, HELD_OUT, articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

END = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])|\n+")
SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|Prof|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|[A-Z]|a\.m|p\.m|Inc|Co|vs)\.$"
)


def read(table: Path, data: Path) -> tuple[list[Story], list[Story]]:
    """The stories to learn from, and those held out, whose groups are those of the judged pairs."""
    learned: list[Story] = []
    held: list[Story] = []
    marks_of: dict[str, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as lines:
        for group, article, start, end, *mark in csv.reader(lines, delimiter="\t"):
            if article == "~":
                alike[group].append((int(start), int(end)))
            else:
                fact, version, kind = mark
                marks_of[group][article].append(Mark(int(fact), version, kind, int(start), int(end)))
    published = articles(data)
    for group, found in marks_of.items():
        pages = (page(article, *published[article], marks) for article, marks in found.items())
        story = Story(group, tuple(pages), tuple(alike[group]))
        (held if int(group.rstrip("b")) % HELD_OUT == HELD else learned).append(story)
    return learned, held


def page(article: str, text: str, day: str, marks: Sequence[Mark]) -> Page:
    """An article by its sentences, the first of which is its headline."""
    headline, *lines = (
        Sentence(
            text[start:end],
            tuple(
                Mark(mark.fact, mark.version, mark.kind, mark.start - start, mark.end - start)
                for mark in sorted(marks, key=lambda mark: mark.start)
                if start <= mark.start and mark.end <= end
            ),
        )
        for start, end in sentences(text)
    )
    return Page(article, day, headline, tuple(lines))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand; none runs over a line's end."""
    at = 0
    for found in END.finditer(text):
        if "\n" not in found[0] and SHORT.search(text[: found.start()]):
            continue
        if text[at : found.start()].strip():
            yield at, found.start() + len(found[0].rstrip())
        at = found.end()
    if text[at:].strip():
        yield at, len(text)
