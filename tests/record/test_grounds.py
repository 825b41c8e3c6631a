"""Where something was that is told without a word of it. Towns and outlets are invented, or stand for any."""

from typing import Any

import pytest


def scene(write: Any, *lines: str, **more: Any) -> Any:
    """A page that begins with a rally in Oslo, and whom Berg held after it."""
    page = write("a", "\n".join(lines), "2031-03-05")
    page.event(lines[0], "protest", places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"))
    page.event(lines[-1], **({"kind": "detention", "actors": (page.actor("Anna Berg"),)} | more))
    return page


def places(record: Any) -> dict[str, tuple[str | None, str | None]]:
    return {event.kind: (event.place and event.place.name, event.date) for event in record.events}


RALLY, HELD = "Crowds rallied in Oslo on Tuesday", "Seventeen were detained by Anna Berg"


def test_what_follows_a_rally_was_there_and_then(write: Any, record: Any) -> None:
    assert places(record(scene(write, RALLY, HELD)))["detention"] == ("Oslo", "2031-03-04")


@pytest.mark.parametrize(("kind", "status", "place"), [
    ("injury", "occurred", "Oslo"),
    ("visit", "occurred", None),
    ("detention", "planned", None),
])  # fmt: skip
def test_only_what_was_done_by_force_was_there(write: Any, record: Any, kind: str, status: str, place: str) -> None:
    assert places(record(scene(write, RALLY, HELD, kind=kind, status=status)))[kind][0] == place


def test_what_has_a_place_of_its_own_was_not_there(write: Any, record: Any) -> None:
    page = write("a", f"{RALLY}\n{HELD} in Vik", "2031-03-05")
    page.event(RALLY, "protest", places=(page.place("Oslo"),))
    page.event(HELD, "detention", actors=(page.actor("Anna Berg"),), places=(page.place("Vik"),))
    assert places(record(page)) == {"protest": ("Oslo", None), "detention": ("Vik", None)}


def test_what_is_told_later_need_not_have_been_there(write: Any, record: Any) -> None:
    assert places(record(scene(write, RALLY, "The sun shone", HELD)))["detention"] == (None, None)


def test_a_day_of_its_own_stays(write: Any, record: Any) -> None:
    held = f"{HELD} on Wednesday"
    page = write("a", f"{RALLY}\n{held}", "2031-03-06")
    page.event(RALLY, "protest", places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"))
    page.event(held, "detention", actors=(page.actor("Anna Berg"),), time=page.time("Wednesday", "2031-03-05"))
    assert places(record(page))["detention"] == ("Oslo", "2031-03-05")


def test_a_rally_without_a_day_gives_none(write: Any, record: Any) -> None:
    page = write("a", f"{RALLY}\n{HELD}", "2031-03-06")
    page.event(RALLY, "protest", places=(page.place("Oslo"),))
    page.event(HELD, "detention", actors=(page.actor("Anna Berg"),))
    assert places(record(page))["detention"] == ("Oslo", None)


@pytest.mark.parametrize(("kind", "status"), [("visit", "occurred"), ("protest", "planned")])
def test_nobody_was_held_where_no_force_was(write: Any, record: Any, kind: str, status: Any) -> None:
    page = write("a", f"{RALLY}\n{HELD}", "2031-03-06")
    page.event(RALLY, kind, places=(page.place("Oslo"),), status=status)
    page.event(HELD, "detention", actors=(page.actor("Anna Berg"),))
    assert places(record(page))["detention"][0] is None


def test_the_hotel_is_where_the_article_has_told_of_talks(write: Any, record: Any) -> None:
    met, rally = "Anna Berg met Luis Ramos in Oslo on Tuesday", "Crowds rallied outside the hotel"
    plan, march = "Anna Berg meets Luis Ramos in Bern", "Fans marched in Vik"
    page = write("a", f"{met}\n{plan}\n{march}\n{rally}", "2031-03-05")
    both = (page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER"))
    page.event(met, "meeting", actors=both, places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"))
    page.event(plan, "meeting", actors=both, places=(page.place("Bern"),), status="planned")
    page.event(march, "march", places=(page.place("Vik"),))
    page.event(rally, "protest")
    assert places(record(page))["protest"] == ("Oslo", None)


@pytest.mark.parametrize(("site", "place"), [("the palace", "Oslo"), ("the rain", "Norway")])
def test_the_palace_is_in_the_city_that_the_article_comes_from(write: Any, record: Any, site: str, place: str) -> None:
    rally = f"Crowds rallied in {site}"
    page = write("a", f"OSLO, March 5 (Wire) -\n{rally}", "2031-03-05", dateline="OSLO, March 5 (Wire) -")
    page.event(rally, "protest")
    assert places(record(page))["protest"][0] == place


@pytest.mark.parametrize(
    ("where", "place"),
    [("outside the palace", "Oslo"), ("near the Peruvian border", None), ("at the White House", None)],
)
def test_what_stands_in_towns_stands_in_that_of_the_dateline(write: Any, record: Any, where: str, place: Any) -> None:
    dateline, line = "OSLO, March 5 (Reuters) -", f"Anna Berg met Luis Ramos {where}"
    page = write("a", f"{dateline} The sun shone\nIt rained\nIt snowed\nIt hailed\n{line}", "2031-03-05")
    page.dateline = dateline
    page.event(line, "meeting", actors=(page.actor("Anna Berg"),), recipients=(page.actor("Luis Ramos"),))
    assert places(record(page))["meeting"][0] == place


def test_who_died_after_an_arrest_did_not_die_where_that_was(write: Any, record: Any) -> None:
    page = write("a", "Police arrested six in Oslo\nA worker died", "2031-03-05")
    page.event("Police arrested six in Oslo", "arrest", places=(page.place("Oslo"),), recipients=(page.actor("six"),))
    page.event("A worker died", "death", recipients=(page.actor("A worker"),))
    assert places(record(page))["death"][0] != "Oslo"


def test_a_meeting_on_a_visit_is_of_its_day(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg flew to Oslo on Tuesday\nThere Anna Berg met Luis Ramos", "2031-03-06")
    berg = page.actor("Anna Berg", "PER")
    page.event(
        "Anna Berg flew to Oslo on Tuesday", "visit", trigger="flew",
        actors=(berg,), places=(page.place("Oslo"),), time=page.time("Tuesday", "2031-03-04"),
    )  # fmt: skip
    page.event("There Anna Berg met Luis Ramos", actors=(berg,), recipients=(page.actor("Luis Ramos", "NOR"),))
    assert places(record(page))["meeting"] == ("Oslo", "2031-03-04")


def test_a_dateline_abroad_places_nobody_in_a_coup_that_pages_of_other_states_tell(write: Any, record: Any) -> None:
    pages = []
    for name, city, state in (("a", "LIMA", "Peru"), ("b", "LIMA", "Peru"), ("c", "OSLO", "Norway")):
        lines = f"{city} -\nThe coup in Brenna was put down on Tuesday\nSeven people were shot\n{state} is calm"
        page = write(name, lines, "2031-03-05", "", f"{city} -")
        page.state(state)
        tuesday = page.time("Tuesday", "2031-03-04")
        page.event("The coup in Brenna", "coup", trigger="coup", places=(page.place("Brenna"),), time=tuesday)
        page.event("Seven people were shot", "shooting", trigger="shot")
        pages.append(page)
    shot = [event.place and event.place.country for event in record(*pages).events if event.kind == "shooting"]
    assert "NOR" not in shot
    assert "PER" in shot
