"""Who is at odds with whom on what: the relation of each two actors on an issue, by what they say of each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from communique.domain import Position, Reading, Record, Relation, Stance, Statement
from communique.domain.likeness import SHARE, alike, unconditional, undoes, words_of
from communique.knowledge.issues import topics
from communique.knowledge.words import commonness
from communique.stories.company import Company
from communique.stories.exchanges import exchanges
from communique.stories.passages import Pile
from communique.stories.stances import stands

AGAINST = frozenset({"opposes", "rejects", "warns"})
FOR = frozenset({"supports", "seeks", "conciliatory"})
MOST = 60  # positions on one issue that are compared with one another: those with the most evidence
NEARLY_ALL = 0.8  # of the words of the shorter of two descriptions
RARE = 45  # articles of a thousand that a word stands in, which alone shows that two speak of one thing

_STOP = (
    r"(?:stop|end|cease|halt|drop|free|release|leave|out|withdraw|refrain|give up|abandon|reverse|lift|go|"
    r"step down|resign|reconsider)\b"
)
_UNDO = re.compile(rf"\b{_STOP}", re.IGNORECASE)
_TO_STOP = re.compile(
    rf"(?:(?!need|agree|ready|willing)[^.;“”\"]){{0,45}}?\s(?:to|must|should|will|would|military)?\s*[“\"]?(?:\w+\s+)?{_STOP}",
    re.IGNORECASE,
)
_DEMAND = re.compile(r"\bdemand", re.IGNORECASE)
_MUST = re.compile(
    r"\s+must (?!be able|have\b|know\b|(?:\w+ )?(?:work|co-?operat|rebuild|talk|meet|continu|find)\w*)", re.IGNORECASE
)
_TO_DO = re.compile(r"\s+(?:to|must|should|immediately)?\s*[a-z]+\b", re.IGNORECASE)  # a demand that one does something
_FOR = re.compile(r"\s+(?:not to|to|against|over)\b", re.IGNORECASE)

_EACH_OTHER = re.compile(
    r"\b(?:each other|one another)\b|^the other(?: (?:side|country|party))?(?: (?:for|of)\b|['’]s\b|:|$)", re.IGNORECASE
)  # *blamed the other for the shelling*

_CALL = re.compile(
    r"^(?:(?:any|all|the|their|his|her|its|[A-Z][\w.]*(?:['’]s)?) )*"
    r"(?:calls?|demands?|appeals?|requests?|proposals?|plans?|idea|offers?|threats?) (?:for|of|to) "
)  # *calls for a recount* are about the recount
_BEHIND = re.compile(r"\s(?:to|of|for|on|over|in|at|by|with|under|that|which|who|as|until|unless|if)\b|[,:;]")
_THREATENED = re.compile(r"\bthreat", re.IGNORECASE)
_WOULD = re.compile(r"^(?:that )?(?:it|he|she|they|we|I) (?:would|will)\b", re.IGNORECASE)

Kind = Literal["agree", "disagree", "alike", "opposed", "touched"]
Key = tuple[str, str, str]
"""Two actors, in the order of their ids, and an issue."""


@dataclass(slots=True)
class _Found:
    """The statements that speak for a relation, as plainly as they do.

    agree, disagree: said together or of each other. alike, opposed: said of the same thing. touched: neither.
    """

    agree: list[str] = field(default_factory=list)
    disagree: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)
    opposed: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Desk:
    """The record by id, who speaks on each issue, the state whose doing it is, and what has been found.

    named: the words that name an issue which the pile itself has named.
    """

    company: Company
    statements: Mapping[str, Statement]
    speakers: Mapping[str, set[str]]
    doers: Mapping[str, str]
    named: Mapping[str, frozenset[str]]
    found: defaultdict[Key, _Found] = field(default_factory=lambda: defaultdict(_Found))

    def add(self, kind: Kind, pair: tuple[str, str], issue: str, why: Sequence[str]) -> None:
        """Note evidence for a pair, and for the states that both speak for."""
        sides = tuple(map(self.company.side, pair)) if not any(map(self.company.homeless, pair)) else pair
        for one, other in dict.fromkeys((pair, sides)):
            nameless = self.company.nameless(one) or self.company.nameless(other)
            if one != other and not nameless and not self.company.near(one, other):
                getattr(self.found[min(one, other), max(one, other), issue], kind).extend(why)


def check(record: Record, _readings: Mapping[str, Reading], _pile: Pile | None = None) -> Record:
    """The record with the relations of those who speak on one issue, each pair once for each issue."""
    speakers: defaultdict[str, set[str]] = defaultdict(set)
    for statement in record.statements:
        for issue in statement.issues:
            speakers[issue] |= set(statement.speakers)
    statements = {statement.id: statement for statement in record.statements}
    named = {issue.id: words_of(issue.label) for issue in record.issues if issue.found == "discovered"}
    desk = _Desk(Company.of(record), statements, speakers, _doers(record), named)
    by_issue: defaultdict[str, list[Position]] = defaultdict(list)
    for position in record.positions:
        by_issue[position.issue].append(position)
        _aimed(position, desk)
    for issue, held in by_issue.items():
        _compared(issue, sorted(held, key=lambda position: -len(position.evidence))[:MOST], desk)
    for found in exchanges(record, desk.company, speakers):
        desk.add(found.kind, found.pair, found.issue, found.why)
    return replace(record, relations=tuple(_relations(desk)))


def _doers(record: Record) -> dict[str, str]:
    """For each issue that is what a state does (its missiles, its conduct) the actor that is this state."""
    states = {str(actor.country).lower(): actor.id for actor in record.actors if actor.type == "state"}
    done = {
        f"issue-{topic.id}-{code}": state
        for topic in topics()
        if topic.about == "doer"
        for code, state in states.items()
    }
    return {issue.id: done[issue.id] for issue in record.issues if issue.id in done}


def _own(position: Position, desk: _Desk) -> list[Statement]:
    """The statements of a position that the actor makes, not those counted for a state."""
    said = (desk.statements[name] for name in position.evidence if name in desk.statements)
    return [statement for statement in said if position.actor in statement.speakers]


def _aimed(position: Position, desk: _Desk) -> None:
    """A stance toward what another side does: *criticised the U.S. withdrawal*, *backed Chad's demand*."""
    for statement in _own(position, desk):
        if position.stance in {"supports", "conciliatory"}:
            for toward in _toward(statement, position, desk):
                if (backed := desk.company.backed(statement, position.actor, toward)) is not None:
                    desk.add("agree", (position.actor, backed), position.issue, [statement.id])
        elif (other := _against_whom(statement, position, desk)) is not None:
            side = desk.company.side(other)
            speaking = set() if desk.company.homeless(position.actor) else desk.speakers[position.issue]
            others = {actor for actor in speaking if desk.company.side(actor) == side} | {other}
            for one in sorted(others):
                desk.add("disagree", (position.actor, one), position.issue, [statement.id])


def _toward(statement: Statement, position: Position, desk: _Desk) -> list[str]:
    """What the stance of a position is toward in the words of one of its statements."""
    company = desk.company
    told = stands(statement, company.own_names(statement), company.other_names(statement))
    return [stand.toward for stand in told if stand.stance == position.stance]


def _against_whom(statement: Statement, position: Position, desk: _Desk) -> str | None:
    """Whom a warning, an objection or a demand is directed at."""
    company = desk.company
    if position.stance == "warns":
        return _warned(statement, position, desk)
    if position.stance in AGAINST:
        doers = (company.doer(statement, position.actor, toward) for toward in _toward(statement, position, desk))
        return next(filter(None, doers), None) or desk.doers.get(position.issue)
    if position.stance != "seeks":
        return None
    demanded = statement.cue and _DEMAND.search(statement.cue.text)
    must = company.told_to(statement, position.actor, _MUST)
    told = company.told_to(statement, position.actor, _TO_DO if demanded else _TO_STOP)
    return told or (must if must and company.apart(must, position.actor) else None)


def _warned(statement: Statement, position: Position, desk: _Desk) -> str | None:
    """Whom a warning is for: *warned Chad against it*, *warned Chad that it would act*; not who *would act*."""
    named = next(desk.company.named(statement), None)
    told = [named.actor] if named and _FOR.match(named.after) else []
    return next((other for other in (*statement.addressees, *told) if desk.company.apart(other, position.actor)), None)


def _compared(issue: str, held: Sequence[Position], desk: _Desk) -> None:
    """Two stances toward the same thing; those of one statement are toward the same thing of themselves."""
    for one, other in combinations(held, 2):
        if one.actor == other.actor or desk.company.near(one.actor, other.actor):
            continue
        pair, why = (one.actor, other.actor), [*one.evidence[:1], *other.evidence[:1]]
        if set(one.evidence) & set(other.evidence):
            if one.stance == other.stance and desk.company.known({*pair}):
                shared = [name for name in one.evidence if name in other.evidence]
                at_odds = one.stance in AGAINST and _EACH_OTHER.search(one.toward)
                desk.add("disagree" if at_odds else "agree", pair, issue, shared)
            continue
        if _comparable(one.stance, other.stance) and _of_one_thing(one, other, desk.named.get(issue, frozenset())):
            desk.add("opposed" if _against(one, desk) != _against(other, desk) else "alike", pair, issue, why)
        elif one.stance in FOR and other.stance in FOR and _mutual(one, other, desk):
            desk.add("alike", pair, issue, why)


def _comparable(one: Stance, other: Stance) -> bool:
    """Whether stances of one kind or the opposite one; who warns of a thing may want the same as who seeks another."""
    return {one, other} <= AGAINST | FOR and {one, other} != {"warns", "seeks"}


def _of_one_thing(one: Position, other: Position, named: frozenset[str]) -> bool:
    """Whether their words are alike, and not by names alone; nearly all, where one is a wish, which names more.

    One word alone is enough only where both are of that itself, and it names the issue or news at large seldom has it:
    there are many *talks* and *plans*.
    """
    share = NEARLY_ALL if "seeks" in {one.stance, other.stance} else SHARE
    things = [_CALL.sub("", unconditional(position.toward)) for position in (one, other)]
    ours, theirs = map(words_of, things)
    plain = {word for word in ours & theirs if word in one.toward and word in other.toward}
    if len(ours & theirs) == 1:
        heads = [words_of(_BEHIND.split(thing)[0]) for thing in things]
        plain = {word for word in plain & heads[0] & heads[1] if word in named or commonness(word) <= RARE}
    return bool(plain) and alike(ours, theirs, share)


def _against(position: Position, desk: _Desk) -> bool:
    """Whether it is against the thing it names: opposes a ban, or supports that it is lifted; not who threatens it."""
    return (position.stance in AGAINST and not _threatened(position, desk)) != undoes(position.toward)


def _threatened(position: Position, desk: _Desk) -> bool:
    """*threatened to close the port*, *warned that it would*: what is warned of is their own doing."""
    said = (desk.statements[name] for name in position.evidence if name in desk.statements)
    for statement in said if position.stance == "warns" else ():
        names = "|".join(map(re.escape, desk.company.own_names(statement)))
        own = names and re.match(
            rf"(?:the )?(?:{names})(?:['’]s \w+)? (?:would|will)\b", position.toward, re.IGNORECASE
        )
        if own or _WOULD.match(position.toward) or (statement.cue and _THREATENED.search(statement.cue.text)):
            return True
    return False


def _mutual(one: Position, other: Position, desk: _Desk) -> bool:
    """Whether each wants something good of the other: *closer ties with Chad*, and Chad's *closer ties with Mali*."""
    apart = desk.company.apart(one.actor, other.actor)
    return apart and _wants(one, other.actor, desk) and _wants(other, one.actor, desk)


def _wants(position: Position, of: str, desk: _Desk) -> bool:
    return any(
        not _UNDO.search(_words(statement))
        and any(desk.company.near(named.actor, of) for named in desk.company.named(statement))
        for statement in _own(position, desk)
    )


def _words(statement: Statement) -> str:
    return " ".join([*([statement.cue.text] if statement.cue else []), *(span.text for span in statement.content)])


def _relations(desk: _Desk) -> Iterator[Relation]:
    for (one, other, issue), held in sorted(desk.found.items()):
        relation, why = _judged(held)
        if why:
            yield Relation(pair=(one, other), issue=issue, relation=relation, evidence=tuple(dict.fromkeys(why)))


def _judged(held: _Found) -> tuple[Literal["agree", "disagree", "partly", "unclear"], list[str]]:
    """What the plainest evidence says; `partly` where what is equally plain speaks for both."""
    for yes, no in ((held.agree, held.disagree), (held.alike, held.opposed)):
        if yes and no:
            return "partly", [*no, *yes]
        if yes or no:
            return ("agree", yes) if yes else ("disagree", no)
    return "unclear", held.touched
