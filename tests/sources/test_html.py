import io
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trafilatura import extract

from communique.domain import Document
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import items
from communique.sources.html import MAX_SIBLINGS, looks_like_html, parse
from communique.sources.pagemetadata import LONGEST_META

BODY = """<article><header><h1>Ministers meet in Sandvik</h1></header>
<p>The trade ministers of Norland and Sudmark met in the harbour town of Sandvik on Monday to talk about herring.</p>
<p>“We found more common ground than our officials had dared to hope”, said Ida Holm, the minister of Norland.</p>
<p>Boats from both shores had stayed in port for eleven days, and fishmongers had begun to run out of stock.</p>
<table><tr><th>Year</th><th>Tonnes landed</th></tr><tr><td>2017</td><td>41,000</td></tr></table>
<p>A further round is to be held in the autumn, when the quota for the next three years has to be settled.</p></article>
<div id="comments"><h3>Comments</h3><p>I have never liked herring much, to be honest with everybody here.</p></div>"""


def page(head: str = "", body: str = BODY, lang: str = "") -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>"


def document(markup: str | bytes) -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return next(items(["-"], Settings(), io.BytesIO(data))).read()


def why(markup: str) -> str:
    with pytest.raises(ItemFailed) as caught:
        document(markup)
    return caught.value.reason


PAGES = [
    page(),
    page("<title>Ministers meet in Sandvik | Northern Courier</title>"),
    page(body=BODY.replace("<header><h1>Ministers meet in Sandvik</h1></header>", "")),
    page(body=BODY.replace("article", "div").replace("<p>", "<p><span>").replace("</p>", "</span></p>")),
    page(body="<main>" + BODY + "<ul>" + "<li><a href='/x'>More from the coast</a></li>" * 9 + "</ul></main>"),
    "<?xml version='1.0' encoding='utf-8'?>\n" + page(),
]


@pytest.mark.parametrize("markup", PAGES)
def test_the_text_is_trafilaturas_with_at_most_a_title_in_front(markup: str) -> None:
    expected = extract(markup, include_comments=False)
    read = document(markup)
    assert expected
    assert read.text in {expected, f"{read.claims.title}\n\n{expected}"}
    assert "common ground" in read.text
    assert "never liked herring" not in read.text


def test_a_title_outside_the_text_is_put_in_front() -> None:
    markup = page(
        '<meta property="og:title" content="Herring talks open">',
        BODY.replace("<h1>Ministers meet in Sandvik</h1>", ""),
    )
    expected = extract(markup, include_comments=False)
    assert document(markup).text == f"Herring talks open\n\n{expected}"


def test_a_title_is_not_repeated_for_the_outlets_name_behind_it() -> None:
    head = '<meta property="og:title" content="Ministers meet in Sandvik - Northern Courier">'
    read = document(page(head))
    assert read.claims.title == "Ministers meet in Sandvik"
    assert read.text.count("Ministers meet in Sandvik") == 1


def test_the_encoding_that_the_page_names_is_used() -> None:
    markup = page(
        '<meta charset="windows-1250">',
        "<article><p>" + "Příliš žluťoučký kůň úpěl ďábelské ódy. " * 9 + "</p></article>",
    )
    assert "Příliš žluťoučký" in document(markup.encode("cp1250")).text


def test_utf16_pages_are_recognised_and_read() -> None:
    assert "common ground" in document(page().encode("utf-16")).text
    assert looks_like_html(page().encode("utf-16"))


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<!DOCTYPE html>",
        "<html><body><img src='a.png'></body></html>",
        "<html><head><title>T</title></head>",
        "<html><body><script>var text = 'no text';</script></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    assert why(markup) == "no article text found in the page"


def test_a_file_called_html_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("just words")
    with pytest.raises(ItemFailed, match="no article text found"):
        next(items([str(tmp_path)], Settings(), io.BytesIO())).read()


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote", "li"])
def test_deep_nesting_neither_crashes_nor_hangs(tag: str) -> None:
    started = time.monotonic()
    with suppress(ItemFailed):
        document(page(body=f"<{tag}>" * 50_000 + BODY))
    assert time.monotonic() - started < 20


def test_a_page_with_too_many_elements_is_refused_at_once() -> None:
    started = time.monotonic()
    assert "too large for a news page" in why(page(body="<p>" + "<span>word</span> " * (MAX_SIBLINGS + 1) + "</p>"))
    assert time.monotonic() - started < 5


def test_json_ld_that_is_not_json_does_not_hang() -> None:
    started = time.monotonic()
    script = '<script type="application/ld+json">{"@type": "Article", "author": "' + '"author":x' * 20_000 + "</script>"
    assert "common ground" in document(page(script)).text
    assert time.monotonic() - started < 5


def test_an_endless_meta_field_does_not_hang() -> None:
    started = time.monotonic()
    meta = f"<meta name='author' content='{'&lt;' * 200_000}'><meta name='title' content='{'T ' * LONGEST_META}'>"
    assert document(page(meta)).claims.title == "Ministers meet in Sandvik"
    assert time.monotonic() - started < 5


PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "<br>", "<!--", "'>", '">', "<article>", "<header>", "</script>",
    "<html/>", "<table><tr><td>", "&#0;", "&#xD800;", "]}", "<a href=", "<meta charset=utf-7>", "They met on Monday. ",
    "<time pubdate datetime='", '<time pubdate datetime="2019-05-14">', "<meta property='og:title' content='",
    "<script type='application/ld+json'>", '{"@graph":[', '{"@type":"Article",', '"datePublished":"2019-99-99"}',
    "<link rel=canonical href='//[", '<link rel=canonical href="https://[::1/2019/05/14">', '<base href="http://%">',
    '<meta name="author" content="a@b;\\u12">',
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=25)


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    data = ("<html><head>" + "".join(parts)).encode("utf-8", "replace")
    with suppress(ItemFailed):
        assert parse("page", data).text.strip()


def test_metadata_that_cannot_be_read_do_not_cost_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_args: object) -> None:
        raise RecursionError

    monkeypatch.setattr("communique.sources.pagemetadata.read", stumble)
    assert "common ground" in document(page()).text
    assert document(page()).notes == ("the page's metadata cannot be read",)


def test_a_page_that_the_extractor_stumbles_over_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_args: object, **_options: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.extract", stumble)
    assert why(page()) == "the page cannot be taken apart (RecursionError)"


def test_the_extractor_says_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    why("<html></html>")
    assert capfd.readouterr().err == ""
