"""Conflicts over names: spellings, and what outlets call one actor or event; on readings made by hand."""

import pytest

from communique.domain import (
    Actor,
    ActorMention,
    Mention,
)
from tests.stories.checks.hand import Pile, named, sides


def test_two_spellings_of_a_name() -> None:
    pile = Pile("Sergei Orlov spoke.", "Sergey Orlov spoke.")
    named(pile, (0, "Sergei Orlov", "named"), (1, "Sergey Orlov", "named"))
    (found,) = pile.found("name-spelling")
    assert sides(found) == ["Sergei", "Sergey"]


@pytest.mark.parametrize(("one", "other"), [("Abdel Rahim Lund", "Abdelrahim Lund"), ("Jan Ho-min", "Jan Ho Min")])
def test_a_name_with_its_parts_joined(one: str, other: str) -> None:
    pile = Pile(f"{one} spoke.", f"{other} spoke.")
    named(pile, (0, one, "named"), (1, other, "named"))
    (found,) = pile.found("name-spelling")
    assert set(sides(found)) == {one, other}


def test_every_article_shows_how_it_spells_a_name() -> None:
    pile = Pile("Sergei Orlov spoke. Sergey Orlov left.", "Sergey Orlov spoke.")
    named(pile, (0, "Sergei Orlov", "named"), (0, "Sergey Orlov", "named"), (1, "Sergey Orlov", "named"))
    (found,) = pile.found("name-spelling")
    assert sides(found) == ["Sergei", "Sergey", "Sergey"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Tarnholm", "Tarnhelm", ["Tarnholm", "Tarnhelm"]),
        ("Lia Zicong", "Lia Sicong", ["Lia Sicong", "Lia Zicong"]),
        ("Zicong", "Sicong", []),
        ("Tarnholm", "Tarnholms", []),
        ("Rachmat Sulaiman", "Rahmat Suleiman", ["Rachmat Sulaiman", "Rahmat Suleiman"]),
        ("Maria Delgado", "Mario Delgado", []),
    ],
)
def test_names_one_letter_apart(one: str, other: str, found: list[str]) -> None:
    pile = Pile(f"{one} spoke.", f"{other} left.")
    actors = []
    for i, name in enumerate((one, other)):
        mention = Mention(span=pile.words(i, name), type="person", form="named")
        pile.add(i, mentions=(mention,))
        actors.append(
            Actor(id=name, name=name, type="person", mentions=(ActorMention(span=mention.span, form="named"),))
        )
    pile.put(actors=tuple(actors))
    assert sorted(words for c in pile.found("name-spelling") for words in sides(c)) == sorted(found)
    assert {c.verdict for c in pile.found("name-spelling")} <= {"cannot-tell"}


def test_two_names_of_one_person_that_are_alike_are_no_spellings() -> None:
    pile = Pile("Jon Jonsen spoke.", "Jonsen spoke. Jon Jonsen left.")
    named(pile, (0, "Jon Jonsen", "named"), (1, "Jonsen", "named"), (1, "Jon Jonsen", "named"))
    assert pile.found("name-spelling") == []


def test_a_full_and_a_short_name_are_no_spellings() -> None:
    pile = Pile("Michael Orlov spoke.", "Mike Orlov spoke. ORLOV")
    named(pile, (0, "Michael Orlov", "named"), (1, "Mike Orlov", "named"), (1, "ORLOV", "named"))
    assert pile.found("name-spelling") == []


def test_a_soft_hyphen_is_no_spelling() -> None:
    pile = Pile("Jan \u00adHo-min spoke.", "Jan Ho-min spoke.")
    named(pile, (0, "Jan \u00adHo-min", "named"), (1, "Jan Ho-min", "named"))
    assert pile.found("name-spelling") == []


def test_a_label_that_judges_beside_one_that_does_not() -> None:
    pile = Pile("The self-declared president Jan Orlov spoke.", "Jan Orlov spoke.")
    named(pile, (0, "president Jan Orlov", "named"), (1, "Jan Orlov", "named"))
    (found,) = pile.found("characterisation")
    assert (found.verdict, sides(found)) == ("wording", ["Jan Orlov", "self-declared president Jan Orlov"])


def test_several_of_those_who_are_judged_do_without_no_judgement() -> None:
    pile = Pile("The rebel leaders spoke.", "The rebels spoke.")
    named(pile, (0, "rebel leaders", "nominal"), (1, "The rebels", "nominal"), kind="group")
    assert pile.found("characterisation") == []


def test_a_word_that_two_reports_share_sets_none_apart() -> None:
    pile = Pile("the occupied Tarn Valley", "the occupied Tarn Valley")
    named(pile, (0, "Tarn Valley", "named"), (1, "Tarn Valley", "named"), kind="place")
    assert pile.found("characterisation") == []


def test_an_agreement_by_two_names() -> None:
    pile = Pile("They left the Tarn Accord.", "They left the fishing pact. They miss the deal.")
    named(pile, (0, "the Tarn Accord", "named"), (1, "the fishing pact", "nominal"), (1, "the deal", "nominal"),
          kind="agreement")  # fmt: skip
    (found,) = pile.found("characterisation")
    assert sides(found) == ["the Tarn Accord", "the fishing pact"]


def test_words_of_different_weight() -> None:
    pile = Pile("the regime of Orlov fell", "the government fell")
    named(pile, (0, "the regime of Orlov", "nominal"), (1, "the government", "nominal"), kind="government")
    (found,) = pile.found("characterisation")
    assert (found.verdict, sides(found)) == ("wording", ["the government", "the regime of Orlov"])


@pytest.mark.parametrize(("one", "other", "count"), [("riot", "protest", 1), ("demonstration", "protest", 0)])
def test_words_of_one_weight_are_no_rivals(one: str, other: str, count: int) -> None:
    pile = Pile(f"the {one} began", f"the {other} began")
    pile.meeting({"trigger": pile.words(0, one)}, {"trigger": pile.words(1, other)})
    assert len(pile.found("characterisation")) == count


@pytest.mark.parametrize(("attribution", "count"), [(0, 1), (None, 0)])
def test_what_somebody_quoted_calls_a_deed(attribution: int | None, count: int) -> None:
    pile = Pile("He told of the cowardly attack.", "The attack began.")
    pile.meeting({"trigger": pile.words(0, "attack"), "attribution": attribution}, {"trigger": pile.words(1, "attack")})
    assert [sides(found) for found in pile.found("characterisation")] == [["attack", "cowardly attack"]] * count


def test_a_place_with_and_without_the_marks_of_its_language() -> None:
    pile = Pile("They met in Orleáns.", "The two held talks in Orleans.")
    named(pile, (0, "Orleáns", "named"), (1, "Orleans", "named"), kind="place")
    (found,) = pile.found("name-spelling")
    assert (found.verdict, sides(found)) == ("wording", ["Orleans", "Orleáns"])


@pytest.mark.parametrize(("other", "count"), [("Yaw Mensah", 1), ("Kofi Mensah", 0)])
def test_first_names_a_letter_apart_before_a_rare_surname(other: str, count: int) -> None:
    pile = Pile("The rebels follow Yao Mensah.", f"The rebels follow {other}.")
    pile.put(
        actors=tuple(
            Actor(
                id=name,
                name=name,
                type="person",
                mentions=(ActorMention(span=pile.words(i, name), form="named"),),
            )
            for i, name in enumerate(("Yao Mensah", other))
        )
    )
    for i, name in enumerate(("Yao Mensah", other)):
        pile.add(i, mentions=(Mention(span=pile.words(i, name), type="person", form="named"),))
    assert [found.verdict for found in pile.found("name-spelling")] == ["cannot-tell"] * count
