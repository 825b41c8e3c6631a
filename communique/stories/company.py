"""Which actors a statement names, and whose side each is on: what the relations of actors are found by."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain import THINGS, Actor, Record, Statement
from communique.knowledge.nouns import actor_noun
from communique.stories import offices

# After these a state is where something happens or whom it happens to, not who does it.
_PATIENT = re.compile(
    r"\b(?i:in|inside|within|near|off|around|along|across|throughout|with|on|against|to|towards?|for|of|at|over|about|into|between|behind)\s+"
    r"(?:the\s+)?(?:[A-Z][\w.]*(?:,? and|,)\s+(?:the\s+)?)*$"
)
_DONE_TO = re.compile(
    r"\s+(?:(?:had|has|have) (?:not |never |yet to )?been|(?:was|were|is|are) (?:not |being )?(?=\w+ed\b|held\b))"
)
_AGAINST = frozenset({"OPP", "PTY", "REB"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "which"})
# What may stand before whose view or deed it is; not whom it is said of: *called him Chad's rightful leader*.
_HEAD = re.compile(r"[\s“\"‘']*(?:(?:the|an?|both)\s+)?(?:(?!(?:him|her|them|it)\b)\w+\s+)?")
# What is somebody's and not their doing, and who is against them: *Chad's defeat*, *the Chadian opposition*.
_SUFFERED = re.compile(
    r"(?:['’]s?)?\s+(?:\w+ )?(?:defeat|resignation|ouster|overthrow|arrest|removal|death|expulsion|suspension|"
    r"isolation|collapse|disarmament|opposition|opponents?|rivals?|rebels?|dissidents?|critics?|protest\w*|people|exiles?)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named in the content of a statement: the words that name it, and those before and after them."""

    actor: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Company:
    """Where actors are named, by document in text order; the state or body that each speaks for; and all by id."""

    places: Mapping[str, Sequence[tuple[int, int, str]]]
    actors: Mapping[str, Actor]
    sides: Mapping[str, str]

    @classmethod
    def of(cls, record: Record) -> "Company":
        """The company of a record."""
        places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for actor in record.actors:
            for mention in actor.mentions if _may_act(actor) else ():
                places[mention.span.document].append((mention.span.start, mention.span.end, actor.id))
        return cls(
            {document: sorted(held) for document, held in places.items()},
            {actor.id: actor for actor in record.actors},
            offices.sides(record),
        )

    def side(self, actor: str) -> str:
        """Whom an actor speaks for: the state or body, for those in its offices, else the actor."""
        return self.sides.get(actor, actor)

    def known(self, actors: Iterable[str]) -> bool:
        """Whether all of them are known by a name."""
        return all(_may_act(self.actors[actor]) for actor in actors)

    def nameless(self, actor: str) -> bool:
        """Whether somebody is known by no name (*Minister* in a title), and may be any of those who have one."""
        return self.actors[actor].type in {"person", "office"} and not _may_act(self.actors[actor])

    def homeless(self, actor: str) -> bool:
        """Whether somebody's state is not known, so that they may be at home in any."""
        return self.actors[actor].type == "person" and not self.actors[actor].country

    def apart(self, one: str, other: str) -> bool:
        """Whether two actors are of different states, as far as is known."""
        countries = [self.actors[actor].country for actor in (one, other) if actor in self.actors]
        return all(countries) and len(set(countries)) == len(("one", "other")) and not self.near(one, other)

    def near(self, one: str, other: str) -> bool:
        """Whether two actors are on one side, a state and one of its people, of one government or of one name."""
        first, second = self.actors[one], self.actors[other]
        compatriots = first.country and first.country == second.country
        stately = "state" in {first.type, second.type} or {first.sector, second.sector} <= {"GOV", "MIL"}
        same = first.name.casefold() == second.name.casefold() or (compatriots and stately)
        return bool(same) or self.side(one) == self.side(other)

    def named(self, statement: Statement) -> Iterator[Named]:
        """Each actor that the content names, in text order."""
        for span in statement.content:
            held = self.places.get(span.document, ())
            at = bisect_left(held, (span.start, 0, ""))
            while at < len(held) and held[at][0] < span.end:
                start, end, actor = held[at]
                if end <= span.end:
                    low, high = start - span.start, end - span.start
                    yield Named(actor, span.text[:low], span.text[low:high], span.text[high:])
                at += 1

    def own_names(self, statement: Statement) -> list[str]:
        """The words by which a statement names its speakers, or those whom they speak for; who opposes, for nobody."""
        speakers = [actor for actor in statement.speakers if actor in self.actors]
        home = {self.actors[actor].country for actor in speakers if self.actors[actor].sector not in _AGAINST} - {None}
        sides = {self.side(actor) for actor in speakers}
        sides |= {named.actor for named in self.named(statement) if self._state(named.actor) in home}
        return [named.words for named in self.named(statement) if self.side(named.actor) in sides]

    def _state(self, actor: str) -> str | None:
        return self.actors[actor].country if self.actors[actor].type == "state" else None

    def other_names(self, statement: Statement) -> list[str]:
        """The words by which a statement names anybody else."""
        sides = {self.side(actor) for actor in statement.speakers if actor in self.actors}
        return [named.words for named in self.named(statement) if self.side(named.actor) not in sides]

    def _others(self, statement: Statement, speaker: str) -> Iterator[Named]:
        """The actors of other sides that a statement names as ones that act."""
        for named in self.named(statement):
            other = named.actor not in statement.speakers and not self.near(named.actor, speaker)
            if other and not _PATIENT.search(_untitled(named.before)) and not _DONE_TO.match(named.after):
                yield named

    def doer(self, statement: Statement, speaker: str, toward: str) -> str | None:
        """Whose doing a stance is toward: the first other side that it names as one that acts."""
        return next((named.actor for named in self._others(statement, speaker) if named.words in toward), None)

    def backed(self, statement: Statement, speaker: str, toward: str) -> str | None:
        """Whose view or deed a stance is toward from its first words on: *Chad's demand*, *the Chadian offer*."""
        for named in self._others(statement, speaker):
            before, found, after = toward.partition(named.words)
            if found and named.words.casefold() not in _PRONOUNS and _HEAD.fullmatch(before):
                return None if _SUFFERED.match(after) else named.actor
        return None

    def told_to(self, statement: Statement, speaker: str, do: re.Pattern[str]) -> str | None:
        """The first other side that is to do what a pattern, for the words behind its name, says."""
        return next((named.actor for named in self._others(statement, speaker) if do.match(named.after)), None)


def _untitled(before: str) -> str:
    """The words before a name without the title that leads to it: *the expulsion of* UN trade envoy Ida Berg."""
    words = before.split()
    at = len(words)
    while at and (actor_noun(words[at - 1]) or words[at - 1][:1].isupper()):
        at -= 1
    if not any(map(actor_noun, words[at:])):
        return before
    led = [" ".join([*words[:end], ""]) for end in (at, at - 1) if end > 0]
    return next((words_before for words_before in led if _PATIENT.search(words_before)), before)


def _may_act(actor: Actor) -> bool:
    """Whether an actor is known by a name and can do something to another."""
    named = any(mention.form not in {"nominal", "pronoun"} for mention in actor.mentions)
    return named and actor.type not in THINGS
