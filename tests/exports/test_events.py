"""Events as event data: the columns, lists that stay in step, and cells that no spreadsheet runs."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Document,
    Event,
    Outlet,
    Place,
    Published,
    Record,
    Span,
)
from communique.exports import events

FIRST = "Foreign ministers meet in Turku\n\nMinister Aalto telephoned her Danish colleague on Monday.\n"
SECOND = "Aalto and the colleague spoke by telephone, TURKU heard.\n\nThe Courier\n\n=cmd; she said\n"


def document(name: str, text: str) -> Document:
    return Document(id=name, source=f"https://{name}.example/1", sha256="0", media_type="text/plain", text=text)


PAGES = {"post": document("post", FIRST), "news": document("news", SECOND)}


def words(page: str, text: str) -> Span:
    start = PAGES[page].text.index(text)
    return PAGES[page].span(start, start + len(text))


def named(*spans: Span) -> tuple[ActorMention, ...]:
    return tuple(ActorMention(span=span, form="named") for span in spans)


CALL = Event(
    id="call",
    label="Phone call",
    type="CONSULT",
    mode="phone",
    kind="phone call",
    actors=("aalto",),
    recipients=("dane", "crowd"),
    place=Place(name="Turku, Finland", country="FIN", latitude=60.45, longitude=22.27, geonames=633679),
    date="2031-05-05",
    date_how="relative",
    status="occurred",
    mentions=(
        words("post", "Minister Aalto telephoned her Danish colleague"),
        words("news", "Aalto and the colleague spoke by telephone, TURKU heard"),
    ),
)
STRIKE = Event(
    id="strike",
    label="Strike",
    kind="strike",
    date="2031-06",
    status="planned",
    mentions=(words("news", "=cmd; she said"),),
)
RECORD = Record(
    documents=tuple(PAGES.values()),
    articles=(
        Article(
            id="a-news",
            document="news",
            outlet=Outlet(name="The News", how="url"),
            published=Published(date="2031-05-07", precision="day", how="url"),
            body=(words("news", SECOND.partition("\n")[0]), words("news", "=cmd; she said")),
        ),
        Article(
            id="a-post",
            document="post",
            title=words("post", "Foreign ministers meet in Turku"),
            outlet=Outlet(name="Post; Weekly", how="url"),
            published=Published(date="2031-05-06T08:00Z", precision="minute", how="url"),
            body=(words("post", FIRST.split("\n\n")[1].strip()),),
        ),
    ),
    actors=(
        Actor(
            id="aalto",
            name="Anna Aalto",
            type="person",
            country="FIN",
            sector="GOV",
            mentions=named(words("post", "Aalto"), words("news", "Aalto")),
        ),
        Actor(
            id="dane",
            name="Danish colleague",
            type="person",
            country="DNK",
            mentions=named(words("post", "her Danish colleague")),
        ),
        Actor(id="crowd", name="=crowd", type="group", mentions=()),
    ),
    events=(STRIKE, CALL),
    timeline=("call",),
)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_has_the_columns_of_polecat_and_our_own() -> None:
    row, _ = table(events.events(RECORD, "csv"))
    assert row == {
        "Event ID": "call",
        "Event Date": "2031-05-05",
        "Event Type": "CONSULT",
        "Event Mode": "phone",
        "Quad Code": "VERBAL COOPERATION",
        "Contexts": "",
        "Actor Name": "Anna Aalto",
        "Actor Country": "FIN",
        "Primary Actor Sector": "GOV",
        "Actor Name Raw": "Aalto",
        "Recipient Name": "Danish colleague; =crowd",
        "Recipient Country": "DNK; None",
        "Primary Recipient Sector": "",
        "Recipient Name Raw": "her Danish colleague; None",
        "Placename": "Turku, Finland",
        "City": "Turku",
        "Country": "FIN",
        "Latitude": "60.45",
        "Longitude": "22.27",
        "GeoNames ID": "633679",
        "Raw Placename": "TURKU",
        "Source": "Post, Weekly; The News",
        "Publication Date": "2031-05-06; 2031-05-07",
        "Headline": "Foreign ministers meet in Turku",
        "Language": "en",
        "Status": "occurred",
        "Event Label": "Phone call",
        "Event Kind": "phone call",
        "CAMEO Code": "041",
        "First Day": "2031-05-05",
        "Last Day": "2031-05-05",
        "Date How": "relative",
        "Actor ID": "aalto",
        "Recipient ID": "dane; crowd",
        "Mentions": "2",
        "Articles": "2",
        "Outlets": "2",
    }


def test_rows_follow_the_timeline_and_what_is_not_on_it_comes_last() -> None:
    assert [row["Event ID"] for row in events.rows(RECORD)] == ["call", "strike"]
    assert [row["Event ID"] for row in events.rows(replace(RECORD, timeline=("gone", "strike")))] == ["strike", "call"]


def test_what_is_not_known_is_empty_and_a_date_is_no_more_precise_than_it_was() -> None:
    _, row = table(events.events(RECORD, "csv"))
    assert (row["Event Date"], row["First Day"], row["Last Day"]) == ("2031-06", "2031-06-01", "2031-06-30")
    unknown = ("Event Type", "Quad Code", "CAMEO Code", "Actor Name", "Actor Country", "Placename", "City", "Latitude")
    assert [row[name] for name in unknown] == [""] * len(unknown)


def test_a_country_is_no_city() -> None:
    state = replace(CALL, place=Place(name="Finland", country="FIN"))
    (row,) = events.rows(replace(RECORD, events=(state,)))
    assert (row["Placename"], row["City"], row["Country"]) == ("Finland", None, "FIN")


def test_json_lines_have_lists_and_nulls_and_texts_as_they_are() -> None:
    row, other = (json.loads(line) for line in events.events(RECORD, "jsonl").split("\n"))
    assert row["Recipient Name"] == ["Danish colleague", "=crowd"]
    assert row["Recipient Country"] == ["DNK", None]
    assert row["Source"] == ["Post; Weekly", "The News"]
    assert (row["Latitude"], row["Mentions"], other["Latitude"], other["CAMEO Code"]) == (60.45, 2, None, [])
    assert list(row) == list(events.COLUMNS)


def test_mentions_lead_back_to_their_words() -> None:
    rows = events.mention_rows(RECORD)
    assert [(row["Event ID"], row["Article ID"], row["Outlet"], row["Page"]) for row in rows] == [
        ("call", "a-news", "The News", "https://news.example/1"),
        ("call", "a-post", "Post; Weekly", "https://post.example/1"),
        ("strike", "a-news", "The News", "https://news.example/1"),
    ]
    for row in rows:
        name, start, end = row["Document"], row["Start"], row["End"]
        assert isinstance(name, str)
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["Text"] == PAGES[name].text[start:end]


def test_no_cell_is_taken_for_a_formula_and_negative_numbers_stay_numbers() -> None:
    south = replace(CALL, label="=SUM(A1)", place=Place(name="-x", latitude=-33.4, longitude=-70.6))
    row, other = table(events.events(replace(RECORD, events=(south, STRIKE)), "csv"))
    assert (row["Event Label"], row["Placename"], row["Latitude"]) == ("'=SUM(A1)", "'-x", "-33.4")
    assert other["Event ID"] == "strike"
    mentions = table(events.mentions(RECORD, "csv"))
    assert mentions[-1]["Text"] == "'=cmd; she said"
    assert '"Text": "=cmd; she said"' in events.mentions(RECORD, "jsonl")


@pytest.mark.parametrize("form", events.FORMS)
def test_a_record_without_events_is_a_table_without_rows(form: str) -> None:
    assert len(events.events(Record(), form).splitlines()) == (form == "csv")
    assert len(events.mentions(Record(), form).splitlines()) == (form == "csv")


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(label=ANY_TEXT, name=ANY_TEXT)
def test_csv_of_any_words_is_read_back(label: str, name: str) -> None:
    actors = (replace(RECORD.actors[0], name=name), *RECORD.actors[1:])
    row, _ = table(events.events(replace(RECORD, events=(replace(CALL, label=label), STRIKE), actors=actors), "csv"))
    assert row["Event Label"].removeprefix("'") == label.removeprefix("'")
    assert row["Actor Name"].removeprefix("'") == name.replace(";", ",").removeprefix("'")
    assert not row["Event Label"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
