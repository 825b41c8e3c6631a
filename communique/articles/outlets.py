"""Which outlet published an article, and whose reporting it is.

Stated is an outlet only where the page's own words say it: a copyright line, a passage about the outlet, its name over
or under the story, a byline with it. An agency's credit is never the outlet. Where the page and its metadata name
different outlets, the metadata tell who published it, as a page of a partner keeps the copyright line of its source.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal
from urllib.parse import urlsplit

from communique.articles import credits as credit
from communique.articles.datelines import Found as DatelineFound
from communique.articles.marks import STAMPS, Mark
from communique.articles.mastheads import AGENCY_WORD, named_in, tells_edition
from communique.articles.passages import HEADER, Passage
from communique.articles.wording import in_capitals, is_masthead, sounds_like_outlet
from communique.domain.documents import Claims, Document, Origin, Outlet
from communique.domain.spans import Span
from communique.knowledge import Agency, agency_named, outlet_at, outlet_named, page_line, place_name
from communique.knowledge.outlets import HOST, host_of

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
FROM = re.compile(r"source\s*:\s*(?P<name>[^,;/]{2,40}?)(?= and |$|[,;/])", re.IGNORECASE)
URL = re.compile(r"https?://\S+$", re.IGNORECASE)
LEGAL_FORM = re.compile(
    r",?\s+(?:Inc|LLC|L\.L\.C|Ltd|Limited|plc|PLC|GmbH|Corp|Corporation|Co|Company|S\.A|AG|BV|Pty)\.?$"
)
HELP = re.compile(r"\b(?:with|contribut\w+|information|material|inputs?|files)\b|\band (?:news )?agenc", re.IGNORECASE)
BY = re.compile(r"^by\s+", re.IGNORECASE)
WRITERS = re.compile(r"\s+(?:staff\s+)?(?:writers?|reporters?|correspondents?|journalists?)\W*$", re.IGNORECASE)
OF_AGENCY = re.compile(r"\s*[(|]\s*|\s+of\s+")
BESIDE = re.compile(r"\w\s+(?:and|with)\s+(?:the )?(?P<agency>[^,|/()]+)$", re.IGNORECASE)  # `By Jane Roe and AFP`
WIRES = frozenset({"agencies", "agency", "newswire", "wire", "wires"})  # parts of an address
WITH = re.compile(r"\W*with\b", re.IGNORECASE)
PUBLISHER = frozenset("source publication outlet publisher site site_name sitename website newspaper url".split())
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

    Wire: an agency's own credit in the dateline, byline, beside the date, in the copyright line or alone below the
    story; between paragraphs it is a picture's. Staff: `With reporting by` agencies, as the outlet wrote it from
    their reports.
    """
    helped: Origin | None = None
    body = [i for i, m in enumerate(marks) if m.label == "body"]
    lead = body[0] if body else None
    for i, (passage, mark) in enumerate(zip(page, marks, strict=True)):
        span = document.span(passage.start, passage.end)
        beside_date = mark.label in STAMPS and lead is not None and i < lead
        credited = beside_date or mark.label in {"byline", "agency-credit"}
        agencies = (credit.agencies_in(passage.text) or _writers_agencies(passage.text)) if credited else ()
        if i == lead and dateline and dateline.agency and (kind := _kind(document, page, marks, dateline.agency)):
            known = agency_named(dateline.agency)
            words = span.part(span.start, span.start + dateline.end)
            return Origin(kind=kind, agency=known.name if known else dateline.agency, evidence=(words,))
        joined = mark.label == "byline" and agencies and BESIDE.search(passage.text)
        if joined and len(agencies) == 1 and agency_named(joined["agency"]):
            helped = helped or Origin(kind="staff", evidence=(span,))
            continue
        own = len(agencies) == 1 and not HELP.search(passage.text)
        pictured = mark.label == "agency-credit" and body and body[0] < i < body[-1]
        if own and not pictured and not credit.is_reporting_credit(passage.text) and "news" in agencies[0].gives:
            return Origin(kind="wire", agency=agencies[0].name, evidence=(span,))
        if mark.label == "copyright" and (right := RIGHTS.search(passage.text[:300])):
            holder = agency_named(LEGAL_FORM.sub("", right["name"].strip()))
            if holder and outlet_named(holder.name) != outlet_at(document.claims.url or ""):
                return Origin(kind="wire", agency=holder.name, evidence=(span,))
        if mark.label == "agency-credit" and helped is None:
            helped = _helped(passage.text, span)
    return helped or _addressed(document.claims.url)


def _writers_agencies(line: str) -> tuple[Agency, ...]:
    """The agencies of a byline: `By Jane Roe, Associated Press writer`, `By Jane Roe (Reuters)`, `Jane Roe of AFP`."""
    parts = OF_AGENCY.split(WRITERS.sub("", BY.sub("", line.strip())).strip(" ()[]."))
    return tuple(dict.fromkeys(agency for part in parts for agency in credit.agencies_in(part)))


def _addressed(url: str | None) -> Origin:
    """What the address of a page tells: `/wires/afp/`, `/aponline/`; no words of the page say so."""
    steps = [step.casefold() for step in urlsplit(url or "").path.split("/") if step]
    named = [after for step, after in pairwise(steps) if step in WIRES]
    named += [step.removesuffix("online") for step in steps if step.endswith("online")]
    agency = next(filter(None, map(agency_named, named)), None)
    return Origin(kind="wire", agency=agency.name) if agency else Origin()


def _helped(text: str, credit_span: Span) -> Origin | None:
    """What a credit below the story tells: the outlet's own text where it says that agencies helped."""
    with_help = WITH.match(text) or (HELP.search(text) and credit.agencies_in(text))
    if not (with_help or credit.is_reporting_credit(text)):
        return None
    return Origin(kind="staff" if with_help else "unknown", evidence=(credit_span,))


def _kind(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], agency: str
) -> Literal["wire", "unknown"] | None:
    """Whose reporting a name in the dateline makes an article: an agency's where it is known or called so on the page.

    None where the name is the outlet's own.
    """
    if agency_named(agency):
        return "wire"
    own = document.claims.outlet or ""
    if outlet_named(agency) or agency.casefold() == own.strip().casefold():
        return None
    called = re.compile(rf"\b{re.escape(agency)}\b(?: (?:Press|News|Wire))? (?:Agency|Service)\b")
    credits_ = (
        p.text for p, m in zip(page, marks, strict=True) if m.label in {"agency-credit", "caption", "copyright"}
    )
    named = any(called.search(text) for text in (agency, *credits_)) or AGENCY_WORD.search(agency)
    return "wire" if named else "unknown"


def _claimed(claims: Claims) -> Outlet | None:
    if claims.outlet and claims.outlet.strip():
        name = claims.outlet.strip()
        known = outlet_named(name)
        return Outlet(name=known.name if known else _address(name) or name, how="metadata")
    known = outlet_at(claims.url) if claims.url else None
    host = host_of(claims.url) if claims.url else ""
    name = known.name if known else host
    return Outlet(name=name, how="url") if name and "." in (host or name) else None


def _stated(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], dateline: DatelineFound | None
) -> Iterator[tuple[str, Span]]:
    top = next((p.start for p, m in zip(page, marks, strict=True) if m.label == "body"), len(document.text))
    banner = _banner(page, marks)
    for passage, mark in zip(page, marks, strict=True):
        text = passage.text
        above = passage.start < top
        name = text if passage is banner else _told(passage, mark, above=above)
        if name is None and above and mark.label != "title" and tells_edition(text):
            name = named_in(text)
        if name and (good := _address(name) or _good(name)):
            at = passage.start + text.index(name)
            shouted = good.isupper() and " " in good
            yield good.title() if shouted else good, document.span(at, at + len(name))
    lead = next((p for p, m in zip(page, marks, strict=True) if m.label == "body"), None)
    if lead and dateline and dateline.agency and not dateline.credited and (known := outlet_named(dateline.agency)):
        at = lead.start + lead.text.index(dateline.agency)
        yield known.name, document.span(at, at + len(dateline.agency))


def _told(passage: Passage, mark: Mark, *, above: bool) -> str | None:
    """The name that a passage of this kind gives as the outlet's. above: whether it stands above the story."""
    text = passage.text
    if mark.label == "copyright" and (match := RIGHTS.search(text[:300])):
        name = LEGAL_FORM.sub("", match["name"].strip())
        return None if AGENCY_WORD.search(name) else name
    named = {"about-outlet": OWNER, "agency-credit": FROM}.get(mark.label)
    if named and (match := named.match(text[:300])):
        return match["name"] if mark.label == "about-outlet" or outlet_named(match["name"]) else None
    if passage.header in PUBLISHER:
        return text[match.end() if (match := HEADER.match(text)) else 0 :].strip()
    if mark.label in {"section-label", "navigation", "about-outlet", "metadata"} and not page_line(text):
        masthead = text if above and is_masthead(text) else None
        return _shown(text.strip(" |-–—»:"), behind_title=passage.tail) or masthead
    if mark.label in {"byline", *STAMPS}:
        return named_in(text)
    return None


def _banner(page: Sequence[Passage], marks: Sequence[Mark]) -> Passage | None:
    """The name at the top of a page, over the links to its sections."""
    if len(page) < 2 or marks[0].label != "section-label":
        return None
    links = any(mark.label == "navigation" for mark in marks[1:3])
    text = page[0].text
    return (
        page[0] if links and in_capitals(text) and " " in text and not (page_line(text) or place_name(text)) else None
    )


def _shown(name: str, *, behind_title: bool) -> str | None:
    """A name that stands alone, where it is an outlet's: known, an address, or like one behind a title."""
    address = HOST.fullmatch(name) and host_of(name)
    return name if outlet_named(name) or address or (behind_title and sounds_like_outlet(name)) else None


def _address(name: str) -> str | None:
    """The outlet at a URL or bare host name, by its name where it is known, None where the words are no address."""
    if not (URL.match(name) or HOST.fullmatch(name)):
        return None
    known = outlet_at(name)
    return known.name if known else host_of(name) or None


def _good(name: str) -> str | None:
    """The name by which the outlet is known, None where it is an agency's or no name."""
    if agency_named(name) or agency_named(LEGAL_FORM.sub("", name)) or NO_NAME.match(name) or not name[:1].isalnum():
        return None
    known = outlet_named(name)
    if known:
        return known.name
    return name if name[:1].isupper() and not name.isdigit() else None
