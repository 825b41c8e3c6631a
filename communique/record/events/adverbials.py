"""Adverbials: times and places of a sentence that no event of it has claimed, and the event that they tell of.

Grammar has given most (`reading`); what is left stands right behind an event's words (`meetings in Brussels Monday`),
or opens the sentence and holds for its first event (`Last week, A told B in a call`). What is told inside words said
does not share with what is told outside them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.domain import EventMention, Reading, Span

OPENING = 14  # characters from the start of a sentence in which a time or place opens it
BEHIND = 5  # characters between an event's words and a time or place right behind them
IN = re.compile(
    r"\b(?:in|at|near|outside)\s+(?:(?:the\s+)?(?:\S+\s+){0,4}(?:city|town|resort|capital|port)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
NESTED = 8  # contents that can be open at one place


class Contents:
    """The words said in an article, to be looked up by place."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._contents = sorted((c, n) for n, a in enumerate(reading.attributions) for c in a.content)

    def around(self, span: Span) -> int | None:
        """The index of the innermost attribution in whose content a passage stands."""
        at = bisect_right(self._contents, span.start, key=lambda item: item[0].start)
        near = self._contents[max(0, at - NESTED) : at]
        return next((number for content, number in reversed(near) if content.covers(span)), None)


@dataclass
class Adverbials:
    """By index of an event mention, the index of a time expression and those of mentions of places."""

    time: dict[int, int] = field(default_factory=dict)
    places: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def adverbials(reading: Reading, by_trigger: Sequence[tuple[int, EventMention]]) -> Adverbials:
    """The times and places that are left for events without any, given in the order of their triggers."""
    found, contents = Adverbials(), Contents(reading)
    timed = {mention.time for _, mention in by_trigger}
    for index, expression in enumerate(reading.times):
        if index not in timed and expression.type in {"DATE", "TIME"}:
            for number, mention in _events(contents, by_trigger, expression.span):
                if mention.time is None and number not in found.time:
                    found.time[number] = index
    placed = {index for _, m in by_trigger for index in (*m.places, *m.actors, *m.recipients)}
    for index, named in enumerate(reading.mentions):
        if index in placed or named.form != "named" or named.type not in {"place", "state"}:
            continue
        for number, mention in _events(contents, by_trigger, named.span, behind=IN):
            if not mention.places:
                found.places[number].append(index)
    return found


def _events(
    contents: "Contents",
    by_trigger: Sequence[tuple[int, EventMention]],
    span: Span,
    behind: re.Pattern[str] | None = None,
) -> Iterator[tuple[int, EventMention]]:
    """The event, if any, that a time or a place in its sentence tells of."""
    reading = contents.reading
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or not reading.sentences[at].covers(span):
        return
    sentence = reading.sentences[at]
    before = sentence.text[: span.start - sentence.start]
    if behind is not None and not behind.search(before):
        return
    first, here, last = (
        bisect_left(by_trigger, place, key=lambda item: item[1].trigger.start)
        for place in (sentence.start, span.start, sentence.end)
    )
    content = contents.around(span)
    if here > first:
        number, mention = by_trigger[here - 1]
        if mention.span.end + BEHIND >= span.start and contents.around(mention.trigger) == content:
            yield number, mention
    elif len(before) <= OPENING:
        fitting = (item for item in by_trigger[first:last] if contents.around(item[1].trigger) == content)
        yield from list(fitting)[:1]
