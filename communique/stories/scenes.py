"""Scenes: where and when a report sets an event, by the words of the mention and of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain import TO_COME, Article, Event, EventMention, Reading, Record, Span, TimeExpression
from communique.domain.names import folded
from communique.domain.times import may_meet
from communique.knowledge.encounters import encounter
from communique.knowledge.states import state_named

if TYPE_CHECKING:
    from collections.abc import Mapping

DATES = frozenset({"DATE", "TIME"})
MOST = 20  # encounters in one town that are compared
REACH = 120  # characters from a gathering to its place and day

_TO_BE_HELD = re.compile(
    r"(?: again)?[\s“\"',]*(?:to be held |due |scheduled |set |planned )?(?:in (?:the )?[^\W\d_][\w ]{2,30}?,? )?"
    r"(?:(?:in|on|for|at) (?:the )?(?:(?:first|second|last|early|late) (?:days?|weeks?|half|part) of )?)?"
)
_NEXT = re.compile(r"\b(?:again|next|(?:a|the) (?:second|third|new|further|fresh))\b", re.IGNORECASE)
_HOST = re.compile(r"\bon the (?:sidelines|margins) of\b", re.IGNORECASE)
_WHEN = re.compile(r"\s*,?\s*when\s+")
_COUNT = r"(?:an?|one|two|three|four|five|six|several|a few|\d+)"
_BEGUN = re.compile(
    r",? (?:which|that) (?:began|started|took (?:effect|place)|came into force|was held)(?: on| at| in)? "
)
_SPAN = rf"(?:{_COUNT}\s+)?(?:minute|hour|day|week|month|year)s?"
_AFTER = re.compile(rf"\b(?:just |only |barely |less than )?{_SPAN} (?:after|before)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^[\s“\"]*(?:(?:just|shortly|hours|days|weeks) )?(?:before|after|ahead of|following)\b[^,;:]{3,80}(?=,\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One article's words about an event. sentence: the one it stands in.

    places, times: those that the mention has, or the gathering on the sidelines of which it took place.
    relative: words that date it by another event, as `a day after` and `Before he left` do.
    """

    article: str
    mention: EventMention
    sentence: Span
    places: tuple[Span, ...]
    times: tuple[TimeExpression, ...]
    relative: Span | None


def scenes(record: Record, readings: Mapping[str, Reading]) -> dict[str, tuple[Scene, ...]]:
    """The scenes of every event, in the order of its mentions."""
    found: dict[Span, Scene] = {}
    for article, reading in readings.items():
        held = defaultdict(list)
        for time in reading.times:
            held[reading.sentence_at(time.span.start)].append(time)
        for mention in reading.events:
            at = reading.sentence_at(mention.trigger.start)
            if at >= 0:
                found[mention.span] = _scene(article, reading, mention, reading.sentences[at], held[at])
    own = {event.id: tuple(found[m] for m in event.mentions if m in found) for event in record.events}
    return _with_others(record, readings, own)


def _with_others(
    record: Record, readings: Mapping[str, Reading], own: dict[str, tuple[Scene, ...]]
) -> dict[str, tuple[Scene, ...]]:
    """The scenes of each encounter with those of others that nothing tells apart: in one town, by the same people.

    A report may leave out whose visit it was, or say `their summit`; its sentence names them.
    """
    named = _named(record, readings)
    persons = {actor.id for actor in record.actors if actor.type == "person"}
    stories = {article.id: article.story for article in record.articles}
    alike: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in record.events:
        towns = {folded(place.text) for scene in own[event.id] for place in scene.places if not state_named(place.text)}
        if len(towns) == 1 and (family := encounter(event.kind)) and len({s.article for s in own[event.id]}) == 1:
            alike[stories.get(own[event.id][0].article), family == "visit", event.status, *towns].append(event)
    joined = dict(own)
    for one, other in (pair for events in alike.values() for pair in combinations(events[:MOST], 2)):
        told = [set(e.actors + e.recipients) & persons for e in (one, other)]
        known = [told[i] | set().union(*(named[s.sentence] for s in own[e.id])) for i, e in enumerate((one, other))]
        free = joined[one.id] and joined[other.id]
        apart = (
            free and own[one.id][0].article != own[other.id][0].article and may_meet(one.date or "", other.date or "")
        )
        if apart and (told[0] or told[1]) and told[0] <= known[1] and told[1] <= known[0]:
            whole, part = (one, other) if told[0] else (other, one)
            joined[whole.id] = (*joined[whole.id], *joined[part.id])
            joined[part.id] = ()
    return _with_next(record, joined)


def _with_next(record: Record, own: dict[str, tuple[Scene, ...]]) -> dict[str, tuple[Scene, ...]]:
    """The scenes in which the articles of one story, printed about one day, tell of the next meeting, as one event's.

    Wherever and whenever each sets it: two persons or peoples who have met meet next but once.
    """
    joined = dict(own)
    articles = {article.id: article for article in record.articles}
    persons = {actor.id for actor in record.actors if actor.type == "person"}
    meetings = [
        event
        for event in record.events
        if event.status in TO_COME and encounter(event.kind) == "meeting" and any(map(_is_next, own[event.id]))
    ]
    for one, other in combinations(meetings[:MOST], 2):
        homes = [{scene.article for scene in joined[event.id]} for event in (one, other)]
        stories = {(articles[home].story, _month(articles[home])) for every in homes for home in every}
        who = [persons.intersection(event.actors + event.recipients) for event in (one, other)]
        strangers = all(who) and who[0].isdisjoint(who[1])
        if all(homes) and homes[0].isdisjoint(homes[1]) and len(stories) == 1 and not strangers:
            joined[one.id] = (*joined[one.id], *joined[other.id])
            joined[other.id] = ()
    return joined


def _month(article: Article) -> str | None:
    return article.published.date[: len("2016-01")] if article.published else None


def _is_next(scene: Scene) -> bool:
    """Whether words beside the deed tell that it is the next of its kind: `meet AGAIN`, `the NEXT round`."""
    text, start = scene.sentence.text, scene.mention.span.start - scene.sentence.start
    end = scene.mention.trigger.end - scene.sentence.start
    return _NEXT.search(text[max(0, start) : end + len(" again")]) is not None


def _named(record: Record, readings: Mapping[str, Reading]) -> dict[Span, set[str]]:
    """The actors that each sentence names."""
    actor_of = {mention.span: actor.id for actor in record.actors for mention in actor.mentions}
    found: dict[Span, set[str]] = {}
    for reading in readings.values():
        for mention in reading.mentions:
            at = reading.sentence_at(mention.span.start)
            if at >= 0 and mention.span in actor_of:
                found.setdefault(reading.sentences[at], set()).add(actor_of[mention.span])
    return defaultdict(set, found)


def _scene(article: str, reading: Reading, mention: EventMention, sentence: Span, times: list[TimeExpression]) -> Scene:
    places = [
        _place(reading, mention, index) for index in mention.places if reading.mentions[index].form != "adjectival"
    ][:1]
    own = [] if mention.time is None or mention.since else [reading.times[mention.time]]
    host = _host(mention, sentence)
    if host is not None:
        places = (
            places or [m.span for m in reading.mentions if host.covers(m.span) and m.type in {"place", "state"}][:1]
        )
        own = own or [time for time in times if host.covers(time.span) and time.type in DATES][:1]
    own = own or [
        time
        for time in times
        if time.type in DATES and any(told(sentence, time.span, mention.span) for told in (_opens, _begun))
    ]
    own = own or [time for time in times if time.type in DATES and _set_for(sentence, time.span, mention)][:1]
    return Scene(
        article=article,
        mention=mention,
        sentence=sentence,
        places=tuple(places),
        times=tuple(own),
        relative=_relative(sentence, mention),
    )


def _place(reading: Reading, mention: EventMention, index: int) -> Span:
    """A place, or the house in it to which they went: `the embassy in Oslo`."""
    place = reading.mentions[index].span
    houses = [
        reading.mentions[party].span
        for party in mention.recipients
        if reading.mentions[party].type in {"org", "office"} and " and " not in reading.mentions[party].span.text
    ]
    return next((house for house in houses if house.covers(place) and house.end == place.end), place)


def _host(mention: EventMention, sentence: Span) -> Span | None:
    """The words about the gathering on the sidelines of which an encounter took place."""
    if encounter(mention.kind) is None or not sentence.covers(mention.trigger):
        return None
    match = _HOST.search(sentence.text, mention.trigger.end - sentence.start)
    if match is None or match.start() > mention.span.end - sentence.start + 1:
        return None
    start = sentence.start + match.end()
    return sentence.part(start, min(sentence.end, start + REACH)) if start < sentence.end else None


def _begun(sentence: Span, time: Span, mention: Span) -> bool:
    """Whether a clause behind the mention tells when it began: `the truce, which began on Tuesday`."""
    if not mention.end <= time.start <= sentence.end:
        return False
    between = sentence.text[max(0, mention.end - sentence.start) : time.start - sentence.start]
    return _BEGUN.fullmatch(between) is not None


def _set_for(sentence: Span, time: Span, mention: EventMention) -> bool:
    """Whether what is to come is set for a time behind its words: `the summit, TO BE HELD in Oslo in JUNE`."""
    if mention.status not in TO_COME or not mention.trigger.end <= time.start <= sentence.end:
        return False
    between = sentence.text[mention.trigger.end - sentence.start : time.start - sentence.start]
    return _TO_BE_HELD.fullmatch(between) is not None


def _opens(sentence: Span, time: Span, mention: Span) -> bool:
    """Whether a time opens the clause of the mention: `in July when they met`."""
    if not time.end <= mention.start <= sentence.end:
        return False
    return _WHEN.fullmatch(sentence.text[time.end - sentence.start : mention.start - sentence.start]) is not None


def _relative(sentence: Span, mention: EventMention) -> Span | None:
    """The words in front of the mention that date it by another event, or that date another event by it."""
    start = mention.span.start - sentence.start
    match = _CLAUSE.search(sentence.text[:start]) or _AFTER.search(sentence.text[:start]) if start > 0 else None
    if match is None:
        return None
    return sentence.part(sentence.start + match.start(), sentence.start + match.end()).trimmed()


def told_in(scene: Scene, setting: Span) -> Span:
    """The words from the mention to the place or the day that it is given, which carry the claim of it."""
    if not scene.sentence.covers(setting):
        return scene.mention.span
    first = min(setting.start, max(scene.mention.span.start, scene.sentence.start))
    last = max(setting.end, min(scene.mention.span.end, scene.sentence.end))
    return scene.sentence.part(first, last)
