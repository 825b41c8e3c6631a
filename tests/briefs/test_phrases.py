import pytest

from communique.briefs.render import phrases


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-12-31T09:05Z", "31 December 2031, 09:05 UTC"),
        ("2031-12-31T09:05", "31 December 2031, 09:05"),
        ("2031-03-04/2031-03-05", "4 March 2031 to 5 March 2031"),
        ("2031-13", "2031-13"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_is_spoken_no_more_precisely_than_it_is_known(iso: str, spoken: str) -> None:
    assert phrases.date(iso) == spoken


@pytest.mark.parametrize(("number", "words"), [(0, "0 articles"), (1, "1 article"), (2000, "2,000 articles")])
def test_one_is_not_many(number: int, words: str) -> None:
    assert phrases.counted(number, "article") == words


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_joined_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert phrases.joined(words) == sentence
