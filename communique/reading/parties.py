"""Parties to an attribution: the words at the head of its source, and those that name the persons spoken to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from communique.domain import Attribution, Mention
from communique.knowledge.titles import titles_of_names
from communique.reading import phrases
from communique.reading.page import Page, Word

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME = frozenset({"appos", "flat", "compound"})  # a word joined so names the same party; `conj` names another
WHERE = frozenset({"GPE", "LOC", "NORP"})
RELATIVE = frozenset({"WDT", "WP"})

WORDS = frozenset(  # what is written in somebody's name
    """account article blog communique communiqué editorial email letter memo message note page post profile release
    site statement tweet website""".split()
)

Party = tuple[Word, ...]
TELLING = frozenset(  # verbs whose object is who is spoken to
    """
    accuse address advise alert ask assure beg beseech brief caution challenge command congratulate counsel encourage
    exhort implore inform instruct invite lecture notify order persuade press promise push question reassure remind
    request show tell thank urge warn""".split()
)
TO = frozenset(  # verbs that take the person spoken to behind `to`
    """
    add admit announce appeal apologize boast claim comment communicate complain confess confide confirm convey
    declare deny describe emphasize explain express hint indicate insist justify lament lie mention point predict
    propose protest read recommend remark repeat reply report respond reveal say signal speak state stress suggest
    swear talk testify vow write""".split()
)
TALKS = frozenset(  # what is held with or written to the person spoken to
    """address appearance briefing call comment conversation email exchange interview letter meeting memo message note
    remark speech statement talk testimony""".split()
)
SPEAKING = frozenset({"address", "brief", "speak", "talk", "testify", "write"})  # beside what is said


def source(page: Page, attribution: Attribution) -> list[Party]:
    """The parties that the source names: the words that nothing else in it governs, and those joined to them."""
    if attribution.source is None:
        return []
    words = page.block_at(attribution.source.start).words(attribution.source)
    inside = {word.token.i for word in words}
    roots = [word for word in words if word.token.head.i == word.token.i or word.token.head.i not in inside]
    found = [(who, _taken_up(who)) for word in roots for who in _acting(word, words)]
    return list(_parties([who if _is_reported(taken, attribution) else taken for who, taken in found], words))


def _is_reported(word: Word, attribution: Attribution) -> bool:
    """Whether a word is of the content, or the cue or behind it where its source stands before: it names no source."""
    source, cue = attribution.source, attribution.cue
    behind = source is not None and cue is not None and source.start < cue.start <= word.at
    return behind or any(span.start <= word.at < span.end for span in attribution.content)


def _acting(root: Word, words: list[Word]) -> list[Word]:
    """The subject of a verb that heads a source (`CROWDS gathered outside`); any other word itself."""
    subjects = [w for w in words if w.token.head.i == root.token.i and w.token.dep_ in {"nsubj", "nsubjpass"}]
    return subjects if root.token.pos_ == "VERB" and subjects else [root]


def _taken_up(word: Word) -> Word:
    """Who is meant by a word that only stands for another; any other word itself.

    `the MINISTER, WHO denied it`, `BERG, a LAWYER, said`, `THE court` where the source is cut short; `BERG's LETTER`.
    """
    token, noun = word.token, word.token
    if token.tag_ in RELATIVE:
        noun = next((verb.head for verb in token.ancestors if verb.dep_ == "relcl"), token)
    elif phrases.describes(token) or token.pos_ == "DET":
        noun = token.head
    elif token.lemma_.lower() in WORDS:
        noun = next(_authors(token), token)
    return Word(noun, word.at - token.idx + noun.idx)


def _authors(words: Token) -> Iterator[Token]:
    """Whose written words they are: `the FIRM's statement`, `a letter from BERG`, `a statement issued by the COURT`."""
    yield from (child for child in words.children if child.dep_ == "poss")
    for child in words.children:
        by = [child] if child.dep_ == "prep" and child.lower_ in {"by", "from"} else child.children
        yield from (who for agent in by if agent.lower_ in {"by", "from"} for who in _governed(agent))


def addressed(page: Page, attribution: Attribution) -> list[Party]:
    """The parties spoken to: `told HER`, `said to REPORTERS`, `called on BOTH`, `in a call with HIM`."""
    if attribution.cue is None:
        return []
    cue = [w for w in page.block_at(attribution.cue.start).words(attribution.cue) if w.token.pos_ == "VERB"]
    if not cue:
        return []
    verb = cue[-1]
    objects = {token.i: token for token in _objects(verb.token)}
    words = {t.i: Word(t, verb.at - verb.token.idx + t.idx) for token in objects.values() for t in token.subtree}
    return list(_parties([words[i] for i in sorted(objects)], list(words.values())))


def _objects(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    if lemma in TELLING:
        yield from _asked(verb)
    for child in verb.children:
        if lemma in TELLING and child.dep_ in {"dobj", "dative", "nsubjpass"} and child.pos_ != "VERB":
            yield child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "on"}:
            if (lemma in TO and child.lower_ == "to") or (lemma, child.lower_) in {("call", "on"), ("prevail", "on")}:
                yield from _governed(child)
        elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_.lower() in SPEAKING:
            yield from _objects(child)
        elif child.dep_ == "prep" and child.lower_ in {"in", "during", "on"}:
            for noun in _governed(child):
                if noun.lemma_.lower() in TALKS:
                    yield from (
                        who for prep in noun.children if prep.lower_ in {"with", "to"} for who in _governed(prep)
                    )


def _asked(verb: Token) -> Iterator[Token]:
    """Who is spoken to by a participle (`ASKED about it, BERG said`, `the MINISTER, TOLD of it, left`), or beside one.

    Beside one: `told visiting MINISTERS`, where the parser takes them for its object.
    """
    visiting = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i == verb.i + 1), verb)
    yield from (who for who in visiting.children if visiting != verb and who.dep_ == "dobj")
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return
    if verb.dep_ == "acl":
        yield verb.head
    elif verb.dep_ == "advcl":
        yield from (child for child in verb.head.children if child.dep_ in {"nsubj", "nsubjpass"})


def _governed(preposition: Token) -> Iterator[Token]:
    return (child for child in preposition.children if child.dep_ == "pobj")


def places(mentions: Sequence[Mention]) -> dict[int, int]:
    """For every character that a mention covers the index of the mention, the shortest where several do.

    Adjectives are left out: `Russian` in `his Russian counterpart` is no party.
    """
    by_length = sorted(enumerate(mentions), key=lambda pair: pair[1].span.start - pair[1].span.end)
    return {
        at: index
        for index, mention in by_length
        if mention.form != "adjectival"
        for at in range(mention.span.start, mention.span.end)
    }


def _parties(roots: Iterable[Word], words: list[Word]) -> Iterator[Party]:
    by_index = {word.token.i: word for word in words}
    firsts = list(roots)
    while firsts:
        party: list[Word] = []
        waiting = [firsts.pop(0)]
        while waiting:
            word = waiting.pop()
            party.append(word)
            children = [by_index[c.i] for c in word.token.children if c.i in by_index]
            described = _apart(word.token)
            waiting += [child for child in children if _same(child.token) or (described and _other(child.token))]
            firsts += [child for child in children if not described and _other(child.token)]
        yield tuple(party)


def _apart(token: Token) -> bool:
    """Whether a word behind a comma tells who somebody is, all that is joined to it too: `Berg, a LAWYER and judge`."""
    first = token.left_edge
    return token.dep_ == "appos" and first.i > 0 and first.nbor(-1).text == ","


def _same(token: Token) -> bool:
    """Whether a word names the same party as the one it hangs on: `ANNA Berg`, not `OSLO bank Fjordens`."""
    if token.dep_ == "compound":
        return token.head.pos_ == "PROPN" and (token.ent_type_ not in WHERE or token.ent_type_ == token.head.ent_type_)
    return token.dep_ in SAME or token.lower_ == "including"


def _other(token: Token) -> bool:
    """Whether a word names another party: `Berg and LEE`, `states including PERU`."""
    titled = token.head.lower_ in titles_of_names()  # `INDUSTRY and Trade Minister Berg`
    joined = token.dep_ == "nmod" and not titled and any(child.dep_ == "cc" for child in token.children)
    return token.dep_ == "conj" or joined or (token.dep_ == "pobj" and token.head.lower_ == "including")
