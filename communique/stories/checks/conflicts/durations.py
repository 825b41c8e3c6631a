"""Durations: how long the reports of one event say that it took."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from communique.domain import Conflict, Span
from communique.knowledge import quantities as known
from communique.stories.checks.conflicts.lengths import bounds, minutes_of, of_encounters
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct
from communique.stories.scenes import Scene

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
SINCE = re.compile(
    r"\b(?:in|after|within|before|by|since|every|past|last|next|previous)"
    r"(?: (?:the|about|nearly|over|almost|more than|past|last))*\s+$",
    re.IGNORECASE,
)
LATER = re.compile(r" (?:after|ago|before|earlier|later|since|from now)\b")
LONGER = 1.2  # times another length: what is set is not rounded as what was measured is
BETWEEN = r"(?:[ -]long)?[ -](?:of |in )?(?:(?!(?:after|ago|before|in|into|later|of|since|to)\b)[\w-]+ ){0,2}"
LAST = r"(?:will|would|is to|was to|could|may) (?:last|go on|run|continue)"
SET = (
    rf"(?: at|[^.;:]{{0,60}} {LAST}(?: for)?|(?: {LAST})?(?: (?:of|for|by|lasting))|"
    r"(?: from [^.,;:]+(?:[ap]\.m\.)?)? (?:(?:is|was|has been|had been|will be) )?"
    r"(?:imposed|declared|ordered|fixed|set|announced) (?:for|at))(?: (?:about|up to|at least|another|a further))? $"
)
PRISON = "prison term"
FORMER = re.compile(
    r"\b(?:previous|(?<!will )(?<!would )(?<!could )(?<!may )(?<!to )last|earlier|first|second|third|new|another|"
    r"proposed)\W+$",
    re.IGNORECASE,
)
JAILED = re.compile(r"\b(?:jailed|imprisoned)\b[^.;:,]{0,40}\bfor $", re.IGNORECASE)

APART = "The times are too far apart to be one, rounded."


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles say took differently long, and encounters whether they are known to be one or not."""
    groups = [
        (f"how long: {event.label}", [item for scene in told_of for item in _told(reports, scene)])
        for event, told_of in reports.of_events
    ]
    groups += [("how long it took", told) for told in of_encounters(reports)]
    for about, found in _joined(groups):
        told = distinct(found)
        if len({item.article for item in told}) < 2:
            continue
        if any(_apart(reports, *pair) for pair in combinations(told, 2)):
            yield conflict("duration", about, told, "contradiction", APART)
        else:
            yield conflict("duration", about, told, "difference-in-precision", "The times can be one, rounded.")


def _apart(reports: Reports, one: Told, other: Told) -> bool:
    """Whether two lengths cannot be one, by the words in front of them."""
    told = (bounds(told, reports.readings[told.article].sentence_of(told.span)) for told in (one, other))
    known = [found for found in told if found]
    return len(known) > 1 and max(low for low, _ in known) > min(high for _, high in known)


def _joined(groups: Iterable[tuple[str, list[Told]]]) -> list[tuple[str, list[Told]]]:
    """The groups, those as one that have words in common, under the name of the first of them."""
    joined: list[tuple[str, list[Told]]] = []
    for about, told in groups:
        spans = {item.span for item in told}
        same = [group for group in joined if any(item.span in spans for item in group[1])]
        joined = [group for group in joined if group not in same]
        joined.append((same[0][0] if same else about, [*(item for group in same for item in group[1]), *told]))
    return joined


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


def _told(reports: Reports, report: Scene) -> Iterator[Told]:
    """The durations in the words that tell of the event, and beside them: `three hours of talks`."""
    for time in reports.readings[report.article].times:
        if time.type != "DURATION" or not time.value:
            continue
        if (report.mention.span.covers(time.span) and not _since(report, time.span)) or _beside(report, time.span):
            yield Told(article=report.article, span=time.span, value=time.value)


def _since(report: Scene, time: Span) -> bool:
    """Whether it is how long ago, or how long until: `the first talks in 18 months`, `a few hours AFTER the blast`."""
    text, start = report.sentence.text, report.sentence.start
    behind = LATER.match(text, time.end - start) is not None
    return time.start > start and (behind or SINCE.search(text[: time.start - start]) is not None)


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
