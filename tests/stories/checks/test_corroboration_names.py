"""Claims of what a thing or a person is called."""

from communique.domain import Actor, ActorMention, Role
from tests.stories.checks.hand import Pile


def test_what_a_thing_is_called_beside_its_name_is_a_claim_on_either_side_of_it() -> None:
    pile = Pile("They came to Skerry, the old herring port.", "Fog hid the herring port of Skerry.", "Skerry, the isle")
    spans = [pile.words(i, "Skerry") for i in range(3)]
    mentions = tuple(ActorMention(span=span, form="named") for span in spans)
    pile.put(actors=(Actor(id="skerry", name="Skerry", type="place", mentions=mentions),))
    told = [[span.text for span in claim.support] for claim in pile.claims()]
    assert ["Skerry, the old herring port", "herring port of Skerry"] in told


def test_words_before_a_name_beyond_a_word_of_grammar_or_a_verb_tell_not_what_it_is() -> None:
    pile = Pile("Gulls left the herring port in Skerry.", "Fog hid a herring port in Skerry.")
    spans = [pile.words(i, "Skerry") for i in range(2)]
    mentions = tuple(ActorMention(span=span, form="named") for span in spans)
    pile.put(actors=(Actor(id="skerry", name="Skerry", type="place", mentions=mentions),))
    assert pile.claims() == ()


def test_a_name_that_only_describes_another_noun_is_not_told_of() -> None:
    pile = Pile(
        "A group of former Petrel sailors left.", "“A group of former Petrel and Fulmar cooks” came.", "$ Petrel"
    )
    spans = [pile.words(i, "Petrel") for i in range(3)]
    mentions = tuple(ActorMention(span=span, form="named") for span in spans)
    pile.put(actors=(Actor(id="petrel", name="Petrel", type="org", mentions=mentions),))
    assert pile.claims() == ()


def test_what_two_articles_call_a_person_is_a_claim_but_for_posts_of_state() -> None:
    pile = Pile("The marine biologist Ivo Tarn left.", "Ivo Tarn, a marine biologist, stayed with Minister Osk.")
    roles = tuple(
        Role(title=title, evidence=tuple(pile.words(i, title) for i in range(2) if title in pile.texts[i]))
        for title in ("marine biologist", "Minister")
    )
    mentions = tuple(ActorMention(span=pile.words(i, "Ivo Tarn"), form="named") for i in range(2))
    pile.put(actors=(Actor(id="tarn", name="Ivo Tarn", type="person", mentions=mentions, roles=roles),))
    (claim,) = pile.claims()
    assert claim.claim == "marine biologist Ivo Tarn"
    assert [span.text for span in claim.support] == ["marine biologist Ivo Tarn", "Ivo Tarn, a marine biologist"]


def test_that_a_person_speaks_for_a_state_is_no_claim() -> None:
    pile = Pile("Ivo Tarn, the envoy, left.", "A storm kept envoy Ivo Tarn and nine cooks awake for days.")
    mentions = tuple(ActorMention(span=pile.words(i, "Ivo Tarn"), form="named") for i in range(2))
    role = Role(title="envoy", evidence=tuple(pile.words(i, "envoy") for i in range(2)))
    pile.put(actors=(Actor(id="tarn", name="Ivo Tarn", type="person", mentions=mentions, roles=(role,)),))
    assert pile.claims() == ()
