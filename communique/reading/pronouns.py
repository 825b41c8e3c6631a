"""Pronouns: whom or what they stand for, by agreement, by where they stand and by how present an actor is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.domain import BODIES
from communique.knowledge.names import HE, SHE
from communique.reading import cues
from communique.reading.antecedents import PLURALS, Referent
from communique.reading.discourse import Discourse
from communique.reading.parties import WORDS
from communique.reading.phrases import BE, PLURAL_TAGS, SUBJECTS
from communique.reading.spots import OBJECTS, Spot

if TYPE_CHECKING:
    from spacy.tokens import Token

INSERTED = frozenset({"ccomp", "parataxis", "advcl"})
REPORTING = cues.SPEECH | {"show"}
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
NEUTER = frozenset("it its itself".split())
KINDRED = frozenset("family lawyer parent relative".split())  # somebody's who is named, rather than a group's
CAMPAIGNS = frozenset("campaign candidacy".split())  # a candidate's
UNKNOWN = 0.95  # how likely a person of an unknown sex is meant, beside one of the right sex
CLEARLY = 2.0  # times as present
REACH = 40  # words before a `they` in which its noun stands


def pronoun(told: Discourse, spot: Spot) -> Referent | None:
    """Whom or what a pronoun outside quotations stands for, None where it cannot be told."""
    if spot.quoted:
        told.leave(spot)
        return None
    token = spot.head.token
    subject = subject_of(token)
    if spot.word in NEUTER:
        found = _body(told, spot, token, subject)
    else:
        others = [told.at(spot, other) for other in _others(token, subject)]
        fitting = _likely(told, spot, others)
        running = [r for r in fitting if r.runs] if token.dep_ == "poss" and token.head.lemma_ in CAMPAIGNS else []
        holders = [told.at(spot, other) for other in _holders(token, subject)]
        holders += [told.at(spot, other) for other in _partners(token)]
        own = [r for holder in holders for r in fitting if r is holder]
        if token.dep_ == "poss" and token.head.lemma_ in KINDRED:
            own = own or [r for r in fitting if r.named or r.parts]
        found = next(iter(running or own or fitting), None)
        if found is not None and spot.word in SHE | HE and _stands_out(found, fitting, spot.sentence):
            found.clear.add(spot.word in SHE)
        if spot.word in PLURALS and found is not None:
            found = _several(told, spot, subject, found)
    if found is not None:
        found.settle(spot.word)
    return found


def _likely(told: Discourse, spot: Spot, others: Sequence[Referent | None]) -> list[Referent]:
    """Whom or what a pronoun can stand for, the likeliest first: of whom the sex is known before who only may be."""
    fitting = [r for r in told.present(spot) if r not in others and r.agrees(spot.word)]
    if spot.word in PLURALS:
        return fitting
    unknown = {id(r): UNKNOWN if r.female is None else 1.0 for r in fitting}
    return sorted(fitting, key=lambda r: -r.presence(spot.sentence) * unknown[id(r)])


def _stands_out(found: Referent, fitting: Sequence[Referent], sentence: int) -> bool:
    """Whether nobody else who fits is nearly as present."""
    rivals = (r.presence(sentence) for r in fitting if r is not found)
    return found.presence(sentence) >= CLEARLY * max(rivals, default=0.0)


def quoted(told: Discourse, spot: Spot, speakers: list[int]) -> list[Referent]:
    """Whom a pronoun in a quotation stands for: the speaker, or whom the article spoke of last who is not speaking.

    A `we` is only several or a body; `he` and `she` are those of whom the sex is known, by name where nobody else was
    spoken of later: `Berg, whose BROTHER is on board, said`.
    """
    if spot.word in HE | SHE:
        speaking = [told.of(number) for number in speakers]
        known = [r for r in told.left(spot) if r.female == (spot.word in SHE) and r not in speaking]
        fitting = [r for r in known if r.agrees(spot.word)] if speaking else []
        named = next((r for r in fitting if r.named), None)
        later = (r for r in fitting if not r.parts and (named is None or r.sentence > named.sentence))
        found = next(later, named)
        return [] if found is None else [found]
    if spot.word not in FIRST:
        return []
    heard = [referent for number in speakers if (referent := told.of(number)) is not None]
    alone = len(heard) == 1 and heard[0].type == "person" and not heard[0].parts and not heard[0].plural
    return list(dict.fromkeys(heard)) if alone == spot.word.startswith(("i", "m")) else []


def _several(told: Discourse, spot: Spot, subject: Token | None, found: Referent) -> Referent | None:
    """What a `they` stands for: the subject of its clause or the last plural one, if that is an actor at all."""
    token = spot.head.token
    if subject is not None and token.dep_ not in OBJECTS | SUBJECTS and not subject.is_ancestor(token):
        other = told.at(spot, subject)
        if other is not None and (other.agrees(spot.word) or other.type in BODIES):
            return other
        return found if subject.tag_ not in PLURAL_TAGS else None
    before = reversed(token.doc[max(0, token.i - REACH) : token.i])
    last = next((t for t in before if t.dep_ in SUBJECTS and t.tag_ in PLURAL_TAGS), None)
    return found if last is None or told.at(spot, last) is not None else None


def _body(told: Discourse, spot: Spot, token: Token, subject: Token | None) -> Referent | None:
    """The body that an `it` stands for: the subject of what governs it, or the speaker last spoken of."""
    if _expletive(token):
        return None
    if subject is not None and subject.i != token.i and not subject.is_ancestor(token):
        found = told.at(spot, subject)
        return found if found is not None and found.agrees(spot.word) else None
    own_words = token.dep_ == "poss" and token.head.lemma_.lower() in WORDS and token.head.dep_ in SUBJECTS
    if own_words and (reported := next(_others(token.head, None), None)) is not None:
        found = told.at(spot, reported)
        return found if found is not None and found.agrees(spot.word) else None
    if reporter := _reporter(token, subject):
        found = told.at(spot, reporter)
        return found if found is not None and found.agrees(spot.word) else None
    if own_words or (token.dep_ in SUBJECTS and token.head.lemma_.lower() in cues.SPEECH):
        return next((r for r in told.present(spot) if r.agrees(spot.word) or _written(r)), None)
    return None


def _reporter(token: Token, subject: Token | None) -> Token | None:
    """Who says the clause whose subject is told to be its: `INDIA said its consul was allowed in`."""
    if token.dep_ != "poss" or subject is None or not subject.is_ancestor(token):
        return None
    clause = subject.head
    speech = clause.head if clause.dep_ == "ccomp" and clause.head.lemma_.lower() in REPORTING else None
    return next((c for c in speech.children if c.dep_ in SUBJECTS), None) if speech is not None else None


def _written(referent: Referent) -> bool:
    """Whether it is a text, which `it said` can take up: `the report`."""
    return referent.type == "document" and not referent.plural


def _others(token: Token, subject: Token | None) -> Iterator[Token]:
    """Whom a pronoun cannot stand for: `Berg praised HIM`, `Berg, HE said, will go`, `HE said Berg would go`."""
    if token.dep_ in OBJECTS and subject is not None:
        yield subject
    if token.dep_ in SUBJECTS and token.head.lemma_.lower() in REPORTING:
        clauses = [c for c in token.head.children if c.dep_ in {"ccomp", "parataxis"}]
        clauses += [token.head.head] if token.head.dep_ in INSERTED and token.head.head.i > token.head.i else []
        yield from (c for clause in clauses for c in clause.children if c.dep_ in SUBJECTS and c.pos_ != "PRON")


def _partners(token: Token) -> Iterator[Token]:
    """To whom somebody does something who then does more: `spoke to BERG and urged him`, `called BERG to warn him`."""
    verb = token.head
    if token.dep_ not in {"dobj", "dative"} or verb.dep_ not in {"conj", "advcl"}:
        return
    if not any(child.dep_ in SUBJECTS for child in verb.children) and verb.head.pos_ in {"VERB", "AUX"}:
        above = [child for child in verb.head.children if child.i < verb.i]
        yield from (child for child in above if child.dep_ in {"dobj", "dative"})
        yield from (o for c in above if c.lower_ in {"to", "with"} for o in c.children if o.dep_ == "pobj")


def subject_of(token: Token) -> Token | None:
    """The subject of the clause that a word stands in, or of the one that this clause hangs on where it has none."""
    seen = token
    while seen.head.i != seen.i:
        seen = seen.head
        if seen.pos_ in {"VERB", "AUX"}:
            for child in seen.children:
                if child.dep_ in SUBJECTS and child.i != token.i and child.tag_ not in {"WDT", "WP"}:
                    return child
            if seen.dep_ in {"relcl", "acl"}:
                return seen.head
    return None


def _holders(token: Token, subject: Token | None) -> Iterator[Token]:
    """Whose a possessive is, as far as grammar tells: the subject's of its clause, or of whom a relative clause tells.

    `Lund has been held since HIS arrest`; `Lund, whom they took at HIS hotel`; `Lund's claim that HIS land is poor`.
    """
    if token.dep_ != "poss":
        return
    claims = (clause.head for clause in token.ancestors if clause.dep_ in {"acl", "ccomp"})
    yield from (c for claim in claims if claim.pos_ == "NOUN" for c in claim.children if c.dep_ == "poss")
    if subject is None or subject.is_ancestor(token):
        return
    if subject.i < token.i:
        yield subject
    yield from (verb.head for verb in token.ancestors if verb.dep_ == "relcl" and verb.is_ancestor(subject))


def _expletive(token: Token) -> bool:
    """Whether an `it` only stands in for a clause: `it is likely that ...`."""
    verb = token.head
    clause = any(c.dep_ in {"acomp", "ccomp", "csubj"} for c in verb.children)
    return token.dep_ in SUBJECTS and clause and verb.lemma_ in BE
