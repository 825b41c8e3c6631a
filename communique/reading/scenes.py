"""Scenes: a mention among the words of its sentence, and which mention each of them belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Mention, Span
from communique.knowledge.states import seated_in, state_named
from communique.reading import phrases
from communique.reading.page import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A mention among the tokens of its tree, and which mention each character of the article belongs to."""

    index: int
    mentions: tuple[Mention, ...]
    owners: dict[int, int]
    block: Block
    base: int
    tokens: tuple[Token, ...]

    @property
    def mention(self) -> Mention:
        """The mention that is described."""
        return self.mentions[self.index]

    @property
    def head(self) -> Token:
        """The word of the mention that the others hang on."""
        inside = {token.i for token in self.tokens}
        heads = (token for token in self.tokens if token.head.i not in inside or token.head.i == token.i)
        return next(heads, self.tokens[-1])

    def owner(self, token: Token) -> int | None:
        """The shortest mention that a word belongs to, if this mention does not stand in it."""
        owner = self.owners.get(self.base + token.idx)
        around = owner is not None and owner != self.index and self.mentions[owner].span.covers(self.mention.span)
        return None if around else owner

    def state(self, token: Token) -> str | None:
        """The state that a word names, alone or as part of a mention."""
        owner = self.owner(token)
        text = self.mentions[owner].span.text if owner is not None and owner != self.index else token.text
        named = state_named(text) or phrases.state(token)
        if named:
            return named.country.alpha3
        seat = seated_in(text) if owner is not None and self.mentions[owner].metonym else None
        return seat.alpha3 if seat else None

    def span(self, first: Token, last: Token) -> Span:
        """The passage between two words of the tree, both included."""
        return self.block.span.part(self.base + first.idx, self.base + last.idx + len(last))


def owners_of(mentions: Sequence[Mention]) -> dict[int, int]:
    """For every character the shortest mention that covers it."""
    by_length = sorted(enumerate(mentions), key=lambda pair: pair[1].span.start - pair[1].span.end)
    return {at: index for index, mention in by_length for at in range(mention.span.start, mention.span.end)}
