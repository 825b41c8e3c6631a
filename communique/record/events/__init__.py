"""Events across articles: which mentions are of one event, when and where it was, and whether it came to pass.

A merge is a link from a mention to an event that says why; `resolve(..., undone=...)` takes it back.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Actor, Article, Event, EventStatus, Place, Published, Reading
from communique.domain.ids import content_id
from communique.domain.times import interval
from communique.knowledge.encounters import (
    comes_from_afar,
    goes_on_there,
    is_abroad,
    is_against_power,
    is_at_home,
    is_by_authority,
    is_cause,
    is_custody,
)
from communique.knowledge.events import SPOKEN
from communique.knowledge.states import seated_in
from communique.record import places
from communique.record.actors import Resolution
from communique.record.events import datelines, parallels
from communique.record.events.drafts import Draft
from communique.record.events.labels import label
from communique.record.events.merging import EARLY, Merger, merge
from communique.record.events.moments import explained, iso
from communique.record.events.occasions import date_acts, date_quoted, said
from communique.record.events.parties import Party, parties_of, specific
from communique.record.events.reports import BEGINNING, MEETING, Report, reports_of
from communique.record.events.scenes import Scene
from communique.record.events.worth import is_listed

__all__ = ["Events", "Link", "Occasion", "resolve", "timeline"]

WELCOME = "welcome"
HOSTAGE = re.compile(r"hostage|captiv", re.IGNORECASE)
SEVERAL = 3  # reports
WORDS = SPOKEN - {"AGREE"}  # an agreement is made where they meet
MISSION = re.compile(r"\b(?:consulate|embass(?:y|ies))\b", re.IGNORECASE)
PAIR = 2
FRESH = 3  # days
ARMY = "MIL"
BY_WEIGHT: tuple[EventStatus, ...] = (
    "cancelled",
    "occurred",
    "planned",
    "denied",
    "alleged",
    "threatened",
    "hypothetical",
)
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
    reports = reports_of(readings, articles, resolution.named_by)
    datings = datelines.datings(articles, readings) | parallels.datings(articles, readings)
    merged = merge(reports, parties, undone, datings)
    found = {reading.article: said(scene) for reading in readings for scene in [_scene(reading, merged, resolution)]}
    for reading in readings:
        date_acts(merged.told.get(reading.article, ()), merged.drafts, reading, found[reading.article])
        date_quoted(merged.told.get(reading.article, ()), merged.drafts, reading, found[reading.article])
    every = ((number, draft, _event(draft, known, parties)) for number, draft in enumerate(merged.drafts))
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


def _event(draft: Draft, actors: Mapping[str, Actor], parties: Mapping[str, Party]) -> Event:
    mentions = tuple(sorted({report.mention.span for report in draft.reports}))
    itself = _itself(draft)
    type_ = _most(report.mention.type for report in itself)
    kind = _most(report.mention.kind for report in itself) or draft.first.mention.kind
    told = [report.where for report in draft.reports if report.where] or _where_written(draft, parties)
    place = places.together(told) or _home(draft, parties)
    doing, done_to = _parts(draft, parties)
    doing, done_to = doing or _holders(draft, place, parties), done_to or _there(draft, doing, place, parties)
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
    status = next(status for status in BY_WEIGHT if status in draft.statuses)
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


def _where_written(draft: Draft, known: Mapping[str, Party]) -> list[places.Where]:
    """The city from which an article begins with who met there: its state's people took part, or it is no capital.

    `OSLO - The envoy met the prime minister on Monday` needs no other word of where that was.
    """
    company = [known[i] for i in draft.company(known) if i in known]
    if draft.first.what != MEETING or draft.statuses != {"occurred"} or len(company) < PAIR:
        return []
    return [
        report.written
        for report in draft.reports
        if report.line < BEGINNING and report.written and _is_news(report)
        if any(party.country == report.written.place.country for party in company)
        or seated_in(report.written.place.name) is None
    ]


def _is_news(report: Report) -> bool:
    """Whether it was in the days before its article, as far as both tell."""
    days, news = report.moment.days if report.moment else None, report.published
    return not (days and news) or abs((news[1] - days[1]).days) <= FRESH


def _home(draft: Draft, known: Mapping[str, Party]) -> Place | None:
    """Where an event is at home that no report gives a place."""
    state = None if draft.first.encounter else _by_authority(draft, known) or _own(draft, known)
    return places.at_home(state) if state else None


def _by_authority(draft: Draft, known: Mapping[str, Party]) -> str | None:
    """The state whose authorities arrest, try or release: they do so at home, whoever it is; its army may be abroad."""
    if not is_by_authority(draft.first.mention.kind):
        return None
    parties = [known[i] for i in draft.actors if i in known]
    lawful = all(party.official and party.sector != ARMY for party in parties)
    lawful = lawful and not any(known[i].state for i in draft.recipients if i in known)
    return _one(party.country for party in parties) if lawful else None


def _own(draft: Draft, known: Mapping[str, Party]) -> str | None:
    """The state of whose people an event is, where they are all of one and have it among themselves.

    Words and bombs reach others, and missions are with others. An election is held in the state that it is of, and who
    is to be ousted is so where they rule; news that names nobody is of those in its sentence. News of other things must
    come from there and, naming nobody, name no state more often.
    """
    kind, first = draft.first.mention.kind, draft.first
    company = [known[i] for i in (draft.recipients if is_against_power(kind) else draft.company(known)) if i in known]
    if is_at_home(kind) or is_against_power(kind):
        recent = [r for r in draft.reports if _is_news(r) and (r.published or not (r.moment and r.moment.days))]
        beside = [known[i] for report in recent for i in report.beside_it if i in known]
        whoever = [known[i] for report in draft.reports for i in report.beside_it if i in known]
        ruling = [party for party in whoever if party.person and party.country]
        found = _one(party.country for party in company or ruling or beside if party.country or company)
        here = recent and first.domestic and not any(party.country for party in company)
        return found or (first.home if here else None)
    words = first.mention.type in WORDS and bool(draft.actors)
    abroad = any(party.state for party in company) or words or comes_from_afar(kind)
    if (abroad and not is_by_authority(kind)) or MISSION.search(first.mention.span.text):
        return None
    state = _one(party.country for party in company if party.country or party.named)
    local = not (is_by_authority(kind) or first.names_a_place)  # whoever is hurt there
    nameless = not any(party.country or (party.named and not (party.person and local)) for party in company)
    nobody = nameless and first.domestic and draft.statuses == {"occurred"} and goes_on_there(kind)
    return first.home if state == first.home or nobody else None


def _one(states: Iterable[str | None]) -> str | None:
    """The one state that all are of."""
    found = {*states}
    return found.pop() if len(found) == 1 else None


def _most(values: Iterable[str | None]) -> str | None:
    """What is told most often, of equals the first."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _there(draft: Draft, doing: Sequence[str], place: Place | None, known: Mapping[str, Party]) -> list[str]:
    """The state that others visit or meddle in: `the Swedish minister travelled to OSLO`."""
    home = {known[i].country for i in doing if i in known}
    if not is_abroad(draft.first.what) or place is None or place.country in home | {None} or home <= {None}:
        return []
    return _state(place, known)


def _holders(draft: Draft, place: Place | None, known: Mapping[str, Party]) -> list[str]:
    """The state whose authorities hold somebody there, where nobody else is told to."""
    held = all(is_custody(report.mention.kind) for report in draft.reports)
    captive = any(HOSTAGE.search(report.mention.span.text) for report in draft.reports)
    return _state(place, known) if held and place is not None and place.country and not captive else []


def _state(place: Place, known: Mapping[str, Party]) -> list[str]:
    return [i for i, party in known.items() if party.state and party.country == place.country][:1]


def _unsure(draft: Draft) -> set[str]:
    """Whom only the pronoun of one report of many tells, or others agree on somebody else: it may be misread."""
    found: set[str] = set()
    anywhere = {i for r in draft.reports for i in (*r.actors, *r.recipients) if i not in r.by_pronoun}
    for part in ("actors", "recipients"):
        named = Counter(i for r in draft.reports for i in getattr(r, part) if i not in r.by_pronoun)
        told = Counter(i for r in draft.reports for i in getattr(r, part) if i in r.by_pronoun)
        others = max(named.values(), default=0)
        many = len(draft.reports) > SEVERAL if not named else others >= SEVERAL
        found |= {i for i, count in told.items() if i not in anywhere and count == 1 and many}
    return found


def _parts(draft: Draft, known: Mapping[str, Party]) -> tuple[list[str], list[str]]:
    """Who does it and whom it is done to, each in one part only: the one that most reports have for them.

    Who welcomes somebody is host of the visit.
    """
    hosted = {report.mention.kind for report in draft.reports} > {WELCOME}
    told = [
        (r.recipients, r.actors) if hosted and r.mention.kind == WELCOME else (r.actors, r.recipients)
        for r in draft.reports
    ]
    unsure = _unsure(draft)
    doing = Counter(i for actors, _ in told for i in actors if i not in unsure)
    done_to = Counter(i for _, recipients in told for i in recipients if i not in unsure)
    everyone = specific((*doing, *done_to), known)
    does = [i for i in everyone if doing[i] and doing[i] >= done_to[i]]
    others = [i for i in everyone if i not in does]
    if draft.mutual:
        return does, others
    itself = [i for report in _itself(draft) for i in (*report.actors, *report.recipients)]
    nameless = [i for i in dict.fromkeys(itself) if i not in {*does, *others} and i not in unsure]
    does = does or specific([i for i in nameless if doing[i] > done_to[i]], known)
    return does, others or specific([i for i in nameless if done_to[i] > doing[i]], known)
