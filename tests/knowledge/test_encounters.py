import string

import pytest

from communique.knowledge.encounters import encounter, is_rare, is_said, label_forms, lasts, load_labels
from communique.knowledge.events import ROOTS


@pytest.mark.parametrize(
    ("kind", "family"),
    [("talks", "meeting"), ("Summit", "meeting"), ("press remarks", "press conference"), ("arrest", None)],
)
def test_a_kind_is_of_one_family_of_encounters(kind: str, family: str | None) -> None:
    assert encounter(kind) == family


def test_kinds_that_last_are_said_or_are_rare() -> None:
    assert lasts("sanction")
    assert not lasts("arrest")
    assert is_said("accusation")
    assert not is_said("meeting")
    assert is_rare("election")
    assert not is_rare("meeting")


def test_every_form_of_a_label_can_be_filled() -> None:
    for forms in load_labels().values():
        for form in forms:
            assert {name for _, name, _, _ in string.Formatter().parse(form) if name} <= {"K", "A", "B", "E", "P"}


def test_forms_stand_under_kinds_or_types_of_plover_and_end_with_one_that_always_fits() -> None:
    assert {name for name in load_labels() if name.isupper()} <= ROOTS
    assert label_forms("arrest", "COERCE")[0] == "{K} of {B} by {A}"
    assert label_forms("no such kind", "ACCUSE")[0] == "{K} by {A} against {B}"
    assert label_forms("no such kind", None)[-1] == "{K}"
