from dataclasses import replace

import pytest

from communique.domain import Article, Description, Document, Mention, Published, Reading
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


def told(reading: Reading, index: int, title: str = "", country: str | None = None, of: int | None = None) -> Reading:
    """The reading with words beside a mention that tell what it is."""
    said = Description(mention=index, title=title, country=country, of=of, evidence=reading.mentions[index].span)
    return replace(reading, descriptions=(*reading.descriptions, said))


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


def test_a_leader_named_in_full_and_by_surname_is_who_other_articles_call_by_the_surname() -> None:
    one = reading("a", ("Angela Merkel", "person"), ("Merkel", "person"))
    found = groups(replace(one, chains=((0, 1),)), reading("b", ("Merkel", "person")))
    assert found == {frozenset({"Angela Merkel", "Merkel"})}


def test_whom_another_article_calls_by_a_first_name_is_who_is_called_so_elsewhere() -> None:
    full = reading("a", ("Tewolde Hagos", "person"), ("Tewolde", "person"))
    full = replace(full, chains=((0, 1),))
    assert groups(full, reading("b", ("Tewolde", "person"))) == {frozenset({"Tewolde Hagos", "Tewolde"})}
    assert len(groups(reading("a", ("Tewolde Hagos", "person")), reading("b", ("Tewolde", "person")))) == 2


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


def persons(article: str, *names: str) -> Reading:
    return reading(article, *((name, "person") for name in names))


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


def test_a_link_can_be_undone() -> None:
    pages = [persons("a", "Mike Lund"), persons("b", "Michael Lund"), persons("c", "Michael Lund")]
    resolution = actors.resolve(pages, undone={("b", 0)})
    assert resolution.named_by["a", 0] == resolution.named_by["c", 0] != resolution.named_by["b", 0]
    assert actors.resolve(pages, undone={("x", 7)}) == actors.resolve(pages)


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


def test_an_election_is_one_by_its_state_and_year() -> None:
    pages = [
        told(reading("a", ("2020 election", "election")), 0, "", "PER"),
        told(reading("b", ("next year's vote", "election"), form="nominal"), 0, "vote", "PER"),
        told(reading("c", ("2020 presidential election", "election")), 0, "", "PER"),
        told(reading("d", ("2020 election", "election")), 0, "", "CHL"),
        reading("e", ("next year's vote", "election"), form="nominal"),
    ]
    resolution = actors.resolve(pages, [dated(page, "2019-05-14") for page in pages])
    peru = {resolution.named_by[article, 0] for article in "abc"}
    assert len(peru) == 1
    assert len({*peru, resolution.named_by["d", 0], resolution.named_by["e", 0]}) == 3


def test_two_kinds_of_election_in_one_year_are_two() -> None:
    names = ("2020 presidential election", "2020 parliamentary election", "2020 election")
    pages = [told(reading(name, (name, "election")), 0, "", "PER") for name in names]
    assert len(actors.resolve(pages).actors) == 3


def test_a_minister_among_others_is_nobody_known() -> None:
    phrase = "a Peruvian foreign minister"
    assert frozenset({phrase}) in by_office(phrase, "Rosa Quispe")
