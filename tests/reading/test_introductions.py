"""Names told by the words beside them, and those that tell nothing."""

from collections.abc import Callable

import pytest

from communique.domain import Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> list[tuple[str, str]]:
    return [(m.span.text, m.type) for m in reading.mentions if m.form == "named"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Her counterpart, Mahamat Doungous, denied the charge.", "Mahamat Doungous", "person"),
        ("“The paper is only paper,” Foreign Minister Mahamat Doungous told a crowd.", "Mahamat Doungous", "person"),
        ("Norway’s foreign minister, Gábor Szentes, has argued that the bloc needs gas.", "Gábor Szentes", "person"),
        ("The prisoner’s mother, Odile, said that the family was afraid.", "Odile", "person"),
        ("Doungous, the foreign minister, had told a broadcaster so.", "Doungous", "person"),
        ("Berg lost, his son Nicolas Modera Guerra said in a video.", "Nicolas Modera Guerra", "person"),
        ("Trader Hassan Bakhit, who fled with five children, said he was afraid.", "Hassan Bakhit", "person"),
        ("Nurse Odalys Dumas and a driver were greeted by relatives.", "Odalys Dumas", "person"),
        ("The head of state, His Excellency Kodzo Obo, received a delegation.", "Kodzo Obo", "person"),
        ("Norway denies that it shelled Vestrabo on Monday.", "Vestrabo", "place"),
        ("The shelling of Vestrabo went on.", "Vestrabo", "place"),
        ("The rights group Sahel Watch said the deal was a pause.", "Sahel Watch", "org"),
        ("He was quoted by the daily Magyar Hang on Monday.", "Magyar Hang", "org"),
        ("The opposition party Nueva Costa said it would vote against it.", "Nueva Costa", "party"),
        ("She told the broadcaster France 24 that it had failed.", "France 24", "org"),
        ("A driver was stabbed in a brawl in Desaguadero on Thursday.", "Desaguadero", "place"),
        ("Hundreds of people protested in the Abkhaz capital Sukhumi on Thursday.", "Sukhumi", "place"),
        ("In December, gunmen shot dead a town mayor in Datu Piang.", "Datu Piang", "place"),
        ("Peru closed its crossing at Desaguadero. It was seen that Desaguadero was calm.", "Desaguadero", "place"),
    ],
)
def test_a_name_is_what_it_is_introduced_as(read: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(read(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("General Motors, the carmaker, said it would cut jobs.", "General Motors", "org"),
        ("Norland’s capital, Oslo, was quiet.", "Oslo", "place"),
        ("“She will win,” said former South Carolina Gov. Jim Hodges, an ally.", "Jim Hodges", "person"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(read: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(read(text))


def test_the_noun_for_a_body_right_before_its_name_is_no_other(read: Read) -> None:
    reading = read("The rights group Sahel Watch and the main opposition party said the deal was a pause.")
    speakers = [reading.mentions[i].span.text for i in reading.attributions[0].speakers]
    assert speakers == ["Sahel Watch", "the main opposition party"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trains stopped at Victoria Station on Monday.", "Victoria Station"),
        ("The drug company Gildane, a rival of Mercor, sued.", "Gildane"),
        ("It beats the next competitor, the Delta IV Strong, by far.", "Delta IV Strong"),
        ("The Dodd-Frank Wall Street reform bill was signed.", "Frank Wall Street"),
    ],
)
def test_what_is_called_after_somebody_or_described_as_a_body_is_no_person(read: Read, text: str, name: str) -> None:
    assert (name, "person") not in named(read(text))


def test_a_name_in_a_list_of_persons_is_found_once(read: Read) -> None:
    found = named(read("Ministers Gudrun Askildsen, Ommund Rastad, Tollak Breivold and Eyolf Sandmark signed it."))
    assert [name for name, _ in found] == ["Gudrun Askildsen", "Ommund Rastad", "Tollak Breivold", "Eyolf Sandmark"]


def test_a_people_that_is_spoken_to_is_no_body(read: Read) -> None:
    assert ("Norwegians", "org") not in named(read("Berg spoke at length, asking Norwegians to embrace the plan."))
