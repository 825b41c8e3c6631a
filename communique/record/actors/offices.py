"""Offices of state that one person holds at a time: who is meant by `Peru's foreign minister` where nobody is named.

If other articles of the pile tell only one person by that office, it is that person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from communique.domain.names import folded
from communique.record.actors.chains import Chain

REASON = "holds the office, which no other person of these articles is told to hold"
SAME = {  # other words for one office
    "chief diplomat": "foreign minister",
    "defense minister": "defence minister",
    "defense secretary": "defence minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "minister of foreign affairs": "foreign minister",
    "premier": "prime minister",
    "secretary of defense": "defence minister",
    "secretary of state": "foreign minister",
    "top diplomat": "foreign minister",
}
OF_ONE = frozenset(SAME.values()) | {
    "chancellor", "crown prince", "emir", "finance minister", "interior minister", "king", "president", "queen",
}  # fmt: skip
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some"})

Office = tuple[str, str]


def holders(named: Iterable[tuple[Chain, str]]) -> dict[Office, str]:
    """The key of the only person, of named chains and their persons' keys, who is told to hold each office."""
    found: dict[Office, set[str]] = defaultdict(set)
    for chain, key in named:
        for office in _offices(chain):
            found[office].add(key)
    return {office: next(iter(keys)) for office, keys in found.items() if len(keys) == 1}


def held(chain: Chain, known: Mapping[Office, str]) -> str | None:
    """The person whom a chain of noun phrases without a name means by an office of state."""
    definite = all(m.span.text.split()[0].casefold() not in INDEFINITE for m in chain.mentions)
    if chain.type != "person" or chain.named or not definite:
        return None
    persons = {known[office] for office in _offices(chain) if office in known}
    return persons.pop() if len(persons) == 1 else None


def _offices(chain: Chain) -> Iterator[Office]:
    for told in chain.descriptions:
        title = SAME.get(folded(told.title), folded(told.title))
        if told.country and title in OF_ONE:
            yield title, told.country
