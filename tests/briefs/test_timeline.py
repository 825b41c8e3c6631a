"""What happened when: which events are shown, in which order, and how their days and status are said."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.briefs import Brief, compose
from communique.briefs.brief import Entry, Party, Telling
from communique.briefs.render import Screen, entries, html, terminal, timechart
from communique.briefs.render.terminal import DATED
from communique.briefs.timeline import LONGEST
from communique.domain import Event, EventStatus, Place, Record, Span
from communique.domain.times import interval

SPAN = Span(document="d", start=0, end=4, text="They")


def of(record: Record, *events: Event) -> Brief:
    return compose(replace(record, events=events, timeline=tuple(event.id for event in events)))


def names(brief: Brief) -> list[str]:
    return [entry.event for entry in brief.timeline]


def entry(date: str | None, status: EventStatus = "occurred", *, name: str = "v", outlets: int = 1) -> Entry:
    days = interval(date) if date else None
    return Entry(
        event=name,
        label="Meeting of A and B",
        kind="meeting",
        status=status,
        date=date if days else None,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        outlets=outlets,
        told=(Telling(source=1, times=1, first=SPAN, context=SPAN),),
        minor=False,
    )


def test_entries_stand_in_the_order_of_their_days_and_undated_ones_last(record: Record) -> None:
    late = replace(record.events[0], id="late", date="2031-04-02")
    early = replace(record.events[0], id="early", date="2019/2030")
    bare = replace(record.events[0], id="bare", date=None)
    brief = of(record, bare, late, *record.events, early)
    assert names(brief) == ["early", "talks", "promised", "april-talks", "late", "held", "bare", "sailing"]


@pytest.mark.parametrize("date", ["2031-02-31", "Tuesday", "0000", "2031-05/2031-04", "P3D", "PRESENT_REF", ""])
def test_a_date_that_names_no_days_is_none(record: Record, date: str) -> None:
    how = f"“{date}” cannot be dated"
    changed = replace(record, events=(replace(record.events[-1], date=date, date_how=how),))
    brief = compose(changed)
    (found,) = brief.timeline
    assert (found.date, found.first, found.last) == (None, None, None)
    assert all(how in " ".join(render(brief, changed).split()) for render in (terminal.render, html.render))


def test_an_entry_tells_who_and_where_and_what_was_said_there(record: Record) -> None:
    found = next(entry for entry in compose(record).timeline if entry.event == "talks")
    assert (found.actors, found.recipients) == (
        (Party(actor="brandt", name="Ilse Brandt"),),
        (Party(actor="reyle", name="Tomas Reyle"),),
    )
    assert [(telling.source, telling.times, telling.first.text) for telling in found.told] == [
        (1, 2, "island talks"),
        (2, 2, "Talks on Skerry Point"),
    ]
    assert found.told[0].context.text == "Ministers leave island talks with little to show"
    assert (found.outlets, found.statements) == (2, ("frank",))


def test_a_statement_says_at_which_event_it_was_made(record: Record) -> None:
    brief = compose(record)
    lines = {line.statement: line for voice in brief.voices for report in voice.reports for line in report.lines}
    assert (lines["frank"].occasion, lines["frank"].at) == ("talks", "Meeting of Ilse Brandt and Tomas Reyle")
    assert (lines["port"].occasion, lines["port"].at) == (None, None)
    without = of(record)
    assert all(line.occasion is None for v in without.voices for report in v.reports for line in report.lines)


@pytest.mark.parametrize(
    "mentions",
    [
        (),
        (Span(document="courier", start=0, end=7, text="Harvest"),),
        (Span(document="blank", start=0, end=1, text="\n"),),
        (Span(document="gone", start=0, end=7, text="Harbour"),),
    ],
)
def test_an_event_whose_words_do_not_stand_in_an_article_is_left_out_and_reported(
    record: Record, mentions: tuple[Span, ...]
) -> None:
    wrong = replace(record.events[0], id="wrong", mentions=mentions)
    brief = of(record, wrong, record.events[-1])
    assert names(brief) == ["talks"]
    assert [gap.what for gap in brief.gaps if gap.kind == "dropped"] == [
        "events whose words do not stand in an article (1 event)"
    ]


def test_one_wrong_passage_among_several_is_enough(record: Record) -> None:
    talks = record.events[-1]
    wrong = Span(document="courier", start=0, end=7, text="Harvest")
    brief = of(record, replace(talks, mentions=(*talks.mentions, wrong)))
    assert names(brief) == []
    assert [gap.sources for gap in brief.gaps if gap.kind == "dropped"] == [(1, 2)]


def test_what_is_mentioned_once_and_has_no_day_is_minor(record: Record) -> None:
    assert {entry.event: entry.minor for entry in compose(record).timeline} == {
        "talks": False, "promised": False, "april-talks": False, "held": False, "sailing": True,
    }  # fmt: skip


def test_a_long_timeline_is_folded_down_to_what_most_outlets_tell(record: Record) -> None:
    talks, once = record.events[-1], record.events[0]
    many = [replace(once, id=f"e{number}", date=f"2031-01-{number % 28 + 1:02}") for number in range(500)]
    brief = of(record, *many, talks)
    main = [entry.event for entry in brief.timeline if not entry.minor]
    assert len(main) == LONGEST
    assert "talks" in main
    changed = replace(record, events=(*many, talks))
    assert "461 more events" in html.render(brief, changed)
    assert terminal.render(brief, changed, Screen(full=True)).count("Meeting of experts") == LONGEST - 1
    assert terminal.render(brief, changed).count("Meeting of experts") == DATED - 1


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T10:30Z", "4 March 2031, 10:30 UTC"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03-30/2031-04-02", "30 March to 2 April 2031"),
        ("2031-03/2031-04", "March to April 2031"),
        ("2031-W10", "3 to 9 March 2031"),
        ("2031-SU", "summer 2031"),
        ("2031-Q1", "1 January to 31 March 2031"),
        ("203", "2030 to 2039"),
        ("Tuesday", "no date"),
        (None, "no date"),
    ],
)
def test_a_date_is_said_no_more_precisely_than_it_is_known(date: str | None, words: str) -> None:
    assert entries.when(entry(date)) == words


def test_what_is_announced_stands_apart_from_what_took_place() -> None:
    held = [
        entry("2031", "planned", name="planned"),
        entry("2031", "denied", name="denied"),
        entry("2031", "occurred", name="occurred"),
        entry("2031", "cancelled", name="cancelled"),
        entry(None, "occurred", name="undated"),
    ]
    found = {part.key: [item.event for item in part.main] for part in entries.parts(held)}
    assert found == {"past": ["denied", "occurred"], "ahead": ["planned", "cancelled"], "undated": ["undated"]}
    assert [entries.STATUSES[item.status] for item in held] == [
        "announced", "denied", "took place", "called off", "took place",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""),
        (Place(name="Riga", country="LVA"), "Riga, Latvia"),
        (Place(name="Riga, Latvia", country="LVA"), "Riga, Latvia"),
        (Place(name="Latvia", country="LVA"), "Latvia"),
        (Place(name="the border"), "the border"),
    ],
)
def test_a_place_is_told_with_its_country(place: Place | None, words: str) -> None:
    assert entries.where(replace(entry("2031"), place=place)) == words


@pytest.mark.parametrize("dates", [(), ("2031-03-04",), ("2031-03-04", None), (None, None)])
def test_no_picture_is_drawn_of_fewer_than_two_dates(dates: tuple[str | None, ...]) -> None:
    assert timechart.chart([entry(date, name=str(number)) for number, date in enumerate(dates)]) is None


def test_a_few_weeks_are_drawn_to_scale_and_years_are_not() -> None:
    weeks = timechart.chart([entry("2031-03-01"), entry("2031-03-11", name="w"), entry("2031-03-31", name="x")])
    years = timechart.chart([entry("2031-03-01"), entry("2031-03-02", name="w"), entry("2041-03-02", name="x")])
    assert weeks is not None
    assert years is not None
    first, second, third = (mark.x for lane in weeks.lanes for mark in lane.marks)
    assert third - second == pytest.approx(2 * (second - first))
    assert (weeks.even, years.even) == (True, False)
    first, second, third = (mark.x for lane in years.lanes for mark in lane.marks)
    assert second - first > (third - second) / 10


def test_the_axis_names_days_months_and_years_as_far_as_they_are_known() -> None:
    picture = timechart.chart([entry("2029"), entry("2031-03", name="m"), entry("2031-05-06", name="d")])
    assert picture is not None
    assert [(tick.day, tick.year) for tick in picture.ticks] == [("", "2029"), ("Mar", "2031"), ("6 May", "")]


DATES = st.one_of(
    st.dates().map(str),
    st.integers(1000, 9999).map(str),
    st.tuples(st.dates(), st.dates()).map(lambda two: "/".join(map(str, sorted(two)))),
)


@given(held=st.lists(st.tuples(DATES, st.sampled_from(tuple(entries.STATUSES)), st.integers(0, 9)), max_size=60))
def test_whatever_the_dates_marks_stay_in_the_picture_and_apart(held: list[tuple[str, EventStatus, int]]) -> None:
    timeline = [entry(date, status, name=str(n), outlets=count) for n, (date, status, count) in enumerate(held)]
    picture = timechart.chart(timeline)
    if picture is None:
        assert len(held) < 2
        return
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    assert len(marks) == picture.drawn == min(len(held), timechart.MOST)
    assert all(0 < mark.x <= mark.end < picture.width and 0 < mark.y < picture.height for mark in marks)
    for mark in marks:
        length = len(mark.label) * timechart.LETTER
        start = mark.label_x - length if mark.label_end else mark.label_x
        assert 0 < start < start + length < picture.width
    for lane in picture.lanes:
        assert all(lane.top < mark.y < lane.top + lane.height for mark in lane.marks)
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in sorted(lane.marks, key=lambda mark: mark.x):
            rows.setdefault(mark.y, []).append((mark.x, mark.end))
        assert all(a[1] < b[0] for row in rows.values() for a, b in pairwise(row))
    places = [tick.x for tick in picture.ticks]
    assert all(later - tick >= timechart.TICK for tick, later in pairwise(places))


def test_of_many_parties_the_first_are_named_and_those_called_alike_once() -> None:
    crowd = ("the 10 Norlandish citizens", "10 Norlandish citizens", "N.L. citizens", "NL citizens", "her cousin")
    held = tuple(Party(actor=f"a{n}", name=name) for n, name in enumerate((*crowd, "a pilot", "Ann Berg", "Bo Dahl")))
    told = replace(entry("2031-03-04"), label="Crash", recipients=held)
    listed = "→ the 10 Norlandish citizens, N.L. citizens, her cousin, a pilot, Ann Berg and 1 more"
    assert entries.parties(told) == listed
    assert entries.parties(replace(told, recipients=held[:4])) == "→ the 10 Norlandish citizens and N.L. citizens"


def test_the_words_are_shown_where_the_label_does_not_tell_what_was_done() -> None:
    words = "Berg rejected a plan for two dams"
    whole = Span(document="d", start=0, end=len(words), text=words)
    told = replace(
        entry("2031-03-04"), label="Rejection by Berg", told=(Telling(source=1, times=1, first=whole, context=whole),)
    )
    assert "“Berg rejected a plan for two dams”" in entries.about(told)
    assert not [
        part for part in entries.about(replace(told, recipients=(Party(actor="a", name="Lee"),))) if "“" in part
    ]
