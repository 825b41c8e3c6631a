from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Span, TimeExpression, moments
from communique.domain.times import interval
from communique.record.events.moments import Moment, agreement, explained, iso, moment, shifted

TODAY = moments.Moment(unit="day", number=0, floating=True)
MAY_6 = replace(TODAY, turn="last", month=5, place=6)
COUNTED = {
    "Tuesday": TODAY.turned("last", 2, 7),
    "May 6": MAY_6,
    "6 May": MAY_6,
    "March": replace(TODAY, unit="month").turned("last", 2, 12),
}
"""What some words mean in an article of an unknown day."""


def told(words: str, value: str | None = None, kind: str = "DATE") -> Moment | None:
    span = Span(document="d", start=0, end=len(words), text=words)
    relative = None if value else COUNTED.get(words)
    return moment(TimeExpression(span=span, value=value, type=kind, relative=relative))  # type: ignore[arg-type]


def some(words: str, value: str | None = None) -> Moment:
    found = told(words, value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "value", "date"),
    [
        ("last week", "2019-W18", "2019-04-29/2019-05-05"),
        ("early next week", "2019-W21", "2019-05-20/2019-05-26"),
        ("late December", "2018-12", "2018-12-21/2018-12-31"),
        ("early March", "2019-03", "2019-03-01/2019-03-10"),
        ("late February", "2019-02", "2019-02-21/2019-02-28"),
        ("March", "2019-03", "2019-03"),
        ("the summer", "2019-SU", "2019-06-01/2019-08-31"),
        ("2016", "2016", "2016"),
        ("late on Tuesday", "2019-05-14", "2019-05-14"),
    ],
)
def test_a_date_is_as_precise_as_the_words(words: str, value: str, date: str) -> None:
    days = some(words, value).days
    assert days is not None
    assert iso(days) == date


@pytest.mark.parametrize(
    "words",
    ["31 February", "Monday, 7 May 2019", "the year 0000", "lately", "Smarch 3"],
)
def test_words_without_a_day_are_kept_and_not_dated(words: str) -> None:
    found = some(words)
    assert found.days is None
    assert not found.partial
    assert explained(found) == f"“{words}” cannot be dated"


@pytest.mark.parametrize(("words", "value"), [("over an hour", "PT1H"), ("two weeks", "P2W")])
def test_how_long_is_no_date(words: str, value: str) -> None:
    assert told(words, value, "DURATION") is None


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        (("Tuesday", None), ("May 14", "2019-05-14"), 1),
        (("Tuesday", None), ("May 6", "2019-05-06"), -1),
        (("May 6", None), ("6 May", None), 1),
        (("May 6", None), ("Monday", "2019-05-06"), 1),
        (("May 6", None), ("this week", "2019-W19"), 1),
        (("March", None), ("April 2", "2019-04-02"), -1),
        (("March", None), ("Tuesday", None), 0),
        (("May 6", "2019-05-06"), ("May 13", "2019-05-13"), -1),
        (("last week", "2019-W18"), ("May 2", "2019-05-02"), 1),
        (("31 February", None), ("May 2", "2019-05-02"), 0),
    ],
)
def test_words_agree_or_exclude_each_other(a: tuple[str, str], b: tuple[str, str], sign: int) -> None:
    one, other = agreement(some(*a), some(*b)), agreement(some(*b), some(*a))
    assert one == other
    assert (one > 0) - (one < 0) == sign


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_error(year: str) -> None:
    end = some("the end", year)
    assert shifted(end, -1 if year.startswith("0") else 1, end.words) is None


@given(st.dates(), st.dates())
def test_days_as_a_date_are_the_same_days(a: date, b: date) -> None:
    days = min(a, b), max(a, b)
    assert interval(iso(days)) == days
