"""Who takes part in an event as several reports tell it. Outlets, people and deals are invented."""

from dataclasses import replace
from typing import Any

import pytest

from communique.domain import Event, Record

DAY, NEXT = "2031-03-05", "2031-03-06"


def only(record: Record) -> Event:
    assert len(record.events) == 1, [event.label for event in record.events]
    return record.events[0]


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in record.actors if actor.id in ids}


def test_who_met_hold_the_joint_press_conference(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg met Luis Ramos in Oslo\nBerg spoke at a joint press conference", DAY)
    berg, ramos = page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER")
    page.event("Anna Berg met Luis Ramos in Oslo", "meeting", actors=(berg,), recipients=(ramos,))
    page.event("a joint press conference", "press conference", trigger="press conference", actors=(berg,))
    found = record(page)
    press = next(event for event in found.events if event.kind == "press conference")
    assert names(found, press.actors) == {"Anna Berg", "Luis Ramos"}


def test_the_state_of_a_place_is_whom_a_visit_from_abroad_is_to(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg of Norway flew to Lima in Peru", DAY)
    page.actor("Norway", "NOR", kind="state")
    page.actor("Peru", "PER", kind="state")
    berg = page.actor("Anna Berg", "NOR")
    page.event("flew to Lima", "visit", trigger="flew to", actors=(berg,), places=(page.place("Lima"),))
    found = record(page)
    assert names(found, only(found).recipients) == {"Peru"}


@pytest.mark.parametrize(("number", "many"), [("nine", 1), ("four", 2)])
def test_as_many_of_one_sort_on_one_day_are_the_same(write: Any, record: Any, number: str, many: int) -> None:
    pages = []
    for name, line in (("a", "Police arrested nine divers"), ("b", f"Police arrested {number} divers")):
        page = write(name, line, DAY)
        page.event(line, "arrest", recipients=(page.actor(line.removeprefix("Police arrested "), kind="group"),))
        page.mentions[-1] = page.nominal(len(page.mentions) - 1)
        pages.append(page)
    assert len(record(*pages).events) == many


def test_what_was_announced_and_is_told_done_a_day_later_is_one(write: Any, record: Any) -> None:
    pages = []
    for name, line, status, day in (
        ("a", "Norway will free Luis Ramos", "planned", DAY),
        ("b", "Norway freed Luis Ramos", "occurred", NEXT),
    ):
        page = write(name, line, day)
        norway, ramos = page.actor("Norway", "NOR", kind="state"), page.actor("Luis Ramos", "PER")
        page.event(line, "release", actors=(norway,), recipients=(ramos,), status=status)
        pages.append(page)
    assert only(record(*pages)).status == "occurred"


def test_a_ranking_behind_a_comma_is_of_the_event_before_it(write: Any, record: Any) -> None:
    line = "Anna Berg phoned Luis Ramos on Sunday, their second conversation in a week"
    page = write("a", line, DAY)
    page.event(
        "Anna Berg phoned Luis Ramos on Sunday", "phone call", trigger="phoned",
        actors=(page.actor("Anna Berg", "NOR"),), recipients=(page.actor("Luis Ramos", "PER"),),
    )  # fmt: skip
    page.event("their second conversation in a week", "meeting", trigger="conversation")
    assert len(only(record(page)).mentions) == 2


def seized(write: Any, name: str, line: str, whom: tuple[str, ...], *, by_name: bool, published: str = DAY) -> Any:
    """A page that tells whom Norway arrested, by names or by a noun."""
    page = write(name, f"{line}\nNorway, Peru, Nordwind Air", published)
    for other in ("Norway", "Peru"):
        page.actor(other, kind="state")
    page.actor("Nordwind Air", kind="org")
    found = tuple(page.actor(who, "PER" if by_name else "", title="helicopter pilot") for who in whom)
    if not by_name:
        page.mentions[found[0]] = page.nominal(found[0])
    page.event(line, "arrest", recipients=found)
    return page


@pytest.mark.parametrize(
    ("line", "whom", "named", "many"),
    [
        ("Norway arrested a pilot", ("a pilot",), ("Luis Ramos",), 1),
        ("Norway arrested a cook", ("a cook",), ("Luis Ramos",), 2),
        ("Norway arrested the three", ("the three",), ("Luis Ramos", "Pedro Paz", "Ana Rios"), 1),
        ("Norway arrested the three", ("the three",), ("Luis Ramos", "Pedro Paz"), 2),
        ("Norway arrested men led by Luis Ramos", ("men led by Luis Ramos",), ("Luis Ramos",), 1),
    ],
)
def test_who_is_arrested_is_known_by_a_noun_a_number_or_who_leads_them(
    write: Any, record: Any, line: str, whom: tuple[str, ...], named: tuple[str, ...], many: int
) -> None:
    first = seized(write, "a", f"Norway arrested {' and '.join(named)}", named, by_name=True)
    other = seized(write, "b", line, whom, by_name=False, published=NEXT)
    assert len(record(first, other).events) == many


def test_who_is_named_does_not_stand_beside_himself(write: Any, record: Any) -> None:
    first = seized(write, "a", "Norway arrested Luis Ramos", ("Luis Ramos",), by_name=True)
    found = record(first, seized(write, "b", "Norway arrested a pilot", ("a pilot",), by_name=False))
    assert names(found, only(found).recipients) == {"Luis Ramos"}


def test_what_is_hardly_done_twice_is_one_event_days_later(write: Any, record: Any) -> None:
    first = seized(write, "a", "Norway arrested Luis Ramos", ("Luis Ramos",), by_name=True)
    later = seized(write, "b", "Norway had arrested Luis Ramos", ("Luis Ramos",), by_name=True, published="2031-03-12")
    assert len(record(first, later).events) == 1


def test_a_label_frees_no_state(write: Any, record: Any) -> None:
    page = write("a", "Norway freed a Peruvian ship", DAY)
    norway, peru = page.actor("Norway", "NOR", kind="state"), page.actor("Peruvian", kind="state")
    page.event("Norway freed a Peruvian ship", "release", actors=(norway,), recipients=(peru,))
    assert only(record(page)).label == "Release by Norway"


def test_envoys_are_called_in_at_the_seat_of_their_hosts_and_no_minister_by_his_own(write: Any, record: Any) -> None:
    page = write("a", "Norway summoned the envoy\nAnna Berg was there", DAY)
    norway, berg = page.actor("Norway", "NOR", kind="state"), page.actor("Anna Berg", "NOR")
    page.event("Norway summoned the envoy", "summons", actors=(norway,), recipients=(berg,))
    page.events = [replace(page.events[0], type="ACCUSE")]
    event = only(record(page))
    assert (event.place and event.place.name, event.recipients) == ("Oslo", ())


@pytest.mark.parametrize(("freed_by", "place"), [("Norway", "Norway"), (None, None)])
def test_who_frees_people_held_them_where_nobody_is_told_to(
    write: Any, record: Any, freed_by: str | None, place: str | None
) -> None:
    page = write("a", "Norway freed Luis Ramos\nRamos was arrested in 2030", DAY)
    norway, ramos = page.actor("Norway", "NOR", kind="state"), page.actor("Luis Ramos", "PER")
    page.event("Norway freed Luis Ramos", "release", actors=(norway,) if freed_by else (), recipients=(ramos,))
    page.event("Ramos was arrested in 2030", "arrest", trigger="arrested", recipients=(ramos,))
    arrest = next(event for event in record(page).events if event.kind == "arrest")
    assert (arrest.place and arrest.place.name) == place


@pytest.mark.parametrize(("body", "many"), [("European Commission", 1), ("African Union", 2)])
def test_a_union_acts_through_its_bodies(write: Any, record: Any, body: str, many: int) -> None:
    pages = []
    for name, doer in (("a", "European Union"), ("b", body)):
        page = write(name, f"{doer} banned Norwegian cod", DAY)
        union, norway = page.actor(doer, None, kind="org"), page.actor("Norwegian", "NOR", kind="state")
        page.event(f"{doer} banned Norwegian cod", "ban", trigger="banned", actors=(union,), recipients=(norway,))
        pages.append(page)
    assert len(record(*pages).events) == many
