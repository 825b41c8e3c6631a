from dataclasses import replace

import pytest

from communique.record import actors
from tests.record.naming import groups, persons, reading, told


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


def test_a_leader_named_in_full_and_by_surname_is_who_other_articles_call_by_the_surname() -> None:
    one = reading("a", ("Angela Merkel", "person"), ("Merkel", "person"))
    found = groups(replace(one, chains=((0, 1),)), reading("b", ("Merkel", "person")))
    assert found == {frozenset({"Angela Merkel", "Merkel"})}


def test_whom_another_article_calls_by_a_first_name_is_who_is_called_so_elsewhere() -> None:
    full = reading("a", ("Tewolde Hagos", "person"), ("Tewolde", "person"))
    full = replace(full, chains=((0, 1),))
    assert groups(full, reading("b", ("Tewolde", "person"))) == {frozenset({"Tewolde Hagos", "Tewolde"})}
    assert len(groups(reading("a", ("Tewolde Hagos", "person")), reading("b", ("Tewolde", "person")))) == 2


def test_a_surname_that_another_article_explains_is_no_organisation() -> None:
    full = told(reading("a", ("Luis Rojas", "person")), 0, title="minister", country="PER")
    assert groups(full, reading("b", ("Rojas", "org"))) == {frozenset({"Luis Rojas", "Rojas"})}
    assert len(groups(reading("a", ("Luis Rojas", "person")), reading("b", ("Rojas", "org")))) == 2


def test_a_full_name_with_its_part_is_what_most_articles_take_it_for() -> None:
    taken = replace(reading("c", ("Tewolde Hagos", "org"), ("Tewolde", "org")), chains=((0, 1),))
    readings = (
        reading("a", ("Tewolde Hagos", "person")),
        *(reading(f"b{n}", ("Tewolde Hagos", "person")) for n in "12"),
    )
    (actor,) = actors.resolve((*readings, taken)).actors
    assert actor.type == "person"


def test_a_name_is_what_most_articles_or_the_noun_beside_it_take_it_for() -> None:
    firm = told(reading("a", ("Vang Brattli", "org")), 0, "law firm")
    found = actors.resolve([firm, reading("b", ("Vang Brattli", "person")), reading("c", ("Vang Brattli", "place"))])
    assert [(actor.type, len(actor.mentions)) for actor in found.actors] == [("org", 3)]


def test_a_province_is_the_place_of_that_name() -> None:
    found = groups(reading("a", ("Nordfold", "place")), reading("b", ("Nordfold province", "place")))
    assert found == {frozenset({"Nordfold", "Nordfold province"})}


def test_a_name_is_shown_without_the_marks_of_line_breaks() -> None:
    found = actors.resolve([reading("a", ("Bae Min\u00adho", "person"))])
    assert [actor.name for actor in found.actors] == ["Bae Minho"]


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


def test_some_of_a_kind_are_not_those_spoken_of_before() -> None:
    found = groups(reading("a", ("Norwegian skippers", "group"), ("some Norwegian skippers", "group"), form="nominal"))
    assert found == {frozenset({"Norwegian skippers"}), frozenset({"some Norwegian skippers"})}
    firms = reading("a", ("its company", "org"), ("another company", "org"), ("another company", "org"), form="nominal")
    assert len(actors.resolve([firms]).actors) == 3


def test_the_press_is_one_audience() -> None:
    words = ("reporters", "journalists", "the media")
    pages = [reading(word, (word, "group"), form="nominal") for word in words]
    assert len(actors.resolve(pages).actors) == 1
    reports = [reading(word, (word, "document"), form="nominal") for word in ("media reports", "reports")]
    assert len(actors.resolve([*pages, *reports]).actors) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Mike Lund", "Michael Lund", "Michael R. Lund", "Lund"),
        ("Kim Min Su", "Min Su Kim", "Kim Min-su"),
        ("Viktor Zelinsky", "Viktor Zelinskyy", "Zelinskiy"),
        ("Omar al-Rashid", "Omar Rashid", "al-Rashid"),
        ("Jan van der Meer", "Jan Van der Meer", "van der Meer"),
        ("Rita Solís-Prado", "Rita Solis-Prado", "Solis-Prado"),
    ],
)
def test_one_person_in_all_the_ways_that_outlets_print_is_one_actor(names: tuple[str, ...]) -> None:
    assert groups(*(persons(f"a{n}", name) for n, name in enumerate(names))) == {frozenset(names)}


def test_a_bare_surname_goes_to_the_person_of_its_own_article() -> None:
    found = groups(persons("a", "Min Su Kim", "Kim"), persons("b", "Hana Kim"))
    assert found == {frozenset({"Min Su Kim", "Kim"}), frozenset({"Hana Kim"})}


def test_a_bare_surname_of_two_in_its_own_article_stays_apart() -> None:
    found = groups(persons("a", "Anna Lund", "Paul Lund", "Lund"))
    assert found == {frozenset({"Anna Lund"}), frozenset({"Paul Lund"}), frozenset({"Lund"})}


def test_ambiguous_surnames_of_two_articles_are_not_one_person() -> None:
    everyone = [persons("a", "Anna Lund"), persons("b", "Paul Lund"), persons("c", "Lund"), persons("d", "Lund")]
    assert len(actors.resolve(everyone).actors) == 4


def test_what_is_told_picks_the_person_of_a_bare_surname() -> None:
    resolution = actors.resolve(
        [
            told(persons("a", "Anna Lund"), 0, "minister", "NOR"),
            told(persons("b", "Paul Lund"), 0, "banker", "DNK"),
            told(persons("c", "Lund"), 0, "banker", "DNK"),
        ]
    )
    assert resolution.named_by["c", 0] == resolution.named_by["b", 0] != resolution.named_by["a", 0]


def test_the_end_of_a_fuller_name_of_the_article_is_that_persons() -> None:
    found = groups(persons("a", "Pedro Ruiz Soto", "Ruiz Soto"), persons("b", "Pedro Ruiz"))
    assert found == {frozenset({"Pedro Ruiz Soto", "Ruiz Soto"}), frozenset({"Pedro Ruiz"})}


def test_one_name_of_two_persons_is_two_actors_where_all_that_is_told_differs() -> None:
    general = told(persons("a", "Ali Karimi"), 0, "general", "IRQ")
    professor = told(persons("b", "Ali Karimi"), 0, "professor", "KEN")
    minister = told(persons("c", "Ali Karimi"), 0, "major", "IRQ")
    resolution = actors.resolve([general, professor, minister])
    assert resolution.named_by["a", 0] == resolution.named_by["c", 0] != resolution.named_by["b", 0]


def test_what_one_article_calls_a_ship_is_one_in_all_but_where_it_is_somebody() -> None:
    ship, unclear, captain = reading("a", ("Nordlys", "vehicle")), persons("b", "Nordlys"), persons("c", "Nordlys")
    resolution = actors.resolve([ship, unclear, told(captain, 0, "captain")])
    assert resolution.named_by["a", 0] == resolution.named_by["b", 0] != resolution.named_by["c", 0]


def test_an_initial_that_fits_two_goes_to_neither() -> None:
    found = groups(persons("a", "John Lund"), persons("b", "James Lund"), persons("c", "J. Lund"))
    assert len(found) == 3


def test_nobody_is_his_own_son() -> None:
    page = persons("a", "Pedro Ruiz", "Pedro Ruiz")
    page = told(replace(page, chains=((0, 1),)), 1, "son", of=0)
    resolution = actors.resolve([page, persons("b", "Pedro Ruiz")])
    assert resolution.named_by["a", 0] == resolution.named_by["b", 0] != resolution.named_by["a", 1]


def test_a_leader_is_known_under_the_spellings_of_the_table() -> None:
    found = groups(persons("a", "Moammar Gadhafi"), persons("b", "Muammar Gaddafi"))
    assert len(found) == 1
    assert len(groups(persons("a", "Kim Jong Il"), persons("b", "Kim Jong Un"))) == 2


@pytest.mark.parametrize(
    "names", [("x" * 500, "y" * 500), ("J. R.", "J. R."), ("金明洙", "Ким Мин Су", "Kim Min Su"), ("?", ".")]
)
def test_odd_names_are_kept_apart(names: tuple[str, ...]) -> None:
    pages = [persons(f"a{n}", name) for n, name in enumerate(names)]
    assert len(actors.resolve(pages).actors) == len(names)


def test_a_link_says_why_and_leaves_the_readings_as_they_were() -> None:
    one, two = persons("a", "Mike Lund", "Lund"), persons("b", "Michael Lund")
    resolution = actors.resolve([one, two])
    assert one == persons("a", "Mike Lund", "Lund")
    links = {(link.article, link.mention): link for link in resolution.links}
    assert len({link.actor for link in links.values()}) == 1
    assert links["a", 1].reason == "the only one of that surname in the article"
    spelt = links["a", 0].likeness or links["b", 0].likeness
    assert spelt is not None
    assert (spelt.surname, spelt.given) == (1.0, 0.93)


@pytest.mark.parametrize("undone", [set(), {("b", 0)}])
def test_whoever_a_mention_names_is_an_actor(undone: set[tuple[str, int]]) -> None:
    pages = [reading("a", ("Anna Berg", "person")), reading("b", ("Berg", "person"), ("the minister", "person"))]
    resolution = actors.resolve(pages, undone=undone)
    assert {i for named in resolution.named_by.values() for i in named} == {a.id for a in resolution.actors}


def test_a_link_can_be_undone() -> None:
    pages = [persons("a", "Mike Lund"), persons("b", "Michael Lund"), persons("c", "Michael Lund")]
    resolution = actors.resolve(pages, undone={("b", 0)})
    assert resolution.named_by["a", 0] == resolution.named_by["c", 0] != resolution.named_by["b", 0]
    assert actors.resolve(pages, undone={("x", 7)}) == actors.resolve(pages)
