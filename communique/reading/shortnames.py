"""Short names: whom or what a name of the same article stands for when it is not printed in full.

A person's full name is taken up by the surname, by two-part surnames and, where nobody else can be meant, by another of
its words; an organisation's by its abbreviation, by its first or last words. Full names that disagree in a first name,
a middle initial or a `Jr.` are different persons'.
"""

import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from communique.domain import BODIES
from communique.domain.names import folded
from communique.knowledge.names import (
    articles,
    borne_by_women,
    eastern_surnames,
    forms_of,
    particles,
    taken_apart,
)
from communique.knowledge.organisations import organisation_named
from communique.knowledge.states import state_named
from communique.knowledge.titles import kind_of_noun

T = TypeVar("T", bound=Hashable)

COMPANY_FORMS = frozenset(
    "ag co company corp corporation group gmbh holdings inc limited llc ltd nv plc sa se spa".split()
)
SMALL = frozenset("a an and at de des du for in la of on the to und y".split())
TOO_GENERAL = frozenset(  # first words that many organisations share
    """air american bank central democratic east european federal first general global grand high international joint
    law military ministry national new north northern people people's public royal saint school social south southern
    state supreme united university us west western white world""".split()
)
LONGEST = 12  # words of a name that are looked at


@dataclass(frozen=True, slots=True)
class ShortName:
    """The words of a person's name, folded, without particles in front, and its `Jr.` or `II` where it has one."""

    words: tuple[str, ...]
    generation: str = ""

    @classmethod
    def of(cls, text: str) -> "ShortName":
        """Take a printed name apart."""
        words, generation = taken_apart(text)
        while len(words) > 1 and words[0] in particles() | articles():
            del words[0]
        return cls(tuple(words), generation)

    @property
    def full(self) -> bool:
        """Whether it is more than one word."""
        return len(self.words) > 1

    @property
    def surname(self) -> str:
        """What others call the person by: the last word, or the first of a name of East Asia."""
        return self.words[0 if self.words[0] in eastern_surnames() else -1]

    def may_be(self, other: "ShortName") -> bool:
        """Whether the two can be printed forms of one person's name."""
        if not (self.full and other.full):
            return bool({*self.words} & {*other.words})
        if self.generation != other.generation:
            return False
        if _ends(self.words, other.words) or _ends(other.words, self.words):
            return True
        middle = (word for word in self.words[1:-1] if word not in particles())
        others = (word for word in other.words[1:-1] if word not in particles())
        return (
            self.words[-1] == other.words[-1]
            and _spelt_alike(self.words[0], other.words[0])
            and all(_spelt_alike(*pair) for pair in zip(middle, others, strict=False))
        )


@dataclass(slots=True)
class Persons(Generic[T]):
    """The persons of an article so far, found by the words of their names."""

    names: dict[T, list[ShortName]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[T]] = field(default_factory=lambda: defaultdict(list))

    def add(self, person: T, text: str) -> None:
        """Take note of a name that a person was called by."""
        name = ShortName.of(text)
        if name not in self.names[person]:
            self.names[person].append(name)
            for word in dict.fromkeys(name.words):
                if person not in self.by_word[word][-LONGEST:]:
                    self.by_word[word].append(person)

    def called(self, text: str, *, titled: bool = False) -> list[T]:
        """Whom a name can mean, those first who were first named; a surname rather means its bearers than others.

        titled: a title stands before it, so that one word is a surname, or a name that none but its bearers goes by.
        """
        name = ShortName.of(text)
        if not name.words:
            return []
        known = {p: None for word in dict.fromkeys(name.words) for p in self.by_word[word][-LONGEST:]}
        fitting = [p for p in known if all(name.may_be(other) for other in self.names[p])]
        if name.full:
            return fitting
        bearers = [p for p in fitting if any(other.surname == name.words[0] for other in self.names[p])]
        return bearers or ([] if titled and _given_or_place(name.words[0]) else fitting)


@dataclass(slots=True)
class Bodies(Generic[T]):
    """The organisations of an article so far, found by their names, first and last words and initials."""

    by_key: dict[str, list[tuple[str, T]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, body: T, text: str) -> None:
        """Take note of a name that an organisation was called by."""
        for key in _keys(text):
            if (text, body) not in self.by_key[key][-LONGEST:]:
                self.by_key[key].append((text, body))

    def called(self, text: str) -> T | None:
        """What a name means, the last named where it could be several."""
        known = dict.fromkeys(pair for key in _keys(text) for pair in self.by_key[key][-LONGEST:])
        return next((body for other, body in reversed(known) if _same_body(text, other)), None)


def _given_or_place(word: str) -> bool:
    """Whether a word is a given name that no title stands before alone, or a state's name."""
    return borne_by_women(word) is not None or state_named(word) is not None


def _keys(text: str) -> set[str]:
    """What two names of one organisation share at least one of."""
    words = _plain(text)
    known = organisation_named(text)
    keys = {
        *words[:1],
        *words[-1:],
        *(_initials_of(text) if len(words) > 1 else ()),
        re.sub(r"[^\w]", "", text).lower(),
    }
    return keys | ({f"= {known.name}"} if known else set())


def _same_body(text: str, other: str) -> bool:
    """Whether a name can be another form of one that stood before it."""
    one, two = organisation_named(text), organisation_named(other)
    if one is not None and two is not None:
        return one == two
    return (
        abbreviates(text, other)
        or abbreviates(other, text)
        or shortens(text, other)
        or shortens(other, text, later=True)
        or ([folded(text)] == _plain(other)[-1:] and kind_of_noun(text) in BODIES)  # `the Commission`
    )


def abbreviates(short: str, full: str) -> bool:
    """Whether a short name is the initials of a longer one: `IMF`, `U.N.`, `OPCW`."""
    letters = re.sub(r"[^\w]", "", short)
    return 2 <= len(letters) <= 10 and letters[:2].isupper() and " " in full and letters.lower() in _initials_of(full)


def shortens(short: str, full: str, *, later: bool = False) -> bool:
    """Whether one name of an organisation is the other without its beginning or end.

    `State Department` for `U.S. State Department`, `Nordfisk` for `Nordfisk Holdings Inc.` and, unless the longer one
    stands later, for `Nordfisk Shipping`.
    """
    a, b = _plain(short), _plain(full)
    if not a or len(a) >= len(b):
        return False
    if a == b[: len(a)]:
        unique = len(a) == 1 and a[0] not in TOO_GENERAL and state_named(short) is None
        return set(b[len(a) :]) <= COMPANY_FORMS or (unique and not later)
    return len(a) > 1 and a == b[-len(a) :] and state_named(" ".join(b[: -len(a)])) is not None


def _initials_of(name: str) -> set[str]:
    """The initials of a name's words, with and without the small words."""
    words = re.findall(r"\w+", folded(name))[:LONGEST]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}


def _plain(name: str) -> list[str]:
    words = [w.strip(".,'’()") if w.count(".") < 2 else w for w in folded(name).split()[:LONGEST]]
    return [w for w in words if w and w != "the"]


def _ends(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words end the whole, in the same order, others between them or not."""
    left = iter(reversed(whole))
    return words[-1] == whole[-1] and all(word in left for word in reversed(words))


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two first names can be one: `J` and `Jan`, `Mike` and `Michael`."""
    return a == b or (1 in {len(a), len(b)} and a[0] == b[0]) or bool(forms_of(a) & forms_of(b))
