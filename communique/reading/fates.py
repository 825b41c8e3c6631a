"""Fates: what the clause around a counted noun or a bare number says that they did or suffered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.knowledge import quantities as known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

DISPLACED = "displaced"
INFLICTED = frozenset("killed injured arrested released abducted rescued sanctioned dismissed".split())
UNDERGONE = "survive"
TELLING = frozenset({"acl", "amod", "relcl", "acomp", "oprd"})  # `12 people DEAD`, `the migrants MISSING`
CLAUSES = frozenset({"conj", "advcl", "ccomp"})
CLIMB = 4  # words between a number and the verb that tells the fate of what it counts
SUFFERING = frozenset("suffer sustain receive".split())  # `two people suffered minor injuries`
VERBS = frozenset("board mass move station".split())  # not `two radio STATIONS`
BESIDE = frozenset({"prt", "advmod", "acomp", "oprd"})  # `picked UP`, `found ALIVE`
_SUFFERED = r"dead|deaths|killed|fatalities|injured|wounded|missing|rescued|displaced|arrested|detained"
_COUNT = rf"(?:(?P<toll>toll)(?! (?:road|bridge|booth|plaza))|number of (?:\w+ ){{0,2}}(?P<fate>{_SUFFERED}))\b"
_ROSE = r"(?:rose|ris\w+|climb\w*|jump\w*|soar\w*|reach\w*|stood|stands?|hits?|pass\w*|grew|grows?|fell|drop\w*|is|was)"
_TOLLS = (
    re.compile(rf"\b{_COUNT}[^.;:]{{0,120}}\b{_ROSE}(?: (?!by\b)\w+)?(?: (?:to|at))?\s+$", re.IGNORECASE),
    re.compile(
        rf"\b(?:bring|brought|put|plac|rais|tak|took|push|revis)\w* (?:\w+ ){{0,3}}{_COUNT}"
        r"(?: \w+){0,6} (?:to|at)\s+$",
        re.IGNORECASE,
    ),
)


def fate(counted: Token, before: str) -> str | None:
    """What they did or suffered; the word nearest above the counted decides. before: what stands before the number."""
    token, people = counted, _people(counted)
    if counted.head.lower_ == "of" and counted.head.head.lower_ == "none":  # `NONE OF the 51 sailors was hurt`
        return None
    for _ in range(CLIMB):
        if any(child.dep_ == "neg" for child in token.children):
            return None
        if (found := next(_told_at(token, counted, of_people=people), None)) is not None:
            moved = token.lemma_ == "move" and known.counted(counted.lemma_.lower()) == "persons"
            return DISPLACED if moved else found  # troops that were moved are deployed
        if token.dep_ == "ROOT" or (token.dep_ in CLAUSES and token.pos_ == "VERB"):
            break
        token = token.head
    return _of_toll(before)


def _people(counted: Token) -> bool:
    return (
        counted.pos_ == "NUM" or counted.ent_type_ == "NORP" or known.are_people(known.counted(counted.lemma_.lower()))
    )


def _told_at(token: Token, counted: Token, *, of_people: bool) -> Iterator[str]:
    """The fates that one word above the counted tells, with those that hang on it."""
    words = [token, *(child for child in token.children if child.dep_ in TELLING)]
    telling = {"nsubj", "nsubjpass", *({"dobj"} if token.lemma_.lower() in SUFFERING else ())}
    parts = [child for child in token.children if child.dep_ in telling and token != counted]
    words += [part for child in parts for part in (child, *child.lefts)]  # `the DEATH toll rose to 15`
    words += [part for child in token.children if child.lower_ == "on" for part in child.children]  # `on BOARD`
    words += [child for child in token.children if child.lower_ == "aboard"]
    if token == counted or token.lemma_ == "be":
        words += _among(token)
    doing = any(child.dep_ == "nsubj" and counted in child.subtree for child in token.children)
    doing = doing and any(child.dep_ == "dobj" for child in token.children)
    for word in words:
        found = _fate(word, of_people=of_people, inflicts=doing and word == token)
        yield from filter(None, (_vote(word, counted), found))


def _fate(word: Token, *, of_people: bool, inflicts: bool) -> str | None:
    """The fate that a word tells by itself, or with what stands behind it: `picked up`, `lost their lives`.

    inflicts: whether the counted do it to others: `twelve gunmen KILLED the mayor`.
    """
    lemma = word.lemma_.lower()
    if lemma in VERBS and word.pos_ == "NOUN" and word.head.lower_ != "on":
        return None
    forms = (f"{lemma} {words}" for child in word.children for words in _beside(child))
    found = next(filter(None, (known.fate(form, of_people=of_people) for form in (*forms,))), None)
    own = next(filter(None, (known.fate(form, of_people=of_people) for form in (lemma, word.lower_))), None)
    return found or (None if inflicts and own in INFLICTED and lemma != UNDERGONE else own)


def _beside(child: Token) -> Iterator[str]:
    """What hangs on a verb and may tell with it: `picked UP`, `lost their LIVES`, `driven FROM HOME`."""
    if child.dep_ in BESIDE:
        yield child.lower_
    elif child.dep_ == "dobj":
        yield child.lemma_.lower()
    elif child.dep_ == "prep":
        yield from (f"{child.lower_} {noun.lemma_.lower()}" for noun in child.rights)


def _vote(word: Token, counted: Token) -> str | None:
    """How the counted voted: `12 states BACKED it`, `a bill that was OPPOSED by 40 members`."""
    doing = {child for child in word.children if child.dep_ == "nsubj"}
    doing |= {noun for child in word.children if child.dep_ == "agent" for noun in child.children}
    if doing.isdisjoint({counted, *(link.head for link in [counted.head] if link.lower_ == "of")}):
        return None
    lemma = word.lemma_.lower()
    links = [child.lower_ for child in word.children if child.dep_ in {"prep", "advmod"}]
    told = (known.vote(form) for form in (*(f"{lemma} {link}" for link in links), lemma))
    return next(filter(None, told), None)


def _among(token: Token) -> list[Token]:
    """The words that tell among whom the counted are: `12 were among THOSE who DIED`, `among the DEAD`."""
    links = [child for child in token.children if child.lower_ == "among"]
    nouns = [noun for link in links for noun in link.children if noun.dep_ == "pobj"]
    return [word for noun in nouns for word in (noun, *(c for c in noun.children if c.dep_ in TELLING))]


def _of_toll(before: str) -> str | None:
    """The fate whose count a sentence says has come to a number, however it is built: `the toll ... rose to`."""
    match = next(filter(None, (toll.search(before) for toll in _TOLLS)), None)
    word = "death" if match and match["toll"] else match["fate"].casefold() if match else ""
    forms = (word, word.removesuffix("d"), word.removesuffix("ed"), word.removesuffix("s"), f"{word[:-3]}y")
    return next((found for form in forms if (found := known.fate(form, of_people=False))), None)
