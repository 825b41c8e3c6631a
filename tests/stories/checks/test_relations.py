"""Who agrees with whom: agree, disagree, partly, and that it cannot be told."""

from dataclasses import replace

import pytest

from communique.domain import Conflict, Issue, Record, Side
from communique.stories.checks import positions, relations
from tests.stories.piles import CAST, Said, Who, pile, said

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


def test_who_calls_for_a_thing_is_at_odds_with_who_rejects_calls_for_it() -> None:
    found = of(
        said("Ida Berg", "called for", "a recount under foreign eyes", issues=ISSUE),
        said("Juan Paz", "rejected", "calls for a recount", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == "disagree"


def test_two_who_blame_each_other_do_not_agree() -> None:
    for words in ("the other for the shelling", "each other for the shelling"):
        assert of(said("Norway and Peru", "blamed", words, issues=ISSUE))["Norway", "Peru"] == "disagree"
    assert of(said("Norway and Peru", "blamed", "Chad for the shelling", issues=ISSUE))["Norway", "Peru"] == "agree"


def test_one_word_that_news_often_has_or_that_is_beside_the_point_shows_no_relation() -> None:
    for word, other in (("the talks", "the talks"), ("a recount", "a judge who wants a recount")):
        found = of(said("Ida Berg", "backed", word, issues=ISSUE), said("Juan Paz", "opposed", other, issues=ISSUE))
        assert found.get(("Ida Berg", "Juan Paz"), "unclear") == "unclear"


def test_one_word_that_names_the_issue_shows_a_relation() -> None:
    record = pile(
        said("Ida Berg", "backed", "a ban", issues=ISSUE), said("Juan Paz", "opposed", "the ban", issues=ISSUE)
    )
    ban = Issue(id=ISSUE[0], label="Ban", description="", found="discovered")
    found = relations.check(positions.check(replace(record, issues=(ban,)), {}), {}).relations
    assert {relation.relation for relation in found} == {"disagree"}


def test_who_threatens_a_thing_is_at_odds_with_who_rejects_it() -> None:
    found = of(
        said("Ida Berg", "warned", "that Norway would ban herring landings if Peru sold cod", issues=ISSUE),
        said("Juan Paz", "rejected", "the threat of a ban on herring landings", issues=ISSUE),
        said("Max Horn", "backed", "a ban on herring landings", issues=ISSUE),
    )
    assert found["Ida Berg", "Juan Paz"] == found["Norway", "Peru"] == "disagree"
    assert found["Ida Berg", "Max Horn"] == "agree"


def test_what_a_threat_depends_on_is_not_what_it_is_of() -> None:
    found = of(
        said("Ida Berg", "threatened", "to walk out if a herring deadline is dropped", issues=ISSUE),
        said("Juan Paz", "opposed", "a herring deadline", issues=ISSUE),
    )
    assert found.get(("Ida Berg", "Juan Paz"), "unclear") == "unclear"


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


@pytest.mark.parametrize(("cue", "issues", "relation"), [
    ("retorted", ISSUE, "disagree"), ("retorted", (), "disagree"), ("added", (), None),
])  # fmt: skip
def test_a_retort_is_to_what_was_said_before(cue: str, issues: tuple[str, ...], relation: str | None) -> None:
    lines = (
        said("Ida Berg", "said", "that the reef was hers", issues=ISSUE),
        said("Juan Paz", cue, "that maps were no toys", issues=issues),
    )
    assert of(*lines).get(("Ida Berg", "Juan Paz")) == relation


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


@pytest.mark.parametrize(
    ("cue", "content", "relation"),
    [
        ("rejected", "the demand", "disagree"),
        ("dismissed", "the idea as a joke", "disagree"),
        ("welcomed", "the proposal", "agree"),
        ("welcomed", "the offer", None),
        ("rejected", "the claim that whales sing", None),
        ("defended", "the decision", "disagree"),
        ("called", "the claim baseless", "disagree"),
        ("backed", "it", "agree"),
        ("described", "the demand as long", None),
        ("rejected", "a Chadian proposal", None),
    ],
)
def test_what_is_done_with_the_words_of_another(cue: str, content: str, relation: str | None) -> None:
    found = of(
        said("Ida Berg", "proposed", "a survey of the reef", issues=ISSUE),
        said("Juan Paz", cue, content, issues=ISSUE),
    )
    assert found.get(("Ida Berg", "Juan Paz")) == relation


def test_of_two_who_answer_a_third_those_of_one_mind_agree() -> None:
    lines = (
        said("Max Horn", "proposed", "a joint patrol", issues=ISSUE),
        said("Ida Berg", "turned down", "the proposal", issues=ISSUE),
    )
    assert of(*lines, said("Juan Paz", "backed", "it", issues=ISSUE))["Ida Berg", "Juan Paz"] == "disagree"
    assert of(*lines, said("Juan Paz", "rejected", "it", issues=ISSUE))["Ida Berg", "Juan Paz"] == "agree"


def test_who_is_answered_is_who_did_what_the_word_says() -> None:
    found = of(
        said("Max Horn", "proposed", "a joint patrol", issues=ISSUE),
        said("Ida Berg", "said", "that it rained", issues=ISSUE),
        said("Juan Paz", "dismissed", "the proposal", issues=ISSUE),
    )
    assert found["Juan Paz", "Max Horn"] == "disagree"
    assert ("Ida Berg", "Juan Paz") not in found


def test_who_backs_the_view_of_another_agrees_and_not_with_whom_it_befalls() -> None:
    assert of(said("Ida Berg", "echoed", "Peru's demand for a survey", issues=ISSUE))["Ida Berg", "Peru"] == "agree"
    assert of(said("Ida Berg", "backed", "the Peruvian position", issues=ISSUE))["Norway", "Peru"] == "agree"
    assert not of(said("Ida Berg", "welcomed", "Peru's defeat", issues=ISSUE))
    assert not of(said("Ida Berg", "backed", "sanctions on Peru", issues=ISSUE))
    assert not of(said("Ida Berg", "backed", "him Peru's rightful leader", issues=ISSUE))


def test_only_who_is_told_to_differ_differs() -> None:
    chad = said("Chad", "said", "that it rained", issues=ISSUE)
    peru = said("Peru", "said", "that it snowed", issues=ISSUE)
    found = of(chad, peru, said("Ida Berg", "said", "that Oslo sees eye to eye with Peru on Chad", issues=ISSUE))
    assert found["Ida Berg", "Peru"] == "agree"
    assert found["Chad", "Ida Berg"] == "unclear"
    found = of(peru, said("Ida Berg", "denied", "that Oslo and Peru had fallen out", issues=ISSUE))
    assert found["Ida Berg", "Peru"] == "unclear"


def test_what_the_reporter_says_of_two_holds_for_their_words_in_that_paragraph() -> None:
    def found(lead: str) -> str | None:
        record = pile(
            said("Ida Berg", "said", "that it was high", lead=lead, issues=ISSUE),
            said("Juan Paz", "said", "that it was low", issues=ISSUE),
        )
        (article,), (document,) = record.articles, record.documents
        whole = replace(article, body=(document.span(0, len(document.text)),))
        checked = relations.check(positions.check(replace(record, articles=(whole,)), {}), {})
        return next((relation.relation for relation in checked.relations), None)

    assert found("The two remained divided over the dam. ") == "disagree"
    assert found("The two were of one mind about the dam. ") == "agree"
    assert found("The two met at the dam. ") is None


def test_those_of_one_country_can_differ_unless_they_speak_for_it() -> None:
    rivals = {"Ana Sol": Who(country="PER", sector="OPP"), "Eva Luz": Who(country="PER", sector="LEG")}
    lines = [
        said(name, cue, "the raid", issues=ISSUE) for name, cue in (("Ana Sol", "condemned"), ("Eva Luz", "praised"))
    ]
    record = positions.check(pile(*lines, cast={**CAST, **rivals}), {})
    (relation,) = relations.check(record, {}).relations
    assert (relation.pair, relation.relation) == (("Ana Sol", "Eva Luz"), "disagree")


def test_a_demand_that_another_state_must_act_is_a_quarrel_and_one_to_work_together_is_not() -> None:
    assert of(said("Ida Berg", "said", "that Peru must close the camps", issues=ISSUE))["Norway", "Peru"] == "disagree"
    assert not of(said("Ida Berg", "said", "that Peru must work with us", issues=ISSUE))


def test_what_a_condition_names_does_not_turn_a_wish_around() -> None:
    found = of(
        said("Ida Berg", "said", "that we should keep the ferry ban until Peru stops the raids", issues=ISSUE),
        said("Max Horn", "opposed", "the ferry ban", issues=ISSUE),
    )
    assert found.get(("Ida Berg", "Max Horn")) != "agree"


def test_whose_expulsion_is_condemned_is_not_condemned() -> None:
    assert not of(said("Ida Berg", "condemned", "the expulsion of trade envoy Juan Paz", issues=ISSUE))
    assert of(said("Ida Berg", "condemned", "the remarks by trade envoy Juan Paz", issues=ISSUE))


@pytest.mark.parametrize(("article", "relation"), [(0, "disagree"), (1, None)])
def test_who_counts_otherwise_in_one_article_disagrees(article: int, relation: str | None) -> None:
    record = pile(
        said("Ida Berg", "put", "the dead at nine", issues=ISSUE),
        said("Juan Paz", "put", "them at four", issues=ISSUE, article=article),
    )
    sides = tuple(Side(span=statement.content[0]) for statement in record.statements)
    conflict = Conflict(id="c", kind="number", about="dead", sides=sides, verdict="contradiction", why="")
    found = relations.check(replace(record, conflicts=(conflict,)), {}).relations
    assert {item.pair: item.relation for item in found}.get(("Ida Berg", "Juan Paz")) == relation


@pytest.mark.parametrize(("verdict", "relation"), [("contradiction", "disagree"), ("wording", None)])
def test_who_denies_what_another_says_disagrees_as_the_conflicts_tell(verdict: str, relation: str | None) -> None:
    record = pile(
        said("Ida Berg", "said", "that the guns had fired on Lund", issues=ISSUE),
        said("Juan Paz", "denied", "a shot was fired", issues=ISSUE, article=1),
    )
    sides = tuple(Side(span=statement.content[0]) for statement in record.statements)
    conflict = Conflict(id="c", kind="characterisation", about="shots", sides=sides, verdict=verdict, why="")  # type: ignore[arg-type]
    found = relations.check(replace(record, conflicts=(conflict,)), {}).relations
    assert {item.pair: item.relation for item in found}.get(("Ida Berg", "Juan Paz")) == relation
