"""Claims clause by clause: what one clause says, with all clauses of other articles that say as much.

A clause says what another says where it has its words: the verb and its subject tell more than the rest, and rare
words more than those that every sentence of the pile has.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.domain import Clause, Reading, Record, Span
from communique.domain.times import interval
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import Speech, longest, names_of, negated
from communique.stories.passages import Entry, Pile, Spots, Weights, alike, roots

COVERED, RICH_COVERED = 0.7, 0.55  # of the weight of a clause is what one that says as much has of it
RICH = 3.0  # the weight that they share, times that part, from which on less of it will do
LEAST = (2.8, 1.7, 0.85)  # that weight at least; by how many of verb and subject are the same
WORDS = (4, 3, 3)  # different words that they share
FEW = 1.3  # that weight where they share one word less
FACTS = 0.3  # the weight of those that are no names
VAGUE = 2.0  # that weight where a reader is not told of what it is said
COMMON = 2  # rare words that two clauses share before they are compared
BESIDE = 2  # characters between a noun and the clause that describes it
NEWS = 10  # days between an event that is news and the report of it
_SELF = re.compile(r"\b(?:I|we|us|our|my|me)\b", re.IGNORECASE)


Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A clause with what it is compared by.

    span: the clause with its subject, where this stands beside it. event: the one that its verb tells of. whole:
    whether a reader is told of what it is said. days: when, as far as the clause tells; news: the days about which a
    report of that day that names none tells.
    """

    article: str
    span: Span
    roots: Sequence[str]
    verb: frozenset[str]
    subject: frozenset[str]
    numbers: frozenset[str]
    event: str | None
    whole: bool
    asserted: bool
    days: Days | None
    news: Days | None


def stated(record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places) -> Iterator[Claim]:
    """What is said in one clause and, perhaps with more, in clauses of other articles."""
    entries = [
        Entry(said, said.roots, said.article, places.articles[said.article].story)
        for said in _said(record, readings, pile)
    ]
    matcher = _Matcher(record, pile.weights)
    holding: dict[Said, list[Said]] = defaultdict(list)
    for a, b in alike(entries, pile.weights, COMMON):
        if not places.one_origin(a.span, b.span):
            for core, other in ((a, b), (b, a)):
                if matcher.says(other, core):
                    holding[core].append(other)
    return _apart(holding, Speech(record), pile.weights)


def _apart(holding: Mapping[Said, Sequence[Said]], speech: Speech, weights: Weights) -> Iterator[Claim]:
    """The claims that most articles carry, the plainest first, none of which only repeats those before it.

    What says a clause that says as much as another, and no less, says that one too.
    """

    def rank(core: Said) -> tuple[object, ...]:
        articles = {core.article, *(other.article for other in holding[core])}
        return -len(articles), not core.whole, -weights.total(core.roots), core.span

    known: set[frozenset[Span]] = set()
    for core in sorted(holding, key=rank):
        if all(frozenset((core.span, other.span)) in known for other in holding[core]):
            continue
        same = [other for other in holding[core] if core in holding.get(other, ())]
        members = [core, *holding[core], *(more for other in same for more in holding[other])]
        spans = longest({member.span for member in members})
        known |= {frozenset((a.span, b.span)) for a in members for b in members}
        yield Claim(text=speech.claim(spans, core.span), support=tuple(spans))


def _said(record: Record, readings: Mapping[str, Reading], pile: Pile) -> Iterator[Said]:
    """The clauses of all articles, without those that only say who says it."""
    cues = Spots((s.cue, s.id) for s in record.statements if s.cue is not None)
    events = {span: event.id for event in record.events for span in event.mentions}
    published = {article.id: article.published for article in record.articles}
    for article, reading in readings.items():
        told = {mention.trigger: events.get(mention.span) for mention in reading.events}
        sentences = Spots((sentence, sentence) for sentence in reading.sentences)
        times = Spots((time.span, time.value) for time in reading.times if time.type == "DATE" and time.value)
        day = published.get(article)
        news = _around(interval(day.date[:10])) if day else None
        for clause in reading.clauses:
            first, last = clause.parts[0], clause.parts[-1]
            around = [s for s, _ in sentences.overlapping(clause.verb) if s.covers(first) and s.covers(last)]
            if around and not any(True for _ in cues.overlapping(clause.verb)):
                values = [value for part in clause.parts for _, value in times.overlapping(part)]
                days = next((found for value in values if (found := interval(value))), None)
                said = _with_words(clause, article, around[0], pile)
                yield replace(said, event=told.get(clause.verb), days=days, news=news)


def _around(days: Days | None) -> Days | None:
    return days and (days[0] - timedelta(days=NEWS), days[1] + timedelta(days=NEWS))


def _with_words(clause: Clause, article: str, sentence: Span, pile: Pile) -> Said:
    first, last, subject = clause.parts[0], clause.parts[-1], clause.subject
    outside = subject is not None and not any(part.overlaps(subject) for part in clause.parts)
    beside = outside and subject is not None and 0 <= first.start - subject.end <= BESIDE
    found = roots(pile.words([*((subject,) if outside and subject else ()), *clause.parts]))
    of = roots(pile.words([subject])) if subject else []
    return Said(
        article=article,
        span=sentence.part(subject.start if beside and subject else first.start, last.end),
        roots=found,
        verb=frozenset(roots(pile.words([clause.verb]))),
        subject=frozenset(of[-1:]),
        numbers=frozenset(root for root in found if root[0].isdigit()),
        event=None,
        whole=bool(of) and (beside or not outside),
        asserted=clause.asserted,
        days=None,
        news=None,
    )


class _Matcher:
    """Tells whether a clause says what another says."""

    def __init__(self, record: Record, weights: Weights) -> None:
        self._weights = weights
        self._names = names_of(record)
        self._dates = {event.id: event.date for event in record.events}
        self._speech = Speech(record)

    def says(self, other: Said, core: Said) -> bool:
        """Whether all that the core says stands in the other."""
        total = self._weights.total(core.roots) or 1.0
        both = shared(core.roots, other.roots, self._weights)
        told = both * both / total
        if both < (RICH_COVERED if told >= RICH else COVERED) * total or (told < VAGUE and not core.whole):
            return False
        alike = bool(core.verb & other.verb) + bool(core.subject & set(other.roots))
        same = set(core.roots) & set(other.roots)
        if told < LEAST[alike] or len(same) < WORDS[alike] - (told >= FEW and alike == len(WORDS) - 1):
            return False
        if self._weights.total(same - self._names) < FACTS or self._apart(core, other):
            return False
        return self._speech.agree(core.span, other.span) or not (_of_self(core.span) or _of_self(other.span))

    def _apart(self, core: Said, other: Said) -> bool:
        """Whether one denies what the other says, only thinks of it, or tells of another event, day or number."""
        if core.asserted != other.asserted or negated(core.roots, other.roots) or not core.numbers <= other.numbers:
            return True
        events = {core.event, other.event} - {None}
        if len(events) > 1 and len({self._dates[event] for event in events if event}) > 1:
            return True
        ours, theirs = core.days or core.news, other.days or other.news
        return ours is not None and theirs is not None and (ours[1] < theirs[0] or theirs[1] < ours[0])


def _of_self(span: Span) -> bool:
    """Whether someone speaks of himself, which another cannot say."""
    return _SELF.search(span.text) is not None
