from dataclasses import replace

import pytest

from communique.domain import Actor, Article, Attribution, Description, Document, Mention, Published, Reading
from communique.domain.documents import Dateline, Outlet
from communique.domain.readings import ActorType, MentionForm
from communique.knowledge import Leader
from communique.record import actors

Told = tuple[int, str, str | None, int | None]  # mention, title, country, of


def page(*names: tuple[str, ActorType, MentionForm], told: tuple[Told, ...] = (), article: str = "a") -> Reading:
    text = " ".join(name for name, *_ in names)
    document = Document(id=article, source=article, sha256="", media_type="text/plain", text=text)
    at, mentions = 0, []
    for name, kind, form in names:
        mentions.append(Mention(span=document.span(at, at + len(name)), type=kind, form=form))
        at += len(name) + 1
    said = tuple(
        Description(mention=m, title=title, country=country, of=of, evidence=mentions[m].span)
        for m, title, country, of in told
    )
    chains = tuple((i,) for i in range(len(names)))
    return Reading(article=article, mentions=tuple(mentions), chains=chains, descriptions=said)


def published(reading: Reading, date: str | None = None, dateline: str | None = None) -> Article:
    span = reading.mentions[0].span
    return Article(
        id=reading.article,
        document=span.document,
        body=(span,),
        published=Published(date=date, precision="day", how="stated") if date else None,
        dateline=Dateline(place=dateline, span=span) if dateline else None,
    )


def by_name(reading: Reading, date: str | None = None, dateline: str | None = None) -> dict[str, Actor]:
    resolution = actors.resolve([reading], [published(reading, date, dateline)])
    return {actor.name: actor for actor in resolution.actors}


@pytest.mark.parametrize(
    ("name", "kind", "found", "country"),
    [
        ("Angela Merkel", "person", "person", "DEU"),
        ("Merkel", "org", "person", "DEU"),
        ("Quito", "place", "place", "ECU"),
        ("Rovaniemi", "place", "place", "FIN"),
        ("Black Sea", "place", "place", None),
        ("Elysee Palace", "org", "place", "FRA"),
        ("State Department", "org", "office", "USA"),
        ("Hamas", "person", "group", "PSE"),
        ("IAEA", "org", "org", None),
        ("Reuters", "org", "org", "GBR"),
        ("CNN International", "org", "org", "USA"),
        ("New Dawn Party", "org", "party", None),
        ("Saltmarsh Prison", "org", "place", None),
        ("Energy Ministry", "org", "office", None),
        ("Norway", "place", "state", "NOR"),
        ("López Obrador", "person", "person", "MEX"),
        ("Jessica Merkel", "person", "person", None),
        ("Peru's Energy Ministry", "org", "office", "PER"),
        ("German Fishers Union", "org", "org", "DEU"),
        ("Ana Lund", "person", "person", None),
    ],
)
def test_type_and_country_that_are_known_by_name(
    name: str, kind: ActorType, found: ActorType, country: str | None
) -> None:
    (actor,) = actors.resolve([page((name, kind, "named"))]).actors
    assert (actor.type, actor.country) == (found, country)


def test_most_mentions_decide_the_type_where_nothing_is_known() -> None:
    reading = page(("Ana Lund", "person", "named"), ("Lund", "org", "named"), ("Lund", "person", "named"))
    (actor,) = actors.resolve([replace(reading, chains=((0, 1, 2),))]).actors
    assert actor.type == "person"


def test_a_title_before_a_name_makes_it_a_person() -> None:
    (actor,) = actors.resolve(
        [page(("Ana Lund", "org", "named"), told=((0, "opposition figurehead", None, None),))]
    ).actors
    assert (actor.type, actor.sector) == ("person", "OPP")


def test_the_president_of_a_firm_is_no_official() -> None:
    reading = page(("Ana Lund", "person", "named"), ("Lund Bank", "org", "named"), told=((0, "president", None, 1),))
    assert by_name(reading)["Ana Lund"].sector == "BUS"


def test_a_noun_behind_a_name_tells_its_kind() -> None:
    (actor,) = actors.resolve([page(("Saltmarsh", "org", "named"), told=((0, "prison", "PER", None),))]).actors
    assert (actor.type, actor.country, actor.roles) == ("place", "PER", ())


def test_the_state_of_a_person_is_told_by_a_title() -> None:
    told = ((0, "foreign minister", "PER", None), (1, "", None, None))
    named = by_name(page(("Ana Lund", "person", "named"), ("Peru", "state", "named"), told=told))
    assert named["Ana Lund"].country == "PER"
    (role,) = named["Ana Lund"].roles
    assert (role.title, role.of, role.from_) == ("foreign minister", named["Peru"].id, None)
    assert [span.text for span in role.evidence] == ["Ana Lund"]


def test_an_office_that_needs_no_state_tells_the_state() -> None:
    named = by_name(page(("Ana Lund", "person", "named"), told=((0, "Secretary of State", None, None),)))
    assert named["Ana Lund"].country == "USA"
    named = by_name(page(("Ana Lund", "person", "named"), told=((0, "president", None, None),)))
    assert named["Ana Lund"].country is None


def test_kin_and_staff_belong_to_the_same_state_and_others_do_not() -> None:
    told = ((0, "president", "PER", None), (1, "wife", None, 0), (2, "ally", None, 0))
    named = by_name(
        page(
            ("Juan Soto", "person", "named"),
            ("Ines Lund", "person", "named"),
            ("Olga Horn", "person", "named"),
            told=told,
        )
    )
    assert (named["Ines Lund"].country, named["Olga Horn"].country) == ("PER", None)
    assert named["Ines Lund"].roles[0].of == named["Juan Soto"].id


def test_one_office_with_and_without_its_state_is_one_role() -> None:
    told = ((0, "President", "PER", None), (1, "president", None, None))
    reading = page(("Juan Soto", "person", "named"), ("Soto", "person", "named"), told=told)
    (actor,) = actors.resolve([replace(reading, chains=((0, 1),))]).actors
    assert [(role.title.lower(), len(role.evidence)) for role in actor.roles] == [("president", 2)]


@pytest.mark.parametrize(
    ("date", "dates"),
    [("2010-05-01", ("2005-11-22", "2021-12")), ("2004-05-01", None), (None, None)],
)
def test_a_known_office_is_given_at_the_date_of_the_article_only(
    date: str | None, dates: tuple[str, str] | None
) -> None:
    actor = by_name(page(("Angela Merkel", "person", "named")), date)["Angela Merkel"]
    assert actor.country == "DEU"
    if dates is None:
        assert actor.roles == ()
    else:
        (role,) = actor.roles
        assert role.evidence == ()
        assert (role.from_ or "")[:7] == dates[0][:7]
        assert (role.to or "")[:7] == dates[1][:7]


def test_two_terms_are_told_apart_by_the_dates_of_the_articles() -> None:
    pages = [
        page(("Donald Trump", "person", "named"), told=((0, "President", "USA", None),), article=name) for name in "ab"
    ]
    dated = [published(pages[0], "2018-05-01"), published(pages[1], "2025-05-01")]
    (actor,) = actors.resolve(pages, dated).actors
    assert [(role.title, role.from_, len(role.evidence)) for role in actor.roles] == [
        ("President", None, 2),
        ("president", "2017-01-20", 0),
        ("president", "2025-01-20", 0),
    ]
    (actor,) = actors.resolve(pages[:1], dated).actors
    assert [(role.from_, role.to) for role in actor.roles] == [("2017-01-20", "2021-01-20")]


def test_a_namesake_of_a_leader_from_elsewhere_is_not_the_leader() -> None:
    reading = page(("Angela Merkel", "person", "named"), told=((0, "singer", "AUS", None),))
    actor = by_name(reading, "2010-05-01")["Angela Merkel"]
    assert actor.country == "AUS"
    assert [role.title for role in actor.roles] == ["singer"]


@pytest.mark.parametrize(
    ("start", "end", "date", "right"),
    [
        ("2010-02-03", "", "2011", True),
        ("2010-02-03", "2012", "2012-12-31", True),
        ("2010-02-03", "2012-05", "2012-06-01", False),
        ("2010-02-03", "2012-05", "2010-02-02", False),
        ("2010", "", "2010-01-01", True),
    ],
)
def test_terms_and_dates_are_compared_as_far_as_they_are_told(start: str, end: str, date: str, *, right: bool) -> None:
    term = Leader(alpha3="PER", name="Juan Soto", surname="Soto", sex="m", office="president", start=start, end=end)
    assert term.covers(date) is right


def test_what_news_leaves_without_a_state_is_at_home_where_one_state_stands_out() -> None:
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Lima", "place", "named"), ("Peru", "state", "named"), ("Peru", "state", "named"),
        ("the police", "office", "nominal"), ("Ana Lund", "person", "named"), ("Eva Horn", "person", "named"),
        ("Chile", "state", "named"),
    )  # fmt: skip
    told = ((3, "police", None, None), (4, "interim president", None, None), (5, "singer", None, None))
    named = by_name(page(*names, told=told), dateline="LIMA")
    assert (named["the police"].country, named["Ana Lund"].country, named["Eva Horn"].country) == ("PER", "PER", None)
    named = by_name(page(*names, *names[-1:] * 6, told=told), dateline="LIMA")
    assert (named["the police"].country, named["Ana Lund"].country) == (None, None)


def test_bodies_of_several_states_are_not_guessed_to_be_at_home_and_who_follows_another_state_s_words_is_of_that() -> (
    None
):
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Lima", "place", "named"), ("Peru", "state", "named"), ("Peru", "state", "named"),
        ("ECOWAS Commission", "office", "named"), ("International Court of Trade", "office", "named"),
        ("Customs Court", "office", "named"), ("Chile", "state", "named"), ("Eva Horn", "person", "named"),
    )  # fmt: skip
    reading = page(*names, told=((7, "foreign ministry spokeswoman", None, None),))
    named = by_name(reading, dateline="LIMA")
    found = [named[name].country for name in ("ECOWAS Commission", "International Court of Trade", "Customs Court")]
    assert found == [None, None, "PER"]
    assert named["Eva Horn"].country == "PER"
    words = reading.mentions[6].span
    said = Attribution(kind="indirect", source=words, cue=None, content=(words,), speakers=(6,), confidence=1.0)
    after_chile = replace(reading, attributions=(said,), sentences=(words, reading.mentions[7].span))
    assert by_name(after_chile, dateline="LIMA")["Eva Horn"].country == "CHL"


def test_the_government_is_one_in_all_articles_of_a_home() -> None:
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Lima", "place", "named"), ("Peru", "state", "named"), ("Peru", "state", "named"),
        ("the government", "government", "nominal"), ("a government", "government", "nominal"),
    )  # fmt: skip
    told = ((3, "government", None, None), (4, "government", None, None))
    pages = [page(*names, told=told, article=article) for article in ("a", "b")]
    found = actors.resolve(pages, [published(reading, dateline="LIMA") for reading in pages]).actors
    assert sorted(a.country or "" for a in found if a.name == "the government") == ["PER"]
    assert len([a for a in found if a.name == "a government"]) == len(pages)


MINISTERS: tuple[tuple[str, ActorType, MentionForm], ...] = (
    ("Peru", "state", "named"), ("Chile", "state", "named"),
    ("Ana Lund", "person", "named"), ("Eva Horn", "person", "named"), ("the minister", "person", "nominal"),
)  # fmt: skip


def test_a_minister_is_of_the_state_that_other_articles_give_and_makes_that_state_the_home_of_her_colleagues() -> None:
    abroad = page(*MINISTERS, told=((2, "prime minister", "PER", None),), article="abroad")
    told = ((2, "prime minister", None, None), (3, "defence minister", None, None), (4, "prime minister", None, None))
    pages = [abroad, page(*MINISTERS, told=told, article="home")]
    found = actors.resolve(pages, [published(reading) for reading in pages])
    named = {actor.name: actor for actor in found.actors}
    assert (named["Ana Lund"].country, named["Eva Horn"].country) == ("PER", "PER")
    assert "the minister" in [m.span.text for m in named["Ana Lund"].mentions]


def test_the_city_in_an_outlets_name_tells_its_home_and_a_state_told_with_its_posts_is_not() -> None:
    told = ((2, "foreign minister", "CHL", None), (3, "energy minister", None, None))
    reading = page(*MINISTERS, told=told)
    herald = Outlet(name="Lima Herald", how="stated", evidence=reading.mentions[0].span)
    found = actors.resolve([reading], [replace(published(reading), outlet=herald)])
    assert {actor.name: actor.country for actor in found.actors}["Eva Horn"] == "PER"


@pytest.mark.parametrize(("state", "home"), [(None, "PER"), ("PER", None)])
def test_news_that_names_a_state_with_its_posts_need_not_be_of_that_state(state: str | None, home: str | None) -> None:
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Peru", "state", "named"), ("Ana Lund", "person", "named"), ("Eva Horn", "person", "named"),
    )  # fmt: skip
    told = ((1, "prime minister", state, None), (2, "defence minister", None, None))
    assert by_name(page(*names, told=told))["Eva Horn"].country == home


def test_a_senator_in_news_of_another_state_is_no_american() -> None:
    told = ((2, "president", "PER", None), (3, "Senator", None, None))
    reading = page(*MINISTERS, told=told)
    assert by_name(reading, dateline="SANTIAGO")["Eva Horn"].country == "CHL"
    abroad = page(*MINISTERS, ("United States", "state", "named"), told=told)
    assert by_name(abroad, dateline="SANTIAGO")["Eva Horn"].country == "USA"


def test_people_without_a_name_are_of_their_own_article() -> None:
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Lima", "place", "named"), ("Peru", "state", "named"), ("people", "group", "nominal"),
    )  # fmt: skip
    pages = [page(*names, told=((2, "people", None, None),)) for _ in "ab"]
    pages[1] = replace(pages[1], article="other")
    found = actors.resolve(pages, [published(reading, dateline="LIMA") for reading in pages])
    assert [actor.name for actor in found.actors].count("people") == 2


@pytest.mark.parametrize(
    ("name", "kind", "form", "title", "sector"),
    [
        ("Ana Lund", "person", "named", "army general", "MIL"),
        ("Ana Lund", "person", "named", "prosecutor", "JUD"),
        ("Ana Lund", "person", "named", "businesswoman", "BUS"),
        ("Ana Lund", "person", "named", "", None),
        ("rights groups", "group", "nominal", "rights groups", "NGO"),
        ("the separatists", "group", "nominal", "separatists", "REB"),
        ("reporters", "group", "nominal", "reporters", "MED"),
        ("the Peruvian police", "org", "nominal", "police", "COP"),
        ("Peru", "state", "named", "", "GOV"),
        ("NATO", "org", "named", "", "IGO"),
        ("Knesset", "org", "named", "", "LEG"),
        ("Lima", "place", "named", "", None),
    ],
)
def test_sectors(name: str, kind: ActorType, form: MentionForm, title: str, sector: str | None) -> None:
    told = ((0, title, None, None),) if title else ()
    (actor,) = actors.resolve([page((name, kind, form), told=told)]).actors
    assert actor.sector == sector


def test_nobody_holds_an_office_of_himself() -> None:
    reading = page(("Urho Salo", "person", "named"), ("Its", "person", "pronoun"), told=((0, "director", None, 1),))
    (salo,) = by_name(replace(reading, chains=((0, 1),))).values()
    assert [(role.title, role.of) for role in salo.roles] == [("director", None)]


def test_a_page_from_a_city_of_the_state_that_the_story_is_of_need_not_name_it() -> None:
    local = page(
        ("Lima", "place", "named"), ("Chile", "state", "named"), ("the police", "office", "nominal"),
        told=((2, "police", None, None),), article="b",
    )  # fmt: skip
    abroad = page(*(("Peru", "state", "named"),) * 3, article="c")
    both = [published(local, dateline="LIMA"), published(abroad)]
    found = {actor.name: actor for actor in actors.resolve([local, abroad], both).actors}
    assert found["the police"].country == "PER"


def test_a_minister_whom_articles_of_two_homes_tell_is_of_the_state_of_the_story() -> None:
    lund: tuple[str, ActorType, MentionForm] = ("Ana Lund", "person", "named")
    peru: tuple[str, ActorType, MentionForm] = ("Peru", "state", "named")
    chile: tuple[str, ActorType, MentionForm] = ("Chile", "state", "named")
    pages = [
        page(lund, peru, peru, peru, peru, peru, told=((0, "interior minister", None, None),), article="a"),
        page(lund, chile, chile, peru, peru, told=((0, "interior minister", None, None),), article="b"),
    ]
    articles = [published(pages[0], dateline="LIMA"), published(pages[1], dateline="SANTIAGO")]
    found = {actor.name: actor.country for actor in actors.resolve(pages, articles).actors}
    assert found["Ana Lund"] == "PER"


@pytest.mark.parametrize(("title", "country"), [("prime minister", "NOR"), ("president", None)])
def test_nobody_holds_an_office_that_the_state_at_home_does_not_have(title: str, country: str | None) -> None:
    names: tuple[tuple[str, ActorType, MentionForm], ...] = (
        ("Oslo", "place", "named"), ("Norway", "state", "named"), ("Norway", "state", "named"),
        ("Eva Horn", "person", "named"),
    )  # fmt: skip
    assert by_name(page(*names, told=((3, title, None, None),)), dateline="OSLO")["Eva Horn"].country == country


@pytest.mark.parametrize(("others", "country"), [(6, "ISL"), (7, None)])
def test_a_village_is_not_in_the_state_where_others_only_meet(others: int, country: str | None) -> None:
    iceland: tuple[str, ActorType, MentionForm] = ("Iceland", "state", "named")
    norway: tuple[str, ActorType, MentionForm] = ("Norway", "state", "named")
    names = (*[iceland] * 3, ("Reykjavik", "place", "named"), *[norway] * others, ("Hvolsgard", "place", "named"))
    assert by_name(page(*names), dateline="Reykjavik")["Hvolsgard"].country == country
