"""Terms: what different outlets call one actor or one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from communique.domain import Conflict, Span
from communique.knowledge.terms import Term, loaded, term
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct, folded

if TYPE_CHECKING:
    from communique.domain import Reading
    from communique.stories.scenes import Scene

WEIGHT = "The outlets call the same by words of different weight."
JUDGING = "One label judges or takes a side; another does without."
NAMES = "The outlets name the same agreement in different words."
NOUN = re.compile(r"[a-z]+(?:-[a-z]+)*")
SMALL = re.compile(r"\b[a-z]+(?:-[a-z]+)*\b")
BEHIND = re.compile(r"\b(?:of|in|on|for|with|from|at|by|who|that|which)\b")
JUDGED = frozenset({"person", "state", "place", "group", "agreement", "election"})
PLURAL = r"s(?![\w-])"  # `the separatists` judge as `separatist leaders` do
MOST = 8  # labels of one actor that are shown
PLAIN = 3  # of them those that do not judge
REACH = 30  # characters in front of a name in which a word of judgement stands

Called = tuple[Term, Told]
"""A word where it is told, and where it stands in `knowledge/terms.yaml`."""


def find(reports: Reports) -> Iterator[Conflict]:
    """Actors and events that two articles call by different words of one row, or one of them with a judgement."""
    labels = _labels(reports)
    for actor in reports.record.actors:
        about, told = f"what they call {actor.name}", labels[actor.id]
        judged = list(_judged(about, told)) if actor.type in JUDGED else []
        shown = {side.span for found in judged for side in found.sides}
        terms = [term for item in told for term in _terms("actors", item.article, item.span)]
        yield from judged
        yield from (c for c in _differing(about, terms) if not shown.issuperset(side.span for side in c.sides))
        if actor.type == "agreement":
            yield from _named(about, told)
    for event, scenes in reports.of_events:
        about = f"what it is called: {event.label}"
        yield from _differing(about, list(_of_event(scenes)))
        yield from _judged(about, list(_deeds(scenes, reports)))
        yield from _differing(f"what those in it are called: {event.label}", list(_of_parties(reports, scenes)))


def _labels(reports: Reports) -> dict[str, list[Told]]:
    """The words by which each actor is called, in text order: phrases, descriptions beside its name, its names."""
    actor_at = {mention.span: actor.id for actor in reports.record.actors for mention in actor.mentions}
    found: dict[str, list[Told]] = defaultdict(list)
    for article, reading in reports.readings.items():
        described = {item.mention: item for item in reading.descriptions if item.title}
        for index, mention in enumerate(reading.mentions):
            if mention.span not in actor_at or mention.form in {"pronoun", "adjectival"}:
                continue
            beside = described.get(index)
            span = mention.span
            if mention.form == "named" and beside is not None and beside.evidence.end <= span.start:
                span = _joined(beside.evidence, span, reading)
            span = _with_judgement(span, reading)
            found[actor_at[mention.span]].append(Told(article=article, span=span, value=folded(span.text)))
    return found


def _joined(first: Span, last: Span, reading: Reading) -> Span:
    """Both as one passage where they stand side by side in a sentence, else the last."""
    sentence = reading.sentence_of(last)
    close = sentence is not None and sentence.covers(first) and last.start - first.end <= 1
    return sentence.part(first.start, last.end) if sentence is not None and close else last


def _with_judgement(span: Span, reading: Reading) -> Span:
    """The passage with the word of judgement in front of it."""
    sentence = reading.sentence_of(span)
    if sentence is None:
        return span
    at = span.start - sentence.start
    match = _judging(r"\s+$").search(sentence.text[max(0, at - REACH) : at])
    return span if match is None else sentence.part(span.start - len(match[0]), span.end)


@cache
def _judging(behind: str = r"(?![\w-])") -> re.Pattern[str]:
    """A word of judgement, and what stands behind it."""
    words = "|".join(sorted(map(re.escape, loaded()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words}){behind}", re.IGNORECASE)


def _terms(kind: Literal["actors", "events"], article: str, span: Span) -> Iterator[Called]:
    """The term in a noun phrase, with its row: the last noun in front of what follows it (`the REGIME of ...`)."""
    words = NOUN.findall(BEHIND.split(span.text.casefold(), maxsplit=1)[0])
    small = {*SMALL.findall(span.text)}  # names have capitals
    before_name = [word for word in words if word in small]
    for word in before_name[-1:] or words[-1:]:
        noun = word if term(kind, word) else word.removesuffix("s")
        if (known := term(kind, noun)) is not None:
            yield known, Told(article=article, span=span, value=noun)


def _deeds(scenes: Iterable[Scene], reports: Reports) -> Iterator[Told]:
    """The words that name the deed, with the judgement of somebody who is quoted in front of them."""
    for scene in scenes:
        if list(_of_event([scene])):
            quoted = scene.mention.attribution is not None
            trigger = scene.mention.trigger
            span = _with_judgement(trigger, reports.readings[scene.article]) if quoted else trigger
            yield Told(article=scene.article, span=span, value=folded(span.text))


def _of_event(scenes: Iterable[Scene]) -> Iterator[Called]:
    for scene in scenes:
        yield from _terms("events", scene.article, scene.mention.trigger)


def _of_parties(reports: Reports, scenes: Iterable[Scene]) -> Iterator[Called]:
    """The terms for those who did it; who of several is meant, the row tells."""
    for scene in scenes:
        mentions = reports.readings[scene.article].mentions
        for index in (*scene.mention.actors, *scene.mention.recipients):
            if mentions[index].form == "nominal":
                yield from _terms("actors", scene.article, mentions[index].span)


def _differing(about: str, told: list[Called]) -> Iterator[Conflict]:
    for row in sorted({known.row for known, _ in told}):
        held = [(known.weight, item) for known, item in told if known.row == row]
        found = list({(weight, item.article): item for weight, item in reversed(held)}.values())[::-1]
        if len({item.article for item in found}) > 1 and len({weight for weight, _ in held}) > 1:
            yield conflict("characterisation", about, _each_first(found)[:MOST], "wording", WEIGHT)


def _each_first(told: list[Told]) -> list[Told]:
    """The first of each value before all others."""
    first = {id(item) for item in distinct(told)}
    return sorted(told, key=lambda item: id(item) not in first)


def _judged(about: str, told: list[Told]) -> Iterator[Conflict]:
    """Labels with a word that judges, beside those of other articles that do without."""
    judging = [item for item in told if _judges(item)]
    articles = {item.article for item in judging}
    without = (item for item in told if item.article not in articles and not _judging(PLURAL).search(item.span.text))
    plain = distinct(without, each=2)
    if judging and plain:
        sides = [
            *distinct(judging)[: MOST - PLAIN],
            *list({item.article: item for item in reversed(plain)}.values())[:PLAIN],
        ]
        yield conflict("characterisation", about, sides, "wording", JUDGING)


def _judges(item: Told) -> bool:
    return _judging().search(item.span.text) is not None


def _named(about: str, told: list[Told]) -> Iterator[Conflict]:
    """The names of an agreement, apart from a bare `the deal`."""
    names = distinct(Told(article=item.article, span=item.span, value=item.value.removeprefix("the ")) for item in told)
    names = [item for item in names if " " in item.value]
    if len({item.article for item in names}) > 1 and len(names) > 1:
        yield conflict("characterisation", about, names[:MOST], "wording", NAMES)
