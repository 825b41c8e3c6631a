"""Anaphora: what noun phrases stand for, given what an article has spoken of so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import ActorType
from communique.knowledge import organisation_named, place_name, place_nouns
from communique.knowledge.states import state_named
from communique.knowledge.titles import female, general_words, male, stands_for
from communique.reading import antecedents, phrases
from communique.reading.antecedents import COUNTED, PERSONS, Phrase, Referent
from communique.reading.discourse import RECENT, Discourse, family
from communique.reading.phrases import BE, COUNTRIES, SUBJECTS
from communique.reading.spots import Spot

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKING = frozenset(  # somebody as something
    """acknowledge appoint choose consider denounce describe elect hail inaugurate install introduce name nominate pick
    recognise recognize regard see select view""".split()
)
SUPPORT = ("supporter", True)
SUPPORTERS = frozenset("backer base camp fan follower loyalist supporter".split())
SIDE = "side"
OF_STATES = frozenset("capital delegation government neighbor neighbour".split())  # of which two are two states
HOMELAND = "homeland"
HEADS = frozenset("chancellor emir king premier president queen".split())  # whom their people call by the office alone
MINISTER = "minister"
BLOC = "bloc"
CAPITAL = "capital"
ACTING = 60  # how present what acts in a sentence is
GOVERNMENT = "government"
GOVERNMENTS = frozenset({GOVERNMENT, "administration", "regime"})
RULERS = frozenset("authority leader ruler".split())  # in the plural, a government
GENERAL = frozenset("child human man one other people person woman".split())  # in the plural, anybody
ANYBODY = frozenset("man person woman".split())
YOUNG = frozenset("baby boy child daughter girl infant kid lad schoolboy schoolgirl son teenager toddler".split())
AGREEMENTS = frozenset("accord agreement deal pact treaty".split())
PLAIN = frozenset("historic international landmark multilateral original".split())  # of any agreement
FIRMS = frozenset("airline automaker bank carmaker company corporation firm maker manufacturer".split())


def nominal(told: Discourse, spot: Spot) -> Referent:
    """What a noun phrase stands for, something new where it cannot be told."""
    phrase = Phrase.of(spot.head.token)
    owner = _owner(told, spot, phrase)
    key = _key(phrase, owner)
    referent = _joined(told, spot, phrase) or _people(told, phrase)
    if not spot.quoted and not told.is_explained(spot):
        referent = (
            referent
            or _role(told, spot, phrase, key, owner)
            or _two(told, spot, phrase)
            or _country(told, spot, phrase, owner)
        )
        referent = referent or _kind(told, spot, phrase)
    referent = referent or _repeated(told, phrase, key, owner)
    referent = referent or _introduced(told, spot, phrase) or _ruled(told, spot, phrase)
    if referent is None:
        referent = told.new(spot.mention.type, plural=phrase.plural or spot.mention.type == "group")
        referent.states |= phrase.states if spot.mention.type == "person" else set()
        referent.female = phrase.lemma in female() if phrase.lemma in female() | male() else None
        referent.young = phrase.lemma in YOUNG
        if phrase.counted and spot.mention.type in {"person", "group"} and not spot.titled:
            told.pairs.append(referent)
        if phrase.lemma == "counterpart" and not phrase.plural:
            told.counterparts.append((referent, owner if isinstance(owner, Referent) else None))
    if not referent.parts:
        told.phrases[key].append((phrase, owner, spot.number))
    return referent


def _key(phrase: Phrase, owner: object) -> tuple[str, bool]:
    """By what a phrase is found again: its lemma and number, of words for one thing only one of them."""
    if phrase.lemma in GOVERNMENTS:
        return GOVERNMENT, phrase.plural
    if phrase.lemma in SUPPORTERS and owner is not None:
        return SUPPORT
    return phrase.lemma, phrase.plural


def _joined(told: Discourse, spot: Spot, phrase: Phrase) -> Referent | None:
    """Whom words describe: `Anna Berg, a lawyer`, `Anna Berg is a lawyer`, `they chose Anna Berg as leader`."""
    token, other = phrase.head, None
    if token.dep_ == "appos":
        other = told.at(spot, token.head)
    elif token.dep_ == "attr" and token.head.lemma_ in BE and _holds(token.head):
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), _before(token.head))
        other = told.at(spot, subject) if subject is not None else None
    elif token.dep_ == "pobj" and token.head.lower_ == "as":
        taken = _taken(token.head.head)
        other = told.at(spot, taken) if taken is not None else None
    if other is None or other.parts or other.plural != phrase.plural or family(other.type) != family(spot.mention.type):
        return None
    if other.type == "person":
        other.describe([token, *(c for c in token.children if c.dep_ in phrases.MODIFIERS)])
    return other


def _taken(verb: Token) -> Token | None:
    """Whom somebody takes for something: `they recognized BERG as`, `BERG was chosen as`."""
    if verb.lemma_ not in TAKING or not _holds(verb):
        return None
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)


def _before(verb: Token) -> Token | None:
    """The name right before a verb, which the parser may take for an apposition: `In Oslo, Berg became ...`."""
    before = verb.nbor(-1) if verb.i else None
    return before if before is not None and before.dep_ == "appos" else None


def _holds(verb: Token) -> bool:
    """Whether a clause says that something is so: no negation, no `would` or `may`."""
    return not any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") for c in verb.children)


def _people(told: Discourse, phrase: Phrase) -> Referent | None:
    """The state that `the Norwegians` or `Norway's government` stands for."""
    state = state_named(phrase.head.text)
    if state is not None and phrase.determiner == "definite" and phrase.plural and not phrase.modifiers:
        return told.state(state.country.alpha3)
    rulers = phrase.lemma in {GOVERNMENT, "leadership", "regime"} or (phrase.lemma in RULERS and phrase.plural)
    if rulers and len(phrase.states) == 1 and phrase.modifiers <= phrase.states:
        return _cabinet(told, phrase) or told.state(next(iter(phrase.states)))
    return None


def _cabinet(told: Discourse, phrase: Phrase) -> Referent | None:
    """The government last spoken of as somebody's who heads that state: `the government of interim president Berg`."""
    if phrase.lemma != GOVERNMENT:
        return None
    for before, owner, number in reversed(told.phrases[GOVERNMENT, False][-RECENT:]):
        if before.lemma == GOVERNMENT and isinstance(owner, Referent) and owner.type == "person":
            of_state = (owner.states or told.home_states) == phrase.states
            if of_state and owner.heads:
                return told.of(number)
    return None


def _role(told: Discourse, spot: Spot, phrase: Phrase, key: tuple[str, bool], of_whom: object) -> Referent | None:
    """The person introduced with an office; who was introduced by the word itself goes before who can be called so.

    After `a diplomat said`, `the diplomat` is no minister.
    """
    if spot.mention.type != "person":
        return None
    owner = next((told.at(spot, c) for c in phrase.head.children if c.dep_ == "poss"), None)
    focus = next((p for p in told.present(spot) if p.type == "person" and not p.plural), None)
    other = owner if owner in told.introduced else focus
    found = antecedents.meant(phrase, told.introduced_apart(spot), other, told.home_states)
    if found is None or any(phrase.role in role for role in found.roles):
        return found
    return _repeated(told, phrase, key, of_whom) or found


def _two(told: Discourse, spot: Spot, phrase: Phrase) -> Referent | None:
    """The two persons or states that a phrase counts; without a count, the only two who hold the office."""
    distributed = phrase.lemma == SIDE and any(c.lower_ in phrases.DISTRIBUTED for c in phrase.head.children)
    if not distributed and (phrase.determiner != "definite" or not phrase.plural):
        return None
    of = [o.lemma_.lower() for c in phrase.head.children if c.lower_ == "of" for o in c.children]
    lemma = next(iter(of), phrase.lemma) if phrase.lemma in COUNTED else phrase.lemma
    if lemma in COUNTRIES | OF_STATES:
        return told.two(spot, "state") if phrase.counted else None
    if lemma not in PERSONS | COUNTED | general_words() | {SIDE}:
        return None
    names = stands_for(lemma)
    if phrase.counted or distributed:  # `the two ministers for dinner` are no ministers for dinner
        plain = replace(phrase, field=frozenset())
        holders = [p for p in told.introduced if p.holds(names, plain) and phrase.states <= p.states]
        if len(holders) == 2:
            return told.both(holders)
        return told.sides(spot) if lemma == SIDE else told.two(spot, "person", names if len(names) > 1 else frozenset())
    holders = [p for p in told.introduced if p.holds(names, phrase) and phrase.states <= p.states]
    return told.both(holders) if len(holders) == 2 and phrase.modifiers <= phrase.states else None


def foretold(told: Discourse, spot: Spot) -> Referent | None:
    """Whom a headline or lead calls by an office before the name is told: `US envoy: ...`, `Lund and Brenna ministers`.

    One is who is introduced first with it below, several are the only two who hold it in the states that are told.
    """
    if spot.mention.type not in {"person", "group"}:
        return None
    phrase = Phrase.of(spot.head.token)
    if phrase.determiner == "indefinite" or not (spot.titled or phrase.plural or phrase.states):
        return None
    names = stands_for(phrase.role)
    if phrase.plural:
        holders = [p for p in told.introduced if p.holds(names, phrase)]
        apart = len(holders) == 2 and holders[0].states != holders[1].states
        return told.both(holders) if apart and any(phrase.states & p.states for p in holders) else None
    fitting = [p for p in told.introduced if not p.states or phrase.states <= p.states]
    holders = [p for p in fitting if p.holds(names, phrase)]
    plainly = [p for p in fitting if any(role <= names for role in p.roles)]
    return min(holders or plainly[: len(plainly) == 1], key=lambda p: p.indices[0], default=None)


def _country(told: Discourse, spot: Spot, phrase: Phrase, owner: object) -> Referent | None:
    """The state that `the country` stands for: the one most spoken of that does not act in the same clause.

    Where its part of the world is told (`the West African nation`), only those that lie there can be meant. `His
    country` is that of whose it is.
    """
    if phrase.lemma in COUNTRIES and not phrase.plural and isinstance(owner, Referent) and owner.type == "person":
        return told.state(next(iter(owner.states))) if len(owner.states) == 1 else None
    if phrase.lemma not in phrases.LANDS or phrase.plural or phrase.determiner != "definite" or phrase.states:
        return None
    front = [t for t in phrases.lefts(phrase.head) if t.dep_ in phrases.MODIFIERS]
    if not phrase.fits and (phrase.lemma == phrases.ISLAND or not all(t.is_title for t in front)):  # `the host country`
        return None
    acting = [told.at(spot, token) for token in _actors(phrase.head)]
    named = [r for r in told.present(spot) if r.type == "state" and r.named]
    states = [r for r in named if r not in acting] or (named if len(named) == 1 else [])
    if phrase.fits:
        states = [r for r in states if r.states & phrase.fits] or told.lying_in(phrase.fits)
    return states[0] if states else None


def _actors(token: Token) -> Iterator[Token]:
    """The possessors, agents and the subject that what a word stands in belongs to, up to its clause's subject."""
    seen = token
    while seen.head.i != seen.i:
        before, seen = seen, seen.head
        subjects = [c for c in seen.children if c.dep_ in SUBJECTS and c.i != before.i]
        yield from subjects
        yield from (c for c in seen.children if c.dep_ == "poss" and c.i != before.i)
        yield from (o for c in seen.children if c.dep_ == "agent" and c.i != before.i for o in c.children)
        if subjects or any(c.dep_ in SUBJECTS for c in seen.children):
            return


def _kind(told: Discourse, spot: Spot, phrase: Phrase) -> Referent | None:
    """The only firm, town or agreement that was lately named: `the company`, `the city`, `the pact`."""
    if phrase.plural or phrase.determiner != "definite":
        return None
    if phrase.lemma in AGREEMENTS and phrase.modifiers <= PLAIN:
        named = [r for r in told.referents if r.type == "agreement" and r.named]
        return named[0] if len(named) == 1 and not told.phrases[phrase.lemma, False] else None
    if phrase.lemma == BLOC:
        blocs = [r for r in told.present(spot) if r.named and _of_several(told.printed(r))]
        return blocs[0] if blocs else None
    if phrase.lemma == CAPITAL and phrase.modifiers <= phrase.states:
        return told.capital(phrase.states or told.home_states)
    wanted: ActorType | None = (
        "org" if phrase.lemma in FIRMS else "place" if phrase.lemma in place_nouns("towns") else None
    )
    if wanted is None or phrase.modifiers:
        return None
    found = [r for r in told.present(spot) if r.type == wanted and r.named]
    known = wanted == "org" or any(place_name(told.printed(r)) for r in found)
    return found[0] if len(found) == 1 and known else None


def _of_several(name: str) -> bool:
    """Whether a name is that of a body of several states: `the EU`."""
    known = organisation_named(name)
    return known is not None and not known.country


def _introduced(told: Discourse, spot: Spot, phrase: Phrase) -> Referent | None:
    """The nameless person whom `the man` or `the woman` takes up: the last who can be meant."""
    if phrase.lemma not in ANYBODY or phrase.plural or phrase.determiner != "definite" or phrase.modifiers:
        return None
    woman = None if phrase.lemma == "person" else phrase.lemma in female()
    near = (r for r in told.present(spot) if r.type == "person" and not r.plural and not r.named and not r.parts)
    return next((r for r in near if not r.young and (None in {woman, r.female} or r.female == woman)), None)


def _repeated(told: Discourse, phrase: Phrase, key: tuple[str, bool], owner: object) -> Referent | None:
    """What was called the same before, by no fewer words."""
    unclear = phrase.determiner == "indefinite" or (phrase.determiner == "bare" and not phrase.plural)
    if unclear or (phrase.plural and phrase.lemma in GENERAL):
        return None
    for before, its_owner, number in reversed(told.phrases[key][-RECENT:]):
        exact = owner == its_owner and (before.modifiers == phrase.modifiers or key == SUPPORT)
        wider = owner is None and phrase.determiner == "definite" and phrase.modifiers <= before.modifiers
        if exact or (wider and phrase.lemma == before.lemma):
            return told.of(number)
    return None


def _ruled(told: Discourse, spot: Spot, phrase: Phrase) -> Referent | None:
    """The state that a bare `the government` or `the regime` rules: the only one lately spoken of.

    That is the one the article has named most, or one that acted, not one of an adjective (`its French initials`).
    A regime is somebody else's than theirs who act upon it, and the one named last.
    """
    bare = phrase.determiner == "definite" and not phrase.modifiers and not phrase.plural
    if spot.quoted or phrase.lemma not in GOVERNMENTS or not bare:
        return None
    states = [r for r in told.present(spot) if r.type == "state" and not r.parts]
    if phrase.lemma == "regime":
        acting = [told.at(spot, token) for token in _actors(phrase.head)]
        states = sorted((r for r in states if r not in acting), key=lambda r: -r.indices[-1])[:1]
        pairs = [r for r in told.present(spot) if r.parts]
        states = [r for r in states if not any(r in pair.parts and pair.sentence == r.sentence for pair in pairs)]
    only = states[0] if len(states) == 1 else None
    if only is None or phrase.lemma == "regime":
        return only
    return only if only.states & told.home_states or only.weight >= ACTING else None


def _owner(told: Discourse, spot: Spot, phrase: Phrase) -> object:
    """Whose it is, if that is told: `his government`, `the government of Anna Berg`, `the pro-Berg camp`."""
    front = phrases.lefts(phrase.head)
    token = next((c for c in front if c.dep_ == "poss" or phrases.possessor(c)), None)
    if token is not None:
        return told.at(spot, token) or token.lower_
    for_whom = (c for c in front if c.i > 1 and c.nbor(-1).text == "-" and c.nbor(-2).lower_ == "pro")
    behind = [o for c in phrase.head.children if c.lower_ == "of" for o in c.children]
    behind += [c for o in behind for c in o.children if c.dep_ in {"appos", "compound"}]
    return next((r for o in (*for_whom, *behind) if (r := told.at(spot, o)) is not None and r.named), None)


def spoken(told: Discourse, spot: Spot, speakers: list[int]) -> Referent | None:
    """What words in a quotation stand for by who is speaking: `our country`, `the homeland`, `the president`."""
    found = {id(r): r for number in speakers if (r := told.of(number)) is not None}
    if len(found) != 1:
        return None
    (speaker,) = found.values()
    phrase = Phrase.of(spot.head.token)
    if phrase.plural or phrase.states:
        return None
    own = phrase.determiner == "definite" and phrase.lemma == HOMELAND
    own = own or any(c.lower_ in {"my", "our"} for c in phrase.head.children)
    if phrase.lemma in COUNTRIES and own and not phrase.modifiers:
        return told.state(next(iter(speaker.states))) if len(speaker.states) == 1 else None
    if phrase.determiner != "definite" or phrase.modifiers or phrase.lemma not in HEADS | {MINISTER}:
        return None
    held = [p for p in told.introduced if p is not speaker and p.holds(stands_for(phrase.lemma), phrase)]
    known = [p for p in held if p.states] or held
    return next((p for p in known if p.states == speaker.states), known[0] if len(known) == 1 else None)
