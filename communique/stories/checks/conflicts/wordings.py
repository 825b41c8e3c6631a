"""Wordings: one utterance that two articles print in different words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.domain import Conflict, Span
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct, folded

if TYPE_CHECKING:
    from communique.domain import Statement


def find(reports: Reports) -> Iterator[Conflict]:
    """Quotations that differ in their words; what is only paraphrased has no wording to differ in."""
    for utterance in reports.record.utterances:
        if utterance.wording != "variant":
            continue
        statements = [reports.statements[key] for key in utterance.statements]
        for difference in utterance.differences:
            told = distinct(_told(statements, (difference.a, difference.b)))
            if len({item.article for item in told}) > 1:
                why = "The same words, as different outlets print, translate or cut them."
                yield conflict("wording", "the words of a quotation", told, "wording", why)


def _told(statements: list[Statement], differing: tuple[Span, ...]) -> Iterator[Told]:
    """The passages of the statements in which the differing words stand."""
    for span in differing:
        for statement in statements:
            held = [passage for passage in (*statement.verbatim, *statement.content) if passage.covers(span)]
            for passage in held[:1]:
                yield Told(article=statement.article, span=passage, value=folded(passage.text))
