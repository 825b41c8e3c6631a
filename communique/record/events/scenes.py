"""Scenes: what one article tells, by which it is found where and when words were said."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.domain import Attribution, Reading, Span
from communique.domain.times import Interval
from communique.record.events.dating import Dating
from communique.record.events.drafts import Draft
from communique.record.events.moments import Moment
from communique.record.events.parties import Party, alike
from communique.record.events.reports import Report

TOGETHER = frozenset({"meeting", "phone call", "contact", "visit"})
NEAR = 3  # sentences from words to those that go on with them
QUOTED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""What is counted, in a quotation, from the day on which it was said."""
PERFECT = re.compile(r"\b(?:has|have|had|having|'ve|’ve)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When words were said: the number of the event that was the occasion, and the time, each where it is told."""

    occasion: int | None = None
    when: Moment | None = None


@dataclass(frozen=True)
class Scene:
    """One article's statements and events. told: its reports with the numbers of their events, in text order."""

    reading: Reading
    told: Sequence[tuple[Report, int]]
    drafts: Sequence[Draft]
    known: Mapping[str, Party]
    named_by: Mapping[tuple[str, int], tuple[str, ...]]
    dating: Dating | None = None

    @cached_property
    def encounters(self) -> list[tuple[Report, int]]:
        """The encounters that took place, in the order of the words that name them."""
        found = [item for item in self.told if item[0].encounter and item[0].occurred]
        return sorted(found, key=begins)

    @cached_property
    def news(self) -> list[int]:
        """The dated meetings and calls with which the article begins."""
        opening = {n for report, n in self.encounters if report.opening and report.what in TOGETHER}
        dated = ((n, self.drafts[n].moment) for n in sorted(opening))
        return [n for n, told in dated if told is not None and told.exact]

    @cached_property
    def timed(self) -> dict[int, list[Span]]:
        """By time expressions that tell when an event was, the words that name these events."""
        found: dict[int, list[Span]] = {}
        for report, _ in self.told:
            if report.mention.time is not None:
                found.setdefault(report.mention.time, []).append(report.mention.trigger)
        return found

    @property
    def printed(self) -> Interval | None:
        """The days on which the article may have been published; None where nothing tells, or it tells of no event."""
        return self.told[0][0].published if self.told else None

    def ids(self, mentions: Iterable[int]) -> list[str]:
        """The actors that some mentions name."""
        return [i for index in mentions for i in self.named_by.get((self.reading.article, index), ())]

    def is_near(self, speaker: str, sentences: int) -> bool:
        """Whether somebody still speaks where they did so many sentences before."""
        return sentences <= NEAR or self.known[speaker].person

    def takes_part(self, number: int, people: Sequence[str], *, surely: bool = False) -> bool:
        """Whether people are among those of an encounter; where nobody is known to be, they may be."""
        company = [self.known[i] for i in self.drafts[number].company(self.known)]
        telling = [party for party in company if party.telling]
        if not telling:
            return not surely
        return all(any(alike(self.known[i], party) for party in telling) for i in people)

    @cached_property
    def by_trigger(self) -> list[Report]:
        """The reports in the order of the words that name their events."""
        return [report for report, _ in sorted(self.told, key=begins)]

    def told_in(self, passage: Span) -> list[Report]:
        """The reports whose words stand in a passage."""
        first, last = (
            bisect_left(self.by_trigger, at, key=lambda report: report.mention.trigger.start)
            for at in (passage.start, passage.end)
        )
        return [report for report in self.by_trigger[first:last] if passage.covers(report.mention.trigger)]

    def times_in(self, sentence: Span) -> range:
        """The indices of the times that a sentence tells."""
        times = self.reading.times
        first, last = (
            bisect_left(times, at, key=lambda told: told.span.start) for at in (sentence.start, sentence.end)
        )
        return range(first, last)

    def goes_on(self, attribution: Attribution) -> bool:
        """Whether words belong to what is being told: not what somebody `has said`."""
        cue = attribution.cue
        sentence = self.reading.sentence_of(cue) if cue else None
        if cue is None or sentence is None:
            return True
        before = sentence.text[: max(0, cue.start - sentence.start)]
        return not (PERFECT.search(before) or PERFECT.match(f"{cue.text} "))

    def only(self, attribution: Attribution, among: Iterable[int]) -> int | None:
        """The one of some encounters at which the person who speaks was."""
        speakers = self.ids(attribution.speakers)
        if not speakers or attribution.parent is not None or not self.goes_on(attribution):
            return None
        if not all(self.known[i].person for i in speakers):
            return None
        fitting = [number for number in among if self.takes_part(number, speakers, surely=True)]
        return fitting[0] if len(fitting) == 1 else None


def begins(item: tuple[Report, int]) -> int:
    """Where the words begin that name the event of a report."""
    return item[0].mention.trigger.start
