"""The record: the one document that every view is made from. Field order is the order of keys in its JSON form."""

from dataclasses import dataclass
from typing import Literal

from communique.domain.documents import Article, Document
from communique.domain.readings import ActorType, EventStatus, MentionForm, StatementKind
from communique.domain.spans import Span

FORMAT = "communique.record/1"

Stance = Literal[
    "supports", "opposes", "seeks", "rejects", "denies", "warns", "concerned", "conciliatory", "neutral",
]  # fmt: skip
ConflictKind = Literal[
    "number", "date", "place", "duration", "wording", "attribution", "name-spelling", "characterisation", "omission",
]  # fmt: skip
Wording = Literal["identical", "variant", "paraphrase"]
Verdict = Literal["contradiction", "difference-in-precision", "wording", "update", "cannot-tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A place where an actor is named."""

    span: Span
    form: MentionForm
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or part that an actor holds, with its ISO 8601 dates where they are known."""

    title: str
    of: str | None = None
    from_: str | None = None
    to: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts or speaks, one across all articles.

    country: ISO 3166 alpha-3. sector: PLOVER's code (GOV, MIL, MED ...).
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    wikidata: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an article reports that someone said; an attribution whose source is resolved to actors.

    act: PLOVER root of what the words do. nested_in: the statement in whose content this one is reported.
    """

    id: str
    article: str
    kind: StatementKind
    speakers: tuple[str, ...] = ()
    speaker: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    addressees: tuple[str, ...] = ()
    occasion: str | None = None
    said_on: str | None = None
    issues: tuple[str, ...] = ()
    act: str | None = None
    nested_in: str | None = None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two passages of one utterance that are worded differently."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Statements of different articles that report the same words on the same occasion."""

    id: str
    statements: tuple[str, ...]
    wording: Wording
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event took place."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, is planned or is alleged, with every mention of it. `type` and `mode` are PLOVER's."""

    id: str
    label: str
    type: str | None = None
    mode: str | None = None
    kind: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    date: str | None = None
    date_how: str | None = None
    status: EventStatus
    issues: tuple[str, ...] = ()
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A matter that statements are about."""

    id: str
    label: str
    description: str
    found: Literal["taxonomy", "discovered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an actor stands on an issue."""

    actor: str
    issue: str
    stance: Stance
    toward: str
    evidence: tuple[str, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two actors stand to each other on an issue."""

    pair: tuple[str, str]
    issue: str
    relation: Literal["agree", "disagree", "partly", "unclear"]
    evidence: tuple[str, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """One claim that two or more articles carry."""

    id: str
    claim: str
    support: tuple[Span, ...]
    outlets: tuple[str, ...]
    independent_origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one report says in a conflict."""

    span: Span
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A point on which reports differ; every side is kept, no winner is picked."""

    id: str
    kind: ConflictKind
    about: str
    sides: tuple[Side, ...]
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about the same events, with the ISO 8601 dates between which they were published."""

    id: str
    title: str
    articles: tuple[str, ...]
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Failure:
    """What could not be read, at which stage, and why."""

    source: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was found in a pile of pages."""

    format: str = FORMAT
    documents: tuple[Document, ...] = ()
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    failures: tuple[Failure, ...] = ()
