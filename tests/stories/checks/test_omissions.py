from dataclasses import replace

from communique.domain import Corroboration, Published, Reading, Record, Story
from communique.stories.checks import omissions
from tests.stories.checks.reports import Page, event, record

MEETING = "They met at noon. The talks were long."
BOOM = "A boom will close the sound."


def pages(*texts: str) -> Record:
    """Reports of one meeting, each of which tells of it twice."""
    told = (("e", "met"), ("e", "talks"))
    pile = record(
        *(Page(text=text, outlet=f"Outlet {n}", told=told) for n, text in enumerate(texts)),
        events=[event("e", "Meeting of Merrow and Hallow")],
    )
    support = tuple(
        document.span(document.text.index(BOOM), document.text.index(BOOM) + len(BOOM))
        for document in pile.documents
        if BOOM in document.text
    )
    claim = Corroboration(id="c", claim="A boom", support=support, outlets=(), independent_origins=len(support))
    return replace(pile, corroborations=(claim,))


def test_what_all_tell_is_no_omission() -> None:
    assert omissions.check(pages(*[f"{MEETING} {BOOM}"] * 3), {}).conflicts == ()


def test_what_most_tell_and_one_does_not() -> None:
    (found,) = omissions.check(pages(f"{MEETING} {BOOM}", f"{MEETING} {BOOM}", MEETING), {}).conflicts
    assert (found.kind, found.verdict) == ("omission", "cannot-tell")
    assert [(side.span.text, side.value) for side in found.sides] == [
        (BOOM, "carried"),
        (BOOM, "carried"),
        ("met", "not found"),
    ]
    assert "may tell it in words" in found.why


def test_two_reports_are_too_few_to_tell() -> None:
    assert omissions.check(pages(f"{MEETING} {BOOM}", MEETING), {}).conflicts == ()


def test_what_half_of_the_reports_tell_is_no_omission_of_the_others() -> None:
    texts = (f"{MEETING} {BOOM}", f"{MEETING} {BOOM}", MEETING, MEETING)
    assert omissions.check(pages(*texts), {}).conflicts == ()


def test_a_report_with_many_of_the_words_may_tell_it() -> None:
    other = f"{MEETING} The sound is to have a boom."
    assert omissions.check(pages(f"{MEETING} {BOOM}", f"{MEETING} {BOOM}", other), {}).conflicts == ()


def test_reports_of_one_outlet_are_one() -> None:
    pile = pages(f"{MEETING} {BOOM}", f"{MEETING} {BOOM}", MEETING)
    first = pile.articles[0].outlet
    same = tuple(replace(article, outlet=first) for article in pile.articles)
    assert omissions.check(replace(pile, articles=same), {}).conflicts == ()


def test_what_two_tell_in_words_that_have_little_in_common_leaves_open_whether_a_third_does() -> None:
    other = "Fog hid the old ferry all day."
    pile = pages(f"{MEETING} {BOOM}", f"{MEETING} {BOOM} {other}", MEETING)
    first, second = pile.corroborations[0].support
    document = next(document for document in pile.documents if document.id == second.document)
    loose = replace(pile.corroborations[0], support=(first, document.span(second.end + 1, len(document.text))))
    assert loose.support[1].text == other
    assert omissions.check(replace(pile, corroborations=(loose,)), {}).conflicts == ()


def stories(*texts: str, days: tuple[str, ...] = ()) -> tuple[Record, dict[str, Reading]]:
    """Long reports of one story that tell of no encounter, with their readings."""
    pile = pages(*(f"{MEETING} {text}" for text in texts))
    articles = tuple(
        replace(article, story="s", published=Published(date=day, precision="day", how="stated"))
        for article, day in zip(pile.articles, days or ["2031-05-06"] * len(texts), strict=True)
    )
    story = Story(id="s", title="A boom", articles=tuple(article.id for article in articles))
    readings = {
        article.id: Reading(
            article=article.id, sentences=tuple(document.span(0, 1) for _ in range(omissions.SENTENCES))
        )
        for article, document in zip(articles, pile.documents, strict=True)
    }
    return replace(pile, articles=articles, events=(), stories=(story,)), readings


def test_what_most_reports_of_a_story_tell_and_one_does_not() -> None:
    pile, readings = stories(*[BOOM] * 3, MEETING)
    (found,) = omissions.check(pile, readings).conflicts
    assert [side.value for side in found.sides] == ["carried"] * 3 + ["not found"]


def test_a_report_of_another_week_leaves_nothing_out() -> None:
    pile, readings = stories(*[BOOM] * 3, MEETING, days=(*["2031-05-06"] * 3, "2031-05-16"))
    assert omissions.check(pile, readings).conflicts == ()


def test_a_short_report_leaves_nothing_out() -> None:
    pile, readings = stories(*[BOOM] * 3, MEETING)
    last = pile.articles[-1].id
    readings[last] = replace(readings[last], sentences=())
    assert omissions.check(pile, readings).conflicts == ()
