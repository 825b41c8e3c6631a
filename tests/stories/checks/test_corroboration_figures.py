"""Figures that several articles carry."""

from communique.domain import Clause, Quantity, Statement
from tests.stories.checks.hand import Pile, killed


def test_dozens_are_not_the_number_that_another_counts() -> None:
    pile = Pile("A blast in Skerry killed dozens of people.", "The blast in Skerry killed 60 people.")
    for i, words, low, high in ((0, "dozens of people", 24.0, 199.0), (1, "60 people", 60.0, 60.0)):
        span = pile.words(i, words)
        pile.add(i, quantities=(Quantity(span=span, low=low, high=high, counted="persons", fate="killed"),))
    assert pile.all(0) not in {span for claim in pile.claims() for span in claim.support}


def test_figures_that_can_be_one_number_of_one_matter_are_a_claim_in_their_clauses() -> None:
    pile = Pile("The blast in Skerry killed 12 people.", "Divers mourned: 12 people are dead.")
    for i, low, high in ((0, 12.0, 12.0), (1, 12.0, None)):
        span = pile.words(i, "12 people")
        pile.add(i, quantities=(Quantity(span=span, low=low, high=high, counted="persons", fate="killed"),))
    assert pile.all(0) in {span for claim in pile.claims() for span in claim.support}


def test_other_figures_are_no_claim() -> None:
    pile = Pile("A blast killed 12 people.", "Rain fell; 90 people died at sea.")
    for i, words, count in ((0, "12 people", 12.0), (1, "90 people", 90.0)):
        span = pile.words(i, words)
        pile.add(i, quantities=(Quantity(span=span, low=count, high=count, counted="persons", fate="killed"),))
    assert pile.claims() == ()


def test_one_unusual_number_is_one_figure_though_reports_count_other_things_by_it() -> None:
    pile = Pile("Thieves took 11,512 files from Skerry.", "A leak of 11,512 documents shook Merrow.")
    for i, words, counted in ((0, "11,512 files", "file"), (1, "11,512 documents", "document")):
        span = pile.words(i, words)
        pile.add(i, quantities=(Quantity(span=span, low=11512.0, high=11512.0, counted=counted),))
    assert [claim.claim for claim in pile.claims()] == ["Thieves took 11,512 files from Skerry."]


def test_another_count_of_the_hurt_does_not_carry_it_though_it_tells_the_old_one() -> None:
    told = "The blast in Skerry harbour hurt three sailors of the ferry."
    pile = Pile(told, f"{told[:-1].replace('three', 'four')}, correcting an earlier figure of three.")
    for i, number in enumerate((3, 4)):
        words = ("three sailors", "four sailors")[i]
        quantity = Quantity(span=pile.words(i, words), low=number, high=number, counted="crew members", fate="injured")
        pile.add(i, quantities=(quantity,))
    assert pile.claims() == ()


def test_a_number_of_another_thing_is_not_shared() -> None:
    for told, claims in (("Two soldiers waited, valleys away.", 1), ("Soldiers waited two valleys away.", 0)):
        pile = Pile(
            told, "Two soldiers waited.", "Rain fell on the islands all day.", "Ministers meet in Oslo on Friday."
        )
        assert len(pile.claims()) == claims


def test_at_least_so_many_is_not_carried_by_who_counts_more() -> None:
    for more, claims in ((21, 1), (30, 0)):
        pile = Pile(
            "The storm of May killed at least 20 people in Vik.", f"In Vik the storm of May killed {more} people."
        )
        killed(pile, 0, "at least 20 people", 20, None)
        killed(pile, 1, f"{more} people", more, more)
        assert len(pile.claims()) == claims


def test_a_passage_with_another_figure_backs_no_claim() -> None:
    for more, backed in (("60,000", True), ("75,000", False)):
        pile = Pile(
            "Berg said a trader in Osk paid the guards of Skerry 60,000 crowns.",
            f"A trader in Osk paid the guards of Skerry {more} crowns, Berg said.",
        )
        for i, (words, number) in enumerate((("60,000 crowns", 60000.0), (f"{more} crowns", float(more[:2]) * 1000))):
            quantity = Quantity(span=pile.words(i, words), low=number, high=number, unit="NOK")
            pile.add(i, quantities=(quantity,))
        assert bool(pile.claims()) == backed


def test_what_reaches_up_to_so_much_backs_no_other_bound() -> None:
    for top, backed in (("27", True), ("28", False)):
        told = "Norland puts duties of 12 to 27 percent on herring from Skerry", f"Duties of up to {top} percent"
        pile = Pile(f"{told[0]}.", f"{told[1]} on herring from Skerry are put on by Norland.")
        bounds = (("12 to 27 percent", 12.0, 27.0), (f"up to {top} percent", None, float(top)))
        for i, (words, low, high) in enumerate(bounds):
            quantity = Quantity(span=pile.words(i, words), low=low, high=high, unit="%", counted="duty")
            pile.add(i, quantities=(quantity,))
        assert bool(pile.claims()) == backed


def test_a_report_that_is_denied_backs_no_claim_of_what_is_so() -> None:
    for cue, backed in (("said", True), ("denied", False)):
        pile = Pile(
            "Berg says talks on an order of 25 ferries go on.",
            f"Osk {cue} reports that it had left talks on an order of 25 ferries.",
        )
        made = Statement(
            id="t", article="a1", kind="indirect", speakers=(), speaker=None, cue=pile.words(1, cue),
            content=(pile.words(1, "reports that it had left talks on an order of 25 ferries"),), confidence=1.0,
        )  # fmt: skip
        pile.put(statements=(made,))
        for i in range(2):
            quantity = Quantity(span=pile.words(i, "25 ferries"), low=25.0, high=25.0, counted="ferry")
            pile.add(i, quantities=(quantity,))
            start = ("talks", "it had")[i]
            part = pile.words(i, pile.texts[i][pile.texts[i].index(start) : -1])
            pile.add(i, clauses=(Clause(parts=(part,), verb=pile.words(i, ("go", "left")[i]), subject=None),))
        assert bool(pile.claims()) == backed
