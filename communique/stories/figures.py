"""Figures: quantities where an article tells them, with what their sentences are about."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.domain import TO_COME, Clause, Mention, Quantity, Reading, Record, Span, Statement
from communique.knowledge.encounters import is_cause
from communique.knowledge.gazetteer import state_of_place
from communique.knowledge.quantities import YEARS
from communique.knowledge.vocabulary import word_root
from communique.stories.days import Times
from communique.stories.passages import Spots
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEADING = 2  # sentences of a body that lead an article, beside its title
LONG_WORD = 4  # letters; shorter words say little of what a sentence is about
PLAIN = frozenset(
    "about after also been before from have into more over said says some such than that their them there they this "
    "those were when which while will with would".split()
)
TIMES = frozenset("second minute hour day week month year decade century".split())
FAR = "far"
"""The fate of a distance from a place."""
FEW = 3.0  # of so few, unless they are victims, a report may tell of some only
OPEN = float("inf")
IN = re.compile(r"(?: [a-z]+){0,3} (?:in|at|outside|near) (?:the |both )?")
PLANNED = re.compile(r"\b(?:to|will|would|must|should) (?:[a-z]+ ){1,2}$")
PLANNED_OF = re.compile(r" (?:will|would|must|should|are to|were to|is to|was to)\b")
EACH = re.compile(r"\b(?:each|apiece|every|per)\b", re.IGNORECASE)
AND = re.compile(r",? (?:and )?(?:in )?")
PLACES = frozenset({"place", "state"})
RATE = re.compile(
    r" (?:a|an|per|the) (?P<of>barrel|ounce|tonne|ton|bushel|gallon|litre|liter|pound|kilogram|share|euro|dollar)\b"
)
LEFT = re.compile(
    r" (?:(?:who|that) )?(?:(?:are|were|is|was|being) )?"
    r"(?:still|remaining|yet to|left(?! (?:the|an?|its|their|his|her|for|on|at|from|[A-Z])))\b"
)  # not `22 trucks LEFT the town`
ACCORDING = re.compile(r"(?: [\w-]+){0,4},? according to (?:the )?(?P<who>[^,.;:]+?)(?= and |[,.;:]|$)")
REMAINING = re.compile(r"\b(?:remaining|other|another|further|more)\b")
LAST_WORD = re.compile(r"\b[a-z]+(?=\s+$)")
SHARE = "%"
REACH = 40  # characters in front of a number in which words tell that it is of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity where an article tells it, with what its sentence is about.

    place: how many sentences of the body are before it. states: where the places lie that are named with it.
    there: whether they are named behind it or in its clause, not just in its sentence. verb: that of its clause.
    causes: what its sentence tells of that kills or injures. disaster: what the article begins with of that sort.
    alone: whether the article has no other number for what it counts, whoever are counted being told, not whose.
    times: when the articles of the pile were published.
    each: whether it is of each of several. planned: whether it is only to come, as the event that it is told in.
    left: whether those are counted who are left of more. rate: what a price is for one of.
    beside: the other shares that its sentence tells.
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
    there: bool
    verb: str | None
    causes: frozenset[str]
    disaster: frozenset[str]
    alone: bool = False
    each: bool = False
    planned: bool = False
    left: bool = False
    rate: str | None = None
    beside: frozenset[float] = frozenset()
    times: Times | None = field(default=None, repr=False, compare=False)

    @property
    def leads(self) -> bool:
        """Whether it stands in what leads the article."""
        return self.place < LEADING


def told(record: Record, readings: Mapping[str, Reading]) -> Iterator[Figure]:
    """The figures of all articles that count something which is told."""
    named_by = {mention.span: actor.id for actor in record.actors for mention in actor.mentions}
    events = Spots((span, event.id) for event in record.events for span in event.mentions)
    causes = frozenset(event.id for event in record.events if is_cause(event.kind))
    titles = {article.id: article.title for article in record.articles}
    times = Times.of(record, readings)
    contents = defaultdict(list)
    for statement in record.statements:
        contents[statement.article].append(statement)
    for article, reading in readings.items():
        title = titles.get(article)
        places = _places(title, reading.sentences)
        within = _by_sentence(reading)
        told = {s: frozenset(id_ for _, id_ in events.overlapping(s)) for s in reading.sentences}
        disaster = causes & frozenset(id_ for at in places if places[at] < LEADING for id_ in told[at])
        clauses = Spots((part, clause) for clause in reading.clauses for part in clause.parts)
        plans = [event.span for event in reading.events if event.status in TO_COME]
        for quantity in reading.quantities:
            if quantity.counted in TIMES or not _telling(quantity):
                continue
            at = reading.sentence_at(quantity.span.start)
            if at < 0:
                continue
            sentence = reading.sentences[at]
            clause = _clause(quantity.span, clauses)
            states, there = _states(quantity.span, sentence, clause, within[at])
            yield Figure(
                article=article,
                quantity=quantity,
                actors=frozenset(named_by[m.span] for m in within[at] if m.span in named_by),
                words=words_of(sentence.text),
                named=frozenset(named_by[m.span] for m in within[at] if m.span in named_by and _counts(quantity, m)),
                events=told[sentence],
                causes=told[sentence] & causes,
                disaster=disaster,
                place=places[sentence],
                sentence=sentence,
                each=_each(quantity.span, sentence),
                left=_left(quantity.span, sentence),
                rate=_rate(quantity.span, sentence),
                beside=_beside(quantity, sentence, reading),
                planned=_to_come(quantity.span, sentence) or any(span.covers(quantity.span) for span in plans),
                states=states,
                there=there,
                verb=word_root(clause.verb.text) if clause else None,
                source=_according(quantity.span, sentence, named_by) or _sources(quantity.span, contents[article]),
                times=times,
            )


def _counts(quantity: Quantity, mention: Mention) -> bool:
    """Whether a figure names somebody: `15 members of the LEAGUE`."""
    return mention.form != "nominal" and quantity.span.covers(mention.span)


def _sources(span: Span, statements: Iterable[Statement]) -> frozenset[str]:
    """Who says it, as far as that is told."""
    saying = (s for s in statements if any(content.covers(span) for content in s.content))
    return frozenset(actor for statement in saying for actor in statement.speakers)


def _according(span: Span, sentence: Span, named_by: Mapping[Span, str]) -> frozenset[str]:
    """Who says it, told right behind it: `19 were killed ACCORDING TO the mission and 16 according to the ministry`."""
    match = ACCORDING.match(sentence.text, span.end - sentence.start)
    if match is None:
        return frozenset()
    who = sentence.part(sentence.start + match.start("who"), sentence.start + match.end("who"))
    return frozenset({actor for named, actor in named_by.items() if who.covers(named)} or {who.text})


def _each(quantity: Span, sentence: Span) -> bool:
    """Whether a quantity is told of each of several."""
    before = sentence.text[max(0, quantity.start - sentence.start - REACH) : quantity.start - sentence.start]
    behind = sentence.text[quantity.end - sentence.start :]
    return EACH.search(before) is not None or EACH.match(behind.lstrip(" ,")) is not None


def _left(quantity: Span, sentence: Span) -> bool:
    """Whether those are counted who are left of more, or others: `10 miners STILL underground`, `the OTHER ten`."""
    behind = LEFT.match(sentence.text, quantity.end - sentence.start)
    before = LAST_WORD.search(sentence.text[: quantity.start - sentence.start])
    told = f"{before[0] if before else ''} {quantity.text}"
    return behind is not None or REMAINING.search(told) is not None


def _rate(quantity: Span, sentence: Span) -> str | None:
    """What a price is for one of, as markets tell it day by day: `$61.20 A BARREL`."""
    match = RATE.match(sentence.text, quantity.end - sentence.start)
    return match["of"] if match else None


def _beside(quantity: Quantity, sentence: Span, reading: Reading) -> frozenset[float]:
    """The other shares of one sentence: `52 percent, to 46 percent for her rival`."""
    told = (other for other in reading.quantities if quantity.unit == other.unit == SHARE and other != quantity)
    return frozenset(other.low for other in told if sentence.covers(other.span) and other.low is not None)


def _to_come(quantity: Span, sentence: Span) -> bool:
    """Whether what is told of the counted is only to be done: `agreed TO FREE 300`, `300 WOULD be freed`."""
    start, end = quantity.start - sentence.start, quantity.end - sentence.start
    return PLANNED.search(sentence.text[:start]) is not None or PLANNED_OF.match(sentence.text[end:]) is not None


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
        at = reading.sentence_at(mention.span.start)
        if at >= 0 and reading.sentences[at].covers(mention.span):  # a dateline stands behind the title, in no sentence
            found[at].append(mention)
    return found


def _clause(quantity: Span, clauses: Spots[Clause]) -> Clause | None:
    """The clause that tells a quantity: the shortest around it."""
    around = [(len(part.text), clause) for part, clause in clauses.overlapping(quantity)]
    return min(around, key=lambda found: found[0])[1] if around else None


def _states(
    quantity: Span, sentence: Span, clause: Clause | None, mentions: Iterable[Mention]
) -> tuple[frozenset[str], bool]:
    """The states of the places behind a quantity (`74 in Nairobi`), else of all in its clause, else in its sentence.

    And whether it is told of the quantity: what only stands in its sentence may be where something else happened.
    """
    places = [m.span for m in mentions if m.type in PLACES and m.form == "named" and not m.metonym]
    own: list[Span] = []
    for place in places:
        link, end = (AND, own[-1].end) if own else (IN, quantity.end)
        if end <= place.start and link.fullmatch(sentence.text[end - sentence.start : place.start - sentence.start]):
            own.append(place)
    near = own or [p for p in places if clause is None or any(part.covers(p) for part in clause.parts)]
    return frozenset(state for place in near or places if (state := state_of_place(place.text))), bool(near)


def words_of(sentence: str) -> frozenset[str]:
    """The words that tell what a sentence is about, cut so that their endings do not count."""
    return frozenset(w[:6] for w in words(sentence) if len(w) >= LONG_WORD and w not in PLAIN and w.isalpha())
