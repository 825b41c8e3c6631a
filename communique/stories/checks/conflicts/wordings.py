"""Wordings: one utterance that two articles print in different words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique.domain import Conflict, Difference, Span
from communique.knowledge.vocabulary import stem, word_root
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct, folded

if TYPE_CHECKING:
    from communique.domain import Statement

SAME = 0.4  # of the words of the shorter passage, those of grammar apart, stand in the other


def find(reports: Reports) -> Iterator[Conflict]:
    """Quotations that differ in their words; what is only paraphrased has no wording to differ in."""
    for utterance in reports.record.utterances:
        if utterance.wording != "variant":
            continue
        statements = [reports.statements[key] for key in utterance.statements]
        seen: set[frozenset[str]] = set()
        for difference in utterance.differences:
            told = distinct(_told(statements, (difference.a, difference.b)))
            values = frozenset(item.value for item in told)
            if len({item.article for item in told}) > 1 and values not in seen and _differ(difference, values):
                seen.add(values)
                why = "The same words, as different outlets print, translate or cut them."
                yield conflict("wording", "the words of a quotation", told, "wording", why)


def _differ(difference: Difference, passages: Iterable[str]) -> bool:
    """Whether more than words of grammar differ (`my`, `her`), in passages that tell the same."""
    ours, theirs = (
        {stem(word) for word in folded(span.text).split() if word_root(word)} for span in (difference.a, difference.b)
    )
    told = [_roots(passage) for passage in passages]
    same = len(set.intersection(*told))
    return ours != theirs and same > 0 and same >= SAME * min(map(len, told))


def _roots(words: str) -> set[str]:
    return {root for word in words.split() if (root := word_root(word)) is not None}


def _told(statements: list[Statement], differing: tuple[Span, ...]) -> Iterator[Told]:
    """The passages of the statements in which the differing words stand."""
    for span in differing:
        for statement in statements:
            held = [passage for passage in (*statement.verbatim, *statement.content) if passage.covers(span)]
            for passage in held[:1]:
                yield Told(article=statement.article, span=passage, value=folded(passage.text))
