"""Courses: the day that an article goes on to tell of. `They met on Monday. Police held two outside the palace.`.

A sentence in the simple past that tells no time of its own is of the one day that the sentence before is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.encounters import is_said
from communique.reading.events import companions, roles, whens
from communique.reading.events.roles import VERBAL
from communique.reading.phrases import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from communique.domain import Reading, TimeExpression
    from communique.reading.events.cast import Cast
    from communique.reading.events.triggers import Trigger

PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "’d"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
"""Clauses that tell the news; what others tell may be of another day."""
SHORT = frozenset({"day", "weekend", "week", "month"})
PARTS_OF_DAYS = frozenset({"afternoon", "day", "eve", "evening", "morning", "night"})
DAY_OR_MONTH = re.compile(r"\d{4}-(?:\d\d|W\d\d)(?P<day>-\d\d)?")


@dataclass(slots=True)
class Course:
    """How an article goes on, a paragraph at a time.

    told: the index of the time that the next sentence is of. found: of the last paragraph, by the first word of a
    sentence that goes on with the one before, the time told there.
    """

    told: int | None = None
    found: dict[int, int] = field(default_factory=dict)

    def follow(self, doc: Doc, cast: Cast) -> None:
        """Go over the next paragraph; a day told in it holds for one more, anything longer does not."""
        self.found, fresh = {}, False
        for sentence in doc.sents:
            times = {index: token for token in reversed(sentence) if (index := whens.time_at(token, cast)) is not None}
            past = is_simple_past(sentence.root)
            if times or not past:
                self.told, fresh = _day(times, cast) if times and past else None, True
            elif self.told is not None:
                self.found[sentence.start] = self.told
        if self.told is not None and not (fresh and _unit(cast.reading.times[self.told]) == "day"):
            self.told = None


def _day(times: Mapping[int, Token], cast: Cast) -> int | None:
    """The only time of a sentence, where that is of its main clauses and no longer than a month."""
    index, token = next(iter(times.items()))
    above = [word for word in token.ancestors if word.pos_ in VERBAL]
    main = all(word.dep_ in MAIN and is_simple_past(word) for word in above)
    bound = any(word.lower_ in whens.BOUNDS | {"since"} for word in token.ancestors)
    return index if len(times) == 1 and main and not bound and _unit(cast.reading.times[index]) in SHORT else None


def _unit(time: TimeExpression) -> str:
    if time.relative is not None:
        return time.relative.unit
    found = DAY_OR_MONTH.match(time.value or "")
    return "day" if found and found["day"] else "month" if found else ""


def going_on(trigger: Trigger, course: Mapping[int, int]) -> int | None:
    """The time of the course that an event is told in: by the main verb of its sentence, or one joined to it.

    What an event did (`The blast killed ten`) is told once more, not next; what others said of it (`Tarn blamed B`)
    can have been said on any day.
    """
    verb = trigger.verb
    if verb is None or not course or not is_simple_past(verb) or companions.is_later(verb):
        return None
    above = verb
    while above.dep_ == "conj" and above.head.pos_ in VERBAL and not companions.is_later(above):
        above = above.head
    subjects = [child for child in above.children if child.dep_ in SUBJECTS]
    again = any(events.nouns_named(subject.lemma_.lower()) for subject in subjects)
    others = is_said(trigger.kind.kind) and not any(subject.pos_ == "PRON" for subject in subjects)
    if above.dep_ in {"ccomp", "parataxis"} and above.i < above.head.i:  # `two were hurt, police said`
        above = above.head
    own = any(noun.lemma_ in PARTS_OF_DAYS for noun in roles.behind(verb, {"on"}))  # `on the night of the vote`
    return course.get(verb.sent.start) if above == verb.sent.root and not (again or others or own) else None


def dated(reading: Reading, goes_on: Mapping[int, int]) -> Reading:
    """The reading, what has no time of its own given that of its course. goes_on: by where their triggers begin."""
    times = (
        goes_on.get(event.trigger.start) if event.time is None and event.status == "occurred" else event.time
        for event in reading.events
    )
    found = (replace(event, time=time) for event, time in zip(reading.events, times, strict=True))
    return replace(reading, events=tuple(found))


def is_simple_past(verb: Token) -> bool:
    """Whether a verb tells what was done at its time: `met`, `were held`; not `had met`, `will meet`."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if words & PERFECT:
        return False
    held = words & {"was", "were"} if roles.is_passive(verb) else {c for c in verb.children if c.dep_ == "nsubj"}
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(held))
