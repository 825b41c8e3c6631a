"""Whom offices, bodies and pronouns stand for, and who speaks where the sentence is parsed in another way."""

from collections.abc import Callable

import pytest

from communique.domain import Reading
from tests.reading.chains import chains, joined

Read = Callable[..., Reading]


def speakers(reading: Reading) -> list[list[str]]:
    return [[reading.mentions[i].span.text for i in a.speakers] for a in reading.attributions]


def test_a_body_is_found_again_by_the_last_noun_of_its_name(read: Read) -> None:
    reading = read("The Coastal Fisheries Agency closed the port on Monday.", "The agency said the catch had fallen.")
    assert joined(reading, "Coastal Fisheries Agency", "The agency")


def test_a_body_named_later_is_the_one_that_a_fuller_phrase_spoke_of(read: Read) -> None:
    reading = read(
        "The electoral commission declared Viktor Hansen the winner on Monday.",
        "The Independent Electoral Commission, known by its French initials CEI, said Hansen had won 53 percent.",
    )
    assert joined(reading, "The electoral commission", "Independent Electoral Commission")
    assert joined(reading, "Independent Electoral Commission", "CEI")


def test_a_court_told_of_without_its_name_is_no_other_court(read: Read) -> None:
    reading = read(
        "The Constitutional Court met on Monday.", "A court in Oslo jailed two men. The court in Oslo is old."
    )
    assert not joined(reading, "Constitutional Court", "The court in Oslo")


def test_the_head_of_state_is_the_president(read: Read) -> None:
    reading = read("President Viktor Hansen met the envoys on Monday.", "“We will wait,” the head of state told them.")
    assert joined(reading, "Viktor Hansen", "the head of state")


def test_a_courtesy_is_no_part_of_a_name_or_title(read: Read) -> None:
    reading = read("The President of the Republic, His Excellency Kosta Mbeva, received the envoys on Monday.")
    assert joined(reading, "The President of the Republic", "Kosta Mbeva")


def test_the_minister_in_a_quotation_is_not_the_one_who_speaks(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anna Berg called her Peruvian counterpart, Luis Prado, on Monday.",
        "“I told the minister that the crew are well,” Berg said.",
    )
    assert joined(reading, "Luis Prado", "the minister")


def test_she_in_a_quotation_is_the_woman_last_spoken_of(read: Read) -> None:
    reading = read(
        "Police held Anna Berg on Monday, and she was taken to her house.",
        "Berg’s lawyer, Viktor Hansen, came at noon. “She is calm,” Hansen said.",
    )
    assert joined(reading, "Anna Berg", "She")


def test_long_quotations_make_nobody_less_present(read: Read) -> None:
    reading = read(
        "Ingrid Lind spoke on Monday.",
        "“We are tired. We are cold. We are hungry. We want to go home. Nobody helps us,” she said.",
    )
    assert joined(reading, "Ingrid Lind", "she")


def test_she_is_rather_who_is_known_to_be_a_woman(read: Read) -> None:
    reading = read(
        "Troops closed the house of opposition leader Tovi Lamesu and the assembly declared President Kesu Adomi the "
        "winner of a vote that she says was stolen.",
        "Lamesu spoke on Monday. She said she would wait.",
    )
    assert joined(reading, "Tovi Lamesu", "she")
    assert not joined(reading, "Kesu Adomi", "she")


def test_ms_and_mr_tell_which_of_one_surname_is_meant(read: Read) -> None:
    reading = read(
        "President Viktor Lund won. Lund thanked voters. Anna Lund, his rival, said she would stay.",
        "Ms Lund did not leave.",
    )
    assert next(chain.count("Lund") for chain in chains(reading) if "Anna Lund" in chain) == 1
    assert chains(reading)[0].count("Lund") == 1


def test_the_bloc_is_the_body_of_several_states_last_named(read: Read) -> None:
    reading = read("The European Union met on Monday.", "The bloc said it would send food.")
    assert joined(reading, "The European Union", "The bloc")


def test_the_capital_is_that_of_the_state(read: Read) -> None:
    reading = read("Peru closed its border. Troops left Lima on Monday.", "Crowds filled the Peruvian capital.")
    assert joined(reading, "Lima", "the Peruvian capital")


def test_the_first_word_of_a_sentence_is_no_person(read: Read) -> None:
    reading = read("Turnout reached 71 percent, the president of the commission, Judge Viktor Hansen, recalled.")
    assert "Turnout" not in [mention.span.text for mention in reading.mentions]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The clinic has been open for years, but this week announced several new plans.", "The clinic"),
        ("Harbour police put at four the number of dead and accused the crew of negligence.", "Harbour police"),
    ],
)
def test_a_time_or_a_toll_does_not_speak(read: Read, text: str, speaker: str) -> None:
    said = speakers(read(text))
    assert [speaker] in said
    assert not any("week" in name or "number" in name for names in said for name in names)


def test_a_firm_named_beside_the_noun_for_its_role_speaks(read: Read) -> None:
    reading = read("The owner, Nordfisk Shipping, said that the crew were well.")
    assert speakers(reading) == [["Nordfisk Shipping"]]
    assert joined(reading, "The owner", "Nordfisk Shipping")


def test_a_body_named_behind_the_noun_for_it_is_no_person(read: Read) -> None:
    reading = read("The boat sank, the Peruvian coast guard, Guardamar, said. Guardamar searched the bay.")
    assert {m.type for m in reading.mentions if m.span.text == "Guardamar"} == {"org"}
