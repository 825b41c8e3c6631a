"""What happened: the few sentences of the articles that tell most of what most of them tell.

Sentences are taken as they stand, one after the other, each for the weight of what it tells that none before it told
(the greedy cover of Lin and Bilmes, A class of submodular functions for document summarization, 2011). What matters is
what several independent origins carry, and what the titles and first sentences are about.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from communique.briefs import evidence
from communique.briefs.carried import Carried
from communique.briefs.desk import Desk
from communique.domain import Article, EventStatus, Record, Span
from communique.domain.times import interval
from communique.knowledge.vocabulary import word_root

MOST, FEWEST = 8, 3  # sentences of all stories; of one, where that much is told
STATUS: Mapping[EventStatus, float] = {
    "occurred": 1.0, "cancelled": 1.0, "planned": 0.8, "alleged": 0.6, "threatened": 0.6, "denied": 0.4,
    "hypothetical": 0.0,
}  # fmt: skip
UNTYPED, SAID, OTHER = 0.8, 0.8, 0.5  # what an event without PLOVER type, a statement and any other claim weigh
ALONE = 0.4  # what a thing weighs that is told once, where each further independent origin weighs 1
OUTLET, TELLING, TELLINGS = 0.5, 0.15, 8  # what further outlets and mentions weigh; mentions that count
HEAD = 2  # sentences of an article that tell, with its title, what it is about
OLD, OLD_WEIGHT = 60, 0.3  # days before the first report at which an event is background, and what it weighs then
LEAD, EARLY = 1.8, 1.2  # for a sentence of the first paragraph, and one of the first third
SHORTEST, LONG, LONGEST = 7, 30, 60  # words of a sentence
NAMED, FULL, PLACED, DATED = 0.6, 0.2, 0.1, 0.1  # what it adds that all parties are named, one in full, a place, a day
DEPENDENT = 0.3  # of its weight is left to a sentence that leans on the one before
SAME = 0.5  # of the words of the shorter of two sentences that tell the same
LEAST = 0.15  # of the weight of the first sentence that one must have to follow FEWEST others

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_DEPENDENT = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|here|there|his|her|its|their|our|my|such|both|but|and|or|so|yet|"
    r"nor|still|also|then|however|instead|meanwhile|nevertheless|moreover|therefore|thus|earlier|later|afterwards|"
    r"another|one|in (?:addition|contrast|turn|response)|at the same time|the (?:two|former|latter|same|other))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|May \d|\d May)"
)
_CREDIT = re.compile(r"(?:\([A-Z][A-Za-z]+\))?[\s\-–—:]*")  # of an agency, or the dash behind a dateline
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
    """A sentence with what it tells; worth: what its own qualities multiply that by. facts: its words but for names."""

    source: int
    span: Span
    points: tuple[_Point, ...]
    worth: float
    roots: frozenset[str]
    facts: frozenset[str]

    def gain(self, told: set[int]) -> float:
        """The weight of what it tells that has not been told."""
        return self.worth * sum(point.weight for point in self.points if id(point) not in told)


def compose(record: Record, desk: Desk) -> tuple[Highlight, ...]:
    """The sentences story by story, the largest first, in order of date; none where nothing is told."""
    found = _sentences(list(_points(record, desk)), desk)
    chosen: list[Highlight] = []
    for title, numbers, room in _stories(record, desk):
        told = _central([sentence for number in numbers for sentence in found.get(number, ())], numbers, desk)
        picked = [_highlight(sentence, title, desk) for sentence in _picked(told, min(room, MOST - len(chosen)))]
        chosen += sorted(
            picked, key=lambda item: (item.date is None, item.date or "", item.source, item.sentence.start)
        )
    return tuple(chosen)


def _stories(record: Record, desk: Desk) -> Iterator[tuple[str | None, list[int], int]]:
    """The title of each story, its articles and how many sentences it may have, the largest first."""
    several = [story for story in record.stories if desk.numbers.keys() & set(story.articles)]
    if len(several) < 2:
        yield None, sorted(desk.numbers.values()), MOST
        return
    articles = sum(len(story.articles) for story in several)
    for story in sorted(several, key=lambda story: (-len(story.articles), story.id)):
        numbers = sorted(desk.numbers[name] for name in story.articles if name in desk.numbers)
        share = max(1, round(MOST * len(numbers) / articles))
        yield story.title, numbers, share


def _points(record: Record, desk: Desk) -> Iterator[_Point]:
    """What is told: events, utterances of several articles, and other claims that several carry."""
    carried = Carried(record.corroborations)
    dates = [article.published.date for article in desk.articles if article.published]
    first = min((days[0] for date in dates if (days := interval(date[:10]))), default=None)

    def point(spans: Iterable[Span], weight: float, **known: object) -> _Point:
        held = tuple(spans)
        claimed = [claim.independent_origins for claim in carried.take(held)]
        numbers = {number for span in held if (number := desk.article_of(span)) is not None}
        outlets = max(desk.outlets(numbers), 1)
        origins = max(claimed, default=1 if len(numbers) == 1 else outlets)
        reach = ALONE + origins - 1 + OUTLET * (outlets - 1) + TELLING * (min(len(held), TELLINGS) - 1)
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
    for claim in carried.rest():
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
        if _is_whole(span.text, words) and not _repeats_title(span, desk.articles[number - 1]):
            worth = _worth(span, words, held, named) * _place(span, number, desk)
            found[number].append(
                _Sentence(
                    source=number,
                    span=span,
                    points=held,
                    worth=worth,
                    roots=_roots(words),
                    facts=_roots(word for word in words if word.islower()),
                )
            )
    return found


def _bounds(number: int, desk: Desk) -> Iterator[Span]:
    article = desk.articles[number - 1]
    text = desk.text_of[article.document]
    for paragraph in sorted(article.body):
        for start, end in evidence.sentences(text, paragraph.start, paragraph.end):
            if found := _without_credit(paragraph.part(start, end), article):
                yield found


def _without_credit(span: Span, article: Article) -> Span | None:
    """The sentence without white space around it, and without the dateline or agency at its head."""
    place = article.dateline.span if article.dateline else None
    start = place.end if place and span.covers(place) else span.start
    credit = _CREDIT.match(span.text, start - span.start)
    start = span.start + (credit.end() if credit else 0)
    return span.part(start, span.end).trimmed() if start < span.end else None


def _central(sentences: Sequence[_Sentence], numbers: Sequence[int], desk: Desk) -> list[_Sentence]:
    """The sentences of a story, each worth as much as its words are those of the titles and first sentences."""
    heads: Counter[str] = Counter()
    for number in numbers:
        article = desk.articles[number - 1]
        head = [
            span.text for span in (*([article.title] if article.title else []), *islice(_bounds(number, desk), HEAD))
        ]
        heads.update(_roots(_WORD.findall(" ".join(head))))
    shares = [sum(heads[root] for root in sentence.roots) / len(sentence.roots) for sentence in sentences]
    best = max(shares, default=0)
    return [
        replace(sentence, worth=sentence.worth * math.sqrt(share / best))
        for sentence, share in zip(sentences, shares, strict=True)
        if share
    ]


def _roots(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(word_root, words)))


def _repeats_title(span: Span, article: Article) -> bool:
    """Whether the title runs into the sentence, as it does where a page has lost its lines."""
    return article.title is not None and " ".join(article.title.text.split()) in " ".join(span.text.split())


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
    present = list(takewhile(lambda item: item[0].start < span.end, islice(held, at, None)))
    names = {actor for _, actor in present}
    main = max(points, key=lambda point: point.weight)
    worth = 1 + NAMED * (len(main.parties & names) / len(main.parties) if main.parties else 0)
    worth += FULL * any(" " in mention.text for mention, _ in present)
    worth += PLACED * bool(main.place and main.place in span.text) + DATED * bool(_DAY.search(span.text))
    opening = span.text.lstrip("\"'“‘([")
    pronoun = _PRONOUN.search(span.text)
    unnamed = not present or (pronoun is not None and span.start + pronoun.start() < present[0][0].start)
    leans = unnamed or bool(_DEPENDENT.match(opening)) or _is_quotation(span.text)
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
        if gain <= 0 or (len(picked) >= FEWEST and gain < LEAST * picked[0].gain(set())):
            break
        picked.append(best)
        told |= {id(point) for point in best.points}
        left = [sentence for sentence in left if sentence is not best and not _same(sentence.facts, best.facts)]
    return picked


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME * max(1, min(len(one), len(other)))


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
