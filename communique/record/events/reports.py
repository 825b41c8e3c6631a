"""Reports: mentions of events with their parties, time and place resolved, and drafts of events made of them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.domain import Article, EventMention, Mention, Reading, Span, moments
from communique.domain.times import Interval
from communique.knowledge import place_nouns
from communique.knowledge.encounters import alike, encounter, is_cause, is_said, is_toll, lasts
from communique.knowledge.states import seated_in, state_named
from communique.record import places
from communique.record.events import counting
from communique.record.events.moments import Moment, moment, published_on, written_on
from communique.record.events.phrases import Phrase, words_of

LONG = 9  # words of a sentence that is known again
AFTER = re.compile(
    r"\b(?:after|following|at the end of|at|during|on the sidelines of)\s+(?:\S+\s+){0,3}$", re.IGNORECASE
)
SEPARATE = re.compile(
    r"\W*(?:meanwhile,?\s+)?(?:separately\b|in\s+an?(?:other)?\s+(?:\w+\s+)?(?:separate|unrelated|different)\b|in\s+another\b)",
    re.IGNORECASE,
)
BEHIND_IT = re.compile(r"\b(?:after|following|before|ahead of)\s+(?:\S+\s+){0,4}$", re.IGNORECASE)
COMES_AFTER = re.compile(r"\b(?:after|before)\b[^,;]*$", re.IGNORECASE)
SINCE_THEN = re.compile(r"\bsince\b", re.IGNORECASE)
SIDELINES = re.compile(r"\bon the (?:sidelines|margins|fringes) of\s+(?:\S+\s+){0,4}$", re.IGNORECASE)
CAPITAL = re.compile(r"(?:['’]s?)?\s+capital\b")
RELATIVE = re.compile(r"\s+(?:that|which)\s+")
RANKED = re.compile(
    r",\s+(?:the|his|her|its|their)\s+(?:first|second|third|fourth|fifth|latest|highest-level)\s+(?:\S+\s+){0,2}$"
)
IN_TALKS = re.compile(r",\s+in\s+(?:\w+\s+){0,3}$")
AND = re.compile(r"^[^,;]*\band\s+(?:\w+ly\s+)?$")
DURING = re.compile(r"\bduring\s+(?:\S+\s+){0,3}$", re.IGNORECASE)
PRESS, MEETING, AGREEMENT = "press conference", "meeting", "agreement"
CONTESTED = {"occurred", "alleged"}  # an attack that somebody is charged with can have killed
SETTLED = frozenset({"agreement", "agreement signed", "ruling", "verdict", "vote"})
"""After which words are said to the press, as after a meeting."""
VISIT, DETENTION = "visit", "detention"
NESTED = 8  # mentions that one is looked for inside
BEGINNING = 4  # sentences, title and captions among them, with which an article begins
LEAD = 8  # sentences at the head of an article, captions among them, that tell what it is about
IN_IT = re.compile(r"\b(?:in|when|by|after|as|during|at)\b[^;]{0,90}$")
DAY = len("2006-01-02")
BY_IT = 120  # characters between a crash and whom it killed
EARLIER = re.compile(
    r"\b(?:(?:hour|day|week|month|year)s?\s+(?:after|since|following)\s+|since\s+(?!(?:the|this|that|it|its|his|her|their)\b))(?:[^\s,;]+\s+){0,4}$"
)
"""What stands in front of an event from which another is counted: it is not of the time of that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Phrase):
    """One mention of an event.

    home: the state that the article comes from, ISO 3166 alpha-3. domestic: whether it names no other more often.
    written: the city that it comes from. written_on: the day that its dateline gives, without the year.
    counted_from_its_day: the times of its article that are, where that is not known.
    told_by: who says so, where it is told in somebody's words.
    what: the family of its kind for encounters, else its kind. opening: told in the title, or before everything else.
    titled: told in the title. cast: the actors that its article names.
    beside_it: of an event without parties, those that its sentence names. names_a_place: whether that names a place.
    aside: told inside another mention of that family (`on the sidelines of a summit`). beside: for words to the press,
    an accusation, or a meeting during a visit, the index of the encounter where it was (`told reporters after the
    meeting`). cause: for deaths, the index of what they are the toll of. counted: how many days
    after another event this one was (`a day after they met`). apposed: the index of the event that it says more of
    (`met in Oslo, the first such meeting`). by_pronoun: those of its parties whom a pronoun tells. sentence: the words
    of a long sentence, with those that name the event, to be known again in a copy. line: which sentence of the article
    it stands in. in_front: what stands there in its sentence.
    """

    article: str
    index: int
    what: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    moment: Moment | None = None
    where: places.Where | None = None
    published: Interval | None = None
    home: str | None = None
    domestic: bool = False
    written: places.Where | None = None
    written_on: moments.Moment | None = None
    counted_from_its_day: tuple[moments.Moment, ...] = ()
    opening: bool = False
    titled: bool = False
    cast: frozenset[str] = frozenset()
    beside_it: tuple[str, ...] = ()
    names_a_place: bool = False
    aside: bool = False
    beside: int | None = None
    counted: counting.Count | None = None
    apposed: int | None = None
    by_pronoun: frozenset[str] = frozenset()
    cause: int | None = None
    sentence: str = ""
    line: int = 0
    in_front: str = ""

    @property
    def lead(self) -> bool:
        """Whether it is told at the head of the article."""
        return self.line < LEAD

    @property
    def after(self) -> bool:
        """Whether another is counted from it: `days after a blast`."""
        return EARLIER.search(self.in_front) is not None

    @property
    def separate(self) -> bool:
        """Whether it is told to be another than all before: `in a separate incident`."""
        return SEPARATE.match(self.in_front) is not None


def reports_of(
    readings: Sequence[Reading], articles: Iterable[Article], named_by: Mapping[tuple[str, int], tuple[str, ...]]
) -> Iterator[list[Report]]:
    """The reports of each article, in text order."""
    by_id = {article.id: article for article in articles}
    for reading in readings:
        if reading.events:
            reports = _of_article(reading, by_id.get(reading.article), named_by)
            tolls = {report.cause: report for report in reports}
            yield [_dated_by(report, tolls.get(report.index)) for report in reports]


def _of_article(
    reading: Reading, article: Article | None, named_by: Mapping[tuple[str, int], tuple[str, ...]]
) -> list[Report]:
    here = places.setting(reading.mentions, places.written_in(article))
    written = places.city_of(places.written_in(article) or "", here)
    published = published_on(article.published.date if article and article.published else None)
    ordered = sorted(enumerate(reading.events), key=lambda item: (item[1].span.start, -item[1].span.end, item[0]))
    by_trigger = sorted(ordered, key=lambda item: (item[1].trigger.start, item[0]))
    around, counted = _around(ordered), counting.counted(reading, by_trigger)
    relative = tuple(time.relative for time in reading.times if time.relative)

    def named(mentions: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for index in mentions for i in named_by.get((reading.article, index), ())))

    cast = frozenset(named(_of_form(reading, "named", range(len(reading.mentions)))))
    return [
        Report(
            article=reading.article,
            index=index,
            mention=mention,
            what=encounter(mention.kind) or mention.kind,
            encounter=encounter(mention.kind) is not None,
            actors=named(mention.actors),
            recipients=named(mention.recipients),
            told_by=named(() if mention.attribution is None else reading.attributions[mention.attribution].speakers),
            moment=_when(mention, reading, published),
            where=_where(mention, reading, here) or _visited(mention, written, reading),
            published=published,
            home=here.at_home,
            domestic=here.domestic,
            written=written,
            written_on=written_on(article, reading),
            beside_it=named(() if mention.actors or mention.recipients else _beside_it(mention, reading)),
            names_a_place=any(reading.mentions[i].type == "place" for i in _beside_it(mention, reading)),
            counted_from_its_day=relative,
            opening=index == ordered[0][0] or _in_title(article, mention),
            titled=_in_title(article, mention),
            line=max(0, reading.sentence_at(mention.trigger.start)),
            cast=cast,
            by_pronoun=frozenset(named(_of_form(reading, "pronoun", (*mention.actors, *mention.recipients)))),
            aside=_is_aside(mention, reading, around[index]),
            beside=_beside(mention, reading, by_trigger),
            counted=counted.get(index),
            apposed=_apposed(mention, reading, by_trigger),
            cause=_cause(mention, reading, by_trigger),
            sentence=_copied(mention, reading),
            in_front=_in_front(mention, reading),
        )
        for index, mention in ordered
    ]


def _where(mention: EventMention, reading: Reading, here: places.Setting) -> places.Where | None:
    return places.locate([_printed(reading, reading.mentions[i]) for i in mention.places], here)


def _visited(visit: EventMention, written: places.Where | None, reading: Reading) -> places.Where | None:
    """Where a visit goes with which an article begins that is written there, away from the capital."""
    leads = encounter(visit.kind) == VISIT and visit.status == "occurred"
    leads = leads and reading.sentence_at(visit.trigger.start) < BEGINNING
    return written if leads and written and seated_in(written.place.name) is None else None


def _of_form(reading: Reading, form: str, mentions: Iterable[int]) -> tuple[int, ...]:
    return tuple(index for index in mentions if reading.mentions[index].form == form)


def _dated_by(report: Report, toll: Report | None) -> Report:
    """The report with the time of whom it killed, told of it: `the blast that killed four on Monday`."""
    if toll is None or report.moment is not None or report.mention.trigger > toll.mention.trigger:
        return report
    between = toll.mention.trigger.start - report.mention.trigger.end
    return replace(report, moment=toll.moment) if RELATIVE.fullmatch(report.behind, endpos=between) else report


def _when(mention: EventMention, reading: Reading, published: Interval | None) -> Moment | None:
    """The time told of an event; of a meeting that goes on now, the day of the article."""
    if mention.time is None:
        return None
    told = reading.times[mention.time]
    if told.value == "PRESENT_REF" and encounter(mention.kind) and published and published[0] == published[1]:
        return Moment(words=told.span, days=published, how="on the day of the article")
    when = moment(told)
    if lasts(mention.kind) or mention.kind == DETENTION or not mention.since:
        return when
    if when is None or when.days is None or published is None:
        return None
    return replace(when, days=(when.days[0], max(when.days[1], published[1])), how="since then")


def _printed(reading: Reading, place: Mention) -> str:
    """The name of a place with the word for a part of it, as printed: `northern Finland`; a capital by its state's."""
    sentence = reading.sentence_of(place.span)
    state = (
        state_named(place.span.text)
        if sentence and CAPITAL.match(sentence.text, place.span.end - sentence.start)
        else None
    )
    if state is not None:
        return state.country.capital
    before = sentence.text[: place.span.start - sentence.start].split() if sentence else []
    part = before[-1] if before and before[-1].casefold() in place_nouns("directions") else ""
    return f"{part} {place.span.text}".strip()


def _beside_it(event: EventMention, reading: Reading) -> range:
    """The mentions in the sentence of an event."""
    sentence = reading.sentence_of(event.trigger) or event.trigger
    first, last = (
        bisect_left(reading.mentions, at, key=lambda mention: mention.span.start)
        for at in (sentence.start, sentence.end)
    )
    return range(first, last)


def _copied(mention: EventMention, reading: Reading) -> str:
    sentence = reading.sentence_of(mention.trigger)
    words = words_of(sentence) if sentence else ""
    return f"{words}: {words_of(mention.trigger)}" if words.count(" ") >= LONG - 1 else ""


def _in_title(article: Article | None, mention: EventMention) -> bool:
    return article is not None and article.title is not None and article.title.covers(mention.trigger)


def _in_front(mention: EventMention, reading: Reading) -> str:
    """What stands in its sentence in front of the words that name an event."""
    sentence = reading.sentence_of(mention.trigger)
    return sentence.text[: mention.trigger.start - sentence.start] if sentence else ""


def _is_aside(mention: EventMention, reading: Reading, around: Sequence[counting.Indexed]) -> bool:
    """Whether it is told only to say where another was."""
    before = _in_front(mention, reading)
    family = encounter(mention.kind)
    if family and any(encounter(other.kind) == family for _, other in around):
        return BEHIND_IT.search(before) is None  # `shook hands after the talks`
    return SIDELINES.search(before) is not None


def _around(ordered: Sequence[counting.Indexed]) -> dict[int, list[counting.Indexed]]:
    """By index the mentions around each; in text order few are open at any place."""
    around: dict[int, list[counting.Indexed]] = defaultdict(list)
    open_: list[counting.Indexed] = []
    for index, mention in ordered:
        open_ = [item for item in open_ if item[1].span.end > mention.span.start][-NESTED:]
        around[index] = [item for item in open_ if item[1].span.covers(mention.span)]
        open_.append((index, mention))
    return around


def _beside(told: EventMention, reading: Reading, by_trigger: Sequence[counting.Indexed]) -> int | None:
    """The index of the encounter, in the same sentence, at which it was done.

    After it words were said to the press; who met somebody and accused a third did so there; a visit has meetings.
    """
    sentence = reading.sentence_of(told.trigger)
    if sentence is None:
        return None
    if is_said(told.kind):
        return _joined(told, sentence, by_trigger)
    if encounter(told.kind) not in {PRESS, MEETING}:
        return None
    pressed = encounter(told.kind) == PRESS
    for index, mention in by_trigger[bisect_left(by_trigger, sentence.start, key=counting.trigger) :]:
        if mention.trigger.start >= sentence.end:
            return None
        before = sentence.text[: mention.trigger.start - sentence.start]
        family = encounter(mention.kind) or (MEETING if mention.kind in SETTLED else PRESS)
        if (pressed and family != PRESS and AFTER.search(before)) or (family == VISIT and DURING.search(before)):
            return index
    return None


def _joined(told: EventMention, sentence: Span, by_trigger: Sequence[counting.Indexed]) -> int | None:
    """The encounter that the same sentence tells just before, of the same doer: `met the envoy and accused them`."""
    here = bisect_left(by_trigger, told.trigger.start, key=counting.trigger)
    index, other = by_trigger[here - 1] if here else (None, told)
    if index is None or other.trigger.start < sentence.start or encounter(other.kind) in {None, PRESS}:
        return None
    between = sentence.part(other.trigger.end, told.trigger.start).text
    return index if set(told.actors) & set(other.actors) and AND.search(between) else None


def _cause(toll: EventMention, reading: Reading, by_trigger: Sequence[counting.Indexed]) -> int | None:
    """The index of the crash or attack of which deaths are the toll: told just beside them, `killed in`, `crash kills`.

    Not of those who die by name: that is news of its own.
    """
    sentence = reading.sentence_of(toll.trigger) if is_toll(toll.kind) else None
    dead = (*toll.recipients, *(toll.actors if toll.kind == "death" else ()))
    by_name = any(reading.mentions[i].type == "person" and reading.mentions[i].form == "named" for i in dead)
    if sentence is None or by_name:
        return None
    first, last = (bisect_left(by_trigger, place, key=counting.trigger) for place in (sentence.start, sentence.end))
    found = []
    for index, other in by_trigger[first:last]:
        begin, end = sorted((toll.trigger, other.trigger))
        between = sentence.text[begin.end - sentence.start : max(begin.end, end.start) - sentence.start]
        fits = IN_IT.search(between) if begin == toll.trigger else len(between) <= BY_IT and ";" not in between
        apart = (
            EARLIER.search(between)
            or (end == toll.trigger and COMES_AFTER.search(between))
            or (begin == toll.trigger and SINCE_THEN.search(between))
            or _of_other_times(toll, other, reading)
        )
        told = other.status == toll.status or {other.status, toll.status} == CONTESTED
        if is_cause(other.kind) and told and fits and not apart:
            found.append((len(between), index))
    return min(found)[1] if found else None


def _of_other_times(one: EventMention, other: EventMention, reading: Reading) -> bool:
    """Whether two are told to be of two times: `crashed on Friday`, `killed two on Tuesday`."""
    times = [reading.times[each.time] for each in (one, other) if each.time is not None]
    days = [(time.value or "")[:DAY] for time in times if time.type in {"DATE", "TIME"}]
    return len(days) > 1 and all(days) and not (days[0].startswith(days[1]) or days[1].startswith(days[0]))


def _apposed(told: EventMention, reading: Reading, by_trigger: Sequence[counting.Indexed]) -> int | None:
    """The event told just before of which a noun phrase behind a comma tells more.

    `Called her, their second call`; `met for an hour, in talks that Norland hosted`.
    """
    sentence = reading.sentence_of(told.trigger)
    here = bisect_left(by_trigger, told.trigger.start, key=counting.trigger)
    index, other = by_trigger[here - 1] if here else (None, told)
    if sentence is None or index is None or other.trigger.start < sentence.start:
        return None
    if other.kind == AGREEMENT and other.span.covers(told.span) and alike(told.kind) & alike(AGREEMENT):
        return index  # `agreed to a ceasefire`
    if other.type != told.type:
        return None
    between = (
        sentence.part(other.trigger.end, told.trigger.start).text if other.trigger.end < told.trigger.start else ""
    )
    together = encounter(told.kind) == encounter(other.kind) == MEETING and IN_TALKS.search(between)
    return index if together or RANKED.search(between) else None
