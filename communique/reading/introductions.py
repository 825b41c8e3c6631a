"""Introductions: names told by the words beside them, whatever the recogniser takes them for, or where it finds none.

`their counterpart, Mahamat DOUNGOUS`, `Foreign Minister GÁBOR Szentes`, `DOUNGOUS, the foreign minister`: persons.
`the rights group SAHEL WATCH`: an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.knowledge.titles import names_person, titles_of_names
from communique.reading import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.domain import ActorType

BODIES: dict[ActorType, ActorType] = {"group": "org", "office": "org", "org": "org", "party": "party"}
PAPERS = frozenset({"daily", "weekly"})
LONGEST = 5  # words of a person's name


def told(doc: Doc, start: int, end: int) -> ActorType | None:
    """What the words beside a name of some tokens tell it to be: a person or a body; None where they do not tell."""
    name = doc[start:end].root
    if any(_a_person(child) for child in _appositions(name)) or _titled(doc, start):
        return "person"
    if name.dep_ == "appos" and _a_person(name.head) and not phrases.possessor(name):
        return "person"
    before = doc[start - 1] if start else name
    if before.lower_ in PAPERS:
        return "org"
    called = before in {name.head, *name.children} and before.pos_ == "NOUN" and not phrases.plural(before)
    return BODIES.get(kind) if called and (kind := phrases.kind(before)) else None


def persons(doc: Doc) -> Iterator[tuple[int, int]]:
    """The names of persons that are no entities but are introduced as persons, as half-open ranges of tokens."""
    for last in doc:
        if not _could_be(last):
            continue
        start = whole(doc, last.i, last.i + 1)
        if told(doc, start, last.i + 1) == "person":
            yield start, last.i + 1


def whole(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins whose last words are known."""
    last = doc[end - 1]
    while start and end - start < LONGEST and _joined(doc[start - 1], last):
        start -= 1
    return start


def _could_be(last: Token) -> bool:
    """Whether a word can be the last of a name; what the tagger takes for an adjective only as a subject."""
    if last.dep_ == "compound" or last.ent_type_ or not last.is_title or _is_title(last):
        return False
    return last.pos_ == "PROPN" or (last.pos_ == "ADJ" and last.dep_ in phrases.SUBJECTS and last.is_sent_start is True)


def _joined(word: Token, last: Token) -> bool:
    named = word.pos_ == "PROPN" and word.dep_ == "compound" and word.is_title and word.ent_type_ in {"", "PERSON"}
    if not named or _is_title(word):
        return False
    return last.i >= word.head.i > word.i and last.is_ancestor(word)


def _is_title(word: Token) -> bool:
    return word.lower_.rstrip(".") in titles_of_names()


def _titled(doc: Doc, start: int) -> bool:
    """Whether a capitalised noun for a person stands right before a name: `Minister`, no adjective (`Foreign`)."""
    before = doc[start - 1] if start else None
    return before is not None and before.is_title and _is_title(before) and names_person(before.lower_)


def _appositions(name: Token) -> Iterator[Token]:
    return (child for child in name.children if child.dep_ == "appos" and child.i > name.i)


def _a_person(noun: Token) -> bool:
    """Whether a common noun in the singular means one person."""
    return noun.pos_ == "NOUN" and not phrases.plural(noun) and names_person(phrases.singular(noun))
