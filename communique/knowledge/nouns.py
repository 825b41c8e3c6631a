"""English nouns that stand for an actor, and for which kind.

The table is derived from WordNet 3.1 (Princeton University; actor_nouns.licence.txt) by training/nouns/prepare.py,
which also says how, and by hand where the news uses a word otherwise.
"""

from functools import cache
from typing import get_args

from communique.domain import ActorType
from communique.knowledge.tables import KnowledgeError, load_tsv

NOTHING = "-"
KINDS: dict[str, ActorType | None] = {kind: kind for kind in get_args(ActorType)} | {NOTHING: None}


def actor_noun(lemma: str) -> ActorType | None:
    """The kind of actor that a noun in the singular stands for, whatever the letter case; None where it is for none."""
    return _nouns().get(lemma.casefold())


def is_listed(words: str) -> bool:
    """Whether the table speaks of these words, be it that they stand for no actor (`dinner party`)."""
    return words.casefold() in _nouns()


def entry(row: dict[str, str]) -> tuple[str, ActorType | None]:
    """One row of the table.

    Raises:
        KnowledgeError: the noun is empty or not in small letters, or its type is not one that the record knows.
    """
    noun, kind = row["noun"], row["type"]
    if not noun or noun != noun.casefold().strip() or kind not in KINDS:
        message = f"actor_nouns.tsv: {noun!r} with type {kind!r}"
        raise KnowledgeError(message)
    return noun, KINDS[kind]


@cache
def _nouns() -> dict[str, ActorType | None]:
    return dict(entry(row) for row in load_tsv("actor_nouns.tsv"))
