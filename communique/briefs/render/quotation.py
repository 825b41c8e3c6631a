"""A statement as it stands in print: speaker, cue and content in text order, what is left out marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from communique.briefs.brief import Line
from communique.domain import Span

Part = Literal["speaker", "cue", "content", "between", "omitted"]

OMISSION = "[…]"
LONGEST_BETWEEN = 60  # characters of a passage between two parts that are shown rather than left out

_JOINED = re.compile(
    r"\w\W+(?:and|but)(?:\s+(?:has|have|had|is|was|were|will|would|also|then|later))*\s*$"
)  # behind a predicate of its own
_CLAUSE = re.compile(rf"[^\n.,;:!?\"“”]{{1,{LONGEST_BETWEEN}}}(?=[\n.,;:!?\"“”])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the source and their part in the statement; for `omitted`, the mark that stands for them."""

    part: Part
    text: str


def quotation(line: Line, text: str) -> tuple[Piece, ...]:
    """The statement piece by piece. A few words between its passages stay, more are left out, and so is a new line."""
    return tuple(_pieces(line, text))


def _pieces(line: Line, text: str) -> Iterator[Piece]:
    named: list[tuple[Part, Span | None]] = [("speaker", line.speaker), ("cue", line.cue)]
    parts: list[tuple[Part, Span]] = [(part, span) for part, span in named if span is not None]
    # A speaker or cue inside the content wins over it, and a cue over the speaker it may stand in.
    parts = [*(("content", span) for span in line.content), *parts]
    cuts = sorted({at for _, span in parts for at in (span.start, span.end)})
    last: Part | None = None
    held = ""
    for start, end in pairwise(cuts):
        covering = [part for part, span in parts if span.start <= start and end <= span.end]
        between = text[start:end]
        part: Part = covering[-1] if covering else "omitted" if _other_predicate(between, last) else _gap(between)
        if part == "omitted":
            between = f" {OMISSION} "
        if part == last:
            held += between
            continue
        if last is not None:
            yield Piece(last, held)
        last, held = part, between
    if last is not None:
        yield Piece(last, held)
    if last in {"cue", "speaker"} and text[cuts[-1] - 1] not in ".!?":
        yield from _rest(text, cuts[-1])


def _rest(text: str, start: int) -> Iterator[Piece]:
    """What completes a statement that would end with its cue or speaker (*he told* `reporters`), if it is short."""
    found = _CLAUSE.match(text, start)
    if found and found[0].strip():
        yield Piece("between", found[0].rstrip())


def _other_predicate(text: str, before: Part | None) -> bool:
    """Whether something else that the speaker did stands before the cue: *Lee* `left early and` *said*."""
    return before == "speaker" and _JOINED.search(text) is not None


def _gap(text: str) -> Part:
    if not any(character.isalnum() for character in text):
        return "between"
    return "omitted" if len(text) > LONGEST_BETWEEN or "\n" in text.strip() else "between"
