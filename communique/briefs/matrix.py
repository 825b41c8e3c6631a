"""Where they stand: actors by issues, and who is at odds with whom; every entry with the statements it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.briefs import evidence
from communique.briefs.desk import Desk
from communique.domain import Event, Position, Record, Relation, Span, Stance
from communique.domain.changes import changes

ROWS, COLUMNS = 12, 10  # of the matrix; what has no room is listed below it
PAIRS = 30  # that are shown

RelationKind = Literal["disagree", "partly", "agree", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Words that tell a deed. source: number of the article."""

    source: int
    words: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One stance of an actor on an issue, with the statements and deeds that show it, the oldest first.

    through: who said it, where that is somebody who speaks for the actor. since, until: ISO 8601 dates of the
    first and the last evidence, where they are known.
    """

    stance: Stance
    toward: str
    through: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    statements: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One side of a change: the stance, the day that bounds it (ISO 8601), and the statements that show it."""

    stance: Stance
    toward: str
    day: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A change of position: how an actor stood at first, and how later. own: in words of the actor's own."""

    first: Turn
    then: Turn
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An issue, with how many positions on it are known."""

    issue: str
    label: str
    description: str
    found: Literal["taxonomy", "discovered"]
    positions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where one actor stands on one issue; several stances, where they differ by matter or over time (shifts)."""

    issue: str
    stands: tuple[Stand, ...]
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An actor with the cells that are not empty, in the order of the columns."""

    actor: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How two sides stand to each other on an issue, and the statements that show it."""

    pair: tuple[str, str]
    names: tuple[str, str]
    issue: str
    label: str
    relation: RelationKind
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The most active actors by the issues most in dispute.

    others: the rows that had no room, and what the rows shown say on issues that had none. bonds: what is agreed and
    what is not, disagreement first. unclear: pairs of whom that cannot be told. more_bonds: those left out.
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    other_columns: tuple[Column, ...] = ()
    others: tuple[Row, ...] = ()
    bonds: tuple[Bond, ...] = ()
    unclear: int = 0
    more_bonds: int = 0


def compose(record: Record, desk: Desk) -> Matrix:
    """The matrix of a record; what rests on no statement that is shown is left out."""
    events = {event.id: event for event in record.events}
    stands: defaultdict[str, defaultdict[str, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    for position in record.positions:
        if (stand := _stand(position, events, desk)) and position.actor in desk.actors:
            stands[position.actor][position.issue].append(stand)
    columns = _columns(record, stands)
    order = _order(stands, desk)
    if len(order) > ROWS:
        through = {
            name for by_issue in stands.values() for held in by_issue.values() for s in held for name in s.through
        }
        order.sort(key=lambda actor: desk.called(actor) in through)  # whose words stand in the row of a state
    main = [column.issue for column in columns[:COLUMNS]]
    rest = [column.issue for column in columns[COLUMNS:]]
    shifts = _shifts(record, desk)

    def row_of(actor: str, issues: Sequence[str]) -> Row:
        held = stands[actor]
        cells = (
            Cell(issue=issue, stands=tuple(held[issue]), shifts=shifts.get((actor, issue), ()))
            for issue in issues
            if held.get(issue)
        )
        return Row(actor=actor, name=desk.called(actor), cells=tuple(cells))

    rows = tuple(row for actor in order if (row := row_of(actor, main)).cells)[:ROWS]
    shown = {row.actor for row in rows}
    others = [row_of(actor, rest if actor in shown else [*main, *rest]) for actor in order]
    bonds, unclear = _bonds(record, desk)
    return Matrix(
        columns=columns[:COLUMNS],
        rows=rows,
        other_columns=columns[COLUMNS:],
        others=tuple(row for row in others if row.cells),
        bonds=bonds[:PAIRS],
        unclear=unclear,
        more_bonds=len(bonds[PAIRS:]),
    )


def _stand(position: Position, events: Mapping[str, Event], desk: Desk) -> Stand | None:
    said = [name for name in position.evidence if name in desk.statements]
    deeds = [deed for name in position.events if name in events for deed in _deeds(events[name], desk)]
    if not deeds and not evidence.worded(position.toward, [desk.statements[name] for name in said]):
        return None
    speakers = dict.fromkeys(actor for name in said for actor in desk.statements[name].speakers)
    own = position.actor in speakers
    country = desk.actors[position.actor].country if position.actor in desk.actors else None
    dates = sorted(filter(None, (_date(name, desk) for name in said)))
    return Stand(
        stance=position.stance,
        toward=position.toward,
        through=()
        if own
        else tuple(desk.called(a) for a in speakers if a in desk.actors and country in {None, desk.actors[a].country}),
        since=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        statements=tuple(said),
        deeds=tuple(deeds),
    )


def _date(name: str, desk: Desk) -> str | None:
    statement = desk.statements[name]
    published = desk.articles[desk.numbers[statement.article] - 1].published
    return statement.said_on or (published.date if published else None)


def _deeds(event: Event, desk: Desk) -> Iterable[Deed]:
    for span in event.mentions[:1]:
        number = desk.article_of(span)
        if number is not None:
            yield Deed(source=number, words=span)


def _columns(record: Record, stands: Mapping[str, Mapping[str, Sequence[Stand]]]) -> tuple[Column, ...]:
    """The issues on which somebody stands: those of two actors or more first, and of these the most contested."""
    held = Counter(issue for by_issue in stands.values() for issue, listed in by_issue.items() for _ in listed)
    actors = Counter(issue for by_issue in stands.values() for issue in by_issue)
    contested = Counter(relation.issue for relation in record.relations if relation.relation == "disagree")
    columns = [
        Column(
            issue=issue.id,
            label=issue.label,
            description=issue.description,
            found=issue.found,
            positions=held[issue.id],
        )
        for issue in record.issues
        if held[issue.id]
    ]

    def key(column: Column) -> tuple[bool, int, int, int, str]:
        issue = column.issue
        return actors[issue] == 1, -contested[issue], -actors[issue], -column.positions, column.label

    return tuple(sorted(columns, key=key))


def _order(stands: Mapping[str, Mapping[str, Sequence[Stand]]], desk: Desk) -> list[str]:
    """The actors, the most active states first, each followed by those of its country."""
    weight = {actor: sum(len(listed) for listed in by_issue.values()) for actor, by_issue in stands.items()}
    of = {actor: desk.actors[actor].country or actor for actor in stands}
    together: Counter[str] = Counter()
    for actor, own in weight.items():
        together[of[actor]] = max(together[of[actor]], own)

    def key(actor: str) -> tuple[int, str, bool, int, str]:
        return -together[of[actor]], of[actor], desk.actors[actor].type != "state", -weight[actor], desk.called(actor)

    return sorted(stands, key=key)


def _shifts(record: Record, desk: Desk) -> dict[tuple[str, str], tuple[Shift, ...]]:
    """The changes of position, by actor and issue, of which both sides have words that are shown."""
    found: defaultdict[tuple[str, str], list[Shift]] = defaultdict(list)
    for change in changes(record):
        first = _turn(change.before, change.before_on, desk)
        then = _turn(change.after, change.after_on, desk)
        if first and then:
            said = (*first.statements, *then.statements)
            own = all(change.before.actor in desk.statements[name].speakers for name in said)
            found[change.before.actor, change.before.issue].append(Shift(first=first, then=then, own=own))
    return {key: tuple(held) for key, held in found.items()}


def _turn(position: Position, day: str, desk: Desk) -> Turn | None:
    said = tuple(name for name in position.evidence if name in desk.statements)
    return Turn(stance=position.stance, toward=position.toward, day=day, statements=said) if said else None


def _bonds(record: Record, desk: Desk) -> tuple[tuple[Bond, ...], int]:
    """The relations, those of persons under their states where these have the same one; and how many are unclear."""
    labels = {issue.id: issue.label for issue in record.issues}
    sides = _sides(record)
    best: dict[tuple[frozenset[str], str], Relation] = {}
    for relation in record.relations:
        if relation.issue not in labels or not all(actor in desk.actors for actor in relation.pair):
            continue
        key = frozenset(sides.get(actor, actor) for actor in relation.pair), relation.issue
        held = best.get(key)
        if held is None or (set(relation.pair) == key[0] and set(held.pair) != key[0]):
            best[key] = relation
    bonds = [bond for relation in best.values() if (bond := _bond(relation, labels, desk)) is not None]
    order: dict[RelationKind, int] = {"disagree": 0, "partly": 1, "agree": 2, "unclear": 3}
    bonds.sort(key=lambda bond: (order[bond.relation], -len(bond.statements), bond.names, bond.label))
    told = tuple(bond for bond in bonds if bond.relation != "unclear")
    return told, len(bonds) - len(told)


def _bond(relation: Relation, labels: Mapping[str, str], desk: Desk) -> Bond | None:
    said = tuple(name for name in relation.evidence if name in desk.statements)
    if not said:
        return None
    one, other = relation.pair
    return Bond(
        pair=relation.pair,
        names=(desk.called(one), desk.called(other)),
        issue=relation.issue,
        label=labels[relation.issue],
        relation=relation.relation,
        statements=said,
    )


def _sides(record: Record) -> dict[str, str]:
    """Who speaks for whom: the speakers of statements that count for another actor."""
    speakers = {statement.id: statement.speakers for statement in record.statements}
    country = {actor.id: actor.country for actor in record.actors}
    return {
        speaker: position.actor
        for position in record.positions
        for name in position.evidence
        if position.actor not in speakers.get(name, (position.actor,))
        for speaker in speakers[name]
        if country.get(position.actor) in {None, country.get(speaker)}
    }
