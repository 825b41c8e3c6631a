"""What actors say of each other, to each other and together: who is told to agree, and who to be at odds."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Literal

from communique.domain import THINGS, Record, Span, Statement, gaps
from communique.stories.company import Company, Named
from communique.stories.stances import stands

NEAR = 400  # characters from a statement to what answers it
BACK = 3  # statements among which what is answered is looked for

_APART = re.compile(
    r"\b(?:disagree\w*|differ(?:s|ed|ing)?|differences?|at odds|at loggerheads|divided|split|far apart|"
    r"clash(?:es|ed)?|quarrel(?:s|l?ed)?|fallen out|fell out|no (?:agreement|consensus)|traded (?:\w+ )?"
    r"(?:accusations|barbs|blame|insults)|fail(?:s|ed)? to (?:agree|see eye to eye)|"
    r"(?:not|n['’]t) (?:\w+ )?(?:agree|come to (?:a |an )?(?:consensus|agreement)|see eye to eye))"
    r"(?P<on> (?:on|over|about|regarding|as to)\b)?",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:despite|while|although|though|nonetheless|nevertheless)\b", re.IGNORECASE)
_VIEW = r"(?:\w+ )?(?:view|concern|position|goal|opinion|assessment|aim)s?\b"
_TOGETHER = re.compile(
    r"\b(?:feels?|felt|sees?|thinks?) the same(?= way\b| about\b|\W*$)|\bsame (?:view|page|position)\b|"
    rf"\bagree[sd] with\b|\bshare[sd]? (?:our|his|her|their|the|these|those|this|[A-Z][\w.]*['’]s?) {_VIEW}|"
    r"\b(?:in (?:full |complete |broad )?agreement|united (?:in|on|over)|(?:see|sees|saw) eye to eye|of one mind|"
    r"think alike|of the same mind)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:feels?|felt|sees? it|thinks?|thought) the same(?= way\b| about\b|\W*$)|\bso do (?:we|I)\b|"
    rf"\bshare[sd]? (?:that|this|the same|those|these) {_VIEW}|"
    r"^\W*(?:and |yes, )?(?:I|we)(?: fully| completely| very much)? agree\b(?! to)|"
    r"^\W*(?:that )?(?:he|she|they|it) (?:also |fully )?agreed\W*$",
    re.IGNORECASE,
)
_RETORT = re.compile(
    r"\b(?:retort\w*|counter(?:s|ed|ing)|(?:hit|hits|shot|fired|pushed) back|rebut\w*)\b", re.IGNORECASE
)
_ACTS = {
    "accusation": "accus|blam|alleg|charg", "allegation": "alleg|accus", "charge": "charg|accus",
    "claim": "claim|sa(?:id|y)", "complaint": "complain", "criticism": "critici|slam|denounc|condemn|blast|attack",
    "demand": "demand|call|insist", "offer": "offer", "proposal": "propos|suggest", "suggestion": "suggest|propos",
    "idea": "propos|suggest|sa(?:id|y)|want", "request": "ask|request", "call": "call|urg",
    "appeal": "appeal|urg|call", "invitation": "invit|propos|offer", "threat": "threat|warn", "warning": "warn",
    "plan": "plan|propos", "move": "", "decision": "", "announcement": "announc", "comparison": "compar",
    "term": "call|brand|label|describ", "figure": "", "report": "report", "remark": "", "comment": "",
    "statement": "",
}  # fmt: skip
"""Nouns for what was said before, and how the words begin by which it was said."""
_ANSWER = re.compile(
    r"[\s“\"'‘]*(?:that |as )?(?:the|this|that|these|those|such|any|both)\s+"
    rf"(?:(?-i:[a-z]+)\s+)?(?P<act>{'|'.join(_ACTS)})(?P<many>s)?\b|"
    r"[\s“\"'‘]*(?:it|this|that|which|them)(?: as\b.*)?\W*$",
    re.IGNORECASE,
)

_WITH = re.compile(r"\b(?:with|from|between|and|share[sd]?)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
AFTER, BEFORE = 60, 40  # characters beside a name

_OF_WHAT = re.compile(r"\s+(?:that|of|by|from|about)\b", re.IGNORECASE)
_DEFENDED = re.compile(r"\bdefend(?:s|ed|ing)?\b", re.IGNORECASE)

Kind = Literal["agree", "disagree", "opposed", "touched"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What speaks for a relation of two actors on an issue, and the statements in which it stands."""

    kind: Kind
    pair: tuple[str, str]
    issue: str
    why: tuple[str, ...]


def exchanges(record: Record, company: Company, speakers: Mapping[str, set[str]]) -> Iterator[Exchange]:
    """The exchanges of a record; `speakers` are those who speak on each issue."""
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(record.statements, key=lambda item: item.content[0].start):
        by_article[statement.article].append(statement)
        yield from _told(statement, company, speakers)
    for article in record.articles:
        said = by_article[article.id]
        yield from _retorts(said)
        yield from _answers(said, company)
        for paragraph in article.body:
            yield from _introduced(paragraph, said, company)
    yield from _contradicted(record)


def _contradicted(record: Record) -> Iterator[Exchange]:
    """That one says what the other denies, or counts otherwise in one article, as the conflicts of the record tell."""
    said: defaultdict[str, list[tuple[Span, Statement]]] = defaultdict(list)
    for statement in record.statements:
        for span in filter(None, (statement.cue, *statement.content)):
            said[span.document].append((span, statement))
    for conflict in record.conflicts:
        if conflict.kind in {"characterisation", "number"} and conflict.verdict == "contradiction":
            sides = [_innermost(said[side.span.document], side.span) for side in conflict.sides]
            for one, other in combinations(filter(None, sides), 2):
                beside = conflict.kind == "characterisation" or one.article == other.article
                if beside and not set(one.speakers) & set(other.speakers):
                    yield from _between("disagree", one, other, either=True)


def _innermost(said: Sequence[tuple[Span, Statement]], span: Span) -> Statement | None:
    """The shortest statement that a passage stands in."""
    around = [(held.end - held.start, item) for held, item in said if held.start <= span.start and span.end <= held.end]
    return min(around, key=lambda item: item[0])[1] if around else None


def _told(statement: Statement, company: Company, speakers: Mapping[str, set[str]]) -> Iterator[Exchange]:
    """That two differ, or see a matter alike, as one of them says."""
    told = None if any(stand.stance == "denies" for stand in stands(statement)) else _kind(_words(statement))
    known = [actor for actor in statement.speakers if actor in company.actors]
    if len(known) == 1:
        kinds = {named.actor: (told and _linked(named, statement)) or "touched" for named in company.named(statement)}
    else:
        kinds = dict.fromkeys(known, told or "touched")
    for issue in statement.issues:
        for speaker in known:
            for other in sorted((kinds.keys() - {speaker}) & speakers[issue]):
                yield Exchange(kinds[other], (speaker, other), issue, (statement.id,))


def _linked(named: Named, statement: Statement) -> Kind | None:
    """What is told of one who is named, beside the name: *at odds with Chad*, *shares Chad's view*."""
    before = f"{statement.cue.text if statement.cue else ''} {named.before}"
    if kind := _kind(named.after[:AFTER]) or _kind(f"{before[-BEFORE:]}{named.words}{named.after[:AFTER]}"):
        return kind if _kind(named.after[:AFTER]) or _WITH.search(before) else None
    return None


def _kind(words: str) -> Kind | None:
    """What words tell of those of whom they are said."""
    if (apart := _APART.search(words)) and not _YET.search(words):
        return "disagree" if apart["on"] else "opposed"
    return "agree" if _TOGETHER.search(words) and not apart else None


def _retorts(said: Sequence[Statement]) -> Iterator[Exchange]:
    """What is said back to another on the same matter: against it, or that one feels the same."""
    for before, statement in pairwise(said):
        if statement.content[0].start - before.content[-1].end > NEAR:
            continue
        if statement.cue and _RETORT.search(statement.cue.text):
            yield from _between("disagree", before, statement, either=True)
        elif _SAME.search(statement.content[0].text):
            yield from _between("agree", before, statement)


def _between(kind: Kind, before: Statement, statement: Statement, *, either: bool = False) -> Iterator[Exchange]:
    """On the issues of both; `either`: where they have none in common, on those of the one or the other."""
    ours, theirs = set(statement.issues), set(before.issues)
    for issue in sorted(ours & theirs or (ours | theirs if either else ())):
        for one, other in product(statement.speakers, before.speakers):
            yield Exchange(kind, (one, other), issue, (before.id, statement.id))


def _answers(said: Sequence[Statement], company: Company) -> Iterator[Exchange]:
    """*rejected the accusation*, *welcomed the proposal*: what is done with the words of another, or of two others."""
    taken: dict[str, Kind] = {}
    for number, statement in enumerate(said):
        answer = _ANSWER.match(statement.content[0].text)
        kind = _taken(statement) if answer else None
        if answer and kind and (before := _answered(answer, kind, _before(number, said, company))):
            taken[statement.id] = kind
            same = taken.get(before.id, "agree") == kind
            yield from _between(kind if before.id not in taken else "agree" if same else "disagree", before, statement)


def _taken(statement: Statement) -> Kind | None:
    """Whether a statement is for or against what it is of."""
    stances = {stand.stance for stand in stands(statement) if stand.whole}
    if statement.cue and _DEFENDED.search(statement.cue.text):
        return "disagree"  # with who attacked it
    if stances & {"denies", "rejects", "opposes"}:
        return "disagree"
    return "agree" if "supports" in stances else None


def _before(number: int, said: Sequence[Statement], company: Company) -> list[Statement]:
    """The words of others right before a statement, the last first."""
    statement = said[number]
    return [
        other
        for other in reversed(said[max(0, number - BACK) : number])
        if statement.content[0].start - other.content[-1].end <= NEAR
        and any(_other(one, two, company) for one, two in product(statement.speakers, other.speakers))
    ]


def _answered(answer: re.Match[str], kind: Kind, before: Sequence[Statement]) -> Statement | None:
    """Which of the words before is answered: those that do what they are called, else the last ones.

    *The claims* without anybody who claims are those of many, *the claim that ...* is told with it, and who welcomes
    *the offer* agrees with nobody who offers nothing.
    """
    act = _ACTS[answer["act"].casefold()] if answer["act"] else ""
    done = [
        other for other in before if act and other.cue and re.search(rf"\b(?:{act})", other.cue.text, re.IGNORECASE)
    ]
    told = answer["many"] or kind == "agree" or _OF_WHAT.match(answer.string[answer.end() :])
    return next(iter(done or (() if act and told else before)), None)


def _introduced(paragraph: Span, said: Sequence[Statement], company: Company) -> Iterator[Exchange]:
    """*The two were at odds over the dam*, as the reporter says before what each says of it."""
    low, high = (
        bisect_left(said, end, key=lambda item: item.content[0].start) for end in (paragraph.start, paragraph.end)
    )
    within = said[low:high]
    taken = [span for item in within for span in (item.cue, *item.content) if span]
    kinds = [kind for gap in gaps(paragraph, taken) if (kind := _kind(gap.text)) and kind != "opposed"]
    for one, other in combinations(within, 2) if len(set(kinds)) == 1 else ():
        sides = [{company.side(actor) for actor in item.speakers if actor in company.actors} for item in (one, other)]
        if sides[0] and sides[1] and not sides[0] & sides[1]:
            yield from _between(kinds[0], one, other)


def _other(one: str, two: str, company: Company) -> bool:
    known = [company.actors[actor] for actor in (one, two) if actor in company.actors]
    people = all(actor.type not in THINGS for actor in known)
    return len(known) == len(("one", "two")) and people and not company.near(one, two)


def _words(statement: Statement) -> str:
    return " ".join([*([statement.cue.text] if statement.cue else []), *(span.text for span in statement.content)])
