from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Document, Published, Reading, TimeExpression
from communique.domain.documents import Precision
from communique.models import Models
from communique.reading import times
from communique.reading.page import Block, Page

WEDNESDAY = "2019-05-15"


@pytest.fixture(scope="session")
def models() -> Models:
    return Models.load()


@pytest.fixture
def read(models: Models) -> Callable[..., Reading]:
    """Read an article given as its paragraphs."""

    def read(*paragraphs: str) -> Reading:
        text = "\n\n".join(paragraphs)
        document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
        starts = [sum(len(p) + 2 for p in paragraphs[:i]) for i in range(len(paragraphs))]
        body = tuple(document.span(at, at + len(p)) for at, p in zip(starts, paragraphs, strict=True))
        return reading.read(Article(id="a", document="d", body=body), models)

    return read


@pytest.fixture(scope="session")
def read_times(models: Models) -> Callable[..., tuple[TimeExpression, ...]]:
    """The time expressions of an article given as its paragraphs."""

    def read_times(
        text: str, published: str | None = WEDNESDAY, precision: Precision = "day"
    ) -> tuple[TimeExpression, ...]:
        document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
        body, at = [], 0
        for line in text.split("\n"):
            if line.strip() and (span := document.span(at, at + len(line)).trimmed()):
                body.append(span)
            at += len(line) + 1
        stated = Published(date=published, precision=precision, how="stated") if published else None
        article = Article(id="a", document="d", published=stated, body=tuple(body))
        trees = models.syntax.parse(span.text for span in body)
        blocks = tuple(Block(span, found, "body") for span, found in zip(body, trees, strict=True))
        return times.read(Page(article=article, blocks=blocks, ascribed=()), Reading(article="a")).times

    return read_times
