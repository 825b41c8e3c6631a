"""Mentions: the names of an article, and the pronouns that may stand for persons.

The recogniser takes many a bare surname for an organisation, or for nothing; where an article gives a person's full
name, its last word is a mention of the person wherever it stands alone. So is its first word, which Ethiopians,
Icelanders and others go by, unless it is a place's or another's; and the surname of a head of state or government,
whom the news need not introduce.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import ActorType, Mention, Reading, Span
from communique.knowledge import is_feature, leaders_called, organisation_named, place_name
from communique.knowledge.names import HE, SHE
from communique.knowledge.states import state_named
from communique.knowledge.words import commonness
from communique.reading import introductions, names, towns
from communique.reading.page import Block, Page

if TYPE_CHECKING:
    from spacy.tokens import Token

INTRODUCED = frozenset({"vehicle", "party"})
SETTLED = 3  # how often the recogniser must say otherwise of a name that the words beside it tell to be a place
COMMON = 1  # articles of a thousand in which a word stands in small letters that no person is called by alone
PRONOUNS = HE | SHE


def read(page: Page, reading: Reading) -> Reading:
    """Add the mentions of every block, in text order."""
    told = _with_towns(page, list(_named(page)))
    named = _agreed([(mention, settled) for mention, _, settled in told])
    named = [mention for mention in named if not _is_word(page, mention, named)]
    surnames = {m.span.text.split()[-1] for m in named if m.type == "person" and len(m.span.text.split()) > 1}
    surnames |= {token.text for _, tree in page.trees() for token in tree.doc if _leads_a_state(token)}
    given = _going_by({m.span.text for m, surely, _ in told if surely}) - surnames
    shoals = {m.span.text.split()[0] for m in named if is_feature(m.span.text)} - surnames - given
    named = [replace(m, type="place") if m.span.text in shoals and m.type == "person" else m for m in named]
    named = [replace(m, type="person") if m.span.text in surnames | given else _alone_named(m, surnames) for m in named]
    taken = {at for m in named for at in range(m.span.start, m.span.end)}
    more = [
        Mention(span=span, type="person", form="pronoun" if token.lower_ in PRONOUNS else "named")
        for block, tree in page.trees()
        for token in tree.doc
        if token.text in surnames
        or (token.text in given and _alone(token))
        or (token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"})
        if (span := block.passage(tree, [token])).start not in taken
    ]
    mentions = sorted([*named, *more], key=lambda m: (m.span.start, m.span.end))
    return replace(reading, mentions=tuple(mentions))


def _alone_named(name: Mention, surnames: Collection[str]) -> Mention:
    """A body without the person that it was joined with: `Berg and the HARBOUR COMMITTEE`."""
    who, joined, rest = name.span.text.partition(" and ")
    if not (joined and rest[:1].isupper() and who in surnames and name.type == "org"):
        return name
    return replace(name, span=name.span.part(name.span.end - len(rest), name.span.end))


def _is_word(page: Page, name: Mention, named: Sequence[Mention]) -> bool:
    """Whether a name of one word is the first of its sentence and no person at all: `TURNOUT reached a record`."""
    word = name.span.text
    if name.type != "person" or not word.isalpha() or not word.istitle() or commonness(word.lower()) < COMMON:
        return False
    words = page.block_at(name.span.start).words(name.span)
    alone = words and words[0].token.is_sent_start and not leaders_called(word)
    return bool(alone) and not any(word in other.span.text.split() for other in named if other != name)


def _with_towns(page: Page, told: list[tuple[Mention, bool, bool]]) -> list[tuple[Mention, bool, bool]]:
    """The names with the towns of the states among them, which are settled to be places."""
    found = tuple(towns.told_of(page, (mention for mention, _, _ in told)))
    taken = {at for town in found for at in range(town.span.start, town.span.end)}
    return [each for each in told if each[0].span.start not in taken] + [(town, False, True) for town in found]


def _going_by(persons: Iterable[str]) -> set[str]:
    """The first words of the full names of some persons, of no two persons', that mean nothing else."""
    bearers = Counter(first for first, _ in {(words[0], words[-1]) for words in map(str.split, persons)})
    return {
        word
        for word, times in bearers.items()
        if times == 1 and word.isalpha() and word.istitle() and not (place_name(word) or organisation_named(word))
    }


def _alone(token: Token) -> bool:
    """Whether a name is whole: no capitalised word before or behind it that it is written together with."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return token.pos_ == "PROPN" and not any(word.pos_ == "PROPN" for word in beside)


def _agreed(told: list[tuple[Mention, bool]]) -> list[Mention]:
    """The mentions, with those of one name of one type: the one that most of them were given.

    told: the mentions, and whether the words beside one settle that it is a place.

    A ship or a party is one once it is introduced: `the trawler Havbris`, then `the Havbris`.
    """
    types: dict[str, Counter[ActorType]] = defaultdict(Counter)
    for mention, settled in told:
        weight = len(told) if mention.type in INTRODUCED else SETTLED if settled else 1
        types[mention.span.text][mention.type] += weight
    return [replace(m, type=types[m.span.text].most_common(1)[0][0]) for m, _ in told]


def _named(page: Page) -> Iterator[tuple[Mention, bool, bool]]:
    """The names, whether each is the full name of a sure person, and whether the words beside it make it a place."""
    text = "\n".join(block.span.text for block in page.blocks if block.kind != "title")
    for block in page.blocks:
        if block.kind == "dateline":
            yield from ((mention, False, True) for mention in _datelined(block))
            continue
        for tree in block.trees:
            headline = text.__contains__ if block.kind == "title" and text else None
            for name in names.find(tree.doc, headline=headline):
                span = block.passage(tree, list(tree.doc[name.start : name.end]))
                full = name.type == "person" and name.end - name.start > 1
                surely = full and introductions.is_person(tree.doc, name.start, name.end)
                found = _pair(span) or [Mention(span=span, type=name.type, form=name.form)]
                yield from ((mention, surely, name.settled) for mention in found)


def _pair(span: Span) -> list[Mention]:
    """The states of a pair that is written as one word: `US-Russia ties`, `Franco-German`."""
    parts = list(re.finditer(r"[^-–]+", span.text))
    states = [state_named(part.group()) for part in parts]
    if len(parts) < 2 or state_named(span.text) is not None:
        return []
    return [
        Mention(
            span=span.part(span.start + part.start(), span.start + part.end()),
            type="state",
            form="adjectival" if state.adjective else "named",
        )
        for part, state in zip(parts, states, strict=True)
        if state is not None and None not in states
    ]


def _datelined(block: Block) -> Iterator[Mention]:
    start = block.span.start
    for begin, end, kind in _places(block.span.text):
        yield Mention(span=block.span.part(start + begin, start + end), type=kind, form="named")


def _leads_a_state(token: Token) -> bool:
    """Whether a word is what the news calls a head of state or government, who need no introduction."""
    return (
        token.is_title and token.is_alpha and any(leader.surname == token.text for leader in leaders_called(token.text))
    )


def _places(words: str) -> Sequence[tuple[int, int, ActorType]]:
    """The places of a dateline: half-open character ranges of the parts between commas, up to a bracket or dash."""
    found: list[tuple[int, int, ActorType]] = []
    head = re.split(r"[(–—:]|\s-", words, maxsplit=1)[0]
    for part in re.finditer(r"[^,/]+", head):
        text = part.group().strip(" .*_")
        if any(c.isalpha() for c in text) and not any(c.isdigit() for c in text):
            start = part.start() + part.group().index(text)
            found.append((start, start + len(text), "state" if state_named(text) else "place"))
    return found
