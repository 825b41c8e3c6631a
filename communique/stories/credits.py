"""Agencies named in what stands over and under a story, where cleaning the page left open whose reporting it is."""

import re
from collections.abc import Iterator

from communique.domain import Article, Origin, Span
from communique.knowledge import Agency, agency_named

LINES = frozenset({"agency-credit", "byline", "summary-bullet", "metadata", "unknown"})
LONGEST = 300  # characters of a credit
NAME = r"[\w.’'-]+(?: [\w.’'-]+){0,4}?"
LEAD = re.compile(rf"(?:[A-Z][\w .,’'-]{{1,60}}? )?\(?(?P<agency>{NAME})\)? ?[-–—]+ ")
SOURCE = re.compile(rf"(?:source|via|from|credit) ?: ?(?P<agency>{NAME})", re.IGNORECASE)
WRITER = re.compile(
    rf"(?:by )?(?:the )?(?P<agency>{NAME}) (?:staff )?(?:writers?|reporters?|correspondents?|journalists?|staff)"
    r"(?P<helped> .* contributed .*)?",
    re.IGNORECASE,
)
FEED = re.compile(
    rf"\bfrom (?:an? |the )?(?:syndicated |(?P<agency>{NAME}) )?(?:news )?feed\b"
    rf"(?: (?:of|from) (?:the )?(?P<of>{NAME})\b\W*$)?"
)
SIGNED_OFF = re.compile(r"\bediting by\b", re.IGNORECASE)  # as agencies sign what they sent
HELPED = re.compile(
    r"contributed (?:to|reporting)|\b(?:with|and) (?:news )?agenc(?:y|ies)|\bfrom (?:wire|agency) reports"
    r"|(?:based on|with|additional) (?:additional |further )?(?:reporting|reports?|material|inputs?|files)",
    re.IGNORECASE,
)


def origin(article: Article) -> Origin:
    """Whose reporting an article is, as its page says: as cleaning found it, else by the lines around the story.

    Staff: the outlet wrote it, with what agencies gave. `AP writer Jane Roe contributed` stands under the agency's own
    text as well as under the outlet's, and leaves it open, as a list of agencies does.
    """
    if article.origin.kind != "unknown":
        return article.origin
    for span in _lines(article):
        text = span.text.strip(" ()[].\n\t*_")
        match = SOURCE.fullmatch(text) or WRITER.fullmatch(text)
        if match and (agency := _news(match["agency"])):
            helped = match.groupdict().get("helped")
            return Origin(kind="unknown" if helped else "wire", agency=agency.name, evidence=(span,))
        if feed := FEED.search(text):
            sent = next(filter(None, (_news(name) for name in (feed["agency"], feed["of"]) if name)), None)
            return Origin(kind="wire", agency=sent.name if sent else None, evidence=(span,))
        if HELPED.search(text) and not SIGNED_OFF.search(text):
            return Origin(kind="staff", evidence=(span,))
    return _lead(article) or article.origin


def _lines(article: Article) -> Iterator[Span]:
    yield from (line.span for line in article.furniture if line.kind in LINES and len(line.span.text) <= LONGEST)
    if article.byline:
        yield article.byline


def _lead(article: Article) -> Origin | None:
    """`Reuters -` or `OSLO (AP) -` at the head of the story."""
    if not article.body or not (match := LEAD.match(article.body[0].text)):
        return None
    agency = _news(match["agency"])
    if agency is None:
        return None
    head = article.body[0]
    return Origin(kind="wire", agency=agency.name, evidence=(head.part(head.start, head.start + match.end("agency")),))


def _news(name: str) -> Agency | None:
    """The agency of that name, where it gives words and not only pictures; `trend` and `beta` are words."""
    agency = agency_named(name)
    printed = agency is not None and (name[:1].isupper() or name == agency.name)
    return agency if agency and printed and "news" in agency.gives else None
