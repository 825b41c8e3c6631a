"""Profiles: what an actor is made of once its chains are together: name, country, roles, sector, mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import THINGS, Actor, ActorMention, ActorType, Description, Mention, Role
from communique.domain.ids import content_id
from communique.domain.names import folded, visible
from communique.knowledge import Country, Leader, agency_named, countries, leaders, leaders_called, outlet_named
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.organisations import organisation_named
from communique.knowledge.regions import region_named
from communique.knowledge.states import state_named
from communique.knowledge.titles import belonging, institution_called, sector_of_phrase, state_of_title
from communique.record.actors import names, persons
from communique.record.actors.bodies import country_of
from communique.record.actors.chains import NAMES, Chain

NO_ROLE = frozenset(
    "colleague counterpart friend guest host man woman person people critic rival opponent hero".split()
)
STATELESS: frozenset[ActorType] = frozenset({"agreement"})
OFFICES: dict[ActorType, str] = {"state": "GOV", "government": "GOV", "party": "PTY", "office": "GOV"}
NAMED_BY_STATE: frozenset[ActorType] = frozenset({"org", "office", "party"})
HOST = 0.6  # times as often as the state that is named most
AT_HOME = frozenset({"GOV", "OPP", "LEG", "JUD", "COP", "MIL", "SPY"})
HEADS = frozenset({"president", "chancellor", "king", "queen", "emir", "sultan"})
LOCAL = frozenset({"AGR", "CVL", "HLH", "LAB"})
FAR = 2  # steps from owner to owner that a country is looked for


@dataclass(frozen=True)
class Group:
    """The chains of one actor, from all articles."""

    id: str
    type: ActorType
    chains: tuple[Chain, ...]

    @property
    def names(self) -> Counter[str]:
        """Its names as printed, by how often."""
        return Counter(name for chain in self.chains for name in chain.names)

    @property
    def titles(self) -> list[tuple[str, Description]]:
        """What stands beside its names, by article."""
        return [(chain.article, told) for chain in self.chains for told in chain.titles]

    @property
    def leader(self) -> tuple[Leader, ...]:
        """The terms of the head of state or government that a person is known to be, by a full name."""
        known = {name for printed in self.names for name in persons.leaders_of(names.parse(printed))}
        terms = [term for term in leaders() if term.name in known] if known else []
        told = Counter(state for chain in self.chains for state in chain.states)
        mostly = told.most_common(1)[0][0] if told else None
        return tuple(term for term in terms if mostly is None or term.alpha3 in told or len(told) > 2)


@dataclass(frozen=True)
class World:
    """All groups, by id, and the ids of those that each mention (article, index) is in."""

    groups: Mapping[str, Group]
    named_by: Mapping[tuple[str, int], tuple[str, ...]]

    def country(self, group: Group, steps: int = FAR) -> str | None:
        """The state that an actor belongs to, ISO 3166 alpha-3: what is known, what the text tells, whose it is."""
        if group.type in STATELESS:
            return None
        if group.type == "state":
            country = _state(group)
            return country.alpha3 if country else None
        known = next((c.organisation for c in group.chains if c.organisation is not None), None)
        if known is not None:
            return known.country or None
        return (
            _known_country(group)
            or _told_country(group)
            or self._owners_country(group, steps)
            or (None if self._serves_several(group) else _home_country(group))
        )

    def _serves_several(self, group: Group) -> bool:
        """Whether an actor is told to be of a body of several states: `the ECOWAS chairman`."""
        owners = {
            owner
            for chain in group.chains
            for told in chain.descriptions
            for owner in self.named_by.get((chain.article, told.of if told.of is not None else -1), ())
        }
        bodies = (chain.organisation for owner in owners for chain in self.groups[owner].chains)
        return any(body is not None and not body.country for body in bodies)

    def _owners_country(self, group: Group, steps: int) -> str | None:
        """The country of whom an actor belongs to: kin and staff of a person, a government, what is in a city.

        Whose news it is settles it for others too: an ally of a person from there is from there.
        """
        if not steps:
            return None
        found: Counter[str] = Counter()
        for chain in group.chains:
            for told, of in ((d, d.of) for d in chain.descriptions if d.of is not None):
                for owner in self.named_by.get((chain.article, of), ()):
                    country = self.country(self.groups[owner], steps - 1) if owner != group.id else None
                    of_state = self.groups[owner].type == "state" and sector_of_phrase(told.title) in AT_HOME
                    if country and (country == chain.home or of_state or _belongs(group, told)):
                        found[country] += 1
        return _most(found)

    def actor(self, group: Group) -> Actor:
        """The actor that a group is."""
        mentions = sorted((m for chain in group.chains for m in chain.mentions), key=lambda m: m.span)
        known = next((c.organisation for c in group.chains if c.organisation is not None), None)
        state = _state(group) if group.type == "state" else None
        return Actor(
            id=group.id,
            name=state.name if state else known.name if known else _display_name(mentions),
            type=group.type,
            country=self.country(group),
            wikidata=known.wikidata or None if known else None,
            sector=self.sector(group),
            roles=self._roles(group) if group.type == "person" else (),
            mentions=tuple(ActorMention(span=m.span, form=m.form, metonym=m.metonym) for m in dict.fromkeys(mentions)),
        )

    def _roles(self, group: Group) -> tuple[Role, ...]:
        """What the text says somebody is, each once with its evidence, then offices known at the articles' dates."""
        found: dict[tuple[str, str | None], list[Description]] = defaultdict(list)
        for article, told in group.titles:
            if folded(told.title).split()[-1] not in NO_ROLE:
                of = self._of(article, told)
                found[folded(told.title), None if of == group.id else of].append(told)
        for title, of in sorted(found, key=str):
            owned = [other for other in found if other[0] == title and other[1] is not None]
            if of is None and owned:  # the same office, once with and once without its state
                found[max(owned, key=lambda other: (len(found[other]), str(other)))] += found.pop((title, of))
        terms = _terms(group)
        once = {term.office: term for term in terms if [other.office for other in terms].count(term.office) == 1}
        roles = [_role(told, of, once.get(title)) for (title, of), told in found.items()]
        roles.sort(key=lambda role: (-len(role.evidence), role.evidence))
        dated = {role.from_ for role in roles}
        known = (
            Role(title=term.office, of=self._state(term.alpha3), from_=term.start, to=term.end or None)
            for term in terms
            if term.start not in dated
        )
        return (*roles, *known)

    def sector(self, group: Group) -> str | None:
        """PLOVER's sector code of an actor; None where nothing tells it."""
        if group.type != "person":
            return sector_of(group)
        told: Counter[str] = Counter()
        for chain in group.chains:
            for said in (d for d in chain.descriptions if d.title):
                sector = sector_of_phrase(said.title)
                owner = self._of(chain.article, said) if said.of is not None else None
                if sector == "GOV" and owner and self.groups[owner].type == "org":
                    sector = sector_of(self.groups[owner])  # the president of a firm
                told.update([sector] if sector else [])
        firm = Counter({sector: times for sector, times in told.items() if sector != "CVL"})
        return "GOV" if _terms(group) else _most(firm or told)

    def _of(self, article: str, told: Description) -> str | None:
        if told.of is not None:
            return next(iter(self.named_by.get((article, told.of), ())), None)
        state = told.country or state_of_title(told.title)
        return self._state(state) if state else None

    def _state(self, alpha3: str) -> str | None:
        """The id of a state's actor, if the record has it."""
        return next((i for i in (state_id(alpha3),) if i in self.groups), None)


def _role(told: Sequence[Description], of: str | None, term: Leader | None) -> Role:
    """A role by the words for it, with the dates of the term where it is known."""
    return Role(
        title=Counter(d.title for d in told).most_common(1)[0][0],
        of=of,
        from_=term.start if term else None,
        to=term.end or None if term else None,
        evidence=tuple(sorted({d.evidence for d in told})),
    )


def _state(group: Group) -> Country | None:
    """The state that a group is, also where it is only called its government."""
    named = next((country for chain in group.chains if (country := country_of(chain))), None)
    return named or next((country for country in countries() if state_id(country.alpha3) == group.id), None)


def state_id(alpha3: str) -> str:
    """The id of a state's actor."""
    return actor_id("state", alpha3)


def _belongs(group: Group, told: Description) -> bool:
    """Whether somebody's country is the owner's too."""
    if group.type != "person":
        return True
    words = told.title.casefold()
    return words in belonging() or (words.split() or [""])[-1] in belonging()


def _known_country(group: Group) -> str | None:
    if group.type == "person":
        return _most(Counter(term.alpha3 for term in group.leader))
    if group.type == "place":
        return next((state for name, _ in group.names.most_common() if (state := state_of_place(name))), None)
    if group.type in NAMED_BY_STATE:
        every = [name for name, _ in group.names.most_common()]
        return next((c for name in every if (c := _outlet_country(name) or _state_in(name))), None)
    return None


def _state_in(name: str) -> str | None:
    """The state that a name begins with: `Peru's Energy Ministry`, `German Red Cross`."""
    words = name.replace("’", "'").replace("'s", "").split()
    begun = (state_named(" ".join(words[:end])) for end in range(min(3, len(words) - 1), 0, -1))
    return next((state.country.alpha3 for state in begun if state), None)


def _of_several(name: str) -> bool:
    """Whether a name begins as those of bodies of several states do: `ECOWAS Commission`, `International Court`."""
    words = name.removeprefix("The ").removeprefix("the ").split()
    begun = [" ".join(words[:end]) for end in range(1, min(4, len(words)))]
    bodies = (organisation_named(part) for part in begun)
    return any(body and not body.country for body in bodies) or words[:1] == ["International"]


def _outlet_country(name: str) -> str | None:
    """The country of a news outlet or agency, also where the name goes on: `Evening Post Sunday`."""
    words = name.split()
    for end in range(len(words), 0, -1):
        part = " ".join(words[:end])
        known = outlet_named(part) or agency_named(part)
        if known and (end == len(words) or end > 1 or part.isupper()):
            return known.country
    return None


def _told_country(group: Group) -> str | None:
    """What the text tells, else what office or surname everybody knows."""
    told: Counter[str] = Counter()
    for chain in group.chains:
        told += chain.states
    if told:
        return _most(told)
    if group.type != "person":
        return None
    offices = Counter(
        state
        for chain in group.chains
        for d in chain.titles
        if (state := state_of_title(d.title)) and chain.may_be_of(state)
    )
    called = {name: leaders_called(name) for name in group.names}
    bare = all(names.parse(n).bare or any(folded(t.surname) == folded(n) for t in terms) for n, terms in called.items())
    surnames = {term.alpha3 for terms in called.values() for term in terms} if bare else set()
    return _most(offices) or (next(iter(surnames)) if len(surnames) == 1 else None)


def _home_country(group: Group) -> str | None:
    """The state whose news it is, for what news leaves without a state at home: `the police`, `the interim president`.

    Also for places that no gazetteer knows.
    """
    if any(_of_several(name) for name in group.names) or any(chain.indefinite for chain in group.chains):
        return None
    home, surely = _voted(group)
    hosted = any(_only_hosts(home, chain) for chain in group.chains)
    if group.type == "place":
        known = any(region_named(name) for name in group.names)
        return home if surely and not hosted and group.names and not known else None
    if group.type == "person":
        told = {sector_of_phrase(d.title) for chain in group.chains for d in chain.descriptions if d.of is None}
        return home if told & AT_HOME or (surely and told & (LOCAL - {"CVL"})) else None
    sector = sector_of(group)
    if sector == "MIL" and hosted:
        return None
    if group.type == "group":
        return home if sector in AT_HOME - {"GOV"} or (surely and sector in LOCAL) else None
    institution = any(institution_called(d.title) for chain in group.chains for d in chain.descriptions)
    local = surely and group.type == "org" and sector in LOCAL | AT_HOME | ({"MED"} if group.names else set())
    return home if institution or local or group.type in {"office", "government", "party"} else None


def _only_hosts(state: str | None, chain: Chain) -> bool:
    """Whether an article names a state much less than another: its news is from there, as others met there."""
    return chain.around.get(state or "", 0) < HOST * max(chain.around.values(), default=0)


def _voted(group: Group) -> tuple[str | None, bool]:
    """The state that most of its articles are news of, and whether no article is that of another.

    For who speaks for a state that is the one that spoke just before: `India said ... The foreign minister ...`.
    """
    homes: Counter[str] = Counter()
    around: Counter[str] = Counter()
    for chain in group.chains:
        speaking = chain.speaking if group.type == "person" and len(chain.speaking) == 1 else frozenset()
        home = chain.scene if group.type == "government" else chain.home
        homes.update(speaking or ({home} if home else ()))
        around.update(chain.around)
    homes = Counter({state: votes for state, votes in homes.items() if _may_hold(group, state)})
    if len(homes) == 1:
        return next(iter(homes)), True
    likely = {chain.story for chain in group.chains if chain.story in around and (homes or group.type != "person")}
    votes = homes + Counter(likely)
    best = votes.most_common(2)
    clear = best and (len(best) == 1 or best[0][1] > best[1][1])
    return (best[0][0] if clear else None), False


def _may_hold(group: Group, state: str) -> bool:
    """Whether a state has had the office that somebody is told to hold: no president heads a kingdom."""
    told = {d.title.casefold() for chain in group.chains for d in chain.titles}
    known = {term.office for term in leaders() if term.alpha3 == state}
    return not known or told & HEADS <= known


def _most(found: Counter[str]) -> str | None:
    return max(found, key=lambda state: (found[state], state)) if found else None


def _terms(group: Group) -> list[Leader]:
    """The terms in which a leader was in office when an article was published; none where no date is known."""
    dates = {chain.published for chain in group.chains if chain.published}
    return [term for term in group.leader if any(term.covers(date) for date in dates)]


def sector_of(group: Group) -> str | None:
    """PLOVER's sector code of an actor that is no person; None where nothing tells it."""
    if group.type in THINGS:
        return None
    known = next((c.organisation for c in group.chains if c.organisation is not None), None)
    if known is not None or group.type == "state":
        return (known.sector if known else OFFICES["state"]) or None
    phrases = [d.title for chain in group.chains for d in chain.descriptions] or [c.name for c in group.chains]
    institution = next((i.sector for words in phrases if (i := institution_called(words))), None)
    told = institution or next((sector for words in phrases if (sector := sector_of_phrase(words))), None)
    if told or group.type in OFFICES:
        return told or OFFICES[group.type]
    return "MED" if any(outlet_named(name) or agency_named(name) for name in group.names) else None


def _naming(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that give a name; where none does, the noun phrases."""
    telling = [m for m in mentions if m.form != "pronoun"]
    return [m for m in telling if m.form in NAMES] or telling


def _display_name(mentions: Sequence[Mention]) -> str:
    """The name printed most often among those with most words."""
    printed = Counter(" ".join(visible(m.span.text).split()) for m in _naming(mentions) or mentions)
    return max(printed, key=lambda name: (len(name.split()) > 1, printed[name], len(name), name))


def actor_id(kind: ActorType, text: str) -> str:
    """The id of the actor with that key."""
    return content_id("actor", kind, text)
