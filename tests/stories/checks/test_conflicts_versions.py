"""Conflicts over whether something is so, and who did it; the network that finds rival versions is a stand-in."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from communique.domain import Clause, Conflict, Quantity, TimeExpression
from communique.stories.checks.conflicts import check, versions
from communique.stories.checks.conflicts.reports import Reports
from communique.stories.passages import Pile as Passages
from tests.stories.checks.hand import Pile, sides


class StandIn:
    """Takes all passages for rival versions with one chance."""

    def __init__(self, chance: float = 0.9) -> None:
        self.chance = chance
        self.asked: list[tuple[str, str]] = []

    def of_rivals(self, pairs: Sequence[tuple[str, str]], *, twice: bool = True) -> NDArray[np.float32]:  # noqa: ARG002
        self.asked += pairs
        return np.full(len(pairs), self.chance, np.float32)

    def of_one_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.ones((len(pairs), 2), np.float32)

    def of_one_point(self, pairs: Sequence[tuple[str, str]], kinds: Sequence[str]) -> NDArray[np.float32]:  # noqa: ARG002
        return np.zeros(len(pairs), np.float32)


def found(pile: Pile, model: StandIn | None) -> list[Conflict]:
    passages = Passages.of(pile.record, pile.readings, model)  # type: ignore[arg-type]
    return list(versions.find(Reports(pile.record, pile.readings, passages)))


def told(*articles: tuple[str, str, str], asserted: bool = True) -> Pile:
    """Articles of one clause each: their text, the subject of it and the verb."""
    pile = Pile(*(text for text, _, _ in articles))
    for i, (text, subject, verb) in enumerate(articles):
        words = pile.words(i, text.rstrip(".?"))
        pile.add(
            i,
            clauses=(
                Clause(parts=(words,), verb=pile.words(i, verb), subject=pile.words(i, subject), asserted=asserted),
            ),
        )
    return pile


OFFER = ("Norland gave the islanders a written pledge of shelter.", "Norland", "gave")
NO_OFFER = ("Under no treaty had Norland offered the pledge to anyone.", "Norland", "offered")


def test_what_one_tells_and_another_says_is_not_so() -> None:
    (conflict,) = found(told(OFFER, NO_OFFER), StandIn())
    assert (conflict.kind, conflict.verdict) == ("characterisation", "contradiction")
    assert [side.value for side in conflict.sides] == ["so", "not so"]
    assert sides(conflict) == [text.rstrip(".") for text, _, _ in (OFFER, NO_OFFER)]


def test_what_hardly_is_a_rival_version_is_no_conflict() -> None:
    assert found(told(OFFER, NO_OFFER), StandIn(0.4)) == []


def test_without_a_network_nothing_is_said() -> None:
    assert found(told(OFFER, NO_OFFER), None) == []


@pytest.mark.parametrize(
    "other",
    [
        ("The pledge of Norland to the islanders was read out.", "The pledge of Norland", "read"),
        ("Norland, after the pledge, did not pay its debts.", "Norland", "pay"),
        ("The mayor of the islanders never got the pledge.", "The mayor", "got"),
        ("Norland has not commented on the pledge.", "Norland", "commented"),
        ("Had Norland not given the pledge?", "Norland", "given"),
    ],
    ids=["says no to nothing", "to something else", "of somebody else", "no answer yet", "a question"],
)
def test_what_is_no_answer(other: tuple[str, str, str]) -> None:
    assert found(told(OFFER, other), StandIn()) == []


def test_what_is_so_on_a_condition_is_left_out() -> None:
    assert found(told(OFFER, NO_OFFER, asserted=False), StandIn()) == []


def test_what_differs_in_a_figure_is_left_to_figures() -> None:
    pile = told(
        ("Norland pledged four boats to the islanders.", "Norland", "pledged"),
        ("Norland never pledged the islanders nine boats.", "Norland", "pledged"),
    )
    for i, (words, number) in enumerate((("four boats", 4), ("nine boats", 9))):
        pile.add(i, quantities=(Quantity(span=pile.words(i, words), low=number, high=number, counted="boat"),))
    assert found(pile, StandIn()) == []


@pytest.mark.parametrize(("day", "count"), [("2031-03-03", 1), ("2031-03-06", 0)])
def test_what_was_not_so_on_one_day_can_be_so_on_another(day: str, count: int) -> None:
    pile = told(
        ("Norland freed the islanders' cook on Monday.", "Norland", "freed"),
        ("Norland had not freed the islanders' cook by nightfall.", "Norland", "freed"),
    )
    for i, (words, value) in enumerate((("on Monday", "2031-03-03"), ("by nightfall", day))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value),))
    assert len(found(pile, StandIn())) == count


def test_who_it_was() -> None:
    pile = told(
        ("Tessaly proposed a freeze on the Corva canal.", "Tessaly", "proposed"),
        ("It was Norland who put forward a pause at the Corva canal.", "It", "put"),
    )
    (conflict,) = found(pile, StandIn())
    assert (conflict.kind, conflict.verdict) == ("attribution", "contradiction")
    assert [side.value for side in conflict.sides] == ["so", "another"]


def test_who_it_was_in_both() -> None:
    pile = told(
        ("Norland proposed a freeze on the Corva canal.", "Norland", "proposed"),
        ("It was Norland who put forward a pause at the Corva canal.", "It", "put"),
    )
    assert found(pile, StandIn()) == []


def test_what_was_to_come_may_have_come_otherwise() -> None:
    pile = told(
        ("Norland will sign the islanders' charter.", "Norland", "sign"),
        ("At the end Norland had the charter before it and did not sign it.", "Norland", "sign"),
    )
    (clause,) = pile.readings["a0"].clauses
    pile.add(0, clauses=(Clause(parts=clause.parts, verb=clause.verb, subject=clause.subject, asserted=False),))
    (conflict,) = found(pile, StandIn())
    assert conflict.verdict == "cannot-tell"


def test_few_are_asked_about() -> None:
    model = StandIn()
    found(
        told(("Norland pledged shelter.", "Norland", "pledged"), ("Ships lay idle in Tessaly.", "Ships", "lay")), model
    )
    assert model.asked == []


def test_what_is_opposed_in_two_ways_is_one_conflict() -> None:
    pile = told(
        ("Norland paid the islanders on Sunday.", "Norland", "paid"),
        ("Norland never paid the islanders on Sunday.", "Norland", "paid"),
        ("The islanders got from Norland what it had to pay.", "The islanders", "got"),
    )
    passages = Passages.of(pile.record, pile.readings, StandIn())  # type: ignore[arg-type]
    (conflict,) = check(pile.record, pile.readings, passages).conflicts
    assert len(conflict.sides) == 3
