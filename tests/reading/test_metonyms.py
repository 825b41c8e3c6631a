"""Seats of government that act for their states, and the same names as places."""

from collections.abc import Callable

import pytest

from communique.domain import Reading

Read = Callable[..., Reading]


def metonyms(reading: Reading, name: str) -> list[bool]:
    return [m.metonym for m in reading.mentions if m.span.text == name]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo accused the rebels of breaking the truce.",
        "Oslo imposed new tariffs on Monday.",
        "Anna Berg accused Oslo of breaking the truce.",
        "The rebels were armed by Oslo for years.",
        "Viktor Hansen praised Oslo's stance on the war.",
        "The rebels have strained ties with Oslo since May.",
        "Relations between Oslo and Lisbon have soured.",
        "New sanctions against Oslo begin in May.",
        "The envoy carried a message to Oslo on Monday.",
        "The rebels remain loyal to Oslo.",
        "Oslo is ready to sign the treaty.",
        "Lisbon and Oslo broke off ties on Monday.",
        "The rebels signed a deal with Lisbon and Oslo.",
        "Lisbon has stopped the flow of oil and money to Oslo.",
        "Anna Berg spoke of arms shipments to Oslo.",
    ],
)
def test_a_capital_that_acts_or_is_acted_on_is_its_state(read: Read, text: str) -> None:
    reading = read(text)
    assert metonyms(reading, "Oslo") == [True]
    assert [m.type for m in reading.mentions if m.span.text == "Oslo"] == ["state"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg spoke in Oslo on Monday.",
        "The plane flew from Oslo to Lisbon.",
        "The minister arrived in Oslo for talks.",
        "Anna Berg visited Oslo in May.",
        "Oslo is the largest city of Norway.",
        "The streets of Oslo were empty.",
        "Oslo's airport was closed on Monday.",
        "A road connects Oslo with Bergen.",
        "Thousands marched through Oslo on Monday.",
        "The embassy near Oslo stayed shut.",
        "Snow has stopped the flow of tourists to Oslo.",
        "A strike has delayed parcel deliveries to Oslo.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(read: Read, text: str) -> None:
    assert metonyms(read(text), "Oslo") == [False]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Brussels offered to lift the sanctions if Chad freed the prisoners.", "org"),
        ("The EU and Belgium agreed. Brussels offered to lift the sanctions.", "org"),
        ("Belgian police held two envoys. Chad accused Brussels of piracy.", "state"),
    ],
)
def test_brussels_is_the_union_unless_the_article_names_belgium_alone(read: Read, text: str, kind: str) -> None:
    reading = read(text)
    assert [m.type for m in reading.mentions if m.metonym] == [kind]


def test_a_palace_acts_unless_something_is_put_there(read: Read) -> None:
    assert metonyms(read("The Kremlin has no plans to sign."), "Kremlin") == [True]
    assert metonyms(read("Anna Berg spoke inside the Kremlin on Monday."), "Kremlin") == [False]


def test_a_person_with_a_capital_s_name_stays_a_person(read: Read) -> None:
    reading = read("Harald Oslo accused the rebels of treason.")
    assert not any(m.metonym for m in reading.mentions)


def test_a_capital_taken_for_a_person_is_its_state_where_the_article_tells_of_that_state(read: Read) -> None:
    reading = read(
        "MONTEVIDEO - Bolivia and Paraguay opened talks on Tuesday, the first contact between the two governments "
        "since Asunción recalled its ambassador."
    )
    assert metonyms(reading, "Asunción") == [True]


def test_a_person_called_like_a_capital_remains_one(read: Read) -> None:
    reading = read("Peru won the race on Monday. Carmen Lima led from the start, and Lima thanked her coach in tears.")
    assert {m.type for m in reading.mentions if m.span.text.endswith("Lima")} == {"person"}
