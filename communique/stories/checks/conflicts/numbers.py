"""Numbers: how many or how much the reports of one thing tell. The same number with `at least` is no other number."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from communique.domain import Conflict, Verdict
from communique.knowledge.quantities import PAID, PART, SPENT, YEARS, are_people, told_of_things
from communique.stories.amounts import MEASURES, ROUND, agree, near, one_number, same_number, vague
from communique.stories.checks.conflicts.reports import Reports, Told, conflict
from communique.stories.figures import FAR, Figure
from communique.stories.matters import HURT, UNTOLD, VICTIMS, apart, other_things, same_matter
from communique.stories.rates import rated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from communique.domain import Quantity, Span

Quantities = frozenset[float]
GRAVITY: tuple[Verdict, ...] = ("contradiction", "update", "cannot-tell", "difference-in-precision")
MOST_SIDES = 10
COUNTED_UP = frozenset({"killed", "injured", "arrested", "released", "rescued"})
SENT = "deployed"
VOTED = frozenset({"in favour", "against"})
FORMER = re.compile(
    r"\b(?:initially|previously|originally|at first|earlier (?:reports?|figures?|counts?|tolls?|versions?))\b",
    re.IGNORECASE,
)
RISING = re.compile(r"\b(?:rose|ris(?:e|es|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed)|soar(?:s|ed)) to\b", re.IGNORECASE)
WHOSE = re.compile(r"(?:\bold|yo) (.+)|^(?!(?:s?he|it|who)\b)(.+?)(?:,| (?:is|was) )", re.IGNORECASE)


class Counted(NamedTuple):
    """A number with where it is told."""

    article: str
    quantity: Quantity
    sentence: Span


def find(reports: Reports) -> Iterator[Conflict]:
    """Figures of two articles, or of two sources in one, that count the same and differ."""
    parted = _parted(figure for figures in reports.figures for figure in figures)
    groups = [group for figures in reports.figures for group in _grouped(reports, figures, parted, frozenset())]
    beside = frozenset(
        frozenset({one.sentence, other.sentence})
        for group in groups
        for one, other in _differing(group)
        if one.sentence != other.sentence
    )
    for figures in reports.figures:
        for group in _grouped(reports, figures, parted, beside):
            yield from (_conflict(reports, held) for held in _at_once(reports, group))


def _parted(figures: Iterable[Figure]) -> set[tuple[str | None, Quantities]]:
    """Pairs of numbers of one fate that one article tells without a quarrel: a whole and a part, whoever is counted.

    `10 Norwegians among 12 killed`: a report that has only the one number counts only those.
    """
    told_by: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        counted = figure.quantity.counted or ""
        special = are_people(counted) and counted not in UNTOLD  # how many children died none tells as `12 killed`
        if figure.quantity.fate is not None and figure.quantity.unit is None and not special:
            told_by[figure.article, figure.quantity.fate].append(figure)
    return {
        (fate, _pair(one, other))
        for (_, fate), told in told_by.items()
        for one, other in combinations(told, 2)
        if 0.0 not in _pair(one, other) and not apart(one, other)
    }


def _pair(one: Figure, other: Figure) -> Quantities:
    """Two numbers, whatever qualifies them."""
    return frozenset({(f.quantity.low or f.quantity.high or 0.0) for f in (one, other)})


def _grouped(
    reports: Reports,
    figures: list[Figure],
    parted: set[tuple[str | None, Quantities]],
    beside: frozenset[frozenset[Span]],
) -> list[list[Figure]]:
    """The figures that count the same in different numbers. beside: sentences that have others which do."""
    told_by: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        told_by[figure.article].append(figure)

    def same(one: Figure, other: Figure) -> bool:
        told_beside = frozenset({one.sentence, other.sentence}) in beside and near(one.quantity, other.quantity)
        return told_beside or same_matter(one, other)

    def of(figure: Figure, group: list[Figure]) -> bool:
        return all(_may_be(figure, held, told_by, parted) for held in group) and any(
            same(figure, held) for held in group
        )

    groups: list[list[Figure]] = []
    placed: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (not f.leads, reports.day(f.article) or "", f.article, f.place)):
        if vague(figure.quantity) or any(_again(figure, held) for held in placed):
            continue
        home = next((group for group in groups if of(figure, group)), None)
        if home is None:
            compared = {id(held) for group in groups if _differing(group) for held in group}
            groups.append(home := [figure])
            for held in placed:
                if id(held) not in compared and of(held, home):
                    home.append(held)
        else:
            home.append(figure)
        placed.append(figure)
    return [group for group in groups if _differing(group)]


def _may_be(
    one: Figure, other: Figure, told_by: Mapping[str, list[Figure]], parted: set[tuple[str | None, Quantities]]
) -> bool:
    """Whether nothing tells that two figures are of different things, as an article that has both numbers does."""
    if one.article == other.article:
        return same_matter(one, other)
    blocked = not one_number(one.quantity, other.quantity) and (
        (one.quantity.fate, _pair(one, other)) in parted
        or _tells(told_by[one.article], one, other)
        or _tells(told_by[other.article], other, one)
    )
    return not blocked and not other_things(one, other)


def _at_once(reports: Reports, group: list[Figure]) -> Iterator[list[Figure]]:
    """Of counts that went on for days, those that contradict one another, beside the count as it went on."""
    apart = {id(f) for pair in _differing(group) if _verdict(reports, *pair)[0] == "contradiction" for f in pair}
    grown = any(_verdict(reports, *pair)[0] == "update" for pair in _differing(group))
    if grown and len(apart) < len(group) and apart:
        yield [figure for figure in group if id(figure) in apart]
        last = max((f for f in group if id(f) in apart), key=lambda f: reports.day(f.article) or "")
        group = [figure for figure in group if id(figure) not in apart or figure is last]
    if _differing(group):
        yield group


def _differing(group: Iterable[Figure]) -> list[tuple[Figure, Figure]]:
    return [pair for pair in combinations(group, 2) if not one_number(pair[0].quantity, pair[1].quantity)]


def _again(figure: Figure, held: Figure) -> bool:
    """Whether an article tells a number of one matter again."""
    return figure.article == held.article and one_number(figure.quantity, held.quantity)


def _conflict(reports: Reports, group: list[Figure]) -> Conflict:
    """The numbers of one matter, in the order of their days, each from as many articles as there is room for."""
    dated = sorted(
        group, key=lambda figure: (reports.day(figure.article) or "", value(figure.quantity), figure.article)
    )
    first = {value(figure.quantity): figure for figure in reversed(dated)}
    shown = [*first.values(), *(figure for figure in dated if figure not in first.values())][:MOST_SIDES]
    told = [Told(article=f.article, span=f.quantity.span, value=value(f.quantity)) for f in dated if f in shown]
    return conflict("number", _about(*_differing(group)[0]), told, *gravest(reports, group))


def gravest(reports: Reports, group: Sequence[Figure | Counted]) -> tuple[Verdict, str]:
    """The verdict on the two numbers of a group that are furthest from being one, and why."""
    differing = (pair for pair in combinations(group, 2) if not one_number(pair[0].quantity, pair[1].quantity))
    return min((_verdict(reports, *pair) for pair in differing), key=lambda found: GRAVITY.index(found[0]))


def _tells(figures: Iterable[Figure], own: Figure, other: Figure) -> bool:
    """Whether an article has the other's number too: then its own is of something else, unless it weighs both."""
    return any(
        same_number(figure.quantity, other.quantity)
        and (figure.quantity.unit != YEARS or same_matter(figure, other))
        and (PART in {figure.quantity.fate, other.quantity.fate}) == (figure.quantity.fate == other.quantity.fate)
        and not (figure is not own and same_matter(figure, own))
        for figure in figures
    )


def _verdict(reports: Reports, one: Figure | Counted, other: Figure | Counted) -> tuple[Verdict, str]:
    if agree(one.quantity, other.quantity) and not _of_one_end(one.quantity, other.quantity):
        return "difference-in-precision", "Both can be true of one number."
    if any(FORMER.search(figure.sentence.text) for figure in (one, other)):
        return "update", "The page says that one of the numbers was told before."
    days = reports.day(one.article), reports.day(other.article)
    if one.article != other.article and one.quantity.fate in VICTIMS:
        if None in days:
            return "cannot-tell", "One may be later than the other; the pages do not tell when both were published."
        if days[0] != days[1] and not (one.quantity.fate in COUNTED_UP and _falling(reports, one, other)):
            return "update", "The counts were made on different days."
        if _rising(reports, one, other):
            return "update", "The count was rising when the reports were written."
    return "contradiction", "Both cannot be true of one number."


def _of_one_end(one: Quantity, other: Quantity) -> bool:
    """Whether they are ranges that begin or end alike and then differ: `12 to 28 percent`, `12 to 27 percent`."""
    ends = [*zip((one.low, one.high), (other.low, other.high), strict=True)]
    return (
        None not in {*ends[0], *ends[1]}
        and sum(a == b for a, b in ends) == 1
        and one.low != one.high
        and other.low != other.high
    )


def _rising(reports: Reports, one: Figure | Counted, other: Figure | Counted) -> bool:
    """Whether of two counts of one day the higher is the later, by the clock or by what the words tell of them."""
    fewer, more = sorted((one, other), key=lambda f: f.quantity.low or f.quantity.high or 0.0)
    before, after = reports.minute(fewer.article), reports.minute(more.article)
    if before and after:
        return before < after
    return fewer.quantity.high is None or RISING.search(more.sentence.text) is not None


def _falling(reports: Reports, one: Figure | Counted, other: Figure | Counted) -> bool:
    """Whether the count of the later day is the lower one, which no count of what is done for good can be."""
    earlier, later = sorted((one, other), key=lambda figure: reports.day(figure.article) or "")
    return (later.quantity.high or 0.0) < (earlier.quantity.low or 0.0) and later.quantity.high is not None


def value(quantity: Quantity) -> str:
    """The bounds in figures: `12`, `>=12`, `<=100`, `80-125`."""
    low, high = quantity.low, quantity.high
    unit = f" {quantity.unit}" if quantity.unit else ""
    form = ",.2g" if quantity.unit in MEASURES and (low or high or 0) < ROUND else ",.15g"  # feet turned into metres
    if low is None or high is None:
        return (f"<={high:{form}}" if low is None else f">={low:{form}}") + unit
    return (f"{low:{form}}" if low == high else f"{low:{form}}-{high:{form}}") + unit


def _about(one: Figure, other: Figure) -> str:
    quantity = one.quantity
    counted = quantity.counted or other.quantity.counted
    nouns = {one.quantity.counted, other.quantity.counted}
    counted = "people" if counted in UNTOLD or (quantity.fate in HURT and len(nouns) > 1) else str(counted)
    if quantity.unit == YEARS:
        whose = [match for f in (one, other) if (match := WHOSE.search(f.quantity.span.text))]
        return f"how old: {next(word for word in whose[0].groups() if word)}" if whose else "how old"
    if quantity.unit in MEASURES and quantity.fate not in told_of_things():
        if quantity.fate == FAR:
            return f"how far {counted}"
        measured = f"the {counted}" if counted != "people" else "it"
        way = quantity.fate or other.quantity.fate
        return f"how {way} {measured} is" if way else f"the measure of {measured}"
    if quantity.unit is not None:
        return _how_much(one, other, counted)
    if quantity.fate == PART:
        return f"how many of the {quantity.span.text.split()[-1]}"
    return f"how many {_plural(counted)}{_befell(quantity.fate)}"


def _how_much(one: Figure, other: Figure, counted: str) -> str:
    """Of what a sum or a share is, as far as that is told: `the cost of the dam`, `how much: tariff on pork`."""
    unit, told = one.quantity.unit, one.quantity.fate if one.quantity.fate in told_of_things() else None
    if told in {PAID, SPENT}:
        return f"how much was {told}{'' if counted == 'people' else f' on the {counted}'} ({unit})"
    if told:
        return f"the {told} of {'it' if counted == 'people' else f'the {counted}'} ({unit})"
    on = rated(one) or rated(other)
    return f"how much: {counted}{f' on {on}' if on else ''} ({unit})"


def _befell(fate: str | None) -> str:
    """What the counted did or suffered, as the end of a question: `how many people were killed`."""
    if fate in {None, SENT}:  # workers who are sent on leave are not deployed
        return ""
    return f" {fate}" if fate == "attended" else f" {'voted' if fate in VOTED else 'were'} {fate}"


def _plural(counted: str) -> str:
    if counted.endswith("s") or counted in {"people", "police", "aircraft", "children"}:
        return counted
    if counted.endswith("man"):
        return f"{counted[:-2]}en"
    return f"{counted[:-1]}ies" if re.search(r"[^aeiou]y$", counted) else f"{counted}s"
