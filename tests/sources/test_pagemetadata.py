import json
from typing import Any

import pytest
from trafilatura import load_html

from communique.domain import Claims
from communique.sources.pagemetadata import read

TEXT = "<p>The trade ministers of Norland and Sudmark met in the harbour town on Monday.</p>"
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ministers meet",
    "datePublished": "2019-05-14T18:22:00+02:00",
    "dateModified": "2019-06-01T10:00:00+02:00",
    "author": {"@type": "Person", "name": "Ida Holm"},
    "publisher": {"@type": "Organization", "name": "Northern Courier"},
}


def script(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def noted(head: str, body: str = f"<h1>Ministers meet</h1>{TEXT}", lang: str = "") -> tuple[Claims, tuple[str, ...]]:
    markup = f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{body}</body></html>"
    return read(load_html(markup), markup)


def claims(head: str, body: str = f"<h1>Ministers meet</h1>{TEXT}", lang: str = "") -> Claims:
    return noted(head, body, lang)[0]


def test_json_ld_of_the_article() -> None:
    assert claims(script(ARTICLE), lang=' lang="en-GB"') == Claims(
        title="Ministers meet",
        outlet="Northern Courier",
        byline="Ida Holm",
        published="2019-05-14T18:22+02:00",
        language="en-GB",
    )


@pytest.mark.parametrize(
    "value", [[ARTICLE], {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE]}]
)
def test_json_ld_in_lists_and_graphs(value: Any) -> None:
    assert claims(script(value)).published == "2019-05-14T18:22+02:00"


def test_meta_fields() -> None:
    head = (
        meta("og:title", "Ministers meet | Northern Courier")
        + meta("og:site_name", "Northern Courier")
        + meta("article:published_time", "2019-05-14T16:22:00Z")
        + meta("article:modified_time", "2019-07-01T16:22:00Z")
        + '<meta name="author" content="Ida Holm"><link rel="canonical" href="https://courier.example/a">'
    )
    assert claims(head, TEXT) == Claims(
        url="https://courier.example/a",
        title="Ministers meet",
        outlet="Northern Courier",
        byline="Ida Holm",
        published="2019-05-14T16:22Z",
    )


@pytest.mark.parametrize(
    "head",
    [
        meta("article:modified_time", "2019-07-01T16:22:00Z"),
        '<meta name="date" content="2019-07-01">',
        '<meta http-equiv="last-modified" content="2019-07-01">',
        '<meta name="copyrightyear" content="2019">',
        meta("og:image", "https://courier.example/images/2019/07/01/a.jpg"),
        script({"@context": "https://schema.org", "@type": "WebPage", "datePublished": "2019-07-01"}),
        script({"@context": "https://schema.org", "@type": "NewsArticle", "dateModified": "2019-07-01"}),
    ],
)
def test_no_date_is_taken_from_fields_for_something_else(head: str) -> None:
    assert claims(head).published is None


@pytest.mark.parametrize(
    "body",
    [
        "<p>The treaty of 12 March 1998 was signed on 2019-07-01 in the town hall.</p>",
        "<footer>© 2019 Northern Courier. Last updated: 1 July 2019</footer>",
        "<div class='date'>1 July 2019</div>",
        "<article><h1>Ministers meet</h1></article><article><time datetime='2019-07-01'>July</time></article>",
        "<header><h1>Ministers meet</h1><time datetime='2019-07-01'>today</time></header>",
        "<article><header><h1>Ministers meet</h1><time class='updated' datetime='2019-07-01'></header></article>",
    ],
)
def test_no_date_is_guessed_from_the_page(body: str) -> None:
    assert claims("", body + TEXT).published is None


@pytest.mark.parametrize(
    "body",
    [
        "<article><header><h1>Ministers meet</h1><time datetime='2019-05-14T18:22'>Tuesday</time></header></article>",
        "<main><header><div><h1>Ministers meet</h1></div><p><time datetime='2019-05-14T18:22'></p></header></main>",
        "<h1>Ministers meet</h1><time itemprop='datePublished' datetime='2019-05-14T18:22'>Tuesday</time>",
        "<h1>Ministers meet</h1><time pubdate datetime='2019-05-14T18:22'>Tuesday</time>",
    ],
)
def test_a_time_marked_as_publication_or_beside_the_headline_is_taken(body: str) -> None:
    assert claims("", body + TEXT).published == "2019-05-14T18:22"


def test_dates_a_time_zone_apart_agree() -> None:
    head = script(ARTICLE) + meta("article:published_time", "2019-05-13")
    assert claims(head).published == "2019-05-14T18:22+02:00"


def test_dates_that_contradict_each_other_give_none_and_a_note() -> None:
    head = (
        script(ARTICLE)
        + meta("article:published_time", "2018-01-02")
        + '<link rel="canonical" href="https://courier.example/2018/01/02/a">'
    )
    found, notes = noted(head)
    assert found.published is None
    assert notes == ("the page gives several dates of publication, none is taken: 2018-01-02, 2019-05-14T18:22+02:00",)


def test_of_several_articles_the_one_with_the_title_tells_the_date() -> None:
    other = ARTICLE | {"headline": "Ferry sinks", "datePublished": "2011-02-03"}
    assert claims(script([other, ARTICLE])).published == "2019-05-14T18:22+02:00"
    assert claims(script([other, ARTICLE | {"headline": "Storm"}])).published is None


def test_a_saved_page_tells_where_it_was_saved_from() -> None:
    saved = "<!-- saved from url=(0026)https://courier.example/a -->"
    markup = f"<!DOCTYPE html>\n{saved}\n<html><body><h1>T</h1>{TEXT}</body></html>"
    assert read(load_html(markup), markup)[0].url == "https://courier.example/a"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="twitter:site" content="@courier">',
        meta("og:site_name", "@courier"),
        meta("og:site_name", "https://courier.example"),
        meta("og:site_name", "www.courier.example"),
        meta("og:site_name", "2019"),
        meta("article:publisher", "https://social.example/courier"),
        '<meta name="copyright" content="2019 All rights reserved">',
        '<meta name="application-name" content="PagePress">',
        "<title>Ministers meet - courier.example</title>",
        '<link rel="canonical" href="https://courier.example/a">',
        script({"@context": "https://schema.org", "@type": "Organization", "name": "PagePress"}),
    ],
)
def test_an_outlet_is_named_and_not_guessed(head: str) -> None:
    assert claims(head).outlet is None


@pytest.mark.parametrize(
    "body", ["<h2>Read more</h2>", "<h1>One</h1><h1>Two</h1><h2 class='entry-title'>Read more</h2>"]
)
def test_a_subheading_is_no_title(body: str) -> None:
    assert claims("", body + TEXT).title is None


def test_entities_in_json_ld_are_read() -> None:
    publisher = {"@type": "Organization", "name": "Holm &amp; Lund"}
    found = claims(script(ARTICLE | {"headline": "It&#8217;s  over", "publisher": publisher}), TEXT)
    assert (found.title, found.outlet) == ("It’s over", "Holm & Lund")


def test_the_title_bar_gives_the_title_without_the_outlet() -> None:
    head = "<title>Ministers meet | Northern Courier</title>" + meta("og:site_name", "Northern Courier")
    assert claims(head, TEXT).title == "Ministers meet"


def test_metadata_of_any_shape_does_no_harm() -> None:
    shapes: list[Any] = [None, 7, "text", [], [[]], {"@graph": None}, {"@graph": [1]}, {"@type": [None, 3]},
                         ARTICLE | {"publisher": "x", "author": 5}, ARTICLE | {"publisher": [None, {"name": 3}]},
                         ARTICLE | {"datePublished": {"a": 1}}, ARTICLE | {"headline": ["a"]}]  # fmt: skip
    for value in shapes:
        claims(script(value))
