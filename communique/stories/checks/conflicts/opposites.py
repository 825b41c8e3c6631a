"""Opposites: that somebody did a thing, in one report, and did not, in another's own words or as others say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Conflict, Span
from communique.stories.alignment import shared
from communique.stories.checks.conflicts.reports import EACH, Reports, Told, conflict, distinct
from communique.stories.passages import NEGATION, Spots, roots

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 0.6  # part of the weight of what is said not to be so that the other has
FEWEST = 2  # words that both have, beside who did it
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
            if other.article != deed.article
            and deed.subject & other.actors
            and len(set(own).intersection(other.roots)) >= FEWEST
            and shared(own, other.roots, weights) >= MOST * weights.total(own)
        ]
        if told:
            sides = [*distinct(told, each=EACH), Told(article=deed.article, span=deed.span, value="not so")]
            names = sorted(reports.names[actor] for actor in deed.subject)
            yield conflict("characterisation", f"what {' and '.join(names)} did", sides, "contradiction", WHY)


def _deeds(reports: Reports) -> Iterator[_Deed]:
    """The clauses that say what somebody who is known does or is."""
    actors = {mention.span: actor.id for actor in reports.record.actors for mention in actor.mentions}
    named = Spots(actors.items())
    for told in reports.asserted:
        subject = told.clause.subject
        of = frozenset(actor for _, actor in named.overlapping(subject)) if subject else frozenset()
        verb = frozenset(roots(reports.pile.words([told.clause.verb]))) - {NEGATION} if of else None
        if verb:
            inside = frozenset(actor for place, actor in named.overlapping(told.span) if told.span.covers(place))
            yield _Deed(
                article=told.article, span=told.span, roots=told.roots, subject=of, actors=inside | of, verb=verb
            )
