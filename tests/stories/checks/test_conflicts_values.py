"""Values: which numbers, and which lengths of time, can be of one point and exclude each other."""

from dataclasses import replace

import pytest

from communique.domain import Quantity, Span
from communique.knowledge.quantities import PART, YEARS
from communique.stories.checks.conflicts.lengths import bounds, minutes_of
from communique.stories.checks.conflicts.reports import Told
from communique.stories.checks.conflicts.values import Length, Number

Sort = tuple[float, str | None, str | None, str | None]  # the number, its unit, what is counted, its fate


def span(words: str) -> Span:
    return Span(document="d", start=0, end=len(words), text=words)


def number(sort: Sort) -> Number:
    amount, unit, counted, fate = sort
    quantity = Quantity(span=span(str(amount)), low=amount, high=amount, unit=unit, counted=counted, fate=fate)
    told = Told(article="a", span=quantity.span, value=str(amount))
    return Number(told=told, sentence=quantity.span, quantity=quantity, figure=None)


def length(words: str, value: str) -> Length:
    told = Told(article="a", span=span(words), value=value)
    between = bounds(told, told.span)
    assert between is not None
    return Length(told=told, sentence=told.span, between=between)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((11, None, "deaths", "killed"), (13, None, "persons", "killed"), True),
        ((4, None, "malaysian citizen", None), (2, None, "malaysians", None), True),
        ((6, None, "staff member", None), (4, None, "employee", None), True),
        ((6, None, "crew members", None), (4, None, "man", None), True),
        ((6, None, "staff member", None), (4, None, "alarm", None), False),
        ((12, None, "persons", None), (5, None, "soldiers", None), False),
        ((12, None, "persons", "killed"), (5, None, "soldiers", "killed"), True),
        ((40, "%", "water", None), (32, None, None, None), True),
        ((40, "%", "water", None), (40, None, None, None), False),
        ((40, "%", "water", None), (32, None, "village", None), False),
        ((91, YEARS, None, None), (88, None, None, None), True),
        ((3, None, "ships", PART), (5, None, "ships", None), False),
        ((5, None, "ships", PART), (3, None, "ships", None), True),
    ],
)
def test_numbers_of_one_point(one: Sort, other: Sort, apart: bool) -> None:  # noqa: FBT001
    assert number(one).apart(number(other)) is apart
    assert number(other).apart(number(one)) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("two hours", "PT2H"), ("five hours", "PT5H"), True),
        (("two hours", "PT2H"), ("nine hours", "PT9H"), False),
        (("seven days", "P7D"), ("ten days", "P10D"), True),
        (("a week", "P1W"), ("seven days", "P7D"), False),
        (("three days", "P3D"), ("72 hours", "PT72H"), False),
        (("a year and seven months", "P1Y7M"), ("19 months", "P19M"), False),
        (("90 seconds", "PT90S"), ("five minutes", "PT5M"), True),
    ],
)
def test_lengths_of_one_point(one: tuple[str, str], other: tuple[str, str], apart: bool) -> None:  # noqa: FBT001
    assert length(*one).apart(length(*other)) is apart


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("PT90S", 1.5), ("PT2H40M", 160), ("P1DT6H", 1800), ("PXD", None), ("P", None), ("PT", None), ("2026-03", None)],
)
def test_how_many_minutes_a_length_has(value: str, minutes: float | None) -> None:
    assert minutes_of(value) == minutes


def test_how_often_is_of_one_point_where_the_same_was_done() -> None:
    three, four = number((3, None, "time", None)), number((4, None, "time", None))
    raised, read = frozenset({"raise"}), frozenset({"read"})
    assert replace(three, deeds=raised).apart(replace(four, deeds=raised))
    assert not replace(three, deeds=raised).apart(replace(four, deeds=read))
