"""Group the articles of a record into stories."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from communique.domain import Article, Record, Story
from communique.domain.times import interval
from communique.stories.index import Features, StoryIndex
from communique.stories.words import words

TITLE = 3  # a word of the title counts as so many of the body
OPENING = 12  # words of an article that stand for a headline
SHORT = 4  # words added to a headline's length, lest two words that all share be the best
MONTH = 31  # days; a date less precise is not compared


def group(record: Record) -> Record:
    """The record with every article in a story: the same stories for the same articles, in whatever order they come."""
    index = StoryIndex()
    ordered = sorted(map(features, record.articles), key=lambda f: (f.day is None, f.day or 0, f.article))
    for item in ordered:
        index.count(item)
    for item in ordered:
        index.place(item)
    by_id = {article.id: article for article in record.articles}
    stories = [_story(key, [by_id[article] for article in articles]) for key, articles in index.stories()]
    story_of = {article: story.id for story in stories for article in story.articles}
    return replace(
        record,
        articles=tuple(replace(article, story=story_of[article.id]) for article in record.articles),
        stories=tuple(sorted(stories, key=lambda story: (story.from_ is None, story.from_ or "", story.id))),
    )


def features(article: Article) -> Features:
    """What an article is about."""
    counts: Counter[str] = Counter()
    if article.title:
        counts.update(words(article.title.text) * TITLE)
    for paragraph in article.body:
        counts.update(words(paragraph.text))
    days = interval(article.published.date) if article.published else None
    known = days if days and (days[1] - days[0]).days <= MONTH else None
    return Features(article=article.id, words=tuple(counts.items()), day=known[0].toordinal() if known else None)


def _story(key: str, articles: Sequence[Article]) -> Story:
    published = [article.published for article in articles if article.published]
    return Story(
        id=key,
        title=_title(articles),
        articles=tuple(article.id for article in articles),
        from_=min((each.first for each in published), default=None),
        to=max((each.last for each in published), default=None),
    )


def _opening(text: str) -> str:
    """The first sentence, or its first words and the mark of an omission."""
    words = re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0].split()
    return " ".join(words if len(words) <= OPENING else [*words[:OPENING], "…"])


def _title(articles: Sequence[Article]) -> str:
    """The headline whose words most articles have; without one, how the first article begins."""
    headlines = [" ".join(article.title.text.split()) for article in articles if article.title]
    if not headlines:
        return _opening(articles[0].body[0].text) if articles[0].body else ""
    shared = Counter(word for article in articles for word in {word for word, _ in features(article).words})

    def fits(headline: str) -> float:
        said = set(words(headline))
        return sum(shared[word] - 1 for word in said) / (len(said) + SHORT)

    return max(headlines, key=fits)
