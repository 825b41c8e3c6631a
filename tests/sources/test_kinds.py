import hashlib
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import SOURCES, Item, items
from communique.sources.pages import with_title


def read(path: Path, settings: Settings | None = None) -> list[Item]:
    return list(items([str(path)], settings or Settings(), io.BytesIO()))


def why(path: Path, settings: Settings | None = None) -> str:
    (item,) = read(path, settings)
    with pytest.raises(ItemFailed) as caught:
        item.read()
    return caught.value.reason


PAGE = "<html><body><article><p>The ferry to Bjørnvik did not sail on Monday.</p></article></body></html>"


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.txt", "Talks", "text/plain"),
        ("a.TEXT", "Talks", "text/plain"),
        ("a", "Talks", "text/plain"),
        ("a.story", "Talks", "text/plain"),
        ("a.md", "# Talks", "text/markdown"),
        ("a.markdown", "# Talks", "text/markdown"),
        ("a.html", PAGE, "text/html"),
        ("a.HTM", PAGE, "text/html"),
        ("a.xhtml", '<?xml version="1.0"?>\n' + PAGE, "text/html"),
        ("a", "\n<!-- saved -->\n<!DOCTYPE html>" + PAGE, "text/html"),
        ("a.php", PAGE, "text/html"),
        ("a.txt", PAGE, "text/plain"),
        ("a.json", '{"text": "Talks"}', "application/json"),
        ("a", '{"text": "Talks"}', "application/json"),
    ],
)
def test_the_suffix_tells_the_kind_and_without_one_the_beginning(
    tmp_path: Path, name: str, text: str, media_type: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (item,) = read(tmp_path / name)
    assert item.read().media_type == media_type


@pytest.mark.parametrize("name", ["a.pdf", "a.PNG", "a.csv", "a.css", "a.js", "a.zip", "a.html.gz"])
def test_what_is_no_page_is_named_with_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Text")
    assert why(tmp_path / name).startswith(f"not a kind of page that is read: {Path(name).suffix.lower()}")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.md"])
def test_bad_files_are_named_with_the_reason(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for data, reason in ((b"", "empty"), (b" \r\n\t\n", "empty"), (b"\xef\xbb\xbf", "empty"), (b"a\0b" * 9, "binary")):
        path.write_bytes(data)
        assert reason in why(path)


@pytest.mark.parametrize("name", ["a.html", "a.jsonl", "a.json"])
def test_empty_files_of_other_kinds_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert why(tmp_path / name) in {
        "empty",
        "no article text found in the page",
        "is not JSON: Expecting value, column 1",
    }


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a", "a.jsonl"])
def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "too large: more than 1 MB" in why(path, Settings(max_bytes=1_000_000))


def test_a_text_too_long_for_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 300)
    assert why(tmp_path / "a.txt", Settings(max_characters=1_000)).startswith("too long for a news page: 1,500")


def test_line_ends_and_spaces_are_kept(tmp_path: Path) -> None:
    data = b"\r\n  Talks\r\n\r\nThey met.\nAnd left. \t\r"
    (tmp_path / "a.txt").write_bytes(data)
    document = read(tmp_path / "a.txt")[0].read()
    assert document.text.encode() == data
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.retrieved_at is None
    assert document.notes == ()


def test_the_same_bytes_give_the_same_id_under_any_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("They met.")
    first, second = (item.read() for item in read(tmp_path))
    assert first.id == second.id


def test_mojibake_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It isnâ€™t over.", encoding="utf-8")
    document = read(tmp_path / "a.txt")[0].read()
    assert document.text == "It isnâ€™t over."
    assert "mojibake" in document.notes[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met.", "Talks open\n\nThey met."),
        ("Talks open\nThey met.", "Talks open\nThey met."),
        ("\n TALKS  open\nThey met.", "\n TALKS  open\nThey met."),
        ("", "Talks open\n\n"),
    ],
)
def test_the_title_is_put_in_front_once(text: str, expected: str) -> None:
    assert with_title("Talks\n open", text) == expected


def test_curled_quotation_marks_do_not_make_another_title() -> None:
    assert with_title("'Never', says Ask", "‘Never’, says Ask\nThey met.") == "‘Never’, says Ask\nThey met."


def test_the_last_kind_takes_everything() -> None:
    assert SOURCES[-1].sniff(b"")
    assert SOURCES[-1].sniff(b"anything")


SUFFIXES = st.sampled_from(["", ".txt", ".md", ".html", ".json", ".jsonl", ".log"])


@given(st.binary(max_size=300), SUFFIXES)
def test_any_bytes_of_any_kind_are_read_or_refused_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    for item in read(path):
        with suppress(ItemFailed):
            assert item.read().text.encode()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t"), min_size=1))
def test_any_text_file_comes_back_as_it_is(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "text.txt"
    path.write_bytes(text.encode())
    (item,) = read(path)
    if text.removeprefix("\ufeff").strip():
        assert item.read().text == text.removeprefix("\ufeff")
    else:
        assert why(path) == "empty"
