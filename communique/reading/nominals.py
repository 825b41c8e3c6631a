"""Nominals: noun phrases that speak or are spoken to without a name (`rights groups`, `his Russian counterpart`)."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.domain import ActorType, Mention, Reading
from communique.reading import parties
from communique.reading.page import Page, Word

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
COUNTED = frozenset({"both", "two"})
GOVERNMENTS = frozenset("administration cabinet government junta regime".split())
OFFICES = frozenset(
    """agency army authority bureau commission committee council court department directorate embassy institute ministry
    office parliament police probe prosecution secretariat senate service tribunal""".split()
)
DOCUMENTS = frozenset(
    "analysis article document email letter memo message poll post report statement study survey tweet website".split()
)
ORGANISATIONS = frozenset(
    "alliance bank campaign company firm network newspaper organisation organization party union".split()
)


def read(page: Page, reading: Reading) -> Reading:
    """Add a mention for every party to an attribution that has none yet; the list stays in text order."""
    taken = parties.places(reading.mentions)
    found: dict[int, Mention] = {}
    for attribution in reading.attributions:
        for party in (*parties.source(page, attribution), *parties.addressed(page, attribution)):
            if not any(word.at in taken for word in party) and (mention := _mention(page, party[0])) is not None:
                found.setdefault(mention.span.start, mention)
    mentions = sorted([*reading.mentions, *found.values()], key=lambda m: (m.span.start, m.span.end))
    return replace(reading, mentions=tuple(mentions))


def _mention(page: Page, word: Word) -> Mention | None:
    """The noun phrase at whose head the word stands, if it can be someone or something that speaks."""
    token = word.token
    if (token.pos_ not in NOUNS and token.lower_ not in COUNTED) or _named_behind(token):
        return None
    tokens = _phrase(token)
    block = page.block_at(word.at)
    base = word.at - token.idx - block.span.start
    start, end = block.span.start + base + tokens[0].idx, block.span.start + base + tokens[-1].idx + len(tokens[-1])
    return Mention(span=block.span.part(start, end), type=_type(token), form="nominal")


def _named_behind(head: Token) -> bool:
    """Whether the name follows behind a comma: `his counterpart, Foreign Minister Viktor Petrov`."""
    behind = head.doc[head.i + 1 : head.i + 8]
    if len(behind) == 0 or behind[0].lower_ != ",":
        return False
    words = takewhile(lambda t: t.pos_ in {"NOUN", "PROPN", "ADJ"}, behind[1:])
    return any(t.ent_type_ == "PERSON" for t in words)


def _phrase(head: Token) -> list[Token]:
    """The phrase from its first determiner or adjective to its head; with `of ...` where the head only counts."""
    left = [
        t for child in head.children if child.i < head.i and child.dep_ not in {"punct", "cc"} for t in child.subtree
    ]
    tokens = sorted([*left, head], key=lambda t: t.i)
    if head.lower_ in COUNTED:
        tokens += [t for child in head.children if child.lower_ == "of" for t in child.subtree]
    return tokens


def _type(head: Token) -> ActorType:
    lemma = head.lemma_.lower()
    for kind, lemmas in _KINDS:
        if lemma in lemmas:
            return kind
    return "group" if head.tag_ in PLURAL_TAGS or lemma in COUNTED or lemma in _GROUPS else "person"


_GROUPS = frozenset("coalition crowd delegation family group mob opposition people public staff team".split())
_KINDS: tuple[tuple[ActorType, frozenset[str]], ...] = (
    ("government", GOVERNMENTS),
    ("office", OFFICES),
    ("document", DOCUMENTS),
    ("org", ORGANISATIONS),
)
