"""Who has changed sides: an actor that first stood one way toward a thing and on a later day the other way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from communique.domain.likeness import alike, undoes, words_of
from communique.domain.record import Actor, Position, Record, Statement
from communique.domain.times import DAY

FOR, AGAINST = frozenset({"supports", "conciliatory", "seeks"}), frozenset({"opposes", "rejects"})
SHARE = 0.66  # of the words of the shorter of two descriptions that are of one thing
APART = 3  # days between two reports that may be of one day: they do not tell it, or their words are alike
INDEFINITE = frozenset({"some", "many", "most", "others", "several", "two", "three", "a", "an", "one"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two positions of an actor toward one thing, with the last day of the former and the first of the latter."""

    before: Position
    after: Position
    before_on: str
    after_on: str


@dataclass(frozen=True, slots=True)
class _Days:
    """The first and the last day of a position's words. told: whether the pages say when they were said."""

    first: date
    last: date
    told: bool


def changes(record: Record) -> tuple[Change, ...]:
    """The changes that the days of all words bear out; none where two outlets may report one statement."""
    named = {actor.id for actor in record.actors if _known(actor)}
    statements = {statement.id: statement for statement in record.statements}
    published = {article.id: article.published.date for article in record.articles if article.published}
    same = [frozenset(utterance.statements) for utterance in record.utterances]
    days = {id(position): _days(position, statements, published) for position in record.positions}
    held: defaultdict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in record.positions:
        if position.actor in named and sign(position):
            held[position.actor, position.issue].append(position)
    pairs = (pair for positions in held.values() for pair in permutations(positions, 2))
    return tuple(
        Change(before=before, after=after, before_on=first.last.isoformat(), after_on=then.first.isoformat())
        for before, after in pairs
        if _turned(before, after)
        and (first := days[id(before)])
        and (then := days[id(after)])
        and _later(first, then, one_utterance=_one_utterance(before, after, same))
    )


def sign(position: Position) -> int:
    """1 for a thing, -1 against it, 0 neither: who seeks that it ends is against it."""
    plain = (position.stance in FOR) - (position.stance in AGAINST)
    return -plain if undoes(position.toward) else plain


def _known(actor: Actor) -> bool:
    """Whether it is one and the same actor each time: by a name, not *some lawmakers*."""
    by_name = any(mention.form == "named" for mention in actor.mentions)
    return by_name and actor.name.split(" ", 1)[0].casefold() not in INDEFINITE


def _turned(before: Position, after: Position) -> bool:
    return sign(before) != sign(after) and alike(words_of(before.toward), words_of(after.toward), SHARE)


def _one_utterance(one: Position, other: Position, same: Iterable[frozenset[str]]) -> bool:
    """Whether what two reports have of one utterance is evidence for both."""
    return any(spoken & {*one.evidence} and spoken & {*other.evidence} for spoken in same)


def _later(before: _Days, after: _Days, *, one_utterance: bool) -> bool:
    """Whether the days bear out a change: some apart, where they are of publication or the words may be the same."""
    gap = (after.first - before.last).days
    return gap > 0 if before.told and after.told and not one_utterance else gap >= APART


def _days(position: Position, statements: Mapping[str, Statement], published: Mapping[str, str]) -> _Days | None:
    """The days of a position's words; None where one of them cannot be told."""
    said = [statements[name] for name in position.evidence if name in statements]
    spans = [list(_dates(item.said_on or published.get(item.article, ""))) for item in said]
    if not spans or not all(spans):
        return None
    return _Days(min(map(min, spans)), max(map(max, spans)), all(item.said_on for item in said))


def _dates(value: str) -> Iterator[date]:
    """The ends of a date or an interval that are as precise as a day; nothing where one is not."""
    parts: Iterable[str] = value.split("/")
    try:
        yield from [date.fromisoformat(part[:DAY]) for part in parts]
    except ValueError:
        return
