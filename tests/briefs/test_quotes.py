"""The attributions of a page in its text."""

import re
from dataclasses import replace

import pytest

from communique.briefs.render import Screen
from communique.briefs.render.quotes import render
from communique.domain import Article, Document, Record, Statement

COLOUR = re.compile(r"\x1b\[([\d;]*)m")
BRACKETS = re.compile(r"\[(?:source|cue|content) [\d?, ]+: ([^]]*)\]")


def one_line(text: str) -> str:
    return " ".join(text.split())


def only(record: Record, document: str) -> Record:
    """The record of one of its pages."""
    articles = tuple(article for article in record.articles if article.document == document)
    return replace(
        record,
        documents=tuple(page for page in record.documents if page.id == document),
        articles=articles,
        statements=tuple(s for s in record.statements if s.article in {article.id for article in articles}),
    )


@pytest.fixture
def courier(record: Record) -> Record:
    return only(record, "courier")


def style_of(words: str, coloured: str) -> str:
    """The escape sequence that the words stand under."""
    return str(COLOUR.findall(coloured[: coloured.index(words)])[-1])


def test_brackets_name_role_and_attribution(courier: Record) -> None:
    text = one_line(render(courier))
    assert "— [source 1: Foreign Minister Ilse Brandt] [cue 1: said] on Tuesday [content 1: that fishing boats" in text
    assert "[content 2: “We came a long way,”] [source 2: she] [cue 2: told] reporters, [content 2: “but not" in text


def test_the_inner_role_wins_and_doubt_is_marked(courier: Record) -> None:
    assert (
        "[source 3: Brandt] [cue 3: added] [content 3: that] [source 4?: Reyle] [content 3: had] "
        "[cue 4?: promised] [content 3: her] [content 4?: a reply within a week]." in one_line(render(courier))
    )
    assert "5 attributions, 1 of them doubtful" in render(courier)


def test_two_attributions_may_share_a_source(courier: Record) -> None:
    port, said, *_ = courier.statements
    shared = replace(courier, statements=(port, replace(said, speaker=port.speaker, confidence=0.49)))
    assert "[source 1, 2?: Foreign Minister Ilse Brandt]" in one_line(render(shared))
    assert "¹,²?" in render(shared, Screen(colour=True))


def test_title_and_body_are_shown_whole_and_furniture_is_not(courier: Record) -> None:
    text = BRACKETS.sub(r"\1", one_line(render(courier)))
    (article,) = courier.articles
    assert article.title is not None
    assert text.endswith(one_line(" ".join(span.text for span in (article.title, *article.body))))
    assert "A. Penn" not in text


def test_colours_tell_the_roles_apart(courier: Record) -> None:
    coloured = render(courier, Screen(width=100, colour=True))
    article = coloured[coloured.index("Ministers leave") :]
    styles = [style_of(words, article) for words in ("Foreign Minister", "said", "that fishing")]
    assert len(set(styles)) == 3
    assert all(style in COLOUR.findall(coloured[: coloured.index("Ministers leave")]) for style in styles)  # the legend
    assert "[source" not in coloured
    assert "Reyle⁴?" in COLOUR.sub("", article)


def test_each_article_of_each_page_is_shown(record: Record) -> None:
    text = one_line(render(record))
    for words in ("pages/courier.txt", "pages/bulletin.txt", "no title found", "Article 2", "the weather: rain."):
        assert words in text


def test_a_page_cannot_command_the_terminal() -> None:
    page = Document(
        id="d", source="a\x1b[2J", sha256="0", media_type="text/plain", text="Ann said \x1b[31mno [b]x[/b]."
    )
    said = Statement(
        id="s", article="a", kind="indirect", speaker=page.span(0, 3), content=(page.span(9, 25),), confidence=1.0
    )
    article = Article(id="a", document="d", body=(page.span(0, len(page.text)),))
    text = render(Record(documents=(page,), articles=(article,), statements=(said,)))
    assert "\x1b" not in text
    assert "[source 1: Ann] said [content 1: ␛[31mno [b]x[/" in text


def test_a_record_of_nothing_has_the_legend() -> None:
    assert "[source 1: who]" in render(Record())
