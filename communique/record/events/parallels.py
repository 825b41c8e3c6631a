"""Parallels: sentences of two articles that tell the same, one of which dates it for the other.

`A plane crashed on Sunday, killing twelve` in an article without a date is of the Sunday that a dated article gives for
the crash, and was printed in the days after it.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.domain import Article, Reading, Span, TimeExpression, moments
from communique.domain.times import Interval, interval, widened
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.knowledge.words import OUT_OF, commonness
from communique.record.events.dating import Dating, likeliest
from communique.record.events.moments import WEEK, Moment, of_dateline, written_on

WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")
PICTURE = re.compile(r"\b(?:photo|photograph|picture|image|file)\b", re.IGNORECASE)
"""What may be older than the news that it is shown with."""
COMMON = OUT_OF * 0.15  # texts from which a word tells nothing of what a sentence is about
FEWEST, ALIKE = 3, 0.35  # words that two sentences share, and how much of their weight, chosen on dated news
KEYS = 6  # words by which sentences are looked up, the rarest
CALENDAR = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()
LATEST = 60  # sentences looked at for a word


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A day that a sentence tells with its year, or in a dated article. words: those that tell what it is about."""

    day: date
    time: Span
    words: Mapping[str, float]


def datings(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, Dating]:
    """When articles without a date were published, by sentences much like those that tell the day with its year."""
    published = {a.id: days for a in articles if a.published and (days := interval(a.published.date))}
    by_id = {article.id: article for article in articles}
    undated = [reading for reading in readings if reading.article not in published]
    index: dict[tuple[str, int], list[_Told]] = defaultdict(list)
    for reading in readings if undated else ():
        for told in _days(reading, published.get(reading.article)):
            for word in rarest(told.words):
                index[word, told.day.weekday()].append(told)
    found = ((r.article, _dating(r, index, written_on(by_id.get(r.article), r))) for r in undated)
    return {article: dating for article, dating in found if dating}


def _days(reading: Reading, published: Interval | None) -> Iterator[_Told]:
    """The days that an article tells of, those of the week before it where it is dated."""
    if published is not None and published[0] != published[1]:
        return
    for time, sentence in _timed(reading):
        days = interval(time.value) if time.value else None
        known = -1 <= (published[0] - days[0]).days < WEEK if published and days else not PICTURE.search(sentence.text)
        if days and days[0] == days[1] and known:
            yield _Told(day=days[0], time=time.span, words=words(sentence.text))


def _dating(
    reading: Reading, index: Mapping[tuple[str, int], list[_Told]], written: moments.Moment | None
) -> Dating | None:
    """The days that the likest sentences leave, the likeliest first."""
    found = sorted(_matches(reading, index), key=lambda item: (-item[0], item[1].span, item[2].time))
    days: list[date] = []
    for _, time, told in found:
        first, last = widened((told.day, told.day), 0, WEEK - 1)
        week = of_dateline(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)), written)
        seen = [day for day in week if _is(time.relative, told.day, day)]
        days = [day for day in days if day in seen] or days if days else seen
    if not days:
        return None
    _, time, told = found[0]
    return Dating(
        days=(days[0], days[-1]),
        likeliest=likeliest(days, [each.relative for each in reading.times if each.relative]),
        words=time.span,
        anchor=Moment(words=told.time, days=(told.day, told.day)),
        news=True,
    )


def _matches(
    reading: Reading, index: Mapping[tuple[str, int], list[_Told]]
) -> Iterator[tuple[float, TimeExpression, _Told]]:
    for time, sentence in _timed(reading):
        relative = time.relative
        if relative is None or not (relative.month or relative.cycle == WEEK):
            continue
        own = words(sentence.text)
        weekdays = range(WEEK) if relative.month else ((relative.place - 1 + relative.beyond) % WEEK,)
        near = (told for key in rarest(own) for weekday in weekdays for told in index.get((key, weekday), ())[-LATEST:])
        for told in {id(each): each for each in near}.values():
            alike = likeness(own, told.words)
            if alike >= ALIKE and _is(relative, told.day, told.day):
                yield alike, time, told


def _is(relative: moments.Moment | None, told: date, day: date) -> bool:
    """Whether what is counted from one day is another."""
    return relative is not None and relative.on(day) == (told, told)


def _timed(reading: Reading) -> Iterator[tuple[TimeExpression, Span]]:
    for time in reading.times:
        if time.type in {"DATE", "TIME"} and (sentence := reading.sentence_of(time.span)):
            yield time, sentence


def words(text: str) -> dict[str, float]:
    """The words that tell what a text is about, with their weights: how rare they are."""
    found = {word for each in WORD.findall(text) if (word := each.casefold()) not in CALENDAR}
    return {word: math.log((OUT_OF + 1) / (commonness(word) + 1)) for word in found if commonness(word) < COMMON}


def rarest(told: Mapping[str, float], many: int = KEYS) -> list[str]:
    """So many of the words, the rarest first."""
    return sorted(told, key=lambda word: (-told[word], word))[:many]


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of the weight of two sentences' words is shared; none for a few."""
    shared = one.keys() & other.keys()
    if len(shared) < FEWEST:
        return 0.0
    return sum(one[word] for word in shared) / math.sqrt(sum(one.values()) * sum(other.values()))
