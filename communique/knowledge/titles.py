"""Words that tell what somebody or something is: titles, kinship, institutions, kinds of places, PLOVER's sectors."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast

from communique.domain import ActorType
from communique.domain.names import folded
from communique.knowledge.nouns import actor_noun
from communique.knowledge.tables import KnowledgeError, build, load_yaml

SMALL = frozenset({"of", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """Something that every state has one of. `words`: the nouns for it, without the state."""

    name: str
    words: tuple[str, ...]
    type: str
    sector: str


@cache
def kin() -> frozenset[str]:
    """Nouns for kin."""
    return _words("kin") | _words("only kin")


@cache
def belonging() -> frozenset[str]:
    """Nouns for kin and staff, who belong to the same state as their principal unless told otherwise."""
    return kin() | _words("staff")


def names_person(noun: str) -> bool:
    """Whether a noun in the singular stands for a person, so that it can be the head of a title."""
    return actor_noun(noun) == "person" or noun.casefold() in _words("persons")


def means_bodies_too(noun: str) -> bool:
    """Whether a noun for a person means companies and states as well: `rival`."""
    return noun.casefold() in _words("persons or bodies")


@cache
def courtesies() -> frozenset[str]:
    """Words before a name that are no title: `Mr`."""
    return _words("courtesies")


@cache
def titles_of_names() -> frozenset[str]:
    """Words, without a period, that stand before a name and are no part of it: `Foreign`, `Minister`, `Mr`."""
    plain = frozenset(word.rstrip(".") for word in courtesies())
    return plain | _words("beside names") | former() | passing() | ranks()


@cache
def title_modifiers() -> frozenset[str]:
    """Words that stand in a title before its head: `former`, `foreign`."""
    words = _words("modifiers") | former() | passing() | ranks()
    return words | frozenset(part for phrase in words for part in phrase.split())


@cache
def one_of_several() -> frozenset[str]:
    """Nouns for those who are somebody's and may be one of several: `his aide`."""
    return _words("kin") | _words("companions")


@cache
def female() -> frozenset[str]:
    """Nouns for women."""
    return _words("women")


@cache
def male() -> frozenset[str]:
    """Nouns for men."""
    return _words("men")


@cache
def former() -> frozenset[str]:
    """Words that say that an office is past."""
    return _words("former")


@cache
def passing() -> frozenset[str]:
    """Words that say that an office is held for the time being."""
    return _words("passing")


@cache
def ranks() -> frozenset[str]:
    """Words that make another office of one: `deputy`."""
    return _words("ranks")


@cache
def general_words() -> frozenset[str]:
    """Words that can mean holders of several offices: `leader`."""
    return frozenset(_table("titles.yaml")["general"])


def stands_for(word: str) -> frozenset[str]:
    """What somebody can be called whom a word means: by `leader` a president too."""
    return frozenset(_table("titles.yaml")["general"].get(word, ())) | {word}


def institution_called(words: str) -> Institution | None:
    """The institution of a state that a noun phrase without its state stands for, letter case apart."""
    return _institutions().get(words.casefold())


def state_of_title(title: str) -> str | None:
    """The state, ISO 3166 alpha-3, whose office the news calls so without naming it: `secretary of state`."""
    words = title.casefold().split()
    return next((code for i in range(len(words)) if (code := _offices().get(" ".join(words[i:])))), None)


def post_called(title: str) -> str | None:
    """The post in which a state has one person at a time, by one of its names: `secretary of state`, `top diplomat`."""
    return _posts().get(frozenset(folded(title).split()) - SMALL)


def post_among(words: frozenset[str]) -> str | None:
    """The post that words beside a name tell, other words among them or not; none for a deputy's."""
    found = (names for names in _posts() if names <= words)
    best = max(found, key=len, default=None)
    return None if best is None or words & ranks() else _posts()[best]


def counterparts(one: str, other: str) -> bool:
    """Whether two posts deal with each other."""
    return one == other or {one, other} <= _words("heads")


def kind_of_noun(noun: str) -> ActorType | None:
    """What a common noun says that the name before it is: `prison` a place, `party` a party."""
    return _kinds().get(noun.casefold())


@lru_cache(maxsize=1 << 14)
def sector_of_phrase(words: str) -> str | None:
    """PLOVER's sector code of a title or noun phrase: by what changes its head, then by its head, its last noun.

    `rights group`: NGO. `deputy foreign minister`: GOV. What follows `of` does not count, unless nothing else tells.
    """
    front, _, behind = words.casefold().partition(" of ")
    return _of_words(front.split()) or (_of_words(behind.split()) if behind else None)


def _of_words(words: list[str]) -> str | None:
    table, modifiers = _sectors(), _modifiers()
    parts = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    changed = next((modifiers[part] for part in parts if part in modifiers), None)
    head = next((table[p] for p in (" ".join(words[i:]) for i in range(len(words))) if p in table), None)
    head = head or next((table[single] for w in reversed(words) if (single := _singular(w)) in table), None)
    changes = {None, "CVL", "NGO", "EDU", "MIL", "COP"} | ({"GOV"} if changed != "BUS" else set())  # an energy minister
    return changed if changed and head in changes else head


def _singular(word: str) -> str:
    """An English noun without its plural ending, where taking it off gives a known word."""
    table = _sectors()
    plurals = ((word, ""), (word, "s"), (word, "es"), (word, "men"), (word, "women"), (word, "ies"))
    ends = {"men": "man", "women": "woman", "ies": "y"}
    forms = (w.removesuffix(end) + ends.get(end, "") for w, end in plurals if w.endswith(end))
    return next((form for form in forms if form in table), word)


@cache
def _table(name: str) -> dict[str, Any]:
    return dict(load_yaml(name))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_table("titles.yaml")[key])


@cache
def _institutions() -> dict[str, Institution]:
    rows = [build(Institution, row, f"titles.yaml, {row.get('name')}") for row in _table("titles.yaml")["institutions"]]
    return {word: row for row in rows for word in row.words}


@cache
def _posts() -> dict[frozenset[str], str]:
    posts = _table("titles.yaml")["posts"]
    return {frozenset(name.split()) - SMALL: post for post, names in posts.items() for name in names}


@cache
def _offices() -> dict[str, str]:
    return {title: code for code, titles in _table("titles.yaml")["offices"].items() for title in titles}


@cache
def _kinds() -> dict[str, ActorType]:
    kinds = _table("titles.yaml")["kinds"]
    return {word: cast("ActorType", kind) for kind, words in kinds.items() for word in words}


@cache
def _sectors() -> dict[str, str]:
    return _by_word("words")


@cache
def _modifiers() -> dict[str, str]:
    return _by_word("modifiers")


def _by_word(key: str) -> dict[str, str]:
    """The code of every word.

    Raises:
        KnowledgeError: a code is unknown, or a word stands under two.
    """
    table = _table("sectors.yaml")
    found: dict[str, str] = {}
    for code, words in table[key].items():
        for word in words:
            if code not in table["codes"] or word in found:
                message = f"sectors.yaml, {key}: {word!r} stands twice, or {code!r} is no code"
                raise KnowledgeError(message)
            found[word] = code
    return found
