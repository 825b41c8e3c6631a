"""Actors across articles: which chains of mentions are one actor's, and what is known and told of each.

A merge is a link from a chain to an actor that says why; the chains themselves stay as they were read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from communique.domain import Actor, ActorType, Article, Reading
from communique.record.actors import bodies, homes, offices, persons, sexes
from communique.record.actors.chains import Chain, agreed, chains_of, papers_called
from communique.record.actors.names import Likeness
from communique.record.actors.profiles import Group, World, actor_id

__all__ = ["Likeness", "Link", "Resolution", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A chain, by its article and the index of its first mention, the actor that it is taken for, and why.

    likeness: the score, where two spellings of a name were compared.
    """

    article: str
    mention: int
    actor: str
    reason: str
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The actors, the ids of the actors that each mention (article id, index in its reading) names, and the links."""

    actors: tuple[Actor, ...]
    named_by: Mapping[tuple[str, int], tuple[str, ...]]
    links: tuple[Link, ...] = ()


def resolve(
    readings: Iterable[Reading], articles: Iterable[Article] = (), undone: Collection[tuple[str, int]] = ()
) -> Resolution:
    """Group the chains of all articles into actors, sorted by id; the articles give dates and datelines.

    undone: links (article, index of the chain's first mention) that do not hold: those chains are actors of their own.
    """
    articles = tuple(articles)
    papers = papers_called(articles)
    chains = list(agreed(homes.settled(chains_of(readings, articles), articles), papers))
    chains.sort(key=lambda chain: (chain.article, chain.indices))
    types: dict[str, ActorType] = {}
    linked = [(chain, _own(chain)) for chain in chains if (chain.article, chain.indices[0]) in undone]
    types |= {link.actor: chain.type for chain, link in linked}
    chains = [chain for chain in chains if (chain.article, chain.indices[0]) not in undone]
    named = [chain for chain in chains if chain.type == "person" and chain.named]
    heads: dict[tuple[str, int], str] = {}
    people = persons.group(named)
    misfits = sexes.misfits(named, people)
    for number, joined in sorted(people.items()):
        chain = named[number] = sexes.without(named[number], misfits.get(joined.key, frozenset()))
        linked.append((chain, _link(chain, "person", joined.key, joined.reason, joined.likeness)))
        heads |= {(chain.article, index): joined.key for index in chain.indices}
        types[linked[-1][1].actor] = "person"
    posts = offices.Posts.told((chain, heads[chain.article, chain.indices[0]]) for chain in named)
    pile = bodies.Pile.of(chains, heads, posts, papers)
    for chain in chains:
        if chain.type == "person" and chain.named:
            continue
        if holder := posts.held(chain, heads):
            linked.append((chain, _link(chain, "person", holder, offices.REASON)))
            continue
        key = bodies.key(chain, pile)
        linked.append((chain, _link(chain, key.type, key.text, key.reason)))
        types[linked[-1][1].actor] = key.type
    return _resolution(linked, types)


def _own(chain: Chain) -> Link:
    return _link(chain, chain.type, f"{chain.article} {chain.indices[0]} {chain.name}", "its link was undone")


def _link(chain: Chain, kind: ActorType, key: str, reason: str, likeness: Likeness | None = None) -> Link:
    actor = actor_id(kind, key)
    return Link(article=chain.article, mention=chain.indices[0], actor=actor, reason=reason, likeness=likeness)


def _resolution(linked: list[tuple[Chain, Link]], types: Mapping[str, ActorType]) -> Resolution:
    together: dict[str, list[Chain]] = defaultdict(list)
    named_by: dict[tuple[str, int], tuple[str, ...]] = defaultdict(tuple)
    for chain, link in linked:
        together[link.actor].append(chain)
        for index in chain.indices:
            named_by[chain.article, index] += (link.actor,)
    groups = {i: Group(i, types[i], tuple(together[i])) for i in sorted(together)}
    world = World(groups, dict(named_by))
    return Resolution(
        actors=tuple(world.actor(group) for group in groups.values()),
        named_by=world.named_by,
        links=tuple(sorted((link for _, link in linked), key=lambda link: (link.article, link.mention, link.actor))),
    )
