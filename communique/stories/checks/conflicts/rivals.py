"""Rivals: states of one thing or person that exclude each other: `house arrest` and `under protection`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Conflict, Span, Verdict
from communique.knowledge.opposites import opposites
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct
from communique.stories.passages import NEGATION, Spots, extents, roots

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from communique.domain import Clause

LEAST = 0.7  # weight of the words that two clauses share, unless both are about one person
SAME_DAY = "What is so of one thing cannot be so of the other."
OTHER_DAY = "The pages are of different days: the one may have become the other."


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """A state that a clause tells of, whoever says so, with the words of the clause and the people that it is about."""

    told: Told
    about: frozenset[str]
    people: frozenset[str]
    subject: str | None
    subject_words: frozenset[str]
    source: frozenset[str]


def find(reports: Reports) -> Iterator[Conflict]:
    """States that two articles, or two sources in one, tell of one thing, and that are opposites."""
    clauses = {
        article: Spots((span, (clause, span)) for clause, span in extents(reading))
        for article, reading in reports.readings.items()
    }
    sources = Spots((content, told.speakers) for told in reports.record.statements for content in told.content)
    for row in opposites():
        one, other = (
            [state for article, at in clauses.items() for state in _states(reports, article, at, sources, words)]
            for words in (row.one, row.other)
        )
        for group in _grouped([(a, b) for a in one for b in other if _of_one(reports, a, b)]):
            told = distinct(state.told for state in group)
            open_ = row.changing and len({reports.day(item.article) for item in told}) > 1
            verdict: Verdict = "cannot-tell" if open_ else "contradiction"
            yield conflict("characterisation", _about(group), told, verdict, OTHER_DAY if open_ else SAME_DAY)


def _grouped(pairs: Iterable[tuple[_State, _State]]) -> list[list[_State]]:
    """The states of pairs, those together that are of pairs with one in common."""
    groups: list[list[_State]] = []
    for pair in pairs:
        same = [group for group in groups if any(state in group for state in pair)]
        groups = [group for group in groups if group not in same]
        held = [state for group in same for state in group]
        groups.append([*held, *(state for state in pair if state not in held)])
    return groups


def _about(group: Sequence[_State]) -> str:
    """Whose state it is, where a clause has a subject that the others tell of, and how it is called."""
    shared = [set.union(*(set(other.about) for other in group if other is not state)) for state in group]
    of = [s.subject for s, told in zip(group, shared, strict=True) if s.subject and told & s.subject_words]
    called = " or ".join(f"“{value}”" for value in dict.fromkeys(state.told.value for state in group))
    return f"{min(of, key=len)}: {called}" if of else called


def _of_one(reports: Reports, one: _State, other: _State) -> bool:
    """Whether two clauses are about one person, or share enough words, in one story."""
    articles = [reports.articles[state.told.article] for state in (one, other)]
    apart = one.source and other.source and one.source.isdisjoint(other.source)
    if articles[0].story != articles[1].story or (articles[0] is articles[1] and not apart):
        return False
    if one.people and other.people:
        return bool(one.people & other.people)
    shared = one.about & other.about
    return reports.pile.weights.total(shared) >= LEAST


def _states(
    reports: Reports,
    article: str,
    clauses: Spots[tuple[Clause, Span]],
    sources: Spots[tuple[str, ...]],
    words: re.Pattern[str],
) -> Iterator[_State]:
    """The clauses of an article that tell of a state, unless they say no to it."""
    sentences = reports.readings[article].sentences if words.search(reports.folded[article]) else ()
    for sentence in sentences:
        for match in words.finditer(sentence.text.casefold()):
            phrase = sentence.part(sentence.start + match.start(), sentence.start + match.end())
            around = [found for place, found in clauses.overlapping(phrase) if place.covers(phrase)]
            if not around:
                continue
            clause, span = min(around, key=lambda found: len(found[1].text))
            own = set(roots(reports.pile.words([phrase])))
            told = roots(reports.pile.words([span]))
            if NEGATION in told and NEGATION not in own:
                continue
            yield _State(
                told=Told(article=article, span=span, value=phrase.text),
                about=frozenset(told) - own - {NEGATION},
                subject=clause.subject.text if clause.subject else None,
                subject_words=frozenset(roots(reports.pile.words([clause.subject])) if clause.subject else ()),
                people=frozenset(_people(reports, clause)),
                source=frozenset(key for _, keys in sources.overlapping(phrase) for key in keys),
            )


def _people(reports: Reports, clause: Clause) -> Iterable[str]:
    """The persons with names who are the subject of a clause."""
    at = reports.said_of(clause.subject) if clause.subject else ()
    return (actor.id for actor in at if actor.type == "person" and reports.named[actor.id])
