"""Events across articles: which mentions are of one event, when and where it was, and whether it came to pass.

A merge is a link from a mention to an event that says why; `resolve(..., undone=...)` takes it back.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Actor, Article, Event, EventStatus, Published, Reading
from communique.domain.ids import content_id
from communique.domain.times import interval
from communique.knowledge.encounters import is_at_seat, is_cause, is_once, is_toll
from communique.record import places
from communique.record.actors import Resolution
from communique.record.events import datelines, parallels, whereabouts
from communique.record.events.drafts import Draft
from communique.record.events.grounds import grounded
from communique.record.events.labels import label
from communique.record.events.merging import EARLY, Merger, merge
from communique.record.events.moments import explained, iso
from communique.record.events.occasions import date_acts, date_quoted, said
from communique.record.events.parties import Party, parties_of, specific
from communique.record.events.reports import Report, reports_of
from communique.record.events.scenes import Scene
from communique.record.events.worth import is_listed

__all__ = ["Events", "Link", "Occasion", "resolve", "timeline"]

WELCOME = "welcome"
SEVERAL = 3  # reports
WEIGHTIEST_FIRST: tuple[EventStatus, ...] = (
    "cancelled", "occurred", "planned", "alleged", "denied", "threatened", "hypothetical",
)  # fmt: skip
"""Of several statuses in reports of one event the first counts; `occurred` and `cancelled` are never merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention, by its article and its index in the reading, the event that it is taken for, and why."""

    article: str
    mention: int
    event: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Where and when words were said: the id of an event, and an ISO 8601 date, each where it is told."""

    event: str | None = None
    said_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """All events, by id; the event of each mention (article id, index in its reading), and why; where words were said.

    said: by article id and index of the attribution in its reading. published: of articles without a date.
    """

    events: tuple[Event, ...] = ()
    told_by: Mapping[tuple[str, int], str]
    said: Mapping[tuple[str, int], Occasion]
    links: tuple[Link, ...] = ()
    published: Mapping[str, Published]


def resolve(
    readings: Sequence[Reading],
    articles: Sequence[Article],
    resolution: Resolution,
    undone: Collection[tuple[str, int]] = (),
) -> Events:
    """Group the mentions of all articles into events, sorted by id.

    undone: links (article, index of the mention) that do not hold: those mentions are events of their own.
    """
    known = {actor.id: actor for actor in resolution.actors}
    parties = parties_of(resolution.actors)
    reports = ([*grounded(told)] for told in reports_of(readings, articles, resolution.named_by))
    datings = datelines.datings(articles, readings) | parallels.datings(articles, readings)
    merged = merge(reports, parties, undone, datings)
    found = {reading.article: said(scene) for reading in readings for scene in [_scene(reading, merged, resolution)]}
    for reading in readings:
        date_acts(merged.told.get(reading.article, ()), merged.drafts, reading, found[reading.article])
        date_quoted(merged.told.get(reading.article, ()), merged.drafts, reading, found[reading.article])
    situation = whereabouts.Situation.of(merged.drafts, parties)
    every = ((number, draft, _event(draft, known, parties, situation)) for number, draft in enumerate(merged.drafts))
    events = {number: event for number, draft, event in every if is_listed(event, draft, parties)}
    links = tuple(
        Link(article=link.article, mention=link.mention, event=events[link.event].id, reason=link.reason)
        for link in sorted(merged.links, key=lambda link: (link.article, link.mention))
        if link.event in events
    )
    return Events(
        events=tuple(sorted(events.values(), key=lambda event: event.id)),
        told_by={(link.article, link.mention): link.event for link in links},
        said={
            (article, index): Occasion(
                event=events[one.occasion].id if one.occasion in events else None,
                said_on=iso(one.when.days) if one.when and one.when.days else None,
            )
            for article, every in found.items()
            for index, one in enumerate(every)
        },
        links=links,
        published={article: dating.published for article, dating in merged.datings.items() if dating.news},
    )


def _scene(reading: Reading, merged: Merger, resolution: Resolution) -> Scene:
    return Scene(
        reading=reading,
        told=merged.told.get(reading.article, ()),
        drafts=merged.drafts,
        known=merged.known,
        named_by=resolution.named_by,
        dating=merged.datings.get(reading.article),
    )


def timeline(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of events in the order of their dates, undated ones last."""

    def place(event: Event) -> tuple[bool, int, int, str]:
        days = interval(event.date) if event.date else None
        return (days is None, days[0].toordinal() if days else 0, days[1].toordinal() if days else 0, event.id)

    return tuple(event.id for event in sorted(events, key=place))


def _event(
    draft: Draft,
    actors: Mapping[str, Actor],
    parties: Mapping[str, Party],
    situation: whereabouts.Situation,
) -> Event:
    mentions = tuple(sorted({report.mention.span for report in draft.reports}))
    itself = _itself(draft)
    type_ = _most(report.mention.type for report in itself)
    kind = _most(report.mention.kind for report in itself) or draft.first.mention.kind
    told = [report.where for report in draft.reports if report.where] or whereabouts.written(draft, parties)
    place = places.together(told) or whereabouts.home(draft, parties, situation)
    doing, done_to = _parts(draft, parties)
    doing, done_to = (
        doing or whereabouts.holders(draft, place, parties),
        done_to or whereabouts.there(draft, doing, place, parties),
    )
    first = min(report.mention.trigger for report in draft.reports)
    when = draft.moment
    return Event(
        id=content_id("event", kind, first.document, first.start, first.end, draft.first.index),
        label=label(kind, type_, (doing, done_to), place, actors, _name(itself)),
        type=type_,
        mode=_most(report.mention.mode for report in itself),
        kind=kind,
        actors=tuple(doing),
        recipients=tuple(done_to),
        place=place,
        date=iso(when.days) if when and when.days else None,
        date_how=explained(when) if when else None,
        status=_status(draft),
        mentions=mentions,
    )


def _status(draft: Draft) -> EventStatus:
    """The status that counts; what is dated later than every report of it was printed is planned."""
    status = next(status for status in WEIGHTIEST_FIRST if status in draft.statuses)
    days = draft.moment.days if draft.moment else None
    printed = [report.published for report in draft.reports]
    ahead = days and all(on and (days[0] - on[1]).days > EARLY for on in printed)
    return "planned" if status == "occurred" and ahead else status


def _itself(draft: Draft) -> list[Report]:
    """The reports that tell the event itself, not whom it killed, if some do."""
    found = [report for report in draft.reports if report.cause is None and is_cause(report.mention.kind)]
    return found or [report for report in draft.reports if report.cause is None] or draft.reports


def _name(reports: Sequence[Report]) -> str:
    """What reports of a deed call it where they say of what sort it is, the most told: `plane crash`."""
    named = (report.mention.trigger.text.casefold() for report in reports if report.named and not report.several)
    told = [name for name in named if not name.startswith(("in ", "under ", "behind "))]
    return _most(told) or ""


def _most(values: Iterable[str | None]) -> str | None:
    """What is told most often, of equals the first."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _unsure(draft: Draft) -> set[str]:
    """Whom only the pronoun of one report of many tells, or others agree on somebody else: it may be misread."""
    found: set[str] = set()
    anywhere = {i for r in draft.reports for i in (*r.actors, *r.recipients) if i not in r.by_pronoun}
    for part in ("actors", "recipients"):
        named = Counter(i for r in draft.reports for i in getattr(r, part) if i not in r.by_pronoun)
        told = Counter(i for r in draft.reports for i in getattr(r, part) if i in r.by_pronoun)
        others = max(named.values(), default=0)
        many = (
            len(draft.reports) > SEVERAL
            if not named
            else others >= (1 if is_once(draft.first.mention.kind) else SEVERAL)
        )
        found |= {i for i, count in told.items() if i not in anywhere and count == 1 and many}
    return found


def _doers(report: Report, draft: Draft) -> tuple[str, ...]:
    """Who does it; not of an attack that took place who is only said to have done it, or denies it."""
    doubted = report.mention.status in {"alleged", "denied"} and "occurred" in draft.statuses
    return () if doubted and is_cause(report.mention.kind) else report.actors


def _parts(draft: Draft, known: Mapping[str, Party]) -> tuple[list[str], list[str]]:
    """Who does it and whom it is done to, each in one part only: the one that most reports have for them.

    Who welcomes somebody is host of the visit.
    """
    hosted = {report.mention.kind for report in draft.reports} > {WELCOME}
    told = [
        (r.recipients, r.actors) if hosted and r.mention.kind == WELCOME else (_doers(r, draft), r.recipients)
        for r in draft.reports
    ]
    unsure = _unsure(draft)
    doing = Counter(i for actors, _ in told for i in actors if i not in unsure)
    own = {known[i].country for i in doing} - {None} if is_at_seat(draft.first.mention.kind) else set()
    done_to = Counter(i for _, theirs in told for i in theirs if i not in unsure and known[i].country not in own)
    if all(is_toll(kind) for kind in draft.kinds) and not any(known[i].named for i in done_to):
        done_to = Counter(dict(done_to.most_common(1)))  # the others count the same dead
    everyone = specific((*doing, *done_to), known)
    does = [i for i in everyone if doing[i] and doing[i] >= done_to[i]]
    others = [i for i in everyone if i not in does]
    if draft.mutual:
        return does, others
    itself = [i for report in _itself(draft) for i in (*report.actors, *report.recipients)]
    nameless = [i for i in dict.fromkeys(itself) if i not in {*does, *others} and i not in unsure]
    does = does or specific([i for i in nameless if doing[i] > done_to[i]], known)
    return does, others or specific([i for i in nameless if done_to[i] > doing[i]], known)
