"""Claims by figures: how many or how much, as several articles tell it of one matter in numbers that can be one."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from communique.domain import Reading, Record, Span
from communique.domain.times import may_meet
from communique.stories.amounts import agree, vague
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.facts import clustered
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.figures import FEW, Figure, told
from communique.stories.matters import VICTIMS, kinds, numbers, same_matter, telling_number
from communique.stories.passages import Spots, extents

OPEN_TO = 1.2  # times the number behind `at least`: who counts more has another count


def counted(record: Record, readings: Mapping[str, Reading], places: Places, wording: Wording) -> Iterator[Claim]:
    """What is counted alike: of a group of figures, every two in different articles that agree on one matter."""
    sentences = Spots((span, article) for article, reading in readings.items() for span in reading.sentences)
    clauses = Spots((span, article) for article, reading in readings.items() for _, span in extents(reading))
    every = tuple(told(record, readings))
    alike = [(_same, figures) for figures in kinds(record, every)]
    alike += [(telling_number, figures) for figures in numbers(record, every)]
    days = {event.id: event.date for event in record.events if event.date}
    pairs = []
    for same, figures in alike:
        for one, other in combinations(figures, 2):
            if one.article != other.article and not _of_other_days(one, other, days) and same(one, other):
                found = _told(one, clauses, sentences), _told(other, clauses, sentences)
                if not places.one_origin(*found):
                    pairs.append(found)
    for spans in clustered(pairs):
        yield Claim(text=wording.claim(spans), support=tuple(spans))


def _of_other_days(one: Figure, other: Figure, days: Mapping[str, str]) -> bool:
    """Whether they are of victims, and all that their sentences tell of with a date was on other days."""
    if one.quantity.fate not in VICTIMS:
        return False
    ours, theirs = ([days[event] for event in figure.events if event in days] for figure in (one, other))
    return bool(ours and theirs) and not any(may_meet(a, b) for a in ours for b in theirs)


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one matter, and of one size: `at least 12` says little of `15`, nor does `dozens`."""
    few = (one.quantity.low or 0) <= FEW and one.quantity.unit is None
    if few or vague(one.quantity) != vague(other.quantity):
        return False
    ends = [figure.quantity.low or figure.quantity.high or 0.0 for figure in (one, other)]
    closed = None not in {bound for f in (one, other) for bound in (f.quantity.low, f.quantity.high)}
    alike = closed or max(ends) <= OPEN_TO * min(ends)
    return alike and same_matter(one, other) and agree(one.quantity, other.quantity)


def _told(figure: Figure, clauses: Spots[str], sentences: Spots[str]) -> Span:
    """The narrowest clause that tells the figure, else its sentence."""
    span = figure.quantity.span
    around = [clause for clause, _ in clauses.overlapping(span) if clause.covers(span)]
    around = around or [sentence for sentence, _ in sentences.overlapping(span) if sentence.covers(span)]
    return min(around, key=lambda clause: (len(clause.text), clause), default=span)
