"""Times in articles whose day is not known: kept as counted from it."""

from collections.abc import Callable
from datetime import date

import pytest

from communique.domain import TimeExpression
from communique.domain.times import interval
from tests.reading.conftest import WEDNESDAY

Times = Callable[..., tuple[TimeExpression, ...]]


@pytest.mark.parametrize(
    ("text", "day", "last"),
    [
        ("The envoys met on Tuesday.", "2019-05-14", "2019-05-14"),
        ("The envoys will meet on Friday.", "2019-05-17", "2019-05-17"),
        ("The envoys met yesterday.", "2019-05-14", "2019-05-14"),
        ("The envoys met last week.", "2019-05-06", "2019-05-12"),
        ("The envoys met on May 6.", "2019-05-06", "2019-05-06"),
        ("The envoys met on Monday, May 6.", "2019-05-06", "2019-05-06"),
        ("The envoys met in March.", "2019-03-01", "2019-03-31"),
        ("The envoys met a year ago.", "2018-01-01", "2018-12-31"),
        ("The envoys met on Tuesday night.", "2019-05-14", "2019-05-14"),
        ("The envoys met last weekend.", "2019-05-11", "2019-05-12"),
    ],
)
def test_in_an_article_of_an_unknown_day_times_are_counted_from_it(
    read_times: Times, text: str, day: str, last: str
) -> None:
    (told,) = read_times(text, None)
    assert told.value is None
    assert told.relative is not None
    assert told.relative.on(date.fromisoformat(WEDNESDAY)) == (date.fromisoformat(day), date.fromisoformat(last))
    (dated,) = read_times(text)
    assert interval(dated.value or "") == (date.fromisoformat(day), date.fromisoformat(last))


def test_days_count_on_from_one_without_a_year(read_times: Times) -> None:
    found = read_times("It began on Oct. 5. Four days later, shells fell. They left the next day.", None)
    assert [time.relative and time.relative.on(date(2019, 10, 20)) for time in found] == [
        (date(2019, 10, day), date(2019, 10, day)) for day in (5, 9, 10)
    ]


def test_that_month_after_an_unknown_one_is_unknown(read_times: Times) -> None:
    found = read_times("They met in June 2013, quarrelled in August and parted in that month.", None)
    assert {time.span.text: time.value for time in found} == {
        "June 2013": "2013-06",
        "August": None,
        "that month": None,
    }


@pytest.mark.parametrize("text", ["He spoke on Tuesday and left on the same day.", "He came on Christmas Eve."])
def test_in_an_article_without_a_date_days_are_counted_from_its_own(read_times: Times, text: str) -> None:
    found = read_times(text, published=None)
    assert all(time.value is None and time.relative for time in found)
    days = {time.relative.on(date(2019, 5, 15)) for time in found if time.relative}
    assert len(days) == 1
    assert days != {None}
