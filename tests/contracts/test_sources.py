"""What every kind of sources.SOURCES promises for any bytes."""

import json
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.domain import Document, Failure, codec
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import SOURCES
from communique.sources.pages import Kind, Stream

WORDS = "Ministers from two coastal states met on Friday to settle who may fish where. "


def html(text: str) -> str:
    return f"<html><head><title>Talks</title></head><body><article><p>{WORDS * 4}</p><p>{text}</p></article></body>"


def json_lines(text: str) -> str:
    return "\n".join(json.dumps({key: text, "title": text[:9]}) for key in ("maintext", "event_text", "none"))


TEXT = st.text(max_size=60)
BYTES = st.one_of(
    st.binary(max_size=80),
    TEXT.map(lambda text: text.encode("utf-8")),
    TEXT.map(lambda text: text.encode("utf-16")),
    TEXT.map(lambda text: html(text).encode("utf-8")),
    TEXT.map(lambda text: json_lines(text).encode("utf-8")),
)
EACH_KIND = pytest.mark.parametrize("kind", SOURCES, ids=[kind.suffixes[0] for kind in SOURCES])


def read(kind: Kind, data: bytes) -> list[tuple[str, Document | Failure]]:
    """Each item's name, with the document that it is or the reason why it is none."""
    found: list[tuple[str, Document | Failure]] = []
    for item in kind.items(Stream(source="given", open=lambda: BytesIO(data)), Settings()):
        try:
            found.append((item.source, item.read()))
        except ItemFailed as failed:
            failure = Failure(source=failed.source, stage=failed.stage, reason=failed.reason)
            found.append((item.source, failure))
    return found


@EACH_KIND
@settings(max_examples=40, deadline=None)
@given(data=BYTES)
def test_any_bytes_become_documents_or_reasons(kind: Kind, data: bytes) -> None:
    for name, found in read(kind, data):
        assert found.source == name
        assert name.partition("#")[0] == "given"
        if isinstance(found, Failure):
            assert found.reason
        else:
            assert found.text.strip()
            found.text.encode("utf-8")  # no half of a surrogate pair, which no file can hold


@EACH_KIND
@settings(max_examples=20, deadline=None)
@given(data=BYTES)
def test_a_document_survives_json(kind: Kind, data: bytes) -> None:
    for _, found in read(kind, data):
        json_form = codec.to_json(found)
        assert codec.to_json(codec.from_json(json_form, type(found))) == json_form


@EACH_KIND
@settings(max_examples=20, deadline=None)
@given(data=BYTES)
def test_the_same_bytes_give_the_same_documents(kind: Kind, data: bytes) -> None:
    assert read(kind, data) == read(kind, data)


@EACH_KIND
@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_nothing_in_gives_no_document(kind: Kind, data: bytes) -> None:
    assert not [found for _, found in read(kind, data) if isinstance(found, Document)]


def test_every_suffix_belongs_to_one_kind() -> None:
    suffixes = [suffix for kind in SOURCES for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


def test_the_last_kind_takes_what_no_other_does() -> None:
    assert SOURCES[-1].sniff(b"")
    assert SOURCES[-1].sniff(b"\xff\x00")
