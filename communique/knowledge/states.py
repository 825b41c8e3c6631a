"""States as the news names them: by name, adjective or the word for their people."""

from dataclasses import dataclass
from functools import cache

from communique.domain.names import folded
from communique.knowledge.countries import Country, countries


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """What a word says about a state: which it is, and whether the word is its adjective or demonym."""

    country: Country
    adjective: bool


def state_named(name: str) -> StateName | None:
    """The state that a word or name stands for, None where it is no state's or several states'."""
    return _states().get(folded(name))


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
