"""Claims by the events: what happened, is planned or is alleged, and where and when it did."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from communique.domain import Event, Reading, Record, Span
from communique.domain.names import folded
from communique.domain.times import interval
from communique.knowledge.encounters import encounter, is_said, lasts
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.facts import longest
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.scenes import Scene, scenes, told_in

UNREAL = frozenset({"hypothetical", "threatened"})  # nobody says that these came or will come to pass
SET = frozenset({"occurred", "planned"})  # the status of what has a place and a day


def happened(record: Record, readings: Mapping[str, Reading], wording: Wording) -> Iterator[Claim]:
    """What happened, is planned or is alleged, with its place and its day; the passages that tell these in full."""
    told_of = scenes(record, readings)
    verbs = {(c.verb.document, c.verb.start) for reading in readings.values() for c in reading.clauses}
    triggers = ((told.span, told.trigger) for reading in readings.values() for told in reading.events)
    verbal = {span for span, trigger in triggers if (trigger.document, trigger.start) in verbs}
    owner = {scene.mention.span: key for key, found in told_of.items() for scene in found}
    for event in record.events:
        if event.status in UNREAL or all(owner.get(span, event.id) != event.id for span in event.mentions):
            continue
        more = (event.place.name if event.place else None, event.date)
        told = ", ".join([event.label, *(part for part in more if part and part not in event.label)])
        clause = _clause(event, wording, verbal)
        mentions = (*event.mentions, *(scene.mention.span for scene in told_of[event.id]))
        yield Claim(
            text=clause or (told if event.status == "occurred" else f"{told} ({event.status})"),
            support=tuple(longest({*mentions, *_settings(event, told_of[event.id])})),
        )


def _clause(event: Event, wording: Wording, verbal: AbstractSet[Span]) -> str | None:
    """The clause of a report that tells what happened; the label of an encounter tells who met, and where."""
    known = (encounter(event.kind) or is_said(event.kind)) and len({*event.actors, *event.recipients}) > 1
    alone = len({span.document for span in event.mentions}) == 1
    return None if alone or known else wording.clause([span for span in event.mentions if span in verbal])


def _settings(event: Event, told: Sequence[Scene]) -> Iterator[Span]:
    """The passages that tell where and when it took place, as others do."""
    if event.status in SET and not lasts(event.kind) and not is_said(event.kind):
        for alike in (_alike(told, _places), _alike(told, partial(_days, event.date))):
            for spans in alike.values():
                if len({span.document for span in spans}) > 1:
                    yield from spans


def _places(scene: Scene) -> Iterator[tuple[str, Span]]:
    for place in scene.places:
        yield place.text, place


def _days(known: str | None, scene: Scene) -> Iterator[tuple[str, Span]]:
    """The day that a scene gives; `May 6` and `Tuesday` stand for the day that is known, where it is one."""
    for time in scene.times:
        days = interval(time.value) if time.value else None
        if days is not None and days[0] == days[1]:
            yield days[0].isoformat(), time.span
        elif time.value is None and (day := interval(known) if known else None) and day[0] == day[1]:
            names = f"{day[0]:%B} {day[0].day}", f"{day[0].day} {day[0]:%B}", f"{day[0]:%A}"
            if folded(time.span.text) in map(folded, names):
                yield day[0].isoformat(), time.span


def _alike(told: Iterable[Scene], settings: Callable[[Scene], Iterator[tuple[str, Span]]]) -> dict[str, list[Span]]:
    """The passages that give an event the same setting, by its first wording."""
    found: dict[str, list[Span]] = defaultdict(list)
    names: dict[str, str] = {}
    for scene in told:
        for name, setting in settings(scene):
            found[names.setdefault(folded(name), name)].append(told_in(scene, setting))
    return found
