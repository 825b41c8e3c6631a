"""A pile with everything that goes wrong in it: each is named with its reason, and the rest is read."""

import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from communique.domain import Record, codec
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import items

Program = Callable[..., CompletedProcess[str]]

CHINESE = "外长会谈\n\n两国外长星期一在河内会晤，讨论了渡轮航线和边境贸易问题。会谈持续了两个小时。\n" * 3
NO_ARTICLE = "<html><head><title>Menu</title></head><body><nav><a href='/a'>Home</a></nav></body></html>"
BAD = {
    "empty.txt": b"",
    "white.txt": b" \n\t\r\n ",
    "binary.txt": bytes(range(256)) * 40,
    "long.txt": b"a" * 50_000_000,
    "menu.html": NO_ARTICLE.encode(),
    "chinese.txt": CHINESE.encode(),
}
LINE = {"maintext": "", "title": "A ferry", "date_publish": "2024-03-04", "source_domain": "river.example"}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory, good: str) -> Path:
    """One good page among bad ones."""
    folder = tmp_path_factory.mktemp("pile")
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(good, "utf-8")
    (folder / "nul.txt").write_text(good.replace("winter", "win\0ter"), "utf-8")
    lines = [json.dumps(LINE | {"maintext": good}), '{"maintext": "cut o', json.dumps(LINE)]
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "up").symlink_to(".", target_is_directory=True)
    (folder / "gone.txt").symlink_to("nowhere.txt")
    return folder


@pytest.fixture(scope="module")
def hollow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hollow")


@pytest.fixture(scope="module")
def run(pile: Path, hollow: Path, program: Program) -> CompletedProcess[str]:
    return program("read", pile, hollow, pile / "missing.txt")


@pytest.fixture(scope="module")
def record(run: CompletedProcess[str]) -> Record:
    found: Record = codec.from_json(json.loads(run.stdout), Record)
    return found


def test_some_items_failed(run: CompletedProcess[str]) -> None:
    assert run.returncode == 1
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "name",
    [*BAD, "nul.txt", "lines.jsonl#2", "lines.jsonl#3", "itself.txt", "up", "gone.txt", "missing.txt"],
)
def test_each_is_named_once_with_its_reason(name: str, pile: Path, run: CompletedProcess[str], record: Record) -> None:
    source = str(pile / name)
    reasons = [failure.reason for failure in record.failures if failure.source == source]
    assert len(reasons) == 1
    assert reasons[0].strip()
    assert f"{source}: {reasons[0]}" in run.stderr


def test_the_good_ones_are_read(pile: Path, record: Record) -> None:
    assert {document.source for document in record.documents} >= {
        str(pile / "good.txt"),
        str(pile / "lines.jsonl#1"),
    }


def test_a_folder_that_holds_itself_is_read_once(record: Record) -> None:
    assert len([document for document in record.documents if document.source.endswith("good.txt")]) == 1


def test_a_folder_without_pages_is_named(hollow: Path, run: CompletedProcess[str]) -> None:
    assert f"{hollow}: no pages" in run.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(page: Path, program: Program) -> None:
    page.chmod(0)
    run = program("read", page)
    assert run.returncode == 2
    assert str(page) in run.stderr


def test_a_file_that_vanishes_after_it_was_found(page: Path) -> None:
    (item,) = items([str(page)], Settings(), BytesIO())
    page.unlink()
    with pytest.raises(ItemFailed) as failure:
        item.read()
    assert failure.value.source == str(page)


def test_ten_thousand_tiny_files(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").write_bytes(b"x")
    documents = [item.read() for item in items([str(tmp_path)], Settings(), BytesIO())]
    assert [Path(document.source).stem for document in documents] == [f"{number:05}" for number in range(10_000)]


def test_many_tiny_files_through_the_program(tmp_path: Path, program: Program) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"Item {number}", "utf-8")
    run = program("read", tmp_path)
    assert run.returncode == 2
    assert len([line for line in run.stderr.splitlines() if str(tmp_path) in line]) == 200
