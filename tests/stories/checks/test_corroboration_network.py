"""Claims by the network that compares passages, for which a stand-in answers."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from communique.domain import Clause
from communique.stories.checks.corroboration import check
from communique.stories.passages import Pile as Passages
from tests.stories.checks.hand import Pile

ONE = ("A blast, which two sailors did not survive, shook the port of Skerry.", "which two sailors did not survive")
OTHER = ("Asked about it, the mayor said that the sailors lay two bays off.", "the sailors lay two bays off")


class StandIn:
    """Takes clauses for one fact, and sentences with a chance."""

    def __init__(self, chance: float) -> None:
        self.chance = chance
        self.asked: list[tuple[str, str]] = []

    def of_one_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        chances = [self.chance if ONE[0] in pair else 0.9 for pair in pairs]
        return np.array([[chance, chance] for chance in chances], np.float32).reshape(len(pairs), 2)


@pytest.mark.parametrize(("chance", "claims"), [(0.9, 1), (0.02, 0)])
def test_where_clauses_leave_it_open_their_sentences_are_compared_too(chance: float, claims: int) -> None:
    pile = Pile(ONE[0], OTHER[0])
    for i, (_, clause) in enumerate((ONE, OTHER)):
        verb = ("survive", "lay")[i]
        pile.add(i, clauses=(Clause(parts=(pile.words(i, clause),), verb=pile.words(i, verb)),))
    model = StandIn(chance)
    passages = Passages.of(pile.record, pile.readings, model)  # type: ignore[arg-type]
    assert len(check(pile.record, pile.readings, passages).corroborations) == claims
    assert model.asked == [(ONE[1], OTHER[1]), (ONE[0], OTHER[0])]
