"""Claims clause by clause: what one clause says, with all clauses of other articles that say as much.

A clause says what another says where it has its words: the verb and its subject tell more than the rest, and rare
words more than those that every sentence of the pile has.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import Clause, Reading, Record, Span
from communique.knowledge.vocabulary import word_root
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import Speech, names_of, negated
from communique.stories.passages import Entry, Pile, Spots, Weights, alike, roots

COVERED = 0.7  # of the weight of a clause is what another that says as much has of it
LEAST = {2: 1.2, 1: 1.7, 0: 2.8}  # the weight that they share, times that part; by whether subject and verb are the same
WORDS = {2: 2, 1: 3, 0: 4}  # different words that they share, names apart
FACTS = 0.5  # the weight of those words
COMMON = 2  # rare words that two clauses share before they are compared


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A clause with what it is compared by. event: the one that its verb tells of."""

    clause: Clause
    article: str
    span: Span
    roots: Sequence[str]
    verb: frozenset[str]
    subject: frozenset[str]
    numbers: frozenset[str]
    event: str | None
    whole: bool


def stated(record: Record, readings: Mapping[str, Reading], pile: Pile, places: Places) -> Iterator[Claim]:
    """What is said in one clause and, perhaps with more, in clauses of other articles."""
    entries = [
        Entry(said, said.roots, said.article, places.articles[said.article].story)
        for said in _said(record, readings, pile)
    ]
    matcher = _Matcher(record, pile.weights)
    holding: dict[Said, list[Said]] = defaultdict(list)
    for a, b in alike(entries, pile.weights, COMMON):
        if places.one_origin(a.span, b.span):
            continue
        for core, other in ((a, b), (b, a)):
            if matcher.says(other, core):
                holding[core].append(other)
    speech = Speech(record)
    return _apart(holding, speech, places, pile.weights)


def _apart(
    holding: Mapping[Said, Sequence[Said]], speech: Speech, places: Places, weights: Weights
) -> Iterator[Claim]:
    """The claims that most articles carry, the plainest first, none of which only repeats those before it."""

    def rank(core: Said) -> tuple[object, ...]:
        articles = {core.article, *(other.article for other in holding[core])}
        return -len(articles), not core.whole, -weights.total(core.roots), core.span

    known: set[frozenset[Span]] = set()
    for core in sorted(holding, key=rank):
        pairs = {frozenset((core.span, other.span)) for other in holding[core]}
        if not pairs <= known:
            spans = [core.span, *(other.span for other in holding[core])]
            known |= {frozenset((one, other)) for one in spans for other in spans}
            yield Claim(text=speech.claim(spans, core.span), support=tuple(dict.fromkeys(spans)))


def _said(record: Record, readings: Mapping[str, Reading], pile: Pile) -> Iterator[Said]:
    """The clauses of all articles, without those that only say who says it."""
    cues = Spots((s.cue, s.id) for s in record.statements if s.cue is not None)
    events = Spots((span, event.id) for event in record.events for span in event.mentions)
    for article, reading in readings.items():
        triggers = {mention.trigger: mention.span for mention in reading.events}
        for clause in reading.clauses:
            if any(True for _ in cues.overlapping(clause.verb)):
                continue
            outside = clause.subject is not None and not any(p.covers(clause.subject) for p in clause.parts)
            words = pile.words([*((clause.subject,) if outside and clause.subject else ()), *clause.parts])
            first, last = clause.parts[0], clause.parts[-1]
            mention = triggers.get(clause.verb)
            around = next((s for s in reading.sentences if s.covers(first) and s.covers(last)), None)
            if around is None:
                continue
            yield Said(
                clause=clause,
                article=article,
                span=around.part(first.start, last.end),
                roots=roots(words),
                verb=frozenset(roots(pile.words([clause.verb]))),
                subject=frozenset(roots(pile.words([clause.subject])) if clause.subject else ()),
                numbers=frozenset(root for root in roots(words) if root[0].isdigit()),
                event=next((i for s, i in events.overlapping(mention) if s == mention), None) if mention else None,
                whole=clause.subject is not None and not outside and word_root(clause.subject.text) is not None,
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
        both = shared(core.roots, other.roots, self._weights)
        covered = both / (self._weights.total(core.roots) or 1)
        grammar = bool(core.verb & other.verb) + bool(core.subject & other.subject)
        if covered < COVERED or both * covered < LEAST[grammar]:
            return False
        same = set(core.roots) & set(other.roots)
        facts = same - self._names
        if len(same) < WORDS[grammar] or self._weights.total(facts) < FACTS:
            return False
        return not self._apart(core, other)

    def _apart(self, core: Said, other: Said) -> bool:
        if core.clause.asserted != other.clause.asserted or negated(core.roots, other.roots):
            return True
        if not core.numbers <= other.numbers:
            return True
        if core.event and other.event and core.event != other.event and self._dates[core.event] != self._dates[other.event]:
            return True
        return not self._speech.agree(core.span, other.span)
