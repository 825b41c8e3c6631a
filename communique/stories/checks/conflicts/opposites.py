"""Opposites: what one source says is so, and another says is not.

Whoever words it, and with whatever verb: what counts is that the clause has most of the telling words of the one that
says no, what is denied among them, and that it can be of the same doer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from communique.domain import Clause, Conflict, Span, Verdict
from communique.knowledge.vocabulary import word_root
from communique.stories.checks.conflicts.denials import is_denial
from communique.stories.checks.conflicts.reports import EACH, Reports, Told, conflict, distinct
from communique.stories.passages import Spots, extents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NO = re.compile(
    r"\b(?P<alone>nobody|no one|none|nothing|not (?:one|a single)|never|neither|cannot)\b|\b(?P<verb>not)\b|n[’']t\b|"
    r"\b(?P<no>no)\b(?! (?:longer|more|fewer|less|later|doubt|matter|one)\b)",
    re.IGNORECASE,
)
NOT_ONLY = re.compile(
    r"\bnot (?:only|just|merely|least|necessarily|yet|all|always|more|less|fewer)\b|(?:not|n[’']t) \w+ again\b",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been|had been|will be|would be)(?: now)? $", re.IGNORECASE
)
LACK = re.compile(r"\b(?:fail(?:s|ed|ing|ure)?|refus(?:al|e[sd]?|ing)|lack|without)\b", re.IGNORECASE)
FORESEEN = re.compile(r"\b(?:will|would|won[’']t)\b|[’']ll\b", re.IGNORECASE)
OPEN = re.compile(r"\b(?:may|might|could|can|should|must|if|whether|unless|until)\b", re.IGNORECASE)
STILL = re.compile(r"\b(?:has|have|will|would)\b|[’'](?:ve|ll) ", re.IGNORECASE)
FIRST = re.compile(r"(?: (?:such|other|further|new|\w+ed|[a-z]+(?:al|ive|ic|ous)))* (?P<word>[a-z]+)", re.IGNORECASE)
SUCH = re.compile(r" such (?!thing\b)[a-z]+")
QUOTED = re.compile('[“"]')
ASKED = re.compile(r"\?[\s”\"’']*$")
GIVEN = frozenset(
    "deliver delivered get got gotten give gave given hand handed hear heard inform informed learned learnt notified "
    "notify obtain obtained pass passed present presented provide provided receive received send sent share shared "
    "show shown submit submitted tell told transmitted warn warned".split()
)
"""Verbs for one thing that goes from one to another, as the one or the other tells it."""
LEAST = 0.5  # of the telling words of what is not so that the other has, by weight
TELLING = 0.55  # weight of the words that both have, beside who did it
THING = 0.35  # that of the one thing that there was none of
AS_GOOD = 0.7  # times the best of those who say that it is so
WHAT = re.compile(r"what(?:ever)?\b", re.IGNORECASE)  # `WHAT she did not get was the crew` denies no crew
SAYING = frozenset({"say", "says", "said", "saying"})
NEAR = 2  # sentences from what is said to the answer that it is not so
MOST_WITH = 500  # clauses with one word in one story that are compared
OF_ANY = frozenset(map(word_root, "any anyone anything ever kind day week month year time part place".split()))
LIGHT = OF_ANY | frozenset(map(word_root, "take give make get go come do".split()))
SINCE = "What was not so when the one report was written may have come to pass since."
WHY = "One says that it is so, the other that it is not."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A clause that says what is so, or is not: its words, and who or what it is said of.

    Of what is not so, weights: the telling words, who did it apart where that is not denied. core: the words for what
    is not so, one of which who says that it is so must have. anyone: whether it is denied of all, so that whoever did
    it is the opposite. thing: the noun, where all that is said is that there was none. such: whether it speaks of what
    has just been told. given: whether something goes from one to another.
    """

    article: str
    span: Span
    at: int
    roots: frozenset[str]
    subject: Span | None
    sources: frozenset[str]
    foreseen: bool
    given: bool
    weights: Mapping[str, float] = field(default_factory=dict)
    core: frozenset[str] = frozenset()
    anyone: bool = False
    thing: str | None = None
    such: bool = False


def find(reports: Reports) -> Iterator[Conflict]:
    """Clauses that say that something is not so, beside those of other sources that say that it is."""
    having: dict[tuple[str | None, str], list[_Told]] = defaultdict(list)
    of_article: dict[str, list[_Told]] = defaultdict(list)
    denied: list[_Told] = []
    for told in _clauses(reports):
        if told.core or told.such:
            denied.append(told)
            continue
        of_article[told.article].append(told)
        for root in told.roots:
            having[reports.articles[told.article].story, root].append(told)
    groups: list[list[tuple[_Told, bool]]] = []
    for told in denied:
        story = reports.articles[told.article].story
        near = {other.span: other for root in sorted(told.weights) for other in having[story, root][:MOST_WITH]}
        scores = {span: score for span, other in near.items() if (score := _score(reports, told, other))}
        so = [near[span] for span, score in sorted(scores.items()) if score >= AS_GOOD * max(scores.values())]
        so = so or [other for other in of_article[told.article] if told.such and _just_said(told, other)][-1:]
        so = [
            o
            for o in so
            if o.article == told.article or reports.opposed((o.article, o.span), (told.article, told.span))
        ]
        if so:
            same = [group for group in groups if any((other, True) in group for other in so)]
            groups = [group for group in groups if group not in same]
            held = [side for group in same for side in group]
            groups.append([*held, *((o, True) for o in so if (o, True) not in held), (told, False)])
    yield from (_conflict(reports, group) for group in groups)


def _conflict(reports: Reports, group: list[tuple[_Told, bool]]) -> Conflict:
    so, denied = [told for told, is_so in group if is_so], [told for told, is_so in group if not is_so]
    sides = [
        *distinct((Told(article=told.article, span=told.span, value="so") for told in so), each=EACH),
        *(Told(article=told.article, span=told.span, value="not so") for told in denied),
    ]
    before = max(reports.day(told.article) or "9" for told in denied)
    open_ = all(STILL.search(told.span.text) for told in denied)
    later = open_ and all((reports.day(told.article) or "") > before for told in so)
    verdict: Verdict = "update" if later else "contradiction"
    return conflict(
        "characterisation", f"whether it is so: “{so[0].span.text}”", sides, verdict, SINCE if later else WHY
    )


def _score(reports: Reports, denied: _Told, other: _Told) -> float:
    """How far the one says that what the other denies is so; 0 where it can be of something else."""
    telling = sum(weight for root, weight in denied.weights.items() if root in other.roots)
    whole = sum(denied.weights.values())
    near = denied.article == other.article and 0 <= denied.at - other.at <= NEAR
    least = max(THING if denied.thing or near else TELLING, LEAST * whole)
    if telling < least or other.span.overlaps(denied.span) or not denied.core & other.roots:
        return 0.0
    if (denied.given and not other.given) or (denied.thing and not _there_was(denied.thing, other.span.text)):
        return 0.0
    apart = denied.article != other.article or (denied.sources != other.sources and not denied.sources & other.sources)
    if not apart or other.foreseen != denied.foreseen:
        return 0.0
    whoever = near or denied.given or denied.anyone
    return (
        telling * telling / whole if whoever or reports.of_one_doer(denied.subject, other.subject, other.span) else 0.0
    )


def _just_said(denied: _Told, other: _Told) -> bool:
    """Whether a clause is what somebody else has just said: `asked for a pause`, `NO SUCH request had been made`."""
    before = other.span.start < denied.span.start and denied.at - other.at <= NEAR
    return before and bool(other.sources and denied.sources) and not other.sources & denied.sources


def _there_was(thing: str, text: str) -> bool:
    """Whether a clause tells of a thing by its name, as of what is: not `a BARGAINING chip`, `bound to give NOTICE`."""
    named = re.search(rf"\b{thing}(?:e?s)?\b", text, re.IGNORECASE)
    return named is not None and re.search(r"\bto [a-z]+ (?:[\w’']+ ){0,3}$", text[: named.start()]) is None


def _clauses(reports: Reports) -> Iterator[_Told]:
    """The clauses that tell what is so or is not; those with a `core` tell what is not."""
    denials = Spots(
        (content, said) for said in reports.record.statements if is_denial(said) for content in said.content
    )
    sources = Spots((content, said.speakers) for said in reports.record.statements for content in said.content)
    for article, reading in reports.readings.items():
        for clause, span in extents(reading):
            no = NO.search(span.text)
            foreseen = not clause.asserted
            asked = reading.sentence_of(clause.verb)
            around = [content for content, _ in denials.overlapping(clause.verb) if content.covers(clause.verb)]
            if (
                (foreseen and (OPEN.search(span.text) or not FORESEEN.search(span.text)))
                or (no and (NOT_ONLY.search(span.text) or (clause.subject and WHAT.match(clause.subject.text))))
                or (around and not (no and QUOTED.search(around[0].text)))
                or (asked and ASKED.search(asked.text))
            ):
                continue
            said_by = frozenset(key for _, keys in sources.overlapping(clause.verb) for key in keys)
            told = _Told(
                article=article,
                span=span,
                at=reading.sentence_at(clause.verb.start),
                roots=reports.roots(span) - LIGHT,
                subject=clause.subject,
                sources=said_by,
                foreseen=foreseen,
                given=clause.verb.text.casefold() in GIVEN,
            )
            if no is None:
                if not LACK.search(span.text) and clause.verb.text.casefold() not in SAYING:
                    yield told
            elif (denied := _denied(reports, told, clause, no)).core or denied.such:
                yield denied


def _denied(reports: Reports, told: _Told, clause: Clause, no: re.Match[str]) -> _Told:
    """What a clause says is not so, and whether it is said of anybody: `NO PLANE took off`."""
    span, subject = told.span, clause.subject
    place = span.part(span.start + no.start(), span.start + no.end())
    in_subject = subject is not None and subject.covers(place)
    there = THERE.search(span.text[: no.start()]) is not None
    verb = reports.roots(clause.verb)
    of = frozenset() if in_subject or subject is None else reports.who(subject)
    weights = {r: w for r, w in reports.pile.telling(span).items() if r not in LIGHT | of}
    if told.given:
        weights = {root: weight for root, weight in weights.items() if root not in verb}
        verb = frozenset(weights)
    thing = FIRST.match(span.text, no.end()) if no["no"] else None
    core = verb if in_subject or not thing else frozenset[str]()
    core |= reports.roots(span.part(span.start + thing.start(), span.start + thing.end())) if thing else frozenset()
    return replace(
        told,
        weights=weights,
        core=core & weights.keys(),
        anyone=in_subject or there,
        such=SUCH.match(span.text, no.end()) is not None,
        thing=thing["word"].casefold() if thing and there and len(weights) == 1 else None,
    )
