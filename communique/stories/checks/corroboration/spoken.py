"""Claims by what is said: utterances, what a speaker says again elsewhere, and where the parties stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from communique.domain import Position, Record, Span, Statement
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import Claim, attributed
from communique.stories.checks.corroboration.facts import negated
from communique.stories.passages import Entry, Pile, alike, roots

REPEATED, REPEATED_SHARE = 1.8, 0.65  # the weight of the words that two statements share, and its part of the shorter
BODIES = frozenset({"office", "org", "agreement", "document"})
ALONE = 1.0  # the weight of what two sentences name and no other
STANCES: dict[str, str] = {
    "supports": "supports", "opposes": "opposes", "seeks": "seeks", "rejects": "rejects", "denies": "denies",
    "warns": "warns of", "concerned": "is concerned about", "conciliatory": "is conciliatory on",
}  # fmt: skip


def said(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """What someone said, by the utterances."""
    statements = {statement.id: statement for statement in record.statements}
    for utterance in record.utterances:
        yield _claim_of([statements[i] for i in utterance.statements], names)


def _claim_of(said: Sequence[Statement], names: Mapping[str, str]) -> Claim:
    """What some statements say alike, in the briefest that quotes and has a speaker."""
    briefest = min(said, key=lambda s: (not s.speakers, not s.verbatim, sum(len(c.text) for c in s.content)))
    return Claim(
        text=attributed(briefest.speakers, briefest.content, names),
        support=tuple(span for statement in said for span in statement.content),
    )


def repeated(record: Record, pile: Pile, names: Mapping[str, str]) -> Iterator[Claim]:
    """What one speaker says nearly alike in several articles, be it on another occasion."""
    entries = [
        Entry((statement, found), found, statement.article, speaker)
        for statement in record.statements
        for found in [roots(pile.words(statement.content))]
        for speaker in statement.speakers
    ]
    bodies = {actor.id for actor in record.actors if actor.type in BODIES}
    for (a, ours), (b, theirs) in alike(entries, pile.weights):
        both = shared(ours, theirs, pile.weights)
        less = min(pile.weights.total(ours), pile.weights.total(theirs))
        alike_told = both >= REPEATED and both >= REPEATED_SHARE * less
        if (alike_told or _of_one_body(a, b, set(ours) & set(theirs) & bodies, pile)) and not negated(ours, theirs):
            yield _claim_of([a, b], names)


def _of_one_body(a: Statement, b: Statement, bodies: AbstractSet[str], pile: Pile) -> bool:
    """Whether two statements of one day name an office or a body that hardly any other sentence names."""
    return bool(a.said_on and a.said_on == b.said_on) and any(pile.weights[body] >= ALONE for body in bodies)


def held(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """Where the parties stand, by what they say and do."""
    evidence = _Evidence(record)
    for position in record.positions:
        parts = names.get(position.actor), STANCES.get(position.stance), position.toward or evidence.label(position)
        if all(parts):
            yield Claim(text=" ".join(filter(None, parts)), support=evidence.of(position))


def leaning(record: Record, names: Mapping[str, str]) -> Iterator[Claim]:
    """Which stance a party takes on an issue, however each report words what it is toward."""
    evidence = _Evidence(record)
    alike: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in record.positions:
        alike[position.actor, position.issue, position.stance].append(position)
    claims: list[Claim] = []
    for (actor, _, stance), positions in alike.items():
        toward = min((p.toward for p in positions if p.toward), key=len, default=None)
        if actor in names and stance in STANCES and toward:
            support = dict.fromkeys(span for position in positions for span in evidence.of(position))
            text = f"{names[actor]} {STANCES[stance]} {toward} ({evidence.label(positions[0])})"
            claims.append(Claim(text=text, support=tuple(support)))
    holding: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        for span in claim.support:
            holding[span].append(claim)
    for claim in claims:  # a state's stance holds those of its officials
        others = (other for span in claim.support[:1] for other in holding[span])
        if not any(set(claim.support) < set(other.support) for other in others):
            yield claim


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
