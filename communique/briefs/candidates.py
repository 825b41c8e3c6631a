"""The sentences with which articles begin or tell something, and how well a reader is served who sees nothing else."""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from communique.briefs import evidence
from communique.briefs.desk import NAMES, Desk
from communique.briefs.points import Point
from communique.domain import Article, Span
from communique.knowledge.vocabulary import word_root

HEAD = 2  # sentences of an article that tell, with its title, what it is about
LEAD, EARLY = 1.8, 1.2  # for a sentence of the first paragraph, and one of the first third
SHORTEST, LONG, LONGEST = 7, 30, 60  # words of a sentence
NAMED, FULL, PLACED, DATED = 0.6, 0.2, 0.1, 0.1  # what it adds that all parties are named, one in full, a place, a day
REFERRING, UNNAMED = 0.5, 0.25  # what is left to a sentence that may lean on the one before, and one without a name

WORD = re.compile(r"\w+(?:['’]\w+)?")
_DEPENDENT = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|here|there|his|her|its|their|our|my|such|both|but|and|or|so|yet|"
    r"nor|still|also|then|however|instead|meanwhile|nevertheless|moreover|therefore|thus|earlier|later|afterwards|"
    r"another|one|in (?:addition|contrast|turn|response|fact|particular)|indeed|of course|for (?:example|instance)|"
    r"as a result|at the same time|the (?:two|former|latter|same|other))\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|de|al|and)){0,6}, (?:who|which|whose)\b[^,;:]*"
)  # a clause about a name, and no sentence about it
_REFERRING = re.compile(r"[Tt]he (?:[a-z][\w’'-]*,? ){3}")
_BY_PRONOUN = re.compile(r"[\"”’],? (?:he|she|they|it) |, too, ")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|May \d|\d May)"
)
_CREDIT = re.compile(r"(?:\([A-Z][A-Za-z]+\))?[\s\-–—:]*")  # of an agency, or the dash behind a dateline
_OPENING, _CLOSING = '"“', '"”'

_Name = tuple[Span, str]  # where an actor is named


@dataclass(frozen=True, kw_only=True, eq=False)
class Sentence:
    """A sentence with what it tells; worth: what its own qualities multiply that by.

    roots: its words, as they are compared; facts: those that are no names.
    opens: whether its article begins with it; headed: what the title tells that it begins below.
    leans: whether it cannot be understood without the one before.
    introduced: the persons that it names in full; assumed: those that it names in part only.
    """

    source: int
    span: Span
    points: tuple[Point, ...]
    headed: tuple[Point, ...]
    worth: float
    roots: frozenset[str]
    facts: frozenset[str]
    opens: bool
    leans: bool
    introduced: frozenset[str]
    assumed: frozenset[str]


def sentences(points: Iterable[Point], desk: Desk) -> dict[int, list[Sentence]]:
    """The sentences of the reporting with which an article begins or in which something is told, by article."""
    told_by = tuple(points)
    heads = _headed(told_by, desk)
    bounds = {number: list(split(number, desk)) for number in range(1, len(desk.articles) + 1)}
    named = _named(desk)
    found: defaultdict[int, list[Sentence]] = defaultdict(list)
    for (number, span), told in sorted(_telling(told_by, bounds, desk).items(), key=lambda item: item[0]):
        words = WORD.findall(span.text)
        only_talked_of = told and not any(point.weight for point in told)
        if only_talked_of or not _is_whole(span.text, words) or _repeats_title(span, desk.articles[number - 1]):
            continue
        present = _present(span, named)
        whole, part = _persons(present, desk)
        found[number].append(
            Sentence(
                source=number,
                span=span,
                points=told,
                headed=heads.get(number, ()) if span == bounds[number][0] else (),
                worth=_worth(span, words, told, present) * _place(span, number, desk),
                roots=roots_of(words),
                facts=roots_of(word for word in words if word.islower()),
                opens=span == bounds[number][0],
                leans=_leans(span, present),
                introduced=whole,
                assumed=part,
            )
        )
    return found


def _telling(
    points: Iterable[Point], bounds: Mapping[int, Sequence[Span]], desk: Desk
) -> dict[tuple[int, Span], tuple[Point, ...]]:
    """The sentences with which articles begin, and those in which something is told, with what they tell."""
    telling: defaultdict[tuple[int, Span], dict[int, Point]] = defaultdict(dict)
    for number, held in bounds.items():
        telling |= {(number, span): {} for span in held[:HEAD]}
    for point in points:
        for span in point.spans:
            number = desk.article_of(span) or 0
            at = bisect_right(bounds.get(number, ()), span.start, key=lambda held: held.start) - 1
            if at >= 0 and bounds[number][at].covers(span):
                telling[number, bounds[number][at]][id(point)] = point
    return {place: tuple(told.values()) for place, told in telling.items()}


def _headed(points: Iterable[Point], desk: Desk) -> dict[int, tuple[Point, ...]]:
    """What the title of each article tells."""
    found: defaultdict[int, dict[int, Point]] = defaultdict(dict)
    for point in points:
        for span in point.spans:
            number = desk.article_of(span)
            title = desk.articles[number - 1].title if number else None
            if number and title and title.covers(span):
                found[number][id(point)] = point
    return {number: tuple(held.values()) for number, held in found.items()}


def split(number: int, desk: Desk) -> Iterator[Span]:
    """The sentences of an article, without white space around them."""
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


def roots_of(words: Iterable[str]) -> frozenset[str]:
    """The words as they are compared, without those of grammar."""
    return frozenset(filter(None, map(word_root, words)))


def _repeats_title(span: Span, article: Article) -> bool:
    """Whether the title runs into the sentence, as it does where a page has lost its lines."""
    return article.title is not None and " ".join(article.title.text.split()) in " ".join(span.text.split())


def _named(desk: Desk) -> dict[str, list[_Name]]:
    """Where actors are named, by document and in order."""
    found: defaultdict[str, list[_Name]] = defaultdict(list)
    for actor in desk.actors.values():
        for mention in actor.mentions:
            if mention.form in NAMES:
                found[mention.span.document].append((mention.span, actor.id))
    return {document: sorted(held) for document, held in found.items()}


def _is_whole(text: str, words: Sequence[str]) -> bool:
    """Whether it is a sentence of a readable length, with a stop at its end, no quotation of which is cut off."""
    ends = text.rstrip("\"'”’)]").endswith((".", "!", "?", "…"))
    cut = text.count("“") != text.count("”") or text.count('"') % 2
    whole = ends and not cut and "\n\n" not in text and not _FRAGMENT.fullmatch(text)
    return SHORTEST <= len(words) <= LONGEST and whole


def _present(span: Span, named: Mapping[str, Sequence[_Name]]) -> list[_Name]:
    held = named.get(span.document, ())
    at = bisect_right(held, span.start - 1, key=lambda item: item[0].start)
    return list(takewhile(lambda item: item[0].start < span.end, islice(held, at, None)))


def _persons(present: Iterable[_Name], desk: Desk) -> tuple[frozenset[str], frozenset[str]]:
    """The persons that are named with more than one word, and those with one."""
    persons = [(mention, name) for mention, name in present if desk.actors[name].type == "person"]
    whole = frozenset(name for mention, name in persons if " " in mention.text)
    return whole, frozenset(name for _, name in persons) - whole


def _worth(span: Span, words: Sequence[str], points: Sequence[Point], present: Sequence[_Name]) -> float:
    """By what a sentence serves a reader who sees nothing but it."""
    names = {actor for _, actor in present}
    main = max(points, key=lambda point: point.weight, default=None)
    worth = 1 + NAMED * (len(main.parties & names) / len(main.parties) if main and main.parties else 0)
    worth += FULL * any(" " in mention.text for mention, _ in present)
    worth += PLACED * bool(main and main.place and main.place in span.text) + DATED * bool(_DAY.search(span.text))
    worth *= UNNAMED if not present else REFERRING if _REFERRING.match(span.text) else 1
    return worth / math.sqrt(max(1, len(words) / LONG))


def _leans(span: Span, present: Sequence[_Name]) -> bool:
    """Whether it begins as a sentence that goes on, has a pronoun before any name, or is nothing but a quotation."""
    text = span.text
    pronoun = _PRONOUN.search(text)
    first = present[0][0].start if present else span.end
    quoted = text[0] in _OPENING and text.rstrip()[-1] in _CLOSING and text.count("“") < 2 and text.count('"') <= 2
    unbound = pronoun is not None and span.start + pronoun.start() < first
    return (
        quoted
        or unbound
        or _BY_PRONOUN.search(text) is not None
        or _DEPENDENT.match(text.lstrip("\"'“‘([")) is not None
    )


def _place(span: Span, number: int, desk: Desk) -> float:
    """What the place in its article adds to a sentence: news comes first."""
    body = sorted(desk.articles[number - 1].body)
    text = desk.text_of[span.document]
    before = span.start - body[0].start
    total = body[-1].end - body[0].start
    if "\n" not in text[body[0].start : span.start].strip() and 3 * before <= total:
        return LEAD
    return EARLY if 3 * before <= total else 1.0
