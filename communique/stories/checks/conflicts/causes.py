"""Causes: who or what is blamed for the disaster or attack that articles of one story begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from communique.domain import Conflict, Reading
from communique.knowledge.encounters import is_cause
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct, folded
from communique.stories.figures import LEADING, words_of

WHY = "The reports, or those whom they quote, name different causes."
CAUSE = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)(?: (?:it|(?:the|this) \w+)(?: [\w ]{0,40}?)? on)?|caused by|triggered by|set off by|"
    r"brought down by|result(?:ed|s)? (?:of|from))\s+"
    r"(?P<cause>(?:(?!\b(?:for|said|says|according|but|and (?:said|denied))\b)[^,.;:“”\"]){3,80})"
)
DOES = re.compile(
    r"(?P<cause>[^,.;:“”\"]{3,80}?) (?:had |has |may have |could have )?caused (?:the|this) "
    r"(?:accident|attack|blast|blaze|collapse|crash|disaster|explosion|fire|sinking|tragedy)\b"
)
IT = re.compile(r"\b(?:accident|attack|blast|blaze|collapse|crash|disaster|explosion|fire|sinking|tragedy|it|deaths)\b")


def find(reports: Reports) -> Iterator[Conflict]:
    """Causes of one event that two articles tell with no word in common."""
    told_of: dict[str, list[Told]] = defaultdict(list)
    of = {span: event.id for event in reports.record.events if _caused(event.kind) for span in event.mentions}
    for article, reading in reports.readings.items():
        leading = [s for s in reading.sentences if not _in_title(reports, article, s.start)][:LEADING]
        main = [of[mention.span] for mention in reading.events if mention.span in of
                and any(sentence.overlaps(mention.span) for sentence in leading)]  # fmt: skip
        for event in dict.fromkeys(main):
            told_of[event] += _told(article, reading)
    labels = {event.id: event.label for event in reports.record.events}
    for event, found in sorted(told_of.items()):
        told = distinct(found)
        apart = [pair for pair in combinations(told, 2) if _apart(*pair)]
        if apart:
            sides = [item for item in told if any(item in pair for pair in apart)]
            yield conflict("characterisation", f"what caused it: {labels[event]}", sides, "contradiction", WHY)


def _caused(kind: str) -> bool:
    return is_cause(kind) or kind == "accident"


def _in_title(reports: Reports, article: str, at: int) -> bool:
    title = reports.articles[article].title
    return title is not None and title.start <= at < title.end


def _told(article: str, reading: Reading) -> Iterator[Told]:
    """What an article says caused it, or whom somebody blames."""
    for sentence in reading.sentences:
        for pattern in (CAUSE, DOES):
            match = pattern.search(sentence.text)
            if match is not None and IT.search(sentence.text):
                start, end = match.span("cause")
                span = sentence.part(sentence.start + start, sentence.start + end).trimmed()
                if span is not None:
                    yield Told(article=article, span=span, value=folded(span.text))


def _apart(one: Told, other: Told) -> bool:
    return one.article != other.article and words_of(one.value).isdisjoint(words_of(other.value))
