"""Speakers: which mentions the source of an attribution is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Reading, Span
from communique.reading.page import Block, Page

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINED = frozenset({"conj", "appos", "flat", "compound"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the speakers of every attribution: the names or pronouns at the head of its source."""
    starts = [mention.span.start for mention in reading.mentions]
    blocks = [block.span.start for block in page.blocks]

    def speakers(source: Span | None) -> tuple[int, ...]:
        if source is None:
            return ()
        block = page.blocks[bisect_right(blocks, source.start) - 1]
        inside = range(bisect_left(starts, source.start), bisect_left(starts, source.end))
        return _at_head(block, source, inside, reading)

    attributions = tuple(replace(a, speakers=speakers(a.source)) for a in reading.attributions)
    return replace(reading, attributions=attributions)


def _at_head(block: Block, source: Span, inside: range, reading: Reading) -> tuple[int, ...]:
    """The mentions at the head of the source; only the persons, where there are some."""
    heads = list(_heads(block, source))
    found = [
        index
        for index in inside
        if (mention := reading.mentions[index]).form != "adjectival"
        and any(mention.span.start <= at < mention.span.end for at in heads)
    ]
    return tuple([i for i in found if reading.mentions[i].type == "person"] or found)


def _heads(block: Block, source: Span) -> Iterator[int]:
    """Where the tokens stand that nothing else in the source governs, and those joined or apposed to them."""
    for tree in block.trees:
        base = block.span.start + tree.start
        if not base <= source.start < block.span.start + tree.end:
            continue
        tokens = tree.doc.char_span(source.start - base, source.end - base, alignment_mode="expand")
        waiting: list[Token] = [t for t in tokens or () if t.head is t or not tokens.start <= t.head.i < tokens.end]
        while waiting:
            token = waiting.pop()
            yield base + token.idx
            waiting += [c for c in token.children if c.dep_ in JOINED and tokens.start <= c.i < tokens.end]
