"""Organisations that act across borders, and offices of one state, by the names news uses."""

from dataclasses import dataclass
from functools import cache, lru_cache

from communique.domain.names import folded
from communique.knowledge.tables import build, by_name, load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, movement, party, firm or office; or an agreement between states.

    type: an actor's type (`org`, `office`, `group`, `party`, `agreement`). sector: PLOVER's code. country: ISO 3166
    alpha-3 of the state it belongs to, empty where it is no one state's. wikidata: only where it is certain.
    seat: the city by whose name news means it. of: the organisation that it is a body of, which acts through it.
    """

    name: str
    other_names: tuple[str, ...] = ()
    type: str = "org"
    sector: str = ""
    country: str = ""
    wikidata: str = ""
    seat: str = ""
    of: str = ""


@cache
def organisations() -> tuple[Organisation, ...]:
    """Organisations, movements, parties and firms, the European Union first."""
    return tuple(
        build(Organisation, row, f"organisations.yaml, {row.get('name')}") for row in load_yaml("organisations.yaml")
    )


@cache
def offices() -> tuple[Organisation, ...]:
    """Offices of one state that the news names without the state."""
    rows = load_yaml("offices.yaml")
    return tuple(build(Organisation, {"type": "office", **row}, f"offices.yaml, {row.get('name')}") for row in rows)


@lru_cache(maxsize=1 << 14)
def organisation_seated_in(city: str) -> Organisation | None:
    """The organisation that news calls by the name of a city, as it calls states by their capitals."""
    return next((known for known in organisations() if known.seat and known.seat == city), None)


@lru_cache(maxsize=1 << 16)
def organisation_named(name: str) -> Organisation | None:
    """The organisation or office of that name or alias, letter case, diacritics and a leading article apart.

    The case of abbreviations counts: `Alba` is not ALBA.
    """
    known = _by_name().get(key_of(name))
    return known if known and (name.isupper() or _is_spelt(known, name)) else None


def _is_spelt(known: Organisation, name: str) -> bool:
    """Whether a name that is not all capitals is one of an organisation's names, other than an abbreviation."""
    plain = name.removeprefix("the ").removeprefix("The ")
    names = (known.name, *known.other_names)
    return plain in names or any(key_of(own) == key_of(name) and not own.isupper() for own in names)


def key_of(name: str) -> str:
    """A name as organisations are looked up by it."""
    return folded(name).replace("’", "'").removeprefix("the ")


@cache
def _by_name() -> dict[str, Organisation]:
    every = (*organisations(), *offices())
    return by_name(every, lambda o: {key_of(n) for n in (o.name, *o.other_names)}, "organisations.yaml, offices.yaml")
