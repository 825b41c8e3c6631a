"""Statements: the attributions of an article with their sources resolved to actors."""

from collections.abc import Mapping, Sequence

from communique.domain import Attribution, Reading, Statement
from communique.domain.ids import content_id
from communique.record.actors import Resolution
from communique.record.events import Occasion

UNKNOWN = Occasion()


def build(reading: Reading, resolution: Resolution, said: Mapping[tuple[str, int], Occasion]) -> tuple[Statement, ...]:
    """The statements of one article, in text order, with where and when they were made; a mere topic is none."""
    occasions = [said.get((reading.article, index), UNKNOWN) for index in range(len(reading.attributions))]
    ids = [_id(reading.article, attribution) for attribution in reading.attributions]
    return tuple(
        Statement(
            id=own,
            article=reading.article,
            kind=attribution.kind,
            speakers=_actors(reading, attribution.speakers, resolution),
            speaker=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            verbatim=attribution.verbatim,
            addressees=_actors(reading, attribution.addressees, resolution),
            occasion=occasion.event,
            said_on=occasion.said_on,
            act=attribution.act,
            nested_in=_around(reading, ids, attribution.parent),
            confidence=attribution.confidence,
        )
        for own, attribution, occasion in zip(ids, reading.attributions, occasions, strict=True)
        if not attribution.topical
    )


def _around(reading: Reading, ids: Sequence[str], parent: int | None) -> str | None:
    """The statement that another is reported in."""
    while parent is not None and reading.attributions[parent].topical:
        parent = reading.attributions[parent].parent
    return None if parent is None else ids[parent]


def _id(article: str, attribution: Attribution) -> str:
    places = [(span.start, span.end) for span in attribution.content]
    cue = attribution.cue and (attribution.cue.start, attribution.cue.end)
    return content_id("statement", article, places, cue)


def _actors(reading: Reading, mentions: tuple[int, ...], resolution: Resolution) -> tuple[str, ...]:
    """The actors that some mentions name, each once, in text order."""
    named = (actor for index in mentions for actor in resolution.named_by.get((reading.article, index), ()))
    return tuple(dict.fromkeys(named))
