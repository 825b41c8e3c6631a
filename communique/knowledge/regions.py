"""Regions, seas, islands and provinces: places that are neither states nor cities."""

from dataclasses import dataclass
from functools import cache

from communique.domain.names import folded
from communique.knowledge.tables import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place, and the ISO 3166 alpha-3 code of its state where it belongs to one."""

    name: str
    country: str | None = None


@cache
def regions() -> tuple[Region, ...]:
    """All regions, those of several states first."""
    table = load_yaml("regions.yaml")
    shared = (Region(name=name) for name in table["several states"])
    owned = (Region(name=name, country=code) for code, names in table["one state"].items() for name in names)
    return (*shared, *owned)


def region_named(name: str) -> Region | None:
    """The region of this name; letter case, diacritics and a leading article do not count."""
    return _by_name().get(folded(name).removeprefix("the "))


@cache
def _by_name() -> dict[str, Region]:
    return {folded(region.name): region for region in reversed(regions())}
