"""Events as event data: a row an event, in the columns of POLECAT and some of our own; mentions in a second table.

docs/event-data.md says what each column holds.
"""

import csv
import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from itertools import chain
from types import MappingProxyType

from communique.domain import Actor, Article, Event, Place, Record, Span, soundness
from communique.domain.layout import Layout
from communique.domain.times import interval
from communique.knowledge.countries import SEPARATOR
from communique.knowledge.plover import cameo, event_types

UNKNOWN = "None"  # as POLECAT has it, for one of several values, so that lists of a row stay in step

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), wide forms included.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")

Cell = str | int | float | None | tuple[str | None, ...]
Row = dict[str, Cell]


@dataclass(frozen=True, kw_only=True)
class _Case:
    """An event with what its row is made from. articles: those that tell it, in order of publication."""

    event: Event
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    articles: tuple[Article, ...]
    raw: Mapping[str, str]

    @cached_property
    def days(self) -> tuple[str, str] | tuple[None, None]:
        """The first and the last day that the date may mean."""
        found = interval(self.event.date or "")
        return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The known outlets, each once."""
        return tuple(dict.fromkeys(article.outlet.name for article in self.articles if article.outlet))


def _party(role: str, held: Callable[[_Case], tuple[Actor, ...]]) -> dict[str, Callable[[_Case], Cell]]:
    """The columns of actors or recipients; the lists of a row are in step."""
    return {
        f"{role} Name": lambda case: tuple(actor.name for actor in held(case)),
        f"{role} Country": lambda case: tuple(actor.country for actor in held(case)),
        f"Primary {role} Sector": lambda case: tuple(actor.sector for actor in held(case)),
        f"{role} Name Raw": lambda case: tuple(case.raw.get(actor.id) for actor in held(case)),
    }


COLUMNS: Mapping[str, Callable[[_Case], Cell]] = MappingProxyType({
    "Event ID": lambda case: case.event.id,
    "Event Date": lambda case: case.event.date,
    "Event Type": lambda case: case.event.type,
    "Event Mode": lambda case: case.event.mode,
    "Quad Code": lambda case: _quad(case.event),
    "Contexts": lambda _case: (),
    **_party("Actor", lambda case: case.actors),
    **_party("Recipient", lambda case: case.recipients),
    "Placename": lambda case: case.event.place.name if case.event.place else None,
    "City": lambda case: _city(case.event.place),
    "Country": lambda case: case.event.place.country if case.event.place else None,
    "Latitude": lambda case: case.event.place.latitude if case.event.place else None,
    "Longitude": lambda case: case.event.place.longitude if case.event.place else None,
    "GeoNames ID": lambda case: case.event.place.geonames if case.event.place else None,
    "Raw Placename": lambda case: _printed_place(case.event),
    "Source": lambda case: case.outlets,
    "Publication Date": lambda case: tuple(dict.fromkeys(a.published.day for a in case.articles if a.published)),
    "Headline": lambda case: next((_line(a.title.text) for a in case.articles if a.title), None),
    "Language": lambda case: tuple(dict.fromkeys(article.language for article in case.articles)),
    # What POLECAT does not have.
    "Status": lambda case: case.event.status,
    "Event Label": lambda case: case.event.label,
    "Event Kind": lambda case: case.event.kind,
    "CAMEO Code": lambda case: cameo(case.event.type, case.event.mode),
    "First Day": lambda case: case.days[0],
    "Last Day": lambda case: case.days[1],
    "Date How": lambda case: case.event.date_how,
    "Actor ID": lambda case: tuple(actor.id for actor in case.actors),
    "Recipient ID": lambda case: tuple(actor.id for actor in case.recipients),
    "Mentions": lambda case: len(case.event.mentions),
    "Articles": lambda case: len(case.articles),
    "Outlets": lambda case: len(case.outlets),
})  # fmt: skip

MENTION_COLUMNS = (
    "Event ID", "Article ID", "Outlet", "Page", "Publication Date", "Document", "Start", "End", "Text",
)  # fmt: skip


@soundness.of_sound
def rows(record: Record) -> list[Row]:
    """A row for every event, in the order of the timeline."""
    return [{name: cell(case) for name, cell in COLUMNS.items()} for case in _cases(record)]


@soundness.of_sound
def mention_rows(record: Record) -> list[Row]:
    """A row for every mention, in the order of events and then of articles; offsets count in the document's text."""
    layout, sources = Layout(record.articles), {document.id: document.source for document in record.documents}
    return [
        _mention(event, span, layout.article_of(span), sources)
        for event in _in_order(record)
        for span in sorted(event.mentions)
    ]


def as_csv(table: Iterable[Row], columns: Sequence[str]) -> str:
    """The rows under their header: lists joined by `; `, nothing for what is not known, formulas disarmed."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in table)
    return text.getvalue()


def as_json_lines(table: Iterable[Row], _columns: Sequence[str]) -> str:
    """One object a row: lists as lists, null for what is not known, texts as they are."""
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in table)


FORMS: Mapping[str, Callable[[Iterable[Row], Sequence[str]], str]] = MappingProxyType({
    "csv": as_csv,
    "jsonl": as_json_lines,
})  # fmt: skip


def events(record: Record, form: str) -> str:
    """The table of events in one of FORMS."""
    return FORMS[form](rows(record), tuple(COLUMNS))


def mentions(record: Record, form: str) -> str:
    """The table of mentions in one of FORMS."""
    return FORMS[form](mention_rows(record), MENTION_COLUMNS)


def _in_order(record: Record) -> tuple[Event, ...]:
    """The events in the order of the timeline; those that are not in it come last."""
    by_id = {event.id: event for event in record.events}
    order = dict.fromkeys(chain((name for name in record.timeline if name in by_id), by_id))
    return tuple(by_id[name] for name in order)


def _cases(record: Record) -> Iterator[_Case]:
    actors = {actor.id: actor for actor in record.actors}
    layout, names = Layout(record.articles), _Names(record.actors)
    for event in _in_order(record):
        told = {article.id: article for span in event.mentions if (article := layout.article_of(span))}
        taking_part = [name for name in (*event.actors, *event.recipients) if name in actors]
        yield _Case(
            event=event,
            actors=tuple(actors[name] for name in event.actors if name in actors),
            recipients=tuple(actors[name] for name in event.recipients if name in actors),
            articles=tuple(sorted(told.values(), key=_by_date)),
            raw=names.printed(event.mentions, taking_part),
        )


class _Names:
    """Where each actor is named in each document, so that their words in a mention are found at once."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._named: dict[tuple[str, str], list[Span]] = {}
        for actor in actors:
            for span in sorted(mention.span for mention in actor.mentions):
                self._named.setdefault((actor.id, span.document), []).append(span)

    def printed(self, mentions: Sequence[Span], actors: Iterable[str]) -> dict[str, str]:
        """The first words for each of the actors that stand in the mentions of an event."""
        found = {
            actor: next((words for span in mentions if (words := self._inside(span, actor))), None) for actor in actors
        }
        return {actor: words for actor, words in found.items() if words}

    def _inside(self, span: Span, actor: str) -> str | None:
        named = self._named.get((actor, span.document), [])
        at = bisect_left(named, span.start, key=lambda words: words.start)
        return _line(named[at].text) if at < len(named) and span.covers(named[at]) else None


def _by_date(article: Article) -> tuple[bool, str, str]:
    return article.published is None, _published(article) or "", article.id


def _published(article: Article) -> str | None:
    return article.published.date if article.published else None


def _line(text: str) -> str:
    return " ".join(text.split())


def _quad(event: Event) -> str | None:
    found = event_types().get(event.type or "")
    return found.quad.upper() if found else None


def _city(place: Place | None) -> str | None:
    """The name without what follows its comma, where it is a city of GeoNames."""
    return place.name.partition(",")[0] if place and place.geonames is not None else None


def _printed_place(event: Event) -> str | None:
    """The place as the first mention that has its name prints it."""
    name = event.place.name.partition(",")[0] if event.place else ""
    pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    found = (match[0] for span in event.mentions if (match := pattern.search(span.text)))
    return next(found, None) if name else None


def _mention(event: Event, span: Span, article: Article | None, sources: Mapping[str, str]) -> Row:
    cells: tuple[Cell, ...] = (
        event.id,
        article.id if article else None,
        article.outlet.name if article and article.outlet else None,
        sources.get(span.document),
        _published(article) if article else None,
        span.document,
        span.start,
        span.end,
        span.text,
    )
    return dict(zip(MENTION_COLUMNS, cells, strict=True))


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, tuple):
        known = any(part is not None for part in value)
        value = SEPARATOR.join(UNKNOWN if part is None else part.replace(";", ",") for part in value) if known else ""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
