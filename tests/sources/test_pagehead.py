"""The lines between a headline and its story."""

import pytest

from communique.sources.html import parse

STORY = (
    "<p>The trade ministers of Norland and Sudmark met in the harbour town of Sandvik to talk about herring.</p>"
    "<p>“We found more common ground than our officials had dared to hope”, said Ida Holm, the minister of Norland.</p>"
    "<p>Boats from both shores had stayed in port for eleven days, and fishmongers had begun to run out of stock.</p>"
)
TITLE = "Ministers meet in Sandvik"


def text(head: str, metadata: str = "") -> str:
    page = (
        f"<html><head><title>{TITLE}</title>{metadata}</head><body><nav>May 1, 2019</nav><article><h1>{TITLE}</h1>"
        f"{head}{STORY}</article></body></html>"
    )
    return parse("page.html", page.encode()).text


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("<div class='meta'>By <a href='/a'>Ada Lund</a> and Per Vik</div>", "By Ada Lund and Per Vik"),
        (
            "<p class='meta'>Agencies | Published: 07 May 2019, 09:15 AM</p>",
            "Agencies | Published: 07 May 2019, 09:15 AM",
        ),
        ("<div><time>6 May 2019</time></div>", "6 May 2019"),
    ],
)
def test_a_byline_and_a_date_stand_below_the_headline(head: str, line: str) -> None:
    lines = text(head).splitlines()
    assert line in lines[lines.index(TITLE) :][:3]
    assert lines.count(line) == 1


@pytest.mark.parametrize("head", ["<nav>6 May 2019</nav>", "<figure>Picture of May 6, 2019</figure>"])
def test_what_is_no_head_stays_out(head: str) -> None:
    assert text(head).splitlines()[1].startswith("The trade ministers")


def test_the_author_whom_the_metadata_name_is_found_without_by() -> None:
    meta = "<meta name='author' content='Ada Lund'>"
    assert "Ada Lund" in text("<div><span>Ada Lund</span></div>", meta).splitlines()
