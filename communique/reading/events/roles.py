"""Roles: which words are the doers of a verb and which it is done to, by the grammar of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"WDT", "WP"})
IN_FRONT = frozenset({"poss", "compound", "amod", "nmod"})  # words that tell whose or where a noun is
FIRST_PERSONS = frozenset({"i", "we"})
BLAMED = frozenset({"of", "against", "on", "at", "with", "toward", "towards"})
ABOUT_OTHERS = frozenset({"of", "for", "from", "into", "out", "against"})
TOLLS = frozenset({"displace", "injure", "kill", "wound"})
TERMS = frozenset({"until", "day", "hour", "week"})  # given to whom a clause then tells what to do
NEXT = 3  # words from a verb to one that shares its object
STEPS = 8  # verbs that a search for a subject climbs


def opening(verb: Token) -> set[str]:
    """The words that open a clause: `as`, `when`, `where`."""
    return {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"} and child.i < verb.i}


def is_order(verb: Token) -> bool:
    """Whether a clause tells somebody to do it: `“FREE our ship,” Berg tells Norland`."""
    bare = verb.tag_ == "VB" and not any(c.i < verb.i and c.dep_ != "punct" for c in verb.children)
    opens = verb.i == verb.sent.start or verb.nbor(-1).is_quote or verb.nbor(-1).text == ":"
    return bare and opens and verb.dep_ in {"ROOT", "ccomp", "advcl", "parataxis"}


def is_passive(verb: Token) -> bool:
    """Whether the verb tells what befell its subject: `was held`, `men held in Brest`."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    own = {child.dep_ for child in verb.children}
    joined = verb.dep_ == "conj" and not own & {"aux", "nsubj", "dobj"}
    alone = "nsubj" in own and not own & {"aux", "dobj"} and _with(verb)
    described = verb.dep_ in {"acl", "amod"} and "aux" not in own  # not `reports that police HAD held them`
    return described or alone or (joined and is_passive(verb.head))  # `was shot and KILLED`


def _with(verb: Token) -> bool:
    """Whether a clause without a finite verb is hung on by `with`: `WITH two men held`."""
    beside = [verb.head] if verb.dep_ == "pcomp" else [c for c in verb.children if c.dep_ == "mark"]
    return any(word.lower_ == "with" for word in beside)


def subjects(verb: Token, steps: int = STEPS) -> list[Token]:
    """The words that do it: in front of an active verb or behind `by`; of an infinitive, whose it is."""
    if is_order(verb):
        return list(conjuncts(child for child in verb.head.children if child.dep_ in {"dobj", "dative"}))
    if verb.dep_ == "conj" and verb.lemma_ in TOLLS and (cause := _nearer_cause(verb)) is not None:
        return [cause]
    if is_passive(verb):
        both = (verb, *joined(verb))
        return [who for told in both for by in told.children if by.dep_ == "agent" for who in governed(by)]
    return _surface(verb, steps)


def _nearer_cause(verb: Token) -> Token | None:
    """The deed told just before that killed, where the parser hangs both on a verb farther off.

    `They met for the first time since FIGHTING erupted and killed 30 people`.
    """
    clauses = (w for w in verb.doc[verb.head.i : verb.i] if w.dep_ in {"advcl", "relcl", "acl", "pcomp"} and w.i)
    doers = (next((c for c in clause.children if c.dep_ == "nsubj"), clause.nbor(-1)) for clause in clauses)
    done = [doer for doer in doers if events.nouns_named(doer.lower_) or events.nouns_named(doer.lemma_.lower())]
    return done[-1] if done else None


def undergoers(verb: Token) -> list[Token]:
    """The words that it is done to, without a preposition."""
    if is_passive(verb):
        return _surface(verb, STEPS)
    found = list(
        conjuncts(child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP")
    )
    if any(token.tag_ in RELATIVE for token in found) or (not found and _lacks_object(verb)):
        return list(conjuncts([verb.head])) if verb.dep_ == "relcl" else []
    return found or _shared(verb)


def _shared(verb: Token) -> list[Token]:
    """What is done to by two verbs at once: `shot and killed THE DRIVER`."""
    return list(conjuncts(c for following in joined(verb) for c in following.children if c.dep_ == "dobj"))


def joined(verb: Token) -> list[Token]:
    """The verb that follows at once and shares what stands around both: `shot and KILLED`."""
    following = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBAL and c.i - verb.i <= NEXT)
    return [c for c in following if not any(own.dep_ in {"nsubj", "nsubjpass"} for own in c.children)]


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause has a subject of its own that is no relative pronoun: `the envoy they expelled`."""
    return verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ not in RELATIVE for c in verb.children)


def _surface(verb: Token, steps: int) -> list[Token]:
    """What stands as the subject of the verb, active or passive, its own or the one that it shares."""
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"}]
    if own:
        relative = any(token.tag_ in RELATIVE for token in own) and verb.dep_ == "relcl"
        return list(conjuncts([verb.head] if relative else own))
    above, dep = verb.head, verb.dep_
    if steps <= 0 or dep == "ROOT":
        return []
    if dep in {"acl", "relcl", "amod"}:
        return _of_noun(verb, above, steps)
    if dep == "pcomp":
        return _of_gerund(above, steps)
    if above.pos_ not in VERBAL:
        return _surface(above, steps - 1) if above.pos_ == "ADJ" else []
    controls = dep in {"xcomp", "ccomp"} and above.lemma_.lower() in events.words("object_control")
    controls |= dep == "advcl" and above.lemma_ == "give" and any({c.lower_, c.lemma_} & TERMS for c in above.children)
    return (_objects(above, steps) if controls else []) or _surface(above, steps - 1)


def _of_noun(verb: Token, noun: Token, steps: int) -> list[Token]:
    """Whose deed it is that describes a noun: `troops guarding Brest`, `Berg's decision to leave`, `a vow to stay`."""
    if verb.tag_ in {"VBG", "VBN"} or verb.dep_ == "relcl":
        return list(conjuncts([noun]))
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return list(conjuncts(owners))
    by = [who for prep in noun.children if prep.lower_ in {"by", "from", "of"} for who in governed(prep)]
    if by:
        return by
    carrier = noun.head
    carries = carrier.lemma_.lower() in events.words("carriers") | {"be"}
    if noun.dep_ in {"dobj", "attr"} and carrier.pos_ in VERBAL and carries:
        return [*_surface(carrier, steps - 1), noun]
    return [noun]


def _of_gerund(preposition: Token, steps: int) -> list[Token]:
    """Who does what follows a preposition: `accused HIM of lying`, `HE left after signing`."""
    above = preposition.head
    if above.lemma_ == "be":  # `was critical of them for lying`
        above = next((child for child in above.children if child.dep_ == "acomp"), above)
    if above.pos_ not in VERBAL:
        blamed = list(behind(above, BLAMED)) if preposition.lower_ in {"for", "over"} else []  # `critical of HER for`
        return blamed or list(conjuncts(child for child in above.children if child.dep_ == "poss"))
    controls = preposition.lower_ in ABOUT_OTHERS and above.lemma_.lower() in events.words("object_control")
    return _objects(above, steps) if controls else _surface(above, steps - 1)


def _objects(verb: Token, steps: int) -> list[Token]:
    """Whom a verb is done to, also behind `on` (`called on them to go`); of a passive verb its subject."""
    if is_passive(verb):
        return _surface(verb, steps - 1)
    clause = next((child.i for child in verb.children if child.dep_ == "xcomp"), len(verb.doc))
    plain = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP" and c.i < clause]
    on = [who for prep in verb.children if prep.lower_ in {"on", "for", "to"} for who in governed(prep)]
    return list(conjuncts(plain)) or on


def governed(preposition: Token) -> list[Token]:
    """The nouns behind a preposition."""
    return list(conjuncts(child for child in preposition.children if child.dep_ == "pobj"))


def behind(word: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """The nouns that hang on a word by one of the prepositions, also by a preposition behind another (`from in`)."""
    wanted = frozenset(prepositions)
    for prep in word.children:
        if prep.dep_ in {"prep", "dative"} and prep.lower_ in wanted:
            yield from governed(prep)


def conjuncts(words: Iterable[Token]) -> Iterator[Token]:
    """The words and those joined to them."""
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        yield word
        waiting += [child for child in word.children if child.dep_ == "conj" and child.pos_ not in VERBAL]
