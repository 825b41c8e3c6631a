import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources.dates import iso


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2019-05-14 18:22:00", "2019-05-14T18:22"),
        ("2019-05-14T18:22:00Z", "2019-05-14T18:22Z"),
        ("2019-05-14T18:22:00.123+00:00", "2019-05-14T18:22Z"),
        ("2019-05-14T18:22:07-0430", "2019-05-14T18:22-04:30"),
        ("2019-05-14T18:22", "2019-05-14T18:22"),
        ("2019-05-14 00:00:00", "2019-05-14"),
        ("2019-05-14T00:00:00+02:00", "2019-05-14"),
        ("2019-05-14T18", "2019-05-14"),
        ("2019-05-14", "2019-05-14"),
        ("2019-05", "2019-05"),
        ("2019", "2019"),
        ("20190514", "2019-05-14"),
        ("Tue, 14 May 2019 18:22:00 GMT", "2019-05-14T18:22Z"),
        ("Tue, 14 May 2019 18:22:00 +0200", "2019-05-14T18:22+02:00"),
        ("May 14, 2019", "2019-05-14"),
        ("14 September 2019", "2019-09-14"),
        ("3rd Sept. 2019", "2019-09-03"),
    ],
)
def test_a_date_is_normalised_and_never_made_more_precise(stated: str, date: str) -> None:
    assert iso(stated) == date


@pytest.mark.parametrize(
    "stated",
    ["", "yesterday", "04/05/2019", "2019-02-30", "2019-13-01", "2019-05-14T25:10", "0001-01-01", "0000-00-00",
     "1970-01-01T00:00:00Z", "1557858120", "14 Marble 2019", "12:30", "٢٠١٩-٠٥-١٤T"],
)  # fmt: skip
def test_what_is_no_date_or_has_two_meanings_gives_none(stated: str) -> None:
    assert iso(stated) is None


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    iso(text)


@given(st.datetimes())
def test_a_machine_date_keeps_its_day(moment: object) -> None:
    date = iso(str(moment))
    assert date is None or str(moment).startswith(date[:10])
