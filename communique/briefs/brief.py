"""A brief: what a reader is shown of a record, chosen and in order. Its JSON form has its keys in this order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from communique.briefs.aligned import Topic
from communique.briefs.matrix import Matrix
from communique.briefs.summary import Highlight
from communique.domain import (
    ActorType,
    ConflictKind,
    Dateline,
    EventStatus,
    FurnitureKind,
    MentionForm,
    Origin,
    Outlet,
    Place,
    Published,
    Span,
    StatementKind,
    Verdict,
)

FORMAT = "communique.brief/1"
COMPARISON_FORMAT = "communique.comparison/1"

GapKind = Literal["unread", "untold", "dropped", "noticed"]
ActorKind = Literal["person", "state", "organisation", "group", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How many passages of a page were labelled as something else than the reporting."""

    kind: FurnitureKind
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that the brief rests on. `number` is how the brief refers to it; `path` is the page it stands in.

    origin: whose reporting it is, where that is known. copy_of: number of the article with whose text it is shared.
    story: title of its story, where there are several. cleaned: what of the page was set aside, the most first.
    """

    number: int
    article: str
    document: str
    path: str
    title: Span | None = None
    outlet: Outlet | None = None
    byline: Span | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    origin: Origin | None = None
    copy_of: int | None = None
    story: str | None = None
    statements: int = 0
    cleaned: tuple[Cleaned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A day of a story: the encounter (id, label) that articles begin with, their numbers, and their words for it."""

    event: str
    label: str
    date: str
    sources: tuple[int, ...]
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySources:
    """A story and the numbers of its articles. chapters: where its articles begin with encounters of several days."""

    id: str
    title: str
    sources: tuple[int, ...]
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement, in the words of one article.

    source: number of the article.
    context: the sentence or sentences that it stands in.
    told_by: who reports it inside a statement of their own (`nested_in`).
    occasion, at: the entry of the timeline at which it was said, id and label.
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
    occasion: str | None = None
    at: str | None = None
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
    named: whether any article gives the actor a name.
    about: offices held and country, as far as they are known.
    jointly: ids of voices in which this one speaks together with others.
    """

    id: str
    name: str
    known: Literal["actor", "words"]
    named: bool = False
    actors: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    outlets: int
    articles: int
    statements: int
    jointly: tuple[str, ...] = ()
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How often an actor, or words for it, stand in one article, and where first. source: number of the article."""

    source: int
    times: int
    first: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Words for an actor as they are printed, white space run together, with the articles that print them."""

    words: str
    form: MentionForm
    metonym: bool
    times: int
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that an actor is said to hold, and where. of: name of the body; since, until: ISO 8601."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Another actor that an actor speaks to, hears from or is named with; how often, and the first time where.

    times: statements, or sentences in which both are named. statements: their ids, newest first.
    """

    actor: str
    name: str
    times: int
    source: int
    first: Span
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who an actor is, as far as the articles tell.

    kind: the part of the page it stands in; type: what the record says it is.
    named: whether any article gives a name. minor: whether a reader in a hurry can do without.
    country: its English name. names: by name, then by the seat that stands for it, then by adjective.
    descriptions: noun phrases without a name. pronouns: how many.
    statements: ids of lines of the brief, those of the newest article first. jointly: how many are shared with others.
    voice: the one with those that are not.
    named_with: those most often named in one sentence with this actor.
    """

    id: str
    name: str
    kind: ActorKind
    type: ActorType
    named: bool
    minor: bool
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    roles: tuple[Office, ...] = ()
    names: tuple[Alias, ...] = ()
    descriptions: tuple[Alias, ...] = ()
    pronouns: int = 0
    outlets: int
    mentions: int
    articles: tuple[Printed, ...] = ()
    statements: tuple[str, ...] = ()
    jointly: int = 0
    voice: str | None = None
    addressed: tuple[Companion, ...] = ()
    addressed_by: tuple[Companion, ...] = ()
    named_with: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in an event. actor: id of the profile."""

    actor: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where one article tells of an event: how often, the first words, and the sentence they stand in."""

    source: int
    times: int
    first: Span
    context: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event on the timeline.

    date: as in the record, None where it names no days of the calendar; first, last: the days it may mean.
    date_how: how it is known, or why there is none.
    statements: ids of the lines that were said there. minor: whether a reader in a hurry can do without.
    """

    event: str
    label: str
    kind: str
    type: str | None = None
    mode: str | None = None
    status: EventStatus
    date: str | None = None
    date_how: str | None = None
    first: str | None = None
    last: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    outlets: int
    told: tuple[Telling, ...]
    statements: tuple[str, ...] = ()
    minor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article, and the sentence that they stand in. source: number of the article."""

    source: int
    span: Span
    context: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A claim that two or more articles carry. independent_origins: copies of one text count once."""

    id: str
    claim: str
    outlets: tuple[str, ...]
    independent_origins: int
    support: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A point on which reports differ, every side of it, of what kind it is and why it is taken for that."""

    id: str
    kind: ConflictKind
    about: str
    verdict: Verdict
    why: str
    sides: tuple[Passage, ...]


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

    title: of the story that most of the articles are of; None where there is none.
    outlets: names of those that are known. without_outlet: articles whose outlet is not known.
    first, last: dates of the first and the last dated article.
    events: on the timeline.
    """

    title: str | None = None
    articles: int
    outlets: tuple[str, ...]
    without_outlet: int
    first: str | None
    last: str | None
    statements: int
    speakers: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a reader is shown, section by section, in the order that every form has.

    topics: what was said, by issue. voices: the same by speaker; unnamed: what has none. gaps: what remains open.
    stories: those that the sources are of, the largest first; empty where it is one.
    """

    format: str = FORMAT
    scope: Scope
    summary: tuple[Highlight, ...] = ()
    matrix: Matrix = field(default_factory=Matrix)
    topics: tuple[Topic, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Entry, ...] = ()
    voices: tuple[Voice, ...] = ()
    unnamed: tuple[Report, ...] = ()
    actors: tuple[Profile, ...] = ()
    stories: tuple[StorySources, ...] = ()
    sources: tuple[Source, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """What each article reports of each speaker, and without one."""
        return (*(report for voice in self.voices for report in voice.reports), *self.unnamed)

    @property
    def lines(self) -> Iterator[Line]:
        """Every statement in print."""
        return (line for report in self.reports for line in report.lines)
