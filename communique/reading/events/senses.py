"""Senses: whether a word that can name a deed names it here (`struck the port`, not `struck a balance`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.reading import cues
from communique.reading.events import roles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.knowledge.events import Naming

PARTICIPLES = frozenset(
    {"release", "detention", "abduction", "arrest", "killing", "capture"}
)  # told by `the jailed lawyer` too
TELLING = frozenset(
    "answer comment confirm disclose discuss elaborate give identify name provide reveal say speak".split()
)
OBJECTS = frozenset({"xcomp", "dobj", "nsubjpass"})
RULED = frozenset({"ccomp", "oprd", "acomp"})
TOLD = frozenset({"dobj", "ccomp", "dative"})
CLAUSES = frozenset({"xcomp", "ccomp"})
AIMS = frozenset({"xcomp", "advcl"})
TROUBLES = frozenset("burden concern fear pain pressure suffering tension worry".split())
AIMED = frozenset({"sanction", "tariff", "measure", "legislation", "bill", "law"})
DATING = frozenset({"DATE", "TIME"})


def in_idioms(doc: Doc) -> set[int]:
    """The words of turns of speech that tell nothing of the kind: `under fire`, `strike a balance`."""
    words = [(token.lemma_.lower(), token.i) for token in doc if token.pos_ != "DET"]
    lemmas = [lemma for lemma, _ in words]
    found: set[int] = set()
    for idiom in (phrase.split() for phrase in events.words("idioms")):
        starts = (at for at, lemma in enumerate(lemmas) if lemma == idiom[0])
        for at in starts:
            if lemmas[at : at + len(idiom)] == idiom:
                found |= {index for _, index in words[at : at + len(idiom)]}
    return found


def is_deed(verb: Token, naming: Naming) -> bool:
    """Whether a verb tells of the deed: of participles in front of a noun a few do, `declined to comment` does not."""
    if any(child.dep_ == "det" for child in verb.children):  # `THE wounded`
        return False
    if verb.dep_ in {"amod", "compound"} and naming.kind.kind not in PARTICIPLES:
        return False
    if not naming.beside and any(child.dep_ == "prt" for child in verb.children):  # `backed up by`
        return False
    if naming.kind.type == "CONCEDE" and any(_is_trouble(c) for c in verb.children if c.dep_ == "dobj"):
        return False  # `eased the crisis`: who helps gives way in nothing
    return not _means_else(verb, by_itself=not naming.beside)


def _means_else(verb: Token, *, by_itself: bool) -> bool:
    """Whether what stands with a verb gives it another sense: `was met with silence`, `prices declined`.

    by_itself: whether the verb alone names the deed; `release a report` is what it is by its object.
    """
    lemma, parts = verb.lemma_.lower(), {child.dep_ for child in verb.children}
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    told_so = any(events.other_sense(lemma, thing.lemma_.lower()) for thing in roles.undergoers(verb))
    if by_itself and (told_so or (lemma in {"board", "hold"} and _is_no_force(verb))):
        return True
    match lemma:
        case "meet" | "fly":  # `were flown to the capital`
            found = roles.is_passive(verb)
        case "demonstrate":  # `demonstrated that it works`
            found = bool(parts & TOLD)
        case "rule":  # `ruled the country`
            bound = parts & RULED or any(child.lower_ in {"against", "for", "in"} for child in verb.children)
            found = bool(objects) or not bound
        case "defend":  # `defends its people`
            found = any(c.tag_ == "PRP$" for thing in objects for c in thing.children)
        case "agree":  # `agreed that it was late`, but `agreed that they would leave`
            found = _is_opinion(verb)
        case "target":
            found = _is_aimed(verb)
        case "offer":  # `offered help to them`
            found = not (by_itself or parts & AIMS)
        case "decline" | "refuse" | "ask":
            silent = any(c.dep_ == "xcomp" and c.lemma_.lower() in TELLING for c in verb.children)
            found = silent or (lemma == "decline" and not parts & OBJECTS)
        case _:
            found = False
    return found


def _is_no_force(verb: Token) -> bool:
    """Whether nobody is kept and nothing seized: `at a fair, held in Oslo`, `he boarded his plane`."""
    if any(doer.pos_ == "PRON" for doer in roles.subjects(verb)):
        return True
    if verb.lemma_ == "board" and not roles.is_passive(verb):
        return not any(c.dep_ == "dobj" and c.lemma_.lower() in events.words("vessels") for c in verb.children)
    return verb.dep_ in {"advcl", "amod", "compound"} or any(child.lower_ == "to" for child in verb.children)


def _is_opinion(agreeing: Token) -> bool:
    """Whether people are of one mind, and bind themselves to nothing: `agreed that it was late`, `agrees with them`."""
    told = [child for child in agreeing.children if child.dep_ in CLAUSES]
    facts = [c for c in told if c.dep_ == "ccomp" and c.tag_ != "VB" and all(aux.tag_ != "MD" for aux in c.children)]
    return bool(facts) or (_prepositions(agreeing) == {"with"} and not told)


def _prepositions(verb: Token) -> set[str]:
    """The prepositions that stand with a verb."""
    return {child.lower_ for child in verb.children if child.dep_ == "prep"}


def _is_aimed(verb: Token) -> bool:
    """Whether a measure is aimed at somebody: `sanctions TARGETING officials`."""
    before = verb.doc[verb.sent.start : verb.i]
    return verb.tag_ == "VBG" and any(word.lemma_.lower() in AIMED for word in before)


def _is_trouble(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in TROUBLES or any(named.kind.kind == "crisis" for named in events.nouns_named(lemma))


def names_event(noun: Token, naming: Naming, *, carried: bool) -> bool:
    """Whether a noun names an event: `talks`, not `talk`; no `demonstration of skill`, no `request for comment`.

    carried: whether a verb carries out its deed.
    """
    if any(wanted.lower_ in TELLING for wanted in roles.behind(noun, {"for"})):
        return False
    if noun.lemma_.lower() == "demonstration" and any(child.lower_ == "of" for child in noun.children):
        return False
    if naming.kind.kind == "vote" and any(child.dep_ == "nummod" for child in noun.children):  # `won 300 votes`
        return False
    if naming.kind.scene and any(_is_figure(noun, of) for of in roles.behind(noun, {"of"})):
        return False
    if naming.kind.kind == "post" and not naming.beside:  # `said in a post`
        preposition = noun.head
        return preposition.lower_ in {"in", "on"} and preposition.head.lemma_.lower() in cues.SPEECH
    named = bool(naming.beside or naming.behind)
    return noun.lower_ not in {"talk", "call"} or named or carried


def _is_figure(noun: Token, of: Token) -> bool:
    """Whether a disaster `of` something is none: `a flood of complaints`, `the outbreak of violence`."""
    literal = of.pos_ == "PROPN" or of.ent_type_ in DATING or events.is_thing(of.lemma_.lower())
    figurative = noun.lemma_.lower() in events.words("figurative") and not literal
    return figurative or bool(events.nouns_named(of.lemma_.lower()) and noun.lemma_.lower() == "outbreak")
