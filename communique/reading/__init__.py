"""What one article says: a pure function of the article, one extractor a module.

An extractor takes the page and the reading so far and gives the reading with its own part added; the order of READERS
is the order in which they may build on one another.
"""

from collections.abc import Callable

from communique.domain import Article, Reading
from communique.models import Models
from communique.reading import (
    ages,
    attributions,
    coreference,
    descriptions,
    events,
    mentions,
    metonyms,
    nesting,
    nominals,
    predications,
    quantities,
    sentences,
    speakers,
    times,
    topics,
)
from communique.reading.page import Page, parse

Reader = Callable[[Page, Reading], Reading]

READERS: tuple[Reader, ...] = (
    sentences.read,
    mentions.read,
    times.read,
    attributions.read,
    nominals.read,
    metonyms.read,
    coreference.read,
    nesting.read,
    speakers.read,
    topics.read,
    descriptions.read,
    quantities.read,
    ages.read,
    predications.read,
    events.read,
)

__all__ = ["READERS", "Page", "Reader", "parse", "read"]


def read(article: Article, models: Models) -> Reading:
    """Read one article with every extractor."""
    page = parse(article, models)
    reading = Reading(article=article.id)
    for reader in READERS:
        reading = reader(page, reading)
    return reading
