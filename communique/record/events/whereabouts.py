"""Whereabouts: where an event took place that no report gives a place, and which state took part by being there."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Place
from communique.knowledge.encounters import (
    comes_from_afar,
    goes_on_there,
    is_abroad,
    is_against_power,
    is_at_home,
    is_at_seat,
    is_by_authority,
    is_cause,
    is_custody,
    is_freeing,
    is_of_held,
    is_said,
)
from communique.knowledge.events import SPOKEN
from communique.knowledge.states import seated_in
from communique.record import places
from communique.record.events.drafts import Draft
from communique.record.events.parties import Party
from communique.record.events.reports import BEGINNING, MEETING, PRESS, VISIT, Report

HOSTAGE = re.compile(r"hostage|captiv", re.IGNORECASE)
WORDS = SPOKEN - {"AGREE"}  # an agreement is made where they meet
MISSION = re.compile(r"\b(?:consulate|embass(?:y|ies))\b", re.IGNORECASE)
PAIR = 2
FRESH = 3  # days
ARMY, BODY = "MIL", "IGO"  # a body of many states is at home in none


def written(draft: Draft, known: Mapping[str, Party]) -> list[places.Where]:
    """The city from which an article begins with who met there: its state's people took part, or it is no capital.

    `OSLO - The envoy met the prime minister on Monday` needs no other word of where that was. Its reporter was at the
    news conference that the article tells of, where one of that state spoke, or one of a body of many states.
    """
    company = [known[i] for i in draft.company(known)]
    if draft.first.what == PRESS:
        return [
            report.written
            for report in draft.reports
            if report.written and _is_news(report)
            if any(party.country == report.written.place.country or _of_many(party) for party in company)
        ]
    if draft.first.what not in {MEETING, VISIT} or draft.statuses != {"occurred"} or len(company) < PAIR:
        return []
    return [
        report.written
        for report in draft.reports
        if report.line < BEGINNING and report.written and _is_news(report)
        if any(party.country == report.written.place.country for party in company)
        or seated_in(report.written.place.name) is None
    ]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the drafts together tell: by articles of strife the state that it is in, by states who held their people."""

    strife_at: Mapping[str, str | None]
    held_by: Mapping[str, str | None]

    @classmethod
    def of(cls, drafts: Sequence[Draft], known: Mapping[str, Party]) -> "Situation":
        """What some drafts tell."""
        return cls(_strife(drafts), _holding(drafts, known))


def _strife(drafts: Iterable[Draft]) -> dict[str, str | None]:
    """By articles that tell of an attack or coup which pages of several states tell, the state that most come from."""
    found: dict[str, str | None] = {}
    for draft in drafts:
        if any(is_cause(kind) or is_against_power(kind) for kind in draft.kinds):
            homes = Counter({report.article: report.home for report in draft.reports}.values())
            (most, count), *others = homes.most_common()
            if others:
                found |= dict.fromkeys(draft.articles, most if count > others[0][1] else None)
    return found


def _holding(drafts: Iterable[Draft], known: Mapping[str, Party]) -> dict[str, str | None]:
    """By the state that people are of, the other state that is told to have freed such: it was it that held them."""
    found: dict[str, str | None] = {}
    for draft in drafts:
        if is_freeing(draft.first.mention.kind):
            for state in {country for i in draft.recipients if (country := known[i].country)}:
                by = _one(known[i].country for i in draft.actors if known[i].state and known[i].country != state)
                if by is not None:
                    found[state] = by if found.get(state, by) == by else None
    return found


def home(draft: Draft, known: Mapping[str, Party], situation: Situation) -> Place | None:
    """Where an event is at home that no report gives a place; envoys are called in at the seat of their hosts.

    A dateline abroad places nobody without a name: `THE HAGUE - Seven were killed` in the coup told of. Who is arrested
    or tried by nobody who is named was so in the state that held such people.
    """
    if is_of_held(draft.first.mention.kind) and not any(known[i].country for i in draft.actors):
        holder = situation.held_by.get(_one(known[i].country for i in draft.recipients if known[i].country) or "")
        if holder:
            return places.at_home(holder)
    if is_at_seat(draft.first.mention.kind) and draft.first.mention.type == "ACCUSE":
        host = _one(known[i].country for i in draft.actors if known[i].official or known[i].state)
        return places.at_seat(host) if host else None
    state = None if draft.first.encounter else _by_authority(draft, known) or _own(draft, known)
    named = any(known[i].called for i in (*draft.actors, *draft.recipients))
    local = goes_on_there(draft.first.mention.kind)
    abroad = local and not named and situation.strife_at.get(draft.first.article, state) != state
    return places.at_home(state) if state and not abroad else None


def there(draft: Draft, doing: Sequence[str], place: Place | None, known: Mapping[str, Party]) -> list[str]:
    """The state that others visit or meddle in: `the Swedish minister travelled to OSLO`."""
    own = {known[i].country for i in doing}
    if not is_abroad(draft.first.what) or place is None or place.country in own | {None} or own <= {None}:
        return []
    return _state(place, known)


def holders(draft: Draft, place: Place | None, known: Mapping[str, Party]) -> list[str]:
    """The state whose authorities hold somebody there, where nobody else is told to."""
    held = all(is_custody(report.mention.kind) for report in draft.reports)
    captive = any(HOSTAGE.search(report.mention.span.text) for report in draft.reports)
    return _state(place, known) if held and place is not None and place.country and not captive else []


def _of_many(party: Party) -> bool:
    return party.sector == BODY


def _is_news(report: Report) -> bool:
    """Whether it was in the days before its article, as far as both tell."""
    days, news = report.moment.days if report.moment else None, report.published
    return not (days and news) or abs((news[1] - days[1]).days) <= FRESH


def _by_authority(draft: Draft, known: Mapping[str, Party]) -> str | None:
    """The state whose authorities arrest, try or release: they do so at home, whoever it is; its army may be abroad."""
    if not is_by_authority(draft.first.mention.kind):
        return None
    parties = [known[i] for i in draft.actors]
    lawful = all(party.official and party.sector != ARMY for party in parties)
    lawful = lawful and not any(known[i].state for i in draft.recipients)
    return _one(party.country for party in parties) if lawful else None


def _own(draft: Draft, known: Mapping[str, Party]) -> str | None:
    """The state of whose people an event is, where they are all of one and have it among themselves.

    Words and bombs reach others, and missions are with others. An election is held in the state that it is of, and who
    is to be ousted is so where they rule; news that names nobody is of those in its sentence. News of other things must
    come from there and, naming nobody, name no state more often. Whose a page without a dateline is, is a guess, too
    weak for what is only said or did not come to pass.
    """
    kind, first = draft.first.mention.kind, draft.first
    company = [known[i] for i in (draft.recipients if is_against_power(kind) else draft.company(known))]
    if is_at_home(kind) or is_against_power(kind):
        recent = [r for r in draft.reports if _is_news(r) and (r.published or not (r.moment and r.moment.days))]
        beside = [known[i] for report in recent for i in report.beside_it]
        whoever = [known[i] for report in draft.reports for i in report.beside_it]
        ruling = [party for party in whoever if (party.person or party.state) and party.country]
        found = _one(party.country for party in company or ruling or beside if party.country or company)
        here = recent and first.domestic and not any(party.country or _of_many(party) for party in company)
        return found or (first.home if here else None)
    words = first.mention.type in WORDS and bool(draft.actors)
    guessed = first.written is None and (is_said(kind) or draft.statuses != {"occurred"})
    abroad = any(party.state for party in company) or words or comes_from_afar(kind)
    if guessed or (abroad and not is_by_authority(kind)) or MISSION.search(first.mention.span.text):
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


def _state(place: Place, known: Mapping[str, Party]) -> list[str]:
    return [i for i, party in known.items() if party.state and party.country == place.country][:1]
