"""`communique positions`: what it writes, and how a broken file of issues ends the run."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Program = Callable[..., CompletedProcess[str]]

PAGE = """Ministers quarrel over fishing ban

4 March 2024

LIMA - Norway's foreign minister Ida Berg condemned Peru's fishing ban on Monday.

Berg said that kelp farms would suffer. "We will not accept a ban on kelp farms," she said.
"""
OWN = """
- id: fishing
  label: Fishing and kelp
  definition: Who may fish, and farm at sea.
  about: world
  cues: [fishing, kelp]
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pages")
    page, own = folder / "page.txt", folder / "own.yaml"
    page.write_text(PAGE, "utf-8")
    own.write_text(OWN, "utf-8")
    return page, own


def test_issues_of_one_s_own_have_positions(pages: tuple[Path, Path], program: Program) -> None:
    page, own = pages
    run = program("positions", page, "--issues", own, "--format", "csv")
    assert run.returncode == 0
    found = list(csv.DictReader(StringIO(run.stdout)))
    assert {row["concept"] for row in found} == {"Fishing and kelp"}
    assert {(row["person"], row["agreement"]) for row in found} == {("Ida Berg", "0")}


def test_lines_are_positions_and_relations(pages: tuple[Path, Path], program: Program) -> None:
    page, own = pages
    run = program("positions", page, "--issues", own, "--format", "jsonl")
    assert {next(iter(json.loads(line))) for line in run.stdout.splitlines()} <= {"position", "relation"}


def test_a_broken_file_of_issues_ends_the_run_before_a_page_is_read(pages: tuple[Path, Path], program: Program) -> None:
    page, own = pages
    broken = own.with_name("broken.yaml")
    broken.write_text("- id: [", "utf-8")
    run = program("positions", page, "--issues", broken)
    assert (run.returncode, run.stdout) == (2, "")
    assert "broken.yaml" in run.stderr
    assert "Traceback" not in run.stderr
