"""Amounts: whether two quantities can be one number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.domain import Quantity

ROUND = 100.0  # smaller numbers are counted, not rounded
FARTHEST, CLOSE = 2.0, 1.0
"""How many times another number one may be, and how many more, where both are small (`none`, `one`, `three`)."""
VAGUE = 3.0  # times the lower bound is the higher one of `several` and `hundreds`
MEASURES = frozenset({"km", "m", "ha", "t", "kg", "km/h"})
SHARE = "%"
UNIT = re.compile(r"\d[\d.,]*[\s-]*(?:hundred|thousand|million|billion)?[\s-]*([A-Za-z]+)")
ROUNDED = 0.05  # of a number that is rounded
MEASURED = 0.01  # of a measure
TURNED = 0.03  # of a measure that is turned into another unit and rounded
OPEN = float("inf")


def same_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one, perhaps with `at least` before the one."""
    bounds = (one.low, one.high), (other.low, other.high)
    if bounds[0] == bounds[1]:
        return True
    exact = [low for low, high in bounds if low == high]
    return bool(exact) and any(exact[0] in {low, high} for low, high in bounds if low != high)


def one_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one number, or one measure in other units."""
    turned = one.unit in MEASURES and None not in {one.low, one.high, other.low, other.high} and agree(one, other)
    return turned or same_number(one, other)


def vague(quantity: Quantity) -> bool:
    """Whether a figure is a word such as `dozens`, from which no count is far enough to differ."""
    return bool(quantity.low and quantity.high and quantity.high >= VAGUE * quantity.low)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one number."""
    turned = _unit_in_print(one) != _unit_in_print(other)
    (low, high), (bottom, top) = (rounded(quantity, turned=turned) for quantity in (one, other))
    return low <= top and bottom <= high


def _unit_in_print(quantity: Quantity) -> str:
    """The unit as it is printed: a number of miles that is one of kilometres has been turned into it."""
    match = UNIT.search(quantity.span.text)
    return match[1].casefold().rstrip("s") if match else ""


def rounded(quantity: Quantity, *, turned: bool = True) -> tuple[float, float]:
    """The bounds of a quantity; a large round number may stand for what rounds to it (`11 million`).

    So may a measure, which is often one turned into another (`400 pounds`, `181 kg`).
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None:  # `more than 1,000` says little of 5,500
        return (low or 0.0, FARTHEST * low if low else OPEN) if high is None else (high / FARTHEST, high)
    if low == high and quantity.unit in MEASURES:
        inexact = TURNED if turned else MEASURED
        return low * (1 - inexact), high * (1 + inexact)
    if low == high and quantity.unit == SHARE:
        half = 0.5 * 10 ** -len(f"{low:.15g}".partition(".")[2])
        return low - half, high + half
    if low == high and low >= ROUND:
        digits = f"{low:.15g}".rstrip("0").replace(".", "")
        half = 0.5 * 10 ** (len(f"{int(low)}") - len(digits))
        half = min(half, ROUNDED * low)
        return low - half, high + half
    return low, high


def near(one: Quantity, other: Quantity, times: float = FARTHEST) -> bool:
    """Whether the numbers are near enough to be of one thing: reports of one number seldom differ by more."""
    (low, high), (bottom, top) = rounded(one), rounded(other)
    return low <= times * top + CLOSE and bottom <= times * high + CLOSE
