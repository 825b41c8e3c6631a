"""Times of an article whose day is known only once others have told it."""

from dataclasses import replace

import pytest

from communique.domain import Published, TimeExpression
from communique.domain.moments import Moment
from communique.stories.dated import counted
from tests.stories.checks.hand import Pile

TODAY = Moment(unit="day", number=0, floating=True)


@pytest.mark.parametrize(
    ("date", "how", "value"),
    [
        ("2031-03-05", "inferred", "2031-03-04"),
        ("2031-03", "inferred", None),
        ("2031-03-05", "stated", None),
    ],
)
def test_a_weekday_is_counted_from_the_day_that_was_inferred(date: str, how: str, value: str | None) -> None:
    pile = Pile("The ministers met on Tuesday.")
    time = TimeExpression(span=pile.words(0, "Tuesday"), type="DATE", value=None, relative=TODAY.turned("last", 2, 7))
    pile.add(0, times=(time, replace(time, value="2031-01-01"), replace(time, relative=None)))
    told = Published(date=date, precision="day" if len(date) > len("2031-03") else "month", how=how)  # type: ignore[arg-type]
    pile.put(articles=(replace(pile.record.articles[0], published=told),))
    (reading,) = counted(pile.readings.values(), pile.record)
    assert [time.value for time in reading.times] == [value, "2031-01-01", None]
