"""Reports: mentions of events with their parties, time and place resolved, and drafts of events made of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.domain import Article, EventMention, EventStatus, Reading
from communique.domain.times import Interval
from communique.knowledge.encounters import encounter
from communique.record import places
from communique.record.events.moments import Moment, moment, published_on

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of PLOVER in which neither side is the recipient."""
INDEFINITE = frozenset("a an another other more further two three four several some no any".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mention of an event. `what`: the family of its kind for encounters, else its kind."""

    article: str
    index: int
    mention: EventMention
    what: str
    encounter: bool
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    moment: Moment | None = None
    where: places.Where | None = None
    published: Interval | None = None

    @property
    def indefinite(self) -> bool:
        """Whether it is a noun phrase that tells something new: `a meeting`."""
        return self.mention.span.text.partition(" ")[0].casefold() in INDEFINITE


@dataclass
class Draft:
    """Reports that are taken for one event's."""

    reports: list[Report] = field(default_factory=list)

    @property
    def first(self) -> Report:
        """The report that began it."""
        return self.reports[0]

    @property
    def kinds(self) -> set[str]:
        """What it is called, families of encounters by their name."""
        return {report.what for report in self.reports}

    @property
    def types(self) -> set[str]:
        """The types of PLOVER that reports have for it."""
        return {report.mention.type for report in self.reports if report.mention.type}

    @property
    def mutual(self) -> bool:
        """Whether its parties are on one footing: it does not matter who is named first."""
        return self.first.encounter or self.first.mention.type in SYMMETRIC

    @property
    def actors(self) -> list[str]:
        """Who does it, by all reports."""
        return list(dict.fromkeys(i for report in self.reports for i in report.actors))

    @property
    def recipients(self) -> list[str]:
        """Whom it is done to, by all reports."""
        return list(dict.fromkeys(i for report in self.reports for i in report.recipients))

    @property
    def moment(self) -> Moment | None:
        """The most precise time that a report tells."""
        told = [report.moment for report in self.reports if report.moment]
        return min(told, key=lambda m: (m.length, not m.partial), default=None)

    @property
    def where(self) -> places.Where | None:
        """The narrowest place that a report tells."""
        told = [report.where for report in self.reports if report.where]
        return max(told, key=lambda where: where.level, default=None)

    @property
    def statuses(self) -> set[EventStatus]:
        """What reports say of its coming to pass."""
        return {report.mention.status for report in self.reports}

    @property
    def published(self) -> Interval | None:
        """When it was first reported, as far as that is known."""
        return min((report.published for report in self.reports if report.published), default=None)

    @property
    def articles(self) -> set[str]:
        """The articles that report it."""
        return {report.article for report in self.reports}


def reports_of(
    readings: Sequence[Reading], articles: Iterable[Article], named_by: Mapping[tuple[str, int], tuple[str, ...]]
) -> Iterator[list[Report]]:
    """The reports of each article, in text order."""
    by_id = {article.id: article for article in articles}
    for reading in readings:
        if reading.events:
            yield _of_article(reading, by_id.get(reading.article), named_by)


def _of_article(
    reading: Reading, article: Article | None, named_by: Mapping[tuple[str, int], tuple[str, ...]]
) -> list[Report]:
    here = places.setting(reading.mentions, article.dateline.place if article and article.dateline else None)
    published = published_on(article.published.date if article and article.published else None)

    def named(mentions: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for index in mentions for i in named_by.get((reading.article, index), ())))

    return [
        Report(
            article=reading.article,
            index=index,
            mention=mention,
            what=encounter(mention.kind) or mention.kind,
            encounter=encounter(mention.kind) is not None,
            actors=named(mention.actors),
            recipients=named(mention.recipients),
            moment=None if mention.time is None else moment(reading.times[mention.time]),
            where=places.locate([reading.mentions[i].span.text for i in mention.places], here),
            published=published,
        )
        for index, mention in sorted(enumerate(reading.events), key=lambda item: (item[1].span, item[0]))
    ]
