"""Whether the speakers of two statements can be one."""

from collections.abc import Sequence
from typing import Literal

from communique.domain import AUTHORITIES, Actor
from communique.domain.names import folded
from communique.knowledge.vocabulary import stem

DETERMINERS = frozenset({"a", "an", "the"})


def compared(ours: Sequence[Actor], theirs: Sequence[Actor]) -> Literal["same", "other", "unknown"]:
    """Whether one actor speaks in both, or someone and the state or body that he can speak for.

    Whom only one of the two names may be whom the other does not: `a spokesman`.
    """
    if not ours or not theirs:
        return "unknown"
    if any(_one(one, other) for one in ours for other in theirs):
        return "same"
    nameless = {one.type for one in ours if not _named(one)} & {other.type for other in theirs}
    nameless |= {other.type for other in theirs if not _named(other)} & {one.type for one in ours}
    return "unknown" if nameless or any(_namesakes(one, other) for one in ours for other in theirs) else "other"


def _namesakes(one: Actor, other: Actor) -> bool:
    """Whether one can be a person of whom the other has the surname alone, whatever that was read as."""
    return any(
        who.type == "person" and folded(who.name).split()[1:][-1:] == [folded(name.name)]
        for who, name in ((one, other), (other, one))
    )


def _one(a: Actor, b: Actor) -> bool:
    return a == b or _speaks_for(a, b) or _called_alike(a, b)


def _speaks_for(one: Actor, other: Actor) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return any(
        a.type in AUTHORITIES and (b.type in AUTHORITIES or b.sector == "GOV") for a, b in ((one, other), (other, one))
    )


def _named(actor: Actor) -> bool:
    return not actor.mentions or any(mention.form in {"named", "adjectival"} for mention in actor.mentions)


def _called_alike(one: Actor, other: Actor) -> bool:
    """Whether two without a name can be one: `the engineers of the mine`, `engineers of the Vik mine`."""
    if _named(one) or _named(other):
        return False
    called = ({stem(word) for word in folded(who.name).split()} - DETERMINERS for who in (one, other))
    few, many = sorted(called, key=len)
    return few == many or (len(few) > 1 and few <= many)
