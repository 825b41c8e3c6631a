"""Where something was that is told without a word of it. Towns and outlets are invented, or stand for any."""

from typing import Any

import pytest


def scene(write: Any, *lines: str) -> Any:
    """A page that begins with a rally in Oslo, and whom Berg held after it."""
    page = write("a", "\n".join(lines), "2031-03-05")
    page.event(lines[0], "protest", places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"))
    page.event(lines[-1], "detention", actors=(page.actor("Anna Berg"),))
    return page


def places(record: Any) -> dict[str, tuple[str | None, str | None]]:
    return {event.kind: (event.place and event.place.name, event.date) for event in record.events}


RALLY, HELD = "Crowds rallied in Oslo on Tuesday", "Seventeen were detained by Anna Berg"


def test_what_follows_a_rally_was_there_and_then(write: Any, record: Any) -> None:
    assert places(record(scene(write, RALLY, HELD)))["detention"] == ("Oslo", "2031-03-04")


def test_what_is_told_later_need_not_have_been_there(write: Any, record: Any) -> None:
    assert places(record(scene(write, RALLY, "The sun shone", HELD)))["detention"] == (None, None)


def test_the_hotel_is_where_the_article_has_told_of_talks(write: Any, record: Any) -> None:
    met, rally = "Anna Berg met Luis Ramos in Oslo on Tuesday", "Crowds rallied outside the hotel"
    page = write("a", f"{met}\n{rally}", "2031-03-05")
    both = (page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER"))
    page.event(met, "meeting", actors=both, places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"))
    page.event(rally, "protest")
    assert places(record(page))["protest"] == ("Oslo", None)


@pytest.mark.parametrize(("site", "place"), [("the palace", "Oslo"), ("the rain", "Norway")])
def test_the_palace_is_in_the_city_that_the_article_comes_from(write: Any, record: Any, site: str, place: str) -> None:
    rally = f"Crowds rallied in {site}"
    page = write("a", f"OSLO, March 5 (Wire) -\n{rally}", "2031-03-05", dateline="OSLO, March 5 (Wire) -")
    page.event(rally, "protest")
    assert places(record(page))["protest"][0] == place
