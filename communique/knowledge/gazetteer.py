"""Where places are: capitals, seats of government, regions and cities, by the state they belong to.

Cities of 15,000 people and more are those of GeoNames (`cities.tsv`, made by `training/places`). Of cities that share a
name the largest is meant, where it is much larger than those of other states; otherwise nobody can tell from the name.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.domain.names import folded
from communique.knowledge.regions import region_named
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.tables import load_lines

MUCH_LARGER = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city of GeoNames: its state (ISO 3166 alpha-3), people, degrees north and east, and GeoNames number."""

    name: str
    country: str
    people: int
    latitude: float
    longitude: float
    geonames: int


def state_of_place(name: str) -> str | None:
    """The ISO 3166 alpha-3 code of the state that a place belongs to; None where it is unknown, or several states'."""
    region = region_named(name)
    if region is not None:
        return region.country
    state = state_named(name)
    if state is not None:
        return state.country.alpha3
    seat = seated_in(name)
    return seat.alpha3 if seat else _state_of_city(folded(name).removeprefix("the "))


@lru_cache(maxsize=1 << 14)
def cities_called(name: str) -> tuple[City, ...]:
    """Every city of this name, or that has it as another name, the largest first."""
    return tuple(_city(row) for row in _rows(folded(name)))


def _city(row: list[str]) -> City:
    _, name, country, people, latitude, longitude, number = row
    return City(
        name=name,
        country=country,
        people=int(people),
        latitude=float(latitude),
        longitude=float(longitude),
        geonames=int(number),
    )


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a folded name: the file is sorted by names, so that it need not be taken apart to be looked up."""
    lines = _lines()
    at = bisect_left(lines, key := f"{name}\t")
    while at < len(lines) and lines[at].startswith(key):
        yield lines[at].split("\t")
        at += 1


@cache
def _lines() -> list[str]:
    return load_lines("cities.tsv")


@lru_cache(maxsize=1 << 14)
def _state_of_city(name: str) -> str | None:
    """The state of the city that a folded name tells. Another name of a city counts a third of its people: Odessa."""
    owners: dict[str, int] = {}
    for row in _rows(name):
        city = _city(row)
        people = city.people if folded(city.name) == name else city.people // 3
        owners[city.country] = max(owners.get(city.country, 0), people)
    return _plainly(owners) if owners else None


def _plainly(owners: dict[str, int]) -> str | None:
    if len(owners) == 1:
        (only,) = owners
        return only or None
    (state, most), *rest = sorted(owners.items(), key=lambda owner: -owner[1])
    return state if state and all(most >= MUCH_LARGER * people for _, people in rest) else None
