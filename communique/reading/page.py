"""Page: an article parsed, with all of it that tells the news; what every extractor reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from communique.domain import Article, Dateline, Span
from communique.models import AttributionModel, EventModel, Models, Tree
from communique.reading import attributor, headlines

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its place in the document."""

    token: Token
    at: int


Kind = Literal["title", "dateline", "body", "summary-bullet", "caption"]
TELLING: dict[str, Kind] = {"summary-bullet": "summary-bullet", "caption": "caption"}  # furniture that tells news


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or another part of an article that tells news, with its trees."""

    span: Span
    trees: tuple[Tree, ...]
    kind: Kind

    @property
    def reports(self) -> bool:
        """Whether it can report what was said: captions and the dateline do not."""
        return self.kind not in {"caption", "dateline"}

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ascribed:
    """An attribution as the trained reader gives it, each part as the passages that it is made of."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as the models see it: title, dateline, paragraphs, captions and summary, in text order.

    coder: the event network, which is asked only once the parties are known; without it, doubtful words tell nothing.
    """

    article: Article
    blocks: tuple[Block, ...]
    ascribed: tuple[Ascribed, ...]
    coder: EventModel | None = None

    def trees(self) -> Iterator[tuple[Block, Tree]]:
        """Every tree with the block it stands in."""
        for block in self.blocks:
            for tree in block.trees:
                yield block, tree

    @property
    def story(self) -> tuple[Block, ...]:
        """The blocks that can report what was said."""
        return tuple(block for block in self.blocks if block.reports)

    def block_at(self, at: int) -> Block:
        """The block that a character of the document stands in."""
        return self.blocks[bisect_right(self.blocks, at, key=lambda block: block.span.start) - 1]


def parse(article: Article, models: Models) -> Page:
    """Run the models over an article, block by block, so that no sentence runs over a paragraph's end."""
    parts = sorted(_parts(article))
    trees = models.syntax.parse(span.text for span, _ in parts)
    blocks = tuple(Block(span, found, kind) for (span, kind), found in zip(parts, trees, strict=True))
    for block in blocks:
        if block.kind == "title":
            for tree in block.trees:
                headlines.mend(tree.doc)
    told = [block.span for block in blocks if block.reports]
    ascribed = tuple(_ascribed(told, models.attribution))
    return Page(article=article, blocks=blocks, ascribed=ascribed, coder=models.events)


def _parts(article: Article) -> Iterator[tuple[Span, Kind]]:
    """The parts of an article that tell news; the dateline is one of its own."""
    if article.title is not None:
        yield article.title, "title"
    for paragraph in article.body:
        rest = _behind(article.dateline, paragraph)
        if article.dateline is not None and rest is not None:
            yield article.dateline.span, "dateline"
        yield rest or paragraph, "body"
    for item in article.furniture:
        if item.kind in TELLING:
            yield item.span, TELLING[item.kind]


def _ascribed(blocks: list[Span], model: AttributionModel) -> Iterator[Ascribed]:
    """What the attribution reader finds in the blocks, read as the lines of one text."""
    lines = [block.text.replace("\n", " ") for block in blocks]
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def placed(bounds: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        found = []
        for start, end in bounds:
            block, line = blocks[at := bisect_right(starts, start) - 1], starts[at]
            found.append(block.part(block.start + start - line, block.start + end - line))
        return tuple(found)

    for item in attributor.read_attributions("\n".join(lines), model):
        yield Ascribed(
            source=placed(item.source), cue=placed(item.cue), content=placed(item.content), confidence=item.confidence
        )


def _behind(dateline: Dateline | None, paragraph: Span) -> Span | None:
    """What follows the dateline in the paragraph that it begins; None in all others."""
    if dateline is None or not paragraph.start <= dateline.span.end < paragraph.end:
        return None
    return paragraph.part(dateline.span.end, paragraph.end).trimmed()
