"""Occasions: the encounter at which words were said, and the day on which they were.

The sentence of the cue tells it (`told reporters after the meeting`, `said in a phone call`), or who is spoken to, when
both were together; running text goes on with the occasion last told, as long as its speakers take part in it. What
somebody `has said` was said at some other time.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from communique.domain import Attribution, Reading, Span
from communique.knowledge.encounters import is_said
from communique.record.events.dating import Dating, seen_from
from communique.record.events.drafts import Draft
from communique.record.events.moments import Moment, agreement, moment, shifted
from communique.record.events.parties import Party, alike
from communique.record.events.reports import AND, PRESS, Report

SPOKEN = frozenset({PRESS, "interview", "phone call", "speech", "post"})
TOGETHER = frozenset({"meeting", "phone call", "contact", "visit"})
AT = re.compile(
    r"\b(?:at|during|in|opening|after|following|(?:start|beginning|end|course) of)\s+(?:\S+\s+){0,4}$", re.IGNORECASE
)
JOINED = re.compile(r"^[^;:]*,(?: (?:\S+ ){1,4})?$|^[^,;:]*\b(?:and|with)\s+(?:\S+\s+){0,4}$")
PERFECT = re.compile(r"\b(?:has|have|had|having|'ve|’ve)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
QUOTED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
CLOSE = 60  # characters between a cue and the words that tell when
LOOKED_AT = 20  # encounters before and behind words that are looked at
DAY = 31  # the longest time that tells when something was said


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
        return sorted(found, key=_at)

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

    def ids(self, mentions: Iterable[int]) -> list[str]:
        """The actors that some mentions name."""
        return [i for index in mentions for i in self.named_by.get((self.reading.article, index), ())]

    def takes_part(self, number: int, people: Sequence[str], *, surely: bool = False) -> bool:
        """Whether people are among those of an encounter; where nobody is known to be, they may be."""
        company = [self.known[i] for i in self.drafts[number].company(self.known) if i in self.known]
        telling = [party for party in company if party.telling]
        if not telling:
            return not surely
        return all(any(alike(self.known[i], party) for party in telling) for i in people if i in self.known)


def said(scene: Scene) -> list[Said]:
    """The occasion and date of each attribution of an article."""
    found = [_evident(scene, attribution) for attribution in scene.reading.attributions]
    running = list(_running(scene, found))
    used = {number for number in running if number is not None and scene.drafts[number].first.what == PRESS}
    pressed = used or {n for report, n in scene.told if report.mention.kind == PRESS and report.occurred}
    return [
        _dated(scene, attribution, _only(scene, attribution, pressed) if occasion is None else occasion)
        for attribution, occasion in zip(scene.reading.attributions, running, strict=True)
    ]


def _only(scene: Scene, attribution: Attribution, among: Collection[int]) -> int | None:
    """The one of some encounters at which a speaker was."""
    speakers = scene.ids(attribution.speakers)
    if not speakers or attribution.parent is not None or not _goes_on(scene, attribution):
        return None
    fitting = [number for number in among if scene.takes_part(number, speakers, surely=True)]
    return fitting[0] if len(fitting) == 1 else None


def _as_news(scene: Scene, attribution: Attribution) -> Moment | None:
    """The days from the meeting that is the news to the article: words of who met, where nothing tells when."""
    number = _only(scene, attribution, scene.news)
    met = scene.drafts[number].moment if number is not None else None
    if met is None or met.days is None:
        return None
    printed = scene.told[0][0].published
    last = printed[1] if printed and printed[0] == printed[1] else met.days[1]
    how = "when they met" if last <= met.days[1] else "between the meeting and the article"
    return Moment(words=met.words, days=(met.days[0], max(last, met.days[1])), how=how)


def date_acts(
    told: Sequence[tuple[Report, int]], drafts: Sequence[Draft], reading: Reading, every: Sequence[Said]
) -> None:
    """Date what somebody did by saying it (an accusation, an appeal), where nothing else does, by when it was said.

    A meeting during a visit is of the visit's day.
    """
    cues = sorted((a.cue.start, n) for n, a in enumerate(reading.attributions) if a.cue)
    numbers: dict[int | None, int] = {report.index: number for report, number in told}
    for report, number in told:
        draft, trigger = drafts[number], report.mention.trigger
        act = report.occurred and is_said(report.mention.kind)
        if draft.moment or not (act or report.encounter):
            continue
        there = drafts[numbers[report.beside]] if report.beside in numbers else None
        reported = _there(report, there) or (_at_same_time(report, drafts, reading, every) if act else None)
        if reported is not None:
            draft.put([reported if r is report else r for r in draft.reports])
        if reported is not None or not act:
            continue
        at = bisect_right(cues, trigger.end, key=lambda item: item[0])
        for _, index in cues[max(0, at - 3) : at]:
            cue, spoken = reading.attributions[index].cue, every[index]
            if cue and cue.overlaps(trigger) and spoken.when and spoken.when.days:
                there = drafts[spoken.occasion] if spoken.occasion is not None else None
                how = f"said at the {there.first.mention.kind}" if there else "when it was said"
                when = Moment(words=spoken.when.words, days=spoken.when.days, how=how)
                where = report.where or (there.where if there else None)
                draft.put([replace(r, moment=when, where=where) if r is report else r for r in draft.reports])
                break


def _there(report: Report, encounter: Draft | None) -> Report | None:
    """The report with the day and place of the encounter where it was: `met the envoy and accused them`."""
    if encounter is None or encounter.moment is None or not encounter.moment.exact:
        return None
    day = replace(encounter.moment, how=f"done at the {encounter.first.mention.kind}")
    return replace(report, moment=day, where=report.where or encounter.where)


def _at_same_time(report: Report, drafts: Sequence[Draft], reading: Reading, every: Sequence[Said]) -> Report | None:
    """The report with the time of the encounter at which its doer told of it: `told them that he had raised it`."""
    mention = report.mention
    if mention.attribution is None or every[mention.attribution].occasion is None:
        return None
    spoken, attribution = every[mention.attribution], reading.attributions[mention.attribution]
    same = {chain for chain in reading.chains if {*chain} & {*attribution.speakers}}
    sentence = reading.sentence_of(mention.trigger)
    if sentence is None or not spoken.when or not spoken.when.exact or spoken.occasion is None:
        return None
    past = not PERFECT.search(sentence.text[: mention.trigger.start - sentence.start])
    if not past or not any({*chain} & {*mention.actors} for chain in same):
        return None
    there = drafts[spoken.occasion]
    when = replace(spoken.when, how=f"told at the {there.first.mention.kind}")
    return replace(report, moment=when, where=report.where or there.where)


def date_quoted(
    told: Sequence[tuple[Report, int]], drafts: Sequence[Draft], reading: Reading, every: Sequence[Said]
) -> None:
    """Count `today` and its like in a quotation from the day on which it was said."""
    for report, number in told:
        index, own = report.mention.attribution, report.moment
        step = QUOTED.get(own.words.text.casefold()) if own else None
        if index is None or own is None or step is None or drafts[number].moment != own:
            continue
        spoken = every[index].when
        if spoken is None or not any(v.covers(own.words) for v in reading.attributions[index].verbatim):
            continue
        when = shifted(spoken, step, own.words)
        if when is not None and when.days != own.days:
            draft = drafts[number]
            draft.put([replace(r, moment=when) if r is report else r for r in draft.reports])


def _running(scene: Scene, found: Sequence[int | None]) -> Iterator[int | None]:
    """The occasion of each attribution: its own, that of the report around it, or the one going on."""
    last: dict[str, int] = {}
    current: int | None = None
    settled: list[int | None] = []
    for attribution, evident in zip(scene.reading.attributions, found, strict=True):
        speakers = scene.ids(attribution.speakers)
        occasion = evident
        if occasion is None and attribution.parent is None and speakers and _goes_on(scene, attribution):
            own = [last[i] for i in speakers if i in last]
            occasion = own[0] if own else current
            if occasion is not None and not scene.takes_part(occasion, speakers, surely=not own):
                occasion = None
        elif occasion is None and attribution.parent is not None and attribution.parent < len(settled):
            around = scene.reading.attributions[attribution.parent]
            same = set(speakers) == set(scene.ids(around.speakers))
            occasion = settled[attribution.parent] if same and _goes_on(scene, attribution) else None
        if evident is not None:
            last |= dict.fromkeys(speakers, evident)
            current = evident
        settled.append(occasion)
        yield occasion


def _evident(scene: Scene, attribution: Attribution) -> int | None:
    """The encounter that the sentence tells, or at which both who speaks and who is spoken to were."""
    at = attribution.cue or attribution.source
    sentence = scene.reading.sentence_of(at) if at else None
    speakers = scene.ids(attribution.speakers)
    if at is None or sentence is None or not speakers:
        return None
    first, last = (bisect_left(scene.encounters, place, key=_at) for place in (sentence.start, sentence.end))
    there = sorted(scene.encounters[first:last], key=lambda item: item[0].what not in SPOKEN)
    for report, number in there:
        mention = report.mention
        if any(content.covers(mention.trigger) for content in attribution.content):
            continue
        before = sentence.text[: mention.trigger.start - sentence.start]
        if (report.what in SPOKEN or AT.search(before)) and scene.takes_part(number, speakers):
            return number
        if _is_joined(mention.trigger, at, sentence) and scene.takes_part(number, speakers, surely=True):
            return number
    return _spoken_to(scene, speakers, scene.ids(attribution.addressees), at)


def _is_joined(met: Span, cue: Span, sentence: Span) -> bool:
    """Whether who met said it there: `met the envoy and ACCUSED her`, `met on Monday, both STRESSING that`."""
    if cue.start < met.end:
        return False
    between = sentence.part(met.end, cue.start).text
    return bool((AND if not cue.text.endswith("ing") else JOINED).search(between))


def _spoken_to(scene: Scene, speakers: Sequence[str], addressees: Sequence[str], at: Span) -> int | None:
    """The encounter of those who speak and are spoken to that was last told, else the first to be told."""
    if not addressees or not all(i in scene.known and scene.known[i].person for i in addressees):
        return None
    people = (*speakers, *addressees)
    here = bisect_left(scene.encounters, at.start, key=_at)
    nearest = (*reversed(scene.encounters[max(0, here - LOOKED_AT) : here]), *scene.encounters[here : here + LOOKED_AT])
    fitting = (n for report, n in nearest if report.what in TOGETHER and scene.takes_part(n, people, surely=True))
    return next(fitting, None)


def _at(item: tuple[Report, int]) -> int:
    return item[0].mention.trigger.start


def _goes_on(scene: Scene, attribution: Attribution) -> bool:
    """Whether words belong to what is being told: not what somebody `has said`."""
    cue = attribution.cue
    sentence = scene.reading.sentence_of(cue) if cue else None
    if cue is None or sentence is None:
        return True
    before = sentence.text[: max(0, cue.start - sentence.start)]
    return not (PERFECT.search(before) or PERFECT.match(f"{cue.text} "))


def _dated(scene: Scene, attribution: Attribution, occasion: int | None) -> Said:
    when = _told_when(scene, attribution)
    of_occasion = scene.drafts[occasion].moment if occasion is not None else None
    if when is not None and occasion is not None and agreement(when, of_occasion) < 0:
        occasion = None
    if when is None and occasion is None:
        return Said(when=_as_news(scene, attribution))
    return Said(occasion=occasion, when=when or (of_occasion if of_occasion and of_occasion.length <= DAY else None))


def _told_when(scene: Scene, attribution: Attribution) -> Moment | None:
    """What the words beside the cue tell: `said on Monday`; not when something else took place."""
    cue = attribution.cue
    sentence = scene.reading.sentence_of(cue) if cue else None
    if cue is None or sentence is None:
        return None
    found = []
    first, last = (
        bisect_left(scene.reading.times, place, key=lambda told: told.span.start)
        for place in (sentence.start, sentence.end)
    )
    for index in range(first, last):
        expression = scene.reading.times[index]
        span, events = expression.span, scene.timed.get(index, [])
        of_another = events and not any(trigger.overlaps(cue) for trigger in events)
        if of_another or any(content.overlaps(span) for content in attribution.content):
            continue
        told = moment(expression)
        if told and scene.dating:
            told = seen_from(told, scene.dating)
        distance = max(span.start - cue.end, cue.start - span.end, 0)
        if told and told.length <= DAY and distance <= CLOSE:
            found.append((distance, span, told))
    return min(found, key=lambda item: item[:2])[2] if found else None
