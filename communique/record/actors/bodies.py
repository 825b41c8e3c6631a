"""States, governments, organisations, groups and places across articles: what two chains must share to be one actor."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from communique.domain import ActorType, Mention
from communique.domain.names import folded
from communique.knowledge import Country
from communique.knowledge.organisations import key_of
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.titles import Institution, institution_called
from communique.record.actors.chains import PEOPLE, Chain, as_type
from communique.record.actors.offices import Posts

AUDIENCE = frozenset({"journalists", "reporters", "media", "press"})
PRESS_REPORTS = frozenset({"media reports", "news reports", "press reports", "recent reports", "reports"})
ADMINISTRATION = "administration"
OF_STATE = frozenset(
    {"government", "authorities"}
)  # `the Russian government` is the state; an administration is a person's
SOME = frozenset("some several many most few other another".split())
PART_OF_STATE = re.compile(r" (?:district|governorate|oblast|prefecture|province|village)$")  # `Hebei province`: Hebei
SMALL = frozenset("a an and for in of on the to de la del des du et und".split())


@dataclass(frozen=True, slots=True)
class Key:
    """What all chains of one actor share, and why."""

    type: ActorType
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What the articles together tell. heads: for the mentions of persons (article, index) the key of the person."""

    heads: Mapping[tuple[str, int], str]
    abbreviations: "Abbreviations"
    posts: Posts


def key(chain: Chain, pile: Pile) -> Key:
    """The key of a chain that is no person with a name.

    A noun phrase without a name (`officials`) is its own article's alone, except the press, which is one audience, and
    what a state has one of (`the Russian military`). `Some officials` are none that were spoken of before.
    """
    if chain.type == "state":
        country = country_of(chain)
        return Key("state", country.alpha3 if country else chain.name, "names of one state")
    if chain.organisation is not None:
        return Key(chain.type, chain.organisation.name, "known names of one organisation")
    if found := _government(chain, pile) or _institution(chain):
        return found
    if chain.named:
        name = pile.abbreviations.long(chain.article, chain.name)
        return Key(chain.type, PART_OF_STATE.sub("", name) if chain.type == "place" else name, "same name")
    return _unnamed(chain)


def _unnamed(chain: Chain) -> Key:
    if all(mention.form == "pronoun" for mention in chain.mentions):
        return Key(chain.type, f"{chain.article} {chain.name} {chain.indices[0]}", "a pronoun that nobody explains")
    if chain.name in AUDIENCE:
        return Key("group", "press", "one audience")
    if chain.name in PRESS_REPORTS:
        return Key(chain.type, "press reports", "what the press reports")
    if chain.mentions[0].span.text.split(maxsplit=1)[0].casefold() in SOME:
        return Key(chain.type, f"{chain.article} {chain.name} {chain.indices[0]}", "some of their kind")
    return Key(chain.type, f"{chain.article} {chain.name}", "the article's own")


def country_of(chain: Chain) -> Country | None:
    """The state that a chain of names of states is, by most of its names."""
    words = chain.names or chain.state_words
    for name in sorted(set(words), key=lambda word: (-words.count(word), word)):
        state = state_named(name)
        country = state.country if state else seated_in(name)
        if country:
            return country
    return None


def _government(chain: Chain, pile: Pile) -> Key | None:
    if chain.type != "government":
        return None
    persons = (pile.heads.get((chain.article, d.of)) for d in chain.descriptions if d.of is not None)
    if person := next((p for p in persons if p), None):
        return Key("government", f"of {person}", "one person's government")
    words = {d.title.casefold() for d in chain.descriptions}
    state = chain.states.most_common(1)[0][0] if chain.states else None
    if state and ADMINISTRATION in words and (person := pile.posts.ruler(state, chain.published)):
        return Key("government", f"of {person}", "the government of who heads the state at the article's date")
    if state and words & OF_STATE:
        return Key("state", state, "the government of a state")
    own = all(m.form == "pronoun" or m.span.text.casefold() == f"the {chain.name}" for m in chain.mentions)
    if state is None and chain.home and own and chain.name in OF_STATE:
        return Key("government", f"of {chain.home}", "the government of the state whose news it is")
    return None


def _institution(chain: Chain) -> Key | None:
    """What a state has one of, where the chain says which state's it is."""
    for told in chain.descriptions:
        found = institution_called(told.title)
        if told.country and found and (told.title == PEOPLE or not _by_name(chain, told.mention)):
            return Key(_as(found), f"{found.name} {told.country}", "what a state has one of")
        own = told.of is None and told.title != PEOPLE and not chain.named and not chain.states
        if found and chain.home and own:
            return Key(_as(found), f"{found.name} {chain.home}", "what the state has one of whose news it is")
    for name in chain.names:
        found = institution_called(name)
        state = chain.states.most_common(1)[0][0] if chain.states else chain.home
        if found and found.type != "group":
            return Key(_as(found), f"{found.name} {state or chain.article}", "what a state has one of")
        first, _, rest = name.partition(" ")
        whose, found = state_named(first.removesuffix("'s").removesuffix("’s")), institution_called(rest)
        if whose and found:
            return Key(_as(found), f"{found.name} {whose.country.alpha3}", "what a state has one of")
    return None


def _as(found: Institution) -> ActorType:
    return as_type(found.type)


def _by_name(chain: Chain, index: int) -> bool:
    """Whether a description stands beside a name, of which its noun tells only the kind."""
    return next(m.form != "nominal" for i, m in zip(chain.indices, chain.mentions, strict=True) if i == index)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Long names by the abbreviation that an article gives for them in brackets."""

    own: Mapping[tuple[str, str], str]
    everywhere: Mapping[str, str]

    def long(self, article: str, name: str) -> str:
        """The long name of an abbreviation: the article's own, else that of all articles where they agree."""
        return self.own.get((article, name)) or self.everywhere.get(name) or _without_bracket(name)


def abbreviations(chains: Iterable[Chain]) -> Abbreviations:
    """The abbreviations that stand in brackets behind a name whose first letters they are."""
    own: dict[tuple[str, str], str] = {}
    by_short: dict[str, set[str]] = defaultdict(set)
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for chain in chains:
        by_article[chain.article] += [m for m in chain.mentions if m.form == "named"]
    for article, mentions in by_article.items():
        for long, short in _bracketed(sorted(set(mentions), key=lambda m: m.span)):
            own[article, folded(short)] = key_of(long)
            by_short[folded(short)].add(key_of(long))
    return Abbreviations(own, {short: min(longs) for short, longs in by_short.items() if len(longs) == 1})


def _bracketed(mentions: list[Mention]) -> Iterable[tuple[str, str]]:
    for long, short in pairwise(mentions):
        gap = short.span.start - long.span.end
        if 1 < gap <= 6 and short.span.text.isupper() and abbreviates(short.span.text, long.span.text):
            yield long.span.text, short.span.text


def abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation is made of the first letters of a name's words, small words left out or not."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = re.findall(r"\w+", name.casefold())
    initials = ([w[0] for w in words], [w[0] for w in words if w not in SMALL])
    return len(letters) > 1 and len(words) > 1 and letters in initials


def _without_bracket(name: str) -> str:
    return key_of(name.partition(" (")[0])
