"""Acts: what saying something does (an accusation, a request, a promise), by the cue and the words themselves.

`Said` does nothing by itself; then the words do where they are said in the first person (`we call on them to go`), ask
something of others (`the troops must leave`) or threaten (`if they come, we will answer`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.reading.events.roles import FIRST_PERSONS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.domain import Attribution
    from communique.reading.page import Page

DEEDS = events.SPOKEN | {"CONCEDE"}
CLAUSE = frozenset({"xcomp", "ccomp"})
DOUBTS = frozenset({"whether", "if"})
DUTIES = frozenset({"must", "should", "ought"})
NOBODY = FIRST_PERSONS | {"it", "there", "this", "that", "what", "which"}
CRITICAL = frozenset({"critical", "scathing", "dismissive"})  # `was critical of the plan`


def act(page: Page, attribution: Attribution) -> str | None:
    """PLOVER root of what an attribution's words do; None where they only tell."""
    if attribution.cue is None:
        return None
    cue = [word.token for word in page.block_at(attribution.cue.start).words(attribution.cue)]
    if any(token.dep_ == "neg" for token in cue):
        return None
    found = next((deed for deed in map(_named, cue) if deed), None)
    if found == "AGREE" and any(_is_finite(token) for token in cue):
        found = None  # who agrees that it is late promises nothing
    if found == "THREATEN" and not attribution.addressees and not _asks_of_another(cue):
        return None  # who warns nobody (`warned that rain would come`) foretells
    if found is not None:
        return found
    first = attribution.content[0]
    return _done([word.token for word in page.block_at(first.start).words(first)])


def _named(token: Token) -> str | None:
    """The deed that a word of the cue names."""
    if token.lower_ in CRITICAL:
        return "ACCUSE"
    lemma = token.lemma_.lower()
    near = {child.lower_ for child in token.children} | {child.lemma_.lower() for child in token.children}
    if token.i + 1 < len(token.doc):
        near.add(token.nbor(1).lower_)
    named = events.verbs_named(lemma) if token.pos_ in VERBAL else events.nouns_named(lemma)
    for naming in named:
        if not naming.kind.asks and naming.kind.type in DEEDS and {*naming.beside, *naming.behind} <= {*near}:
            return naming.kind.type
    return None


def _is_finite(verb: Token) -> bool:
    """Whether a verb of agreement governs a clause about what is, not an infinitive."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    return verb.lemma_.lower() == "agree" and bool(clauses) and not any(c.tag_ == "VB" for c in clauses)


def _asks_of_another(cue: list[Token]) -> bool:
    """Whether the cue's verb has an infinitive or somebody as its object: `warned Norland to stay out`."""
    return any(child.dep_ in {"dobj", "xcomp"} for token in cue for child in token.children)


def _done(words: list[Token]) -> str | None:
    """What words do by being said, told from their first main clause."""
    inside = {token.i for token in words}
    verbs = [token for token in words if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}]
    verb = next((v for v in verbs if v.head.i not in inside or v.head.i == v.i), None)
    if verb is None:
        return None
    if any(child.dep_ == "mark" and child.lower_ in DOUBTS for child in verb.children):
        return None
    subjects = [child.lower_ for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg"}}
    if not subjects:
        return None
    if subjects[0] in FIRST_PERSONS:
        return _first_person(verb, helpers)
    bound = helpers & DUTIES and "have" not in helpers  # `must have left` is a guess
    return "REQUEST" if bound and subjects[0] not in NOBODY else None


def _first_person(verb: Token, helpers: set[str]) -> str | None:
    """`We condemn`, `we want them to go`."""
    lemma = verb.lemma_.lower()
    denied = bool(helpers & {"not", "n't", "n’t", "never"})
    if lemma in {"want", "need"} and not denied:
        wanted = (child for child in verb.children if child.dep_ in CLAUSE)
        return (
            "REQUEST" if any(c.dep_ == "nsubj" and c.lower_ not in NOBODY for v in wanted for c in v.children) else None
        )
    return _named(verb) if verb.tag_ == "VBP" and not denied else None
