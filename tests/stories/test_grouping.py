"""Which articles are one story."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import stories
from communique.domain import Article, Record
from communique.stories import grouping
from communique.stories.index import StoryIndex
from tests.stories.pages import FERRY, FERRY_ELSEWHERE, LIBRARY, TALKS, article

PILE = (
    article("ferry-1", FERRY, "Ferries collide in fog, eleven hurt", published="2031-03-03", outlet="Harbour Courier"),
    article("ferry-2", FERRY_ELSEWHERE, "Ferry sinks after collision in fog", published="2031-03-04"),
    article("talks", TALKS, "Herring talks end without a treaty", published="2031-03-04"),
    article("library", LIBRARY, "Library lends a harp", published="2031-03-05"),
)


def parts(record: Record) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in record.stories}


def group(*articles: Article) -> Record:
    return grouping.group(Record(articles=articles))


def test_reports_of_one_event_are_a_story_and_others_are_not() -> None:
    assert parts(group(*PILE)) == {frozenset({"ferry-1", "ferry-2"}), frozenset({"talks"}), frozenset({"library"})}


def test_articles_know_their_story_and_a_story_its_title_and_dates() -> None:
    grouped = group(*PILE)
    ferry = next(story for story in grouped.stories if "ferry-1" in story.articles)
    assert {a.id for a in grouped.articles if a.story == ferry.id} == {"ferry-1", "ferry-2"}
    assert ferry.title in {"Ferries collide in fog, eleven hurt", "Ferry sinks after collision in fog"}
    assert (ferry.from_, ferry.to) == ("2031-03-03", "2031-03-04")


def test_a_story_is_called_by_the_headline_that_tells_its_matter() -> None:
    pile = (article("ferry-1", FERRY, "Ferry? No, thanks!"), PILE[1])
    (story,) = group(*pile).stories
    assert story.title == "Ferry sinks after collision in fog"


def test_neither_dates_nor_titles_nor_outlets_are_needed() -> None:
    bare = [replace(a, published=None, outlet=None, title=None) for a in PILE]
    grouped = group(*bare)
    assert frozenset({"ferry-1", "ferry-2"}) in parts(grouped)
    assert all(story.title and story.from_ is None and story.to is None for story in grouped.stories)


def test_the_order_of_articles_does_not_matter() -> None:
    shuffled = list(PILE)
    random.Random(4).shuffle(shuffled)  # noqa: S311 - the same order every time
    assert group(*shuffled).stories == group(*PILE).stories


def test_a_later_article_leaves_the_ids_of_stories_as_they_were() -> None:
    before, after = group(*PILE[:1], *PILE[2:]), group(*PILE)
    assert {story.id for story in before.stories} == {story.id for story in after.stories}


def test_one_article_is_a_story() -> None:
    (story,) = group(PILE[0]).stories
    assert story.articles == ("ferry-1",)
    assert story.title == "Ferries collide in fog, eleven hurt"


def test_fifty_copies_of_one_article_are_one_story() -> None:
    copied = [article(f"copy-{n}", FERRY, published=f"2031-03-{n % 28 + 1:02}") for n in range(50)]
    assert len(group(*copied, PILE[3]).stories) == 2


def test_two_stories_that_share_nothing_stay_two() -> None:
    assert len(group(PILE[0], PILE[3]).stories) == 2


def test_the_same_people_and_places_years_apart_are_another_story() -> None:
    lamps = """\
    A museum of ships' lamps has opened in Brellin with a loan from Ostmark.

    Ilse Brandt, who is now mayor, lit the first lamp. Trawlers in the harbour sounded their horns, and schoolchildren
    from Norwick sang.
    """
    again = article("again", lamps, "Brellin lights its lamps", published="2038-06-01")
    assert len(group(PILE[2], again).stories) == 2


def test_what_all_pages_of_a_small_pile_have_in_common_is_their_story() -> None:
    told = " ".join(f"shared{n}" for n in range(24))
    pile = [
        article(f"page-{n}", f"{told} {' '.join(f'own{n}x{k}' for k in range(190))}", published="2031-03-03")
        for n in range(5)
    ]
    assert len(group(*pile).stories) == 1


def test_an_article_in_another_language_is_a_story_of_its_own() -> None:
    text = (
        "Deux bacs se sont heurtés dans le brouillard au large de Hallow Sound, ont annoncé les secours dimanche soir."
    )
    assert frozenset({"other"}) in parts(group(*PILE, article("other", text, "Collision dans le brouillard")))


def test_articles_without_words_are_stories_of_their_own() -> None:
    empty = [replace(article(key, "..."), body=()) for key in ("empty-1", "empty-2")]
    grouped = group(*PILE[:1], *empty)
    assert len(grouped.stories) == 3
    assert {story.title for story in grouped.stories if story.articles[0] != "ferry-1"} == {""}


def test_no_articles_make_no_stories() -> None:
    assert group().stories == ()


def test_what_is_compared_keeps_its_stories() -> None:
    compared = stories.compare(stories.group(Record(articles=PILE)), [])
    assert len(compared.stories) == 3
    assert all(a.story for a in compared.articles)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="abcdefg  ", min_size=1, max_size=60), max_size=12), st.randoms())
def test_every_article_is_in_one_story_whatever_the_order(texts: list[str], rng: random.Random) -> None:
    pile = [article(f"a{n}", text) for n, text in enumerate(texts) if text.strip()]
    shuffled = rng.sample(pile, len(pile))
    grouped = group(*shuffled)
    assert sorted(key for story in grouped.stories for key in story.articles) == sorted(a.id for a in pile)
    assert parts(grouped) == parts(group(*pile))


def test_articles_can_be_added_one_by_one() -> None:
    index = StoryIndex()
    placed = {a.id: index.add(grouping.features(a)) for a in PILE}
    assert placed["ferry-1"] == placed["ferry-2"]
    assert len(set(placed.values())) == 3
    assert {key: frozenset(held) for key, held in index.stories()} == {
        placed["ferry-1"]: frozenset({"ferry-1", "ferry-2"}),
        placed["talks"]: frozenset({"talks"}),
        placed["library"]: frozenset({"library"}),
    }


def test_an_article_that_two_stories_belong_to_makes_them_one() -> None:
    sunk, logs = FERRY_ELSEWHERE.split("\n\n")[0], FERRY_ELSEWHERE.split("\n\n")[2]
    index = StoryIndex()
    first = index.add(grouping.features(article("sunk", sunk)))
    second = index.add(grouping.features(article("logs", "Both captains handed over their logs on Tuesday.")))
    assert first != second
    both = index.add(grouping.features(article("both", f"{sunk}\n\n{logs}\n\nBoth captains handed over their logs.")))
    assert both == first
    assert len(index.stories()) in {1, 2}


@pytest.mark.parametrize("published", ["2031", "2031-03", "2031-03-04T10:00Z"])
def test_a_day_is_compared_only_where_it_is_known_to_the_month(published: str) -> None:
    day = grouping.features(article("a", FERRY, published=published)).day
    assert (day is None) == (published == "2031")
