"""When articles without a date were published, and what follows for their events."""

from dataclasses import replace
from typing import Any

import pytest

from communique.domain import TimeExpression
from communique.reading.times import UNKNOWN

CRASH = "A ferry sank near Skerry harbour on {}, drowning eleven passengers"
MET = "Anna Berg met Luis Ramos in Oslo on Tuesday"
SAW = "Luis Ramos saw Anna Berg at a castle in Oslo"
DATED = "Eleven passengers drowned on {} when a ferry sank off Skerry harbour"


def sinking(write: Any, name: str, line: str, day: str, value: str | None = None, published: str | None = None) -> Any:
    page = write(name, line, published)
    page.event(line.splitlines()[0], "sinking", time=page.time(day, value))
    return page


def published(found: Any) -> dict[str, tuple[str, str, str, str] | None]:
    return {
        article.id: article.published
        and (
            article.published.date,
            article.published.precision,
            article.published.how,
            article.published.evidence.text if article.published.evidence else "",
        )
        for article in found.articles
    }


def test_an_article_is_of_the_week_after_the_day_that_a_like_sentence_gives(write: Any, record: Any) -> None:
    dated = sinking(write, "a", DATED.format("Sunday"), "Sunday", "2031-03-02", published="2031-03-03")
    page = sinking(write, "b", CRASH.format("Sunday"), "Sunday")
    assert published(record(dated, page))["b"] == ("2031-03-02/2031-03-08", "day", "inferred", "Sunday")


def test_the_last_day_of_the_calendar_dates_a_like_sentence(write: Any, record: Any) -> None:
    dated = sinking(write, "a", DATED.format("Friday"), "Friday", "9999-12-31", published="9999-12-31")
    page = sinking(write, "b", CRASH.format("Friday"), "Friday")
    assert published(record(dated, page))["b"] == ("9999-12-31", "day", "inferred", "Friday")


def test_two_like_sentences_leave_the_days_that_both_allow(write: Any, record: Any) -> None:
    raised = "\nDivers raised the sunken ferry outside Skerry harbour on {}"
    dated = sinking(
        write, "a", DATED.format("Sunday") + raised.format("Friday"), "Sunday", "2031-03-02", published="2031-03-07"
    )
    dated.time("Friday", "2031-03-07")
    page = sinking(write, "b", CRASH.format("Sunday") + raised.format("Friday"), "Sunday")
    page.time("Friday", None)
    assert published(record(dated, page))["b"] == ("2031-03-07/2031-03-08", "day", "inferred", "Friday")


@pytest.mark.parametrize(
    "line",
    ["A ferry sank near Skerry harbour on Monday, drowning eleven passengers", "The harbour council meets on Sunday"],
)
def test_another_day_or_another_matter_dates_nothing(write: Any, record: Any, line: str) -> None:
    dated = sinking(write, "a", DATED.format("Sunday"), "Sunday", "2031-03-02", published="2031-03-03")
    page = sinking(write, "b", line, "Monday" if "Monday" in line else "Sunday")
    assert published(record(dated, page))["b"] is None


def test_what_was_long_past_for_the_dated_article_dates_nothing(write: Any, record: Any) -> None:
    dated = sinking(write, "a", DATED.format("Sunday"), "Sunday", "2030-03-03", published="2031-03-03")
    page = sinking(write, "b", CRASH.format("Sunday"), "Sunday")
    assert published(record(dated, page))["b"] is None


def test_the_full_date_of_a_like_sentence_dates_its_own_article(write: Any, record: Any) -> None:
    page = sinking(write, "a", CRASH.format("Sunday") + "\n" + DATED.format("March 2, 2031"), "Sunday")
    page.time("March 2, 2031", "2031-03-02")
    found = record(page)
    assert published(found)["a"] == ("2031-03-02/2031-03-08", "day", "inferred", "Sunday")
    assert [event.date for event in found.events] == ["2031-03-02"]


def meeting(write: Any, name: str, line: str, status: str = "occurred", **more: Any) -> Any:
    page = write(name, line, more.get("published"))
    when = page.time(more["day"], more.get("value")) if "day" in more else None
    parties = {"actors": (page.actor("Anna Berg", "NOR"),), "recipients": (page.actor("Luis Ramos", "PER"),)}
    page.event(line.splitlines()[0], places=(page.place("Oslo"),), time=when, status=status, **parties)
    return page


def test_news_of_a_dated_event_is_of_the_week_that_begins_with_it(write: Any, record: Any) -> None:
    dated = meeting(write, "a", MET, day="Tuesday", value="2031-03-04", published="2031-03-05")
    page = meeting(write, "b", "Luis Ramos saw Anna Berg at a Oslo castle")
    assert published(record(dated, page))["b"] == (
        "2031-03-04/2031-03-10",
        "day",
        "inferred",
        "Luis Ramos saw Anna Berg at a Oslo castle",
    )


def test_words_that_another_article_makes_a_date_are_of_that_day(write: Any, record: Any) -> None:
    dated = meeting(write, "a", MET, day="Tuesday", value="2031-03-04", published="2031-03-05")
    page = meeting(
        write,
        "b",
        "Luis Ramos saw Anna Berg at a Oslo castle on Tuesday\nMaria Vik resigned on Thursday",
        day="Tuesday",
    )
    page.event("Maria Vik resigned", "resignation", actors=(page.actor("Maria Vik"),), time=page.time("Thursday", None))
    found = {event.kind: event.date for event in record(dated, page).events}
    assert found == {"meeting": "2031-03-04", "resignation": "2031-03-06"}


def test_a_meeting_that_is_going_on_is_of_the_day_of_the_article(write: Any, record: Any) -> None:
    page = meeting(write, "a", "Anna Berg is now meeting Luis Ramos in Oslo", published="2031-03-05")
    (mention,) = page.events
    page.events[:] = [replace(mention, time=page.time("now", "PRESENT_REF"))]
    (event,) = record(page).events
    assert (event.date, event.date_how) == ("2031-03-05", "“now”, on the day of the article")


@pytest.mark.parametrize(("month", "date"), [(3, "2031-03-03"), (6, None)])
def test_a_dateline_is_of_the_year_of_the_fortnight_of_the_article_most_like_it(
    write: Any, record: Any, month: int, date: str | None
) -> None:
    write("old", "Skerry harbour ferry company sells a ship to Brenna", "2029-03-04")
    dated = write("a", "A ferry sank near Skerry harbour, drowning eleven passengers", "2031-03-05")
    line = "SKERRY (ABC) -"
    page = write("b", f"{line}\nDivers searched Skerry harbour for eleven passengers of a ferry that sank")
    told = replace(UNKNOWN.turned("last", 3, 0), month=month)
    page.times.append(TimeExpression(span=page.span("SKERRY"), value=None, type="DATE", relative=told))
    page.dateline = line
    assert published(record(dated, page))["b"] == (date and (date, "day", "inferred", line))


def test_a_dateline_with_a_day_leaves_that_day_of_the_week_after(write: Any, record: Any) -> None:
    dated = sinking(write, "a", DATED.format("Sunday"), "Sunday", "2031-03-02", published="2031-03-03")
    page = sinking(write, "b", "SKERRY, March 3 (ABC) -\n" + CRASH.format("Sunday"), "Sunday")
    march = replace(UNKNOWN.turned("last", 3, 0), month=3)
    page.times.append(TimeExpression(span=page.span("March 3"), value=None, type="DATE", relative=march))
    page.dateline = "SKERRY, March 3 (ABC) -"
    assert published(record(dated, page))["b"] == ("2031-03-03", "day", "inferred", "Sunday")
