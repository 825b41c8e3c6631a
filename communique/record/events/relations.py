"""Relations: what one event of an article tells of the time and place of another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.record.events.drafts import Draft
from communique.record.events.moments import Moment, agreement, shifted
from communique.record.events.parties import Party, specific
from communique.record.events.reports import PRESS, Report

MEETING, WELCOME = "meeting", "welcome"
JOINT = 2  # parties that stand before the press together


def relate(drafts: Sequence[Draft], known: Mapping[str, Party], article: str) -> None:
    """Date and place what is told beside another event of the article, where its own words tell nothing.

    Words to the press after a meeting, or by those who met, belong to its day and place; `a day after` counts from the
    event that it names; the news is of the `day of meetings in Oslo` that the article begins with.
    """
    holding = {report.index: draft for draft in drafts for report in draft.reports if report.article == article}
    meetings = [draft for draft in drafts if draft.first.what == MEETING and draft.statuses == {"occurred"}]
    days = [draft for draft in drafts if draft.first.plural and draft.first.lead and not draft.told(known)]
    for draft in meetings:
        if (
            draft.where is None
            and draft.moment is None
            and draft.first.lead
            and len(days) == 1
            and draft is not days[0]
        ):
            draft.put([_at(draft.first, days[0]), *draft.reports[1:]])
    for draft in drafts:
        if draft.moment is None:
            draft.put([_counted(r, holding) if r.article == article else r for r in draft.reports])
        if draft.moment is None and draft.first.what == MEETING and draft.statuses == {"occurred"}:
            draft.put([_received(draft, drafts, known), *draft.reports[1:]])
        joint = any(report.joint for report in draft.reports)
        if draft.first.what != PRESS or (draft.moment and draft.moment.days and not joint):
            continue
        named = next((holding[r.beside] for r in draft.reports if r.article == article and r.beside in holding), None)
        dated = named is not None and named.moment is not None
        beside = named if dated else _met(draft, meetings, known, article) or named
        if beside is not None and agreement(draft.moment, beside.moment) >= 0:
            draft.put([_beside(draft, beside, known), *draft.reports[1:]])


def _at(report: Report, other: Draft) -> Report:
    """The report with the day and place of the encounter at which it was."""
    return replace(report, moment=report.moment or _day_of(other), where=report.where or other.where)


def _received(meeting: Draft, drafts: Sequence[Draft], known: Mapping[str, Party]) -> Report:
    """The report with the day on which the one of two received the other, where they met at some time."""
    there = {i for i in meeting.company(known) if i in known and known[i].telling}
    for draft in drafts if len(there) == JOINT else ():
        welcome = any(report.mention.kind == WELCOME for report in draft.reports)
        if welcome and draft.moment and there <= set(draft.company(known)):
            return _at(meeting.first, draft)
    return meeting.first


def _day_of(other: Draft) -> Moment | None:
    told = other.moment
    if told is None or told.days is None:
        return told
    return Moment(words=told.words, days=told.days, how=f"the day of the {other.first.mention.kind}")


def _counted(report: Report, holding: dict[int, Draft]) -> Report:
    if report.counted is None:
        return report
    other, days, words = report.counted
    told = other if isinstance(other, Moment) else holding[other].moment if other in holding else None
    return replace(report, moment=shifted(told, days, words)) if told else report


def _met(press: Draft, meetings: Sequence[Draft], known: Mapping[str, Party], article: str) -> Draft | None:
    """The meeting that words to the press belong to: the one of all who speak; else the first told, if it may be."""
    there = {i for i in press.company(known) if i in known and known[i].telling}
    same = [m for m in meetings if len(there & {*m.actors, *m.recipients}) >= JOINT]
    if same or not (there or press.first.mention.kind == PRESS):
        return same[0] if len(same) == 1 else None
    here = _told_at(press, article)
    joint = any(report.joint for report in press.reports)
    before = next((m for m in meetings if (m.moment or joint) and _told_at(m, article) < here), None)
    may_be = before and (not there or not before.told(known) or there & {*before.actors, *before.recipients})
    return before if may_be else None


def _told_at(draft: Draft, article: str) -> int:
    """Where an article first tells of it."""
    return min(report.mention.span.start for report in draft.reports if report.article == article)


def _beside(press: Draft, other: Draft, known: Mapping[str, Party]) -> Report:
    """The report with the day and place of the meeting, and those who met where it does not tell who holds it.

    Where they hold it together, all of them hold it.
    """
    there = dict.fromkeys(specific(other.company(known), known))
    told = press.first.actors if press.told(known) else ()
    joint = any(report.joint for report in press.reports) and not {*told} - {*there}
    actors = tuple(there) if joint or not told else told
    return _at(replace(press.first, actors=actors, moment=press.moment, where=press.where), other)
