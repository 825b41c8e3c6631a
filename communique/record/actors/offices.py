"""Posts of state that one person holds at a time: who is meant by `Peru's foreign minister` where nobody is named.

If other articles of the pile tell only one person by that post, it is that person; so is a minister's counterpart. An
administration is that of the president whose term covers the article's date.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.knowledge import Leader, leaders
from communique.knowledge.titles import counterparts, post_called
from communique.record.actors import names, persons
from communique.record.actors.chains import Chain

REASON = "holds the office, which no other person of these articles is told to hold"
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some"})
COUNTERPART = "counterpart"

Post = tuple[str, str]
"""A post and its state."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Who holds which post of which state, by the keys of persons.

    holders: the only one who is told to. of: the posts that a person is told to hold. terms: of leaders in the pile,
    by state.
    """

    holders: Mapping[Post, str]
    of: Mapping[str, frozenset[Post]]
    terms: Mapping[str, tuple[tuple[Leader, str], ...]]

    @classmethod
    def told(cls, named: Iterable[tuple[Chain, str]]) -> "Posts":
        """What named chains, each with its person's key, tell."""
        found: dict[Post, set[str]] = defaultdict(set)
        of: dict[str, set[Post]] = defaultdict(set)
        terms: dict[str, set[tuple[Leader, str]]] = defaultdict(set)
        for chain, key in named:
            for post in _posts(chain):
                found[post].add(key)
                of[key].add(post)
            for term in _terms(chain):
                terms[term.alpha3].add((term, key))
        return cls(
            {post: min(keys) for post, keys in found.items() if len(keys) == 1},
            {key: frozenset(posts) for key, posts in of.items()},
            {state: tuple(known) for state, known in terms.items()},
        )

    def held(self, chain: Chain, heads: Mapping[tuple[str, int], str]) -> str | None:
        """The person whom a chain of noun phrases without a name means by a post of state.

        heads: for the mentions of persons (article, index) the key of the person.
        """
        definite = all(m.span.text.split()[0].casefold() not in INDEFINITE for m in chain.mentions)
        if chain.type != "person" or chain.named or not definite:
            return None
        persons = {self.holders[post] for post in _posts(chain) if post in self.holders}
        persons |= set(self._counterparts(chain, heads))
        return persons.pop() if len(persons) == 1 else None

    def _counterparts(self, chain: Chain, heads: Mapping[tuple[str, int], str]) -> Iterator[str]:
        """Who holds in another state what somebody holds in his: `his Norwegian counterpart`."""
        for told in chain.descriptions:
            if told.title.casefold() == COUNTERPART and told.country and told.of is not None:
                own = self.of.get(heads.get((chain.article, told.of), ""), frozenset())
                for (post, state), key in self.holders.items():
                    if state == told.country and any(counterparts(post, mine) for mine, _ in own):
                        yield key

    def ruler(self, state: str, day: str | None) -> str | None:
        """The key of the only person of the pile known to head a state on a day."""
        found = {key for term, key in self.terms.get(state, ()) if day and term.covers(day)}
        return found.pop() if len(found) == 1 else None


def _posts(chain: Chain) -> Iterator[Post]:
    for told in chain.descriptions:
        post = post_called(told.title)
        state = told.country or (chain.home if told.of is None and not chain.states else None)
        if state and post:
            yield post, state


def _terms(chain: Chain) -> Iterator[Leader]:
    """The terms of the leader that a chain is known to be, by a full name."""
    known = {leader for name in chain.names for leader in persons.leaders_of(names.parse(name))}
    return (term for term in leaders() if term.name in known) if known else iter(())
