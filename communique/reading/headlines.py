"""Headlines: verbs that the parser takes for nouns, because a headline leaves out its articles.

`Norland EXPELS two envoys` is read as `expels` of Norland, with the envoys beside them. Where a headline has no other
verb, what the table of events knows as a verb is made one again, with its subject and object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
HISSING = ("ches", "shes", "sses", "xes", "zzes")


def mend(doc: Doc) -> None:
    """Make the noun at the root of each sentence of a headline a verb where it can only be one."""
    for sentence in doc.sents:
        root = sentence.root
        subject, objects = root.nbor(-1) if root.i > sentence.start else None, _behind(root)
        plain = root.tag_ in {"NNS", "NNPS"} and not any(token.tag_ in FINITE for token in sentence)
        if plain and subject is not None and subject.head == root and subject.dep_ in {"compound", "nmod"} and objects:
            lemma = _base(root.lower_)
            if any(not naming.beside for naming in events.verbs_named(lemma)):
                root.pos_, root.tag_, root.lemma_ = "VERB", "VBZ", lemma
                subject.dep_, objects[0].dep_ = "nsubj", "dobj"


def _behind(root: Token) -> list[Token]:
    """What stands right behind the root as if it were the same."""
    return [child for child in root.rights if child.dep_ == "appos" and child.left_edge.i == root.i + 1]


def _base(verb: str) -> str:
    """The base form of a third person: `denies`, `bans`, `clashes`."""
    if verb.endswith("ies"):
        return verb.removesuffix("ies") + "y"
    return verb.removesuffix("es") if verb.endswith(HISSING) else verb.removesuffix("s")
