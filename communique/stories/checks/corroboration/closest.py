"""Claims by closeness: of two articles, the sentences each of which is the closest to the other that its page has.

How close two passages are is a sum over what they share; its weights are a logistic regression's over 7,000 pairs of
passages of nine stories, in which people marked the same claims. That nothing else on either page is closer tells as
much as the sum does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from communique.domain import Clause, Reading, Record, Span
from communique.domain.times import DAY
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import Speech, longest, names_of, negated
from communique.stories.passages import Entry, Pile, Spots, Weights, alike, extents, roots, sentences_of
from communique.stories.scenes import DATES

COMMON, RAREST = 2, 20  # words that two sentences share before they are compared, among so many of the rarest
LEAST = 1.0  # weight of the words that two passages share before they are compared
ALIKE = 0.6  # the parts of the weight of either that they are, together
WORDS = 2  # that they share, names apart
FEWEST = 4  # words that a passage has, those of grammar apart
CLOSE = -0.25  # from which sum on two passages make one claim
ROUGH = frozenset({"dozen", "hundred", "thousand"})  # dozens, hundreds: numbers too
MOST = 4  # of the weight and of the words that tells
BIAS = -3.0
FACTORS = {
    "weight of the words that both have": 0.8,
    "its part of the weight of the lighter": 1.1,
    "its part of the weight of the heavier": 0.3,
    "weight of those that are no names": 0.9,
    "number of those": -0.6,
    "same number": 0.8,
    "same speaker": 0.6,
}
"""How much a pair is a claim for what it shares: a logistic regression's, fitted as docs/architecture.md tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, a title, reported words or a clause with what it is compared by.

    weight: that of its roots. asserted: whether it is a clause that tells what is so. said: whether it holds words
    that someone says, and more. days: those that it tells of. said_by: whoever says it, as far as that is told.
    """

    article: str
    span: Span
    roots: tuple[str, ...]
    weight: float
    numbers: frozenset[str]
    asserted: bool | None
    said: bool
    days: frozenset[str]
    verbs: frozenset[str]
    said_by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two passages of different articles, how close they are, and how much of the longer one both have.

    tight: nothing where one says who says it.
    """

    close: float
    tight: float
    one: Span
    other: Span


def close(record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places) -> Iterator[Claim]:
    """What the closest passages of every two articles have in common."""
    reader = _Reader(record, readings, pile)
    entries = [
        Entry(passages, passages[0].roots, article, places.articles[article].story)
        for article in places.articles
        for passages in reader.sentences(article)
    ]
    names = names_of(record)
    found: dict[tuple[str, str], list[list[Pair]]] = defaultdict(list)
    for ours, theirs in alike(entries, pile.weights, COMMON, RAREST):
        if not places.one_origin(ours[0].span, theirs[0].span):
            pairs = [pair for pair in _pairs(ours, theirs, pile.weights, names) if pair.close >= CLOSE]
            if pairs:
                found[ours[0].article, theirs[0].article].append(pairs)
    pairs = [pair for sentences in found.values() for pair in _closest(sentences)]
    speech = Speech(record)
    return (Claim(text=speech.claim(spans), support=tuple(spans)) for spans in _grouped(pairs))


def _pairs(
    ours: Sequence[Passage], theirs: Sequence[Passage], weights: Weights, names: AbstractSet[str]
) -> Iterator[Pair]:
    """The passages of two sentences with how close they are."""
    for one in ours:
        for other in theirs:
            told = features(one, other, weights, names)
            if told is not None:
                closeness = BIAS + sum(f * w for f, w in zip(told, FACTORS.values(), strict=True))
                tight = 0.0 if one.said or other.said else told[0] * told[2]
                yield Pair(close=closeness, tight=tight, one=one.span, other=other.span)


def _closest(sentences: Iterable[Sequence[Pair]]) -> Iterator[Pair]:
    """The pairs of the closest sentences of two articles, none of which has a word of another.

    Of one sentence those passages first that have most in common for their length.
    """
    taken: tuple[list[Span], list[Span]] = [], []
    for pairs in sorted(sentences, key=lambda pairs: -max(pair.close for pair in pairs)):
        for pair in sorted(pairs, key=lambda pair: (-pair.tight, -pair.close, pair.one, pair.other)):
            spans = pair.one, pair.other
            if not any(span.overlaps(s) for span, side in zip(spans, taken, strict=True) for s in side):
                yield pair
                for span, side in zip(spans, taken, strict=True):
                    side.append(span)


def _grouped(pairs: Iterable[Pair]) -> Iterator[list[Span]]:
    """Passages that tell one thing: the closest first; of pages that both have, most passages are close."""
    ordered = sorted(pairs, key=lambda pair: (-pair.close, pair.one, pair.other))
    linked = Spots(link for pair in ordered for link in ((pair.one, pair.other), (pair.other, pair.one)))
    group: dict[Span, list[Span]] = {}
    for pair in ordered:
        one, other = (group.setdefault(span, [span]) for span in (pair.one, pair.other))
        across = [_linked(a, b, linked) for a in one for b in other if a.document != b.document]
        apart = {span.document for span in one}.isdisjoint(span.document for span in other)
        if one is not other and (apart or 2 * sum(across) > len(across)):
            one += other
            group.update(dict.fromkeys(other, one))
    return (longest(members) for members in {id(m): m for m in group.values()}.values() if len(members) > 1)


def _linked(one: Span, other: Span, linked: Spots[Span]) -> bool:
    """Whether a part of one passage goes with a part of the other."""
    return any(span.overlaps(other) for _, span in linked.overlapping(one))


def features(one: Passage, other: Passage, weights: Weights, names: AbstractSet[str]) -> tuple[float, ...] | None:
    """What two passages share, in the order of FACTORS; None where they tell different things."""
    counted, said = _agree(one.numbers, other.numbers), _agree(one.said_by, other.said_by)
    if -1 in {_agree(one.days, other.days), counted, said} or {one.asserted, other.asserted} == {True, False}:
        return None
    same = set(one.roots) & set(other.roots) - names
    if len(same) < WORDS - counted or negated(one.roots, other.roots):
        return None
    both = shared(one.roots, other.roots, weights)
    less, more = sorted((one.weight, other.weight))
    if both < LEAST or both / less + both / more < ALIKE:
        return None
    told = bool(counted or same & (one.verbs | other.verbs))
    if not told and _one_run(one.roots, other.roots) and _one_run(other.roots, one.roots):
        return None
    without_names, words = min(weights.total(same), MOST), min(len(same), MOST)
    return min(both, MOST), both / less, both / more, without_names, words, counted, said


def _one_run(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that the others have too are few and stand side by side, as those of a noun phrase do."""
    at = [number for number, root in enumerate(ours) if root in theirs]
    return at[-1] - at[0] < len(at) < FEWEST


def _agree(ours: AbstractSet[str], theirs: AbstractSet[str]) -> int:
    """1 where both tell the same, -1 where they tell nothing but different things, 0 where one tells nothing."""
    return 0 if not ours or not theirs else 1 if ours & theirs else -1


def _tells_enough(passage: Passage, reading: Reading | None) -> bool:
    """Whether a passage has words enough, and a verb, a number or a speaker, unless no verb of its article is known."""
    parsed = reading is not None and bool(reading.clauses)
    tells = passage.verbs or passage.numbers or passage.said_by or not parsed
    return len(passage.roots) - len(passage.days) >= FEWEST and bool(tells)


class _Reader:
    """Reads the passages of articles that can make a claim."""

    def __init__(self, record: Record, readings: Mapping[str, Reading], pile: Pile) -> None:
        self._pile = pile
        self._readings = readings
        self._speech = Speech(record)
        self._articles = {article.id: article for article in record.articles}
        self._cues = Spots((said.cue, said.id) for said in record.statements if said.cue is not None)
        self._said = Spots((content, said.id) for said in record.statements for content in said.content)

        times = (time for reading in readings.values() for time in reading.times if time.type in DATES)
        named = ((time.span, (time.value or "").partition("T")[0]) for time in times)
        self._named = Spots((span, day) for span, day in named if len(day) == DAY)
        dated = ((span, event.date or "") for event in record.events for span in event.mentions)
        self._dated = Spots((span, day) for span, day in dated if len(day) == DAY)

    def sentences(self, article: str) -> Iterator[list[Passage]]:
        """The passages of each sentence, itself first."""
        reading = self._readings.get(article)
        clauses = Spots((span, clause) for clause, span in extents(reading)) if reading else Spots(())
        for sentence in sentences_of(self._articles[article], reading):
            said = [content for content, _ in self._said.overlapping(sentence) if sentence.covers(content)]
            told = [
                span for span, clause in clauses.overlapping(sentence) if sentence.covers(span) and self._tells(clause)
            ]
            found = [self._passage(span, article, clauses) for span in dict.fromkeys((sentence, *told, *said))]
            passages = [passage for passage in found if _tells_enough(passage, reading)]
            if passages:
                yield passages

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause does more than say who says something."""
        return not any(True for _ in self._cues.overlapping(clause.verb))

    def _passage(self, span: Span, article: str, clauses: Spots[Clause]) -> Passage:
        words = roots(self._pile.words([span]))
        named = sorted({day for _, day in self._named.overlapping(span)})
        verbs = [clause.verb for _, clause in clauses.overlapping(span) if span.covers(clause.verb)]
        return Passage(
            article=article,
            span=span,
            roots=(*words, *named),
            weight=self._pile.weights.total((*words, *named)),
            numbers=frozenset(root for root in words if root.isdigit() or root in ROUGH),
            asserted=next((clause.asserted for place, clause in clauses.overlapping(span) if place == span), None),
            said=any(span.covers(content) and span != content for content, _ in self._said.overlapping(span)),
            days=frozenset([*named, *(day for _, day in self._dated.overlapping(span))]),
            verbs=frozenset(roots(self._pile.words(verbs))),
            said_by=frozenset(self._speech.all_speakers(span)),
        )
