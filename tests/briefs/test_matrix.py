"""The matrix of a brief: who is in it, what is folded, and that nothing is shown without its words."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from communique.briefs import Brief, compose
from communique.briefs.matrix import COLUMNS, ROWS, Stand
from communique.briefs.render import RENDERERS, Screen, stands
from communique.domain import Issue, Position, Record, Stance
from communique.stories.checks import positions, relations
from tests.stories.piles import CAST, Said, Who, pile, said

FORMS = sorted(RENDERERS)


def issue(name: str) -> Issue:
    return Issue(id=f"issue-{name}", label=f"The {name}", description=f"Whose the {name} is.", found="taxonomy")


def checked(*lines: Said, cast: dict[str, Who] | None = None) -> Record:
    names = sorted({name for line in lines for name in line.issues})
    record = replace(pile(*lines, cast=cast or CAST), issues=tuple(issue(name[6:]) for name in names))
    return relations.check(positions.check(record, {}), {})


@pytest.fixture(scope="module")
def record() -> Record:
    reef = ("issue-reef",)
    return checked(
        said("Ida Berg", "criticised", "the Peruvian blockade", issues=reef),
        said("Juan Paz", "retorted", "that fish know no flags", issues=reef),
        said("Juan Paz", "welcomed", "the reef | fund", issues=reef, article=1),
        said("Max Horn", "said", "that he had met Juan Paz", issues=reef, article=1),
    )


def test_the_matrix_has_a_state_before_those_who_speak_for_it(record: Record) -> None:
    matrix = compose(record).matrix
    assert [row.name for row in matrix.rows] == ["Norway", "Ida Berg", "Peru", "Juan Paz"]
    assert matrix.rows[0].cells[0].stands[0].through == ("Ida Berg",)
    assert matrix.rows[1].cells[0].stands[0].through == ()


def test_relations_of_persons_stand_under_their_states(record: Record) -> None:
    bonds = compose(record).matrix.bonds
    assert [(bond.names, bond.relation) for bond in bonds] == [(("Norway", "Peru"), "disagree")]


def test_what_does_not_stand_in_its_source_is_not_shown(record: Record) -> None:
    forged = replace(record.documents[0], text="x" * len(record.documents[0].text))
    matrix = compose(replace(record, documents=(forged, *record.documents[1:]))).matrix
    assert [row.name for row in matrix.rows] == ["Peru", "Juan Paz"]
    assert matrix.bonds == ()


def test_a_stance_toward_words_that_nobody_said_is_not_shown(record: Record) -> None:
    first, *rest = record.positions
    assert isinstance(first, Position)
    forged = replace(record, positions=(replace(first, toward="a war nobody named"), *rest))
    assert first.actor not in {row.actor for row in compose(forged).matrix.rows}


def test_three_hundred_actors_are_folded() -> None:
    names = [f"Person {number}" for number in range(300)]
    lines = [said(name, "condemned", f"the raid {n}", issues=(f"issue-{n % 20}",)) for n, name in enumerate(names)]
    crowd = checked(*lines, cast=dict.fromkeys(names, Who()))
    composed = compose(crowd)
    assert len(composed.matrix.rows) <= ROWS
    assert len(composed.matrix.columns) == COLUMNS
    shown = {row.name for row in (*composed.matrix.rows, *composed.matrix.others)}
    assert shown == set(names)
    assert f"{300 - len(composed.matrix.rows)} more actors" in RENDERERS["html"](composed, crowd)


@pytest.mark.parametrize("form", FORMS)
def test_one_actor_is_shown_and_nobody_is_said_to_agree(form: str) -> None:
    alone = checked(said("Max Horn", "condemned", "the raid", issues=("issue-reef",)))
    text = RENDERERS[form](compose(alone), alone)
    assert "Max Horn" in text
    assert "disagree on" not in text


@pytest.mark.parametrize("form", [form for form in FORMS if form != "json"])
def test_no_statements_are_said_to_tell_nothing(form: str) -> None:
    assert stands.NOBODY in RENDERERS[form](compose(Record()), Record())


class Cells(HTMLParser):
    """What a screen reader hears of the tables: header cells with their scope, links, and ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scopes: list[str | None] = []
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "th":
            self.scopes.append(given.get("scope"))
        if tag == "a" and (link := given.get("href")):
            self.links.add(link)
        if found := given.get("id"):
            self.ids.append(found)


def test_the_page_s_tables_have_headers_and_their_links_lead_somewhere(record: Record) -> None:
    cells = Cells(RENDERERS["html"](compose(record), record))
    assert set(cells.scopes) == {"row", "col"}
    assert len(cells.ids) == len(set(cells.ids))
    assert {link[1:] for link in cells.links if link.startswith("#")} <= set(cells.ids)


def test_stances_are_told_in_words_beside_their_signs(record: Record) -> None:
    text = RENDERERS["html"](compose(record), record)
    told = re.findall(r'<span aria-hidden="true">(.)</span> (\w+)', text)
    assert set(told) == {("−", "opposes"), ("+", "supports")}


def test_markdown_keeps_its_columns(record: Record) -> None:
    composed: Brief = compose(record)
    lines = [line for line in RENDERERS["markdown"](composed, record).splitlines() if line.startswith("|")]
    columns = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
    assert columns == {len(composed.matrix.columns) + 2}


def test_the_terminal_shows_signs_and_words(record: Record) -> None:
    text = stands.render(compose(record), record, Screen(width=100))
    assert "− opposes" in text
    assert "Norway and Peru disagree on The reef" in text


def test_a_change_of_position_is_flagged_with_both_sides_in_every_form() -> None:
    reef = ("issue-reef",)
    record = checked(
        said("Max Horn", "opposed", "the reef fund", on="2031-03-01", issues=reef),
        said("Max Horn", "supported", "the reef fund", on="2031-03-09", issues=reef, article=1),
    )
    brief = compose(record)
    (cell,) = brief.matrix.rows[0].cells
    (shift,) = cell.shifts
    assert (shift.first.stance, shift.then.stance, shift.own) == ("opposes", "supports", True)
    words = "first opposes (1 March 2031), then supports (9 March 2031)"
    assert stands.shift(shift) == words
    shown = stands.render(brief, record, Screen(width=200))
    assert words in shown
    assert stands.CHANGE_SIGN in shown
    assert words in RENDERERS["markdown"](brief, record)
    assert words in RENDERERS["html"](brief, record)
    assert "changed" not in stands.render(
        compose(checked(said("Max Horn", "opposed", "the fund", issues=reef))), record, Screen()
    )


def test_a_stance_toward_what_one_does_oneself_has_a_verb_of_its_own() -> None:
    def told(stance: Stance, toward: str) -> str:
        return stands.told_as(Stand(stance=stance, toward=toward))

    assert told("supports", "to sign") == "agrees"
    assert told("rejects", "to sign") == "refuses"
    assert told("seeks", "to sign") == "seeks"
    assert told("seeks", "we end it") == "seeks:"
    assert told("rejects", "the pact") == "rejects"
