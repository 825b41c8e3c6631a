"""Claims by the events: what happened, is planned or is alleged, and where and when it did."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from communique.domain import Event, Reading, Record, Span
from communique.domain.names import folded
from communique.domain.times import interval
from communique.knowledge.encounters import lasts
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.scenes import Scene, scenes, told_in

VERBS = {"occurred": "took place", "planned": "is to take place"}


def happened(events: Iterable[Event]) -> Iterator[Claim]:
    """What happened, is planned or is alleged."""
    for event in events:
        more = (event.place.name if event.place else None, event.date)
        parts = [event.label, *(part for part in more if part and part not in event.label)]
        told = ", ".join(parts)
        yield Claim(text=told if event.status == "occurred" else f"{told} ({event.status})", support=event.mentions)


def held_at(record: Record, readings: Mapping[str, Reading]) -> Iterator[Claim]:
    """Where events took place and on which day, as reports of them say alike."""
    told = scenes(record, readings)
    for event in record.events:
        if event.status not in VERBS or lasts(event.kind):
            continue
        verb = VERBS[event.status]
        for place, spans in _alike(told[event.id], _places).items():
            yield Claim(text=f"{_label(event)} {verb} in {place}", support=tuple(spans))
        for day, spans in _alike(told[event.id], _days).items():
            yield Claim(text=f"{_label(event)} {verb} on {day}", support=tuple(spans))


def _label(event: Event) -> str:
    """The label without the place: the claim says it, as the reports do."""
    place = event.place.name if event.place else ""
    return event.label.removesuffix(f" in {place}").removesuffix(f" to {place}")


def _places(scene: Scene) -> Iterator[tuple[str, Span]]:
    for place in scene.places:
        yield place.text, place


def _days(scene: Scene) -> Iterator[tuple[str, Span]]:
    for time in scene.times:
        days = interval(time.value) if time.value else None
        if days is not None and days[0] == days[1]:
            yield days[0].isoformat(), time.span


def _alike(told: Iterable[Scene], settings: Callable[[Scene], Iterator[tuple[str, Span]]]) -> dict[str, list[Span]]:
    """The passages that give an event the same setting, by its first wording."""
    found: dict[str, list[Span]] = defaultdict(list)
    names: dict[str, str] = {}
    for scene in told:
        for name, setting in settings(scene):
            found[names.setdefault(folded(name), name)].append(told_in(scene, setting))
    return found
