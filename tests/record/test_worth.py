"""Which events an editor would list. Outlets and ministers are invented."""

from typing import Any

import pytest

LINE = "Anna Berg called for calm in Peru"
ABOVE = "\n".join(f"The weather was fine on the coast of the country in week {week}" for week in range(5))


def page_of(write: Any, above: str = ABOVE) -> Any:
    return write("a", f"{above}\n{LINE}\n{LINE} again", "2031-03-05")


def test_a_plea_deep_in_one_article_is_no_event_of_its_own(write: Any, record: Any) -> None:
    page = page_of(write)
    page.event(LINE, "appeal", actors=(page.actor("Anna Berg", "NOR"),))
    assert record(page).events == ()


def test_a_plea_at_the_head_to_somebody_or_with_a_day_is_listed(write: Any, record: Any) -> None:
    first = page_of(write, above="OSLO -")
    first.event(LINE, "appeal", actors=(first.actor("Anna Berg", "NOR"),))
    toward = page_of(write)
    toward.event(LINE, "appeal", actors=(toward.actor("Anna Berg", "NOR"),), recipients=(toward.state("Peru"),))
    dated = page_of(write)
    day = dated.time("calm", "2031-03-04")
    dated.event(LINE, "appeal", actors=(dated.actor("Anna Berg", "NOR"),), time=day)
    assert [len(record(page).events) for page in (first, toward, dated)] == [1, 1, 1]


@pytest.mark.parametrize("kind", ["arrest", "accusation"])
def test_a_deed_or_a_charge_is_listed_wherever_it_is_told(write: Any, record: Any, kind: str) -> None:
    page = page_of(write)
    page.event(LINE, kind, actors=(page.actor("Anna Berg", "NOR"),))
    assert len(record(page).events) == 1


def test_what_may_happen_one_day_or_has_no_name_needs_more(write: Any, record: Any) -> None:
    may = page_of(write)
    may.event(LINE, "arrest", actors=(may.actor("Anna Berg", "NOR"),), status="hypothetical")
    bare = page_of(write)
    bare.event("calm", "arrest")
    twice = page_of(write)
    twice.event(LINE, "arrest", actors=(twice.actor("Anna Berg", "NOR"),), recipients=(twice.state("Peru"),))
    assert [len(record(page).events) for page in (may, bare, twice)] == [0, 0, 1]


def test_who_has_no_name_is_told_in_small_letters_where_the_other_side_has_one(write: Any, record: Any) -> None:
    page = write("a", "Protesters criticised Peru", "2031-03-05")
    crowd = page.actor("Protesters", kind="group")
    page.mentions[crowd] = page.nominal(crowd)
    page.event("Protesters criticised Peru", "criticism", actors=(crowd,), recipients=(page.state("Peru"),))
    (event,) = record(page).events
    assert event.label == "Protesters criticise Peru"


def test_two_requests_that_share_no_word_are_two(write: Any, record: Any) -> None:
    day = "2031-03-05"
    pages = []
    for name, line in (("a", "Anna Berg asked for a second meeting"), ("b", "Anna Berg asked for what was promised")):
        page = write(name, line, day)
        page.event(line, "request", trigger="asked for", actors=(page.actor("Anna Berg", "NOR"),))
        pages.append(page)
    assert len(record(*pages).events) == 2
