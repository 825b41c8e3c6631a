"""The coreference measures, on examples worked by hand."""

import importlib
from itertools import permutations
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

BENCH = Path(__file__).resolve().parents[1] / "bench"


@pytest.fixture
def clusters(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module("clusters")


def side(*members: str) -> dict[str, int]:
    """Each mention (a letter) with the number of the cluster (a word) that it is in."""
    return {letter: number for number, word in enumerate(members) for letter in word}


def test_equal_clusters_are_perfect(clusters: ModuleType) -> None:
    both = side("abc", "de", "f")
    assert clusters.conll(both, both) == {"muc f1": 1, "b-cubed f1": 1, "ceaf-e f1": 1, "conll f1": 1}


def test_the_example_of_the_reference_scorer(clusters: ModuleType) -> None:
    """Gold {abc} {defg}, predicted {ab} {cd} {fghi}; e is missing, h and i are spurious."""
    want, has = side("abc", "defg"), side("ab", "cd", "fghi")
    assert clusters.muc(want, has) == pytest.approx(2 / 5)  # kept: a-b and f-g, of 2 + 3 links
    assert clusters.muc(has, want) == pytest.approx(2 / 5)  # right: a-b and f-g, of 1 + 1 + 3 links
    assert clusters.b_cubed(want, has) == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert clusters.b_cubed(has, want) == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    total = 2 * 2 / (3 + 2) + 2 * 2 / (4 + 4)  # {abc} with {ab}, {defg} with {fghi}
    assert clusters.ceaf_e(want, has) == pytest.approx(2 * total / (2 + 3))


def test_all_in_one_cluster_is_not_precise(clusters: ModuleType) -> None:
    want, has = side("ab", "cd"), side("abcd")
    assert clusters.muc(want, has) == 1
    assert clusters.muc(has, want) == pytest.approx(2 / 3)
    assert clusters.b_cubed(want, has) == 1
    assert clusters.b_cubed(has, want) == pytest.approx(1 / 2)


def test_nothing_predicted_is_nothing_right(clusters: ModuleType) -> None:
    assert set(clusters.conll(side("ab", "c"), {}).values()) == {0}


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=1, max_size=5)
    )
)
def test_the_greatest_total_is_that_of_the_best_of_all_pairings(weights: list[list[float]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        greatest = importlib.import_module("clusters").greatest
    rows, columns = len(weights), len(weights[0])
    wide = weights if rows <= columns else [list(column) for column in zip(*weights, strict=True)]
    best = max(
        sum(row[column] for row, column in zip(wide, order, strict=True))
        for order in permutations(range(max(rows, columns)), len(wide))
    )
    assert greatest(weights) == pytest.approx(best)
