"""Days: whether articles were published so long after one another that they tell of other times."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain.times import interval
from communique.stories.passages import Spots
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.domain import Article, Reading, Record

LONG = 90  # days after which what one article tells of the present is not what another does
WORDS, COPIED = 8, 2  # words of a sentence, and how many such sentences two pages of one day may share
MOST = 50  # articles with one sentence that are compared
LEADING = 3  # sentences of an article, the title among them, that tell what it is about


@dataclass(frozen=True, slots=True)
class Times:
    """When articles were published, as far as that is sure, and the events that they begin with, by article."""

    days: Mapping[str, int]
    leads: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, record: Record, readings: Mapping[str, Reading]) -> Times:
        """Those of the articles of a record; one that has sentences of another of long before may be dated wrongly."""
        told = Spots((span, event.id) for event in record.events for span in event.mentions)
        leads: dict[str, set[str]] = defaultdict(set)
        for article, reading in readings.items():
            for sentence in reading.sentences[:LEADING]:
                leads[article].update(event for _, event in told.overlapping(sentence))
        days = {article.id: day for article in record.articles if (day := _day(article)) is not None}
        first, last = min(days.values(), default=0), max(days.values(), default=0)
        far = {article: readings[article] for article in readings if _is_far(days.get(article, first), first, last)}
        shared = Counter(pair for pair in _sharing(far) if _long(days, *pair))
        unsure = {article for pair, times in shared.items() if times >= COPIED for article in pair}
        return cls(
            {article: day for article, day in days.items() if article not in unsure},
            defaultdict(frozenset, {article: frozenset(found) for article, found in leads.items()}),
        )

    def apart(self, one: str, other: str) -> bool:
        """Whether two articles are of other times; of those that begin with one event, one is dated wrongly."""
        return _long(self.days, one, other) and self.leads[one].isdisjoint(self.leads[other])


def _is_far(day: int, first: int, last: int) -> bool:
    """Whether some article may be of long before or after one of a day."""
    return max(day - first, last - day) > LONG


def _long(days: Mapping[str, int], one: str, other: str) -> bool:
    return one in days and other in days and abs(days[one] - days[other]) > LONG


def _sharing(readings: Mapping[str, Reading]) -> Iterator[tuple[str, str]]:
    """Pairs of articles, once for each longer sentence that both have."""
    held: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for article, reading in readings.items():
        for sentence in reading.sentences:
            if len(told := tuple(words(sentence.text))) >= WORDS:
                held[told].add(article)
    for articles in held.values():
        yield from combinations(sorted(articles)[:MOST], 2)


def _day(article: Article) -> int | None:
    days = interval(article.published.date) if article.published else None
    return None if days is None else days[0].toordinal()
