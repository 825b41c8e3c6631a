"""Versions: what one report says, and another says is not so, or is another's doing, in whatever words.

A network takes the two passages for rival versions of one fact. It does so as readily with the stages of one affair, so
one of the two must also answer the other: say no to what that tells of, or `it was the army that fired`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from communique.domain.times import may_meet
from communique.stories.checks.conflicts.opposites import ASKED, FORESEEN, LACK, LIGHT, NO, NOT_ONLY, OPEN
from communique.stories.checks.conflicts.reports import Reports, Told, conflict
from communique.stories.scenes import DATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.domain import Clause, Conflict, Reading, Span, Verdict
    from communique.stories.nearest import Near

SURE = 0.5  # chance that two clauses, and their sentences, are rival versions, from which on they are
PERHAPS = 0.3  # that of the sentences as one reading tells it, from which on they are read again
EACH = 2  # pairs of sentences that are asked about for each article
ENOUGH = 2  # words of what is denied that the other tells too, of whomever
TELLING = 2  # words of a clause that is compared, those of grammar apart
REFUSING = re.compile(
    r"\b(?:fail(?:s|ed)?|refus(?:al|e[sd]?|ing)|reject\w*|den(?:y|ie[sd]|ying|ial)|cancel\w*|scrapp?\w*|"
    r"(?:call(?:s|ed|ing)?|put(?:s|ting)?) off|abandon\w*|rul(?:e[sd]?|ing) out|turn(?:s|ed|ing)? down|"
    r"withdrew)\b",
    re.IGNORECASE,
)
CLEFT = re.compile(r"\b[Ii]t (?:is|was) (?P<doer>(?:the )?(?!(?:In|On|At|For)\b)[^\W\d_][^.,;]{2,40}?) (?:who|that)\b")
UNANSWERED = re.compile(
    r"\b(?:not|never|n[’']t)(?: yet| immediately)? (?:answer|comment|deci|react|repl|respon)\w*", re.IGNORECASE
)
OTHER_DOER = "One says that it was somebody else."
WHY = "One says what the other says is not so."
TO_COME = "One says what is to come, which may have come otherwise."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """A clause that says what is so. denied: the telling words of what it says no to; None where it says no to nothing.

    doer: who it says that it was, and nobody else. anyone: whether it says no of whoever it may be.
    """

    article: str
    sentence: Span
    span: Span
    roots: frozenset[str]
    subject: Span | None
    foreseen: bool
    denied: frozenset[str] | None
    anyone: bool
    doer: frozenset[str] | None
    figures: frozenset[object]
    dates: frozenset[str]


def find(reports: Reports) -> Iterator[Conflict]:
    """What articles tell, about each answer to it."""
    told: dict[Span, list[_Version]] = {}
    for so, answer in _rivals(reports):
        told.setdefault(answer.span, [answer]).append(so)
    for answer, *others in told.values():
        yield _conflict(answer, others)


def _rivals(reports: Reports) -> Iterator[tuple[_Version, _Version]]:
    """What is so and what answers it, each the surest of its article for the other's sentence, the surest first."""
    pairs = _likely(reports)
    chances = _chances(reports, [(near.one, near.other) for near in pairs])
    likely = [(near, chance) for near, chance in zip(pairs, chances, strict=True) if chance >= SURE]
    versions = _versions(reports, [near for near, _ in likely])
    asked = [
        (so, answer, chance)
        for near, chance in likely
        for one, other in product(versions[near.one], versions[near.other])
        for so, answer in ((one, other), (other, one))
        if _answers(reports, answer, so)
    ]
    told = _chances(reports, [_compared(so, answer) for so, answer, _ in asked])
    sure = [(min(chance, own), so, answer) for (so, answer, chance), own in zip(asked, told, strict=True)]
    taken: set[tuple[Span, str]] = set()
    for chance, so, answer in sorted(sure, key=lambda item: (-item[0], item[1].span, item[2].span)):
        ends = {(so.sentence, answer.article), (answer.sentence, so.article)}
        if chance >= SURE and not ends & taken:
            yield so, answer
        taken |= ends


def _likely(reports: Reports) -> list[Near]:
    """The nearest sentences that may be rival versions as far as one reading tells, which costs half of two."""
    if reports.pile.model is None:
        return []
    pairs = list(islice(_answered(reports), EACH * len(reports.readings)))
    chances = reports.pile.model.of_rivals([(near.one.text, near.other.text) for near in pairs], twice=False)
    return [near for near, chance in zip(pairs, chances, strict=True) if chance >= PERHAPS]


def _compared(so: _Version, answer: _Version) -> tuple[Span, Span]:
    """The clauses, or their sentences where they are alike but for a name."""
    return (so.span, answer.span) if answer.doer is None else (so.sentence, answer.sentence)


def _chances(reports: Reports, pairs: Sequence[tuple[Span, Span]]) -> list[float]:
    """How likely passages are rival versions."""
    if reports.pile.model is None or not pairs:
        return []
    return list(map(float, reports.pile.model.of_rivals([(one.text, other.text) for one, other in pairs])))


def _answered(reports: Reports) -> Iterator[Near]:
    """The nearest sentences of which one alone is marked as an answer."""
    titles = {article.title for article in reports.record.articles}
    for near in reports.nearest:
        one, other = ((_no(span) is not None, CLEFT.search(span.text) is not None) for span in (near.one, near.other))
        asked = ASKED.search(near.one.text) or ASKED.search(near.other.text)
        if one != other and not asked and not titles & {near.one, near.other}:
            yield near


def _no(span: Span) -> re.Match[str] | None:
    return NO.search(span.text) or REFUSING.search(span.text)


def _versions(reports: Reports, near: Iterable[Near]) -> dict[Span, list[_Version]]:
    """The clauses of sentences that say something outright, or of what is to come."""
    sentences = {of for pair in near for of in zip(pair.articles, (pair.one, pair.other), strict=True)}
    return {
        sentence: [
            _version(reports, article, sentence, clause, span)
            for span, clause in reports.clauses_at.overlapping(sentence)
            if sentence.covers(span) and _outright(clause, span) and len(reports.roots(span)) >= TELLING
        ]
        for article, sentence in sentences
    }


def _version(reports: Reports, article: str, sentence: Span, clause: Clause, span: Span) -> _Version:
    cleft = CLEFT.search(sentence.text)
    if cleft and span.start < sentence.start + cleft.end() <= span.end:
        span = sentence.part(sentence.start + cleft.start(), span.end)
        doer = sentence.part(sentence.start + cleft.start("doer"), sentence.start + cleft.end("doer"))
    else:
        cleft = None
    no = _no(span)
    anyone = no is not None and no.start() <= (clause.subject.end if clause.subject else span.start) - span.start
    return _Version(
        article=article,
        sentence=sentence,
        span=span,
        roots=reports.roots(span),
        subject=clause.subject,
        foreseen=not clause.asserted,
        denied=_denied(reports, span, no, anyone=anyone) if no else None,
        anyone=anyone,
        doer=reports.roots(doer) if cleft else None,
        figures=_figures(reports.readings[article], span),
        dates=_dates(reports.readings[article], span),
    )


def _denied(reports: Reports, span: Span, no: re.Match[str], *, anyone: bool) -> frozenset[str]:
    """The telling words behind the one that says no, or all where that stands first, or nothing stands behind it."""
    behind = span.part(span.start + no.start(), span.end)
    return (frozenset() if anyone else reports.roots(behind) - LIGHT) or reports.roots(span) - LIGHT


def _figures(reading: Reading, span: Span) -> frozenset[object]:
    """The numbers and lengths of time in a passage, which another kind compares."""
    numbers = {(q.low, q.high, q.unit) for q in reading.quantities if span.covers(q.span)}
    return frozenset(
        numbers | {time.value for time in reading.times if time.type == "DURATION" and span.covers(time.span)}
    )


def _dates(reading: Reading, span: Span) -> frozenset[str]:
    return frozenset(
        time.value for time in reading.times if time.type in DATES and time.value and span.covers(time.span)
    )


def _outright(clause: Clause, span: Span) -> bool:
    open_ = not clause.asserted and (OPEN.search(span.text) or not FORESEEN.search(span.text))
    return not (open_ or NOT_ONLY.search(span.text) or UNANSWERED.search(span.text))


def _answers(reports: Reports, answer: _Version, so: _Version) -> bool:
    """Whether one clause says no to what the other tells of whom it tells it, or says that it was somebody else."""
    if so.denied is not None or so.doer is not None or LACK.search(so.span.text):
        return False
    if so.figures and answer.figures and so.figures != answer.figures:
        return False
    if so.dates and answer.dates and not any(may_meet(a, b) for a, b in product(so.dates, answer.dates)):
        return False
    if answer.denied is not None:
        shared = len(answer.denied & so.roots)
        whoever = answer.anyone or answer.subject is None
        one_doer = whoever or reports.of_one_doer(answer.subject, so.subject, so.span)
        return shared >= ENOUGH or (shared > 0 and one_doer)
    return answer.doer is not None and not answer.doer & so.roots


def _conflict(answer: _Version, others: Sequence[_Version]) -> Conflict:
    sides = [Told(article=told.article, span=told.span, value="so") for told in others]
    if answer.denied is None:
        another = Told(article=answer.article, span=answer.span, value="another")
        about = f"who it was: “{others[0].span.text}”"
        return conflict("attribution", about, [*sides, another], "contradiction", OTHER_DOER)
    open_ = any(told.foreseen != answer.foreseen for told in others)
    verdict: Verdict = "cannot-tell" if open_ else "contradiction"
    denied = Told(article=answer.article, span=answer.span, value="not so")
    about = f"whether it is so: “{others[0].span.text}”"
    return conflict("characterisation", about, [*sides, denied], verdict, TO_COME if open_ else WHY)
