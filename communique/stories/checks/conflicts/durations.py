"""Durations: how long the reports of one event say that it took."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from communique.domain import Conflict, Span
from communique.knowledge import quantities as known
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
WENT_ON = re.compile(
    r"(?![^.;:]*\b(?:after|and|before|but|since|while|who)\b)[^.;:]{0,120}(?:\bfor(?: [a-z]+){0,2} |"
    r"\b(?:that|which) (?:had )?(?:lasted|took|went on)(?: for)?(?: [a-z]+){0,2} )",
    re.IGNORECASE,
)  # `MET his guest in the border town on Friday FOR about`, `TALKS in the town THAT LASTED`
BACK = re.compile(
    r"(?:the|their|this|that) (?:[a-z-]+ )?"
    r"(?:meeting|talks|discussions?|conversation|call|audience|encounter|session|summit) "
    r"(?:had )?(?:lasted|took|ran|went on)(?: for)?(?: (?:about|some|around|just|only|over|under|at least))* ?",
    re.IGNORECASE,
)
TALKS = re.compile(r" of (?:[\w-]+ ){0,2}(?:talks|negotiations|discussions|conversation)\b", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:in|after|within|before|by|since|every|past|last|next|previous)"
    r"(?: (?:the|about|nearly|over|almost|more than|past|last))*\s+$",
    re.IGNORECASE,
)
LONGER = 1.2  # times another length: what is set is not rounded as what was measured is
BETWEEN = r"(?:[ -]long)?[ -](?:of |in )?(?:(?!(?:after|ago|before|in|into|later|of|since|to)\b)[\w-]+ ){0,2}"
SET = (
    r"(?:(?: (?:will|would|is to|was to|could|may) (?:last|go on|run|continue))?(?: (?:of|for|by|lasting))|"
    r"(?: from [^.,;:]+(?:[ap]\.m\.)?)? (?:(?:is|was|has been|had been|will be) )?"
    r"(?:imposed|declared|ordered|fixed|set|announced) (?:for|at))(?: (?:about|up to|at least|another|a further))? $"
)
PRISON = "prison term"
FORMER = re.compile(r"\b(?:previous|last|earlier|first|second|third|new|another|proposed)\W+$", re.IGNORECASE)
JAILED = re.compile(r"\b(?:jailed|imprisoned)\b[^.;:,]{0,40}\bfor $", re.IGNORECASE)
MUCH = 1.5  # what differs by less may be rounded: `well over an hour`, `90 minutes`


APART = "The times are too far apart to be one, rounded."


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles say took differently long."""
    main = _main_encounters(reports)
    for event, told_of in reports.of_events:
        found = [item for report in told_of for item in (*_told(reports, report), *_looking_back(reports, report))]
        found += [item for article in main.get(event.id, ()) for item in _of_talks(reports, article)]
        told = distinct(found)
        if len({item.article for item in told}) < 2:
            continue
        lengths = [minutes for item in told if (minutes := minutes_of(item.value)) is not None]
        about = f"how long: {event.label}"
        if lengths and max(lengths) > MUCH * min(lengths):
            yield conflict("duration", about, told, "contradiction", APART)
        else:
            yield conflict("duration", about, told, "difference-in-precision", "The times can be one, rounded.")


def set_for_a_time(reports: Reports) -> Iterator[Conflict]:
    """What two articles set for a time, where each tells one length of it."""
    told_of: dict[tuple[str | None, str], list[Told]] = defaultdict(list)
    for article, reading in reports.readings.items():
        for time in reading.times:
            sentence = reading.sentence_of(time.span)
            if time.type == "DURATION" and time.value and sentence and (thing := _set(sentence, time.span)):
                thing += _whose(reports, sentence) if thing == PRISON else ""
                item = Told(article=article, span=time.span, value=time.value)
                told_of[reports.articles[article].story, thing].append(item)
    for (_, thing), found in sorted(told_of.items(), key=str):
        lengths = {item.span: minutes_of(item.value) for item in found}
        counts = Counter(article for article, _ in {(item.article, lengths[item.span]) for item in found})
        told = distinct(item for item in found if counts[item.article] == 1 and lengths[item.span])
        each = [length for item in told if (length := lengths[item.span])]
        if len({item.article for item in told}) > 1 and max(each) > LONGER * min(each):
            yield conflict("duration", f"how long: the {thing}", told, "contradiction", APART)


def _whose(reports: Reports, sentence: Span) -> str:
    """Of whom a sentence tells, as far as they are known: of other people the terms are other ones."""
    people = {actor.name for actor, span in reports.people.get(sentence.document, ()) if sentence.covers(span)}
    return f" of {' and '.join(sorted(people))}" if people else ""


def _set(sentence: Span, time: Span) -> str | None:
    """What it is that a time is set for: `a 10-day TRUCE`, `a TRUCE of 10 days`."""
    before, behind = sentence.text[: time.start - sentence.start], sentence.text[time.end - sentence.start :]
    if FORMER.search(before):
        return None
    if JAILED.search(before):
        return PRISON
    named = _named(rf"^{BETWEEN}(?P<thing>%s)s?\b").search(behind) or _named(rf"\b(?P<thing>%s){SET}").search(before)
    return known.set_for_a_time()[named["thing"].casefold()] if named is not None else None


@cache
def _named(pattern: str) -> re.Pattern[str]:
    """A pattern with the nouns for what is set for a time."""
    return re.compile(pattern % "|".join(map(re.escape, known.set_for_a_time())), re.IGNORECASE)


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


def _looking_back(reports: Reports, report: Scene) -> Iterator[Told]:
    """What the next sentence says of an encounter, without more about it: `The meeting lasted two hours`."""
    reading = reports.readings[report.article]
    at = reading.sentence_at(report.sentence.start) + 1
    behind = reading.sentences[at] if 0 < at < len(reading.sentences) else None
    match = BACK.match(behind.text) if behind else None
    if behind and match and encounter(report.mention.kind) is not None:
        times = (t for t in reading.times if t.type == "DURATION" and t.value and behind.covers(t.span))
        for time in times:
            if time.span.start - behind.start == match.end():
                yield Told(article=report.article, span=time.span, value=str(time.value))


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
    between = text[trigger.end - base : time.start - base]
    return LASTING.fullmatch(text[max(mention.end, trigger.end) - base : time.start - base]) is not None or (
        WENT_ON.fullmatch(between) is not None
    )


def minutes_of(value: str) -> float | None:
    """How long an ISO 8601 duration is in minutes; None for what is of several units."""
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    unit = "T" + match["unit"] if match["clock"] else match["unit"]
    return float(match["count"]) * MINUTES[unit] if unit in MINUTES else None
