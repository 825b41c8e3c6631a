"""Denials: what one side says and another denies, wherever the two stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.domain import Conflict, Span, Statement
from communique.stories.alignment import shared
from communique.stories.checks.conflicts.reports import Reports, Told, conflict
from communique.stories.passages import NEGATION, extents, roots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DENYING = re.compile(r"\b(?:(?P<sure>deni|deny)\w*|dismiss\w*|reject\w*|refut\w*|disput\w*)\b", re.IGNORECASE)
CHARGE = r"(?:accusation|allegation|claim|report|assertion|suggestion|rumou?r)s?"
TOLD = re.compile(rf"\b{CHARGE}\b[^.;:]{{0,80}}? that\b", re.IGNORECASE)
OWN = re.compile(rf"\b(?:his|her|its|their) (?:own )?{CHARGE} that\b", re.IGNORECASE)
THAT = re.compile(r"\b(?:that|having|of)\s", re.IGNORECASE)
BACK = re.compile(
    rf"[\s\"“]*(?:(?:the|that|this|those|these|any|all) )?(?:{CHARGE}|responsibility|involvement)[\s.,\"”]*",
    re.IGNORECASE,
)
ACCUSING = re.compile(
    r"\b(?:accus\w+|blam\w+|alleg\w+|claim\w*|charg\w+|said|says|saying|told|reported|insist\w*)\b", re.IGNORECASE
)
NEAR = 2  # sentences back in which the accusation stands that a denial speaks of
MOST = 0.6  # part of the weight of what is denied that who tells it has
FEWEST = 3  # words that both have, the first of what is denied among them: who is said to have done it
WHY = "One says what the other denies."


def find(reports: Reports) -> Iterator[Conflict]:
    """What somebody denies, beside the words of those who say it."""
    for statement in reports.record.statements:
        cue = statement.cue
        if cue is None or (found := DENYING.search(cue.text)) is None or not statement.speakers:
            continue
        told = statement.content[-1]
        if BACK.fullmatch(told.text):
            sides = list(_accusation(reports, statement))
        elif OWN.search(_whole(statement)) is None and (found["sure"] or TOLD.search(_whole(statement))):
            sides = list(_told(reports, statement, _denied(told), sure=found["sure"] is not None))
        else:
            continue
        if sides:
            denials = [_denial(reports, statement), *_in_own_words(reports, statement)]
            denied = [Told(article=statement.article, span=span, value="denied") for span in denials]
            name = re.sub(r"^The ", "the ", reports.names.get(statement.speakers[0], "one side"))
            yield conflict("characterisation", f"what {name} denies", [*sides, *denied], "contradiction", WHY)


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


def _in_own_words(reports: Reports, denial: Statement) -> Iterator[Span]:
    """What who denies it says next, with a negation, in quotation marks: `We did not pay a cent`."""
    reading = reports.readings[denial.article]
    at = reading.sentence_at(denial.content[-1].start)
    for other in reports.record.statements:
        near = other.article == denial.article and reading.sentence_at(other.content[0].start) == at + 1
        own = near and other.kind == "direct" and other.speakers == denial.speakers
        if own and NEGATION in roots(reports.pile.words(other.content)):
            yield other.content[0]


def _accusation(reports: Reports, denial: Statement) -> Iterator[Told]:
    """What somebody else has just said, of which a denial speaks: `denied THE ACCUSATION`."""
    reading = reports.readings[denial.article]
    at = reading.sentence_at(denial.content[0].start)
    before = [
        other
        for other in reports.record.statements
        if other.article == denial.article
        and other.cue is not None
        and ACCUSING.search(other.cue.text)
        and other.content[0].start < denial.content[0].start
        and 0 <= at - reading.sentence_at(other.content[0].start) <= NEAR
        and set(other.speakers).isdisjoint(denial.speakers)
    ]
    for last in sorted(before, key=lambda other: other.content[0].start)[-1:]:
        yield Told(article=last.article, span=last.content[0], value="said")


def _told(reports: Reports, denial: Statement, denied: Span, *, sure: bool) -> Iterator[Told]:
    """Where others say what is denied; the report that is denied is one that says it."""
    weights = reports.pile.weights
    ours = roots(reports.pile.words([denied]))
    story = reports.articles[denial.article].story
    for article, span in _asserted(reports, denial):
        theirs = roots(reports.pile.words([span]))
        both = set(ours) & set(theirs)
        if len(both) < FEWEST or NEGATION in theirs or ours[0] not in theirs:
            continue
        if (
            shared(ours, theirs, weights) >= MOST * weights.total(ours)
            and reports.articles[article].story == story
            and not span.overlaps(denied)
        ):
            yield Told(article=article, span=span, value="said")
    if not sure or TOLD.search(_whole(denial)):
        yield Told(article=denial.article, span=denied, value="said")


def _asserted(reports: Reports, denial: Statement) -> Iterator[tuple[str, Span]]:
    """What others than those who deny it say, and what reports tell in their own words."""
    quoted: list[Span] = []
    for statement in reports.record.statements:
        quoted += statement.content
        cue = statement.cue.text if statement.cue else ""
        if set(statement.speakers).isdisjoint(denial.speakers) and not DENYING.search(cue):
            yield from ((statement.article, content) for content in statement.content)
    for article, reading in reports.readings.items():
        own = [span for clause, span in extents(reading) if clause.asserted]
        yield from ((article, span) for span in own if not _inside(span, quoted))


def _inside(span: Span, quoted: Iterable[Span]) -> bool:
    return any(content.overlaps(span) for content in quoted)
