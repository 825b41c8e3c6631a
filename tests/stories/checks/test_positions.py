"""Where actors stand, and whom a statement counts for."""

from dataclasses import replace

import pytest

from communique.domain import ActorMention, Event, Issue, Record, Role
from communique.stories.checks import positions
from tests.stories.piles import CAST, Who, pile, readings, said

ISSUE = ("issue-x",)


def of(record: Record) -> list[tuple[str, str, str]]:
    return [(p.actor, p.stance, p.toward) for p in positions.check(record, {}).positions]


def test_a_minister_s_stance_counts_for_the_state_too() -> None:
    record = positions.check(pile(said("Ida Berg", "condemned", "the raid", issues=ISSUE)), {})
    assert [(p.actor, p.stance) for p in record.positions] == [("Ida Berg", "opposes"), ("Norway", "opposes")]
    assert len({p.evidence for p in record.positions}) == 1


@pytest.mark.parametrize("office", ["former president", "opposition leader", "goalkeeper"])
def test_who_holds_no_office_speaks_for_nobody_else(office: str) -> None:
    cast = {"Norway": CAST["Norway"], "Eva Lind": Who(country="NOR", sector="GOV", office=office)}
    assert of(pile(said("Eva Lind", "condemned", "the raid", issues=ISSUE), cast=cast)) == [
        ("Eva Lind", "opposes", "the raid")
    ]


@pytest.mark.parametrize(("office", "counted"), [("President", "a hunt for whales"), ("goalkeeper", "the raid")])
def test_a_president_in_small_letters_beside_the_president_is_of_something_else(office: str, counted: str) -> None:
    leader = {"Rosa Diaz": Who(country="PER", sector="GOV", office="president")}
    other = {"Max Horn": Who(country="PER", sector="GOV", office=office)}
    lines = [
        said("Rosa Diaz", "condemned", "the raid", issues=ISSUE),
        said("Max Horn", "condemned", "a hunt for whales", issues=ISSUE),
    ]
    found = positions.check(pile(*lines, cast={"Peru": CAST["Peru"], **leader, **other}), {}).positions
    assert [item.toward for item in found if item.actor == "Peru"] == [counted]


def test_papers_report_and_take_no_side() -> None:
    assert of(pile(said("The Courier", "condemned", "the raid", issues=ISSUE))) == []


def test_without_an_issue_there_is_no_position() -> None:
    assert of(pile(said("Max Horn", "condemned", "the raid"))) == []


def test_a_doubtful_statement_shows_no_position() -> None:
    record = pile(said("Max Horn", "condemned", "the raid", issues=ISSUE))
    doubtful = tuple(replace(statement, confidence=0.2) for statement in record.statements)
    assert of(replace(record, statements=doubtful)) == []


def test_one_stance_toward_one_thing_is_one_position_with_its_evidence_in_order_of_date() -> None:
    record = pile(
        said("Max Horn", "condemned", "the night raid on the port", issues=ISSUE, on="2031-03-09"),
        said("Max Horn", "denounced", "the raid on the port", issues=ISSUE, on="2031-03-02", article=1),
        said("Max Horn", "denounced", "the price of salt", issues=ISSUE, on="2031-03-01", article=1),
    )
    found = positions.check(record, {}).positions
    assert [(p.toward, [e[:3] for e in p.evidence]) for p in found] == [
        ("the price of salt", ["sd1"]),
        ("the raid on the port", ["sd1", "sd0"]),
    ]


def test_whom_a_pronoun_stands_for_is_told_by_name() -> None:
    record = pile(said("Max Horn", "accused", "her of lying", issues=ISSUE), said("Ida Berg", "said", "that it rained"))
    (berg,) = [actor for actor in record.actors if actor.name == "Ida Berg"]
    (span,) = record.statements[0].content
    her = ActorMention(span=span.part(span.start, span.start + len("her")), form="pronoun")
    named = replace(berg, mentions=(*berg.mentions, her))
    told = replace(record, actors=tuple(named if actor == berg else actor for actor in record.actors))
    assert [p.toward for p in positions.check(record, {}).positions] == ["her: lying"]
    assert [p.toward for p in positions.check(told, {}).positions] == ["[Ida Berg]: lying"]


@pytest.mark.parametrize(
    ("body", "title", "counts"),
    [
        (Who(type="org", sector="IGO"), "secretary-general", True),
        (Who(type="org", sector="IGO"), "former secretary-general", False),
        (Who(type="org", sector="BUS"), "chief executive", False),
        (Who(type="org", sector="BUS"), "spokeswoman", True),
        (Who(type="party", sector="PTY"), "leader", True),
        (Who(type="org", sector="MED"), "spokeswoman", False),
    ],
)
def test_who_heads_a_body_speaks_for_it(body: Who, title: str, *, counts: bool) -> None:
    record = pile(said("Ida Berg", "condemned", "the raid", issues=ISSUE), cast={"Ida Berg": Who(), "the Moot": body})
    held = tuple(
        replace(actor, roles=(Role(title=title, of="the Moot"),)) if actor.name == "Ida Berg" else actor
        for actor in record.actors
    )
    assert (("the Moot", "opposes", "the raid") in of(replace(record, actors=held))) is counts


def test_what_points_back_joins_the_stance_that_it_repeats() -> None:
    record = pile(
        said("Max Horn", "said", "“We would not tolerate a raid”", issues=ISSUE, direct=True),
        said("Max Horn", "added", "“We would never accept that”", issues=ISSUE, direct=True),
    )
    assert [(p.toward, len(p.evidence)) for p in positions.check(record, {}).positions] == [("a raid", 2)]


def test_a_stance_toward_a_part_is_on_the_issue_of_that_part() -> None:
    both = ("issue-sanctions-tcd", "issue-elections-mli")
    record = pile(
        said("Max Horn", "said", "“We reject the stolen ballots, and sanctions too”", issues=both, direct=True)
    )
    assert {p.issue for p in positions.check(record, {}).positions} <= set(both)
    part = pile(said("Max Horn", "said", "that the sanctions are unjust. Ballots were cast", issues=both))
    assert [p.issue for p in positions.check(part, {}).positions] == ["issue-sanctions-tcd"]


def event(**given: object) -> Event:
    values = {"id": "e", "label": "aid for Chad", "type": "AID", "kind": "aid", "status": "occurred", "mentions": ()}
    return Event(**values | {"actors": ("Norway",), "recipients": ("Chad",), "issues": ISSUE} | given)  # type: ignore[arg-type]


def test_a_stance_toward_a_thing_that_the_pile_named_is_on_that_issue() -> None:
    both = ("issue-0", "issue-elections")
    record = pile(
        said("Max Horn", "called for", "two recounts", issues=both),
        said("Max Horn", "called for", "fair elections", issues=both),
    )
    recount = Issue(id="issue-0", label="Recount", description="", found="discovered")
    found = positions.check(replace(record, issues=(recount,)), {}).positions
    assert {(p.toward, p.issue) for p in found} == {
        ("two recounts", "issue-0"),
        ("fair elections", "issue-elections"),
    }


@pytest.mark.parametrize(
    ("given", "events"),
    [
        ({}, ("e",)),
        ({"type": "REJECT"}, ()),
        ({"status": "planned"}, ()),
        ({"status": "alleged"}, ()),
        ({"type": "CONSULT"}, ()),
        ({"recipients": ()}, ()),
    ],
)
def test_a_deed_is_evidence_for_the_stance_that_its_words_tell(
    given: dict[str, object], events: tuple[str, ...]
) -> None:
    told = pile(said("Norway", "supported", "the aid for Chad", issues=ISSUE))
    deed = event(**given | {"mentions": told.statements[0].content})
    (position,) = positions.check(replace(told, events=(deed,)), {}).positions
    assert (position.stance, position.toward, position.events) == ("supports", "the aid for Chad", events)


def test_a_deed_whose_words_tell_no_stance_is_an_event_and_no_position() -> None:
    told = pile(said("Norway", "said", "we help Chad", issues=ISSUE))
    assert of(replace(told, events=(event(mentions=told.statements[0].content),))) == []


def test_a_deed_that_the_words_tell_is_no_second_position() -> None:
    told = pile(said("Norway", "criticised", "Chad for its raids", issues=ISSUE))
    spoken = event(type="ACCUSE", kind="criticism", mentions=told.statements[0].content)
    (position,) = positions.check(replace(told, events=(spoken,)), {}).positions
    assert (position.toward, position.events) == ("Chad for its raids", ("e",))


def test_a_cue_that_tells_a_stance_is_believed_where_other_words_are_not() -> None:
    record = pile(
        said("Max Horn", "condemned", "the raid", issues=ISSUE),
        said("Ida Berg", "said", "that the raid is wrong", issues=ISSUE),
    )
    doubtful = tuple(replace(statement, confidence=0.4) for statement in record.statements)
    assert {p.actor for p in positions.check(replace(record, statements=doubtful), {}).positions} == {"Max Horn"}


def test_a_deed_that_nobody_speaks_of_is_an_event_and_no_position() -> None:
    assert of(replace(pile(), events=(event(),))) == []


def test_every_position_has_evidence_that_exists() -> None:
    record = positions.check(
        pile(*(said("Ida Berg", "condemned", "the raid", issues=ISSUE, article=n) for n in (0, 1))), {}
    )
    ids = {statement.id for statement in record.statements}
    assert record.positions
    assert all(p.evidence and set(p.evidence) <= ids for p in record.positions)


def test_no_statements_have_no_positions() -> None:
    assert positions.check(Record(), {}).positions == ()


@pytest.mark.parametrize(
    ("behind", "positions_shown"), [("had since been dropped", 0), ("was repeated", 2), (", who was dropped", 2)]
)
def test_a_demand_that_was_dropped_shows_no_position(behind: str, positions_shown: int) -> None:
    record = pile(said("Ida Berg", "condemned", f"the raid {behind}", issues=ISSUE))
    (statement,) = record.statements
    words = statement.content[0]
    raid = words.part(words.start, words.start + len("the raid"))
    record = replace(record, statements=(replace(statement, content=(raid,)),))
    told = {reading.article: reading for reading in readings(record)}
    assert len(positions.check(record, told).positions) == positions_shown
