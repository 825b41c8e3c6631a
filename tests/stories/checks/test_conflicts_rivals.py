"""Conflicts between states that exclude each other, on readings made by hand."""

import pytest

from communique.domain import Actor, ActorMention, Clause, Statement
from communique.knowledge.opposites import opposites
from tests.stories.checks.hand import Pile, named, sides


def clause(pile: Pile, i: int, words: str, subject: str, verb: str) -> None:
    whole = pile.words(i, words)
    made = Clause(parts=(whole,), verb=pile.words(i, verb), subject=pile.words(i, subject))
    pile.add(i, clauses=(*pile.readings[f"a{i}"].clauses, made))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The transponder of the trawler was working.", 1),
        ("The transponder of the trawler was not working.", 0),
        ("The heating of the hall was working.", 0),
    ],
)
def test_a_thing_in_two_states(other: str, found: int) -> None:
    pile = Pile("The transponder of the trawler was switched off.", other)
    for i, text in enumerate(pile.texts):
        clause(pile, i, text, text[: text.index(" was")], "was")
    conflicts = pile.found("characterisation")
    assert len(conflicts) == found
    assert [(c.about, c.verdict) for c in conflicts] == [
        ("The transponder of the trawler: “switched off” or “working”", "contradiction")
    ][:found]


@pytest.mark.parametrize(("day", "verdict"), [("2031-03-03", "contradiction"), ("2031-03-05", "cannot-tell")])
def test_what_can_become_the_other_is_left_open_on_another_day(day: str, verdict: str) -> None:
    pile = Pile("Osk was gravely ill.", "Osk is doing well.", days=("2031-03-03", day))
    named(pile, (0, "Osk", "named"), (1, "Osk", "named"))
    for i, verb in enumerate(("was", "is")):
        clause(pile, i, pile.texts[i], "Osk", verb)
    (found,) = pile.found("characterisation")
    assert (found.verdict, sides(found)) == (verdict, ["Osk is doing well.", "Osk was gravely ill."])


@pytest.mark.parametrize(("who", "found"), [("Osk", 1), ("Osk’s sister Ana", 0)])
def test_the_state_of_a_sister_is_not_that_of_her_brother(who: str, found: int) -> None:
    pile = Pile("Osk fled to Vik in the spring.", f"{who} was released on Wednesday.")
    named(pile, (0, "Osk", "named"), (1, "Osk", "named"))
    if "Ana" in who:
        ana = ActorMention(span=pile.words(1, "Ana"), form="named")
        pile.put(actors=(*pile.record.actors, Actor(id="y", name="Ana", type="person", mentions=(ana,))))
    clause(pile, 0, pile.texts[0], "Osk", "fled")
    clause(pile, 1, pile.texts[1], who, "released")
    assert len(pile.found("characterisation")) == found


@pytest.mark.parametrize(("who", "found"), [("Lund", 1), ("Berg", 0)])
def test_in_one_article_two_sources_are_needed(who: str, found: int) -> None:
    pile = Pile("Berg: the gate of the port is closed. Then: the gate of the port is open.", "It rained.")
    parts = ("the gate of the port is closed", "the gate of the port is open")
    for part in parts:
        clause(pile, 0, part, part.removesuffix(" is closed").removesuffix(" is open"), "is")
    pile.put(
        statements=tuple(
            Statement(
                id=f"t{n}", article="a0", kind="indirect", speakers=(by,), speaker=None, cue=None,
                content=(pile.words(0, part),), verbatim=(), confidence=1.0,
            )
            for n, (part, by) in enumerate(zip(parts, ("Berg", who), strict=True))
        )
    )  # fmt: skip
    assert len(pile.found("characterisation")) == found


def test_every_row_has_two_sides_that_share_nothing() -> None:
    for row in opposites():
        assert not set(row.one.pattern.split("|")) & set(row.other.pattern.split("|"))
