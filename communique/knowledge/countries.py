"""Countries with their names, adjectives, demonyms, capitals and metonyms; other cities."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.knowledge.tables import build, load_tsv, load_yaml

SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state as the news names it. `alpha3` is its ISO 3166 code (XKX, user-assigned, for Kosovo).

    demonyms: singular and plural forms of its people. metonyms: seats of power that stand for its government.
    """

    alpha3: str
    name: str
    other_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    metonyms: tuple[str, ...] = ()


@cache
def countries() -> tuple[Country, ...]:
    """All states: members of the United Nations, Kosovo, Palestine, Taiwan and the Vatican."""
    return tuple(build(Country, _cells(row), f"countries.tsv, {row['alpha3']}") for row in load_tsv("countries.tsv"))


@cache
def cities() -> frozenset[str]:
    """Cities besides capitals from which news is often datelined."""
    return frozenset(load_yaml("places.yaml")["cities"])


@cache
def place_nouns(
    name: Literal["settlements", "towns", "parts", "sites", "lands", "directions", "features", "named_sites"],
) -> frozenset[str]:
    """One of the lists of nouns for places (lemmas) of `places.yaml`."""
    return frozenset(load_yaml("places.yaml")[name])


@cache
def sites_called() -> frozenset[str]:
    """Nouns for places that end a place's name: `Brenna VALLEY`."""
    return place_nouns("settlements") | place_nouns("sites") | place_nouns("features") | place_nouns("named_sites")


def is_feature(name: str) -> bool:
    """Whether a name is that of a shoal, a river or the like: `Brenna SHOAL`."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() in place_nouns("features")


def place_name(name: str) -> str | None:
    """A capital, city or country in its usual spelling, whatever the letter case; None where it is not known."""
    return _places().get(name.casefold())


@cache
def _places() -> dict[str, str]:
    names = {name for c in countries() for name in (c.name, *c.other_names, c.capital) if name}
    return {name.casefold(): name for name in sorted(names | cities())}


def _cells(row: dict[str, str]) -> dict[str, object]:
    """The row without its empty cells, lists taken apart."""
    single = ("alpha3", "name", "capital")
    return {k: v if k in single else v.split(SEPARATOR) for k, v in row.items() if v}
