"""Metonyms: seats of government that speak or are spoken to stand for their states (`Washington denied ...`)."""

from dataclasses import replace

from communique.domain import Mention, Reading
from communique.knowledge.states import seated_in
from communique.reading import parties
from communique.reading.page import Page


def read(page: Page, reading: Reading) -> Reading:
    """Turn every place that is a party to an attribution, and a seat of government, into a mention of its state."""
    places = parties.places(reading.mentions)
    speaking = {
        places.get(word.at)
        for attribution in reading.attributions
        for party in (*parties.source(page, attribution), *parties.addressed(page, attribution))
        for word in party
    }
    mentions = (_acting(m) if i in speaking else m for i, m in enumerate(reading.mentions))
    return replace(reading, mentions=tuple(mentions))


def _acting(mention: Mention) -> Mention:
    if mention.type not in {"place", "org"} or seated_in(mention.span.text) is None:
        return mention
    return replace(mention, type="state", metonym=True)
