"""The latest turn of a developing story: the later lead that tells of the same matter what has been done since."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from communique.briefs.candidates import Sentence
from communique.briefs.desk import Desk
from communique.domain.times import Interval, interval

WITHIN = timedelta(days=10)  # from a lead to one that goes on with it; what is published later tells of it as past
MATTER = 0.5  # of what the words of a lead weigh that one must share to be of the same matter


def latest(
    lead: Sentence,
    leads: Iterable[Sentence],
    heads: Mapping[str, float],
    weight: Callable[[Sentence], float],
    desk: Desk,
) -> Sentence:
    """The lead, or the one of the last day that goes on with it; `heads`: what each word weighs; `weight`: a sentence.

    A later report that begins with the same event once more, or with what somebody says of it, is no turn.
    """
    held = tuple(leads)
    later = [(days[0], item) for item in held if (days := _days(item, desk)) and _goes_on(lead, item, heads, desk)]
    if not later:
        return lead
    _, following = max(later, key=lambda found: (found[0], weight(found[1]), -found[1].source))
    return latest(following, held, heads, weight, desk)


def _goes_on(lead: Sentence, item: Sentence, heads: Mapping[str, float], desk: Desk) -> bool:
    first, then = _days(lead, desk), _days(item, desk)
    if first is None or then is None or not timedelta() < then[0] - first[1] <= WITHIN:
        return False
    told = {point.event for point in lead.points}
    new = any(point.deed and point.event not in told and not _before(point.day, first[1]) for point in item.points)
    shared = sum(heads.get(root, 0) for root in lead.roots & item.roots)
    return new and shared >= MATTER * sum(heads.get(root, 0) for root in lead.roots)


def _before(day: str | None, other: date) -> bool:
    days = interval(day) if day else None
    return days is not None and days[1] < other


def _days(item: Sentence, desk: Desk) -> Interval | None:
    """The days on which its article may have been published."""
    published = desk.articles[item.source - 1].published
    return interval(published.date.partition("T")[0]) if published else None
