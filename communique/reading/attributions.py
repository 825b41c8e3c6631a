"""Attributions by quotation marks and dependency rules: direct, indirect and mixed.

A cue's content is the clause that it governs and the quotations that stand next to it in the paragraph; a quotation
that goes on after the cue is the same attribution. The seam to the rest is the domain's Attribution alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.domain import Attribution, Reading, Span, StatementKind, gaps
from communique.reading import quotations
from communique.reading.clauses import Claim, claims
from communique.reading.page import Block, Page
from communique.reading.quotations import Quotation

SHORTEST = 4  # words of a quotation that stands for itself; a shorter one is a phrase put in marks
FARTHEST = 200  # characters between a quotation and the cue beside it
BEFORE = 20  # characters by which a cue before a quotation counts as farther than one behind it
WITH_CUE, WITHOUT_CUE = 0.6, 0.3  # set by hand, until a trained reader brings a calibrated confidence


def read(page: Page, reading: Reading) -> Reading:
    """Add the attributions of every block, in text order."""
    found: list[Attribution] = []
    for block in page.blocks:
        own = sorted(_in_block(block), key=lambda a: a.content[-1].end)
        if found and _continues(block, own, found[-1]):
            found[-1] = _extended(found[-1], own[0])
        else:
            found += own
    return replace(reading, attributions=tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[0].end))))


def _in_block(block: Block) -> Iterator[Attribution]:
    """Give every quotation to the cue it stands next to, then make attributions of what has content."""
    quoted = quotations.in_blocks([block.span])
    made = [claim for tree in block.trees for claim in claims(block, tree)]
    made = [claim for claim in made if not any(q.span.covers(claim.cue) for q in quoted)]
    owners = [_owner(quotation, made) for quotation in quoted]
    for claim in made:
        own = [q.span for q, owner in zip(quoted, owners, strict=True) if owner is claim]
        if content := _joined(block.span, [*claim.content, *own], claim):
            yield _attribution(claim, content, quoted)
    for quotation, owner in zip(quoted, owners, strict=True):
        if owner is None and _stands_alone(quotation):
            yield _attribution(None, (quotation.span,), quoted)


def _continues(block: Block, own: list[Attribution], before: Attribution) -> bool:
    """Whether a paragraph is nothing but a quotation without a cue, behind a paragraph that quotes somebody."""
    return len(own) == 1 and own[0].cue is None and own[0].content == (block.span,) and bool(before.verbatim)


def _extended(attribution: Attribution, more: Attribution) -> Attribution:
    content, verbatim = attribution.content + more.content, attribution.verbatim + more.verbatim
    return replace(attribution, content=content, verbatim=verbatim, kind=kind_of(content, verbatim))


def _stands_alone(quotation: Quotation) -> bool:
    return len(quotation.span.text.split()) >= SHORTEST


def _owner(quotation: Quotation, made: list[Claim]) -> Claim | None:
    """The claim that a quotation belongs to: one whose content it is part of, else that of the nearest cue."""
    inside = [claim for claim in made if any(span.overlaps(quotation.span) for span in claim.content)]
    if inside:
        return min(inside, key=lambda claim: abs(claim.cue.start - quotation.span.start))
    if not _stands_alone(quotation):
        return None

    def distance(claim: Claim) -> int:
        behind = claim.cue.start - quotation.span.end
        return behind if behind >= 0 else quotation.span.start - claim.cue.end + BEFORE

    beside = [claim for claim in made if claim.quotes and claim.source and distance(claim) < FARTHEST]
    return min(beside, key=distance, default=None)


def _joined(block: Span, wanted: Iterable[Span], claim: Claim) -> tuple[Span, ...]:
    """The wanted passages, run together where they touch, without the cue and the source that stand among them."""
    joined: list[Span] = []
    for span in sorted(wanted):
        if joined and span.start <= joined[-1].end + 2:
            joined[-1] = block.part(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    barred = [span for span in (claim.cue, claim.source) if span is not None]
    pieces = (gap.trimmed() for span in joined for gap in gaps(span, [b for b in barred if b.overlaps(span)]))
    return tuple(piece for piece in pieces if piece and any(c.isalnum() for c in piece.text))


def _attribution(claim: Claim | None, content: tuple[Span, ...], quoted: tuple[Quotation, ...]) -> Attribution:
    verbatim = tuple(q.span for q in quoted if any(span.covers(q.span) for span in content))
    return Attribution(
        kind=kind_of(content, verbatim),
        source=claim.source if claim else None,
        cue=claim.cue if claim else None,
        content=content,
        verbatim=verbatim,
        confidence=WITH_CUE if claim else WITHOUT_CUE,
    )


def kind_of(content: tuple[Span, ...], verbatim: tuple[Span, ...]) -> StatementKind:
    """Direct when every word of the content stands between quotation marks, mixed when some do, else indirect."""
    if not verbatim:
        return "indirect"
    outside = (gap.text for span in content for gap in gaps(span, verbatim))
    return "mixed" if any(c.isalnum() for text in outside for c in text) else "direct"
