"""Ages: how old an article says that somebody is, as quantities of years with the words that tell whose age it is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from communique.domain import Quantity
from communique.knowledge import quantities as known
from communique.reading.counted import HEADS, subject
from communique.reading.numerals import ONE, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from communique.domain import Reading, Span
    from communique.models import Tree
    from communique.reading.page import Block, Page

OLDEST = 115
OF_NAME = re.compile(rf",\s(?:aged\s|who\s(?:is|was|turned)\s)?{ONE}(?=[,.;)]|\s(?:and|or|who)\b)", re.IGNORECASE)
OLD = re.compile(rf"(?<![\w.-]){ONE}[-\s]years?[-\s]old\b", re.IGNORECASE)
AGED = re.compile(rf"\baged\s{ONE}(?![\w–-]|\.\d|\s(?:to|and|or)\s)", re.IGNORECASE)


def read(page: Page, reading: Reading) -> Reading:
    """Add the ages to the quantities; a number that is an age is no other quantity."""
    named = tuple(_of_names(page, reading))
    ages = (*named, *_beside(named, (age for block, tree in page.trees() for age in _in_tree(block, tree))))
    told = (*ages, *_beside(ages, reading.quantities))
    return replace(reading, quantities=tuple(sorted(told, key=lambda quantity: quantity.span)))


def _beside(ages: Iterable[Quantity], quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities that share no word with an age."""
    taken = {at for age in ages for at in range(age.span.start, age.span.end)}
    return (q for q in quantities if taken.isdisjoint(range(q.span.start, q.span.end)))


def _of_names(page: Page, reading: Reading) -> Iterator[Quantity]:
    """Ages that stand behind a name: `Ann Lee, 37,`; `Ann Lee, who turned 37`."""
    for mention in reading.mentions:
        if mention.type == "person" and mention.form == "named":
            block = page.block_at(mention.span.start).span
            match = OF_NAME.match(block.text, mention.span.end - block.start)
            if block.covers(mention.span) and match and value(match["one"]) <= OLDEST:
                yield _age(block.part(mention.span.start, block.start + match.end()), value(match["one"]), None)


def _in_tree(block: Block, tree: Tree) -> Iterator[Quantity]:
    """Ages in so many words: `a five-year-old boy`, `the boy was five years old`, `a boy aged five`."""
    for match in chain(OLD.finditer(tree.text), AGED.finditer(tree.text)):
        tokens = tree.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        years = value(match["one"])
        if tokens is None or not 0 < years <= OLDEST:
            continue
        words = [*tokens]
        whose = _described(words[-1]) or (words[0].head if words[0].dep_ in {"acl", "amod"} else subject(words[-1]))
        told = block.passage(tree, sorted({*words, *([whose] if whose else [])}))
        told_of = None if whose is None or whose.pos_ == "PRON" else known.counted(whose.lemma_.lower())
        yield _age(told, years, told_of)


def _age(span: Span, years: float, counted: str | None) -> Quantity:
    return Quantity(span=span, low=years, high=years, unit=known.YEARS, counted=counted)


def _described(last: Token) -> Token | None:
    """The noun that an age in front of it describes."""
    token = last
    while token.dep_ in {"amod", "compound", "nmod", "npadvmod", "nummod"} and token.head.i > token.i:
        token = token.head
    return token if token.i > last.i and token.pos_ in HEADS else None
