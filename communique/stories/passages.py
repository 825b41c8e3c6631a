"""Passages as they are compared across articles: what they are about, whoever words them and however."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Generic, TypeVar

from communique.domain import Article, Clause, Reading, Record, Span
from communique.knowledge.vocabulary import word_root
from communique.knowledge.words import OUT_OF, commonness
from communique.models import ClaimModel

NEGATION = "not"
LONGEST = 120  # words of a passage that are compared
PRIOR = 200  # sentences that any pile is taken to hold besides its own, so that counts of a small one mean little
REACH = 60  # passages with a rare word that one is compared with, those of its own home among them
NEIGHBOURS = 12  # that a passage is compared with for the sake of one rare word
AROUND = 4  # mentions that begin before a passage and may reach into it
BESIDE = 2  # characters between a noun and the clause that describes it
RAREST = 10  # words by which a passage looks for others like it
SELDOM = 3  # articles of a thousand, below which a word is as rare as any
NAMED = 0.5  # how much a name tells, beside a rare word: the whole story is about a few

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[a-zA-Z]+?(?=n['’]t\b)|n['’]t\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_MARKS = str.maketrans("", "", ".,‐-")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed, and what it is compared by: an actor, a stem, a number; None for a word of grammar.

    start, end: its place in the document. whole: the end of the name that it is part of. within: the passage that it
    was read in.
    """

    text: str
    start: int
    end: int
    whole: int
    root: str | None
    within: Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where the actors of a record are named, by document, each list by its beginning."""

    starts: Mapping[str, Sequence[int]]
    ends: Mapping[str, Sequence[tuple[int, str]]]

    @classmethod
    def of(cls, record: Record) -> "Mentions":
        """The shorter of two mentions that begin at the same place is the one that is kept.

        Who is named in one document alone is told by the words: `the users` here and there are two such actors.
        """
        held: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
        for actor in record.actors:
            if len({mention.span.document for mention in actor.mentions}) == 1:
                continue
            for mention in actor.mentions:
                if mention.form == "pronoun":
                    continue
                at, found = held[mention.span.document], (mention.span.end, actor.id)
                at[mention.span.start] = min(found, at.get(mention.span.start, found))
        return cls(
            starts={document: sorted(at) for document, at in held.items()},
            ends={document: [at[start] for start in sorted(at)] for document, at in held.items()},
        )

    def within(self, span: Span) -> list[tuple[int, int, str]]:
        """The mentions in a span and around its beginning, the innermost first: begin, end and actor of each."""
        starts, ends = self.starts.get(span.document, ()), self.ends.get(span.document, ())
        first, last = bisect_right(starts, span.start), bisect_left(starts, span.end)
        return [(starts[at], *ends[at]) for at in range(last - 1, max(first - AROUND, 0) - 1, -1)]


def words_of(spans: Iterable[Span], mentions: Mentions) -> tuple[Word, ...]:
    """The words of some passages in order; a name of several words counts once. `isn't` is `is` and `n't`."""
    found: list[Word] = []
    last: tuple[int, int, str] | None = None
    for span in spans:
        named_at = mentions.within(span)
        for match in _WORD.finditer(span.text):
            start, text = span.start + match.start(), match.group()
            end = start + len(text)
            named = None
            for named in named_at:
                if named[0] <= start < named[1]:
                    break
            else:
                named = None
            root = _root(text) if named is None else named[2] if named != last else None
            found.append(Word(text, start, end, max(end, named[1]) if named else end, root, span))
            last = named
            if len(found) == LONGEST:
                return tuple(found)
    return tuple(found)


def roots(found: Iterable[Word]) -> list[str]:
    """What the words are compared by, those of grammar left out."""
    return [word.root for word in found if word.root is not None]


class Weights:
    """How much a shared word tells: how rare it is among the sentences of the pile, on a scale of logarithms.

    A word that no two other sentences share weighs 1, one that every sentence has 0; so 3 is the weight of three rare
    words.
    """

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        self._sentences = PRIOR
        self._in: Counter[str] = Counter()
        for sentence in sentences:
            self._sentences += 1
            self._in.update(set(sentence))

        self._weights: dict[str, float] = {}

    def __getitem__(self, root: str) -> float:
        if root not in self._weights:
            held = max(self._in[root] - 1, 1)
            self._weights[root] = math.log(self._sentences / held) / math.log(self._sentences)
        return self._weights[root]

    def total(self, of: Iterable[str]) -> float:
        """The weights of some roots together."""
        return sum(self[root] for root in of)


@lru_cache(maxsize=1 << 16)
def _rarity(word: str) -> float:
    """How rare a word is in news at large: 1 for what is in few articles of a thousand, 0 for what is in all."""
    return math.log(OUT_OF / max(commonness(word), SELDOM)) / math.log(OUT_OF / SELDOM)


@lru_cache(maxsize=1 << 16)
def _root(text: str) -> str | None:
    if text.startswith("n") and text.endswith("t") and not text.isalpha():
        return NEGATION
    bare = text.translate(_MARKS)
    return word_root(bare)


@dataclass(frozen=True, slots=True)
class Pile:
    """What a record's passages are compared with.

    sentences: those of every article, the title first. model: tells whether two passages are of one fact.
    """

    mentions: Mentions
    weights: Weights
    sentences: Mapping[str, Sequence[tuple[Word, ...]]]
    known: dict[tuple[Span, ...], tuple[Word, ...]]
    model: ClaimModel | None = None

    @classmethod
    def of(cls, record: Record, readings: Mapping[str, Reading], model: ClaimModel | None = None) -> "Pile":
        """Read all sentences once."""
        mentions = Mentions.of(record)
        spans = {article.id: sentences_of(article, readings.get(article.id)) for article in record.articles}
        known: dict[tuple[Span, ...], tuple[Word, ...]] = {
            (span,): words_of([span], mentions) for every in spans.values() for span in every
        }
        sentences = {article: [known[span,] for span in every] for article, every in spans.items()}
        return cls(mentions, Weights(roots(s) for every in sentences.values() for s in every), sentences, known, model)

    def words(self, spans: Iterable[Span]) -> tuple[Word, ...]:
        """The words of some passages in order, each read once."""
        asked = tuple(spans)
        if asked not in self.known:
            self.known[asked] = words_of(asked, self.mentions)
        return self.known[asked]

    def telling(self, span: Span) -> dict[str, float]:
        """What the words of a passage are compared by, and how much each tells: in the pile, and in news at large.

        In a small pile nearly every word is rare; `question` and `make` tell little all the same.
        """
        found: dict[str, float] = {}
        for word in self.words([span]):
            if word.root is not None and word.root != NEGATION:
                named = word.root not in {word.text.casefold(), _root(word.text)}
                of_news = NAMED if named else _rarity(word.text.casefold())
                found[word.root] = max(found.get(word.root, 0.0), of_news * self.weights[word.root])
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[T]):
    """A passage by the roots of its words. home: what it is not compared within. realm: what it is compared within."""

    item: T
    roots: Sequence[str]
    home: Hashable
    realm: Hashable = None


def alike(entries: Sequence[Entry[T]], weights: Weights, least: int = 1, rarest: int = RAREST) -> Iterator[tuple[T, T]]:
    """Pairs that share so many rare words, each once, the earlier first: candidates, by an index, never all with all.

    Of the passages that have a word, each meets the next NEIGHBOURS of other homes, so that time stays linear where
    thousands have it; what they have in common is then found from one to the next.
    """
    holding: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for root in sorted(set(entry.roots), key=lambda r: (-weights[r], r))[:rarest]:
            holding[entry.realm, root].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in holding.values():
        for at, one in enumerate(numbers):
            others = (n for n in numbers[at + 1 : at + 1 + REACH] if entries[n].home != entries[one].home)
            met.update((one, other) for other in islice(others, NEIGHBOURS))
    for one, other in sorted(pair for pair, times in met.items() if times >= least):
        yield entries[one].item, entries[other].item


class Spots(Generic[T]):
    """Things that stand somewhere, to be looked up by place."""

    WIDTH = 256  # characters

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._at: dict[tuple[str, int], list[tuple[Span, T]]] = defaultdict(list)
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: T) -> None:
        """One more."""
        for cell in self._cells(span):
            self._at[span.document, cell].append((span, item))

    def overlapping(self, span: Span) -> Iterator[tuple[Span, T]]:
        """What shares a character with a span, each in the first cell that both have."""
        cells = self._cells(span)
        for cell in cells:
            for place, item in self._at.get((span.document, cell), ()):
                if place.overlaps(span) and cell == max(cells.start, place.start // self.WIDTH):
                    yield place, item

    def _cells(self, span: Span) -> range:
        return range(span.start // self.WIDTH, (span.end - 1) // self.WIDTH + 1)


def extents(reading: Reading) -> Iterator[tuple[Clause, Span]]:
    """Every clause from its first word to its last, with the noun beside it that it describes."""
    sentences = Spots((sentence, sentence) for sentence in reading.sentences)
    for clause in reading.clauses:
        first, last = clause.parts[0], clause.parts[-1]
        of = clause.subject
        start = of.start if of and 0 <= first.start - of.end <= BESIDE else first.start
        for sentence, _ in sentences.overlapping(clause.verb):
            if sentence.start <= start and sentence.covers(last):
                yield clause, sentence.part(start, last.end)


def sentences_of(article: Article, reading: Reading | None) -> tuple[Span, ...]:
    """The title of an article and its sentences, or its paragraphs where these are not known."""
    title = () if article.title is None else (article.title,)
    return (*title, *(reading.sentences if reading and reading.sentences else article.body))
