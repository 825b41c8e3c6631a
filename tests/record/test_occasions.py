"""Where and when words were said. Outlets and ministers are invented."""

from dataclasses import replace
from typing import Any

import pytest

from communique.domain import Record, Statement

MET = "Anna Berg met Luis Ramos on Tuesday in Oslo"


def meeting(write: Any, *lines: Any, **more: Any) -> Any:
    """A page that begins with a meeting of Berg (0) and Ramos (1)."""
    page = write("a", "\n".join((MET, *lines)), more.get("published", "2031-03-05"))
    berg, ramos = page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER")
    tuesday = page.time("Tuesday", more.get("value", "2031-03-04"))
    page.event(MET, trigger="met", actors=(berg,), recipients=(ramos,), places=(page.place("Oslo"),), time=tuesday)
    return page


def occasions(record: Record) -> list[tuple[str | None, str | None]]:
    """The kind of the occasion of each statement, and its date, in text order."""
    kinds = {event.id: event.kind for event in record.events}

    def place(statement: Statement) -> int:
        return statement.content[0].start

    return [(kinds.get(s.occasion or ""), s.said_on) for s in sorted(record.statements, key=place)]


def test_the_sentence_of_the_cue_tells_the_occasion_and_running_text_goes_on_with_it(write: Any, record: Any) -> None:
    page = meeting(write, "At a news conference in town, Berg said yes one", "Berg added yes two", "Vik said yes three")
    page.event("At a news conference", "press conference", trigger="news conference", actors=(0,))
    vik = page.actor("Vik")
    page.said("said", "yes one", 0)
    page.said("added", "yes two", 0)
    page.said("said yes three"[:4], "yes three", vik)
    assert occasions(record(page)) == [("press conference", "2031-03-04")] * 2 + [(None, None)]


def test_who_is_spoken_to_tells_the_meeting(write: Any, record: Any) -> None:
    page = meeting(write, "Berg told Ramos yes one")
    page.said("told", "yes one", 0, 1)
    assert occasions(record(page)) == [("meeting", "2031-03-04")]


@pytest.mark.parametrize(
    ("speaker", "noun", "kind", "occasion"),
    [
        ("Berg", "the envoys", "group", "meeting"),
        ("Vik", "the envoys", "group", None),
        ("Berg", "reporters", "group", None),
        ("Berg", "Parliament", "org", None),
    ],
)
def test_visitors_without_a_name_are_those_whom_the_speaker_met(
    write: Any, record: Any, speaker: Any, noun: Any, kind: Any, occasion: Any
) -> None:
    page = meeting(write, f"{speaker} told {noun} yes one", published=None)
    speaks = page.actor(speaker) if speaker == "Vik" else 0
    told = page.actor(noun, kind=kind)
    if kind == "group":
        page.mentions[told] = page.nominal(told)
    page.said("told", "yes one", speaks, told)
    assert [there for there, _ in occasions(record(page))] == [occasion]


def test_what_somebody_has_said_is_tied_to_no_occasion(write: Any, record: Any) -> None:
    page = meeting(write, "Berg has said yes one")
    page.said("said", "yes one", 0)
    assert occasions(record(page)) == [(None, None)]


@pytest.mark.parametrize(
    ("published", "said_on"), [("2031-03-04", "2031-03-04"), ("2031-03-05", "2031-03-04/2031-03-05")]
)
def test_words_of_who_met_are_of_the_days_from_the_meeting_to_the_article(
    write: Any, record: Any, published: Any, said_on: Any
) -> None:
    page = meeting(write, "Berg said yes one", "Maria Vik spoke yes two", published=published)
    vik = page.actor("Maria Vik")
    page.said("said", "yes one", 0)
    page.said("spoke", "yes two", vik)
    assert occasions(record(page)) == [(None, said_on), (None, None)]


@pytest.mark.parametrize("line", [", both stressing yes one", " and accused Peru of yes one"])
def test_what_is_said_on_meeting_somebody_is_said_there(write: Any, record: Any, line: Any) -> None:
    page = write("a", f"{MET}{line}", "2031-03-05")
    berg, ramos = page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "PER")
    page.event(MET, trigger="met", actors=(berg,), recipients=(ramos,), time=page.time("Tuesday", "2031-03-04"))
    page.said("stressing" if "stressing" in line else "accused", "yes one", berg)
    assert occasions(record(page)) == [("meeting", "2031-03-04")]


def test_words_to_the_press_after_a_meeting_are_said_to_the_press(write: Any, record: Any) -> None:
    page = meeting(write, "After the talks, Berg told reporters yes one")
    page.event("After the talks", "talks", trigger="talks", actors=(0, 1))
    page.event("Berg told reporters", "press remarks", trigger="told reporters", actors=(0,))
    page.said("told", "yes one", 0)
    assert occasions(record(page)) == [("press remarks", "2031-03-04")]


def test_what_somebody_has_said_does_not_go_on_with_an_occasion(write: Any, record: Any) -> None:
    page = meeting(write, "At a news conference, Berg said yes one", "Berg has called it yes two")
    page.event("At a news conference", "press conference", trigger="news conference", actors=(0,))
    page.said("said", "yes one", 0)
    page.said("called", "yes two", 0)
    assert occasions(record(page)) == [("press conference", "2031-03-04"), (None, None)]


def test_the_time_beside_the_cue_is_when_it_was_said_and_another_day_is_another_occasion(
    write: Any, record: Any
) -> None:
    page = meeting(write, "At a news conference, Berg said yes one", "Berg noted on Wednesday yes two")
    page.event("At a news conference", "press conference", trigger="news conference", actors=(0,))
    page.time("Wednesday", "2031-03-05")
    page.said("said", "yes one", 0)
    page.said("noted", "yes two", 0)
    assert occasions(record(page)) == [("press conference", "2031-03-04"), (None, "2031-03-05")]


def test_an_act_of_words_is_dated_by_when_they_were_said(write: Any, record: Any) -> None:
    page = meeting(write, "At a news conference, Berg accused Peru of yes one")
    page.event("At a news conference", "press conference", trigger="news conference", actors=(0,))
    page.event("Berg accused Peru", "accusation", trigger="accused", actors=(0,), recipients=(page.state("Peru"),))
    page.said("accused", "yes one", 0)
    found = next(event for event in record(page).events if event.kind == "accusation")
    assert (found.date, found.date_how) == ("2031-03-04", "“Tuesday”, said at the press conference")


def test_without_a_date_anywhere_nothing_is_dated(write: Any, record: Any) -> None:
    page = meeting(write, "Berg told Ramos yes one", published=None, value=None)
    page.said("told", "yes one", 0, 1)
    assert occasions(record(page)) == [("meeting", None)]


def test_a_quoted_today_counts_from_when_it_was_said(write: Any, record: Any) -> None:
    page = meeting(write, "Berg told Ramos “we signed today”", published="2031-03-07")
    today = page.time("today", "2031-03-07")
    page.event("we signed today", "agreement signed", trigger="signed", actors=(0,), time=today)
    page.said("told", "“we signed today”", 0, 1)
    page.attributions[0] = replace(page.attributions[0], verbatim=page.attributions[0].content)
    page.events[-1] = replace(page.events[-1], attribution=0)
    found = next(event for event in record(page).events if event.kind == "agreement signed")
    assert (found.date, found.date_how) == ("2031-03-04", "“today”, counted from “Tuesday”")


def test_who_met_somebody_and_accused_a_third_did_so_there(write: Any, record: Any) -> None:
    page = write("a", f"{MET} and accused Peru of fraud", "2031-03-05")
    berg, ramos, peru = page.actor("Anna Berg", "NOR"), page.actor("Luis Ramos", "CHL"), page.state("Peru")
    tuesday, oslo = page.time("Tuesday", "2031-03-04"), page.place("Oslo")
    page.event(MET, trigger="met", actors=(berg,), recipients=(ramos,), places=(oslo,), time=tuesday)
    page.event("accused Peru of fraud", "accusation", trigger="accused", actors=(berg,), recipients=(peru,))
    found = {event.kind: event for event in record(page).events}
    accused = found["accusation"]
    assert (accused.date, accused.place and accused.place.name) == ("2031-03-04", "Oslo")


@pytest.mark.parametrize(("line", "date"), [("raised one case", "2031-03-04"), ("had raised one case", None)])
def test_what_somebody_tells_of_a_meeting_after_it_is_of_its_day(write: Any, record: Any, line: Any, date: Any) -> None:
    page = meeting(write, f"At a news conference, Berg said she {line}")
    page.event("At a news conference", "press conference", trigger="news conference", actors=(0,))
    page.said("said", f"she {line}", 0)
    page.event("raised one case", "request", trigger="raised", actors=(0,), attribution=0)
    assert {event.date for event in record(page).events if event.kind == "request"} == {date}


@pytest.mark.parametrize(
    ("kind", "words", "country"),
    [("power struggle", "Norway worked to oust Luis Ramos", "PER"), ("criticism", "Norway mocked Luis Ramos", None)],
)
def test_who_is_to_be_ousted_is_so_where_they_rule(
    write: Any, record: Any, kind: Any, words: Any, country: Any
) -> None:
    page = write("a", words, "2031-03-05")
    page.event(words, kind, actors=(page.state("Norway"),), recipients=(page.actor("Luis Ramos", "PER"),))
    place = record(page).events[0].place
    assert (place.country if place else None) == country


@pytest.mark.parametrize(("value", "date"), [("2031-03-04", "2031-03-04"), ("2031-03", None)])
def test_a_meeting_during_a_visit_is_of_its_day(write: Any, record: Any, value: Any, date: Any) -> None:
    page = write("a", "Ramos visited Oslo on that day\nBerg is to meet Ramos during his visit to Oslo", "2031-03-05")
    ramos, berg = page.actor("Ramos", "PER"), page.actor("Berg", "NOR")
    oslo, when = page.place("Oslo"), page.time("that day", value)
    page.event("Ramos visited Oslo", "visit", trigger="visited", actors=(ramos,), places=(oslo,), time=when)
    page.event("meet Ramos", trigger="meet", actors=(berg,), recipients=(ramos,), status="planned")
    page.event("his visit to Oslo", "visit", trigger="visit", actors=(ramos,), places=(oslo,))
    assert [event.date for event in record(page).events if event.kind == "meeting"] == [date]


@pytest.mark.parametrize(
    ("lines", "cue", "date"),
    [
        (("Vik said on Monday yes one", "Vik added yes two"), "added", "2031-03-03"),
        (("Vik said on Monday yes one", "Vik added in Lima yes two"), "added", None),
        (("Vik said on Monday yes one", "Vik says yes two"), "says", None),
        (("Vik said on Monday yes one", "Vik had added yes two"), "added", None),
        (("Vik said on Monday yes one", "Lee spoke no", "Vik added yes two"), "added", None),
    ],
)
def test_who_goes_on_does_so_on_the_same_day(write: Any, record: Any, lines: Any, cue: Any, date: Any) -> None:
    page = write("a", "\n".join(lines), "2031-03-05")
    vik = page.actor("Vik")
    page.time("Monday", "2031-03-03")
    page.said("said", "yes one", vik)
    if len(lines) > 2:
        page.said("spoke", "no", page.actor("Lee"))
    page.said(cue, "yes two", vik)
    assert occasions(record(page))[-1] == (None, date)


@pytest.mark.parametrize(
    ("published", "said_on"),
    [("2031-03-04", "2031-03-04"), ("2031-03-05", "2031-03-04/2031-03-05"), ("2031-03-09", None)],
)
def test_who_tells_of_a_deed_speaks_between_it_and_the_article(
    write: Any, record: Any, published: Any, said_on: Any
) -> None:
    page = write("a", "Vik said that Norway bombed Peru on Tuesday", published)
    vik, tuesday = page.actor("Vik"), page.time("Tuesday", "2031-03-04")
    page.event("Norway bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),), time=tuesday)
    page.said("said", "that Norway bombed Peru on Tuesday", vik)
    assert occasions(record(page)) == [(None, said_on)]


@pytest.mark.parametrize(
    ("line", "said_on"),
    [
        ("Vik spoke at a Sunday rally in Lima of yes one", "2031-03-02"),
        ("Vik spoke of the Sunday rally in Lima yes one", None),
        ("Vik, organiser of Sunday marches, spoke yes one", None),
    ],
)
def test_an_occasion_behind_the_cue_tells_when_it_was_said(write: Any, record: Any, line: Any, said_on: Any) -> None:
    page = write("a", line, "2031-03-05")
    vik, sunday = page.actor("Vik"), page.time("Sunday", "2031-03-02")
    if "rally" in line:
        page.event("Sunday rally", "protest", trigger="rally", places=(page.place("Lima"),), time=sunday)
    page.said("spoke", "yes one", vik)
    source = page.span(line.split(", spoke", maxsplit=1)[0]) if "organiser" in line else page.span("Vik")
    page.attributions[0] = replace(page.attributions[0], source=source)
    assert occasions(record(page)) == [(None, said_on)]


def test_a_state_goes_on_with_an_occasion_only_close_by(write: Any, record: Any) -> None:
    lines = ("In a call on Monday Norway said yes one", *(f"It rained {n}" for n in range(4)), "Norway said yes two")
    page = write("a", "\n".join(lines), "2031-03-05")
    norway, monday = page.state("Norway"), page.time("Monday", "2031-03-03")
    page.event("In a call on Monday", "phone call", trigger="call", actors=(norway,), time=monday)
    page.said("said", "yes one", norway)
    page.said("said", "yes two", norway)
    at = page.text.index("said yes two")
    page.attributions[1] = replace(page.attributions[1], cue=page.document.span(at, at + 4))
    assert occasions(record(page)) == [("phone call", "2031-03-03"), (None, None)]


@pytest.mark.parametrize(("published", "date"), [("2031-03-04", "2031-03-04"), ("2031-03-09", None)])
def test_words_to_the_press_are_of_the_day_of_the_news(write: Any, record: Any, published: Any, date: Any) -> None:
    page = write("a", "Norway bombed Peru on Tuesday\nVik told reporters yes one", published)
    tuesday = page.time("Tuesday", "2031-03-04")
    page.event("Norway bombed Peru", "air strike", trigger="bombed", actors=(page.state("Norway"),), time=tuesday)
    page.event("Vik told reporters", "press remarks", trigger="told reporters", actors=(page.actor("Vik"),))
    found = {event.kind: event.date for event in record(page).events}
    assert found == {"air strike": "2031-03-04", "press remarks": date}


def test_who_is_detained_was_so_from_the_arrest(write: Any, record: Any) -> None:
    page = write("a", "Peru arrested Vik on Tuesday\nThe detention of Vik went on", "2031-03-05")
    vik, tuesday = page.actor("Vik"), page.time("Tuesday", "2031-03-04")
    page.event("Peru arrested Vik", "arrest", trigger="arrested", recipients=(vik,), time=tuesday)
    page.event("The detention of Vik", "detention", trigger="detention", recipients=(vik,))
    assert {event.date for event in record(page).events} == {"2031-03-04"}
