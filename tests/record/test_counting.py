"""Events that are dated by another, or by a day told beside them."""

from typing import Any

import pytest

TUESDAY = "2031-03-04"


@pytest.mark.parametrize(
    ("text", "length", "date"),
    [
        ("Anna Berg met Maria Vik shortly after Norway bombed Peru on Tuesday", None, TUESDAY),
        ("Anna Berg met Maria Vik hours after Norway bombed Peru on Tuesday", None, "2031-03-04/2031-03-05"),
        ("Anna Berg met Maria Vik hours before Norway bombed Peru on Tuesday", None, "2031-03-03/2031-03-04"),
        ("Two days after Norway bombed Peru on Tuesday, Anna Berg met Maria Vik", "Two days", "2031-03-06"),
        ("Two days after Norway, which bombed Peru on Tuesday, Anna Berg met Maria Vik", "Two days", None),
    ],
)
def test_a_meeting_is_counted_from_the_raid(write: Any, record: Any, text: Any, length: Any, date: Any) -> None:
    page = write("a", text, "2031-03-15")
    if length:
        page.time(length, "P2D", "DURATION")
    berg, vik, tuesday = page.actor("Anna Berg"), page.actor("Maria Vik"), page.time("Tuesday", TUESDAY)
    page.event("Anna Berg met Maria Vik", trigger="met", actors=(berg,), recipients=(vik,))
    page.event("bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),), time=tuesday)
    assert {event.kind: event.date for event in record(page).events} == {"meeting": date, "air strike": TUESDAY}


def test_two_are_counted_from_the_same(write: Any, record: Any) -> None:
    text = "Anna Berg fell ill on Friday, a day after Norway bombed Peru and two months after Anna Berg met Maria Vik"
    page = write("a", text, "2031-03-15")
    page.time("Friday", "2031-03-14")
    page.time("a day", "P1D", "DURATION")
    page.time("two months", "P2M", "DURATION")
    berg, vik = page.actor("Anna Berg"), page.actor("Maria Vik")
    page.event("Norway bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),))
    page.event("Anna Berg met Maria Vik", trigger="met", actors=(berg,), recipients=(vik,))
    dates = {event.kind: event.date for event in record(page).events}
    assert dates == {"meeting": "2030-12-29/2031-01-28", "air strike": "2031-03-13"}


def test_a_day_behind_the_words_is_counted_from_too(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg met Maria Vik moments after she came home on Tuesday", "2031-03-15")
    page.time("Tuesday", TUESDAY)
    page.event("Anna Berg met Maria Vik", actors=(page.actor("Anna Berg"),), recipients=(page.actor("Maria Vik"),))
    assert [event.date for event in record(page).events] == [TUESDAY]


@pytest.mark.parametrize(
    ("opening", "date"),
    [("The move came", "2031-03-02"), ("That followed", "2031-03-02"), ("The ministers slept", None)],
)
def test_what_points_back_counts_from_the_sentence_before(write: Any, record: Any, opening: Any, date: Any) -> None:
    page = write("a", f"Norway bombed Peru on Tuesday\n{opening} two days after Anna Berg met Maria Vik", "2031-03-15")
    tuesday = page.time("Tuesday", TUESDAY)
    page.time("two days", "P2D", "DURATION")
    page.event("Norway bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),), time=tuesday)
    page.event("Anna Berg met Maria Vik", actors=(page.actor("Anna Berg"),), recipients=(page.actor("Maria Vik"),))
    assert {event.kind: event.date for event in record(page).events} == {"meeting": date, "air strike": TUESDAY}


@pytest.mark.parametrize(
    ("words", "kind", "date"), [("killed", "killing", "2025-01-01/2031-03-15"), ("held", "detention", "2025")]
)
def test_what_is_done_since_a_day_was_at_some_time_since(
    write: Any, record: Any, words: Any, kind: Any, date: Any
) -> None:
    page = write("a", f"Six fans were {words} since 2025", "2031-03-15")
    fans = page.actor("Six fans", kind="group")
    page.event(words, kind, recipients=(fans,), time=page.time("2025", "2025"), since=True)
    assert [event.date for event in record(page).events] == [date]


def test_what_is_done_since_a_day_is_not_dated_where_the_article_is_not(write: Any, record: Any) -> None:
    page = write("a", "Six fans were killed since 2025")
    fans = page.actor("Six fans", kind="group")
    page.event("killed", "killing", recipients=(fans,), time=page.time("2025", "2025"), since=True)
    assert [event.date for event in record(page).events] == [None]


def test_what_a_clause_only_speaks_of_is_not_counted_from(write: Any, record: Any) -> None:
    text = "Anna Berg met Maria Vik three days after the commission declared Luis Ramos the winner of an election"
    page = write("a", text, "2031-03-15")
    page.time("three days", "P3D", "DURATION")
    berg, vik = page.actor("Anna Berg"), page.actor("Maria Vik")
    page.event("Anna Berg met Maria Vik", trigger="met", actors=(berg,), recipients=(vik,))
    page.event("an election", "election", trigger="election")
    assert {event.kind: event.date for event in record(page).events}["election"] is None


@pytest.mark.parametrize(("part", "date"), [("night", TUESDAY), ("eve", "2031-03-03")])
def test_the_night_of_the_raid_is_its_day(write: Any, record: Any, part: Any, date: Any) -> None:
    page = write("a", f"Anna Berg met Maria Vik on the {part} of the raid. Norway raided Peru on Tuesday", "2031-03-15")
    tuesday = page.time("Tuesday", TUESDAY)
    page.event("Anna Berg met Maria Vik", actors=(page.actor("Anna Berg"),), recipients=(page.actor("Maria Vik"),))
    page.event("the raid", "air strike", trigger="raid", time=tuesday)
    assert {event.kind: event.date for event in record(page).events}["meeting"] == date
