import json
from dataclasses import dataclass, replace

from communique.briefs.render import Screen, page
from communique.domain import Record, Span


@dataclass(frozen=True)
class Passage:
    span: Span
    label: str
    reason: str


def passages(record: Record) -> list[Passage]:
    courier = record.articles[2]
    assert courier.title is not None
    return [
        Passage(courier.furniture[1].span, "navigation", "words between bars"),
        Passage(courier.title, "title", "the first line that the story takes up"),
        Passage(courier.body[0], "body", "running text"),
        Passage(courier.body[1], "body", "running text"),
        Passage(courier.furniture[4].span, "photo-credit", "running text"),
    ]


def test_every_passage_is_shown_with_its_label_and_its_reason(record: Record) -> None:
    text = page.render(record.documents[0], [record.articles[2]], passages(record), Screen(width=120))
    for words in ("Home | World | Sport", "words between bars", "photo credit", "Photo: A. Penn", "4 March 2031"):
        assert words in text


def test_a_reason_is_said_again_only_where_something_else_came_between(record: Record) -> None:
    text = page.render(record.documents[0], [record.articles[2]], passages(record), Screen(width=120))
    assert text.count("running text") == 2


def test_the_json_form_has_every_passage_with_its_offsets(record: Record) -> None:
    value = json.loads(page.render_json(record.documents[0], [record.articles[2]], passages(record)))
    assert [item["label"] for item in value["passages"]] == ["navigation", "title", "body", "body", "photo-credit"]
    first = value["passages"][0]["span"]
    assert record.documents[0].text[first["start"] : first["end"]] == "Home | World | Sport"


def test_a_page_without_an_article_is_shown_too(record: Record) -> None:
    assert "0 articles" in page.render(record.documents[3], [], [])


def test_what_is_not_known_and_what_was_noticed_is_said(record: Record) -> None:
    courier = record.articles[2]
    noted = replace(record.documents[0], notes=("read as Windows-1252",))
    bare = replace(courier, title=None, outlet=None, published=None, byline=courier.body[0])
    text = page.render(noted, [bare], [])
    for words in ("no title found", "outlet not known", "date not known", "read as Windows-1252", "SKERRY POINT"):
        assert words in text
