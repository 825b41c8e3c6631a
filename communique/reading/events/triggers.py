"""Triggers: the words that name a deed or happening, and the verb that carries it out (`HELD talks`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge import agency_named, events, outlet_named
from communique.knowledge.events import DEPTH, OUTLET, PERSON, THING, EventKind, Naming
from communique.reading.events import roles, senses
from communique.reading.events.roles import VERBAL
from communique.reading.phrases import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.reading.events.cast import Cast

NOUNS = frozenset({"NOUN", "PROPN"})
BESIDE = frozenset(
    {"prt", "prep", "advmod", "dobj", "acomp", "oprd", "attr", "dative", "xcomp", "agent", "neg", "advcl"}
)
CARRYING = frozenset({
    ("arrive", "for"), ("carry", "out"), ("engage", "in"), ("gather", "for"), ("go", "on"), ("join", "in"),
    ("meet", "for"), ("participate", "in"), ("preside", "over"), ("proceed", "with"), ("sit", "for"), ("take", "in"),
})  # fmt: skip
OCCASIONS = frozenset({"summit", "election"})  # kinds that can have names of their own
UNSURE = frozenset({"", "NORP", "GPE"})  # what the parser takes many a surname for
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
FAR = frozenset({"not", "responsible", "accountable"})  # words of a verb's name that the parser may hang elsewhere
TERMS = frozenset({"day", "hour", "week"})  # in which somebody has to go
SALVOS = frozenset({"barrage", "fire", "round", "salvo", "volley"})  # of the weapon that stands in front: `mortar fire`
WATERS = frozenset({"ocean", "sea", "water"})  # into which what is only tested falls
TARGETS = frozenset(
    {"in", "inside", "into", "near", "on", "onto", "outside", "through"}
)  # behind which a weapon's stands
MEDIA = frozenset(
    "abc broadcaster chronicle courier daily gazette herald journal magazine mirror news newspaper observer post radio "
    "sentinel standard telegraph television times tribune tv".split()
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, the words that belong to the name, and what it names.

    carrier: the verb that carries out or tells of the noun's deed, where there is one.
    """

    token: Token
    words: tuple[Token, ...]
    kind: EventKind
    carrier: Token | None = None
    is_verb: bool = False

    @property
    def name(self) -> tuple[Token, ...]:
        """The words that name it as they stand together: the whole name, or its head where others stand between."""
        together = self.words[-1].i - self.words[0].i < len(self.words)
        return self.words if together else (self.token,)

    @property
    def verb(self) -> Token | None:
        """The verb whose subject and tense are the event's."""
        return self.token if self.is_verb else self.carrier


def find(doc: Doc, cast: Cast) -> list[Trigger]:
    """The triggers of a tree in text order; a verb that only carries out a noun's deed is none, nor are its words."""
    idle = senses.in_idioms(doc)
    named = (trigger for token in doc if token.i not in idle for trigger in _named(token))
    found = [trigger for trigger in named if not _is_part_of_a_name(trigger, cast)]
    carriers = {t.carrier.i for t in found if t.carrier is not None}
    taken = {word.i for t in found if t.is_verb for word in t.words if word.i != t.token.i}

    def counts(trigger: Trigger) -> bool:
        if trigger.is_verb:
            return trigger.token.i not in carriers or len(trigger.words) > 1
        return trigger.token.i not in taken

    return [trigger for trigger in found if counts(trigger)]


def _named(token: Token) -> Iterator[Trigger]:
    lemma = _lemma(token)
    if (strike := _strike(token)) is not None:
        yield strike
    elif _is_verb(token):
        for naming in events.verbs_named(lemma):
            beside = _beside(token, naming)
            if beside is not None and senses.is_deed(token, naming):
                words = tuple(sorted((token, *beside), key=lambda t: t.i))
                yield Trigger(token, words, naming.kind, is_verb=True)
                return
    elif token.pos_ in NOUNS and token.dep_ not in {"compound", "nmod"}:
        for naming in events.nouns_named(lemma):
            front = _in_front(token, naming)
            carrier = _carrier(token)
            if carrier is not None and not carries(carrier, naming.kind):
                carrier = None
            if front is not None and senses.names_event(token, naming, carried=carrier is not None):
                yield Trigger(token, front, naming.kind, carrier)
                return


def _strike(verb: Token) -> Trigger | None:
    """The attack that a weapon makes on something: `a DRONE hit the station`, `MORTAR fire fell on it`."""
    if verb.pos_ not in VERBAL or verb.lemma_.lower() not in events.words("striking"):
        return None
    targets = {word.lemma_.lower() for word in roles.undergoers(verb) or roles.behind(verb, TARGETS)}
    for doer in roles.subjects(verb) if targets - WATERS else ():
        salvo = (*doer.lefts, *roles.behind(doer, {"of"})) if doer.lemma_.lower() in SALVOS else ()
        kind = next(filter(None, (events.strike_by(word.lemma_.lower()) for word in (doer, *salvo))), None)
        if kind is not None:
            return Trigger(verb, tuple(sorted((doer, verb), key=lambda t: t.i)), kind, is_verb=True)
    return None


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb; in a headline the parser takes many a one for a name (`Diplomats Meet Amid Row`)."""
    if token.pos_ in VERBAL:
        return token.dep_ not in {"aux", "auxpass"} and not _is_in_a_list(token)
    heads = token.dep_ == "ROOT" and any(child.dep_ in {"nsubj", "dep"} for child in token.lefts)
    return heads and token.pos_ == "PROPN" and bool(events.verbs_named(token.lower_))


def _is_in_a_list(token: Token) -> bool:
    """Whether a noun is taken for a verb that nothing joins to the one before: `impose bans and asset FREEZES`."""
    alone = not any(child.dep_ in SUBJECTS for child in token.children)
    return token.tag_ == "VBZ" and token.dep_ == "conj" and alone and token.nbor(-1).pos_ in NOUNS


def _lemma(token: Token) -> str:
    """The lemma in small letters; of a noun taken for a name (`Talks` in a headline) the one that the table knows."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and not events.nouns_named(lemma) and events.nouns_named(lemma.removesuffix("s")):
        return lemma.removesuffix("s")
    return lemma


def _beside(verb: Token, naming: Naming) -> list[Token] | None:
    """The words of the verb's name besides itself; None where one is missing."""
    found: list[Token] = []
    near = [child for child in verb.children if child.dep_ in BESIDE]
    if naming.beside and (roles.is_passive(verb) or not any(c.dep_ == "dobj" for c in near)):
        near += roles.undergoers(verb) or roles.subjects(verb)  # `the DEAL was signed`, `the BORDER will open`
    near += [part for whole in near if _is_part(whole) for part in roles.behind(whole, ("of", "in"))]
    for word in naming.beside:
        match = next((c for c in near if _is(c, word)), None)
        if match is None and word == "for":
            match = _clause_mark(verb)
        if match is None:
            match = _far(verb, word)
        if match is None:
            return None
        found.append(match)
        near += [*roles.governed(match), *(c for c in match.children if c.dep_ == "dobj")]  # `removed from OFFICE`
    return [] if naming.beside[-1:] in {(OUTLET,), (PERSON,)} else found


def _far(verb: Token, word: str) -> Token | None:
    """A word of a verb's name that the parser may hang elsewhere: `gave the envoy 48 HOURS to LEAVE`."""
    behind = (t for t in verb.subtree if t.i > verb.i)
    if word in TERMS:
        return next(
            (t for t in behind if t.lemma_ == word and (t.i + 1 == t.sent.end or t.nbor().lower_ == "to")), None
        )
    if word == "leave":
        return next(
            (t for t in behind if t.lower_ == word and t.nbor(-1).lower_ == "to" and t.nbor(-2).lemma_ in TERMS), None
        )
    return next((t for t in behind if t.lower_ == word), None) if word in FAR else None


def _is_part(whole: Token) -> bool:
    """Whether an object tells how many or how much: `withdrew MOST of its troops`."""
    counts = whole.pos_ != "NOUN" or whole.lemma_.lower() in events.words("counting")
    counts |= any(child.pos_ == "NUM" for child in whole.children)  # `60 million EUROS in aid`
    return whole.dep_ in {"dobj", "nsubjpass"} and counts


def _clause_mark(verb: Token) -> Token | None:
    """The `for` of a clause that tells what is to be done: `pressed FOR them to leave`."""
    clauses = (child for child in verb.children if child.dep_ in {"advcl", "ccomp", "xcomp"})
    return next((t for c in clauses for t in c.children if t.dep_ == "mark" and t.lower_ == "for"), None)


def _is(child: Token, word: str) -> bool:
    if word == OUTLET:
        names = [c.text for c in child.lefts if c.dep_ == "compound"]
        named = " ".join((*names, child.text))
        return child.lower_ in MEDIA or (outlet_named(named) is not None and agency_named(named) is None)
    if word == DEPTH:
        return child.lemma_.lower() in events.words("depths")
    if word == PERSON:
        renamed = any(
            c.dep_ in {"oprd", "attr", "ccomp", "xcomp", "acomp", "prt"} or c.lower_ in {"what", "which"}
            for c in child.head.children
        )
        somebody = child.ent_type_ == PERSON or (child.pos_ == "PROPN" and child.ent_type_ in UNSURE)
        return child.dep_ == "dobj" and somebody and not renamed
    dated = any(c.dep_ == "pobj" and c.ent_type_ in senses.DATING for c in child.children)
    if child.dep_ == "prep" and word != "until" and dated:
        return False
    return word in {child.lower_, child.lemma_.lower()} or (word == "to" and _is_infinitive(child))


def _is_infinitive(verb: Token) -> bool:
    offered = verb.dep_ == "advcl" and verb.head.lemma_ == "offer"  # `offered last week TO HOST them`
    return (offered or verb.dep_ == "xcomp") and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_part_of_a_name(trigger: Trigger, cast: Cast) -> bool:
    """Whether the word is a month's or a body's name: `March`, `the Solar Probe`."""
    token = trigger.token
    if token.ent_type_ in senses.DATING:
        return trigger.kind.kind not in OCCASIONS
    index = cast.mention(token)
    named = index is not None and token.pos_ == "PROPN" and cast.reading.mentions[index].form == "named"
    return named and trigger.kind.kind not in OCCASIONS


def _in_front(noun: Token, naming: Naming) -> tuple[Token, ...] | None:
    """The words of the noun's name, itself included; None where one is missing."""
    start = noun.i - len(naming.beside)
    front = noun.doc[max(start, 0) : noun.i]
    if start < 0 or not all(_stands_for(t, w) for t, w in zip(front, naming.beside, strict=True)):
        return None
    return (*front, noun) if _is_followed(noun, naming.behind) else None


def _is_followed(noun: Token, words: tuple[str, ...]) -> bool:
    """Whether a preposition follows a noun, and behind it, where one is told, a certain noun."""
    if not words:
        return True
    preposition, *wanted = words
    found = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == preposition]
    return any(not wanted or thing.lemma_.lower() in wanted for c in found for thing in roles.governed(c) or [c])


def _stands_for(token: Token, word: str) -> bool:
    if word == THING:
        return events.is_thing(token.lemma_.lower())
    return word in {token.lower_, token.lemma_.lower()}


def _carrier(noun: Token) -> Token | None:
    """The verb that carries out the noun's deed, or tells that it came about."""
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in NOUNS and head.dep_ != "conj":
        return _carrier(head)
    if dep == "pobj" and head.dep_ == "prep":
        counts = head.lower_ == "of" and head.head.lemma_.lower() in events.words("counting")
        return _carrier(head.head) if counts else _behind_preposition(head)
    carries = dep in {"dobj", "nsubjpass"} and head.lemma_.lower() in events.words("carriers")
    renamed = head.lemma_ == "call" and any(child.lower_ == "the" for child in noun.children)
    if carries and dep == "dobj" and (renamed or any(child.dep_ in {"oprd", "acomp"} for child in head.children)):
        return None  # `called the launch deplorable`
    happens = dep == "nsubj" and head.lemma_.lower() in events.words("happening")
    return head if head.pos_ in VERBAL and (carries or happens) else None


def _behind_preposition(preposition: Token) -> Token | None:
    """The verb that carries out a deed behind a preposition: `engaged in talks`, `gave two million in aid`."""
    verb = preposition.head
    if preposition.lower_ == "in" and verb.dep_ == "dobj" and verb.head.lemma_.lower() in events.words("carriers"):
        return verb.head
    return verb if (verb.lemma_.lower(), preposition.lower_) in CARRYING else None


def carrier_behind(trigger: Trigger) -> Token | None:
    """The verb of a clause that describes the noun and carries out its deed: `sanctions IMPOSED by Norland`."""
    for child in trigger.token.children:
        named = child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in events.words("carriers")
        if named and carries(child, trigger.kind):
            return child
    return None


def carries(verb: Token, kind: EventKind) -> bool:
    """Whether a verb can carry out a deed of this kind: who addresses or calls an attack something does not attack."""
    return kind.type not in FORCE or verb.lemma_.lower() not in events.words("convening")
