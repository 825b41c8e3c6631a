"""Merging: which events of different articles are one.

Each article's events are looked up by what they are, who takes part and about when (an index, never all pairs), and
join the best of those that fit, unless a second fits as well. Dated articles come first, in the order of their dates;
an article without a date that shares a dated event with them gets its incomplete dates (`Tuesday`, `May 6`) from it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.knowledge.encounters import is_once, is_toll
from communique.record.events.dating import Dating, dated_by, seen_from
from communique.record.events.drafting import SURE, drafts_of
from communique.record.events.drafts import Draft
from communique.record.events.matches import Match
from communique.record.events.matching import CONTACT, SPOKEN_AT, compare
from communique.record.events.moments import MANY_DAYS, agreement
from communique.record.events.parties import Party, company
from communique.record.events.relations import date_by_news, relate
from communique.record.events.reports import VISIT, Report
from communique.record.events.sides import as_claimed

LOOKED_AT = 24  # events under one key that a draft is compared with, the last ones
CLEARLY = 0.25
EARLY = 1  # days by which the day of an event can be ahead of that on which news of it is printed: around the world
ROUNDS = 3  # in which articles without a date are looked at, as each that is dated can date others
LATE = 3  # days for which news without a word of time is told
PAIR = 2
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention, by its article and its index in the reading, the event it is taken for, and why.

    event: number of the event in the list of drafts.
    """

    article: str
    mention: int
    event: int
    reason: str


class Merger:
    """The events so far, and where to find them.

    datings: of articles without a date, by what they share. told: by article its reports with the numbers of their
    events.
    """

    def __init__(self, known: Mapping[str, Party]) -> None:
        self.known = known
        self.drafts: list[Draft] = []
        self.links: list[Link] = []
        self.datings: dict[str, Dating] = {}
        self.told: dict[str, list[tuple[Report, int]]] = {}
        self._index: dict[Key, list[int]] = defaultdict(list)

    def best(self, draft: Draft) -> tuple[int, Match] | None:
        """The event that a draft is a report of; None where none is, or two are as likely."""
        numbers = dict.fromkeys(n for key in self._keys(draft, looked_up=True) for n in self._index[key][-LOOKED_AT:])
        found = [
            (match.score, number, match)
            for number in numbers
            if not draft.articles & self.drafts[number].articles
            and (match := compare(self.drafts[number], draft, self.known)).same
            and not kept_apart(self.drafts[number], draft, match, self.known)
        ]
        found.sort(key=lambda item: (-item[0], item[1]))
        rivals = [number for score, number, _ in found[1:] if found[0][0] - score < CLEARLY]
        if not found or any(not self._compatible(found[0][1], rival) for rival in rivals):
            return None
        return found[0][1], found[0][2]

    def _compatible(self, one: int, other: int) -> bool:
        """Whether two events may turn out to be one."""
        return compare(self.drafts[one], self.drafts[other], self.known).possible

    def add(self, draft: Draft, joined: tuple[int, Match] | None) -> int:
        """Take a draft for an event there is, or for a new one; its number."""
        if joined is None:
            number, why = len(self.drafts), "the first report of it"
            self.drafts.append(draft)
        else:
            number, why = joined[0], joined[1].reason
            self.drafts[number].add(draft.reports)
        self.links += [
            Link(article=r.article, mention=r.index, event=number, reason=why if not n else "the same in its article")
            for n, r in enumerate(draft.reports)
        ]
        for key in self._keys(draft, looked_up=False):
            if number not in self._index[key][-LOOKED_AT:]:
                self._index[key].append(number)
        return number

    def alike(self, number: int, joined: Mapping[int, int]) -> list[tuple[int, Match]]:
        """The earlier events that may be the same as an event, now that all reports are known, and some are joined."""
        draft = self.drafts[number]
        found = (n for key in self._keys(draft, looked_up=True) for n in self._index[key][-LOOKED_AT:])
        numbers = sorted({root for n in found if (root := _root(n, joined)) < number})
        matches = ((n, compare(self.drafts[n], draft, self.known)) for n in numbers)
        return [
            (n, match)
            for n, match in matches
            if match.same and not kept_apart(self.drafts[n], draft, match, self.known)
        ]

    def _keys(self, draft: Draft, *, looked_up: bool) -> Iterator[Key]:
        whats = {*draft.kinds} if draft.first.encounter else {*draft.kinds, *draft.types, *draft.groups}
        whats |= {CONTACT} if whats & SPOKEN_AT else SPOKEN_AT if CONTACT in whats else set()
        whos = [
            *sorted(self._whos(draft)),
            f"at {(draft.where.place.country or draft.where.key) if draft.where else ''}",
        ]
        whos += ["rare"] if draft.rare else []
        whos += ["lead"] if draft.lead else []
        yield from (("words", words) for words in sorted(draft.words))
        yield from ((ordinal, who) for ordinal in sorted(draft.ordinals) for who in whos)
        if is_once(draft.first.mention.kind):
            yield from (("once", what, who) for what in sorted(whats) for who in sorted(draft.recipients))
        for when in _times(draft, looked_up=looked_up):
            for what in sorted(whats):
                yield from ((what, who, *when) for who in whos)

    def _whos(self, draft: Draft) -> set[str]:
        parties = [self.known[i] for i in (*draft.actors, *draft.recipients)]
        telling = [party for party in parties if party.telling]
        return {p.id for p in telling} | {p.country for p in telling if p.official and p.country}


def _times(draft: Draft, *, looked_up: bool) -> Iterator[Key]:
    """Under which times an event is found, or looked for."""
    told = draft.moment
    if draft.where and not (looked_up and told and told.days):
        yield "place", draft.where.key
    if told is not None and told.days is not None:
        first, last = told.days
        wide = told.length > MANY_DAYS
        years = range(first.year, min(last.year, first.year + 2) + 1)
        yield from (("wide" if looked_up or wide else "year", year) for year in years)
        if wide and looked_up:
            yield from (("year", year) for year in years)
        if not wide:
            yield from (("week", week) for week in range(first.toordinal() // 7, last.toordinal() // 7 + 1))
        if told.exact and not looked_up:
            yield "day of", first.month, first.day
    elif draft.published is not None:
        first, last = draft.published
        weeks = range((first.toordinal() - LATE) // 7, (last.toordinal() + EARLY) // 7 + 1)
        yield from (("week", week) for week in weeks)
    elif told is not None and told.parts[2] is not None:
        yield "day of", *told.parts[1:]
    if not looked_up or (draft.published is None and (told is None or told.days is None)):
        yield ("any",)


def merge(
    articles: Iterable[list[Report]],
    known: Mapping[str, Party],
    undone: Collection[tuple[str, int]],
    datings: Mapping[str, Dating],
) -> Merger:
    """The events of all articles, given the reports of each, and the dates found of articles without one.

    undone: links (article, index of the mention) that do not hold: those mentions are events of their own.
    """
    merger = Merger(known)
    merger.datings |= datings
    waiting = sorted(articles, key=lambda reports: _dated(reports[0], datings.get(reports[0].article)))
    for _ in range(ROUNDS):
        left = [reports for reports in waiting if not _add_article(merger, reports, undone, alone=False)]
        if len(left) == len(waiting):
            break
        waiting = left
    for reports in waiting:
        _add_article(merger, reports, undone, alone=True)
    merger.drafts, merger.links = consolidated(merger, undone)
    for number, draft in enumerate(merger.drafts):
        for report in draft.reports:
            merger.told.setdefault(report.article, []).append((report, number))
    for article, told in merger.told.items():
        told.sort(key=lambda item: (item[0].mention.span, item[0].index))
        here = [merger.drafts[number] for number in dict.fromkeys(n for _, n in told)]
        relate(here, known, article)
        date_by_news(here, article)
    return merger


def consolidated(merger: Merger, undone: Collection[tuple[str, int]]) -> tuple[list[Draft], list[Link]]:
    """The events and links, those put together that turn out to be one once all that is told of them is known.

    The surest first; each is compared again with what it has become, and all once more when some were put together.
    """
    alone = {number for number, draft in enumerate(merger.drafts) if (draft.first.article, draft.first.index) in undone}
    joined: dict[int, int] = {}
    why: dict[int, str] = {}
    for _ in range(ROUNDS):
        before = len(joined)
        found = [
            (match, n, number)
            for number in range(len(merger.drafts))
            if number not in joined
            for n, match in merger.alike(number, joined)
            if not {n, number} & alone
        ]
        for _, one, other in sorted(found, key=lambda item: (-item[0].score, item[1], item[2])):
            a, b = sorted((_root(one, joined), _root(other, joined)))
            match = compare(merger.drafts[a], merger.drafts[b], merger.known)
            if a != b and match.same and not kept_apart(merger.drafts[a], merger.drafts[b], match, merger.known):
                merger.drafts[a].add(merger.drafts[b].reports)
                joined[b] = a
                why[b] = match.reason
        if len(joined) == before:
            break
    left = [number for number in range(len(merger.drafts)) if number not in joined]
    place = {number: index for index, number in enumerate(left)}
    links = [
        replace(link, event=place[_root(link.event, joined)], reason=why.get(link.event, link.reason))
        for link in merger.links
    ]
    return [merger.drafts[number] for number in left], links


def _root(number: int, joined: Mapping[int, int]) -> int:
    """The event that an event was put together with, by any number of steps; else itself."""
    while number in joined:
        number = joined[number]
    return number


def kept_apart(a: Draft, b: Draft, match: Match, known: Mapping[str, Party]) -> bool:
    """Whether some of the reports of two events tell that they are two, though all together could be one."""
    if any(agreement(x, y) < 0 for x in a.moments.values() for y in b.moments.values()):
        return True
    ours, theirs = (told_together(draft, known) for draft in (a, b))
    if a.mutual and any(company(x, y, known, sides=not a.first.encounter) < 0 for x in ours for y in theirs):
        return True
    if not a.articles & b.articles:
        return False
    alike = match.who >= 1 if a.mutual else match.rare or match.who >= SURE
    one = match.rare or all(is_toll(kind) for kind in a.kinds | b.kinds)
    one = one and not (a.first.other or b.first.other)
    undated = one and match.news and None in {a.moment, b.moment}  # `the election`, and `the vote of 12 April`
    return not (undated or (match.what == 1 and match.dated and alike))


def told_together(draft: Draft, known: Mapping[str, Party]) -> list[set[str]]:
    """Those whom single reports name together, two or more; the state that a visit goes to is its place.

    The reporters who are told something are no company.
    """
    visit = draft.first.what == VISIT
    found = [{i for i in who if _takes_part(known.get(i), visit=visit)} for who in draft.companies]
    return [who for who in found if len(who) >= PAIR]


def _takes_part(party: Party | None, *, visit: bool) -> bool:
    return party is not None and not party.press and not (visit and party.state)


def _dated(report: Report, dating: Dating | None) -> tuple[bool, int, int, str]:
    """The place of an article in the order of dates, those without one last."""
    days = dating.days if dating else report.published
    return (False, days[1].toordinal(), days[0].toordinal(), report.article) if days else (True, 0, 0, report.article)


def _add_article(
    merger: Merger, reports: Sequence[Report], undone: Collection[tuple[str, int]], *, alone: bool
) -> bool:
    """Add the events of an article: those known from others first, as they date what else it tells.

    False: it has no date, nothing dates it yet, and it is not to be added all the same (`alone`).
    """
    apart = [report for report in reports if (report.article, report.index) in undone]
    drafts = drafts_of([as_claimed(r, merger.known) for r in reports if r not in apart], merger.known)
    relate(drafts, merger.known, reports[0].article)
    article = reports[0].article
    _complete(drafts, merger.datings.get(article))
    shared = [(draft, joined) for draft in drafts if (joined := merger.best(draft))]
    if reports[0].published is None and article not in merger.datings:
        dating = dated_by(drafts, [(draft, merger.drafts[number].moment) for draft, (number, _) in shared])
        if dating is None and not alone:
            return False
        merger.datings |= {article: dating} if dating else {}
        _complete(drafts, dating)
    for draft, (number, _) in shared:
        draft.learn(merger.drafts[number].moment, merger.drafts[number].where)
    relate(drafts, merger.known, article)
    for draft, (number, match) in sorted(shared, key=lambda item: -item[1][1].words):
        merger.add(draft, None if draft.articles & merger.drafts[number].articles else (number, match))
    settled = {id(draft) for draft, _ in shared}
    for draft in drafts:
        if id(draft) not in settled:
            merger.add(draft, merger.best(draft))
    for report in apart:
        merger.drafts.append(Draft([report]))
        number, why = len(merger.drafts) - 1, "its link was undone"
        merger.links.append(Link(article=report.article, mention=report.index, event=number, reason=why))
    return True


def _complete(drafts: Iterable[Draft], dating: Dating | None) -> None:
    """Complete what an article tells of days, once it is known when it was published."""
    if dating is None:
        return
    for draft in drafts:
        told = [(report, report.moment and seen_from(report.moment, dating)) for report in draft.reports]
        draft.put([replace(report, moment=moment, published=dating.days) for report, moment in told])
