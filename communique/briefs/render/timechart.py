"""The timeline as a picture: where its axis, its lanes and every mark stand. What it looks like is the template's."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from communique.briefs.brief import Entry
from communique.briefs.render import entries
from communique.domain import EventStatus
from communique.knowledge.calendar import MONTHS

WIDTH, EDGE = 900, 10
ROW, HEAD, AXIS = 25, 32, 46
LETTER = 6.5  # how wide a letter of a label is taken to be
LABEL = 46  # letters of a label
WIDEST = LABEL * LETTER + 2 * EDGE
TICK = 62  # how far apart dates stand on the axis
MOST = 36  # entries that are drawn
EVEN = 62  # days up to which the axis is to scale

LANES: tuple[tuple[str, tuple[EventStatus, ...]], ...] = (
    ("Took place", ("occurred",)),
    ("Alleged or denied", ("alleged", "denied")),
    ("Announced, threatened or only talked of", ("planned", "threatened", "hypothetical")),
    ("Called off", ("cancelled",)),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry: from x to its end, both the same for a single day. radius: the larger, the more outlets tell it.

    The label stands behind the mark; before it (label_end), where a long one would reach out of the picture, so that
    those of one day stand on one side; above it where there is no room on either side.
    """

    entry: Entry
    x: float
    end: float
    y: float
    radius: float
    label: str
    label_x: float
    label_y: float
    label_end: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Events of like status, one below the other where they would overlap."""

    heading: str
    top: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis; the year only where it differs from that of the date before."""

    x: float
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture. drawn: of how many dated entries. even: whether the axis is to scale."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    drawn: int
    dated: int
    even: bool


def chart(timeline: Iterable[Entry]) -> Chart | None:
    """The picture of the dated entries that most outlets tell; None where there are not two of them."""
    dated = [entry for entry in timeline if entry.first and entry.last]
    chosen = {entry.event for entry in sorted((e for e in dated if not e.minor), key=_weight)[:MOST]}
    drawn = [entry for entry in dated if entry.event in chosen]
    if len(drawn) < 2:
        return None
    axis = _Axis(drawn)
    lanes, bottom = _lanes(drawn, axis)
    return Chart(WIDTH, bottom + AXIS, lanes, tuple(_ticks(drawn, axis)), len(drawn), len(dated), axis.even)


def _weight(entry: Entry) -> tuple[int, int, int]:
    return -entry.outlets, -len(entry.told), -len(entry.statements)


def _ends(entry: Entry) -> tuple[int, int]:
    first, last = (date.fromisoformat(day).toordinal() for day in (entry.first or "", entry.last or ""))
    return first, last


class _Axis:
    """Where a day stands. Over a few weeks the days are of one width; over more, a gap counts by its logarithm."""

    def __init__(self, drawn: Sequence[Entry]) -> None:
        self._days = sorted({day for entry in drawn for day in _ends(entry)})
        self.even = self._days[-1] - self._days[0] <= EVEN
        gaps = [later - day for day, later in pairwise(self._days)]
        places = list(accumulate((gap if self.even else 1 + math.log10(gap) for gap in gaps), initial=0.0))
        whole = places[-1] or 1.0
        self._places = [3 * EDGE + place / whole * (WIDTH - 6 * EDGE) for place in places]

    def place(self, day: int) -> float:
        """Of a day on which an entry begins or ends."""
        return self._places[bisect_left(self._days, day)]


def _lanes(drawn: Sequence[Entry], axis: _Axis) -> tuple[tuple[Lane, ...], float]:
    """The lanes that hold anything, and where the last one ends."""
    lanes: list[Lane] = []
    top = 0.0
    for heading, statuses in LANES:
        marks = tuple(_marks([entry for entry in drawn if entry.status in statuses], axis, top + HEAD))
        if marks:
            height = max(mark.y for mark in marks) + ROW / 2 - top
            lanes.append(Lane(heading, top, height, marks))
            top += height + EDGE / 2
    return tuple(lanes), top


def _marks(of_lane: Iterable[Entry], axis: _Axis, top: float) -> Iterator[Mark]:
    """Each in the first row in which neither it nor its label overlaps another."""
    rows: list[list[tuple[float, float]]] = []
    for entry in of_lane:
        x, end = map(axis.place, _ends(entry))
        radius = 4 + min(entry.outlets, 6) * 0.6
        label = entry.label if len(entry.label) <= LABEL else entry.label[: LABEL - 1].rstrip() + "…"
        length = len(label) * LETTER + 2 * EDGE
        behind = end + WIDEST <= WIDTH or x < length <= WIDTH - end
        before = not behind and x - length >= 0
        reach = end + length if behind else end + radius if before else max(end + radius, x + length)
        taken = (x - length if before else x - radius, reach)
        row = next((n for n, held in enumerate(rows) if all(taken[1] < a or b < taken[0] for a, b in held)), len(rows))
        rows.extend([[]] if row == len(rows) else [])
        rows[row].append(taken)
        y = top + (row + 0.5) * ROW - EDGE / 2
        label_x = end + radius + EDGE / 2 if behind else x - radius - EDGE / 2 if before else x + EDGE / 2
        yield Mark(entry, x, end, y, radius, label, label_x, y + 4 if behind or before else y - 7, before)


def _ticks(drawn: Sequence[Entry], axis: _Axis) -> Iterator[Tick]:
    """The days on which most entries begin, as far as there is room for them."""
    found: dict[int, list[tuple[str, str]]] = {}
    for entry in drawn:
        if words := _words(entry):
            found.setdefault(_ends(entry)[0], []).append(words)
    kept: list[int] = []
    for day in sorted(found, key=lambda day: (-len(found[day]), day)):
        if all(abs(axis.place(day) - axis.place(other)) >= TICK for other in kept):
            kept.append(day)
    before = ""
    for day in sorted(kept):
        name, year = max(found[day], key=lambda words: len(words[0]))
        yield Tick(axis.place(day), name, year if year != before else "")
        before = year


def _words(entry: Entry) -> tuple[str, str] | None:
    """The day and month, the month, or neither, that the date begins with, and the year; None for weeks and seasons."""
    parts = (entry.date or "").partition("/")[0].partition("T")[0].split("-")
    if len(parts[0]) != 4 or not all(part.isdecimal() for part in parts):
        return None
    month = [MONTHS[int(parts[1]) - 1][-1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *month]), parts[0]


def spoken(mark: Mark) -> str:
    """A mark in words."""
    return f"{entries.when(mark.entry)}, {entries.STATUSES[mark.entry.status]}: {mark.entry.label}"


SHAPES: Mapping[EventStatus, str] = {
    "occurred": "full", "alleged": "diamond", "denied": "diamond", "planned": "open", "threatened": "open",
    "hypothetical": "open", "cancelled": "cross",
}  # fmt: skip
