"""Chapters of a story: the days of the encounters that its articles begin with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from communique.briefs.brief import Chapter
from communique.briefs.desk import Desk
from communique.domain import Event, Span
from communique.domain.times import DAY
from communique.knowledge.encounters import encounter


def compose(sources: Iterable[int], desk: Desk) -> tuple[Chapter, ...]:
    """The chapters of the articles with these numbers, in order; none where they are all of one day."""
    days: dict[str, list[tuple[int, Span, Event]]] = defaultdict(list)
    for number, span, event in _begun_with(frozenset(sources), desk):
        days[event.date or ""].append((number, span, event))
    chapters = []
    for day, told in sorted(days.items()):
        times = Counter(event.id for _, _, event in told)
        main = max((event for _, _, event in told), key=lambda event: (times[event.id], event.id))
        words = tuple(span for _, span, _ in told)
        numbers = tuple(number for number, _, _ in told)
        chapters.append(Chapter(event=main.id, label=main.label, date=day, sources=numbers, words=words))
    return tuple(chapters) if len(chapters) > 1 else ()


def _begun_with(sources: frozenset[int], desk: Desk) -> Iterator[tuple[int, Span, Event]]:
    """For each article the encounter on a known day that it tells first, and its words for it."""
    found: dict[int, tuple[Span, str]] = {}
    for event in filter(_took_place, desk.events.values()):
        for span in event.mentions:
            number = desk.article_of(span)
            if number in sources and _leads(number, span, desk):
                found[number] = min(found.get(number, (span, event.id)), (span, event.id))
    return ((number, span, desk.events[event]) for number, (span, event) in sorted(found.items()))


def _took_place(event: Event) -> bool:
    dated = event.date is not None and len(event.date) == DAY and event.status == "occurred"
    return dated and encounter(event.kind) is not None and len({*event.actors, *event.recipients}) > 1


def _leads(number: int, span: Span, desk: Desk) -> bool:
    """Whether it stands in the title or the first paragraph; what comes later is often of other days."""
    article = desk.articles[number - 1]
    return any(part.covers(span) for part in (article.title, *sorted(article.body)[:1]) if part)
