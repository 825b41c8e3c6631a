"""Where actors stand: the stance of each on each issue, toward what, by what they say and do."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.domain import THINGS, Actor, Event, Position, Reading, Record, Span, Stance, Statement
from communique.domain.likeness import alike, words_of
from communique.knowledge.issues import taxonomy, topics
from communique.knowledge.vocabulary import word_root
from communique.stories import offices
from communique.stories.company import Company
from communique.stories.passages import Pile
from communique.stories.stances import stands
from communique.stories.towards import Stand, shortened

_WORD = re.compile(r"[^\W\d_]+")
_WHOM = re.compile(r"(?:him|her|them|it)(?=:|$| to [a-z])", re.IGNORECASE)
_GIVEN_UP = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were)\s+(?:\w+\s+)?"
    r"(?:abandoned|dropped|given up|scrapped|shelved|withdrawn)\b",
    re.IGNORECASE,
)
DOUBTFUL, PLAIN = 0.5, 0.3  # a statement of lower confidence shows no position; one whose cue tells a stance
JUDGED = frozenset({"supports", "opposes", "denies"})
FIRST = 8  # words of what a stance is toward that tell its issue
SHORT = 20  # words of a statement that stands for what it points back to
WHOSE = frozenset({"my", "your", "his", "her", "its", "our", "their"})
ANYBODY = frozenset({"one", "you", "someone", "somebody", "everyone", "everybody", "nobody", "anyone", "others", "who"})

ALIKE: Mapping[str, frozenset[Stance]] = {
    "SUPPORT": frozenset({"supports", "conciliatory"}), "AID": frozenset({"supports", "conciliatory"}),
    "ACCUSE": frozenset({"opposes", "rejects"}), "PROTEST": frozenset({"opposes", "rejects"}),
    "SANCTION": frozenset({"opposes", "rejects"}), "REJECT": frozenset({"rejects", "opposes", "denies"}),
    "THREATEN": frozenset({"warns"}), "REQUEST": frozenset({"seeks", "conciliatory"}),
}  # fmt: skip
"""The stances that a deed of a PLOVER type speaks for; the other types tell no stance."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One statement or event that shows a stance."""

    actor: str
    issue: str
    stance: Stance
    toward: str
    said: str
    date: str
    statement: str | None = None
    event: str | None = None


def check(record: Record, readings: Mapping[str, Reading], _pile: Pile | None = None) -> Record:
    """The record with its positions, those of persons in office and of governments for their states and bodies too."""
    sides = offices.sides(record)
    said = list(_of_statements(record, Company.of(record), readings))
    shown = [*said, *_of_events(record, said)]
    shown += [replace(held, actor=sides[held.actor]) for held in shown if held.actor in sides]
    groups: defaultdict[tuple[str, str, str], list[_Held]] = defaultdict(list)
    for held in sorted(shown, key=lambda held: held.date):
        groups[held.actor, held.issue, held.stance].append(held)
    positions = [position for _, group in sorted(groups.items()) for position in _merged(group)]
    return replace(record, positions=tuple(positions))


def _of_statements(record: Record, company: Company, readings: Mapping[str, Reading]) -> Iterator[_Held]:
    actors = {actor.id: actor for actor in record.actors}
    labels = {issue.id: word_root(issue.label.split()[-1]) for issue in record.issues if issue.found == "discovered"}
    published = {article.id: article.published.date for article in record.articles if article.published}
    for statement in record.statements:
        speakers = [actor for actor in statement.speakers if actor in actors and _may_stand(actors[actor])]
        if not speakers or not statement.issues or statement.confidence < PLAIN or _given_up(statement, readings):
            continue
        date = statement.said_on or published.get(statement.article, "")
        said = shortened(statement.content[0].text)
        brief = len(said.split()) <= SHORT
        for stand in stands(statement, company.own_names(statement), company.other_names(statement)):
            if not stand.toward and not brief and stand.stance in JUDGED:
                continue  # what *that* is cannot be shown
            for issue in (
                _concerned(statement, stand, labels) if stand.whole or statement.confidence >= DOUBTFUL else ()
            ):
                toward = _by_name(stand.toward, statement, company)
                for actor in _who(speakers, stand, statement, company):
                    yield _Held(actor, issue, stand.stance, toward, said, date, statement=statement.id)


def _given_up(statement: Statement, readings: Mapping[str, Reading]) -> bool:
    """Whether its sentence goes on that it holds no more: `the demand that they leave HAD BEEN DROPPED`."""
    last, reading = statement.content[-1], readings.get(statement.article)
    sentence = reading.sentence_of(last) if reading else None
    return sentence is not None and _GIVEN_UP.match(sentence.text, max(0, last.end - sentence.start)) is not None


def _who(speakers: Sequence[str], stand: Stand, statement: Statement, company: Company) -> Sequence[str]:
    """Those who take a stance; of two, not the one whom it is against (*Chad and Mali's complaint that Mali ...*)."""
    first = next(company.named(statement), None)
    if len(speakers) == 1 or not first or stand.stance != "opposes":
        return speakers
    return [actor for actor in speakers if actor != first.actor]


def _by_name(toward: str, statement: Statement, company: Company) -> str:
    """*[Juan Paz]: having known*, where the words have *him*: whom a pronoun at their head stands for."""
    pronoun = _WHOM.match(toward)
    first = next(company.named(statement), None)
    if not pronoun or first is None or first.words.casefold() != pronoun[0].casefold():
        return toward
    return f"[{company.actors[first.actor].name}]{toward[pronoun.end() :]}" if company.known([first.actor]) else toward


def _may_stand(actor: Actor) -> bool:
    """Whether an actor can take a side: papers report, documents are somebody's, and *their people* are nobody told."""
    name = actor.name.casefold()
    told = name not in ANYBODY and name.split(" ", 1)[0] not in WHOSE
    return actor.type not in THINGS and actor.sector != "MED" and told


def _concerned(statement: Statement, stand: Stand, labels: Mapping[str, str | None]) -> Sequence[str]:
    """The issues of a statement that a stance is on: that of the words it is toward, and all of a user's own.

    labels: the roots of the words that name the issues which the pile itself has named.
    """
    if len(statement.issues) == 1:
        return statement.issues
    words = {word_root(word) for word in _WORD.findall(stand.toward)[:FIRST]}
    if pile := [issue for issue in statement.issues if labels.get(issue) in words - {None}]:
        return pile[:1]
    known = [*labels, *(f"issue-{topic.id}-" for topic in topics())]
    own = [issue for issue in statement.issues if not f"{issue}-".startswith(tuple(known))]
    told = () if stand.stance == "warns" and not stand.whole else taxonomy().hits(stand.toward)
    prefixes = [f"issue-{hit.topic.id}-" for hit in told]  # of a threat, what would follow is told, not what it is on
    named = [issue for prefix in prefixes for issue in statement.issues if f"{issue}-".startswith(prefix)]
    return own or named[:1] or statement.issues[:1]


def _of_events(record: Record, said: Sequence[_Held]) -> Iterator[_Held]:
    """What is done by saying it: evidence for the stance that its statement tells; other deeds are events alone."""
    saying = _Saying(record.statements)
    told: defaultdict[tuple[str | None, str], list[_Held]] = defaultdict(list)
    for held in said:
        told[held.statement, held.actor].append(held)
    for event in record.events:
        alike = ALIKE.get(event.type or "", frozenset())
        if alike and event.status == "occurred" and event.recipients:
            for actor in event.actors:
                for held in told[saying.of(event, actor), actor]:
                    if held.stance in alike:
                        yield replace(held, event=event.id)


class _Saying:
    """Statements by the passages that they stand in."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._at: defaultdict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
        for statement in statements:
            for speaker in statement.speakers:
                for span in filter(None, (statement.cue, *statement.content)):
                    self._at[span.document, speaker].append((span, statement.id))

    def of(self, event: Event, actor: str) -> str | None:
        """The first statement of an actor in which the words for an event stand."""
        for mention in event.mentions:
            for span, statement in self._at.get((mention.document, actor), ()):
                if span.overlaps(mention):
                    return statement
        return None


def _merged(group: Sequence[_Held]) -> Iterator[Position]:
    """Positions toward the same thing as one, with the evidence in the order of its dates."""
    kept: list[tuple[frozenset[str], list[_Held]]] = []
    for held in group:
        words = words_of(held.toward)
        for known, members in kept:
            if not words or words == known or alike(words, known):
                members.append(held)
                break
        else:
            kept.append((words, [held]))
    for _, members in kept:
        first = members[0]
        yield Position(
            actor=first.actor,
            issue=first.issue,
            stance=first.stance,
            toward=next((held.toward for held in members if held.toward), first.said),
            evidence=tuple(dict.fromkeys(held.statement for held in members if held.statement)),
            events=tuple(dict.fromkeys(held.event for held in members if held.event)),
        )
