"""The words of passages as they are compared across articles: what they are about, whoever and however words them."""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Record, Span
from communique.knowledge.vocabulary import word_root

NEGATION = "not"
LONGEST = 120  # words of a passage that are compared
PRIOR = 200  # sentences that any pile is taken to hold besides its own, so that counts of a small one mean little

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[a-zA-Z]+?(?=n['’]t\b)|n['’]t\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_MARKS = str.maketrans("", "", ".,‐-")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed, and what it is compared by: an actor, a stem, a number; None for a word of grammar.

    start, end: its place in the document. within: the passage that it was read in.
    """

    text: str
    start: int
    end: int
    root: str | None
    within: Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where the actors of a record are named, by document, each list by its beginning."""

    starts: Mapping[str, Sequence[int]]
    ends: Mapping[str, Sequence[tuple[int, str]]]

    @classmethod
    def of(cls, record: Record) -> "Mentions":
        """The shorter of two mentions that begin at the same place is the one that is kept."""
        held: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
        for actor in record.actors:
            for mention in actor.mentions:
                if mention.form == "pronoun":
                    continue
                at, found = held[mention.span.document], (mention.span.end, actor.id)
                at[mention.span.start] = min(found, at.get(mention.span.start, found))
        return cls(
            starts={document: sorted(at) for document, at in held.items()},
            ends={document: [at[start] for start in sorted(at)] for document, at in held.items()},
        )

    def at(self, document: str, start: int) -> tuple[int, str] | None:
        """The innermost mention that holds this place: where it begins, and its actor."""
        starts = self.starts.get(document, ())
        index = bisect_right(starts, start) - 1
        for back in range(index, max(index - 4, -1), -1):
            end, actor = self.ends[document][back]
            if end > start:
                return starts[back], actor
        return None


def words(spans: Iterable[Span], mentions: Mentions) -> tuple[Word, ...]:
    """The words of some passages in order; a name of several words counts once. `isn't` is `is` and `n't`."""
    found: list[Word] = []
    last: tuple[int, str] | None = None
    for span in spans:
        for match in _WORD.finditer(span.text):
            start, text = span.start + match.start(), match.group()
            named = mentions.at(span.document, start)
            root = _root(text) if named is None else named[1] if named != last else None
            found.append(Word(text, start, start + len(text), root, span))
            last = named
            if len(found) == LONGEST:
                return tuple(found)
    return tuple(found)


def roots(found: Iterable[Word]) -> list[str]:
    """What the words are compared by, those of grammar left out."""
    return [word.root for word in found if word.root is not None]


class Weights:
    """How much a shared word tells: the logarithm of how rare it is among the sentences of the pile."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        self._sentences = PRIOR
        self._in: Counter[str] = Counter()
        for sentence in sentences:
            self._sentences += 1
            self._in.update(set(sentence))

    def __getitem__(self, root: str) -> float:
        return math.log(self._sentences / (self._in[root] + 1))

    def total(self, of: Iterable[str]) -> float:
        """The weights of some roots together."""
        return sum(self[root] for root in of)


def _root(text: str) -> str | None:
    if text.startswith("n") and text.endswith("t") and not text.isalpha():
        return NEGATION
    bare = text.translate(_MARKS)
    return bare if text[0].isdigit() else word_root(bare)
