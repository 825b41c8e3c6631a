"""Claims by the words: passages of sentences that share most of theirs, whatever they tell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from communique.domain import Reading, Record, Span
from communique.knowledge.vocabulary import word_root
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places, attributed
from communique.stories.passages import NEGATION, Entry, Pile, Spots, Weights, Word, alike, extents, roots

ALIKE, ALIKE_SHARE = 1.9, 0.55  # the weight of the words that two passages of a claim share, and its part of either
FACTS = 1.0  # what of it must be other words than names and titles, which tell nothing by themselves
WORDS, NAMELESS = 4, 5  # different words that they share, with and without a name among them
OTHER = 0.6  # of its weight is what a word costs a passage that the other does not have
GRAMMAR = 0.2  # what a word of grammar costs it
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|met|"
    r"told|made|took|found|sent|held|[a-z]{2,}(?:ed|ing)|to [a-z]{3,})\b"
)
MUCH = 1.6  # times the length of a passage may be that of its clause
_POST = re.compile(r"@\w|://|#\w")
COMMON = 2  # rare words that two sentences share before they are compared


def told(record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places) -> Iterator[Claim]:
    """Facts of other kinds: passages of sentences that share most of their words, up to the ends of their clauses."""
    clauses = Spots((span, span) for reading in readings.values() for _, span in extents(reading))
    sentences = [
        Entry(words, roots(words), article, places.articles[article].story)
        for article, found in pile.sentences.items()
        for words in found
    ]
    speech = Speech(record)
    names = names_of(record)
    pairs = []
    for a, b in alike(sentences, pile.weights, COMMON):
        found = common(a, b, pile.weights, names)
        if found and _tell(found, (a, b)) and not places.one_origin(*found) and speech.agree(*found):
            pairs.append((_whole(found[0], clauses), _whole(found[1], clauses)))
    return (Claim(text=speech.claim(spans), support=tuple(spans)) for spans in clustered(pairs))


def _whole(passage: Span, clauses: Spots[Span]) -> Span:
    """The narrowest clause that holds a passage and not much else, otherwise the passage."""
    holding = [span for _, span in clauses.overlapping(passage) if span.covers(passage)]
    least = min(holding, key=lambda span: len(span.text), default=passage)
    return least if len(least.text) <= MUCH * len(passage.text) else passage


def _tell(passages: Sequence[Span], sentences: Sequence[Sequence[Word]]) -> bool:
    """Whether two passages tell something: they have verbs, or most of their sentences; a post on a page does not."""
    if any(_POST.search(span.text) for span in passages):
        return False
    whole = all(
        2 * len(span.text) >= words[-1].end - words[0].start for span, words in zip(passages, sentences, strict=True)
    )
    return whole or all(_VERB.search(span.text) for span in passages)


def names_of(record: Record) -> frozenset[str]:
    """What those who have a name are compared by, and the words of their offices."""
    titles = (word for actor in record.actors for role in actor.roles for word in role.title.split())
    named = (actor.id for actor in record.actors if any(mention.form == "named" for mention in actor.mentions))
    return frozenset([*named, *filter(None, map(word_root, titles))])


class Speech:
    """Who says what stands somewhere."""

    def __init__(self, record: Record) -> None:
        self._names = {actor.id: actor.name for actor in record.actors}
        self._said = Spots((span, statement) for statement in record.statements for span in statement.content)

    def speakers(self, span: Span) -> tuple[str, ...]:
        """The speakers of the narrowest statement that holds the better part of a passage."""
        return min(self._holding(span), default=(0, ()))[1]

    def _holding(self, span: Span) -> list[tuple[int, tuple[str, ...]]]:
        """How long each statement is that holds the better part of a passage, and its speakers."""
        return [
            (place.end - place.start, statement.speakers)
            for place, statement in self._said.overlapping(span)
            if 2 * (min(place.end, span.end) - max(place.start, span.start)) >= span.end - span.start
        ]

    def agree(self, a: Span, b: Span) -> bool:
        """Whether no two different speakers are known, those who report what others said among them."""
        ours, theirs = self.all_speakers(a), self.all_speakers(b)
        return not ours or not theirs or bool(ours & theirs)

    def all_speakers(self, span: Span) -> set[str]:
        """Who says a passage, those who report what others said among them."""
        return {speaker for _, speakers in self._holding(span) for speaker in speakers}

    def claim(self, spans: Sequence[Span], plainest: Span | None = None) -> str:
        """One of the passages, else the briefest, with who is said to have said it where all of them say so."""
        briefest = plainest or min(spans, key=lambda s: (len(s.text), s))
        by_all = set.intersection(*(set(self.speakers(span)) for span in spans))
        speakers = [speaker for speaker in self.speakers(briefest) if speaker in by_all]
        return attributed(speakers, [briefest], self._names)


def common(a: Sequence[Word], b: Sequence[Word], weights: Weights, names: AbstractSet[str]) -> tuple[Span, Span] | None:
    """The passages of two sentences that tell the same, or None.

    Each is the stretch with the most weight of shared words for what else stands between them.
    """
    ours, theirs = _stretch(a, set(roots(b)), weights), _stretch(b, set(roots(a)), weights)
    ours, theirs = _stretch(ours, set(roots(theirs)), weights), _stretch(theirs, set(roots(ours)), weights)
    one, other = roots(ours), roots(theirs)
    both = shared(one, other, weights)
    if both < ALIKE or both < ALIKE_SHARE * max(weights.total(one), weights.total(other)):
        return None
    same = set(one) & set(other)
    if len(same) < (WORDS if same & names else NAMELESS) or weights.total(same - names) < FACTS:
        return None
    if negated(one, other) or _other_numbers(one, other):
        return None
    return _joined(ours), _joined(theirs)


def _stretch(words: Sequence[Word], shared: set[str], weights: Weights) -> Sequence[Word]:
    """The part of a sentence with the greatest sum, shared words counting for it and others against (Kadane)."""
    best = run = 0.0
    start, found = 0, (0, 0)
    for at, word in enumerate(words):
        if run <= 0:
            start, run = at, 0.0
        if word.root is None:
            run -= GRAMMAR
        else:
            run += weights[word.root] if word.root in shared else -OTHER * weights[word.root]
        if run > best:
            best, found = run, (start, at + 1)
    return words[found[0] : found[1]]


def negated(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one of the two says no where the other says yes, as far as the number of negations tells."""
    return (a.count(NEGATION) - b.count(NEGATION)) % 2 == 1


def _other_numbers(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both tell numbers, and none is the same."""
    ours, theirs = ({root for root in side if root[0].isdigit()} for side in (a, b))
    return bool(ours and theirs and not ours & theirs)


def _joined(words: Sequence[Word]) -> Span:
    """The passage from the first word to the last, and to the end of its name."""
    within = words[0].within
    return within.part(words[0].start, min(words[-1].whole, within.end))


def clustered(pairs: Iterable[tuple[Span, Span]]) -> list[list[Span]]:
    """Passages that are of one claim, by the pairs and by what overlaps for the most part; the longest in a place."""
    group: dict[Span, list[Span]] = {}

    def join(a: Span, b: Span) -> None:
        one, other = (group.setdefault(span, [span]) for span in (a, b))
        if one is not other:
            one += other
            group.update(dict.fromkeys(other, one))

    for a, b in pairs:
        join(a, b)
    ordered = sorted(group)
    for a, b in pairwise(ordered):
        if a.document == b.document and 2 * (min(a.end, b.end) - b.start) > max(len(a.text), len(b.text)):
            join(a, b)
    return [longest(members) for members in {id(m): m for m in group.values()}.values()]


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that overlap a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-len(s.text), s)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)
