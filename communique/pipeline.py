"""The order of the stages, and the only place that catches ItemFailed, which becomes a Failure in the result."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from communique import articles, reading, record
from communique.domain import Article, Document, Failure, Reading, Record
from communique.errors import ItemFailed
from communique.models import Syntax
from communique.sources import Item


def read(items: Iterable[Item]) -> Record:
    """Read every item and make one record; an item that fails is in its failures, and the rest goes on."""
    documents: list[Document] = []
    found: list[Article] = []
    readings: list[Reading] = []
    failures: list[Failure] = []
    times_seen: Counter[str] = Counter()
    syntax: Syntax | None = None
    for item in items:
        try:
            document = item.read()
            times_seen[document.id] += 1
            document = _numbered(document, times_seen[document.id])
            in_document = articles.find(document)
        except ItemFailed as failure:
            failures.append(Failure(source=failure.source, stage=failure.stage, reason=failure.reason))
            continue
        syntax = syntax or Syntax.load()
        documents.append(document)
        found += in_document
        readings += [reading.read(article, syntax) for article in in_document]
    return record.build(documents, found, readings, failures)


def _numbered(document: Document, times: int) -> Document:
    """The document under an id of its own: bytes that came before under another name get a number."""
    return document if times == 1 else replace(document, id=f"{document.id}-{times}")
