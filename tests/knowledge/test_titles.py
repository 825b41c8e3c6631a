import pytest

from communique.knowledge import countries, titles

CODES = {country.alpha3 for country in countries()}


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("president", "GOV"),
        ("Secretary of State", "GOV"),
        ("deputy defense minister", "MIL"),
        ("opposition leader", "OPP"),
        ("head of the opposition", "OPP"),
        ("rights groups", "NGO"),
        ("intelligence services", "SPY"),
        ("policemen", "COP"),
        ("retired general", "MIL"),
        ("judges", "JUD"),
        ("senators", "LEG"),
        ("news agency", "MED"),
        ("political analysts", "EDU"),
        ("oil executive", "BUS"),
        ("secretaries", "GOV"),
        ("families", "CVL"),
        ("refugees", "REF"),
        ("archbishop", "REL"),
        ("umbrella", None),
        ("", None),
    ],
)
def test_the_sector_of_a_title_or_noun_phrase(words: str, sector: str | None) -> None:
    assert titles.sector_of_phrase(words) == sector


def test_every_state_has_its_institutions_and_some_offices_need_no_state() -> None:
    military = titles.institution_called("armed forces")
    assert military is not None
    assert (military.name, military.type, military.sector) == ("military", "org", "MIL")
    assert titles.institution_called("rights groups") is None
    assert titles.state_of_title("Secretary of State") == "USA"
    assert titles.state_of_title("former secretary of state") == "USA"
    assert titles.state_of_title("president") is None
    assert {titles.state_of_title(t) for t in ("pope", "taoiseach", "foreign secretary")} <= CODES


def test_nouns_tell_kinds_and_persons() -> None:
    assert titles.kind_of_noun("Prison") == "place"
    assert titles.kind_of_noun("party") == "party"
    assert titles.kind_of_noun("minister") is None
    assert titles.names_person("figurehead")
    assert titles.names_person("minister")
    assert not titles.names_person("ministry")
    assert titles.kin() < titles.belonging()


def test_posts_are_known_by_their_names_and_no_deputy_holds_them() -> None:
    assert titles.post_called("Secretary of State") == titles.post_called("top diplomat") == "foreign minister"
    assert titles.post_called("minister") is None
    assert titles.post_among(frozenset({"russian", "foreign", "minister"})) == "foreign minister"
    assert titles.post_among(frozenset({"deputy", "foreign", "minister"})) is None
    assert titles.counterparts("president", "prime minister")
    assert not titles.counterparts("president", "foreign minister")
