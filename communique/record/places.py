"""Places of events: what is meant by a name, where it lies, and whether two names can be one place.

Several places of one name are told apart by the state named with it, then by the states that the article names and
their sizes: a city counts twenty times where its state is named in the article, fifty times where the article comes
from there, and is taken where it then counts much more than the others. Georgia is the state of the USA where the
article names more of that country's regions and cities than of the Caucasus.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.domain import Article, Mention, Place
from communique.domain.names import folded
from communique.knowledge import Country, countries, place_nouns
from communique.knowledge.gazetteer import MUCH_LARGER, City, cities_called, state_of_place
from communique.knowledge.regions import region_named
from communique.knowledge.states import seated_in, state_named

STATE, REGION, CITY = 0, 1, 2
NAMED, AT_HOME = 20, 50
UNLIKE = -0.4
GEORGIA = "GEO"
UNITED_STATES = "USA"
SHORTENED = re.compile(r"(?!Ont|Que|Alta|B\.C|N\.S)[A-Z][a-z]{1,4}\.|(?!B\.C|N\.S)[A-Z]\.[A-Z]\.")  # not Canada's
DISTRICTS = frozenset("county district governorate municipality oblast prefecture province region town village".split())
HEAD = re.compile(r"[(/—–:]|\s-|--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What tells places of one name apart: the states that an article names, by how often, and where it comes from."""

    states: Mapping[str, int] = field(default_factory=dict)
    home: str | None = None
    georgia: str = GEORGIA

    @property
    def at_home(self) -> str | None:
        """The state whose news it is: where it comes from, of one that does not tell the one of which it tells most."""
        state = max(self.states, key=lambda state: self.states[state], default=None)
        return self.home or (state if state and 2 * self.states[state] > sum(self.states.values()) else None)

    @property
    def domestic(self) -> bool:
        """Whether the article names the state that it comes from as often as all others."""
        return bool(self.at_home) and 2 * self.states.get(self.at_home or "", 0) >= sum(self.states.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as told: its narrowest name with what is known of it, and the state as printed if it was named too.

    level: a state, a region or what is not known, or a city. key: the same for all names of one place.
    """

    place: Place
    level: int
    key: str
    state: str = ""


def setting(mentions: Iterable[Mention], dateline: str | None) -> Setting:
    """The states and places that an article names."""
    named = [m for m in mentions if m.type in {"state", "place"} and m.form in {"named", "adjectival"}]
    states: Counter[str] = Counter()
    caucasus = american = 0
    for mention in named:
        code = state_of_place(mention.span.text)
        states.update([code] if code else [])
        if folded(mention.span.text) != "georgia":
            caucasus += code == GEORGIA
            american += code == UNITED_STATES and mention.type == "place"
    home = home_of(dateline, states) if dateline else None
    american += home == UNITED_STATES
    return Setting(states=states, home=home, georgia=UNITED_STATES if american > caucasus else GEORGIA)


def written_in(article: Article | None) -> str | None:
    """The dateline of an article, with the state or region told in it: `TRIPOLI, Lebanon (AP) -`."""
    told = article.dateline if article else None
    if told is None:
        return None
    return told.span.text if told.span.text.casefold().startswith(told.place.casefold()) else told.place


def home_of(dateline: str, states: Mapping[str, int]) -> str | None:
    """The state that an article comes from, by the words of its dateline and the states that it names.

    None where two of them have a large city of that name, and the dateline does not tell which.
    """
    city, *others = (part.strip() for part in HEAD.split(dateline, maxsplit=1)[0].split(","))
    region = next((state for other in others[:1] if (state := _region(other))), None)
    told = region or state_of_place(city)
    if region is None and len({found.country for found in cities_called(city)} & {*states}) > 1:
        known = _city(city, None, Setting(states=states))
        return known.country if known else None
    return told


def city_of(dateline: str, here: Setting) -> Where | None:
    """The one city that a dateline names."""
    head = HEAD.split(dateline, maxsplit=1)
    if len(head) < 2 or dateline[len(head[0])] == "/":  # `TUNIS/BEIRUT`
        return None
    city, *others = (part.strip() for part in head[0].split(","))
    city = city.title() if city.isupper() else city
    found = locate([city, *(other for other in others[:1] if _region(other))], here)
    return found if found and found.level == CITY else None


def _region(name: str) -> str | None:
    """The state that a state's or region's name tells; agencies shorten those of the USA: `Fla.`."""
    if SHORTENED.fullmatch(name):
        return UNITED_STATES
    region, state = region_named(name), state_named(name)
    return region.country if region else state.country.alpha3 if state else None


def locate(names: Sequence[str], here: Setting) -> Where | None:
    """The place that some names tell, the narrowest first; None without names."""
    printed = [_noun(" ".join(name.split())) for name in names if name.strip()]
    states = [(name, state) for name in printed if (state := _state(name, here))]
    narrow = [name for name in printed if all(name != state for state, _ in states)]
    narrow = [name for name in narrow if not _is_region(name)] or narrow
    state_name, country = states[0] if states else ("", None)
    for name in narrow:
        city = None if _is_district(name) else _city(_bare(name), country, here)
        if city is not None:
            return _in_city(name, city, state_name)
    if narrow:
        return _elsewhere(narrow[0], country, state_name)
    if country is None:
        return None
    return Where(place=Place(name=state_name, country=country), level=STATE, key=country, state=_bare(state_name))


def closeness(a: Where | None, b: Where | None) -> float:
    """How far two are one place: 1 the same, less where one lies in the other, 0 cannot be told, -1 two places.

    Two single words of which none is a region's are more likely two towns than a town and a part of it.
    """
    if a is None or b is None:
        return 0.0
    if a.key == b.key:
        return 1.0 if a.level else 0.6
    theirs = (a.place.country, b.place.country)
    if (None not in theirs and theirs[0] != theirs[1]) or a.level == b.level == CITY:
        return -1.0
    if STATE in {a.level, b.level}:
        return 0.6 if None not in theirs else 0.0
    names = [_bare(where.place.name) for where in (a, b)]
    unlike = 0.0 if any(" " in name or region_named(name) for name in names) else UNLIKE
    return 1.0 if names[0] == names[1] else unlike  # `Brenna`, and `Brenna county`


def together(told: Sequence[Where]) -> Place | None:
    """The narrowest of several names for one place, most often told, with its state where any report names it."""
    if not told:
        return None
    counted = Counter(where.key for where in told)
    best = max(told, key=lambda where: (where.level, counted[where.key], where.state != "", where.place.name))
    states = (w.state for w in (best, *told) if w.state and w.place.country == best.place.country)
    state = next(states, "") if best.level != STATE else ""
    name = Counter(where.place.name for where in told if where.key == best.key).most_common(1)[0][0]
    return Place(
        name=f"{name}, {state}" if state and folded(state) not in folded(name) else name,
        country=best.place.country,
        latitude=best.place.latitude,
        longitude=best.place.longitude,
        geonames=best.place.geonames,
    )


def at_home(state: str) -> Place | None:
    """A state as the place of what its own people do among themselves."""
    name = next((country.name for country in countries() if country.alpha3 == state), None)
    return Place(name=name, country=state) if name else None


def at_seat(state: str) -> Place | None:
    """The capital of a state as the place of what its government does to others' envoys."""
    country = next((country for country in countries() if country.alpha3 == state), None)
    city = _capital(country) if country else None
    return _in_city(city.name, city, "").place if city else None


def _is_region(name: str) -> bool:
    """Whether a name is of a part of a state that has towns: `Brenna county`."""
    return region_named(name) is not None or _is_district(name)


def _is_district(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].casefold() in DISTRICTS and " " in name


def _noun(name: str) -> str:
    """A state by its name, where its adjective tells it (`the Norwegian election`); a city in small letters."""
    name = name.title() if name.isupper() and cities_called(name.title()) else name
    found = state_named(name)
    return found.country.name if found is not None and found.adjective else name


def _bare(name: str) -> str:
    """A name without the words for a part of it (`northern Finland`), or for what it is (`Brenna county`)."""
    words = name.split()
    words = words[:-1] if len(words) > 1 and words[-1].casefold() in DISTRICTS else words
    while len(words) > 1 and words[0] in place_nouns("directions") | {"the"}:
        words = words[1:]
    return " ".join(words)


def _state(name: str, here: Setting) -> str | None:
    """The state that a name is, ISO 3166 alpha-3; that of the country where the place is the USA's Georgia."""
    found = state_named(_bare(name))
    if found is None:
        return None
    code = found.country.alpha3
    return code if code != GEORGIA or here.georgia == GEORGIA else None


def _city(name: str, country: str | None, here: Setting) -> City | None:
    """The city of that name, None where it is none or could be several; a seat of government is its capital."""
    seat = seated_in(name)
    if seat is not None and country in {None, seat.alpha3} and folded(name) != folded(seat.capital):
        return _capital(seat)
    if region_named(name) is not None and seat is None:
        return None
    ranked = sorted(
        ((_weight(name, c, here), c) for c in cities_called(name) if country in {None, c.country}), key=_first
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] < MUCH_LARGER * ranked[1][0]):
        return None
    return ranked[0][1]


def _weight(name: str, city: City, here: Setting) -> float:
    """Its people, half of them where the name is not its usual one: Odessa."""
    people = city.people if folded(city.name) == folded(name) else city.people / 2
    return people * (AT_HOME if city.country == here.home else NAMED if here.states.get(city.country) else 1)


def _first(weighed: tuple[float, City]) -> tuple[float, int]:
    return -weighed[0], weighed[1].geonames


def _capital(country: Country) -> City | None:
    return next((city for city in cities_called(country.capital) if city.country == country.alpha3), None)


def _in_city(name: str, city: City, state: str) -> Where:
    place = Place(
        name=_bare(name),
        country=city.country,
        latitude=city.latitude,
        longitude=city.longitude,
        geonames=city.geonames,
    )
    return Where(place=place, level=CITY, key=str(city.geonames), state=state)


def _elsewhere(name: str, country: str | None, state: str) -> Where:
    """A region, or a place that no table knows."""
    bare = _bare(name)
    cities = {city.country for city in cities_called(bare)}
    known = UNITED_STATES if folded(bare) == "georgia" else state_of_place(bare) if len(cities) < 2 else None
    own = country or known
    return Where(place=Place(name=name, country=own), level=REGION, key=folded(name), state=state)
