import pytest

from communique.domain import Article, Dateline, Document
from communique.models import Models
from communique.reading import parse


@pytest.mark.parametrize(
    ("paragraph", "dateline", "begins"),
    [
        ("OSLO: The talks failed.", "OSLO:", "The talks"),
        ("OSLO, Norway (AP) — The talks failed.", "OSLO, Norway (AP) —", "The talks"),
        ("OSLO", "OSLO", "OSLO"),
    ],
)
def test_a_sentence_begins_behind_the_dateline(models: Models, paragraph: str, dateline: str, begins: str) -> None:
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=paragraph)
    place = Dateline(place="Oslo", span=document.span(0, len(dateline)))
    article = Article(id="a", document="d", dateline=place, body=(document.span(0, len(paragraph)),))
    assert parse(article, models).story[0].span.text.startswith(begins)
