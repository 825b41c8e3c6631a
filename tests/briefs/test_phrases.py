import pytest

from communique.briefs import Scope
from communique.briefs.render import phrases


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-12-31T09:05Z", "31 December 2031, 09:05 UTC"),
        ("2031-12-31T09:05", "31 December 2031, 09:05"),
        ("2031-03-04/2031-03-05", "4 to 5 March 2031"),
        ("2031-13", "2031-13"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_is_spoken_no_more_precisely_than_it_is_known(iso: str, spoken: str) -> None:
    assert phrases.date(iso) == spoken


def test_the_dates_of_a_claim_are_spoken() -> None:
    assert phrases.dated("Talks, 2031-03-04, of 12 men") == "Talks, 4 March 2031, of 12 men"
    assert phrases.dated("Talks on 2031-03-04/2031-03-05") == "Talks on 4 to 5 March 2031"


@pytest.mark.parametrize(
    ("first", "last", "spoken"),
    [
        ("2031-05-06", "2031-05-06", "6 May 2031"),
        ("2031-05-06", "2031-05-07", "6 to 7 May 2031"),
        ("2031-01-01", "2034-12-31", "2031 to 2034"),
        ("2031-05-30", "2031-06-02", "30 May to 2 June 2031"),
        ("2031-05-06", "2031-06-06", "6 May to 6 June 2031"),
        ("2030-05-06", "2031-05-06", "6 May 2030 to 6 May 2031"),
        ("2031-05", "2031-06", "May to June 2031"),
        ("2030", "2031", "2030 to 2031"),
        ("2031-05", "2031-05-07", "May 2031 to 7 May 2031"),
    ],
)
def test_what_two_dates_share_is_said_once(first: str, last: str, spoken: str) -> None:
    assert phrases.between(first, last) == spoken


@pytest.mark.parametrize(
    ("outlets", "unknown", "words"),
    [
        ((), 2, "2 articles"),
        (("A",), 1, "2 articles from at least 1 outlet"),
        (("A", "B"), 0, "2 articles from 2 outlets"),
    ],
)
def test_the_headline_counts_no_outlet_that_is_not_known(outlets: tuple[str, ...], unknown: int, words: str) -> None:
    scope = Scope(
        articles=2, outlets=outlets, without_outlet=unknown, first=None, last=None, statements=0, speakers=0, events=0
    )
    assert phrases.headline(scope) == words


@pytest.mark.parametrize(("number", "words"), [(0, "0 articles"), (1, "1 article"), (2000, "2,000 articles")])
def test_one_is_not_many(number: int, words: str) -> None:
    assert phrases.counted(number, "article") == words


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_joined_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert phrases.joined(words) == sentence
