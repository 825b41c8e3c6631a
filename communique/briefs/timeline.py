"""What happened when: the events that articles tell, in the order of their days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from communique.briefs import evidence
from communique.briefs.brief import Entry, Party, Telling
from communique.briefs.desk import Desk
from communique.domain import Article, Event, Record, Span
from communique.domain.layout import Layout, labelled
from communique.domain.times import interval

LONGEST = 40  # entries that are shown at once; the others are folded away


def told(record: Record, articles: Iterable[Article], text_of: Mapping[str, str]) -> Iterator[Event]:
    """The events whose mentions all stand in their sources, at least one of them in an article."""
    layout = Layout(articles)
    for event in record.events:
        if evidence.told(event, text_of) and any(layout.article_of(span) for span in event.mentions):
            yield event


def compose(order: Sequence[str], desk: Desk) -> tuple[Entry, ...]:
    """The entries by their first day, of those that begin together the shortest first, undated ones last.

    Entries that no day tells apart stay in the record's order.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for statement in desk.statements.values():
        if statement.occasion and statement.occasion in desk.events:
            said[statement.occasion].append(statement.id)
    ranks = {event: rank for rank, event in enumerate(order)}
    tellings = {event.id: _tellings(event, desk) for event in desk.events.values()}
    main = _main(tellings, said, desk)
    entries = [
        _entry(event, tellings[event.id], tuple(said[event.id]), desk, minor=event.id not in main)
        for event in sorted(desk.events.values(), key=lambda event: ranks.get(event.id, len(ranks)))
    ]
    return tuple(sorted(entries, key=_by_day))


def label(event: Event) -> str:
    """What an event is called, on one line."""
    return " ".join(event.label.split()) or event.kind


def _by_day(entry: Entry) -> tuple[bool, str, str]:
    return entry.first is None, entry.first or "", entry.last or ""


def _main(tellings: Mapping[str, tuple[Telling, ...]], said: Mapping[str, list[str]], desk: Desk) -> frozenset[str]:
    """The events that are not folded away: none without a day that is mentioned once, of many the most widely told."""
    weights = {
        event: (
            desk.outlets(item.source for item in held),
            len(held),
            sum(item.times for item in held),
            len(said[event]),
        )
        for event, held in tellings.items()
    }
    worth = [
        event for event, (_, _, times, lines) in weights.items() if _days(desk.events[event]) or times > 1 or lines
    ]
    return frozenset(sorted(worth, key=lambda event: weights[event], reverse=True)[:LONGEST])


def _days(event: Event) -> tuple[date, date] | None:
    return interval(event.date) if event.date else None


def _entry(event: Event, held: tuple[Telling, ...], statements: tuple[str, ...], desk: Desk, *, minor: bool) -> Entry:
    days = _days(event)
    return Entry(
        event=event.id,
        label=label(event),
        kind=event.kind,
        type=event.type,
        mode=event.mode,
        status=event.status,
        date=event.date if days else None,
        date_how=event.date_how if days else None,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        actors=_parties(event.actors, desk),
        recipients=_parties(event.recipients, desk),
        place=event.place,
        outlets=desk.outlets(item.source for item in held),
        told=held,
        statements=statements,
        minor=minor,
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
