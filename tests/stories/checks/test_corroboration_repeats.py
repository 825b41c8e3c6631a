"""What is no claim of its own: the same in other words, and what somebody denies."""

from dataclasses import replace

from communique.domain import Corroboration
from communique.stories import passages as stories
from communique.stories.checks import corroboration
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.repeats import distinct
from tests.stories.checks.hand import Pile
from tests.stories.checks.reports import Page, Report, record


def found(*pages: Page) -> tuple[Corroboration, ...]:
    return corroboration.check(record(*pages), {}).corroborations


def test_who_denies_it_does_not_carry_it() -> None:
    words = "the delegation congratulated Norland on the calm vote in Skerry"
    told = Page(text=f"T{words[1:]}.")
    denial = f"Berg denied that {words}."
    assert found(told, Page(text=f"Vik heard that {words}."))
    assert found(told, Page(text=denial)) == ()
    assert found(told, Page(text=denial, reports=(Report(words=words, cue="denied"),))) == ()


SUNK = "The Petrel sank off Skerry with 40 on board after it had lost its rudder."
AGAIN = "With 40 on board the trawler sank off Skerry, its owner said, and the rudder was lost."


def claim(pile: Pile, text: str, *passages: str, label: bool = False) -> Claim:
    support = tuple(pile.words(i, words) for i, words in enumerate(passages))
    return Claim(text=text, support=support, label=label)


def one(pile: Pile, *claims: Claim) -> list[str]:
    made = stories.Pile.of(pile.record, pile.readings)
    return [found.text for found in distinct(claims, made)]


def test_what_tells_no_more_than_another_claim_on_the_same_pages_is_that_claim() -> None:
    pile = Pile(SUNK, AGAIN)
    whole = claim(pile, "whole", SUNK, AGAIN)
    sank = claim(pile, "sank", "The Petrel sank off Skerry", "the trawler sank off Skerry")
    rudder = claim(pile, "rudder", "it had lost its rudder", "the rudder was lost")
    assert one(pile, sank, rudder) == ["sank", "rudder"]
    assert one(pile, whole, sank) == one(pile, sank, whole) == ["whole"]
    again = claim(pile, "sank again, as the owner of the trawler said", "sank off Skerry", "sank off Skerry")
    assert one(pile, sank, again) == ["sank"]


def test_the_claim_has_the_passages_of_both_and_words_of_a_page_before_a_label() -> None:
    pile = Pile(SUNK, AGAIN, "Osk saw how the Petrel sank off Skerry.")
    sank = claim(pile, "sank", "The Petrel sank off Skerry", "the trawler sank off Skerry")
    label = claim(pile, "Sinking", "Petrel sank off Skerry", "sank off Skerry", "Petrel sank off Skerry", label=True)
    found = distinct([label, sank], stories.Pile.of(pile.record, pile.readings))
    assert [(item.text, len(item.support)) for item in found] == [("sank", 3)]


def test_claims_on_one_page_alone_stay_apart_unless_they_are_worded_the_same() -> None:
    pile = Pile(SUNK, AGAIN, "Osk saw how the Petrel sank off Skerry.")
    sank = claim(pile, "sank", "sank off Skerry", "sank off Skerry")
    seen = Claim(text="seen", support=(pile.words(0, "sank off Skerry"), pile.words(2, "sank off Skerry")))
    assert one(pile, sank, seen) == ["sank", "seen"]
    assert one(pile, sank, replace(seen, text="Sank.")) == ["sank"]
