"""Who speaks for a state or a body: those in its offices and its government, as long as they hold them."""

import re
from collections.abc import Mapping

from communique.domain import Actor, Record, Role

_GONE = re.compile(
    r"\b(?:former|ex|then|late|ousted|deposed|exiled|opposition|candidate|front-?runner|nominee|hopeful|contender|"
    r"first-term|self-declared|self-proclaimed)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:president|premier|chancellor|minister|secretary|ambassador|envoy|spokes\w+|king|queen|emir|sultan|general|"
    r"adviser|advisor|commander|chief of staff|(?:army|navy|military|defen[cs]e) chief|governor|official|government|"
    r"ministry|department|foreign office)\b",
    re.IGNORECASE,
)
_SPOKES = r"\bspokes(?:man|woman|person)\b"
_HEADS = {
    "IGO": re.compile(
        rf"{_SPOKES}|\b(?:secretary-general|chief|head|director|chair(?:man|woman|person)?|president|commissioner)\b",
        re.IGNORECASE,
    ),
    "PTY": re.compile(rf"{_SPOKES}|\bleader\b", re.IGNORECASE),
}
"""The offices whose words count for a body of several states, and for a party."""
_OF_OTHERS = re.compile(_SPOKES, re.IGNORECASE)
_BODY = re.compile(r"\b(?:council|agency|authority|commission|board)$")  # of a trade or a town as well as of a state
_SPEAKER = re.compile(r"\b(?:minister|spokes(?:man|woman|person))\b", re.IGNORECASE)


def sides(record: Record) -> Mapping[str, str]:
    """For each actor that speaks for a state or a body the actor that this is, where the pages name it."""
    bodies = {actor.id: actor for actor in record.actors if actor.type in {"org", "party"} and actor.sector != "MED"}
    heading = {
        actor.id: body.id
        for actor in record.actors
        for role in actor.roles
        if actor.type == "person" and (body := bodies.get(role.of or "")) and _heads(role, body)
    }
    return {**heading, **_states(record)}


def _heads(role: Role, body: Actor) -> bool:
    """Whether an office in a body is one that speaks for it."""
    heads = _HEADS.get(body.sector or "", _OF_OTHERS)
    return role.to is None and bool(heads.search(role.title)) and not _GONE.search(role.title)


def _states(record: Record) -> Mapping[str, str]:
    """For each actor that speaks for a state the actor that is this state."""
    state_of = {actor.country: actor.id for actor in record.actors if actor.type == "state" and actor.country}
    presided = {actor.country for actor in record.actors for role in actor.roles if role.title.startswith("President")}
    return {
        actor.id: state_of[actor.country]
        for actor in record.actors
        if actor.country in state_of and _speaks_for(actor) and not (actor.country in presided and _presides(actor))
    }


def _presides(actor: Actor) -> bool:
    """Whether somebody is a president in small letters, of what is not told: of a union, beside *President Diaz*."""
    return bool(actor.roles) and all(role.title == "president" and not role.of for role in actor.roles)


def _speaks_for(actor: Actor) -> bool:
    if actor.sector not in {"GOV", "MIL"} or actor.type == "state":
        return False
    if actor.type in {"government", "office"}:
        return not _GONE.search(actor.name) and not _BODY.search(actor.name)
    titles = [role.title for role in actor.roles if role.to is None or role.evidence]
    if not actor.roles and _SPEAKER.search(actor.name):
        titles = [actor.name]  # *a German government spokesman*
    if actor.type != "person" or any(_GONE.search(title) for title in titles):
        return False
    return any(_OFFICE.search(title) for title in titles)
