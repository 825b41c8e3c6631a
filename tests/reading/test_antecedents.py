"""What a phrase tells, and who it can stand for."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from communique.models import Models
from communique.reading.antecedents import Phrase, Referent, meant

Head = Callable[[str, str], Token]


@pytest.fixture
def head(models: Models) -> Head:
    """The word of a sentence that is written so."""

    def find(sentence: str, word: str) -> Token:
        doc: Doc = models.syntax.parse([sentence])[0][0].doc
        return next(token for token in doc if token.text == word)

    return find


def person(*roles: str, states: str = "") -> Referent:
    return Referent(type="person", roles={frozenset(role.split()) for role in roles}, states=set(states.split()))


def test_a_phrase_tells_number_determiner_and_state(head: Head) -> None:
    phrase = Phrase.of(head("The Russian ministers left.", "ministers"))
    assert (phrase.lemma, phrase.plural, phrase.determiner) == ("minister", True, "definite")
    assert phrase.states == {"RUS"}
    assert Phrase.of(head("A minister left.", "minister")).determiner == "indefinite"
    assert Phrase.of(head("Her minister left.", "minister")).determiner == "possessed"
    assert Phrase.of(head("Ministers left.", "Ministers")).determiner == "bare"


def test_where_somebody_is_does_not_tell_whose(head: Head) -> None:
    assert Phrase.of(head("The envoy in Norway left.", "envoy")).states == frozenset()
    assert Phrase.of(head("The president of Norway left.", "president")).states == {"NOR"}


def test_a_continent_s_part_is_no_state(head: Head) -> None:
    assert Phrase.of(head("The South American leader left.", "leader")).states == frozenset()
    assert Phrase.of(head("The South Korean leader left.", "leader")).states == {"KOR"}


def test_both_counts_two_unless_it_joins(head: Head) -> None:
    assert Phrase.of(head("Both officials left.", "officials")).counted
    assert not Phrase.of(head("Both officials and reporters left.", "officials")).counted
    assert not Phrase.of(head("The officials left.", "officials")).counted


def test_the_last_who_holds_the_office_is_meant(head: Head) -> None:
    phrase = Phrase.of(head("The minister said no.", "minister"))
    last, first = person("foreign minister"), person("finance minister")
    assert meant(phrase, [last, first], None) is last
    assert meant(phrase, [person("president")], None) is None
    assert meant(phrase, [person("prime minister")], None) is None


def test_state_field_and_time_of_an_office_must_agree(head: Head) -> None:
    norwegian, russian = person("minister", states="NOR"), person("minister", states="RUS")
    assert meant(Phrase.of(head("The Russian minister said no.", "minister")), [norwegian, russian], None) is russian
    finance = Phrase.of(head("The finance minister said no.", "minister"))
    assert meant(finance, [person("defence minister")], None) is None
    assert meant(finance, [person("finance minister")], None) is not None
    former = Phrase.of(head("The former minister said no.", "minister"))
    assert meant(former, [person("minister")], None) is None
    assert meant(former, [person("former minister")], None) is not None


def test_a_deputy_is_not_both_what_he_was_and_is(head: Head) -> None:
    both = person("vice president", "interim president")
    assert meant(Phrase.of(head("The interim president said no.", "president")), [both], None) is both
    assert meant(Phrase.of(head("The vice president said no.", "president")), [both], None) is both
    assert (
        meant(Phrase.of(head("The interim president said no.", "president")), [person("vice president")], None) is None
    )


def test_a_counterpart_is_another(head: Head) -> None:
    phrase = Phrase.of(head("Her Russian counterpart said no.", "counterpart"))
    norwegian, russian = person("minister", states="NOR"), person("minister", states="RUS")
    assert meant(phrase, [norwegian, russian], norwegian) is russian
    assert meant(phrase, [russian, norwegian], russian) is None


def test_who_is_told_to_be_of_a_state_goes_before_who_may_be(head: Head) -> None:
    phrase = Phrase.of(head("The Russian minister said no.", "minister"))
    unplaced, russian = person("foreign minister"), person(states="RUS")
    assert meant(phrase, [unplaced, russian], None, home={"RUS"}) is russian
    assert meant(phrase, [unplaced], None, home={"RUS"}) is unplaced


def test_somebody_s_son_is_nobody_s_office(head: Head) -> None:
    assert meant(Phrase.of(head("His son said no.", "son")), [person("son")], None) is None


def test_pronouns_agree_in_sex_number_and_kind() -> None:
    woman, group, state = (
        Referent(type="person", female=True),
        Referent(type="group", plural=True),
        Referent(type="state"),
    )
    assert woman.agrees("she")
    assert not woman.agrees("he")
    assert not woman.agrees("they")
    assert not woman.agrees("it")
    assert group.agrees("they")
    assert not group.agrees("it")
    assert state.agrees("its")
    assert not state.agrees("he")


def test_the_first_pronoun_settles_the_sex() -> None:
    somebody = Referent(type="person")
    assert somebody.agrees("he")
    somebody.settle("she")
    assert not somebody.agrees("he")


@given(st.lists(st.tuples(st.sampled_from([5.0, 15.0, 30.0, 60.0, 100.0]), st.integers(0, 5)), min_size=1, max_size=50))
@example([(100.0, 0)] * 6)
def test_a_new_subject_outdoes_whatever_was_spoken_of_before(said: list[tuple[float, int]]) -> None:
    old, new, sentence = Referent(type="person"), Referent(type="person"), 0
    for weight, step in said:
        sentence += step
        old.speak_of(weight, sentence)
    new.speak_of(100.0, sentence + 1)
    assert new.presence(sentence + 1) > old.presence(sentence + 1)
    assert old.presence(sentence + 1) > old.presence(sentence + 2) >= 0
