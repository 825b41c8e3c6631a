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


def test_a_sentence_begins_behind_an_abbreviation_that_ends_one(models: Models) -> None:
    text = "Guns were heard in the port at 4 a.m. Two soldiers were killed, the ministry said at 9 p.m. Tuesday."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    page = parse(Article(id="a", document="d", body=(document.span(0, len(text)),)), models)
    begins = [sentence.start_char for _, tree in page.trees() for sentence in tree.doc.sents]
    assert begins == [0, text.index("Two")]
