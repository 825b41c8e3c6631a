"""Matching: whether two drafts are one event, with a score that explains itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.domain import EventStatus
from communique.domain.times import Interval
from communique.knowledge.encounters import is_rare, lasts
from communique.record.events.drafts import Draft
from communique.record.events.moments import agreement
from communique.record.events.parties import HALF, OTHERWISE, Party, company, directed, in_common
from communique.record.places import closeness

AHEAD: frozenset[EventStatus] = frozenset({"planned", "threatened", "hypothetical"})
NOT: frozenset[EventStatus] = frozenset({"cancelled", "denied"})
WEIGHTS = {"who": 3.0, "when": 2.0, "where": 1.5, "what": 1.0, "words": 3.5, "story": 1.5}
ENOUGH, LASTING = 4.5, 4.0
LEADING = 0.7  # both lead reports printed within a day, which tell news
CLOSE, NEAR = 0.4, 0.2  # undated reports printed within a day, within three
WEEK = 7
MANY_WORDS = 6
LOOKED_AT = 6  # articles of an event whose story is looked at
STORY = 0.6
INTERVIEW = "interview"
ALIKE = 0.7  # kinds that reports put for one another
MATTER = 0.3  # of the words of the shorter
TELLING = 2  # words that tell what is asked for, promised or threatened
FAR_APART = 10  # days between articles after which an undated report is hardly of the same event


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two drafts are taken for one event, or not: the parts, each -1 (it excludes it) to 1 (the same).

    words: 1 where both tell it in the same words, copied or quoted, less for few words. lasting: whether its kind goes
    on, so that it needs no date to be the same (sanctions, recognition); where nobody takes part in such (a
    crisis), the place counts. rare: whether there are hardly two of its kind in a place on a day (a crash).
    leading: whether both stand at the head of an article, headline: whether both begin one, in a title. dated: whether the words of
    both tell when it was. story: how far the articles name the same actors, so that what both are about can be one;
    surely: whether that counts among the parts. done: whether it is a deed, not words or a meeting. nameless: whether one does not tell who takes part.
    bar: what excludes it besides the parts, empty where nothing does.
    """

    who: float
    what: float
    when: float
    where: float
    words: float = 0.0
    story: float = 0.0
    lasting: bool = False
    rare: bool = False
    surely: bool = False
    leading: bool = False
    headline: bool = False
    dated: bool = False
    done: bool = False
    nameless: bool = False
    bar: str = ""

    @property
    def score(self) -> float:
        """The parts by their weights."""
        return sum(weight * float(getattr(self, part)) for part, weight in WEIGHTS.items()) - self._unsure

    @property
    def _unsure(self) -> float:
        return 0.0 if self.surely else WEIGHTS["story"] * self.story

    @property
    def possible(self) -> bool:
        """Whether nothing excludes it."""
        return not self.bar and min(self.who, self.what, self.when, self.where) > -1

    @property
    def same(self) -> bool:
        """Whether enough speaks for it."""
        enough = LASTING if self.lasting else ENOUGH
        return self.possible and (round(self.score, 6) >= enough or self.placed or self.news)

    @property
    def placed(self) -> bool:
        """Whether the place tells it: of what goes on there, or hardly happens twice there on a day."""
        once = (self.lasting and not self.who) or (self.rare and self.when > 0)
        return self.what == 1 and self.where > 0 and once

    @property
    def news(self) -> bool:
        """Whether both tell what one story is about: its headline, a deed in one place, what hardly happens twice."""
        near = self.when >= CLOSE or (self.leading and self.when > 0)
        nameless = self.leading and self.nameless and (self.who > 0 or not self.done)
        single = self.rare or self.headline or (self.done and self.where == 1) or nameless
        return near and single and self.story >= STORY and self.what >= ALIKE

    @property
    def reason(self) -> str:
        """The parts in words."""
        parts = ", ".join(f"{part} {getattr(self, part):.1f}" for part in WEIGHTS)
        return f"{parts}: {self.score:.1f}" + (f", but {self.bar}" if self.bar else "")


def compare(a: Draft, b: Draft, known: Mapping[str, Party]) -> Match:
    """Two drafts of different articles, or of one."""
    when = _when(a, b)
    where = closeness(a.where, b.where)
    lasting = all(lasts(report.mention.kind) for report in (a.first, b.first))
    rare = any(is_rare(report.mention.kind) for report in (a.first, b.first)) and _what(a, b) >= ALIKE
    dated = agreement(a.moment, b.moment) > 0
    told = a.told(known) and b.told(known)
    return Match(
        who=_who(a, b, known),
        what=_what(a, b),
        when=max(when, 0.0) if lasting and when > -1 else when,
        where=where,
        words=_words(a, b) if when >= 0 else 0.0,
        story=_story(a, b, known) if when > 0 else 0.0,
        surely=_what(a, b) >= ALIKE and (told or rare or dated),
        lasting=lasting,
        rare=rare,
        leading=a.lead and b.lead,
        nameless=not (told or a.matter or b.matter or a.first.plural or b.first.plural),
        headline=a.opening and b.opening and (a.titled or b.titled),
        dated=dated,
        done=not (a.first.encounter or a.matter or b.matter or lasting),
        bar=_bar(a, b, when, where),
    )


def _who(a: Draft, b: Draft, known: Mapping[str, Party]) -> float:
    if a.mutual or b.mutual:
        return company(a.company(known), b.company(known), known)
    done_to = directed(a.recipients, b.recipients, known)
    if done_to is not None and a.tolled and b.tolled:
        done_to = max(done_to, 0.0)
    parts = (directed(a.actors, b.actors, known), done_to)
    told = [part for part in parts if part is not None]
    if -1.0 in told or (OTHERWISE in told and lasts(a.first.mention.kind)):
        return -1.0
    known_parties = a.told(known) and b.told(known)
    if not any(part > 0 for part in told) and not known_parties and a.nouns & b.nouns:
        return HALF
    return max(sum(told) / len(told), 0.0) if told else 0.0


def _what(a: Draft, b: Draft) -> float:
    if a.kinds & b.kinds:
        return 1.0
    if a.first.encounter or b.first.encounter:
        return -1.0
    return ALIKE if a.groups & b.groups else 0.5 if a.types & b.types else -1.0


def _words(a: Draft, b: Draft) -> float:
    """Whether both tell it in the same words, halved for a few words."""
    shared = a.words & b.words
    return max((1.0 if text.count(" ") >= MANY_WORDS - 1 else 0.5 for text in shared), default=0.0)


def _story(a: Draft, b: Draft, known: Mapping[str, Party]) -> float:
    """How far two of their articles are of one story; not for an interview, of which each outlet has its own."""
    if not _one_matter(a, b) or INTERVIEW in a.kinds:
        return 0.0
    ours, theirs = (tuple(draft.casts.values())[-LOOKED_AT:] for draft in (a, b))
    return max(in_common(x, y, known) for x in ours for y in theirs)


def _one_matter(a: Draft, b: Draft) -> bool:
    """Whether what is done in words is about the same, as far as both tell."""
    return not (a.matter or b.matter) or bool(a.matter & b.matter)


def _when(a: Draft, b: Draft) -> float:
    agreed = agreement(a.moment, b.moment)
    if agreed or a.articles & b.articles:
        return agreed
    ours, theirs = _around(a), _around(b)
    if ours is None or theirs is None:
        return 0.0
    gap = _gap(ours, theirs)
    if gap <= 1 and a.opening and b.opening:
        return LEADING
    return CLOSE if gap <= 1 else NEAR if gap <= 3 else 0.0 if gap <= FAR_APART else -NEAR


def _gap(ours: Interval, theirs: Interval) -> int:
    """Days between two intervals; none or fewer where they meet."""
    return max(ours[0].toordinal() - theirs[1].toordinal(), theirs[0].toordinal() - ours[1].toordinal())


def _around(draft: Draft) -> Interval | None:
    """The days of an event, those of its first report where it is not dated; None where both tell little."""
    told = draft.moment.days if draft.moment and draft.moment.days else draft.published
    return told if told and (told[1] - told[0]).days <= WEEK else None


def _bar(a: Draft, b: Draft, when: float, where: float) -> str:
    """What the reports say of its coming to pass, or of what it is about, that cannot be of one event."""
    fewest = min(len(a.matter), len(b.matter))
    if fewest >= TELLING and len(a.matter & b.matter) < MATTER * fewest:
        return "they are about different things"
    if a.first.several != b.first.several:
        return "one is told of several together"
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        return "they are counted apart"
    if any(not a.sorts[place] & told for place, told in b.sorts.items() if place in a.sorts):
        return "they are of different sorts"
    return _status_bar(a, b, when, where) or _status_bar(b, a, when, where)


def _status_bar(one: Draft, other: Draft, when: float, where: float) -> str:
    """What the one says of its coming to pass that cannot be where the other is of the same event."""
    if "occurred" in one.statuses and NOT & other.statuses:
        return "one took place, the other did not"
    if "occurred" in one.statuses and AHEAD & other.statuses:
        if _over_before(one, other):
            return "one was over when the other lay ahead"
        if when < 0.5 and (where < 1 or one.articles & other.articles):
            return "one took place, the other lies ahead"
    if "alleged" in one.statuses and {"planned", "threatened"} & other.statuses:
        return "one is alleged, the other lies ahead"
    return ""


def _over_before(occurred: Draft, ahead: Draft) -> bool:
    """Whether the one had taken place before the other was still spoken of as to come."""
    days = occurred.moment.days if occurred.moment else occurred.published
    return bool(days and ahead.published and days[1] < ahead.published[0])
