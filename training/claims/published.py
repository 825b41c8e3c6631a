"""Read the judged pairs: sentences of published reports, of which people said whether they tell the same.

The texts stay with the public data; `published.tsv` holds where they stand. A row: the group of reports, then of
either sentence its article, its start and end and those of the passage that counts, and what the two are to each other.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from scenes import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKUP = re.compile(r"<[^>]*>")
DAY = re.compile(r"_(\d{4}-\d\d-\d\d)_|[A-Z](\d{4})(\d\d)(\d\d)\.")
LINE_END = re.compile(r"(?<=[^\n])\n(?=[^\n])")
HELD_OUT, HELD = 6, 2  # of so many groups, the one that only evaluates


class Article(NamedTuple):
    """A published report. day: ``2016-06-04``, or "" where its name does not tell it."""

    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence, and its passage that counts, which is all of it where the two tell different things."""

    sentence: str
    passage: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Two sentences of different reports. label: what their passages are to each other."""

    one: Side
    other: Side
    label: int


def articles(data: Path) -> dict[str, Article]:
    """The articles of the news clusters, each behind its title, of PolNeAR, TimeBank and AQUAINT, by name."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in data.glob("polnear/*/text/*.txt")}
    found |= {path.stem: _unmarked(path.read_text(encoding="utf-8")) for path in data.glob("timeml/*/*.tml")}
    dated = {name: Article(text, _day(name)) for name, text in found.items()}
    with (data / "clusters" / "articles.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            dated[row["id"]] = Article(f"{row['title']}\n\n{row['text']}", row["published"].partition("T")[0])
    return dated


def _day(name: str) -> str:
    found = DAY.search(name)
    return "-".join(filter(None, found.groups())) if found else ""


def _unmarked(text: str) -> str:
    """The text of a TimeML file, a paragraph a line."""
    body = unescape(MARKUP.sub("", text.partition("<TEXT>")[2].partition("</TEXT>")[0])).strip("\n")
    return LINE_END.sub(" ", body)


def read(table: Path, data: Path) -> tuple[list[Judged], list[Judged]]:
    """The pairs to learn from, and those held out."""
    learned: list[Judged] = []
    held: list[Judged] = []
    for group, judged in rows(table, articles(data)):
        (held if group % HELD_OUT == HELD else learned).append(judged)
    return learned, held


def rows(table: Path, reports: dict[str, Article]) -> Iterator[tuple[int, Judged]]:
    """Each pair with the number of its group."""
    with table.open(encoding="utf-8", newline="") as lines:
        for group, *sides, label in csv.reader(lines, delimiter="\t"):
            one, other = (_side(reports, *sides[at : at + 5]) for at in (0, 5))
            yield int(group), Judged(one, other, LABELS.index(label))


def _side(reports: dict[str, Article], article: str, *offsets: str) -> Side:
    start, end, first, last = map(int, offsets)
    text = reports[article].text
    return Side(" ".join(text[start:end].split()), " ".join(text[first:last].split()))
