"""Where places are: capitals, seats of government, regions and cities, by the state they belong to.

Cities of 15,000 people and more are those of GeoNames (`cities.tsv`, made by `training/places`). Of cities that share a
name the largest is meant, where it is much larger than those of other states; otherwise nobody can tell from the name.
"""

from functools import cache

from communique.domain.names import folded
from communique.knowledge.regions import region_named
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.tables import load_rows

MUCH_LARGER = 2.5


def state_of_place(name: str) -> str | None:
    """The ISO 3166 alpha-3 code of the state that a place belongs to; None where it is unknown, or several states'."""
    region = region_named(name)
    if region is not None:
        return region.country
    state = state_named(name)
    if state is not None:
        return state.country.alpha3
    seat = seated_in(name)
    return seat.alpha3 if seat else _cities().get(folded(name).removeprefix("the "))


@cache
def _cities() -> dict[str, str]:
    """The state of every city whose name tells it. Another name of a city counts a third of its people: Odessa."""
    index: dict[str, dict[str, int]] = {}
    for name, state, people, _, _, _, others in load_rows("cities.tsv"):
        _count(index, folded(name), state, int(people))
        for other in others.split("; ") if others else ():
            _count(index, other.lower(), state, int(people) // 3)
    return {name: owner for name, owners in index.items() if (owner := _plainly(owners))}


def _count(index: dict[str, dict[str, int]], name: str, state: str, people: int) -> None:
    """Keep the largest city of that name in that state."""
    owners = index.setdefault(name, {})
    owners[state] = max(owners.get(state, 0), people)


def _plainly(owners: dict[str, int]) -> str | None:
    if len(owners) == 1:
        (only,) = owners
        return only or None
    (state, most), *rest = sorted(owners.items(), key=lambda owner: -owner[1])
    return state if state and all(most >= MUCH_LARGER * people for _, people in rest) else None
