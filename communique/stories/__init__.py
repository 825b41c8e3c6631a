"""What comes of reading several articles together: which belong to one story, and what comparing them shows.

A check takes the record so far and the readings it was made of, and gives the record with its own part added; the
order of CHECKS is the order in which they may build on one another.
"""

from collections.abc import Sequence

from communique.domain import Reading, Record
from communique.models import ClaimModel
from communique.stories import dated, origins
from communique.stories.checks import CHECKS, Check
from communique.stories.grouping import group
from communique.stories.passages import Pile

__all__ = ["CHECKS", "Check", "compare", "group"]


def compare(record: Record, readings: Sequence[Reading], model: ClaimModel | None = None) -> Record:
    """The record, whose stories are grouped, with the origin of each article, and every check made.

    model: tells which passages are of one fact; without it, only their words do.
    """
    record = origins.trace(record)
    by_id = sorted(readings, key=lambda reading: reading.article)
    of = {reading.article: reading for reading in dated.counted(by_id, record)}
    pile = Pile.of(record, of, model)
    for check in CHECKS:
        record = check(record, of, pile)
    return record
