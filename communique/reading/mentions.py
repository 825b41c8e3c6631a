"""Mentions: names by spaCy's entity recogniser, and the pronouns that may stand for persons.

The recogniser takes many a bare surname for an organisation, or for nothing; where an article gives a person's full
name, its last word is a mention of the person wherever it stands alone. So is the surname of a head of state or
government, whom the news need not introduce.
Names of states, their adjectives and the words for their people come from what the program knows of countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import ActorType, Mention, MentionForm, Reading, Span
from communique.knowledge import leaders_called
from communique.knowledge.states import state_named
from communique.reading.page import Block, Page

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

TYPES: dict[str, ActorType] = {
    "PERSON": "person",
    "ORG": "org",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
EDGE = re.compile(r"^(?:the\s+|mrs?\.?\s+|ms\.?\s+|[^\w(.]+)+|(?:['’]s?|[^\w).]+)$", re.IGNORECASE)


def read(page: Page, reading: Reading) -> Reading:
    """Add the mentions of every block, in text order."""
    named = [m for block, tree in page.trees() for e in tree.doc.ents for m in _named(block, tree.start, e)]
    surnames = {m.span.text.split()[-1] for m in named if m.type == "person" and len(m.span.text.split()) > 1}
    surnames |= {token.text for _, tree in page.trees() for token in tree.doc if _leads_a_state(token)}
    named = [replace(m, type="person") if m.span.text in surnames else m for m in named]
    taken = {at for m in named for at in range(m.span.start, m.span.end)}
    more = [
        Mention(span=span, type="person", form="named" if token.text in surnames else "pronoun")
        for block, tree in page.trees()
        for token in tree.doc
        if token.text in surnames or (token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"})
        if (span := block.passage(tree, [token])).start not in taken
    ]
    mentions = sorted([*named, *more], key=lambda m: (m.span.start, m.span.end))
    return replace(reading, mentions=tuple(mentions))


def _leads_a_state(token: Token) -> bool:
    """Whether a word is what the news calls a head of state or government, who need no introduction."""
    return (
        token.is_title and token.is_alpha and any(leader.surname == token.text for leader in leaders_called(token.text))
    )


def _named(block: Block, start: int, entity: Tokens) -> Iterator[Mention]:
    if entity.label_ not in TYPES:
        return
    base = block.span.start + start
    span = _bare(block.span.part(base + entity.start_char, base + entity.end_char))
    if span is None:
        return
    state = state_named(span.text)
    form: MentionForm = "adjectival" if state and state.adjective else "named"
    yield Mention(span=span, type="state" if state else TYPES[entity.label_], form=form)


def _bare(span: Span) -> Span | None:
    """The name without an article, a courtesy title or a possessive ending; None when no letter is left."""
    text = span.text
    start = len(text) - len(EDGE.sub("", text, count=1)) if (m := EDGE.match(text)) and m.start() == 0 else 0
    end = len(text)
    while (m := EDGE.search(text, start, end)) and m.end() == end and m.start() > start:
        end = m.start()
    return span.part(span.start + start, span.start + end) if any(c.isalpha() for c in text[start:end]) else None
