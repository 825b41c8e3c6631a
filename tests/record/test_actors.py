import pytest

from communique.domain import Document, Mention, Reading
from communique.domain.readings import ActorType, MentionForm
from communique.record import actors


def reading(article: str, *names: tuple[str, ActorType], form: MentionForm = "named") -> Reading:
    """An article in which each name is a chain of its own."""
    text = " ".join(name for name, _ in names)
    document = Document(id=f"d-{article}", source=article, sha256="", media_type="text/plain", text=text)
    at, mentions = 0, []
    for name, kind in names:
        mentions.append(Mention(span=document.span(at, at + len(name)), type=kind, form=form))
        at += len(name) + 1
    return Reading(article=article, mentions=tuple(mentions), chains=tuple((i,) for i in range(len(names))))


def groups(*readings: Reading) -> set[frozenset[str]]:
    """The names that were taken for one actor's."""
    return {frozenset(m.span.text for m in actor.mentions) for actor in actors.resolve(readings).actors}


def test_one_person_spelt_in_two_ways_is_one_actor() -> None:
    found = groups(reading("a", ("Sergei Petrov", "person")), reading("b", ("Sergey Petrov", "person")))
    assert found == {frozenset({"Sergei Petrov", "Sergey Petrov"})}


def test_one_surname_spelt_in_two_ways_is_one_actor() -> None:
    found = groups(
        reading("a", ("Viktor Arsenyev", "person")),
        reading("b", ("Viktor Arseniev", "person")),
        reading("c", ("Arseniev", "person")),
    )
    assert found == {frozenset({"Viktor Arsenyev", "Viktor Arseniev", "Arseniev"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Viktor Petrov", "Viktor Pavlov"), ("Sasha Petrov", "Sasha Petrova"), ("Anna Berg", "Anna Burger")],
)
def test_surnames_that_only_resemble_each_other_are_two_persons(one: str, other: str) -> None:
    assert len(groups(reading("a", (one, "person")), reading("b", (other, "person")))) == 2


def test_diacritics_do_not_make_another_person() -> None:
    found = groups(reading("a", ("José Muñoz", "person")), reading("b", ("Jose Munoz", "person")))
    assert found == {frozenset({"José Muñoz", "Jose Munoz"})}


def test_two_of_one_surname_stay_two_and_the_bare_surname_goes_to_neither() -> None:
    found = groups(
        reading("a", ("Anna Petrov", "person")),
        reading("b", ("Viktor Petrov", "person")),
        reading("c", ("Petrov", "person")),
    )
    assert found == {frozenset({"Anna Petrov"}), frozenset({"Viktor Petrov"}), frozenset({"Petrov"})}


def test_a_bare_surname_goes_to_the_only_person_of_that_name() -> None:
    found = groups(reading("a", ("Anna Petrov", "person")), reading("b", ("Petrov", "person")))
    assert found == {frozenset({"Anna Petrov", "Petrov"})}


def test_a_son_with_a_longer_name_is_not_his_father() -> None:
    found = groups(reading("a", ("Pedro Ruiz", "person"), ("Pedro Ruiz Soto", "person")))
    assert found == {frozenset({"Pedro Ruiz"}), frozenset({"Pedro Ruiz Soto"})}


def test_a_state_is_one_actor_under_its_names_and_has_its_code() -> None:
    resolution = actors.resolve([reading("a", ("Norway", "state")), reading("b", ("Norwegian", "state"))])
    assert [(actor.name, actor.country, len(actor.mentions)) for actor in resolution.actors] == [("Norway", "NOR", 2)]
    assert len(set(resolution.named_by.values())) == 1


def test_ids_do_not_depend_on_the_order_of_articles() -> None:
    one, two = reading("a", ("Sergei Petrov", "person")), reading("b", ("Sergey Petrov", "person"))
    assert actors.resolve([one, two]) == actors.resolve([two, one])


def test_officials_of_two_articles_are_not_one_person() -> None:
    one = reading("a", ("a senior official", "person"), form="nominal")
    two = reading("b", ("a senior official", "person"), form="nominal")
    assert len(actors.resolve([one, two]).actors) == 2


def test_two_officials_of_one_article_are_not_one_person() -> None:
    found = groups(reading("a", ("a Norwegian official", "person"), ("an embassy official", "person"), form="nominal"))
    assert len(found) == 2


def test_the_press_is_one_audience() -> None:
    one, two = (reading(name, ("reporters", "group"), form="nominal") for name in "ab")
    assert len(actors.resolve([one, two]).actors) == 1
