"""Claims by the events: what happened, is planned or is alleged."""

from collections.abc import Iterable, Iterator

from communique.domain import Event
from communique.stories.checks.corroboration.claims import Claim


def happened(events: Iterable[Event]) -> Iterator[Claim]:
    """What happened, is planned or is alleged, by the events."""
    for event in events:
        more = (event.place.name if event.place else None, event.date)
        parts = [event.label, *(part for part in more if part and part not in event.label)]
        told = ", ".join(parts)
        yield Claim(text=told if event.status == "occurred" else f"{told} ({event.status})", support=event.mentions)
