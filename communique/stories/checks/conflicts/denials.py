"""Denials: what one side says and another denies, wherever the two stand."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Conflict, Reading, Span, Statement
from communique.knowledge.vocabulary import word_root
from communique.stories.checks.conflicts.reports import Reports, Told, conflict
from communique.stories.passages import NEGATION, Spots, roots

if TYPE_CHECKING:
    from collections.abc import Iterator

DENYING = re.compile(r"\b(?:(?P<sure>deni|deny)\w*|dismiss\w*|reject\w*|refut\w*|disput\w*)\b", re.IGNORECASE)
CHARGE = r"(?:accusation|allegation|claim|report|assertion|suggestion|rumou?r)s?"
TOLD = re.compile(rf"\b{CHARGE}\b[^.;:]{{0,80}}? that\b", re.IGNORECASE)
OWN = re.compile(rf"\b(?:his|her|its|their) (?:own )?{CHARGE} that\b", re.IGNORECASE)
THAT = re.compile(r"\b(?:that|having|of)\s", re.IGNORECASE)
BACK = re.compile(
    rf"[\s\"“]*(?:(?:the|that|this|those|these|any|all) )?(?:{CHARGE}|account|responsibility|involvement)[\s.,\"”]*",
    re.IGNORECASE,
)
IT = re.compile(r"(?:this|that|it|them|having done so)[\s.,]*", re.IGNORECASE)
ACCUSING = re.compile(
    r"\b(?:accus\w+|blam\w+|alleg\w+|claim\w*|charg\w+|said|says|saying|told|reported|insist\w*)\b", re.IGNORECASE
)
QUOTED = re.compile('[“"]')
SUCH = re.compile(r"\bsuch (?:an? )?(?P<thing>[a-z]+)\b", re.IGNORECASE)
NEAR = 2  # sentences back in which the accusation stands that a denial speaks of
JUST_TOLD = 2  # words that both have, where what is denied has just been told
MOST = 0.6  # part of the weight of what is denied that who tells it has
FEWEST = 3  # words that both have, the first of what is denied among them: who is said to have done it
TELLING, HALF = 1.0, 0.5  # weight and part of the telling words of what is denied that are enough, however few
MOST_WITH = 500  # passages with one word in one story that are compared
WHY = "One says what the other denies."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asserted:
    """A passage that says that something is so: its words, and whoever says it."""

    article: str
    span: Span
    roots: frozenset[str]
    speakers: frozenset[str]


class _Sayings:
    """What articles say: their statements, and by story and word what is asserted without a negation."""

    def __init__(self, reports: Reports) -> None:
        self.of: dict[str, list[Statement]] = defaultdict(list)
        self._by_root: dict[tuple[str | None, str], list[_Asserted]] = defaultdict(list)
        self._stories = {article.id: article.story for article in reports.record.articles}
        for statement in reports.record.statements:
            self.of[statement.article].append(statement)
            if not is_denial(statement):
                for content in statement.content:
                    words = frozenset(roots(reports.pile.words([content])))
                    self._add(statement.article, content, words, statement.speakers)
        quoted = Spots((content, content) for each in reports.record.statements for content in each.content)
        for told in reports.asserted:
            around = (content for _, content in quoted.overlapping(told.span))
            if not any(content.covers(told.span) or told.span.covers(content) for content in around):
                self._add(told.article, told.span, frozenset(told.roots))

    def _add(self, article: str, span: Span, words: frozenset[str], speakers: tuple[str, ...] = ()) -> None:
        if NEGATION not in words:
            told = _Asserted(article=article, span=span, roots=words, speakers=frozenset(speakers))
            for root in words:
                self._by_root[self._stories.get(article), root].append(told)

    def having(self, root: str, article: str) -> list[_Asserted]:
        """What is asserted with a word in the story of an article."""
        return self._by_root.get((self._stories.get(article), root), [])[:MOST_WITH]


def is_denial(statement: Statement) -> bool:
    """Whether somebody says that something is not so."""
    return statement.cue is not None and DENYING.search(statement.cue.text) is not None


def find(reports: Reports) -> Iterator[Conflict]:
    """What somebody denies, beside the words of those who say it."""
    denials = [s for s in reports.record.statements if s.speakers and is_denial(s)]
    sayings = _Sayings(reports) if denials else None
    for statement in denials:
        sides = list(_said(reports, statement, sayings)) if sayings else []
        if sides and sayings:
            words = [_denial(reports, statement), *_in_own_words(reports, statement, sayings)]
            alone = len(words) == 1 and not QUOTED.search(words[0].text)
            if alone and all(words[0].overlaps(side.span) for side in sides):
                continue  # `denied a report that it had paid`: nobody is there to say it
            denied = [Told(article=statement.article, span=span, value="denied") for span in words]
            name = re.sub(
                r"^(?:The|An?) ", lambda found: found[0].lower(), reports.names.get(statement.speakers[0], "one side")
            )
            yield conflict("characterisation", f"what {name} denies", [*sides, *denied], "contradiction", WHY)


def _said(reports: Reports, denial: Statement, sayings: _Sayings) -> Iterator[Told]:
    """What is denied, where others say it."""
    told, whole = denial.content[-1], _whole(denial)
    found = DENYING.search(denial.cue.text) if denial.cue else None
    sure = found is not None and found["sure"] is not None
    if BACK.fullmatch(told.text) or (sure and IT.fullmatch(told.text)):
        yield from _accusation(reports, denial, sayings)
    elif OWN.search(whole) is None and (sure or TOLD.search(whole)):
        yield from _told(reports, denial, _denied(told), sayings)
        if not sure or TOLD.search(whole):  # the report that is denied says it
            yield Told(article=denial.article, span=_denied(told), value="said")


def _whole(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _denied(told: Span) -> Span:
    """What is denied, without the words that lead to it: `a report THAT`."""
    lead = THAT.search(told.text)
    return told.part(told.start + lead.end(), told.end) if lead else told


def _denial(reports: Reports, statement: Statement) -> Span:
    """The words from who denies to what is denied, within the sentence."""
    cue = statement.cue or statement.content[0]
    sentence = reports.readings[statement.article].sentence_of(cue)
    parts = [cue, statement.content[-1], *filter(None, [statement.speaker])]
    parts = [part for part in parts if sentence is None or sentence.covers(part)]
    first, last = min(part.start for part in parts), max(part.end for part in parts)
    return cue if sentence is None else sentence.part(first, last)


def _in_own_words(reports: Reports, denial: Statement, sayings: _Sayings) -> Iterator[Span]:
    """What who denies it says next, with a negation, in quotation marks: `We did not pay a cent`."""
    reading = reports.readings[denial.article]
    at = reading.sentence_at(denial.content[-1].start)
    for other in sayings.of[denial.article]:
        own = other.kind == "direct" and other.speakers == denial.speakers
        if own and reading.sentence_at(other.content[0].start) == at + 1:
            yield from other.content[:1] if NEGATION in roots(reports.pile.words(other.content)) else ()


def _accusation(reports: Reports, denial: Statement, sayings: _Sayings) -> Iterator[Told]:
    """What somebody else has just said, of which a denial speaks: `denied THE ACCUSATION`."""
    reading = reports.readings[denial.article]
    at = reading.sentence_at(denial.content[0].start)
    before = [
        other
        for other in sayings.of[denial.article]
        if other.cue is not None
        and ACCUSING.search(other.cue.text)
        and other.content[0].start < denial.content[0].start
        and 0 <= at - reading.sentence_at(other.content[-1].start) <= NEAR
        and set(other.speakers).isdisjoint(denial.speakers)
    ]
    for last in sorted(before, key=lambda other: other.content[0].start)[-1:]:
        yield Told(article=last.article, span=last.content[0], value="said")


def _told(reports: Reports, denial: Statement, denied: Span, sayings: _Sayings) -> Iterator[Told]:
    """Passages by others that have most of what is denied, and who is said to have done it, or have just told of it."""
    weights, tells = reports.pile.weights, reports.pile.telling(denied)
    ours = roots(reports.pile.words([denied]))
    deed = roots(reports.pile.words([_deed(reports.readings[denial.article], denied)]))
    such = SUCH.search(denied.text)
    again = such and word_root(such["thing"])  # `denied that any SUCH OFFER had been made`
    seen: set[Span] = set()
    for told in (told for root in dict.fromkeys(ours) for told in sayings.having(root, denial.article)):
        if told.span in seen or told.span.overlaps(denied) or not told.speakers.isdisjoint(denial.speakers):
            continue
        seen.add(told.span)
        both = told.roots.intersection(ours)
        most = weights.total(both) >= MOST * weights.total(set(ours))
        telling = sum(tells[root] for root in both)
        just = _just_before(reports, denial, told) and (again in both if again else most and len(both) >= JUST_TOLD)
        enough = (most and len(both) >= FEWEST) or telling >= max(TELLING, HALF * sum(tells.values()))
        if just or (enough and ours[0] in both and not both.isdisjoint(deed)):
            yield Told(article=told.article, span=told.span, value="said")


def _deed(reading: Reading, denied: Span) -> Span:
    """What is denied from its first verb on: not who is said to have done it."""
    verbs = (clause.verb for clause in reading.clauses if denied.covers(clause.verb))
    first = min(verbs, key=lambda verb: verb.start, default=denied)
    return denied.part(first.start, denied.end)


def _just_before(reports: Reports, denial: Statement, told: _Asserted) -> bool:
    """Whether a passage stands in the sentence of a denial, before it, or in one of those before."""
    reading, cue = reports.readings[denial.article], denial.cue or denial.content[0]
    back = reading.sentence_at(cue.start) - reading.sentence_at(told.span.start)
    return told.article == denial.article and told.span.start < cue.start and 0 <= back <= NEAR
