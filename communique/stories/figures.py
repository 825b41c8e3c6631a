"""Figures: quantities where an article tells them, and whether two of them count the same.

Two count the same when they are of one fate and of one matter: both stand in reports of one event, or both lead their
articles of one story, or their sentences share actors and words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.domain import Mention, Quantity, Reading, Record, Span
from communique.knowledge.encounters import is_cause
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.quantities import YEARS
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEADING = 2  # sentences of a body that lead an article, beside its title
EARLY = 5  # sentences in which an article tells whom it is about
SHARED_WORDS = 3
WORDS_OF_THING = 2
LONG_WORD = 4  # letters; shorter words say little of what a sentence is about
PLAIN = frozenset(
    "about after also been before from have into more over said says some such than that their them there they this "
    "those were when which while will with would".split()
)
UNTOLD = frozenset({None, "persons", "deaths", "injuries"})
VICTIMS = frozenset({"killed", "injured", "missing", "displaced", "arrested", "abducted", "released", "rescued"})
"""Fates of people who are counted place by place, and again as days go by."""
PLACED = VICTIMS - {"arrested", "abducted", "released"}
"""Those of them who are counted where they are; the states told with prisoners are whose they are."""
MOVED = frozenset({"aboard", "deployed"})
"""What is told of the same people by those who look at the plane, and by those who sent it."""
TIMES = frozenset("second minute hour day week month year decade century point".split())
ROUND = 100.0  # smaller numbers are counted, not rounded
UNUSUAL = 20.0  # a number from which on it is no chance that two reports of one story have it, unless it is round
NUMERALS = frozenset(
    "hundre thousa millio billio trilli three four five six seven eight nine ten eleven twelve".split()
)
FARTHEST = 2.0
FAR = "far"
"""The fate of a distance from a place."""
VAGUE = 3.0  # times the lower bound is the higher one of `several` and `hundreds`
MOST = 200  # figures of one kind, or of one number, in one story that are compared
FEW = 3.0  # of so few, unless they are victims, a report may tell of some only
OPEN = float("inf")
IN = re.compile(r"(?: [a-z]+){0,3} (?:in|at|outside|near) (?:the |both )?")
WHOLE = re.compile(r"\b(?P<noun>[a-z]{4,}) of (?:about |some |at least )?$")
AND = re.compile(r",? (?:and )?(?:in )?")
PLACES = frozenset({"place", "state"})
MEASURES = frozenset({"km", "m", "ha", "t", "kg"})
TURNED = 0.03  # of a measure that is turned into another unit and rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity where an article tells it, with what its sentence is about.

    place: how many sentences of the body are before it. states: where the places lie that are named with it.
    causes: what its sentence tells of that kills or injures. disaster: what the article begins with of that sort.
    alone: whether the article has no other number for what it counts, whoever are counted being told, not whose.
    """

    article: str
    quantity: Quantity
    actors: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]
    place: int
    source: frozenset[str]
    named: frozenset[str]
    sentence: Span
    states: frozenset[str]
    causes: frozenset[str]
    disaster: frozenset[str]
    alone: bool = False

    @property
    def leads(self) -> bool:
        """Whether it stands in what leads the article."""
        return self.place < LEADING


def kinds(record: Record, readings: Mapping[str, Reading]) -> list[list[Figure]]:
    """The figures that count something which is told, those of one kind in one story together."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in _figures(record, readings):
        quantity = figure.quantity
        way = quantity.fate if quantity.unit else None
        kind = None if quantity.unit == YEARS else way or _counted(quantity) or quantity.fate
        groups[stories.get(figure.article), quantity.unit, kind].append(figure)
    return [_alone(groups[key][:MOST]) for key in sorted(groups, key=str)]


def _alone(figures: list[Figure]) -> list[Figure]:
    """The figures of one kind, marked where an article has but one number of them."""
    told: dict[tuple[str, str | None], set[tuple[float | None, float | None]]] = defaultdict(set)
    for figure in figures:
        if not figure.named:
            told[figure.article, figure.quantity.fate].add((figure.quantity.low, figure.quantity.high))
    return [
        replace(f, alone=not f.named and len(told[f.article, f.quantity.fate]) == 1)
        if f.quantity.fate in VICTIMS and f.quantity.counted not in UNTOLD
        else f
        for f in figures
    ]


def numbers(record: Record, readings: Mapping[str, Reading]) -> list[list[Figure]]:
    """The figures that are exactly one number, those of one story together, whatever each counts."""
    stories = {article.id: article.story for article in record.articles}
    groups: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in _figures(record, readings):
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
    digits = len(f"{number:.15g}".replace(".", "").strip("0"))
    words, actors = len((one.words & other.words) - NUMERALS), len(one.actors & other.actors)
    if digits == 1:
        return words >= SHARED_WORDS and actors > 0
    return digits > 2 or words + actors >= (1 if number >= UNUSUAL else 2)


def _figures(record: Record, readings: Mapping[str, Reading]) -> Iterator[Figure]:
    """The figures of all articles that count something which is told."""
    named_by = {mention.span: actor.id for actor in record.actors for mention in actor.mentions}
    spans_of = defaultdict(list)
    for event in record.events:
        for span in event.mentions:
            spans_of[span.document].append((span, event.id))
    causes = frozenset(event.id for event in record.events if is_cause(event.kind))
    titles = {article.id: article.title for article in record.articles}
    contents = defaultdict(list)
    for statement in record.statements:
        contents[statement.article].append(statement)
    for article, reading in readings.items():
        title = titles.get(article)
        places = _places(title, reading.sentences)
        within = _by_sentence(reading)
        told = {sentence: _events(sentence, spans_of) for sentence in reading.sentences}
        disaster = causes & frozenset(id_ for at in places if places[at] < LEADING for id_ in told[at])
        for quantity in reading.quantities:
            if quantity.counted in TIMES or not _telling(quantity):
                continue
            at = reading.sentence_at(quantity.span.start)
            if at < 0:
                continue
            sentence = reading.sentences[at]
            if quantity.span.text.isdigit() and not (title and title.overlaps(sentence)):
                continue  # `of the dead, 10 are Peruvians`: of whom is not told with the number
            yield Figure(
                article=article,
                quantity=quantity,
                actors=frozenset(named_by[m.span] for m in within[at] if m.span in named_by),
                words=_words(sentence.text),
                named=frozenset(
                    named_by[m.span]
                    for m in within[at]
                    if m.span in named_by and m.form != "nominal" and quantity.span.covers(m.span)
                ),
                events=told[sentence],
                causes=told[sentence] & causes,
                disaster=disaster,
                place=places[sentence],
                sentence=sentence,
                states=_states(quantity.span, sentence, within[at]),
                source=frozenset(
                    actor
                    for statement in contents[article]
                    for actor in statement.speakers
                    if any(content.covers(quantity.span) for content in statement.content)
                ),
            )


def _events(sentence: Span, spans_of: Mapping[str, Iterable[tuple[Span, str]]]) -> frozenset[str]:
    return frozenset(id_ for span, id_ in spans_of.get(sentence.document, ()) if span.overlaps(sentence))


def _telling(quantity: Quantity) -> bool:
    """Whether it is told what is counted, and it is more than a few."""
    if quantity.unit == YEARS:
        return True
    if quantity.counted is None and quantity.fate is None:
        return False
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if quantity.unit is None and any(bound % 1 for bound in bounds):
        return False  # `the 5.50 changes`
    return quantity.fate is not None or quantity.unit is not None or (quantity.high or OPEN) > FEW


def _places(title: Span | None, sentences: Iterable[Span]) -> dict[Span, int]:
    """How many sentences of the body stand in front of each."""
    places, body = {}, 0
    for sentence in sentences:
        titled = title is not None and title.overlaps(sentence)
        places[sentence] = 0 if titled else body
        body += not titled
    return places


def _by_sentence(reading: Reading) -> dict[int, list[Mention]]:
    """Who and what each sentence names, by its index."""
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        found[reading.sentence_at(mention.span.start)].append(mention)
    return found


def _states(quantity: Span, sentence: Span, mentions: Iterable[Mention]) -> frozenset[str]:
    """The states of the places behind a quantity (`74 in Nairobi`), else of all that its sentence names."""
    places = [m.span for m in mentions if m.type in PLACES and m.form == "named" and not m.metonym]
    own: list[Span] = []
    for place in places:
        link, end = (AND, own[-1].end) if own else (IN, quantity.end)
        if end <= place.start and link.fullmatch(sentence.text[end - sentence.start : place.start - sentence.start]):
            own.append(place)
    return frozenset(state for place in own or places if (state := state_of_place(place.text)))


def _words(sentence: str) -> frozenset[str]:
    """The words that tell what a sentence is about, cut so that their endings do not count."""
    return frozenset(w[:6] for w in words(sentence) if len(w) >= LONG_WORD and w not in PLAIN and w.isalpha())


def _counted(quantity: Quantity) -> str | None:
    """What is counted; None where it is people of whom nothing but their fate is told."""
    return None if quantity.counted in UNTOLD and quantity.fate else quantity.counted


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
        and not _near(one.quantity, other.quantity)
    ):
        return False
    if one.events & other.events or (one.leads and other.leads and one.quantity.fate):
        return True
    if _of_one_disaster(one, other) or _only_such(one, other):
        return True
    shared = len(one.words & other.words)
    of_one_place = one.quantity.fate in PLACED and one.states == other.states and bool(one.states)
    return of_one_place and shared >= WORDS_OF_THING


def _of_one_disaster(one: Figure, other: Figure) -> bool:
    """Whether both articles begin with one disaster, and neither sentence tells of another that they can be of."""
    if one.quantity.fate not in {*VICTIMS, "aboard"} or not one.disaster & other.disaster:
        return False
    told = one.disaster | other.disaster
    return one.causes | other.causes <= told and not one.states ^ other.states and _near(one.quantity, other.quantity)


def _only_such(one: Figure, other: Figure) -> bool:
    """Whether each article counts such victims once only: `20 soldiers were killed`, `killing at least 24 troops`."""
    return one.alone and other.alone and one.quantity.fate in VICTIMS and _near(one.quantity, other.quantity)


def _of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether their sentences share actors and words, or say how deep a thing is, and the numbers are near.

    Of which people or children someone tells, nothing tells where they do and suffer nothing.
    """
    shared = len(one.words & other.words)
    of_whom = one.quantity.fate or one.quantity.counted not in {"persons", "children"}
    if not _near(one.quantity, other.quantity) or not of_whom:
        return False
    if one.quantity.unit and one.quantity.fate == other.quantity.fate is not None:
        return shared >= WORDS_OF_THING
    shared += bool(one.named & other.named)  # `Russian troops`, `Russian soldiers`
    if _whole(one) and _whole(one) == _whole(other):
        return shared >= WORDS_OF_THING
    return bool(one.actors & other.actors) and shared >= SHARED_WORDS


def _whole(figure: Figure) -> str | None:
    """What the counted are all of: `a CONVOY of four vehicles`."""
    match = WHOLE.search(figure.sentence.text[: figure.quantity.span.start - figure.sentence.start])
    return match["noun"] if match else None


def _quarrel(one: Figure, other: Figure) -> bool:
    """Whether an article has two figures of one matter from two sources, side by side."""
    if 0.0 in {one.quantity.high, other.quantity.high}:  # `two were injured`; `nobody was`, the owners said
        return not one.source & other.source and one.source != other.source
    beside = abs(one.place - other.place) <= 1
    return beside and apart(one, other) and len(one.words & other.words) >= SHARED_WORDS


def other_things(one: Figure, other: Figure) -> bool:
    """Whether the words tell that two figures count different things."""
    fates = {one.quantity.fate, other.quantity.fate} - {None}
    counted = {one.quantity.counted, other.quantity.counted} - {None}
    if (len(fates) > 1 and not fates <= MOVED) or (one.quantity.unit and len(counted) > 1):
        return True  # how deep a well is, and a lake
    if not one.quantity.fate and one.quantity.counted == "persons" and _noun(one) != _noun(other):
        return True  # `30 people`, `20 men`
    if one.quantity.fate in PLACED and one.states and other.states and one.states != other.states:
        return True  # the dead in Kenya, and those in Kenya and Tanzania
    if one.quantity.fate == "killed" and bool(one.named) != bool(other.named):
        return True  # the soldiers of one side, and those of both
    return bool(one.named and other.named) and not one.named & other.named  # `Russian troops`, `American troops`


def apart(one: Figure, other: Figure) -> bool:
    """Whether two sources tell them."""
    return bool(one.source) and bool(other.source) and not one.source & other.source


def _same_person(one: Figure, other: Figure) -> bool:
    """Whether two ages are of one: of somebody with a name, else of a child, a man that leads both articles."""
    if one.named or other.named:
        return bool(one.named & other.named) and _near(one.quantity, other.quantity)
    if len({one.quantity.counted, other.quantity.counted} - {None}) > 1 or not _near(one.quantity, other.quantity):
        return False
    return one.article != other.article and max(one.place, other.place) < EARLY


def _noun(figure: Figure) -> str:
    return figure.quantity.span.text.split()[-1].casefold()


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers are near enough to be of one thing: reports of one number seldom differ by more."""
    (low, high), (bottom, top) = rounded(one), rounded(other)
    return low <= FARTHEST * top and bottom <= FARTHEST * high


def same_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one, perhaps with `at least` before the one."""
    bounds = (one.low, one.high), (other.low, other.high)
    if bounds[0] == bounds[1]:
        return True
    exact = [low for low, high in bounds if low == high]
    return bool(exact) and any(exact[0] in {low, high} for low, high in bounds if low != high)


def vague(quantity: Quantity) -> bool:
    """Whether a figure is a word such as `dozens`, from which no count is far enough to differ."""
    return bool(quantity.low and quantity.high and quantity.high >= VAGUE * quantity.low)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one number."""
    (low, high), (bottom, top) = rounded(one), rounded(other)
    return low <= top and bottom <= high


def rounded(quantity: Quantity) -> tuple[float, float]:
    """The bounds of a quantity; a large round number may stand for what rounds to it (`11 million`).

    So may a measure, which is often one turned into another (`400 pounds`, `181 kg`).
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None:  # `more than 1,000` says little of 5,500
        return (low or 0.0, FARTHEST * low if low else OPEN) if high is None else (high / FARTHEST, high)
    if low == high and quantity.unit in MEASURES:
        return low * (1 - TURNED), high * (1 + TURNED)
    if low == high and low >= ROUND:
        digits = f"{low:.15g}".rstrip("0").replace(".", "")
        half = 0.5 * 10 ** (len(f"{int(low)}") - len(digits))
        return low - half, high + half
    return low, high
