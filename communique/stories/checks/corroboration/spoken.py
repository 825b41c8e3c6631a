"""Claims by what is said: utterances, and where the parties stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

from communique.domain import Position, Reading, Record, Span, Statement
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.passages import Pile, Spots, roots

SENTENCE, SENTENCE_SHARE = 0.6, 0.5  # the same of two sentences of statements that are alike
SHARED = 0.8  # the weight of the words that passages share in which a party takes one stance
RELATIONS = "issue-bilateral-relations"  # who is conciliatory on these seeks better ones
STANCES: dict[str, str] = {
    "supports": "supports", "opposes": "opposes", "seeks": "seeks", "rejects": "rejects", "denies": "denies",
    "warns": "warns of", "concerned": "is concerned about", "conciliatory": "is conciliatory on",
}  # fmt: skip


def said(record: Record, told: Told) -> Iterator[Claim]:
    """What someone said, by the utterances."""
    statements = {statement.id: statement for statement in record.statements}
    for utterance in record.utterances:
        yield from told.claims([statements[i] for i in utterance.statements])


class Told:
    """Makes claims of statements that say alike: sentence by sentence, since one may quote more than another."""

    def __init__(self, readings: Mapping[str, Reading], pile: Pile, wording: Wording) -> None:
        self.pile = pile
        self._wording = wording
        self._sentences = Spots((span, span) for reading in readings.values() for span in reading.sentences)

    def claims(self, said: Sequence[Statement]) -> Iterator[Claim]:
        """What the briefest sentence says, with those of the others that say as much, then the next.

        Of sentences none of which says as much as another, the two that share most.
        """
        pieces = {piece: statement for statement in said for piece in self._pieces(statement)}
        words = {piece: roots(self.pile.words([piece])) for piece in pieces}
        ordered = sorted(pieces, key=lambda p: (not pieces[p].speakers, not pieces[p].verbatim, len(p.text), p))
        pairs = [(a, b) for a, b in combinations(ordered, 2) if pieces[a] is not pieces[b]]
        alike = [pair for pair in pairs if self._alike(*(words[piece] for piece in pair))]
        if not alike:
            alike = [max(pairs, key=lambda pair: shared(words[pair[0]], words[pair[1]], self.pile.weights))]
        claimed: set[Span] = set()
        for core in ordered:
            others = [b if a == core else a for a, b in alike if core in {a, b}]
            if core not in claimed and others:
                claimed |= {core, *others}
                yield Claim(text=self._wording.claim((core, *others)), support=(core, *others))

    def _pieces(self, statement: Statement) -> Iterator[Span]:
        """The sentences that a statement quotes or reports, each as far as it belongs to it."""
        for content in statement.content:
            bounds = [max(s.start, content.start) for s, _ in self._sentences.overlapping(content)]
            cuts = sorted({content.start, *bounds, content.end})
            for start, end in pairwise(cuts):
                piece = content.part(start, end).trimmed()
                if piece is not None:
                    yield piece

    def _alike(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        weights = self.pile.weights
        both = shared(ours, theirs, weights)
        return both >= SENTENCE and both >= SENTENCE_SHARE * min(weights.total(ours), weights.total(theirs))


def held(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """Where the parties stand, by what they say and do."""
    evidence = _Evidence(record)
    for position in record.positions:
        parts = names.get(position.actor), STANCES.get(position.stance), position.toward or evidence.label(position)
        if all(parts):
            yield Claim(text=" ".join(filter(None, parts)), support=evidence.of(position), label=True)


def leaning(record: Record, pile: Pile, names: Mapping[str, str]) -> Iterator[Claim]:
    """Which stance a party takes on an issue, as reports tell it in words that have something in common.

    On relations of states they need not: whatever it is that someone seeks there, it is better relations.
    """
    evidence = _Evidence(record)
    alike: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in record.positions:
        on_ties = position.stance == "conciliatory" and position.issue.startswith(RELATIONS)
        alike[position.actor, position.issue, "seeks" if on_ties else position.stance].append(position)
    claims: list[Claim] = []
    for (actor, issue, stance), positions in alike.items():
        toward = min((p.toward for p in positions if p.toward), key=len, default=None)
        if actor in names and stance in STANCES and toward:
            spans = tuple(dict.fromkeys(span for position in positions for span in evidence.of(position)))
            support = spans if issue.startswith(RELATIONS) else _in_common(spans, pile, names)
            text = f"{names[actor]} {STANCES[stance]} {toward} ({evidence.label(positions[0])})"
            claims.append(Claim(text=text, support=tuple(support), label=True))
    holding: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        for span in claim.support:
            holding[span].append(claim)
    for claim in claims:  # a state's stance holds those of its officials
        others = (other for span in claim.support[:1] for other in holding[span])
        if not any(set(claim.support) < set(other.support) for other in others):
            yield claim


def _in_common(spans: Sequence[Span], pile: Pile, names: Mapping[str, str]) -> tuple[Span, ...]:
    """The passages that share words other than names with one on another page."""
    words = {span: [root for root in roots(pile.words([span])) if root not in names] for span in spans}

    def shares(one: Span) -> bool:
        others = (other for other in spans if other.document != one.document)
        return any(shared(words[one], words[other], pile.weights) >= SHARED for other in others)

    return tuple(filter(shares, spans))


class _Evidence:
    """The passages that positions rest on."""

    def __init__(self, record: Record) -> None:
        self._statements = {statement.id: statement for statement in record.statements}
        self._events = {event.id: event for event in record.events}
        self._labels = {issue.id: issue.label for issue in record.issues}

    def label(self, position: Position) -> str | None:
        """What the issue is called."""
        return self._labels.get(position.issue)

    def of(self, position: Position) -> tuple[Span, ...]:
        """Where the statements and events of a position stand."""
        said = (self._statements[i].content for i in position.evidence if i in self._statements)
        done = (self._events[i].mentions for i in position.events if i in self._events)
        return tuple(chain(*said, *done))
