"""Elections across articles: `the 2020 election` and `next year's vote` of one state are one election."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.record.actors.chains import Chain

YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
FROM_NOW = (
    (re.compile(rf"\b{which} year['’]s\b", re.IGNORECASE), years)
    for which, years in (("last", -1), ("this", 0), ("next", 1))
)
RELATIVE = tuple(FROM_NOW)
KIND = re.compile(
    r"\b(?:presidential|parliamentary|general|legislative|midterm|regional|provincial|municipal|local|mayoral|primary|"
    r"referendum|european|senate|leadership|snap|run-?off)\b", re.IGNORECASE
)  # fmt: skip

Poll = tuple[str, int]
"""A state and a year."""


@dataclass(frozen=True, slots=True)
class Elections:
    """What kinds of elections the articles name, by state and year."""

    kinds: Mapping[Poll, frozenset[str]]

    @classmethod
    def of(cls, chains: Iterable[Chain]) -> "Elections":
        """The elections of some chains."""
        found: dict[Poll, set[str]] = defaultdict(set)
        for chain in chains:
            if (poll := _poll(chain)) is not None and (kind := _kind(chain)):
                found[poll].add(kind)
        return cls({poll: frozenset(kinds) for poll, kinds in found.items()})

    def key(self, chain: Chain) -> str | None:
        """What all chains of one election share; one whose kind is not told is the only one of its state and year."""
        poll = _poll(chain)
        if poll is None:
            return None
        kinds = self.kinds.get(poll, frozenset())
        kind = _kind(chain) or (min(kinds) if len(kinds) == 1 else "")
        return f"{poll[0]} {poll[1]} {kind}".strip()


def _poll(chain: Chain) -> Poll | None:
    """The state and year of an election, where both are told."""
    if chain.type != "election" or not chain.states:
        return None
    years = {year for mention in chain.mentions if (year := _year(mention.span.text, chain.published))}
    return (chain.states.most_common(1)[0][0], years.pop()) if len(years) == 1 else None


def _year(words: str, published: str | None) -> int | None:
    if printed := YEAR.search(words):
        return int(printed.group())
    away = next((years for pattern, years in RELATIVE if pattern.search(words)), None)
    return int(published[:4]) + away if published and away is not None else None


def _kind(chain: Chain) -> str:
    found = {match.group().casefold() for m in chain.mentions if (match := KIND.search(m.span.text))}
    return min(found) if len(found) == 1 else ""
