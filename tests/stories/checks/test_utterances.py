from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Actor, ActorMention, ActorType, Record, Utterance
from communique.stories.checks import utterances
from communique.stories.checks.utterances.said import Occasion, elsewhere
from tests.stories.checks.reports import Page, Report, event, record


def found(*pages: Page) -> tuple[Utterance, ...]:
    return utterances.check(record(*pages), {}).utterances


def groups(*pages: Page) -> list[tuple[str, ...]]:
    return sorted(utterance.statements for utterance in found(*pages))


def page(words: str, before: str = "Tarn said ", **report: Any) -> Page:
    return Page(text=f"{before}{words}.", reports=(Report(words=words, **report),))


FULL = "“Our harbours will stay closed until the last mine is lifted”"


def test_a_quotation_cut_short_is_identical() -> None:
    longer = page("“Our harbours will stay closed until the last mine is lifted. We promise nobody a date”")
    (utterance,) = found(page(FULL), longer)
    assert (utterance.statements, utterance.wording, utterance.differences) == (("s0-0", "s1-0"), "identical", ())


def test_marks_case_brackets_and_ellipses_are_no_other_wording() -> None:
    edited = page('"our harbours will stay closed ... until the last [sea] mine is lifted"')
    (utterance,) = found(page(FULL), edited)
    assert utterance.wording == "identical"


def test_a_second_translation_is_a_variant_and_shows_the_words_that_differ() -> None:
    (utterance,) = found(page(FULL), page("“Our ports will stay closed until the last mine is cleared”"))
    assert utterance.wording == "variant"
    assert [(d.a.text, d.b.text) for d in utterance.differences] == [("harbours", "ports"), ("lifted", "cleared")]


def test_a_contraction_written_out_is_no_other_wording() -> None:
    short = page("“It's late, we won't reopen the harbour and they’ve closed the last mine”")
    full = page("“It is late, we will not reopen the harbour and they have closed the last mine”")
    (utterance,) = found(short, full)
    assert utterance.wording == "identical"


def test_a_contraction_that_differs_is_shown_whole() -> None:
    one = page("“It's too late to reopen the last harbour in winter”")
    (utterance,) = found(one, page("“It was too late to reopen the last harbour in winter”"))
    assert [(d.a.text, d.b.text) for d in utterance.differences] == [("It's", "It was")]


def test_words_told_without_quotation_marks_are_a_paraphrase() -> None:
    told = page("that the harbours would stay closed until every mine was lifted")
    again = page("harbours were to stay closed before the lifting of every mine")
    assert [utterance.wording for utterance in found(told, again)] == ["paraphrase"]


def test_a_quoted_word_that_the_other_report_has_makes_a_variant() -> None:
    quoted = page('the talks "exhausting"', before="Tarn called ")
    assert [u.wording for u in found(quoted, page("that the meeting had been exhausting for everyone there"))] == [
        "variant"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"at": "interview"}, {"at": "rally"}),
        ({"on": "2031-04-05"}, {"on": "2031-04-09"}),
        ({"by": ("tarn",)}, {"by": ("osk",)}),
    ],
)
def test_the_same_demand_on_another_occasion_or_day_or_by_another_speaker_is_not_the_same(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    mine = page("“we want the divers out, we want the gunboats out”", **one)
    theirs = page("“we want the gunboats out, we want the divers out”", **other)
    assert found(mine, theirs) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"to": ("radio",)}, {"to": ("council",)}, False),
        ({"cue": "wrote", "before": "Tarn wrote "}, {"to": ("radio",)}, False),
        ({"cue": "wrote", "before": "Tarn wrote "}, {}, True),
        ({"to": ("radio",)}, {}, True),
        ({"to": ("council",)}, {"to": ("osk",)}, True),
    ],
)
def test_what_was_posted_is_not_what_a_station_was_told(
    one: dict[str, Any], other: dict[str, Any], same: object
) -> None:
    assert bool(found(page(FULL, **one), page(FULL, **other))) is same


@pytest.mark.parametrize(("day", "parties", "together"), [
    ("2031-04-05", ("tarn", "osk"), True),
    ("2031-04-06", ("tarn", "osk"), False),
    ("2031-04-05", ("tarn", "merrow"), False),
])  # fmt: skip
def test_talks_and_the_press_conference_after_them_are_one_occasion(
    day: str, parties: tuple[str, ...], *, together: bool
) -> None:
    talks = replace(event("talks", "Talks"), date="2031-04-05", actors=("tarn", "osk"))
    press = replace(event("press", "Press"), kind="press conference", date=day, actors=parties)
    mine = page("“We shall answer every raid in a measured fashion”", at="talks")
    theirs = page("“We told them that we shall answer every raid in a measly fashion”", at="press")
    pile = record(mine, theirs, events=[talks, press])
    assert bool(utterances.check(pile, {}).utterances) is together


def test_two_lists_in_another_order_are_not_one_quotation() -> None:
    mine = "“divers must go, tugs must go, gunboats must go, frigates must go”"
    theirs = "“frigates must go, gunboats must go, tugs must go, divers must go”"
    assert found(page(mine), page(theirs)) == ()


def test_long_quotations_agree_though_one_report_names_the_meeting_and_one_the_news_conference() -> None:
    there = page(FULL, at="meeting", on="2031-04-05")
    after = page(FULL, at="news conference", on="2031-04-05")
    assert groups(there, after) == [("s0-0", "s1-0")]


def test_a_state_and_an_official_of_it_can_be_one_speaker() -> None:
    assert groups(page(FULL), page(FULL, by=("merrow",))) == [("s0-0", "s1-0")]


def test_a_denial_is_not_the_claim() -> None:
    claim = page("that the navy of Hallow laid those mines in the sound")
    assert found(claim, page("that the navy of Hallow had not laid those mines in the sound")) == ()


def test_a_quotation_that_denies_is_not_the_one_that_affirms() -> None:
    assert found(page(FULL), page("“Our harbours will not stay closed until the last mine is lifted”")) == ()
    longer = page(
        "“Our harbours will stay closed until the last mine is lifted, and it will not be lifted this winter”"
    )
    assert len(found(page(FULL), longer)) == 1


def test_days_of_publication_far_apart_part_what_is_not_quoted() -> None:
    words = "that the harbours would stay closed until the last mine was lifted"
    old, new = (replace(page(words), day=day) for day in ("2031-04-05", "2031-09-20"))
    assert found(old, new) == ()
    assert len(found(old, replace(page(words), day="2031-04-06"))) == 1


def test_who_speaks_must_be_known_where_nothing_is_quoted() -> None:
    words = "the harbours closed until the mines are lifted"
    assert found(page(words), page("the harbours to be closed at night", by=())) == ()


def test_the_outer_of_two_nested_reports_is_taken() -> None:
    inner = "the mines in the sound would be lifted by autumn"
    outer = f"Osk had told him {inner}"
    nested = Page(text=f"Tarn said {outer}.", reports=(Report(words=outer), Report(words=inner, by=("osk",), inside=0)))
    assert groups(nested, nested) == [("s0-0", "s1-0")]


def test_a_title_says_what_its_page_says() -> None:
    words = "“Our harbours will stay closed”"
    titled = Page(
        title="‘Our harbours will stay closed’: Tarn",
        text=f"Tarn said {words} on Monday.",
        reports=(Report(words="Our harbours will stay closed"), Report(words=words)),
    )
    assert groups(titled) == [("s0-0", "s0-1")]


def test_repeated_words_of_one_page_are_not_compared_with_each_other() -> None:
    again = "“Our harbours will stay closed until the last mine is gone”"
    assert (
        found(Page(text=f"Tarn said {FULL}. Tarn said {again}.", reports=(Report(words=FULL), Report(words=again))))
        == ()
    )


def test_one_page_and_none_have_no_utterances() -> None:
    assert found(page(FULL)) == ()
    assert utterances.check(Record(), {}) == Record()


def test_fifty_copies_are_one_utterance() -> None:
    (utterance,) = found(*[page(FULL)] * 50)
    assert (len(utterance.statements), utterance.wording) == (50, "identical")


@given(st.lists(st.text(alphabet=st.characters(exclude_characters='"“”'), min_size=1, max_size=60), max_size=5))
def test_any_words_give_utterances_of_known_statements_and_spans_that_stand_there(texts: list[str]) -> None:
    pile = record(*(page(text) for text in texts))
    built = utterances.check(pile, {})
    known = {statement.id for statement in pile.statements}
    of = {document.id: document.text for document in pile.documents}
    for utterance in built.utterances:
        assert len(utterance.statements) > 1
        assert known.issuperset(utterance.statements)
        spans = [span for difference in utterance.differences for span in (difference.a, difference.b)]
        assert all(of[span.document][span.start : span.end] == span.text for span in spans)
    assert utterances.check(pile, {}) == built


def by_nameless(one: str, other: str, words: str, kind: ActorType = "person") -> tuple[Utterance, ...]:
    """The utterances of two pages whose speakers have no names."""
    pages = [Page(text=f"{who} said {words}.", reports=(Report(words=words, by=(who,)),)) for who in (one, other)]
    made = record(*pages)
    speakers = [
        Actor(
            id=who,
            name=who,
            type=kind,
            mentions=(ActorMention(span=document.span(0, len(who)), form="nominal", metonym=False),),
        )
        for who, document in zip((one, other), made.documents, strict=True)
        if who not in {actor.id for actor in made.actors}
    ]
    return utterances.check(replace(made, actors=(*made.actors, *speakers)), {}).utterances


def test_speakers_without_a_name_who_are_called_alike_can_be_one() -> None:
    told = "that the sluice had been shut for repairs since the winter floods"
    assert by_nameless("The keeper's aunt", "the keeper's aunt", told)
    assert by_nameless("A spokesman", "tarn", "“Our harbours will stay closed until the last mine is lifted”")
    assert not by_nameless("A spokesman", "tarn", "that some harbours were closed")


def test_a_surname_alone_can_be_the_person_of_that_name_whatever_it_was_read_as() -> None:
    words = "“our harbours will stay closed”"
    assert by_nameless("Tarn", "tarn", words, kind="document")
    assert not by_nameless("Osker", "tarn", words, kind="document")


def test_who_is_spoken_of_in_one_article_only_is_compared_by_words() -> None:
    told = "that the lamplighters of Hallow had kept the beacon burning"
    made = record(page(told), page(told))
    start = made.documents[0].text.index("the lamplighters")
    span = made.documents[0].span(start, start + len("the lamplighters of Hallow"))
    keepers = Actor(
        id="keepers",
        name=span.text,
        type="group",
        mentions=(ActorMention(span=span, form="nominal", metonym=False),),
    )
    assert utterances.check(replace(made, actors=(*made.actors, keepers)), {}).utterances


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        (("2031-04-05", frozenset({"tarn"})), False),
        (("2031-04-05", frozenset({"tarn", "lund"})), True),
        (("2031-04-06", frozenset({"tarn"})), True),
        ("rally", True),
        (None, False),
    ],
)
def test_who_faces_the_press_on_the_day_of_talks_is_on_their_occasion(other: Occasion | None, *, apart: bool) -> None:
    talks = SimpleNamespace(occasion=("2031-04-05", frozenset({"tarn", "osk"})), days=None, audience=None)
    assert elsewhere(talks, SimpleNamespace(occasion=other, days=None, audience=None)) is apart


@pytest.mark.parametrize(("on", "together"), [("2031-03-02", True), (None, True), ("2031-03-15", False)])
def test_words_said_after_a_page_was_printed_are_not_its(on: str | None, together: bool) -> None:  # noqa: FBT001
    pages = page(FULL), page(FULL, on=on)
    assert bool(groups(replace(pages[0], day="2031-03-02"), replace(pages[1], day="2031-03-16"))) == together
