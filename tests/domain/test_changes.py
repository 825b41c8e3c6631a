"""A change of position: told where the dates bear it out, and never where two outlets report one statement."""

from dataclasses import replace

import pytest

from communique.domain import Record, Utterance
from communique.domain.changes import changes
from communique.stories.checks import positions
from tests.stories.piles import CAST, Said, Who, pile, said

ISSUE = ("issue-x",)


def of(*lines: Said, cast: dict[str, Who] | None = None) -> Record:
    return positions.check(pile(*lines, cast=cast or CAST), {})


def told(record: Record) -> list[tuple[str, str, str, str, str]]:
    return [(c.before.actor, c.before.stance, c.before_on, c.after.stance, c.after_on) for c in changes(record)]


def horn(cue: str, content: str, on: str | None, article: int = 0) -> Said:
    return said("Max Horn", cue, content, on=on, issues=ISSUE, article=article)


def test_who_opposed_a_thing_and_later_supports_it_has_changed() -> None:
    record = of(
        horn("supported", "the ferry ban", "2031-05-09", article=1), horn("opposed", "the ferry ban", "2031-05-03")
    )
    assert told(record) == [("Max Horn", "opposes", "2031-05-03", "supports", "2031-05-09")]


def test_who_opposed_a_thing_and_later_wants_its_end_has_not() -> None:
    record = of(
        horn("opposed", "the ferry ban", "2031-05-03"), horn("called for", "lifting the ferry ban", "2031-05-09")
    )
    assert told(record) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [("2031-05-03", "2031-05-03"), ("2031-05", "2031-06"), ("2031-05-01/2031-05-09", "2031-05-03"), ("", "2031-06-01")],
)
def test_dates_that_are_one_or_vague_bear_out_no_change(first: str, then: str) -> None:
    record = of(horn("opposed", "the ferry ban", first), horn("supported", "the ferry ban", then))
    assert told(replace(record, articles=tuple(replace(a, published=None) for a in record.articles))) == []


def test_days_of_publication_must_lie_apart() -> None:
    def days(later: int) -> list[tuple[str, str, str, str, str]]:
        return told(of(horn("opposed", "the ban", None), horn("supported", "the ban", None, article=later)))

    assert days(1) == days(2) == []
    assert len(days(3)) == 1


def test_wordings_of_one_utterance_are_no_change_unless_days_lie_between() -> None:
    def with_utterance(later: str) -> Record:
        record = of(horn("opposed", "the ban", "2031-05-03"), horn("supported", "the ban", later, article=1))
        names = tuple(statement.id for statement in record.statements)
        return replace(record, utterances=(Utterance(id="u", statements=names, wording="paraphrase", differences=()),))

    near = with_utterance("2031-05-04")
    assert told(near) == []
    assert len(told(replace(near, utterances=()))) == 1
    assert len(told(with_utterance("2031-05-09"))) == 1


def test_other_things_and_nameless_groups_do_not_change() -> None:
    assert told(of(horn("opposed", "the ferry ban", "2031-05-03"), horn("supported", "a bridge", "2031-05-09"))) == []
    some = {"some sailors": Who(type="group")}
    lines = [
        said("some sailors", cue, "the ban", on=on, issues=ISSUE)
        for cue, on in (("opposed", "2031-05-03"), ("supported", "2031-05-09"))
    ]
    assert told(of(*lines, cast=some)) == []
