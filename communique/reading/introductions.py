"""Introductions: names told by the words beside them, whatever the recogniser takes them for, or where it finds none.

`their counterpart, Mahamat DOUNGOUS`, `Foreign Minister GÁBOR Szentes`, `DOUNGOUS, the foreign minister`: persons.
`the rights group SAHEL WATCH`: an organisation. `were shot in BRENNA`, `a camp in BRENNA`: a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.knowledge import place_name
from communique.knowledge.countries import sites_called
from communique.knowledge.names import borne_by_women
from communique.knowledge.states import state_named
from communique.knowledge.titles import courtesies, kind_of_noun, means_bodies_too, names_person, titles_of_names
from communique.knowledge.words import commonness
from communique.reading import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from communique.domain import ActorType

CALLED: dict[ActorType, ActorType] = {"group": "org", "office": "org", "org": "org", "party": "party"}
PAPERS = frozenset({"daily", "weekly"})
HYPHENS = frozenset("-‐‑–")
LONGEST = 5  # words of a person's name
AGE = 2  # digits


def told(doc: Doc, start: int, end: int) -> ActorType | None:
    """What the words beside a name of some tokens tell it to be: a person or a body; None where they do not tell."""
    if _titled(doc, start) or _leads(doc, start, end) or _aged(doc, start, end):
        return "person"
    if not _has_article(doc, start) and (_given(doc[start:end]) or _described(doc[start:end])):
        return "person"
    name = doc[start:end].root
    before = doc[start - 1] if start else name
    if before.lower_ in PAPERS or _a_body_beside(name):
        return "org"
    joined = before in {name.head, *name.children} or end - start > 1  # `the party Berg joined` is not called Berg
    called = joined and before.pos_ == "NOUN" and not phrases.plural(before)
    return CALLED.get(kind) if called and (kind := phrases.kind(before)) else None


def is_person(doc: Doc, start: int, end: int) -> bool:
    """Whether a full name is surely a person's: by a noun for one right before or beside it, or by its first name."""
    before = doc[start - 1] if start else None
    if before is not None and before.is_title and before.lower_ in courtesies():
        return True
    titled = before is not None and before.pos_ in phrases.NOUNS and names_person(before.lower_)
    return titled or _described(doc[start:end]) or borne_by_women(doc[start].text) is not None


def _aged(doc: Doc, start: int, end: int) -> bool:
    """Whether an age stands behind a full name: `Ann Lee, 57, said`."""
    behind = [token.text for token in doc[end : end + 3]]
    return end - start > 1 and behind[::2] == [",", ","] and behind[1].isdecimal() and len(behind[1]) <= AGE


def _has_article(doc: Doc, start: int) -> bool:
    """Whether an article stands right before a name, as it does before no person's: `the MARIA BELLA`."""
    return start > 0 and doc[start - 1].tag_ == "DT"


def _given(name: Tokens) -> bool:
    """Whether a name of two to four words begins with one that is given to women or to men: `GÁBOR Szentes`.

    What ends in a plural or in a noun for a place or a body is called after somebody (`Victoria STATION`), and so is
    what has only the end of a compound (`Dodd-FRANK Act`).
    """
    words = [token.text for token in name]
    plain = all(word.isalpha() and word.istitle() for word in words)
    if not plain or not 1 < len(words) < LONGEST or borne_by_women(words[0]) is None:
        return False
    last, whole = words[-1].lower(), name.start == 0 or name.doc[name.start - 1].text not in HYPHENS
    many = name[-1].tag_ == "NNPS" and (commonness(last.removesuffix("s")) or place_name(words[0]))  # no `Tavares`
    return whole and not many and last not in sites_called() and kind_of_noun(last) is None


def _described(name: Tokens) -> bool:
    """Whether a noun for a person stands beside a name with nothing but a comma between them."""
    last = name.root
    if any(_a_person(child) for child in _appositions(last)):
        return True
    return last.dep_ == "appos" and _a_person(last.head) and not phrases.possessor(last)


def _a_body_beside(name: Token) -> bool:
    """Whether a name follows the noun for a state's body behind a comma: `the Peruvian coast guard, GUARDAMAR`."""
    noun = name.head
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    beside = name.dep_ == "appos" and before.text == "," and noun.pos_ == "NOUN" and phrases.definite(noun)
    return beside and not phrases.plural(noun) and CALLED.get(phrases.kind(noun) or "person") == "org"


def persons(doc: Doc) -> Iterator[tuple[int, int]]:
    """The names of persons that are no entities but are introduced as persons, as half-open ranges of tokens."""
    for last in doc:
        if not _could_be(last):
            continue
        start = whole(doc, last.i, last.i + 1)
        if told(doc, start, last.i + 1) == "person":
            yield start + _leads(doc, start, last.i + 1), last.i + 1


def whole(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins whose last words are known."""
    last = doc[end - 1]
    while start and borne_by_women(doc[start].text) is None and end - start < LONGEST and _joined(doc[start - 1], last):
        start -= 1
    return start


def _could_be(last: Token) -> bool:
    """Whether a word can be the last of a name; what the tagger takes for an adjective only as a subject."""
    if last.dep_ == "compound" or last.ent_type_ or not last.is_title or _is_title(last):
        return False
    return last.pos_ == "PROPN" or (last.pos_ == "ADJ" and last.dep_ in phrases.SUBJECTS and last.is_sent_start is True)


def begins_title(doc: Doc, at: int) -> bool:
    """Whether a word and the next are of a title, so that no name of a body ends between them: `FOREIGN Minister`."""
    return of_two_fields(doc, at) or (
        at + 1 < len(doc) and all(word.is_title and _is_title(word) for word in doc[at : at + 2])
    )


def of_two_fields(doc: Doc, at: int) -> bool:
    """Whether a word is the first or second field of one title, which names no body: `INDUSTRY and TRADE Minister`."""
    first = at - 2 if at > 1 and doc[at - 1].pos_ == "CCONJ" else at
    words = doc[first : first + 4]
    if len(words) < 4 or words[1].pos_ != "CCONJ" or not all(words[i].is_title for i in (0, 2, 3)):
        return False
    return _is_title(words[3]) and not _is_title(words[2])


def _joined(word: Token, last: Token) -> bool:
    named = word.pos_ == "PROPN" and word.dep_ == "compound" and word.is_title and word.ent_type_ in {"", "PERSON"}
    if not named or _is_title(word) or is_adjective(word):
        return False
    return last.i >= word.head.i > word.i and last.is_ancestor(word)


def is_adjective(word: Token) -> bool:
    """Whether a word is a state's adjective: `Peruvian`."""
    state = state_named(word.text)
    return state is not None and state.adjective


def _is_title(word: Token) -> bool:
    return word.lower_.rstrip(".") in titles_of_names()


def _titled(doc: Doc, start: int) -> bool:
    """Whether a noun for a person, or a courtesy, stands right before a name: `Minister`, no adjective (`Foreign`)."""
    before = doc[start - 1] if start else None
    if before is None or not before.is_title or not _is_title(before):
        return False
    courtesy = before.lower_ in courtesies() and not names_person(doc[start].lower_)  # `Madam Speaker`
    return courtesy or names_person(before.lower_)


def _leads(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence begins with a noun for a person before a first and a last name: `NURSE Claire Dumas`."""
    first, rest = doc[start], doc[start + 1 : end]
    if not (first.is_sent_start and names_person(first.lower_)) or len(rest) < 2:
        return False
    last = rest[-1].lower_
    plain = all(word.is_title and word.is_alpha and not _is_title(word) for word in rest)
    return plain and last not in sites_called() and kind_of_noun(last) is None


def _appositions(name: Token) -> Iterator[Token]:
    return (child for child in name.children if child.dep_ == "appos" and child.i > name.i)


def _a_person(noun: Token) -> bool:
    """Whether a common noun in the singular means one person, and could mean no body: `minister`, not `rival`."""
    lemma = phrases.singular(noun)
    singly = noun.pos_ == "NOUN" and not phrases.plural(noun) and phrases.kind(noun) not in CALLED  # no `coast guard`
    return singly and names_person(lemma) and not means_bodies_too(lemma)
