"""Articles: what on a page is the reporting, and what is known of it.

`find` gives the articles of a document, `explain` the label of every passage with the rule that says so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.articles.bylines import PLACED, name_bounds, signed
from communique.articles.datelines import Found, dateline
from communique.articles.markdown import read_as
from communique.articles.marks import Label, Mark
from communique.articles.outlets import origin, outlet
from communique.articles.pages import Cut, cuts
from communique.articles.passages import HEADER, Passage
from communique.articles.publishing import published
from communique.articles.wording import names_speaker
from communique.domain.documents import Article, Claims, Dateline, Document, Furniture
from communique.domain.ids import content_id
from communique.domain.spans import Span
from communique.errors import ItemFailed
from communique.knowledge import language_name

__all__ = ["Labelled", "explain", "find"]

STAGE = "articles"
SPEAKERS = 2  # paragraphs with a speaker's name that make a transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A passage with its label, the reason in words, and the number of the article it belongs to, from 1."""

    label: Label
    span: Span
    reason: str
    article: int


def find(document: Document) -> tuple[Article, ...]:
    """The articles of a document. Their spans together cover every visible character once.

    Raises:
        ItemFailed: the page holds no article, or none in English.
    """
    found = cuts(document)
    told = [cut for cut in found if cut.told and cut.language is None]
    if not told:
        other = next((cut.language for cut in found if cut.language), None)
        reason = f"written in {language_name(other)}, only English is read" if other else _missing(document)
        raise ItemFailed(document.source, STAGE, reason)
    return tuple(_article(document, cut, extra, first=cut is told[0]) for cut, extra in _shared_out(found))


def explain(document: Document) -> tuple[Labelled, ...]:
    """Every passage of a page with its label and the reason, in order; for a page without an article as well."""
    return tuple(
        Labelled(label=mark.label, span=document.span(passage.start, passage.end), reason=mark.reason, article=number)
        for number, (cut, extra) in enumerate(_shared_out(cuts(document)), 1)
        for passage, mark in sorted([*zip(cut.page, cut.marks, strict=True), *extra], key=lambda pair: pair[0].start)
    )


def _missing(document: Document) -> str:
    return "no article on this page" if document.text.strip() else "the page holds no text"


def _shared_out(found: Iterable[Cut]) -> list[tuple[Cut, list[tuple[Passage, Mark]]]]:
    """The articles in English, each with the passages of those beside it that are no article or in another language."""
    shared: list[tuple[Cut, list[tuple[Passage, Mark]]]] = []
    waiting: list[tuple[Passage, Mark]] = []
    for cut in found:
        if cut.told and cut.language is None:
            shared.append((cut, waiting))
            waiting = []
            continue
        reason = f"written in {language_name(cut.language)}" if cut.language else ""
        rest = [
            (p, Mark(label="other-language", reason=reason) if cut.language and m.label in {"title", "body"} else m)
            for p, m in zip(cut.page, cut.marks, strict=True)
        ]
        (shared[-1][1] if shared else waiting).extend(rest)
    if waiting:
        nothing = Cut(page=(), marks=(), language=None)
        shared.append((nothing, waiting))
    return shared


def _article(document: Document, cut: Cut, extra: list[tuple[Passage, Mark]], *, first: bool) -> Article:
    claims = document.claims if first else Claims(url=document.claims.url, outlet=document.claims.outlet)
    spans = [(document.span(p.start, p.end), m) for p, m in zip(cut.page, cut.marks, strict=True)]
    title = next((s for s, m in spans if m.label == "title"), None)
    body = tuple(s for s, m in spans if m.label == "body")
    furniture = [Furniture(kind=m.label, span=s) for s, m in spans if m.label not in {"title", "body"}]  # type: ignore[arg-type]
    furniture += [Furniture(kind=m.label, span=document.span(p.start, p.end)) for p, m in extra]  # type: ignore[arg-type]
    found = _dateline(body)
    place = found and found.place and Dateline(place=found.place, span=_without_marks(body[0], found.end))
    return Article(
        id=content_id("art", document.id, body[0].start, body[0].text),
        document=document.id,
        title=title,
        outlet=outlet(document, cut.page, cut.marks, found),
        byline=_byline(document, cut),
        published=published(document, cut.page, cut.marks, found, claims=claims if first else Claims()),
        dateline=place or None,
        body=body,
        furniture=tuple(sorted(furniture, key=lambda f: f.span.start)),
        origin=origin(document, cut.page, cut.marks, found),
    )


def _linked_name(text: str) -> tuple[int, int] | None:
    """The first name of a byline in Markdown that links its names."""
    read = read_as(text)
    bounds = name_bounds(read) if read != text else None
    names = re.split(r",| and ", read[slice(*bounds)]) if bounds else []
    at = text.find(names[0].strip()) if names else -1
    return (at, at + len(names[0].strip())) if at >= 0 else None


def _dateline(body: Sequence[Span]) -> Found | None:
    """The dateline that a story begins with; `SMITH:` is none where others speak as well, as in a transcript."""
    found = dateline(body[0].text)
    if found and found.mark == ":" and sum(names_speaker(s.text) for s in body[1:]) >= SPEAKERS:
        return None
    return found


def _without_marks(lead: Span, end: int) -> Span:
    """The dateline at the start of the first paragraph, without Markdown's marks of emphasis around it."""
    words = lead.text[:end].strip("*_ ")
    start = lead.start + lead.text.index(words)
    return lead.part(start, start + len(words))


def _byline(document: Document, cut: Cut) -> Span | None:
    """The names in the first byline that says `By`, else in the first."""
    lines = [p for p, m in zip(cut.page, cut.marks, strict=True) if m.label == "byline"]
    for passage in sorted(lines, key=lambda p: not (p.header or signed(p.text))):
        if passage.header and (match := HEADER.match(passage.text)):
            return document.span(passage.start + match.end(), passage.end)
        bounds = name_bounds(passage.text) or _linked_name(passage.text)
        if bounds is None and (placed := PLACED.match(passage.text)):
            bounds = placed.span("names")
        if bounds is None and len(passage.text.split()) <= 4 and passage.text[:1].isupper():
            bounds = (0, len(passage.text))
        if bounds:
            return document.span(passage.start + bounds[0], passage.start + bounds[1])
    return None
