"""Findings: what comparing the articles shows, each side with the sentence that it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.briefs import evidence
from communique.briefs.brief import Agreement, Difference, Passage
from communique.briefs.desk import Desk
from communique.domain import Conflict, ConflictKind, Record, Span, Verdict
from communique.domain.layout import labelled

MAY = "It may be told there in words that were not matched."
VERDICTS: tuple[Verdict, ...] = ("contradiction", "update", "cannot-tell", "difference-in-precision", "wording")
"""In the order of what a reader must know first."""
KINDS: tuple[ConflictKind, ...] = (
    "number", "date", "place", "duration", "attribution", "characterisation", "wording", "name-spelling", "omission",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the articles agree on and where they differ; fallen: how many have words that stand in no article."""

    agreements: tuple[Agreement, ...]
    differences: tuple[Difference, ...]
    fallen: int


def compose(record: Record, desk: Desk) -> Findings:
    """The agreements with most independent origins first, the differences that matter most first."""
    agreements = [
        Agreement(
            id=item.id,
            claim=item.claim,
            outlets=item.outlets,
            independent_origins=item.independent_origins,
            support=tuple(_passage(span, desk) for span in _in_order(item.support, desk)),
        )
        for item in record.corroborations
        if _stand(item.support, desk)
    ]
    differences = [
        Difference(
            id=item.id,
            kind=item.kind,
            about=item.about,
            verdict=item.verdict,
            why=item.why if item.kind != "omission" else f"No words for it were found in {_without(item, desk)}. {MAY}",
            sides=_each_once(_passage(side.span, desk) for side in item.sides if side.value != "not found"),
        )
        for item in record.conflicts
        if _stand((side.span for side in item.sides), desk)
    ]
    found = len(record.corroborations) + len(record.conflicts)
    trivial = {a.id for a in agreements if desk.introduces(passage.span for passage in a.support)}
    agreements.sort(key=lambda a: (a.id in trivial, -a.independent_origins, -len(a.outlets), _depth(a.support), a.id))
    return Findings(
        agreements=_freshest_first(_each_told_once(agreements)),
        differences=tuple(sorted(differences, key=_weight)),
        fallen=found - len(agreements) - len(differences),
    )


def _without(omission: Conflict, desk: Desk) -> str:
    """Which reports lack what the others carry, by outlet and number."""
    numbers = sorted({desk.article_of(side.span) or 0 for side in omission.sides if side.value == "not found"})
    outlets = {number: desk.articles[number - 1].outlet for number in numbers}
    names = [f"{outlet.name} (article {n})" if outlet else f"article {n}" for n, outlet in outlets.items()]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _each_told_once(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Claims in the same words as one: the widest, with the evidence of all and no more origins than it has."""
    told: dict[str, Agreement] = {}
    for agreement in agreements:
        words = agreement.claim.casefold()
        held = told.setdefault(words, agreement)
        support = dict.fromkeys((*held.support, *agreement.support))
        told[words] = replace(
            held,
            outlets=tuple(dict.fromkeys((*held.outlets, *agreement.outlets))),
            support=tuple(sorted(support, key=lambda passage: (passage.source, passage.span.start))),
        )
    return tuple(told.values())


def _freshest_first(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The agreements in their order, behind the others those all sentences of which stand before them already."""
    shown: set[Span] = set()
    fresh: list[Agreement] = []
    stale: list[Agreement] = []
    for agreement in agreements:
        told = {passage.context for passage in agreement.support}
        (stale if told <= shown else fresh).append(agreement)
        shown |= told
    return (*fresh, *stale)


def _depth(support: Iterable[Passage]) -> float:
    """How far from the head of their pages the articles first tell it, on average: news begins with what matters."""
    first: dict[int, int] = {}
    for passage in support:
        first.setdefault(passage.source, passage.span.start)
    return sum(first.values()) / len(first)


def _weight(difference: Difference) -> tuple[int, int, str, str]:
    return VERDICTS.index(difference.verdict), KINDS.index(difference.kind), difference.about, difference.id


def _stand(spans: Iterable[Span], desk: Desk) -> bool:
    """Whether all passages stand in an article of the brief, and there are two to compare."""
    held = list(spans)
    return len(held) > 1 and all(desk.article_of(span) is not None for span in held)


def _in_order(spans: Iterable[Span], desk: Desk) -> list[Span]:
    return sorted(spans, key=lambda span: (desk.article_of(span) or 0, span.start))


def _each_once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The first of those with which one article tells one thing in the same words."""
    first: dict[tuple[int, str], Passage] = {}
    for passage in passages:
        first.setdefault((passage.source, passage.span.text.casefold()), passage)
    return tuple(first.values())


def _passage(span: Span, desk: Desk) -> Passage:
    number = desk.article_of(span)
    article = desk.articles[(number or 1) - 1]
    around = evidence.context([span], labelled(article), desk.text_of[span.document])
    return Passage(source=number or 1, span=span, context=around)
