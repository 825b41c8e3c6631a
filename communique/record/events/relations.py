"""Relations: what one event of an article tells of the time and place of another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.knowledge.encounters import alike
from communique.record.events.drafts import Draft
from communique.record.events.moments import Moment, agreement, shifted
from communique.record.events.parties import Party, company, specific
from communique.record.events.reports import MEETING, PRESS, VISIT, Report
from communique.record.places import closeness

WELCOME, DETENTION = "welcome", "detention"
AGREEMENT = "agreement"
THE_SAME = 0.6  # how far those who agreed are those who met
PERFECT = re.compile(r"\b(?:has|have|had)\b")
JOINT = 2  # parties that stand before the press together


def relate(drafts: Sequence[Draft], known: Mapping[str, Party], article: str) -> None:
    """Date and place what is told beside another event of the article, where its own words tell nothing.

    Words to the press after a meeting, or by those who met, belong to its day and place; `a day after` counts from the
    event that it names; the news is of the `day of meetings in Oslo` that the article begins with.
    """
    holding = {report.index: draft for draft in drafts for report in draft.by_article.get(article, ())}
    occurred = [draft for draft in drafts if draft.statuses == {"occurred"}]
    meetings = [draft for draft in occurred if draft.first.what == MEETING]
    days = [draft for draft in drafts if draft.first.plural and draft.first.lead and not draft.told(known)]
    visits = [draft for draft in drafts if draft.first.what == VISIT and draft.where and not _is_welcome(draft)]
    seizures = [draft for draft in occurred if draft.groups & alike(DETENTION) and draft.first.what != DETENTION]
    for draft in meetings:
        if draft.moment is None and draft.first.lead:
            draft.begin_with(_led(draft, days, meetings, known, article))
    for draft in drafts:
        if draft.moment is None:
            _count(draft, holding, article)
        if draft.moment is None and draft.first.what == DETENTION:
            draft.begin_with(_seized(draft, seizures))
        if draft.where is None or (draft.moment is None and draft.first.what == MEETING):
            draft.begin_with(_placed(draft, visits, meetings, known))
        if draft.first.what == PRESS and (draft.joint or not (draft.moment and draft.moment.days)):
            named = _named(draft, holding, article)
            beside = named if named and named.moment else _met(draft, meetings, known, article) or named
            if beside is not None and agreement(draft.moment, beside.moment) >= 0:
                draft.begin_with(_beside(draft, beside, known))


def _led(
    meeting: Draft, days: Sequence[Draft], meetings: Sequence[Draft], known: Mapping[str, Party], article: str
) -> Report:
    """The report of a meeting at the head of an article, with the day told of meetings, or of the first if it fits."""
    if meeting.where is None and len(days) == 1 and meeting is not days[0]:
        return _at(meeting.first, days[0])
    body = (other for other in meetings if not other.titled)
    told = min(body, key=lambda other: _told_at(other, article), default=meeting)
    fits = told.first.lead and told.moment and told.moment.exact and closeness(meeting.where, told.where) >= 0
    if fits and told is not meeting and company(meeting.company(known), told.company(known), known) > 0:
        return replace(meeting.first, moment=_day_of(told))
    return meeting.first


def _named(press: Draft, holding: Mapping[int, Draft], article: str) -> Draft | None:
    """The encounter after which, or at which, an article says that words were said to the press."""
    beside = (holding.get(r.beside) for r in press.by_article[article] if r.beside is not None)
    return next((draft for draft in beside if draft is not None), None)


def _is_welcome(draft: Draft) -> bool:
    return any(report.mention.kind == WELCOME for report in draft.reports)


def date_by_news(drafts: Sequence[Draft], article: str) -> None:
    """Date words to the press of which nothing else tells when by the news that an article begins with."""
    for draft in drafts:
        if draft.first.what == PRESS and draft.moment is None:
            when = _of_the_news(draft, drafts, article)
            draft.begin_with(replace(draft.first, moment=when) if when else draft.first)


def _of_the_news(press: Draft, drafts: Sequence[Draft], article: str) -> Moment | None:
    """The days from the first deed that an article dates to its printing, at most a day later: its words are news."""
    own = press.by_article[article][0]
    printed = own.published
    if not own.lead or printed is None or printed[0] != printed[1] or PERFECT.search(own.mention.span.text):
        return None
    told = (r for d in drafts for r in d.by_article[article] if r.lead and not r.titled and r.occurred)
    first = min((r for r in told if r.moment and r.moment.exact), key=lambda r: r.mention.span.start, default=None)
    if first is None or first.moment is None or first.moment.days is None:
        return None
    day = first.moment.days[0]
    near = 0 <= (printed[1] - day).days <= 1
    return Moment(words=first.moment.words, days=(day, printed[1]), how="the news of the day") if near else None


def _at(report: Report, other: Draft) -> Report:
    """The report with the day and place of the encounter at which it was."""
    return replace(report, moment=report.moment or _day_of(other), where=report.where or other.where)


def _agreed(agreement_: Draft, meetings: Sequence[Draft], known: Mapping[str, Party]) -> Report:
    """The report of an agreement with the place where those met, on no other day, who made it."""
    who, when = agreement_.company(known), agreement_.moment
    own = [m for m in meetings if m.where and company(m.company(known), who, known) >= THE_SAME]
    own = [m for m in own if agreement(m.moment, when) > 0 or (when is None and m.first.lead)]
    return replace(agreement_.first, where=own[0].where) if len(own) == 1 else agreement_.first


def _placed(draft: Draft, visits: Sequence[Draft], meetings: Sequence[Draft], known: Mapping[str, Party]) -> Report:
    """The report of a meeting with the place of the visit, of an agreement with that of the meeting, that it was on."""
    if draft.first.what == MEETING:
        return _on_visit(draft, visits, known)
    return _agreed(draft, meetings, known) if AGREEMENT in draft.groups else draft.first


def _on_visit(meeting: Draft, visits: Sequence[Draft], known: Mapping[str, Party]) -> Report:
    """The report of a meeting with the one place that somebody who met there is told to visit then, and its day."""
    guests = {i for i in meeting.company(known) if known[i].person}
    own = [v for v in visits if v.statuses == meeting.statuses and not guests.isdisjoint(v.actors)]
    apart = any(closeness(own[0].where, visit.where) < 0 for visit in own)
    if not own or apart or any(agreement(visit.moment, meeting.moment) < 0 for visit in own):
        return meeting.first
    dated = next((visit for visit in own if visit.moment and visit.moment.exact), None)
    moment = _day_of(dated) if dated and meeting.moment is None else meeting.first.moment
    return replace(meeting.first, where=meeting.where or own[0].where, moment=moment)


def _seized(detention: Draft, seizures: Sequence[Draft]) -> Report:
    """The report with the day on which who is detained was arrested."""
    for draft in seizures:
        if draft.moment and not detention.recipients.keys().isdisjoint(draft.recipients):
            return replace(detention.first, moment=_day_of(draft))
    return detention.first


def _day_of(other: Draft) -> Moment | None:
    told = other.moment
    if told is None or told.days is None:
        return told
    return Moment(words=told.words, days=told.days, how=f"the day of the {other.first.mention.kind}")


def _count(draft: Draft, holding: Mapping[int, Draft], article: str) -> None:
    """Date an event by another, or a day, from which an article counts it."""
    counted = {r.index: _counted(r, holding) for r in draft.by_article[article] if r.counted is not None}
    if counted:
        draft.put([counted.get(r.index, r) if r.article == article else r for r in draft.reports])


def _counted(report: Report, holding: Mapping[int, Draft]) -> Report:
    count = report.counted
    if count is None:
        return report
    other = holding.get(count.event) if isinstance(count.event, int) else None
    told = other.moment if other else count.event if isinstance(count.event, Moment) else None
    return replace(report, moment=shifted(told, count.days, count.words, count.amiss)) if told else report


def _met(press: Draft, meetings: Sequence[Draft], known: Mapping[str, Party], article: str) -> Draft | None:
    """The meeting that words to the press belong to: the one of all who speak; else the first told, if it may be."""
    there = {i for i in press.company(known) if known[i].telling}
    meetings = [meeting for meeting in meetings if closeness(press.where, meeting.where) >= 0]
    same = [m for m in meetings if len(there & {*m.actors, *m.recipients}) >= JOINT]
    if same or not (there or press.first.mention.kind == PRESS):
        return same[0] if len(same) == 1 else None
    here = _told_at(press, article)
    before = [m for m in meetings if _told_at(m, article) < here]
    may_be = (m for m in before if not there or not m.told(known) or there & {*m.actors, *m.recipients})
    first = next(may_be, None)
    return first if first and (first.moment or press.joint) else None


def _told_at(draft: Draft, article: str) -> int:
    """Where an article first tells of it."""
    return min(report.mention.span.start for report in draft.by_article[article])


def _beside(press: Draft, other: Draft, known: Mapping[str, Party]) -> Report:
    """The report with the day and place of the meeting, and those who met where it does not tell who holds it.

    Where they hold it together, all of them hold it.
    """
    there = dict.fromkeys(specific(other.company(known), known))
    told = press.first.actors if press.told(known) else ()
    joint = press.joint and not {*told} - {*there}
    actors = tuple(there) if joint or not told else told
    return _at(replace(press.first, actors=actors, moment=press.moment, where=press.where), other)
