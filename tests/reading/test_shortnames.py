"""Short forms of the names of persons and organisations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.shortnames import Bodies, Persons, ShortName, abbreviates, shortens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Berg"),
        ("Anna Berg", "Anna"),
        ("Anna Maria Berg", "Anna Berg"),
        ("A. Berg", "Anna Berg"),
        ("Mike Lindgren", "Michael Lindgren"),
        ("Jorge Salinas Prado", "Salinas Prado"),
        ("Tariq al-Hadi", "Hadi"),
        ("Tariq al-Hadi", "al-Hadi"),
        ("Ingrid van der Velden", "van der Velden"),
        ("Anna Berg", "Anna Berg’s"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert ShortName.of(one).may_be(ShortName.of(other))
    assert ShortName.of(other).may_be(ShortName.of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Viktor Berg"),
        ("Erik Lindgren Sr.", "Erik Lindgren Jr."),
        ("Erik Lindgren", "Erik Lindgren Jr."),
        ("Erik T. Lindgren", "Erik V. Lindgren"),
        ("Erik Tore Lindgren", "Erik Trond Lindgren"),
        ("Jorge Salinas", "Jorge Salinas Prado"),
        ("Kim Dong Min", "Kim Ha Neul"),
        ("Anna Berg", "Hansen"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert not ShortName.of(one).may_be(ShortName.of(other))
    assert not ShortName.of(other).may_be(ShortName.of(one))


def test_a_word_means_those_whose_surname_it_is_before_others() -> None:
    persons: Persons[int] = Persons()
    persons.add(1, "Jordan Berg")
    assert persons.called("Jordan") == [1]
    assert persons.called("Jordan", titled=True) == []
    persons.add(2, "Viktor Jordan")
    assert persons.called("Jordan") == [2]


def test_a_surname_that_stands_first_is_one() -> None:
    persons: Persons[int] = Persons()
    persons.add(1, "Kim Dong Min")
    persons.add(2, "Anna Min")
    assert persons.called("Kim", titled=True) == [1]
    assert persons.called("Min") == [2]


@pytest.mark.parametrize(
    ("short", "full"),
    [("NGO", "Northern Grain Office"), ("N.G.O.", "Northern Grain Office"), ("BCUN", "Baltic Coal Union of the North")],
)
def test_initials(short: str, full: str) -> None:
    assert abbreviates(short, full)


@pytest.mark.parametrize(
    ("short", "full"), [("NGO", "Baltic Coal Union"), ("N", "Norway Now"), ("Ngo", "Nils Gustav Olsen")]
)
def test_what_only_looks_like_initials(short: str, full: str) -> None:
    assert not abbreviates(short, full)


def test_parts_of_an_organisation_s_name() -> None:
    assert shortens("Nordfisk", "Nordfisk Holdings Inc.")
    assert shortens("Nordfisk", "Nordfisk Shipping")
    assert shortens("Interior Ministry", "Norwegian Interior Ministry")
    assert not shortens("Nordfisk", "Nordfisk Shipping", later=True)
    assert not shortens("National", "National Grain Office")
    assert not shortens("Ministry", "Norwegian Interior Ministry")
    assert not shortens("Grain Office", "Northern Grain Office")


def test_known_organisations_are_told_by_what_is_known_of_them() -> None:
    bodies: Bodies[int] = Bodies()
    bodies.add(1, "United Nations")
    bodies.add(2, "European Union")
    assert bodies.called("UN") == 1
    assert bodies.called("EU") == 2
    assert bodies.called("Nordfisk") is None


@given(st.lists(st.text(max_size=30), max_size=20), st.text(max_size=600))
def test_any_text_can_be_a_name(names: list[str], asked: str) -> None:
    persons: Persons[int] = Persons()
    bodies: Bodies[int] = Bodies()
    for number, name in enumerate(names):
        persons.add(number, name)
        bodies.add(number, name)
    assert set(persons.called(asked)) <= set(range(len(names)))
    assert bodies.called(asked) in {None, *range(len(names))}
