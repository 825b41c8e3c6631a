"""The command quotes: the attributions of one page, for a person and for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Program = Callable[..., CompletedProcess[str]]

PAGE = Path(__file__).resolve().parents[2] / "examples" / "arctic-talks" / "05-capital-dispatch.txt"
QUOTED = "“Nobody reached for the door handle,”"


def test_the_attributions_of_an_example_page_are_slices_of_it(program: Program) -> None:
    run = program("quotes", PAGE, "--format", "json")
    assert (run.returncode, run.stderr) == (0, "")
    (line,) = run.stdout.splitlines()
    value = json.loads(line)
    assert (value["id"], value["source"]) == (PAGE.stem, str(PAGE))
    text = PAGE.read_text("utf-8")
    said = value["attributions"]
    assert said
    for item in said:
        assert [text[start:end] for start, end in item["content"]] == item["text"]["content"]
        assert "nested_in" not in item
    assert [QUOTED] in [item["text"]["content"] for item in said]


def test_to_a_pipe_the_roles_stand_in_brackets(good: str, program: Program) -> None:
    run = program("quotes", "-", "-q", stdin=good)
    assert (run.returncode, run.stderr) == (0, "")
    assert "\x1b" not in run.stdout
    assert "“" not in run.stdout
    assert ': "We have wasted a winter on this,"]' in " ".join(run.stdout.split())


def test_standoff_is_of_one_page_and_nothing_is_written_of_more(page: Path, program: Program) -> None:
    target = page.with_name("page.ann")
    folder = page.parent
    (folder / "other.txt").write_text(page.read_text("utf-8").replace("Riga", "Oslo"), "utf-8")
    run = program("quotes", folder, "--format", "brat", "-o", target)
    assert (run.returncode, run.stdout) == (2, "")
    assert "brat standoff is of one page, and there are 2" in run.stderr
    assert "Traceback" not in run.stderr
    assert not target.exists()


def test_a_page_that_failed_beside_one_that_was_read(good: str, tmp_path: Path, program: Program) -> None:
    lines = tmp_path / "pages.jsonl"
    item = {"maintext": good, "title": "A ferry", "date_publish": "2024-03-04", "source_domain": "river.example"}
    lines.write_text(json.dumps(item) + '\n{"maintext": "cut o', "utf-8")
    run = program("quotes", lines, "--format", "brat")
    assert run.returncode == 1
    assert f"{lines}#2" in run.stderr
    assert run.stdout.startswith("T1\t")


@pytest.mark.parametrize(("name", "status"), [("nowhere.txt", 2), ("", 2)])
def test_what_cannot_be_read_is_named(name: str, status: int, tmp_path: Path, program: Program) -> None:
    run = program("quotes", tmp_path / name)
    assert (run.returncode, run.stdout) == (status, "")
    assert str(tmp_path) in run.stderr
