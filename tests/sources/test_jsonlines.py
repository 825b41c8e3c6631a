import hashlib
import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Claims, Document
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import Item, items
from communique.sources.jsonlines import an_object, parse

NEWS_PLEASE = {
    "authors": ["Ida Holm", "Per Lund"],
    "date_download": "2019-05-20 10:00:00",
    "date_publish": "2019-05-14 18:22:00",
    "description": "A short text.",
    "language": "en",
    "maintext": "The ministers met in Sandvik.\nThey will meet again.",
    "source_domain": "northern-courier.example",
    "title": "Ministers meet",
    "url": "https://northern-courier.example/a",
}
EVENT_DATA = {
    "id": "s-1",
    "date": "2019-05-14",
    "event_text": "The ministers met in Sandvik.\n\nThey will meet again.",
    "publisher": "Northern Courier",
    "headline": "Ministers meet",
    "url": "https://northern-courier.example/b",
}


def found(path: Path, settings: Settings | None = None) -> list[Item]:
    return list(items([str(path)], settings or Settings(), io.BytesIO()))


def why(item: Item) -> str:
    with pytest.raises(ItemFailed) as caught:
        item.read()
    assert caught.value.source == item.source
    return caught.value.reason


def story(tmp_path: Path, fields: dict[str, Any]) -> Document:
    path = tmp_path / "story.jsonl"
    path.write_text(json.dumps(fields) + "\n")
    return found(path)[0].read()


def test_news_please(tmp_path: Path) -> None:
    document = story(tmp_path, NEWS_PLEASE)
    assert document.text == "Ministers meet\n\nThe ministers met in Sandvik.\nThey will meet again."
    assert document.media_type == "application/json"
    assert document.claims == Claims(
        url="https://northern-courier.example/a",
        title="Ministers meet",
        outlet="northern-courier.example",
        byline="Ida Holm, Per Lund",
        published="2019-05-14T18:22",
        language="en",
    )
    assert document.notes == ()


def test_the_spellings_of_other_programs(tmp_path: Path) -> None:
    fields = {
        "headline": "Ministers meet",
        "articleBody": "The ministers met in Sandvik.",
        "datePublished": "2019-05-14",
        "publisher": {"@type": "Organization", "name": "Northern Courier"},
        "author": [{"@type": "Person", "name": "Ida Holm"}, "Per Lund"],
    }
    claims = story(tmp_path, fields).claims
    assert (claims.outlet, claims.byline, claims.published) == ("Northern Courier", "Ida Holm, Per Lund", "2019-05-14")
    assert story(tmp_path, {"text": "They met.", "site_name": "Valley Sun"}).claims.outlet == "Valley Sun"


def test_event_data(tmp_path: Path) -> None:
    document = story(tmp_path, EVENT_DATA)
    assert document.text == "Ministers meet\n\nThe ministers met in Sandvik.\n\nThey will meet again."
    assert document.claims == Claims(
        url="https://northern-courier.example/b",
        title="Ministers meet",
        outlet="Northern Courier",
        published="2019-05-14",
    )


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_other_forms_are_read_by_common_names(tmp_path: Path, key: str) -> None:
    document = story(tmp_path, {key: "They met.", "source": "Northern Courier", "published": "2019-05-14T00:00:00Z"})
    assert document.text == "They met."
    assert document.claims == Claims(outlet="Northern Courier", published="2019-05-14")


def test_a_date_with_two_meanings_is_noted_and_not_claimed(tmp_path: Path) -> None:
    document = story(tmp_path, {"text": "They met.", "date": "04/05/2019"})
    assert document.claims.published is None
    assert document.notes == ("the date '04/05/2019' is not in a form with one meaning",)


@pytest.mark.parametrize("value", [None, "", "  \n", [], 7, {"a": 1}])
def test_a_text_field_without_text_is_empty(value: object) -> None:
    with pytest.raises(ItemFailed, match="empty"):
        next(items(["-"], Settings(), io.BytesIO(json.dumps({"maintext": value, "title": "T"}).encode()))).read()


def test_fields_of_the_wrong_type_are_passed_over(tmp_path: Path) -> None:
    fields = {
        "maintext": None,
        "text": "They met.",
        "title": 5,
        "url": [],
        "authors": [None, {"n": 1}],
        "date": 20190514,
    }
    assert story(tmp_path, fields).claims == Claims()


def test_each_line_is_an_item_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pile.jsonl"
    good = json.dumps(EVENT_DATA)
    path.write_text("\n".join([good, "", '{"event_text": "They', "[1]", '{"title": "T"}', "[" * 100_000, good]))
    pile = found(path)
    assert [item.source for item in pile] == [f"{path}#{number}" for number in (1, 3, 4, 5, 6, 7)]
    assert pile[0].read().text == pile[5].read().text
    assert why(pile[1]).startswith("line 3 is not JSON: Unterminated string")
    assert why(pile[2]) == "line 4 is not a JSON object"
    assert (
        why(pile[3])
        == "no text field (looked for maintext, event_text, text, body, content, articleBody, full_text, raw_text)"
    )
    assert why(pile[4]) == "line 6 is nested too deeply"


def test_the_hash_is_of_the_line_without_its_end(tmp_path: Path) -> None:
    line = json.dumps(EVENT_DATA).encode()
    (tmp_path / "a.jsonl").write_bytes(line + b"\r\n" + line)
    first, second = (item.read() for item in found(tmp_path / "a.jsonl"))
    assert first.sha256 == second.sha256 == hashlib.sha256(line).hexdigest()


def test_an_overlong_line_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    good = json.dumps({"text": "They met."}) + "\n"
    (tmp_path / "a.jsonl").write_text(good + '{"text": "' + "x" * 200_000 + '"}\n' + good)
    pile = found(tmp_path / "a.jsonl", Settings(max_bytes=1_000))
    assert [item.source[-2:] for item in pile] == ["#1", "#2", "#3"]
    assert why(pile[1]) == "line 2 is too large: more than 0.001 MB"
    assert pile[2].read().text == "They met."


def test_a_file_of_lines_may_be_larger_than_the_limit(tmp_path: Path) -> None:
    line = json.dumps({"text": "They met."}) + "\n"
    for name in ("a.jsonl", "a.json", "a"):
        (tmp_path / name).write_text(line * 100)
        assert len(found(tmp_path / name, Settings(max_bytes=500))) == 100
    assert len(list(items(["-"], Settings(max_bytes=500), io.BytesIO(line.encode() * 100)))) == 100


def test_a_line_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    line = json.dumps({"text": "They met."})
    (tmp_path / "a.jsonl").write_text(line + "\n" + line)
    assert [item.read().text for item in found(tmp_path / "a.jsonl", Settings(max_bytes=len(line)))] == [
        "They met."
    ] * 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = '{"text": "The café closed."}\n{"text": "The “talks” failed."}\n'
    (tmp_path / "a.jsonl").write_bytes(text.encode(encoding))
    assert [item.read().text for item in found(tmp_path / "a.jsonl")] == ["The café closed.", "The “talks” failed."]


def test_a_wide_file_of_lines_has_the_limit_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(('{"text": "They met."}\n' * 99).encode("utf-16"))
    assert why(found(tmp_path / "a.jsonl", Settings(max_bytes=500))[0]) == "too large: more than 0.0005 MB"


def test_a_number_too_long_to_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": ' + "1" * 5_000 + "}")
    assert why(found(tmp_path / "a.jsonl")[0]).startswith("line 1 is not JSON that can be read")


def test_a_json_file_holds_one_object(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(EVENT_DATA, indent=2))
    (item,) = found(path)
    assert item.source == str(path)
    assert item.read().sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_json_file_holds_an_array(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([EVENT_DATA, {"title": "T"}, {"text": "They left."}], indent=2))
    pile = found(path)
    assert [item.source for item in pile] == [f"{path}#{number}" for number in (1, 2, 3)]
    assert [pile[0].read().text[:14], pile[2].read().text] == ["Ministers meet", "They left."]
    assert "no text field" in why(pile[1])
    assert pile[0].read().id != pile[2].read().id


def test_broken_or_empty_json_files_are_named(tmp_path: Path) -> None:
    reasons = {
        '{"text": "They': "is not JSON: Unterminated string",
        "[]": "empty",
        "7": "is not a JSON object",
        "[" * 100_000: "is nested too deeply",
    }
    for text, reason in reasons.items():
        (tmp_path / "a.json").write_text(text)
        assert why(found(tmp_path / "a.json")[0]).startswith(reason)


def test_a_lone_surrogate_does_not_reach_the_text(tmp_path: Path) -> None:
    document = story(tmp_path, {"text": "They \ud800 met.", "title": "A \udfff talk", "url": "\ud801"})
    assert document.text == "A \ufffd talk\n\nThey \ufffd met."
    for claim in (document.claims.title, document.claims.url):
        assert claim is not None
        claim.encode()


@pytest.mark.parametrize(
    ("head", "is_json"), [(b' {"a": 1}', True), (b'[\n {"a"', True), (b"{x}", False), (b"[1]", False)]
)
def test_json_is_recognised_by_its_beginning(head: bytes, is_json: bool) -> None:  # noqa: FBT001  # a row's column
    assert an_object(head) is is_json


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["maintext", "event_text", "text", "title", "date", "url", "publisher", "authors", "language"])


@given(st.dictionaries(KEYS, VALUES))
def test_any_object_is_a_story_or_refused(fields: dict[str, Any]) -> None:
    with suppress(ItemFailed):
        assert isinstance(parse("story", json.dumps(fields).encode()).text, str)
