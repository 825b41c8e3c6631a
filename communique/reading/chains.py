"""Chains: the mentions of one article that name the same actor.

First version: full names take up their bare surnames, other names their repetitions, and `he` and `she` go to the
person who last was a subject outside quotation marks.
"""

from dataclasses import replace

from communique.domain import Mention, Reading, Span
from communique.domain.names import folded
from communique.reading import quotations
from communique.reading.page import Page

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the chains, each list of mentions in text order, the chains in the order in which they begin."""
    subjects = _subjects(page)
    quoted = [q.span for q in quotations.in_blocks(block.span for block in page.blocks)]
    chains: list[list[int]] = []
    focus: list[int] | None = None
    for index, mention in enumerate(reading.mentions):
        inside = any(q.covers(mention.span) for q in quoted)
        if mention.form == "pronoun":
            if focus is not None and not inside:
                focus.append(index)
            continue
        chain = next((c for c in reversed(chains) if _same(mention, [reading.mentions[i] for i in c])), None)
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(index)
        if mention.type == "person" and not inside and (focus is None or mention.span.start in subjects):
            focus = chain
    return replace(reading, chains=tuple(tuple(chain) for chain in chains))


def _subjects(page: Page) -> frozenset[int]:
    """Where the names begin whose noun phrase is a subject, a title before the name not counted."""
    return frozenset(
        block.span.start + tree.start + tree.doc[entity.start].idx
        for block, tree in page.trees()
        for entity in tree.doc.ents
        if entity.root.dep_ in SUBJECTS
    )


def _same(mention: Mention, chain: list[Mention]) -> bool:
    if mention.type != chain[0].type:
        return False
    if mention.type != "person":
        return any(folded(mention.span.text) == folded(other.span.text) for other in chain)
    return any(_same_person(mention.span, other.span) for other in chain if other.form == "named")


def _same_person(a: Span, b: Span) -> bool:
    """One name is the other's, or its last word, or both share last word and first."""
    first, second = folded(a.text).split(), folded(b.text).split()
    if first == second:
        return True
    if first[-1:] != second[-1:]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0] == second[0]
