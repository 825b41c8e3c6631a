from pathlib import Path
from typing import get_args

import pytest

from communique.domain import ActorType
from communique.knowledge import KnowledgeError, actor_noun
from communique.knowledge.nouns import entry, is_listed
from communique.knowledge.tables import load_tsv

NEWS_WORDS = Path(__file__).resolve().parents[2] / "training" / "nouns" / "news_words.tsv"
ROWS = load_tsv("actor_nouns.tsv")


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "person"),
        ("lawmaker", "person"),
        ("counterpart", "person"),
        ("head of", "person"),
        ("senior figure", "person"),
        ("delegation", "group"),
        ("opposition", "group"),
        ("protest movement", "group"),
        ("government", "government"),
        ("regime", "government"),
        ("ministry", "office"),
        ("police", "office"),
        ("army", "org"),
        ("forces", "org"),
        ("think tank", "org"),
        ("party", "party"),
        ("country", "state"),
        ("region", "place"),
        ("treaty", "agreement"),
        ("referendum", "election"),
        ("report", "document"),
    ],
)
def test_a_noun_stands_for_the_kind_of_actor_that_the_news_means_by_it(noun: str, kind: ActorType) -> None:
    assert actor_noun(noun) == kind


@pytest.mark.parametrize("noun", ["table", "war", "meeting", "force", "head", "figure", "someone", "", "no such noun"])
def test_other_nouns_stand_for_no_actor(noun: str) -> None:
    assert actor_noun(noun) is None


def test_letter_case_does_not_matter() -> None:
    assert actor_noun("Minister") == actor_noun("MINISTER") == "person"


def test_a_compound_can_be_known_to_be_no_actor_though_its_head_is() -> None:
    assert actor_noun("dinner party") is None
    assert is_listed("dinner party")
    assert not is_listed("ruling party")


def test_every_row_is_well_formed_and_every_noun_there_once() -> None:
    entries = [entry(row) for row in ROWS]
    assert len({noun for noun, _ in entries}) == len(entries)
    assert {kind for _, kind in entries} == {*get_args(ActorType), None} - {"vehicle"}  # those have names only


def test_what_was_decided_by_hand_goes_before() -> None:
    table = {row["noun"]: row["type"] for row in ROWS}
    for line in NEWS_WORDS.read_text("utf-8").splitlines():
        kind, words = line.split("\t")
        assert {table.get(word, "-") for word in words.split(", ")} == {kind}


@pytest.mark.parametrize(
    "row",
    [
        {"noun": "envoy", "type": "human"},
        {"noun": "envoy", "type": ""},
        {"noun": "", "type": "person"},
        {"noun": "Envoy", "type": "person"},
        {"noun": "envoy ", "type": "person"},
    ],
)
def test_a_row_that_breaks_its_form_is_an_error(row: dict[str, str]) -> None:
    with pytest.raises(KnowledgeError, match=r"actor_nouns\.tsv"):
        entry(row)
