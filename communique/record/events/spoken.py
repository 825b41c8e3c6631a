"""Spoken: the day on which words were said, by what their sentence tells, by the words before, or by the news.

`said on Monday`, `said at a Saturday rally`; who goes on in the next sentence does so on the same day; and who tells of
the news of the day does so then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.domain import Attribution, Span
from communique.domain.times import Interval
from communique.record.events.dating import seen_from
from communique.record.events.moments import Moment, agreement, moment
from communique.record.events.scenes import NEAR, QUOTED, Said, Scene

CLOSE = 60  # characters between a cue and the words that tell when
DAY = 31  # the longest time that tells when something was said
MEANWHILE = re.compile(r"\s(?:after|as|when|while)\s", re.IGNORECASE)
DONE_AT = re.compile(r"\s+(?:(?:a |the )?\w+\s+)?(?:at|during|in)\s+(?:\S+\s+){0,4}", re.IGNORECASE)
SPEAKING = re.compile(r"\b(?:issued|published|released|speaking|spoke|talking)\b", re.IGNORECASE)
GOING_ON = re.compile(
    r"(?:then |also )?(?:added|argued|asked|complained|conceded|concluded|continued|declared|explained|insisted|joked"
    r"|noted|recalled|reiterated|said|stressed|suggested|tweeted|warned|went on(?: to say)?|wrote)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"\s(?:at|before|during|from|in|on|outside|to|when|while)\s", re.IGNORECASE)
"""What tells where or to whom words were said: `said IN front of a crowd` is an occasion of its own."""
PAST = re.compile(r"\b(?:\w+ed|said|told|wrote|went on|made|gave|spoke|put)\b", re.IGNORECASE)


def carried_on(scene: Scene, every: Sequence[Said]) -> Iterator[Said]:
    """The dates, of words that go on with what the same speaker said just before the same: `..., he added`."""
    before: tuple[Attribution, Said] | None = None
    for attribution, spoken in zip(scene.reading.attributions, every, strict=True):
        own = spoken
        if own.when is None and own.occasion is None and before and _follows(scene, attribution, before[0]):
            own = replace(own, when=before[1].when)
        known = own.when or own.occasion is not None
        yield own if known else Said(when=_as_news(scene, attribution) or _of_the_day(scene, attribution))
        if attribution.parent is None:
            before = (attribution, own) if own.when and scene.goes_on(attribution) else None


def _follows(scene: Scene, attribution: Attribution, before: Attribution) -> bool:
    """Whether the same speaker goes on, in the past tense and without a word of another time."""
    cue, reading = attribution.cue, scene.reading
    speakers = set(scene.ids(attribution.speakers))
    if cue is None or before.cue is None or attribution.parent is not None or not GOING_ON.fullmatch(cue.text):
        return False
    sentence = reading.sentence_of(cue)
    if sentence is None or ELSEWHERE.match(sentence.text, cue.end - sentence.start):
        return False
    near = 0 < reading.sentence_at(cue.start) - reading.sentence_at(before.cue.start) <= NEAR
    if not near or not scene.goes_on(attribution):
        return False
    told = (reading.times[index].span for index in scene.times_in(sentence))
    timeless = all(any(content.covers(time) for content in attribution.content) for time in told)
    return timeless and bool(speakers) and speakers == set(scene.ids(before.speakers))


def _as_news(scene: Scene, attribution: Attribution) -> Moment | None:
    """The days from the meeting that is the news to the article: words of who met, where nothing tells when."""
    number = scene.only(attribution, scene.news)
    met = scene.drafts[number].moment if number is not None else None
    if met is None or met.days is None:
        return None
    printed = scene.printed
    last = printed[1] if printed and printed[0] == printed[1] else met.days[1]
    how = "when they met" if last <= met.days[1] else "between the meeting and the article"
    return Moment(words=met.words, days=(met.days[0], max(last, met.days[1])), how=how)


def _of_the_day(scene: Scene, attribution: Attribution) -> Moment | None:
    """The days from a day that somebody tells of as past to the article, where it was printed at most a day later."""
    cue, printed = attribution.cue, scene.printed
    plain = cue is not None and PAST.search(cue.text) and attribution.parent is None and scene.goes_on(attribution)
    if not plain or printed is None or printed[0] != printed[1]:
        return None
    moments = (report.moment for content in attribution.content for report in scene.told_in(content) if report.occurred)
    days = (told for told in moments if told and told.exact and told.words.text.casefold() not in QUOTED)
    done = [(told.days[0], told) for told in days if told.days]
    if not done:
        return None
    day, told = max(done, key=lambda item: item[0])
    if not 0 <= (printed[1] - day).days <= 1:
        return None
    return Moment(words=told.words, days=(day, printed[1]), how="between what it tells and the article")


def dated(scene: Scene, attribution: Attribution, occasion: int | None) -> Said:
    """When words were said that belong to this occasion, or to none that is known."""
    when = _told_when(scene, attribution)
    of_occasion = scene.drafts[occasion].moment if occasion is not None else None
    if when is not None and occasion is not None and agreement(when, of_occasion) < 0:
        occasion = None
    return Said(occasion=occasion, when=when or (of_occasion if of_occasion and of_occasion.length <= DAY else None))


def at_another_time(scene: Scene, attribution: Attribution, number: int) -> bool:
    """Whether the sentence of the cue tells another day than that of an occasion."""
    cue, when = attribution.cue, scene.drafts[number].moment
    sentence = scene.reading.sentence_of(cue) if cue else None
    told = [scene.reading.times[index] for index in scene.times_in(sentence)] if sentence else []
    outside = [time for time in told if not any(content.overlaps(time.span) for content in attribution.content)]
    days = (day for time in outside if (day := moment(time)) and (day.partial or day.length <= DAY))
    return any(agreement(day, when) < 0 for day in days)


def _told_when(scene: Scene, attribution: Attribution) -> Moment | None:
    """What the words beside the cue tell: `said on Monday`; not when something else took place."""
    cue = attribution.cue
    sentence = scene.reading.sentence_of(cue) if cue else None
    if cue is None or sentence is None:
        return None
    found = []
    for index in scene.times_in(sentence):
        expression = scene.reading.times[index]
        span, events = expression.span, scene.timed.get(index, [])
        own = any(trigger.overlaps(cue) for trigger in events)
        inside = attribution.verbatim if own else attribution.content
        shared = (t for t in events if _is_there(cue, t, sentence) or _is_meanwhile(cue, span, t, sentence))
        of_another = events and not own and not any(shared)
        if of_another or any(words.overlaps(span) for words in inside) or _is_of_who(attribution, span):
            continue
        told = moment(expression)
        if told and scene.dating:
            told = seen_from(told, scene.dating)
        distance = max(span.start - cue.end, cue.start - span.end, 0)
        if told and told.length <= DAY and distance <= CLOSE and not _is_to_come(told, scene.printed):
            reported = any(content.overlaps(span) for content in attribution.content)
            found.append((reported, distance, span, told))
    return min(found, key=lambda item: item[:3])[3] if found else None


def _is_of_who(attribution: Attribution, told: Span) -> bool:
    """Whether a time tells who speaks: `the organiser of the New Year's Eve concert`."""
    source = attribution.source
    return source is not None and source.covers(told) and SPEAKING.search(source.text) is None


def _is_to_come(told: Moment, printed: Interval | None) -> bool:
    return bool(told.days and printed and told.days[0] > printed[1])


def _is_there(cue: Span, occasion: Span, sentence: Span) -> bool:
    """Whether words were said at what is told right behind their cue: `said AT a Saturday rally`."""
    behind = cue.end < occasion.start <= cue.end + CLOSE and sentence.covers(occasion)
    return behind and DONE_AT.fullmatch(sentence.part(cue.end, occasion.start).text) is not None


def _is_meanwhile(cue: Span, told: Span, other: Span, sentence: Span) -> bool:
    """Whether words were said when something else was done: `voiced hope on Tuesday AS he welcomed her`."""
    joined = cue.end <= told.start and told.end < other.start and sentence.covers(other)
    return joined and MEANWHILE.match(sentence.part(told.end, other.start).text) is not None
