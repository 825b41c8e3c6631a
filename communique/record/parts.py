"""A record's stories one by one: what one tells is no evidence of what another is about."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from communique.domain import Actor, Article, Event, Record, Statement
from communique.domain.layout import Layout


def by_story(record: Record) -> Iterator[Record]:
    """Each story's articles, statements and events, with the actors whom its documents name.

    Articles that are in no story yet are together one part.
    """
    story = {article.id: article.story for article in record.articles}
    layout = Layout(record.articles)
    articles: defaultdict[str | None, list[Article]] = defaultdict(list)
    statements: defaultdict[str | None, list[Statement]] = defaultdict(list)
    events: defaultdict[str | None, list[Event]] = defaultdict(list)
    actors: defaultdict[str | None, list[Actor]] = defaultdict(list)
    stories_of: defaultdict[str, set[str | None]] = defaultdict(set)
    for article in record.articles:
        articles[article.story].append(article)
        stories_of[article.document].add(article.story)
    for statement in record.statements:
        statements[story.get(statement.article)].append(statement)
    for event in record.events:
        told_in = layout.article_of(event.mentions[0])
        events[told_in.story if told_in else None].append(event)
    for actor in record.actors:
        for key in {key for mention in actor.mentions for key in stories_of[mention.span.document]}:
            actors[key].append(actor)
    for key in dict.fromkeys((*articles, *statements, *events)):
        yield replace(
            record,
            articles=tuple(articles[key]),
            statements=tuple(statements[key]),
            events=tuple(events[key]),
            actors=tuple(actors[key]),
        )
