"""The matrix of positions in words: what all forms say alike, and its forms for Markdown and the terminal."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique.briefs.brief import Brief
from communique.briefs.gate import gated
from communique.briefs.matrix import Bond, Cell, Column, Deed, Matrix, RelationKind, Row, Shift, Stand
from communique.briefs.render import phrases
from communique.briefs.render.screen import Screen, printed, safe
from communique.domain import Record, Stance

HEADING, BONDS = "Where they stand", "Who agrees with whom, and who does not"
NOBODY = "The words of these pages do not tell where anybody stands."
NO_BONDS = "The words of these pages do not tell who agrees with whom."
LEGEND = (
    "Read from the verbs and judgements in print; where the words do not tell, the cell is empty. What somebody says "
    "in office counts for the state too, and is marked so."
)

CHANGED = "changed"
CHANGE_SIGN = "↻"

SIGNS: Mapping[Stance, str] = MappingProxyType({
    "supports": "+", "seeks": "→", "conciliatory": "~", "neutral": "=", "concerned": "?", "warns": "!", "denies": "∅",
    "opposes": "−", "rejects": "×",
})  # fmt: skip
RELATIONS: Mapping[RelationKind, str] = MappingProxyType({
    "disagree": "disagree on", "partly": "agree in part on", "agree": "agree on", "unclear": "unclear",
})  # fmt: skip


DOING: Mapping[Stance, str] = MappingProxyType({"supports": "agrees", "opposes": "refuses", "rejects": "refuses"})
"""A stance toward what one does oneself: nobody opposes to sign."""
CLAUSE = re.compile(r"(?:i|we|you|he|she|it|they|there) \w", re.IGNORECASE)


def told_as(stand: Stand) -> str:
    """The verb for a stance in front of what it is toward: *agrees* to sign, *seeks:* we can end it."""
    verb = DOING.get(stand.stance, stand.stance) if stand.toward.startswith("to ") else stand.stance
    return f"{verb}:" if CLAUSE.match(stand.toward) else verb


def reference(stand: Stand, lines: Mapping[str, int]) -> str:
    """Through whom a stance is known, and from which articles."""
    numbers = sorted({lines[name] for name in stand.statements if name in lines} | {d.source for d in stand.deeds})
    parts = [f"through {phrases.joined(list(stand.through))}"] if stand.through else []
    return ", ".join([*parts, *([_articles(numbers)] if numbers else [])])


def _articles(numbers: list[int]) -> str:
    noun = "article" if len(numbers) == 1 else "articles"
    return f"{noun} {phrases.joined([str(number) for number in numbers])}"


def when(stand: Stand) -> str:
    """The dates of the first and the last evidence, where they differ."""
    if stand.since is None or stand.since == stand.until:
        return phrases.date(stand.since) if stand.since else ""
    return f"{phrases.date(stand.since)} to {phrases.date(stand.until or '')}"


def shift(held: Shift) -> str:
    """A change of position in words: *first opposes (3 May 2024), then supports (9 May 2024)*."""
    return (
        f"first {held.first.stance} ({phrases.date(held.first.day)}), "
        f"then {held.then.stance} ({phrases.date(held.then.day)})"
    )


def sources_of(brief: Brief) -> dict[str, int]:
    """The number of the article that each statement shown stands in."""
    return {line.statement: report.source for report in brief.reports for line in report.lines}


def kinds(cell: Cell) -> list[tuple[Stance, int]]:
    """The stances of a cell, each with how many things it is toward."""
    order = sorted(cell.stands, key=lambda stand: list(SIGNS).index(stand.stance))
    return [(stance, len(list(group))) for stance, group in groupby(stand.stance for stand in order)]


def left_out(matrix: Matrix) -> str:
    """How much is listed below the table for want of room; empty where all is in it."""
    actors = {row.actor for row in matrix.others} - {row.actor for row in matrix.rows}
    parts = [phrases.counted(len(actors), "more actor")] if actors else []
    parts += [phrases.counted(len(matrix.other_columns), "more issue")] if matrix.other_columns else []
    return " and ".join(parts)


def unclear(matrix: Matrix) -> str:
    """How many pairs cannot be told, and how many are left out."""
    parts = [f"{phrases.counted(matrix.unclear, 'pair')} spoke on one issue, and it cannot be told whether they agree"]
    more = [f"{matrix.more_bonds} more are in the record"] if matrix.more_bonds else []
    return "; ".join([*(parts if matrix.unclear else []), *more])


def markdown(brief: Brief, escaped: Callable[[str], str]) -> Iterator[str]:
    """The matrix as a table, its entries with the footnotes of their statements, and what is agreed and what not."""
    matrix = brief.matrix
    yield f"## {HEADING}\n"
    if not matrix.rows:
        yield f"{NOBODY}\n"
        return
    yield f"{LEGEND}\n"
    yield "| | " + " | ".join(escaped(column.label) for column in matrix.columns) + " |"
    yield "| --- |" + " --- |" * len(matrix.columns)
    for row in matrix.rows:
        cells = {cell.issue: cell for cell in row.cells}
        words = [_in_markdown(cells.get(column.issue), escaped) for column in matrix.columns]
        yield f"| **{escaped(row.name)}** | " + " | ".join(words) + " |"
    yield ""
    if matrix.others:
        label_of = labels(matrix)
        yield f"Also: {left_out(matrix)}\n" if left_out(matrix) else ""
        for row in matrix.others:
            for cell in row.cells:
                yield f"- **{escaped(row.name)}**, {escaped(label_of[cell.issue])}: {_in_markdown(cell, escaped)}"
        yield ""
    yield f"### {BONDS}\n"
    for bond in matrix.bonds:
        notes = "".join(f"[^{name}]" for name in bond.statements)
        one, other = map(escaped, bond.names)
        yield f"- **{one}** and **{other}** {RELATIONS[bond.relation]} {escaped(bond.label)}{notes}"
    yield f"\n{unclear(matrix) or NO_BONDS if not matrix.bonds else unclear(matrix)}\n"


def _in_markdown(cell: Cell | None, escaped: Callable[[str], str]) -> str:
    parts = []
    for stand in cell.stands if cell else ():
        through = f" (through {escaped(phrases.joined(list(stand.through)))})" if stand.through else ""
        notes = "".join(f"[^{name}]" for name in stand.statements)
        parts.append(f"{told_as(stand).removesuffix(':')}: {escaped(stand.toward)}{through}{notes}")
    for held in cell.shifts if cell else ():
        notes = "".join(f"[^{name}]" for name in (*held.first.statements, *held.then.statements))
        parts.append(f"**{CHANGED}**: {shift(held)}: {escaped(held.then.toward)}{notes}")
    return "<br>".join(parts)


def told(matrix: Matrix) -> list[RelationKind]:
    """The relations that any of the bonds shown has."""
    held = {bond.relation for bond in matrix.bonds}
    return [relation for relation in RELATIONS if relation in held]


def pairs(matrix: Matrix) -> list[tuple[tuple[str, str], list[Bond]]]:
    """The bonds of each pair together, in the order of the first."""
    found: dict[frozenset[str], list[Bond]] = {}
    for bond in matrix.bonds:
        found.setdefault(frozenset(bond.pair), []).append(bond)
    return [(held[0].names, held) for held in found.values()]


def labels(matrix: Matrix) -> dict[str, str]:
    """The label of each issue, by id."""
    return {column.issue: column.label for column in (*matrix.columns, *matrix.other_columns)}


def deeds(matrix: Matrix) -> Iterator[Deed]:
    """Every deed that the matrix shows."""
    for row in (*matrix.rows, *matrix.others):
        for cell in row.cells:
            for stand in cell.stands:
                yield from stand.deeds


def terminal(brief: Brief) -> Iterator[RenderableType]:
    """The matrix with a sign for each stance and a number for each issue, then every stance in words."""
    matrix = brief.matrix
    if not matrix.rows:
        yield Text(NOBODY)
        return
    yield Text(LEGEND, "brief.soft")
    signs = [f"{sign} {stance}" for stance, sign in SIGNS.items()]
    signs += [f"{CHANGE_SIGN} {CHANGED}"] if _changed(matrix) else []
    yield Text("  ".join(signs), "brief.soft")
    yield _grid(matrix)
    lines = sources_of(brief)
    rows = (*matrix.rows, *matrix.others)
    for number, column in enumerate((*matrix.columns, *matrix.other_columns), start=1):
        yield Text.assemble(f"\n{number:>3}  ", (safe(column.label), "brief.name"))
        yield from _column(column, rows, lines)
    yield Text(f"\n{BONDS}", "brief.head")
    for bond in matrix.bonds:
        yield _bond(bond, lines)
    if rest := unclear(matrix) or ("" if matrix.bonds else NO_BONDS):
        yield Text(rest, "brief.soft")


def _changed(matrix: Matrix) -> bool:
    return any(cell.shifts for row in (*matrix.rows, *matrix.others) for cell in row.cells)


def _grid(matrix: Matrix) -> Table:
    grid = Table(box=None, padding=(0, 1), pad_edge=False)
    grid.add_column("")
    for number in range(1, len(matrix.columns) + 1):
        grid.add_column(str(number), justify="center")
    for row in matrix.rows:
        cells = {cell.issue: cell for cell in row.cells}
        held = (cells.get(column.issue) for column in matrix.columns)
        marks = (_marks(cell) if cell else "·" for cell in held)
        grid.add_row(Text(safe(row.name), "brief.where"), *marks)
    return grid


def _marks(cell: Cell) -> str:
    return "".join(SIGNS[stance] for stance, _ in kinds(cell)) + (CHANGE_SIGN if cell.shifts else "")


def _column(column: Column, rows: tuple[Row, ...], lines: Mapping[str, int]) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2))
    for row in rows:
        for stand in (s for cell in row.cells if cell.issue == column.issue for s in cell.stands):
            if stand.through:  # stands in the line of who said it
                continue
            words = Text.assemble(safe(stand.toward), (f"  {safe(reference(stand, lines))}", "brief.soft"))
            table.add_row("   ", Text(safe(row.name), "brief.where"), f"{SIGNS[stand.stance]} {told_as(stand)}", words)
        for held in (s for cell in row.cells if cell.issue == column.issue for s in cell.shifts if s.own):
            numbers = sorted({lines[name] for name in (*held.first.statements, *held.then.statements) if name in lines})
            words = Text.assemble(shift(held), ": ", safe(held.then.toward), (f"  {_articles(numbers)}", "brief.soft"))
            table.add_row("   ", Text(safe(row.name), "brief.where"), f"{CHANGE_SIGN} {CHANGED}", words)
    yield table


def _bond(bond: Bond, lines: Mapping[str, int]) -> Text:
    numbers = sorted({lines[name] for name in bond.statements if name in lines})
    where = f"  {_articles(numbers)}" if numbers else ""
    names = f"{bond.names[0]} and {bond.names[1]}"
    return Text.assemble(
        (safe(names), "brief.where"), f" {RELATIONS[bond.relation]} {safe(bond.label)}", (where, "brief.soft")
    )


@gated
def render(brief: Brief, _record: Record, screen: Screen) -> str:
    """The matrix alone, for the terminal."""
    return printed([Text(HEADING, "brief.head"), *terminal(brief)], screen)
