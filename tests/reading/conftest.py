from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Document, Reading
from communique.models import Models


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
