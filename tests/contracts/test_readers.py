"""What every extractor of reading.READERS promises for any text."""

from collections.abc import Callable, Iterator
from functools import reduce

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.domain import Article, Document, Reading, Span, codec
from communique.models import Models
from communique.reading import READERS, Page, Reader, parse

PIECES = (
    '"', "“", "”", "'", "‘", "’", "said", "told", "according to", "that", "Ann Lee", "the minister", "she", "Paris",
    "U.S.", "We agree", "on Monday", "in 2019", ",", ".", "?", ":", "-", " ", "\n", "\n\n", "\r\n", "\u2028", "\0",
)  # fmt: skip
NEWS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map(" ".join)
EACH_READER = pytest.mark.parametrize("number", range(len(READERS)), ids=[reader.__module__ for reader in READERS])
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Spans = Callable[[object], Iterator[Span]]


def page_of(text: str, models: Models) -> tuple[Document, Page]:
    """The text as an article, a line a paragraph, and parsed."""
    document = Document(id="d", source="s", sha256="0", media_type="text/plain", text=text)
    body, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip() and (span := document.span(at, at + len(line)).trimmed()):
            body.append(span)
        at += len(line)
    return document, parse(Article(id="a", document="d", body=tuple(body)), models)


def read(readers: tuple[Reader, ...], page: Page) -> Reading:
    return reduce(lambda reading, reader: reader(page, reading), readers, Reading(article="a"))


@EACH_READER
@MANY
@given(text=NEWS)
def test_spans_are_slices_of_the_body(number: int, text: str, models: Models, spans: Spans) -> None:
    document, page = page_of(text, models)
    reading = read(READERS[: number + 1], page)
    for span in spans(reading):
        assert span.document == document.id
        assert span.text == document.text[span.start : span.end] != ""
        assert any(block.start <= span.start and span.end <= block.end for block in page.article.body)


@MANY
@given(text=NEWS)
def test_the_same_page_gives_the_same_reading(text: str, models: Models) -> None:
    assert read(READERS, page_of(text, models)[1]) == read(READERS, page_of(text, models)[1])


@MANY
@given(text=NEWS)
def test_a_reading_survives_json(text: str, models: Models) -> None:
    reading = read(READERS, page_of(text, models)[1])
    assert codec.from_json(codec.to_json(reading), Reading) == reading


@MANY
@given(text=NEWS)
def test_indices_point_into_their_lists(text: str, models: Models) -> None:
    reading = read(READERS, page_of(text, models)[1])
    chained = [index for chain in reading.chains for index in chain]
    assert len(chained) == len(set(chained))
    assert set(chained) <= set(range(len(reading.mentions)))
    for index, attribution in enumerate(reading.attributions):
        assert attribution.parent is None or attribution.parent in set(range(len(reading.attributions))) - {index}


@EACH_READER
def test_nothing_comes_of_an_empty_article(number: int, models: Models) -> None:
    _, page = page_of(" \n\t\n", models)
    assert READERS[number](page, Reading(article="a")) == Reading(article="a")
