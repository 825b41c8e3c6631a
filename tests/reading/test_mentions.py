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
