"""Cast: which mentions the words of a sentence stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Reading
from communique.reading.page import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.models import Tree

PARTY_TYPES = frozenset({"person", "state", "government", "org", "office", "party", "group"})
PLACE_TYPES = frozenset({"state", "place"})
OF_A_NOUN = frozenset({"poss", "compound", "amod", "nmod"})
SPEAKERS = frozenset({"i", "we", "us", "me", "my", "our"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of a reading by the characters that they cover, seen from one tree."""

    reading: Reading
    owners: dict[int, int]
    base: int
    speakers: dict[int, tuple[int, ...]]

    @classmethod
    def of(cls, reading: Reading) -> Cast:
        """The mentions of a reading, of every character the shortest; `at` sets the tree."""
        by_length = sorted(enumerate(reading.mentions), key=lambda pair: pair[1].span.start - pair[1].span.end)
        owners = {at: index for index, m in by_length for at in range(m.span.start, m.span.end)}
        return cls(reading, owners, 0, {})

    def at(self, block: Block, tree: Tree) -> Cast:
        """The same for the words of a tree."""
        return Cast(self.reading, self.owners, block.span.start + tree.start, self.speakers)

    def place_of(self, token: Token) -> int:
        """Where a word begins in the document."""
        return self.base + token.idx

    def mention(self, token: Token) -> int | None:
        """The mention that a word stands in."""
        return self.owners.get(self.place_of(token))

    def parties(self, tokens: Iterable[Token], *, bare: bool = False) -> tuple[int, ...]:
        """The mentions of those that can act, without repetition; `bare`: not those that only describe a word."""
        found = (self._party(token, bare=bare) for token in tokens)
        return tuple(dict.fromkeys(index for several in found for index in several))

    def _party(self, token: Token, *, bare: bool) -> tuple[int, ...]:
        if token.lower_ in SPEAKERS:
            return self._speakers(token)
        index = self.mention(token)
        if index is None and not bare and token.pos_ in {"NOUN", "PROPN"}:
            index = next((i for i in map(self.mention, _describing(token)) if i is not None and self._acts(i)), None)
        return (index,) if index is not None and self._acts(index) else ()

    def _acts(self, index: int) -> bool:
        mention = self.reading.mentions[index]
        return mention.type in PARTY_TYPES or mention.metonym

    def _speakers(self, token: Token) -> tuple[int, ...]:
        """Whom `I` and `we` stand for: who is quoted there."""
        at = self.place_of(token)
        holding = [a for a in self.reading.attributions if any(s.start <= at < s.end for s in a.content)]
        return min(holding, key=lambda a: sum(len(s.text) for s in a.content)).speakers if holding else ()

    def places(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """The mentions of places, and of states as places."""
        found = (self.mention(token) for token in tokens)
        return tuple(
            dict.fromkeys(
                i for i in found
                if i is not None
                and self.reading.mentions[i].type in PLACE_TYPES
                and self.reading.mentions[i].form == "named"
                and not self.reading.mentions[i].metonym
            )
        )  # fmt: skip


def _describing(noun: Token) -> list[Token]:
    """The words in front of a noun that can tell whose people it means: `RUSSIAN planes`, `NATO's jets`."""
    front = [child for child in noun.children if child.dep_ in OF_A_NOUN and child.i < noun.i]
    return front or [
        who for by in noun.children if by.lower_ in {"by", "of"} for who in by.children if who.dep_ == "pobj"
    ]
