import pytest

from communique.knowledge import KnowledgeError, Leader, countries, leaders, leaders_called
from communique.knowledge.leaders import REASONS, leader

CODES = frozenset(country.alpha3 for country in countries())
ROW = {
    "alpha3": "FRA",
    "name": "Jeanne Exemple",
    "other_names": "",
    "surname": "Exemple",
    "ambiguous": "",
    "sex": "f",
    "office": "president",
    "from": "1999-05",
    "to": "",
}


def test_the_table_holds_nearly_every_state_and_each_term_once() -> None:
    # San Marino has two heads for half a year each; its captains regent are left out.
    assert CODES - {term.alpha3 for term in leaders()} == {"SMR"}
    keys = [(term.alpha3, term.name, term.office, term.start) for term in leaders()]
    assert len(set(keys)) == len(keys)
    assert all(term.name and term.office and term.sex in {"f", "m"} for term in leaders())
    assert not [term for term in leaders() if term.end and term.end < "1990"]


def test_one_person_has_one_surname_and_one_sex() -> None:
    people = {(term.alpha3, term.name) for term in leaders()}
    assert len({(t.alpha3, t.name, t.surname, t.sex, t.ambiguous, t.other_names) for t in leaders()}) == len(people)


def test_a_name_that_is_nothing_but_an_ambiguous_surname_would_never_be_found() -> None:
    assert not [term for term in leaders() if term.ambiguous and term.name == term.surname]
    assert {term.ambiguous for term in leaders()} == {"", *REASONS}


def test_two_terms_are_two_rows() -> None:
    assert [(t.start, t.end) for t in leaders_called("Trump")] == [("2017-01-20", "2021-01-20"), ("2025-01-20", "")]
    assert [t.start for t in leaders_called("Lula")] == ["2003-01-01", "2023-01-01"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TRUMP", "Donald Trump"),
        ("angela merkel", "Angela Merkel"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("lopez obrador", "Andrés Manuel López Obrador"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Walesa", "Lech Wałęsa"),
        ("al-Assad", "Bashar al-Assad"),
        ("Xi", "Xi Jinping"),
        ("Abiy", "Abiy Ahmed"),
    ],
)
def test_letter_case_diacritics_and_spelling_do_not_matter(written: str, name: str) -> None:
    assert name in {term.name for term in leaders_called(written)}


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("May", "Theresa May"),
        ("Brown", "Gordon Brown"),
        ("Major", "John Major"),
        ("Park", "Park Geun-hye"),
        ("Moon", "Moon Jae-in"),
        ("Hu", "Hu Jintao"),
        ("Li", "Li Keqiang"),
        ("Kim", "Kim Jong Un"),
        ("Singh", "Manmohan Singh"),
        ("Martin", "Micheál Martin"),
        ("Toledo", "Alejandro Toledo"),
        ("Meta", "Ilir Meta"),
    ],
)
def test_an_ambiguous_surname_alone_names_nobody(surname: str, name: str) -> None:
    assert leaders_called(surname) == ()
    assert {term.surname for term in leaders_called(name)} == {surname}


def test_a_surname_of_several_leaders_names_them_all() -> None:
    assert {term.name for term in leaders_called("Bush")} == {"George H. W. Bush", "George W. Bush"}
    assert leaders_called("Nobody Known") == ()
    assert leaders_called("") == ()


@pytest.mark.parametrize(
    ("surname", "state"),
    [("Kurz", "AUT"), ("Turnbull", "AUS"), ("Fico", "SVK"), ("Golob", "SVN"), ("Merkel", "DEU"), ("Tshisekedi", "COD")],
)
def test_codes_that_are_easily_confused_are_not(surname: str, state: str) -> None:
    assert {term.alpha3 for term in leaders_called(surname)} == {state}


def test_a_row_is_read_with_what_it_leaves_out() -> None:
    assert leader(ROW, CODES) == Leader(
        alpha3="FRA", name="Jeanne Exemple", surname="Exemple", sex="f", office="president", start="1999-05"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"alpha3": "XXX"},
        {"sex": "w"},
        {"ambiguous": "yes"},
        {"from": "1999-5"},
        {"from": "1999-13"},
        {"from": "19990501"},
        {"from": ""},
        {"to": "1999-02-30"},
        {"to": "1998"},
        {"name": ""},
        {"colour": "red"},
    ],
)
def test_a_row_that_breaks_its_form_is_an_error(change: dict[str, str]) -> None:
    with pytest.raises(KnowledgeError, match=r"leaders\.tsv"):
        leader(ROW | change, CODES)
