"""Quantities: what number, of what, with what fate."""

from collections.abc import Callable

import pytest

from communique.domain import Quantity, Reading
from communique.reading.quantities import numbers, value

Read = Callable[..., Reading]


def only(reading: Reading) -> Quantity:
    (quantity,) = reading.quantities
    return quantity


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,200", 1200),
        ("3.5 million", 3_500_000),
        ("twenty-five", 25),
        ("two hundred thousand", 200_000),
        ("one hundred", 100),
        ("a thousand", 1000),
        ("45k", 45_000),
        ("nineteen", 19),
    ],
)
def test_value_of_words(words: str, number: float) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("some 120,000 soldiers", 108_000, pytest.approx(132_000)),
        ("over 100,000 soldiers", 100_000, None),
        ("at least 12 soldiers", 12, None),
        ("as many as 40 soldiers", None, 40),
        ("nearly 100 soldiers", 85, 100),
        ("between 10 and 20 soldiers", 10, 20),
        ("10 to 20 soldiers", 10, 20),
        ("dozens of soldiers", 24, 199),
        ("25 soldiers", 25, 25),
    ],
)
def test_bounds_are_what_the_words_allow(text: str, low: float | None, high: float | None) -> None:
    (number,) = numbers(text)
    assert (number.low, number.high) == (low, high)


def test_two_numbers_joined_by_and_are_two() -> None:
    assert [(n.low, n.high) for n in numbers("killing 12 and wounding 40, 5 and 6 of them")] == [
        (12, 12), (40, 40), (5, 5), (6, 6),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["45-year-old", "2-0", "12:30", "3.14.15", "F-16", "№7x", "1/2"])
def test_parts_of_other_words_are_no_numbers(text: str) -> None:
    assert list(numbers(text)) == []


def test_money_and_measures_have_units(read: Read) -> None:
    money, oil = read("The bank lent $3.5 billion in aid. The field gives 45,000 barrels of oil.").quantities
    assert (money.low, money.unit, money.counted) == (3.5e9, "USD", "aid")
    assert (oil.low, oil.unit, oil.counted) == (45_000, "barrel", "oil")


def test_miles_and_kilometres_are_one_unit(read: Read) -> None:
    miles = only(read("The convoy stretched over 10 miles of road."))
    assert miles.unit == "km"
    assert miles.low == pytest.approx(16.09, abs=0.01)


def test_the_fate_of_the_counted(read: Read) -> None:
    killed, injured = read("At least 12 people were killed and 30 others injured when the ferry sank.").quantities
    assert (killed.fate, killed.counted, killed.span.text) == ("killed", "persons", "At least 12 people")
    assert (injured.fate, injured.counted) == ("injured", "persons")


def test_a_toll_counts_the_dead(read: Read) -> None:
    assert only(read("The death toll rose to 15.")).fate == "killed"


def test_people_of_whom_more_is_told_are_not_just_people(read: Read) -> None:
    assert only(read("The crash killed 10 Norwegian passengers.")).counted == "norwegian passenger"


@pytest.mark.parametrize(
    "text",
    [
        "Two of the ministers left early.",
        "Ann Lee, aged 45, will not run.",
        "The Group of 20 met in Bergen.",
        "The harbour was closed in 2019 for three weeks.",
        "No one knew it.",
    ],
)
def test_no_quantities(read: Read, text: str) -> None:
    assert read(text).quantities == ()
