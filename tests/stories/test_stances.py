"""The stance of one statement: what its words tell, and nothing where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Span, Statement
from communique.stories.stances import stands
from communique.stories.towards import LONGEST, Stand


def statement(cue: str, *contents: str, direct: bool = False) -> Statement:
    def span(text: str) -> Span:
        return Span(document="d", start=0, end=len(text), text=text)

    content = tuple(map(span, contents))
    kind = "direct" if direct else "indirect"
    return Statement(id="s", article="a", kind=kind, cue=span(cue) if cue else None, content=content, confidence=1)  # type: ignore[arg-type]


def read(cue: str, *contents: str, direct: bool = False) -> list[tuple[str, str]]:
    return [(stand.stance, stand.toward) for stand in stands(statement(cue, *contents, direct=direct))]


@pytest.mark.parametrize(
    ("cue", "content", "stance", "toward"),
    [
        ("condemned", "the raid", "opposes", "the raid"),
        ("has accused", "Chad of lying", "opposes", "Chad: lying"),
        ("denied", "that he knew", "denies", "he knew"),
        ("ruled out", "a vote", "rejects", "a vote"),
        ("welcomed", "the truce", "supports", "the truce"),
        ("called for", "a truce", "seeks", "a truce"),
        ("called for", "“full and open talks” with Chad", "seeks", "“full and open talks” with Chad"),
        ("called for", '"open talks" with Chad', "seeks", '"open talks" with Chad'),
        ("urged", "Chad to wait", "seeks", "Chad to wait"),
        ("said", "he wanted redress for the Feb. 17 clash at Lund", "seeks", "redress for the Feb. 17 clash at Lund"),
        ("warned", "that the dam may break", "warns", "the dam may break"),
        ("worries", "that fish will die", "concerned", "fish will die"),
        ("pleaded", "not guilty to treason", "denies", "guilty to treason"),
        ("said", "“We will not accept a wall.”", "rejects", "a wall"),
        ("said", "“We do not seek a quarrel,”", "denies", "seeking a quarrel"),
        ("said", "“We deny the charge,”", "denies", "the charge"),
        ("backed", "the new port, which", "supports", "the new port"),
        ("said", "that she was not looking to move the army", "denies", "looking to move the army"),
        ("said", "we oppose the wall", "opposes", "the wall"),
        ("said", "that he supports the plan", "supports", "the plan"),
        ("said", "“We want the ferry back.”", "seeks", "the ferry back"),
        ("said", "“We are ready to talk with Chad,”", "conciliatory", "to talk with Chad"),
        ("said", "“I am concerned about the dam.”", "concerned", "the dam"),
        ("said", "that the wall is unacceptable", "opposes", "the wall"),
        ("said", "that these reports are false", "denies", "these reports"),
        ("called", "the vote a step in the right direction", "supports", "the vote: a step in the right direction"),
        ("said", "that Chad must leave the island", "seeks", "Chad must leave the island"),
        ("agreed", "to reopen the line", "supports", "to reopen the line"),
        ("agreed", "that both fleets should keep away", "supports", "both fleets should keep away"),
        ("did not agree", "to a truce", "rejects", "a truce"),
        ("vowed", "to stay", "seeks", "to stay"),
        ("promised", "to look into the claims", "conciliatory", "to look into the claims"),
        ("voiced opposition to", "the dam", "opposes", "the dam"),
        ("demanded an apology", "from Chad", "seeks", "an apology from Chad"),
        ("called", "the demand arrogant", "opposes", "the demand: arrogant"),
        (
            "called",
            "the ban a mistake that would not be forgotten",
            "opposes",
            "the ban: a mistake that would not be forgotten",
        ),
        ("yesterday expressed", "its support for the ban", "supports", "the ban"),
        ("voiced", "deep concern over the ban", "concerned", "the ban"),
        ("regretted", "the refusal", "concerned", "the refusal"),
        ("said", "that she had full confidence in the envoy", "supports", "the envoy"),
        ("said", "that he regretted the delay but respected the vote", "concerned", "the delay"),
        ("said", "that they would never apologise", "rejects", "apologising"),
        ("said", "“I never leaked the list,”", "denies", "having leaked the list"),
        ("said", "that there has never been a truce", "denies", "truce"),
        ("said", "that there was no need for a referee", "rejects", "a referee"),
        ("said", "that the envoy had made no promise to Chad", "denies", "promise to Chad"),
        ("said", "“Our door remains open,”", "conciliatory", "Our door remains open"),
        ("said", "that it would halt the ferry if the toll rose", "warns", "it would halt the ferry if the toll rose"),
        (
            "said",
            "that the toll was dear and that the claims against her were false",
            "denies",
            "the claims against her",
        ),
        ("reiterated calls for", "a truce", "seeks", "a truce"),
        ("dismissed", "Mr. Paz's claim", "denies", "Mr. Paz's claim"),
        ("rejected", "the allegation", "denies", "the allegation"),
        ("rejected", "the offer", "rejects", "the offer"),
        ("offered", "to lift the ban", "conciliatory", "to lift the ban"),
        ("said", "“Without the pilot there will be no deal,”", "warns", "Without the pilot there will be no deal"),
        ("said", "it was ready to freeze the assets", "warns", "to freeze the assets"),
        ("said", "it was not linked to the fire", "denies", "being linked to the fire"),
        ("said", "“We did not pay a crown.”", "denies", "paying a crown"),
        ("said", "“I was never a spy.”", "denies", "being a spy"),
        ("said", "“There was no ransom, and there will be none.”", "denies", "ransom"),
        ("said", "no payment had been discussed", "denies", "payment had been discussed"),
        ("said", "that the singer was not under arrest", "denies", "the singer was under arrest"),
        ("said", "“We did not come here to sign away our land.”", "rejects", "to sign away our land"),
        ("said", "“We do not need anyone's permission to fish.”", "rejects", "to fish"),
        ("said", "the truce would hold only if the guns fell silent", "seeks", "the guns fell silent"),
        ("said", "he would close the port unless it was paid", "warns", "he would close the port unless it was paid"),
        (
            "said",
            "the dam would drive 900 people from their homes",
            "warns",
            "the dam would drive 900 people from their homes",
        ),
        ("said", "those who break it will pay a price", "warns", "those who break it will pay a price"),
        ("said", "that the count “lacked rigour”", "opposes", "the count"),
        ("said", "the harbour court had no jurisdiction", "opposes", "the harbour court"),
        ("asked", "her guests to halt the works", "seeks", "her guests to halt the works"),
        ("insisted", "that the toll be discussed", "seeks", "the toll be discussed"),
        ("described", "the vote as fair", "supports", "the vote as fair"),
        ("called", "the talks “difficult but useful”", "conciliatory", "the talks: “difficult but useful”"),
        ("thanked", "Chad for its help", "supports", "Chad for its help"),
        ("dismissed", "as “fantasies” reports that he was ill", "denies", "reports that he was ill"),
        ("called", "the release “a humanitarian gesture”", "supports", "the release: “a humanitarian gesture”"),
        ("claims", "the vote was rigged", "opposes", "the vote"),
        ("are skeptical of", "that claim", "concerned", "that claim"),
        ("called", "the launch “deeply deplorable.”", "opposes", "the launch: “deeply deplorable”"),
        ("said", "that the launch, following the test, “represents a serious violation”", "opposes", "the launch"),
        ("said", "that Chad has no right to the island", "rejects", "Chad has no right to the island"),
        ("said", "“Stop the war”", "seeks", "Stop the war"),
        ("dropped its support for", "the dam", "rejects", "the dam"),
        ("distanced herself from", "the plan", "opposes", "the plan"),
        ("ripped", "the mayor", "opposes", "the mayor"),
        ("voiced disappointment at", "the vote", "concerned", "the vote"),
        ("has accepted", "the expert", "supports", "the expert"),
        ("echoed", "Chad's demand", "supports", "Chad's demand"),
        ("is pleased with", "the deal", "supports", "the deal"),
        ("called again for", "a truce", "seeks", "a truce"),
        ("said", "that he had always opposed the plan", "opposes", "the plan"),
        ("said", "that her government would not discuss trade", "rejects", "discussing trade"),
        ("said", "we would very much like a truce", "seeks", "a truce"),
        ("said", "that he was willing to allow a visit", "conciliatory", "to allow a visit"),
        ("said", "that the plan is as illegal as the last one", "opposes", "the plan"),
        ("said", "that tolls would have been a mistake", "opposes", "tolls"),
        ("said", "that the gate should never have been closed", "opposes", "the gate should never have been closed"),
        ("said", "“We don't believe the mayor should pay”", "opposes", "We don't believe the mayor should pay"),
        ("said", "that she favoured a recount and would not recognise him", "supports", "a recount"),
        ("said", "“We cannot sign away our sea,”", "rejects", "signing away our sea"),
        ("said", "he would never abandon the reef", "rejects", "abandoning the reef"),
        ("said", "that she had grave doubts about the tally", "concerned", "the tally"),
        ("refused", "to free the crew", "rejects", "to free the crew"),
        ("refused to", "free the crew", "rejects", "to free the crew"),
        ("said", "“I support and endorse his plan,”", "supports", "his plan"),
        ("called", "her remarks a betrayal", "opposes", "her remarks: a betrayal"),
        ("called", "him Chad's legitimate leader", "supports", "him: Chad's legitimate leader"),
        ("blamed", "the deaths on thugs", "opposes", "thugs: the deaths"),
        ("blamed", "it on Oslo", "opposes", "Oslo"),
        ("said", "that there would be no recount", "rejects", "recount"),
        ("said", "that she was right to walk out", "supports", ""),
        ("criticised", "the U.S.", "opposes", "the U.S"),
        ("said", "“We seek no quarrel in the North,”", "rejects", "quarrel in the North"),
        ("said", "that the treaty cannot be touched", "rejects", "the treaty cannot be touched"),
        ("said", "“If they sail, we will respond in kind.”", "warns", "If they sail, we will respond in kind"),
    ],
)
def test_words_that_tell_a_stance(cue: str, content: str, stance: str, toward: str) -> None:
    assert read(cue, content) == [(stance, toward)]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("blamed", "an explosion at a depot"),
        ("blamed", "the delay on a power cut"),
        ("said", "that the states should have the right to choose"),
        ("said", "that the meeting lasted an hour"),
        ("did not rule out", "a vote"),
        ("never supported", "the plan"),
        ("refused", "to comment on the raid"),
        ("allegedly supported", "the raid"),
        ("might oppose", "the plan"),
        ("asked", "whether we support the plan"),
        ("said", "“Do we support the plan?”"),
        ("said", "that she explained why the tower should close"),
        ("said", "that the tower must be the tallest"),
        ("said", "that the minister opposes the plan"),
        ("accused", "of lying to the house"),
        ("said", "“I want to say this plainly.”"),
        ("", "Talks on the island"),
        ("had been rejected", "for asylum"),
        ("backed", "which"),
        ("was condemned", "by the council"),
        ("has fielded sharp criticism over", "the plan"),
        ("agreed", "that it had rained"),
        ("said", "that messages cannot be forwarded"),
        ("failed to agree on", "migrants"),
        ("accepted", "responsibility for the fire"),
        ("has yet to endorse", "the mayor"),
        ("refused to say", "when they would be tried"),
        ("blamed", "technical damage to a cable"),
        ("agreed", "to keep in touch"),
        ("told", "“The ship was ordered to stop three times.”"),
        ("told", "that nobody was asked to leave"),
        ("sought to clarify", "her words"),
        ("wanted to know", "whether it rained"),
        ("said", "that he is not ready to talk"),
        ("said", "that it just needs to find a host"),
        ("said", "that there is a gap between what people think is illegal"),
        ("called", "“as false as it is insulting”"),
        ("called", "a hate crime"),
        ("asked", "not to be named"),
        ("said", "that the police had made no arrests"),
    ],
)
def test_words_that_tell_none(cue: str, content: str) -> None:
    assert read(cue, content) == []


def test_what_only_points_back_has_a_stance_toward_nothing_named() -> None:
    assert read("added", "“We would not tolerate that,”") == [("rejects", "")]


def test_what_is_dismissed_as_something_may_stand_behind_that() -> None:
    assert read("dismissed", "as “absurd”", "that he had paid") == [("rejects", "he had paid")]
    assert read("dismissed", "a charge that", "as “slander”") == [("denies", "a charge")]


def test_a_third_person_is_the_speaker_only_at_the_head_of_a_report() -> None:
    assert read("said", "it rained when he opposed the plan") == []
    assert read("said", "“He supports the plan,”", direct=True) == []


def test_who_names_the_own_side_speaks_for_it() -> None:
    said = statement("said", "that Norway was ready to reopen the line")
    assert [(stand.stance, stand.toward) for stand in stands(said, ["Norway"])] == [
        ("conciliatory", "to reopen the line")
    ]
    assert stands(said, ["Chad"]) == stands(said) == ()


def test_one_sentence_can_tell_two_stances() -> None:
    said = statement("said", "that Norway backed the truce and pressed Chad to keep it")
    found = [(stand.stance, stand.toward) for stand in stands(said, ["Norway"])]
    assert found == [("supports", "the truce"), ("seeks", "Chad to keep it")]


def test_who_blames_another_is_against_what_it_did() -> None:
    said = statement("said", "that Chad had failed to keep the truce")
    assert [(s.stance, s.toward) for s in stands(said, (), ["Chad"])] == [
        ("opposes", "Chad had failed to keep the truce")
    ]
    assert stands(said, ["Chad"]) == stands(said) == ()


def test_what_a_stance_is_toward_stays_short() -> None:
    ((_, toward),) = read("condemned", "the raid " * 100)
    assert len(toward) <= LONGEST + 2


@given(st.text(max_size=60), st.text(min_size=1, max_size=400))
def test_any_words_are_read(cue: str, content: str) -> None:
    assert all(isinstance(stand, Stand) for stand in stands(statement(cue, content)))
