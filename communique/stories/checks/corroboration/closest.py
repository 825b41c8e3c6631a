"""Claims by closeness: of two articles, the passages each of which is the closest to the other that its page has.

How close two passages are is a sum over what they and their sentences share; its weights are a logistic regression's
over 3,600 pairs of passages of fourteen stories, in which people marked the same claims.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from communique.domain import AUTHORITIES, Clause, Reading, Record, Span
from communique.domain.times import DAY, may_meet
from communique.stories.alignment import in_order, shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import DENIALS, Speech, names_of, negated
from communique.stories.checks.corroboration.stars import Bounds, Link, stars
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.days import Times
from communique.stories.passages import NEGATION, Entry, Pile, Spots, Weights, alike, extents, roots, sentences_of
from communique.stories.scenes import DATES

COMMON, RAREST = 2, 20  # words that two sentences share before they are compared, among so many of the rarest
LEAST = 1.0  # weight of the words that two passages share before they are compared
ALIKE = 0.6  # the parts of the weight of either that they are, together
FEWEST = 4  # words that a passage has, those of grammar apart; a number counts for two
PHRASE = 4  # words from which on what both have is more than one noun phrase
BOUNDS = Bounds(makes=0.0, joins=-0.3)  # sums of FACTORS
SURE = 1.5  # from which on they do even where another passage of either page is closer
SAYING = 0.1  # off where one tells who says it too, as the words alone are a passage
TOLD = 0.1  # part of the weight of a claim's words that each of its passages has
ROUGH = frozenset({"dozen", "hundred", "thousand"})  # dozens, hundreds: numbers too
BEFORE = 1  # words in front of what two passages share in which one denies it
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|[Mm]e)\b")
MOST = 4  # of the weight and of the words that tells
ASKED = -2.5  # sums of FACTORS from which on the network is asked
OPEN = 0.5  # that at which most hangs on what it says
EACH = 2  # pairs of sentences that it is asked about for each article
UNSURE = 0.01  # of its chances
BIAS = -5.5
FACTORS = {
    "their part of the weight of the lighter": 1.4,
    "their part of the weight of the heavier": 1.2,
    "their part that stands in one order": 1.4,
    "weight of those that are no names": 0.9,
    "number of those": -0.5,
    "whether that is one and no number": -0.5,
    "same number": 1.2,
    "same speaker": 1.0,
    "same day": -1.4,
    "part that the two sentences share of the lighter": 2.8,
    "weight of what the two sentences share": 0.75,
}
"""How much a pair is a claim for what it shares: a logistic regression's, fitted as docs/architecture.md tells.

That both tell one day counts against them: it is of the weight that they share, and much happens on a day.
"""

NETWORK = (-1.2, 0.7, 0.67)
"""What the sum of FACTORS becomes with the network's odds that both tell one fact: a logistic regression's."""


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
    names, times = names_of(record), Times.of(record, readings)
    found: dict[tuple[str, str], list[list[Link]]] = defaultdict(list)
    for ours, theirs in alike(entries, pile.weights, COMMON, RAREST):
        if not (places.one_origin(ours[0].span, theirs[0].span) or times.apart(ours[0].article, theirs[0].article)):
            near = list(_pairs(ours, theirs, pile.weights, names))
            if near and max(near).close >= ASKED:
                found[ours[0].article, theirs[0].article].append(near)
    pairs = [pair for sentences in _compared(found, pile, EACH * len(places.articles)) for pair in _closest(sentences)]
    for spans in stars(pairs, BOUNDS, pile):
        text, backing = wording.backed(spans, TOLD)
        if len({span.document for span in backing}) > 1:
            yield Claim(text=text, support=tuple(backing))


def _compared(
    found: Mapping[tuple[str, str], Sequence[Sequence[Link]]], pile: Pile, most: int
) -> Iterator[list[Sequence[Link]]]:
    """The passages of every two articles that are close, by the network too, where there is one, by their sentences."""
    odds: dict[Link, float] = {}
    if pile.model is not None:
        closest = (max(near) for sentences in found.values() for near in sentences)
        asked = sorted(closest, key=lambda link: (abs(link.close - OPEN), link))[:most]
        chances = pile.model.of_one_fact([(link.one.text, link.other.text) for link in asked])
        odds = {link: _odds(chance) for link, chance in zip(asked, chances, strict=True)}
    for sentences in found.values():
        moved = ([_moved(link, odds.get(max(near))) for link in near] for near in sentences)
        close = ([link for link in links if link.close >= BOUNDS.joins] for links in moved)
        yield [links for links in close if links]


def _odds(chance: float) -> float:
    """The logarithm of the odds of a chance, none of which is taken for sure."""
    return math.log(max(chance, UNSURE) / max(1 - chance, UNSURE))


def _moved(link: Link, odds: float | None) -> Link:
    """How close two passages are by their words and by the odds that they are of one fact, where these are known."""
    constant, words, network = NETWORK
    return link if odds is None else link._replace(close=constant + words * link.close + network * odds)


def _pairs(
    ours: Sequence[Passage], theirs: Sequence[Passage], weights: Weights, names: AbstractSet[str]
) -> Iterator[Link]:
    """The passages of two sentences with how close they are."""
    both = shared(ours[0].roots, theirs[0].roots, weights)
    sentences = both / min(ours[0].weight, theirs[0].weight), min(both, MOST)
    for one in ours:
        for other in theirs:
            told = features(one, other, weights, names)
            if told is not None:
                closeness = BIAS + sum(f * w for f, w in zip((*told, *sentences), FACTORS.values(), strict=True))
                yield Link(closeness - SAYING * (one.said or other.said), one.span, other.span)


def _closest(sentences: Iterable[Sequence[Link]]) -> Iterator[Link]:
    """The pairs of sentences of two articles neither of which is closer to another, and those that surely are close."""
    taken: set[Span] = set()
    for pairs in sorted(sentences, key=lambda pairs: -max(pair.close for pair in pairs)):
        wide = {max(spans, key=lambda s: len(s.text)) for spans in ([p.one for p in pairs], [p.other for p in pairs])}
        beside = any(span.overlaps(other) for span in wide for other in taken)
        kept = [pair for pair in pairs if not beside or pair.close >= SURE]
        yield from kept
        taken.update(wide if kept else ())


def features(one: Passage, other: Passage, weights: Weights, names: AbstractSet[str]) -> tuple[float, ...] | None:
    """What two passages share, in the order of FACTORS; None where they tell different things."""
    both = shared(one.roots, other.roots, weights)
    if any(one.counts[of].isdisjoint(other.counts[of]) for of in one.counts.keys() & other.counts.keys()):
        return None
    counted, said, day = (
        _agree(ours, theirs)
        for ours, theirs in ((one.numbers, other.numbers), (one.said_by, other.said_by), (one.days, other.days))
    )
    apart = one.dates and other.dates and not any(may_meet(a, b) for a in one.dates for b in other.dates)
    if both < LEAST or apart or counted < 0 or (said < 0 and (one.own or other.own)):
        return None
    opposed = _opposed(one, other) != (one.denied != other.denied)
    if opposed or {one.asserted, other.asserted} == {True, False}:
        return None
    less, more = sorted((one.weight, other.weight))
    same = set(one.roots) & set(other.roots) - names
    if both / less + both / more < ALIKE or not same:
        return None
    ordered = in_order(one.roots, other.roots, weights) / both
    without_names, words = min(weights.total(same), MOST), min(len(same), MOST)
    alone = words == 1 and not counted
    if not (counted or same & (one.verbs | other.verbs)) and _one_run(one.roots, other.roots):
        return None
    return both / less, both / more, ordered, without_names, words, alone, counted, said, day


def _opposed(one: Passage, other: Passage) -> bool:
    """Whether one says no where the other says yes, in the stretch of either that holds what both have."""
    both = set(one.roots) & set(other.roots) - {NEGATION}

    def stretch(passage: Passage) -> Sequence[str]:
        at = [place for place, root in enumerate(passage.roots) if root in both]
        held = passage.roots[max(0, at[0] - BEFORE) : at[-1] + 1] if at else passage.roots
        return [NEGATION if root in DENIALS and not passage.denied else root for root in held]

    return negated(stretch(one), stretch(other))


def _one_run(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that both have are few and stand side by side, as those of a noun phrase do."""
    both = set(ours) & set(theirs)
    runs = ([at for at, root in enumerate(words) if root in both] for words in (ours, theirs))
    return all(at[-1] - at[0] < len(at) < PHRASE for at in runs)


def _agree(ours: AbstractSet[str], theirs: AbstractSet[str]) -> int:
    """1 where both tell the same, -1 where they tell nothing but different things, 0 where one tells nothing."""
    return 0 if not ours or not theirs else 1 if ours & theirs else -1


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
