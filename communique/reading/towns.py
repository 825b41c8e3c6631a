"""Towns: names borne by a town of one of the states that an article tells of, whatever the recogniser takes them for.

Tables of towns hold most surnames and many a common word; a town in a state that the article names is meant far more
often than not, unless the word is part of a longer name, or somebody in the article is called so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from communique.domain import Mention
from communique.knowledge import leaders_called, organisation_named, place_nouns
from communique.knowledge.gazetteer import cities_called, state_of_place
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.titles import titles_of_names
from communique.reading.page import Page
from communique.reading.settlements import LOCATING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST = 4  # words
SHORTEST = 4  # characters
PARTICLES = frozenset("al da de del do dos el la las los of on san upon".split())


def told_of(page: Page, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The towns of the states that some mentions name, in text order, none over another."""
    named = list(mentions)
    states = {code for m in named if m.type in {"state", "place"} and (code := state_of_place(m.span.text))}
    people = {word for m in named if m.type == "person" and " " in m.span.text for word in m.span.text.split()}
    taken = {at: m for m in named for at in range(m.span.start, m.span.end)}
    found = [(block, tree, words) for block, tree in page.trees() for words in _towns(tree.doc, states, people)]
    doing = {words.text for _, _, words in found if _does(words)}
    for block, tree, words in found:
        span = block.passage(tree, list(words))
        rivals = [m for at in range(span.start, span.end) if (m := taken.get(at))]
        alone = not rivals and (len(words) > 1 or _is_in(words))
        fits = alone or (rivals and all(span.covers(m.span) and _gives_way(m, words) for m in rivals))
        if fits and words.text not in doing:
            yield Mention(span=span, type="place", form="named")


def _does(town: Tokens) -> bool:
    """Whether something is told to be done by it: what no town does but the seat of a government."""
    done = town.root.dep_ == "nsubj" and town.root.head.pos_ == "VERB"
    return done and seated_in(town.text) is None


def _gives_way(mention: Mention, town: Tokens) -> bool:
    """Whether what is named is rather the town: a lone word for a person only where somebody is in it."""
    if mention.type == "person":
        return " " not in mention.span.text and _is_in(town)
    return mention.type in {"org", "group", "place"}


def _is_in(town: Tokens) -> bool:
    """Whether something is said to be in, near or outside it."""
    return town.root.dep_ == "pobj" and town.root.head.lower_ in LOCATING


def _towns(doc: Doc, states: Collection[str], people: Collection[str]) -> Iterator[Tokens]:
    at = 0
    while at < len(doc):
        words = _town_at(doc, at, states) if _may_begin(doc[at], people) else None
        if words is not None:
            yield words
        at = words.end if words is not None else at + 1


def _may_begin(word: Token, people: Collection[str]) -> bool:
    named = word.is_title and (word.pos_ == "PROPN" or bool(word.ent_type_))
    whose = word.text in people or bool(leaders_called(word.text)) or word.lower_ in titles_of_names()
    return named and not whose and not (word.i and _goes_on(word.nbor(-1)))


def _goes_on(word: Token) -> bool:
    """Whether a word beside a name is written together with it: a capitalised one that is no state's."""
    return word.pos_ == "PROPN" and word.is_title and state_named(word.text) is None


def _town_at(doc: Doc, at: int, states: Collection[str]) -> Tokens | None:
    for end in range(min(len(doc), at + LONGEST), at, -1):
        words = doc[at:end]
        whole = all(word.is_title or word.text in PARTICLES for word in words) and words[-1].is_title
        free = end == len(doc) or not _goes_on(doc[end]) or doc[end].lower_ in place_nouns("named_sites")
        if not (whole and free) or len(words.text) < SHORTEST or organisation_named(words.text):
            continue
        if any(city.country in states for city in cities_called(words.text)):
            return words
    return None
