"""Dated: what an article without a date tells by its own day (`Tuesday`), once others have told that day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from communique.domain import Published, Reading, Record, TimeExpression
from communique.domain.times import interval


def counted(readings: Iterable[Reading], record: Record) -> Iterator[Reading]:
    """The readings, their times counted from the day of their article, where that is known to the day."""
    published = {article.id: article.published for article in record.articles}
    return (_of_article(reading, published.get(reading.article)) for reading in readings)


def _of_article(reading: Reading, told: Published | None) -> Reading:
    days = interval(told.date) if told and told.how == "inferred" else None
    if days is None or days[0] != days[1]:
        return reading
    return replace(reading, times=tuple(_counted(time, days[0]) for time in reading.times))


def _counted(time: TimeExpression, day: date) -> TimeExpression:
    days = time.relative.on(day) if time.relative and time.value is None else None
    return replace(time, value="/".join(dict.fromkeys(each.isoformat() for each in days))) if days else time
