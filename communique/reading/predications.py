"""Clauses: every verb with what it says and of what, so that reports can be compared fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Clause, Reading, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.models import Tree
    from communique.reading.page import Block, Page

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
WITHIN = frozenset({"advcl", "ccomp", "relcl", "acl", "parataxis", "conj", "csubj", "pcomp"})
VERBS = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"WDT", "WP"})
LINKING = frozenset({"be", "become", "remain", "seem", "appear", "stay", "prove"})
CONDITIONS = frozenset({"if", "unless", "whether"})
INHERITING = frozenset({"conj", "advcl", "xcomp"})
NOBODY_YET = frozenset({"those", "ones", "anyone", "anybody", "everyone", "everybody", "someone", "somebody"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the clauses of all that tells news."""
    found = (clause for block, tree in page.trees() if block.kind != "dateline" for clause in _clauses(block, tree))
    return replace(reading, clauses=tuple(sorted(found, key=lambda clause: (clause.parts, clause.verb))))


def _clauses(block: Block, tree: Tree) -> Iterator[Clause]:
    heads = {token.i for token in tree.doc if _is_head(token)}
    for at in sorted(heads):
        verb = tree.doc[at]
        parts = tuple(_parts(block, tree, _own(verb, heads)))
        if parts:
            subject = _subject(verb)
            yield Clause(
                parts=parts,
                verb=block.passage(tree, [_telling(verb)]),
                subject=None if subject is None else block.passage(tree, _noun_phrase(subject)),
                asserted=not any(_unsettled(child) for child in verb.children),
            )


def _is_head(token: Token) -> bool:
    """Whether a word is the verb of a clause of its own: not an auxiliary, nor what a verb governs (`tried to go`)."""
    if (
        token.pos_ not in VERBS
        or not any(map(str.isalpha, token.text))
        or token.text[0] in "@#"
        or token.dep_ in {"aux", "auxpass", "amod", "compound"}
    ):
        return False
    return token.dep_ in WITHIN or token.dep_ == "ROOT" or any(child.dep_ in SUBJECTS for child in token.children)


def _unsettled(word: Token) -> bool:
    """Whether it makes a verb tell what is not settled: a modal verb, `to` before it, a condition or a question."""
    return (word.dep_ == "aux" and word.tag_ in {"MD", "TO"}) or word.lower_ in CONDITIONS


def _telling(verb: Token) -> Token:
    """The verb, or what it links the subject to: `is unknown`."""
    linked = (child for child in verb.children if child.dep_ in {"acomp", "attr"})
    return next(linked, verb) if verb.lemma_.lower() in LINKING else verb


def _noun_phrase(noun: Token) -> list[Token]:
    """A noun with what stands in front of it."""
    return [*(token for token in noun.subtree if noun.left_edge.i <= token.i < noun.i), noun]


def _own(verb: Token, heads: set[int]) -> Iterator[Token]:
    """The words of a clause without those of the clauses in it, and without the word that joins one to it.

    Only a clause that tells who is meant is of it too: `was not among those WHO WERE FREED`.
    """
    yield verb
    joins = verb.i in heads and any(child.dep_ == "conj" and child.i in heads for child in verb.children)
    for child in verb.children:
        inside = child.i not in heads or (child.dep_ == "relcl" and verb.lower_ in NOBODY_YET)
        if inside and not (child.dep_ == "mark" or (child.dep_ == "cc" and joins) or child.is_space):
            yield from _own(child, heads)


def _subject(verb: Token) -> Token | None:
    """What it is said of: its subject, that of the verb it is joined to, or the noun that it describes."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.tag_ not in RELATIVE:
                return child
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ not in INHERITING:
            return None
        verb = verb.head


def _parts(block: Block, tree: Tree, tokens: Iterable[Token]) -> Iterator[Span]:
    """Unbroken runs of words, without the punctuation around them."""
    run: list[Token] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if run and token.i != run[-1].i + 1:
            yield from _passage(block, tree, run)
            run = []
        run.append(token)
    yield from _passage(block, tree, run)


def _passage(block: Block, tree: Tree, run: list[Token]) -> Iterator[Span]:
    wanted = [i for i, token in enumerate(run) if not (token.is_punct or token.is_space or token.is_quote)]
    if wanted:
        yield block.passage(tree, run[wanted[0] : wanted[-1] + 1])
