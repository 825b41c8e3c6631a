"""communique check: what agrees, what differs, and how the run ends."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Program = Callable[..., CompletedProcess[str]]

ONE = "BERGEN - Ann Lee, the harbour master, said the storm killed 12 people on Monday.\n"
OTHER = "BERGEN - Harbour master Ann Lee said the storm killed 15 people on Monday.\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Storm kills 12 people in Bergen\n\nMay 6, 2031\n\n" + ONE)
    (tmp_path / "other.txt").write_text("Storm kills 15 people in Bergen\n\nMay 6, 2031\n\n" + OTHER)
    return tmp_path


def test_each_side_is_shown_with_its_words(pages: Path, program: Program) -> None:
    run = program("check", pages, "--format", "json")
    found = json.loads(run.stdout)
    assert (run.returncode, found["format"]) == (0, "communique.comparison/1")
    (number,) = (item for item in found["differences"] if item["kind"] == "number")
    assert {side["span"]["text"] for side in number["sides"]} == {"12 people", "15 people"}


def test_a_verdict_can_fail_the_run(pages: Path, program: Program) -> None:
    verdicts = {
        item["verdict"] for item in json.loads(program("check", pages, "--format", "json").stdout)["differences"]
    }
    others = {"contradiction", "update", "cannot-tell", "difference-in-precision", "wording"} - verdicts
    assert program("check", pages, "--fail-on", min(verdicts)).returncode == 3
    assert program("check", pages, "--fail-on", min(others)).returncode == 0


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_people_can_read_it(form: str, pages: Path, program: Program) -> None:
    shown = program("check", pages, "--format", form).stdout
    assert "12 people" in shown
    assert "15 people" in shown
    assert "How many people were killed" in shown


def test_one_article_has_nothing_to_compare(pages: Path, program: Program) -> None:
    run = program("check", pages / "one.txt")
    assert run.returncode == 0
    assert "No point was found that two reports tell." in run.stdout
