"""Events: who did what to whom, when and where, and whether it came to pass; what statements do by being said.

A table of verbs and nouns tells which words name an event and what PLOVER calls it; the grammar of the sentence tells
the parties and the status; what is told inside a report has the report's doubt.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import EventMention, Reading
from communique.knowledge import events, place_nouns
from communique.knowledge.encounters import alike, is_once
from communique.knowledge.events import MATERIAL_CONFLICT, EventKind
from communique.reading.events import (
    acts,
    adverbials,
    ahead,
    alongside,
    companions,
    courses,
    doubts,
    extents,
    generality,
    parties,
    reports,
    status,
    whens,
)
from communique.reading.events.cast import Cast
from communique.reading.events.roles import behind, subjects, undergoers
from communique.reading.events.triggers import Trigger, find
from communique.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.models import Tree
    from communique.reading.page import Block

PEOPLE = frozenset({"person", "group"})
APPOINTED = PEOPLE | {"government", "office"}
POWERS = frozenset({"state", "government"})
OF_PEOPLE = frozenset({"hold", "hurt", "question"})  # detains, injures or interrogates where it is people
VERBAL_ATTACKS = frozenset({"attack", "target"})
DESCRIBING = frozenset({"amod", "compound"})
ANYWHERE = frozenset({"ASSAULT", "AGREE", "SUPPORT"})  # told with a place alone: `a deal reached in Oslo`
HARM = frozenset({"detention", "injury", "investigation"})
SITES = place_nouns("sites") | place_nouns("in_towns") | place_nouns("named_sites") | place_nouns("settlements")
PARTY, BARE = 0.8, 0.6  # confidence of an event whose parties are known and of others, set by hand


def read(page: Page, reading: Reading) -> Reading:
    """Add the event mentions, and the act of every attribution."""
    attributions = tuple(replace(a, act=acts.act(page, a)) for a in reading.attributions)
    reading = replace(reading, attributions=attributions)
    cast = Cast.of(reading, page.article.dateline.span if page.article.dateline else None)
    sure: list[EventMention] = []
    doubtful: list[EventMention] = []
    present: set[int] = set()
    below: set[int] = set()
    goes_on: dict[int, int] = {}
    course = courses.Course()
    told: dict[str, EventKind] = {}
    for block, tree in page.trees():
        if block.kind == "dateline":
            continue
        seen = cast.at(block, tree)
        present |= {seen.place_of(t) for t in tree.doc if t.dep_ == "ROOT" and t.tag_ in companions.PRESENT}
        course.follow(tree.doc, seen)
        for named in find(tree.doc, seen):
            names = (named.kind.kind, *sorted(alike(named.kind.kind)))
            before = next((told[name] for name in names if name in told), None)
            known = before if before and generality.refers(named) else None
            if named.kind.needs == "told" and known is None:
                continue
            trigger = _as_told(named, known)
            event = _mention(trigger, block, tree, seen, again=names[0] in told, known=known is not None)
            if event is not None:
                day = courses.going_on(trigger, course.found)
                goes_on |= {event.trigger.start: day} if day is not None else {}
                told |= dict.fromkeys(names, trigger.kind)
                below |= {event.trigger.start} if whens.is_apart(trigger) else set()
                (doubtful if trigger.kind.asks else sure).append(reports.reported(event, cast, page))
    found = sure + doubts.confirmed(doubtful, reading.mentions, page.coder)
    unique = {(event.span, event.trigger): event for event in found}
    ordered = sorted(unique.values(), key=lambda e: (e.span.start, e.span.end, e.trigger.start))
    completed = adverbials.complete(replace(reading, events=tuple(ordered)), cast.reports, below)
    completed = courses.dated(completed, goes_on)
    return ahead.settle(alongside.continued(completed, page.article.body), page.article, present)


def _as_told(trigger: Trigger, known: EventKind | None) -> Trigger:
    """The trigger; a noun that only points back means what was told: `the launch` a flight, or a test of a missile."""
    if known is None or trigger.kind.needs != "told":
        return trigger
    return replace(trigger, kind=replace(trigger.kind, kind=known.kind, type=known.type, mode=known.mode))


def _mention(
    trigger: Trigger, block: Block, tree: Tree, cast: Cast, *, again: bool, known: bool
) -> EventMention | None:
    """The mention of the event that words name; None where too little is told.

    again: whether the article has told of such an event. known: whether it points at that.
    """
    who = parties.find(trigger, cast)
    when = whens.find(trigger, cast)
    general = when is None and generality.is_general(trigger, in_body=block.kind == "body")
    headline = block.kind == "title" and generality.is_headline(trigger)
    told = known or headline or _is_told(trigger, who, when, again=again)
    if general or not told or not _fits(trigger, who, cast):
        return None
    kind = _settled(trigger, who, cast)
    who = replace(who, recipients=tuple(i for i in who.recipients if not _is_misread(kind, i, cast)))
    found = status.status(trigger)
    if found == "occurred" and trigger.kind.contested:
        found = "alleged"
    if status.will_not_be(trigger):
        found = "cancelled"
    elif status.negated(trigger):
        if cast.place_of(trigger.token) not in cast.reports or not _can_be_denied(trigger, who):
            return None
        found = "denied"
    first, last = extents.extent(trigger)
    return EventMention(
        span=block.passage(tree, extents.trimmed(list(tree.doc[first.i : last.i + 1]))),
        trigger=block.passage(tree, trigger.name),
        type=kind.type or None,
        mode=kind.mode or None,
        kind=kind.kind,
        actors=who.actors,
        recipients=who.recipients,
        places=who.places,
        time=when,
        status=found,
        confidence=PARTY if who.actors or who.recipients else BARE,
    )


def _settled(trigger: Trigger, who: parties.Parties, cast: Cast) -> EventKind:
    """What the parties make of the kind: somebody who kills assaults; who welcomes a deed, not a guest, backs it."""
    kind, mentions = trigger.kind, cast.reading.mentions
    found = kind
    if kind.kind == "killing" and who.actors and not kind.type:
        found = replace(kind, type="ASSAULT")
    elif trigger.token.lemma_ == "seize" and who.recipients and all(mentions[i].type in PEOPLE for i in who.recipients):
        found = replace(kind, kind="capture", type="ASSAULT", mode="abduct")
    elif kind.kind == "merger" and any({t.lemma_, t.lower_} & SITES for t in undergoers(trigger.token)):
        found = replace(kind, kind="seizure", type="COERCE", mode="seize")  # `took over the barracks`
    elif kind.kind == "power struggle" and any(mentions[i].type in POWERS for i in who.actors):
        found = replace(kind, type="COERCE", mode="")  # PLOVER: civilians protest, states coerce
    elif kind.kind == "attack" and trigger.token.lemma_ in VERBAL_ATTACKS and _is_in_words(trigger, who, cast):
        found = replace(kind, kind="criticism", type="ACCUSE", mode="disapprove")
    elif trigger.token.lemma_ == "rally" and who.actors and all(mentions[i].type == "person" for i in who.actors):
        found = replace(kind, kind="rally", type="", mode="")  # a candidate's, not a protest
    elif kind.kind == "welcome" and not any(cast.parties([guest], bare=True) for guest in undergoers(trigger.token)):
        found = replace(kind, kind="support", type="SUPPORT", mode="")
    return found


def _is_misread(kind: EventKind, index: int, cast: Cast) -> bool:
    """Whether a pronoun would stand for a power where people are freed or held: `did it for THEIR release`."""
    told = cast.reading.mentions[index]
    return kind.owner == "recipient" and is_once(kind.kind) and told.form == "pronoun" and told.type in POWERS


def _is_in_words(trigger: Trigger, who: parties.Parties, cast: Cast) -> bool:
    """Whether one who is named attacks another by name, with no weapon told: politicians do so in words."""
    mentions = cast.reading.mentions
    people = all(mentions[i].type == "person" and cast.names([i]) for i in (*who.actors, *who.recipients))
    armed = any(behind(trigger.token, ("with", "by")))
    return trigger.is_verb and people and bool(who.actors and who.recipients) and not armed


def _fits(trigger: Trigger, who: parties.Parties, cast: Cast) -> bool:
    """Whether it is between such as do it: the article names who is interviewed, people are given posts.

    What only describes somebody (`the jailed lawyer`) is told where he has a name.
    """
    mentions = cast.reading.mentions
    if trigger.is_verb and trigger.token.dep_ in DESCRIBING:
        return cast.names(who.recipients)
    if trigger.token.lemma_ in OF_PEOPLE and len(trigger.words) == 1 and trigger.kind.kind in HARM:
        occasion = any(
            events.nouns_named(thing.lemma_.lower()) for thing in undergoers(trigger.token)
        )  # a meeting is held
        whose = trigger.token.lemma_ == "question" and not cast.parties(undergoers(trigger.token), bare=True)
        return not (occasion or whose) and all(mentions[i].type in PEOPLE for i in who.recipients)
    if trigger.kind.kind == "appointment":
        return all(mentions[i].type in APPOINTED or mentions[i].form == "named" for i in who.recipients)
    if trigger.kind.kind != "interview" or not who.actors:
        return True
    people = who.actors if trigger.token.lemma_ == "tell" else (*who.actors, *who.recipients)
    return cast.names(people)


def _can_be_denied(trigger: Trigger, who: parties.Parties) -> bool:
    """Whether it is worth telling that somebody says it was not done: of a deed that one is charged with."""
    return bool(trigger.kind.contested or (who.actors and trigger.kind.type in MATERIAL_CONFLICT))


def _is_told(trigger: Trigger, who: parties.Parties, when: int | None, *, again: bool) -> bool:
    """Whether enough is known of it to call it an event."""
    needs = "two" if trigger.kind.asks else trigger.kind.needs
    if needs == "nothing" or _is_done_to_several(trigger):
        return True
    if needs == "two":
        return len({*who.actors, *who.recipients}) > 1
    if needs == "recipient":
        return bool(who.recipients) or (bool(who.actors) and _is_of_a_deed(trigger))
    if trigger.is_verb:
        return _is_told_by_verb(trigger, who, again=again)
    known = bool(who.actors or who.recipients)
    set_ = bool(who.places) or when is not None or trigger.carrier is not None or generality.points(trigger)
    return known or (needs != "party" and set_)


def _is_of_a_deed(trigger: Trigger) -> bool:
    """Whether a deed is backed or hailed (`hailed the accord`), or one warned of (`marchers WOULD BE ARRESTED`)."""
    if not trigger.is_verb:
        return False
    if trigger.kind.type == "THREATEN":
        clauses = (c for c in trigger.token.children if c.dep_ == "ccomp" and any(t.tag_ == "MD" for t in c.children))
        named = (
            naming.kind.type
            for clause in clauses
            for naming in (*events.verbs_named(clause.lemma_.lower()), *_carried_by(clause))
        )
        return any(root in MATERIAL_CONFLICT or root == "ACCUSE" for root in named)
    hailed = trigger.kind.type == "SUPPORT"
    return hailed and any(events.nouns_named(deed.lemma_.lower()) for deed in undergoers(trigger.token))


def _carried_by(verb: Token) -> list[events.Naming]:
    """What the nouns name whose deed a verb carries out: `IMPOSE sanctions`."""
    deeds = undergoers(verb) if verb.lemma_.lower() in events.words("carriers") else []
    return [naming for deed in deeds for naming in events.nouns_named(deed.lemma_.lower())]


def _is_done_to_several(trigger: Trigger) -> bool:
    """Whether a number tells to whom a verb's deed was done: `seventeen were detained`, `five were freed`."""
    once = trigger.is_verb and is_once(trigger.kind.kind) and trigger.token.lemma_ not in OF_PEOPLE
    return once and any(_counts_people(patient) for patient in undergoers(trigger.token))


def _counts_people(word: Token) -> bool:
    """Whether a number stands for people: `hundreds`, `seventeen`."""
    return word.lemma_.lower() in events.words("counting") or word.ent_type_ == "CARDINAL" or word.pos_ == "NUM"


def _is_told_by_verb(trigger: Trigger, who: parties.Parties, *, again: bool) -> bool:
    """Whether a verb's subject or object is somebody, or what can burn or crash; force needs only a place."""
    kind = trigger.kind
    if kind.needs == "thing" and not kind.type:
        return generality.befalls_a_thing(trigger, or_named=again)
    if who.actors or who.recipients or (kind.type in ANYWHERE and who.places):
        return True
    if kind.type == "PROTEST" and any(_counts_people(t) for t in subjects(trigger.token)):
        return True  # `hundreds rallied`
    return kind.needs == "thing" and generality.befalls_a_thing(trigger)
