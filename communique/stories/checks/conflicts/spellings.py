"""Spellings: how different articles spell the name of one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from communique.domain import Actor, Conflict, Span
from communique.stories.checks.conflicts.reports import Reports, Told, conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

ALIKE = 0.75  # ratio of shared letters in order, below which two words are no spellings of one name
SHORTEST = 4


def find(reports: Reports) -> Iterator[Conflict]:
    """Persons a part of whose name two articles spell differently: `Sergei`, `Sergey`; `Guaido`, `Guaidó`."""
    article_at = {
        mention.span: article for article, reading in reports.readings.items() for mention in reading.mentions
    }
    for actor in reports.record.actors:
        if actor.type == "person":
            for told in _variants(actor, article_at):
                if len({item.article for item in told}) > 1:
                    why = "The name is written in different ways; nothing else differs."
                    yield conflict("name-spelling", f"the name of {actor.name}", told, "wording", why)


def _variants(actor: Actor, article_at: Mapping[Span, str]) -> Iterator[list[Told]]:
    """Parts of the name that are spelt in several ways, each way once."""
    ways: dict[str, Told] = {}
    for mention in actor.mentions:
        if mention.form == "named" and mention.span in article_at:
            for part in mention.span.text.split():
                word = part.strip(".,'’\"“”()")
                if len(word) >= SHORTEST and word not in ways:
                    start = mention.span.start + mention.span.text.index(word)
                    span = mention.span.part(start, start + len(word))
                    ways[word] = Told(article=article_at[mention.span], span=span, value=word)
    groups: dict[str, list[Told]] = defaultdict(list)
    for word in sorted(ways):
        key = next((other for other in groups if _same_name(word, other)), word)
        groups[key].append(ways[word])
    yield from (group for group in groups.values() if len(group) > 1)


def _same_name(word: str, other: str) -> bool:
    """Whether two parts of one person's name are one part, spelt differently; letter case alone is no spelling."""
    a, b = word.casefold(), other.casefold()
    return a != b and SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
