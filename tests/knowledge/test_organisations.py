from typing import get_args

import pytest

from communique.domain import ActorType
from communique.knowledge import countries, offices, organisation_named, organisations
from communique.knowledge.states import state_named
from communique.knowledge.titles import sector_of_phrase

CODES = {country.alpha3 for country in countries()}


def test_every_entry_is_of_a_known_kind_and_state() -> None:
    for entry in (*organisations(), *offices()):
        assert entry.type in get_args(ActorType), entry
        assert entry.country in {"", *CODES}, entry
        assert not entry.wikidata or entry.wikidata[1:].isdigit(), entry
        assert entry.sector or entry.type == "agreement", entry
    assert all(office.country for office in offices())


def test_the_bodies_that_world_news_names_are_there() -> None:
    assert len(organisations()) >= 150
    names = "UN NATO OSCE OPEC IMF WHO IAEA ICC ICJ G7 BRICS GCC CSTO SCO Hamas Hezbollah Taliban ICRC".split()
    found = {known.name for name in names if (known := organisation_named(name))}
    assert len(found) == 18


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the IAEA", "International Atomic Energy Agency"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("U.N.", "United Nations"),
        ("UN Security Council", "United Nations Security Council"),
        ("the state department", "State Department"),
        ("Hizbullah", "Hezbollah"),
        ("Médecins sans frontières", "Médecins Sans Frontières"),
        ("GOP", "Republican Party"),
    ],
)
def test_aliases_lead_to_one_entry(written: str, name: str) -> None:
    known = organisation_named(written)
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize(
    "written", ["", "the alliance", "the bloc", "Alba", "who", "Ice", "Union of Nowhere", "nation"]
)
def test_other_words_name_nothing(written: str) -> None:
    assert organisation_named(written) is None


def test_sectors_are_ones_that_titles_use_too() -> None:
    used = {entry.sector for entry in (*organisations(), *offices()) if entry.sector}
    assert used <= {"GOV", "MIL", "REB", "PTY", "COP", "JUD", "SPY", "LEG", "IGO", "NGO", "MED", "BUS", "CRM"}
    assert sector_of_phrase("deputy foreign minister") == "GOV"


@pytest.mark.parametrize(
    ("written", "state"), [("US", "USA"), ("us", None), ("U.S.", "USA"), ("car", None), ("iran", "IRN")]
)
def test_abbreviations_of_states_are_printed_in_capitals(written: str, state: str | None) -> None:
    named = state_named(written)
    assert (named.country.alpha3 if named else None) == state
