"""Claims clause by clause: what one clause says, with all clauses of other articles that say as much.

A clause says what another says where it has its words: the verb and its subject tell more than the rest, and rare
words more than those that every sentence of the pile has.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from communique.domain import Clause, Reading, Record, Span, TimeExpression
from communique.domain.times import DAY, Interval, interval, widened
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import Speech, longest, names_of, negated
from communique.stories.passages import Entry, Pile, Spots, Weights, alike, extents, roots

COVERED, RICH_COVERED = (0.7, 0.7, 0.6), 0.55  # of the weight of a clause is what one that says as much has of it
RICH = 3.0  # the weight that they share, times that part, from which on less of it will do
LEAST = (2.8, 1.7, 0.75)  # that weight at least; by how many of verb and subject are the same
WORDS = (4, 3, 3)  # different words that they share
FEW = 1.3  # that weight where they share one word less
FACTS = 0.3  # the weight of those that are no names
BESIDES, VAGUE = (
    2.0,
    3.0,
)  # that weight where it only describes a noun, and where a reader is not told of what it is said
HALF = 0.5  # of the weight of either of two clauses that claim the same
COMMON = 2  # rare words that two clauses share before they are compared
NEWS = 10  # days between an event that is news and the report of it
_SELF = re.compile(r"\b(?:I|we|us|our|my|me)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A clause with what it is compared by.

    span: the clause with its subject, where this stands beside it. roots: its words, the times among them by value.
    event: the one that its verb tells of. least: what it must share to be a claim by itself. days: when, as far as the
    clause tells; news: the days of which its article tells without naming them.
    """

    article: str
    span: Span
    roots: Sequence[str]
    verb: frozenset[str]
    subject: frozenset[str]
    numbers: frozenset[str]
    event: str | None
    least: float
    asserted: bool
    days: Interval | None
    news: Interval | None


def stated(record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places) -> Iterator[Claim]:
    """What is said in one clause and, perhaps with more, in clauses of other articles."""
    reader = _Reader(record, readings, pile)
    clauses = [said for article, reading in readings.items() for said in reader.said(article, reading)]
    weights = Weights(said.roots for said in clauses)
    matcher = _Matcher(record, weights)
    entries = [Entry(said, said.roots, said.article, places.articles[said.article].story) for said in clauses]
    holding: dict[Said, list[Said]] = defaultdict(list)
    for a, b in alike(entries, weights, COMMON):
        for core, other in ((a, b), (b, a)):
            if matcher.says(other, core):
                holding[core].append(other)
    claims = _apart(holding, Speech(record), weights, matcher)
    return (claim for claim in claims if any(not places.one_origin(claim.support[0], s) for s in claim.support))


def _apart(
    holding: Mapping[Said, Sequence[Said]], speech: Speech, weights: Weights, matcher: "_Matcher"
) -> Iterator[Claim]:
    """The claims that most articles carry, the plainest first, none of which only repeats those before it.

    What says a clause that says as much as another, and no less, says that one too.
    """

    def rank(core: Said) -> tuple[object, ...]:
        articles = {core.article, *(other.article for other in holding[core])}
        return -len(articles), core.least, -weights.total(core.roots), core.span

    known: set[frozenset[Span]] = set()
    told: dict[str, list[tuple[Said, list[Said]]]] = defaultdict(list)
    for core in sorted(holding, key=rank):
        if all(frozenset((core.span, other.span)) in known for other in holding[core]):
            continue
        same = [other for other in holding[core] if core in holding.get(other, ())]
        also = (more for other in same for more in holding[other])
        members = list(dict.fromkeys([core, *holding[core], *also]))
        known |= {frozenset((a.span, b.span)) for a in members for b in members}
        for verb in sorted(core.verb) or [""]:
            before = next((found for first, found in told[verb] if matcher.repeats(core, first)), None)
            if before is None:
                told[verb].append((core, members))
            else:
                before += members
    for core, members in chain.from_iterable(told.values()):
        spans = longest({member.span for member in members})
        yield Claim(text=speech.claim(spans, core.span), support=tuple(spans))


class _Reader:
    """Reads the clauses of articles, without those that only say who says it."""

    def __init__(self, record: Record, readings: Mapping[str, Reading], pile: Pile) -> None:
        self._pile = pile
        self._events = {span: event.id for event in record.events for span in event.mentions}
        pronouns = ((m.span, actor.id) for actor in record.actors for m in actor.mentions if m.form == "pronoun")
        self._meant = dict(pronouns)
        cues = [said.cue for said in record.statements if said.cue is not None]
        self._cues = Spots((cue, cue) for cue in cues)
        self._saying = {cue.text.casefold() for cue in cues if not roots(pile.words([cue]))}
        times = (time for reading in readings.values() for time in reading.times if time.value)
        self._times = Spots((time.span, tuple(_values(time))) for time in times)
        published = ((article.id, article.published) for article in record.articles)
        days = {article: interval(on.date[:DAY]) for article, on in published if on is not None}
        self._news = {article: widened(on, NEWS, NEWS) for article, on in days.items() if on}

    def said(self, article: str, reading: Reading) -> Iterator[Said]:
        """The clauses of one article."""
        events = {mention.trigger: self._events.get(mention.span) for mention in reading.events}
        for clause, span in extents(reading):
            cue = any(True for _ in self._cues.overlapping(clause.verb))
            if not cue and clause.verb.text.casefold() not in self._saying:
                said = self._with_words(clause, span, article, events.get(clause.verb))
                if said.event or not said.verb | said.subject >= set(said.roots):
                    yield said

    def _with_words(self, clause: Clause, span: Span, article: str, event: str | None) -> Said:
        subject = clause.subject
        outside = subject is not None and not any(part.overlaps(subject) for part in clause.parts)
        beside = outside and subject is not None and span.covers(subject)
        found = self._roots([*((subject,) if outside and subject else ()), *clause.parts])
        of = roots(self._pile.words([subject])) if subject else []
        if not of and subject in self._meant:
            of = [self._meant[subject]]
            found += of
        days = (interval(root) for root in found if len(root) == DAY and root[4] == "-")
        return Said(
            article=article,
            span=span,
            roots=found,
            verb=frozenset(roots(self._pile.words([clause.verb]))),
            subject=frozenset(of[-1:]),
            numbers=frozenset(root for root in found if root.isdigit()),
            event=event,
            least=VAGUE if not of or (outside and not beside) else BESIDES if beside else 0.0,
            asserted=clause.asserted,
            days=next(filter(None, days), None),
            news=self._news.get(article),
        )

    def _roots(self, spans: Sequence[Span]) -> list[str]:
        """What the words are compared by, those that tell a time by what it is."""
        found: dict[str, None] = {}
        words: list[str] = []
        for word in self._pile.words(spans):
            at = word.within.part(word.start, word.end)
            values = next((values for _, values in self._times.overlapping(at)), None)
            if values:
                found |= dict.fromkeys(values)
            elif word.root is not None:
                words.append(word.root)
        return [*found, *words]


def _values(time: TimeExpression) -> Iterator[str]:
    """The day and the time of day; nothing where the day is not known."""
    day, _, clock = (time.value or "").partition("T")
    if time.type in {"DATE", "TIME"} and len(day) == DAY:
        yield day
        if clock:
            yield f"T{clock}"


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
        alike = bool(core.verb & other.verb) + bool(core.subject & set(other.roots))
        if both < (RICH_COVERED if told >= RICH else COVERED[alike]) * total or told < core.least:
            return False
        same = set(core.roots) & set(other.roots)
        if told < LEAST[alike] or len(same) < WORDS[alike] - (told >= FEW and alike == len(WORDS) - 1):
            return False
        if self._weights.total(same - (self._names - core.verb)) < FACTS or self._apart(core, other):
            return False
        of_self = _of_self(core.span) or _of_self(other.span)
        return told >= RICH or not of_self or self._speech.agree(core.span, other.span)

    def repeats(self, one: Said, other: Said) -> bool:
        """Whether two clauses of one verb share half of what either says."""
        most = max(self._weights.total(one.roots), self._weights.total(other.roots))
        return shared(one.roots, other.roots, self._weights) >= HALF * most and not self._apart(one, other)

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
