"""Which outlet published an article, and whose reporting it is.

Stated is an outlet only where the page's own words say it: a copyright line, a passage about the outlet, its name over
or under the story, a byline with it. An agency's credit is never the outlet. Where the page and its metadata name
different outlets, the metadata tell who published it, as a page of a partner keeps the copyright line of its source.
"""

import re
from collections.abc import Iterator, Sequence

from communique.articles import credits as credit
from communique.articles.datelines import Found as DatelineFound
from communique.articles.marks import Mark
from communique.articles.passages import HEADER, Passage
from communique.domain.documents import Claims, Document, Origin, Outlet
from communique.domain.spans import Span
from communique.knowledge import agency_named, outlet_at, outlet_named
from communique.knowledge.outlets import host_of

RIGHTS = re.compile(
    r"(?:(?:copyright|©|\(c\)|&copy;)[\s,]*)+(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d"
    r"|present))?[\s,]*)?(?:by\s+|(?:copyright|©|\(c\))\s*)?"
    r"(?P<name>[^.,|©\n(]{2,60}?)\s*(?:(?:19|20)\d\d\b|\.(?:\s|$)|,|\||\(|©|-\s|–\s|\ball rights|\ba "
    r"division|\ba service|$)",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"(?:The )?(?P<name>[A-Z][\w/.&’'-]*(?: (?:of |the |and |& )?[A-Z][\w/.&’'-]*){0,5}?)(?:[’']s?)?,? "
    r"(?:journalists|reporters|correspondents|is|was|has|are|provides?|covers?|publish|brings?|delivers?"
    r"|operates?)\b"
)
LEGAL_FORM = re.compile(
    r",?\s+(?:Inc|LLC|L\.L\.C|Ltd|Limited|plc|PLC|GmbH|Corp|Corporation|Co|Company|S\.A|AG|BV|Pty)\.?$"
)
NO_NAME = re.compile(
    r"(?:all rights|notice|rights reserved|\d+|the authors?|this|our|we|us|your?|it|they|he|she)\b", re.IGNORECASE
)


def outlet(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], dateline: DatelineFound | None
) -> Outlet | None:
    """The outlet that published an article; None where nothing names it."""
    claimed = _claimed(document.claims)
    for name, evidence in _stated(document, page, marks, dateline):
        if claimed is None or claimed.name.casefold() == name.casefold():
            return Outlet(name=name, how="stated", evidence=evidence)
    return claimed


def origin(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], dateline: DatelineFound | None
) -> Origin:
    """Whose reporting an article is.

    Wire: an agency's own credit in the dateline, byline, copyright line or alone below the story. Staff: `With
    reporting by` agencies, as the outlet wrote it from their reports.
    """
    helped: Origin | None = None
    for i, (passage, mark) in enumerate(zip(page, marks, strict=True)):
        span = document.span(passage.start, passage.end)
        agencies = credit.agencies_in(re.sub(r"^by\s+", "", passage.text, flags=re.IGNORECASE))
        if mark.label == "body" and dateline and dateline.credited and not any(m.label == "body" for m in marks[:i]):
            agency = agency_named(dateline.agency or "")
            if agency:
                return Origin(
                    kind="wire", agency=agency.name, evidence=(span.part(span.start, span.start + dateline.end),)
                )
        own = mark.label in {"byline", "agency-credit"} and len(agencies) == 1
        if own and not credit.is_reporting_credit(passage.text) and "news" in agencies[0].gives:
            return Origin(kind="wire", agency=agencies[0].name, evidence=(span,))
        if mark.label == "copyright" and (right := RIGHTS.search(passage.text[:300])):
            holder = agency_named(LEGAL_FORM.sub("", right["name"].strip()))
            if holder and outlet_named(holder.name) != outlet_at(document.claims.url or ""):
                return Origin(kind="wire", agency=holder.name, evidence=(span,))
        if mark.label == "agency-credit" and credit.is_reporting_credit(passage.text) and helped is None:
            with_help = re.match(r"\W*with\b", passage.text, re.IGNORECASE)
            helped = Origin(kind="staff" if with_help else "unknown", evidence=(span,))
    return helped or Origin()


def _claimed(claims: Claims) -> Outlet | None:
    if claims.outlet and claims.outlet.strip():
        name = claims.outlet.strip()
        known = outlet_named(name)
        return Outlet(name=known.name if known else name, how="metadata")
    known = outlet_at(claims.url) if claims.url else None
    host = host_of(claims.url) if claims.url else ""
    name = known.name if known else host
    return Outlet(name=name, how="url") if name and "." in (host or name) else None


def _stated(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], dateline: DatelineFound | None
) -> Iterator[tuple[str, Span]]:
    for passage, mark in zip(page, marks, strict=True):
        text = passage.text
        name: str | None = None
        if mark.label == "copyright" and (match := RIGHTS.search(text[:300])):
            name = LEGAL_FORM.sub("", match["name"].strip())
        elif mark.label == "about-outlet" and (match := OWNER.match(text[:300])):
            name = match["name"]
        elif passage.header in {"source", "publication", "outlet"} and (match := HEADER.match(text)):
            name = text[match.end() :].strip()
        elif mark.label in {"section-label", "navigation", "about-outlet", "metadata"}:
            name = text.strip(" |-–—»:") if outlet_named(text.strip(" |-–—»:")) else None
        elif mark.label == "byline" and "," in text:
            name = text.rpartition(",")[2].strip()
            name = name if outlet_named(name) else None
        if name and (good := _good(name)):
            at = passage.start + text.index(name)
            yield good, document.span(at, at + len(name))
    lead = next((p for p, m in zip(page, marks, strict=True) if m.label == "body"), None)
    if lead and dateline and dateline.agency and not dateline.credited and (known := outlet_named(dateline.agency)):
        at = lead.start + lead.text.index(dateline.agency)
        yield known.name, document.span(at, at + len(dateline.agency))


def _good(name: str) -> str | None:
    """The name by which the outlet is known, None where it is an agency's or no name."""
    if agency_named(name) or agency_named(LEGAL_FORM.sub("", name)) or NO_NAME.match(name) or not name[:1].isalnum():
        return None
    known = outlet_named(name)
    if known:
        return known.name
    return name if name[:1].isupper() and not name.isdigit() else None
