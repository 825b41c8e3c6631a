"""Conflicts over what is so: what one side says and another denies, what one report has done and another not."""

from dataclasses import replace
from typing import Literal

import pytest

from communique.domain import Actor, ActorMention, Clause, Conflict, Mention, Statement
from tests.stories.checks.hand import Pile, sides


def told(pile: Pile, i: int, who: str, cue: str, *content: str) -> Statement:
    spans = tuple(pile.words(i, words) for words in content)
    number = len(pile.record.statements)
    made = Statement(
        id=f"t{number}", article=f"a{i}", kind="indirect", speakers=(who,), speaker=pile.words(i, who),
        cue=pile.words(i, cue), content=spans, verbatim=(), confidence=1.0,
    )  # fmt: skip
    pile.put(statements=(*pile.record.statements, made))
    return made


def people(pile: Pile, *names: str) -> None:
    actors = []
    for name in names:
        mentions = [ActorMention(span=pile.words(i, name), form="named") for i, t in enumerate(pile.texts) if name in t]
        actors.append(Actor(id=name, name=name, type="person", mentions=tuple(mentions)))
    pile.put(actors=tuple(actors))


def denied(pile: Pile) -> list[Conflict]:
    return [found for found in pile.found("characterisation") if found.about.startswith(("what ", "whether it is so"))]


def test_what_one_says_and_another_denies_in_another_article() -> None:
    pile = Pile("Berg said Norland guards had shelled the market in Vik.",
                "Lund denied that Norland guards had shelled a market in Vik.")  # fmt: skip
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "said", "Norland guards had shelled the market in Vik")
    told(pile, 1, "Lund", "denied", "that Norland guards had shelled a market in Vik")
    (found,) = denied(pile)
    assert (found.about, found.verdict) == ("what Lund denies", "contradiction")
    assert sides(found) == [
        "Lund denied that Norland guards had shelled a market in Vik",
        "Norland guards had shelled the market in Vik",
    ]


def test_what_a_report_says_in_its_own_words_and_another_is_told_is_not_so() -> None:
    pile = Pile(
        "Norland guards had shelled the market in Vik.", "Lund denied Norland guards had shelled a market in Vik."
    )
    people(pile, "Lund")
    clause = Clause(parts=(pile.all(0),), verb=pile.words(0, "shelled"), subject=pile.words(0, "Norland guards"))
    pile.add(0, clauses=(clause,))
    told(pile, 1, "Lund", "denied", "Norland guards had shelled a market in Vik")
    assert [sides(found) for found in denied(pile)] == [[
        "Lund denied Norland guards had shelled a market in Vik",
        "Norland guards had shelled the market in Vik.",
    ]]  # fmt: skip
    pile.add(0, clauses=(replace(clause, asserted=False),))
    assert denied(pile) == []


@pytest.mark.parametrize(
    "other",
    [
        "Shells fell on the market in Vik",
        "Norland guards had not shelled the market in Vik",
        "Norland guards had left",
    ],
)
def test_that_it_happened_does_not_say_who_did_it(other: str) -> None:
    pile = Pile(f"Berg said {other}.", "Lund denied that Norland guards had shelled a market in Vik.")
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "said", other)
    told(pile, 1, "Lund", "denied", "that Norland guards had shelled a market in Vik")
    assert denied(pile) == []


def two_sentences(first: str, second: str) -> Pile:
    pile = Pile(f"{first} {second}", "It rained.")
    pile.add(0, sentences=(pile.words(0, first), pile.words(0, second)))
    return pile


def test_the_accusation_is_what_was_said_before() -> None:
    pile = two_sentences("Berg accused Norland of breaking the truce.", "Lund denied the allegation.")
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "accused", "Norland of breaking the truce")
    told(pile, 0, "Lund", "denied", "the allegation")
    (found,) = denied(pile)
    assert sides(found) == ["Lund denied the allegation", "Norland of breaking the truce"]


def test_a_report_that_is_denied_says_it_and_the_denial_goes_on_in_its_own_words() -> None:
    pile = two_sentences("Lund dismissed a report that Norland had paid for the ship.", "“We did not pay,” Lund said.")
    people(pile, "Lund")
    told(pile, 0, "Lund", "dismissed", "a report", "that Norland had paid for the ship")
    own = told(pile, 0, "Lund", "said", "“We did not pay,”")
    pile.put(statements=(pile.record.statements[0], replace(own, kind="direct")))
    (found,) = denied(pile)
    assert sides(found) == [
        "Lund dismissed a report that Norland had paid for the ship",
        "Norland had paid for the ship",
        "“We did not pay,”",
    ]


def test_who_tells_little_of_what_is_denied_does_not_say_it() -> None:
    content = "that Norland guards had shelled a market, burned two barns, robbed a bank and sunk a ferry in Vik"
    pile = Pile("Berg said Norland guards had left Vik.", f"Lund denied {content}.")
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "said", "Norland guards had left Vik")
    told(pile, 1, "Lund", "denied", content)
    assert denied(pile) == []


@pytest.mark.parametrize(
    ("who", "cue", "between"),
    [
        ("Lund", "accused", ""),
        ("Berg", "praised", ""),
        ("Berg", "accused", "It rained. It snowed. It thawed"),
    ],
)
def test_an_accusation_is_made_just_before_by_somebody_else(who: str, cue: str, between: str) -> None:
    lines = (f"{who} {cue} Norland.", *between.split(". "), "Lund denied the allegation.")
    pile = Pile(" ".join(filter(None, lines)), "It snowed.")
    pile.add(0, sentences=tuple(pile.words(0, line) for line in lines if line))
    people(pile, "Berg", "Lund")
    told(pile, 0, who, cue, "Norland")
    told(pile, 0, "Lund", "denied", "the allegation")
    assert denied(pile) == []


def test_who_tells_of_a_denial_does_not_say_what_is_denied() -> None:
    whole = "Lund denied that Norland guards had shelled a market in Vik"
    pile = Pile(f"Berg said {whole}.", "It rained.")
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "said", whole)
    told(pile, 0, "Lund", "denied", "that Norland guards had shelled a market in Vik")
    assert denied(pile) == []


@pytest.mark.parametrize(
    ("who", "words", "kind"),
    [
        ("Berg", "“We did not pay,”", "direct"),
        ("Lund", "“We paid for bread,”", "direct"),
        ("Lund", "we did not pay", "indirect"),
    ],
)
def test_own_words_are_quoted_from_who_denies_and_say_no(who: str, words: str, kind: Literal["direct"]) -> None:
    pile = two_sentences("Lund dismissed a report that Norland had paid for the ship.", f"{words} {who} said.")
    people(pile, "Lund", "Berg")
    told(pile, 0, "Lund", "dismissed", "a report", "that Norland had paid for the ship")
    own = told(pile, 0, who, "said", words)
    pile.put(statements=(pile.record.statements[0], replace(own, kind=kind)))
    assert denied(pile) == []  # without own words nothing but the denial itself tells of the report


def test_who_stands_by_his_own_claim_denies_what_others_say_of_it() -> None:
    pile = two_sentences("Berg said that he was offered a place.", "He refuted a story about his claim that he was.")
    people(pile, "Berg", "He")
    told(pile, 0, "Berg", "said", "that he was offered a place")
    told(pile, 0, "He", "refuted", "a story about his claim that he was")
    assert denied(pile) == []


@pytest.mark.parametrize("offer", ["the offer", "Norland lowering the tariff on steel"])
def test_an_offer_that_is_rejected_is_no_denial(offer: str) -> None:
    pile = two_sentences("Berg said Norland would lower the tariff on steel.", f"Lund rejected {offer}.")
    people(pile, "Berg", "Lund")
    told(pile, 0, "Berg", "said", "Norland would lower the tariff on steel")
    told(pile, 0, "Lund", "rejected", offer)
    assert denied(pile) == []


@pytest.mark.parametrize(("who", "found"), [("Lund", 1), ("Berg", 0)])
def test_a_deed_that_one_report_has_and_another_denies(who: str, found: int) -> None:
    pile = Pile("Lund signed the joint statement.", f"{who} did not sign the joint statement.")
    people(pile, "Lund", "Berg")
    for i, verb in enumerate(("signed", "sign")):
        subject = pile.words(i, pile.texts[i].split()[0])
        clause = Clause(parts=(pile.all(i),), verb=pile.words(i, verb), subject=subject)
        pile.add(i, clauses=(clause,), mentions=(Mention(span=subject, type="person", form="named"),))
    assert len(denied(pile)) == found


@pytest.mark.parametrize(("how", "found"), [("denied", 0), ("dismissed as “a fairy tale”", 1)])
def test_a_report_by_nobody_is_no_side_unless_it_is_disputed_in_own_words(how: str, found: int) -> None:
    pile = Pile(f"Lund {how} reports that Norland had paid for the ship.", "It rained.")
    people(pile, "Lund")
    told(pile, 0, "Lund", how.partition(" ")[0], "reports that Norland had paid for the ship")
    assert len(denied(pile)) == found


@pytest.mark.parametrize(
    ("said", "denial", "found"),
    [
        ("Soldiers had entered the garden at night.", "Lund denied that any soldier had entered it.", 1),
        ("Norland had offered a doctor to the crew.", "Lund denied that any such offer had been made.", 1),
        ("Norland had offered a doctor to the crew.", "Lund denied this.", 1),
        ("Norland had offered a doctor to the crew.", "Lund rejected it.", 0),
        ("Norland had offered a doctor to the crew.", "Lund denied that any ship had been near.", 0),
    ],
)
def test_what_has_just_been_told_is_what_is_denied(said: str, denial: str, found: int) -> None:
    pile = Pile(f"Berg said: {said} {denial}", "It rained.")
    people(pile, "Berg", "Lund")
    pile.add(0, sentences=(pile.words(0, f"Berg said: {said}"), pile.words(0, denial)))
    told(pile, 0, "Berg", "said", said)
    cue, _, content = denial.removeprefix("Lund ").partition(" ")
    told(pile, 0, "Lund", cue, content.rstrip("."))
    assert len(denied(pile)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("the talks were suspended on Wednesday", "the talks were never suspended", 1),
        ("the delegation left the hall in protest", "their delegation had never left the hall", 1),
        ("the rally was suspended on Wednesday", "the talks were never suspended", 0),
    ],
)
def test_a_thing_that_one_report_says_was_so_and_another_says_was_not(one: str, other: str, found: int) -> None:
    pile = Pile(one, other)
    for i, text in enumerate((one, other)):
        subject, verb = (" ".join(text.split()[:2]), "suspended" if "suspended" in text else "left")
        clause = Clause(parts=(pile.all(i),), verb=pile.words(i, verb), subject=pile.words(i, subject))
        pile.add(i, clauses=(clause,))
    assert len(denied(pile)) == found


@pytest.mark.parametrize(
    ("one", "verb", "other", "no", "found"),
    [
        ("two aircraft had taken off at dawn", "taken", "no aircraft took off", "took", 1),
        ("he had dropped a bomb on the bridge", "dropped", "there was no bomb", "was", 1),
        ("he had bombed the bridge", "bombed", "there was no bombardment", "was", 0),
        ("the envoys gave the coordinates to all sides", "gave", "it never received the coordinates", "received", 1),
        ("the envoys changed the coordinates", "changed", "it never received the coordinates", "received", 0),
        ("will the aircraft take off?", "take", "no aircraft took off", "took", 0),
        ("the aircraft will take off at dawn", "take", "no aircraft took off", "took", 0),
        ("the aircraft will take off at dawn", "take", "no aircraft will take off", "take", 1),
        ("the rebels signed a truce with Norland", "signed", "the rebels signed not only a truce", "signed", 0),
    ],
)
def test_whatever_the_verb_the_words_that_are_denied_must_be_told(
    one: str, verb: str, other: str, no: str, found: int
) -> None:
    pile = Pile(one, other)
    for i, (text, at) in enumerate(((one, verb), (other, no))):
        words = text.removeprefix("will ").split()
        subject = pile.words(i, " ".join(words[: 1 + (words[0] in {"the", "two", "no"})]))
        clause = Clause(parts=(pile.all(i),), verb=pile.words(i, at), subject=subject, asserted="will" not in text)
        pile.add(i, clauses=(clause,))
    assert len(denied(pile)) == found


@pytest.mark.parametrize(("by", "found"), [("Berg", 1), ("Lund", 0)])
def test_no_such_thing_is_what_another_has_just_said(by: str, found: int) -> None:
    pile = Pile(f"{by} had asked for a pause. Lund said no such request had been made.", "It rained.")
    first, second = f"{by} had asked for a pause", "no such request had been made"
    people(pile, "Berg", "Lund")
    pile.add(0, sentences=(pile.words(0, f"{first}."), pile.words(0, f"Lund said {second}.")))
    clauses = [
        Clause(parts=(pile.words(0, text),), verb=pile.words(0, verb), subject=pile.words(0, subject))
        for text, verb, subject in ((first, "asked", by), (second, "made", "no such request"))
    ]
    pile.add(0, clauses=tuple(clauses))
    told(pile, 0, by, "had", first)
    told(pile, 0, "Lund", "said", second)
    assert len(denied(pile)) == found


@pytest.mark.parametrize(("later", "verdict"), [("2031-03-05", "update"), ("2031-03-03", "contradiction")])
def test_what_was_not_so_may_have_come_to_pass_since(later: str, verdict: str) -> None:
    texts = "the delegation has not left the hall", "the delegation left the hall"
    pile = Pile(*texts, days=("2031-03-03", later))
    for i in range(len(texts)):
        clause = Clause(parts=(pile.all(i),), verb=pile.words(i, "left"), subject=pile.words(i, "the delegation"))
        pile.add(i, clauses=(clause,))
    assert [found.verdict for found in denied(pile)] == [verdict]


@pytest.mark.parametrize(("subject", "found"), [("What she did not get", 0), ("No court", 1)])
def test_what_somebody_did_not_get_is_not_denied(subject: str, found: int) -> None:
    texts = "the rebels freed the captive crew of the trawler", f"{subject} freed the captive crew of the trawler"
    pile = Pile(*texts)
    for i, who in enumerate(("the rebels", subject)):
        clause = Clause(parts=(pile.all(i),), verb=pile.words(i, "freed"), subject=pile.words(i, who))
        pile.add(i, clauses=(clause,))
    assert len(denied(pile)) == found
