"""How a claim is worded."""

from dataclasses import replace

from communique.domain import Actor, ActorMention, Clause, Furniture, Statement
from communique.stories.checks.corroboration.claims import Claim, Places
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.passages import Pile as Words
from tests.stories.checks.hand import Pile

TOWED = "Tugs towed the frigate Petrel out of Skerry"


def worded(pile: Pile, *passages: str) -> str:
    """The words of a claim that rests on a passage of each page."""
    wording = Wording(pile.record, pile.readings, Words.of(pile.record, pile.readings))
    return wording.claim([pile.words(i, words) for i, words in enumerate(passages)])


def piled(*texts: str) -> Pile:
    """Pages of one sentence each."""
    pile = Pile(*texts)
    for i in range(len(texts)):
        pile.add(i, sentences=(pile.all(i),))
    return pile


def clause(pile: Pile, i: int, words: str, verb: str, subject: str) -> None:
    told = Clause(parts=(pile.words(i, words),), verb=pile.words(i, verb), subject=pile.words(i, subject))
    pile.add(i, clauses=(*pile.readings[f"a{i}"].clauses, told))


def test_a_clause_with_its_subject_is_the_words_of_a_claim_and_a_fragment_is_not() -> None:
    pile = piled(f"{TOWED}, a pilot said.", "The crew wept as they saw the frigate Petrel towed out of Skerry.")
    clause(pile, 0, TOWED, "towed", "Tugs")
    assert worded(pile, TOWED, "the frigate Petrel towed out of Skerry") == TOWED


def test_a_clause_that_others_tell_goes_before_a_sentence_that_tells_more_but_not_what_a_source_says() -> None:
    more = f"{TOWED}, and its owner, who had lost a son, wept all night on the quay of the old town."
    other = "Snow lay on all roofs and piers by noon, when the frigate Petrel was towed out of Skerry by tugs."
    pile = piled(more, other)
    clause(pile, 0, TOWED, "towed", "Tugs")
    assert worded(pile, more, other) == TOWED
    said = Statement(
        id="t", article="a0", kind="indirect", speakers=(), speaker=None, cue=pile.words(0, "wept"),
        content=(pile.words(0, TOWED),), confidence=1.0,
    )  # fmt: skip
    pile.put(statements=(said,))
    assert worded(pile, more, other) in {more, other}


def test_where_all_passages_are_fragments_the_sentence_of_one_is_the_claim() -> None:
    first, second = (
        "The fleet vowed to leave Skerry by spring.",
        "Nobody asked the fleet that is to leave Skerry by spring.",
    )
    assert worded(piled(first, second), "to leave Skerry by spring", "to leave Skerry by spring") == first


def test_a_clause_that_a_condition_opens_or_that_is_cut_off_does_not_stand_alone() -> None:
    unless = "Osk will sail unless a deal is struck in Skerry."
    stop = "No force will stop Osk from building the pier in Skerry."
    pile = piled(unless, stop)
    clause(pile, 0, "a deal is struck in Skerry", "struck", "a deal")
    clause(pile, 1, "No force will stop Osk from", "stop", "No force")
    assert worded(pile, "a deal is struck in Skerry") == unless
    assert worded(pile, unless, "No force will stop Osk from") in {unless, stop}


def test_a_pronoun_at_the_head_is_told_by_name() -> None:
    pile = piled("It sank off Skerry.", "Down off Skerry went the vessel that it was, as all saw.")
    it = ActorMention(span=pile.words(0, "It"), form="pronoun")
    pile.put(actors=(Actor(id="petrel", name="Petrel", type="vehicle", mentions=(it,)),))
    assert worded(pile, "It sank off Skerry.", "Down off Skerry went the vessel") == "[Petrel] sank off Skerry."


def test_the_words_of_the_report_go_before_a_caption() -> None:
    pile = piled("Tugs tow the Petrel.", "Tugs towed the wreck of the Petrel.")
    first, second = pile.record.articles
    caption = Furniture(kind="caption", span=pile.all(0))
    pile.put(articles=(replace(first, body=(), furniture=(caption,)), second))
    assert worded(pile, *pile.texts) == pile.texts[1]


def test_a_passage_ends_with_the_clause_that_tells_which_is_meant_and_not_with_what_is_said() -> None:
    pile = piled(
        "Tugs towed the frigate that Skerry had lent them, and left.",
        "A pilot said that tugs towed the frigate.",
        "Tugs towed the frigate, which was old.",
    )
    passages = ("towed the frigate", "A pilot said", "towed the frigate")
    claim = Claim(text=TOWED, support=tuple(pile.words(i, words) for i, words in enumerate(passages)))
    made = Places(pile.record.articles, pile.readings).corroboration(claim, pile.record)
    assert made is not None
    assert [span.text for span in made.support] == [
        "towed the frigate that Skerry had lent them",
        "A pilot said",
        "towed the frigate",
    ]


def test_that_which_was_is_a_subject_and_no_conjunction() -> None:
    first = "That was the one deal to come out of the talks in Skerry"
    pile = piled(f"{first}.", "The talks in Skerry ended on Monday with the one deal that all had seen come out.")
    clause(pile, 0, first, "was", "That")
    assert not worded(pile, first, "The talks in Skerry ended on Monday with the one deal").startswith("was")


def test_a_quotation_is_told_without_the_comma_of_the_sentence_that_it_stood_in() -> None:
    quoted = "“The frigate Petrel sank off Skerry,”"
    pile = piled(f"{quoted} a pilot said.", "The frigate Petrel sank off Skerry, said others.")
    assert worded(pile, quoted, "Petrel sank off") == "“The frigate Petrel sank off Skerry”"
