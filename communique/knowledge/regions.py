"""Regions, seas, islands and provinces: places that are neither states nor cities; and the parts of the world."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.domain.names import folded
from communique.knowledge.countries import countries
from communique.knowledge.tables import KnowledgeError, load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place, and the ISO 3166 alpha-3 code of its state where it belongs to one."""

    name: str
    country: str | None = None


@cache
def regions() -> tuple[Region, ...]:
    """All regions, those of several states first."""
    table = _table()
    shared = (Region(name=name) for name in table["several states"])
    owned = (Region(name=name, country=code) for code, names in table["one state"].items() for name in names)
    return (*shared, *owned)


def region_named(name: str) -> Region | None:
    """The region of this name; letter case, diacritics and a leading article do not count."""
    return _by_name().get(folded(name).removeprefix("the "))


@cache
def _by_name() -> dict[str, Region]:
    return {folded(region.name): region for region in reversed(regions())}


def states_of_part(adjective: str) -> frozenset[str]:
    """The codes of the states that an adjective fits, letter case apart: `West African`, `island`; none if unknown."""
    return _parts().get(adjective.casefold(), frozenset())


@cache
def _parts() -> dict[str, frozenset[str]]:
    """The states by the words for their part of the world.

    Raises:
        KnowledgeError: a code is no state's.
    """
    known = frozenset(country.alpha3 for country in countries())
    parts = {adjective: frozenset(_flat(codes)) for adjective, codes in _table()["parts"].items()}
    if wrong := {code for codes in parts.values() for code in codes} - known:
        message = f"regions.yaml: {sorted(wrong)} are no states"
        raise KnowledgeError(message)
    return parts


def _flat(codes: Any) -> Iterator[str]:
    """The codes of a list that may hold other lists."""
    for code in codes:
        if isinstance(code, list):
            yield from _flat(code)
        else:
            yield code


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("regions.yaml"))
