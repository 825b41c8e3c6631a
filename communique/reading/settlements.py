"""Settlements: whether the words around a name tell that it is a place's, also of one that no table knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events, organisation_named, place_nouns
from communique.knowledge.countries import sites_called
from communique.knowledge.gazetteer import cities_called
from communique.knowledge.regions import region_named
from communique.knowledge.states import state_named
from communique.knowledge.titles import kind_of_noun, names_person
from communique.reading import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LOCATING = frozenset({"in", "near", "outside"})
BESIDE = frozenset({"near", "outside"})  # what hardly anything but a place is told to be
SITUATED = LOCATING | {"around", "at", "from", "of", "to"}
GOING = phrases.GOING | {"flee", "move", "rush"}
VISITING = frozenset({"leave", "reach", "tour", "visit"})
RULERS = frozenset({"governor", "mayor"})
UNSURE = frozenset({"", "GPE", "LOC", "FAC", "ORG", "PRODUCT"})  # what the recogniser calls towns that it does not know
BEFORE_OTHERS = frozenset({"compound", "det", "poss"})  # what no town has in front of it: `the Clinton WHITE HOUSE`
OVERRUN = frozenset("besiege bombard overrun recapture shell".split())
OVERRUNNING = frozenset("bombardment outskirts recapture shelling siege".split())
PHYSICAL = frozenset({"ASSAULT", "COERCE", "CONSULT", "PROTEST", "MOBILIZE", ""})


def names_deed(word: Token) -> bool:
    """Whether a word begins the name of a deed or a storm: `OPERATION Desert Shield`, `HURRICANE Dora`."""
    return word.is_title and word.lower_ in events.words("called")


def introduced(doc: Doc, start: int) -> bool:
    """Whether the words in front tell that a place is named: `the town of BRENNA`, `the Abkhaz capital SUKHUMI`."""
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if before and before[-1] in place_nouns("towns") | {"capital"}:
        return True
    return len(before) == 2 and before[1] == "of" and before[0] in place_nouns("settlements") | RULERS


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a name that nobody knows must be a place: `were shot in BRENNA`, `BRENNA, where ...`."""
    last = doc[end - 1]
    if doc[start].is_upper or organisation_named(doc[start:end].text) or kind_of_noun(last.lower_):
        return False
    if _names_a_site(last) or _in_a_state(doc, start, end):
        return True
    called = any(child.dep_ == "appos" and child.lemma_ in place_nouns("settlements") for child in last.children)
    if called or [word.lower_ for word in doc[end : end + 2]] == [",", "where"] or _is_overrun(last):
        return True
    if last.dep_ != "pobj" or last.head.i != start - 1 or names_deed(doc[start]):
        return False
    beside = [last.head.head, *doc[max(0, start - 2) : start - 1]]
    return any(_is_somewhere(word, last.head.lower_) for word in beside)


def _names_a_site(last: Token) -> bool:
    """Whether it is the name of what stands behind it: `BRENNA airport`, `the BRENNA border crossing`."""
    site = last
    while site.dep_ == "compound" and site.head.i > site.i:
        site = site.head
    between = last.doc[last.i + 1 : site.i]
    plain = all(site.is_ancestor(word) and word.dep_ in {"amod", "compound"} for word in between)
    return site.i > last.i and site.pos_ == "NOUN" and site.lemma_ in place_nouns("named_sites") and plain


def _in_a_state(doc: Doc, start: int, end: int) -> bool:
    """Whether the state or region follows that it is in: `near BRENNA, Norway`, `in BRENNA, in Norway's north`."""
    if not start or doc[start - 1].lower_ not in SITUATED or end >= len(doc) or doc[end].text != ",":
        return False
    at = end + 1 + (end + 1 < len(doc) and doc[end + 1].lower_ == "in")
    names = (doc[at:stop].text for stop in range(min(len(doc), at + 3), at, -1))
    return any(((told := state_named(name)) and not told.adjective) or region_named(name) for name in names)


def _is_overrun(name: Token) -> bool:
    """Whether it is what nobody but a place is: `shelled BRENNA`, `the shelling of BRENNA`."""
    if name.dep_ == "compound" and name.head.lemma_ in sites_called():  # `the shelling of the BRENNA market`
        name = name.head
    done_to = name.dep_ in {"dobj", "nsubjpass"} and name.head.lemma_.lower() in OVERRUN
    return done_to or (name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.lower_ in OVERRUNNING)


def _is_somewhere(word: Token, preposition: str) -> bool:
    """Whether what is `in` something with a name must be in a place: a deed, a person, a building (also `at` one)."""
    name = word.lemma_.lower()
    if preposition in BESIDE or (word.pos_ == "NOUN" and name in sites_called() and preposition in {"in", "at"}):
        return True
    if preposition != "in":
        return False
    if word.pos_ == "NOUN" and names_person(name):
        return True
    kinds = [naming.kind for naming in (*events.verbs_named(name), *events.nouns_named(name))]
    return bool(kinds) and all(kind.type in PHYSICAL and not kind.asks for kind in kinds)


def holds_or_is_visited(name: Tokens) -> bool:
    """Whether words for nobody else say that something is in a town, or somebody goes there: `signed in SFAX`."""
    last = name[-1]
    free = all(t.ent_type_ in UNSURE and (t.pos_ == "PROPN" or t.tag_ == "HYPH") for t in name)
    if not free or name.root.i != last.i or any(w.i < name.start and w.dep_ in BEFORE_OTHERS for w in last.lefts):
        return False
    while last.dep_ == "conj":
        last = last.head
    above = last.head
    inside = last.dep_ == "pobj" and (
        above.lower_ in LOCATING or (above.lower_ == "to" and above.head.lemma_.lower() in GOING)
    )
    visited = last.dep_ == "dobj" and above.lemma_.lower() in VISITING
    known = (inside or visited) and bool(cities_called(name.text))
    return known or introduced(name.doc, name.start) or is_place(name.doc, name.start, name.end)
