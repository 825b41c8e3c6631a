"""What a reader finds in one article, before anything is known of other articles."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from communique.domain.moments import Moment
from communique.domain.spans import Span

ActorType = Literal[
    "person", "state", "government", "org", "office", "party", "group", "place", "document", "agreement", "election",
    "vehicle",
]  # fmt: skip
THINGS: frozenset[ActorType] = frozenset({"place", "document", "agreement", "election", "vehicle"})
"""Types of actors that do and say nothing themselves and stand for nobody."""
BODIES: frozenset[ActorType] = frozenset({"org", "office", "party", "group", "government"})
"""Types of actors that are many people under one name."""
AUTHORITIES: frozenset[ActorType] = frozenset({"state", "government", "office"})
"""Types of actors that act for a state."""
MentionForm = Literal["named", "nominal", "pronoun", "adjectival"]
StatementKind = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
EventStatus = Literal["occurred", "planned", "cancelled", "alleged", "threatened", "hypothetical", "denied"]
TO_COME: frozenset[EventStatus] = frozenset({"planned", "threatened", "hypothetical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor or place. `span` is the bare name or noun phrase, without a title before a name."""

    span: Span
    type: ActorType
    form: MentionForm
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell a time, as they stand; `value` is an ISO 8601 value (TimeML TIMEX3) where it is known.

    relative: where it is not known because the article's day is not, how it is counted from that.
    type: a day or longer, a time of day, how long, or how often (TIMEX3).
    """

    span: Span
    value: str | None = None
    type: TimeType = "DATE"
    relative: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words ascribed to a source (PARC, PolNeAR): who (source), by which words (cue), what (content).

    content: in text order, several spans where the cue stands inside a quotation.
    verbatim: the stretches between quotation marks, marks included.
    speakers, addressees: the mentions (indices, in the same reading) that the source or the persons spoken to are.
    parent: index, in the same reading, of the attribution whose content this one is reported in.
    act: PLOVER root of what saying it does (an accusation, a request), None where it only tells.
    topical: it only names what was spoken of (`discussed the sanctions`) and tells nothing of it: no statement.
    """

    kind: StatementKind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    speakers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    parent: int | None = None
    act: str | None = None
    topical: bool = False
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Words that tell of an event: who did what to whom, when and where, and whether it came to pass.

    span: the clause or noun phrase that tells it. trigger: the words in it that name the deed.
    type, mode: PLOVER's root and mode, None where it has none. kind: what a reader would call it (`meeting`,
    `phone call`, `arrest`).
    actors, recipients: mentions (indices, in the same reading) that do it and that it is done to.
    places: mentions of where it happens, the narrowest first. time: index of the time expression that tells when.
    since: whether that tells only since when (`killed since May`).
    attribution: index of the attribution in whose content it is told, None where the report itself tells it.
    """

    span: Span
    trigger: Span
    type: str | None = None
    mode: str | None = None
    kind: str
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    time: int | None = None
    since: bool = False
    status: EventStatus = "occurred"
    attribution: int | None = None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Words that tell what a mention is, or whose: `Russian foreign minister`, `an American investor`, `her aide`.

    mention: index of what is described. title: the office, part or kind as it stands, without the words for a state;
    empty where only the state is told. country: ISO 3166 alpha-3 of that state. of: index of the mention that tells
    whose (`Ann Lee's` aide).
    """

    mention: int
    title: str = ""
    country: str | None = None
    of: int | None = None
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many or how much: `some 120,000 troops`, `$3 billion in aid`, `at least 12 dead`.

    span: the number with the words around it that qualify it, its unit and the noun that it counts.
    low, high: between what the true number lies, as the words allow; None has no bound. A bare number is both.
    unit: ISO 4217 code, `%`, unit of measure, or `years old` for an age; None counts things.
    counted: what it counts (a lemma, or its class in `knowledge/quantities.yaml`), None where the words do not tell.
    fate: what the counted did or suffered (`killed`), or how a thing is measured (`deep`), where that is told.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None
    fate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with what it says, clauses inside it left out: `the barge caught fire`.

    parts: its words, an unbroken run each. verb: the word that says it (`is unknown`). subject: the noun phrase that it
    is said of, which may stand outside (`the barge, which caught fire`). asserted: False for what may, should or is to
    be, and for what is so on a condition.
    """

    parts: tuple[Span, ...]
    verb: Span
    subject: Span | None = None
    asserted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in one article, each list in text order.

    chains: mentions (indices into `mentions`) that name the same actor within the article, each list in text order.
    """

    article: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[tuple[int, ...], ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    descriptions: tuple[Description, ...] = ()
    events: tuple[EventMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    clauses: tuple[Clause, ...] = ()

    def sentence_at(self, place: int) -> int:
        """The index of the last sentence that begins at a place of the text or before it; -1 where none does."""
        return bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence in which the whole of a passage stands."""
        at = self.sentence_at(span.start)
        return self.sentences[at] if at >= 0 and self.sentences[at].covers(span) else None
