"""Doubts: words that name a deed in some sentences only; the event network tells in which.

Measured on the talks case and on news stories: where the table of words is sure, the network is more often wrong than
the table, and on words that the table does not know it sees deeds everywhere. So it is asked for listed words alone,
about their own clause, and only whether it is the deed that the table says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.models.events import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.domain import EventMention, Mention, Span
    from communique.models import EventModel

LIKELY = 0.6
PERSONAL = frozenset({"person", "group"})
PERSONS_MAY = frozenset({"CONSULT", "ASSAULT", "REQUEST", "PROTEST", "REJECT"})


def confirmed(
    events: Sequence[EventMention], mentions: Sequence[Mention], coder: EventModel | None
) -> list[EventMention]:
    """Of doubtful events those that the network also sees."""
    able = [event for event in events if _between(event, mentions)]
    if coder is None or not able:
        return []
    chances = coder.read([_question(event, mentions) for event in able])
    columns = {label: column for column, label in enumerate(coder.labels)}
    return [event for event, row in zip(able, chances, strict=True) if row[columns[event.type or ""]] >= LIKELY]


def _between(event: EventMention, mentions: Sequence[Mention]) -> bool:
    """Whether both parties are known, and of a kind that do such things to each other."""
    if not event.actors or not event.recipients:
        return False
    types = {mentions[event.actors[0]].type, mentions[event.recipients[0]].type}
    return event.type in PERSONS_MAY or not types <= PERSONAL


def _question(event: EventMention, mentions: Sequence[Mention]) -> Asked:
    """The clause with its parties; one that the clause does not hold stands in front of it."""
    text, before = event.span.text, ""
    spans = []
    for index in (event.actors[0], event.recipients[0]):
        inside = _inside(mentions[index].span, event.span)
        if inside is None:
            name = mentions[index].span.text
            spans.append((len(before), len(before) + len(name), True))
            before += f"{name} "
        else:
            spans.append((*inside, False))
    actor, recipient = ((a, b) if in_front else (a + len(before), b + len(before)) for a, b, in_front in spans)
    return Asked(sentence=(before + text).replace("\n", " "), actor=(actor,), recipient=(recipient,))


def _inside(part: Span, whole: Span) -> tuple[int, int] | None:
    return (part.start - whole.start, part.end - whole.start) if whole.covers(part) else None
