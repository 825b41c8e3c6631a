import pytest

from communique.knowledge import countries
from communique.knowledge.regions import region_named, states_of_part


@pytest.mark.parametrize(
    ("adjective", "inside", "outside"),
    [
        ("West African", "MLI", "KEN"),
        ("african", "KEN", "PER"),
        ("South American", "PER", "USA"),
        ("Caribbean", "CUB", "VEN"),
        ("European", "EST", "JPN"),
        ("island", "CUB", "VEN"),
    ],
)
def test_a_part_of_the_world_holds_its_states(adjective: str, inside: str, outside: str) -> None:
    assert inside in states_of_part(adjective)
    assert outside not in states_of_part(adjective)


def test_every_state_lies_somewhere() -> None:
    continents = ("african", "asian", "european", "north american", "latin american", "pacific")
    parts = frozenset().union(*map(states_of_part, continents))
    assert {country.alpha3 for country in countries()} <= parts


def test_other_words_are_no_part_of_the_world() -> None:
    assert states_of_part("host") == states_of_part("") == frozenset()
    assert region_named("the Sahel") is not None
