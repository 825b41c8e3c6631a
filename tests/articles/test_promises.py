"""What holds for any text: every visible character stands once, spans slice to their text, same in same out."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from communique import articles
from communique.domain.documents import Article, Claims, Document
from communique.domain.spans import Span
from communique.errors import ItemFailed
from tests.articles.page_files import PAGES, load

LINES = st.sampled_from(
    [line for path in PAGES for line in load(path)[0].splitlines()] + ["", "", "\t", "***", "(AFP)", "Related"]
)
PAGE_TEXTS = st.lists(LINES, max_size=40).map("\n".join)
ANY_TEXTS = st.text(max_size=300)
NEWSY = st.lists(
    st.sampled_from(
        [
            "GENEVA",
            " (Reuters)",
            " - ",
            "(AP)",
            "\n",
            "\r\n",
            "\n\n",
            "By ",
            "Jane Roe",
            "©",
            " 2019 ",
            "May 5,",
            ". ",
            "•",
            " | ",
            "Updated",
            "Title: ",
            "Date: ",
            "\u2028",
            "\x00",
            "\ufeff",
            "said",
            "the minister of a very small country",
            "[",
            "]",
            "中文",
            "\x85",
            "# ",
            "*",
            "> ",
            "](https://x.example)",
            "![",
            "---\n",
        ]
    ),
    max_size=40,
).map("".join)
TEXTS = PAGE_TEXTS | ANY_TEXTS | NEWSY
CLAIMS = st.builds(
    Claims,
    url=st.none() | st.text(max_size=20),
    title=st.none() | st.text(max_size=40) | LINES,
    outlet=st.none() | st.text(max_size=9),
    published=st.none() | st.text(max_size=12) | st.datetimes().map(str),
)


def page(text: str, claims: Claims = Claims()) -> Document:  # noqa: B008
    return Document(id="d", source="page.txt", sha256="", media_type="text/plain", text=text, claims=claims)


def found(document: Document) -> tuple[Article, ...]:
    try:
        return articles.find(document)
    except ItemFailed as failure:
        failed = failure
    assert (failed.source, failed.stage) == ("page.txt", "articles")
    assert failed.reason
    return ()


def pieces(article: Article) -> list[Span]:
    title = (article.title,) if article.title else ()
    return [*title, *article.body, *[item.span for item in article.furniture]]


def check_cover(text: str, spans: list[Span]) -> None:
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert span.text.strip() == span.text != ""
    ordered = sorted(spans, key=lambda s: s.start)
    assert all(a.end <= b.start for a, b in pairwise(ordered))
    covered = set().union(*[range(span.start, span.end) for span in spans])
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@settings(max_examples=150, deadline=None)
@given(TEXTS, CLAIMS)
def test_articles_cover_every_visible_character_once(text: str, claims: Claims) -> None:
    document = page(text, claims)
    result = found(document)
    if result:
        check_cover(text, [span for article in result for span in pieces(article)])
    check_cover(text, [item.span for item in articles.explain(document)])
    assert found(document) == result


@settings(max_examples=100, deadline=None)
@given(TEXTS, CLAIMS)
def test_what_is_told_of_an_article_stands_in_it(text: str, claims: Claims) -> None:
    for article in found(page(text, claims)):
        assert article.body
        assert list(article.body) == sorted(article.body)
        if article.dateline:
            assert article.body[0].covers(article.dateline.span)
        if article.byline:
            assert any(f.kind == "byline" and f.span.covers(article.byline) for f in article.furniture)
        for item in (article.outlet, article.published):
            if item and item.how == "stated":
                assert item.evidence
                assert any(piece.covers(item.evidence) for piece in pieces(article))
        for span in article.origin.evidence:
            assert any(piece.covers(span) for piece in pieces(article))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_articles_of_a_page_stand_one_after_another(text: str) -> None:
    result = found(page(text))
    reaches = [(min(s.start for s in pieces(a)), max(s.end for s in pieces(a))) for a in result]
    assert reaches == sorted(reaches)
    assert all(before[1] <= after[0] for before, after in pairwise(reaches))
    assert len({a.id for a in result}) == len(result)
