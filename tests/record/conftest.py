"""A page written for a test, told piece by piece what a reader would have found in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from communique.domain import (
    Article,
    Attribution,
    Dateline,
    Description,
    Document,
    EventMention,
    Mention,
    Published,
    Reading,
    Record,
    Span,
    TimeExpression,
)
from communique.domain.moments import Moment
from communique.domain.readings import ActorType, EventStatus
from communique.knowledge.calendar import WEEKDAY_NUMBERS
from communique.record import build

UNKNOWN = Moment(unit="day", number=0, floating=True)
TYPES = dict.fromkeys(("meeting", "talks", "visit", "phone call"), "CONSULT") | {
    "accusation": "ACCUSE",
    "protest": "PROTEST",
    "detention": "COERCE",
}


@dataclass
class Page:
    """An article of sentences, one a line, and what is found in it."""

    name: str
    text: str
    published: str | None = None
    title: str = ""
    dateline: str = ""
    mentions: list[Mention] = field(default_factory=list)
    chains: dict[str, list[int]] = field(default_factory=dict)
    descriptions: list[Description] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return Document(id=self.name, source=self.name, sha256="", media_type="text/plain", text=self.text)

    def span(self, words: str) -> Span:
        """The first passage of these words."""
        at = self.text.index(words)
        return self.document.span(at, at + len(words))

    def actor(self, words: str, country: str = "", kind: ActorType = "person", title: str = "foreign minister") -> int:
        """A mention by name; those of one name are one actor's."""
        index = len(self.mentions)
        self.mentions.append(Mention(span=self.span(words), type=kind, form="named"))
        self.chains.setdefault(words, []).append(index)
        if country:
            told = Description(mention=index, title=title, country=country, evidence=self.span(words))
            self.descriptions.append(told)
        return index

    def nominal(self, index: int) -> Mention:
        """The mention as one by a noun."""
        return replace(self.mentions[index], form="nominal")

    def state(self, words: str) -> int:
        return self.actor(words, kind="state")

    def place(self, words: str) -> int:
        return self.actor(words, kind="place")

    def time(self, words: str, value: str | None, kind: str = "DATE") -> int:
        """An expression; a weekday without a value is counted from the article's day."""
        weekday = WEEKDAY_NUMBERS.get(words.casefold())
        relative = UNKNOWN.turned("last", weekday + 1, 7) if weekday is not None and value is None else None
        told = TimeExpression(span=self.span(words), value=value, type=kind, relative=relative)  # type: ignore[arg-type]
        self.times.append(told)
        return len(self.times) - 1

    def event(
        self,
        words: str,
        kind: str = "meeting",
        *,
        trigger: str = "",
        actors: tuple[int, ...] = (),
        recipients: tuple[int, ...] = (),
        places: tuple[int, ...] = (),
        time: int | None = None,
        since: bool = False,
        status: EventStatus = "occurred",
        attribution: int | None = None,
    ) -> None:
        """An event told in some words."""
        span = self.span(words)
        at = span.start + words.index(trigger)
        mention = EventMention(
            span=span,
            trigger=span.part(at, at + len(trigger)) if trigger else span,
            type=TYPES.get(kind),
            kind=kind,
            actors=actors,
            recipients=recipients,
            places=places,
            time=time,
            since=since,
            status=status,
            attribution=attribution,
            confidence=0.9,
        )
        self.events.append(mention)

    def said(self, cue: str, content: str, speaker: int, addressee: int | None = None) -> None:
        """Words that somebody is reported to have said."""
        attribution = Attribution(
            kind="indirect",
            source=self.mentions[speaker].span,
            cue=self.span(cue),
            content=(self.span(content),),
            speakers=(speaker,),
            addressees=() if addressee is None else (addressee,),
            confidence=0.9,
        )
        self.attributions.append(attribution)

    @property
    def reading(self) -> Reading:
        sentences, at = [], 0
        for line in self.text.split("\n"):
            if line:
                sentences.append(self.document.span(at, at + len(line)))
            at += len(line) + 1
        return Reading(
            article=self.name,
            sentences=tuple(sentences),
            mentions=tuple(self.mentions),
            chains=tuple(tuple(chain) for chain in self.chains.values()),
            descriptions=tuple(self.descriptions),
            times=tuple(self.times),
            attributions=tuple(self.attributions),
            events=tuple(self.events),
        )

    @property
    def article(self) -> Article:
        stated = Published(date=self.published, precision="day", how="metadata") if self.published else None
        title = self.span(self.title) if self.title else None
        body = self.document.span(title.end + 1 if title else 0, len(self.text))
        where = Dateline(place=self.dateline, span=self.span(self.dateline)) if self.dateline else None
        return Article(id=self.name, document=self.name, title=title, published=stated, body=(body,), dateline=where)


@pytest.fixture
def write() -> Callable[..., Page]:
    return Page


@pytest.fixture
def record() -> Callable[..., Record]:
    """The record of some pages."""

    def of(*pages: Page) -> Record:
        return build([p.document for p in pages], [p.article for p in pages], [p.reading for p in pages], [])

    return of
