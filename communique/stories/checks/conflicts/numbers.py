"""Numbers: how many or how much the reports of one thing tell. The same number with `at least` is no other number."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain import Conflict, Verdict
from communique.stories.checks.conflicts.reports import Reports, Told, conflict
from communique.stories.figures import UNTOLD, Figure, agree, kinds, same_matter, same_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.domain import Quantity

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "abducted", "released", "rescued"})
"""What is counted again as days go by."""
VAGUE = 3.0  # times the lower bound is the higher one of `several` and `hundreds`
MOST = 200  # figures of one kind in one story that are compared


def find(reports: Reports) -> Iterator[Conflict]:
    """Figures of two articles, or of two sources in one, that count the same and differ."""
    for figures in kinds(reports.record, reports.readings):
        yield from _compared(reports, figures[:MOST])


def _compared(reports: Reports, figures: list[Figure]) -> Iterator[Conflict]:
    """Conflicts between figures of one kind, a pair of numbers once."""
    told_by: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        told_by[figure.article].append(figure)
    seen: set[frozenset[str]] = set()
    for one, other in combinations(figures, 2):
        if _vague(one.quantity) or _vague(other.quantity):
            continue
        values = frozenset({_value(one.quantity), _value(other.quantity)})
        if values in seen or same_number(one.quantity, other.quantity) or not same_matter(one, other):
            continue
        if one.article == other.article or not (
            _tells(told_by[one.article], other) or _tells(told_by[other.article], one)
        ):
            seen.add(values)
            verdict, why = _verdict(reports, one, other)
            sides = [Told(article=f.article, span=f.quantity.span, value=_value(f.quantity)) for f in (one, other)]
            yield conflict("number", _about(one.quantity), sides, verdict, why)


def _vague(quantity: Quantity) -> bool:
    """Whether a figure is a word such as `dozens`, from which no count is far enough to differ."""
    return bool(quantity.low and quantity.high and quantity.high >= VAGUE * quantity.low)


def _tells(figures: Iterable[Figure], other: Figure) -> bool:
    """Whether an article has the other's number too: then its own figure is one of something else."""
    return any(same_number(figure.quantity, other.quantity) for figure in figures)


def _verdict(reports: Reports, one: Figure, other: Figure) -> tuple[Verdict, str]:
    if agree(one.quantity, other.quantity):
        return "difference-in-precision", "Both can be true of one number."
    days = reports.day(one.article), reports.day(other.article)
    if one.article != other.article and one.quantity.fate in RISING:
        if None in days:
            return "cannot-tell", "One may be later than the other; the pages do not tell when both were published."
        if days[0] != days[1]:
            return "update", "The count was made on different days."
    return "contradiction", "Both cannot be true of one number."


def _value(quantity: Quantity) -> str:
    """The bounds in figures: `12`, `>=12`, `<=100`, `80-125`."""
    low, high = quantity.low, quantity.high
    unit = f" {quantity.unit}" if quantity.unit else ""
    if low is None or high is None:
        return (f"<={high:,.15g}" if low is None else f">={low:,.15g}") + unit
    return (f"{low:,.15g}" if low == high else f"{low:,.15g}-{high:,.15g}") + unit


def _about(quantity: Quantity) -> str:
    counted = "people" if quantity.counted in UNTOLD else quantity.counted
    return f"how many {counted}" + (f" {quantity.fate}" if quantity.fate else "")
