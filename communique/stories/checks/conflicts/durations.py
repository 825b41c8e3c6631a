"""Durations: how long the reports of one event say that it took."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from communique.domain import Conflict, Span
from communique.knowledge.encounters import encounter
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct
from communique.stories.scenes import Scene

MINUTES = {"TM": 1.0, "TH": 60.0, "D": 1440.0, "W": 10080.0, "M": 43830.0, "Y": 525960.0}
VALUE = re.compile(r"P(?P<clock>T)?(?P<count>\d+(?:\.\d+)?)(?P<unit>[MHDWY])", re.ASCII)
OF = re.compile(
    r"(?:[ -]long)?(?: of (?:[\w-]+ ){0,2}| (?:\w+-\w+ )?)", re.IGNORECASE
)  # `hours of tense talks`, `day-long talks`
LASTING = re.compile(
    r",? (?:which |that )?(?:had )?(?:lasted|took|ran|went on|dragged on)(?: for)?(?: [a-z]+){0,2} ", re.IGNORECASE
)
TALKS = re.compile(r" of (?:[\w-]+ ){0,2}(?:talks|negotiations|discussions|conversation)\b", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:in|after|within|before|by|since|every|past|last|next|previous)"
    r"(?: (?:the|about|nearly|over|almost|more than|past|last))*\s+$",
    re.IGNORECASE,
)
MUCH = 1.5  # what differs by less may be rounded: `well over an hour`, `90 minutes`


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles say took differently long."""
    main = _main_encounters(reports)
    for event, told_of in reports.of_events:
        found = [item for report in told_of for item in _told(reports, report)]
        found += [item for article in main.get(event.id, ()) for item in _of_talks(reports, article)]
        told = distinct(found)
        if len({item.article for item in told}) < 2:
            continue
        lengths = [minutes for item in told if (minutes := minutes_of(item.value)) is not None]
        about = f"how long: {event.label}"
        if lengths and max(lengths) > MUCH * min(lengths):
            yield conflict("duration", about, told, "contradiction", "The times are too far apart to be one, rounded.")
        else:
            yield conflict("duration", about, told, "difference-in-precision", "The times can be one, rounded.")


def _main_encounters(reports: Reports) -> dict[str, list[str]]:
    """The articles that tell most of one encounter, none as often, by its id."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for event, told_of in reports.of_events:
        if encounter(event.kind) == "meeting":
            for scene in told_of:
                counts[scene.article][event.id] += 1
    articles: dict[str, list[str]] = defaultdict(list)
    for article, count in counts.items():
        (main, times), *rest = count.most_common(2)
        if not rest or times > rest[0][1]:
            articles[main].append(article)
    return articles


def _of_talks(reports: Reports, article: str) -> Iterator[Told]:
    """The durations of `talks` without more: those that the article tells of."""
    reading = reports.readings[article]
    for time in reading.times:
        sentence = reading.sentence_of(time.span)
        if time.type != "DURATION" or time.value is None or sentence is None:
            continue
        if TALKS.match(sentence.text, time.span.end - sentence.start):
            yield Told(article=article, span=time.span, value=time.value)


def _told(reports: Reports, report: Scene) -> Iterator[Told]:
    """The durations in the words that tell of the event, and beside them: `three hours of talks`."""
    for time in reports.readings[report.article].times:
        if time.type != "DURATION" or not time.value:
            continue
        if (report.mention.span.covers(time.span) and not _since(report, time.span)) or _beside(report, time.span):
            yield Told(article=report.article, span=time.span, value=time.value)


def _since(report: Scene, time: Span) -> bool:
    """Whether it is how long ago, or how long until: `the first talks in 18 months`."""
    start = report.sentence.start
    return time.start > start and SINCE.search(report.sentence.text[: time.start - start]) is not None


def _beside(report: Scene, time: Span) -> bool:
    mention, trigger, text = report.mention.span, report.mention.trigger, report.sentence.text
    base = report.sentence.start
    if not report.sentence.covers(time) or not report.sentence.covers(trigger):
        return False
    if time.end <= trigger.start:
        return OF.fullmatch(text[time.end - base : trigger.start - base]) is not None
    return mention.end <= time.start and LASTING.fullmatch(text[mention.end - base : time.start - base]) is not None


def minutes_of(value: str) -> float | None:
    """How long an ISO 8601 duration is in minutes; None for what is of several units."""
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    unit = "T" + match["unit"] if match["clock"] else match["unit"]
    return float(match["count"]) * MINUTES[unit] if unit in MINUTES else None
