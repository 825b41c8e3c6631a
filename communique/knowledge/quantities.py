"""How English and the news trade tell quantities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.knowledge.tables import KnowledgeError, load_yaml

FILE = "quantities.yaml"
OPEN = "open"
CODE = 3  # letters of a currency's code
YEARS = "years old"
"""The unit of an age."""
PART = "of the whole"
"""The fate of what is a part of things that are told to be so many, or all of them."""

CROWD, PRESENT = "protesters", "attended"
"""Those who are counted where they gather, and what is told of them."""
PAID = "paid"
"""What is told of a sum that somebody had from somebody."""
SPENT = "spent"
"""What is told of a sum that goes into a thing."""
CAPACITY = "capacity"
"""What a number of megawatts tells of a plant, a dam or a line."""
SPEED = "speed"


@dataclass(frozen=True, slots=True)
class Approximator:
    """Words in front of a number, and the factors of it between which the true one may lie; None has no bound."""

    low: float | None
    high: float | None

    def over(self, other: Approximator) -> Approximator:
        """What is left of a number that both qualify: `at least some 40`."""
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        return Approximator(low=low, high=high)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of money or measure, and how many of it one of the words stands for."""

    name: str
    times: float


@cache
def _file() -> dict[str, Any]:
    found = load_yaml(FILE)
    if set(found) != {
        "approximators",
        "approximators behind",
        "vague",
        "units",
        "money without a code",
        "counted",
        "people",
        "fates",
        "fates of people",
        "votes",
        "set for a time",
        "sums of",
        "sums told by",
        "changes",
    }:
        message = f"{FILE}: has {sorted(found)}"
        raise KnowledgeError(message)
    return dict(found)


def _bound(value: Any) -> float | None:
    return None if value == OPEN else float(value)


def _approximators(key: str) -> dict[str, Approximator]:
    return {
        words: Approximator(low=_bound(entry["low"]), high=_bound(entry["high"]))
        for entry in _file()[key]
        for words in entry["words"]
    }


@cache
def approximators() -> dict[str, Approximator]:
    """What words in front of a number make of it."""
    return _approximators("approximators")


@cache
def behind() -> dict[str, Approximator]:
    """What words behind a number make of it: `forty OR SO`."""
    return _approximators("approximators behind")


@cache
def vague() -> dict[str, tuple[float, float]]:
    """Numbers that words leave open: `dozens of`."""
    return {words: (float(low), float(high)) for words, (low, high) in _file()["vague"].items()}


@cache
def _units() -> dict[str, list[tuple[float, Unit]]]:
    """The units that a name stands for, each with the amount from which it does, the smallest first."""
    found: dict[str, list[tuple[float, Unit]]] = {}
    for entry in sorted(_file()["units"], key=lambda entry: float(entry.get("from", 0))):
        meant = float(entry.get("from", 0)), Unit(name=entry["unit"], times=float(entry.get("times", 1)))
        for name in entry["names"]:
            found.setdefault(name.casefold(), []).append(meant)
    return found


@cache
def units() -> dict[str, Unit]:
    """Units of money and measure by their names in print, letter case apart."""
    return {name: meant[0][1] for name, meant in _units().items()}


def unit(name: str, amount: float) -> Unit | None:
    """The unit of an amount: 400 pounds are a weight and a million pounds are money, but `the two won` names none."""
    return next((unit for least, unit in reversed(_units()[name.casefold()]) if amount >= least), None)


@cache
def currencies() -> frozenset[str]:
    """The units of money, each with the code by which it is known, or the name that several states' have."""
    coded = {unit.name for unit in units().values() if len(unit.name) == CODE and unit.name.isupper()}
    return frozenset(coded | {*_file()["money without a code"]})


@cache
def _classes(key: str) -> dict[str, str]:
    return {word: name for name, words in _file()[key].items() for word in words}


def counted(lemma: str) -> str:
    """What a noun counts: a class of nouns (`troop` and `soldier` are soldiers), else the noun itself."""
    return _classes("counted").get(lemma, lemma)


def are_people(counted: str) -> bool:
    """Whether a class of nouns stands for people."""
    return counted in _file()["people"]


def fate(lemma: str, *, of_people: bool) -> str | None:
    """What a verb, adjective or noun says that the counted did or suffered; some say it of people alone."""
    return _classes("fates").get(lemma) or (_classes("fates of people").get(lemma) if of_people else None)


@cache
def votes() -> frozenset[str]:
    """The ways to vote."""
    return frozenset(_file()["votes"])


def vote(words: str) -> str | None:
    """How those vote who do what a verb says, with the preposition behind it if need be."""
    return _classes("votes").get(words)


@cache
def set_for_a_time() -> dict[str, str]:
    """The nouns that name what is set for a time, each with the one that stands for it."""
    return _classes("set for a time")


def capacity(unit: Unit) -> str | None:
    """What a unit tells of the thing that is measured by it alone."""
    return {"MW": CAPACITY, "km/h": SPEED}.get(unit.name)


def sum_of(lemma: str) -> str | None:
    """What a sum in front of a noun says of the thing: that it costs so much, or is worth it."""
    return _classes("sums of").get(lemma)


def sum_told(lemma: str) -> str | None:
    """What a verb or a noun says of a sum: that a thing costs so much, or is worth it."""
    return _classes("sums told by").get(lemma)


@cache
def told_of_things() -> frozenset[str]:
    """What sums and measures say of things."""
    return frozenset({CAPACITY, PAID, SPEED, SPENT, *_file()["sums of"]})


def change(lemma: str) -> str | None:
    """Which way a verb says that a number goes, as words for the number that it comes to."""
    return _classes("changes").get(lemma)


@cache
def changes() -> frozenset[str]:
    """The ends of changes: what a number was, and what it came to."""
    return frozenset({"before", *_file()["changes"]})
