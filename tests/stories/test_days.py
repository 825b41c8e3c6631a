"""Times: whether two articles tell of other times."""

import pytest

from communique.domain import Event
from communique.stories.days import Times
from tests.stories.checks.hand import Pile

TALKS = "The talks on the dam in Vik ended without a deal on Thursday."
OTHER = "Police put the number of those who came to the palace at 900."


@pytest.mark.parametrize(
    ("days", "apart"),
    [
        (("2031-03-03", "2033-03-03"), True),
        (("2031-03-03", "2031-04-03"), False),
        (("2031-03-03", None), False),
    ],
)
def test_pages_of_other_years_are_of_other_times(days: tuple[str | None, str | None], apart: bool) -> None:  # noqa: FBT001
    pile = Pile(TALKS, OTHER, days=days)
    assert Times.of(pile.record, pile.readings).apart("a0", "a1") is apart


def test_a_page_that_begins_with_the_same_event_is_of_its_time() -> None:
    pile = Pile(TALKS, OTHER, days=("2031-03-03", "2033-03-03"))
    spans = pile.words(0, "The talks"), pile.words(1, "the palace")
    pile.put(events=(Event(id="e", label="Talks", kind="meeting", status="occurred", mentions=spans),))
    assert not Times.of(pile.record, pile.readings).apart("a0", "a1")


def test_the_day_of_a_page_that_has_sentences_of_one_of_long_before_is_not_sure() -> None:
    both = f"{TALKS} {OTHER}"
    pile = Pile(both, both, "It rained.", days=("2031-03-03", "2033-03-03", "2031-03-04"))
    for i in (0, 1):
        pile.add(i, sentences=(pile.words(i, TALKS), pile.words(i, OTHER)))
    times = Times.of(pile.record, pile.readings)
    assert not times.apart("a0", "a1")
    assert not times.apart("a1", "a2")
