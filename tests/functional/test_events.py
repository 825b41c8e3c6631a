"""The command events: what happened, as a table for a person and as data for programs."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from communique.exports import events

Program = Callable[..., CompletedProcess[str]]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "arctic-talks"


def test_events_and_their_mentions_are_two_tables(tmp_path: Path, program: Program) -> None:
    target, mentions = tmp_path / "events.csv", tmp_path / "mentions.csv"
    run = program("events", EXAMPLES, "--format", "csv", "-o", target, "--mentions", mentions)
    assert (run.returncode, run.stdout) == (0, "")
    rows = list(csv.DictReader(StringIO(target.read_text("utf-8"), newline="")))
    told = list(csv.DictReader(StringIO(mentions.read_text("utf-8"), newline="")))
    assert target.read_text("utf-8").startswith('"Event ID","Event Date","Event Type","Event Mode",')
    assert tuple(told[0] if told else events.MENTION_COLUMNS) == events.MENTION_COLUMNS
    assert {row["Event ID"]: row["Mentions"] for row in rows} == {
        name: str(sum(row["Event ID"] == name for row in told)) for name in {row["Event ID"] for row in told}
    }


def test_json_lines_go_to_stdout(good: str, program: Program) -> None:
    run = program("events", "-", "--format", "jsonl", "-q", stdin=good)
    assert (run.returncode, run.stderr) == (0, "")
    assert all(list(json.loads(line)) == list(events.COLUMNS) for line in run.stdout.splitlines() if line)


def test_a_person_sees_a_table(page: Path, program: Program) -> None:
    run = program("events", page)
    assert run.returncode == 0
    assert run.stdout.splitlines()[0].endswith("in 1 article")
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize(("target", "mentions"), [("-", "-"), (None, "-"), ("same.csv", "same.csv")])
def test_two_tables_do_not_go_to_one_place(target: str | None, mentions: str, page: Path, program: Program) -> None:
    to = [] if target is None else ["-o", target]
    run = program("events", page, "--format", "csv", *to, "--mentions", mentions)
    assert (run.returncode, run.stdout) == (2, "")
    assert "two tables" in run.stderr


def test_what_cannot_be_read_is_named(tmp_path: Path, program: Program) -> None:
    run = program("events", tmp_path / "nowhere.txt", "--format", "csv")
    assert (run.returncode, run.stdout) == (2, "")
    assert "nowhere.txt" in run.stderr
