"""States as the news names them: by name, adjective or the word for their people."""

from dataclasses import dataclass
from functools import cache, lru_cache

from communique.domain.names import folded
from communique.knowledge.countries import Country, countries


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """What a word says about a state: which it is, and whether the word is its adjective or demonym."""

    country: Country
    adjective: bool


@lru_cache(maxsize=1 << 16)
def state_named(name: str) -> StateName | None:
    """The state that a word or name stands for, None where it is no state's or several states'.

    Abbreviations are printed in capitals: `us` and `car` are no states.
    """
    state = _states().get(folded(name))
    return None if state and not name.isupper() and folded(name) in _abbreviations() else state


@lru_cache(maxsize=1 << 16)
def seated_in(name: str) -> Country | None:
    """The state whose capital or seat of government has this name, None where it is nobody's or several states'."""
    return _seats().get(folded(name).removeprefix("the "))


@cache
def _abbreviations() -> frozenset[str]:
    names = (name for country in countries() for name in (*country.other_names, *country.adjectives))
    return frozenset(folded(name) for name in names if name.isupper())


@cache
def _seats() -> dict[str, Country]:
    owners: dict[str, set[str]] = {}
    by_code = {country.alpha3: country for country in countries()}
    for country in countries():
        for name in (country.capital, *country.metonyms):
            owners.setdefault(folded(name).removeprefix("the "), set()).add(country.alpha3)
    return {name: by_code[next(iter(codes))] for name, codes in owners.items() if name and len(codes) == 1}


@cache
def _states() -> dict[str, StateName]:
    found: dict[str, StateName] = {}
    shared: set[str] = set()
    for country in countries():
        own = {folded(name): True for name in (*country.adjectives, *country.demonyms)}
        own |= {folded(name): False for name in (country.name, *country.other_names)}
        for name, adjective in own.items():
            if name in found:
                shared.add(name)
            found[name] = StateName(country=country, adjective=adjective)
    return {name: state for name, state in found.items() if name not in shared}
