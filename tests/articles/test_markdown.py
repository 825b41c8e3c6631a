"""Pages in Markdown: the marks are no part of the words, and are still covered once."""

import pytest

from communique import articles
from communique.articles.markdown import bare, front_matter, is_markdown, read_as
from communique.domain.documents import Article, Document

PAGE = """\
[Home](/) | [Politics](/politics)

# **Rebels and government trade blame over broken truce**

### Each side says that the other fired first near the airport

By [Maud Key](/authors/maud-key) and [Jacob Pohl](/authors/pohl)

*Updated April 12, 2024*

![](https://img.example/smoke.jpg)
*Smoke over the airport on Friday. Harbour Pictures*

**VELDEN (Northwire) –** A truce in Sudria broke down within hours of taking effect on Friday, and the government
[blamed the rebels](https://valley.example/blame) for it.

"They fired first," President Marlo Deen said in a televised speech.

**Read more:** [Rebels agree to talks](/talks)

## What the rebels want

The rebels have named two demands:

- the release of prisoners,
- and a seat in *any* new government.

> We will not sign a blank sheet of paper.

That was how their spokesman put it on Friday.

_With files from Reuters_

[Share on Facebook](https://f.example/share)
"""


def document(text: str, media_type: str = "text/markdown") -> Document:
    return Document(id="d", source="p.md", sha256="", media_type=media_type, text=text)


def only(text: str) -> Article:
    (article,) = articles.find(document(text))
    return article


def kinds(text: str) -> dict[str, str]:
    return {item.span.text: item.label for item in articles.explain(document(text))}


def test_marks_belong_to_no_word() -> None:
    article = only(PAGE)
    assert article.title
    assert article.title.text == "Rebels and government trade blame over broken truce"
    assert article.byline
    assert article.byline.text == "Maud Key"
    assert article.dateline
    assert (article.dateline.place, article.dateline.span.text) == ("Velden", "VELDEN (Northwire) –")
    assert article.published
    assert article.published.date == "2024-04-12"
    assert [span.text.split()[0] for span in article.body] == [
        "**VELDEN", '"They', "The", "-", "-", "We", "That"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[Home](/) | [Politics](/politics)", "navigation"),
        ("# **", "metadata"),
        ("Each side says that the other fired first near the airport", "summary-bullet"),
        ("Updated April 12, 2024", "update-stamp"),
        ("![](https://img.example/smoke.jpg)", "media-control"),
        ("Smoke over the airport on Friday. Harbour Pictures", "caption"),
        ("**Read more:** [Rebels agree to talks](/talks)", "teaser"),
        ("What the rebels want", "subheading"),
        (">", "metadata"),
        ("With files from Reuters", "agency-credit"),
        ("[Share on Facebook](https://f.example/share)", "share"),
    ],
)
def test_what_the_lines_of_a_page_are(text: str, label: str) -> None:
    assert kinds(PAGE)[text] == label


def test_the_fields_above_a_clipped_page() -> None:
    head = (
        '---\ntitle: "Envoys agree on nothing"\nsource: "https://www.valley.example/envoys"\n'
        'author:\n  - "[[Maud Key]]"\npublished: 2024-04-08\ncreated: 2024-04-09\n---\n'
    )
    story = "The envoys of Norland and Sudria met on Monday and agreed on nothing at all, officials said.\n"
    article = only(head + story)
    assert article.title
    assert article.title.text == "Envoys agree on nothing"
    assert article.byline
    assert article.byline.text == "Maud Key"
    assert article.published
    assert article.published.date == "2024-04-08"
    assert article.outlet
    assert (article.outlet.name, article.outlet.how) == ("valley.example", "stated")
    assert [span.text for span in article.body] == [story.strip()]


@pytest.mark.parametrize(
    ("line", "words", "heading", "emphasis"),
    [
        ("## Two words", "Two words", 2, False),
        ("# [Linked words](/a)", "Linked words", 1, False),
        ("*All of it.*", "All of it.", 0, True),
        ("**Bold** and **bold**", "**Bold** and **bold**", 0, False),
        ("> Quoted", "Quoted", 0, False),
        ("#hashtag", "#hashtag", 0, False),
        ("# ", "# ", 0, False),
        ("***", "***", 0, False),
        ("2 * 3 * 4", "2 * 3 * 4", 0, False),
    ],
)
def test_the_words_of_a_line(line: str, words: str, heading: int, *, emphasis: bool) -> None:
    found = bare(line)
    assert (line[found.start : found.end], found.heading, found.emphasis) == (words, heading, emphasis)


def test_links_read_as_their_words() -> None:
    assert read_as("**Talks:** he [said so](https://x.example/a_(b)) twice") == "Talks: he said so twice"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A heading\n\nSome words.", True),
        ("Read [this](https://x.example).", True),
        ("We are #1.\n\nHe [the envoy] left (early).", False),
    ],
)
def test_markdown_is_told_by_its_headings_and_links(text: str, *, found: bool) -> None:
    assert is_markdown("text/plain", text) is found


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert front_matter("Words.\n---\ntitle: none\n---\n") == {}
