"""Spots: the mentions of an article where they stand, and what the words around each tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Mention
from communique.knowledge.titles import courtesies, female, male
from communique.reading.page import Word
from communique.reading.phrases import SUBJECTS, kind

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "iobj", "dative", "pobj", "agent"})
LEADING = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
PAST = frozenset({"VBD", "VBN"})
FRIENDS = frozenset("ally adversary archrival backer enemy foe neighbor neighbour partner patron rival".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mention, or a pronoun that may become one, where it stands.

    head, first: its governing and its first word. sentence: the number of its sentence. titled: whether it stands in
    the article's title. speaks: whether words are ascribed to it.
    """

    number: int
    mention: Mention
    head: Word
    first: Token
    sentence: int
    quoted: bool
    titled: bool
    speaks: bool

    @property
    def word(self) -> str:
        """The pronoun, empty for other mentions."""
        return self.mention.span.text.lower() if self.mention.form == "pronoun" else ""


def last_word(spot: Spot) -> str:
    """The last word of a name, empty for other mentions."""
    return spot.mention.span.text.split()[-1] if spot.mention.form == "named" else ""


def weight(spot: Spot, token: Token) -> float:
    """How present a mention, given its head, makes what it names, by its place in the clause."""
    while token.dep_ == "appos":
        token = token.head
    if spot.mention.form == "adjectival":
        return 5
    if spot.speaks and spot.mention.form == "named" and token.dep_ not in SUBJECTS:  # parsed wrong
        return 100
    if token.dep_ in SUBJECTS:
        return 110 if spot.speaks else 100 if token.head.dep_ in LEADING else 40 if token.head.dep_ == "relcl" else 60
    if token.dep_ == "ROOT" and any(child.dep_ == "acl" and child.tag_ in PAST for child in token.children):
        return 100  # its verb parsed for a participle: `the minister, Ann Berg, the host, OFFERED to help`
    if token.dep_ == "poss" and token.head.dep_ in SUBJECTS:  # `Berg's answer was that he ...`
        return 40
    return 30 if token.dep_ in OBJECTS else 15


def has_title(spot: Spot) -> bool:
    """Whether a title or a courtesy stands before a name."""
    before = spot.first.nbor(-1) if spot.first.i else None
    return before is not None and before.pos_ in {"PROPN", "NOUN"} and before.is_title


def sex_told(spot: Spot) -> bool | None:
    """Whether the courtesy before a name is a woman's: `MS Lund`; None where there is none."""
    before = spot.first.nbor(-1).lower_.rstrip(".") if spot.first.i else ""
    return before in female() if before in female() | male() and before in courtesies() else None


def explained(spots: Sequence[Spot]) -> dict[int, int]:
    """From names to the phrases right before them that they explain: `his deputy, Minister Berg`, `their ally Peru`."""
    ends = {s.mention.span.end: s for s in spots if s.mention.form == "nominal" and s.mention.type == "person"}
    found: dict[int, int] = {}
    for spot in spots:
        if spot.mention.form != "named":
            continue
        doc, last = spot.first.doc, spot.head.token.i
        at = spot.first.i - 1
        if spot.mention.type == "person":
            while at >= 0 and (
                doc[at].pos_ in {"PROPN", "ADJ"} or (doc[at].pos_ == "NOUN" and kind(doc[at]) == "person")
            ):
                at -= 1
            titled = at < spot.first.i - 1
            closed = last + 1 < len(doc) and doc[last + 1].is_punct
            at -= at > 0 and doc[at].text == "," and (titled or closed)
        elif at < 0 or not _befriended(doc[at], spot.head.token):
            continue
        end = spot.mention.span.start - spot.first.idx + doc[at].idx + len(doc[at]) if at >= 0 else -1
        if end in ends:
            found[spot.number] = ends[end].number
    return found


def _befriended(noun: Token, name: Token) -> bool:
    """Whether a noun right before the name of a state or body says what it is to somebody: `their ALLY Peru`."""
    joined = name.head == noun or noun.head == name
    return joined and noun.lemma_.lower() in FRIENDS and name.dep_ not in SUBJECTS | {"poss"}
