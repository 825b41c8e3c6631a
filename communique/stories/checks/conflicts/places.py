"""Places: where the reports of one event say that it happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise, permutations, product

from communique.domain import Conflict, Verdict
from communique.domain.names import folded as plain
from communique.knowledge.gazetteer import cities_called, state_of_place
from communique.knowledge.states import state_named
from communique.stories.amounts import agree
from communique.stories.checks.conflicts.reports import EACH, Reports, Told, conflict, distinct, folded
from communique.stories.figures import PLACES, Figure
from communique.stories.matters import same_matter
from communique.stories.scenes import Scene

NEAR = 10  # characters from what is counted to its place
TO = re.compile(r"\s+(?:to|in|at|into)\s+(?:the\s+)?")
IN_WIDER = re.compile(
    r"(?:,? (?:in|on)|,? an? [a-z]+(?: [a-z]+)? (?:in|on|of)|,)(?: the)?(?: (?:north|south|east|west|central)[a-z]*)?"
    r"(?: (?:area|county|department|district|island|province|region|state) of)?\s"
)
GROUND = re.compile(
    r"(?:(?!\b(?:and|but|that|who|which|while|after|before|when|denied)\b)[^.;:]){0,90}? (?:in|inside|on|over|within) "
    r"(?P<of>[A-Z][a-z]+(?:['’]s?)?) (?:territorial |sovereign |own )?(?:waters|airspace|territory|soil)\b"
)
Within = frozenset[tuple[str, str]]
"""Places and the wider ones that they lie in."""
Pairs = Iterable[tuple[Told, Told]]
DESCRIBED = re.compile(r"(?:the|this|that) [a-z]")


def find(reports: Reports) -> Iterator[Conflict]:
    """Events and counted things that two articles place differently: in different states, or more or less precisely."""
    within = _within(reports)
    for event, told_of in reports.of_events:
        yield from _differing(f"where: {event.label}", [item for scene in told_of for item in _whose(scene)], within)
        told = [item for scene in told_of for item in _told(scene)]
        yield from _differing(f"where: {event.label}", told, within)
    for figures in reports.figures:
        for one, other in combinations([figure for figure in figures if figure.quantity.unit is None], 2):
            if one.article != other.article and same_matter(one, other) and agree(one.quantity, other.quantity):
                told = [item for figure in (one, other) for item in _of_figure(reports, figure)]
                yield from _differing(f"where: {one.quantity.counted or one.quantity.fate}", told, within)


def _within(reports: Reports) -> Within:
    """The places that a page itself says lie in others: `Vik, in the province of Arda`."""
    found = set()
    for reading in reports.readings.values():
        places = sorted({m.span for m in reading.mentions if m.type in PLACES and m.form != "adjectival"})
        for narrow, wide in pairwise(places):
            sentence = reading.sentence_of(narrow)
            if sentence is not None and sentence.covers(wide) and narrow.end < wide.start:
                between = sentence.text[narrow.end - sentence.start : wide.start - sentence.start]
                listed = between.strip() == "," and state_named(wide.text) is None  # `in Florida, Ohio and Maine`
                if IN_WIDER.fullmatch(between) and not listed:
                    found.add((folded(narrow.text), folded(wide.text)))
    return frozenset(found)


def _differing(about: str, found: Iterable[Told], within: Within) -> Iterator[Conflict]:
    told = _narrowest(distinct(found, each=EACH), within)
    by_article: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        by_article[item.article].append(item)
    apart = [
        [*product(one, other)]
        for one, other in combinations(by_article.values(), 2)
        if {item.value for item in one}.isdisjoint(item.value for item in other)
    ]
    for verdict, why, fits in VERDICTS:
        if any(fits(pairs, within) for pairs in apart):
            yield conflict("place", about, told, verdict, why)
            break


def _elsewhere(pairs: Pairs, _: Within) -> bool:
    return all(_apart(a.span.text, b.span.text) for a, b in pairs)


def _closer(pairs: Pairs, within: Within) -> bool:
    return any(_holds(a.span.text, b.span.text, within) or _holds(b.span.text, a.span.text, within) for a, b in pairs)


def _only_described(pairs: Pairs, _: Within) -> bool:
    return any(
        DESCRIBED.match(a.span.text) and not DESCRIBED.match(b.span.text)
        for pair in pairs
        for a, b in permutations(pair, 2)
    )


def _two_towns(pairs: Pairs, _: Within) -> bool:
    return all(cities_called(item.span.text) for pair in pairs for item in pair)


VERDICTS: tuple[tuple[Verdict, str, Callable[[Pairs, Within], bool]], ...] = (
    ("contradiction", "The places lie in different states.", _elsewhere),
    ("difference-in-precision", "One report names the place more closely than another.", _closer),
    ("difference-in-precision", "One report names the place, another only speaks of it.", _only_described),
    ("cannot-tell", "Whether one town is part of the other, or both are meant, the words do not tell.", _two_towns),
)
"""The verdicts, each with what the places of two articles must be for it; the first that fits decides."""


def _narrowest(told: list[Told], within: Within) -> list[Told]:
    """What is told without the wider places of a report that names the place in them too."""
    return [
        item
        for item in told
        if not any(other.article == item.article and _holds(item.span.text, other.span.text, within) for other in told)
    ]


def _of_figure(reports: Reports, figure: Figure) -> Iterator[Told]:
    """The place to which or at which what is counted is, told right behind it."""
    span = figure.quantity.span
    for mention in reports.readings[figure.article].mentions:
        if mention.type in PLACES and mention.form != "adjectival" and span.end < mention.span.start <= span.end + NEAR:
            sentence = reports.readings[figure.article].sentence_of(span)
            if sentence is not None and sentence.covers(mention.span):
                between = sentence.text[span.end - sentence.start : mention.span.start - sentence.start]
                if TO.fullmatch(between):
                    value = folded(plain(mention.span.text)).removeprefix("the ")
                    yield Told(article=figure.article, span=mention.span, value=value)


def _told(scene: Scene) -> Iterator[Told]:
    """The narrowest place that a report gives the event."""
    for span in scene.places:
        yield Told(article=scene.article, span=span, value=folded(plain(span.text)).removeprefix("the "))


def _whose(scene: Scene) -> Iterator[Told]:
    """In whose waters or on whose ground a report says, behind its verb, that it happened: `in INDONESIAN WATERS`."""
    text, start = scene.sentence.text, scene.sentence.start
    match = GROUND.match(text, scene.mention.trigger.end - start)
    state = state_named(match["of"].removesuffix("s").rstrip("'’")) if match else None
    if match and state:
        span = scene.sentence.part(start + match.start("of"), start + match.end())
        yield Told(article=scene.article, span=span, value=state.country.name)


def _holds(state: str, place: str, within: Within) -> bool:
    """Whether a place lies in a state, or its name or a page says that it lies there: `the embassy in Moscow`."""
    if (folded(place), folded(state)) in within:
        return True
    if re.search(rf"\b(?:in|of|outside|near) (?:the )?{re.escape(state)}$", place):
        return True
    known = state_named(state)
    return known is not None and state_named(place) is None and state_of_place(place) == known.country.alpha3


def _apart(one: str, other: str) -> bool:
    """Whether two places lie in different states for certain."""
    a, b = (state_of_place(place) or _of_ground(place) for place in (one, other))
    return a is not None and b is not None and a != b


def _of_ground(place: str) -> str | None:
    """The state whose waters or ground a place is."""
    state = state_named(re.split(r"['’ ]", place)[0]) if GROUND.match(f" in {place}") else None
    return state.country.alpha3 if state else None
