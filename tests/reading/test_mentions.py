from collections.abc import Callable

from communique.domain import Reading

Read = Callable[..., Reading]


def shown(reading: Reading) -> list[tuple[str, str, str]]:
    return [(m.span.text, m.type, m.form) for m in reading.mentions]


def test_a_state_is_named_by_its_name_and_its_adjective(read: Read) -> None:
    assert shown(read("A storm from Norway sank a Russian ship near Oslo.")) == [
        ("Norway", "state", "named"),
        ("Russian", "state", "adjectival"),
        ("Oslo", "place", "named"),
    ]


def test_a_possessive_ending_is_not_part_of_the_name(read: Read) -> None:
    assert ("Anna Berg", "person", "named") in shown(read("Anna Berg’s plane landed in Oslo."))


def test_a_surname_is_found_wherever_the_full_name_stands(read: Read) -> None:
    reading = read("Viktor Hansen arrived in Oslo.", "Hansen, however, did not stay long.", "The crowd cheered Hansen.")
    assert [text for text, kind, _ in shown(reading) if kind == "person"] == ["Viktor Hansen", "Hansen", "Hansen"]


def test_a_head_of_state_needs_no_first_name(read: Read) -> None:
    reading = read("Trump on Sunday pressured the island. Macron called him at noon.")
    assert [text for text, _, form in shown(reading) if form == "named"] == ["Trump", "Macron"]
    assert {kind for _, kind, form in shown(reading) if form == "named"} == {"person"}


def test_a_surname_that_is_a_word_is_not_taken_for_a_leader(read: Read) -> None:
    assert [text for text, kind, _ in shown(read("May begins with a holiday.")) if kind == "person"] == []


def test_a_first_name_is_a_mention_of_whom_it_alone_can_mean(read: Read) -> None:
    reading = read(
        "Foreign Minister Tewolde Hagos arrived in Oslo.",
        "Tewolde was guarded. He would not promise to Tewolde's hosts.",
    )
    assert [text for text, kind, _ in shown(reading) if kind == "person"] == [
        "Tewolde Hagos",
        "Tewolde",
        "He",
        "Tewolde",
    ]


def test_a_first_name_that_is_a_place_s_or_another_s_is_not_taken_for_the_person(read: Read) -> None:
    reading = read("Minister Paris Lund met Viktor Hansen and Viktor Berg.", "Paris agreed. Viktor did not.")
    named = [text for text, kind, form in shown(reading) if kind == "person" and form == "named"]
    assert "Paris" not in named


def test_the_first_word_of_a_company_s_name_is_not_a_person(read: Read) -> None:
    reading = read("Tidewater Martin built the trawler in Oslo.", "Shares of Tidewater rose.")
    assert ("Tidewater", "person", "named") not in shown(reading)


def test_a_shoal_is_a_place_by_its_first_word_too(read: Read) -> None:
    reading = read("Two ships collided near Runa Shoal on Monday.", "Oslo says that the deal does not cover Runa.")
    assert ("Runa Shoal", "place", "named") in shown(reading)
    assert ("Runa", "place", "named") in shown(reading)


def test_somebody_joined_with_a_body_is_no_part_of_its_name(read: Read) -> None:
    reading = read(
        "Senator Viktor Moss left early.",
        "Moss and Harbour Committee Chairman Luis Rojas sent a letter to the bank.",
        "The Food and Harbour Committee was not told.",
    )
    named = {(m.span.text, m.type) for m in reading.mentions}
    assert {("Moss", "person"), ("Harbour Committee", "org"), ("Food and Harbour Committee", "org")} <= {
        (text.removeprefix("The "), kind) for text, kind in named
    }
    assert not any(text.startswith("Moss and") for text, _ in named)
