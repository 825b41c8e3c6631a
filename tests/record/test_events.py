"""Which mentions are of one event. Outlets, ministers and meetings are invented."""

from typing import Any

import pytest

from communique.domain import Event, Record
from communique.record import actors, events
from communique.record.events import matching


def report(
    write: Any,
    name: Any,
    line: Any,
    *,
    published: Any = None,
    kind: Any = "meeting",
    status: Any = "occurred",
    when: Any = None,
    value: Any = None,
    place: Any = None,
) -> Any:
    """A page of one line in which Berg and Ramos are together."""
    page = write(name, line, published)
    page.event(
        line,
        kind,
        actors=(page.actor("Anna Berg", "NOR"),),
        recipients=(page.actor("Luis Ramos", "PER"),),
        places=(page.place(place),) if place else (),
        time=page.time(when, value) if when else None,
        status=status,
    )
    return page


def only(record: Record) -> Event:
    assert len(record.events) == 1
    return record.events[0]


def test_one_meeting_in_two_outlets_is_one_event_with_the_most_precise_date_and_place(write: Any, record: Any) -> None:
    event = only(
        record(
            report(write, "a", "Anna Berg met Luis Ramos in Oslo", published="2031-03-05", place="Oslo"),
            report(
                write, "b", "Luis Ramos met Anna Berg on Tuesday in Norway", published="2031-03-05", when="Tuesday",
                value="2031-03-04", place="Norway",
            ),
        )
    )  # fmt: skip
    assert event.label == "Meeting of Anna Berg and Luis Ramos in Oslo, Norway"
    assert (event.date, event.date_how, event.status) == ("2031-03-04", "“Tuesday”", "occurred")
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Oslo, Norway", "NOR")
    assert {mention.document for mention in event.mentions} == {"a", "b"}


@pytest.mark.parametrize(
    "other",
    [
        {"when": "Tuesday", "value": "2031-03-11"},
        {"when": "Tuesday", "value": "2031-03-04", "kind": "phone call"},
        {"when": "Tuesday", "value": "2031-03-04", "kind": "press conference"},
        {"when": "Tuesday", "value": "2031-03-04", "status": "cancelled"},
        {"when": "Tuesday", "value": "2031-03-04", "status": "denied"},
    ],
)
def test_what_differs_in_day_kind_or_outcome_is_another_event(write: Any, record: Any, other: Any) -> None:
    line = "Anna Berg met Luis Ramos on Tuesday"
    first = report(write, "a", line, published="2031-03-05", when="Tuesday", value="2031-03-04")
    assert len(record(first, report(write, "b", line, published="2031-03-12", **other)).events) == 2


def test_a_planned_meeting_that_takes_place_is_one_event_that_occurred(write: Any, record: Any) -> None:
    line = "Anna Berg meets Luis Ramos on Tuesday"
    value = {"when": "Tuesday", "value": "2031-03-04"}
    plan = report(write, "a", line, published="2031-03-02", status="planned", **value)
    done = report(write, "b", line, published="2031-03-05", **value)
    assert only(record(plan, done)).status == "occurred"
    assert only(record(plan)).status == "planned"


def test_a_plan_told_after_a_meeting_is_another_event(write: Any, record: Any) -> None:
    done = report(
        write, "a", "Anna Berg met Luis Ramos on Tuesday in Oslo", when="Tuesday", value="2031-03-04", place="Oslo"
    )
    line = "Anna Berg will meet Luis Ramos in Oslo"
    plan = report(write, "b", line, published="2031-03-06", status="planned", place="Oslo")
    assert {event.status for event in record(done, plan).events} == {"occurred", "planned"}


def test_a_cancelled_plan_is_one_event_that_is_cancelled(write: Any, record: Any) -> None:
    line = "Anna Berg meets Luis Ramos on Tuesday"
    value = {"when": "Tuesday", "value": "2031-03-04"}
    pages = [
        report(write, name, line, published="2031-03-03", status=status, **value)
        for name, status in (("a", "planned"), ("b", "cancelled"))
    ]
    assert only(record(*pages)).status == "cancelled"


@pytest.mark.parametrize(("published", "status"), [("2031-03-03", "planned"), ("2032-03-03", "occurred")])
def test_what_is_dated_behind_all_its_reports_is_planned(write: Any, record: Any, published: str, status: str) -> None:
    page = report(
        write,
        "a",
        "Anna Berg and Luis Ramos at the election of 2032",
        published=published,
        kind="election",
        when="2032",
        value="2032",
    )
    assert only(record(page)).status == status


def test_a_minister_stands_for_the_state_and_another_minister_does_not(write: Any, record: Any) -> None:
    def accuse(name: str, line: str, who: Any) -> Any:
        page = write(name, line, "2031-03-05")
        time = page.time("Tuesday", "2031-03-04")
        page.event(line, "accusation", actors=(who(page),), recipients=(page.state("Peru"),), time=time)
        return page

    berg = accuse("a", "Anna Berg accused Peru on Tuesday", lambda page: page.actor("Anna Berg", "NOR"))
    norway = accuse("b", "Norway accused Peru on Tuesday", lambda page: page.state("Norway"))
    dahl = accuse("c", "Ole Dahl accused Peru on Tuesday", lambda page: page.actor("Ole Dahl", "NOR"))
    assert only(record(berg, norway)).label == "Anna Berg accuses Peru"
    assert len(record(berg, dahl).events) == 2


@pytest.mark.parametrize(
    ("kind", "actors", "recipients", "label"),
    [
        ("accusation", ("Norway", "Chile"), ("Peru",), "Norway and Chile accuse Peru"),
        ("seizure", ("Norway",), ("Peru",), "Seizure from Peru by Norway"),
        ("seizure", (), ("Peru",), "Seizure from Peru"),
        ("warning", ("Norway",), ("Peru",), "Norway warns Peru"),
        ("pressure", ("Norway",), ("Peru",), "Pressure by Norway on Peru"),
    ],
)
def test_a_label_reads_as_an_editor_would_write_it(
    write: Any, record: Any, kind: str, actors: tuple[str, ...], recipients: tuple[str, ...], label: str
) -> None:
    page = write("a", "Norway and Chile did this to Peru on Tuesday", "2031-03-05")
    who = {"actors": tuple(map(page.state, actors)), "recipients": tuple(map(page.state, recipients))}
    page.event("did this", kind, time=page.time("Tuesday", "2031-03-04"), **who)
    assert only(record(page)).label == label


def test_a_label_cuts_those_who_were_led_by_somebody_before_the_leading(write: Any, record: Any) -> None:
    page = write("a", "Mediators led by the Norwegian foreign minister Anna Berg accused Peru", "2031-03-05")
    led = page.actor("Mediators led by the Norwegian foreign minister Anna Berg")
    page.event("accused", "accusation", actors=(led,), recipients=(page.state("Peru"),))
    assert "led" not in only(record(page)).label


def test_direction_counts(write: Any, record: Any) -> None:
    pages = []
    for name, (one, other) in {"a": ("Norway", "Peru"), "b": ("Peru", "Norway")}.items():
        page = write(name, f"{one} accused {other} on Tuesday", "2031-03-05")
        time = page.time("Tuesday", "2031-03-04")
        page.event(page.text, "accusation", actors=(page.state(one),), recipients=(page.state(other),), time=time)
        pages.append(page)
    assert {event.label for event in record(*pages).events} == {"Norway accuses Peru", "Peru accuses Norway"}


def test_the_talks_are_the_encounter_told_before_them_and_not_the_summit_beside_it(write: Any, record: Any) -> None:
    text = "Anna Berg met Luis Ramos on the margins of a summit of Norway\nThe talks lasted an hour\nA meeting failed"
    page = write("a", text, "2031-03-05")
    who = {"actors": (page.actor("Anna Berg", "NOR"),), "recipients": (page.actor("Luis Ramos", "PER"),)}
    page.event(text.splitlines()[0], trigger="met", **who)
    page.event("a summit of Norway", "summit", actors=(page.state("Norway"),))
    page.event("The talks", "talks")
    page.event("A meeting")
    found = {event.label: len(event.mentions) for event in record(page).events}
    assert found == {"Meeting of Anna Berg and Luis Ramos": 2, "Summit with Norway": 1, "Meeting": 1}


def test_sanctions_without_a_date_are_one_and_arrests_are_not(write: Any, record: Any) -> None:
    def pages(kind: str) -> list[object]:
        return [report(write, n, "Anna Berg on Luis Ramos", published=d, kind=kind) for n, d in TWO_MONTHS.items()]

    assert len(record(*pages("sanction")).events) == 1
    assert len(record(*pages("arrest")).events) == 2


TWO_MONTHS = {"a": "2031-03-05", "b": "2031-05-05"}


def test_what_is_counted_apart_is_two(write: Any, record: Any) -> None:
    page = write("a", "Norway held its third test\nNorway held its fourth test", "2031-03-05")
    for line in page.text.splitlines():
        page.event(line, "weapons test", actors=(page.state("Norway"),))
    assert len(record(page).events) == 2


def test_a_copied_sentence_is_the_same_event(write: Any, record: Any) -> None:
    pages = []
    for name in ("a", "b"):
        page = write(name, "the harbour office was stormed overnight")
        page.event(page.text, "attack")
        pages.append(page)
    assert len(only(record(*pages)).mentions) == 2


def test_a_page_without_a_date_gets_its_days_from_another_report_of_the_same_event(write: Any, record: Any) -> None:
    line = "Anna Berg met Luis Ramos on Tuesday in Oslo\nMaria Vik resigned on Monday"
    dated = report(write, "a", "Anna Berg met Luis Ramos on March 4", when="March 4", value="2031-03-04")
    page = report(write, "b", line, when="Tuesday")
    page.event(
        "Maria Vik resigned on Monday", "resignation", actors=(page.actor("Maria Vik"),), time=page.time("Monday", None)
    )
    found = {event.kind: (event.date, event.date_how) for event in record(dated, page).events}
    assert found == {
        "meeting": ("2031-03-04", "“March 4”"),
        "resignation": ("2031-03-03", "“Monday”, dated by “March 4” in another report"),
    }


@pytest.mark.parametrize("words", ["Tuesday", "31 February", "Monday, 7 May 2019"])
def test_words_that_nothing_dates_are_kept_and_said_to_be_undated(write: Any, record: Any, words: Any) -> None:
    event = only(record(report(write, "a", f"Anna Berg met Luis Ramos on {words}", when=words)))
    assert (event.date, event.date_how) == (None, f"“{words}” cannot be dated")


@pytest.mark.parametrize(("value", "date"), [("0000", None), ("9999-12-31", "9999-12-31"), ("10000", None)])
def test_the_ends_of_the_calendar_are_no_error(write: Any, record: Any, value: Any, date: Any) -> None:
    event = only(record(report(write, "a", "Anna Berg met Luis Ramos then", when="then", value=value)))
    assert event.date == date


def test_words_to_the_press_after_a_meeting_are_of_its_day_and_place(write: Any, record: Any) -> None:
    line = "Anna Berg met Luis Ramos on Tuesday in Oslo\nAnna Berg told reporters after the meeting"
    page = report(write, "a", line, published="2031-03-05", when="Tuesday", value="2031-03-04", place="Oslo")
    page.events.clear()
    page.event(
        "Anna Berg met Luis Ramos on Tuesday in Oslo", trigger="met", actors=(0,), recipients=(1,), places=(2,), time=0
    )
    page.event("Anna Berg told reporters", "press remarks", trigger="told", actors=(0,))
    page.event("the meeting")
    remarks = next(event for event in record(page).events if event.kind == "press remarks")
    assert (remarks.date, remarks.date_how) == ("2031-03-04", "“Tuesday”, the day of the meeting")
    assert remarks.place is not None
    assert remarks.place.name == "Oslo"


def test_a_day_after_counts_from_the_event_it_names(write: Any, record: Any) -> None:
    text = "The meeting of Anna Berg and Luis Ramos on Tuesday comes a day after Luis Ramos met Maria Vik"
    page = write("a", text, "2031-03-05")
    page.time("a day", "P1D", "DURATION")
    berg, ramos, vik = page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER"), page.actor("Maria Vik", "SWE")
    tuesday = page.time("Tuesday", "2031-03-04")
    page.event(text[:55], trigger="meeting", actors=(berg,), recipients=(ramos,), time=tuesday)
    page.event("Luis Ramos met Maria Vik", trigger="met", actors=(ramos,), recipients=(vik,))
    assert sorted(event.date or "" for event in record(page).events) == ["2031-03-03", "2031-03-04"]


@pytest.mark.parametrize(("third", "dates"), [("Luis Ramos", {"2031-03-04"}), ("Maria Vik", {"2031-03-04", None})])
def test_a_meeting_of_the_lead_is_of_the_day_told_there_of_its_parties(
    write: Any, record: Any, third: Any, dates: Any
) -> None:
    page = write("a", f"Norway and Peru held talks on Tuesday\nAnna Berg met {third} in town", "2031-03-05")
    norway, peru, tuesday = page.state("Norway"), page.state("Peru"), page.time("Tuesday", "2031-03-04")
    page.event("Norway and Peru held talks", trigger="talks", actors=(norway,), recipients=(peru,), time=tuesday)
    berg, other = page.actor("Anna Berg", "NOR"), page.actor(third, "PER" if third == "Luis Ramos" else "SWE")
    page.event(f"Anna Berg met {third}", trigger="met", actors=(berg,), recipients=(other,))
    assert {event.date for event in record(page).events} == dates


@pytest.mark.parametrize(
    ("length", "words", "date"),
    [("PT2H", "two hours", "2031-03-04"), ("P1W", "a week", "2031-03-08/2031-03-14"), ("P1Y", "a year", None)],
)
def test_the_later_is_counted_from_the_earlier_too(write: Any, record: Any, length: Any, words: Any, date: Any) -> None:
    page = write("a", f"Anna Berg met Maria Vik {words} after Norway bombed Peru on Tuesday", "2031-03-15")
    page.time(words, length, "DURATION")
    berg, vik, tuesday = page.actor("Anna Berg"), page.actor("Maria Vik"), page.time("Tuesday", "2031-03-04")
    page.event("Anna Berg met Maria Vik", trigger="met", actors=(berg,), recipients=(vik,))
    page.event("Norway bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),), time=tuesday)
    assert {event.kind: event.date for event in record(page).events} == {"meeting": date, "air strike": "2031-03-04"}


def test_the_timeline_is_in_order_of_dates_and_ends_with_the_undated(write: Any, record: Any) -> None:
    dates = ["2031-03-04", None, "2030", "2031-03-01/2031-03-31", "2031-03"]
    pages = []
    for number, value in enumerate(dates):
        page = write(f"p{number}", "the dam at Nowhere burst then")
        page.event(page.text[: 10 + number], "disaster", time=page.time("then", value) if value else None)
        pages.append(page)
    found = record(*pages)
    by_id = {event.id: event.date for event in found.events}
    assert [by_id[i] for i in found.timeline] == ["2030", "2031-03", "2031-03", "2031-03-04", None]


def test_the_order_of_the_pages_does_not_matter(write: Any, record: Any) -> None:
    days = {"a": "2031-03-04", "b": "2031-03-04", "c": "2031-03-11", "d": None}
    pages = [
        report(write, name, "Anna Berg met Luis Ramos on Tuesday", published=value, when="Tuesday", value=value)
        for name, value in days.items()
    ]
    assert record(*pages).events == record(*reversed(pages)).events


def test_a_merge_says_why_and_can_be_taken_back(write: Any) -> None:
    line = "Anna Berg met Luis Ramos on Tuesday"
    pages = [report(write, name, line, when="Tuesday", value="2031-03-04") for name in ("a", "b")]
    readings, articles = [page.reading for page in pages], [page.article for page in pages]
    resolution = actors.resolve(readings, articles)
    merged = events.resolve(readings, articles, resolution)
    assert len({link.event for link in merged.links}) == 1
    assert any("who 1.0, when 1.0" in link.reason for link in merged.links)
    apart = events.resolve(readings, articles, resolution, undone={("b", 0)})
    assert len({link.event for link in apart.links}) == 2


def test_comparisons_grow_with_the_articles_and_not_with_their_square(
    write: Any, record: Any, monkeypatch: Any
) -> None:
    def comparisons(many: int) -> int:
        seen = 0
        real = matching.compare

        def counted(*arguments: Any) -> Any:
            nonlocal seen
            seen += 1
            return real(*arguments)

        monkeypatch.setattr("communique.record.events.merging.compare", counted)
        pages = [report(write, f"p{n:04}", f"Anna Berg met Luis Ramos, round {n}") for n in range(many)]
        record(*pages)
        monkeypatch.undo()
        return seen

    assert comparisons(240) < 2.5 * comparisons(120)


def test_what_a_state_s_own_people_do_in_news_from_there_is_there(write: Any, record: Any) -> None:
    page = write("a", "LIMA Peru held a vote\nPeru accused Norway", "2031-03-05")
    peru = page.state("Peru")
    page.event("Peru held a vote", "vote", trigger="vote", actors=(peru,))
    page.event("Peru accused Norway", "accusation", actors=(peru,), recipients=(page.state("Norway"),))
    places = {event.kind: event.place and event.place.country for event in record(page).events}
    assert places == {"vote": "PER", "accusation": None}


def test_authorities_arrest_and_try_at_home_and_an_army_anywhere(write: Any, record: Any) -> None:
    page = write("a", "Peru detained Anna Berg\nPeru's army detained Carl Hansen", "2031-03-05")
    peru, army = page.state("Peru"), page.actor("army", "PER", kind="group", title="army")
    page.event("Peru detained Anna Berg", "detention", actors=(peru,), recipients=(page.actor("Anna Berg", "NOR"),))
    line = "Peru's army detained Carl Hansen"
    page.event(line, "detention", actors=(army,), recipients=(page.actor("Carl Hansen", "NOR"),))
    places = {event.mentions[0].text: event.place and event.place.country for event in record(page).events}
    assert places == {"Peru detained Anna Berg": "PER", line: None}


def test_an_election_that_names_nobody_is_where_those_rule_whom_its_sentence_names(write: Any, record: Any) -> None:
    page = write("a", "Luis Ramos won a third term in the election", "2031-03-05")
    page.actor("Luis Ramos", "PER")
    page.event("election", "election")
    event = only(record(page))
    assert event.place is not None
    assert event.place.country == "PER"


@pytest.mark.parametrize(
    ("city", "place"),
    [("OSLO -", "Oslo"), ("GENEVA -", "Geneva"), ("LONDON -", None)],
)
def test_who_met_in_the_lead_met_where_it_was_written_if_at_home_or_in_no_capital(
    write: Any, record: Any, city: str, place: str | None
) -> None:
    page = write("a", f"{city}\nAnna Berg met Luis Ramos", "2031-03-05", "", city)
    page.event(
        "Anna Berg met Luis Ramos",
        actors=(page.actor("Anna Berg", "NOR"),),
        recipients=(page.actor("Luis Ramos", "PER"),),
    )
    told = only(record(page)).place
    assert (told.name if told else None) == place


def test_what_befalls_nobody_by_name_is_local_in_local_news_and_what_is_said_is_not(write: Any, record: Any) -> None:
    lines = "LIMA -\nGunmen attacked guests in the night\nLuis Ramos accused them\nPeru is calm"
    page = write("a", lines, "2031-03-05", "", "LIMA -")
    page.state("Peru")
    page.event("Gunmen attacked guests in the night", "attack")
    page.event("Luis Ramos accused them", "accusation", actors=(page.actor("Luis Ramos", "PER"),))
    places = {event.kind: event.place and event.place.country for event in record(page).events}
    assert places == {"attack": "PER", "accusation": None}
