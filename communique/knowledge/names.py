"""What people's names are made of: forms of one given name, particles, suffixes, surnames that stand first."""

from functools import cache
from typing import Any

from communique.knowledge.tables import KnowledgeError, load_yaml


@cache
def forms_of(given: str) -> frozenset[str]:
    """The first form of every given name that this is a form of (`mike`: michael), itself where it is none's."""
    return _given().get(given, frozenset((given,)))


@cache
def particles() -> frozenset[str]:
    """Words that belong to the surname behind them: `van`, `de`, `bin`."""
    return frozenset(_table()["particles"])


@cache
def articles() -> frozenset[str]:
    """Arabic articles, which another spelling of the surname may leave out."""
    return frozenset(_table()["articles"])


@cache
def suffixes() -> frozenset[str]:
    """What tells father and son apart: `jr`, `iii`."""
    return frozenset(_table()["suffixes"])


@cache
def eastern_surnames() -> frozenset[str]:
    """Surnames of East Asia and Vietnam, which stand first."""
    return frozenset(_table()["eastern"])


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("names.yaml"))


@cache
def _given() -> dict[str, frozenset[str]]:
    """For every form the first names of its rows; a form may be of several names (`pat`).

    Raises:
        KnowledgeError: a form is not a lower-case word.
    """
    index: dict[str, frozenset[str]] = {}
    for first, *others in _table()["given"]:
        for form in (first, *others):
            if not isinstance(form, str) or not form.isalpha() or form != form.casefold():
                message = f"names.yaml, given: {form!r} is no lower-case word"
                raise KnowledgeError(message)
            index[form] = index.get(form, frozenset()) | {first}
    return index
