"""Claims: what a verb of speech or thought, or `according to`, says by the grammar of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.domain import Span
from communique.models import Tree
from communique.reading import cues
from communique.reading.page import Block
from communique.reading.phrases import FINITE, state

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
COMPLEMENTS = frozenset({"ccomp", "parataxis"})
CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
QUOTING = frozenset({"cite", "quote"})
TOLD = frozenset({"ask", "inform", "tell", "urge", "warn"})
PUT = "put"
FIGURES = frozenset("cost count damage estimate figure loss number price share sum toll total turnout value".split())
JOINING = frozenset({"CCONJ", "PUNCT", "SCONJ"})
PASSIVE = frozenset({"nsubjpass"})
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect"})
DESCRIBING = frozenset({"relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one cue claims, and the lemma of its verb."""

    verb: str
    cue: Span
    source: Span | None
    content: tuple[Span, ...]


def claims(block: Block, tree: Tree) -> Iterator[Claim]:
    """The claims of one tree, in text order of their cues."""
    for token in tree.doc:
        claim = None
        if token.lower_ == "according":
            claim = _according(block, tree, token)
        elif token.lemma_.lower() in cues.VERBS and token.pos_ in {"VERB", "AUX"}:
            claim = _governed(block, tree, token)
        elif token.lemma_.lower() in cues.NOUNS and token.pos_ == "NOUN":
            claim = _claimed(block, tree, token)
        elif token.lemma_ == PUT and token.pos_ == "VERB":
            claim = _estimated(block, tree, token)
        if claim is not None:
            yield claim


def _according(block: Block, tree: Tree, token: Token) -> Claim | None:
    """`According to SOURCE, CONTENT`, in any order."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = [t for t in to.subtree if t.i > to.i] if to is not None else []
    inside = {t.i for t in token.subtree}
    content = _spans(block, tree, [t for t in token.sent if t.i not in inside])
    if to is None or not source or not content:
        return None
    cue, whole = block.passage(tree, [token, to]), block.passage(tree, source)
    return Claim(verb="accord", cue=cue, source=whole, content=content)


def _governed(block: Block, tree: Tree, verb: Token) -> Claim | None:
    """A verb with the clause that it governs."""
    content = _spans(block, tree, _clause(verb) or _plea(verb))
    if not content:
        return None
    subject = _subject(verb)
    parts = CUE_PARTS - {"neg"} if verb.lemma_.lower() == "plead" else CUE_PARTS
    near = (child for child in verb.children if child.dep_ in parts and abs(child.i - verb.i) <= 3)
    return Claim(
        verb=verb.lemma_.lower(),
        cue=block.passage(tree, sorted([verb, *near], key=lambda t: t.i)),
        source=block.passage(tree, phrase(subject)) if subject is not None else None,
        content=content,
    )


def _claimed(block: Block, tree: Tree, noun: Token) -> Claim | None:
    """A noun of speech with whose it is and what it says: `Norway's CLAIM that ...`, `Norwegian CLAIMS that ...`."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _finite(c))
    clause = next((c for c in clauses if any(t.lower_ == "that" and t.dep_ == "mark" for t in c.children)), None)
    owners = (c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "amod" and state(c) is not None))
    owner = next(owners, None)
    if clause is None or owner is None:
        return None
    content = _spans(block, tree, clause.subtree)
    source = [token for token in owner.subtree if token.tag_ != "POS"]
    cue, whole = block.passage(tree, [noun]), block.passage(tree, source)
    return Claim(verb=noun.lemma_.lower(), cue=cue, source=whole, content=content) if content else None


def _estimated(block: Block, tree: Tree, verb: Token) -> Claim | None:
    """An estimate: `police PUT the number of marchers at 2,800`."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    figure = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in FIGURES), None)
    at = [t for t in verb.subtree if t.lower_ == "at" and t.i > verb.i and _of_number(t)]
    if subject is None or figure is None or not at:
        return None
    told = block.passage(tree, sorted([*figure.subtree, *at[-1].subtree], key=lambda token: token.i))
    source, cue = block.passage(tree, phrase(subject)), block.passage(tree, [verb])
    return Claim(verb=PUT, cue=cue, source=source, content=(told,))


def _of_number(at: Token) -> bool:
    """Whether a number stands behind `at`, which the parser may tie to the noun behind it: `put AT four the number`."""
    return any(c.like_num for c in at.subtree) or (at.i + 1 < len(at.doc) and at.nbor().like_num)


def spoken_by(verb: Token, source: Token) -> Token | None:
    """Who says what a verb says, given the head of what was taken for the source; that head where it can be.

    It cannot be a time (`THIS WEEK announced`), what the speaker's verb before governs (`BERG put THE TOLL at four and
    accused ...`, `Norland expelled BERG, accusing him`), a word that only joins (`BUT an aide said`), whose speakers
    these are (`NORLAND'S crews voted`), or who is told in a headline's passive: `BERG accused of fraud`.
    """
    if source.pos_ in JOINING:
        return _subject(verb) or source
    if source.dep_ == "poss" and source.head.dep_ in SUBJECTS and source.head.head == verb:
        return source.head
    told = source.dep_ in SUBJECTS | PASSIVE and verb.tag_ == "VBN" and source.head == verb
    if told and verb.lemma_.lower() in ACCUSING and not any(child.dep_ in {"aux", "dobj"} for child in verb.children):
        return next((who for by in verb.children if by.lower_ == "by" for who in by.children), None)
    joints = (child.i for child in verb.head.children if child.dep_ == "cc")
    joined = verb.dep_ == "conj" and any(source.i < at < verb.i for at in joints)
    before = {verb.head.i} if joined or _beside(verb) else set()
    whole = source.head if source.dep_ in {"appos", "det"} else source
    governed = whole.dep_ in {"dobj", "dative", "attr"} and whole.head.i in before
    governed = governed or (_beside(verb) and source.dep_ in SUBJECTS and source.head == verb)
    if source.i < verb.i and (governed or (source.dep_ == "npadvmod" and source.ent_type_ in {"DATE", "TIME"})):
        return _subject(verb) or source
    return source


def _beside(verb: Token) -> bool:
    """Whether a verb is a participle behind a comma, which the subject of the main clause does too."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","


def _subject(verb: Token) -> Token | None:
    """Who says it: the verb's subject, that of the verb it is joined to, or the noun that its clause describes.

    Who is `quoted as saying` it says it. A passive verb's subject is spoken to, not speaking.
    """
    while True:
        if any(child.dep_ == "auxpass" for child in verb.children):
            agents = (who for by in verb.children if by.dep_ == "agent" for who in by.children if who.dep_ == "pobj")
            return next(agents, None)
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.tag_ not in {"WDT", "WP"} and not _beside(verb):
                return child
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_.lower() in QUOTING:
            return next((child for child in verb.head.head.children if child.dep_ in {"dobj", "nsubjpass"}), None)
        if verb.dep_ not in {"conj", "advcl", "xcomp"}:
            return None
        verb = verb.head


def reporting(clause: Token) -> Token | None:
    """The verb of a report that says a clause and is itself what another verb says: `told us he WARNED that it is`."""
    verb = clause.head
    inside = clause.dep_ in COMPLEMENTS and verb.dep_ in COMPLEMENTS and cues.speaks(verb)
    return verb if inside and any(child.dep_ in SUBJECTS for child in verb.children) else None


def phrase(head: Token) -> list[Token]:
    """A noun phrase without the clauses that describe it."""
    dropped = {t.i for child in head.children if child.dep_ in DESCRIBING for t in child.subtree}
    runs = _runs(t for t in head.subtree if t.i not in dropped)
    own = next((run for run in runs if head in run), [head])
    while len(own) > 1 and own[-1].is_punct:
        own.pop()
    return own


def _clause(verb: Token) -> list[Token]:
    """The clause that a verb of speech governs; no infinitive (`saw him leave`, `knows what to do`) but of a few."""
    free = verb.lemma_.lower() in cues.INFINITIVE
    found = [child for child in verb.children if child.dep_ in COMPLEMENTS and (_finite(child) or free)]
    found += [child for child in verb.children if free and child.dep_ == "xcomp" and not _asks(child)]
    clause = next((child for child in found if not _describes(verb, child)), None) or _taken_for_relative(verb)
    if clause is None:
        return []
    told = [] if _finite(clause) else list(_moved(verb, clause))
    return sorted({*told, *clause.subtree}, key=lambda token: token.i)


def _describes(verb: Token, clause: Token) -> bool:
    """Whether a participle describes the one spoken to: `told VISITING ministers that ...`."""
    return verb.lemma_.lower() in TOLD and clause.dep_ == "xcomp" and clause.tag_ == "VBG"


def _taken_for_relative(verb: Token) -> Token | None:
    """The complement that the parser hangs on a noun in between: `warned him in a call that ties WOULD suffer`."""
    for noun in (token for token in verb.subtree if token.i > verb.i and token.dep_ in {"pobj", "dobj"}):
        for clause in (child for child in noun.children if child.dep_ == "relcl" and _finite(child)):
            if any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children):
                return clause
    return None


def _moved(verb: Token, clause: Token) -> Iterator[Token]:
    """Who is to do what the infinitive says: `urged BOTH STATES to talk`, `called on HIM to go`; not `promised HIM`."""
    if verb.lemma_.lower() in cues.OWN_DEEDS:
        return
    for child in verb.children:
        objects = [child] if child.dep_ in {"dobj", "dative"} else []
        if child.dep_ == "prep" and child.lower_ in {"on", "upon"}:
            objects = [noun for noun in child.children if noun.dep_ == "pobj"]
        yield from (token for noun in objects if verb.i < noun.i < clause.i for token in noun.subtree)


def _plea(verb: Token) -> list[Token]:
    """What is pleaded: `pleaded NOT GUILTY`."""
    if verb.lemma_.lower() != "plead":
        return []
    return [t for t in verb.children if t.i > verb.i and (t.dep_ == "neg" or t.lower_ in {"guilty", "innocent"})]


def _finite(verb: Token) -> bool:
    return verb.tag_ != "VB" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)


def _asks(verb: Token) -> bool:
    return any(child.tag_ in {"WP", "WRB", "WDT"} for child in verb.children)


def _spans(block: Block, tree: Tree, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Unbroken runs of tokens as passages, without the punctuation around them (quotation marks stay)."""
    runs = (_stripped(run) for run in _runs(tokens))
    return tuple(block.passage(tree, run) for run in runs if run)


def _stripped(tokens: list[Token]) -> list[Token]:
    wanted = [i for i, token in enumerate(tokens) if token.is_quote or not (token.is_punct or token.is_space)]
    return tokens[wanted[0] : wanted[-1] + 1] if wanted else []


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
