"""The record: what needs more than one article. Readings go in, the parts of the record come out."""

from collections.abc import Sequence
from dataclasses import replace

from communique.domain import Article, Document, Failure, Reading, Record
from communique.record import actors, events, statements
from communique.record.issues import assign

__all__ = ["assign", "build"]


def build(
    documents: Sequence[Document],
    articles: Sequence[Article],
    readings: Sequence[Reading],
    failures: Sequence[Failure],
) -> Record:
    """One record of all that was read, lists sorted by id, statements by article and place.

    Stories stay empty, and issues, which `assign` tells once the stories are known; utterances and what follows from
    them are found in comparing the record's articles.
    """
    resolution = actors.resolve(readings, articles)
    found = events.resolve(readings, articles, resolution)
    return Record(
        documents=tuple(sorted(documents, key=lambda d: d.id)),
        articles=tuple(
            replace(article, published=article.published or found.published.get(article.id))
            for article in sorted(articles, key=lambda a: (a.document, a.body[0].start))
        ),
        actors=resolution.actors,
        statements=tuple(
            statement
            for reading in sorted(readings, key=lambda r: r.article)
            for statement in statements.build(reading, resolution, found.said)
        ),
        events=found.events,
        timeline=events.timeline(found.events),
        failures=tuple(sorted(set(failures))),
    )
