"""Which reports of several outlets are of one event. Outlets, people and mishaps are invented."""

from dataclasses import replace
from typing import Any

import pytest

from communique.domain import Event, Record

DAY = "2031-03-05"
CAST = ("Anna Berg", "Luis Ramos", "Maria Vik", "Nordwind Air")


def only(record: Record) -> Event:
    assert len(record.events) == 1
    return record.events[0]


def sizes(record: Record) -> list[int]:
    return sorted(len(event.mentions) for event in record.events)


@pytest.fixture
def tell(write: Any) -> Any:
    """A page that begins with its title and ends with the names by which its story is known again."""

    def page(name: str, *lines: str, published: str | None = DAY) -> Any:
        page = write(name, "\n".join((*lines, ", ".join(CAST))), published)
        page.title = lines[0]
        for who in CAST:
            page.actor(who, kind="org" if who.endswith("Air") else "person")
        return page

    return page


def crash(page: Any, line: str, trigger: str = "crash", **more: Any) -> None:
    page.event(line, "crash", trigger=trigger, **more)


def test_a_crash_is_one_event_in_reports_that_name_nobody(tell: Any, record: Any) -> None:
    first = tell("a", "Plane crash in Peru kills nine", "A small plane crash on Tuesday killed nine people")
    crash(first, "Plane crash in Peru", "Plane crash", places=(first.place("Peru"),))
    crash(first, "A small plane crash on Tuesday", "plane crash", time=first.time("Tuesday", "2031-03-04"))
    other = tell("b", "Nine dead after crash", "The plane crash shocked the country", "An inquiry into the crash began")
    crash(other, "after crash")
    crash(other, "The plane crash", "plane crash")
    crash(other, "the crash began")
    event = only(record(first, other))
    assert (event.label, event.date, len(event.mentions)) == ("Plane crash in Peru", "2031-03-04", 5)


def test_the_dead_of_a_crash_are_told_as_a_part_of_it_and_who_dies_by_name_is_not(tell: Any, record: Any) -> None:
    page = tell("a", "Nine killed in plane crash", "The death of the nine tourists was confirmed", "Maria Vik died")
    crash(page, "plane crash", "plane crash")
    page.event("Nine killed", "killing", trigger="killed")
    page.event("The death of the nine tourists", "death", trigger="death")
    page.event("Maria Vik died", "death", trigger="died", actors=(2,), recipients=(2,))
    found = {event.label: len(event.mentions) for event in record(page).events}
    assert found == {"Plane crash": 3, "Death of Maria Vik": 1}


def test_an_earlier_crash_and_several_crashes_are_not_the_crash(tell: Any, record: Any) -> None:
    lines = (
        "The crash was seen",
        "an earlier crash went unnoticed",
        "that crash is forgotten",
        "the two crashes differ",
    )
    page = tell("a", *lines, "the crash was loud")
    for line in ("The crash was seen", "an earlier crash", "that crash", "the two crashes", "the crash was loud"):
        crash(page, line, "crashes" if "two" in line else "crash")
    assert sizes(record(page)) == [1, 2, 2]


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [("nuclear test", "rocket test", 2), ("missile test", "rocket test", 1), ("weapons test", "nuclear test", 1)],
)
def test_deeds_of_different_sorts_are_two(write: Any, record: Any, one: str, other: str, many: int) -> None:
    pages = []
    for name, what in {"a": one, "b": other}.items():
        page = write(name, f"Norway's {what} on Tuesday", DAY)
        actor, time = page.state("Norway"), page.time("Tuesday", "2031-03-04")
        page.event(page.text, "weapons test", trigger=what, actors=(actor,), time=time)
        pages.append(page)
    assert len(record(*pages).events) == many


def met(page: Any, line: str, *who: int, **more: Any) -> None:
    page.event(line, trigger=more.pop("trigger", "met"), actors=who[:1], recipients=who[1:], **more)


def test_talks_at_the_head_of_an_article_are_those_its_story_is_about(tell: Any, record: Any) -> None:
    named = tell("a", "Anna Berg met Luis Ramos")
    met(named, "Anna Berg met Luis Ramos", 0, 1)
    nameless = tell("b", "Ministers part in anger", "A small step in talks that settled little")
    nameless.event("talks that settled little", "talks", trigger="talks")
    assert only(record(named, nameless)).label == "Meeting of Anna Berg and Luis Ramos"
    elsewhere = write_elsewhere(nameless)
    assert len(record(named, elsewhere).events) == 2


def write_elsewhere(page: Any) -> Any:
    """The page as one of another story: it names nobody."""
    page.mentions.clear()
    page.chains.clear()
    return page


def test_two_pairs_on_one_day_do_not_meet_through_a_third_report(tell: Any, record: Any) -> None:
    pages = []
    for name, who in {"a": (0, 1), "b": (0, 2), "c": (0,)}.items():
        line = " and ".join(CAST[i] for i in who) + " met on Tuesday"
        page = tell(name, "News", line)
        met(page, line, *who, time=page.time("Tuesday", "2031-03-04"))
        pages.append(page)
    companies = {event.actors + event.recipients for event in record(*pages).events}
    assert not any(len(company) > 2 for company in companies)


def test_a_meeting_announced_in_one_report_and_held_in_another_is_one_that_took_place(tell: Any, record: Any) -> None:
    ahead = tell("a", "Anna Berg is to meet Luis Ramos on Tuesday", published="2031-03-03")
    met(ahead, "Anna Berg is to meet Luis Ramos on Tuesday", 0, 1, trigger="meet", status="planned",
        time=ahead.time("Tuesday", "2031-03-04"))  # fmt: skip
    held = tell("b", "Anna Berg met Luis Ramos late on Tuesday")
    met(held, "Anna Berg met Luis Ramos late on Tuesday", 0, 1, time=held.time("Tuesday", "2031-03-04"))
    assert only(record(ahead, held)).status == "occurred"


def test_a_sentence_copied_whole_tells_the_same_event_however_short_its_words(write: Any, record: Any) -> None:
    pages = []
    for name in ("a", "b"):
        page = write(name, "Hundreds of people said that they had been robbed on the old bridge that night", DAY)
        page.event("been robbed", "attack", trigger="robbed")
        pages.append(page)
    assert len(only(record(*pages)).mentions) == 2


@pytest.mark.parametrize(("who", "many"), [("the fishermen", 1), ("some pilots", 2), ("fishermen", 2)])
def test_parties_without_a_name_are_known_by_their_noun(write: Any, record: Any, who: str, many: int) -> None:
    pages = []
    for name, victims in {"a": "dozens of fishermen", "b": who}.items():
        page = write(name, f"On Tuesday {victims} were arrested in Lima", DAY)
        people = page.actor(victims, kind="group")
        page.mentions[people] = page.nominal(people)
        page.event(
            page.text, "arrest", trigger="arrested", recipients=(people,), time=page.time("Tuesday", "2031-03-04")
        )
        pages.append(page)
    assert len(record(*pages).events) == many


def test_a_day_of_meetings_tells_where_the_talks_were(tell: Any, record: Any) -> None:
    page = tell("a", "Anna Berg met Luis Ramos", "The day of meetings in Oslo was long")
    met(page, "Anna Berg met Luis Ramos", 0, 1)
    page.event("meetings in Oslo", trigger="meetings", places=(page.place("Oslo"),))
    found = {event.label for event in record(page).events}
    assert "Meeting of Anna Berg and Luis Ramos in Oslo" in found


@pytest.mark.parametrize(
    ("kind", "doing", "done_to", "label"),
    [
        (
            "accusation",
            ("Anna Berg", "Maria Vik"),
            ("United States",),
            "Anna Berg and Maria Vik accuse the United States",
        ),
        ("accusation", ("United States",), ("Peru",), "The United States accuses Peru"),
        ("criticism", ("Anna Berg",), (), "Criticism by Anna Berg"),
        ("meeting", ("Anna Berg", "Luis Ramos"), ("Maria Vik",), "Meeting of Anna Berg, Luis Ramos and Maria Vik"),
        ("meeting", (), ("Harbour Council",), "Meeting of the Harbour Council"),
        ("meeting", ("Anna Berg",), (), "Meeting with Anna Berg"),
        ("power struggle", ("Anna Berg",), ("Luis Ramos",), "Ousting of Luis Ramos by Anna Berg"),
        ("seizure", ("Peru",), ("Havbris",), "Seizure of Havbris by Peru"),
        ("investigation", ("Oslo Police",), (), "Investigation by the Oslo Police"),
        ("interview", ("A Peruvian guard",), (), "Interview of a Peruvian guard"),
        ("pressure", ("Peru",), ("Berg's party",), "Pressure by Peru on Berg's party"),
        ("sanction", ("Peru",), ("Norway",), "Sanctions of Peru on Norway"),
        ("war", (), ("Peru",), "War against Peru"),
        ("accession", ("Park Jong Un",), (), "Park Jong Un takes office"),
    ],
)
def test_a_label_reads_like_an_editor_s_line(
    write: Any, record: Any, kind: str, doing: tuple[str, ...], done_to: tuple[str, ...], label: str
) -> None:
    page = write("a", f"{' and '.join((*doing, *done_to))} then", DAY)
    states = {"United States", "Peru", "Norway"}
    actors, recipients = (
        tuple(
            page.actor(who, kind="state" if who in states else "org" if who.endswith("Council") else "person")
            for who in side
        )
        for side in (doing, done_to)
    )
    page.event(page.text, kind, trigger="then", actors=actors, recipients=recipients)
    assert only(record(page)).label == label


@pytest.mark.parametrize(
    ("doing", "done_to", "label"),
    [
        (("his agents",), (), "Recall by agents"),
        (("Anna Berg",), ("her envoy",), "Recall of her envoy by Anna Berg"),
        (("Anna Berg",), ("her envoy", "the envoy to Peru"), "Recall of the envoy to Peru by Anna Berg"),
        ((), ("its envoy",), "Recall of an envoy"),
        (("Anna Berg",), ("our envoy",), "Recall of an envoy by Anna Berg"),
    ],
)
def test_a_label_stands_alone(
    write: Any, record: Any, doing: tuple[str, ...], done_to: tuple[str, ...], label: str
) -> None:
    page = write("a", f"{' and '.join((*doing, *done_to))} then", DAY)
    actors, recipients = (tuple(page.actor(who) for who in side) for side in (doing, done_to))
    page.mentions = [
        page.nominal(i) if m.span.text.islower() or " to " in m.span.text else m for i, m in enumerate(page.mentions)
    ]
    page.event(page.text, "recall", trigger="then", actors=actors, recipients=recipients)
    assert only(record(page)).label == label


def test_a_place_has_its_article_in_a_label(write: Any, record: Any) -> None:
    page = write("a", "A vote in the United States", DAY)
    page.event(page.text, "vote", places=(page.place("United States"),))
    assert only(record(page)).label == "Vote in the United States"


def test_a_town_with_its_state_has_no_article_in_a_label(write: Any, record: Any) -> None:
    page = write("a", "A vote in Manila, Philippines", DAY)
    page.event(page.text, "vote", places=(page.place("Manila"), page.place("Philippines")))
    assert only(record(page)).label == "Vote in Manila, Philippines"


def test_a_visit_told_as_new_is_not_that_of_somebody_else(tell: Any, record: Any) -> None:
    first = tell("a", "News of the day", "Guests were on a visit to Brennavik")
    first.event("a visit to Brennavik", "visit", trigger="visit", places=(first.place("Brennavik"),))
    other = tell("b", "News of the evening", "Anna Berg visited a school")
    other.event("Anna Berg visited a school", "visit", trigger="visited", actors=(0,))
    assert len(record(first, other).events) == 2


def test_who_welcomes_a_guest_is_host_of_the_visit(tell: Any, record: Any) -> None:
    page = tell("a", "Anna Berg arrived in Oslo on Tuesday", "Luis Ramos welcomed Anna Berg on Tuesday")
    oslo, time = page.place("Oslo"), page.time("Tuesday", "2031-03-04")
    page.event("Anna Berg arrived in Oslo", "visit", trigger="arrived", actors=(0,), places=(oslo,), time=time)
    page.event(
        "Luis Ramos welcomed Anna Berg", "welcome", trigger="welcomed", actors=(1,), recipients=(0,), time=time
    )  # fmt: skip
    event = only(record(page))
    assert (event.label, len(event.actors), len(event.recipients)) == ("Visit of Anna Berg to Oslo", 1, 1)


def test_a_sentence_that_tells_an_interview_twice_tells_one(write: Any, record: Any) -> None:
    page = write("a", "Anna Berg told the Harbour Mail in an interview that she would stay", DAY)
    berg = page.actor("Anna Berg")
    page.event("Anna Berg told the Harbour Mail in an interview", "interview", trigger="told", actors=(berg,))
    page.event("an interview", "interview", trigger="interview", actors=(berg,))
    assert len(only(record(page)).mentions) == 2


def test_a_deed_is_known_again_by_its_number(write: Any, record: Any) -> None:
    pages = []
    for name, (line, published) in COUNTED.items():
        page = write(name, line, published)
        page.event(line, "weapons test", trigger="nuclear test", actors=(page.state("Norway"),))
        pages.append(page)
    assert sizes(record(*pages)) == [1, 2]


COUNTED = {
    "a": ("Norway's third nuclear test shook Oslo", "2031-03-05"),
    "b": ("Norway's third nuclear test is remembered", "2034-01-05"),
    "c": ("Norway's fourth nuclear test is near", "2034-01-05"),
}


def test_what_will_be_done_once_more_is_another_deed(write: Any, record: Any) -> None:
    lines = ("Norway launched a satellite", "Norway will launch more satellites", "Norway launched the satellite well")
    page = write("a", "\n".join(lines), DAY)
    norway = page.state("Norway")
    for line in lines:
        page.event(line, "rocket launch", trigger="launched" if "launched" in line else "launch", actors=(norway,))
    assert sizes(record(page)) == [1, 2]


def shelled(page: Any, line: str, *, trigger: str, **more: Any) -> None:
    """A shelling in Brenna."""
    page.event(line, "shelling", trigger=trigger, places=(page.place("Brenna"),), **more)
    page.events[-1] = replace(page.events[-1], type="ASSAULT")


def test_who_denies_an_attack_is_not_its_doer_and_the_attack_took_place(tell: Any, record: Any) -> None:
    told = tell("a", "Guns were heard", "Shells fell on a market in Brenna")
    shelled(told, "Shells fell on a market in Brenna", trigger="fell")
    denying = tell("b", "Ministers spoke", "Norway denied that it had shelled a market in Brenna")
    norway = denying.state("Norway")
    shelled(denying, "it had shelled a market in Brenna", trigger="shelled", actors=(norway,), status="denied")
    event = only(record(told, denying))
    assert (event.status, event.actors) == ("occurred", ())


def test_denials_of_different_things_are_two(tell: Any, record: Any) -> None:
    lines = ("Norway denied that its troops had crossed the river", "Norway denied buying votes in the assembly")
    pages = []
    for name, line in zip("ab", lines, strict=True):
        page = tell(name, "Ministers spoke", line)
        page.event(line, "denial", trigger="denied", actors=(page.state("Norway"),))
        pages.append(page)
    assert sizes(record(*pages)) == [1, 1]


@pytest.mark.parametrize(("teller", "status"), [("Spain", "alleged"), ("Norway", "occurred")])
def test_force_that_only_the_other_side_tells_is_alleged(write: Any, record: Any, teller: str, status: str) -> None:
    other = "Norway" if teller == "Spain" else "Spain"
    line = f"{teller} said Norway's guards fired on a post of {other}"
    page = write("a", f"{line}\nNorway and Spain share a border", DAY)
    states = {name: page.state(name) for name in ("Norway", "Spain")}
    page.said("said", f"Norway's guards fired on a post of {other}", states[teller])
    content = f"Norway's guards fired on a post of {other}"
    page.event(content, "attack", trigger="fired", actors=(states["Norway"],), attribution=0)
    page.events[0] = replace(page.events[0], type="ASSAULT")
    assert only(record(page)).status == status


def test_an_attack_claimed_by_one_side_and_denied_by_the_other_is_alleged(tell: Any, record: Any) -> None:
    pages = []
    for name, status in {"a": "alleged", "b": "denied"}.items():
        line = f"Norway's guards shelled a market in Brenna on Tuesday {name}"
        page = tell(name, "Ministers spoke", line)
        actor, when = page.state("Norway"), page.time("Tuesday", "2031-03-04")
        shelled(page, line, trigger="shelled", actors=(actor,), time=when, status=status)
        pages.append(page)
    assert only(record(*pages)).status == "alleged"


def test_a_denial_of_the_strike_is_of_that_told_before(tell: Any, record: Any) -> None:
    page = tell(
        "a", "Guns were heard", "A drone struck Brenna", "Norway denied that its army had carried out the strike"
    )
    shelled(page, "A drone struck Brenna", trigger="struck")
    army = page.actor("its army", kind="group")
    denied = "its army had carried out the strike"
    page.event(denied, "shelling", trigger="carried out the strike", actors=(army,), status="denied")
    page.events[-1] = replace(page.events[-1], type="ASSAULT")
    page.mentions[army] = page.nominal(army)
    assert only(record(page)).status == "occurred"


@pytest.mark.parametrize(("words", "events_"), [("the collision", 1), ("a collision", 2)])
def test_a_collision_spoken_of_as_known_is_the_one_of_the_story(
    write: Any, record: Any, words: str, events_: int
) -> None:
    told = write("a", "Two boats of Anna Berg and Luis Ramos collided near Oslo on Tuesday", "2031-03-05")
    told.event("Two boats of Anna Berg and Luis Ramos collided near Oslo on Tuesday", "crash", trigger="collided",
               places=(told.place("Oslo"),), time=told.time("Tuesday", "2031-03-04"))  # fmt: skip
    later = write("b", f"Anna Berg and Luis Ramos regretted {words}", "2031-03-08")
    later.event(words, "crash", trigger="collision")
    for page in (told, later):
        page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER")
    crashes = [event for event in record(told, later).events if event.kind == "crash"]
    assert len(crashes) == events_


def test_the_dead_of_one_story_without_a_day_are_counted_as_one(tell: Any, record: Any) -> None:
    pages = []
    for name, line in (("a", "At least nine people were killed"), ("b", "Eleven people have died")):
        page = tell(name, "Norway is shaken", line)
        people = page.actor(line.partition(" were")[0].partition(" have")[0], kind="group")
        page.mentions[people] = page.nominal(people)
        page.event(line, "killing" if name == "a" else "death", trigger=line.split()[-1], recipients=(people,))
        pages.append(page)
    assert sizes(record(*pages)) == [2]


def test_the_election_is_the_vote_whose_day_its_page_tells(tell: Any, record: Any) -> None:
    first = tell("a", "Vote in Peru", "The election in Peru was held on Sunday")
    first.event("The election in Peru", "election", trigger="election", time=first.time("Sunday", "2031-03-02"))
    other = tell("b", "Election in Peru disputed", "The vote of March 2 was fair")
    other.event("Election in Peru", "election", trigger="Election")
    other.event("The vote of March 2", "election", trigger="vote", time=other.time("March 2", "2031-03-02"))
    assert sizes(record(first, other)) == [3]
