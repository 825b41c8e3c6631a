"""A brief: what a reader is shown of a record, chosen and in order. Its JSON form has its keys in this order."""

from dataclasses import dataclass
from typing import Literal

from communique.domain import Dateline, Outlet, Published, Span, StatementKind

FORMAT = "communique.brief/1"

GapKind = Literal["unread", "untold", "dropped", "noticed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that the brief rests on. `number` is how the brief refers to it; `path` is the page it stands in."""

    number: int
    article: str
    document: str
    path: str
    title: Span | None = None
    outlet: Outlet | None = None
    byline: Span | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    statements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement, in the words of one article.

    source: number of the article.
    context: the sentence or sentences that it stands in.
    told_by: who reports it inside a statement of their own (`nested_in`).
    """

    statement: str
    source: int
    kind: StatementKind
    speaker: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    context: Span
    addressees: tuple[str, ...] = ()
    said_on: str | None = None
    nested_in: str | None = None
    told_by: str | None = None
    confidence: float
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article has from one speaker, in text order."""

    source: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker, or several who spoke as one, with the reports of every article in date order.

    known: `actor` when the speaker is an actor of the record, `words` when only the words in print are the same.
    about: offices held and country, as far as they are known.
    jointly: ids of voices in which this one speaks together with others.
    """

    id: str
    name: str
    known: Literal["actor", "words"]
    actors: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    outlets: int
    articles: int
    statements: int
    jointly: tuple[str, ...] = ()
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the program could not read or tell, dropped because its words did not stand, or noticed on the way.

    sources: numbers of the articles concerned. path: the page concerned, when it has no article in the brief.
    """

    kind: GapKind
    what: str
    sources: tuple[int, ...] = ()
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a brief is made from.

    outlets: names of those that are known. without_outlet: articles whose outlet is not known.
    first, last: dates of the first and the last dated article.
    """

    articles: int
    outlets: tuple[str, ...]
    without_outlet: int
    first: str | None
    last: str | None
    statements: int
    speakers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Who said what according to whom, the sources, and what remains open."""

    format: str = FORMAT
    scope: Scope
    voices: tuple[Voice, ...] = ()
    unnamed: tuple[Report, ...] = ()
    sources: tuple[Source, ...] = ()
    gaps: tuple[Gap, ...] = ()
