"""Wordings: one utterance that two articles print in different words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from communique.domain import Conflict, Difference, Span
from communique.knowledge.vocabulary import spelled, stem, word_root
from communique.stories.alignment import runs_in
from communique.stories.amounts import agree
from communique.stories.checks.conflicts.reports import Reports, Told, conflict, distinct, folded

if TYPE_CHECKING:
    from communique.domain import Statement

WHY = "The same words, as different outlets print, translate or cut them."
MORE = "One report has all of the words that the other has, and more."
WHY_SUMS = "The words are of one utterance; the numbers in them cannot be one."
TOLD_SAME, MANY = 0.75, 4  # the same where one side is told without quotation marks, and how many words at least
SAME = 0.4  # of the words of the shorter passage, those of grammar apart, stand in the other


def find(reports: Reports) -> Iterator[Conflict]:
    """Quotations that differ in their words; what is only paraphrased has no wording to differ in."""
    for utterance in reports.record.utterances:
        if utterance.wording != "variant":
            continue
        statements = [reports.statements[key] for key in utterance.statements]
        told = [(difference, _told(statements, (difference.a, difference.b))) for difference in utterance.differences]
        pairs = [
            sides
            for difference, sides in told
            if not _same_quotation(statements, difference)
            and _differ(difference, sides, _quoted(statements, difference))
        ]
        pairs = pairs if utterance.differences else [*_cut(statements)]
        speakers = {reports.names[key] for statement in statements for key in statement.speakers}
        about = f"the words of {speakers.pop()}" if len(speakers) == 1 else "the words of a quotation"
        quotations = _quotations(statements)
        for sides in _joined(pairs):
            if sums := _sums(reports, sides):
                yield conflict("number", f"the number in {about}", sums, "contradiction", WHY_SUMS)
                continue
            verbatim = all(any(passage.covers(side.span) for passage in quotations) for side in sides)
            if _one_in_other(sides) and not verbatim:  # two quotations are two wordings, however they differ
                yield conflict("wording", about, sides, "difference-in-precision", MORE)
            else:
                yield conflict("wording", about, sides, "wording", WHY)


def _sums(reports: Reports, sides: Sequence[Told]) -> list[Told]:
    """The number in each side, where each has one of one unit and no two can be one."""
    found = []
    for side in sides:
        held = [q for q in reports.readings[side.article].quantities if q.unit and side.span.covers(q.span)]
        if len(held) != 1:
            return []
        found.append((side.article, held[0]))
    apart = all(a.unit == b.unit and not agree(a, b) for (_, a), (_, b) in combinations(found, 2))
    return [Told(article=article, span=q.span, value=folded(q.span.text)) for article, q in found] if apart else []


def _cut(statements: Iterable[Statement]) -> Iterator[list[Told]]:
    """Quotations of two articles that have most words in one order, but each some that the other lacks inside."""
    told = [
        Told(article=statement.article, span=passage, value=folded(passage.text))
        for statement in statements
        for passage in statement.verbatim
    ]
    for one, other in combinations(told, 2):
        few, many = sorted((one.value.split(), other.value.split()), key=len)
        cut = one.article != other.article and len(few) >= MANY and runs_in(few, many) is None
        if cut and _in_order(few, many) >= TOLD_SAME * len(few):
            yield [one, other]


def _quotations(statements: Iterable[Statement]) -> list[Span]:
    return [passage for statement in statements for passage in statement.verbatim]


def _quoted(statements: Iterable[Statement], difference: Difference) -> bool:
    """Whether the words that differ are quoted on both sides: those around a quotation are the reporter's."""
    quotations = _quotations(statements)
    return all(any(span.overlaps(passage) for passage in quotations) for span in (difference.a, difference.b))


def _same_quotation(statements: Iterable[Statement], difference: Difference) -> bool:
    """Whether one quotes the words that the other quotes, so that only those differ that reporters put around them."""
    quoted = [
        {spelled(word) for passage in statement.verbatim for word in folded(passage.text).split()}
        for span in (difference.a, difference.b)
        for statement in statements
        if any(content.covers(span) and not _within(statement, span) for content in statement.content)
    ]
    return len(quoted) > 1 and all(quoted) and all(a <= b or b <= a for a, b in combinations(quoted, 2))


def _within(statement: Statement, span: Span) -> bool:
    """Whether words stand between the quotation marks of a statement."""
    return any(passage.overlaps(span) for passage in statement.verbatim)


def _one_in_other(told: list[Told]) -> bool:
    """Whether each side has all the words of every shorter one, and more, those of grammar apart."""
    words = sorted((_stems(item.value.split()) for item in told), key=len)
    return all(one < other for one, other in pairwise(words))


def _stems(words: Iterable[str]) -> set[str]:
    return {stem(spelled(word)) for word in words if word_root(word)}


def _joined(pairs: Iterable[list[Told]]) -> list[list[Told]]:
    """The passages that differ, those together that differ from one another or from the same."""
    groups: list[list[Told]] = []
    for pair in pairs:
        spans = {item.span for item in pair}
        touching = [group for group in groups if spans & {item.span for item in group}]
        groups = [group for group in groups if group not in touching]
        groups.append(distinct([*(item for group in touching for item in group), *pair]))
    return groups


def _differ(difference: Difference, told: list[Told], quoted: bool) -> bool:  # noqa: FBT001
    """Whether more than words of grammar differ (`my`, `her`), in passages of two articles that tell the same."""
    ours, theirs = (_stems(folded(span.text).split()) for span in (difference.a, difference.b))
    if (
        ours == theirs
        or any("http" in item.span.text for item in told)
        or len({item.article for item in told}) < len(told)
        or len(told) == 1
    ):
        return False
    words = [_roots(item.value) for item in told]
    same = min(_in_order(a, b) for a, b in combinations(words, 2))
    return same >= SAME * min(map(len, words)) if quoted else same >= max(MANY, TOLD_SAME * min(map(len, words)))


def _roots(words: str) -> list[str]:
    return [root for word in words.split() if (root := word_root(word)) is not None]


def _in_order(a: list[str], b: list[str]) -> int:
    """How many words both have, in the same order."""
    return sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def _told(statements: list[Statement], differing: tuple[Span, ...]) -> list[Told]:
    """The passages of the statements in which the differing words stand."""
    found = []
    for span in differing:
        for statement in statements:
            held = [passage for passage in (*statement.verbatim, *statement.content) if passage.covers(span)]
            found += [Told(article=statement.article, span=p, value=folded(p.text)) for p in held[:1]]
    return distinct(found)
