"""Matching: how far two drafts are one event: who, what, when and where they tell, in which words and story."""

import re
from collections.abc import Mapping
from dataclasses import replace
from math import inf

from communique.domain import TO_COME, EventStatus
from communique.domain.times import Interval
from communique.knowledge.encounters import is_cause, is_once, is_said, is_toll, lasts
from communique.knowledge.vocabulary import word_root
from communique.record.events.drafts import Draft
from communique.record.events.matches import Match
from communique.record.events.moments import WEEK, agreement
from communique.record.events.parties import HALF, OTHERWISE, Party, company, directed, in_common
from communique.record.places import Where, closeness

NOT: frozenset[EventStatus] = frozenset({"cancelled", "denied"})
LEADING = 0.7  # both lead reports printed within a day, which tell news
CLOSE, NEAR = 0.4, 0.2  # undated reports printed within a day, within three
COUNTED = 0.7
MANY_WORDS = 6
LOOKED_AT = 6  # articles of an event whose story is looked at
CONTACT, SPOKEN_AT = "contact", frozenset({"meeting", "phone call"})  # who `spoke to` somebody met or called
STORY = 0.6
BOTH_SIDES = 0.75
INTERVIEW, AGREEMENT, DENIAL = "interview", "agreement", "denial"
THAT_ONE = re.compile(r"\b(?:the|that|this)\s+(?:\w+\s+)?\w+$", re.IGNORECASE)
ALIKE = 0.7  # kinds that reports put for one another
MATTER = 0.3  # of the words of the shorter
TELLING = 2  # words that tell what is agreed on; one tells what is asked for, promised or threatened
FAR_APART = 14  # days between articles after which an undated report is hardly of the same event


def compare(a: Draft, b: Draft, known: Mapping[str, Party]) -> Match:
    """Two drafts of different articles, or of one."""
    lasting = all(lasts(report.mention.kind) for report in (a.first, b.first))
    told_when = when = _when(a, b)
    if when > -1:
        when = max(when, 0.0 if lasting else COUNTED if _counted(a, b) else when)
    words = _words(a, b) if told_when >= 0 else 0.0
    who = _who(a, b, known)
    match = Match(
        who=max(who, 0.0) if words == 1 else who,
        what=_what(a, b),
        when=when,
        where=closeness(a.where, b.where),
        words=words,
        lasting=lasting,
        dated=agreement(a.moment, b.moment) > 0,
    )
    if not match.possible:
        return match
    bar = _bar(a, b, match)
    if bar or match.what < ALIKE:
        return replace(match, bar=bar) if bar else match
    told = a.told(known) and b.told(known)
    known_before = _same_target(a, b, match) or _that_one(a, b, match, known) or _is_the_toll(a, b, known)
    same_people = _same_pair(a, b, match) or _same_patients(a, b, known)
    again = told_when == 0 and (known_before or _goes_on(a, b, match) or same_people)
    story = _story(a, b, known) if told_when > 0 or again else 0.0
    match = replace(match, rare=a.rare and b.rare)
    return replace(
        match,
        story=story if told or match.rare or match.dated else 0.0,
        news=story >= STORY and _is_news(a, b, match, known, told_before=known_before),
    )


def _same_pair(a: Draft, b: Draft, match: Match) -> bool:
    """Whether the same are together in articles of not many days: `his call with the president`."""
    return a.mutual and match.who == 1 and _days_between(a, b) <= FAR_APART


def _same_patients(a: Draft, b: Draft, known: Mapping[str, Party]) -> bool:
    """Whether what is hardly done twice is done to the same people: `he was arrested`, `the pilot’s arrest`."""
    return _once(a, b) and (directed(a.recipients, b.recipients, known) or 0.0) >= BOTH_SIDES


def _is_the_toll(a: Draft, b: Draft, known: Mapping[str, Party]) -> bool:
    """Whether both only count the dead of their story, with no day and no place: `11 have died`, `14 were killed`."""
    counts = all(is_toll(kind) for draft in (a, b) for kind in draft.kinds)
    placed = any(draft.moment or draft.where for draft in (a, b))
    dead = [known[i] for draft in (a, b) for i in (*draft.actors, *draft.recipients)]
    nameless = all(party.kind == "group" and not party.named for party in dead)
    return counts and not placed and nameless and _days_between(a, b) <= FAR_APART


def _once(a: Draft, b: Draft) -> bool:
    return all(is_once(draft.first.mention.kind) for draft in (a, b))


def _same_target(a: Draft, b: Draft, match: Match) -> bool:
    """Whether an attack or accident is in one town and the words beside it tell one thing: `the bus station there`."""
    beside = (a.nouns & b.nouns) - _roots(a.where) if is_cause(a.first.mention.kind) else frozenset()
    return match.where == 1 and bool(beside) and _days_between(a, b) <= FAR_APART


def _that_one(a: Draft, b: Draft, match: Match, known: Mapping[str, Party]) -> bool:
    """Whether one is spoken of as known, `the collision`, and is of what hardly happens twice in a story."""
    pointing = [draft for draft in (a, b) if draft.first.nominal and not draft.first.indefinite]
    nameless = match.what == 1 and any(not draft.told(known) for draft in pointing)
    seldom = (a.rare and b.rare) or (_once(a, b) and nameless)
    return seldom and bool(pointing) and match.where >= 0 and _days_between(a, b) <= FAR_APART


def _roots(where: Where | None) -> set[str | None]:
    """The roots of the words of a place's name."""
    return {word_root(word) for word in re.findall(r"\w+", where.place.name.casefold())} if where else set()


def _goes_on(a: Draft, b: Draft, match: Match) -> bool:
    """Whether both sides of what lasts are told, and are the same: who backs whom."""
    both = all(draft.actors and draft.recipients for draft in (a, b))
    return match.lasting and both and match.who >= BOTH_SIDES


def _is_news(a: Draft, b: Draft, match: Match, known: Mapping[str, Party], *, told_before: bool) -> bool:
    """Whether both, in articles of one story, tell what it is about, or what hardly happens twice in it.

    That is what a title tells and another article begins with, a deed in one place, a crash, and at the head of the
    articles what one tells without naming who takes part (`the talks`). told_before: whether one speaks of it as known.
    """
    leading, told = a.lead and b.lead, a.told(known) and b.told(known)
    headline = a.opening and b.opening and (a.titled or b.titled)
    said, plural = bool(a.matter or b.matter), a.first.plural or b.first.plural
    done = not (a.first.encounter or said or match.lasting)
    new = any(draft.first.indefinite and not draft.told(known) for draft in (a, b))  # `on a visit to Oslo`
    nameless = leading and not (told or said or plural or new) and (match.who > 0 or not done)
    near = match.when >= CLOSE or (leading and match.when > 0) or told_before
    known_one = match.rare or (told_before and _once(a, b))
    return near and (known_one or headline or nameless or (done and match.where == 1))


def _counted(a: Draft, b: Draft) -> bool:
    """Whether both have one number among deeds that are counted: `its third nuclear test`."""
    return a.rare and b.rare and bool(a.ordinals & b.ordinals) and bool({*a.actors} & {*b.actors})


def _who(a: Draft, b: Draft, known: Mapping[str, Party]) -> float:
    if a.mutual or b.mutual:
        return company(a.company(known), b.company(known), known, sides=not (a.first.encounter or b.first.encounter))
    done_to = directed(a.recipients, b.recipients, known)
    if done_to is not None and a.tolled and b.tolled:
        done_to = max(done_to, 0.0)
    parts = (directed(a.actors, b.actors, known), done_to)
    told = [part for part in parts if part is not None]
    if done_to is not None and done_to >= BOTH_SIDES and -1.0 not in told and _same_patients(a, b, known):
        return done_to
    if -1.0 in told or (OTHERWISE in told and lasts(a.first.mention.kind)):
        return -1.0
    silent = not (a.recipients and b.recipients) and not (a.told(known) and b.told(known))
    if silent and not any(part > 0 for part in told) and a.nouns & b.nouns:
        return HALF
    return max(sum(told) / len(told), 0.0) if told else 0.0


def _what(a: Draft, b: Draft) -> float:
    if a.tolled and b.tolled and not a.deeds & b.deeds:
        return -1.0
    if a.kinds & b.kinds:
        return 1.0
    if a.first.encounter or b.first.encounter:
        other = a.kinds | b.kinds if {CONTACT} in (a.kinds, b.kinds) else set()
        return ALIKE if len(other & SPOKEN_AT) == 1 else -1.0
    if a.groups & b.groups:
        return ALIKE
    otherwise = a.modes and b.modes and not a.modes & b.modes
    both = all(draft.actors and draft.recipients for draft in (a, b))
    return 0.5 if a.types & b.types and both and not otherwise else -1.0


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
    """Whether what is done in words is about the same, as far as both tell; an agreement lasts when it is spoken."""
    return not (a.matter or b.matter) or bool(a.matter & b.matter) or AGREEMENT in a.groups & b.groups


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


def _days_between(a: Draft, b: Draft) -> float:
    ours, theirs = _around(a), _around(b)
    return inf if ours is None or theirs is None else _gap(ours, theirs)


def _gap(ours: Interval, theirs: Interval) -> int:
    """Days between two intervals; none or fewer where they meet."""
    return max(ours[0].toordinal() - theirs[1].toordinal(), theirs[0].toordinal() - ours[1].toordinal())


def _around(draft: Draft) -> Interval | None:
    """The days of an event, those of its first report where it is not dated; None where both tell little."""
    told = draft.moment.days if draft.moment and draft.moment.days else draft.published
    return told if told and (told[1] - told[0]).days <= WEEK else None


def _bar(a: Draft, b: Draft, match: Match) -> str:
    """What the reports say of its coming to pass, or of what it is about, that cannot be of one event."""
    fewest = min(len(a.matter), len(b.matter))
    if fewest >= (1 if is_said(a.first.mention.kind) else TELLING) and len(a.matter & b.matter) < MATTER * fewest:
        return "they are about different things"
    if a.actors and b.actors and not (a.recipients and b.recipients) and _one_silent(a, b):
        return "one does not tell what it is about"
    if a.several != b.several:
        return "one is told of several together"
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        return "they are counted apart"
    if any(not a.sorts[place] & told for place, told in b.sorts.items() if place in a.sorts):
        return "they are of different sorts"
    return _status_bar(a, b, match) or _status_bar(b, a, match)


def _one_silent(a: Draft, b: Draft) -> bool:
    """Whether of two denials only one tells what is denied."""
    return DENIAL in a.kinds & b.kinds and bool(a.matter) != bool(b.matter)


def _status_bar(one: Draft, other: Draft, match: Match) -> str:
    """What the one says of its coming to pass that cannot be where the other is of the same event."""
    both = "occurred" in one.statuses & other.statuses
    if "occurred" in one.statuses and NOT & other.statuses and not (both or _disowned(one, other, match)):
        return "one took place, the other did not"
    if "occurred" in one.statuses and TO_COME & other.statuses:
        if _over_before(one, other):
            return "one was over when the other lay ahead"
        known = match.when >= 0.5 or (match.where == 1 and not one.articles & other.articles)
        following = bool(other.ordinals - one.ordinals)
        if not (known or (match.who >= BOTH_SIDES and not following and _has_come(one, other))):
            return "one took place, the other lies ahead"
    if "alleged" in one.statuses and {"planned", "threatened"} & other.statuses:
        return "one is alleged, the other lies ahead"
    return ""


def _disowned(told: Draft, draft: Draft, match: Match) -> bool:
    """Whether somebody only denies to have done it: that there was an attack is told by others.

    It is known by its place, or pointed at: `denied that its troops had carried out THE strike`.
    """
    pointing = draft.articles & told.articles and THAT_ONE.search(draft.first.mention.span.text)
    known = match.where == 1 or bool(pointing)
    return known and draft.statuses <= {"denied", "alleged"} and bool(draft.actors) and _is_attack(draft)


def _is_attack(draft: Draft) -> bool:
    return "ASSAULT" in draft.types and is_cause(draft.first.mention.kind)


def _has_come(occurred: Draft, ahead: Draft) -> bool:
    """Whether the one is told soon after the other was announced, and the day announced had come by then."""
    if occurred.published is None or ahead.published is None or ahead.published[1] >= occurred.published[0]:
        return False
    announced = ahead.moment.days[0] if ahead.moment and ahead.moment.days else ahead.published[1]
    return announced <= occurred.published[1] and _gap(ahead.published, occurred.published) <= FAR_APART


def _over_before(occurred: Draft, ahead: Draft) -> bool:
    """Whether the one had taken place before the other was still spoken of as to come."""
    days = occurred.moment.days if occurred.moment else occurred.published
    return bool(days and ahead.published and days[1] < ahead.published[0])
