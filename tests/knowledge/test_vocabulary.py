import pytest

from communique.knowledge.vocabulary import stem, vocabulary, word_root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("country", "countries"),
        ("interference", "interfering"),
        ("absolutely", "absolute"),
        ("stopped", "stops"),
        ("talks", "conversation"),
        ("met", "negotiations"),
        ("cease", "halted"),
        ("kinds", "types"),
        ("sank", "sink"),
    ],
)
def test_forms_of_a_word_and_words_alike_are_compared_as_one(one: str, other: str) -> None:
    assert word_root(one) == word_root(other) is not None


@pytest.mark.parametrize(("one", "other"), [("war", "warn"), ("east", "Easter"), ("state", "station"), ("mine", "men")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert word_root(one) != word_root(other)


def test_words_of_grammar_tell_nothing_and_negations_all_the_same() -> None:
    assert [word_root(word) for word in ("The", "of", "said")] == [None, None, None]
    assert {word_root(word) for word in ("not", "Never", "without", "no")} == {"not"}


@pytest.mark.parametrize("word", ["", "s", "12,000", "Ärger", "ok", "gas", "ies"])
def test_short_words_numbers_and_other_letters_are_left_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_no_word_is_in_two_lists() -> None:
    known = vocabulary()
    assert not known.function & known.negation
    assert not (known.function | known.negation) & set(known.alike)
