"""Schedules: when a thing is to take place, or how long it is to last, that a clause tells of and no event names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from communique.domain import Clause, Conflict, Reading, Span, TimeExpression
from communique.domain.times import interval, may_meet
from communique.knowledge.encounters import encounter
from communique.knowledge.vocabulary import stem
from communique.stories.checks.conflicts.lengths import minutes_of
from communique.stories.checks.conflicts.reports import Reports, Told, about_midnight, conflict, distinct
from communique.stories.words import words

LONGER = 1.2  # times another length: what is planned is not rounded as what was measured is
TAKING_PLACE = frozenset(
    "take held begin start open due set scheduled planned expected put postponed moved delayed".split()
)
ENDING = frozenset("stop stops end ends ended expire expires expired close closes closed cease ceases".split())
MOVED = frozenset({"put", "postponed", "moved", "delayed"})
LASTING = frozenset("last lasted lasts take took takes go goes went run runs ran continue continued".split())
DURATION = "DURATION"
NEXT = r"(?:second|third|next|new) "
THING = re.compile(
    rf"(?:[Tt]he (?:{NEXT})?|[Aa] {NEXT})(?:(?P<which>(?!first|last|final)[\w-]+(?: [\w-]+)?) )??"
    r"(?P<thing>(?:(?:first|last|final) )?[a-z]+)"
)
THINGS = re.compile(r"(?:[A-Z][a-z]+ )?(?:[a-z]+ )*(?P<thing>[a-z]+s)")
WHOSE = re.compile(r"[Tt]he (?P<thing>[a-z]+ of (?:the )?\w+(?: \w+)?) (?:is|was|will|would|could|may|might|has|had)\b")
WHICH = re.compile(
    r" (?:on|for|against) (?:the )?(?P<sort>[a-z][\w-]*(?: [a-z][\w-]*){0,2}) (?:is|was|are|were|will|would|take)\b"
)
TO_BE = re.compile(r"\bto (?:be held|take place|begin|start|open)\b")
WHY_DAYS = "The days cannot be one."
WHY_LENGTHS = "The times are too far apart to be one, rounded."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What an article tells of a thing, what its sentence is about, and whether it says that the day is another now.

    sort, which: the words behind and in front of it that tell which it is: `the duties ON PORK`, `the STATE funeral`.
    """

    told: Told
    words: frozenset[str]
    sort: frozenset[str]
    which: frozenset[str]
    moved: bool


def find(reports: Reports) -> Iterator[Conflict]:
    """Things that two articles set on different days, or say to last differently long.

    An article that tells several days of a thing tells of several things.
    """
    plans: dict[tuple[str | None, str, str], list[_Plan]] = defaultdict(list)
    for article, reading in reports.readings.items():
        for kind, thing, plan in _plans(article, reading):
            plans[reports.articles[article].story, kind, thing].append(plan)
    for (_, kind, thing), told in sorted(plans.items(), key=str):
        apart = _apart(kind, [p for p in told if _of_one(p, told)])
        if len({item.article for item in apart}) < 2:
            continue
        if kind == DURATION:
            yield conflict("duration", f"how long: the {thing}", apart, "contradiction", WHY_LENGTHS)
        else:
            moved = any(plan.moved for plan in told) or reports.later(apart)
            yield conflict("date", f"when: the {thing}", apart, "update" if moved else "contradiction", WHY_DAYS)


def _of_one(plan: _Plan, told: Iterable[_Plan]) -> bool:
    """Whether its article tells nothing else of the thing, and another article's sentence is about the same."""
    own = {other.told.value for other in told if other.told.article == plan.told.article}
    others = [other for other in told if other.told.article != plan.told.article]
    return len(own) == 1 and any(plan.words & other.words and _of_one_sort(plan, other) for other in others)


def _of_one_sort(one: _Plan, other: _Plan) -> bool:
    """Whether what is told of the sort of thing (`the duties ON PORK`) stands in the other's clause too."""
    if one.which and other.which and one.which.isdisjoint(other.which):
        return False
    return one.sort <= other.words and other.sort <= one.words


def _apart(kind: str, plans: Iterable[_Plan]) -> list[Told]:
    told = distinct(plan.told for plan in plans)
    pairs = [pair for pair in combinations(told, 2) if _differ(kind, *pair)]
    return [item for item in told if any(item in pair for pair in pairs)]


def _differ(kind: str, one: Told, other: Told) -> bool:
    if kind == DURATION:
        lengths = [minutes for item in (one, other) if (minutes := minutes_of(item.value))]
        return len(lengths) > 1 and max(lengths) > LONGER * min(lengths)
    return not may_meet(one.value, other.value)


def _plans(article: str, reading: Reading) -> Iterator[tuple[str, str, _Plan]]:
    """What the clauses of an article set for things that have no name."""
    met = [mention.trigger for mention in reading.events if encounter(mention.kind)]
    for clause in reading.clauses:
        verb, subject = clause.verb.text.casefold(), clause.subject
        ends = verb in ENDING
        thing = _thing(clause, subject, met, ends=ends) if subject else None
        if subject is None or thing is None:
            continue
        text = " ".join(part.text for part in clause.parts)
        sort = WHICH.match(_from(subject, clause), len(subject.text))
        for time in _times(clause, reading):
            kind = DURATION if time.type == DURATION else "DATE"
            taking_place = verb in LASTING if kind == DURATION else verb in TAKING_PLACE | ENDING or TO_BE.search(text)
            if taking_place and time.value and (kind == DURATION or interval(time.value)):
                plan = _Plan(
                    told=Told(article=article, span=time.span, value=about_midnight(time.value)),
                    words=_stems(text) - {stem(thing["thing"])},
                    sort=_stems(sort["sort"]) if sort else frozenset(),
                    which=_stems(thing.groupdict().get("which") or ""),
                    moved=verb in MOVED,
                )
                yield kind, thing["thing"] + " end" * ends, plan


def _thing(clause: Clause, subject: Span, met: Iterable[Span], *, ends: bool) -> re.Match[str] | None:
    """What the subject of a clause calls it; which talks are meant, their event tells, unless it is said whose."""
    if any(subject.covers(trigger) for trigger in met):
        return WHOSE.match(_from(subject, clause))
    return (THINGS if ends else THING).fullmatch(subject.text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


def _from(subject: Span, clause: Clause) -> str:
    """The words from the subject on, with what hangs on it: `the meeting OF THE COUNCIL will`."""
    own = next((part for part in clause.parts if part.covers(subject)), subject)
    return own.text[subject.start - own.start :] if own.end > subject.end else subject.text


def _times(clause: Clause, reading: Reading) -> Iterator[TimeExpression]:
    return (time for time in reading.times if any(part.covers(time.span) for part in clause.parts))
