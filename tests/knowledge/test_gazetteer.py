import pytest

from communique.knowledge import countries
from communique.knowledge.gazetteer import cities_called, state_of_place
from communique.knowledge.states import seated_in
from communique.knowledge.tables import load_lines


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("Lima", "PER"),
        ("lima", "PER"),
        ("the Kremlin", "RUS"),
        ("Rovaniemi", "FIN"),
        ("Odessa", "UKR"),
        ("Odesa", "UKR"),
        ("Alexandria", "EGY"),
        ("Kiev", "UKR"),
        ("Saigon", "VNM"),
        ("Hong Kong", "HKG"),
        ("Georgia", "GEO"),
        ("Texas", "USA"),
        ("Scotland", "GBR"),
        ("Black Sea", None),
        ("Springfield on the Moon", None),
        ("", None),
    ],
)
def test_a_place_belongs_to_the_state_that_its_name_tells(place: str, state: str | None) -> None:
    assert state_of_place(place) == state


def test_a_name_that_two_states_share_alike_tells_nothing() -> None:
    assert state_of_place("Valencia") is None
    assert state_of_place("Cambridge") is None


def test_every_capital_is_in_its_state() -> None:
    wrong = {c.capital: state_of_place(c.capital) for c in countries() if state_of_place(c.capital) != c.alpha3}
    assert wrong == {}


@pytest.mark.parametrize(
    ("seat", "state"),
    [
        ("Kremlin", "RUS"), ("White House", "USA"), ("Downing Street", "GBR"), ("Élysée", "FRA"),
        ("Zhongnanhai", "CHN"), ("Blue House", "KOR"), ("Quirinale", "ITA"), ("Casa Rosada", "ARG"),
        ("Planalto", "BRA"), ("Miraflores", "VEN"), ("Akorda", "KAZ"), ("Bankova", "UKR"),
    ],
)  # fmt: skip
def test_seats_of_power_are_known(seat: str, state: str) -> None:
    country = seated_in(seat)
    assert country is not None
    assert country.alpha3 == state


def test_cities_stand_sorted_by_the_names_that_they_are_looked_up_by() -> None:
    rows = [line.split("\t") for line in load_lines("cities.tsv")]
    keys = [(f"{row[0]}\t", -int(row[3])) for row in rows]
    assert keys == sorted(keys)
    assert {len(row) for row in rows} == {7}


def test_a_city_is_found_by_another_name_beside_larger_and_smaller_ones_of_that_name() -> None:
    assert {city.name for city in cities_called("Bombay")} == {"Mumbai"}
    people = [city.people for city in cities_called("San Fernando")]
    assert len(people) > 1
    assert people == sorted(people, reverse=True)
    assert cities_called("San Fern") == ()
