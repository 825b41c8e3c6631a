"""Words that name deeds and happenings, and the words that tell whether they came to pass.

What PLOVER calls them follows its manual of 2021 (openeventdata/PLOVER).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from communique.domain.readings import EventStatus
from communique.knowledge.tables import KnowledgeError, build, load_yaml

ROOTS = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT""".split()
)
FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # of these what is done in the streets and on the ground
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
SPOKEN = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Roots of what can be done by words alone."""
NEEDS = frozenset({"", "recipient", "two", "party", "thing", "nothing", "told"})
OUTLET, PERSON, DEPTH, THING = "OUTLET", "PERSON", "DEPTH", "THING"
OBJECT = "object"
PREPOSITIONS = frozenset("with on by of against to from between for in as at into".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """A kind of event with the words that name it; `events.yaml` explains the fields."""

    kind: str
    type: str = ""
    mode: str = ""
    mutual: str = ""
    owner: str = ""
    scene: str = ""
    contested: str = ""
    asks: str = ""
    needs: str = ""
    befalls: str = ""
    to: tuple[str, ...] = (OBJECT, "of", "against", "on")
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Words that name a kind of event.

    beside: words that must stand with the head (a verb's particle or object; nouns in front of a noun). behind: a
    preposition that must follow a noun, and the noun behind that, where there is one (`release OF a REPORT`).
    """

    head: str
    beside: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """The words that give an event one status."""

    governors: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def verbs_named(lemma: str) -> tuple[Naming, ...]:
    """What a verb can name, those with the most words first."""
    return _verbs().get(lemma, ())


def nouns_named(lemma: str) -> tuple[Naming, ...]:
    """What a noun can name, those with the most words first."""
    return _nouns().get(lemma, ())


def governed_status(words: str) -> EventStatus | None:
    """The status that a governing verb, noun or adjective gives, `call off` and the like with their second word."""
    return _governors().get(words)


def marked_status(word: str) -> EventStatus | None:
    """The status that a word beside an event gives (`planned`, `allegedly`)."""
    return _marks().get(word)


@cache
def words(name: str) -> frozenset[str]:
    """One of the plain lists: carriers, undergone, happening, passing, object_control, things, idioms and others."""
    return frozenset(load_yaml("event_words.yaml")[name])


def is_thing(noun: str) -> bool:
    """Whether a noun (lemma) is a thing that crashes, burns or blows up."""
    return noun in words("things") or noun in words("vessels")


def strike_by(weapon: str) -> EventKind | None:
    """The kind of attack that a weapon (lemma) makes: `a drone hit the station`."""
    return _by_weapon().get(weapon)


def other_sense(verb: str, thing: str) -> bool:
    """Whether a verb (lemma) with this object (lemma) names no deed: `met the needs`."""
    return thing in _other_senses().get(verb, ())


@cache
def kinds() -> tuple[EventKind, ...]:
    """All kinds of events, as `events.yaml` lists them."""
    rows = enumerate(load_yaml("events.yaml"))
    return tuple(checked(build(EventKind, row, f"events.yaml, entry {at}")) for at, row in rows)


def checked(kind: EventKind) -> EventKind:
    """The kind, if it is of the form that `events.yaml` explains.

    Raises:
        KnowledgeError: its type or what it needs is unknown, or no word names it.
    """
    if (kind.type and kind.type not in ROOTS) or kind.needs not in NEEDS or not (kind.verbs or kind.nouns):
        message = f"events.yaml: {kind}"
        raise KnowledgeError(message)
    return kind


def by_head(named: Iterable[tuple[str, EventKind]]) -> dict[str, tuple[Naming, ...]]:
    """Names of kinds by the verb or noun that stands in each, those of the most words first.

    Raises:
        KnowledgeError: the same words name two kinds.
    """
    found: dict[str, list[Naming]] = {}
    for naming in sorted((_naming(words, kind) for words, kind in named), key=lambda n: -len(n.beside) - len(n.behind)):
        others = found.setdefault(naming.head, [])
        if any((other.beside, other.behind) == (naming.beside, naming.behind) for other in others):
            message = f"events.yaml: {' '.join((naming.head, *naming.beside, *naming.behind))!r} names two kinds"
            raise KnowledgeError(message)
        others.append(naming)
    return {head: tuple(others) for head, others in found.items()}


def _naming(words: str, kind: EventKind) -> Naming:
    """`call off` stands for a verb and its particle, `press conference`, `war with`, `release of report` for nouns."""
    first, *others = words.split()
    if words in kind.verbs:
        return Naming(head=first, beside=tuple(others), kind=kind)
    every = (first, *others)
    end = next((at for at, word in enumerate(every) if at and word in PREPOSITIONS), len(every))
    *front, head = every[:end]
    return Naming(head=head, beside=tuple(front), behind=every[end:], kind=kind)


@cache
def _by_weapon() -> dict[str, EventKind]:
    named = load_yaml("event_words.yaml")["weapons"]
    return {word: replace(kind, needs="nothing") for kind in kinds() for word in named.get(kind.kind, ())}


@cache
def _other_senses() -> dict[str, frozenset[str]]:
    return {verb: frozenset(things) for verb, things in load_yaml("event_words.yaml")["other_senses"].items()}


@cache
def _verbs() -> dict[str, tuple[Naming, ...]]:
    return by_head((words, kind) for kind in kinds() for words in kind.verbs)


@cache
def _nouns() -> dict[str, tuple[Naming, ...]]:
    plain = ((words, replace(kind, verbs=())) for kind in kinds() for words in kind.nouns)
    again = ((words, replace(kind, verbs=(), needs="told")) for kind in kinds() for words in kind.again)
    return by_head((*plain, *again))


@cache
def _status_words() -> dict[EventStatus, StatusWords]:
    table = load_yaml("event_words.yaml")
    return {status: build(StatusWords, table[status], status) for status in get_args(EventStatus) if status in table}


@cache
def _governors() -> dict[str, EventStatus]:
    return {word: status for status, found in _status_words().items() for word in found.governors}


@cache
def _marks() -> dict[str, EventStatus]:
    return {word: status for status, found in _status_words().items() for word in found.marks}
