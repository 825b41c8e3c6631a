"""Quantities: numbers with the words that qualify them, what they count, and what the counted did or suffered.

A number that is part of a time, an age, a rank or a name (`Group of 20`) is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from communique.domain import Quantity, Reading
from communique.knowledge import quantities as known
from communique.knowledge.states import state_named
from communique.reading.counted import (
    changed,
    counts,
    head_of,
    is_part,
    kind_of,
    measured,
    numbered,
    sized_group,
    subject,
    told_of_part,
    worth,
)
from communique.reading.fates import fate
from communique.reading.numerals import HYPHENED, ONE, PERCENT, REACH, WAY, Number, numbers, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from communique.domain import Span
    from communique.models import Tree
    from communique.reading.page import Block, Page

SUFFERED = frozenset({"killed", "injured", "missing", "arrested"})
DOUBTING = frozenset("if unless until so whether lest to".split())
FROM = re.compile(
    r"(?: \([^)]*\))?(?: (?:away|off|offshore|outside|(?:north|south)?-?(?:east|west|north|south)(?:ern)?|down|up))*"
    r"(?: (?:of|from|off|outside))?(?: the(?: [a-z]+){0,2}(?: of)?)? (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)  # `20 km (12 miles) from the port of Bergen`
FAR = "far"
BEFORE = 240  # characters before a number that can tell what it counts
BORDER = re.compile(r" (?:border|frontier|coast|shore)\b")
LINKS = frozenset({"of", "from", "off", "outside"})
NOBODY = re.compile(
    r"\b(?:no one|nobody|no (?:other |further |major |serious )*(?:injuries|deaths|fatalities|casualties))\b",
    re.IGNORECASE,
)
OVER = re.compile(r"(?P<word>over|up to)\s+", re.IGNORECASE)
GOING = frozenset("go come creep".split())
ALL = re.compile(r"\ball (?:of )?(?:the )?$", re.IGNORECASE)
TALLY = re.compile(
    r"\b(?:number|figure|total|toll|crowd|turnout|share|it)(?: \w+){0,3}? (?:at|is|was|as)\s+$", re.IGNORECASE
)  # `the union put the NUMBER AT 900`
TALLY_OF = re.compile(r"\b(?:number|crowd|total) of (?:the )?(?P<who>[a-z]+) (?:at|is|was|as)\s+$", re.IGNORECASE)
ENDED = re.compile(r"\s*(?:$|[^\w\s]|(?:and|as|but|in|on|to|while)\b)")  # not `spoke of seven DEAD`
SPOKEN = re.compile(r"\b(?:spoke|spoken|speaks?|talked|talks?) of\s+$")  # `the union SPOKE OF 900`
TALLIED_TOO = re.compile(
    r"(?:\d(?: ?%| percent| per cent)?, (?:while |and )?(?:the )?(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) of"
    r"|\d[;,] (?:while |and )?(?:the |its )?[a-z]+(?: [a-z]+)?,? at"
    r"|[;,] (?:while |but )?(?:the |its )?[a-z]+ count(?:ed|s)) $",
    re.IGNORECASE,
)  # `900; the organisers, AT 2,000`, `; police COUNTED 40`
TALLIED = "tallied"
VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|passed|approved|adopted|ratified|carried)\b", re.IGNORECASE)
LOST = re.compile(
    r"\b(?:failed|rejected|defeated|(?:voted|struck|turned) down|threw out|thrown out)\b[^,.;:]{0,60}$", re.IGNORECASE
)
PASSED = re.compile(r"\b(?:passed|approved|adopted|ratified|carried)\b", re.IGNORECASE)
IN_FAVOUR = re.compile(r"\b(?:with|by|won|got|received) (?P<votes>\d+) votes\b(?! (?:to|against|short))", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:none|nobody|no one|no votes?)(?: had)?(?: voted)? (?:against|opposed)\b", re.IGNORECASE)


def read(page: Page, reading: Reading) -> Reading:
    """Add the quantities of the article."""
    taken = {at: time.span for time in reading.times for at in range(time.span.start, time.span.end)}
    found = [quantity for block, tree in page.trees() for quantity in _quantities(block, tree, taken)]
    found += [none for block, tree in page.trees() for none in _nobody(block, tree)]
    told = _resolved(sorted(found, key=lambda quantity: quantity.span))
    return replace(reading, quantities=tuple(told))


def _quantities(block: Block, tree: Tree, taken: Mapping[int, Span]) -> Iterator[Quantity]:
    base, text = block.span.start + tree.start, tree.text
    votes = list(_votes(text))
    scored = {at for number, _ in votes for at in range(number.start, number.end)}
    for number, way in votes:
        span = block.span.part(base + number.start, base + number.end)
        yield Quantity(span=span, low=number.low, high=number.high, fate=way)
    for number in map(partial(_without_particle, tree), numbers(text)):
        tokens = tree.doc.char_span(number.start, number.told, alignment_mode="expand")
        at = range(number.start, number.end)
        if tokens is None or not scored.isdisjoint(at) or _is_time(base, number, taken):
            continue
        if (noun := None if number.unit else HYPHENED.match(text, number.end)) is not None:
            start = block.span.start + tree.start
            span = block.span.part(start + number.start, start + noun.end("noun"))
            yield Quantity(span=span, low=number.low, high=number.high, counted=known.counted(noun["noun"].casefold()))
            continue
        read_one = _measure if number.unit else _count
        quantity = read_one(block, tree, number, list(tokens))
        if quantity is not None:
            yield quantity


def _measure(block: Block, tree: Tree, number: Number, tokens: Sequence[Token]) -> Quantity | None:
    """How much: of what, the noun behind it tells, else the one of which the sentence tells it."""
    text, unit = tree.text, number.unit
    way = WAY.match(text, number.end)
    end = way.end() if way else number.end
    if way:
        tokens = list(tree.doc.char_span(number.start, end, alignment_mode="expand") or tokens)
    head = head_of(tokens[-1], {"of", "in"})
    head = None if head is not None and head.lower_ in known.units() else head or _counted_inside(tokens)
    if unit is None or not counts(tokens, head, None, measured=True):
        return None
    end = max(end, head.idx + len(head)) if head is not None else end
    away = _from(text, number)
    about = (
        head
        if head is not None or text.startswith(" of ", number.end)
        else subject(tokens[-1])
        if way
        else measured(tokens[-1])
    )
    sum_ = worth(tokens[-1], head) if unit.name in known.currencies() else None
    told, about = sum_ or (changed(tokens[-1]) if unit.name == PERCENT else known.capacity(unit), about)
    return Quantity(
        span=block.span.part(block.span.start + tree.start + number.start, block.span.start + tree.start + end),
        low=None if number.low is None else number.low * unit.times,
        high=None if number.high is None else number.high * unit.times,
        unit=unit.name,
        counted=away or _tallied_share(text[: number.start], kind_of(about), head),
        fate=FAR if away else way["way"].casefold() if way else told,
    )


def _is_time(base: int, number: Number, taken: Mapping[int, Span]) -> bool:
    """Whether a number is part of a time; `95 km PER HOUR` and `A QUARTER of a million` tell none."""
    speed = number.unit is not None and known.capacity(number.unit) == known.SPEED
    times = {taken[at] for at in range(base + number.start, base + number.end) if at in taken}
    at = base + number.start, base + number.end
    share = number.unit is not None and number.unit.name == PERCENT
    words = [
        time for time in times if not any(map(str.isdigit, time.text)) and at[0] <= time.start and time.end <= at[1]
    ]
    whole = any(share or time.end - time.start < at[1] - at[0] for time in words)
    return bool(times) and not speed and not whole


def _counted_inside(tokens: Sequence[Token]) -> Token | None:
    """What a ratio is of: `one VOTER in five`."""
    inside = tokens[1:-1] if tokens[-1].pos_ == "NUM" else ()
    return next((token for token in inside if token.pos_ == "NOUN"), None)


def _count(block: Block, tree: Tree, number: Number, tokens: Sequence[Token]) -> Quantity | None:
    """How many: of whom and with what fate, its clause tells."""
    text, last = tree.text, tokens[-1]
    before = text[max(0, number.start - BEFORE) : number.start]
    head = head_of(last, {"of"})
    head = None if head is not None and "--" in text[number.end : head.idx] else head  # `a crew of 22 -- 14 Filipinos`
    whose, told = _whose(last, head, before)
    alone = head is None and told is None and ENDED.match(text, number.end)
    tallied = _tallied(before) if alone else None
    if tallied is None and not counts(tokens, head, told, measured=False):
        return None
    if whose is None and (whose := numbered(last)) is not None:
        own = known.fate(whose.lower_, of_people=True) or known.fate(whose.lemma_.lower(), of_people=True)
        told, whose, tallied = own or told or fate(whose, ""), None if own else whose, None  # `the number of DEAD`
    kind = tallied or kind_of(whose or (None if text.startswith("the ", number.start) else sized_group(last)))
    start = block.span.start + tree.start
    return Quantity(
        span=block.span.part(start + number.start, start + (number.end if head is None else head.idx + len(head))),
        low=number.low,
        high=number.high,
        counted=kind,
        fate=known.PRESENT if kind == known.CROWD and head is None and told is None else told,
    )


def _whose(last: Token, head: Token | None, before: str) -> tuple[Token | None, str | None]:
    """Of whom a number with a noun is told, and what they did or suffered."""
    told = fate(last if head is None else head, before)
    if head is not None and is_part(last):
        whose = told_of_part(last, head) or head
        return whose, told if whose != head else fate(last, "") or known.PART
    if head is not None and head.head.lower_ == "of" and head.head.head.pos_ == "NUM":
        return head, None  # `eleven of the 15 MEMBERS voted for it`
    return head, told or (known.PART if ALL.search(before) else None)


def _tallied(before: str) -> str | None:
    """What a number that a tally puts counts: `put the number of MARCHERS at 900`, `and the organisers, at 2,000`."""
    if of := TALLY_OF.search(before):
        return known.counted(of["who"].casefold().removesuffix("s"))
    return TALLIED if any(told.search(before) for told in (TALLY, SPOKEN, TALLIED_TOO)) else None


def _tallied_share(before: str, counted: str | None, head: Token | None) -> str | None:
    """What an amount is of: what its sentence tells, or what was told before: `The ministry SPOKE OF 40 percent`."""
    if head is None and SPOKEN.search(before):
        return TALLIED
    return counted or (TALLIED if TALLY.search(before) else None)


def _without_particle(tree: Tree, number: Number) -> Number:
    """A number without the particle of a verb in front of it: `handed OVER 70 men`, `goes UP to 18 percent`."""
    words = OVER.match(tree.text, number.start)
    token = tree.doc.char_span(number.start, words.end("word")) if words else None
    if words is None or token is None:
        return number
    over = words["word"].casefold() == "over"
    particle = token[0].tag_ == "RP" if over else token[0].i > 0 and token[0].nbor(-1).lemma_ in GOING
    return (
        replace(number, start=words.end(), low=number.low or number.high, high=number.high or number.low)
        if particle
        else number
    )


def _votes(text: str) -> Iterator[tuple[Number, str]]:
    """The votes for and against where they stand as a score: `voted 87-13`, `by 120 votes to 14`."""
    for match in _score().finditer(text) if VOTED.search(text) else ():
        first = "one" if match["one"] else "voted"
        ways = ("against", "in favour") if LOST.search(text[: match.start()]) else ("in favour", "against")
        votes = [(ways[0], first, value(match[first])), (ways[1], "other", value(match["other"]))]
        if votes[0][2] > votes[1][2]:
            for way, part, count in votes:
                yield (
                    Number(
                        start=match.start(part),
                        told=match.end(part),
                        end=match.end(part),
                        low=count,
                        high=count,
                        unit=None,
                    ),
                    way,
                )
    for match in IN_FAVOUR.finditer(text) if PASSED.search(text) else ():
        start, end, count = match.start("votes"), match.end(), value(match["votes"])
        yield Number(start=start, told=end, end=end, low=count, high=count, unit=None), "in favour"
    for match in AGAINST.finditer(text):
        yield Number(start=match.start(), told=match.end(), end=match.end(), low=0.0, high=0.0, unit=None), "against"


def _resolved(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities; `the number was 9`, `it was 15 percent` tell of what was counted right before."""
    last: dict[str | None, Quantity] = {}
    previous: Quantity | None = None
    for quantity in found:
        shared = previous is not None and previous.unit == PERCENT and quantity.unit is None
        beside = previous is not None and quantity.span.start - previous.span.end <= REACH
        unit = PERCENT if shared and beside else quantity.unit  # `Norway spoke of 40 percent, Peru of 22`
        before = last.get(unit)
        previous = quantity
        if quantity.counted != TALLIED:
            if quantity.counted or quantity.fate:
                last[quantity.unit] = quantity
            yield quantity
        elif before is not None and quantity.span.start - before.span.end <= BEFORE:
            yield replace(quantity, unit=unit, counted=before.counted, fate=before.fate)
        elif quantity.unit:
            yield replace(quantity, counted=None)


def _from(text: str, number: Number) -> str | None:
    """Of a distance, the name of the place from which it is told."""
    if number.unit is None or number.unit.name != "km":
        return None
    match = FROM.match(text, number.end)
    if match is None or not LINKS.intersection(match[0].split()):
        return None
    state = state_named(match["name"].split()[0]) if BORDER.match(text, match.end()) else None
    return f"from {state.country.name if state else match['name']}"


def _nobody(block: Block, tree: Tree) -> Iterator[Quantity]:
    """That nobody suffered something: `no one was injured`, `without any deaths` is none."""
    for match in NOBODY.finditer(tree.text):
        tokens = tree.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if tokens is None:
            continue
        word = tokens[-1]
        suffered = fate(word.head if word.dep_ == "pobj" else word, "")
        verb = word.head
        open_ = any(child.tag_ == "MD" or child.lower_ in DOUBTING for child in verb.children)
        if suffered in SUFFERED and not open_:
            base = block.span.start + tree.start
            span = block.span.part(base + match.start(), base + match.end())
            yield Quantity(span=span, low=0.0, high=0.0, counted="persons", fate=suffered)


@cache
def _score() -> re.Pattern[str]:
    """Votes as a score."""
    other = ONE.replace("?P<one>", "?P<other>")
    voted = ONE.replace("?P<one>", "?P<voted>")
    first = rf"(?:\bby {ONE}|\b(?:vote|votes|voted|voting)\b[^.;:\d]{{0,60}}?\b{voted})"
    return re.compile(rf"{first}(?: votes)?(?:\s?[-–]\s?|\sto\s){other}\b", re.IGNORECASE)
