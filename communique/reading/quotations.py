"""Quotations: the stretches between quotation marks, which are hard evidence of wording.

Double marks of every style count (curly, straight, guillemets, `` and ''), and single ones where they cannot be an
apostrophe. Marks of mixed style or turned the wrong way, as pages have them, still pair up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.domain import Span

MARK = re.compile(r"``|''|[\"“”„‟«»]|(?<!\w)[‘'](?=\w)|(?<=[^\s‘'])[’'](?!\w)")
OPENS_ONLY = frozenset({"``", "“", "„", "‟", "«", "‘"})
SINGLE = frozenset({"‘", "’", "'"})
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
    return tuple(quotation for block in blocks for quotation in _in_block(block))


def _in_block(block: Span) -> Iterator[Quotation]:
    marks = list(MARK.finditer(block.text))
    opened: re.Match[str] | None = None
    for index, mark in enumerate(marks):
        if opened is None:
            if _may_open(block.text, mark) and (mark.group() not in SINGLE or _closer(marks[index + 1 :], mark)):
                opened = mark
        elif _closes(opened, mark):
            yield _quotation(block, opened, mark.end(), open_=False)
            opened = None
    if opened is not None:
        yield _quotation(block, opened, len(block.text.rstrip()), open_=True)


def _quotation(block: Span, opened: re.Match[str], end: int, *, open_: bool) -> Quotation:
    before = block.text[: opened.start()].rstrip()
    first = next((c for c in block.text[opened.end() : end] if c.isalpha()), "A")
    free = not before or before[-1] in CLAUSE_ENDS or not first.islower()
    return Quotation(span=block.part(block.start + opened.start(), block.start + end), open=open_, free=free)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a quotation can begin here: a word follows, and a closing single mark opens nothing."""
    following = text[mark.end() : mark.end() + 2].lstrip("‘'([")
    return mark.group() != "’" and bool(following) and not following[0].isspace() and following[0] not in ".,;:!?)"


def _closes(opened: re.Match[str], mark: re.Match[str]) -> bool:
    if (opened.group() in SINGLE) != (mark.group() in SINGLE):
        return False
    return mark.group() not in OPENS_ONLY


def _closer(marks: Iterable[re.Match[str]], opened: re.Match[str]) -> bool:
    """Whether a mark that closes a single one follows in the paragraph, before any double mark."""
    for mark in marks:
        if mark.group() not in SINGLE:
            return False
        if _closes(opened, mark):
            return True
    return False
