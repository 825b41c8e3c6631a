"""Whose text stands in whose."""

import random

import pytest

from communique.domain import Article
from communique.stories.copies import Copy, CopyIndex, compare, read
from tests.stories.pages import FERRY, FERRY_ELSEWHERE, LIBRARY, TALKS, article

AGENCY = article("agency", FERRY, "Ferries collide in fog, eleven hurt")
PARAGRAPHS = FERRY.strip().split("\n\n")
REWORDED = (
    FERRY.replace("thick fog", "dense fog")
    .replace("were taken to hospital", "went to hospital")
    .replace("four miles", "six kilometres")
    .replace("told reporters at the harbour", "said")
    .replace("suspended", "called off")
)


def shared(one: str, other: str) -> Copy | None:
    return compare(read(article("one", one)), read(article("other", other)))


@pytest.mark.parametrize(
    "text",
    [
        FERRY,
        "\n\n".join(PARAGRAPHS[:3]),
        "\n\n".join(PARAGRAPHS[2:]),
        "\n\n".join(reversed(PARAGRAPHS)),
        "\n\n".join([PARAGRAPHS[4], PARAGRAPHS[0], PARAGRAPHS[2]]),
        REWORDED,
        "\n\n".join(["The sea was calm by Monday noon in Merrow.", *PARAGRAPHS]),
        " ".join(PARAGRAPHS),
    ],
    ids=["whole", "cut", "cut at the head", "reordered", "cut and reordered", "reworded", "with more", "one paragraph"],
)
def test_a_copy_is_found_however_it_was_rewritten(text: str) -> None:
    index = CopyIndex()
    index.add(AGENCY)
    (copy,) = index.add(article("paper", text, "Night of fear on the sound"))
    assert (copy.one, copy.other) == ("paper", "agency")


def test_copies_made_at_random_are_found() -> None:
    rng, found = random.Random(3), 0  # noqa: S311 - the same copies every time
    for number in range(100):
        kept = rng.sample(PARAGRAPHS, rng.randint(3, 6))
        words = [
            rng.choice(("sea", "night", "boat")) if rng.random() < 0.06 else w for w in "\n\n".join(kept).split(" ")
        ]
        index = CopyIndex()
        index.add(AGENCY)
        found += bool(index.add(article(f"paper-{number}", " ".join(words))))
    assert found >= 95


@pytest.mark.parametrize("other", [FERRY_ELSEWHERE, TALKS, LIBRARY])
def test_another_report_is_no_copy(other: str) -> None:
    assert shared(FERRY, other) is None


def test_a_quotation_that_both_carry_makes_no_copy() -> None:
    quoted = "“" + " ".join(PARAGRAPHS[:3]) + "”"
    one = f"The coast guard read out a statement in the harbour hall on Monday.\n\n{quoted}"
    other = f"In Merrow, officials at last broke their silence about the ferries.\n\n{quoted}"
    assert shared(one, other) is None
    assert shared(one.replace("“", '"').replace("”", '"'), other) is None


def test_a_text_that_is_nothing_but_quotation_is_a_copy_of_the_same_text() -> None:
    assert shared("“We came, we saw, we left.”", "“We came, we saw, we left.”")


def test_the_shared_words_are_shown_where_they_stand_in_each() -> None:
    paper = article("paper", "\n\n".join(["The sea was calm by Monday noon.", PARAGRAPHS[1], PARAGRAPHS[4]]))
    copy = compare(read(paper), read(AGENCY))
    assert copy
    assert copy.of_one > 0.7
    assert copy.of_other < 0.5
    assert {span.text for span in copy.in_one} == {PARAGRAPHS[n].rstrip(".") for n in (1, 4)}
    assert [span.text for span in copy.in_one] == [span.text for span in copy.in_other]


def test_short_texts_and_empty_ones_share_nothing() -> None:
    assert shared("Two ferries collided in thick fog on Sunday night.", FERRY) is None
    empty = Article(id="empty", document="d")
    index = CopyIndex()
    assert index.add(empty) == ()
    assert index.add(Article(id="empty-2", document="d")) == ()


def test_many_copies_are_compared_with_few() -> None:
    index = CopyIndex()
    assert all(len(index.add(article(f"paper-{n}", FERRY))) == min(n, 1) for n in range(50))
