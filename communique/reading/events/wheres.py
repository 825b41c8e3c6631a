"""Wheres: which words tell where an event takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events, place_nouns
from communique.knowledge.encounters import comes_from_afar, is_by_authority
from communique.reading.events import alongside, roles
from communique.reading.events.alongside import CARRIES
from communique.reading.events.triggers import carrier_behind
from communique.reading.phrases import GOING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "within", "around", "off", "throughout"})
ONTO = frozenset({"into", "on", "over"})  # besides, before `Norwegian territory`
VISITS = frozenset({"visit", "deployment"})  # kinds whose place stands behind `to`
PARTS = place_nouns("settlements") | place_nouns("parts")  # of a place (`the town of BRENNA`)
OCCASIONS = frozenset({"during", "on", "at"})
OUTCOMES = frozenset({"death", "injury", "killing", "rescue"})
TAKEN = frozenset({"seizure", "embargo"})  # besides assaults, kinds of force against places
BOMBING = "bombing"
BORDER = "border"  # `near the Somali border` can be on either side
SPEAKING = frozenset({"address", "speak", "talk"})
GOES = GOING | {"rush"}
LEFT = frozenset({"deportation", "escape", "rescue", "withdrawal of troops"})  # kinds told of the place that is left
OTHER_TIMES = frozenset({"after", "before", "following", "since", "until"})
CAUSES = frozenset({"in", "during", "at", "by"})


def find(trigger: Trigger, cast: Cast, parties: Iterable[Token]) -> tuple[int, ...]:
    """The mentions of where an event is: behind its words, behind parties that it finds there, or what is attacked."""
    words = _words(trigger)
    found = _behind(words, trigger)
    nested = [place for word in (*found, *_occasions(words)) for place in _within(word)]
    front = [] if trigger.is_verb else [*_naming(trigger.token)]
    beside = [place for party in parties for place in _within(party)]
    told = cast.places([*found, *nested, *front, *beside]) or _pointed_at(words, cast) or cast.towns(_attacked(trigger))
    if not told:
        sites = [*_sites([*found, *beside]), *_of_cause(trigger), *_of_object(trigger), *_of_site(trigger)]
        told = cast.places(_around(trigger)) or cast.sites(sites) or _shared(trigger, cast)
        told = told or cast.places(_invaded(trigger))
    named = (cast.mention(word) for word in scenes(trigger, cast))
    return tuple(dict.fromkeys([*told, *(index for index in named if index is not None)]))


def _words(trigger: Trigger) -> list[Token]:
    """The words that tell the deed, with those that share its circumstances: `shakes hands as they MEET in Oslo`."""
    token = trigger.token
    words = [word for word in (token, trigger.carrier or carrier_behind(trigger)) if word is not None]
    if trigger.kind.type == "CONSULT":
        words += [c for w in words for c in w.children if c.dep_ == "advcl" and any(m.lower_ == "as" for m in c.lefts)]
    if trigger.is_verb:
        return words + roles.joined(token)
    clauses = [c for noun in roles.conjuncts([token]) for c in noun.children if c.dep_ in {"relcl", "acl"}]
    clauses += [c for clause in clauses for c in clause.children if c.dep_ == "xcomp"]  # `set to TAKE place`
    return words + [clause for clause in clauses if _happens(clause)]


def _behind(words: Iterable[Token], trigger: Trigger) -> list[Token]:
    """The nouns that stand behind a deed's words by a preposition of place; of a visit, where it goes."""
    going = trigger.kind.kind in VISITS
    prepositions = WHERE | ({"to"} if going else {"from", "to"} if trigger.kind.kind in LEFT else frozenset())
    words = [*words, *(day for word in words for day in roles.behind(word, {"for", "on"}) if day.ent_type_ == "DATE")]
    found = [place for word in words for place in roles.behind(word, prepositions)]
    if going:
        found += [t for t in roles.undergoers(trigger.token) if trigger.is_verb]
        found += [t for word in trigger.words if word.dep_ == "prep" for t in roles.governed(word)]
    found += [land for word in words for land in roles.behind(word, ONTO) if land.lemma_ in place_nouns("lands")]
    found += [place for word in found for place in _called(word)]
    return found + [place for word in words for place in _occasion(word)]


def _called(word: Token) -> Iterator[Token]:
    """What a noun for a place has as its name: `the town of BRENNA`, `BRENNA province`."""
    if word.lemma_ in PARTS:
        yield from roles.behind(word, {"of"})
        yield from (c for c in word.lefts if c.dep_ == "compound" and word.lemma_ in place_nouns("settlements"))


def _naming(word: Token) -> Iterator[Token]:
    """The names in front of a noun: `the BRENNA market`."""
    return (child for child in word.lefts if child.dep_ in {"compound", "nmod"})


def _pointed_at(words: Iterable[Token], cast: Cast) -> tuple[int, ...]:
    """The places that `here` and `there` stand for: `was shot HERE`, `after they met THERE`."""
    points = (c for word in words for c in word.children if c.dep_ == "advmod" and c.lower_ in {"here", "there"})
    return tuple(index for point in points if (index := cast.pointed_at(point)) is not None)


def _within(word: Token) -> Iterator[Token]:
    """The places that something is in: `guests in the town of BRENNA`."""
    for place in roles.behind(word, WHERE):
        yield place
        yield from _called(place)


def _attacked(trigger: Trigger) -> Iterator[Token]:
    """What violence is done to, which can be the place where it is: `bombed BRENNA`, `the siege of BRENNA`."""
    if trigger.kind.type == "ASSAULT" or trigger.kind.kind in TAKEN:
        done_to = roles.undergoers(trigger.token) if trigger.is_verb else ()
        found = [*done_to, *roles.behind(trigger.token, {"on", "onto", "into", "of", "against"})]
        yield from found
        yield from (place for word in found for place in (*_called(word), *_within(word), *_naming(word)))


def _invaded(trigger: Trigger) -> Iterator[Token]:
    """The state that is bombed or invaded: war comes to it."""
    if trigger.kind.kind == BOMBING or comes_from_afar(trigger.kind.kind):
        yield from roles.undergoers(trigger.token) if trigger.is_verb else roles.behind(trigger.token, {"of", "on"})


def _occasions(words: Iterable[Token]) -> list[Token]:
    """What it took place at: `clashed during A FAIR in Oslo`."""
    return [noun for word in words for noun in roles.behind(word, {"during", "amid"})]


def _sites(words: Iterable[Token]) -> list[Token]:
    """The places whose airport, coast or court it is at."""
    return [
        place
        for word in words
        if word.lemma_ in place_nouns("sites") | place_nouns("lands")
        for place in word.children
        if place.dep_ in roles.IN_FRONT and (word.lemma_ != BORDER or place.pos_ == "PROPN")
    ]


def _around(trigger: Trigger) -> Iterator[Token]:
    """Where a verb's deed is by what it hangs on: `in OSLO, where they met`, `flew to OSLO to meet him`."""
    if not trigger.is_verb:
        yield from _purpose(trigger.token)
        return
    verb = trigger.token
    first = verb.head if verb.dep_ == "conj" and verb.head.pos_ in roles.VERBAL else verb
    if first.dep_ == "xcomp" and first.head.lemma_ == "be":  # `where he was to meet them`
        first = first.head
    if first.dep_ == "relcl" and any(c.lower_ == "where" for told in (first, verb) for c in told.children):
        yield first.head
        yield from roles.behind(first.head, WHERE)
    if first.dep_ == "relcl" and _in_which(first):  # `the shelling of OSLO, in which ten died`
        yield from roles.behind(first.head, WHERE | {"of", "on"})
    if trigger.kind.kind in OUTCOMES:  # `were hurt when a barge caught fire in OSLO`
        clauses = [
            c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in {"when", "after"} for m in c.lefts)
        ]
        beside = [place for c in clauses for word in (c, *roles.subjects(c)) for place in _within(word)]
        yield from (*beside, *(place for site in beside for place in _within(site)))
    if first.dep_ == "advcl" and first.tag_ == "VBG":  # `exploded in OSLO, killing two`
        yield from roles.behind(first.head, WHERE | {"into"})
        yield from (place for thing in _things(first.head) for place in _within(thing))
    if trigger.kind.type in events.SPOKEN:  # `Berg, speaking in OSLO, accused them`
        clauses = [c for word in (verb, *roles.subjects(verb)) for c in word.children if c.lemma_ in SPEAKING]
        yield from (place for clause in clauses if clause.tag_ == "VBG" for place in roles.behind(clause, WHERE))
    if trigger.kind.type in events.FORCE:  # `police in OSLO arrested him`
        yield from (place for doer in roles.subjects(verb) for place in _within(doer))
    if first.dep_ in {"advcl", "xcomp"} and first.head.lemma_.lower() in GOES | CARRIES and first.tag_ == "VB":
        yield from roles.behind(first.head, {"to", "in", "at"})


def _in_which(verb: Token) -> bool:
    """Whether a clause tells what was in or during what it hangs on."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"in", "during"})
    return any(child.lower_ == "which" for link in links for child in link.children)


def _purpose(noun: Token) -> Iterator[Token]:
    """Where somebody goes or is for it: `travels to OSLO for talks`, `a trip to OSLO for talks`."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        above = noun.head.head
        goes = (
            above.pos_ not in roles.VERBAL or above.lemma_.lower() in GOES | CARRIES
        )  # not `apologised to Norway for`
        yield from roles.behind(above, {"to", "in", "at"} if goes else {"in", "at"})


def _of_site(trigger: Trigger) -> Iterator[Token]:
    """Where what is closed or opened stands: `shut the crossing at BRENNA`, `reopened BRENNA airport`."""
    if trigger.kind.kind not in {"closure", "opening"}:
        return
    verb = trigger.token if trigger.is_verb else None
    sites = [*roles.undergoers(verb), *roles.subjects(verb)] if verb else roles.behind(trigger.token, {"of"})
    for site in sites:
        if site.pos_ == "NOUN":
            yield from _within(site)
            yield from (c for c in site.children if c.dep_ in roles.IN_FRONT and c.i < site.i)


def _shared(trigger: Trigger, cast: Cast) -> tuple[int, ...]:
    """Where what is told beside it takes place: `used tear gas against crowds in OSLO and arrested six`."""
    for verb in alongside.clauses(trigger):
        goes = {"to"} if verb.lemma_.lower() in GOES | CARRIES else set()
        told = cast.places(place for word in (verb, *_things(verb)) for place in roles.behind(word, WHERE | goes))
        if told := told or _pointed_at([verb], cast):
            return told
    return ()


def _things(verb: Token) -> list[Token]:
    """What a deed was done to, or with: `tore through A TERMINAL`, `a raid by THE ARMY`."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    things += [
        noun
        for c in verb.children
        if c.dep_ in {"prep", "agent"} and c.lower_ not in OTHER_TIMES
        for noun in roles.governed(c)
    ]
    return things + [doer for noun in things for doer in roles.behind(noun, {"by"})]


def _happens(verb: Token) -> bool:
    return verb.lemma_.lower() in events.words("happening")


def _of_object(trigger: Trigger) -> Iterator[Token]:
    """Where it is that a verb's name speaks of: `influence PERUVIAN elections`."""
    for word in trigger.words:
        if word.dep_ == "dobj" and any(naming.kind.scene for naming in events.nouns_named(word.lemma_.lower())):
            yield from (child for child in word.lefts if child.dep_ in roles.IN_FRONT)


def _of_cause(trigger: Trigger) -> Iterator[Token]:
    """Where the happening is that did it, or in which it was done: `a blast in OSLO killed two`.

    Who is arrested or tried `in the Oslo bombing` is so for it, not there.
    """
    word, causes = trigger.token, CAUSES - {"in"} if is_by_authority(trigger.kind.kind) else CAUSES
    for cause in (*(roles.subjects(word) if word.pos_ in roles.VERBAL else ()), *roles.behind(word, causes)):
        if any(
            naming.kind.scene or naming.kind.type == "ASSAULT" for naming in events.nouns_named(cause.lemma_.lower())
        ):
            yield from (place for near in (cause, *roles.behind(cause, WHERE)) for place in _within(near))
            yield from (child for child in cause.children if child.dep_ in roles.IN_FRONT and child.i < cause.i)


def _occasion(word: Token) -> Iterator[Token]:
    """Where the visit or meeting is at which something was done: `met on the sidelines of a summit in OSLO`."""
    nouns = list(roles.behind(word, OCCASIONS))
    nouns += [noun for edge in nouns if edge.lemma_ in events.words("edges") for noun in roles.behind(edge, {"of"})]
    for noun in nouns:
        if any(
            naming.kind.type == "CONSULT" and not naming.kind.asks for naming in events.nouns_named(noun.lemma_.lower())
        ):
            yield from roles.behind(noun, {"to", "in", "at"})


def scenes(trigger: Trigger, cast: Cast) -> Iterator[Token]:
    """Words in front of a noun that tell where it is, not whose: `the NORLAND crisis`, `a WHITE HOUSE meeting`."""
    if trigger.is_verb:
        return
    for child in trigger.token.children:
        if child.dep_ not in roles.IN_FRONT or child.i > trigger.token.i:
            continue
        if (trigger.kind.scene and cast.is_place(child) and _is_scene(trigger, child)) or (
            trigger.kind.type == "CONSULT" and child.dep_ == "compound" and cast.is_seat(child)
        ):
            yield child


def _is_scene(trigger: Trigger, word: Token) -> bool:
    """Whether a word in front is where it is: of some kinds only a noun is (`the KENYA bombing`)."""
    if trigger.kind.scene != "noun":
        return True
    return word.dep_ == "compound" and word.pos_ == "PROPN" and not word.is_upper and "." not in word.text
