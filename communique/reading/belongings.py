"""Belongings: whose something is, by what is done with it or by what else the article says.

Troops are theirs who send, have or withdraw them; an election of which no state is told is one of the only state whose
elections the article speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.domain import Description, Reading
from communique.knowledge.titles import sector_of_phrase
from communique.reading import phrases
from communique.reading.page import Page
from communique.reading.scenes import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

SENDING = frozenset(
    """amass base commit deploy dispatch have keep mass mobilise mobilize move position pull redeploy remove send
    station withdraw""".split()
)
SENDINGS = frozenset(
    "build-up buildup deployment dispatch mobilisation mobilization movement presence pullout withdrawal".split()
)
VERBS = frozenset({"VERB", "AUX"})
CLIMBING = frozenset({"xcomp", "conj", "advcl", "pcomp"})
ELECTIONS = frozenset("ballot election midterm poll referendum vote".split())


def sender(scene: Scene, noun: Token, title: str) -> str | None:
    """The state whose troops, advisers or ships a noun phrase means: `Oslo SENT military advisers`."""
    if sector_of_phrase(title) != "MIL":
        return None
    token = _sender(noun)
    return scene.state(token) if token is not None else None


def _sender(noun: Token) -> Token | None:
    """The word that may name who sends what a noun means."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in SENDING:
        return _subject(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in SENDINGS:
        return next(iter(phrases.modifiers(noun.head.head)), None)
    return None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it hangs on: `OSLO is planning to send troops`."""
    while verb.pos_ in VERBS:
        found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if found is not None or verb.dep_ not in CLIMBING:
            return found
        verb = verb.head
    return None


def elections(page: Page, reading: Reading, told: Sequence[Description]) -> Iterator[Description]:
    """The state of each election of which none is told, where the article speaks of the elections of only one."""
    states = {
        state.country.alpha3: block.passage(tree, [word, *(tree.doc[word.i + 1 : token.i + 1])])
        for block, tree in page.trees()
        for token in tree.doc
        if token.lemma_.lower() in ELECTIONS
        for word in phrases.modifiers(token)
        if (state := phrases.state(word))
    }
    placed = {d.mention for d in told if d.country or d.of is not None}
    for index, mention in enumerate(reading.mentions):
        if len(states) == 1 and mention.type == "election" and mention.form != "pronoun" and index not in placed:
            ((country, evidence),) = states.items()
            yield Description(mention=index, country=country, evidence=evidence)
