"""Metonyms: seats of government that act or are acted on as their states (`Washington denied ...`, `ties with Moscow`).

A capital is a place unless its sentence treats it as one who acts: who says or does something, is accused or urged, has
ties, takes sides or holds a position. A palace (`the Kremlin`) stands for its state wherever nothing is put inside it.
`Brussels` is the European Union, unless the article names Belgium and not the Union.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Mention, Reading
from communique.domain.names import folded
from communique.knowledge.countries import Country
from communique.knowledge.organisations import organisation_named, organisation_seated_in
from communique.knowledge.states import seated_in, state_named
from communique.reading import cues, parties
from communique.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOCATIVE = _words(
    "across around at beyond in inside into near outside over through throughout toward towards via within"
)
STATIVE = _words(  # what a city does that no government need do
    """
    be become boast burn celebrate contain cover experience fall feature flood freeze grow have host house lie look
    rank receive remain seem see shake sit sprawl stand stretch suffer wake witness"""
)
MINDED = _words(  # what a government is and a city is not
    """
    afraid alarmed angry anxious concerned confident content convinced determined eager furious hopeful hostile
    interested keen open optimistic prepared ready reluctant responsible skeptical sceptical sure unable unhappy
    unwilling wary willing worried"""
)
DONE_TO = cues.SPEECH | _words(  # what is done to a government and not to a city
    """alienate allow anger antagonize appease arm back ban blame caution challenge compel condemn confront consult
    convince counter defend defy deter embarrass encourage engage force fund help infuriate invite irk irritate isolate
    lobby offend oppose penalize permit persuade placate please press pressure prod prompt provoke punish push reassure
    rebuff rebuke sanction slap spur support suspect tempt thank threaten trust upset"""
)
RELATIONS = _words(  # what there is between governments, or with one
    """
    accord agreement alignment alliance antagonism bond breach cease-fire ceasefire clash competition
    confrontation conflict consultation contact contract cooperation co-operation coordination crisis deal
    detente dialogue difference diplomacy disagreement dispute division engagement exchange feud friction
    friendship link negotiation pact partnership quarrel rapprochement relation relationship rift rivalry row
    settlement spat split standoff stand-off struggle talk tension thaw tie treaty truce understanding war"""
)
PRESSED = _words(  # what is put on, sent to, wanted from or a matter for a government
    """
    accusation aid answer anger appeal apology approval assistance assurance attack backing blow boycott
    challenge charge complaint concession criticism debt defeat demand denial embargo gift
    guarantee help humiliation influence letter loan loss loyalty measure message objection offer order ouster
    penalty permission pressure problem protest reaction rebuke reply request resistance response retaliation
    sanction setback signal statement subsidy subservience success support tariff threat triumph
    ultimatum victory vote warning win"""
)
SENT = _words("delivery export flow shipment supply transfer")
CARGO = _words(  # what is sent to a government, not to a city
    """aid aircraft ammunition arm arms cash crude drone fuel fund gas jet missile money munition oil rocket tank
    technology weapon weaponry"""
)
SIDES = _words(  # who or what is a government's
    """
    adversary ally allegation ambassador ambition antagonist attempt attitude backer backing bid campaign claim
    client commitment complaint concern control critic decision delegation demand denial diplomacy diplomat
    dispute doctrine effort enemy envoy foe friend goal government hand hostility influence initiative
    insistence intention interest interference intervention invasion involvement leadership line meddling motive
    move negotiator objection objective offensive offer opponent opposition overture partner plan policy
    position posture presence priority promise propaganda proposal protest proxy puppet reaction recognition
    refusal regime reliance representative request response retaliation retreat rival role sanction satellite
    sovereignty stance strategy support supporter threat tool troop veto view wish withdrawal"""
) | RELATIONS  # fmt: skip
BACKED = _words("align arm back control fund install lead led occupy run sponsor support")
APART = _words("acquaint compare connect familiar familiarity fill flight join link love road train twin")
NEAR = _words("adjacent bound close due equal home near next similar")
MOVING = _words(
    """
    arrive bring come depart drive extradite flee fly go head hurry journey leave move return run rush sail send
    travel trip visit withdraw"""
)


def read(page: Page, reading: Reading) -> Reading:
    """Turn every seat of government that speaks, is spoken to, acts or is acted on into a mention of its state."""
    places = parties.places(reading.mentions)
    speaking = {
        places.get(word.at)
        for attribution in reading.attributions
        for party in (*parties.source(page, attribution), *parties.addressed(page, attribution))
        for word in party
    }
    held = _with_capitals(reading.mentions)
    told = [_read(page, mention, speaks=i in speaking) for i, mention in enumerate(held)]
    states = {state.country.capital for m in held if m.type == "state" and (state := state_named(m.span.text))}
    bodies = {known.seat for m in held if (known := organisation_named(m.span.text))}
    mentions = tuple(_of_body(m) if m.metonym and m.span.text not in states - bodies else m for m in told)
    return replace(reading, mentions=mentions)


def _of_body(mention: Mention) -> Mention:
    """A seat of government that stands for the body that has its seat there too: `Brussels` for the European Union."""
    return replace(mention, type="org") if organisation_seated_in(mention.span.text) else mention


def _with_capitals(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with those as places that were taken for persons, though they are the capital of a state told of.

    Whoever is called so in full in the same article remains a person.
    """
    named = {told.country.alpha3 for m in mentions if m.type == "state" and (told := state_named(m.span.text))}
    people = {
        word
        for mention in mentions
        if mention.type == "person" and mention.form == "named" and " " in mention.span.text
        for word in folded(mention.span.text).split()
    }

    def is_capital(mention: Mention) -> bool:
        seat = seated_in(mention.span.text) if mention.type == "person" and mention.form == "named" else None
        return seat is not None and seat.alpha3 in named and folded(mention.span.text) not in people

    return tuple(replace(mention, type="place") if is_capital(mention) else mention for mention in mentions)


def _read(page: Page, mention: Mention, *, speaks: bool) -> Mention:
    country = seated_in(mention.span.text) if mention.type in {"place", "org", "office"} else None
    if country is None or mention.form != "named":
        return mention
    words = [word.token for word in page.block_at(mention.span.start).words(mention.span)]
    inside = {token.i for token in words}
    head = next((token for token in words if token.head.i not in inside), None)
    acting = speaks or (head is not None and acts(head, palace=_is_palace(mention, country)))
    return replace(mention, type="state", metonym=True) if acting else mention


def _is_palace(mention: Mention, country: Country) -> bool:
    return folded(mention.span.text).removeprefix("the ") != folded(country.capital)


def acts(token: Token, *, palace: bool = False) -> bool:
    """Whether a seat of government, given its head, is spoken of as one who acts.

    palace: it is no city, so that only words of place speak against it.
    """
    while token.dep_ in {"conj", "appos"} and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    where = token.head
    if token.dep_ == "pobj":
        return _governed(where, palace=palace)
    if token.dep_ in {"nsubj", "csubj"}:
        return palace or _does(where)
    if token.dep_ in {"nsubjpass", "dobj", "dative"}:
        return where.lemma_.lower() in DONE_TO or (palace and where.lemma_.lower() not in MOVING)
    if token.dep_ == "poss":
        return where.lemma_.lower() in SIDES or palace
    if token.dep_ in {"npadvmod", "compound", "amod", "nmod"}:
        linked = where.lemma_.lower() in BACKED and where.i > token.i and token.doc[token.i + 1].text == "-"
        return linked or (token.dep_ != "npadvmod" and where.lemma_.lower() in {"government", "regime"})
    return False


def _does(verb: Token) -> bool:
    """Whether what a verb says of its subject is an act, a statement or a state of mind."""
    if verb.lemma_.lower() == "be":
        return any(c.dep_ == "acomp" and c.lower_ in MINDED for c in verb.children)
    return verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() not in STATIVE


def _governed(preposition: Token, *, palace: bool) -> bool:
    """Whether a preposition makes a party of what it governs, by what it hangs on."""
    word, governor = preposition.lower_, preposition.head
    lemma = governor.lemma_.lower()
    if word in LOCATIVE or (lemma in MOVING and word in {"to", "from", "for"}):
        return False
    if preposition.dep_ == "agent" or word in {"against", "versus"} or lemma == "accord":
        return True
    if word == "with":
        return lemma not in APART
    nouns = {
        "between": RELATIONS,
        "of": SIDES - {"control"},
        "on": PRESSED,
        "to": PRESSED,
        "from": PRESSED,
        "for": PRESSED,
    }
    loyal = word == "to" and governor.pos_ == "ADJ" and lemma not in NEAR
    told = word in {"to", "on"} and lemma in cues.SPEECH
    given = {c.lemma_.lower() for c in governor.children if c.dep_ == "dobj"}  # carried a message to
    sent = word in {"to", "from"} and any(t.lemma_.lower() in SENT and _cargo(t) & CARGO for t in _near(preposition))
    return palace or loyal or told or sent or bool((given | {lemma}) & nouns.get(word, frozenset()))


def _near(preposition: Token) -> Iterator[Token]:
    """What a preposition can belong to: its governor, and that verb's objects before it."""
    governor = preposition.head
    yield governor
    for child in governor.children:
        if child.i < preposition.i:
            yield from [child] if child.dep_ == "dobj" else child.children if child.dep_ == "prep" else ()


def _cargo(sending: Token) -> set[str]:
    """The lemmas of what is sent: `ARMS shipments`, `the flow of OIL and MONEY`."""
    things = [c for c in sending.children if c.dep_ in {"compound", "amod"}]
    things += [o for c in sending.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return {t.lemma_.lower() for thing in things for t in (thing, *(c for c in thing.children if c.dep_ == "conj"))}
