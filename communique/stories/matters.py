"""Matters: which figures of a pile count the same.

Two do when they are of one fate and of one matter: both stand in reports of one event, or both lead their articles of
one story, or their sentences share actors and words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.knowledge.nouns import actor_noun
from communique.knowledge.quantities import (
    CAPACITY,
    CROWD,
    PAID,
    PART,
    PRESENT,
    YEARS,
    are_people,
    changes,
    sum_of,
    told_of_things,
    votes,
)
from communique.knowledge.titles import one_of_several
from communique.knowledge.vocabulary import word_root
from communique.stories.amounts import FARTHEST, near, one_number
from communique.stories.figures import FEW, Figure, words_of
from communique.stories.rates import on_other_things

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.domain import Quantity, Record

EARLY = 5  # sentences in which an article tells whom it is about
SHARED_WORDS = 3
WORDS_OF_THING = 2
OF_MANY = frozenset({None, "persons", "children", "civilians", "soldiers", "police", "militants"})
LIGHT = "take make give get go come become know see find think use put set call want need include".split()
VERBS_OF_ANY = frozenset({None, *map(word_root, LIGHT)})
"""The roots of verbs that tell of any matter."""
OF_ANYONE = frozenset("prisoners police official member minister country state nation lawmaker deputy senator".split())
UNTOLD = frozenset({None, "persons", "deaths", "injuries"})
VICTIMS = frozenset({"killed", "injured", "missing", "displaced", "arrested", "abducted", "released", "rescued"})
"""Fates of people who are counted place by place, and again as days go by."""
HURT = frozenset({"killed", "injured"})
PLACED = (VICTIMS | {"attended"}) - {"arrested", "abducted", "released"}
"""Those who are counted where they are; the states told with prisoners are whose they are."""
MOVED = frozenset({"aboard", "deployed"})
"""What is told of the same people by those who look at the plane, and by those who sent it."""
ALONE = VICTIMS | votes() | told_of_things() | {"sanctioned", PRESENT}
"""What is told of all whom an article counts so, if it has one number of them."""
LABELLED = frozenset({"abducted", "arrested", "released", "sanctioned", *votes()})
"""Fates of those who are called now by what they are, now by what befell them: `prisoners`, `people`, `officers`."""
UNUSUAL = 20.0  # a number from which on it is no chance that two reports of one story have it, unless it is round
NUMERALS = frozenset(
    "hundre thousa millio billio trilli three four five six seven eight nine ten eleven twelve".split()
)
MOST = 200  # figures of one kind, or of one number, in one story that are compared
WHOLE = re.compile(r"\b(?P<noun>[a-z]{4,}) of (?:about |some |at least )?$")
OF_WHAT = re.compile(r" of (?P<what>[\w’'-]+(?: [\w’'-]+){0,3})")
BARE = re.compile(r"(?:(?:[a-z]+ ){0,3}[\d.,]+|[a-z-]+)(?: ?(?:%|percent|per cent))?", re.IGNORECASE)
TOLD_AGAIN = re.compile(
    r"\b(?:puts?|putting|gave|gives|estimat\w+)\b.*\b(?:number|figure|total|toll|crowd|turnout|share)\b|"
    r"\b(?:spoke|spoken|speaks?) of\b"
)
GAPPED = re.compile(r" [\w ]+(?:, at| count(?:ed|s)| spoke of) ")  # `put it at 2,800; the organisers, at 10,000`
OWNED = re.compile(r"(?P<noun>[A-Za-z]{4,})['’]s? ")
OF_THE = re.compile(r" (?:of|in) the (?P<noun>[A-Za-z]{4,})")
WHITHER = re.compile(r" (?:north|south|east|west)(?:-?(?:east|west))?", re.IGNORECASE)
FREED = frozenset({"released"})
FEW_SENTENCES = 3  # after which `the number` is still the one last told
CROWDS = 5.0  # times the police's number of a crowd that of those who called it may be


def kinds(record: Record, figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures that count something which is told, those of one kind in one story together."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        quantity = figure.quantity
        way = quantity.fate if quantity.unit and quantity.fate not in changes() else None
        kind = None if quantity.unit == YEARS else way or _counted(quantity) or quantity.fate
        groups[stories.get(figure.article), quantity.unit, kind].append(figure)
    return [_alone(groups[key][:MOST]) for key in sorted(groups, key=str)]


def _alone(figures: list[Figure]) -> list[Figure]:
    """The figures of one kind, marked where an article has but one number of them, or a quarrel over it."""
    told: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not figure.named:
            told[figure.article, figure.quantity.fate].append(figure)

    def only(figure: Figure) -> bool:
        others = told[figure.article, figure.quantity.fate]
        return not figure.named and all(
            one_number(other.quantity, figure.quantity) or _quarrel(figure, other) for other in others
        )

    return [replace(f, alone=only(f)) if f.quantity.fate in ALONE or _of_a_thing(f) else f for f in figures]


def _of_a_thing(figure: Figure) -> bool:
    """Whether a number is of something that is told and is nobody: `135,000 tonnes of oil`, `a 24-point plan`."""
    quantity = figure.quantity
    told = quantity.fate is None or quantity.fate in changes()
    noun = quantity.counted
    thing = noun is not None and (quantity.unit is not None or not (are_people(noun) or actor_noun(noun)))
    return quantity.unit != YEARS and thing and told


def numbers(record: Record, figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures that are exactly one number, those of one story together, whatever each counts."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        quantity = figure.quantity
        if quantity.low == quantity.high:
            groups[stories.get(figure.article), quantity.unit, str(quantity.low)].append(figure)
    return [groups[key][:MOST] for key in sorted(groups, key=str)]


def telling_number(one: Figure, other: Figure) -> bool:
    """Whether two figures of one number count the same: the rounder or smaller it is, the more else must be shared.

    `11.5 million files` and `11.5 million documents` are one in any story, `10 tourists` and `10 Americans` in few.
    """
    fates = {one.quantity.fate, other.quantity.fate} - {None}
    if len(fates) > 1 or (one.named and other.named and not one.named & other.named):
        return False
    number = one.quantity.low or 0.0
    if fates & VICTIMS and {one.quantity.counted, other.quantity.counted} <= UNTOLD and number > FEW:
        return one.quantity.fate == other.quantity.fate and not one.each and not other.each
    digits = len(f"{number:.15g}".replace(".", "").strip("0"))
    words, actors = len((one.words & other.words) - NUMERALS), len(one.actors & other.actors)
    if digits == 1:
        return words >= SHARED_WORDS and actors > 0
    return digits > 2 or words + actors >= (1 if number >= UNUSUAL else 2)


def _counted(quantity: Quantity) -> str | None:
    """What is counted; None where it is people of whom nothing but their fate is told."""
    noun = quantity.counted or ""
    plain = quantity.fate in HURT and actor_noun(noun) and not are_people(noun) and noun not in one_of_several()
    label = (quantity.fate in LABELLED and noun in OF_ANYONE) or plain  # how many dockers died, or people
    label = label or (quantity.fate == PRESENT and quantity.counted == CROWD)
    return None if label or (quantity.counted in UNTOLD and quantity.fate) else quantity.counted


def same_matter(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind count the same."""
    if one.quantity.unit == YEARS:
        return _same_person(one, other)
    if other_things(one, other):
        return False
    if one.article == other.article:
        return _quarrel(one, other)
    return _of_one_event(one, other) or _of_one_thing(one, other)


def _of_one_event(one: Figure, other: Figure) -> bool:
    """Whether two articles tell them of one event, or lead with them."""
    if (
        one.quantity.fate in PLACED
        and bool(one.states) != bool(other.states)
        and not near(one.quantity, other.quantity)
    ):
        return False
    if one.events & other.events:
        return True
    if one.quantity.fate not in VICTIMS and not _near(one, other):
        return False
    if _of_one_lead(one, other):
        return True
    if _of_one_disaster(one, other) or _only_such(one, other):
        return True
    shared = len(one.words & other.words)
    of_one_place = one.quantity.fate in PLACED and one.states == other.states and bool(one.states)
    return of_one_place and shared >= WORDS_OF_THING


def _of_one_lead(one: Figure, other: Figure) -> bool:
    """Whether both lead their articles, and tell what befell somebody."""
    return one.leads and other.leads and one.quantity.fate is not None


def _of_one_disaster(one: Figure, other: Figure) -> bool:
    """Whether both articles begin with one disaster, and neither sentence tells of another that they can be of."""
    if one.quantity.fate not in {*VICTIMS, "aboard"} or not one.disaster & other.disaster:
        return False
    told = one.disaster | other.disaster
    return one.causes | other.causes <= told and not one.states ^ other.states and near(one.quantity, other.quantity)


def _only_such(one: Figure, other: Figure) -> bool:
    """Whether each article counts such victims once only: `20 soldiers were killed`, `killing at least 24 troops`."""
    fates = {one.quantity.fate, other.quantity.fate}
    hurt = fates & HURT and len(fates) > 1
    told = one.quantity.fate not in {None, PAID}  # somebody else may have been paid too
    return one.alone and other.alone and told and not hurt and _near(one, other)


def _near(one: Figure, other: Figure) -> bool:
    """Whether the numbers can be of one thing; who counts a crowd has a mind of his own."""
    times = CROWDS if one.quantity.fate == other.quantity.fate == PRESENT else FARTHEST
    return near(one.quantity, other.quantity, times)


def _of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether their sentences share actors and words, or say how deep a thing is, and the numbers are near.

    Of which people or children someone tells, nothing tells where they do and suffer nothing.
    """
    shared = len(one.words & other.words) + bool(one.actors & other.actors)
    of_whom = one.quantity.fate or one.quantity.counted not in {"persons", "children"}
    if not near(one.quantity, other.quantity) or not of_whom:
        return False
    if one.quantity.unit and one.quantity.fate == other.quantity.fate is not None:
        least = 1 if one.alone and other.alone else WORDS_OF_THING
        return shared >= least or (_whither(one) is not None and _whither(one) == _whither(other))
    if one.quantity.unit and one.quantity.counted == other.quantity.counted is not None:
        share = one.quantity.unit == "%" and one.actors and other.actors  # what this one must win, and that one
        apart = share and not one.actors & other.actors and shared < WORDS_OF_THING
        return shared >= (1 if one.alone and other.alone else WORDS_OF_THING) and not apart
    if one.alone and other.alone and not one.quantity.fate and one.quantity.counted == other.quantity.counted:
        return shared >= WORDS_OF_THING
    if _whole(one) and _whole(one) == _whole(other):
        return shared >= WORDS_OF_THING
    enough = SHARED_WORDS + (not one.actors & other.actors)
    return _told_by_one_verb(one, other) or shared >= enough


def _whither(figure: Figure) -> str | None:
    """On which side of a place something is that lies so far from it: `60 km NORTHWEST of`."""
    behind = WHITHER.match(figure.sentence.text, figure.quantity.span.end - figure.sentence.start)
    return behind[0].casefold().replace("-", "").strip() if behind else None


def _told_by_one_verb(one: Figure, other: Figure) -> bool:
    """Whether one verb is told of things counted by one noun: `detained its 23 crew`, `22 crew were being held`."""
    counted = {one.quantity.counted, other.quantity.counted}
    return one.verb == other.verb not in VERBS_OF_ANY and len(counted) == 1 and counted.isdisjoint(OF_MANY)


def _whole(figure: Figure) -> str | None:
    """What the counted are all of, or parts of: `a CONVOY of four vehicles`, `three of the MARKET'S halls`."""
    text, span, base = figure.sentence.text, figure.quantity.span, figure.sentence.start
    match = WHOLE.search(text[: span.start - base]) or OWNED.search(span.text)
    match = match or (OF_THE.match(text, span.end - base) if figure.quantity.fate == PART else None)
    return match["noun"].casefold() if match else None


def _of_what(figure: Figure) -> frozenset[str]:
    """The words that tell of what the counted are: `members of the BLOC`."""
    sentence, span = figure.sentence, figure.quantity.span
    match = OF_WHAT.match(sentence.text, span.end - sentence.start)
    return words_of(match["what"]) if match else frozenset()


def _quarrel(one: Figure, other: Figure) -> bool:
    """Whether an article has two figures of one matter from two sources, side by side."""
    if 0.0 in {one.quantity.high, other.quantity.high}:  # `two were injured`; `nobody was`, the owners said
        return not one.source & other.source and one.source != other.source
    one, other = sorted((one, other), key=lambda figure: figure.quantity.span)
    if other.place - one.place > (1 if one.quantity.counted not in UNTOLD else FEW_SENTENCES):
        return False
    again = BARE.fullmatch(other.quantity.span.text) and other.quantity.fate == one.quantity.fate  # `X said two died`
    if again and (TOLD_AGAIN.search(_between(one, other)) or GAPPED.match(_between(one, other))):
        return True  # `she says 900; the union puts the number at 600`
    if again and TOLD_AGAIN.search(other.sentence.text):
        return not one.source & other.source  # `the union put the number at 900`
    rival = {one.quantity.fate} == {other.quantity.fate} <= VICTIMS and {
        f.quantity.counted for f in (one, other)
    } <= UNTOLD
    return (
        other.place - one.place <= 1
        and apart(one, other)
        and (bool(again) or rival or (_near(one, other) and len(one.words & other.words) >= SHARED_WORDS))
    )


def _between(one: Figure, other: Figure) -> str:
    """What stands between two figures of one sentence, behind a break in it."""
    base = one.sentence.start
    same = one.sentence == other.sentence
    return (
        one.sentence.text[one.quantity.span.end - base : other.quantity.span.end - base].partition(";")[2]
        if same
        else ""
    )


def other_things(one: Figure, other: Figure) -> bool:
    """Whether the words tell that two figures count different things."""
    return any(differ(one, other) for differ in _DIFFERENCES)


def never_one(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot be of one thing, whatever is counted: of other times, fates, goods."""
    return any(differ(one, other) for differ in _WHATEVER_COUNTED)


def _of_other_times(one: Figure, other: Figure) -> bool:
    """Whether the articles were written so long after one another that what either counts has changed or is another."""
    return one.times is not None and one.times.apart(one.article, other.article) and not one.events & other.events


def _of_other_shares(one: Figure, other: Figure) -> bool:
    """Whether a sentence tells both shares, each of somebody else: `52 percent, to 46 percent for her rival`."""
    return one.article != other.article and (other.quantity.low in one.beside or one.quantity.low in other.beside)


def _of_another_day(one: Figure, other: Figure) -> bool:
    """Whether they are prices of a market, told on two days."""
    days = [one.times.days.get(figure.article) for figure in (one, other)] if one.times else []
    return one.rate is not None and one.rate == other.rate and len(set(days)) > 1


def _of_other_nouns(one: Figure, other: Figure) -> bool:
    """Whether other things are counted, or otherwise: `30 people`, `20 men`; three of the seven, and the seven."""
    counted = {one.quantity.counted, other.quantity.counted} - {None}
    of = _of_what(one), _of_what(other)
    if of[0] and of[1] and of[0].isdisjoint(of[1]) and not one.quantity.fate:
        return True  # `15 members of the bloc`, `27 members of the junta`
    if one.quantity.unit:  # how deep a well is, and a lake
        return len(counted) > 1 and not (one.alone and other.alone and _such_things(one, other))
    if not one.quantity.fate and one.quantity.counted == "persons" and _noun(one) != _noun(other):
        return True
    return one.quantity.fate != other.quantity.fate and PART in {one.quantity.fate, other.quantity.fate}


def _such_things(one: Figure, other: Figure) -> bool:
    """Whether the one thing that costs so much, or yields it, may be called either: `the dam`, `the project`."""
    fate = one.quantity.fate
    ways = {sum_of(figure.quantity.counted or "") for figure in (one, other)}
    return fate == CAPACITY or (fate is not None and ways == {fate})


def _otherwise_told(one: Figure, other: Figure) -> bool:
    """Whether another fate is told of them, or the same of each, or one that is only to come."""
    fates = {one.quantity.fate, other.quantity.fate} - {None}
    if (len(fates) > 1 and not fates <= MOVED) or one.each != other.each:
        return True
    if one.quantity.fate in {None, *FREED} and one.left != other.left:
        return True  # `12 Norwegians`, `ten Norwegians still in detention`
    return one.quantity.fate in FREED and one.planned != other.planned  # promised, and done


def _of_others(one: Figure, other: Figure) -> bool:
    """Whether they are told to be elsewhere, or of another side: the dead in Kenya, and those in Kenya and Tanzania."""
    if one.quantity.fate in PLACED and one.states and other.states and one.states != other.states:
        return (one.there and other.there) or (one.states.isdisjoint(other.states) and not _of_one_lead(one, other))
    if one.quantity.fate == "killed" and bool(one.named) != bool(other.named):
        return True  # the soldiers of one side, and those of both
    sides = _whither(one), _whither(other)
    if all(sides) and sides[0] != sides[1]:
        return True  # north of a town, and south of it
    return bool(one.named and other.named) and not one.named & other.named  # `Russian troops`, `American troops`


def apart(one: Figure, other: Figure) -> bool:
    """Whether two sources tell them."""
    return bool(one.source) and bool(other.source) and not one.source & other.source


def _same_person(one: Figure, other: Figure) -> bool:
    """Whether two ages are of one: of somebody with a name, else of a child, a man that leads both articles."""
    if one.named or other.named:
        return bool(one.named & other.named) and near(one.quantity, other.quantity)
    if len({one.quantity.counted, other.quantity.counted} - {None}) > 1 or not near(one.quantity, other.quantity):
        return False
    return one.article != other.article and max(one.place, other.place) < EARLY


def _noun(figure: Figure) -> str:
    return figure.quantity.span.text.split()[-1].casefold()


_WHATEVER_COUNTED = (on_other_things, _otherwise_told, _of_other_times, _of_other_shares, _of_another_day)
_DIFFERENCES = (*_WHATEVER_COUNTED, _of_other_nouns, _of_others)
