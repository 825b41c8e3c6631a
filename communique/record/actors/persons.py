"""Persons across articles: which chains are one person's.

Full names are compared with those that share a block (the sound of the surname with a given initial, or the first name
with how the surname begins), never with all. A bare surname goes to the person of its own article, else to the only one
known; where there are several it stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from communique.knowledge import leaders, leaders_called
from communique.knowledge.titles import kin, sector_of_phrase
from communique.record.actors import names
from communique.record.actors.chains import Chain
from communique.record.actors.names import Likeness, PersonName

SHARED_STATE, SHARED_SECTOR, SHARED_TITLE = 0.1, 0.05, 0.15
OTHER_STATE, OTHER_SECTOR = -0.2, -0.1
CLEARLY = 0.1  # by how much the best of several persons must be more like


@dataclass(frozen=True, slots=True)
class Joined:
    """The person that a chain is taken for, and why."""

    key: str
    reason: str
    likeness: Likeness | None = None


@dataclass(slots=True)
class Person:
    """A person as known so far: the names, the chains (by number) and what is told."""

    names: list[PersonName] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    states: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)

    @property
    def leaders(self) -> frozenset[str]:
        """The leaders that the full names are known to be."""
        return frozenset(leader for name in self.names for leader in leaders_of(name))

    def add(self, number: int, chain: Chain, name: PersonName) -> None:
        """Take a chain in."""
        if name not in self.names and not name.bare:
            self.names.append(name)
        self.chains.append(number)
        self.articles.add(chain.article)
        self.states += chain.states
        self.sectors += sectors_of(chain)
        self.titles |= {head for told in chain.titles if (head := _head_of(told.title))}

    def take(self, other: "Person") -> None:
        """Take in all that is known of another."""
        self.names += [name for name in other.names if name not in self.names]
        self.chains += other.chains
        self.articles |= other.articles
        self.states += other.states
        self.sectors += other.sectors
        self.titles |= other.titles


def leaders_of(name: PersonName) -> frozenset[str]:
    """The heads of state or government that a full name is known to be, in either order of names."""
    return _leaders().get(("".join(name.given), name.core), frozenset())


@cache
def _leaders() -> dict[tuple[str, str], frozenset[str]]:
    index: dict[tuple[str, str], frozenset[str]] = {}
    for term in leaders():
        for name in map(names.parse, (term.name, *term.other_names)):
            if name.given:
                key = ("".join(name.given), name.core)
                index[key] = index.get(key, frozenset()) | {term.name}
    return index


def _head_of(title: str) -> str:
    """What a title makes of somebody: `president` of the `President of the Republic`."""
    return next(iter(title.casefold().partition(" of ")[0].split()[-1:]), "")


def sectors_of(chain: Chain) -> Counter[str]:
    """The sectors that a chain's titles tell, but those that anybody may have."""
    found = (sector_of_phrase(d.title) for d in chain.titles)
    return Counter(sector for sector in found if sector and sector != "CVL")


def group(chains: Sequence[Chain]) -> dict[int, Joined]:
    """For the number of every chain the person it is; all chains must be persons with names."""
    main = [_main(chain) for chain in chains]
    kin = {number for number, chain in enumerate(chains) if chain.kin}
    short = {number for number, name in enumerate(main) if name.bare}
    short -= kin
    joined: dict[int, Joined] = {}
    people = _with_full_names(chains, main, short | kin, joined)
    keys = _keys(people, chains, main)
    called = Called.of(people, chains)
    for person in people:
        for number in person.chains:
            why = joined.get(number)
            joined[number] = Joined(keys[id(person)], why.reason if why else "same name", why.likeness if why else None)
    for number in sorted(kin):
        chain = chains[number]
        joined[number] = Joined(f"{main[number].text} {chain.kin} {chain.article}", "a relative of that name")
    alone: dict[str, list[int]] = defaultdict(list)
    for number in sorted(short):
        found, reason = _meant(chains[number], main[number], called)
        if found is not None:
            joined[number] = Joined(keys[id(found)], reason)
        elif reason or not main[number].telling:
            joined[number] = Joined(f"{main[number].text} {chains[number].article}", reason or "initials only")
        else:
            alone[main[number].text].append(number)
    return joined | {n: why for text, numbers in alone.items() for n, why in _unexplained(text, numbers, chains)}


def _main(chain: Chain) -> PersonName:
    """The name to go by."""
    return names.parse(_fullest(chain))


def _fullest(chain: Chain) -> str:
    """The fullest of a chain's names, of those the most frequent."""
    counted = Counter(chain.names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], name))


def _with_full_names(
    chains: Sequence[Chain], main: Sequence[PersonName], short: set[int], joined: dict[int, Joined]
) -> list[Person]:
    """The persons who are given a full name somewhere; why their chains are theirs goes into `joined`."""
    alike: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(main):
        if number not in short:
            alike[name.text if name.telling else f"{name.text} {chains[number].article}"].append(number)
    waiting = [p for text in sorted(alike) for p in _of_one_name(alike[text], chains, main)]
    waiting.sort(key=lambda p: (-_fullness(p.names[0]), -len(p.chains), p.names[0].text, sorted(p.states)))
    blocks: dict[tuple[str, str], list[Person]] = defaultdict(list)
    people: list[Person] = []
    for person in waiting:
        name = person.names[0]
        own = sorted(set(names.blocks(name))) if name.telling else []
        near = {id(other): other for key in own for other in blocks[key]}
        found, why = _most_alike(person, list(near.values()))
        if found is None:
            people.append(person)
            found = person
        else:
            joined |= {number: Joined("", why.reason, why) for number in person.chains if why}
            found.take(person)
        for key in own:
            if found not in blocks[key]:
                blocks[key].append(found)
    return people


def _fullness(name: PersonName) -> int:
    """How much a name tells: letters of the given words, initials little."""
    return sum(min(len(word), 3) for word in name.given) + 2 * bool(name.suffix)


def _of_one_name(numbers: Sequence[int], chains: Sequence[Chain], main: Sequence[PersonName]) -> list[Person]:
    """The persons of exactly one name: one, but where the states and sectors that are told exclude each other."""
    whole = Person()
    for number in numbers:
        whole.add(number, chains[number], main[number])
    if len(whole.states) < 2:
        return [whole]
    people: list[Person] = []
    least = OTHER_STATE if main[numbers[0]].initials else round(OTHER_STATE + OTHER_SECTOR, 4)
    for number in sorted(numbers, key=lambda n: (not chains[n].states, chains[n].article, n)):
        person = Person()
        person.add(number, chains[number], main[number])
        fitting = next((p for p in people if _evidence(p, person)[0] > least), None)
        if fitting is None:
            people.append(person)
        else:
            fitting.take(person)
    return people


def _most_alike(person: Person, others: Sequence[Person]) -> tuple[Person | None, Likeness | None]:
    """The one of several persons that this is, None where none is or several are as likely."""
    found = [(likeness, other) for other in others if (likeness := _likeness(person, other))]
    found.sort(key=lambda item: -item[0].score)
    if not found or (len(found) > 1 and found[0][0].score - found[1][0].score < CLEARLY):
        return None, None
    likeness, best = found[0]
    return best, likeness


def _likeness(a: Person, b: Person) -> Likeness | None:
    """How far two are one person; None where they are not, by any of their names."""
    if a.leaders and b.leaders:
        same = bool(a.leaders & b.leaders)
        return Likeness(surname=1, given=1, reason="known under both names") if same else None
    evidence, told = _evidence(a, b)
    found = [names.compare(x, y, evidence) for x in a.names for y in b.names]
    best = max(found, key=lambda likeness: likeness.score)
    if not best.same or any(likeness.surname and not likeness.given for likeness in found):
        return None
    if best.given <= names.LETTER and (a.articles & b.articles or not a.titles & b.titles):
        return None
    return Likeness(
        surname=best.surname, given=best.given, evidence=evidence, reason=", ".join(filter(None, (best.reason, told)))
    )


def _evidence(a: Person, b: Person) -> tuple[float, str]:
    """What the states and sectors that are told say for or against one person."""
    score, told = 0.0, []
    if a.states and b.states:
        shared = a.states.keys() & b.states.keys()
        score += SHARED_STATE if shared else OTHER_STATE
        told.append("same state" if shared else "another state")
    if a.sectors and b.sectors:
        shared = a.sectors.keys() & b.sectors.keys()
        score += SHARED_SECTOR if shared else OTHER_SECTOR
        told.append("same office" if shared else "another office")
    if a.titles & b.titles and not (a.states and b.states and not a.states.keys() & b.states.keys()):
        score += SHARED_TITLE
        told.append("same title")
    return round(score, 4), ", ".join(told)


def _keys(people: Sequence[Person], chains: Sequence[Chain], main: Sequence[PersonName]) -> dict[int, str]:
    """By person the name most often printed, with what tells apart those who share it: a state, or an article."""
    texts = {}
    for person in people:
        counted = Counter(main[number].text for number in person.chains)
        texts[id(person)] = max(counted, key=lambda name: (counted[name], len(name), name))
    shared = Counter(texts.values())
    for person in people:
        text = texts[id(person)]
        if shared[text] > 1 or not person.names[0].telling:
            apart = sorted(person.states)[:1] or [min(chains[number].article for number in person.chains)]
            texts[id(person)] = " ".join((text, *apart))
    return texts


def _meant(chain: Chain, name: PersonName, people: "Called") -> tuple[Person | None, str]:
    """The person that a bare surname stands for, and why; nobody, and why not, or nobody because none is known.

    Where it is nobody's surname it may be the name that other articles call somebody by: `Abiy`.
    """
    surname = names.skeleton(name.core)
    here = [person for person in people.here.get((chain.article, surname), ()) if _fits(chain, name, person)]
    if len(here) == 1:
        return here[0], "the only one of that surname in the article"
    told = here or [person for person in people.all.get(surname, ()) if _fits(chain, name, person)]
    told = [person for person in told if not _by_another(person, told)] or told
    if len(told) == 1:
        return told[0], "the only one of that surname whom what is told fits"
    leaders = {term.name for printed in chain.names for term in leaders_called(printed)}
    heads = told or [person for leader in sorted(leaders) for person in people.leaders.get(leader, ())]
    known = [person for person in heads if leaders and person.leaders & leaders]
    if len(known) == 1:
        return known[0], "the head of state or government of that surname"
    others = [] if told else [p for p in people.shortly.get(surname, ()) if not _excluded(chain, p)]
    if len(others) == 1:
        return others[0], "the only one whom other articles call so"
    return None, "several of that surname" if told else ""


@dataclass(frozen=True, slots=True)
class Called:
    """Persons by the sound of what they are called: surnames, in an article and in all; other single words; leaders."""

    here: dict[tuple[str, str], list[Person]]
    all: dict[str, list[Person]]
    shortly: dict[str, list[Person]]
    leaders: dict[str, list[Person]]

    @classmethod
    def of(cls, people: Iterable[Person], chains: Sequence[Chain]) -> "Called":
        """The index of some persons, given all chains."""
        here, everyone, shortly, leading = (defaultdict(list) for _ in range(4))
        for person in people:
            surnames = {names.skeleton(name.core) for name in person.names}
            for surname in sorted(surnames):
                everyone[surname].append(person)
                for article in sorted(person.articles):
                    here[article, surname].append(person)
            words = {name for number in person.chains for name in chains[number].names if " " not in name}
            for word in sorted({names.skeleton(names.parse(word).core) for word in words} - surnames):
                shortly[word].append(person)
            for leader in sorted(person.leaders):
                leading[leader].append(person)
        return cls(here, everyone, shortly, leading)


def _fits(chain: Chain, name: PersonName, person: Person) -> bool:
    """Whether a surname ends a person's full name, and the states that are told do not differ."""
    return not _excluded(chain, person) and any(_ends_in(full, name) for full in person.names)


def _by_another(person: Person, others: Iterable[Person]) -> bool:
    """Whether somebody is only told of as the kin of another of that surname, in an article that tells of both."""
    shared = (other.articles > person.articles for other in others if other is not person)
    return bool(person.titles) and person.titles <= kin() and any(shared)


def _excluded(chain: Chain, person: Person) -> bool:
    """Whether the states that are told of both differ."""
    return bool(chain.states and person.states and not chain.states.keys() & person.states.keys())


def _ends_in(full: PersonName, short: PersonName) -> bool:
    """Whether a name is the last part of a fuller one, spellings apart."""
    words, end = full.text.split(), short.text.split()
    if short.given:
        return [names.skeleton(w) for w in words[-len(end) :]] == [names.skeleton(w) for w in end] != words
    return names.skeleton(short.core) == names.skeleton(full.core)


def _unexplained(text: str, numbers: Sequence[int], chains: Sequence[Chain]) -> Iterator[tuple[int, Joined]]:
    """Surnames that no full name explains: one person in all articles, but where several states are told."""
    states = {n: max(chains[n].states, key=lambda s: (chains[n].states[s], s), default="") for n in numbers}
    one = len({state for state in states.values() if state}) < 2
    for number in numbers:
        key = text if one else f"{text} {states[number] or chains[number].article}"
        yield number, Joined(key, "same surname, no fuller name")
