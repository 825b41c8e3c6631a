import pytest

from communique.knowledge import KnowledgeError
from communique.knowledge.tables import load_rows
from communique.knowledge.words import commonness, entry


def test_a_word_of_every_article_is_common_and_a_rare_one_is_not() -> None:
    assert commonness("the") > commonness("minister") > commonness("herring")
    assert commonness("no such word") == 0


def test_no_state_is_rare() -> None:
    assert min(commonness(word) for word in ("tuvalu", "bolivian", "ouagadougou")) >= 100


def test_every_row_is_well_formed_and_every_word_there_once() -> None:
    rows = [entry(cells) for cells in load_rows("words.tsv")]
    assert len(dict(rows)) == len(rows)


@pytest.mark.parametrize("cells", [["", "3"], ["The", "3"], ["the ", "3"], ["the", "0"], ["the", "1001"], ["the", "x"]])
def test_a_row_that_breaks_its_form_is_an_error(cells: list[str]) -> None:
    with pytest.raises(KnowledgeError, match=r"words\.tsv"):
        entry(cells)
