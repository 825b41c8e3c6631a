"""Actors across articles.

First version: the same state by what is known of countries, the same person by surname and a first name that is spelt
alike, everything else by the same name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.domain import Actor, ActorMention, ActorType, Mention, Reading
from communique.domain.ids import content_id
from communique.domain.names import folded
from communique.knowledge import Country
from communique.knowledge.states import seated_in, state_named

ALIKE = 0.75  # share of letters that two spellings of a first name have in common: Sergei and Sergey, not Ivan and Igor
ALIKE_SURNAMES = 0.8  # the same for surnames: Zelensky and Zelenskyy, not Petrov and Pavlov

AUDIENCE = frozenset({"journalists", "reporters", "the media", "the press"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The actors, and the ids of the actors that each mention (article id, index in its reading) names."""

    actors: tuple[Actor, ...]
    named_by: Mapping[tuple[str, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one actor in one article."""

    article: str
    indices: tuple[int, ...]
    mentions: tuple[Mention, ...]

    @property
    def type(self) -> ActorType:
        """The type of its mentions, which a chain shares."""
        return self.mentions[0].type

    @property
    def named(self) -> bool:
        """Whether any of its mentions gives a name."""
        return any(mention.form not in {"nominal", "pronoun"} for mention in self.mentions)

    @property
    def name(self) -> str:
        """The longest of its names, folded: white space, case and diacritics do not count."""
        return max((folded(m.span.text) for m in _naming(self.mentions)), key=lambda n: (len(n), n))


def resolve(readings: Iterable[Reading]) -> Resolution:
    """Group the chains of all articles into actors, sorted by id."""
    chains = [
        Chain(reading.article, indices, tuple(reading.mentions[i] for i in indices))
        for reading in readings
        for indices in reading.chains
    ]
    groups: dict[tuple[ActorType, str], list[Chain]] = defaultdict(list)
    persons = [chain for chain in chains if chain.type == "person" and chain.named]
    for chain, name in zip(persons, _person_names(persons), strict=True):
        groups["person", name].append(chain)
    for chain in chains:
        if chain.type != "person" or not chain.named:
            groups[chain.type, _key(chain)].append(chain)
    named_by: dict[tuple[str, int], tuple[str, ...]] = defaultdict(tuple)
    for key, group in groups.items():
        for chain in group:
            for index in chain.indices:
                named_by[chain.article, index] += (content_id("actor", *key),)
    actors = sorted((_actor(key, group) for key, group in groups.items()), key=lambda actor: actor.id)
    return Resolution(actors=tuple(actors), named_by=named_by)


def _key(chain: Chain) -> str:
    """What a chain of another article must share to be the same actor.

    A noun phrase without a name (`officials`) is its own article's alone, except the press, which is one audience.
    """
    country = _country(chain.mentions[0]) if chain.type == "state" else None
    if country is not None:
        return country.alpha3
    return chain.name if chain.named or chain.name in AUDIENCE else f"{chain.article} {chain.name}"


def _country(mention: Mention) -> Country | None:
    state = state_named(mention.span.text)
    return state.country if state else seated_in(mention.span.text)


def _person_names(chains: list[Chain]) -> Iterator[str]:
    """For each chain the name of the person it is.

    Full names that are alike share one, the most frequent; a bare surname takes the only person who has it. A name is
    compared with those that share its first or its last word, never with all.
    """
    person: dict[str, str] = {}
    sharing: dict[tuple[int, str], set[str]] = defaultdict(set)
    seen = Counter(chain.name for chain in chains)
    for name in sorted(seen, key=lambda name: (-seen[name], name)):
        words = name.split()
        if len(words) > 1:
            ends = ((0, words[0]), (-1, words[-1]))
            known = sorted({other for end in ends for other in sharing[end] if _alike(words, other.split())})
            person[name] = person[known[0]] if known else name
            for end in ends:
                sharing[end].add(name)
    for chain in chains:
        people = {person[name] for name in sharing[-1, chain.name]} if " " not in chain.name else set()
        yield people.pop() if len(people) == 1 else person.get(chain.name, chain.name)


def _alike(a: list[str], b: list[str]) -> bool:
    """Whether two full names are spellings of one: one end the same and the other spelt alike.

    A last word that is longer by an `a` is a woman's form of a Slavic surname, and another person's.
    """
    if a[-1] == b[-1]:
        return SequenceMatcher(a=a[0], b=b[0]).ratio() >= ALIKE
    first, second = sorted((a[-1], b[-1]), key=len)
    feminine = second == f"{first}a"
    return a[0] == b[0] and not feminine and SequenceMatcher(a=first, b=second).ratio() >= ALIKE_SURNAMES


def _actor(key: tuple[ActorType, str], chains: list[Chain]) -> Actor:
    mentions = sorted((m for chain in chains for m in chain.mentions), key=lambda m: m.span)
    country = _country(mentions[0]) if key[0] == "state" else None
    return Actor(
        id=content_id("actor", *key),
        name=country.name if country else _display_name(mentions),
        type=key[0],
        country=country.alpha3 if country else None,
        mentions=tuple(ActorMention(span=m.span, form=m.form, metonym=m.metonym) for m in mentions),
    )


def _naming(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that give a name; where none does, the noun phrases."""
    telling = [m for m in mentions if m.form != "pronoun"]
    return [m for m in telling if m.form != "nominal"] or telling


def _display_name(mentions: list[Mention]) -> str:
    """The name printed most often among those with most words."""
    names = Counter(" ".join(m.span.text.split()) for m in _naming(mentions))
    return max(names, key=lambda name: (len(name.split()) > 1, names[name], len(name), name))
