from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from communique import knowledge
from communique.knowledge.tables import KnowledgeError, build, by_name, load_yaml
from communique.knowledge.wordings import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    name: str
    aliases: tuple[str, ...] = ()


def test_every_table_is_read() -> None:
    assert len(knowledge.countries()) == 197
    assert len({c.alpha3 for c in knowledge.countries()}) == 197
    assert all(len(c.alpha3) == 3 and c.alpha3.isupper() and c.capital and c.adjectives for c in knowledge.countries())
    assert {"GBR", "XKX", "TWN", "PSE", "VAT"} <= {c.alpha3 for c in knowledge.countries()}
    assert knowledge.organisations()[0].name == "European Union"
    assert knowledge.outlets()
    assert knowledge.agencies()
    assert knowledge.wordings()
    assert {o.country for o in knowledge.outlets()} - {"HKG"} <= {c.alpha3 for c in knowledge.countries()}


@pytest.mark.parametrize("path", sorted(Path(knowledge.__file__).parent.glob("*.yaml")), ids=lambda path: path.name)
def test_a_table_says_the_same_to_the_reader_of_yaml_that_is_written_in_python(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == load_yaml(path.name)


def test_outlets_and_agencies_are_found_by_their_names() -> None:
    assert (bbc := knowledge.outlet_named("the bbc"))
    assert bbc.name == "BBC"
    assert knowledge.outlet_at("https://edition.cnn.com/a?b=c") is knowledge.outlet_named("CNN")
    assert knowledge.outlet_named("www.bbc.co.uk") is bbc
    assert knowledge.outlet_named("someone wrote to a@yahoo.com") is None
    assert knowledge.outlet_at("http://[broken") is None
    assert (ap := knowledge.agency_named("The Associated Press"))
    assert ap.name == "AP"


def test_lines_of_pages_are_known_whatever_stands_around_them() -> None:
    assert knowledge.page_line("  •  Share ") == "share"
    assert knowledge.page_line("Related:") == "related-heading"
    assert knowledge.page_line("Shares fell on Monday") is None


def test_places_and_languages_have_names() -> None:
    assert knowledge.place_name("PORT-AU-PRINCE") == "Port-au-Prince"
    assert knowledge.place_name("Nowhere") is None
    assert knowledge.language_name("zh") == "Chinese"
    assert knowledge.language_name("xx") == "xx"


@pytest.mark.parametrize(
    "row",
    [{"name": "A", "colour": "red"}, {"aliases": ["B"]}, {"name": ["A"]}, {"name": "A", "aliases": "B"}, {"name": ""}],
)
def test_an_entry_that_breaks_its_form_is_an_error(row: dict[str, object]) -> None:
    with pytest.raises(KnowledgeError, match=r"t\.yaml"):
        build(Entry, row, "t.yaml")


def test_a_name_that_two_entries_claim_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="names two entries"):
        by_name([Entry(name="A"), Entry(name="B", aliases=("a",))], lambda e: (e.name, *e.aliases), "t.yaml")


@pytest.mark.parametrize("change", [{"label": "nonsense"}, {"words": "3"}, {"patterns": ["("]}, {"colour": "red"}])
def test_a_wording_that_breaks_its_form_is_an_error(change: dict[str, object]) -> None:
    row = {"label": "share", "reason": "r", "words": 3, "patterns": ["a"]} | change
    with pytest.raises(KnowledgeError, match=r"wordings\.yaml"):
        wording(row)
