import pytest

from communique.knowledge import KnowledgeError, events
from communique.knowledge.events import ROOTS, EventKind, by_head, checked
from communique.knowledge.tables import load_yaml


def test_every_word_of_the_tables_is_read() -> None:
    words = [word for kind in events.kinds() for word in (*kind.verbs, *kind.nouns)]
    assert len(words) > 900
    assert {kind.type for kind in events.kinds()} - {""} == ROOTS
    assert events.verbs_named("accuse")[0].kind.type == "ACCUSE"
    assert {naming.kind.kind for naming in events.nouns_named("conference")} == {"summit", "press conference"}
    assert events.governed_status("call off") == "cancelled"
    assert events.marked_status("allegedly") == "alleged"
    assert events.governed_status("table") is None
    assert "hold" in events.words("carriers")


def test_what_is_compared_with_lemmas_is_in_small_letters() -> None:
    lists = [words for words in load_yaml("event_words.yaml").values() if isinstance(words, list)]
    assert len(lists) > 10
    assert [word for words in lists for word in words if word != word.lower()] == []


@pytest.mark.parametrize("noun", ["bus", "airbus", "trawler"])
def test_ships_and_makes_of_aircraft_are_things_that_crash(noun: str) -> None:
    assert events.is_thing(noun)
    assert not events.is_thing("price")


def test_longer_names_come_first() -> None:
    found = [(*naming.beside, naming.behind) for naming in events.verbs_named("withdraw")]
    assert found == sorted(found, key=len, reverse=True)


@pytest.mark.parametrize(
    "kind",
    [
        EventKind(kind="visit", type="VISIT", verbs=("visit",)),
        EventKind(kind="visit", needs="luck", verbs=("visit",)),
        EventKind(kind="visit"),
    ],
)
def test_an_entry_of_another_form_is_an_error(kind: EventKind) -> None:
    with pytest.raises(KnowledgeError):
        checked(kind)


def test_no_word_names_two_kinds() -> None:
    with pytest.raises(KnowledgeError, match="two kinds"):
        by_head([("visit", EventKind(kind="a", verbs=("visit",))), ("visit", EventKind(kind="b", verbs=("visit",)))])
