"""Records made for these tests, of states and outlets that do not exist."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Document,
    Event,
    Outlet,
    Published,
    Record,
    Span,
    Statement,
)

PEOPLE = {
    "tarn": Actor(id="tarn", name="Ivo Tarn", type="person", country="MRW", sector="GOV", mentions=()),
    "osk": Actor(id="osk", name="Lena Osk", type="person", country="HLW", sector="GOV", mentions=()),
    "merrow": Actor(id="merrow", name="Merrow", type="state", country="MRW", mentions=()),
    "radio": Actor(id="radio", name="Merrow radio", type="org", mentions=()),
    "council": Actor(id="council", name="The harbour council", type="org", mentions=()),
}
NAMES = {"Ivo Tarn": "tarn", "Lena Osk": "osk", "Merrow": "merrow"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an article says someone said: words that stand in its text, quotation marks and all."""

    words: str
    by: tuple[str, ...] = ("tarn",)
    at: str | None = None
    on: str | None = None
    to: tuple[str, ...] = ()
    cue: str | None = None
    inside: int | None = None  # index of the report that it is reported in


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article of one paragraph, what it reports, and the words in it that tell of events."""

    text: str
    reports: Sequence[Report] = ()
    title: str | None = None
    outlet: str | None = None
    day: str | None = None
    told: tuple[tuple[str, str], ...] = ()  # event id, words


def record(*pages: Page, events: Sequence[Event] = ()) -> Record:
    """The record of some pages; `a0` is the first article."""
    documents = [
        Document(id=f"d{n}", source=f"page{n}.txt", sha256="", media_type="text/plain", text=_text(page))
        for n, page in enumerate(pages)
    ]
    told: dict[str, list[Span]] = {event.id: [] for event in events}
    statements: list[Statement] = []
    for page, document in zip(pages, documents, strict=True):
        statements += _statements(page, document)
        for event, words in page.told:
            told[event].append(_find(document, words))
    return Record(
        documents=tuple(documents),
        articles=tuple(_article(page, document) for page, document in zip(pages, documents, strict=True)),
        actors=tuple(_named(actor, documents) for actor in PEOPLE.values()),
        statements=tuple(statements),
        events=tuple(replace(event, mentions=tuple(told[event.id])) for event in events),
    )


def event(name: str, label: str) -> Event:
    return Event(id=name, label=label, kind="meeting", status="occurred", mentions=())


def _text(page: Page) -> str:
    return f"{page.title}\n\n{page.text}" if page.title else page.text


def _article(page: Page, document: Document) -> Article:
    start = len(document.text) - len(page.text)
    return Article(
        id=f"a{document.id[1:]}",
        document=document.id,
        title=document.span(0, len(page.title)) if page.title else None,
        outlet=Outlet(name=page.outlet, how="stated") if page.outlet else None,
        published=Published(date=page.day, precision="day", how="stated") if page.day else None,
        body=(document.span(start, len(document.text)),),
    )


def _statements(page: Page, document: Document) -> list[Statement]:
    made: list[Statement] = []
    for n, report in enumerate(page.reports):
        content = _find(document, report.words)
        quotes = [i for i, c in enumerate(report.words) if c in '"“”']
        verbatim = [content.part(content.start + a, content.start + b + 1) for a, b in _pairs(quotes)]
        whole = bool(verbatim) and len(verbatim[0].text) >= len(content.text) - 1
        kind: Literal["direct", "mixed", "indirect"] = "direct" if whole else "mixed" if verbatim else "indirect"
        made.append(
            Statement(
                id=f"s{document.id[1:]}-{n}",
                article=f"a{document.id[1:]}",
                kind=kind,
                speakers=report.by,
                addressees=report.to,
                cue=_find(document, report.cue) if report.cue else None,
                content=(content,),
                verbatim=tuple(verbatim),
                occasion=report.at,
                said_on=report.on,
                nested_in=None if report.inside is None else made[report.inside].id,
                confidence=1.0,
            )
        )
    return made


def _pairs(places: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(places[::2], places[1::2], strict=True))


def _find(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return document.span(start, start + len(words))


def _named(actor: Actor, documents: Sequence[Document]) -> Actor:
    spans = (
        document.span(match.start(), match.end())
        for document in documents
        for name, named in NAMES.items()
        if named == actor.id
        for match in re.finditer(name, document.text)
    )
    return replace(actor, mentions=tuple(ActorMention(span=span, form="named") for span in spans))
