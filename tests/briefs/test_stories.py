"""What a brief tells of stories and of origins."""

from dataclasses import replace

import pytest

from communique.briefs import compose
from communique.briefs.brief import Brief, StorySources
from communique.briefs.render import RENDERERS, phrases
from communique.domain import Article, Origin, Outlet, Record, Story


@pytest.fixture
def two_stories(record: Record) -> Record:
    articles = {article.id: article for article in record.articles}
    told = Story(id="s-talks", title="Talks on Skerry Point: frank, says Reyle", articles=("a-bulletin", "a-courier"))
    other = Story(id="s-rest", title="He said the boats would sail again", articles=("a-ledger", "a-second"))

    def of(key: str, story: Story, origin: Origin) -> Article:
        return replace(articles[key], story=story.id, origin=origin)

    credit = articles["a-courier"].furniture[-1].span
    shared = articles["a-bulletin"].body[:1]
    return replace(
        record,
        articles=(
            of("a-ledger", other, Origin()),
            of("a-bulletin", told, Origin(kind="copy", agency="AP", copy_of="a-courier", evidence=shared)),
            of("a-courier", told, Origin(kind="wire", agency="AP", evidence=(credit,))),
            of("a-second", other, Origin(kind="staff", evidence=articles["a-second"].body)),
        ),
        stories=(told, other),
    )


def told(brief: Brief, article: str) -> str | None:
    return phrases.origin(next(source for source in brief.sources if source.article == article))


def test_every_form_lists_several_stories_with_their_articles(two_stories: Record) -> None:
    for name in ("terminal", "markdown", "html"):
        page = RENDERERS[name](compose(two_stories), two_stories)
        assert "These articles tell 2 stories" in page
        assert "Talks on Skerry Point: frank, says Reyle (articles 1 and 2)" in page


def test_a_brief_of_one_story_does_not_speak_of_it(record: Record) -> None:
    story = Story(id="s", title="All of it", articles=tuple(article.id for article in record.articles))
    brief = compose(replace(record, stories=(story,)))
    assert brief.stories == ()
    assert {source.story for source in brief.sources} == {None}


def test_sources_show_whose_reporting_they_are(two_stories: Record) -> None:
    brief = compose(two_stories)
    assert told(brief, "a-courier") == "AP"
    assert told(brief, "a-bulletin") == "AP · copy of article 1"
    assert told(brief, "a-second") == "written by the outlet, with what others contributed"
    assert told(brief, "a-ledger") is None
    page = RENDERERS["terminal"](brief, two_stories)
    assert "origin: AP · copy of article 1" in page


def test_an_origin_that_the_address_tells_is_said_to_be_told_by_it(two_stories: Record) -> None:
    wire = Origin(kind="wire", agency="AFP")
    paged = replace(two_stories.articles[3], origin=wire, outlet=Outlet(name="Ledger", how="url"))
    brief = compose(replace(two_stories, articles=(*two_stories.articles[:3], paged)))
    assert told(brief, paged.id) == "AFP, by the address of the page"


def test_an_origin_whose_words_do_not_stand_is_not_shown(two_stories: Record) -> None:
    wrong = replace(two_stories.articles[2].origin.evidence[0], text="Photo: nobody")
    courier = replace(two_stories.articles[2], origin=Origin(kind="wire", agency="AP", evidence=(wrong,)))
    articles = (*two_stories.articles[:2], courier, two_stories.articles[3])
    assert told(compose(replace(two_stories, articles=articles)), "a-courier") is None


def test_of_many_stories_the_first_are_listed() -> None:
    told = [StorySources(id=str(number), title=f"Story {number}", sources=(number,)) for number in range(1, 31)]
    lines = [title for title, _ in phrases.outline(told)]
    assert len(lines) == 13
    assert lines[0] == "Story 1 (article 1)"
    assert lines[-1] == "and 18 more"


def test_the_days_of_the_meetings_that_articles_begin_with_are_chapters(two_stories: Record) -> None:
    told = next(event for event in two_stories.events if event.id == "talks")
    ledger = next(article for article in two_stories.articles if article.id == "a-ledger")
    later = replace(told, id="again", label="Second meeting", date="2031-03-11", mentions=ledger.body[:1])
    one = Story(id="s", title="All of it", articles=tuple(article.id for article in two_stories.articles))
    record = replace(two_stories, events=(*two_stories.events, later), stories=(one,))
    (story,) = compose(record).stories
    assert [(chapter.event, chapter.date) for chapter in story.chapters] == [
        ("talks", told.date),
        ("again", "2031-03-11"),
    ]
    assert all(chapter.words for chapter in story.chapters)
    for name in ("terminal", "markdown", "html"):
        assert "11 March 2031: Second meeting" in RENDERERS[name](compose(record), record)


def test_meetings_of_one_day_make_no_chapters(two_stories: Record) -> None:
    assert {story.chapters for story in compose(two_stories).stories} == {()}
