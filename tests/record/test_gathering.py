"""Statements that are likely of one matter come together, and issues stay apart unless they are of one topic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.gathering import AKIN, LIKELY, SURELY, Link, gather

STATEMENTS = ("a", "b", "c", "d")


def together(links: list[Link], issues: dict[str, str] | None = None, **topics: str) -> set[tuple[str | None, str]]:
    """The groups of two statements or more, with the issue of each and its statements as one word."""
    groups = gather(STATEMENTS, issues or {}, topics, links)
    return {(issue, "".join(sorted(members))) for issue, members in groups if len(members) > 1}


def test_those_without_an_issue_come_together_where_they_are_near() -> None:
    assert together([("a", "b", AKIN + 0.1), ("c", "d", AKIN - 0.1)]) == {(None, "ab")}


def test_who_joins_an_issue_must_be_nearer() -> None:
    assert not together([("a", "b", AKIN + 0.1)], {"a": "tax"})
    assert together([("a", "b", LIKELY + 0.1)], {"a": "tax"}) == {("tax", "ab")}


def test_two_issues_are_one_only_where_they_are_of_one_topic() -> None:
    near = [("a", "b", SURELY + 0.1)]
    issues = {"a": "tax-chad", "b": "tax-mali"}
    assert not together(near, issues)
    assert {members for _, members in together(near, issues, **{"tax-chad": "tax", "tax-mali": "tax"})} == {"ab"}


def test_one_near_statement_is_not_enough_for_a_group_of_many() -> None:
    group = [("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", 0.9)]
    assert together([*group, ("c", "d", 0.6)]) == {(None, "abc")}


@pytest.mark.parametrize("links", [[], [("a", "a", 0.9)]])
def test_no_links_make_no_groups(links: list[Link]) -> None:
    assert not together(links)


@given(
    st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS), st.floats(0, 1))),
    st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from(["tax", "war"])),
)
def test_every_statement_is_in_one_group_and_keeps_its_issue(links: list[Link], issues: dict[str, str]) -> None:
    groups = gather(STATEMENTS, issues, {}, links)
    assert sorted(name for _, members in groups for name in members) == list(STATEMENTS)
    assert all(issues.get(name, issue) == issue for issue, members in groups for name in members)
