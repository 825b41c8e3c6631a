"""Quantities: numbers with the words that qualify them, what they count, and what the counted did or suffered.

A number that is part of a time, an age, a rank or a name (`Group of 20`) is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from communique.domain import Quantity, Reading
from communique.knowledge import quantities as known
from communique.reading.fates import fate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from communique.models import Tree
    from communique.reading.page import Block, Page

ONES = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)}  # fmt: skip
TENS = {word: 10 * number for number, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
)}  # fmt: skip
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
          "trillion": 1e12, "tn": 1e12}  # fmt: skip
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HEADS = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod"})
NO_QUANTITY = frozenset("no. no number article section chapter page group channel flight aged age".split())
SAYING_LITTLE = frozenset("additional further more other such".split())
SIZED = frozenset("family couple group party pair team trio".split())  # `a family of five` are not all that are counted
SUFFERED = frozenset({"killed", "injured", "missing", "arrested"})
DOUBTING = frozenset("if unless until so whether lest to".split())
WAYS = "deep|high|tall|long|wide|thick"
FROM = re.compile(
    r"(?: \([^)]*\))?(?: (?:away|off|offshore|outside|(?:north|south)?-?(?:east|west|north|south)(?:ern)?|down|up))*"
    r"(?: (?:of|from|off|outside))?(?: the(?: [a-z]+){1,2}(?: of)?)? (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)  # `20 km (12 miles) from the port of Bergen`
FAR = "far"
BEFORE = 240  # characters before a number that can tell what it counts
LINKS = frozenset({"of", "from", "off", "outside"})
WAY = re.compile(rf"[-\s](?P<way>{WAYS})\b", re.IGNORECASE)
NOBODY = re.compile(
    r"\b(?:no one|nobody|no (?:other |further |major |serious )*(?:injuries|deaths|fatalities|casualties))\b",
    re.IGNORECASE,
)
REACH = 30  # characters in which the words that qualify a number stand


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its offsets, with the words that qualify it, and its bounds."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: known.Unit | None


def read(page: Page, reading: Reading) -> Reading:
    """Add the quantities of the article."""
    taken = {at for time in reading.times for at in range(time.span.start, time.span.end)}
    found = [quantity for block, tree in page.trees() for quantity in _quantities(block, tree, taken)]
    found += [none for block, tree in page.trees() for none in _nobody(block, tree)]
    return replace(reading, quantities=tuple(sorted(found, key=lambda quantity: quantity.span)))


def _quantities(block: Block, tree: Tree, taken: set[int]) -> Iterator[Quantity]:
    base, text = block.span.start + tree.start, tree.doc.text
    for number in numbers(text):
        way = WAY.match(text, number.end) if number.unit else None
        end = way.end() if way else number.end
        tokens = tree.doc.char_span(number.start, end, alignment_mode="expand")
        if tokens is None or any(base + at in taken for at in range(number.start, number.end)):
            continue
        head = _head(tokens[-1], {"of", "in"} if number.unit else {"of"})
        head = None if head is not None and head.lower_ in known.units() else head
        if not _counts(list(tokens), head, measured=number.unit is not None):
            continue
        end = max(end, head.idx + len(head)) if head is not None else end
        times = number.unit.times if number.unit else 1.0
        away = _from(text, number)
        counted = away or _counted(head if head is not None or way is None else subject(tokens[-1]))
        if number.unit:
            told = FAR if away else way["way"].casefold() if way else None
        else:
            told = fate(head if head is not None else tokens[-1], text[max(0, number.start - BEFORE) : number.start])
        yield Quantity(
            span=block.span.part(base + number.start, base + end),
            low=None if number.low is None else number.low * times,
            high=None if number.high is None else number.high * times,
            unit=number.unit.name if number.unit else None,
            counted=counted,
            fate=told,
        )


def _from(text: str, number: Number) -> str | None:
    """Of a distance, the name of the place from which it is told."""
    if number.unit is None or number.unit.name != "km":
        return None
    match = FROM.match(text, number.end)
    return f"from {match['name']}" if match and LINKS.intersection(match[0].split()) else None


def _nobody(block: Block, tree: Tree) -> Iterator[Quantity]:
    """That nobody suffered something: `no one was injured`, `without any deaths` is none."""
    for match in NOBODY.finditer(tree.doc.text):
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


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text with the words that qualify them, in text order."""
    at = 0
    while (core := _core().search(text, at)) is not None:
        end, start = core.end(), core.start()
        low, high = known.vague()[_plain(core["vague"])] if core["vague"] else 2 * (value(core["one"]),)
        if core["one"] and (other := _second().match(text, end)) and (other["join"] != "and" or _between(text, start)):
            high, end = value(other["one"]), other.end()
        if sign := _sign().search(text, max(0, start - REACH), start):
            start = sign.start()
        behind = None if sign else _unit().match(text, end)
        end = behind.end() if behind else end
        factors = known.Approximator(low=1.0, high=1.0)
        if words := _before().search(text, max(0, start - REACH), start):
            start, factors = words.start(), known.approximators()[_plain(words["words"])]
        unit = sign["unit"] if sign else behind["unit"] if behind else None
        at = end
        if low <= high and (not BROKEN.match(text, end) or (unit and WAY.match(text, end))):  # `2-0` is a score
            yield Number(
                start=start,
                end=end,
                low=None if factors.low is None else round(low * factors.low, 6),
                high=None if factors.high is None else round(high * factors.high, 6),
                unit=known.units()[unit.casefold()] if unit else None,
            )


def _between(text: str, start: int) -> bool:
    return text[max(0, start - REACH) : start].rstrip().casefold().endswith("between")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def value(words: str) -> float:
    """The number that digits or words stand for: `1,200`, `twenty-five`, `3.5 million`, `two hundred thousand`."""
    whole, part = 0.0, 0.0
    for word in re.findall(rf"{DIGITS}|[a-z]+", words.casefold()):
        if word[0].isdigit():
            part += float(word.replace(",", ""))
        elif word in SCALES:
            scale = SCALES[word]
            if scale == SCALES["hundred"]:
                part = max(part, 1) * scale
            else:
                whole, part = whole + max(part, 1) * scale, 0.0
        else:
            part += ONES.get(word, 0) + TENS.get(word, 0)
    return whole + part


SPELLED = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(list(ONES)[1:10])}))?|(?:{'|'.join([*ONES][::-1])})"
SCALE = rf"(?:[-\s]?(?:hundred|thousand|million|billion|trillion|mn|bn|tn)\b|(?<=\d)[km]\b(?!-(?:{WAYS})\b))"
ONE = rf"(?P<one>(?:(?:{DIGITS})|\b(?:{SPELLED})\b|\ba(?=\s(?:hundred|thousand|million|billion)\b)){SCALE}*)"
BROKEN = re.compile(r"[\w/:%]|[.,]\d|['’]s\b|-[a-z\d]")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _core() -> re.Pattern[str]:
    """A number, in digits or in words, or words that leave it open."""
    return re.compile(rf"(?<![\w.,:/-])(?:\b(?P<vague>{_any(known.vague())})\b|{ONE})", re.IGNORECASE)


@cache
def _second() -> re.Pattern[str]:
    """The other end of a range."""
    return re.compile(rf"(?:\s?[-–]\s?|\s(?P<join>to|and)\s)[$€£¥]?{ONE}", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    """A currency's sign in front of a number."""
    signs = [name for name in known.units() if not name[-1].isalpha() and name != "%"]
    return re.compile(rf"(?P<unit>{_any(signs)})\s?$", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    """A unit behind a number."""
    names = _any(name for name in known.units() if name[-1].isalpha())
    return re.compile(rf"[\s-]?(?P<unit>%|(?:{names})(?!\w))", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """Words in front of a number that qualify it."""
    return re.compile(rf"\b(?P<words>{_any(known.approximators())})\s+$", re.IGNORECASE)


def _head(number: Token, links: Collection[str]) -> Token | None:
    """The noun that a number counts: `120,000 TROOPS`, `dozens of PROTESTERS`, `$3 billion in AID`."""
    token = number
    while token.dep_ in INSIDE and token.head.i > token.i and token.head.pos_ in {*HEADS, "NUM", "ADJ"}:
        token = token.head
    if token.i > number.i and token.pos_ in HEADS:
        return token
    link = next((word for word in (number, *number.rights) if word.lower_ in links), None)
    return next((child for child in link.rights if child.dep_ == "pobj"), None) if link is not None else None


def _counted(head: Token | None) -> str | None:
    """What a noun counts; people of whom more is told are not just persons (`10 American passengers`)."""
    if head is None:
        return None
    lemma = head.lemma_.lower()
    told = [child.lower_ for child in head.lefts if child.dep_ in {"amod", "compound"} and child.is_alpha]
    told = [word for word in told if word not in SAYING_LITTLE]
    if lemma == "member":  # of what, the word in front tells: `crew members`
        return known.counted(" ".join([*told[-1:], lemma]))
    kind = known.counted(lemma)
    return " ".join([*told, lemma]) if kind == "persons" and told else kind


def subject(last: Token) -> Token | None:
    """Of what a measure or an age is told: `the WELL was about 40 metres deep`."""
    verb = last.head if last.dep_ in {"acomp", "attr"} else None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb is not None else None


def _counts(number: Sequence[Token], head: Token | None, *, measured: bool) -> bool:
    """Whether a number counts or measures: no age, rank or name, and not the word `one` for somebody."""
    before = [token for token in number[0].doc[max(0, number[0].i - 2) : number[0].i] if token.lower_ != "of"]
    named = bool(before) and not measured and (before[-1].tag_ in {"NNP", "NNPS"} or before[-1].lower_ in NO_QUANTITY)
    behind = number[-1].nbor(1) if number[-1].i + 1 < len(number[-1].doc) else None
    link = number[-1].head
    sized = link.lower_ == "of" and link.head.lemma_.lower() in SIZED
    partial = (
        behind is not None
        and behind.lower_ == "of"
        and any(  # `two of the men` are not how many there are
            child.dep_ in {"det", "poss"} for link in [behind] for noun in link.rights for child in noun.lefts
        )
    )
    if named or partial or sized or _others(head):
        return False
    return head is not None or number[-1].lower_ not in {"one", "two"}


def _others(head: Token | None) -> bool:
    """Whether somebody told before is counted with them: `her mother and ten others`, `along with ten others`."""
    if head is None or not (head.lemma_.lower() == "other" or any(child.lower_ == "other" for child in head.lefts)):
        return False
    joined = head.dep_ == "conj" and head.head.pos_ in HEADS and not any(c.pos_ == "NUM" for c in head.head.lefts)
    return joined or (head.dep_ == "pobj" and head.head.lower_ == "with")
