"""Quotations: the stretches between quotation marks, which are hard evidence of wording.

Double marks of every style count (curly, straight, guillemets, `` and ''), and single ones where they cannot be an
apostrophe. A mark is closed by the next of its own style. Pages mix them: where there is none, or where one of another
stands before it that opens nothing, that one closes it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.domain import Span

MARK = re.compile(r"``|''|[\"“”„‟«»]|(?<!\w)[‘'](?=\w)|(?<=[^\s‘'])[’'](?!\w)")
OPENS_ONLY = frozenset({"``", "“", "„", "‟", "«", "‘"})
STYLES = (("‘", "’", "'"), ('"',), ("“", "”", "„", "‟"), ("«", "»"), ("``", "''"))
STYLE_OF = {mark: number for number, style in enumerate(STYLES) for mark in style}
SINGLE = 0  # the number of the single ones
CLAUSE_ENDS = frozenset(',:;.!?…—–-”"’')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quoted stretch, marks included.

    open: its closing mark is missing, as in all but the last paragraph of a quotation that runs over several.
    free: it begins as clauses do, with a capital, at the beginning or behind a comma, colon or dash; a part of the
        reporter's own sentence (`called on "every country to leave"`) does not.
    """

    span: Span
    open: bool = False
    free: bool = True


def in_blocks(blocks: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations of some paragraphs, in text order; none runs over a paragraph's end."""
    return tuple(_quotation(block, *region) for block in blocks for region in regions(block.text))


def regions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Beginning and end, marks included, of every quotation in a paragraph, and whether its closing mark is missing."""
    opened: _Mark | None = None
    inside = False  # a quotation in marks of another style
    for mark in reversed(_backwards(text)):
        if opened is None:
            opened = mark if mark.may_open else None
            inside = False
        elif mark.may_close(opened) or (not inside and mark.can_only_close(opened)):
            yield opened.start, mark.end, False
            opened = None
        elif mark.style not in (opened.style, SINGLE):
            inside = mark.begins
    if opened is not None:
        yield opened.start, len(text.rstrip()), True


def _quotation(block: Span, start: int, end: int, open_: bool) -> Quotation:  # noqa: FBT001
    before = block.text[:start].rstrip()
    first = next((c for c in block.text[start:end] if c.isalpha()), "A")
    free = not before or before[-1] in CLAUSE_ENDS or not first.islower()
    return Quotation(span=block.part(block.start + start, block.start + end), open=open_, free=free)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A quotation mark. begins: a word follows it. closed: a later mark of its style closes what it may open."""

    start: int
    end: int
    style: int
    closing: bool
    begins: bool
    may_open: bool
    closed: bool

    def may_close(self, opened: "_Mark") -> bool:
        alike = self.style == opened.style or (SINGLE not in (self.style, opened.style) and not opened.closed)
        return alike and self.closing

    def can_only_close(self, opened: "_Mark") -> bool:
        """Whether it is a double mark of another style that opens nothing: `“No," she said. "Never.”`."""
        return self.closing and not self.begins and SINGLE not in (self.style, opened.style)


def _backwards(text: str) -> list[_Mark]:
    """The quotation marks of a paragraph, the last one first, since what follows says what a mark can be.

    A single mark opens only what a single one closes before any double one. A mark of one style that nothing closes,
    before a quotation in another style, only says that the paragraph goes on with a longer quotation: it opens none.
    """
    found: list[_Mark] = []
    closed = dict.fromkeys(range(len(STYLES)), False)
    double: _Mark | None = None
    for match in reversed(list(MARK.finditer(text))):
        style = STYLE_OF[match.group()]
        after = text[match.end() : match.end() + 2].lstrip("‘'([")
        begins = match.group() != "’" and bool(after) and not after[0].isspace() and after[0] not in ".,;:!?)"
        goes_on = double is not None and not double.closing and double.style != style
        mark = _Mark(
            start=match.start(),
            end=match.end(),
            style=style,
            closing=match.group() not in OPENS_ONLY,
            begins=begins,
            may_open=begins and (closed[style] or not (style == SINGLE or goes_on)),
            closed=closed[style],
        )
        found.append(mark)
        if style == SINGLE:
            closed[style] |= mark.closing
        else:
            closed[style], closed[SINGLE], double = mark.closing, False, mark
    return found
