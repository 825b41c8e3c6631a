"""Whose matter an issue is: the state that the words around a cue name as its owner or its object."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from communique.domain import Actor, ActorMention, Record, Span, Statement
from communique.knowledge.countries import countries

SEVERAL_STATES = "IGO"  # PLOVER's sector of an organisation of states
BEFORE, AFTER, LISTED, OURS = 30, 60, 160, 15  # characters between a cue and the state that it is said of

_OWNED = re.compile(
    r"(?:['’]s?)?[\s“”\"-]*(?:(?!for\b|to\b|of\b|and\b|in\b|on\b|is\b|was\b|has\b|will\b)\w+[\s“”\"-]+){0,2}"
)
_STOP = re.compile(r"[.;:!?]|\b(?:is|are|was|were|be|been) (?:an?|the)\b")  # *sanctions would BE A gift to Norway*
_OBJECT = re.compile(
    r"\b(?:on|against|in|with|at|to|over|from|towards?|into|of|for|punishing|hitting|targeting)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:agreed|announced|brokered|held|hosted|mediated|negotiated|reached|signed)\s+(?:by|in|at)\s+(?:the\s+)?$"
)
"""What leads to where something was agreed on, or who helped, of whom it is not: *the truce agreed in Chad*."""
_OF = re.compile(r"\b(?:of|in|by|for|within|across)\s+(?:the\s+)?$", re.IGNORECASE)
_OURS = re.compile(r"\bour\b", re.IGNORECASE)
_STATELY = {"state": 0, "government": 1, "place": 1, "office": 2, "person": 2, "group": 2, "org": 3, "party": 3}


@dataclass(frozen=True, slots=True, order=True)
class _Named:
    """A place in a document where a state, or someone or something of it, is named."""

    start: int
    end: int
    rank: int
    code: str
    actor: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class States:
    """Where the states stand in the documents, in text order, and the state of each actor."""

    named: Mapping[str, list[_Named]]
    country: Mapping[str, str]

    @classmethod
    def of(cls, record: Record) -> "States":
        """Every mention of a state or of an actor whose state is known; who serves several states is of none."""
        known = {country.alpha3 for country in countries()}
        shared = {actor.id for actor in record.actors if actor.sector == SEVERAL_STATES}
        serving = {actor.id for actor in record.actors if shared & {role.of for role in actor.roles}}
        named: defaultdict[str, list[_Named]] = defaultdict(list)
        for actor in record.actors:
            stately = actor.country in known and actor.type in _STATELY and actor.id not in serving
            for mention in actor.mentions if stately else ():
                named[mention.span.document].append(_named(actor, mention))
        country = {actor.id: actor.country for actor in record.actors if actor.country and actor.id not in serving}
        return cls({document: sorted(held) for document, held in named.items()}, country)

    def within(self, span: Span) -> list[_Named]:
        """The places inside a passage."""
        held = self.named.get(span.document, [])
        at = bisect_left(held, span.start, key=lambda place: place.start)
        found = []
        while at < len(held) and held[at].start < span.end:
            if held[at].end <= span.end:
                found.append(held[at])
            at += 1
        return found

    def concerned(self, about: str, cue: Span, passage: Span, own: frozenset[str]) -> tuple[str, ...]:
        """The states that a cue is said of within a passage; `own` are those of the speakers. None where untold."""
        if about == "world":
            return ()
        places = self.within(passage)
        if about == "each":
            after = {place.code for place in places if place.rank < 2 and cue.end <= place.start < cue.end + LISTED}
            return tuple(sorted(after - own))
        if about == "pair":
            return _pair(cue, passage, places, own)
        find = _owner if about in {"owner", "doer"} else _target
        found = find(cue, passage, places, own)
        return (found,) if found else ()


def own_of(statement: Statement, states: States) -> frozenset[str]:
    """The states of those who speak."""
    return frozenset(code for actor in statement.speakers if (code := states.country.get(actor)))


def _named(actor: Actor, mention: ActorMention) -> _Named:
    span = mention.span
    adjective = mention.form == "adjectival"
    return _Named(span.start, span.end, _STATELY[actor.type], str(actor.country), actor.id, adjective)


def _owner(cue: Span, passage: Span, places: list[_Named], own: frozenset[str]) -> str | None:
    """*Chad's elections*, *the elections in Chad*, *our elections*: whose the words around the cue say it is."""
    inside = [place for place in places if cue.start <= place.start and place.end <= cue.end]
    before = [place for place in places if place.end <= cue.start and cue.start - place.end <= BEFORE]
    after = [place for place in places if cue.end <= place.start <= cue.end + AFTER]
    if inside:
        return inside[-1].code
    if before and _OWNED.fullmatch(_between(passage, before[-1].end, cue.start)):
        return before[-1].code
    if after and _owns(_between(passage, cue.end, after[0].start), after[0], passage):
        return after[0].code
    if _ours(cue, passage) and len(own) == 1:
        return next(iter(own))
    return _only({place.code for place in places if place.rank < 3 and place.end <= cue.start} - own)


def _owns(between: str, place: _Named, passage: Span) -> bool:
    """Whether what stands after a cue owns it: *elections in Chad*, *prop up Chad's ruler*."""
    possessive = passage.text[place.end - passage.start :].startswith(("'s", "’s"))
    return bool(_OF.search(between)) or ((possessive or place.rank == 2) and not between.strip())


def _target(cue: Span, passage: Span, places: list[_Named], own: frozenset[str]) -> str | None:
    """*sanctions on Chad*: the first state inside the cue, or after it where a preposition leads to it."""
    for place in places:
        if place.start < cue.start or place.start > cue.end + AFTER:
            continue
        between = _between(passage, cue.start, place.start)
        inside = place.end <= cue.end
        if (inside or not place.adjective) and _leads(between) and not _STOP.search(between):
            return place.code
    if _ours(cue, passage) and len(own) == 1:
        return next(iter(own))
    led = {
        place.code
        for place in places
        if place.rank < 1
        and not place.adjective
        and _leads(_between(passage, passage.start, place.start))
        and not _STOP.search(_between(passage, cue.end, place.start))
    }
    return _only(led - own)


def _leads(before: str) -> bool:
    """Whether the words before a state make it what something is done to."""
    return _OBJECT.search(before) is not None and _MADE.search(before) is None


def _ours(cue: Span, passage: Span) -> bool:
    """*our elections*: in the cue, or right before it."""
    return bool(_OURS.search(cue.text) or _OURS.search(_between(passage, passage.start, cue.start)[-OURS:]))


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _pair(cue: Span, passage: Span, places: list[_Named], own: frozenset[str]) -> tuple[str, ...]:
    """Two states: the speakers' own, or the two of the passage that stand nearest to the cue."""
    near = sorted((place for place in places if place.rank < 3), key=lambda place: _distance(place, cue))
    codes = list(dict.fromkeys(place.code for place in near))
    if len(own) == 2:
        return tuple(sorted(own))
    others = [code for code in codes if code not in own]
    ours = re.search(r"\b(?:our|we|us)\b", passage.text) or own & set(codes) or len(others) <= 1
    chosen = [*own, *others[:1]] if len(own) == 1 and ours else others[:2]
    return tuple(sorted(chosen)) if len(chosen) == 2 else ()


def _distance(place: _Named, cue: Span) -> int:
    return max(place.start - cue.end, cue.start - place.end, 0)


def _between(passage: Span, start: int, end: int) -> str:
    return passage.text[start - passage.start : end - passage.start]
