from datetime import date

import pytest

from communique.knowledge.calendar import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS


@pytest.mark.parametrize(("names", "numbers"), [(MONTHS, MONTH_NUMBERS), (WEEKDAYS, WEEKDAY_NUMBERS)])
def test_every_name_has_one_number(names: tuple[tuple[str, ...], ...], numbers: dict[str, int]) -> None:
    assert len(numbers) == sum(map(len, names))


def test_months_and_weekdays_are_numbered_as_dates_are() -> None:
    day = date(2019, 5, 6)  # a Monday
    assert (MONTH_NUMBERS["may"], WEEKDAY_NUMBERS["monday"]) == (day.month, day.weekday())
    assert (MONTH_NUMBERS["dec"], WEEKDAY_NUMBERS["sun"]) == (12, 6)
