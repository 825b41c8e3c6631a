"""Parties: who does what an event trigger names, to whom, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.encounters import is_custody
from communique.knowledge.events import OBJECT
from communique.reading import phrases
from communique.reading.events import roles, wheres
from communique.reading.events.triggers import carrier_behind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

OCCASIONS = frozenset({"in", "on", "during", "at", "after", "before", "for", "from", "following"})
PRESS, REQUEST = "press conference", "REQUEST"
STEPS = 6  # words that are climbed
MEDIATING = frozenset({"arrange", "broker", "facilitate", "mediate"})
SAYING = frozenset({"announce", "report", "say"})
TELLING = frozenset({"assure", "inform", "tell"})
OWN_FORCES = frozenset({"MOBILIZE", "RETREAT"})  # types whose object tells whose deed it is
UNDERGONE = frozenset({"rescue", "arrest", "detention", "killing", "injury", "abduction", "deportation", "conviction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Indices of mentions."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


def find(trigger: Trigger, cast: Cast) -> Parties:
    """The parties to an event, by the grammar of the words that name it."""
    doers, done_to = _verb_parties(trigger, cast) if trigger.is_verb else _noun_parties(trigger, cast)
    if trigger.is_verb and _is_outcome(trigger):
        doers = []
    if trigger.is_verb and trigger.kind.befalls:
        doers, done_to = [], [*doers, *done_to]
    actors, recipients = cast.parties(doers), cast.parties(done_to)
    own = {cast.chains.get(i, -1 - i) for i in actors}  # `defends its homeland`
    recipients = tuple(i for i in recipients if cast.chains.get(i, -1 - i) not in own)
    if trigger.kind.mutual and len(actors) + len(recipients) == 1 and (both := _both((*doers, *done_to), cast)):
        actors, recipients = both, ()
    if trigger.kind.mutual and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    if trigger.kind.mutual and recipients and not actors:
        actors, recipients = recipients[:1], recipients[1:]
    with_them = [*done_to, *(doers if trigger.kind.mutual and not trigger.is_verb else ())]
    places = wheres.find(trigger, cast, with_them if trigger.kind.type not in events.SPOKEN else ())
    return Parties(actors=actors, recipients=recipients, places=tuple(i for i in places if i not in actors))


def _both(tokens: Iterable[Token], cast: Cast) -> tuple[int, ...]:
    """The states whose people are told together by one noun: `the foreign ministers of NORLAND and VESTLAND met`."""
    for noun in tokens:
        front = [child for child in noun.children if child.dep_ in roles.IN_FRONT]
        states = [who for who in (*roles.behind(noun, ("of", "from")), *roles.conjuncts(front)) if cast.is_state(who)]
        if noun.tag_ in phrases.PLURAL_TAGS and len(states) > 1:
            return cast.parties(states)
    return ()


def _is_outcome(trigger: Trigger) -> bool:
    """Whether a participle tells what came of it, not what the subject did: `the bus crashed, killing two`."""
    verb = trigger.token
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and trigger.kind.kind in {"killing", "injury", "death"}


def _verb_parties(trigger: Trigger, cast: Cast) -> tuple[list[Token], list[Token]]:
    verb, kind = trigger.token, trigger.kind
    people = kind.owner == "recipient"  # `took HOSTAGES`
    named = {word.i for word in trigger.words if not (people and cast.parties([word], bare=True))}
    doers = roles.subjects(verb)
    if kind.kind in UNDERGONE and verb.tag_ in {"VBD", "VBN"} and not roles.undergoers(verb):
        return [], doers  # a headline: `Miners rescued after blast`
    done_to = [t for t in roles.undergoers(verb) if t.i not in named] if OBJECT in kind.to else []
    done_to += (
        [] if done_to else [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    )  # `promised HER aid`
    done_to += roles.behind(verb, kind.to)
    if verb.lemma_ == "blame":  # `blamed the raid on them`
        done_to = [
            who for deed in verb.children if deed.dep_ == "dobj" for who in roles.behind(deed, ("on",))
        ] or done_to
    if kind.type == REQUEST and not done_to:
        done_to += _asked(verb)
    if not doers and kind.type in OWN_FORCES:  # `U.S. TROOPS could be moved there`
        doers = [t for word in trigger.words if word.i != verb.i for t in word.lefts if t.dep_ in roles.IN_FRONT]
    for word in trigger.words:
        if word.dep_ == "mark":  # `pressed for them to leave`
            done_to += roles.subjects(word.head)
        elif word.i != verb.i:
            done_to += roles.behind(word, kind.to)
            if word.lower_ in kind.to or (word.dep_ == "prep" and word.lower_ != "for"):  # `called for A CEASEFIRE`
                done_to += [t for t in roles.governed(word) if t.i not in named]
    return doers, done_to


def _asked(verb: Token) -> list[Token]:
    """Who is to do what is asked for in a clause: `demanded that NORLAND pay`."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    asked = (child for clause in clauses for child in clause.children if child.dep_ == "nsubj")
    return list(roles.conjuncts(asked))


def _noun_parties(trigger: Trigger, cast: Cast) -> tuple[list[Token], list[Token]]:
    noun, kind = trigger.token, trigger.kind
    doers: list[Token] = []
    done_to = list(roles.behind(noun, (p for p in kind.to if p != "by")))
    owners = [*roles.conjuncts(c for part in _hyphened(noun) for c in part.children if c.dep_ == "poss")]
    owners = [party for owner in owners for party in _theirs(owner, noun, kind.mutual)]
    front = (c for c in noun.children if c not in trigger.words)  # of a `Facebook post` nobody is Facebook
    owners += [c for c in front if c.dep_ in {"amod", "compound", "nmod"} and cast.parties([c])]
    scenes = {place.i for place in wheres.scenes(trigger, cast)}
    (done_to if kind.owner else doers).extend(owner for owner in owners if owner.i not in scenes)
    doers += roles.behind(noun, ("by", "between", "among", *(() if "from" in kind.to else ("from",))))
    of = [*roles.behind(noun, () if "of" in kind.to else ("of",))]
    doers += [who for told in of for who in roles.behind(told, ("between",))] if kind.mutual else []
    by_whom = any(child.lower_ == "by" for whole in (noun, *of) for child in whole.children)
    (done_to if by_whom and not kind.mutual else doers).extend(of)  # `the assault of Berg BY HOLM`
    beside = list(roles.behind(noun, ("with", "alongside"))) if kind.kind == PRESS else []
    doers += (
        [*_occasion(noun), *beside] if beside and noun.dep_ == "pobj" else beside
    )  # `at a press conference WITH HOLM`
    carrier = None if kind.owner and trigger.words[0].pos_ == "ADP" else trigger.carrier or carrier_behind(trigger)
    if carrier is not None and not _came_about(noun, carrier) and not _is_beside(noun, carrier):
        mediated = carrier.lemma_.lower() in MEDIATING  # `talks brokered by the president` are not with him
        carrying = [] if mediated else [t for t in roles.subjects(carrier) if t.i != noun.i]
        undergone = carrier.lemma_.lower() in events.words("undergone")
        if undergone:  # `won the endorsement of the union`
            doers, done_to = [*doers, *roles.behind(noun, ("of", "from")), *roles.behind(carrier, ("from",))], []
        (done_to if undergone else doers).extend(carrying)
        done_to += [] if undergone else roles.behind(carrier, (p for p in kind.to if p not in {"of", "in", "by"}))
        done_to += [c for c in carrier.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        done_to += roles.undergoers(carrier) if kind.mutual and noun.dep_ == "pobj" else []  # `met HER for talks`
    if not done_to and kind.type == "SANCTION":  # `sanctions over NORLAND's missiles`
        why = [over for word in (noun, carrier) if word is not None for over in roles.behind(word, ("over", "for"))]
        done_to += [owner for deed in why for owner in deed.children if owner.dep_ == "poss"]
    held = is_custody(kind.kind) and noun.dep_ == "pobj" and len(trigger.words) > 1  # `under HOUSE ARREST`
    if not done_to and kind.owner and (held or trigger.words[0].pos_ == "ADP"):  # `IN JAIL`
        done_to += _held(noun)
    if not doers and noun.dep_ == "pobj" and kind.type in {"CONSULT", ""} and noun.head.lower_ in OCCASIONS:
        doers += _occasion(noun)
        if any(cast.same(doer, other) for doer in doers for other in done_to):  # `in a call with Berg, Berg told them`
            doers = _told(noun.head.head)
        if kind.mutual and not done_to and len(doers) == 1:
            done_to += _told(noun.head.head)
    return doers, done_to


def _hyphened(noun: Token) -> list[Token]:
    """A noun with the word in front that a hyphen joins to it, on which the parser may hang what is said of both."""
    at = noun.i
    joined = (
        at > 1 and noun.doc[at - 1].text == "-" and not (noun.doc[at - 1].whitespace_ or noun.doc[at - 2].whitespace_)
    )
    return [noun, noun.doc[at - 2]] if joined else [noun]


def _held(noun: Token) -> list[Token]:
    """Who is in jail: the subject, the object, or the noun that it is said of."""
    above = noun.head.head
    if above.pos_ not in roles.VERBAL:
        return [above]
    return roles.undergoers(above) or roles.subjects(above)


def _is_beside(noun: Token, verb: Token) -> bool:
    """Whether somebody is only present at what others do: `attended THE meeting`."""
    return verb.lemma_ in {"attend", "join"} and any(child.lower_ == "the" for child in noun.children)


def _came_about(noun: Token, verb: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.i == verb.i


def _occasion(noun: Token) -> list[Token]:
    """Whose visit or call it is at which something was said or done: `Berg said on a trip to Oslo`."""
    if any(child.lower_ in {"the", "this", "that"} for child in noun.children):
        return []
    above = noun.head.head
    if above.dep_ == "dobj" and above.head.pos_ in roles.VERBAL:  # `pressed THE OWNERS at a meeting`
        above = above.head
    apart = noun.head.i > 0 and noun.head.nbor(-1).text == ","
    if above.lemma_ in SAYING and apart:  # `They agreed to it, PERU said, after talks`
        main = above.head if above.dep_ == "parataxis" else above
        above = next((c for c in above.children if c.dep_ == "ccomp" and c.i < above.i), main)
    return roles.subjects(above) if above.pos_ in roles.VERBAL else []


def _theirs(owner: Token, noun: Token, mutual: str) -> list[Token]:
    """Whose talks `their talks` are: of the two that the clause is about, if it names them together."""
    above, steps = noun, STEPS
    while mutual and owner.lower_ == "their" and steps and above.head.i != above.i:
        above, steps = above.head, steps - 1
        if above.pos_ in roles.VERBAL:
            together = roles.subjects(above)
            if together:
                return together if len(together) > 1 else [owner]
    return [owner]


def _told(verb: Token) -> list[Token]:
    """Whom somebody tells something in a call or talk."""
    return roles.undergoers(verb) if verb.lemma_ in TELLING else []
