"""Clauses: which words a verb says, of what, and whether it says that it is so."""

from collections.abc import Callable

import pytest

from communique.domain import Clause, Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[str]:
    return [" … ".join(part.text for part in clause.parts) for clause in reading.clauses]


def of(reading: Reading, verb: str) -> Clause:
    (clause,) = (clause for clause in reading.clauses if clause.verb.text == verb)
    return clause


def test_every_verb_has_a_clause_without_those_within_it(read: Read) -> None:
    found = told(read("The trawler that left Skerry on Monday sank when a storm hit the bay."))
    assert found == ["The trawler … sank", "that left Skerry on Monday", "when a storm hit the bay"]


def test_verbs_that_are_joined_have_one_subject(read: Read) -> None:
    reading = read("The minister closed the harbour and sent the fleet home.")
    for verb in ("closed", "sent"):
        subject = of(reading, verb).subject
        assert subject is not None
        assert subject.text == "The minister"


def test_what_a_noun_does_is_said_of_the_noun(read: Read) -> None:
    subject = of(read("Divers found a barge carrying timber."), "carrying").subject
    assert subject is not None
    assert subject.text == "a barge"


def test_what_is_linked_to_the_subject_is_what_is_said(read: Read) -> None:
    assert of(read("The cause of the fire is unknown."), "unknown").asserted


@pytest.mark.parametrize("text", ["The trawler may sink.", "They asked if it will sink.", "Divers came to sink it."])
def test_what_is_not_settled_is_not_asserted(read: Read, text: str) -> None:
    assert not of(read(text), "sink").asserted


@pytest.mark.parametrize("text", ["Skerry harbour", "The harbour of Skerry, at last"])
def test_without_a_verb_there_is_no_clause(read: Read, text: str) -> None:
    assert read(text).clauses == ()


def test_a_clause_that_tells_who_is_meant_is_of_the_clause_around_it(read: Read) -> None:
    found = told(read("The cook was not among those who were freed near Skerry on Monday."))
    assert found[0] == "The cook was not among those who were freed near Skerry on Monday"
