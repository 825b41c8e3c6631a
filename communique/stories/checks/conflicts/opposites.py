"""Opposites: that somebody did a thing, in one report, and did not, in another's own words or as others say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Conflict, Span
from communique.stories.alignment import shared
from communique.stories.checks.conflicts.denials import is_denial
from communique.stories.checks.conflicts.reports import EACH, Reports, Told, conflict, distinct
from communique.stories.passages import NEGATION, Spots, Weights, roots

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 0.6  # part of the weight of what is said not to be so that the other has
FEWEST = 2  # words that both have, beside who did it
RARE = 0.75  # weight of a word that is enough alone
WHY = "One report says that it was so, the other that it was not."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """A clause that tells what is so, or is not: its words, who is its subject, whom it names, its verb."""

    article: str
    span: Span
    roots: tuple[str, ...]
    subject: frozenset[str]
    actors: frozenset[str]
    verb: frozenset[str]


def find(reports: Reports) -> Iterator[Conflict]:
    """Clauses of two articles with one verb and one subject, one of which has a negation."""
    weights = reports.pile.weights
    held: dict[tuple[str | None, str], list[_Deed]] = defaultdict(list)
    denied: list[_Deed] = []
    for deed in _deeds(reports):
        if NEGATION in deed.roots:
            denied.append(deed)
        else:
            for verb in deed.verb:
                held[reports.articles[deed.article].story, verb].append(deed)
    for deed in denied:
        own = [root for root in deed.roots if root != NEGATION and root not in deed.subject]
        story = reports.articles[deed.article].story
        told = [
            Told(article=other.article, span=other.span, value="so")
            for verb in sorted(deed.verb)
            for other in held[story, verb]
            if other.article != deed.article and deed.subject & other.actors and _same_deed(own, other, weights)
        ]
        if told:
            sides = [*distinct(told, each=EACH), Told(article=deed.article, span=deed.span, value="not so")]
            names = sorted(reports.names[actor] for actor in deed.subject if actor in reports.names) or ["it"]
            yield conflict("characterisation", f"what {' and '.join(names)} did", sides, "contradiction", WHY)


def _same_deed(own: list[str], other: _Deed, weights: Weights) -> bool:
    """Whether a clause tells most of what another says is not so: several words, or the one rare word that it has."""
    both = set(own).intersection(other.roots)
    enough = len(both) >= FEWEST or (len(set(own)) == 1 and bool(both) and weights[own[0]] >= RARE)
    return enough and shared(own, other.roots, weights) >= MOST * weights.total(own)


def _deeds(reports: Reports) -> Iterator[_Deed]:
    """The clauses that say what somebody, or a thing that has a name of several words or none, does or is."""
    denied = Spots((content, said) for said in reports.record.statements if is_denial(said) for content in said.content)
    for told in reports.asserted:
        if any(content.covers(told.clause.verb) for content, _ in denied.overlapping(told.clause.verb)):
            continue
        subject = told.clause.subject
        of = _who(reports, subject) if subject else frozenset()
        verb = frozenset(roots(reports.pile.words([told.clause.verb]))) - {NEGATION} if of else None
        if verb:
            inside = frozenset(
                actor.id for place, actor in reports.actors_at.overlapping(told.span) if told.span.covers(place)
            )
            yield _Deed(
                article=told.article, span=told.span, roots=told.roots, subject=of, actors=inside | of, verb=verb
            )


def _who(reports: Reports, subject: Span) -> frozenset[str]:
    """The actors that a subject names, or stands for, and its words."""
    return frozenset(
        {actor.id for _, actor in reports.actors_at.overlapping(subject)} | set(roots(reports.pile.words([subject])))
    )
