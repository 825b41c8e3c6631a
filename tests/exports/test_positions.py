"""Positions as discourse network analysis has them: CSV and GraphML, read back by readers of our own."""

import csv
import json
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Issue, Record
from communique.exports.positions import COLUMNS, FORMS, graph, lines, table
from communique.stories.checks import positions, relations
from tests.stories.piles import pile, said

ISSUE = Issue(id="issue-x", label="The reef", description="Whose the reef is.", found="taxonomy")
NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def made(content: str = "the Peruvian blockade") -> Record:
    record = pile(
        said("Ida Berg", "criticised", content, issues=(ISSUE.id,)),
        said("Juan Paz", "welcomed", "the reef fund", issues=(ISSUE.id,), on="2031-03-05"),
    )
    return relations.check(positions.check(replace(record, issues=(ISSUE,)), {}), {})


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_row_has_person_organization_concept_and_agreement() -> None:
    found = rows(table(made()))
    assert [(r["person"], r["organization"], r["concept"], r["agreement"], r["stance"]) for r in found] == [
        ("Ida Berg", "Norway", "The reef", "0", "opposes"),
        ("Juan Paz", "Peru", "The reef", "1", "supports"),
    ]
    assert [row["time"] for row in found] == ["2031-03-01", "2031-03-05"]


def test_a_row_leads_to_its_words() -> None:
    record = made()
    text = record.documents[0].text
    assert [text[int(row["start"]) : int(row["stop"])] for row in rows(table(record))] == [
        "the Peruvian blockade",
        "the reef fund",
    ]


def test_the_columns_are_those_of_the_discourse_network_analyzer() -> None:
    theirs = "statement ID,time,document ID,document title,author,source,section,type,text"
    assert table(Record()).startswith(f"{theirs},person,organization,concept,agreement,")


def test_a_row_tells_of_a_change_of_position() -> None:
    lines = (("opposed", "2031-03-01"), ("supported", "2031-03-09T10:30Z"))
    record = pile(*(said("Max Horn", cue, "the fund", on=on, issues=(ISSUE.id,)) for cue, on in lines))
    found = rows(table(positions.check(replace(record, issues=(ISSUE,)), {})))
    assert {row["change"] for row in found} == {"first opposes (2031-03-01), then supports (2031-03-09)"}
    assert {row["time"] for row in found} == {"2031-03-01", "2031-03-09 10:30:00"}
    assert {row["change"] for row in rows(table(made()))} == {""}


def test_no_cell_is_a_formula() -> None:
    found = rows(table(made("=HYPERLINK(1)")))
    assert found[0]["text"].startswith("'=")
    assert found[0]["toward"].startswith("'=")


def test_the_network_has_an_edge_for_each_pair_and_issue() -> None:
    root = ET.fromstring(graph(made()))  # noqa: S314 - our own output
    nodes = {node.get("id") for node in root.iterfind(".//g:node", NAMESPACE)}
    edges = [
        {data.get("key", ""): data.text for data in edge} | {"pair": (edge.get("source"), edge.get("target"))}
        for edge in root.iterfind(".//g:edge", NAMESPACE)
    ]
    assert nodes == {"Ida Berg", "Juan Paz", "Norway", "Peru"}
    assert {edge["edge-relation"] for edge in edges} == {"disagree"}
    assert {edge["edge-sign"] for edge in edges} == {"-1"}
    assert ("Ida Berg", "Juan Paz") in {edge["pair"] for edge in edges}
    assert {edge["edge-issue"] for edge in edges} == {"The reef"}


def test_each_line_says_who_on_what_in_which_words() -> None:
    first, *_, last = map(json.loads, lines(made()).splitlines())
    assert first["position"]["names"] == ["Ida Berg"]
    assert first["position"]["words"] == [["the Peruvian blockade"]]
    assert last["relation"]["relation"] == "disagree"


def test_a_record_without_positions_is_written() -> None:
    assert table(Record()).split(",")[0] == COLUMNS[0]
    assert ET.fromstring(graph(Record())) is not None  # noqa: S314 - our own output
    assert lines(Record()) == ""


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_words_can_be_read_back(words: str) -> None:
    record = made(f"the {words} raid")
    assert len(rows(table(record))) == len(made().positions) - 2
    named = replace(record, actors=tuple(replace(actor, name=words) for actor in record.actors))
    ET.fromstring(graph(named))  # noqa: S314 - our own output
    assert all(render(named) is not None for render in FORMS.values())
