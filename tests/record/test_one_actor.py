"""One actor in several articles that call it otherwise, and two that must not be taken for one."""

from dataclasses import replace

from communique.domain import ActorType, Article, Outlet, Reading
from communique.record import actors
from tests.record.naming import groups, reading, told


def as_one(page: Reading) -> Reading:
    """The reading with all its mentions in one chain."""
    return replace(page, chains=(tuple(range(len(page.mentions))),))


def noun(page: Reading, index: int) -> Reading:
    """The reading with a mention that is a noun phrase."""
    mentions = [replace(m, form="nominal") if i == index else m for i, m in enumerate(page.mentions)]
    return replace(page, mentions=tuple(mentions))


def titled(article: str, name: str, title: str, country: str | None = None) -> Reading:
    return told(reading(article, (name, "person")), 0, title, country)


def test_names_one_letter_apart_are_one_person_in_one_post() -> None:
    found = groups(titled("a", "Kosu Adomi", "President", "PER"), titled("b", "Koszu Adomi", "President", "PER"))
    assert found == {frozenset({"Kosu Adomi", "Koszu Adomi"})}
    assert len(groups(titled("a", "Kosu Adomi", "President"), titled("b", "Koszu Adomi", "judge"))) == 2


def test_names_one_letter_apart_in_one_article_are_two_persons() -> None:
    both = told(told(reading("a", ("Kosu Adomi", "person"), ("Kosru Adomi", "person")), 0, "minister"), 1, "minister")
    assert len(groups(both)) == 2


def test_a_surname_ends_in_s_or_z() -> None:
    found = groups(reading("a", ("Joana Nunes", "person")), reading("b", ("Joana Nunez", "person")))
    assert found == {frozenset({"Joana Nunes", "Joana Nunez"})}


def test_a_bare_surname_is_not_a_husband_only_told_of_as_one() -> None:
    full = told(reading("a", ("Tovi Lamesu", "person"), ("Edo Lamesu", "person")), 1, "husband", of=0)
    other = reading("b", ("Tovi Lamesu", "person"))
    assert frozenset({"Tovi Lamesu", "Lamesu"}) in groups(full, other, reading("c", ("Lamesu", "person")))


def test_a_ship_is_one_with_and_without_the_letters_before_its_name() -> None:
    found = groups(reading("a", ("USS Anna Berg", "vehicle")), reading("b", ("Anna Berg", "vehicle")))
    assert found == {frozenset({"USS Anna Berg", "Anna Berg"})}


def test_an_institution_told_beside_its_name_is_one_with_the_name() -> None:
    one = noun(as_one(reading("a", ("the Peruvian coast guard", "office"), ("Guardamar", "org"))), 0)
    one = told(one, 0, "coast guard", "PER")
    found = groups(one, reading("b", ("Guardamar", "person")))
    assert found == {frozenset({"the Peruvian coast guard", "Guardamar"})}


def test_a_court_without_its_state_is_the_one_that_others_tell() -> None:
    one = told(reading("a", ("Constitutional Court", "office")), 0, "", "PER")
    two = reading("b", ("Constitutional Court", "office"), ("Peru", "state"), ("Chile", "state"))
    assert frozenset({"Constitutional Court"}) in groups(one, two)
    assert len([a for a in actors.resolve([one, two]).actors if a.name == "Constitutional Court"]) == 1


def test_the_government_is_of_the_state_that_the_article_names_much_more_than_others() -> None:
    def governed(*states: str) -> str | None:
        named: list[tuple[str, ActorType]] = [(state, "state") for state in states]
        page = noun(reading("a", *named, ("the government", "government")), len(states))
        return next(a.country for a in actors.resolve([page]).actors if a.type == "government")

    assert governed("Peru", "Peru", "Peru", "Peru", "Chile") == "PER"
    assert governed("Peru", "Peru", "Peru", "Chile", "Chile", "Chile") is None


def test_a_person_s_party_is_the_one_told_to_be_theirs() -> None:
    one = told(reading("a", ("Tovi Lamesu", "person"), ("Union for Bread", "org")), 1, of=0)
    two = noun(told(reading("b", ("Tovi Lamesu", "person"), ("Lamesu's party", "party")), 1, "party", of=0), 1)
    assert frozenset({"Union for Bread", "Lamesu's party"}) in groups(one, two)


def test_an_article_calls_its_outlet_by_the_last_word() -> None:
    page = reading("a", ("Herald", "person"), ("Coastal Herald", "org"))
    article = Article(
        id="a",
        document="d-a",
        title=None,
        outlet=Outlet(name="The Coastal Herald", how="stated"),
        body=(),
        language="en",
    )
    found = actors.resolve([page], [article]).actors
    assert [(actor.type, len(actor.mentions)) for actor in found] == [("org", 2)]


def said_of(article: str, name: str, *pronouns: str) -> Reading:
    """An article that has pronouns for whom it names."""
    page = as_one(reading(article, (name, "person"), *((word, "person") for word in pronouns)))
    mentions = [replace(m, form="pronoun") if i else m for i, m in enumerate(page.mentions)]
    return replace(page, mentions=tuple(mentions))


def test_a_woman_by_her_given_name_is_no_he_of_another_article() -> None:
    full = said_of("a", "Grace Lamesu", "she")
    assert groups(full, said_of("b", "Lamesu", "he", "her")) == {frozenset({"Grace Lamesu", "Lamesu", "she", "her"})}
    assert groups(said_of("a", "Peter Lamesu"), said_of("b", "Lamesu", "She")) == {
        frozenset({"Peter Lamesu", "Lamesu"})
    }


def test_what_most_articles_have_for_a_person_outweighs_the_given_name() -> None:
    readings = [said_of("a", "Grace Lamesu"), said_of("b", "Lamesu", "he"), said_of("c", "Lamesu", "his")]
    assert groups(*readings) == {frozenset({"Grace Lamesu", "Lamesu", "he", "his"})}
