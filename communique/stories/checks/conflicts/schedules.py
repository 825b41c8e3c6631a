"""Schedules: when a thing is to take place, or how long it is to last, that a clause tells of and no event names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from communique.domain import Clause, Conflict, Reading, Span, TimeExpression
from communique.domain.times import interval, may_meet
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
THING = re.compile(rf"(?:[Tt]he (?:{NEXT})?|[Aa] {NEXT})(?P<thing>[a-z]+(?: [a-z]+)?)")
THINGS = re.compile(r"(?:[A-Z][a-z]+ )?(?:[a-z]+ )*(?P<thing>[a-z]+s)")
WHOSE = re.compile(r"[Tt]he (?P<thing>[a-z]+ of (?:the )?\w+(?: \w+)?) (?:is|was|will|would|could|may|might|has|had)\b")
WHICH = re.compile(
    r" (?:on|for|against) (?:the )?(?P<sort>[a-z][\w-]*(?: [a-z][\w-]*){0,2}) (?:is|was|are|were|will|would|take)\b"
)
WHY_DAYS = "The days cannot be one."
WHY_LENGTHS = "The times are too far apart to be one, rounded."


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an article tells of a thing, what its sentence is about, and whether it says that the day is another now.

    sort: the words behind it that tell which it is: `the duties ON PORK`.
    """

    told: Told
    words: frozenset[str]
    sort: frozenset[str]
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
    events = [mention.trigger for mention in reading.events]
    for clause in reading.clauses:
        subject = clause.subject
        if subject is None:
            continue
        event = any(subject.covers(trigger) for trigger in events)
        ends = clause.verb.text.casefold() in ENDING
        form = THINGS if ends else THING
        thing = WHOSE.match(_from(subject, clause)) if event else form.fullmatch(subject.text)
        if thing is None:  # which talks are meant, their event tells
            continue
        about = frozenset(map(stem, words(" ".join(part.text for part in clause.parts)))) - {stem(thing["thing"])}
        which = WHICH.match(_from(subject, clause), len(subject.text))
        sort = frozenset(map(stem, words(which["sort"]))) if which else frozenset()
        for time in _times(clause, reading):
            kind = DURATION if time.type == DURATION else "DATE"
            verbs = LASTING if kind == DURATION else TAKING_PLACE | ENDING
            if clause.verb.text.casefold() in verbs and time.value and (kind == DURATION or interval(time.value)):
                told = Told(article=article, span=time.span, value=about_midnight(time.value))
                yield (
                    kind,
                    thing["thing"] + " end" * ends,
                    _Plan(told, about, sort, clause.verb.text.casefold() in MOVED),
                )


def _from(subject: Span, clause: Clause) -> str:
    """The words from the subject on, with what hangs on it: `the meeting OF THE COUNCIL will`."""
    own = next((part for part in clause.parts if part.covers(subject)), subject)
    return own.text[subject.start - own.start :] if own.end > subject.end else subject.text


def _times(clause: Clause, reading: Reading) -> Iterator[TimeExpression]:
    return (time for time in reading.times if any(part.covers(time.span) for part in clause.parts))
