"""The order of the stages, and the only place that catches ItemFailed, which becomes a Failure in the result."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from communique import articles, reading, record, stories
from communique.domain import Article, Document, Failure, Reading, Record
from communique.errors import ItemFailed
from communique.knowledge.issues import taxonomy
from communique.models import Models
from communique.models.threads import one_thread
from communique.settings import Settings
from communique.sources import Item

Cleaned = tuple[Document, tuple[Article, ...], tuple[articles.Labelled, ...]]


def read(items: Iterable[Item], settings: Settings | None = None) -> Record:
    """Read every item and make one record; an item that fails is in its failures, and the rest goes on.

    Raises:
        RunStopped: the user's file of issues cannot be used.
    """
    issues = taxonomy(settings.issues if settings else None)
    documents: list[Document] = []
    found: list[Article] = []
    readings: list[Reading] = []
    failures: list[Failure] = []
    times_seen: Counter[str] = Counter()
    models: Models | None = None
    for item in items:
        try:
            document = item.read()
            times_seen[document.id] += 1
            document = _numbered(document, times_seen[document.id])
            in_document = articles.find(document)
        except ItemFailed as failed:
            failures.append(_failure(failed))
            continue
        models = models or Models.load()
        documents.append(document)
        found += in_document
        with one_thread():
            readings += [reading.read(article, models) for article in in_document]
    grouped = stories.group(record.build(documents, found, readings, failures))
    return stories.compare(record.assign(grouped, readings, issues), readings, models.claims if models else None)


def _numbered(document: Document, times: int) -> Document:
    """The document under an id of its own: bytes that came before under another name get a number."""
    return document if times == 1 else replace(document, id=f"{document.id}-{times}")


def explain(items: Iterable[Item]) -> tuple[list[Cleaned], list[Failure]]:
    """How the page of each item is cleaned, and the items that fail."""
    cleaned: list[Cleaned] = []
    failures: list[Failure] = []
    for item in items:
        try:
            document = item.read()
            cleaned.append((document, articles.find(document), articles.explain(document)))
        except ItemFailed as failed:
            failures.append(_failure(failed))
    return cleaned, failures


def _failure(failed: ItemFailed) -> Failure:
    return Failure(source=failed.source, stage=failed.stage, reason=failed.reason)
