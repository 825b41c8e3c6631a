"""Reports: in whose words an event is told, and what that makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Attribution, EventMention
from communique.domain.readings import EventStatus
from communique.knowledge import events
from communique.reading.events.governors import ANSWERING
from communique.reading.events.roles import VERBAL
from communique.reading.events.status import is_settled

if TYPE_CHECKING:
    from communique.reading.events.cast import Cast
    from communique.reading.page import Page


def reported(event: EventMention, cast: Cast, page: Page) -> EventMention:
    """The event with the attribution that it is told in, and with the status that this gives it."""
    reading, index = cast.reading, cast.reports.get(event.trigger.start)
    found = event.status
    if found in {"occurred", "hypothetical", "alleged"} and index is not None:
        found = _doubted(event, reading.attributions[index], page)
    if found == "occurred" and index is not None and _is_charged(event, reading.attributions[index], cast):
        found = "alleged"
    return replace(event, attribution=index, status=found)


def _is_charged(event: EventMention, attribution: Attribution, cast: Cast) -> bool:
    """Whether somebody tells of threats by others: what counts as one is what the speaker makes of it."""
    if event.kind != "threat":
        return False
    speakers = {cast.chains.get(index, -1) for index in attribution.speakers}
    return not any(cast.chains.get(index) in speakers for index in event.actors)


def _doubted(event: EventMention, attribution: Attribution, page: Page) -> EventStatus:
    """What the cue makes of what is told (`denied`, `alleged`)."""
    answering = bool(attribution.content) and attribution.content[0].text.split()[0].casefold() in ANSWERING
    if attribution.cue is None or answering:  # `claimed responsibility for the raid`
        return event.status
    block = page.block_at(event.trigger.start)
    told_by = [word.token for word in block.words(event.trigger)]
    if any(is_settled(word) for word in told_by):
        return event.status
    made = event.type == "ACCUSE" and all(word.pos_ not in VERBAL for word in told_by)
    for word in page.block_at(attribution.cue.start).words(attribution.cue):
        found = events.governed_status(word.token.lemma_.lower())
        if (found == "denied" and not made) or (found == "alleged" and event.status == "occurred"):
            return found
    return event.status
