"""Claims by closeness: of two articles, the passages each of which is the closest to the other that its page has.

Which sentences are likely to be, the words that they share tell; how close they are, the network that compares them.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, pairwise, product
from statistics import fmean
from typing import NamedTuple

from communique.domain import AUTHORITIES, Clause, Reading, Record, Span
from communique.domain.times import DAY, may_meet
from communique.knowledge.calendar import MONTHS, WEEKDAYS
from communique.knowledge.vocabulary import word_root
from communique.models import ClaimModel
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import DENIALS, Speech, names_of, negated
from communique.stories.checks.corroboration.stars import Bounds, Link, stars
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.days import Times
from communique.stories.passages import NEGATION, Entry, Pile, Spots, Weights, alike, extents, roots, sentences_of
from communique.stories.scenes import DATES

COMMON, RAREST = 2, 20  # words that two sentences share before they are compared, among so many of the rarest
LEAST = 1.0  # weight of the words that two passages share before they are compared
ALIKE = 0.6  # the parts of the weight of either that they are, together, or else whole sentences are compared
AGREEING = 0.5  # part of the chance that two passages tell one fact that they tell it the same way
PHRASE = 4  # words from which on what both have is more than one noun phrase
FEWEST = 4  # words that a passage has, those of grammar apart; a number counts for two
BOUNDS = Bounds(makes=-0.9, joins=-1.2)  # how close two passages are
SURE = 0.5  # from which on they do even where another passage of either page is closer
SAYING = 0.5  # times as alike two passages are of which one tells who says it too
TOLD = 0.1  # part of the weight of a claim's words that each of its passages has
ROUGH = frozenset({"dozen", "hundred", "thousand"})  # dozens, hundreds: numbers too
BEFORE = 1  # words in front of what two passages share in which one denies it
_WHEN = frozenset(filter(None, (word_root(name.casefold()) for name, *_ in (*MONTHS, *WEEKDAYS))))
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|[Mm]e)\b")
EACH = 12  # pairs of sentences that the network is asked about for each article
CLEAR = 0.0  # how likely two sentences make a claim by their words, from which on it is not asked
MOST = 8.0  # of the weight of shared words that tells
LITTLE = 0.003  # of the words of two sentences: so much they always share
UNSURE = 0.01  # of the network's chances
WORDS = (-0.7, 0.9, 0.8)  # constant, logarithm of the part of their words that two sentences share, weight of these
WITH_NETWORK = (-2.9, 0.75, 0.2, 0.4)  # constant, weight of shared words, odds that both tell one fact, and the same
"""How likely two sentences make a claim: logarithms of odds, by regressions fitted as docs/architecture.md tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, a title, reported words or a clause with what it is compared by.

    weight: that of its roots. asserted: whether it is a clause that tells what is so. said: whether it holds words
    that someone says, and more. days: those that it tells of. dates: the
    same, and months and years. said_by: whoever says it, as far as that is told.
    counts: how many it says were killed, injured and so on. denied: whether it is what someone denies.
    own: whether who says it speaks of himself.
    """

    article: str
    span: Span
    roots: tuple[str, ...]
    weight: float
    numbers: frozenset[str]
    asserted: bool | None
    said: bool
    days: frozenset[str]
    dates: frozenset[str]
    verbs: frozenset[str]
    said_by: frozenset[str]
    counts: Mapping[str, AbstractSet[float | None]]
    denied: bool
    own: bool


class _Near(NamedTuple):
    """Two sentences that share words. likely: how likely they make a claim, by these. shared: what these weigh."""

    likely: float
    shared: float
    ours: Sequence[Passage]
    theirs: Sequence[Passage]


def close(
    record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places, wording: Wording
) -> Iterator[Claim]:
    """What the closest passages of every two articles have in common."""
    reader = _Reader(record, readings, pile)
    entries = [
        Entry(passages, passages[0].roots, article, places.articles[article].story)
        for article in places.articles
        for passages in reader.sentences(article)
    ]
    times = Times.of(record, readings)
    near = [
        _near(ours, theirs, pile.weights)
        for ours, theirs in alike(entries, pile.weights, COMMON, RAREST)
        if not (places.one_origin(ours[0].span, theirs[0].span) or times.apart(ours[0].article, theirs[0].article))
    ]
    near.sort(key=lambda pair: (-pair.likely, pair.ours[0].span, pair.theirs[0].span))
    pairs = _closest(_compared(near, pile, names_of(record), EACH * len(places.articles)))
    for spans in stars(pairs, BOUNDS, pile):
        text, backing = wording.backed(spans, TOLD)
        if len({span.document for span in backing}) > 1:
            yield Claim(text=text, support=tuple(backing))


def _near(ours: Sequence[Passage], theirs: Sequence[Passage], weights: Weights) -> _Near:
    """Two sentences with how likely they make a claim by the words that they share."""
    both = shared(ours[0].roots, theirs[0].roots, weights)
    part = both**2 / (ours[0].weight * theirs[0].weight or 1.0)
    constant, of_part, of_both = WORDS
    return _Near(constant + of_part * math.log(part + LITTLE) + of_both * min(both, MOST), both, ours, theirs)


def _compared(near: Iterable[_Near], pile: Pile, names: AbstractSet[str], most: int) -> Iterator[Link]:
    """How close the passages of so many pairs of sentences are, by the network where their words leave it open."""
    fits = ((pair, passages) for pair in near if (passages := _fitting(pair, pile.weights)) is not None)
    likely = list(islice(fits, most))
    asked = []
    for pair, (one, other) in likely:
        in_doubt = pile.model is not None and NEGATION in {*one.roots, *other.roots}
        if pair.likely >= CLEAR and not in_doubt and _tell_alike(one, other, pile.weights, names):
            yield Link(pair.likely, one.span, other.span)
        else:
            asked.append((pair, (one, other)))
    if pile.model is not None:
        yield from _told_alike(asked, pile.model)


def _told_alike(asked: Sequence[tuple[_Near, tuple[Passage, Passage]]], model: ClaimModel) -> Iterator[Link]:
    """How close passages are by the network, and where that is in doubt by their sentences too."""
    told = model.of_one_fact([(one.span.text, other.span.text) for _, (one, other) in asked])
    for (pair, (one, other)), (one_fact, same) in zip(asked, told.tolist(), strict=True):
        if same < AGREEING * one_fact:
            continue
        close = _closeness(pair.shared, [(one_fact, same)])
        whole = pair.ours[0].span, pair.theirs[0].span
        if BOUNDS.joins <= close < SURE and whole != (one.span, other.span):
            again = model.of_one_fact([(whole[0].text, whole[1].text)]).tolist()
            close = _closeness(pair.shared, [(one_fact, same), *again])
        yield Link(close, one.span, other.span)


def _closeness(weight: float, told: Sequence[Sequence[float]]) -> float:
    """By the weight of the shared words, and the chances of one fact and of the same, each on average."""
    constant, of_both, of_one, of_same = WITH_NETWORK
    one_fact, same = (fmean(map(_odds, chances)) for chances in zip(*told, strict=True))
    return constant + of_both * min(weight, MOST) + of_one * one_fact + of_same * same


def _fitting(pair: _Near, weights: Weights) -> tuple[Passage, Passage] | None:
    """The passages of two sentences that are the most alike; none where all tell different things."""
    fits = [(one, other) for one, other in product(pair.ours, pair.theirs) if not _apart(one, other)]
    return max(fits, key=lambda passages: _likeness(passages[0], passages[1], weights), default=None)


def _tell_alike(one: Passage, other: Passage, weights: Weights, names: AbstractSet[str]) -> bool:
    """Whether what two passages share is most of either, and more than names, a day and a noun phrase."""
    same = set(one.roots) & set(other.roots) - names - one.days - _WHEN
    enough, _ = _likeness(one, other, weights)
    verb = _counts(one) & _counts(other) or same & (one.verbs | other.verbs)
    return enough and bool(same) and bool(verb or not _one_run(one.roots, other.roots, same))


def _counts(passage: Passage) -> frozenset[tuple[str, str]]:
    """The numbers of a passage, each with the word behind it, which tells what it counts."""
    return frozenset(pair for pair in pairwise((*passage.roots, "")) if pair[0] in passage.numbers)


def _one_run(ours: Sequence[str], theirs: Sequence[str], same: AbstractSet[str]) -> bool:
    """Whether words that both have are few and stand side by side, as those of a noun phrase do."""
    runs = ([at for at, root in enumerate(words) if root in same] for words in (ours, theirs))
    return all(at[-1] - at[0] < len(at) < PHRASE for at in runs)


def _likeness(one: Passage, other: Passage, weights: Weights) -> tuple[bool, float]:
    """How much two passages are alike: first those that share enough of their words, then the rest.

    Words that someone says are a passage without him.
    """
    both = shared(one.roots, other.roots, weights)
    less, more = sorted((one.weight or 1.0, other.weight or 1.0))
    alike_ = both**2 / math.sqrt(less * more) * (SAYING if one.said or other.said else 1.0)
    return both >= LEAST and both / less + both / more >= ALIKE, alike_


def _odds(chance: float) -> float:
    """The logarithm of the odds of a chance, none of which is taken for sure."""
    return math.log(max(chance, UNSURE) / max(1 - chance, UNSURE))


def _closest(links: Iterable[Link]) -> Iterator[Link]:
    """The pairs of passages neither of which is closer to another of the two articles, and those surely close."""
    taken: Spots[str] = Spots(())
    for link in sorted(links, key=lambda link: (-link.close, link.one, link.other)):
        if link.close < BOUNDS.joins:
            return
        ends = (link.one, link.other.document), (link.other, link.one.document)
        beside = any(to == of for span, of in ends for _, to in taken.overlapping(span))
        if not beside or link.close >= SURE:
            yield link
            for span, of in ends:
                taken.add(span, of)


def _apart(one: Passage, other: Passage) -> bool:
    """Whether two passages tell different things: of other days, other numbers, one yes and the other no."""
    if any(one.counts[of].isdisjoint(other.counts[of]) for of in one.counts.keys() & other.counts.keys()):
        return True
    if one.dates and other.dates and not any(may_meet(a, b) for a in one.dates for b in other.dates):
        return True
    spoken = one.said_by and other.said_by and not one.said_by & other.said_by
    if (one.numbers and other.numbers and not one.numbers & other.numbers) or (spoken and (one.own or other.own)):
        return True
    opposed = _opposed(one, other) != (one.denied != other.denied)
    return opposed or {one.asserted, other.asserted} == {True, False}


def _opposed(one: Passage, other: Passage) -> bool:
    """Whether one says no where the other says yes, in the stretch of either that holds what both have."""
    both = set(one.roots) & set(other.roots) - {NEGATION}

    def stretch(passage: Passage) -> Sequence[str]:
        at = [place for place, root in enumerate(passage.roots) if root in both]
        held = passage.roots[max(0, at[0] - BEFORE) : at[-1] + 1] if at else passage.roots
        return [NEGATION if root in DENIALS and not passage.denied else root for root in held]

    return negated(stretch(one), stretch(other))


def _tells_enough(passage: Passage, reading: Reading | None) -> bool:
    """Whether a passage has words enough, and a verb or a speaker, unless no verb of its article is known."""
    parsed = reading is not None and bool(reading.clauses)
    tells = passage.verbs or passage.said_by or not parsed
    return len(passage.roots) - len(passage.days) + bool(passage.numbers) >= FEWEST and bool(tells)


class _Reader:
    """Reads the passages of articles that can make a claim."""

    def __init__(self, record: Record, readings: Mapping[str, Reading], pile: Pile) -> None:
        self._pile = pile
        self._readings = readings
        self._speech = Speech(record)
        spoken_for = (a for a in record.actors if a.country and (a.type in AUTHORITIES or a.sector == "GOV"))
        self._states = {actor.id: actor.country for actor in spoken_for if actor.country}
        self._articles = {article.id: article for article in record.articles}
        self._cues = Spots((said.cue, said.id) for said in record.statements if said.cue is not None)
        self._said = Spots((content, said.id) for said in record.statements for content in said.content)
        furniture = (furniture for article in record.articles for furniture in article.furniture)
        self._captions = Spots((f.span, f.kind) for f in furniture if f.kind == "caption")

        times = (time for reading in readings.values() for time in reading.times if time.type in DATES)
        named = ((time.span, (time.value or "").partition("T")[0]) for time in times)
        self._named = Spots((span, day) for span, day in named if len(day) == DAY)
        dated = [(span, event.date or "") for event in record.events for span in event.mentions]
        counted = (quantity for reading in readings.values() for quantity in reading.quantities if quantity.fate)
        self._counted = Spots((quantity.span, quantity) for quantity in counted)
        self._dated = Spots((span, date) for span, date in dated if date)

    def sentences(self, article: str) -> Iterator[list[Passage]]:
        """The passages of each sentence, itself first; a caption, which tells what a picture shows, as a whole only."""
        reading = self._readings.get(article)
        clauses = Spots((span, clause) for clause, span in extents(reading)) if reading else Spots(())
        for sentence in sentences_of(self._articles[article], reading):
            said = [content for content, _ in self._said.overlapping(sentence) if sentence.covers(content)]
            told = [
                span for span, clause in clauses.overlapping(sentence) if sentence.covers(span) and self._tells(clause)
            ]
            parts = () if any(True for _ in self._captions.overlapping(sentence)) else (*told, *said)
            found = [self._passage(span, article, clauses) for span in dict.fromkeys((sentence, *parts))]
            passages = [passage for passage in found if _tells_enough(passage, reading)]
            if passages:
                yield passages

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause does more than say who says something."""
        return not any(True for _ in self._cues.overlapping(clause.verb))

    def _passage(self, span: Span, article: str, clauses: Spots[Clause]) -> Passage:
        words = roots(self._pile.words([span]))
        named = sorted({day for _, day in self._named.overlapping(span)})
        dates = [date for _, date in self._dated.overlapping(span)]
        said_by = self._sides(self._speech.all_speakers(span))
        verbs = [clause.verb for _, clause in clauses.overlapping(span) if span.covers(clause.verb)]
        return Passage(
            article=article,
            span=span,
            roots=(*words, *named),
            weight=self._pile.weights.total((*words, *named)),
            numbers=frozenset(root for root in words if root.isdigit() or root in ROUGH),
            asserted=next((clause.asserted for place, clause in clauses.overlapping(span) if place == span), None),
            said=any(span.covers(content) and span != content for content, _ in self._said.overlapping(span)),
            days=frozenset([*named, *(date for date in dates if len(date) == DAY)]),
            dates=frozenset([*named, *(() if said_by else dates)]),
            verbs=frozenset(roots(self._pile.words(verbs))),
            said_by=said_by,
            counts=self._counts(span),
            own=_OWN.search(span.text) is not None,
            denied=self._speech.denied(span),
        )

    def _sides(self, speakers: AbstractSet[str]) -> frozenset[str]:
        """Those who speak, with the states that they can speak for."""
        return frozenset(speakers) | {self._states[speaker] for speaker in speakers if speaker in self._states}

    def _counts(self, span: Span) -> dict[str, set[float | None]]:
        """The numbers of a passage by the fate of those whom they count."""
        found: dict[str, set[float | None]] = defaultdict(set)
        for place, quantity in self._counted.overlapping(span):
            if span.covers(place) and quantity.fate:
                found[quantity.fate].add(quantity.low if quantity.low is not None else quantity.high)
        return found
