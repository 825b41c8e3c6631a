"""Who agrees with whom: agree, disagree, partly, and that it cannot be told."""

from dataclasses import replace

from communique.domain import Issue, Record
from communique.stories.checks import positions, relations
from tests.stories.piles import CAST, Said, pile, said

ISSUE = ("issue-x",)


def of(*lines: Said) -> dict[tuple[str, str], str]:
    record = relations.check(positions.check(pile(*lines), {}), {})
    return {relation.pair: relation.relation for relation in record.relations}


def test_who_criticises_what_the_other_does_disagrees() -> None:
    found = of(
        said("Ida Berg", "criticised", "the Peruvian blockade", issues=ISSUE),
        said("Juan Paz", "said", "that it rained", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == "disagree"
    assert found["Norway", "Peru"] == "disagree"


def test_who_is_to_stop_is_at_odds_and_whom_it_happens_to_is_not() -> None:
    found = of(said("Ida Berg", "urged", "Peru to stop its raids on Chad", issues=ISSUE))
    assert found["Ida Berg", "Peru"] == "disagree"
    assert not any("Chad" in pair for pair in found)


def test_a_warning_is_for_whom_it_names_and_not_for_who_would_act() -> None:
    found = of(said("Ida Berg", "warned", "Peru against a raid", issues=ISSUE))
    assert found["Ida Berg", "Peru"] == "disagree"
    assert not of(said("Max Horn", "warned", "that Peru would close its ports", issues=ISSUE))


def test_who_opposes_what_a_state_does_disagrees_with_it() -> None:
    missiles = ("issue-missile-programme-tcd",)
    record = pile(said("Norway", "condemned", "the launch", issues=missiles))
    issue = Issue(id=missiles[0], label="Missiles: Chad", description="", found="taxonomy")
    found = relations.check(positions.check(replace(record, issues=(issue,)), {}), {}).relations
    assert [(relation.pair, relation.relation) for relation in found] == [(("Chad", "Norway"), "disagree")]


def test_who_opposes_a_ban_and_who_wants_it_lifted_are_of_one_mind() -> None:
    found = of(
        said("Ida Berg", "opposed", "the ferry ban", issues=ISSUE),
        said("Max Horn", "supported", "lifting the ferry ban", issues=ISSUE),
        said("Juan Paz", "supported", "the ferry ban", issues=ISSUE),
    )
    assert found["Ida Berg", "Max Horn"] == "agree"
    assert found["Juan Paz", "Max Horn"] == found["Ida Berg", "Juan Paz"] == "disagree"


def test_who_feels_the_same_agrees_with_who_spoke_before() -> None:
    found = of(
        said("Ida Berg", "said", "that the reef is calm", issues=ISSUE),
        said("Juan Paz", "said", "“And I feel the same way”", issues=ISSUE, direct=True),
    )
    assert found["Ida Berg", "Juan Paz"] == "agree"


def test_who_thinks_the_same_rules_apply_says_nothing_of_agreement() -> None:
    found = of(
        said("Ida Berg", "said", "that the reef is calm", issues=ISSUE),
        said("Juan Paz", "said", "that he and Ida Berg think the same rules apply", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == "unclear"


def test_who_speaks_together_is_not_at_odds_over_what_both_do() -> None:
    found = of(said("Ida Berg and Juan Paz", "rejected", "the claim that Juan Paz sold boats", issues=ISSUE))
    assert found["Ida Berg", "Juan Paz"] == "agree"


def test_a_wish_for_the_other_is_no_quarrel() -> None:
    found = of(said("Ida Berg", "said", "“We want Peru to have more boats”", issues=ISSUE, direct=True))
    assert "disagree" not in found.values()


def test_who_speaks_together_agrees() -> None:
    found = of(said("Ida Berg and Juan Paz", "welcomed", "the truce", issues=ISSUE))
    assert found["Ida Berg", "Juan Paz"] == "agree"
    assert found["Norway", "Peru"] == "agree"


def test_who_speaks_together_and_at_each_other_agrees_in_part() -> None:
    found = of(
        said("Ida Berg and Juan Paz", "welcomed", "the truce", issues=ISSUE),
        said("Juan Paz", "condemned", "Norwegian patrols", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == "partly"


def test_the_same_stance_toward_the_same_thing_is_agreement_and_the_opposite_is_not() -> None:
    first = said("Max Horn", "condemned", "the raid on the harbour", issues=ISSUE)
    same = said("Juan Paz", "denounced", "the harbour raid", issues=ISSUE)
    opposite = said("Juan Paz", "praised", "the harbour raid", issues=ISSUE)
    other = said("Juan Paz", "praised", "the price of salt", issues=ISSUE)
    assert of(first, same)["Juan Paz", "Max Horn"] == "agree"
    assert of(first, opposite)["Juan Paz", "Max Horn"] == "disagree"
    assert ("Juan Paz", "Max Horn") not in of(first, other)


def test_who_says_that_they_differ_disagrees() -> None:
    assert (
        of(said("Ida Berg and Juan Paz", "differed on", "the reef", issues=ISSUE))["Ida Berg", "Juan Paz"] == "disagree"
    )


def test_a_retort_is_to_what_was_said_before() -> None:
    lines = (
        said("Ida Berg", "said", "that the reef was hers", issues=ISSUE),
        said("Juan Paz", "retorted", "that maps were no toys", issues=ISSUE),
    )
    assert of(*lines)["Ida Berg", "Juan Paz"] == "disagree"


def test_who_speaks_of_the_other_without_a_stance_is_unclear() -> None:
    found = of(
        said("Ida Berg", "said", "that she had met Juan Paz", issues=ISSUE),
        said("Juan Paz", "said", "that it rained", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == "unclear"


def test_those_of_one_state_are_not_compared() -> None:
    found = of(
        said("Juan Paz", "condemned", "the raid", issues=ISSUE), said("Rosa Diaz", "praised", "the raid", issues=ISSUE)
    )
    assert ("Juan Paz", "Rosa Diaz") not in found


def test_a_crowd_on_one_issue_is_compared_in_bounded_time() -> None:
    names = [f"Person {number}" for number in range(300)]
    cast = {**CAST} | dict.fromkeys(names, CAST["Max Horn"])
    lines = [said(name, "condemned", f"raid {number}", issues=ISSUE) for number, name in enumerate(names)]
    record = positions.check(pile(*lines, cast=cast), {})
    assert relations.check(record, {}).positions == record.positions


def test_evidence_exists() -> None:
    record = relations.check(
        positions.check(pile(said("Ida Berg", "criticised", "the Peruvian blockade", issues=ISSUE)), {}), {}
    )
    ids = {statement.id for statement in record.statements}
    assert record.relations
    assert all(relation.evidence and set(relation.evidence) <= ids for relation in record.relations)
    assert relations.check(Record(), {}).relations == ()
