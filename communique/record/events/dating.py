"""Dating: when an article without a date was published, by the events that it shares with dated ones.

What it tells of as past was over when it was printed, what it tells of as to come was not, and its `Tuesday` is the
Tuesday before. News is told within a week, on the day that the dateline gives where it gives one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.domain import Published, Span, moments
from communique.domain.times import Interval
from communique.record.events.drafts import Draft
from communique.record.events.moments import WEEK, Moment, iso, of_dateline
from communique.record.events.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When an article was published: the days on which it can have been, and of these the likeliest.

    words: its own words for what dates it. anchor: the other report's date. news: whether it tells of that as news, so
    that the days are certain enough to be shown.
    """

    days: Interval
    likeliest: date
    words: Span
    anchor: Moment
    news: bool

    @property
    def published(self) -> Published:
        """The days as the date of an article."""
        return Published(date=iso(self.days), precision="day", how="inferred", evidence=self.words)


def dated_by(drafts: Sequence[Draft], shared: Iterable[tuple[Draft, Moment | None]]) -> Dating | None:
    """The dating of an article by its events that others date; None where they date none to a day, or disagree."""
    known = [(draft, when) for draft, when in shared if when is not None and when.exact]
    if not known:
        return None
    draft, anchor = max(known, key=lambda item: (_is_news(item[0]), len(item[0].reports)))
    days = of_dateline(_week_around(anchor), draft.first.written_on)
    days = [day for day in days if all(_may_be(day, each, when) for each, when in known)]
    over = [r.moment for each in drafts for r in each.reports if r.occurred and r.moment and r.moment.exact]
    days = [day for day in days if all(done.days and day >= done.days[0] for done in over)]
    if not days:
        return None
    return Dating(
        days=(days[0], days[-1]),
        likeliest=likeliest(days, draft.first.counted_from_its_day),
        words=next((r.moment.words for r in draft.reports if _counts(r) and r.moment), draft.first.mention.trigger),
        anchor=anchor,
        news=_is_news(draft),
    )


def likeliest(days: Iterable[date], counted: Sequence[moments.Moment]) -> date:
    """The day on which the weekdays that an article tells were the shortest time ago; the first of equals."""
    told_once = {
        told.place: told for told in counted if told.turn == "last" and told.cycle == WEEK and not told.beyond
    }.values()
    return min(days, key=lambda day: (sum(_age(told, day) for told in told_once), day))


def seen_from(told: Moment, dating: Dating) -> Moment:
    """An incomplete date as that which it is in an article of that day."""
    relative = told.relative
    if relative is None or told.days is not None:
        return told
    seen = dating.days if relative.unit == "day" and relative.turn is None else (dating.likeliest, dating.likeliest)
    first, last = relative.on(seen[0]), relative.on(seen[1])
    return told.completed((first[0], last[1]), dating.anchor) if first and last else told


def _week_around(anchor: Moment) -> list[date]:
    """The days on which something is news: those of the week before it and after it."""
    if anchor.days is None:
        return []
    day = anchor.days[0].toordinal()
    return [date.fromordinal(n) for n in range(max(1, day - WEEK + 1), min(day + WEEK, date.max.toordinal() + 1))]


def _is_news(draft: Draft) -> bool:
    return any(report.opening or _counts(report) for report in draft.reports)


def _counts(report: Report) -> bool:
    """Whether it is told by a day that is counted from the article's (`on Tuesday`, `yesterday`)."""
    relative = report.moment.relative if report.moment else None
    return relative is not None and relative.unit == "day" and not relative.month


def _may_be(day: date, draft: Draft, when: Moment) -> bool:
    """Whether what an article of that day tells of an event can be."""
    if when.days is None:
        return True
    for report in draft.reports:
        relative = report.moment.relative if report.moment else None
        if report.occurred and day < when.days[0]:
            return False
        if relative and (seen := relative.on(day)) and not seen[0] <= when.days[0] <= seen[1]:
            return False
    return True


def _age(told: moments.Moment, day: date) -> int:
    """How many days before that day a weekday lies."""
    seen = told.on(day)
    return (day - seen[0]) // timedelta(days=1) if seen else 0
