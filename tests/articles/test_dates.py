import pytest

from communique.articles.dates import dates_in, from_iso, from_url, stamp_kind, stamped


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("on 14 May 2019 and on June 3, 2020", ["2019-05-14", "2020-06-03"]),
        ("Sept. 9, 2020", ["2020-09-09"]),
        ("the 1st of March 2001", ["2001-03-01"]),
        ("2019-05-14", ["2019-05-14"]),
        ("25/12/2019", ["2019-12-25"]),
        ("12/25/2019", ["2019-12-25"]),
        ("14.05.2019", ["2019-05-14"]),
        ("03/04/2019", []),
        ("31 February 2019", []),
        ("May 14", []),
        ("In 2019 we met", []),
    ],
)
def test_full_dates_are_found_and_ambiguous_ones_are_not(text: str, isos: list[str]) -> None:
    assert [found.iso for found in dates_in(text)] == isos


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Updated 15 May 2019", "update-stamp"),
        ("Updated 6 sec ago", "update-stamp"),
        ("Published 2 hours ago", "date-stamp"),
        ("Published 14 May 2019, updated 15 May 2019", "date-stamp"),
        ("Tuesday, May 14, 2019 - 10:15 GMT", "date-stamp"),
        ("04/02/2021", "date-stamp"),
        ("Fjord Post. Published 14 May 2019, 09:05 New York time", "date-stamp"),
        ("At 5 Lund time was up", None),
        ("May 14, 2019 was a bad day", None),
        ("2019", None),
        ("Monday", None),
        ("Second", None),
        ("The second half", None),
    ],
)
def test_a_stamp_holds_a_time_and_nothing_else(text: str, kind: str | None) -> None:
    assert stamp_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "iso", "sure"),
    [
        ("Published 14 May 2019, updated 16 May 2019", "2019-05-14", True),
        ("Updated 16 May 2019 | Published 14 May 2019", "2019-05-14", True),
        ("May 14, 2019 10:15 GMT", "2019-05-14T10:15Z", False),
        ("Tue 14 May 2019 18.22 BST", "2019-05-14T17:22Z", False),
        ("11:30 PM EDT, Tue May 14, 2019", "2019-05-15T03:30Z", False),
        ("Updated 7:42 PM EAT, March 12, 2024", "2024-03-12T16:42Z", False),
        ("May 14, 2019 10:15 PM", "2019-05-14", False),
        ("Posted May 2019", "2019-05", False),
    ],
)
def test_a_stamp_tells_publication_before_update(text: str, iso: str, *, sure: bool) -> None:
    found = stamped(text)
    assert found
    assert found[0].iso == iso
    if sure:
        assert found[1]


def test_an_age_is_no_date() -> None:
    assert stamped("Updated 6 sec ago") is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2019-05-14T10:15:00+02:00", "2019-05-14T08:15Z"),
        ("2019-05-14T10:15:00", "2019-05-14"),
        ("2019-05-14 00:00:00+00:00", "2019-05-14"),
        ("2019-05-14", "2019-05-14"),
        ("14 May 2019", "2019-05-14"),
    ],
)
def test_metadata_are_read_to_the_minute_only_with_a_zone(value: str, iso: str) -> None:
    found = from_iso(value)
    assert found
    assert found.iso == iso


@pytest.mark.parametrize("value", ["", "yesterday", "0001-01-01T00:30+23:00", "9999-12-31T23:59-23:00"])
def test_metadata_that_give_no_date(value: str) -> None:
    assert from_iso(value) is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://news.example/2019/05/14/talks", "2019-05-14"),
        ("https://news.example/world/2019/may/14/talks", "2019-05-14"),
        ("https://news.example/a-20190514.html", "2019-05-14"),
        ("https://news.example/2019/5/4/talks.html", "2019-05-04"),
        ("https://news.example/2019-05-14-talks", "2019-05-14"),
        ("https://news.example/2019/05/14", "2019-05-14"),
        ("https://news.example/2019/05/99/talks", "2019-05"),
        ("https://news.example/a/12019/05/14/talks", None),
        ("https://news.example/2019/05/talks", "2019-05"),
        ("https://news.example/story/1234567890", None),
        ("https://news.example/2019/13/14/talks", None),
    ],
)
def test_urls_with_a_date(url: str, iso: str | None) -> None:
    found = from_url(url)
    assert (found and found.iso) == iso
