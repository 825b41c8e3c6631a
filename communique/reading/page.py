"""Page: an article with its title and paragraphs parsed; what every extractor reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Article, Dateline, Span
from communique.models import Syntax, Tree

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its place in the document."""

    token: Token
    at: int


@dataclass(frozen=True, slots=True)
class Block:
    """The title or one paragraph, with its trees."""

    span: Span
    trees: tuple[Tree, ...]

    def passage(self, tree: Tree, tokens: Sequence[Token]) -> Span:
        """The passage from the first to the last of some tokens, given in text order."""
        base = self.span.start + tree.start
        last = tokens[-1]
        return self.span.part(base + tokens[0].idx, base + last.idx + len(last))

    def words(self, span: Span) -> list[Word]:
        """The words of a passage that lies in one tree of the block; none where it runs over a tree's end."""
        offset = span.start - self.span.start
        tree = self.trees[bisect_right(self.trees, offset, key=lambda t: t.start) - 1]
        base = self.span.start + tree.start
        tokens = tree.doc.char_span(span.start - base, span.end - base, alignment_mode="expand")
        return [Word(token, base + token.idx) for token in tokens or ()]


@dataclass(frozen=True, slots=True)
class Page:
    """An article's readable blocks in text order: its title, where it has one, and its paragraphs."""

    article: Article
    blocks: tuple[Block, ...]

    def trees(self) -> Iterator[tuple[Block, Tree]]:
        """Every tree with the block it stands in."""
        for block in self.blocks:
            for tree in block.trees:
                yield block, tree

    def block_at(self, at: int) -> Block:
        """The block that a character of the document stands in."""
        return self.blocks[bisect_right(self.blocks, at, key=lambda block: block.span.start) - 1]


def parse(article: Article, syntax: Syntax) -> Page:
    """Parse an article, block by block, so that no sentence runs over a paragraph's end."""
    spans = sorted(
        [*([article.title] if article.title else []), *(_without(article.dateline, p) for p in article.body)]
    )
    trees = syntax.parse(span.text for span in spans)
    return Page(article, tuple(Block(span, found) for span, found in zip(spans, trees, strict=True)))


def _without(dateline: Dateline | None, paragraph: Span) -> Span:
    """A paragraph without the dateline that it begins with."""
    if dateline is None or not paragraph.start <= dateline.span.end < paragraph.end:
        return paragraph
    return paragraph.part(dateline.span.end, paragraph.end).trimmed() or paragraph
