"""What articles tell, as far as it can be shown in their words: events, utterances and claims, each with its weight."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.briefs.carried import Carried
from communique.briefs.desk import Desk
from communique.domain import EventStatus, Record, Span
from communique.domain.times import DAY, interval
from communique.knowledge.plover import event_types

STATUS: Mapping[EventStatus, float] = {
    "occurred": 1.0, "cancelled": 1.0, "planned": 0.8, "alleged": 0.6, "threatened": 0.6, "denied": 0.4,
    "hypothetical": 0.0,
}  # fmt: skip
UNTYPED, SAID, OTHER = 0.8, 0.8, 0.5  # what an event without PLOVER type, a statement and any other claim weigh
ALONE = 0.4  # what a thing weighs that is told once, where each further independent origin weighs 1
OUTLET, TELLING, TELLINGS = 0.5, 0.15, 8  # what further outlets and mentions weigh; mentions that count
OLD, OLD_WEIGHT = 60, 0.3  # days before the first report at which an event is background, and what it weighs then


@dataclass(frozen=True, kw_only=True, eq=False)
class Point:
    """Something that articles tell. day: of an event that is news. deed: whether it was done, or called off."""

    weight: float
    spans: tuple[Span, ...]
    origins: int
    outlets: int
    event: str | None = None
    statements: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    place: str | None = None
    day: str | None = None
    deed: bool = False


def points(record: Record, desk: Desk) -> Iterator[Point]:
    """What is told: events, utterances of several articles, and other claims that several carry."""
    carried = Carried(record.corroborations)
    dates = [article.published.date for article in desk.articles if article.published]
    first = min((days[0] for date in dates if (days := interval(date[:DAY]))), default=None)

    def point(spans: Iterable[Span], weight: float, **known: object) -> Point:
        held = tuple(spans)
        claimed = [claim.independent_origins for claim in carried.take(held)]
        numbers = {number for span in held if (number := desk.article_of(span)) is not None}
        outlets = max(desk.outlets(numbers), 1)
        origins = max(claimed, default=1 if len(numbers) == 1 else outlets)
        reach = ALONE + origins - 1 + OUTLET * (outlets - 1) + TELLING * (min(len(held), TELLINGS) - 1)
        return Point(weight=weight * reach, spans=held, origins=origins, outlets=outlets, **known)  # type: ignore[arg-type]

    for event in desk.events.values():
        days = interval(event.date or "")
        old = days is not None and first is not None and (first - days[1]).days > OLD
        yield point(
            event.mentions,
            STATUS[event.status] * (1 if event.type else UNTYPED) * (OLD_WEIGHT if old else 1),
            event=event.id,
            parties=frozenset((*event.actors, *event.recipients)),
            place=event.place.name.partition(",")[0] if event.place else None,
            day=days[0].isoformat() if days and not old else None,
            deed=not old and event.status in {"occurred", "cancelled"} and not _verbal_conflict(event.type),
        )
    for utterance in record.utterances:
        said = [desk.statements[name] for name in utterance.statements if name in desk.statements]
        if said:
            yield point(
                (span for statement in said for span in statement.content),
                SAID,
                statements=tuple(statement.id for statement in said),
                parties=frozenset(actor for statement in said for actor in statement.speakers),
                day=next((statement.said_on for statement in said if statement.said_on), None),
            )
    for claim in carried.rest():
        if not desk.introduces(claim.support):
            yield point(claim.support, OTHER)


def _verbal_conflict(root: str | None) -> bool:
    """Whether it is a criticism, a demand or a refusal: a reaction rather than a deed."""
    return root is not None and root in event_types() and event_types()[root].quad == "verbal conflict"
