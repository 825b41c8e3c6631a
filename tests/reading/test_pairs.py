"""Two at once, and offices told before the names: pairs and cataphora."""

from collections.abc import Callable

import pytest

from communique.domain import Reading
from tests.reading.chains import joined

Read = Callable[..., Reading]


def test_the_two_ministers_are_those_who_hold_the_office(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anna Berg and Peruvian Foreign Minister Luis Rojas were received by President "
        "Viktor Lund. Lund praised them, and Lund said that he would see Berg again.",
        "The two ministers smiled.",
    )
    assert joined(reading, "Anna Berg", "The two ministers")
    assert joined(reading, "Luis Rojas", "The two ministers")
    assert not joined(reading, "Viktor Lund", "The two ministers")


def test_a_counterpart_holds_the_same_office(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anna Berg received her Peruvian counterpart, Luis Rojas, for an hour.",
        "President Viktor Lund looked on. Lund had invited them. Lund was pleased. Lund left early.",
        "The two ministers are to meet again.",
    )
    assert joined(reading, "Luis Rojas", "The two ministers")
    assert not joined(reading, "Viktor Lund", "The two ministers")


def test_two_governments_are_two_states(read: Read) -> None:
    reading = read("Norway and Peru quarrel over cod.", "The mediator urged both governments to wait.")
    assert joined(reading, "Norway", "both governments")
    assert joined(reading, "Peru", "both governments")


def test_each_side_is_both_sides(read: Read) -> None:
    reading = read("Norway and Peru quarrel over cod.", "Each side has blamed the other for the losses.")
    assert joined(reading, "Norway", "Each side")
    assert joined(reading, "Peru", "Each side")


def test_they_are_the_two_that_the_sentence_before_is_about(read: Read) -> None:
    reading = read("Norway and Peru fought a war over cod in 1998.", "They signed a treaty in 2001.")
    assert joined(reading, "Norway", "They")
    assert joined(reading, "Peru", "They")


def test_a_list_is_all_of_them_and_the_phrase_before_it(read: Read) -> None:
    reading = read(
        "The three, engineer Pavel Lund, journalist Jana Berg and nurse Tomas Horn, were arrested in May. "
        "They denied the charges.",
        "Two Peruvian envoys, Luis Rojas and Juan Soto, were freed.",
    )
    assert all(joined(reading, name, "They") for name in ("Pavel Lund", "Jana Berg", "Tomas Horn"))
    assert all(joined(reading, name, "Two Peruvian envoys") for name in ("Luis Rojas", "Juan Soto"))
    told = {reading.mentions[d.mention].span.text for d in reading.descriptions if d.country == "PER"}
    assert {"Luis Rojas", "Juan Soto"} <= told


def test_his_country_is_that_of_whose_it_is(read: Read) -> None:
    reading = read("Peru's foreign minister said that his country would close its ports to Norway.")
    assert joined(reading, "Peru", "his country")


def test_an_office_in_the_lead_is_whose_it_is_below(read: Read) -> None:
    reading = read(
        "The foreign ministers of Norway and Peru met in Oslo on Monday.",
        "Norwegian Foreign Minister Anna Berg greeted her guest, Peruvian Foreign Minister Luis Rojas, at the harbour.",
    )
    assert joined(reading, "Anna Berg", "The foreign ministers of Norway and Peru")
    assert joined(reading, "Luis Rojas", "The foreign ministers of Norway and Peru")


def test_a_surname_of_a_leader_of_old_is_who_is_introduced_here(read: Read) -> None:
    reading = read("U.S. envoy Karen Mills spoke in Oslo.", "Mills left. The Ghanaian envoy stayed.")
    assert not joined(reading, "Karen Mills", "The Ghanaian envoy")  # John Atta Mills was president of Ghana


def test_the_two_countries_are_those_that_the_article_is_of(read: Read) -> None:
    reading = read(
        "Norway and Peru quarrel over cod. Norway sent a ship. Peru sent two.",
        "Peru accused Norway of theft, and Japan and Australia criticized Peru.",
        "In July the two governments agreed on rules.",
    )
    assert joined(reading, "Norway", "the two governments")
    assert joined(reading, "Peru", "the two governments")
    assert not joined(reading, "Japan", "the two governments")


def test_families_are_of_those_who_were_named(read: Read) -> None:
    reading = read(
        "Anna Berg and Luis Rojas were arrested in May. Prosecutors accused them of theft.",
        "Their families called on the court to free them.",
    )
    assert joined(reading, "Anna Berg", "Their")
    assert not joined(reading, "Prosecutors", "Their")


def test_a_body_is_found_again_by_the_noun_before_its_name(read: Read) -> None:
    reading = read(
        "Anna Berg worked for the charity Nordhjelp in Oslo. She was arrested on Monday. She is ill. She is weak.",
        "Her lawyer spoke to a judge. The judge listened.",
        "The charity said that it would leave.",
    )
    assert joined(reading, "Nordhjelp", "The charity")


def test_the_remaining_two_are_others(read: Read) -> None:
    reading = read(
        "Anna Berg and Luis Rojas ran for mayor of Brenna.",
        "The remaining two candidates withdrew on Monday.",
    )
    assert not joined(reading, "Anna Berg", "The remaining two candidates")
    assert not joined(reading, "Luis Rojas", "The remaining two candidates")


@pytest.mark.parametrize(
    ("paragraphs", "phrase", "both", "other"),
    [
        (
            (  # named together
                "Anna Berg and Luis Rojas were flown to Oslo. The minister, Viktor Lund, met the plane.",
                "Lund was pleased, and Lund thanked the president, Karl Holm. Holm smiled.",
                "Holm said that the two had been pardoned.",
            ),
            "the two",
            ("Anna Berg", "Luis Rojas"),
            "Viktor Lund",
        ),
        (
            (  # told of in the sentence before
                "Major Anna Berg was handed over at noon. Her boat had strayed, officials said. She had left it.",
                "Luis Rojas of Peru met his Ghanaian counterpart, Kofi Mensa, on Tuesday. The two will meet in Accra.",
            ),
            "The two",
            ("Luis Rojas", "Kofi Mensa"),
            "Anna Berg",
        ),
        (
            (  # there rather than as a pair farther back
                "President Luis Rojas met with Kofi Mensa and Yaw Addo, who returned to Ghana on Monday, aides said.",
                "Rojas thanked Sultan Omar Farid for his mediation. The two leaders spoke by telephone on Wednesday.",
            ),
            "The two leaders",
            ("Luis Rojas", "Omar Farid"),
            "Yaw Addo",
        ),
    ],
)
def test_who_the_two_are(
    read: Read, paragraphs: tuple[str, ...], phrase: str, both: tuple[str, str], other: str
) -> None:
    reading = read(*paragraphs)
    assert all(joined(reading, name, phrase) for name in both)
    assert not joined(reading, other, phrase)


def test_two_lawmakers_are_none_who_are_told_to_be_something_else(read: Read) -> None:
    reading = read(
        "Senator Ann Lee and Senator Luis Rojas wrote to the bank.",
        "Bank Director Viktor Lund told President Olga Berg that he had no time.",
        "The two lawmakers said they were disappointed. The two said they would ask again.",
    )
    for phrase in ("The two lawmakers", "The two"):
        assert joined(reading, "Ann Lee", phrase)
        assert joined(reading, "Luis Rojas", phrase)
        assert not joined(reading, "Viktor Lund", phrase)
