"""Bodies, states and offices: which of several articles are one."""

from dataclasses import replace

import pytest

from communique.domain import Article, Document, Mention, Published, Reading
from communique.record import actors
from tests.record.naming import groups, persons, reading, told


def test_an_organisation_is_one_under_its_names_and_its_abbreviation() -> None:
    found = groups(
        reading("a", ("NATO", "org")),
        reading("b", ("North Atlantic Treaty Organization", "org")),
        reading("c", ("Nato", "place")),
        reading("d", ("European Union", "org")),
    )
    assert found == {frozenset({"NATO", "North Atlantic Treaty Organization", "Nato"}), frozenset({"European Union"})}


def test_an_abbreviation_that_one_article_explains_counts_in_all() -> None:
    text = "Northern Fishers Union (NFU)"
    document = Document(id="d", source="d", sha256="", media_type="text/plain", text=text)
    page = Reading(
        article="a",
        mentions=tuple(
            Mention(span=document.span(start, end), type="org", form="named") for start, end in ((0, 22), (24, 27))
        ),
        chains=((0,), (1,)),
    )
    assert groups(page, reading("b", ("NFU", "org"))) == {frozenset({"Northern Fishers Union", "NFU"})}
    assert len(groups(reading("b", ("NFU", "org")), reading("c", ("Northern Fishers Union", "org")))) == 2


def test_an_abbreviation_that_two_articles_explain_otherwise_is_each_ones_own() -> None:
    pages = [
        reading("a", ("Free Town Party (FTP)", "org"), ("FTP", "org")),
        reading("b", ("Fair Tax Pact (FTP)", "org")),
    ]
    assert len(groups(*pages, reading("c", ("FTP", "org")))) == 3


def test_what_a_state_has_one_of_is_one_actor_in_all_articles() -> None:
    one = told(reading("a", ("the Peruvian military", "org"), form="nominal"), 0, "military", "PER")
    two = told(reading("b", ("Peru's armed forces", "group"), form="nominal"), 0, "armed forces", "PER")
    other = told(reading("c", ("the Chilean military", "org"), form="nominal"), 0, "military", "CHL")
    vague = told(reading("d", ("the military", "org"), form="nominal"), 0, "military")
    found = groups(one, two, other, vague)
    assert frozenset({"the Peruvian military", "Peru's armed forces"}) in found
    assert len(found) == 3


def test_the_government_of_a_state_is_the_state_and_an_administration_is_its_heads() -> None:
    state = told(reading("a", ("Peru", "state"), ("Ana Lund", "person")), 1, "president", "PER")
    page = reading(
        "b", ("the Peruvian government", "government"), ("the Lund administration", "government"), form="nominal"
    )
    lund = persons("b", "Ana Lund").mentions
    page = replace(page, mentions=(*page.mentions, *lund), chains=((0,), (1,), (2,)))
    page = told(told(page, 0, "government", "PER"), 1, "administration", of=2)
    resolution = actors.resolve([state, page])
    by_name = {actor.name: actor for actor in resolution.actors}
    assert resolution.named_by["b", 0] == resolution.named_by["a", 0]
    assert by_name["the Lund administration"].type == "government"
    assert by_name["the Lund administration"].country == "PER"
    assert resolution.named_by["b", 1] != resolution.named_by["b", 2] == resolution.named_by["a", 1]


def test_a_people_is_not_its_state() -> None:
    page = told(reading("a", ("Peru", "state"), ("Peruvians", "state")), 1, "people", "PER")
    page = replace(page, chains=((0, 1),))
    named = {actor.type: actor for actor in actors.resolve([page]).actors}
    assert set(named) == {"state", "group"}
    assert {actor.country for actor in named.values()} == {"PER"}


def test_pronouns_that_nobody_explains_are_not_one_person() -> None:
    page = reading("a", ("he", "person"), ("he", "person"), form="pronoun")
    assert len(actors.resolve([page]).actors) == 2


def test_ministries_of_two_states_are_two_offices() -> None:
    peru = told(reading("a", ("Foreign Ministry", "org")), 0, country="PER")
    chile = told(reading("b", ("Foreign Ministry", "org")), 0, country="CHL")
    again = told(
        reading("c", ("the Peruvian foreign ministry", "office"), form="nominal"), 0, "foreign ministry", "PER"
    )
    vague = reading("d", ("Foreign Ministry", "org"))
    resolution = actors.resolve([peru, chile, again, vague])
    assert resolution.named_by["a", 0] == resolution.named_by["c", 0]
    assert len(resolution.actors) == 3


def by_office(phrase: str, *holders: str) -> set[frozenset[str]]:
    """Groups of one article that says `phrase` for Peru's foreign minister, and one more for each holder."""
    nominal = told(reading("z", (phrase, "person"), form="nominal"), 0, "foreign minister", "PER")
    named = [told(reading(name, (name, "person")), 0, "Foreign Minister", "PER") for name in holders]
    return groups(nominal, *named)


def test_an_office_of_state_is_the_only_person_who_is_told_to_hold_it() -> None:
    phrase = "Peru's foreign minister"
    assert by_office(phrase, "Rosa Quispe") == {frozenset({phrase, "Rosa Quispe"})}


def test_an_office_that_two_persons_are_told_to_hold_is_neither() -> None:
    phrase = "Peru's foreign minister"
    assert frozenset({phrase}) in by_office(phrase, "Rosa Quispe", "Juan Mamani")


def counterpart(own: str, *posts: tuple[str, str]) -> set[frozenset[str]]:
    """Groups where Peru's `own`, Rosa Quispe, meets her Chilean counterpart, and others hold Chile's posts."""
    page = reading("z", ("Rosa Quispe", "person"), ("her Chilean counterpart", "person"))
    page = replace(page, mentions=(page.mentions[0], replace(page.mentions[1], form="nominal")))
    page = told(told(page, 0, own, "PER"), 1, "counterpart", "CHL", of=0)
    return groups(page, *(told(reading(name, (name, "person")), 0, post, "CHL") for name, post in posts))


def test_a_counterpart_in_another_article_is_who_holds_the_same_post() -> None:
    chileans = (("Juan Mamani", "foreign minister"), ("Pedro Soto", "president"))
    assert frozenset({"her Chilean counterpart", "Juan Mamani"}) in counterpart("top diplomat", *chileans)
    assert frozenset({"her Chilean counterpart", "Pedro Soto"}) in counterpart("Prime Minister", *chileans)
    assert frozenset({"her Chilean counterpart"}) in counterpart("trade minister", *chileans)


def dated(page: Reading, day: str) -> Article:
    span = page.mentions[0].span
    published = Published(date=day, precision="day", how="stated")
    return Article(id=page.article, document=span.document, body=(span,), published=published)


@pytest.mark.parametrize(("day", "same"), [("2019-05-14", True), ("2022-05-14", False)])
def test_the_administration_of_a_state_is_that_of_who_heads_it_at_the_date(day: str, *, same: bool) -> None:
    one = reading("a", ("Donald Trump", "person"), ("the Trump administration", "government"))
    one = told(one, 1, "administration", of=0)
    two = told(reading("b", ("the US administration", "government"), form="nominal"), 0, "administration", "USA")
    resolution = actors.resolve([one, two], [dated(one, day), dated(two, day)])
    assert (resolution.named_by["a", 1] == resolution.named_by["b", 0]) is same


def test_a_minister_among_others_is_nobody_known() -> None:
    phrase = "a Peruvian foreign minister"
    assert frozenset({phrase}) in by_office(phrase, "Rosa Quispe")


def test_those_in_arms_against_one_state_are_one_in_all_articles_but_those_who_are_counted() -> None:
    one = told(reading("a", ("the Peruvian rebels", "group"), form="nominal"), 0, "rebels", "PER")
    two = told(reading("b", ("Communist guerrillas", "group"), form="nominal"), 0, "Communist guerrillas", "PER")
    other = told(reading("c", ("the rebels", "group"), form="nominal"), 0, "rebels", "CHL")
    four = told(reading("d", ("four rebels", "group"), form="nominal"), 0, "rebels", "PER")
    assert frozenset({"the Peruvian rebels", "Communist guerrillas"}) in groups(one, two, other, four)
    assert len(groups(one, two, other, four)) == 3
