"""Who is who: which actors are shown, in which order, and what of them."""

from dataclasses import replace

import pytest

from communique.briefs import Brief, Profile, compose
from communique.briefs.render import portraits
from communique.domain import (
    Actor,
    ActorMention,
    ActorType,
    Article,
    Document,
    MentionForm,
    Outlet,
    Published,
    Record,
    Role,
    Span,
    Statement,
)

GAZETTE = """\
Sergei Tarn met Ann Lee. Tarn, the foreign minister, told her that Norwick would wait.
Lee spoke for Ostmark. Later the envoy left; he saw nobody.
"""
LEDGER = """\
Sergey Tarn will not wait. Ann Lee said so to Tarn. The Envoy agreed.
Port Hale slept.
"""

PAGES = {
    name: Document(id=name, source=f"{name}.txt", sha256="0", media_type="text/plain", text=text)
    for name, text in (("gazette", GAZETTE), ("ledger", LEDGER))
}
ARTICLES = tuple(
    Article(
        id=f"a-{name}",
        document=name,
        outlet=Outlet(name=outlet, how="url"),
        published=Published(date=date, precision="day", how="feed"),
        body=tuple(
            PAGES[name].span(at, at + len(line))
            for line in PAGES[name].text.splitlines()
            for at in [PAGES[name].text.index(line)]
        ),
    )
    for name, outlet, date in (
        ("gazette", "Harbour Gazette", "2031-05-01"),
        ("ledger", "Evening Ledger", "2031-05-02"),
    )
)


def span(page: str, text: str, number: int = 0) -> Span:
    """The words where they stand for the nth time."""
    at = -1
    for _ in range(number + 1):
        at = PAGES[page].text.index(text, at + 1)
    return PAGES[page].span(at, at + len(text))


def mention(
    page: str, text: str, number: int = 0, form: MentionForm = "named", *, metonym: bool = False
) -> ActorMention:
    return ActorMention(span=span(page, text, number), form=form, metonym=metonym)


def actor(name: str, *mentions: ActorMention, type_: ActorType = "person", roles: tuple[Role, ...] = ()) -> Actor:
    return Actor(id=name.casefold(), name=name, type=type_, roles=roles, mentions=mentions)


def said(name: str, page: str, content: str, speaker: str, to: str = "") -> Statement:
    return Statement(
        id=name,
        article=f"a-{page}",
        kind="indirect",
        speakers=(speaker,),
        addressees=(to,) if to else (),
        content=(span(page, content),),
        confidence=1,
    )


TARN = actor(
    "Tarn",
    mention("gazette", "Sergei Tarn"),
    mention("gazette", "Tarn", 1),
    mention("ledger", "Sergey Tarn"),
    mention("ledger", "Tarn", 1),
)
LEE = actor("Lee", mention("gazette", "Ann Lee"), mention("gazette", "her", 0, "pronoun"), mention("ledger", "Ann Lee"))
NORWICK = actor("Norwick", mention("gazette", "Norwick"), type_="state")


def brief(*actors: Actor, statements: tuple[Statement, ...] = ()) -> Brief:
    return compose(Record(documents=tuple(PAGES.values()), articles=ARTICLES, actors=actors, statements=statements))


def profile(found: Brief, name: str) -> Profile:
    (one,) = [item for item in found.actors if item.name == name]
    return one


def test_each_spelling_has_the_outlets_that_print_it() -> None:
    found = brief(TARN)
    spelt = {
        alias.words: [outlet for outlet, _, _ in portraits.printers(alias, found.sources)]
        for alias in profile(found, "Tarn").names
    }
    assert spelt == {
        "Sergei Tarn": ["Harbour Gazette"],
        "Sergey Tarn": ["Evening Ledger"],
        "Tarn": ["Harbour Gazette", "Evening Ledger"],
    }
    assert list(spelt)[-1] == "Tarn"  # full names first, though the short one is as frequent


def test_names_seats_adjectives_nouns_and_pronouns_are_told_apart() -> None:
    mixed = actor(
        "Norwick",
        mention("gazette", "Norwick", 0, "adjectival"),
        mention("ledger", "Port Hale", metonym=True),
        mention("gazette", "Ostmark"),
        mention("gazette", "the envoy", 0, "nominal"),
        mention("ledger", "The Envoy", 0, "nominal"),
        mention("gazette", "he", 0, "pronoun"),
        type_="state",
    )
    one = profile(brief(mixed), "Norwick")
    assert [(a.words, a.form, a.metonym) for a in one.names] == [
        ("Ostmark", "named", False),
        ("Port Hale", "named", True),
        ("Norwick", "adjectival", False),
    ]
    # Letter case does not make another description, and it is shown as within a sentence.
    assert [(a.words, a.times) for a in one.descriptions] == [("the envoy", 2)]
    assert one.pronouns == 1


def test_who_says_more_comes_first_then_who_stands_in_more_articles_then_who_is_named_more() -> None:
    in_two = actor("Two", mention("gazette", "Ann Lee"), mention("ledger", "Ann Lee"))
    three_times = actor(
        "Thrice", *(mention("gazette", words) for words in ("Sergei Tarn", "Norwick", "Ostmark")), roles=(minister(),)
    )
    once = actor("Once", mention("gazette", "Norwick"), roles=(minister(),))
    speaker = actor("Speaker", mention("gazette", "Ostmark"))
    statements = (said("s", "gazette", "Norwick would wait", "speaker"),)
    found = brief(once, three_times, in_two, speaker, statements=statements)
    assert [item.name for item in found.actors] == ["Speaker", "Two", "Thrice", "Once"]


def test_of_equals_who_has_a_name_comes_first() -> None:
    nameless = actor("a court", mention("gazette", "the envoy", 0, "nominal"), type_="org")
    forum = actor("Forum", mention("gazette", "Norwick"), type_="org")
    assert [item.name for item in brief(nameless, forum).actors] == ["Forum", "a court"]


def minister() -> Role:
    return Role(title="minister", evidence=(span("gazette", "the foreign minister"),))


def test_persons_states_organisations_and_groups_are_told_apart() -> None:
    kinds: dict[ActorType, str] = {
        "election": "other", "group": "group", "party": "organisation", "office": "organisation",
        "org": "organisation", "government": "state", "state": "state", "person": "person",
    }  # fmt: skip
    found = brief(*(actor(type_, mention("ledger", "Port Hale"), type_=type_) for type_ in kinds))
    assert {item.type: item.kind for item in found.actors} == kinds
    order = [item.kind for item in found.actors]
    assert order == sorted(order, key=["person", "state", "organisation", "group", "other"].index)


@pytest.mark.parametrize(
    ("type_", "form", "articles", "statements", "role", "minor"),
    [
        ("person", "named", 1, 0, False, True),
        ("person", "named", 1, 0, True, False),
        ("person", "named", 1, 1, False, False),
        ("person", "named", 2, 0, False, False),
        ("person", "nominal", 1, 1, True, True),
        ("person", "nominal", 1, 2, False, False),
        ("group", "nominal", 2, 0, False, False),
        ("place", "named", 2, 0, False, True),
        ("place", "named", 1, 1, False, False),
    ],
)
def test_only_what_matters_little_is_folded(
    *, type_: ActorType, form: MentionForm, articles: int, statements: int, role: bool, minor: bool
) -> None:
    mentions = [mention("gazette", "Ann Lee", 0, form), mention("ledger", "Ann Lee", 0, form)]
    one = actor("X", *mentions[:articles], type_=type_, roles=(minister(),) if role else ())
    lines = (said("s", "gazette", "Norwick would wait", "x"), said("t", "gazette", "saw nobody", "x"))
    assert profile(brief(one, statements=lines[:statements]), "X").minor is minor


def test_what_was_said_is_listed_newest_article_first_and_in_text_order_within_one() -> None:
    statements = (
        said("later", "gazette", "saw nobody", "tarn"),
        said("early", "gazette", "Norwick would wait", "tarn"),
        said("newest", "ledger", "will not wait", "tarn"),
    )
    assert profile(brief(TARN, statements=statements), "Tarn").statements == ("newest", "early", "later")


def test_articles_without_a_date_are_older_than_all_others() -> None:
    undated = replace(ARTICLES[1], published=None)
    statements = (said("undated", "ledger", "will not wait", "tarn"), said("dated", "gazette", "saw nobody", "tarn"))
    found = compose(
        Record(documents=tuple(PAGES.values()), articles=(undated, ARTICLES[0]), actors=(TARN,), statements=statements)
    )
    assert found.actors[0].statements == ("dated", "undated")


def test_where_one_appears_is_counted_by_article() -> None:
    one = profile(brief(TARN), "Tarn")
    assert [(held.source, held.times, held.first.text) for held in one.articles] == [
        (1, 2, "Sergei Tarn"),
        (2, 2, "Sergey Tarn"),
    ]
    assert (one.outlets, one.mentions) == (2, 4)


def test_a_role_is_shown_with_its_words_and_none_without() -> None:
    shown = Role(
        title="foreign minister", of="norwick", from_="2030", evidence=(span("gazette", "the foreign minister"),)
    )
    again = replace(shown, title="Foreign  Minister", evidence=(span("gazette", "the envoy"),))
    other = replace(shown, from_="2020", to="2021")
    bare = Role(title="chair", of="norwick")
    one = profile(brief(replace(TARN, roles=(bare, other, shown, again)), NORWICK), "Tarn")
    assert [(r.title, r.of, r.since, r.until, [held.times for held in r.evidence]) for r in one.roles] == [
        ("foreign minister", "Norwick", "2030", None, [2]),
        ("foreign minister", "Norwick", "2020", "2021", [1]),
    ]


def test_words_that_do_not_stand_are_left_out_and_counted() -> None:
    wrong = Span(document="gazette", start=0, end=4, text="Anna")
    lost = actor("Lost", ActorMention(span=wrong, form="named"))
    partly = replace(
        LEE,
        mentions=(*LEE.mentions, ActorMention(span=wrong, form="named")),
        roles=(Role(title="queen", evidence=(replace(wrong, document="nowhere"),)),),
    )
    found = brief(lost, partly)
    assert [item.name for item in found.actors] == ["Lee"]
    assert profile(found, "Lee").roles == ()
    assert profile(found, "Lee").mentions == 3
    (gap,) = [gap.what for gap in found.gaps if gap.kind == "dropped"]
    assert gap.startswith("3 passages")


def test_who_was_addressed_is_told_on_both_sides_with_the_statements() -> None:
    statements = (
        said("one", "gazette", "Norwick would wait", "tarn", "lee"),
        said("two", "ledger", "will not wait", "tarn", "lee"),
        said("self", "ledger", "said so", "tarn", "tarn"),
    )
    found = brief(TARN, LEE, statements=statements)
    (spoke,) = profile(found, "Tarn").addressed
    (heard,) = profile(found, "Lee").addressed_by
    assert (spoke.name, spoke.times, spoke.statements) == ("Lee", 2, ("two", "one"))
    assert (heard.name, heard.times, heard.statements) == ("Tarn", 2, ("two", "one"))
    assert profile(found, "Tarn").addressed_by == ()


def test_who_is_named_in_the_same_sentence_is_company_and_who_is_in_the_next_is_not() -> None:
    ostmark = actor("Ostmark", mention("gazette", "Ostmark"), type_="state")
    found = brief(TARN, LEE, NORWICK, ostmark)
    # Tarn and Lee: both sentences of the first paragraph (once as `her`), and one of the ledger's.
    assert [(c.name, c.times) for c in profile(found, "Tarn").named_with] == [("Lee", 3), ("Norwick", 1)]
    assert profile(found, "Tarn").named_with[0].first == span("gazette", "Ann Lee")
    assert profile(found, "Ostmark").named_with == ()


def test_adjectives_places_and_who_has_no_name_are_no_company() -> None:
    adjective = actor("Norwick", mention("gazette", "Norwick", 0, "adjectival"), type_="state")
    place = actor("Place", mention("gazette", "Ann Lee"), type_="place")
    nameless = actor("the minister", mention("gazette", "the foreign minister", 0, "nominal"))
    assert profile(brief(TARN, adjective, place, nameless), "Tarn").named_with == ()


def test_a_name_inside_another_is_no_company() -> None:
    """`Lee` in `Ann Lee` names nobody else; two actors of the very same words (`both`) are together."""
    inside = actor("Inside", mention("gazette", "Lee"))
    assert profile(brief(LEE, inside), "Inside").named_with == ()
    same = actor("Same", mention("gazette", "Ann Lee"))
    assert [c.name for c in profile(brief(LEE, same), "Same").named_with] == ["Lee"]


def test_a_sentence_that_lists_many_tells_nothing_of_two() -> None:
    """All four others, the first six of eleven others, and none where the sentence has thirteen actors."""
    for number, company in ((5, 4), (12, 6), (13, 0)):
        crowd = [replace(LEE, id=f"lee-{n}", name=f"Lee {n:02}", mentions=LEE.mentions[:1]) for n in range(number)]
        assert len(profile(brief(*crowd), "Lee 00").named_with) == company


def test_who_speaks_without_a_mention_is_there_and_who_does_neither_is_not() -> None:
    silent, speaker = actor("Silent"), actor("Speaker")
    found = brief(silent, speaker, statements=(said("s", "gazette", "saw nobody", "speaker"),))
    assert [(item.name, item.named, item.minor) for item in found.actors] == [("Speaker", True, False)]


def test_only_who_has_words_to_oneself_points_to_them() -> None:
    both = replace(said("s", "gazette", "saw nobody", "tarn"), speakers=("lee", "tarn"))
    alone = said("t", "gazette", "Norwick would wait", "lee")
    found = brief(TARN, LEE, statements=(both, alone))
    assert profile(found, "Tarn").voice is None
    assert profile(found, "Lee").voice == "lee"
    assert [item.jointly for item in found.actors] == [1, 1]
    assert "2 statements (1 with others)" in portraits.reach(profile(found, "Lee"))
    assert profile(found, "Tarn").statements == ("s",)
