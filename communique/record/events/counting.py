"""Counting: events that words date by another, or by a day: `A comes a day AFTER B`, `hours AFTER B on Monday, A`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain import EventMention, Reading, Span
from communique.record.events.moments import Moment, moment

Indexed = tuple[int, EventMention]

DAYS = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DWM])|PT(?:(?:\d{1,2}|X)[HM])+")
UNITS = {"D": (1, 0), "W": (7, 3), "M": (30, 15)}
"""Days, and how many days they may be counted amiss between two events."""
WAY = re.compile(r"\s+(?P<way>after|before)\b", re.IGNORECASE)
SOON = re.compile(r"\b(?:hours|immediately|minutes|moments|shortly)(?=\s+(?:after|before)\b)", re.IGNORECASE)
DAY_OF = re.compile(
    r"\bon the (?:(?P<eve>eve)|(?:very )?(?:afternoon|day|evening|morning|night)) of(?= the\b)", re.IGNORECASE
)
POINTING = re.compile(
    r"[\s“\"]*(?:it|this|that|(?:the|this|that|his|her|its|their)\s+(?:\w+\s+)?\w+)\s+(?:also\s+)?"
    r"(?:c[ao]mes?|follow(?:s|ed))\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""`The move came`: of what the sentence before tells."""
JOINED = re.compile(r"\band\s+(?:(?:about|exactly|just|only)\s+)?$")
"""Counted from the same as what is told before: `a day after A AND two days after B`."""
ASIDE = re.compile(r",\s+(?:which|who|whose|where|when)\b", re.IGNORECASE)
WITHIN = re.compile(
    r"(?:\s+\S+){4,}\s+(?:at|by|for|from|in|of|on|over|to|with)\s+(?:(?:an?|her|his|its|the|their)\s+)?(?:\S+\s+)?"
)
"""What stands before an event that the clause only speaks of: `after they declared him winner OF AN election`."""
BACK = 2  # sentences
HOURS = "hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many days after an event another was.

    event: the index of its mention, or a day in its place. amiss: how many days it may be earlier, and later.
    """

    event: int | Moment
    days: int
    words: Span
    amiss: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Words that tell how long before or after: their place with `after`, and how many days what follows is later."""

    words: Span
    sentence: Span
    days: int
    amiss: tuple[int, int]

    @property
    def before(self) -> str:
        """What its sentence tells in front of it."""
        return self.sentence.text[: self.words.start - self.sentence.start]


def trigger(item: Indexed) -> int:
    """Where the words begin that name an event."""
    return item[1].trigger.start


def counted(reading: Reading, by_trigger: Sequence[Indexed]) -> dict[int, Count]:
    """The events that are dated by another, or by a day, each with what it is first counted from."""
    found: dict[int, Count] = {}
    lengths = sorted(_lengths(reading), key=lambda length: length.words.start)
    before: tuple[Span, int | Moment | None] | None = None
    for number, length in enumerate(lengths):
        following = lengths[number + 1].words.start if number + 1 < len(lengths) else length.sentence.end
        base = _base(length, reading, by_trigger, min(following, _clause_end(length)))
        start: int | Moment | None = _just_before(length.words, length.sentence, reading)
        if before and before[0] == length.sentence and JOINED.search(length.before):
            start = before[1]
        elif start is None:
            start = _main(length, reading, by_trigger)
        before = length.sentence, start
        if isinstance(base, int) and start is not None:
            found.setdefault(base, Count(event=start, days=length.days, words=length.words, amiss=length.amiss))
        if base is not None and isinstance(start, int):
            back = Count(event=base, days=-length.days, words=length.words, amiss=length.amiss[::-1])
            found.setdefault(start, back)
    return found


def _lengths(reading: Reading) -> Iterator[Length]:
    """The words of an article that tell how long before or after something else was."""
    for expression in reading.times:
        told = DAYS.fullmatch(expression.value or "") if expression.type == "DURATION" else None
        sentence = reading.sentence_of(expression.span) if told else None
        if told and sentence:
            days, amiss = UNITS[told["unit"]] if told["count"] else (0, 0)
            yield from _length(expression.span, sentence, int(told["count"] or 0) * days, (amiss, amiss))
    for sentence in reading.sentences:
        for soon in SOON.finditer(sentence.text):
            words = sentence.part(sentence.start + soon.start(), sentence.start + soon.end())
            if not any(told.span.overlaps(words) for told in reading.times):  # `two hours`
                yield from _length(words, sentence, 0, (0, int(soon[0].casefold() == HOURS)))
        for of in DAY_OF.finditer(sentence.text):
            words = sentence.part(sentence.start + of.start(), sentence.start + of.end())
            yield Length(words=words, sentence=sentence, days=int(bool(of["eve"])), amiss=(0, 0))


def _length(words: Span, sentence: Span, days: int, amiss: tuple[int, int]) -> Iterator[Length]:
    way = WAY.match(sentence.text, words.end - sentence.start)
    if way:
        whole = sentence.part(words.start, sentence.start + way.end())
        if way["way"].casefold() == "after":
            days, amiss = -days, amiss[::-1]
        yield Length(words=whole, sentence=sentence, days=days, amiss=amiss)


def _base(length: Length, reading: Reading, by_trigger: Sequence[Indexed], end: int) -> int | Moment | None:
    """The event that another is counted from, told right behind the words; else the day told there."""
    here = bisect_left(by_trigger, length.words.end, key=trigger)
    if here < len(by_trigger) and trigger(by_trigger[here]) < end:
        line, start = length.sentence.text, length.sentence.start
        spoken_of = WITHIN.fullmatch(line, length.words.end - start, trigger(by_trigger[here]) - start)
        return None if spoken_of else by_trigger[here][0]
    at = bisect_left(reading.times, length.words.end, key=lambda told: told.span.start)
    told = reading.times[at] if at < len(reading.times) and reading.times[at].span.start < end else None
    return moment(told) if told and told.type == "DATE" else None


def _clause_end(length: Length) -> int:
    """Where the clause behind the words ends, at a comma."""
    comma = length.sentence.text.find(",", length.words.end - length.sentence.start)
    return length.sentence.end if comma < 0 else length.sentence.start + comma


def _main(length: Length, reading: Reading, by_trigger: Sequence[Indexed]) -> int | None:
    """The event that is counted: told in front of the words, behind their clause where they open the sentence."""
    ends = length.sentence.start, length.words.end, length.sentence.end
    first, here, last = (bisect_left(by_trigger, at, key=trigger) for at in ends)
    if first < here:
        near = by_trigger[here - 1][1].trigger
        apart = "," in length.sentence.text[near.end - length.sentence.start : len(length.before)]
        return by_trigger[first if apart else here - 1][0]
    if not length.before.strip(' “"'):
        end = _clause_end(length)
        aside = ASIDE.match(length.sentence.text, end - length.sentence.start)
        main = (index for index, event in by_trigger[here:last] if event.trigger.start > end)
        return None if aside else next(main, None)
    return _pointed_at(length, reading, by_trigger) if POINTING.fullmatch(length.before) else None


def _pointed_at(length: Length, reading: Reading, by_trigger: Sequence[Indexed]) -> int | None:
    """The first event of the sentence before, or of the one before that: `The move came two days after`."""
    here = reading.sentence_at(length.sentence.start)
    for sentence in reversed(reading.sentences[max(0, here - BACK) : here]):
        first = bisect_left(by_trigger, sentence.start, key=trigger)
        if first < len(by_trigger) and sentence.covers(by_trigger[first][1].trigger):
            return by_trigger[first][0]
    return None


def _just_before(words: Span, sentence: Span, reading: Reading) -> Moment | None:
    """The day that stands in front of them, with nothing but a comma between: `on MONDAY, a day after`."""
    before = sentence.text[: words.start - sentence.start].rstrip(" ,\n")
    end = sentence.start + len(before)
    last = bisect_left(reading.times, end, key=lambda told: told.span.start) - 1
    told = reading.times[last] if last >= 0 else None
    return moment(told) if told and told.span.end == end and told.type == "DATE" else None
