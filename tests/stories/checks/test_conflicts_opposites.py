"""What one report says and another says is not so; the network that is asked about both is a stand-in."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from communique.domain import Clause, Conflict
from communique.stories.checks.conflicts import opposites
from communique.stories.checks.conflicts.reports import Reports
from communique.stories.passages import Pile as Passages
from tests.stories.checks.hand import Pile, sides

SHELLED = "Norland guards had shelled the market in Vik"
NOT_SHELLED = "Norland guards had not shelled the market in Vik"


class StandIn:
    """Takes passages for rival versions with one chance, and their sentences with another."""

    def __init__(self, passages: float, sentences: float) -> None:
        self.chances = [passages, sentences]

    def of_rivals(self, pairs: Sequence[tuple[str, str]], *, twice: bool) -> NDArray[np.float32]:
        assert len(pairs) == len(self.chances)
        assert not twice
        return np.array(self.chances, np.float32)


def found(model: StandIn | None, *texts: str) -> list[Conflict]:
    """What is opposed in articles of one sentence each, with the deed of the guards or without."""
    pile = Pile(*texts)
    for i, text in enumerate(texts):
        told = [words for words in (SHELLED, NOT_SHELLED) if words in text]
        clauses = tuple(
            Clause(
                parts=(pile.words(i, words),),
                verb=pile.words(i, "shelled" if words == SHELLED else "not shelled"),
                subject=pile.words(i, "Norland guards"),
                asserted=True,
            )
            for words in told
        )
        pile.add(i, clauses=clauses)
    passages = Passages.of(pile.record, pile.readings, model)  # type: ignore[arg-type]
    return list(opposites.find(Reports(pile.record, pile.readings, passages)))


@pytest.mark.parametrize("model", [None, StandIn(0.9, 0.9), StandIn(0.5, 0.8)])
def test_what_another_page_says_is_not_so(model: StandIn | None) -> None:
    (conflict,) = found(model, f"{SHELLED}.", f"On Monday {NOT_SHELLED}.")
    assert conflict.verdict == "contradiction"
    assert sides(conflict) == [NOT_SHELLED, SHELLED]


@pytest.mark.parametrize("model", [StandIn(0.1, 0.1), StandIn(0.9, 0.2), StandIn(0.2, 0.9)])
def test_words_that_a_network_takes_for_other_things_are_not_opposed(model: StandIn) -> None:
    assert found(model, f"{SHELLED}.", f"On Monday {NOT_SHELLED}.") == []
