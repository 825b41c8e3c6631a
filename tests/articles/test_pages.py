from pathlib import Path

import pytest

from communique import articles
from communique.domain.documents import Document
from tests.articles.page_files import PAGES, load


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_passage_of_a_page_gets_its_label(path: Path) -> None:
    text, expected = load(path)
    document = Document(id="d", source=path.name, sha256="", media_type="text/plain", text=text)
    found = [(item.label, item.span.text, item.article) for item in articles.explain(document)]
    assert found == [tuple(each) for each in expected]
    assert len(articles.find(document)) == expected[-1].article
