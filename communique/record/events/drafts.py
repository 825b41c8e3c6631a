"""Drafts: reports that are taken for one event's, with what they tell of it together."""

from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import replace

from communique.domain import EventStatus
from communique.domain.times import Interval
from communique.knowledge.encounters import is_rare
from communique.record.events.moments import Moment
from communique.record.events.parties import Party
from communique.record.events.reports import VISIT, Report
from communique.record.places import Where

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of PLOVER in which neither side is the recipient."""


class Draft:
    """The reports of one event, and their sums, kept as reports are added so that a comparison does not go over all.

    kinds: what it is called, families of encounters by their name. groups: of kinds that reports put for one another.
    deeds: its kinds and groups without those of whom it killed.
    moment, where: the most precise that a report tells. published: when it was first reported. words: its passages, to
    be known again in copies. ordinals: which of several it is said to be. opening: whether a report leads with it.
    titled, lead: whether one tells it in its title, or at its head.
    matter: of what is done by saying it, the words that tell what it is about. sorts: of what sort it is said to be.
    nouns: of a deed, the words beside it.
    casts: the actors whom the articles name that tell of it, by article. moments: every time that is told.
    several: whether it is told of more than one. companies: who is together, as single reports tell it. joint: whether
    one tells that several did it together. by_article: the reports of each article.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports: list[Report] = []
        self.put(list(reports))

    def put(self, reports: Sequence[Report]) -> None:
        """Have these reports instead of those there were."""
        self.reports.clear()
        self.actors: dict[str, None] = {}
        self.recipients: dict[str, None] = {}
        self.companies: dict[frozenset[str], None] = {}
        self.kinds: set[str] = set()
        self.groups: set[str] = set()
        self.deeds: set[str] = set()
        self.types: set[str] = set()
        self.modes: set[str] = set()
        self.statuses: set[EventStatus] = set()
        self.by_article: dict[str, list[Report]] = {}
        self.words: set[str] = set()
        self.ordinals: set[str] = set()
        self.matter: set[str] = set()
        self.nouns: set[str] = set()
        self.sorts: dict[int, frozenset[int]] = {}
        self.casts: dict[str, frozenset[str]] = {}
        self.moments: dict[tuple[object, ...], Moment] = {}
        self.several = self.joint = False
        self.opening = self.titled = self.lead = False
        self.moment: Moment | None = None
        self.where: Where | None = None
        self.published: Interval | None = None
        self.add(reports)

    def add(self, reports: Sequence[Report]) -> None:
        """Take some more reports for this event's."""
        for report in reports:
            self.several = self.several if self.reports else report.several
            self.reports.append(report)
            self.actors |= dict.fromkeys(report.actors)
            self.recipients |= dict.fromkeys(report.recipients)
            self.companies[frozenset((*report.actors, *report.recipients))] = None
            self.kinds.add(report.what)
            self.groups |= report.groups
            self.deeds |= {report.what, *report.groups} if report.cause is None else set()
            self.types |= {report.mention.type} - {None}  # type: ignore[arg-type]
            self.modes |= {report.mention.mode} - {None}  # type: ignore[arg-type]
            self.statuses.add(report.mention.status)
            self.by_article.setdefault(report.article, []).append(report)
            self.words |= {report.words, report.sentence} - {""}
            self.ordinals |= {report.ordinal} - {""}
            self.matter |= report.matter
            self.nouns |= report.nouns
            self.sorts |= {place: self.sorts.get(place, frozenset()) | told for place, told in report.sorts.items()}
            self.casts[report.article] = report.cast
            self.joint = self.joint or report.joint
            self.opening = self.opening or report.opening
            self.titled = self.titled or report.titled
            self.lead = self.lead or report.lead
            told, where, published = report.moment, report.where, report.published
            if told and (told.days or told.partial):
                self.moments.setdefault((told.days, told.relative), told)
            if told and (self.moment is None or _precision(told) < _precision(self.moment)):
                self.moment = told
            if where and (self.where is None or where.level > self.where.level):
                self.where = where
            if published and (self.published is None or published < self.published):
                self.published = published

    def learn(self, moment: Moment | None, where: Where | None) -> None:
        """Take a time and a place for its own where it has none."""
        first = replace(
            self.first,
            moment=self.first.moment if self.moment else moment,
            where=self.first.where if self.where else where,
        )
        self.begin_with(first)

    def begin_with(self, first: Report) -> None:
        """Have this report in the place of the one that began it."""
        if first is not self.first:
            self.put([first, *self.reports[1:]])

    @property
    def articles(self) -> KeysView[str]:
        """The articles that tell of it."""
        return self.by_article.keys()

    @property
    def first(self) -> Report:
        """The report that began it."""
        return self.reports[0]

    @property
    def rare(self) -> bool:
        """Whether there are hardly two of its kind in a place on a day."""
        return any(is_rare(kind) for kind in self.kinds)

    @property
    def tolled(self) -> bool:
        """Whether it is told whom it killed: others may name others."""
        return any(report.cause is not None for report in self.reports)

    @property
    def mutual(self) -> bool:
        """Whether its parties are on one footing: it does not matter who is named first."""
        return self.first.encounter or self.first.mention.type in SYMMETRIC

    def company(self, known: Mapping[str, Party]) -> list[str]:
        """Who is together, on whichever side; the state that a visit goes to is its place."""
        there = [i for i in self.recipients if not (self.first.what == VISIT and known[i].state)]
        return [*self.actors, *there]

    def told(self, known: Mapping[str, Party]) -> bool:
        """Whether it is told who takes part."""
        return any(known[i].telling for i in self.company(known))


def _precision(told: Moment) -> tuple[int, bool, bool]:
    return told.length, not told.partial, bool(told.how)
