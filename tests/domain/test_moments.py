from dataclasses import replace
from datetime import date

import pytest

from communique.domain.moments import Moment, Turn

TODAY = Moment(unit="day", number=0, floating=True)
MONTH = replace(TODAY, unit="month")
TUESDAY = date(2019, 5, 14)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (TODAY, (2019, 5, 14), (2019, 5, 14)),
        (TODAY.shifted(-1), (2019, 5, 13), (2019, 5, 13)),
        (replace(TODAY, unit="week").shifted(-1), (2019, 5, 6), (2019, 5, 12)),
        (TODAY.turned("last", 1, 7), (2019, 5, 13), (2019, 5, 13)),
        (TODAY.turned("last", 2, 7), (2019, 5, 14), (2019, 5, 14)),
        (TODAY.shifted(-1).turned("last", 2, 7), (2019, 5, 7), (2019, 5, 7)),
        (TODAY.turned("coming", 5, 7), (2019, 5, 17), (2019, 5, 17)),
        (MONTH.turned("last", 11, 12), (2018, 12, 1), (2018, 12, 31)),
        (MONTH.turned("ahead", 5, 12), (2019, 6, 1), (2019, 6, 30)),
        (replace(TODAY, turn="last", month=5, place=6), (2019, 5, 6), (2019, 5, 6)),
        (replace(TODAY, turn="last", month=12, place=30), (2018, 12, 30), (2018, 12, 30)),
        (replace(TODAY, turn="last", month=12, place=30).shifted(4), (2019, 1, 3), (2019, 1, 3)),
        (TODAY.turned("last", 1, 7).shifted(-2), (2019, 5, 11), (2019, 5, 11)),
        (replace(TODAY, turn="coming", month=1, place=3), (2020, 1, 3), (2020, 1, 3)),
    ],
)
def test_a_time_is_counted_from_the_day_once_it_is_known(
    told: Moment, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert told.value is None
    assert told.first is None
    assert told.on(TUESDAY) == (date(*first), date(*last))


def test_a_day_that_no_year_near_has_on_that_weekday_is_none() -> None:
    assert replace(TODAY, month=12, place=30, weekday=1).on(TUESDAY) is None


def test_only_the_unknown_day_itself_lies_in_a_longer_unit() -> None:
    week = TODAY.within("week")
    assert week is not None
    assert week.on(TUESDAY) == (date(2019, 5, 13), date(2019, 5, 19))
    assert TODAY.shifted(-1).within("month") is None


@pytest.mark.parametrize("turn", ["last", "coming", "ahead", "nearest"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(turn: Turn, day: date) -> None:
    for told in (TODAY.turned(turn, 3, 7), MONTH.turned(turn, 5, 12), replace(TODAY, turn=turn, month=2, place=29)):
        told.on(day)
        told.shifted(-9).on(day)
        told.shifted(9).on(day)
