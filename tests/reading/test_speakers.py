from collections.abc import Callable

from communique.domain import Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> list[list[str]]:
    """For each attribution the names of its speakers, pronouns followed to the name they stand for."""

    def name(index: int) -> str:
        chain = next(c for c in reading.chains if index in c)
        return reading.mentions[chain[0]].span.text

    return [[name(index) for index in attribution.speakers] for attribution in reading.attributions]


def test_a_name_with_its_title_is_the_person(read: Read) -> None:
    assert named(read("Norwegian Foreign Minister Anna Berg said that the talks had failed.")) == [["Anna Berg"]]


def test_he_is_the_person_who_was_last_the_subject(read: Read) -> None:
    reading = read("Viktor Hansen met Anna Berg in Oslo on Monday.", "“We will not leave the table,” he said.")
    assert named(reading) == [["Viktor Hansen"]]


def test_a_surname_is_the_person_named_in_full_before(read: Read) -> None:
    reading = read("Viktor Hansen arrived in Oslo on Monday.", "Hansen said that the talks had failed.")
    assert named(reading) == [["Viktor Hansen"]]


def test_two_who_speak_together_are_two_speakers(read: Read) -> None:
    assert named(read("Viktor Hansen and Anna Berg said that the talks had failed.")) == [
        ["Viktor Hansen", "Anna Berg"]
    ]


def test_a_spokesman_is_not_the_one_he_speaks_for(read: Read) -> None:
    assert named(read("A spokesman for Viktor Hansen said that the talks had failed.")) == [[]]
