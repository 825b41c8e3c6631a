"""Which of several deeds of one article its words mean. Outlets, towns and people are invented."""

from typing import Any

import pytest

from communique.domain import Record

DAY = "2031-03-07"


def together(record: Record) -> set[frozenset[str]]:
    """The words that name each event."""
    return {frozenset(mention.text for mention in event.mentions) for event in record.events}


def attack(page: Any, line: str, trigger: str, kind: str = "attack", **more: Any) -> None:
    page.event(line, kind, trigger=trigger, **more)


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("A bomb hidden in a motorcycle went off. It was a blast outside the market", 1),
        ("A plane crash was seen. It was a crash of a truck", 2),
    ],
)
def test_a_vehicle_tells_crashes_apart_and_no_blasts(write: Any, record: Any, line: str, many: int) -> None:
    page = write("a", line, DAY)
    kind = "crash" if many > 1 else "explosion"
    first, second = line.split(". ")
    page.event(first, kind, trigger="crash" if many > 1 else "went off")
    page.event(second.removeprefix("It was a "), kind, trigger="crash" if many > 1 else "blast")
    assert len(record(page).events) == many


def test_what_the_news_comes_days_after_is_another_attack(write: Any, record: Any) -> None:
    lines = ("A bomb killed three, days after a market bombing", "Thursday's attack was the second")
    page = write("a", "\n".join(lines), DAY)
    attack(page, "A bomb killed three", "killed", kind="killing")
    attack(page, "a market bombing", "bombing", kind="bombing")
    attack(page, "Thursday's attack", "attack", time=page.time("Thursday", "2031-03-06"))
    assert together(record(page)) == {
        frozenset({"A bomb killed three", "Thursday's attack"}),
        frozenset({"a market bombing"}),
    }


def test_an_attack_long_past_is_meant_only_where_it_was_just_told(write: Any, record: Any) -> None:
    lines = ("A bomb exploded", "There was a blast in May", "People fled", "Shops closed", "the blast was loud")
    page = write("a", "\n".join(lines), DAY)
    attack(page, lines[0], "exploded", kind="explosion", time=None)
    attack(page, "a blast in May", "blast", kind="explosion", time=page.time("May", "2030-05"))
    attack(page, "the blast was loud", "blast", kind="explosion")
    assert frozenset({"A bomb exploded", "the blast was loud"}) in together(record(page))


def test_an_attack_long_past_is_meant_where_no_other_is_told(write: Any, record: Any) -> None:
    lines = ("A man was charged over a blast in May", "He is 40", "He fled", "the blast hurt two")
    page = write("a", "\n".join(lines), DAY)
    attack(page, "a blast in May", "blast", kind="explosion", time=page.time("May", "2030-05"))
    attack(page, "the blast hurt", "blast", kind="explosion")
    assert [event.date for event in record(page).events] == ["2030-05"]


def test_what_was_attacked_tells_which_attack_is_meant(write: Any, record: Any) -> None:
    lines = ("Gunmen attacked a bus", "Police said the hotel attack was of last year", "the bus attack was worse")
    page = write("a", "\n".join(lines), DAY)
    attack(page, "Gunmen attacked a bus", "attacked")
    attack(page, "the hotel attack", "attack")
    attack(page, "the bus attack", "attack")
    assert together(record(page)) == {
        frozenset({"Gunmen attacked a bus", "the bus attack"}),
        frozenset({"the hotel attack"}),
    }


def test_those_whom_it_killed_tell_which_attack_an_ambush_is(write: Any, record: Any) -> None:
    page = write("a", "Shooting of protesters angers town\nTwo policemen were killed in an ambush on Thursday", DAY)
    protesters, policemen = (page.actor(who, kind="group") for who in ("protesters", "Two policemen"))
    page.mentions[:] = [page.nominal(who) for who in (protesters, policemen)]
    attack(page, "Shooting of protesters", "Shooting", kind="shooting", recipients=(protesters,))
    attack(page, "Two policemen were killed", "killed", kind="killing", recipients=(policemen,))
    attack(page, "an ambush on Thursday", "ambush", time=page.time("Thursday", "2031-03-06"))
    assert frozenset({"Shooting of protesters"}) in together(record(page))


@pytest.mark.parametrize(("opening", "many"), [("In a separate incident, ", 2), ("Police said ", 1)])
def test_a_separate_incident_is_another(write: Any, record: Any, opening: str, many: int) -> None:
    page = write("a", f"Gunmen attacked a town\n{opening}the attack was seen", DAY)
    attack(page, "Gunmen attacked a town", "attacked")
    attack(page, "the attack was seen", "attack")
    assert len(record(page).events) == many


def test_dead_do_not_make_a_crash_an_attack(write: Any, record: Any) -> None:
    first = write("a", "A crash killed two soldiers", DAY)
    first.event("A crash", "crash", trigger="crash")
    first.event("killed two soldiers", "killing", trigger="killed")
    other = write("b", "An attack killed two soldiers", DAY)
    attack(other, "An attack", "attack")
    attack(other, "killed two soldiers", "killed", kind="killing")
    assert len(record(first, other).events) == 2


def test_a_meeting_is_where_the_visit_goes_on_which_it_was(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg visited Bergen\nLater she met fishermen", DAY)
    berg, fishermen = page.actor("Anna Berg"), page.actor("fishermen", kind="group")
    page.mentions[fishermen] = page.nominal(fishermen)
    page.event("Anna Berg visited Bergen", "visit", trigger="visited", actors=(berg,), places=(page.place("Bergen"),))
    page.event("she met fishermen", "meeting", trigger="met", actors=(berg,), recipients=(fishermen,))
    assert {event.place.name for event in record(page).events if event.place} == {"Bergen"}
    assert all(event.place for event in record(page).events)


def test_a_visit_that_leads_an_article_goes_where_that_was_written(write: Any, record: Any) -> None:
    page = write("a", "BERGEN - Anna Berg visits a harbour", DAY)
    page.dateline = "BERGEN - "
    page.event("Anna Berg visits a harbour", "visit", trigger="visits", actors=(page.actor("Anna Berg"),))
    (visit,) = record(page).events
    assert visit.place is not None
    assert visit.place.name == "Bergen"


def test_hands_are_shaken_at_the_talks_they_follow(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg met Luis Ramos\nThey shook hands after the talks", DAY)
    berg, ramos = page.actor("Anna Berg"), page.actor("Luis Ramos")
    page.event("Anna Berg met Luis Ramos", trigger="met", actors=(berg,), recipients=(ramos,))
    page.event("They shook hands after the talks", trigger="shook hands", actors=(berg, ramos))
    page.event("the talks", trigger="talks")
    assert len(record(page).events) == 1


def test_when_two_had_last_met_is_not_the_news(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg met Luis Ramos\nThe two had last met in May\nthe talks were long", DAY)
    berg, ramos = page.actor("Anna Berg"), page.actor("Luis Ramos")
    page.event("Anna Berg met Luis Ramos", trigger="met", actors=(berg,), recipients=(ramos,))
    page.event("The two had last met", trigger="met", actors=(berg, ramos), time=page.time("May", "2030-05"))
    page.event("the talks were long", trigger="talks")
    assert together(record(page)) == {
        frozenset({"Anna Berg met Luis Ramos", "the talks were long"}),
        frozenset({"The two had last met"}),
    }


def test_an_agreement_is_made_where_those_met_who_made_it(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg met Luis Ramos in Bergen\nBerg and Ramos agreed to a deal", DAY)
    berg, ramos = page.actor("Anna Berg"), page.actor("Luis Ramos")
    place = page.place("Bergen")
    page.event("Anna Berg met Luis Ramos", trigger="met", actors=(berg,), recipients=(ramos,), places=(place,))
    page.event("Berg and Ramos agreed to a deal", "agreement", trigger="agreed", actors=(berg, ramos))
    assert {event.place.name if event.place else None for event in record(page).events} == {"Bergen"}


def test_talks_that_they_met_in_are_their_meeting_and_a_second_round_is_another(write: Any, record: Any) -> None:
    line = "Anna Berg met Luis Ramos, in talks that Oslo hosted"
    page = write("a", line + "\nThey agreed on a second round of talks", DAY)
    berg, ramos = page.actor("Anna Berg"), page.actor("Luis Ramos")
    page.event("Anna Berg met Luis Ramos", trigger="met", actors=(berg,), recipients=(ramos,))
    page.event("talks that Oslo hosted", trigger="talks")
    page.event("a second round of talks", trigger="talks", actors=(berg, ramos), status="planned")
    assert together(record(page)) == {
        frozenset({"Anna Berg met Luis Ramos", "talks that Oslo hosted"}),
        frozenset({"a second round of talks"}),
    }


def test_a_second_meeting_is_not_the_one_told_before(write: Any, record: Any) -> None:
    lines = ("A strike began", "Berg met Ramos in Oslo", "Guards leave before the second meeting")
    page = write("a", "\n".join(lines), DAY)
    berg, ramos = page.actor("Berg", "NOR"), page.actor("Ramos", "ESP")
    page.event(lines[0], "strike", trigger="strike")
    page.event(lines[1], trigger="met", actors=(berg,), recipients=(ramos,))
    page.event("the second meeting", trigger="meeting")
    assert frozenset({lines[1]}) in together(record(page))


def test_what_is_agreed_on_is_the_agreement(write: Any, record: Any) -> None:
    page = write("a", "Norway agreed to a truce with Spain\nThe truce held", DAY)
    norway, spain = page.state("Norway"), page.state("Spain")
    page.event(page.text.split("\n")[0], "agreement", trigger="agreed to", actors=(norway,), recipients=(spain,))
    page.event("a truce with Spain", "ceasefire", trigger="truce")
    page.event("The truce held", "ceasefire", trigger="truce")
    assert len(together(record(page))) == 1


def test_whom_an_attack_came_after_was_not_killed_by_it(write: Any, record: Any) -> None:
    lines = ("Rockets hit a depot", "The attack came after a guard was killed")
    page = write("a", "\n".join(lines), DAY)
    attack(page, lines[0], "hit", kind="shelling")
    attack(page, "The attack", "attack")
    attack(page, "a guard was killed", "killed", kind="killing")
    assert frozenset({lines[0], "The attack"}) in together(record(page))
