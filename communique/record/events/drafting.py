"""Drafting: which mentions within one article are of one event.

Nominal mentions without parties (`the talks`, `the raid`) are of the event of that kind last told, one that is told by
the way (`on the sidelines of a summit`) only where there is no other; all others are compared by who, what, when and
where.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.domain import TO_COME
from communique.knowledge.encounters import is_cause, is_toll
from communique.record.events.drafts import Draft
from communique.record.events.matches import Match
from communique.record.events.matching import ALIKE, NOT, compare
from communique.record.events.moments import WEEK
from communique.record.events.parties import Party, counted_apart
from communique.record.events.reports import COMES_AFTER, Report

LOOKED_AT = 12  # drafts of one kind that a mention is compared with
BEGINNING = 4  # sentences, title and captions among them, in which the news of the title is told once more as new
OPENING = 2  # sentences, the title among them, of which the first may tell whom an attack killed that the next tells
DEATH = "death"
FIRST = frozenset({"first"})
SURE = 0.5  # how far parties must be the same where nothing else speaks for one event


def drafts_of(reports: Sequence[Report], known: Mapping[str, Party]) -> list[Draft]:
    """The events that one article tells of, in the order in which they are first told."""
    drafts: list[Draft] = []
    of_kind: dict[str, list[Draft]] = defaultdict(list)
    holding: dict[int, Draft] = {}
    dead: dict[int | None, list[str]] = defaultdict(list)
    for report in reports:
        dead[report.cause] += report.recipients
    for report in sorted(reports, key=lambda report: report.cause is not None):
        cause = holding.get(report.cause) if report.cause is not None else None
        if cause is not None:
            cause.add([_as_toll(report, cause)])
            continue
        ranked = holding.get(report.apposed) if report.apposed is not None else None
        if ranked is not None:
            ranked.add([_as_said_of(report, ranked)])
            continue
        own = Draft([report])
        keys = {report.what, report.mention.type or "", *own.groups} - {""}
        earlier = _by_last_told({id(draft): draft for key in sorted(keys) for draft in of_kind[key][-LOOKED_AT:]})
        killed = dead[report.index]
        earlier = [draft for draft in earlier if not counted_apart(killed, draft.recipients, known)]
        found = _same(own, earlier, known)
        if found is not None:
            found.add([report])
        elif (found := _taken_place(own, earlier, known)) is None:
            drafts.append(own)
        holding[report.index] = found or own
        for key in keys:
            recent = of_kind[key]
            recent[:] = [draft for draft in recent if draft is not (found or own)]
            recent.append(found or own)
    return _with_tolls(drafts, known)


def _by_last_told(drafts: Mapping[int, Draft]) -> list[Draft]:
    return sorted(drafts.values(), key=lambda draft: draft.reports[-1].mention.trigger)


def _taken_place(own: Draft, earlier: Sequence[Draft], known: Mapping[str, Party]) -> Draft | None:
    """The event told before that somebody wanted, `lobbied for the talks`, the mention added as one that took place."""
    first = own.first
    if own.statuses != {"hypothetical"} or not first.definite or first.other or own.told(known):
        return None
    done = Draft([replace(first, mention=replace(first.mention, status="occurred"))])
    found = _same(done, [draft for draft in earlier if draft.statuses == {"occurred"}], known)
    if found is not None:
        found.add(done.reports)
    return found


def _with_tolls(drafts: list[Draft], known: Mapping[str, Party]) -> list[Draft]:
    """The events, deaths that do not tell of what as a part of the crash or attack that their article is about."""
    causes = [draft for draft in drafts if draft.lead and is_cause(draft.first.mention.kind)]
    causes = [draft for draft in causes if not (_long_past(draft) or draft.first.after)]
    main = [draft for draft in causes if draft.opening] or causes[:1]
    left = []
    for draft in drafts:
        told = len(main) == 1 and main[0].first.line <= max(draft.first.line, OPENING)
        news = draft.lead or draft.first.definite
        if told and news and _is_toll_of(draft, main[0], known):
            tolls = (_as_toll(report, main[0]) for report in draft.reports)
            main[0].add([replace(r, moment=None) if r.mention.kind == DEATH else r for r in tolls])  # it may be later
        else:
            left.append(draft)
    return left


def _is_past(draft: Draft) -> bool:
    """Whether the news is only told to come after it: `days after a blast`, `the first since a blast in May`."""
    return _long_past(draft) or all(report.after for report in draft.reports if report.cause is None)


def _as_toll(report: Report, of: Draft) -> Report:
    """A report of deaths as part of what caused them: those who died or were killed are whom it was done to."""
    return replace(report, cause=of.first.index, actors=(), recipients=report.recipients or report.actors)


def _as_said_of(report: Report, of: Draft) -> Report:
    """A report that ranks an event: it tells nothing else of it."""
    mention = replace(report.mention, status=of.first.mention.status, kind=of.first.mention.kind)
    first = of.first
    return replace(
        report, mention=mention, what=first.what, actors=first.actors, recipients=first.recipients, moment=None
    )


def _is_toll_of(draft: Draft, main: Draft, known: Mapping[str, Party]) -> bool:
    dead = (*draft.recipients, *draft.actors)
    unnamed = not any(known[i].named and known[i].person for i in dead)
    match = compare(main, draft, known)
    apart = min(match.when, match.where) < 0 or _long_past(draft) or draft.statuses != {"occurred"} or draft.first.after
    own = any(COMES_AFTER.search(report.in_front) for report in draft.reports)  # `it came after a guard was killed`
    return all(is_toll(report.mention.kind) for report in draft.reports) and unnamed and not (apart or own)


def _same(own: Draft, earlier: Sequence[Draft], known: Mapping[str, Party]) -> Draft | None:
    """The draft that a mention is of: the best that fits, the last told among equals."""
    told = own.told(known)
    fitting: list[tuple[bool, float, int, Draft]] = []
    for place, draft in enumerate(earlier):
        match = compare(draft, own, known)
        if own.first.same and match.what == 1:
            return draft
        if _fits(own, draft, match, known):
            past = not told and max(match.when, match.where) <= 0 and _is_past(draft) and not _follows(own, draft)
            main = not all(report.aside for report in draft.reports)
            near = own.where is not None and match.where > 0  # `the Oslo meeting`
            score = match.score if told else near + float(main and not own.first.pointing)
            fitting.append((not past, score, place, draft))
    return max(fitting, key=lambda item: item[:3])[3] if fitting else None


def _follows(own: Draft, draft: Draft) -> bool:
    """Whether a mention stands in the sentence of another, or in the next."""
    return own.first.line - draft.reports[-1].line <= 1


def _fits(own: Draft, draft: Draft, match: Match, known: Mapping[str, Party]) -> bool:
    """Whether a mention can be of an event told before in its article."""
    later = draft.first.after and own.moment and not (own.first.after or own.told(known))
    separate = own.first.separate and draft.first.line < own.first.line
    following = own.first.nominal and bool(own.ordinals - FIRST) and not draft.ordinals
    another = following and not (draft.first.other or draft.opening)  # `the SECOND meeting`
    aside = own.first.aside and own.first.encounter and not _again(own, draft)
    apart = aside and not all(report.aside for report in draft.reports)
    if not match.possible or later or separate or another or apart:
        return False
    if own.first.other != draft.first.other and not following and not (own.moment and own.moment.days):
        return own.first.pointing and match.what == 1
    leading = draft.first.lead and own.first.lead
    detailed = bool(own.moment or own.where or own.told(known))
    again = draft.first.opening and leading and detailed and own.first.line < BEGINNING
    news = (not own.first.indefinite or again) and not _long_past(own)
    if not own.told(known):
        return _fits_nameless(own, draft, match, news=news)
    headline = draft.first.opening and not any(r.actors or r.recipients for r in draft.reports[1:])
    if not draft.told(known) or (match.who > 0 and headline):
        once = leading and not is_toll(own.first.mention.kind) and (match.what == 1 or _status(own) == _status(draft))
        return (
            ((headline and (own.lead or not own.first.encounter)) or once)
            and match.what >= ALIKE
            and news
            and not counted_apart(own.recipients, draft.recipients, known)
        )
    return _same_parties(own, draft, match)


def _fits_nameless(own: Draft, draft: Draft, match: Match, *, news: bool) -> bool:
    """Whether a mention that does not tell who takes part (`the talks`) can be of an event told before."""
    otherwise = own.sorts.keys() - draft.sorts.keys() and own.first.definite and not draft.opening
    if own.first.plural or draft.first.plural or otherwise:
        return False
    if news:
        pointing = own.first.definite or draft.first.titled or match.who > 0
        return match.what == 1 or (pointing and match.what >= ALIKE)
    return match.when > 0 if own.moment else match.where > 0 and not own.first.encounter


def _again(own: Draft, draft: Draft) -> bool:
    """Whether one sentence tells it twice of the same doer: `told the paper in an interview`."""
    return own.first.line == draft.reports[-1].line and bool(own.actors) and own.actors == draft.actors


def _same_parties(own: Draft, draft: Draft, match: Match) -> bool:
    """Whether the parties are the same enough, for one that is told as new or of another time than the news."""
    if own.first.indefinite and match.when <= 0 and match.where <= 0:
        return (match.who >= 1 or (own.first.encounter and _again(own, draft))) and _status(own) == _status(draft)
    if match.when == 0 and not own.first.definite and _long_past(own) != _long_past(draft):
        return False
    return match.who >= SURE or (match.who > 0 and (match.when > 0 or own.first.definite))


def _long_past(own: Draft) -> bool:
    """Whether it is of another time than the news: `their summit last year`."""
    days, news = own.moment.days if own.moment else None, own.published
    return bool(days and news and (news[0] - days[1]).days > WEEK)


def _status(draft: Draft) -> str:
    """Whether it lies ahead, does not take place, or is told as a fact."""
    return "ahead" if TO_COME & draft.statuses else "not" if NOT & draft.statuses else "told"
