"""What is no claim of its own: the same in other words, and what somebody denies."""

from dataclasses import replace

from communique.domain import Actor, ActorMention, Corroboration, Event, EventMention, Mention
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


def denial(*sides: str) -> Pile:
    """Two pages on which somebody denies something: one brief, one in full."""
    pile = Pile("Norland denies this.", "On Monday the navy of Norland denied a Merrow report on its frigate.")
    who = ("Norland", "the navy of Norland")
    for i, verb in enumerate(("denies", "denied")):
        said = Mention(span=pile.words(i, who[i]), type="state", form="named")
        told = EventMention(
            span=pile.all(i), trigger=pile.words(i, verb), kind="denial", actors=(0,), status="occurred", confidence=1.0
        )
        pile.add(i, mentions=(said,), events=(told,))
    found: dict[str, list[ActorMention]] = {}
    for i, side in enumerate(sides):
        found.setdefault(side, []).append(ActorMention(span=pile.words(i, who[i]), form="named"))
    actors = tuple(Actor(id=side, name=side, type="org", mentions=tuple(spans)) for side, spans in found.items())
    spans = pile.all(0), pile.all(1)
    made = Event(id="e", label="Denial", kind="denial", status="occurred", actors=(sides[0],), mentions=spans)
    pile.put(actors=actors, events=(made,))
    return pile


def test_what_one_side_denies_is_no_denial_by_another_of_something_else() -> None:
    assert len(denial("norland", "norland").claims()) == 1
    assert denial("norland", "navy").claims() == ()
