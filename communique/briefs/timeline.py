"""What happened when: the events that articles tell, in the order of their days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.briefs import evidence
from communique.briefs.brief import Entry, Party, Telling
from communique.briefs.desk import Desk
from communique.domain import Event, Record, Span
from communique.domain.layout import Layout, labelled
from communique.domain.times import interval

LONGEST, UNDATED = 40, 12  # entries with and without a day that are shown at once; the others are folded away


def told(record: Record) -> Iterator[Event]:
    """The events of which at least one mention stands in an article."""
    layout = Layout(record.articles)
    return (event for event in record.events if any(layout.article_of(span) for span in event.mentions))


def compose(order: Sequence[str], desk: Desk) -> tuple[Entry, ...]:
    """The entries by their first day, of those that begin together the shortest first; undated ones last.

    What nothing else puts in order is by weight: the talks before what was demanded there. Entries of one weight stay
    in the record's order.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for statement in desk.statements.values():
        if statement.occasion and statement.occasion in desk.events:
            said[statement.occasion].append(statement.id)
    ranks = {event: rank for rank, event in enumerate(order)}
    entries = [
        _entry(event, tuple(said[event.id]), desk)
        for event in sorted(desk.events.values(), key=lambda event: ranks.get(event.id, len(ranks)))
    ]
    entries.sort(key=_weight, reverse=True)
    dated = sorted((entry for entry in entries if entry.first), key=_begins)
    undated = [entry for entry in entries if not entry.first]
    return folded((*dated, *undated), LONGEST, UNDATED)


def folded(entries: Sequence[Entry], dated: int, undated: int) -> tuple[Entry, ...]:
    """The entries, all but so many with a day and so many without folded away."""
    with_day = [entry for entry in entries if entry.first]
    without = [entry for entry in entries if not entry.first]
    return (*_folded(with_day, dated), *_folded(without, undated))


def label(event: Event) -> str:
    """What an event is called, on one line, as a heading."""
    called = " ".join(event.label.split()) or event.kind
    return called[:1].upper() + called[1:]


def _begins(entry: Entry) -> tuple[str, str, str]:
    """First and last day, and the time of day where it is known."""
    return entry.first or "", entry.last or "", (entry.date or "").partition("T")[2]


def _weight(entry: Entry) -> tuple[int, int, int, int]:
    """How widely an event is told, and how much was said there; an unknown outlet is one, too."""
    return max(entry.outlets, 1), len(entry.told), _mentions(entry), len(entry.statements)


def _mentions(entry: Entry) -> int:
    return sum(telling.times for telling in entry.told)


def _folded(entries: Sequence[Entry], longest: int) -> Iterator[Entry]:
    """The entries, all but the weightiest folded away, and with them what has no day and is mentioned once only."""
    worth = [entry for entry in entries if entry.first or entry.statements or _mentions(entry) > 1]
    main = {entry.event for entry in sorted(worth, key=_weight, reverse=True)[:longest]}
    return (replace(entry, minor=entry.event not in main) for entry in entries)


def _entry(event: Event, statements: tuple[str, ...], desk: Desk) -> Entry:
    days, held = interval(event.date or ""), _tellings(event, desk)
    return Entry(
        event=event.id,
        label=label(event),
        kind=event.kind,
        type=event.type,
        mode=event.mode,
        status=event.status,
        date=event.date if days else None,
        date_how=event.date_how,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        actors=_parties(event.actors, desk),
        recipients=_parties(event.recipients, desk),
        place=event.place,
        outlets=desk.outlets(item.source for item in held),
        told=held,
        statements=statements,
        minor=False,
    )


def _parties(actors: Iterable[str], desk: Desk) -> tuple[Party, ...]:
    return tuple(Party(actor=actor, name=desk.called(actor)) for actor in actors if actor in desk.actors)


def _tellings(event: Event, desk: Desk) -> tuple[Telling, ...]:
    """The event's mentions by article, in the order of the sources."""
    by_article: defaultdict[int, list[Span]] = defaultdict(list)
    for span in sorted(set(event.mentions)):
        number = desk.article_of(span)
        if number is not None:
            by_article[number].append(span)
    return tuple(_telling(number, spans, desk) for number, spans in sorted(by_article.items()))


def _telling(number: int, spans: Sequence[Span], desk: Desk) -> Telling:
    article = desk.articles[number - 1]
    around = evidence.context(spans[:1], tuple(labelled(article)), desk.text_of[article.document])
    return Telling(source=number, times=len(spans), first=spans[0], context=around)
