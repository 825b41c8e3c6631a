"""Occasions: the encounter at which words were said, and the day on which they were.

The sentence of the cue tells it (`told reporters after the meeting`, `said in a phone call`), or who is spoken to, when
both were together; running text goes on with the occasion last told, as long as its speakers take part in it. What
somebody `has said` was said at some other time.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.domain import Attribution, Reading, Span
from communique.knowledge.encounters import is_said
from communique.record.events.drafts import Draft
from communique.record.events.moments import Moment, shifted
from communique.record.events.reports import AND, PRESS, Report
from communique.record.events.scenes import PERFECT, QUOTED, TOGETHER, Said, Scene, begins
from communique.record.events.spoken import at_another_time, carried_on, dated

SPOKEN = frozenset({PRESS, "interview", "phone call", "speech", "post"})
AT = re.compile(
    r"\b(?:at|during|in|opening|after|following|(?:start|beginning|end|course) of)\s+(?:\S+\s+){0,4}$", re.IGNORECASE
)
JOINED = re.compile(r"^[^;:]*,(?: (?:\S+ ){1,4})?$|^[^,;:]*\b(?:and|with)\s+(?:\S+\s+){0,4}$")
LOOKED_AT = 20  # encounters before and behind words that are looked at
MADE = re.compile(r",\s(?:made|given|recorded|aired|broadcast|taped|published|delivered)\s(?:\S+\s+){0,6}$")
"""What tells of other words than those of the cue: `contradicted her remarks, MADE in an interview`."""


def said(scene: Scene) -> list[Said]:
    """The occasion and date of each attribution of an article."""
    found = [_evident(scene, attribution) for attribution in scene.reading.attributions]
    running = list(_running(scene, found))
    used = {number for number in running if number is not None and scene.drafts[number].first.what == PRESS}
    pressed = used or {n for report, n in scene.told if report.mention.kind == PRESS and report.occurred}
    every = [
        dated(scene, attribution, scene.only(attribution, pressed) if occasion is None else occasion)
        for attribution, occasion in zip(scene.reading.attributions, running, strict=True)
    ]
    return list(carried_on(scene, every))


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
        if (draft.moment and draft.where) or not (act or report.encounter):
            continue
        there = drafts[numbers[report.beside]] if report.beside in numbers else None
        reported = _there(report, there) or (_at_same_time(report, drafts, reading, every) if act else None)
        if reported is not None:
            reported = replace(reported, moment=report.moment) if draft.moment else reported
            draft.put([reported if r is report else r for r in draft.reports])
        if reported is not None or not act:
            continue
        at = bisect_right(cues, trigger.end, key=lambda item: item[0])
        for _, index in cues[max(0, at - 3) : at]:
            cue, spoken = reading.attributions[index].cue, every[index]
            if cue and cue.overlaps(trigger) and spoken.when and spoken.when.days:
                there = drafts[spoken.occasion] if spoken.occasion is not None else None
                how = f"said at the {there.first.mention.kind}" if there else "when it was said"
                said_then = Moment(words=spoken.when.words, days=spoken.when.days, how=how)
                when = report.moment if draft.moment else said_then
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
    """The occasion of each attribution: its own, that of the report around it, or the one going on.

    A state or a body speaks elsewhere too: what it says goes on with an occasion only close by.
    """
    last: dict[str, tuple[int, int]] = {}
    current: tuple[int, int] | None = None
    settled: list[int | None] = []
    for attribution, evident in zip(scene.reading.attributions, found, strict=True):
        speakers = scene.ids(attribution.speakers)
        occasion = evident
        here = _line(scene, attribution)
        if occasion is None and attribution.parent is None and speakers and scene.goes_on(attribution):
            own = next((last[i] for i in speakers if i in last), None)
            person = all(scene.known[i].person for i in speakers)
            number, line = own or (current if person else None) or (None, here)
            if number is not None and all(scene.is_near(i, here - line) for i in speakers):
                there = scene.takes_part(number, speakers, surely=not own)
                occasion = number if there and not at_another_time(scene, attribution, number) else None
        elif occasion is None and attribution.parent is not None and attribution.parent < len(settled):
            around = scene.reading.attributions[attribution.parent]
            same = set(speakers) == set(scene.ids(around.speakers))
            occasion = settled[attribution.parent] if same and scene.goes_on(attribution) else None
        if evident is not None:
            current = (evident, here)
            last |= dict.fromkeys(speakers, current)
        settled.append(occasion)
        yield occasion


def _line(scene: Scene, attribution: Attribution) -> int:
    """The sentence of the article in which words are reported."""
    at = attribution.cue or attribution.source or next(iter(attribution.content), None)
    return scene.reading.sentence_at(at.start) if at else 0


def _evident(scene: Scene, attribution: Attribution) -> int | None:
    """The encounter that the sentence tells, or at which both who speaks and who is spoken to were."""
    at = attribution.cue or attribution.source
    sentence = scene.reading.sentence_of(at) if at else None
    speakers = scene.ids(attribution.speakers)
    if at is None or sentence is None or not speakers:
        return None
    first, last = (bisect_left(scene.encounters, place, key=begins) for place in (sentence.start, sentence.end))
    there = sorted(scene.encounters[first:last], key=lambda item: item[0].what not in SPOKEN)
    for report, number in there:
        mention = report.mention
        if any(content.covers(mention.trigger) for content in attribution.content):
            continue
        before = sentence.text[: mention.trigger.start - sentence.start]
        if MADE.search(before):
            continue
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
    """The encounter of those who speak and are spoken to that was last told, else the first to be told.

    A group without a name is any that the speaker met: `told the ENVOYS`, `told his GUESTS`.
    """
    spoken_to = [scene.known[i] for i in addressees]
    met = all(party.kind == "group" and not (party.telling or party.press) for party in spoken_to)
    if not spoken_to or not (met or all(party.person for party in spoken_to)):
        return None
    people = speakers if met else (*speakers, *addressees)
    here = bisect_left(scene.encounters, at.start, key=begins)
    nearest = (*reversed(scene.encounters[max(0, here - LOOKED_AT) : here]), *scene.encounters[here : here + LOOKED_AT])
    fitting = (n for report, n in nearest if report.what in TOGETHER and scene.takes_part(n, people, surely=True))
    return next(fitting, None)
