"""Numbers in digits and in words, with what qualifies them and their units."""

import pytest

from communique.reading.numerals import numbers, value


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
        ("a hundred and fifty million", 150_000_000),
        ("three thousand nine hundred", 3900),
        ("two million three hundred thousand", 2_300_000),
        ("eighteen hundred", 1800),
        ("half a billion", 500_000_000),
        ("three quarters of a million", 750_000),
        ("a million and a half", 1_500_000),
        ("four and a half", 4.5),
        ("3 thousand million", 3e9),
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
        ("two dozen soldiers", 24, 24),
        ("a hundred and fifty soldiers", 150, 150),
        ("the hundred and twenty soldiers", 120, 120),
        ("between a hundred and a hundred and fifty soldiers", 100, 150),
        ("ten to fifteen thousand soldiers", 10_000, 15_000),
        ("ten or twelve soldiers", 10, 12),
        ("the forty or so soldiers", 36, 44),
        ("300 or more soldiers", 300, None),
        ("at least some 40 soldiers", 36, None),
        ("half a dozen soldiers", 6, 6),
        ("a few hundred soldiers", 200, 999),
        ("a pair of soldiers", 2, 2),
        ("the trio of soldiers", 3, 3),
    ],
)
def test_bounds_are_what_the_words_allow(text: str, low: float | None, high: float | None) -> None:
    (number,) = numbers(text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("half the soldiers", 50, 50),
        ("one half of the soldiers", 50, 50),
        ("a third of the soldiers", 33, 34),
        ("two-thirds of the soldiers", 66, 67),
        ("seven tenths of the soldiers", 70, 70),
        ("nearly half of the soldiers", 42.5, 50),
        ("more than a quarter of the soldiers", 25, None),
        ("their pay was cut by a third", 33, 34),
        ("one in five soldiers", 20, 20),
        ("two of every three soldiers", 66, 67),
        ("nine out of ten soldiers", 90, 90),
        ("one soldier in four was hurt", 25, 25),
        ("47 of every hundred soldiers", 47, 47),
        ("three-tenths of a percent", 0.3, 0.3),
        ("four and a half percent", 4.5, 4.5),
        ("31 pc", 31, 31),
    ],
)
def test_parts_of_a_whole_are_shares(text: str, low: float, high: float | None) -> None:
    (number,) = numbers(text)
    assert (number.low, number.high) == (low, high)
    assert number.unit is not None
    assert number.unit.name == "%"


@pytest.mark.parametrize(
    "text",
    ["a third man", "the first half", "half-built", "half the day", "a quarter of an hour", "the fifth column"],
)
def test_ordinals_and_parts_of_time_are_no_shares(text: str) -> None:
    assert list(numbers(text)) == []


def test_two_men_in_five_boats_are_no_share() -> None:
    assert [(n.low, n.unit) for n in numbers("They killed two men in five small boats.")] == [(2, None), (5, None)]


def test_both_ends_of_a_change_have_the_unit_behind_the_second() -> None:
    assert [(n.low, n.high, n.unit and n.unit.name) for n in numbers("rose from 8 to 18 percent")] == [
        (8, 8, "%"), (18, 18, "%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("a hundred and fifty million euros", 150e6, "EUR"),
        ("half a billion won", 5e8, "KRW"),
        ("250,000 naira", 250_000, "NGN"),
        ("Rs 500 crore", 5e9, "INR"),
        ("2 million pounds", 2e6, "GBP"),
        ("A$30m", 30e6, "AUD"),
        ("40 Swiss francs", 40, "francs"),
        ("33,000 litres", 33_000, "l"),
        ("two percentage points", 2, "points"),
        ("the two won", 2, None),
    ],
)
def test_units_behind_and_in_front(text: str, number: float, unit: str | None) -> None:
    (found,) = numbers(text)
    assert (found.low, found.unit and found.unit.name) == (number, unit)


def test_two_numbers_joined_by_and_are_two() -> None:
    assert [(n.low, n.high) for n in numbers("killing 12 and wounding 40, 5 and 6 of them")] == [
        (12, 12), (40, 40), (5, 5), (6, 6),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["45-year-old", "2-0", "12:30", "3.14.15", "F-16", "№7x", "1/2"])
def test_parts_of_other_words_are_no_numbers(text: str) -> None:
    assert list(numbers(text)) == []
