"""The checks, one a module, in the order in which they may build on one another."""

from collections.abc import Callable, Mapping

from communique.domain import Reading, Record
from communique.stories.checks import conflicts, corroboration, omissions, positions, relations, utterances
from communique.stories.passages import Pile

Check = Callable[[Record, Mapping[str, Reading], Pile], Record]
"""Takes the record so far, the readings by article id and their passages, gives the record with its own part added."""

CHECKS: tuple[Check, ...] = (
    positions.check,
    utterances.check,
    corroboration.check,
    conflicts.check,
    relations.check,
    omissions.check,
)
