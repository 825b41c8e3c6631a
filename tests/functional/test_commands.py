"""The command line: what goes to stdout, what to stderr, and how a run ends."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from communique import __version__
from communique.domain import FORMAT, Record, codec

Program = Callable[..., CompletedProcess[str]]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "arctic-talks"


@pytest.fixture(scope="module")
def examples(program: Program) -> CompletedProcess[str]:
    return program("read", EXAMPLES)


def record_of(run: CompletedProcess[str]) -> Record:
    found: Record = codec.from_json(json.loads(run.stdout), Record)
    return found


def test_the_examples_are_all_read(examples: CompletedProcess[str]) -> None:
    record = record_of(examples)
    assert (examples.returncode, record.failures) == (0, ())
    assert len(record.documents) == 6
    assert len(record.articles) == 7


def test_every_span_of_the_examples_is_its_source(examples: CompletedProcess[str]) -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if value.keys() == {"document", "start", "end", "text"} else []
            return own + [span for part in value.values() for span in spans(part)]
        return [span for part in value for span in spans(part)] if isinstance(value, list) else []

    record = json.loads(examples.stdout)
    texts = {document["id"]: document["text"] for document in record["documents"]}
    found = spans(record)
    assert len(found) > 100
    assert all(texts[span["document"]][slice(span["start"], span["end"])] == span["text"] for span in found)


def test_the_same_pages_give_the_same_bytes_however_named(examples: CompletedProcess[str], program: Program) -> None:
    assert program("read", *sorted(EXAMPLES.iterdir(), reverse=True)).stdout == examples.stdout


def test_json_lines_hold_the_same_items(examples: CompletedProcess[str], program: Program) -> None:
    whole = json.loads(examples.stdout)
    lines = [json.loads(line) for line in program("read", EXAMPLES, "--format", "jsonl").stdout.splitlines()]
    assert lines[0] == {"format": FORMAT}
    for key in ("documents", "articles", "actors", "statements"):
        assert [line[key] for line in lines if key in line] == whole[key]


def test_stdin_is_a_source_and_quiet_is_quiet(good: str, program: Program) -> None:
    run = program("read", "-", "--quiet", stdin=good)
    assert (run.returncode, run.stderr) == (0, "")
    assert [document.source for document in record_of(run).documents] == ["-"]


def test_output_to_a_file_leaves_stdout_empty(page: Path, program: Program) -> None:
    target = page.with_name("brief.html")
    run = program("brief", page, "--format", "html", "-o", target)
    assert (run.returncode, run.stdout) == (0, "")
    assert "wasted a winter" in target.read_text("utf-8")


@pytest.mark.parametrize(("name", "given"), [("brief.md", ()), ("brief", ("--format", "md"))])
def test_the_name_of_the_file_or_a_short_name_tells_the_form(
    name: str, given: tuple[str, ...], page: Path, program: Program
) -> None:
    target = page.with_name(name)
    assert program("brief", page, *given, "-o", target).returncode == 0
    assert target.read_text("utf-8").startswith("# ")


def test_nothing_is_left_behind_when_the_file_cannot_be_written(page: Path, program: Program) -> None:
    run = program("brief", page, "-o", page.parent / "missing" / "brief.txt")
    assert (run.returncode, run.stdout) == (2, "")
    assert "missing" in run.stderr
    assert "Traceback" not in run.stderr
    assert list(page.parent.iterdir()) == [page]


def test_an_old_result_stays_when_nothing_could_be_read(tmp_path: Path, program: Program) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old", "utf-8")
    run = program("brief", tmp_path / "nowhere.txt", "--format", "html", "-o", target)
    assert run.returncode == 2
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_brief_to_a_pipe_is_plain_text(page: Path, program: Program) -> None:
    run = program("brief", page)
    assert run.returncode == 0
    assert "wasted a winter" in run.stdout
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_explain_tells_how_a_page_was_cleaned(form: str, page: Path, program: Program) -> None:
    run = program("explain", page, "--format", form)
    assert run.returncode == 0
    assert "byline" in run.stdout
    assert "Ada Brook" in run.stdout


def test_version(program: Program) -> None:
    assert program("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize(
    "arguments",
    [(), ("read",), ("brief", "--format", "pdf", "x"), ("explain",), ("unknown",), ("read", "x", "--max-size", "0")],
)
def test_wrong_usage(arguments: tuple[str, ...], program: Program) -> None:
    run = program(*arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert "Usage" in run.stderr


def test_help_has_no_marks_of_its_source(program: Program) -> None:
    help_of_all = program("--help").stdout
    assert "\\b" not in help_of_all
    assert "..." not in help_of_all.partition("Commands:")[2]


def test_shell_completion_is_offered(program: Program) -> None:
    assert program("--help").stdout.count("COMPLETE") >= 3


def test_a_page_that_is_read_is_never_written_over(page: Path, program: Program) -> None:
    before = page.read_text(encoding="utf-8")
    run = program("brief", page, "-o", page)
    assert run.returncode == 2
    assert "is one of the sources" in run.stderr
    assert page.read_text(encoding="utf-8") == before


def test_a_result_among_the_pages_is_not_read_the_next_time(page: Path, program: Program) -> None:
    target = page.parent / "record.json"
    program("read", page.parent, "-o", target)
    first = target.read_bytes()
    assert program("read", page.parent, "-o", target).returncode == 0
    assert target.read_bytes() == first
