"""Attributions: who said the same words, and to whom, as different articles have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain import Conflict
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct

if TYPE_CHECKING:
    from communique.domain import Statement

NAMES = frozenset({"named", "adjectival"})
OUTLETS = frozenset({"org", "document"})  # who told a channel something told it to everyone
TO_WHOM = "to whom it was said"


def find(reports: Reports) -> Iterator[Conflict]:
    """Utterances that two articles ascribe to different persons, or say were addressed to different ones."""
    persons = {
        actor.id: actor.name
        for actor in reports.record.actors
        if actor.type == "person" and any(m.form in NAMES for m in actor.mentions)
    }
    named = {
        actor.id: actor.name
        for actor in reports.record.actors
        if actor.type not in OUTLETS and any(m.form in NAMES for m in actor.mentions)
    }

    for utterance in reports.record.utterances:
        statements = [reports.statements[key] for key in utterance.statements]
        speakers = distinct(_told(s, s.speakers, persons) for s in statements if _by_name(s, reports))
        speakers = [told for told in speakers if told.value]
        if _several(speakers) and not _shared(speakers) and not _namesakes(speakers):
            why = "The reports name different speakers."
            yield conflict("attribution", "who said it", speakers, "contradiction", why)
        hearers = distinct(_told(s, s.addressees, named) for s in _innermost(reports, statements))
        if _several(hearers) and all(item.value for item in hearers) and not _shared(hearers):
            yield conflict("attribution", TO_WHOM, hearers, "cannot-tell", "It may have been said to both.")
        elif _several(hearers):
            why = "One report names whom it was said to, another does not, or not all of them."
            yield conflict("attribution", TO_WHOM, hearers, "difference-in-precision", why)


def _innermost(reports: Reports, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each as told inside itself by the same speaker: `told reporters he had warned the envoy that`."""
    inner = reports.nested
    for statement in statements:
        found, seen = statement, {statement.id}
        while again := [s for s in inner.get(found.id, ()) if s.id not in seen and _retold(found, s)]:
            found = again[0]
            seen.add(found.id)
        yield found


def _retold(outer: Statement, inner: Statement) -> bool:
    """Whether the inner statement is by the same speaker, and most of what the outer tells."""
    length = sum(len(span.text) for span in inner.content)
    return bool(set(outer.speakers) & set(inner.speakers)) and 2 * length > sum(len(s.text) for s in outer.content)


def _several(told: list[Told]) -> bool:
    return len(told) > 1 and len({item.article for item in told}) > 1


def _told(statement: Statement, actors: tuple[str, ...], names: Mapping[str, str]) -> Told:
    """The words that ascribe the statement, and those of the actors that have names."""
    known = ", ".join(sorted(names[key] for key in actors if key in names))
    return Told(article=statement.article, span=statement.cue or statement.content[0], value=known)


def _by_name(statement: Statement, reports: Reports) -> bool:
    """Whether the words name who speaks: for whom `he` stands is not told for certain."""
    words = statement.speaker
    named = [mention.span for key in statement.speakers for mention in reports.named.get(key, ())]
    return words is not None and any(words.covers(span) for span in named)


def _namesakes(told: list[Told]) -> bool:
    """Whether two of the names have a part in common, so that `Clinton` may be either."""
    parts = [set(item.value.split()) for item in told]
    return any(one & other for one, other in combinations(parts, 2))


def _shared(told: list[Told]) -> bool:
    """Whether some name stands in all."""
    return bool(set.intersection(*(set(item.value.split(", ")) for item in told)))
