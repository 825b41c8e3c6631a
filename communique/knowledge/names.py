"""What people's names are made of: forms of one given name, particles, suffixes, surnames that stand first."""

import re
from functools import cache, lru_cache
from typing import Any

from communique.domain.names import folded
from communique.knowledge.tables import KnowledgeError, load_yaml

LONGEST = 120  # characters of a name that are looked at
WORDS = 8
SLAVIC = 5  # letters of a surname from which its ending tells
LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e",
    "'": "", "’": "", "‘": "", "ʼ": "", "ʿ": "", "ʾ": "", "`": "", ",": " ", "–": "-",
})  # fmt: skip
SHE, HE = frozenset("she her hers herself".split()), frozenset("he him his himself".split())
POSSESSIVE = re.compile(r"['’]s?$")
SAME_SUFFIX = {"junior": "jr", "senior": "sr"}


def taken_apart(name: str) -> tuple[list[str], str]:
    """The words of a printed name, folded, and its `jr` or `ii`; there may be none.

    What a hyphen joins is one word, unless a particle stands before it: `al-Hadi`.
    """
    text = folded(POSSESSIVE.sub("", name[:LONGEST])).translate(LETTERS).replace("ß", "ss")
    words = [word for part in re.sub(r"\.(?=\w)", ". ", text).split() for word in _split(part.strip('.-"()[]'))]
    words = words[:WORDS] or ([text] if text else [])
    suffix = words.pop() if len(words) > 1 and words[-1] in suffixes() else ""
    return words, SAME_SUFFIX.get(suffix, suffix)


def _split(word: str) -> list[str]:
    """A word at its hyphen where an article or particle stands before it, joined otherwise: `al-Assad`, `Jong-un`."""
    head, hyphen, rest = word.partition("-")
    if hyphen and head in particles() and rest:
        return [head, rest.replace("-", "")]
    return [joined] if (joined := word.replace("-", "")) else []


@lru_cache(maxsize=1 << 14)
def forms_of(given: str) -> frozenset[str]:
    """The first form of every given name that this is a form of (`mike`: michael), itself where it is none's."""
    return _given().get(given, frozenset((given,)))


def surname_of_women(surname: str) -> bool | None:
    """Whether a surname is one that women bear, by its Slavic ending (`Petrova`); None where both may."""
    name = folded(surname).translate(LETTERS)
    if len(name) < SLAVIC or name in _table()["no endings"]:
        return None
    women, men = (name.endswith(tuple(_table()[f"{who}'s endings"])) for who in ("women", "men"))
    return True if women else False if men else None


def borne_by_women(given: str) -> bool | None:
    """Whether a given name is a woman's, letter case and accents apart; None where it may be anybody's."""
    name = folded(given).translate(LETTERS)
    women, men = _sexes()
    return True if name in women else False if name in men else None


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
def _sexes() -> tuple[frozenset[str], frozenset[str]]:
    """Given names of women and of men.

    Raises:
        KnowledgeError: a name stands under both.
    """
    women, men = frozenset(_table()["women"]), frozenset(_table()["men"])
    if women & men:
        message = f"names.yaml, women and men: {sorted(women & men)}"
        raise KnowledgeError(message)
    return women, men


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
