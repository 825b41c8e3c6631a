"""What the shape of a line tells."""

import pytest

from communique.articles.wording import in_capitals


@pytest.mark.parametrize(
    ("line", "told"),
    [("Anna Berg", True), ("Berg speaks to the press", False), ("Anna Berg.", False), ("", False), ("  ", False)],
)
def test_a_name_is_a_few_words_in_capitals(line: str, *, told: bool) -> None:
    assert in_capitals(line) is told
