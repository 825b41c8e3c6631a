from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain.times import interval, widened


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-05-06", date(2019, 5, 6), date(2019, 5, 6)),
        ("2019-05-06T10:30", date(2019, 5, 6), date(2019, 5, 6)),
        ("2019-05-06TMO", date(2019, 5, 6), date(2019, 5, 6)),
        ("2019-05-06T10:30Z", date(2019, 5, 6), date(2019, 5, 6)),
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("2019-W19", date(2019, 5, 6), date(2019, 5, 12)),
        ("2019-W19-WE", date(2019, 5, 11), date(2019, 5, 12)),
        ("2018-Q4", date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-H1", date(2018, 1, 1), date(2018, 6, 30)),
        ("2018-SU", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018-WI", date(2018, 12, 1), date(2019, 2, 28)),
        ("2019-06-28/2019-06-29", date(2019, 6, 28), date(2019, 6, 29)),
        ("1992/1995", date(1992, 1, 1), date(1995, 12, 31)),
    ],
)
def test_the_days_of_a_value(value: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "P3D", "PXY", "PRESENT_REF", "T10:30", "XXXX-07", "2019-02-31", "2019-13", "2019-W54", "0000", "9999-WI", "00",
     "2019-06-29/2019-06-28", "2019/", "2019-05-06 ", "٢٠١٩"],
)  # fmt: skip
def test_what_names_no_days(value: str) -> None:
    assert interval(value) is None


@given(st.text(alphabet="0123456789-/TWQHSPUX", max_size=14) | st.text(max_size=14))
def test_any_text_is_days_in_order_or_none(value: str) -> None:
    days = interval(value)
    assert days is None or days[0] <= days[1]


@pytest.mark.parametrize(
    ("day", "widest"),
    [
        (date(2031, 3, 4), (date(2031, 3, 2), date(2031, 3, 7))),
        (date.min, (date.min, date(1, 1, 4))),
        (date.max, (date(9999, 12, 29), date.max)),
    ],
)
def test_days_are_widened_as_far_as_the_calendar_goes(day: date, widest: tuple[date, date]) -> None:
    assert widened((day, day), 2, 3) == widest
