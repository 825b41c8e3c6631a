"""Homes: the state whose news an article is, and which it therefore leaves out: `the foreign minister`, `the police`.

Told by the holders of posts whom it gives no state though other articles do, by its dateline, by the city in its
outlet's name and by its naming one state far more often than any other. That it names a state with its posts (`the
Peruvian president`) speaks against it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.domain import Article
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.titles import post_called
from communique.record.actors import names
from communique.record.actors.chains import Chain
from communique.record.places import home_of, written_in

WRITTEN, NAMED, BARE, APART = 2.0, 2.0, 2.0, 1.0
FAIR = 0.3  # how often an article names the state that it is written in at least, beside that which it names most
MANY = 2  # holders of posts whom an article gives a state, or none: more tell no more
PLAINLY = 1.2  # how much more often than the next the story's state is named
ENOUGH, CLEARLY = 2.0, 1.1


def settled(chains: Iterable[Chain], articles: Iterable[Article]) -> list[Chain]:
    """The chains, each with the state whose news its article is, ISO 3166 alpha-3, where one stands out."""
    every = list(chains)
    by_article: dict[str, list[Chain]] = defaultdict(list)
    for chain in every:
        by_article[chain.article].append(chain)
    by_id = {article.id: article for article in articles}
    states, most = _states_by_name(every), _state_of_story(by_article.values())
    homes = {article: _home(own, by_id.get(article), states, most) for article, own in by_article.items()}
    return [replace(chain, home=homes[chain.article], story=most) for chain in every]


def _state_of_story(articles: Iterable[list[Chain]]) -> str | None:
    """The state that the articles together name more than all others, so that one of its own need not name it."""
    pages = [chains[0].around for chains in articles]
    named: Counter[str] = Counter()
    for around in pages:
        named.update(around)
    (state, times), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return state if len(pages) > 1 and times > PLAINLY * next_most else None


def _states_by_name(chains: Iterable[Chain]) -> Mapping[str, frozenset[str]]:
    """The states that anybody of a surname is told to belong to, in any article, or known to head."""
    found: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        if chain.type == "person" and chain.named:
            found[_surname(chain)].update(chain.states)
    return {name: frozenset(states) for name, states in found.items()}


def _surname(chain: Chain) -> str:
    return names.skeleton(names.parse(chain.name).core)


def _home(
    chains: Iterable[Chain], article: Article | None, states: Mapping[str, frozenset[str]], most: str | None
) -> str | None:
    own = list(chains)
    named = own[0].around
    score: defaultdict[str, float] = defaultdict(float)
    times = sorted((0, 0, *named.values()))
    for state in (state for state in named if named[state] == times[-1]):
        score[state] += NAMED * (1 - times[-2] / times[-1])
    bare, apart = _posts(own, states)
    for state, holders in bare.items():
        score[state] += BARE * min(holders, MANY)
    for state, holders in apart.items():
        score[state] -= APART * min(holders, MANY)
    for state in _origins(article, named, most):
        score[state] += WRITTEN * (1 + (state == most and state not in named))
    ranked = sorted(((much, state) for state, much in score.items()), reverse=True)
    (much, best), (next_best, _), *_ = [*ranked, (0.0, ""), (0.0, "")]
    return best if much >= ENOUGH and much - next_best >= CLEARLY else None


def _posts(chains: Iterable[Chain], states: Mapping[str, frozenset[str]]) -> tuple[Counter[str], Counter[str]]:
    """How many holders of posts are given no state, by that which others give them, and how many are given theirs."""
    bare: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for chain in chains:
        posts = [told for told in chain.descriptions if post_called(told.title)]
        if chain.type != "person" or not posts:
            continue
        told = {post.country for post in posts if post.country}
        elsewhere = states.get(_surname(chain), frozenset()) if chain.named else frozenset()
        if told:
            apart.update(told)
        elif not chain.states and len(elsewhere) == 1:
            bare.update(elsewhere)
    return bare, apart


def _origins(article: Article | None, named: Mapping[str, int], most: str | None) -> set[str]:
    """The states that an article comes from, by its dateline and by its outlet's name: `Lima Herald`.

    It names them, or need not because the story is one of theirs.
    """
    dateline = written_in(article)
    place = home_of(dateline, named) if dateline else None
    outlet = article.outlet.name.split() if article and article.outlet else []
    cities = {state_of_place(word) for word in outlet if len(word) > 1 and word[0].isupper()}
    fair = FAIR * max(named.values(), default=0)
    return {state for state in {place, *cities} if state and (named.get(state, 0) >= max(fair, 1) or state == most)}
