"""Places: where the reports of one event say that it happened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.domain import Conflict
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.states import state_named
from communique.stories.checks.conflicts.reports import EACH, Reports, Told, conflict, distinct, folded
from communique.stories.scenes import Scene


def find(reports: Reports) -> Iterator[Conflict]:
    """Events that two articles place differently: in places that exclude each other, or more and less precisely."""
    for event, told_of in reports.of_events:
        told = distinct((item for scene in told_of for item in _told(scene)), each=EACH)
        if len({item.article for item in told}) < 2 or len({item.value for item in told}) < 2:
            continue
        about = f"where: {event.label}"
        pairs = list(combinations(told, 2))
        if any(_apart(a.span.text, b.span.text) for a, b in pairs):
            yield conflict("place", about, told, "contradiction", "The places lie in different states.")
        elif any(_holds(a.span.text, b.span.text) or _holds(b.span.text, a.span.text) for a, b in pairs):
            why = "One report names the state, another the place in it."
            yield conflict("place", about, told, "difference-in-precision", why)
        else:
            why = "Whether one place lies in the other, or both are meant, the words do not tell."
            yield conflict("place", about, told, "cannot-tell", why)


def _told(scene: Scene) -> Iterator[Told]:
    """The narrowest place that a report gives the event."""
    for span in scene.places:
        yield Told(article=scene.article, span=span, value=folded(span.text).removeprefix("the "))


def _holds(state: str, place: str) -> bool:
    known = state_named(state)
    return known is not None and state_named(place) is None and state_of_place(place) == known.country.alpha3


def _apart(one: str, other: str) -> bool:
    """Whether two places lie in different states for certain."""
    a, b = state_of_place(one), state_of_place(other)
    return a is not None and b is not None and a != b
