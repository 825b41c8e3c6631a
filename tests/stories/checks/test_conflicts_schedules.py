"""Conflicts over plans that clauses tell of and no event names; on readings made by hand."""

from dataclasses import replace
from typing import Literal

import pytest

from communique.domain import Actor, ActorMention, Clause, Mention, TimeExpression
from tests.stories.checks.hand import Pile, sides


def planned(
    pile: Pile, i: int, subject: str, verb: str, time: str, value: str, *, type_: Literal["DATE", "DURATION"] = "DATE"
) -> None:
    clause = Clause(parts=(pile.all(i),), verb=pile.words(i, verb), subject=pile.words(i, subject))
    reading = pile.readings[f"a{i}"]
    known = TimeExpression(span=pile.words(i, time), value=value, type=type_)
    pile.add(i, clauses=(*reading.clauses, clause), times=(*reading.times, known))


def test_a_thing_that_two_reports_set_on_different_days() -> None:
    texts = "The exchange of prisoners is due on Sunday.", "The exchange of prisoners was put off to Monday."
    pile = Pile(*texts, days=("2031-03-03", "2031-03-04"))
    planned(pile, 0, "The exchange", "due", "Sunday", "2031-03-09")
    planned(pile, 1, "The exchange", "put", "Monday", "2031-03-10")
    (found,) = pile.found("date")
    assert (found.about, found.verdict, sides(found)) == ("when: the exchange", "update", ["Monday", "Sunday"])


def test_what_a_report_of_the_same_day_says_was_put_off_is_an_update() -> None:
    texts = "A new round of talks was set for Sunday.", "The new round of talks was put off to Monday."
    pile = Pile(*texts, days=("2031-03-03", "2031-03-03"))
    planned(pile, 0, "A new round", "set", "Sunday", "2031-03-09")
    planned(pile, 1, "The new round", "put", "Monday", "2031-03-10")
    assert [found.verdict for found in pile.found("date")] == ["update"]


@pytest.mark.parametrize(("later", "verdict"), [("2031-03-04", "contradiction"), ("2031-03-07", "update")])
def test_another_day_is_news_only_days_later(later: str, verdict: str) -> None:
    texts = "The exchange of prisoners is due on Sunday.", "The exchange of prisoners is due on Monday."
    pile = Pile(*texts, days=("2031-03-03", later))
    planned(pile, 0, "The exchange", "due", "Sunday", "2031-03-09")
    planned(pile, 1, "The exchange", "due", "Monday", "2031-03-10")
    assert [found.verdict for found in pile.found("date")] == [verdict]


@pytest.mark.parametrize(("which", "found"), [("state", 1), ("private", 0)])
def test_a_thing_may_be_told_more_closely(which: str, found: int) -> None:
    pile = Pile(
        f"The {which} funeral is to be held on Friday in Vik.", "The state funeral will take place in Vik on Saturday."
    )
    planned(pile, 0, f"The {which} funeral", "is", "Friday", "2031-03-07")
    planned(pile, 1, "The state funeral", "take", "Saturday", "2031-03-08")
    assert len(pile.found("date")) == found


def test_a_report_with_two_days_tells_of_two_things() -> None:
    pile = Pile(
        "The vote on the ban is due on Sunday.", "The vote on the ban was held on Monday, and is due on Sunday."
    )
    planned(pile, 0, "The vote", "due", "Sunday", "2031-03-09")
    planned(pile, 1, "The vote", "held", "Monday", "2031-03-03")
    planned(pile, 1, "The vote", "due", "Sunday", "2031-03-09")
    assert pile.found("date") == []


def test_how_long_a_search_is_to_last() -> None:
    pile = Pile("The search at sea will last seven days.", "The search at sea will go on for ten days.")
    planned(pile, 0, "The search", "last", "seven days", "P7D", type_="DURATION")
    planned(pile, 1, "The search", "go", "ten days", "P10D", type_="DURATION")
    (found,) = pile.found("duration")
    assert (found.about, found.verdict) == ("how long: the search", "contradiction")


def test_what_ends_on_two_days_and_midnight_parts_two() -> None:
    texts = "Commercial flights to Vik will stop on Monday.", "All flights to Vik will stop at midnight on Sunday."
    pile = Pile(*texts)
    planned(pile, 0, "Commercial flights", "stop", "Monday", "2031-03-10")
    planned(pile, 1, "All flights", "stop", "midnight on Sunday", "2031-03-09T24:00")
    assert pile.found("date") == []
    pile = Pile(texts[0], "All flights to Vik will stop on Sunday.")
    planned(pile, 0, "Commercial flights", "stop", "Monday", "2031-03-10")
    planned(pile, 1, "All flights", "stop", "Sunday", "2031-03-09")
    (found,) = pile.found("date")
    assert found.about == "when: the flights end"


def test_an_appointment_told_with_two_verbs() -> None:
    pile = Pile("Ray Lund will travel to Vik on Sunday.", "Ray Lund is expected in Vik on Monday.")
    for i, (verb, day, value) in enumerate((("travel", "Sunday", "2031-03-09"), ("expected", "Monday", "2031-03-10"))):
        planned(pile, i, "Ray Lund", verb, day, value)
        pile.add(
            i,
            clauses=(replace(pile.readings[f"a{i}"].clauses[0], asserted=verb == "expected"),),
            mentions=(
                Mention(span=pile.words(i, "Ray Lund"), type="person", form="named"),
                Mention(span=pile.words(i, "Vik"), type="place", form="named"),
            ),
        )
    pile.put(
        actors=tuple(
            Actor(
                id=name,
                name=name,
                type=kind,  # type: ignore[arg-type]
                mentions=tuple(ActorMention(span=pile.words(i, name), form="named") for i in (0, 1)),
            )
            for name, kind in (("Ray Lund", "person"), ("Vik", "place"))
        )
    )
    (found,) = pile.found("date")
    assert (found.about, found.verdict, sides(found)) == (
        "when: Ray Lund in Vik", "contradiction", ["Monday", "Sunday"],
    )  # fmt: skip


def test_when_somebody_is_to_speak() -> None:
    texts = "Ray Lund is to address the nation on Sunday.", "Ray Lund will speak to the nation on Monday."
    pile = Pile(*texts)
    for i, (day, verb) in enumerate((("Sunday", "is"), ("Monday", "speak"))):
        pile.add(
            i,
            times=(TimeExpression(span=pile.words(i, day), value=f"2031-03-0{2 + i}"),),
            clauses=(Clause(parts=(pile.all(i),), verb=pile.words(i, verb), asserted=False),),
            mentions=(Mention(span=pile.words(i, "Ray Lund"), type="person", form="named"),),
        )
    spoken_of = tuple(ActorMention(span=pile.words(i, "Ray Lund"), form="named") for i in (0, 1))
    pile.put(actors=(Actor(id="x", name="Ray Lund", type="person", mentions=spoken_of),))
    (found,) = pile.found("date")
    assert (found.about, sides(found)) == ("when: Ray Lund speaks", ["Monday", "Sunday"])


TRUCE = ("A 10-day truce began.", "10-day", "P10D")
GIVEN = ("They set a 30-day deadline.", "30-day", "P30D")
JAILED = ("He was jailed for 15 years.", "15 years", "P15Y")


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (TRUCE, ("The ceasefire of two weeks began.", "two weeks", "P2W"), "the truce"),
        (
            ("A strike would last for 10 days.", "10 days", "P10D"),
            ("A two-day strike.", "two-day", "P2D"),
            "the strike",
        ),
        (
            ("A curfew from dusk to 5 a.m. was imposed for 10 days.", "10 days", "P10D"),
            ("A two-week curfew.", "two-week", "P2W"),
            "the curfew",
        ),
        (
            ("The strike on Sunday will last 10 days.", "10 days", "P10D"),
            ("The walkout, which the unions say will last two days, began.", "two days", "P2D"),
            "the strike",
        ),
        (GIVEN, ("An ultimatum of 60 days expired.", "60 days", "P60D"), "the time given"),
        (JAILED, ("He got 20 years in prison.", "20 years", "P20Y"), "the prison term"),
        (TRUCE, ("The last two-week truce failed.", "two-week", "P2W"), None),
        (GIVEN, ("It has 60 days of rain.", "60 days", "P60D"), None),
    ],
)
def test_what_is_set_for_a_time(one: tuple[str, ...], other: tuple[str, ...], about: str | None) -> None:
    pile = Pile(one[0], other[0])
    for i, (_, words, value) in enumerate((one, other)):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    assert [found.about for found in pile.found("duration")] == ([f"how long: {about}"] if about else [])


@pytest.mark.parametrize(("who", "about"), [("Lund", ["how long: the prison term of Lund"]), ("Berg", [])])
def test_prison_terms_are_of_one_person(who: str, about: list[str]) -> None:
    pile = Pile("Lund was jailed for 15 years.", f"{who} got 20 years in prison.")
    for i, words in enumerate(("15 years", "20 years")):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=f"P{words[:2]}Y", type="DURATION"),))
    spoken_of = {name: [i for i in (0, 1) if name in pile.texts[i]] for name in ("Lund", who)}
    pile.put(
        actors=tuple(
            Actor(id=name, name=name, type="person", mentions=tuple(
                ActorMention(span=pile.words(i, name), form="named") for i in told
            ))
            for name, told in spoken_of.items()
        )
    )  # fmt: skip
    assert [found.about for found in pile.found("duration")] == about


@pytest.mark.parametrize(
    ("other", "value", "found"),
    [
        ("Two agents, Osk and Lind, were convicted last year of plotting to kill a banker.", "2030", True),
        ("Two agents, Osk and Lind, were convicted in 2029 of plotting to kill a banker.", "2029", False),
        ("A crew of two agents flew to Vik last year with the banker.", "2030", False),
        ("Two agents were convicted last year, not in 2029, of plotting to kill a banker.", "2030", False),
    ],
)
def test_sentences_that_are_the_same_but_for_a_date(other: str, value: str, found: bool) -> None:  # noqa: FBT001
    pile = Pile("Two agents, Osk and Lind, were convicted in 2029 of plotting to kill a banker.", other)
    pile.add(0, times=(TimeExpression(span=pile.words(0, "2029"), value="2029"),))
    dates = [words for words in ("last year", "2029") if words in other]
    times = [TimeExpression(span=pile.words(1, words), value=value if words != "2029" else "2029") for words in dates]
    pile.add(1, times=tuple(times))
    assert [sides(conflict) for conflict in pile.found("date")] == ([["2029", "last year"]] if found else [])


@pytest.mark.parametrize(("goods", "found"), [("tin", 1), ("hay", 0)])
def test_duties_on_different_goods_begin_on_days_of_their_own(goods: str, found: int) -> None:
    pile = Pile("The duties on tin take effect on Friday.", f"The duties on {goods} take effect on Monday.")
    planned(pile, 0, "The duties", "take", "Friday", "2031-03-07")
    planned(pile, 1, "The duties", "take", "Monday", "2031-03-10")
    assert len(pile.found("date")) == found


MOVED = "The second round of talks has been postponed from 9 March to 12 March."


@pytest.mark.parametrize(
    ("other", "day", "sides_told"),
    [
        ("The two sides will meet again on 9 March.", "2031-03-03", ["9 March", "12 March"]),
        ("A vote on the budget is due on 9 March.", "2031-03-03", []),
        ("The two sides met again on 9 March.", "2031-03-10", []),
    ],
)
def test_what_one_report_says_was_moved_another_still_sets_for_the_first_day(
    other: str, day: str, sides_told: list[str]
) -> None:
    pile = Pile(other, MOVED, days=(day, "2031-03-11"))
    pile.add(0, times=(TimeExpression(span=pile.words(0, "9 March"), value="2031-03-09"),))
    first = TimeExpression(span=pile.words(1, "9 March"), value="2031-03-09")
    then = TimeExpression(span=pile.words(1, "12 March"), value="2031-03-12")
    pile.add(1, times=(first, then))
    found = pile.found("date")
    assert [told for conflict in found for told in sides(conflict)] == sorted(sides_told)
    assert {conflict.verdict for conflict in found} <= {"update"}
