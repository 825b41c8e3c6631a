"""Conflicts over figures, days and lengths in passages that a network takes for one fact; the network is a stand-in."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from communique.domain import Conflict, Quantity, TimeExpression
from communique.stories.checks import conflicts
from communique.stories.passages import Pile as Passages
from tests.stories.checks.hand import Pile, sides


class StandIn:
    """Takes all passages for one fact with one chance."""

    def __init__(self, chance: float) -> None:
        self.chance = chance
        self.asked: list[tuple[str, str]] = []

    def of_rivals(self, pairs: Sequence[tuple[str, str]], *, twice: bool = True) -> NDArray[np.float32]:  # noqa: ARG002
        return np.zeros(len(pairs), np.float32)

    def of_one_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.zeros((len(pairs), 2), np.float32)

    def of_one_point(self, pairs: Sequence[tuple[str, str]], kinds: Sequence[str]) -> NDArray[np.float32]:
        assert len(kinds) == len(pairs)
        self.asked += pairs
        return np.full(len(pairs), self.chance, np.float32)


def found(pile: Pile, model: StandIn) -> list[Conflict]:
    passages = Passages.of(pile.record, pile.readings, model)  # type: ignore[arg-type]
    return list(conflicts.check(pile.record, pile.readings, passages).conflicts)


def counted(pile: Pile, i: int, words: str, number: float, what: str | None = None, fate: str | None = None) -> None:
    quantity = Quantity(span=pile.words(i, words), low=number, high=number, counted=what, fate=fate)
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, quantity))


def timed(pile: Pile, i: int, words: str, value: str) -> None:
    time = TimeExpression(span=pile.words(i, words), value=value, type="DURATION")
    pile.add(i, times=(*pile.readings[f"a{i}"].times, time))


def panels() -> Pile:
    pile = Pile("The panel of the Arda dam has four members.", "Five experts sit on the panel of the Arda dam.")
    counted(pile, 0, "four members", 4, "member")
    counted(pile, 1, "Five experts", 5, "expert")
    return pile


def test_figures_of_one_fact_differ_whatever_is_counted() -> None:
    (conflict,) = found(panels(), StandIn(0.95))
    assert conflict.kind == "number"
    assert sides(conflict) == ["Five experts", "four members"]
    assert conflict.verdict == "contradiction"
    assert conflict.about == "which number: “The panel of the Arda dam has four members.”"


def test_what_is_hardly_one_fact_is_no_conflict() -> None:
    assert found(panels(), StandIn(0.4)) == []


def test_without_a_network_nothing_is_asked() -> None:
    pile = panels()
    assert conflicts.check(pile.record, pile.readings).conflicts == ()


def test_a_report_that_has_both_numbers_counts_two_things() -> None:
    pile = Pile("The panel of the Arda dam has four members.", "Of five at the Arda dam, four sit on the panel.")
    counted(pile, 0, "four members", 4, "member")
    counted(pile, 1, "five", 5)
    counted(pile, 1, "four", 4)
    model = StandIn(0.95)
    assert found(pile, model) == []
    assert model.asked == []


def test_the_killed_are_not_set_against_the_wounded() -> None:
    pile = Pile("The Arda flood killed 12 people.", "In the flood on the Arda 40 people were hurt.")
    counted(pile, 0, "12 people", 12, "persons", "killed")
    counted(pile, 1, "40 people", 40, "persons", "injured")
    assert found(pile, StandIn(0.95)) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"), [("PT2H", "PT3H", True), ("PT10H", "PT10H30M", False), ("PT2H", "PT40H", False)]
)
def test_lengths_of_one_fact_differ_unless_rounded_or_far_apart(one: str, other: str, differ: bool) -> None:  # noqa: FBT001
    pile = Pile("The sluice of the Arda was open ONE.", "Engineers kept the Arda sluice open OTHER.")
    timed(pile, 0, "ONE", one)
    timed(pile, 1, "OTHER", other)
    conflicts = found(pile, StandIn(0.95))
    assert [sides(conflict) for conflict in conflicts] == ([["ONE", "OTHER"]] if differ else [])


def dated(pile: Pile, i: int, words: str, value: str) -> None:
    pile.add(i, times=(*pile.readings[f"a{i}"].times, TimeExpression(span=pile.words(i, words), value=value)))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("2026-03-02", "2026-03-03", True), ("2026-03-02", "2026-03", False), ("2026-03-02", "2021-03-02", False)],
)
def test_days_of_one_fact_differ_unless_one_may_be_the_other(one: str, other: str, differ: bool) -> None:  # noqa: FBT001
    pile = Pile("The Arda sluice gave way on ONE.", "It was OTHER when the sluice on the Arda broke.")
    dated(pile, 0, "ONE", one)
    dated(pile, 1, "OTHER", other)
    conflicts = found(pile, StandIn(0.95))
    assert [(c.about, sides(c), c.verdict) for c in conflicts] == (
        [("when: “The Arda sluice gave way on ONE.”", ["ONE", "OTHER"], "contradiction")] if differ else []
    )


def test_a_day_that_was_set_may_have_been_changed_later() -> None:
    texts = "The Arda sluice will be opened on ONE.", "Engineers open the Arda sluice on OTHER."
    pile = Pile(*texts, days=("2026-03-01", "2026-03-09"))
    dated(pile, 0, "ONE", "2026-03-10")
    dated(pile, 1, "OTHER", "2026-03-12")
    (conflict,) = found(pile, StandIn(0.95))
    assert conflict.verdict == "update"


def test_articles_that_share_no_word_are_not_asked_about() -> None:
    pile = Pile("Four members sit on it.", "Bridges were lost in five valleys.")
    counted(pile, 0, "Four members", 4, "member")
    counted(pile, 1, "five valleys", 5, "valley")
    model = StandIn(0.95)
    assert found(pile, model) == []
    assert model.asked == []
