"""States, governments, organisations, groups and places across articles: what two chains must share to be one actor."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.domain import BODIES, ActorType, Mention
from communique.domain.names import folded
from communique.knowledge import Country
from communique.knowledge.organisations import key_of
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.titles import Institution, institution_called, sector_of_phrase
from communique.record.actors.chains import PEOPLE, Chain, Papers, as_type
from communique.record.actors.offices import Posts

PARTIES: frozenset[ActorType] = frozenset({"org", "party"})
AUDIENCE = frozenset({"journalists", "reporters", "media", "press"})
PRESS_REPORTS = frozenset({"media reports", "news reports", "press reports", "recent reports", "reports"})
ADMINISTRATION = "administration"
OF_STATE = frozenset(
    {"government", "authorities"}
)  # `the Russian government` is the state; an administration is a person's
SOME = frozenset("some several many most few other another".split())
SHIP = re.compile(r"^(?:hm[acn]?s|uss|usns|uscgc|mv|mt|rms|brp|kri|ins) (?=\w)")  # `USS Lund`: the Lund
PART_OF_STATE = re.compile(r" (?:district|governorate|oblast|prefecture|province|village)$")  # `Hebei province`: Hebei
SOME_OF = re.compile(
    r"\d|\b(?:(?:an?|some|several|many|most|few|other|another|all|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|dozens?|scores|hundreds|thousands|former|suspected|captured|armed|his|her|who|whom)\b)",
    re.IGNORECASE,
)  # of those in arms, some
GENERAL = re.compile(r"\b(?:fighter|jihadi|jihadist|militant|terrorist|warlord)s?\b", re.IGNORECASE)  # of any body
SMALL = frozenset("a an and for in of on the to de la del des du et und".split())


@dataclass(frozen=True, slots=True)
class Key:
    """What all chains of one actor share, and why."""

    type: ActorType
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What the articles together tell.

    heads: for the mentions of persons (article, index) the key of the person. institutions: by the names that an
    article gives them, the keys of institutions of a state: `the Peruvian coast guard, Guardamar`. homes: by the name
    of a kind of institution, the states that some chain tells to have theirs. owned: by the keys of persons, the bodies
    that are told to be theirs: `her Renewal Union`.
    """

    heads: Mapping[tuple[str, int], str]
    abbreviations: "Abbreviations"
    posts: Posts
    institutions: Mapping[str, Key]
    homes: Mapping[str, frozenset[str]]
    owned: Mapping[str, frozenset[Key]]

    @classmethod
    def of(cls, chains: Sequence[Chain], heads: Mapping[tuple[str, int], str], posts: Posts, papers: Papers) -> "Pile":
        """What some chains tell, given the persons among them, their posts and what articles call their outlets."""
        shortened = abbreviations(chains, papers)
        owned: dict[str, set[Key]] = defaultdict(set)
        keys: dict[str, set[Key]] = defaultdict(set)
        homes: dict[str, set[str]] = defaultdict(set)
        for chain in chains:
            if chain.named and chain.type in PARTIES:
                for person in _owners(chain, heads):
                    owned[person].add(Key(chain.type, shortened.long(chain.article, chain.name), "same name"))
            for name, state, by_name in _institutions(chain):
                if state is not None:
                    homes[name.name].add(state)
                    if chain.named and not by_name and chain.type != "person":
                        keys[shortened.long(chain.article, chain.name)].add(_institution_key(name, state))
        called = {name: min(found, key=str) for name, found in keys.items() if len(found) == 1}
        told = {name: frozenset(states) for name, states in homes.items()}
        return cls(heads, shortened, posts, called, told, {p: frozenset(bodies) for p, bodies in owned.items()})


def _owners(chain: Chain, heads: Mapping[tuple[str, int], str]) -> Iterator[str]:
    """The keys of the persons whose a chain is told to be."""
    return (heads[at] for d in chain.descriptions if d.of is not None and (at := (chain.article, d.of)) in heads)


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
    if found := _government(chain, pile) or _institution(chain, pile):
        return found
    if chain.named:
        name = pile.abbreviations.long(chain.article, chain.name)
        shorter = {"place": PART_OF_STATE, "vehicle": SHIP}.get(chain.type)
        own = Key(chain.type, shorter.sub("", name) if shorter else name, "same name")
        return pile.institutions.get(name, own)
    return _party(chain, pile) or _rebels(chain) or _unnamed(chain)


def _rebels(chain: Chain) -> Key | None:
    """Those in arms against a state, of whom its news tells without a name: `the rebels`, `communist guerrillas`."""
    told = {sector_of_phrase(d.title) for d in chain.descriptions}
    anywhere = any(GENERAL.search(d.title) or d.of is not None for d in chain.descriptions)
    counted = any(SOME_OF.search(m.span.text) for m in chain.mentions if m.form == "nominal")
    if chain.type not in {"group", "org"} or told != {"REB"} or counted or anywhere:
        return None
    told_of = chain.states.most_common(1)[0][0] if chain.states else chain.story or chain.home
    return Key("group", f"rebels {told_of}", "those in arms in the state that the news is of") if told_of else None


def _party(chain: Chain, pile: Pile) -> Key | None:
    """The party of a person, by its name where only one is told to be theirs."""
    person = next(_owners(chain, pile.heads), None) if chain.type == "party" else None
    own = pile.owned.get(person or "", frozenset())
    if person is None:
        return None
    return min(own, key=str) if len(own) == 1 else Key("party", f"of {person}", "one person's party")


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
    if person := next(_owners(chain, pile.heads), None):
        return Key("government", f"of {person}", "one person's government")
    words = {d.title.casefold() for d in chain.descriptions}
    state = chain.states.most_common(1)[0][0] if chain.states else None
    if state and ADMINISTRATION in words and (person := pile.posts.ruler(state, chain.published)):
        return Key("government", f"of {person}", "the government of who heads the state at the article's date")
    if state and words & OF_STATE:
        return Key("state", state, "the government of a state")
    own = all(m.form == "pronoun" or m.span.text.casefold() == f"the {chain.name}" for m in chain.mentions)
    if state is None and chain.scene and own and chain.name in OF_STATE:
        return Key("government", f"of {chain.scene}", "the government of the state that the article is of")
    return None


def _institutions(chain: Chain) -> Iterator[tuple[Institution, str | None, bool]]:
    """What a state has one of that a chain is, with the state where it is told, and whether only a name tells that."""
    for told in chain.descriptions:
        found = institution_called(told.title)
        if told.country and found and (told.title == PEOPLE or not _by_name(chain, told.mention)):
            yield found, told.country, False
        own = told.of is None and told.title != PEOPLE and not chain.named and not chain.states
        if found and own and not told.country:
            yield found, chain.home, False
    for name in chain.names:
        found = institution_called(name)
        state = chain.states.most_common(1)[0][0] if chain.states else chain.home
        if found and found.type != "group":
            yield found, state, True
        first, _, rest = name.partition(" ")
        whose, found = state_named(first.removesuffix("'s").removesuffix("’s")), institution_called(rest)
        if whose and found:
            yield found, whose.country.alpha3, True


def _institution(chain: Chain, pile: Pile) -> Key | None:
    """What a state has one of; whose that is which has only a name, the pile or the article's scene tells."""
    for found, told, by_name in _institutions(chain):
        elsewhere = pile.homes.get(found.name, frozenset()) & chain.around.keys()
        likely = min(elsewhere) if len(elsewhere) == 1 else chain.scene or chain.article
        if told or by_name:
            return _institution_key(found, told or likely)
    return None


def _institution_key(found: Institution, state: str) -> Key:
    return Key(_as(found), f"{found.name} {state}", "what a state has one of")


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
        """The long name of an abbreviation: the article's own, else that of most articles."""
        return self.own.get((article, name)) or self.everywhere.get(name) or _without_bracket(name)


def abbreviations(chains: Sequence[Chain], papers: Papers | None = None) -> Abbreviations:
    """The abbreviations that an article gives for a name: in brackets behind it, or as another of one body's names."""
    own: dict[tuple[str, str], str] = {}
    by_short: dict[str, Counter[str]] = defaultdict(Counter)
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for chain in chains:
        by_article[chain.article] += [m for m in chain.mentions if m.form == "named"]
    told = [(chain.article, pair) for chain in chains for pair in _introduced(chain)]
    told += [(a, pair) for a, m in by_article.items() for pair in _bracketed(sorted(set(m), key=lambda m: m.span))]
    for article, (long, short) in dict.fromkeys(told):
        own[article, folded(short)] = key_of(long)
        by_short[folded(short)][key_of(long)] += 1
    own |= {at: key_of(name) for at, name in (papers or {}).items()}
    return Abbreviations(own, {short: long for short, longs in by_short.items() for long in _mostly(longs)})


def _mostly(found: Counter[str]) -> list[str]:
    """What more than half of what was found is, if anything."""
    return [most for most, times in found.items() if 2 * times > found.total()]


def _introduced(chain: Chain) -> Iterable[tuple[str, str]]:
    """A body's name of several words with its letters, where an article has both for one: `known as the CENI`."""
    long = max(chain.names, key=len, default="")
    if chain.type not in BODIES or " " not in long:
        return ()
    return [(long, name) for name in dict.fromkeys(chain.names) if len(name) > 1 and name.isupper() and name.isalpha()]


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
