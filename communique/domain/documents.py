"""Documents, as they were read, and the articles found in them. Cleaning labels spans; it never deletes."""

from dataclasses import dataclass
from typing import Literal

from communique.domain.spans import Span

How = Literal["stated", "metadata", "url", "feed", "inferred"]
Precision = Literal["minute", "day", "month", "year"]
FurnitureKind = Literal[
    "navigation", "section-label", "breaking-label", "caption", "caption-counter", "photo-credit",
    "agency-credit", "byline", "date-stamp", "update-stamp", "follow", "share", "about-outlet", "copyright",
    "legal-notice", "repeated-title", "subheading", "summary-bullet", "teaser", "promotion", "media-control",
    "correction", "metadata", "other-language", "unknown",
]  # fmt: skip
OriginKind = Literal["staff", "wire", "copy", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What the source says about a page outside its text: HTML metadata, feed or JSON fields. None of it checked."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_how: Literal["metadata", "feed"] = "metadata"
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page as read: `text` never changes afterwards, and every span is a slice of it.

    source: path or URL as given, with `#N` for the Nth line of a JSON lines file.
    sha256: hex digest of the bytes read (of the line's, in a JSON lines file).
    notes: what was noticed in reading that a user should know, such as a wrong encoding.
    """

    id: str
    source: str
    sha256: str
    media_type: str
    retrieved_at: str | None = None
    text: str
    claims: Claims = Claims()
    notes: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The passage from `start` to `end`.

        Raises:
            ValueError: it is empty or reaches outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"[{start}, {end}) is empty or not inside [0, {len(self.text)})"
            raise ValueError(message)
        return Span(document=self.id, start=start, end=end, text=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A passage of a page that is not the reporting, and what it is instead."""

    kind: FurnitureKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published an article, and how that is known; `stated` carries the words that state it."""

    name: str
    how: How
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published: an ISO 8601 date, or an interval (`START/END`), no more precise than known."""

    date: str
    precision: Precision
    how: How
    evidence: Span | None = None

    @property
    def day(self) -> str:
        """The date, or the interval, without the time of day."""
        return self.date if self.interval else self.date[:10]

    @property
    def interval(self) -> bool:
        """Whether nothing is known but the days between which it was."""
        return "/" in self.date

    @property
    def first(self) -> str:
        """The first of the days that it can have been."""
        return self.date.partition("/")[0]

    @property
    def last(self) -> str:
        """The last of the days that it can have been."""
        return self.date.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where an article says that it was written."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whose reporting an article is: the outlet's own, an agency's, or a copy of another article."""

    kind: OriginKind = "unknown"
    agency: str | None = None
    copy_of: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a document. Title, body paragraphs and furniture cover every visible character once.

    body: the paragraphs of the reporting, in order; the dateline is part of the first.
    story: id of the story it belongs to, None until stories are grouped.
    """

    id: str
    document: str
    title: Span | None = None
    outlet: Outlet | None = None
    byline: Span | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    language: str = "en"
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    story: str | None = None
    origin: Origin = Origin()
