"""Worth: whether an editor would list an event, by what sort of deed it is and how it is told.

What is only said (praise, pleas, blame) is kept as a statement with its act; it is an event too where reports make one of
it: at their head, with a day of its own, more than once, or as done by one who is named to another. What may come to pass
one day and what is told of nobody and nowhere need as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.encounters import is_plain, is_said
from communique.record.events.reports import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.record.events.drafts import Draft
    from communique.record.events.parties import Party
    from communique.record.events.reports import Report

DEED, WORDS, PLAIN = 2, 1, 0
DOUBT = 2
PAIR = 2
LISTED = 1


def is_listed(draft: Draft, known: Mapping[str, Party]) -> bool:
    """Whether an event is worth a line of its own."""
    return worth(draft, known) >= LISTED


def worth(draft: Draft, known: Mapping[str, Party]) -> int:
    """How much speaks for listing an event: its sort, and a point for each way in which reports make something of it."""
    reports, mention = draft.reports, draft.first.mention
    sort = PLAIN if is_plain(mention.kind) else WORDS if is_said(mention.kind) else DEED
    parties = dict.fromkeys((*draft.actors, *draft.recipients))
    named = [i for i in parties if i in known and known[i].named]
    untold = not (parties or any(report.where or (sort == DEED and _is_somebodys(report)) for report in reports))
    told = (
        len(reports) > 1,
        any(report.line < BEGINNING for report in reports),
        any(report.mention.time is not None for report in reports),
        len(named) >= PAIR,
    )
    return sort + sum(told) - DOUBT * (draft.statuses == {"hypothetical"}) - DOUBT * untold


def _is_somebodys(report: Report) -> bool:
    """Whether somebody does it or undergoes it, even if it is not known who: `they pleaded guilty`."""
    return bool(report.mention.actors or report.mention.recipients)
