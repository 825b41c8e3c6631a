"""Claims that several articles carry: what was said, what happened, and facts told in nearly the same words.

An article carries a claim also where it says it in other words or as a part of more; that it is true is not said.
Copies, the pages of one outlet and the dispatches of one agency have one origin together.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from communique.domain import Article, Corroboration, Event, Position, Reading, Record, Span, Statement
from communique.domain.ids import content_id
from communique.knowledge.vocabulary import word_root
from communique.stories.alignment import shared
from communique.stories.origins import origins
from communique.stories.passages import NEGATION, Entry, Pile, Spots, Weights, Word, alike, roots

ALIKE, ALIKE_SHARE = 2.2, 0.55  # the weight of the words that two passages of a claim share, and its part of either
FACTS = 1.2  # what of it must be other words than names and titles, which tell nothing by themselves
WORDS, NAMELESS = 4, 5  # different words that they share, with and without a name among them
REPEATED, REPEATED_SHARE = 1.8, 0.65  # the same for statements of one speaker, on whatever occasions
OTHER = 0.6  # of its weight is what a word costs a passage that the other does not have
GRAMMAR = 0.2  # what a word of grammar costs it
STANCES: dict[str, str] = {
    "supports": "supports", "opposes": "opposes", "seeks": "seeks", "rejects": "rejects", "denies": "denies",
    "warns": "warns of", "concerned": "is concerned about", "conciliatory": "is conciliatory on",
}  # fmt: skip
COMMON = 2  # rare words that two sentences share before they are compared


def check(record: Record, readings: Mapping[str, Reading]) -> Record:
    """Add the claims that two articles or more carry."""
    places = Places(record.articles)
    pile = Pile.of(record, readings)
    names = {actor.id: actor.name for actor in record.actors}
    claims = [*_said(record, names), *_happened(record.events)]
    claims += _new(_repeated(record, pile, names), claims)
    claims += _new(_told(record, pile, places), claims)
    claims += _new(_held(record, names), claims)
    found: dict[str, Corroboration] = {}
    for claim in claims:
        if made := places.corroboration(claim, record):
            found.setdefault(made.id, made)
    return replace(record, corroborations=tuple(found[i] for i in sorted(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said, in words for a reader, and where."""

    text: str
    support: tuple[Span, ...]


def _new(claims: Iterable[Claim], known: Sequence[Claim]) -> list[Claim]:
    """The claims no two passages of which stand in one that is known."""
    held = Spots((span, claim) for claim in known for span in claim.support)

    def inside(span: Span) -> set[int]:
        return {id(claim) for _, claim in held.overlapping(span)}

    return [c for c in claims if not any(inside(a) & inside(b) for a, b in combinations(c.support, 2))]


class Places:
    """Tells which article a span stands in, and how many origins stand behind several."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self._origins = origins(articles)
        pieces: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for article in articles:
            titles = () if article.title is None else (article.title,)
            for span in (*titles, *article.body, *(furniture.span for furniture in article.furniture)):
                pieces[article.document].append((span.start, article.id))
        self._pieces = {document: sorted(found) for document, found in pieces.items()}

    def article(self, span: Span) -> str | None:
        """The id of the article that a span stands in."""
        pieces = self._pieces.get(span.document, [])
        at = bisect_right(pieces, (span.start, "\U0010ffff")) - 1
        return pieces[at][1] if at >= 0 else None

    def one_origin(self, a: Span, b: Span) -> bool:
        """Whether two passages stand in articles that are no independent reports."""
        one, other = self.article(a), self.article(b)
        return one is None or other is None or self._origins[one] == self._origins[other]

    def corroboration(self, claim: Claim, record: Record) -> Corroboration | None:
        """The claim with who carries it; None where it is one article alone."""
        by_article: dict[str, list[Span]] = defaultdict(list)
        for span in claim.support:
            if article := self.article(span):
                by_article[article].append(span)
        if len(by_article) < 2:
            return None
        sources = {document.id: document.source for document in record.documents}
        carrying = [self.articles[i] for i in by_article]
        names = {a.outlet.name if a.outlet else sources.get(a.document, a.document) for a in carrying}
        support = tuple(sorted({span for spans in by_article.values() for span in spans}))
        return Corroboration(
            id=content_id("corroboration", *((span.document, span.start, span.end) for span in support)),
            claim=claim.text,
            support=support,
            outlets=tuple(sorted(names)),
            independent_origins=len({self._origins[article] for article in by_article}),
        )


def _said(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """What someone said, by the utterances."""
    statements = {statement.id: statement for statement in record.statements}
    for utterance in record.utterances:
        yield _claim_of([statements[i] for i in utterance.statements], names)


def _claim_of(said: Sequence[Statement], names: Mapping[str, str]) -> Claim:
    """What some statements say alike, in the briefest that quotes and has a speaker."""
    briefest = min(said, key=lambda s: (not s.speakers, not s.verbatim, sum(len(c.text) for c in s.content)))
    return Claim(
        text=_attributed(briefest.speakers, briefest.content, names),
        support=tuple(span for statement in said for span in statement.content),
    )


def _repeated(record: Record, pile: Pile, names: Mapping[str, str]) -> Iterator[Claim]:
    """What one speaker says nearly alike in several articles, be it on another occasion."""
    entries = [
        Entry((statement, found), found, statement.article, speaker)
        for statement in record.statements
        for found in [roots(pile.words(statement.content))]
        for speaker in statement.speakers
    ]
    for (a, ours), (b, theirs) in alike(entries, pile.weights):
        both = shared(ours, theirs, pile.weights)
        less = min(pile.weights.total(ours), pile.weights.total(theirs))
        if both >= REPEATED and both >= REPEATED_SHARE * less and not _negated(ours, theirs):
            yield _claim_of([a, b], names)


def _held(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """Where the parties stand, by what they say and do."""
    statements = {statement.id: statement for statement in record.statements}
    events = {event.id: event for event in record.events}
    labels = {issue.id: issue.label for issue in record.issues}

    def support(item: Position) -> tuple[Span, ...]:
        said = (span for i in item.evidence if i in statements for span in statements[i].content)
        return (*said, *(span for i in item.events if i in events for span in events[i].mentions))

    for position in record.positions:
        parts = names.get(position.actor), STANCES.get(position.stance), position.toward or labels.get(position.issue)
        if all(parts):
            yield Claim(text=" ".join(filter(None, parts)), support=support(position))


def _attributed(speakers: Iterable[str], words: Iterable[Span], names: Mapping[str, str]) -> str:
    """The speakers by name, and the words as they stand."""
    who = " and ".join(names[speaker] for speaker in speakers if speaker in names)
    said = " … ".join(" ".join(span.text.split()) for span in words)
    return f"{who}: {said}" if who else said


def _happened(events: Iterable[Event]) -> Iterator[Claim]:
    """What happened, is planned or is alleged, by the events."""
    for event in events:
        more = (event.place.name if event.place else None, event.date)
        parts = [event.label, *(part for part in more if part and part not in event.label)]
        told = ", ".join(parts)
        yield Claim(text=told if event.status == "occurred" else f"{told} ({event.status})", support=event.mentions)


def _told(record: Record, pile: Pile, places: Places) -> Iterator[Claim]:
    """Facts of other kinds: passages of sentences that share most of their words."""
    sentences = [
        Entry(words, roots(words), article, places.articles[article].story)
        for article, found in pile.sentences.items()
        for words in found
    ]
    told = Speech(record)
    names = _names(record)
    pairs = []
    for a, b in alike(sentences, pile.weights, COMMON):
        found = common(a, b, pile.weights, names)
        if found and not places.one_origin(*found) and told.agree(*found):
            pairs.append(found)
    return (Claim(text=told.claim(spans), support=tuple(spans)) for spans in clustered(pairs))


def _names(record: Record) -> frozenset[str]:
    """What actors are compared by, and the words of their offices."""
    titles = (word for actor in record.actors for role in actor.roles for word in role.title.split())
    return frozenset([*(actor.id for actor in record.actors), *filter(None, map(word_root, titles))])


class Speech:
    """Who says what stands somewhere."""

    def __init__(self, record: Record) -> None:
        self._names = {actor.id: actor.name for actor in record.actors}
        self._said = Spots((span, statement) for statement in record.statements for span in statement.content)

    def speakers(self, span: Span) -> tuple[str, ...]:
        """The speakers of the narrowest statement that holds the better part of a passage."""
        holding = [
            (place.end - place.start, statement.speakers)
            for place, statement in self._said.overlapping(span)
            if 2 * (min(place.end, span.end) - max(place.start, span.start)) >= span.end - span.start
        ]
        return min(holding)[1] if holding else ()

    def agree(self, a: Span, b: Span) -> bool:
        """Whether no two different speakers are known."""
        ours, theirs = self.speakers(a), self.speakers(b)
        return not ours or not theirs or bool(set(ours) & set(theirs))

    def claim(self, spans: Sequence[Span]) -> str:
        """The briefest of the passages, with who is said to have said it where all of them say so."""
        briefest = min(spans, key=lambda s: (len(s.text), s))
        by_all = set.intersection(*(set(self.speakers(span)) for span in spans))
        speakers = [speaker for speaker in self.speakers(briefest) if speaker in by_all]
        return _attributed(speakers, [briefest], self._names)


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
    if _negated(one, other) or _other_numbers(one, other):
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


def _negated(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one of the two says no where the other says yes, as far as the number of negations tells."""
    return (a.count(NEGATION) - b.count(NEGATION)) % 2 == 1


def _other_numbers(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both tell numbers, and none is the same."""
    ours, theirs = ({root for root in side if root[0].isdigit()} for side in (a, b))
    return bool(ours and theirs and not ours & theirs)


def _joined(words: Sequence[Word]) -> Span:
    return words[0].within.part(words[0].start, words[-1].end)


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
    return [_longest(members) for members in {id(m): m for m in group.values()}.values()]


def _longest(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that overlap a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-len(s.text), s)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)
