"""What a reader finds in one article, before anything is known of other articles."""

from dataclasses import dataclass
from typing import Literal

from communique.domain.spans import Span

ActorType = Literal[
    "person", "state", "government", "org", "office", "party", "group", "place", "document", "agreement", "election",
]  # fmt: skip
MentionForm = Literal["named", "nominal", "pronoun", "adjectival"]
StatementKind = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


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

    type: a day or longer, a time of day, how long, or how often (TIMEX3).
    """

    span: Span
    value: str | None = None
    type: TimeType = "DATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words ascribed to a source (PARC, PolNeAR): who (source), by which words (cue), what (content).

    content: in text order, several spans where the cue stands inside a quotation.
    verbatim: the stretches between quotation marks, marks included.
    speakers, addressees: the mentions (indices, in the same reading) that the source or the persons spoken to are.
    parent: index, in the same reading, of the attribution whose content this one is reported in.
    """

    kind: StatementKind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    speakers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    parent: int | None = None
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
