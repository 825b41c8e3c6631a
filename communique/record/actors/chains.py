"""Chains: what one article says of one actor, and what kind of actor that makes it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from communique.domain import ActorType, Article, Description, Mention, MentionForm, Reading, Span
from communique.domain.names import folded
from communique.knowledge import (
    Organisation,
    agency_named,
    leaders_called,
    organisation_named,
    outlet_named,
    place_name,
)
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.organisations import organisation_seated_in
from communique.knowledge.regions import region_named
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.titles import institution_called, kin, kind_of_noun, names_person

NAMES: frozenset[MentionForm] = frozenset({"named", "adjectival"})
DETERMINERS = frozenset("a an another any both its his her the their our these this that those some".split())
INDEFINITE = frozenset("a an another any both either several some three two".split())
PEOPLE = "people"
Papers = Mapping[tuple[str, str], str]
"""The names of outlets by article and by what it calls them, folded."""
RECOGNISED: frozenset[ActorType] = frozenset({"person", "org", "place", "group"})
TOLD_BODIES: frozenset[ActorType] = frozenset({"org", "office", "party"})
TOLD = 5  # mentions that a noun beside a name outweighs
OFTEN, MUCH_OFTENER = (
    3,
    2,
)  # how often an article names the state that its scene is in, and how much oftener than others


@dataclass(frozen=True)
class Chain:
    """The mentions of one actor in one article with what is said of them.

    published: the article's ISO date. home: ISO 3166 alpha-3 of the state whose news it is, where one stands out.
    story: that which all articles together name most.
    around: how often the article names which states. speaking: which speak in or just before its first sentence.
    kin: for a person who bears a relative's name (`his son, ...`) the word for it; that name is then nobody else's.
    elsewhere: what most articles take the same name for.
    """

    article: str
    indices: tuple[int, ...]
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...] = ()
    published: str | None = None
    home: str | None = None
    story: str | None = None
    around: Mapping[str, int] = field(default_factory=dict, compare=False)
    speaking: frozenset[str] = frozenset()
    kin: str = ""
    elsewhere: ActorType | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names it is given, as printed, with single spaces."""
        return tuple(" ".join(m.span.text.split()) for m in self.mentions if m.form in NAMES)

    @property
    def named(self) -> bool:
        """Whether any of its mentions gives a name."""
        return bool(self.names)

    @cached_property
    def name(self) -> str:
        """The longest of its names, or noun phrases where it has none, folded and without determiner."""
        telling = self.names or [m.span.text for m in self.mentions if m.form != "pronoun"]
        every = [without_determiner(folded(name)) for name in telling or [m.span.text for m in self.mentions]]
        return max(every, key=lambda name: (len(name), name))

    @cached_property
    def type(self) -> ActorType:
        """Its kind: what is known of its names, then what most of its mentions are taken for."""
        return self.elsewhere or _type(self)

    @cached_property
    def states(self) -> Counter[str]:
        """The states that it is told to belong to, by how often."""
        return Counter(d.country for d in self.descriptions if d.country)

    @cached_property
    def organisation(self) -> Organisation | None:
        """The known organisation that it is, unless the text says that it is another state's."""
        seats = (m.span.text for m in self.mentions if m.metonym and m.type == "org")
        if seated := next(map(organisation_seated_in, seats), None):
            return seated
        nouns = (without_determiner(m.span.text) for m in self.mentions if m.form == "nominal")
        for name in (*self.names, *(noun for noun in nouns if noun[:1].isupper())):
            known = organisation_named(name.removesuffix(".")) or organisation_named(name)
            if known and self.may_be_of(known.country):
                return known
        return None

    @property
    def indefinite(self) -> bool:
        """Whether it is some of their kind, or more than one: `a diplomat`, `both governments`."""
        first = self.mentions[0].span.text.partition(" ")[0].casefold()
        return not self.named and (first in INDEFINITE or first.isnumeric())

    def may_be_of(self, state: str | None) -> bool:
        """Whether what news calls so without a state can be that state's: not where another is told, or at home."""
        if not state or state in self.states:
            return True
        return not self.states and (self.home == state or state in self.around or not (self.home or self.around))

    @property
    def scene(self) -> str | None:
        """The state that its article is of: whose news it is, else what it names much oftener than any other."""
        most, second, *_ = (*sorted(self.around.values(), reverse=True), 0, 0)
        clear = most >= OFTEN and most >= MUCH_OFTENER * second
        return self.home or (max(self.around, key=lambda state: self.around[state]) if clear else None)

    @cached_property
    def state_words(self) -> tuple[str, ...]:
        """The words for a state in a chain without names: `the Peruvians`, who act as their state."""
        nouns = [folded(m.span.text).partition(" ") for m in self.mentions if m.form == "nominal"]
        words = tuple(rest for first, _, rest in nouns if first == "the" and state_named(rest))
        return words if len(words) == len(nouns) else ()

    @property
    def is_people(self) -> bool:
        """Whether its names are all words for a people: `Peruvians`."""
        peoples = {d.mention for d in self.descriptions if d.title == PEOPLE}
        pairs = zip(self.indices, self.mentions, strict=True)
        return all(i in peoples for i, m in pairs if m.form in NAMES)

    @property
    def titles(self) -> Iterator[Description]:
        """What stands beside its names: titles, offices, kinship."""
        forms = dict(zip(self.indices, self.mentions, strict=True))
        return (d for d in self.descriptions if d.title and forms[d.mention].form == "named")


def chains_of(readings: Iterable[Reading], articles: Iterable[Article] = ()) -> list[Chain]:
    """The chains of all articles, with their dates where the articles are given."""
    by_id = {article.id: article for article in articles}
    found = []
    for reading in readings:
        article = by_id.get(reading.article)
        published = article.published.date if article and article.published else None
        around, speaking = _states_in(reading), _speaking(reading)
        told: dict[int, list[Description]] = {}
        for description in reading.descriptions:
            told.setdefault(description.mention, []).append(description)
        for chain in reading.chains:
            for indices, relation in _parts(chain, told):
                mentions = tuple(reading.mentions[i] for i in indices)
                said = tuple(d for i in indices for d in told.get(i, ()))
                at = _sentence(reading, mentions[0].span)
                heard = speaking.get(at, frozenset()) | speaking.get(at - 1, frozenset())
                new = Chain(reading.article, indices, mentions, said, published, around=around, kin=relation)
                found.append(replace(new, speaking=heard))
    return found


def papers_called(articles: Iterable[Article]) -> Papers:
    """What articles call the outlet that prints them: by its name, or the last word of it (`told the CHRONICLE`)."""
    names = {a.id: without_determiner(folded(a.outlet.name)) for a in articles if a.outlet}
    short = {(article, name.split()[-1]): name for article, name in names.items() if not place_name(name.split()[-1])}
    return {**short, **{(article, name): name for article in names for name in names.values()}}


def agreed(chains: Sequence[Chain], papers: Papers) -> Iterator[Chain]:
    """The chains, those of one full name as one type: what most are taken for, or what the noun beside one tells.

    What one article calls a ship is one in all, unless it is somebody there, and so is a body that has a noun for one;
    a surname that another article explains is a person's. papers: what articles call the outlets that print them.
    """
    things = {c.name: c.type for c in chains if c.type == "vehicle" or (c.type in TOLD_BODIES and _has_noun(c))}
    surnames = {chain.name.split()[-1] for chain in chains if " " in chain.name and _is_somebody(chain)}
    votes: dict[str, Counter[ActorType]] = {}
    for chain in chains:
        if _doubtful(chain):
            nouns = [kind for told in chain.titles for kind in [kind_of_noun(told.title.split()[-1])] if kind]
            count = votes.setdefault(chain.name, Counter())
            count[chain.type] += len(chain.names)
            count += Counter(dict.fromkeys(nouns, TOLD))
            votes[chain.name] = count
    for chain in chains:
        count = votes.get(chain.name, Counter()) if _doubtful(chain) else Counter()
        most = max(count, key=lambda kind: (count[kind], kind != "person", kind), default=chain.type)
        if chain.name in things and chain.type in RECOGNISED and not _is_somebody(chain):
            most = things[chain.name]
        if (chain.article, chain.name) in papers and chain.type in RECOGNISED and not _is_somebody(chain):
            most = "org"
        if chain.name in surnames and chain.type in {"org", "group"} and not _known(chain):
            most = "person"
        yield chain if most == chain.type else replace(chain, elsewhere=most)


def _has_noun(chain: Chain) -> bool:
    """Whether a body with a name is told by a noun too: `the Peruvian coast guard, Guardamar`."""
    return chain.named and any(m.form == "nominal" and m.type in TOLD_BODIES for m in chain.mentions)


def _known(chain: Chain) -> bool:
    """Whether a name is that of a body or place that is known."""
    return chain.organisation is not None or any(place_name(name) or outlet_named(name) for name in chain.names)


def _is_somebody(chain: Chain) -> bool:
    return any(names_person(told.title.split()[-1]) for told in chain.titles)


def _doubtful(chain: Chain) -> bool:
    """Whether what a chain is rests on how its one name was recognised, whole or in part: nothing that is known."""
    one = " " in chain.name and {*folded(" ".join(chain.names)).split()} <= {*chain.name.split()}
    one = one and not place_name(chain.name)
    return one and chain.type in RECOGNISED and chain.organisation is None


def _parts(chain: tuple[int, ...], told: Mapping[int, Sequence[Description]]) -> Iterator[tuple[tuple[int, ...], str]]:
    """A chain without what cannot be the same actor: nobody is his own son, and a people is not its state."""
    relatives = {
        i: d.title.casefold() for i in chain for d in told.get(i, ()) if d.of in chain and d.title.casefold() in kin()
    }
    people = tuple(i for i in chain if any(d.title == PEOPLE for d in told.get(i, ())))
    rest = tuple(i for i in chain if i not in people and i not in relatives)
    yield from ((part, "") for part in (rest, people) if part)
    yield from (((i,), relation) for i, relation in relatives.items() if i not in people)


def _states_in(reading: Reading) -> Mapping[str, int]:
    """How often an article names which states, by their names or those of places in one it names."""
    named = [m for m in reading.mentions if m.type in {"state", "place"} and m.form in NAMES]
    found = Counter(state.country.alpha3 for m in named if (state := state_named(m.span.text)))
    places = (state_of_place(m.span.text) for m in named if not state_named(m.span.text))
    found.update([state for state in places if state and state in found])
    return found


def _speaking(reading: Reading) -> Mapping[int, frozenset[str]]:
    """The states that speak in each sentence, by its number: who follows without a state may be theirs."""
    found: dict[int, frozenset[str]] = {}
    for attribution in reading.attributions:
        for mention in (reading.mentions[i] for i in attribution.speakers):
            state = state_named(mention.span.text) if mention.type == "state" and mention.form == "named" else None
            if state is not None:
                at = _sentence(reading, mention.span)
                found[at] = found.get(at, frozenset()) | {state.country.alpha3}
    return found


def _sentence(reading: Reading, span: Span) -> int:
    return bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start)


def without_determiner(name: str) -> str:
    """A noun phrase without its first word, where that only points: `the ministry`."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in DETERMINERS else name


def _type(chain: Chain) -> ActorType:
    named = [m for m in chain.mentions if m.form in NAMES]
    if not named and chain.state_words:
        return "state"
    if not named:
        telling = [m.type for m in chain.mentions if m.form == "nominal"] or [m.type for m in chain.mentions]
        return _institution_type(chain) or Counter(telling).most_common(1)[0][0]
    if any(m.type == "state" for m in named):
        return "group" if chain.is_people else "state"
    taken = Counter(m.type for m in named).most_common(1)[0][0]
    full = max(len(name.split()) for name in chain.names) > 1 and chain.organisation is None
    if taken == "person" and full and not any(outlet_named(name) for name in chain.names):
        return "person"
    return _known_type(chain, taken) or taken


def _institution_type(chain: Chain) -> ActorType | None:
    found = next((i for d in chain.descriptions if d.country and (i := institution_called(d.title))), None)
    return None if found is None else as_type(found.type)


def _known_type(chain: Chain, taken: ActorType) -> ActorType | None:
    """What the names are known to be; None where nothing is known, or what the text has is as good."""
    if chain.organisation is not None:
        return as_type(chain.organisation.type)
    if taken in {"agreement", "document", "election", "vehicle"}:
        return taken
    if any(state_named(name) for name in chain.names):
        return "state"
    leads = any(leaders_called(name) for name in chain.names)
    if taken != "place" and (leads or _is_somebody(chain)):
        return "person"
    known_place = taken == "place" and all(place_name(name) for name in chain.names)
    return None if known_place else _told_type(chain, taken) or _type_of_name(chain, taken)


def _told_type(chain: Chain, taken: ActorType) -> ActorType | None:
    """What the nouns beside and in the names say: `the Westgate PRISON`, `New Dawn PARTY`."""
    beside = [d.title for d in chain.titles] if taken != "person" else []
    last = [name.split()[-1] for name in chain.names if " " in name]
    nouns = (*beside, *(title.split()[-1] for title in beside), *last)
    return next((kind for noun in nouns if (kind := kind_of_noun(noun))), None)


def _type_of_name(chain: Chain, taken: ActorType) -> ActorType | None:
    """What palaces, regions, cities and outlets are."""
    if any(_is_palace(name) or region_named(name) for name in chain.names):
        return "place"
    if any(outlet_named(name) or agency_named(name) for name in chain.names):
        return "org"
    return "place" if taken in {"org", "group"} and all(place_name(name) for name in chain.names) else None


def _is_palace(name: str) -> bool:
    """Whether it is a seat of government that is no city: as a place it is a building, the rest are metonyms."""
    country = seated_in(name)
    return country is not None and folded(name) != folded(country.capital)


def as_type(name: str) -> ActorType:
    """The type of an actor as knowledge writes it."""
    kinds: dict[str, ActorType] = {
        "office": "office", "group": "group", "party": "party", "government": "government", "agreement": "agreement",
    }  # fmt: skip
    return kinds.get(name, "org")
