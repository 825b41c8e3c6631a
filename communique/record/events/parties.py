"""Parties: who takes part in an event, and how far two reports name the same ones.

Persons in office stand for their states (PLOVER codes both as the state's government): `Russia` and its minister can be
one party, two ministers of one state cannot.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from communique.domain import AUTHORITIES, Actor
from communique.domain.names import folded
from communique.knowledge.organisations import organisation_named
from communique.knowledge.quantities import counted
from communique.knowledge.regions import states_of_part
from communique.knowledge.states import state_named
from communique.knowledge.vocabulary import word_root

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})
STANDS_FOR = 0.6
SAME_NOUN = 0.8  # two without a name, called by one noun, of one state or as many
HALF = 0.5  # one party is the same, the other is told by one report only
OTHERWISE = -0.1
OF_STATE = 0.3
ANYBODY = frozenset({"", word_root(counted("people")), word_root(counted("person")), word_root("victim")})
STORY = 3  # actors by which a story is known again
COMMON = 10  # pages: who is named in more of them tells less
BEHIND = re.compile(
    r"(?:\s(?:of|in|on|at|from|for|with|by|who|whom|whose|which|that|to|and|or|including|held|led|sent|shot|taken)\s|,|(?:(?<=s)|(?<=men))\s\w+ed\s).*",
    re.DOTALL,
)
CERTAIN = re.compile(
    r"(?:the|this|these|those|an?|his|her|its|their|some|several|many|most|all|both|dozens|scores|hundreds|thousands|tens|"
    r"(?:at|more|about|nearly|up)\b.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\S*)\b",
    re.IGNORECASE,
)
LED_BY = re.compile(r"\b(?:headed|led) by\s+(?P<who>.+)", re.DOTALL)
RULED_BY = re.compile(r"(?:the )?(?P<who>.+?)(?:['’]s?)? (?:administration|cabinet|government|regime)$")
NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = re.compile(
    rf"(?:the |all |some |about |around |nearly |at least |more than |as many as |up to )*"
    rf"(?P<number>[1-9][\d,]*\d|[2-9]|{'|'.join(NUMBERS[2:])})\b",
    re.IGNORECASE,
)
REDUCED = re.compile(r"\s[A-Z]\w*\s(?:has|have|had|is|are|was|were|will|would)\s.*", re.DOTALL)
COUNTED = re.compile(
    r"^(?:some|dozens|scores|hundreds|thousands|tens|many|most|all|several|groups?)\s+of\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor as a party: the state it belongs to, and whether it can stand for that state."""

    id: str
    country: str | None
    person: bool
    state: bool
    official: bool
    named: bool
    press: bool
    telling: bool
    """Whether it tells who it is: `reporters`, `both sides` do not."""
    head: str = ""
    """The root of the noun that says what it is, of one without a name: `women` of `hundreds of women`."""
    nouns: frozenset[str] = frozenset()
    """The roots of the nouns by which one who has a name is called too (`the pilot`), and nobody else who has one."""
    number: str = ""
    """How many they are, of those without a name: `38` of `38 Norwegian sailors`."""
    led_by: str = ""
    """Who leads it, in words, folded: `mediators led by BERG`."""
    bloc: str = ""
    """The organisation whose body it is, or that it is: the European Union acts through its Commission."""
    sector: str | None = None
    kind: str = ""
    called: str = ""
    """Its name, folded, where it has one: what is read as of two kinds under one name is one (a ship, a person)."""
    weight: float = 1.0
    """How much it tells of a story that two articles name it, 0 to 1: states and those in many articles tell little."""


def parties_of(actors: Collection[Actor]) -> dict[str, Party]:
    """Every actor as a party, by its id."""
    found = {actor.id: _party(actor) for actor in actors}
    bearers = Counter(noun for party in found.values() for noun in party.nouns)
    return {
        i: replace(party, nouns=frozenset(noun for noun in party.nouns if bearers[noun] == 1))
        for i, party in found.items()
    }


def _party(actor: Actor) -> Party:
    called = actor.type == "state" or any(m.form == "named" for m in actor.mentions)
    named = called or any(m.form == "adjectival" or _names(m.span.text) for m in actor.mentions)
    press = actor.type == "group" and actor.sector == "MED"
    return Party(
        id=actor.id,
        country=actor.country,
        person=actor.type == "person",
        state=actor.type == "state",
        named=called,
        official=actor.type in AUTHORITIES or (actor.sector in OFFICIAL),
        press=press,
        telling=not press and (named or actor.country is not None),
        head="" if called else _head(actor.name, single=actor.type == "person"),
        nouns=_nouns(actor) if called else frozenset(),
        number="" if called else next(filter(None, (_number(m.span.text) for m in actor.mentions)), ""),
        led_by=_led_by(actor.name),
        bloc=(known.of or known.name) if (known := organisation_named(actor.name)) else "",
        sector=actor.sector,
        kind=actor.type,
        called=folded(actor.name) if named or actor.type == "government" else "",
        weight=_weight(actor),
    )


def _rules_otherwise(body: Party, other: Party) -> bool:
    """Whether a government is called by somebody else's name: `Berg's regime`, and Holm."""
    found = RULED_BY.match(body.called) if body.kind == "government" and other.person and other.called else None
    ruler = found["who"] if found else ""
    return bool(ruler) and state_named(ruler) is None and other.called.split()[-1] not in ruler.split()


def _weight(actor: Actor) -> float:
    pages = len({mention.span.document for mention in actor.mentions})
    return (OF_STATE if actor.type == "state" else 1.0) * min(1.0, sqrt(COMMON / max(pages, 1)))


def _head(phrase: str, *, single: bool = False) -> str:
    """The root of the noun that a noun phrase turns on; none where it may be of anybody (`women under threat`)."""
    if not (single or CERTAIN.match(phrase) or _names(phrase)):
        return ""
    words = BEHIND.sub("", COUNTED.sub("", phrase)).split()
    return (word_root(counted(words[-1].casefold().removesuffix("s"))) or "") if words else ""


def _nouns(actor: Actor) -> frozenset[str]:
    """The roots of the nouns that pages call somebody by, or tell what he is by."""
    phrases = [m.span.text for m in actor.mentions if m.form == "nominal"]
    return frozenset(_head(phrase) for phrase in (*phrases, *(f"the {role.title}" for role in actor.roles))) - ANYBODY


def _number(phrase: str) -> str:
    """The number that a noun phrase begins with, in digits; none of one."""
    found = NUMBER.match(phrase)
    word = found["number"].casefold().replace(",", "") if found else ""
    return str(NUMBERS.index(word)) if word in NUMBERS[2:] else word


def _names(phrase: str) -> bool:
    """Whether a noun phrase holds a name: `EU officials`, not `The diplomats`, nor `the men Paris has sent`."""
    words = REDUCED.sub("", phrase).split()
    if states_of_part(" ".join(words[:-1])):  # `Central Asian foes`
        return False
    return any(word[0].isupper() for word in words[1:]) or words[0].isupper()


def alike(a: Party, b: Party) -> float:
    """How far two are one party: the same actor, one that can stand for the other, or one that is called otherwise."""
    if a.id == b.id or (a.kind != b.kind and a.called and a.called == b.called):
        return 1.0
    if _rules_otherwise(a, b) or _rules_otherwise(b, a):
        return 0.0
    one_state = a.country is not None and a.country == b.country
    if (one_state and a.official and b.official and not (a.person and b.person)) or (a.bloc and a.bloc == b.bloc):
        return STANDS_FOR
    counted_alike = a.number == b.number if a.number and b.number else one_state
    if a.head and a.head == b.head and counted_alike:
        return SAME_NOUN
    if _is_called(a, b):
        return SAME_NOUN
    unnamed = not (a.named and b.named) and a.person and b.person
    return HALF if one_state and unnamed and a.sector is not None and a.sector == b.sector else 0.0


def _is_called(a: Party, b: Party) -> bool:
    """Whether one without a name is told by what only the other, who has one, is called, or is led by the other."""
    led = any(one.led_by and other.called and other.called in one.led_by for one, other in ((a, b), (b, a)))
    return led or (a.kind == b.kind and (a.head in b.nouns or b.head in a.nouns))


def _led_by(phrase: str) -> str:
    led = LED_BY.search(phrase)
    return folded(led["who"]) if led else ""


def company(
    ours: Collection[str], theirs: Collection[str], known: Mapping[str, Party], *, sides: bool = False
) -> float:
    """How far two companies that meet are the same: 1 the same, 0 cannot be told, -1 others.

    Two parties that both know are enough where more are named; a single one is half of it. sides: whether they stand
    for others, so that one of two is half of it too, where the other can be called otherwise (`the rebels`).
    """
    small, large = sorted((_telling(ours, known), _telling(theirs, known)), key=len)
    if not small:
        return 0.0
    best = [score for x in small if (score := max(max(alike(x, y), _belongs(x, y)) for y in large))]
    if len(small) == 1:
        unknown = any(_may_speak_for(x, y) or _may_speak_for(y, x) for x in small for y in large)
        return HALF * best[0] if best else 0.0 if unknown else -1.0
    if sides and len(best) == 1:
        ours_left, theirs_left = (
            [x for x in a if not any(alike(x, y) for y in b)] for a, b in ((small, large), (large, small))
        )
        return HALF * best[0] if any(_may_be(x, y) for x in ours_left for y in theirs_left) else -1.0
    return sum(best) / len(best) if len(best) > 1 else -1.0


def _may_speak_for(state: Party, who: Party) -> bool:
    """Whether an official may be a state's, as nothing tells of which he is."""
    return state.state and who.person and who.official and who.country is None


def _belongs(a: Party, b: Party) -> float:
    """How far people are told of on the side of their state: `three Norwegian sailors`, and Norway."""
    people = any(x.state and y.kind == "group" and not y.named for x, y in ((a, b), (b, a)))
    return HALF if people and a.country == b.country else 0.0


def _may_be(a: Party, b: Party) -> bool:
    """Whether two that are called otherwise can be one side: one has no name, or a person stands for a body."""
    apart = a.state or b.state or (None not in {a.country, b.country} and a.country != b.country)
    return not apart and (not (a.named and b.named) or a.person != b.person)


def directed(ours: Collection[str], theirs: Collection[str], known: Mapping[str, Party]) -> float | None:
    """How far two lists of parties in one part, such as those who act, are the same; None where both are empty.

    Those without a name (`two pilots`, `the victims`) may be called otherwise elsewhere; called by one noun they are
    half the same. Others are OTHERWISE, which is a little less than nothing.
    """
    if _as_many(ours, theirs, known) or _as_many(theirs, ours, known):
        return SAME_NOUN
    small, large = sorted((_telling(ours, known), _telling(theirs, known)), key=len)
    if not small and any(_is_called(known[i], known[j]) for i in ours for j in theirs):
        return SAME_NOUN
    if not small:
        shared = _heads(ours, known) & _heads(theirs, known)
        return (1.0 if any(number for _, number in shared) else HALF) if shared else 0.0 if large else None
    best = [score for x in small if (score := max(alike(x, y) for y in large))]
    if best:
        return sum(best) / len(small)
    return -1.0 if all(any(party.named for party in side) for side in (small, large)) else OTHERWISE


def counted_apart(new: Collection[str], told: Collection[str], known: Mapping[str, Party]) -> bool:
    """Whether so many of one sort come to those of another: `held 200 guards`, after `the sailors, who were held`."""
    counted_, others = ([known[i] for i in ids if known[i].head not in ANYBODY] for ids in (new, told))
    return any(a.number and all(a.head != b.head for b in others) for a in counted_) and bool(others)


def in_common(ours: Collection[str], theirs: Collection[str], known: Mapping[str, Party]) -> float:
    """How much two articles name the same actors, 1 for three who tell a story."""
    return min(1.0, sum(known[i].weight for i in {*ours} & {*theirs}) / STORY)


def _as_many(counted_: Collection[str], named: Collection[str], known: Mapping[str, Party]) -> bool:
    """Whether the ones are told by how many they are, and the others by as many names: `the three`."""
    numbers = {known[i].number for i in counted_}
    names = [known[i].person for i in named if known[i].named]
    others = {known[i].number for i in named if not known[i].named}
    return numbers == {str(len(names))} and all(names) and others <= numbers


def _heads(ids: Collection[str], known: Mapping[str, Party]) -> set[tuple[str, str]]:
    """The nouns by which those without a name are called, and how many they are."""
    return {(known[i].head, number) for i in ids if known[i].head for number in {known[i].number, ""}}


def _telling(ids: Collection[str], known: Mapping[str, Party]) -> list[Party]:
    return [known[i] for i in sorted(ids) if known[i].telling]


def specific(ids: Collection[str], known: Mapping[str, Party]) -> list[str]:
    """The ids without those that another of them stands for, and those that do not tell who where others do."""
    every = list(dict.fromkeys(ids))
    some = any(known[i].telling for i in every)
    found = [i for i in every if known[i].telling or known[i].press or not some]
    named = [known[i] for i in found if known[i].named]
    found = [i for i in found if known[i].named or not any(_is_called(known[i], who) for who in named)]
    states = {known[i].country for i in found if known[i].state}
    found = [i for i in found if known[i].kind != "government" or known[i].country not in states - {None}]
    persons = {known[i].country for i in found if known[i].person and known[i].official}
    return [i for i in found if known[i].person or not known[i].official or known[i].country not in persons - {None}]
