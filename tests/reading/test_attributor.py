import itertools

import numpy as np
import pytest

from communique.models import Models
from communique.models.attribution import Window
from communique.reading.attributor import read_attributions
from communique.reading.attributor.paths import (
    CONTENT_B,
    CONTENT_I,
    CONTENT_L,
    CUE_B,
    CUE_I,
    FREE,
    OUTSIDE,
    SOURCE_B,
    SOURCE_I,
    Passage,
    best_paths,
)

State = tuple[int, int]  # a label and the cue that it is content of, -1 for none
GOES_ON = {SOURCE_I: (SOURCE_B, SOURCE_I), CUE_I: (CUE_B, CUE_I)}


def may_follow(before: State, state: State) -> bool:
    if state[0] in {CONTENT_I, CONTENT_L}:
        return before in {(CONTENT_B, state[1]), (CONTENT_I, state[1])}
    return before[0] not in {CONTENT_B, CONTENT_I} and before[0] in GOES_ON.get(state[0], range(9))


def best_of_all(passage: Passage) -> list[State]:
    """The best path by trying every one."""
    units, cues, _ = passage.content.shape
    states = [(label, -1) for label in range(FREE)] + list(itertools.product(range(CONTENT_B, 9), range(cues)))
    outside = (OUTSIDE, -1)
    allowed = [
        path
        for path in itertools.product(states, repeat=units)
        if all(may_follow(a, b) for a, b in itertools.pairwise([outside, *path, outside]))
    ]
    return list(max(allowed, key=lambda path: sum(score(passage, unit, state) for unit, state in enumerate(path))))


def score(passage: Passage, unit: int, state: State) -> float:
    label, cue = state
    return float(passage.free[unit, label] if cue < 0 else passage.content[unit, cue, label - CONTENT_B])


@pytest.mark.parametrize("seed", range(4))
def test_the_path_found_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shapes = ((3, 1), (1, 2), (4, 1), (2, 2), (1, 1), (3, 2))  # searched together, so that the shorter ones are padded
    passages = [Passage(free=rng.normal(size=(n, FREE)), content=rng.normal(size=(n, c, 4))) for n, c in shapes]
    for passage, path in zip(passages, best_paths(passages), strict=True):
        assert list(zip(path.labels.tolist(), path.owners.tolist(), strict=True)) == best_of_all(passage)


def test_the_network_judges_the_places_that_it_is_asked_about(models: Models) -> None:
    pieces, marks = np.array([101, 1996, 2343, 2056, 2002, 2097, 2175, 1012, 102]), np.zeros(9, np.int64)
    every = models.attribution.read(Window(pieces=pieces, marks=marks, asked=np.arange(9)))
    some = models.attribution.read(Window(pieces=pieces, marks=marks, asked=np.array([2, 3])))
    assert some.tags.shape == (2, len(models.attribution.settings["labels"]))
    assert some.tags.argmax(1).tolist() == every.tags[[2, 3]].argmax(1).tolist()


def test_a_word_longer_than_a_window_does_not_stop_the_reader(models: Models) -> None:
    text = f"“We will go,” the mayor said.\n{'中' * 1000}\n“We will stay,” the mayor said."
    assert [text[slice(*found.cue[0])] for found in read_attributions(text, models.attribution)] == ["said", "said"]
