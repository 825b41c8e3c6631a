"""Which numbers count the same, by the verb, the place and the sources that tell them; on readings made by hand."""

import pytest

from communique.domain import Actor, ActorMention, Clause, Mention, Quantity, Statement
from tests.stories.checks.hand import Pile, killed, sides


def told(pile: Pile, i: int, words: str, number: float, counted: str | None, **more: str) -> None:
    quantity = Quantity(span=pile.words(i, words), low=number, high=number, counted=counted, **more)
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, quantity))


@pytest.mark.parametrize(
    ("second", "verb", "found"),
    [
        ("It is said that 22 crew were detained in Vik.", "detained", 1),
        ("It is said that 22 crew were fed in Vik.", "fed", 0),
        ("It is said that its remaining 22 crew were detained in Vik.", "detained", 0),
    ],
)
def test_one_verb_tells_the_same_of_what_one_noun_counts(second: str, verb: str, found: int) -> None:
    pile = Pile("Norland detained the 23 crew.", second)
    for i, (number, deed) in enumerate(((23, "detained"), (22, verb))):
        told(pile, i, f"{number} crew", number, "crew members")
        pile.add(i, clauses=(Clause(parts=(pile.all(i),), verb=pile.words(i, deed)),))
    assert len(pile.found("number")) == found


@pytest.mark.parametrize(
    ("second", "found"), [("The government counts five deaths.", 1), ("Berg counts five deaths.", 0)]
)
def test_two_sources_side_by_side_have_two_tolls(second: str, found: int) -> None:
    pile = Pile(f"Berg says 14 people died. {second}", "It rained.")
    pile.add(0, sentences=(pile.words(0, "Berg says 14 people died."), pile.words(0, second)))
    killed(pile, 0, "14 people", 14, 14)
    told(pile, 0, "five deaths", 5, "deaths", fate="killed")
    for number, (who, words) in enumerate(
        (("Berg", "14 people died"), (second.partition(" counts")[0], "five deaths"))
    ):
        made = Statement(
            id=f"t{number}", article="a0", kind="indirect", speakers=(who,), speaker=None, cue=None,
            content=(pile.words(0, words),), verbatim=(), confidence=1.0,
        )  # fmt: skip
        pile.put(statements=(*pile.record.statements, made))
    assert len(pile.found("number")) == found


@pytest.mark.parametrize(
    ("second", "found"),
    [("The talks in Rome follow floods that killed 12 people.", 1), ("The floods in Rome killed 12.", 0)],
)
def test_where_the_dead_are_is_told_in_their_clause(second: str, found: int) -> None:
    pile = Pile("The floods in Oslo killed 15 people.", second)
    words = "12 people" if "people" in second else "12"
    for i, (number, town) in enumerate((("15 people", "Oslo"), (words, "Rome"))):
        killed(pile, i, number, float(number[:2]), float(number[:2]))
        start = "floods that" if "that" in pile.texts[i] else "The"
        clause = pile.words(i, pile.texts[i][pile.texts[i].index(start) :])
        pile.add(i, clauses=(Clause(parts=(clause,), verb=pile.words(i, "killed")),))
        pile.add(i, mentions=(Mention(span=pile.words(i, town), type="place", form="named"),))
    assert len(pile.found("number")) == found


def test_the_dead_are_one_toll_whoever_they_are_called() -> None:
    pile = Pile("The raid killed nine people.", "The raid killed 11 dockers.")
    killed(pile, 0, "nine people", 9, 9)
    told(pile, 1, "11 dockers", 11, "docker", fate="killed")
    assert [sides(found) for found in pile.found("number")] == [["11 dockers", "nine people"]]


def test_the_hurt_are_not_those_of_whom_nothing_is_told() -> None:
    pile = Pile("The port has 11 dockers.", "Of the port 16 dockers were hurt.")
    told(pile, 0, "11 dockers", 11, "docker")
    told(pile, 1, "16 dockers", 16, "docker", fate="injured")
    assert pile.found("number") == []


@pytest.mark.parametrize(("side", "found"), [("northwest", 1), ("south", 0)])
def test_how_far_a_thing_lies_on_one_side_of_a_place(side: str, found: int) -> None:
    pile = Pile("The port, 70 km north-west of Vik, is shut.", f"Salif lies 60 km {side} of Vik.")
    for i, number in enumerate((70, 60)):
        told(pile, i, f"{number} km", number, "from Vik", unit="km", fate="far")
    assert len(pile.found("number")) == found


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("Joseph Fernandes", "Joseph Fernandez", ["cannot-tell"]),
        ("Osman Elhadi", "Osman El Hadi", ["wording"]),
        ("Maria Lund", "Mario Lund", []),
    ],
)
def test_names_of_two_actors_that_are_one_spelt_in_two_ways(one: str, other: str, verdicts: list[str]) -> None:
    pile = Pile(f"{one} spoke.", f"{other} spoke.")
    for i, name in enumerate((one, other)):
        mention = Mention(span=pile.words(i, name), type="person", form="named")
        pile.add(i, mentions=(mention,))
        actor = Actor(id=name, name=name, type="person", mentions=(ActorMention(span=mention.span, form="named"),))
        pile.put(actors=(*pile.record.actors, actor))
    assert [found.verdict for found in pile.found("name-spelling")] == verdicts


def test_a_toll_that_grew_is_an_update_and_the_two_of_its_last_day_a_contradiction() -> None:
    tolls = (5, 6, 7, 8)
    days = ("2031-03-03", "2031-03-04", "2031-03-05", "2031-03-05")
    pile = Pile(*(f"The blast killed {toll} people." for toll in tolls), days=days)
    for i, toll in enumerate(tolls):
        killed(pile, i, f"{toll} people", toll, toll)
    found = {conflict.verdict: sides(conflict) for conflict in pile.found("number")}
    assert found["contradiction"] == ["7 people", "8 people"]
    assert found["update"][:2] == ["5 people", "6 people"]


def test_two_tolls_are_according_to_two_sources() -> None:
    pile = Pile(
        "The raid killed 19 according to the mission and 16 according to the army.", "The raid killed 16 people."
    )
    for words, number in (("19", 19), ("16", 16)):
        told(pile, 0, words, number, None, fate="killed")
    killed(pile, 1, "16 people", 16, 16)
    assert [sides(found) for found in pile.found("number")] == [["16", "16 people", "19"]]


@pytest.mark.parametrize(("left", "found"), [("left at dawn from the port", 1), ("left in the port", 0)])
def test_who_left_is_not_who_is_left(left: str, found: int) -> None:
    pile = Pile(f"A convoy with 22 lorries {left}.", "The convoy from the port had 24 trucks at dawn.")
    told(pile, 0, "22 lorries", 22, "truck")
    told(pile, 1, "24 trucks", 24, "truck")
    assert len(pile.found("number")) == found


@pytest.mark.parametrize(("fate", "found"), [("displaced", 2), ("killed", 0)])
def test_what_is_told_beside_figures_of_one_thing_is_of_one_thing(fate: str, found: int) -> None:
    pile = Pile("The dam hit 2,300 people of four hamlets.", "Some say that 3,100 people from six hamlets fled.")
    told(pile, 0, "2,300 people", 2300, "persons", fate=fate)
    told(pile, 1, "3,100 people", 3100, "persons", fate="displaced")
    told(pile, 0, "four hamlets", 4, "hamlet")
    told(pile, 1, "six hamlets", 6, "hamlet")
    assert len(pile.found("number")) == found
