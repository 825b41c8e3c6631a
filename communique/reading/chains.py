"""Chains: the mentions of one article that name the same actor.

First version: full names take up their bare surnames, other names their repetitions, and `he` and `she` go to the
person who last was a subject outside quotation marks.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from communique.domain import Mention, Reading
from communique.domain.names import folded
from communique.reading import quotations
from communique.reading.page import Page

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

Chain = list[int]


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains so far, found again by name, and persons by the last word of their names."""

    all: list[Chain] = field(default_factory=list)
    by_name: dict[tuple[str, str], Chain] = field(default_factory=dict)
    by_surname: dict[str, list[tuple[list[str], Chain]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, index: int, mention: Mention) -> Chain:
        """Put a named mention into its chain, or into a new one, and give the chain."""
        name = folded(mention.span.text)
        chain = self.by_name.get((mention.type, name))
        if chain is None and mention.type == "person":
            chain = self._person(name.split())
        if chain is None:
            chain = []
            self.all.append(chain)
        if (mention.type, name) not in self.by_name:
            self.by_name[mention.type, name] = chain
            if mention.type == "person":
                self.by_surname[name.split()[-1]].append((name.split(), chain))
        chain.append(index)
        return chain

    def _person(self, words: list[str]) -> Chain | None:
        """The last named person whose name shares the last word, where one is bare or the first words agree too."""
        known = self.by_surname[words[-1]]
        same = (c for name, c in reversed(known) if len(name) == 1 or len(words) == 1 or name[0] == words[0])
        return next(same, None)


def read(page: Page, reading: Reading) -> Reading:
    """Add the chains, each list of mentions in text order, the chains in the order in which they begin."""
    subjects = _subjects(page)
    quoted = _quoted(page)
    chains = Chains()
    focus: Chain | None = None
    for index, mention in enumerate(reading.mentions):
        outside = mention.span.start not in quoted
        if mention.form == "pronoun":
            if focus is not None and outside:
                focus.append(index)
            continue
        chain = chains.add(index, mention)
        if mention.type == "person" and outside and (focus is None or mention.span.start in subjects):
            focus = chain
    return replace(reading, chains=tuple(tuple(chain) for chain in chains.all))


def _quoted(page: Page) -> frozenset[int]:
    """The places of all characters that stand between quotation marks."""
    found = quotations.in_blocks(block.span for block in page.blocks)
    return frozenset(at for quotation in found for at in range(quotation.span.start, quotation.span.end))


def _subjects(page: Page) -> frozenset[int]:
    """Where the names begin whose noun phrase is a subject."""
    return frozenset(
        block.span.start + tree.start + entity.start_char
        for block, tree in page.trees()
        for entity in tree.doc.ents
        if entity.root.dep_ in SUBJECTS
    )
