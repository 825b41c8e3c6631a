"""Whom a pronoun stands for."""

from collections.abc import Callable

from communique.domain import Reading
from tests.reading.chains import chains, joined

Read = Callable[..., Reading]


def test_she_is_the_woman_and_he_the_man(read: Read) -> None:
    reading = read("Actress Anna Berg met her brother, Viktor Hansen, on Monday. She spoke and he listened.")
    assert joined(reading, "Anna Berg", "She")
    assert not joined(reading, "Anna Berg", "he")


def test_a_possessive_before_its_subject_is_the_subject_s(read: Read) -> None:
    reading = read("Actress Ingrid Lind spoke on Monday. Taking her seat, Anna Berg said no.")
    assert joined(reading, "Anna Berg", "her")


def test_he_may_be_somebody_without_a_name(read: Read) -> None:
    reading = read("Viktor Hansen resigned on Monday. A spokesman confirmed this. He gave no reason.")
    assert joined(reading, "A spokesman", "He")
    assert not joined(reading, "Viktor Hansen", "He")


def test_he_is_not_whom_he_speaks_of(read: Read) -> None:
    reading = read("Viktor Hansen met the press on Monday. Erik Lind, he said, would resign.")
    assert not joined(reading, "Erik Lind", "he")


def test_they_are_those_who_were_joined(read: Read) -> None:
    reading = read("Viktor Hansen and Anna Berg met on Monday. They said the talks had failed.")
    assert joined(reading, "Viktor Hansen", "They")
    assert joined(reading, "Anna Berg", "They")


def test_they_are_not_one_person(read: Read) -> None:
    reading = read("Viktor Hansen spoke on Monday. They said the talks had failed.")
    assert not any("They" in chain for chain in chains(reading))


def test_it_is_a_mention_only_where_it_is_an_actor(read: Read) -> None:
    reading = read("Norway said it would sign. It was clear that it rained.")
    assert [text for chain in chains(reading) for text in chain if text.lower() == "it"] == ["it"]
    assert joined(reading, "Norway", "it")


def test_its_is_not_another_thing_s(read: Read) -> None:
    reading = read("Norway bought a ship. The ship lost its mast.")
    assert not any("its" in chain for chain in chains(reading))


def test_i_is_who_says_it(read: Read) -> None:
    reading = read("Viktor Hansen met Anna Berg on Monday. “I will not sign,” Berg said.")
    assert joined(reading, "Berg", "I")
    assert not joined(reading, "Viktor Hansen", "I")


def test_we_is_not_one_person_alone(read: Read) -> None:
    reading = read("Viktor Hansen met Anna Berg on Monday. “We will not sign,” Berg said.")
    assert not any("We" in chain for chain in chains(reading))


def test_who_speaks_to_somebody_and_urges_him_urges_that_one(read: Read) -> None:
    reading = read(
        "An army spokesman denied it. Erik Lind spoke to Viktor Hansen by telephone and urged him to resign."
    )
    assert joined(reading, "Viktor Hansen", "him")


def test_who_is_called_in_to_be_handed_something_is_handed_it(read: Read) -> None:
    reading = read(
        "Peter Holm agreed. France summoned the Italian envoy, Marco Neri, on Monday to hand him a note of protest."
    )
    assert joined(reading, "Marco Neri", "him")


def test_its_in_front_of_the_subject_of_a_report_is_who_reports(read: Read) -> None:
    reading = read("The ship was seized by Peru on Monday. Chile said its consul had been allowed to see the crew.")
    assert joined(reading, "Chile", "its")


def test_he_in_a_quotation_is_whom_the_speaker_was_told_with(read: Read) -> None:
    courts = "Viktor Hansen said the case was a matter for the courts."
    words = "“They call us every Sunday,” Berg said. “He says the food is bad.”"
    reading = read(courts, "Anna Berg, whose brother is the first mate of the Dorado, said the crew was tired.", words)
    assert joined(reading, "whose brother", "He")
    assert not joined(reading, "Viktor Hansen", "He")
    reading = read(courts, "Anna Berg, a member of parliament, said the crew was tired.", words)
    assert joined(reading, "Viktor Hansen", "He")


def test_he_is_whose_verb_was_taken_for_a_participle(read: Read) -> None:
    reading = read(
        "Viktor Lund spoke to reporters. Norland's prime minister, Erik Hansen, who is hosting the talks, offered to"
        " mediate. “Both are friends,” he said."
    )
    assert joined(reading, "Erik Hansen", "he")
