import pytest

from communique.knowledge import names


def test_short_forms_lead_to_the_full_names() -> None:
    assert names.forms_of("mike") == names.forms_of("michael") == {"michael"}
    assert names.forms_of("bill") & names.forms_of("william")
    assert names.forms_of("pat") == {"patrick", "patricia"}
    assert names.forms_of("olga") == {"olga"}
    assert not names.forms_of("maria") & names.forms_of("mario")


def test_particles_suffixes_and_surnames_that_stand_first() -> None:
    assert {"van", "der", "bin", "al"} <= names.particles()
    assert names.articles() < names.particles()
    assert {"jr", "iii"} <= names.suffixes()
    assert {"kim", "xi", "nguyen"} <= names.eastern_surnames()
    everything = names.particles() | names.suffixes() | names.eastern_surnames()
    assert all(word == word.casefold() and word.isalpha() for word in everything)


@pytest.mark.parametrize(
    ("surname", "woman"),
    [("Petrova", True), ("Dvořáková", True), ("Kowalska", True), ("Petrov", False), ("Cordova", None), ("Eva", None)],
)
def test_a_slavic_ending_tells_a_womans_surname(surname: str, *, woman: bool | None) -> None:
    assert names.surname_of_women(surname) is woman
