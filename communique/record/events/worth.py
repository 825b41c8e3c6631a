"""Worth: whether an editor would list an event, by what sort of deed it is and how it is told.

What is only said (praise, pleas, blame) is kept as a statement with its act; it is an event too where reports make one
of it: at their head, with a day of its own, more than once, or as done by one who is named to another. What may come to
pass one day, and what has no name but that of its kind, need more of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.encounters import is_plain, is_said
from communique.record.events.reports import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.domain import Event
    from communique.record.events.drafts import Draft
    from communique.record.events.parties import Party

DEED, WORDS, PLAIN = 2, 1, 0
DOUBT = 2
PAIR = 2
LISTED = 1


def is_listed(event: Event, draft: Draft, known: Mapping[str, Party]) -> bool:
    """Whether an event is worth a line of its own."""
    return worth(event, draft, known) >= LISTED


def worth(event: Event, draft: Draft, known: Mapping[str, Party]) -> int:
    """How much speaks for listing an event: its sort, and a point for each way in which reports make much of it."""
    sort = PLAIN if is_plain(event.kind) else WORDS if is_said(event.kind) else DEED
    named = [i for i in (*event.actors, *event.recipients) if known[i].named]
    told = (
        len(draft.reports) > 1,
        any(report.line < BEGINNING for report in draft.reports),
        any(report.mention.time is not None for report in draft.reports),
        len(named) >= PAIR,
    )
    nameless = event.label.casefold() in {event.kind, draft.first.mention.trigger.text.casefold()}
    return sort + sum(told) - DOUBT * (event.status == "hypothetical") - DOUBT * nameless
