"""Whose reporting an article is, and how many origins stand behind several."""

from collections.abc import Sequence

import pytest

from communique.domain import Article, FurnitureKind, Origin, Record
from communique.stories.credits import origin
from communique.stories.origins import origins, trace
from tests.stories.pages import FERRY, FERRY_ELSEWHERE, LIBRARY, TALKS, article

PARAGRAPHS = FERRY.strip().split("\n\n")


def traced(*articles: Article) -> dict[str, Article]:
    return {a.id: a for a in trace(Record(articles=articles)).articles}


def independent(articles: Sequence[Article]) -> int:
    return len(set(origins(articles).values()))


@pytest.mark.parametrize(
    ("line", "label", "kind", "agency"),
    [
        ("Source: AFP", "agency-credit", "wire", "AFP"),
        ("Associated Press writer", "summary-bullet", "wire", "AP"),
        ("(Via Reuters)", "agency-credit", "unknown", None),
        ("Reuters contributed to this report.", "agency-credit", "staff", None),
        ("Based on reporting by AFP, AP, and Reuters", "agency-credit", "staff", None),
        ("Harbour Courier staff and agencies", "summary-bullet", "staff", None),
        ("Associated Press writer Jane Roe contributed to this report.", "agency-credit", "unknown", "AP"),
        (
            "(This story has not been edited by our staff and comes from a syndicated feed.)",
            "agency-credit",
            "wire",
            None,
        ),
        ("This article is published from an AFP feed.", "agency-credit", "wire", "AFP"),
        ("This story was generated from a syndicated feed of Reuters.", "agency-credit", "wire", "Reuters"),
        ("(Additional reporting by Jane Roe; Editing by Lee Poe)", "agency-credit", "unknown", None),
        ("AFP/dpa", "agency-credit", "unknown", None),
        ("Source: Shutterstock", "photo-credit", "unknown", None),
        ("Source: the harbour office", "agency-credit", "unknown", None),
    ],
)
def test_a_line_beside_the_story_tells_whose_it_is(
    line: str, label: FurnitureKind, kind: str, agency: str | None
) -> None:
    found = origin(article("a", FERRY, credit=(label, line)))
    assert (found.kind, found.agency) == (kind, agency)
    assert [span.text for span in found.evidence] == ([line] if (kind, agency) != ("unknown", None) else [])


@pytest.mark.parametrize(
    ("head", "agency"),
    [("Reuters - ", "Reuters"), ("MERROW (AP) — ", "AP"), ("The growing trend — ", None), ("Merrow — ", None)],
)
def test_an_agency_at_the_head_of_the_story(head: str, agency: str | None) -> None:
    found = origin(article("a", head + FERRY))
    assert found.agency == agency


def test_what_cleaning_the_page_found_stands() -> None:
    known = Origin(kind="wire", agency="TASS")
    page = article("a", "Reuters - " + FERRY)
    assert origin(Article(id="a", document=page.document, body=page.body, origin=known)) == known


def test_ten_outlets_with_one_agency_text_are_one_origin() -> None:
    wire = article("wire", FERRY, published="2031-03-04", outlet="Ledger", credit=("agency-credit", "Source: AFP"))
    copies = [article(f"copy-{n}", FERRY, published="2031-03-03", outlet=f"Paper {n}") for n in range(9)]
    found = traced(wire, *copies)
    assert {found[f"copy-{n}"].origin.copy_of for n in range(9)} == {"wire"}
    assert {a.origin.agency for a in found.values()} == {"AFP"}
    assert found["wire"].origin.kind == "wire"
    assert independent(list(found.values())) == 1


def test_without_a_credit_the_older_article_is_the_original() -> None:
    old = article("z-old", FERRY, published="2031-03-03", outlet="Ledger")
    new = article("a-new", "\n\n".join(reversed(PARAGRAPHS)), published="2031-03-05", outlet="Courier")
    found = traced(new, old)
    assert (found["a-new"].origin.kind, found["a-new"].origin.copy_of) == ("copy", "z-old")
    assert found["z-old"].origin.kind == "unknown"
    assert all(span.text in FERRY for span in found["a-new"].origin.evidence)


def test_an_article_with_much_of_its_own_is_no_copy_of_what_it_holds() -> None:
    short = article("short", "\n\n".join(PARAGRAPHS[:3]), published="2031-03-03")
    long = article("long", "\n\n".join([*PARAGRAPHS[:3], TALKS, LIBRARY, FERRY_ELSEWHERE]), published="2031-03-04")
    found = traced(short, long)
    assert found["long"].origin.copy_of is None
    assert found["short"].origin.copy_of == "long"


def test_nothing_is_a_copy_of_what_was_printed_days_later() -> None:
    short = article("short", "\n\n".join(PARAGRAPHS[:3]), published="2031-03-03", outlet="Ledger")
    long = article("long", "\n\n".join([*PARAGRAPHS[:3], TALKS, LIBRARY]), published="2031-03-06", outlet="Courier")
    assert {a.origin.copy_of for a in traced(short, long).values()} == {None}


def test_independent_reports_stay_independent() -> None:
    pile = (
        article("a", FERRY, outlet="Ledger"),
        article("b", FERRY_ELSEWHERE, outlet="Courier"),
        article("c", TALKS),
        article("d", LIBRARY),
    )
    found = traced(*pile)
    assert {a.origin.kind for a in found.values()} == {"unknown"}
    assert independent(list(found.values())) == 4


def test_two_articles_of_one_outlet_are_one_origin_and_so_is_what_an_agency_publishes_itself() -> None:
    assert independent([article("a", FERRY, outlet="Ledger"), article("b", TALKS, outlet="Ledger")]) == 1
    own = article("a", FERRY, outlet="Reuters")
    printed = traced(article("b", TALKS, outlet="Ledger", credit=("agency-credit", "Source: Reuters")))["b"]
    assert independent([own, printed]) == 1


def test_articles_that_name_each_other_as_their_original_do_not_hang_the_count() -> None:
    one, two = article("a", FERRY), article("b", FERRY)
    circle = [
        Article(id="a", document="d", body=one.body, origin=Origin(kind="copy", copy_of="b")),
        Article(id="b", document="d", body=two.body, origin=Origin(kind="copy", copy_of="a")),
    ]
    assert set(origins(circle)) == {"a", "b"}


def test_the_order_of_articles_does_not_matter() -> None:
    pile = [article(f"a{n}", FERRY, published=f"2031-03-0{n + 1}") for n in range(5)]
    assert traced(*pile) == traced(*reversed(pile))


def test_no_articles_have_no_origins() -> None:
    assert trace(Record()).articles == ()
    assert origins([]) == {}
