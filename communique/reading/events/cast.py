"""Cast: which mentions the words of a sentence stand for, and in whose report they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.domain import Reading, Span
from communique.knowledge import place_nouns
from communique.knowledge.gazetteer import cities_called
from communique.knowledge.states import seated_in
from communique.reading.events.roles import IN_FRONT
from communique.reading.page import Block
from communique.reading.phrases import PLURAL_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.models import Tree

PARTY_TYPES = frozenset({"person", "state", "government", "org", "office", "party", "group", "vehicle"})
PLACE_TYPES = frozenset({"state", "place"})
HELP = frozenset("approval assistance backing blessing consent help mediation support".split())  # `with the help of`
NEAR = 40  # mentions between `the city` and its name
NESTED = 3  # mentions around one
SPEAKERS = frozenset({"i", "we", "us", "me", "my", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A reading seen from one of its trees.

    owners, reports: of every character the mention that covers it and the attribution whose content it stands in, by
    index, the shortest where several do. chains: of every mention the index of its chain. base: where the tree begins
    in the document. written: the mention of the place that the article comes from.
    """

    reading: Reading
    owners: dict[int, int]
    reports: dict[int, int]
    chains: dict[int, int]
    base: int = 0
    written: int | None = None

    @classmethod
    def of(cls, reading: Reading, dateline: Span | None = None) -> Cast:
        """The cast of a whole reading; `at` sets the tree."""
        named = (
            i for i, m in enumerate(reading.mentions) if dateline and dateline.covers(m.span) and m.type == "place"
        )
        mentions = ([mention.span] for mention in reading.mentions)
        contents = (attribution.content for attribution in reading.attributions)
        chains = {index: number for number, chain in enumerate(reading.chains) for index in chain}
        return cls(
            reading=reading,
            owners=_covering(mentions),
            reports=_covering(contents),
            chains=chains,
            written=next(named, None),
        )

    def at(self, block: Block, tree: Tree) -> Cast:
        """The same, seen from a tree."""
        return replace(self, base=block.span.start + tree.start)

    def place_of(self, token: Token) -> int:
        """Where a word begins in the document."""
        return self.base + token.idx

    def mention(self, token: Token) -> int | None:
        """The mention that a word is the head of; none where it only stands in one (`the men who lost the WAR`)."""
        index = self.owners.get(self.place_of(token))
        if index is None or token.head.i == token.i:
            return index
        span = self.reading.mentions[index].span
        return index if not span.start <= self.place_of(token.head) < span.end else None

    def parties(self, tokens: Iterable[Token], *, bare: bool = False) -> tuple[int, ...]:
        """The mentions of those that can act, without repetition; `bare`: not those that only describe a word."""
        found = (self._party(token, bare=bare) for token in tokens)
        return tuple(dict.fromkeys(index for several in found for index in several))

    def _party(self, token: Token, *, bare: bool) -> tuple[int, ...]:
        if token.lower_ in SPEAKERS:
            return self._speakers(token)
        index = self._people(token, self.mention(token))
        if index is None and token.pos_ in {"NOUN", "PROPN"}:
            index = next((i for i in map(self.mention, _renamed(token)) if i is not None and self._acts(i)), None)
        if index is None and not bare and token.pos_ in {"NOUN", "PROPN"}:
            index = next((i for i in map(self.mention, _describing(token)) if i is not None and self._acts(i)), None)
        return (index,) if index is not None and self._acts(index) else ()

    def _people(self, token: Token, index: int | None) -> int | None:
        """The people whom a noun tells with their state, not that state: `two NORWEGIANS were held`."""
        state = self.reading.mentions[index] if index is not None else None
        if index is None or state is None or state.form != "adjectival" or token.tag_ not in PLURAL_TAGS:
            return index
        for i in range(index - 1, max(-1, index - NESTED), -1):
            people, head = self.reading.mentions[i], self.place_of(token.head)
            if (
                people.type == "group"
                and people.span.covers(state.span)
                and not people.span.start <= head < people.span.end
            ):
                return i
        return index

    def _acts(self, index: int) -> bool:
        mention = self.reading.mentions[index]
        return mention.type in PARTY_TYPES or mention.metonym

    def _speakers(self, token: Token) -> tuple[int, ...]:
        """Whom `I` and `we` stand for: who is quoted there."""
        index = self.reports.get(self.place_of(token))
        return self.reading.attributions[index].speakers if index is not None else ()

    def places(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """The mentions of places, and of states as places; `the city` is the one last named."""
        found = (self._named_before(index) for token in tokens if (index := self.mention(token)) is not None)
        return tuple(dict.fromkeys(index for index in found if self._is_place(index)))

    def pointed_at(self, word: Token) -> int | None:
        """The place that `here` means, where the article was written, or `there`, the last that is named before it."""
        if word.lower_ == "here":
            return self.written if self.place_of(word) not in self.reports else None
        at = self.place_of(word)
        before = (i for i, m in reversed(list(enumerate(self.reading.mentions))) if m.span.end <= at)
        last = next((index for index in before if self._is_place(index)), None)
        if last is None:
            return None
        apart = self.reading.sentence_at(at) - self.reading.sentence_at(self.reading.mentions[last].span.start)
        return last if apart <= 1 else None

    def towns(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """The same without states, which are parties to what is done to them."""
        return tuple(index for index in self.places(tokens) if self.reading.mentions[index].type == "place")

    def sites(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """The mentions of states and places, adjectives too, as in front of what is there: `the NORWEGIAN coast`."""
        found = (self.mention(token) for token in tokens if self.is_place(token))
        return tuple(dict.fromkeys(index for index in found if index is not None))

    def same(self, token: Token, other: Token) -> bool:
        """Whether two words stand for one actor."""
        first, second = self.mention(token), self.mention(other)
        if first is None or second is None:
            return False
        return first == second or (first in self.chains and self.chains[first] == self.chains.get(second))

    def names(self, mentions: Iterable[int]) -> bool:
        """Whether the article names somebody whom these mentions stand for."""
        together = (self.reading.chains[self.chains[i]] if i in self.chains else (i,) for i in mentions)
        return any(self.reading.mentions[i].form == "named" for chain in together for i in chain)

    def _named_before(self, index: int) -> int:
        """For `the country` the mention by which the state was last named, for `the city` the town last named."""
        mention = self.reading.mentions[index]
        article, _, noun = mention.span.text.casefold().partition(" ")
        if article == "the" and noun in place_nouns("towns"):
            before = range(index - 1, max(-1, index - NEAR), -1)
            return next(
                (i for i in before if self._is_place(i) and cities_called(self.reading.mentions[i].span.text)), index
            )
        if mention.type != "state" or mention.form != "nominal" or index not in self.chains:
            return index
        chain = self.reading.chains[self.chains[index]]
        named = (i for i in reversed(chain) if i < index and self.reading.mentions[i].form == "named")
        return next(named, index)

    def is_place(self, token: Token) -> bool:
        """Whether a word names a state or place, also by its adjective: `the NORWEGIAN election`."""
        index = self.mention(token)
        return index is not None and self.reading.mentions[index].type in PLACE_TYPES and self._is_named(index)

    def is_state(self, token: Token) -> bool:
        """Whether a word names a state, by its name or adjective."""
        index = self.mention(token)
        return index is not None and self.reading.mentions[index].type == "state"

    def is_seat(self, token: Token) -> bool:
        """Whether a word names a capital, or the building that a government sits in."""
        index = self.mention(token)
        return index is not None and seated_in(self.reading.mentions[index].span.text) is not None

    def _is_named(self, index: int) -> bool:
        return self.reading.mentions[index].form in {"named", "adjectival"}

    def _is_place(self, index: int) -> bool:
        mention = self.reading.mentions[index]
        return mention.type in PLACE_TYPES and mention.form == "named" and not mention.metonym


def _covering(items: Iterable[Sequence[Span]]) -> dict[int, int]:
    """For every character the index of the item that covers it, the shortest where several do."""
    by_length = sorted(enumerate(items), key=lambda pair: sum(span.start - span.end for span in pair[1]))
    return {at: index for index, spans in by_length for span in spans for at in range(span.start, span.end)}


def _renamed(noun: Token) -> list[Token]:
    """The words in apposition with a noun: `her son BERG`, `BERG, a trader held since May`."""
    others = [child for child in noun.children if child.dep_ == "appos"]
    return [*others, noun.head] if noun.dep_ == "appos" else others


def _describing(noun: Token) -> list[Token]:
    """The words beside a noun that can tell whose it is: `RUSSIAN planes`, `NATO's jets`, `steel from CHINA`."""
    if noun.lemma_.lower() in HELP:
        return []
    front = [child for child in noun.children if child.dep_ in IN_FRONT and child.i < noun.i]
    by = [c for c in noun.children if c.lower_ == "from" or (c.lower_ in {"by", "of"} and not front)]
    return [*front, *(who for preposition in by for who in preposition.children if who.dep_ == "pobj")]
