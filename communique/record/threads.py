"""What an article speaks of: a thing named beside a topic stands for it where it is named again (*the launch*)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Record, Span, Statement
from communique.knowledge.vocabulary import vocabulary, word_root
from communique.knowledge.words import commonness

Key = tuple[str, tuple[str, ...]]
"""A topic's id and the states that it concerns, sorted ISO 3166 codes."""

SHORTEST, COMMON = 4, 240  # letters of a word that names a thing; articles of a thousand that a vaguer word stands in
HEAD, PHRASE = 90, 3  # characters of a statement in which its subject stands; words behind an article that may name it
SOMEBODY = frozenset({"person", "state", "government", "party", "office"})
ESTABLISHED = 2  # passages in which a topic stands before a thing stands for it

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such|any|its|their|his|her|our|\w+['’]s|\w+s['’])\s+[“\"‘']?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Topical:
    """A passage of an article, and from where to where in it topics stand."""

    span: Span
    told: Sequence[tuple[int, int, Key]]


@dataclass(frozen=True, slots=True)
class Threads:
    """Things by the root of their word: the places in an article where they are named and the topic beside them."""

    named: Mapping[str, Sequence[tuple[int, Key]]]

    @classmethod
    def of(cls, passages: Sequence[Topical], actors: frozenset[str]) -> "Threads":
        """The threads of an article's passages in text order; `actors` are words for somebody, who is no thing."""
        times = Counter(topic for passage in passages for topic in {key[0] for *_, key in passage.told})
        held: defaultdict[str, list[tuple[int, Key]]] = defaultdict(list)
        for passage in passages:
            told = [place for place in passage.told if times[place[2][0]] >= ESTABLISHED]
            for at, root in _things(passage.span.text) if told else ():
                if root not in actors:
                    nearest = min(told, key=lambda place: _distance(place, at, times))
                    held[root].append((passage.span.start + at, nearest[2]))
        return cls(held)

    def spoken_of(self, statement: Statement) -> Key | None:
        """The topic of the first thing that a statement speaks of as one known, as it was last named before."""
        first = statement.content[0]
        for root in _known(first.text[:HEAD]):
            if before := [key for at, key in self.named.get(root, ()) if at < first.start]:
                return before[-1]
        return None


def _distance(place: tuple[int, int, Key], at: int, times: Mapping[str, int]) -> tuple[bool, int, int]:
    """How far a topic is from a word: least where its phrase holds the word, then by how much else is of it."""
    start, end, (topic, _) = place
    return not start <= at < end, -times[topic], abs(start - at)


def actor_words(record: Record) -> frozenset[str]:
    """The roots of the words that name somebody: the last ones of noun phrases, and all of names."""
    words = (
        word
        for actor in record.actors
        if actor.type in SOMEBODY
        for mention in actor.mentions
        for word in (_WORD.findall(mention.span.text)[-1:] if mention.form == "nominal" else actor.name.split())
    )
    return frozenset(root for word in set(words) if (root := word_root(word)))


def _things(text: str) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        if root := _root(match[0]):
            yield match.start(), root


def _known(text: str) -> Iterator[str]:
    """The roots of the words that stand where a known thing is named: *the*, *its* or *Sunday's* before them."""
    for lead in _DEFINITE.finditer(text):
        for word in _run(_WORD.finditer(text, lead.end())):
            if root := _root(word):
                yield root


def _run(words: Iterable[re.Match[str]]) -> Iterator[str]:
    """The first words up to one of grammar."""
    for number, match in enumerate(words):
        if number == PHRASE or match[0].casefold() in vocabulary().function:
            return
        yield match[0]


def _root(word: str) -> str | None:
    small = word.casefold()
    return word_root(small) if len(word) >= SHORTEST and commonness(small) < COMMON else None
