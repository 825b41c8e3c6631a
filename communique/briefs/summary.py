"""What happened: the few sentences of the articles that tell most of what most of them tell.

Sentences are taken as they stand, one after the other, each for the weight of what it tells that none before it did (the
greedy cover of Lin and Bilmes, A class of submodular functions for document summarization, 2011).
"""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.briefs import evidence
from communique.briefs.desk import Desk
from communique.domain import EventStatus, Record, Span
from communique.domain.times import interval
from communique.knowledge.vocabulary import word_root

MOST, FEWEST = 8, 2  # sentences of all stories; of one, besides one for each article
STATUS: Mapping[EventStatus, float] = {
    "occurred": 1.0, "cancelled": 1.0, "planned": 0.8, "alleged": 0.6, "threatened": 0.6, "denied": 0.4,
    "hypothetical": 0.0,
}  # fmt: skip
UNTYPED, SAID, OTHER = 0.5, 0.8, 0.5  # what an event without PLOVER type, a statement and any other claim weigh
OUTLET, TELLING, TELLINGS = 0.5, 0.2, 8  # what an outlet and a mention weigh beside an origin; mentions that count
OLD, OLD_WEIGHT = 60, 0.3  # days before the first report at which an event is background, and what it weighs then
LEAD, EARLY = 1.6, 1.2  # for a sentence of the first paragraph, and one of the first third
SHORTEST, LONG, LONGEST = 7, 30, 60  # words of a sentence
NAMED, PLACED, DATED = 0.4, 0.1, 0.1  # what it adds that a sentence names all parties, the place and a day
DEPENDENT = 0.3  # of its weight is left to a sentence that leans on the one before
SAME = 0.5  # of the words of the shorter of two sentences that tell the same
LEAST = 0.3  # of the weight of the first sentence that one must have to follow it

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_DEPENDENT = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|here|there|his|her|its|their|our|my|such|both|but|and|or|so|yet|"
    r"nor|still|also|then|however|instead|meanwhile|nevertheless|moreover|therefore|thus|earlier|later|afterwards|"
    r"another|one|in (?:addition|contrast|turn|response)|at the same time|the (?:two|former|latter|same|other))\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|May \d|\d May)"
)
_OPENING, _CLOSING = '"“', '"”'


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A sentence of an article that tells what happened.

    source: number of the article. date: ISO 8601, of the event or else of the article. outlets, origins: how widely the
    weightiest thing that it tells is carried. story: its title, where there are several.
    events, statements: ids of what it tells.
    """

    source: int
    sentence: Span
    date: str | None = None
    outlets: int
    origins: int
    story: str | None = None
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class _Point:
    """Something that articles tell. day: of an event that is news."""

    weight: float
    spans: tuple[Span, ...]
    origins: int
    outlets: int
    event: str | None = None
    statements: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    place: str | None = None
    day: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class _Sentence:
    """A sentence with what it tells; worth: what its own qualities multiply that by."""

    source: int
    span: Span
    points: tuple[_Point, ...]
    worth: float
    roots: frozenset[str]

    def gain(self, told: set[int]) -> float:
        """The weight of what it tells that has not been told."""
        return self.worth * sum(point.weight for point in self.points if id(point) not in told)


def compose(record: Record, desk: Desk) -> tuple[Highlight, ...]:
    """The sentences story by story, the largest first, in order of date; none where nothing is told."""
    found = _sentences(list(_points(record, desk)), desk)
    chosen: list[Highlight] = []
    for title, numbers, room in _stories(record, desk):
        told = [sentence for number in numbers for sentence in found.get(number, ())]
        picked = [_highlight(sentence, title, desk) for sentence in _picked(told, min(room, MOST - len(chosen)))]
        chosen += sorted(
            picked, key=lambda item: (item.date is None, item.date or "", item.source, item.sentence.start)
        )
    return tuple(chosen)


def _stories(record: Record, desk: Desk) -> Iterator[tuple[str | None, list[int], int]]:
    """The title of each story, its articles and how many sentences it may have, the largest first."""
    several = [story for story in record.stories if desk.numbers.keys() & set(story.articles)]
    if len(several) < 2:
        yield None, sorted(desk.numbers.values()), min(MOST, FEWEST + len(desk.articles))
        return
    articles = sum(len(story.articles) for story in several)
    for story in sorted(several, key=lambda story: (-len(story.articles), story.id)):
        numbers = sorted(desk.numbers[name] for name in story.articles if name in desk.numbers)
        share = max(1, round(MOST * len(numbers) / articles))
        yield story.title, numbers, min(share, FEWEST + len(numbers))


def _points(record: Record, desk: Desk) -> Iterator[_Point]:
    """What is told: events, utterances of several articles, and other claims that several carry."""
    carried = {frozenset(item.support): item for item in record.corroborations}
    dates = [article.published.date for article in desk.articles if article.published]
    first = min((days[0] for date in dates if (days := interval(date[:10]))), default=None)

    def point(spans: Iterable[Span], weight: float, **known: object) -> _Point:
        held = tuple(spans)
        claim = carried.pop(frozenset(held), None)
        numbers = {number for span in held if (number := desk.article_of(span)) is not None}
        outlets = max(desk.outlets(numbers), 1)
        origins = claim.independent_origins if claim else 1 if len(numbers) == 1 else outlets
        reach = origins + OUTLET * outlets + TELLING * min(len(held), TELLINGS)
        return _Point(weight=weight * reach, spans=held, origins=origins, outlets=outlets, **known)  # type: ignore[arg-type]

    for event in desk.events.values():
        days = interval(event.date or "")
        old = days is not None and first is not None and (first - days[1]).days > OLD
        weight = STATUS[event.status] * (1 if event.type else UNTYPED) * (OLD_WEIGHT if old else 1)
        if weight:
            yield point(
                event.mentions,
                weight,
                event=event.id,
                parties=frozenset((*event.actors, *event.recipients)),
                place=event.place.name.partition(",")[0] if event.place else None,
                day=days[0].isoformat() if days and not old else None,
            )
    for utterance in record.utterances:
        said = [desk.statements[name] for name in utterance.statements if name in desk.statements]
        if said:
            yield point(
                (span for statement in said for span in statement.content),
                SAID,
                statements=tuple(statement.id for statement in said),
                parties=frozenset(actor for statement in said for actor in statement.speakers),
                day=next((statement.said_on for statement in said if statement.said_on), None),
            )
    for claim in list(carried.values()):
        yield point(claim.support, OTHER)


def _sentences(points: Sequence[_Point], desk: Desk) -> dict[int, list[_Sentence]]:
    """The sentences of the reporting in which something is told, by article."""
    bounds = {number: list(_bounds(number, desk)) for number in range(1, len(desk.articles) + 1)}
    telling: defaultdict[tuple[int, Span], dict[int, _Point]] = defaultdict(dict)
    for point in points:
        for span in point.spans:
            number = desk.article_of(span)
            at = bisect_right(bounds[number], span.start, key=lambda held: held.start) - 1 if number else -1
            if number and at >= 0 and bounds[number][at].covers(span):
                telling[number, bounds[number][at]][id(point)] = point
    named = _named(desk)
    found: defaultdict[int, list[_Sentence]] = defaultdict(list)
    for (number, span), told in sorted(telling.items(), key=lambda item: item[0]):
        held = tuple(told.values())
        words = _WORD.findall(span.text)
        if _is_whole(span.text, words):
            worth = _worth(span, words, held, named) * _place(span, number, desk)
            roots = frozenset(filter(None, map(word_root, words)))
            found[number].append(_Sentence(source=number, span=span, points=held, worth=worth, roots=roots))
    return found


def _bounds(number: int, desk: Desk) -> Iterator[Span]:
    article = desk.articles[number - 1]
    text = desk.text_of[article.document]
    for paragraph in sorted(article.body):
        for start, end in evidence.sentences(text, paragraph.start, paragraph.end):
            if found := paragraph.part(start, end).trimmed():
                yield found


def _named(desk: Desk) -> dict[str, list[tuple[Span, str]]]:
    """Where actors are named, by document and in order."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for actor in desk.actors.values():
        for mention in actor.mentions:
            if mention.form == "named":
                found[mention.span.document].append((mention.span, actor.id))
    return {document: sorted(held) for document, held in found.items()}


def _is_whole(text: str, words: Sequence[str]) -> bool:
    """Whether it is a sentence of a readable length, with a stop at its end, no quotation of which is cut off."""
    ends = text.rstrip("\"'”’)]").endswith((".", "!", "?", "…"))
    cut = text.count("“") != text.count("”") or text.count('"') % 2
    return SHORTEST <= len(words) <= LONGEST and ends and not cut and "\n\n" not in text


def _worth(
    span: Span, words: Sequence[str], points: Sequence[_Point], named: Mapping[str, Sequence[tuple[Span, str]]]
) -> float:
    """By what a sentence serves a reader who sees nothing but it."""
    held = named.get(span.document, ())
    at = bisect_right(held, span.start - 1, key=lambda item: item[0].start)
    present = set()
    while at < len(held) and held[at][0].start < span.end:
        present.add(held[at][1])
        at += 1
    main = max(points, key=lambda point: point.weight)
    worth = 1 + NAMED * (len(main.parties & present) / len(main.parties) if main.parties else 0)
    worth += PLACED * bool(main.place and main.place in span.text) + DATED * bool(_DAY.search(span.text))
    opening = span.text.lstrip("\"'“‘([")
    leans = bool(_DEPENDENT.match(opening)) or not present or _is_quotation(span.text)
    return worth * (DEPENDENT if leans else 1) / math.sqrt(max(1, len(words) / LONG))


def _is_quotation(text: str) -> bool:
    """Whether it is nothing but a quotation, so that who speaks is told elsewhere."""
    return text[0] in _OPENING and text.rstrip()[-1] in _CLOSING and text.count("“") < 2 and text.count('"') <= 2


def _place(span: Span, number: int, desk: Desk) -> float:
    """What the place in its article adds to a sentence: news comes first."""
    body = sorted(desk.articles[number - 1].body)
    text = desk.text_of[span.document]
    before = span.start - body[0].start
    total = body[-1].end - body[0].start
    if "\n" not in text[body[0].start : span.start].strip() and 3 * before <= total:
        return LEAD
    return EARLY if 3 * before <= total else 1.0


def _picked(sentences: Sequence[_Sentence], room: int) -> list[_Sentence]:
    """One after the other the sentence that adds most; none that says what one before it said."""
    told: set[int] = set()
    picked: list[_Sentence] = []
    left = list(sentences)
    while left and len(picked) < room:
        best = max(left, key=lambda sentence: (sentence.gain(told), -sentence.source, -sentence.span.start))
        gain = best.gain(told)
        if gain <= 0 or (picked and gain < LEAST * picked[0].gain(set())):
            break
        picked.append(best)
        told |= {id(point) for point in best.points}
        left = [sentence for sentence in left if sentence is not best and not _same(sentence.roots, best.roots)]
    return picked


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > SAME * min(len(one), len(other))


def _highlight(sentence: _Sentence, story: str | None, desk: Desk) -> Highlight:
    order = sorted(sentence.points, key=lambda point: -point.weight)
    published = desk.articles[sentence.source - 1].published
    day = next((point.day for point in order if point.day), published.date[:10] if published else None)
    inside = {
        name
        for point in order
        for name in point.statements
        if any(sentence.span.covers(span) for span in desk.statements[name].content)
    }
    return Highlight(
        source=sentence.source,
        sentence=sentence.span,
        date=day,
        outlets=order[0].outlets,
        origins=order[0].origins,
        story=story,
        events=tuple(point.event for point in order if point.event),
        statements=tuple(name for point in order for name in point.statements if name in inside),
    )
