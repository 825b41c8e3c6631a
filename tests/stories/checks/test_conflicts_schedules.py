"""Conflicts over plans that clauses tell of and no event names; on readings made by hand."""

from typing import Literal

from communique.domain import Clause, TimeExpression
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
