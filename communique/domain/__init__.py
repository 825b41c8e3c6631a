"""The types that every room speaks in: frozen, without I/O."""

from communique.domain.documents import (
    Article,
    Claims,
    Dateline,
    Document,
    Furniture,
    FurnitureKind,
    How,
    Origin,
    Outlet,
    Precision,
    Published,
)
from communique.domain.readings import (
    THINGS,
    ActorType,
    Attribution,
    Clause,
    Description,
    EventMention,
    EventStatus,
    Mention,
    MentionForm,
    Quantity,
    Reading,
    StatementKind,
    TimeExpression,
)
from communique.domain.record import (
    FORMAT,
    Actor,
    ActorMention,
    Conflict,
    ConflictKind,
    Corroboration,
    Difference,
    Event,
    Failure,
    Issue,
    Place,
    Position,
    Record,
    Relation,
    Role,
    Side,
    Stance,
    Statement,
    Story,
    Utterance,
    Verdict,
    Wording,
)
from communique.domain.spans import Span, gaps

__all__ = [
    "FORMAT", "THINGS", "Actor", "ActorMention", "ActorType", "Article", "Attribution", "Claims", "Clause", "Conflict",
    "ConflictKind", "Corroboration", "Dateline", "Description", "Difference", "Document", "Event", "EventMention",
    "EventStatus", "Failure", "Furniture", "FurnitureKind", "How", "Issue", "Mention", "MentionForm", "Origin",
    "Outlet", "Place", "Position", "Precision", "Published", "Quantity", "Reading", "Record", "Relation", "Role",
    "Side", "Span", "Stance", "Statement", "StatementKind", "Story", "TimeExpression", "Utterance", "Verdict",
    "Wording", "gaps",
]  # fmt: skip
