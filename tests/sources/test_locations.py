import io
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from communique.domain import Document
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import Item, items


def listed(inputs: Sequence[str | Path], stdin: bytes = b"") -> list[Item]:
    return list(items([str(name) for name in inputs], Settings(), io.BytesIO(stdin)))


def why(item: Item) -> str:
    with pytest.raises(ItemFailed) as caught:
        item.read()
    assert caught.value.source == item.source
    assert caught.value.stage == "sources"
    return caught.value.reason


def names(found: Sequence[Item], top: Path) -> list[str]:
    return [str(Path(item.source).relative_to(top)) for item in found]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    top = tmp_path / "pages"
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deep/d.txt", "z.txt", ".hidden.txt", ".git/e.txt"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}")
    return top


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden(pages: Path) -> None:
    assert names(listed([pages]), pages) == ["a.md", "b.txt", "sub/c.txt", "sub/deep/d.txt", "z.txt"]


def test_a_hidden_file_that_is_named_is_read(pages: Path) -> None:
    assert listed([pages / ".hidden.txt"])[0].read().text == "Text of .hidden.txt"


def test_a_file_is_given_once_however_often_it_is_named(pages: Path) -> None:
    (pages / "link.txt").symlink_to(pages / "b.txt")
    found = listed([pages / "sub", pages / "z.txt", pages, pages / "sub" / ".." / "a.md"])
    assert names(found, pages) == ["sub/c.txt", "sub/deep/d.txt", "z.txt", "a.md", "b.txt"]


def test_a_name_is_kept_as_given(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pages)
    assert listed(["./b.txt"])[0].source == "./b.txt"
    assert listed(["./b.txt"])[0].read().source == "./b.txt"


def test_a_linked_folder_is_followed(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "to").symlink_to(pages / "sub")
    assert names(listed([tmp_path / "links"]), tmp_path) == ["links/to/c.txt", "links/to/deep/d.txt"]


def test_a_loop_is_named_and_the_rest_is_read(pages: Path) -> None:
    (pages / "sub" / "back").symlink_to(pages)
    (pages / "self").symlink_to(pages / "self")
    found = listed([pages])
    reasons = {name: why(item) for name, item in zip(names(found, pages), found, strict=True) if "." not in name}
    assert reasons == {
        "self": "a link that leads in a circle",
        "sub/back": "a link back to a folder that it lies in; not followed",
    }
    assert len(found) == 7


def test_folders_that_link_to_each_other_are_each_entered_once(tmp_path: Path) -> None:
    folders = [tmp_path / f"f{number}" for number in range(9)]
    for folder in folders:
        folder.mkdir()
    for folder in folders:
        for other in folders:
            (folder / f"to-{other.name}").symlink_to(other)
    assert len(listed([tmp_path])) < 100


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    found = listed([tmp_path / "no.txt", "", "nul\0byte", tmp_path])
    assert [why(item) for item in found[:2]] == ["no such file or folder"] * 2
    assert "cannot be read" in why(found[2])
    assert why(found[3]) == "a link to something that is not there"


def test_an_address_and_an_archive_say_what_to_do_instead(tmp_path: Path) -> None:
    (tmp_path / "pages.zip").write_bytes(b"PK")
    address, archive = listed(["https://river.example/ferries", tmp_path / "pages.zip"])
    assert "save the page first" in why(address)
    assert "unpack it first" in why(archive)


def test_a_pipe_or_device_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [why(item) for item in listed([tmp_path])] == ["not a regular file (a pipe, a socket or a device)"]


def test_a_folder_without_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty" / "below").mkdir(parents=True)
    assert why(listed([tmp_path])[0]) == "no pages in this folder"
    assert len(listed([tmp_path])) == 1


def test_a_folder_all_of_whose_files_were_given_is_not_called_empty(pages: Path) -> None:
    assert len(listed([pages, pages])) == 5


def test_a_folder_that_may_not_be_listed_is_named(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    assert why(listed([pages])[0]) == "no permission to read it"


def test_a_file_that_may_not_be_read_fails_alone(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def guarded(path: Path, mode: str = "r") -> io.IOBase:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, mode)  # type: ignore[return-value]

    monkeypatch.setattr(Path, "open", guarded)
    found = listed([pages])
    assert why(found[1]) == "no permission to read it"
    assert [item.read().text for item in found[2:]] == ["Text of sub/c.txt", "Text of sub/deep/d.txt", "Text of z.txt"]


def test_a_file_that_vanishes_fails_by_name(pages: Path) -> None:
    found = listed([pages])
    (pages / "b.txt").unlink()
    assert why(found[1]) == "no longer there when it was to be read"


@pytest.mark.parametrize("name", ["page", "page.jsonl", "page.json"])
def test_a_file_that_vanishes_before_it_is_sniffed_fails_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / name).write_text("{}")
    found = items([str(tmp_path)], Settings(), io.BytesIO())
    next(found)
    (tmp_path / name).unlink()
    assert [why(item) for item in found] == ["no such file or folder"]


def test_the_files_of_a_large_folder_are_looked_at_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    real = Path.stat

    def counted(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        looked_at.append(path.name)
        return real(path, follow_symlinks=follow_symlinks)

    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text("Text")
    monkeypatch.setattr(Path, "stat", counted)
    first = list(islice(items([str(tmp_path)], Settings(), io.BytesIO()), 3))
    assert [Path(item.source).name for item in first] == ["000.txt", "001.txt", "002.txt"]
    assert len(looked_at) < 10


def test_a_name_that_is_not_unicode_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Text")
    document: Document = listed([tmp_path])[0].read()
    assert document.source.encode().endswith("caf\ufffd.txt".encode())


def test_standard_input_is_sniffed_and_read_once() -> None:
    found = listed(["-", "-"], b"Two ministers met.\r\n")
    assert [item.source for item in found] == ["-"]
    assert found[0].read().text == "Two ministers met.\r\n"
    story = b'{"event_text": "They met.", "headline": "Talks"}\n'
    assert [item.source for item in listed(["-"], story + story)] == ["-#1", "-#2"]
    page = b"<!DOCTYPE html><html><body><article><p>They met in the harbour.</p></article></body></html>"
    assert listed(["-"], page)[0].read().media_type == "text/html"


def test_a_closed_standard_input_fails_by_name() -> None:
    stdin = io.BytesIO(b"Text")
    stdin.close()
    assert "cannot be read" in why(next(items(["-"], Settings(), stdin)))
