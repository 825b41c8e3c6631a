import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.models import WEIGHTS
from communique.models.claims import LONGEST, SEPARATOR, START, ClaimModel, encode, wordpieces

TOLD = "The flood destroyed two bridges over the Arda."
AGAIN = "Both of the bridges that the Arda swept away were new."
MORE = "Five bridges over the Arda were swept away."
ELSE = "The minister will visit the port of Vik on Friday."


@pytest.fixture(scope="module")
def model() -> ClaimModel:
    return ClaimModel.load(WEIGHTS / "claims")


def test_chances_have_a_row_a_pair_and_sum_to_one(model: ClaimModel) -> None:
    chances = model.compare([(TOLD, AGAIN), (TOLD, ELSE), (ELSE, MORE)])
    assert chances.shape == (3, len(model.labels))
    assert model.labels[:3] == ("other", "same", "number")
    assert np.allclose(chances.sum(1), 1, atol=1e-5)


def test_nothing_asked_gives_nothing(model: ClaimModel) -> None:
    assert model.compare([]).shape == (0, len(model.labels))


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [(TOLD, AGAIN, "same"), (TOLD, MORE, "number"), (TOLD, ELSE, "other")],
)
def test_what_two_passages_are_to_each_other(model: ClaimModel, one: str, other: str, label: str) -> None:
    (chances,) = model.compare([(one, other)])
    assert model.labels[int(chances.argmax())] == label


def test_rival_versions_whichever_is_read_first(model: ClaimModel) -> None:
    rival, back, same = model.of_rivals([(TOLD, MORE), (MORE, TOLD), (TOLD, AGAIN)])
    assert np.isclose(rival, back, atol=0.02)
    assert rival > same


def test_answers_do_not_depend_on_company(model: ClaimModel) -> None:
    together = model.compare([(TOLD, AGAIN), (TOLD, ELSE), (TOLD, AGAIN)])
    alone = model.compare([(TOLD, AGAIN)])
    assert np.array_equal(together[0], together[2])
    assert np.array_equal(together[0], alone[0])


def test_a_row_holds_both_passages_and_whose_each_place_is() -> None:
    pieces, sides = encode([7, 8], [9])
    assert pieces.tolist() == [START, 7, 8, SEPARATOR, 9, SEPARATOR]
    assert sides.tolist() == [0, 0, 0, 0, 1, 1]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_is_compared(one: str, other: str) -> None:
    model = ClaimModel.load(WEIGHTS / "claims")
    assert len(wordpieces(one, model.tokenizer)) <= LONGEST
    assert np.isfinite(model.compare([(one, other)])).all()
