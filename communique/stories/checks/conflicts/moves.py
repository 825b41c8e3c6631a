"""Moves: what one report says was put off from one day to another, and another report still sets for the first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.domain.times import interval
from communique.knowledge.vocabulary import word_root
from communique.stories.checks.conflicts.reports import Reports, Told, about_midnight, conflict, distinct
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.domain import Conflict, Reading, TimeExpression

MOVED = re.compile(
    r"\b(?:postponed|rescheduled|delayed|moved|shifted|pushed back|put (?:off|back)|brought forward|adjourned)\b"
)
FROM = re.compile(r"\bfrom (?:the )?$")
TO = re.compile(r",? to (?:the )?")
MEETING = frozenset(filter(None, map(word_root, "meet meeting negotiation round session summit talk".split())))
WHY = "It was moved, as one report says."


@dataclass(frozen=True, slots=True)
class _Set:
    """A day that a sentence names, with the roots of its other words; all that tell of a meeting are one."""

    article: str
    time: TimeExpression
    words: frozenset[str]

    @property
    def told(self) -> Told:
        """What the article tells of the day."""
        return Told(article=self.article, span=self.time.span, value=about_midnight(self.time.value or ""))


def find(reports: Reports) -> Iterator[Conflict]:
    """What was moved in one article's words, with the articles that were written before and name the first day."""
    named = {article: list(_named(article, reading)) for article, reading in reports.readings.items()}
    for article, reading in reports.readings.items():
        for first, then in _moves(named[article], reading):
            story = reports.articles[article].story
            others = [
                other.told
                for held in named.values()
                for other in held
                if other.article != article
                and reports.articles[other.article].story == story
                and _day(other.time) == _day(first.time)
                and (reports.day(other.article) or "") <= min(_day(first.time) or "", reports.day(article) or "9")
                and other.words & first.words
            ]
            if others:
                about = f"when: what was set for {first.time.span.text}"
                yield conflict("date", about, [*distinct(others), then.told], "update", WHY)


def _named(article: str, reading: Reading) -> Iterator[_Set]:
    """The days that the sentences of an article name."""
    for time in reading.times:
        at = reading.sentence_at(time.span.start)
        if at >= 0 and _day(time):
            sentence = reading.sentences[at].text.replace(time.span.text, " ")
            told = frozenset(filter(None, map(word_root, words(sentence))))
            yield _Set(article, time, told | MEETING if told & MEETING else told)


def _moves(named: list[_Set], reading: Reading) -> Iterator[tuple[_Set, _Set]]:
    """The days from which and to which something is told to have been moved."""
    for first, then in pairwise(named):
        sentence = reading.sentences[reading.sentence_at(first.time.span.start)]
        start, end = first.time.span.start - sentence.start, first.time.span.end - sentence.start
        moved = sentence.covers(then.time.span) and MOVED.search(sentence.text) and FROM.search(sentence.text[:start])
        if moved and TO.fullmatch(sentence.text[end : then.time.span.start - sentence.start]):
            yield first, then


def _day(time: TimeExpression) -> str | None:
    """The one day that a time is."""
    bounds = interval(time.value) if time.value else None
    return bounds[0].isoformat() if bounds is not None and bounds[0] == bounds[1] else None
