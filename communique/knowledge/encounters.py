"""Encounters and the labels of events: which kinds of event are one in other words, and how an editor calls them."""

from collections.abc import Iterable
from functools import cache

from communique.knowledge.tables import by_name, load_yaml

FILE = "encounters.yaml"


def encounter(kind: str) -> str | None:
    """The family of encounters that a kind of event belongs to (`talks`: `meeting`); None where it is no encounter."""
    return _families().get(kind.casefold())


def lasts(kind: str) -> bool:
    """Whether a kind of event goes on, so that reports of different days can be of one."""
    return kind.casefold() in _listed("lasting")


def is_rare(kind: str) -> bool:
    """Whether there are hardly two events of a kind in one place on one day."""
    return kind.casefold() in _listed("rare")


def is_once(kind: str) -> bool:
    """Whether a kind of event is hardly done twice to the same people in one story."""
    return kind.casefold() in _listed("once")


def alike(kind: str) -> frozenset[str]:
    """The groups of kinds that reports put for one another to which a kind belongs."""
    return _alike().get(kind.casefold(), frozenset())


def is_toll(kind: str) -> bool:
    """Whether a kind of event is what another does to people: a death in a crash."""
    return kind.casefold() in _listed("toll")


def is_cause(kind: str) -> bool:
    """Whether a kind of event is one that kills or injures."""
    return kind.casefold() in _listed("causes")


def is_said(kind: str) -> bool:
    """Whether a kind of event is done by saying something, so that it happens when that is said."""
    return kind.casefold() in _listed("said")


def is_plain(kind: str) -> bool:
    """Whether a kind of event is only said, and binds, charges or answers nobody: a plea, praise."""
    return kind.casefold() in _listed("plain")


def goes_on_there(kind: str) -> bool:
    """Whether a kind of event goes on at one scene with others: arrests at a protest, deaths in a fire."""
    return kind.casefold() in _listed("going_on")


def has_a_scene(kind: str) -> bool:
    """Whether a kind of event takes place where people or things are, not by paper or telephone."""
    return goes_on_there(kind) or kind.casefold() in _listed("scenes")


def is_of_held(kind: str) -> bool:
    """Whether a kind of event is what befalls those whom a state holds: arrests, trials."""
    return kind.casefold() in _listed("held_for")


def is_freeing(kind: str) -> bool:
    """Whether a kind of event ends that somebody is held."""
    return kind.casefold() in _listed("freeing")


def is_by_authority(kind: str) -> bool:
    """Whether a kind of event is what the authorities of a state do within it: arrests, trials."""
    return kind.casefold() in _listed("by_authority")


def is_at_home(kind: str) -> bool:
    """Whether a kind of event is held in the state that it is of: an election."""
    return kind.casefold() in _listed("at_home")


def is_at_seat(kind: str) -> bool:
    """Whether a kind of event is what a government does to envoys, who are where it has its seat: a summons."""
    return kind.casefold() in _listed("at_seat")


def is_against_power(kind: str) -> bool:
    """Whether a kind of event is to oust those who rule a state, who are in it: a coup."""
    return kind.casefold() in _listed("against_power")


def comes_from_afar(kind: str) -> bool:
    """Whether a kind of event reaches a state from elsewhere: a war, an air strike."""
    return kind.casefold() in _listed("from_afar")


def is_abroad(kind: str) -> bool:
    """Whether a kind of event is what some do in a state of others: a visit, interference."""
    return kind.casefold() in _listed("abroad")


def is_with_others(kind: str) -> bool:
    """Whether nobody does such a thing alone: an encounter, an agreement."""
    return kind.casefold() in _listed("with_others")


def is_custody(kind: str) -> bool:
    """Whether a kind of event keeps somebody in a state's hands: an arrest."""
    return kind.casefold() in _listed("custody")


def sorts(words: Iterable[str], kind: str) -> dict[int, frozenset[int]]:
    """Of what sort a deed of a kind is by the words beside its name: by list the numbers of the sorts they tell."""
    found: dict[int, set[int]] = {}
    for word in words:
        for place, number in _sorts().get(word, ()):
            if _told_apart_by(kind, place):
                found.setdefault(place, set()).add(number)
    return {place: frozenset(numbers) for place, numbers in found.items()}


def names_a_sort(words: Iterable[str]) -> bool:
    """Whether words tell of what sort a deed is."""
    return not _sorts().keys().isdisjoint(words)


def label_forms(kind: str, type_: str | None) -> tuple[str, ...]:
    """The forms of a label, the fullest first, for an event of a kind and of a type of PLOVER."""
    forms = load_labels()
    family = encounter(kind)
    return (*(forms.get(kind.casefold()) or forms.get(family or "") or forms.get(type_ or "") or ()), *forms["other"])


def takes_the(name: str) -> bool:
    """Whether a name is printed with `the`: the Security Council, the UN; not Park Jong Un."""
    last = name.rpartition(" ")[2]
    return not {last, last.casefold()}.isdisjoint(_listed("the"))


@cache
def load_labels() -> dict[str, tuple[str, ...]]:
    """All forms by the kind or type that they are for."""
    labels = load_yaml(FILE)["labels"]
    return {name: tuple(forms) for names, forms in labels.items() for name in names.split(", ")}


@cache
def _listed(name: str) -> frozenset[str]:
    """One of the plain lists of kinds or words."""
    return frozenset(load_yaml(FILE)[name])


@cache
def _sorts() -> dict[str, tuple[tuple[int, int], ...]]:
    """By word the lists, and the sorts in them, that it stands for."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for place, listed in enumerate(load_yaml(FILE)["sorts"]):
        for number, words in enumerate(listed["among"]):
            for word in words:
                found[word] = (*found.get(word, ()), (place, number))
    return found


@cache
def _told_apart_by(kind: str, place: int) -> bool:
    """Whether a list of sorts is of a kind of event, of its family, or of kinds that reports put for it."""
    of = load_yaml(FILE)["sorts"][place]["of"]
    return not {kind.casefold(), encounter(kind), *alike(kind)}.isdisjoint(of)


@cache
def _alike() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for name, kinds in load_yaml(FILE)["alike"].items():
        for kind in kinds:
            groups.setdefault(kind, set()).add(name)
    return {kind: frozenset(names) for kind, names in groups.items()}


@cache
def _families() -> dict[str, str]:
    families = load_yaml(FILE)["families"]
    return by_name(families, lambda family: families[family], FILE)
