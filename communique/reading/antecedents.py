"""Antecedents: the persons that a noun phrase or a pronoun stands for, within one article.

`the foreign minister` is the last person introduced with that title, `his Russian counterpart` another person than the
one last spoken of, `both diplomats` the two persons named most often so far. Where nothing fits, nobody is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.knowledge import leaders_called
from communique.knowledge.states import state_named
from communique.reading.page import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLE_PARTS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
KINDS = {  # what a general word can stand for, beside itself
    "leader": frozenset("president premier chancellor king queen emir chairman minister ruler dictator".split()),
    "ruler": frozenset("president king queen emir leader dictator".split()),
    "diplomat": frozenset("minister secretary ambassador envoy negotiator commissioner".split()),
    "official": frozenset("minister secretary ambassador envoy director chief commissioner".split()),
    "politician": frozenset("president premier minister senator lawmaker leader deputy candidate".split()),
    "billionaire": frozenset({"businessman", "investor"}),
    "lawmaker": frozenset("senator congressman congresswoman representative deputy legislator".split()),
}
PLURAL_PERSONS = frozenset(
    """ambassador candidate chief counterpart delegate diplomat envoy governor head king lawmaker leader man minister
    negotiator official politician premier president rival secretary senator side woman""".split()
)
COUNTED = frozenset({"both", "two", "pair", "duo"})


FEMALE = frozenset(
    """
    actress baroness chairwoman congresswoman daughter duchess empress granddaughter grandmother her herself hers lady
    miss mother mrs ms niece princess queen she sister spokeswoman widow wife woman""".split()
)
MALE = frozenset(
    """
    baron brother chairman congressman duke emperor father grandfather grandson he him himself his husband king man
    mr nephew prince sir son spokesman widower""".split()
)


FORMER = frozenset({"ex", "former", "late", "onetime", "ousted", "outgoing", "then"})


@dataclass(slots=True)
class Person:
    """A person of the article as known so far: the words around the name, the places where they are named.

    female: what a title or the first pronoun tells, None before.
    """

    titles: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    female: bool | None = None

    def agrees(self, pronoun: str) -> bool:
        """Whether a pronoun can stand for the person; the first one that does settles it."""
        if self.female is None:
            self.female = pronoun in FEMALE
        return self.female == (pronoun in FEMALE)

    def named(self, word: Word) -> None:
        """Take note of the words around a name at whose head a word stands."""
        self.places.append(word.at)
        head = word.token
        if self.female is None and len(sexes := {leader.sex for leader in leaders_called(head.text)}) == 1:
            self.female = sexes == {"f"}
        around = [t for child in head.children if child.dep_ in TITLE_PARTS for t in child.subtree]
        around += [child for child in head.children if child.dep_ == "appos"]
        if head.dep_ == "appos":
            around += [head.head, *(c for c in head.head.children if c.dep_ in TITLE_PARTS)]
        self.titles |= {t.lemma_.lower() for t in around if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        self.female = next((False for t in self.titles & MALE), next((True for t in self.titles & FEMALE), self.female))
        self.states |= {state.country.alpha3 for t in around if (state := state_named(t.text))}


def meant(word: Word, persons: list[Person], focus: Person | None) -> list[Person]:
    """The persons that the noun phrase with this head stands for; none where it cannot be told."""
    head = word.token
    lemma = head.lemma_.lower()
    if head.tag_ in {"NNS", "NNPS"} or lemma in COUNTED:
        return _pair(head, persons)
    if not _definite(head):
        return []
    states = {s.country.alpha3 for c in head.children if (s := state_named(c.text))}
    past = bool({c.lemma_.lower() for c in head.children} & FORMER)
    introduced = [p for p in persons if p.places and bool(p.titles & FORMER) == past]
    others = [p for p in introduced if p is not focus] if lemma == "counterpart" else introduced
    fitting = [p for p in others if not states or states & p.states]
    if lemma == "counterpart":
        fitting = fitting if states else [p for p in others if p.titles]
    else:
        names = {lemma} | KINDS.get(lemma, frozenset())
        only = fitting if states and len(fitting) == 1 and not fitting[0].titles else []
        fitting = [p for p in fitting if names & p.titles] or only
    return [max(fitting, key=lambda p: p.places[-1])] if fitting else []


def _pair(head: Token, persons: list[Person]) -> list[Person]:
    """The two persons named most often so far, where the words count two persons."""
    below = [t for child in head.children if child.lower_ == "of" for t in child.children]
    nouns = {t.lemma_.lower() for t in (head, *below) if t.pos_ in {"NOUN", "PROPN"}}
    counted = {t.lower_ for t in (head, *head.children)} & COUNTED
    persons = [p for p in persons if p.places]
    if len(persons) < 2 or not counted or (nouns and not nouns & PLURAL_PERSONS):
        return []
    return sorted(persons, key=lambda p: (-len(p.places), p.places[0]))[:2]


def _definite(head: Token) -> bool:
    """Whether the phrase points at somebody known: `the minister`, `his counterpart`, `Russia's leader`."""
    return any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in head.children)
