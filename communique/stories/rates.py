"""Rates: which goods a duty or another share is on, since those on different goods are no two figures of one matter."""

from __future__ import annotations

import re

from communique.knowledge.vocabulary import word_root
from communique.stories.figures import SHARE, Figure
from communique.stories.words import words

LEVY = "tariff"
RATED = re.compile(
    r" (?:(?:that|which) [^,.;:]{1,30} )?on (?:the |its |their )?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[A-Z]\w+ )?(?P<what>[a-z][\w-]+(?: [a-z][\w-]+)?)"
)


def on_other_things(one: Figure, other: Figure) -> bool:
    """Whether two rates are on different goods: `20 percent ON PORK`, of which the other's sentence says nothing."""
    if not one.quantity.unit == other.quantity.unit == SHARE:
        return False
    goods = tuple(_roots((rated(figure) or "").replace("-", " ")) for figure in (one, other))
    if all(goods):
        return goods[0].isdisjoint(goods[1])
    levied = LEVY in {one.quantity.counted, other.quantity.counted}
    return levied and any(
        told and told.isdisjoint(_roots(figure.sentence.text)) for told, figure in zip(goods, (other, one), strict=True)
    )


def rated(figure: Figure) -> str | None:
    """What a rate is on, in the words behind it."""
    match = RATED.match(figure.sentence.text, figure.quantity.span.end - figure.sentence.start)
    return match["what"] if match and figure.quantity.unit == SHARE else None


def _roots(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(word_root, words(text))))
