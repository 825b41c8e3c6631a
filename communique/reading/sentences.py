"""Sentences: where each begins and ends."""

from dataclasses import replace

from communique.domain import Reading, Span
from communique.reading.page import Page


def read(page: Page, reading: Reading) -> Reading:
    """Add the sentences of every block, without the white space around them."""
    told = ((block, tree) for block, tree in page.trees() if block.kind != "dateline")
    spans = (block.passage(tree, list(sent)).trimmed() for block, tree in told for sent in tree.doc.sents)
    return replace(reading, sentences=tuple(span for span in spans if isinstance(span, Span)))
