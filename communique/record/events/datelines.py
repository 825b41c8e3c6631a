"""Datelines: the year of an article whose dateline tells a day without one (`OSLO, May 6 (Agency) -`).

Within a fortnight of that day, it is the year of the dated article that has most in common with it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Article, Reading, Span
from communique.domain.times import Interval, interval
from communique.record.events import parallels
from communique.record.events.dating import Dating
from communique.record.events.moments import Moment, written_on

NEAR = 14  # days between two articles of one matter
ALIKE = 0.12  # of the weight of their words; of two articles of other matters not one pair in a hundred shares as much
TELLING = 24  # words of an article by which others are looked up, the rarest
LATEST = 60  # articles looked at for a word


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """An article of a known day. shown: the words that tell it, or those that it begins with."""

    day: Interval
    shown: Span
    words: Mapping[str, float]


def datings(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, Dating]:
    """When the articles were published that have no date but the day of their dateline."""
    by_id = {article.id: article for article in articles}
    lines = [r for r in readings if (a := by_id.get(r.article)) and not a.published and written_on(a, r)]
    index: dict[str, list[_Dated]] = defaultdict(list)
    for reading in readings if lines else ():
        dated = _dated(by_id.get(reading.article), reading)
        if dated:
            for word in parallels.rarest(dated.words, TELLING):
                index[word].append(dated)
    found = ((reading.article, _dating(by_id[reading.article], reading, index)) for reading in lines)
    return {article: dating for article, dating in found if dating}


def _dated(article: Article | None, reading: Reading) -> _Dated | None:
    days = interval(article.published.date) if article and article.published else None
    if article is None or article.published is None or days is None or days[0] != days[1] or not reading.sentences:
        return None
    shown = article.published.evidence or reading.sentences[0]
    return _Dated(day=days, shown=shown, words=_words(reading))


def _words(reading: Reading) -> dict[str, float]:
    return parallels.words(" ".join(sentence.text for sentence in reading.sentences))


def _dating(article: Article, reading: Reading, index: Mapping[str, Sequence[_Dated]]) -> Dating | None:
    """The day of the dateline in the year of the article most like it."""
    told, line, words = written_on(article, reading), article.dateline, _words(reading)
    if told is None or line is None:
        return None
    near = [other for key in parallels.rarest(words, TELLING) for other in index.get(key, ())[-LATEST:]]
    others = {id(other): other for other in near}
    alike = 0.0
    found: Dating | None = None
    for number, _ in Counter(map(id, near)).most_common(LATEST):
        other = others[number]
        day, share = told.on(other.day[0]), parallels.likeness(words, other.words)
        if day and abs((day[0] - other.day[0]).days) <= NEAR and share >= max(alike, ALIKE):
            anchor = Moment(words=other.shown, days=other.day)
            alike, found = share, Dating(days=day, likeliest=day[0], words=line.span, anchor=anchor, news=True)
    return found
