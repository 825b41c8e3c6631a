"""Chains: the mentions of one article that name the same actor.

First version: full names take up their bare surnames, other names their repetitions, noun phrases and pronouns the
persons that they can be told to stand for. A phrase for two persons is in the chains of both.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from communique.domain import Mention, Reading, Span
from communique.domain.names import folded
from communique.reading import antecedents, quotations
from communique.reading.antecedents import Person
from communique.reading.page import Page, Word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "iobj", "dative", "pobj"})
LEADING = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
RECENT = 4  # persons who can still be meant by a pronoun
DETERMINERS = frozenset("a an another the this that these those some its his her their our".split())


@dataclass(slots=True)
class Chain:
    """Indices of mentions, and what is known of the person, if it is one with a name."""

    indices: list[int] = field(default_factory=list)
    person: Person | None = None


@dataclass(slots=True)
class Chains:
    """The chains so far, found again by name, and persons by the last word of their names."""

    all: list[Chain] = field(default_factory=list)
    by_name: dict[tuple[str, str], Chain] = field(default_factory=dict)
    by_surname: dict[str, list[tuple[list[str], Chain]]] = field(default_factory=lambda: defaultdict(list))
    recent: list[Chain] = field(default_factory=list)

    def name(self, index: int, mention: Mention) -> Chain:
        """Put a mention into the chain of its name, or into a new one, and give the chain."""
        name = " ".join(
            w for w in folded(mention.span.text).split() if mention.form != "nominal" or w not in DETERMINERS
        )
        key = (mention.type, name)
        named_person = mention.type == "person" and mention.form == "named"
        chain = self.by_name.get(key) or (self._person(name.split()) if named_person else None)
        if chain is None:
            chain = Chain(person=Person() if named_person else None)
            self.all.append(chain)
        if key not in self.by_name:
            self.by_name[key] = chain
            if named_person:
                self.by_surname[name.split()[-1]].append((name.split(), chain))
        chain.indices.append(index)
        return chain

    def mean(self, index: int, head: Word) -> bool:
        """Put a noun phrase into the chains of the persons that it stands for, if that can be told."""
        known = {id(chain.person): chain for chain in self.all if chain.person}
        focus = self.recent[0].person if self.recent else None
        meant = antecedents.meant(head, [c.person for c in known.values() if c.person], focus)
        for person in meant:
            known[id(person)].indices.append(index)
        return bool(meant)

    def speak_of(self, chain: Chain) -> None:
        """Make a person the one last spoken of."""
        self.recent = [chain, *(c for c in self.recent[: RECENT - 1] if c is not chain)]

    def refer(self, index: int, pronoun: Word) -> None:
        """Put a pronoun into the chain of the person last spoken of whom it can stand for.

        An object (`Berg stood beside him`) is nobody whom its own sentence has named.
        """
        word = pronoun.token
        begun = pronoun.at - word.idx + word.sent.start_char if word.dep_ in OBJECTS else None
        able = (c for c in self.recent if c.person and (begun is None or max(c.person.places, default=-1) < begun))
        chain = next((c for c in able if c.person and c.person.agrees(word.lower_)), None)
        if chain is not None:
            chain.indices.append(index)

    def _person(self, words: list[str]) -> Chain | None:
        """The last named person whose name shares the last word, where one is bare or the first words agree too."""
        known = self.by_surname[words[-1]]
        same = (c for name, c in reversed(known) if len(name) == 1 or len(words) == 1 or name[0] == words[0])
        return next(same, None)


def read(page: Page, reading: Reading) -> Reading:
    """Add the chains, each list of mentions in text order, the chains in the order in which they begin."""
    quoted = _quoted(page)
    title = page.article.title  # capitals mislead the recogniser there, so that a title introduces nobody
    chains = Chains()
    for index, mention in enumerate(reading.mentions):
        outside = mention.span.start not in quoted
        head = _head(page, mention.span)
        if mention.form == "pronoun":
            if outside and head is not None:
                chains.refer(index, head)
            continue
        if mention.form == "nominal" and head is not None and outside and chains.mean(index, head):
            continue
        chain = chains.name(index, mention)
        if chain.person is not None and head is not None and not _in(title, mention.span):
            chain.person.named(head)
            if outside and (not chains.recent or _leads(head)):
                chains.speak_of(chain)
    return replace(reading, chains=tuple(tuple(chain.indices) for chain in chains.all))


def _leads(head: Word) -> bool:
    """Whether a name is the subject of a main clause, or of one that is joined to it or quotes."""
    word = head.token
    while word.dep_ == "appos":
        word = word.head
    return word.dep_ in SUBJECTS and word.head.dep_ in LEADING


def _in(title: Span | None, span: Span) -> bool:
    return title is not None and title.covers(span)


def _head(page: Page, span: Span) -> Word | None:
    """The word of a mention that the others hang on."""
    words = page.block_at(span.start).words(span)
    inside = {word.token.i for word in words}
    return next((word for word in words if word.token.head.i not in inside or word.token.dep_ == "ROOT"), None)


def _quoted(page: Page) -> frozenset[int]:
    """The places of all characters that stand between quotation marks."""
    found = quotations.in_blocks(block.span for block in page.blocks)
    return frozenset(at for quotation in found for at in range(quotation.span.start, quotation.span.end))
