"""Speakers: which mentions the source of an attribution is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Attribution, Mention, Reading, Span
from communique.reading.page import Block, Page

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINED = frozenset({"conj", "appos", "flat", "compound"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the speakers of every attribution: the names or pronouns at the head of its source."""
    attributions = tuple(
        replace(a, speakers=tuple(sorted(_speakers(page, a, reading.mentions)))) for a in reading.attributions
    )
    return replace(reading, attributions=attributions)


def _speakers(page: Page, attribution: Attribution, mentions: tuple[Mention, ...]) -> set[int]:
    source = attribution.source
    if source is None:
        return set()
    inside = [i for i, m in enumerate(mentions) if source.covers(m.span) and m.form != "adjectival"]
    block = next(b for b in page.blocks if b.span.covers(source))
    heads = [_place(block, start, token) for start, doc in _docs(block) for token in _heads(doc, source, block, start)]
    found = {i for i in inside if any(mentions[i].span.start <= at < mentions[i].span.end for at in heads)}
    return {i for i in found if mentions[i].type == "person"} or found


def _docs(block: Block) -> Iterator[tuple[int, Doc]]:
    return ((tree.start, tree.doc) for tree in block.trees)


def _place(block: Block, start: int, token: Token) -> int:
    return block.span.start + start + token.idx


def _heads(doc: Doc, source: Span, block: Block, start: int) -> Iterator[Token]:
    """The tokens of the source that nothing in it governs, and those that are joined or apposed to them."""
    base = block.span.start + start
    tokens = doc.char_span(max(0, source.start - base), max(0, source.end - base), alignment_mode="expand")
    if tokens is None or base >= source.end:
        return
    waiting = [
        token for token in tokens if token.head.i < tokens.start or token.head.i >= tokens.end or token.head is token
    ]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [child for child in token.children if child.dep_ in JOINED and tokens.start <= child.i < tokens.end]
