"""Appointments: when a person is to be at a place or to see another, as clauses set it with any verb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TypeVar

from communique.domain import ActorMention, Clause, Conflict, Span, TimeExpression, Verdict
from communique.domain.times import interval, may_meet
from communique.knowledge.states import seated_in
from communique.stories.checks.conflicts.reports import Reports, Told, about_midnight, conflict, distinct
from communique.stories.passages import Spots

T = TypeVar("T")
Seen = dict[str, tuple[ActorMention, str]]
"""Whom and what a clause names, by name: the first mention, and the type."""
PLACES = frozenset({"place", "state"})
FORESEEN = frozenset({"expected", "due", "scheduled", "planned", "set"})
SPEAKING = re.compile(r"\b(?:will|would|to) (?:speak|address)\b")
IS_TO = re.compile(r"\b(?:is|are|was|were) to [a-z]+")
BY = re.compile(r"\b(?:in|to|at|visit) (?:the )?$")
LEAD = 12  # characters in front of a place in which it is told that somebody is or goes there
WHY = "The days cannot be one."


def find(reports: Reports) -> Iterator[Conflict]:
    """Appointments of the same people, or of one at one place, that two articles set for different days."""
    told_of: dict[tuple[str | None, str], list[Told]] = defaultdict(list)
    known = {m.span: (m, actor.name, actor.type) for actor in reports.record.actors for m in actor.mentions}
    for article, reading in reports.readings.items():
        named = Spots((mention.span, known[mention.span]) for mention in reading.mentions if mention.span in known)
        times = Spots((time.span, time) for time in reading.times)
        for clause in reading.clauses:
            if clause.asserted and clause.verb.text.casefold() not in FORESEEN and not _is_to(clause):
                continue
            for day in _days(reports, article, _within(clause, times)):
                seen: Seen = {}
                for whole, name, kind in _within(clause, named):
                    seen.setdefault(name, (whole, kind))
                for about in _about(seen, clause):
                    told_of[reports.articles[article].story, about].append(day)
    for (_, about), found in sorted(told_of.items(), key=str):
        own = {article: {t.value for t in found if t.article == article} for article in {t.article for t in found}}
        told = distinct(item for item in found if len(own[item.article]) == 1)
        apart = [pair for pair in combinations(told, 2) if not may_meet(pair[0].value, pair[1].value)]
        if apart:
            sides = [item for item in told if any(item in pair for pair in apart)]
            verdict: Verdict = "update" if reports.later(sides) else "contradiction"
            yield conflict("date", f"when: {about}", sides, verdict, WHY)


def _is_to(clause: Clause) -> bool:
    return any(IS_TO.search(part.text) for part in clause.parts)


def _within(clause: Clause, spots: Spots[T]) -> list[T]:
    """What stands in a clause, in the order of the text."""
    found = {place: item for part in clause.parts for place, item in spots.overlapping(part) if part.covers(place)}
    return [found[place] for place in sorted(found)]


def _days(reports: Reports, article: str, times: Iterable[TimeExpression]) -> list[Told]:
    """The one day to come that the times of a clause set."""
    day = reports.day(article) or ""
    days = [(time.span, time.value, found) for time in times if time.value and (found := interval(time.value))]
    if len(days) != 1 or days[0][2][0] != days[0][2][1] or days[0][2][0].isoformat() < day:
        return []
    return [Told(article=article, span=days[0][0], value=about_midnight(days[0][1]))]


def _about(seen: Seen, clause: Clause) -> Iterator[str]:
    """Who is to be where, who is to speak, and which two are to meet."""
    persons = [name for name, (_, kind) in seen.items() if kind == "person"]
    if len(persons) == 2:
        yield " and ".join(sorted(persons))
    if len(persons) == 1 and any(SPEAKING.search(part.text) for part in clause.parts):
        yield f"{persons[0]} speaks"
    for name, (mention, kind) in seen.items():
        if persons and kind in PLACES and mention.form == "named" and _there(mention.span, clause):
            yield f"{persons[0]} in {_state(name)}"


def _state(place: str) -> str:
    """The state of a capital, else the place: a report may tell either."""
    country = seated_in(place)
    return country.name if country else place


def _there(place: Span, clause: Clause) -> bool:
    part = next(part for part in clause.parts if part.covers(place))
    return BY.search(part.text[max(0, place.start - part.start - LEAD) : place.start - part.start]) is not None
