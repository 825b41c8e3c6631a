"""What is no claim of its own: the same in other words, and what somebody denies."""

from communique.domain import Corroboration
from communique.stories.checks import corroboration
from communique.stories.checks.corroboration.claims import Claim, once
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


def test_claims_worded_alike_at_one_place_are_one_but_not_of_other_numbers() -> None:
    pile = Pile("The trawler sank off Skerry with 40 on board.", "Off Skerry a trawler sank with 40 on board.")
    spans = pile.all(0), pile.all(1)
    texts = (
        "The trawler sank off Skerry",
        "the Petrel sank off Skerry",
        "12 trawlers sank off Skerry",
        "Osk saw nothing",
    )
    first, again, counted, other = (Claim(text=text, support=spans) for text in texts)
    assert once([first, again]) == [first]
    assert once([first, counted, other]) == [first, counted, other]
