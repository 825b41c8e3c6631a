import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.actors.names import ENOUGH, PersonName, blocks, compare, parse


def surname(name: str) -> str:
    return " ".join(parse(name).surname)


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix"),
    [
        ("Ana Lund", ("ana",), ("lund",), ""),
        ("Lund", (), ("lund",), ""),
        ("Jan van der Meer", ("jan",), ("van", "der", "meer"), ""),
        ("van der Meer", (), ("van", "der", "meer"), ""),
        ("Omar al-Rashid", ("omar",), ("al", "rashid"), ""),
        ("al-Rashid", (), ("al", "rashid"), ""),
        ("Ben Horn", ("ben",), ("horn",), ""),
        ("Salim bin Qasim", ("salim",), ("bin", "qasim"), ""),
        ("Rita Solís-Prado", ("rita",), ("solisprado",), ""),
        ("J. R. Lund", ("j", "r"), ("lund",), ""),
        ("J.R. Lund", ("j", "r"), ("lund",), ""),
        ("Paul Lund Jr.", ("paul",), ("lund",), "jr"),
        ("Paul Lund III", ("paul",), ("lund",), "iii"),
        ("Kim Min Su", ("minsu",), ("kim",), ""),
        ("Kim Min-su", ("minsu",), ("kim",), ""),
        ("Min Su Kim", ("minsu",), ("kim",), ""),
        ("Kim Anderson", ("kim",), ("anderson",), ""),
        ("Łukasz Ørsted", ("lukasz",), ("orsted",), ""),
        ("Máire O’Dowd", ("maire",), ("odowd",), ""),
    ],
)
def test_a_name_is_taken_apart(name: str, given: tuple[str, ...], family: tuple[str, ...], suffix: str) -> None:
    taken = parse(name)
    assert (taken.given, taken.surname, taken.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Juan Peñaló", "Juan Penalo"),
        ("Viktor Zelinsky", "Viktor Zelinskyy"),
        ("Viktor Zelinskiy", "Viktor Zelinskyj"),
        ("Sergei Orlov", "Sergey Orlov"),
        ("Sergej Orlov", "Sergey Orlov"),
        ("Yevgeny Orlov", "Evgeny Orlov"),
        ("Mike Lund", "Michael Lund"),
        ("Bill Lund", "William Lund"),
        ("B. Lund", "Bill Lund"),
        ("W. Lund", "Bill Lund"),
        ("J. R. Lund", "John Robert Lund"),
        ("Michael R. Lund", "Mike Lund"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Omar al-Rashid", "Omar Rashid"),
        ("Mohammed Karimi", "Muhammad Karimi"),
        ("Mohamed bin Qasim", "Mohammed bin Qasim"),
        ("Kim Min Su", "Min Su Kim"),
        ("Kim Min-su", "Kim Min Su"),
        ("Xi Taoming", "Taoming Xi"),
        ("Rita Solís-Prado", "Rita Solis Prado".replace(" Prado", "-Prado")),
        ("Jean-Luc Morel", "Jean Luc Morel"),
        ("Rosa Elena Prado", "Rosa Elena Prado Quiroga"),
    ],
)
def test_spellings_of_one_name_are_one_persons(one: str, other: str) -> None:
    likeness = compare(parse(one), parse(other))
    assert likeness.same
    assert likeness.reason
    assert set(blocks(parse(one))) & set(blocks(parse(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pedro Ruiz", "Pedro Ruiz Soto"),
        ("Paul Lund", "Paul Lund Jr."),
        ("Paul Lund Sr.", "Paul Lund Jr."),
        ("Kim Min Su", "Kim Min Ho"),
        ("Ivan Orlov", "Igor Orlov"),
        ("Sasha Orlov", "Sasha Orlova"),
        ("Olena Zelinska", "Olena Zelinsky"),
        ("Mario Conti", "Maria Conti"),
        ("Daniel Berg", "Daniela Berg"),
        ("Maria Orlova", "Marina Orlova"),
        ("George W. Lund", "George H. W. Lund"),
        ("J. R. Lund", "J. T. Lund"),
        ("Viktor Petrov", "Viktor Pavlov"),
        ("Ana Berg", "Ana Burger"),
        ("Karl Hansen", "Karl Hanson"),
        ("Hassan Karimi", "Hossein Karimi"),
        ("Ana van Dorp", "Ana de Dorp"),
        ("Lund", "Ana Lund"),
        ("王明", "Wang Ming"),
    ],
)
def test_names_that_only_resemble_each_other_are_two_persons(one: str, other: str) -> None:
    assert not compare(parse(one), parse(other)).same
    assert not compare(parse(other), parse(one)).same


def test_what_is_told_decides_between_spellings_that_may_be_two_persons() -> None:
    one, other = parse("Karl Hansen"), parse("Karl Hanson")
    assert compare(one, other, evidence=0.1).same
    assert compare(parse("Khalid Lund"), parse("Khaled Lund"), evidence=0.1).same
    assert not compare(parse("Khalid Lund"), parse("Khaled Lund")).same
    assert not compare(parse("J. Lund"), parse("John Lund"), evidence=-0.2).same


def test_a_likeness_tells_its_parts() -> None:
    likeness = compare(parse("Mike Zelinsky"), parse("Michael Zelinskyy"), evidence=0.1)
    assert (likeness.surname, likeness.given, likeness.evidence) == (0.95, 0.93, 0.1)
    assert likeness.score == round(0.95 * 0.93 + 0.1, 4)
    assert likeness.reason == "surname spelt otherwise, a form of the first name"


NAMES = st.one_of(
    st.text(max_size=40), st.lists(st.text(alphabet="abAB.-' é金Жم", max_size=6), max_size=5).map(" ".join)
)


@given(one=NAMES, other=NAMES)
def test_any_text_is_a_name_and_the_verdict_is_the_same_both_ways(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert isinstance(a, PersonName)
    assert a.surname
    assert compare(a, b).same == compare(b, a).same
    assert 0 <= compare(a, b).score <= 1
    assert compare(a, a).same == (compare(a, a).score >= ENOUGH)


def test_a_name_without_end_is_cut() -> None:
    assert len(parse("Anna " * 200).text) <= 120
    assert len(parse("x" * 500).text) <= 120
