"""Time expressions, as strings."""

from dataclasses import replace

from communique.domain import Reading, TimeExpression
from communique.reading.page import Page

TIMES = frozenset({"DATE", "TIME"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the dates, times of day and durations that the entity recogniser finds."""
    found = (
        TimeExpression(span=span)
        for block, tree in page.trees()
        for entity in tree.doc.ents
        if entity.label_ in TIMES and (span := block.passage(tree, list(entity)).trimmed())
    )
    return replace(reading, times=tuple(found))
