"""Phrases: where the noun phrase around a noun begins and ends.

A phrase has its determiner, modifiers and possessor in front, and behind its noun what tells which one is meant
(`of ...`, `in the country`, `jailed last year`, `who fled`); not an apposition, a clause behind a comma, or a conjunct.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.nouns import actor_noun, is_listed
from communique.knowledge.regions import states_of_part
from communique.knowledge.states import StateName, state_named

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.domain import ActorType

NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MODIFIERS = frozenset("compound amod nmod nummod".split())
BE = frozenset({"be", "become", "remain"})
IN_FRONT = frozenset("det poss amod compound nummod nmod quantmod predet npadvmod advmod".split())
NOT_FIRST = frozenset(
    "also apparently even especially including just mainly mostly not only particularly perhaps reportedly then".split()
)
DEFINITE = frozenset("the this that these those".split())
DISTRIBUTED = frozenset({"each", "either", "neither"})
COUNTRIES = frozenset("country homeland kingdom nation republic".split())
ISLAND = "island"
LANDS = COUNTRIES | {ISLAND}
GOING = frozenset("arrive come drive fly go head return sail travel".split())
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})  # tags
LONGEST = 60  # words behind a noun; what is longer is no phrase
PREFIXES = frozenset("co ex half re step vice".split())
CUTTING = frozenset({",", ";", ":", "(", ")", "[", "]", "--", "-", "–", "—", "...", "…"})
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
BELONGING = frozenset(  # prepositions that can tie a place or a purpose to somebody
    "across against around at behind by for from in inside near of on outside under with within without".split()
)
SENT_TO = frozenset(
    "adviser advisor ambassador consul delegate emissary envoy heir representative special successor visitor".split()
)
OCCASIONS = frozenset(  # where somebody speaks or acts, which does not tell who it is
    """address announcement article briefing call ceremony conference email event hearing interview letter meeting
    message news post press rally report session speech statement summit talk testimony tweet video visit""".split()
)
OBJECTS = frozenset({"dobj", "dative"})
MAKING = frozenset("call consider deem find get have hold keep leave make see want".split())
SAYING = frozenset("add announce argue claim say tell warn".split())
SPOKEN_OF = frozenset({"of", "on", "about", "that", "into"})  # what a report holds, which is no part of its name


def singular(noun: Token) -> str:
    """The lemma in small letters, also of a noun that is taken for a name (`Diplomats` in a headline)."""
    word = noun.lemma_.lower()
    if noun.pos_ != "PROPN" or actor_noun(word) or len(word) < 4 or not word.endswith("s"):
        return word
    endings = (word[:-1], word[:-2], word[:-3] + "y")
    return next((form for form in endings if actor_noun(form)), word)


def describes(noun: Token) -> bool:
    """Whether an apposition says what it hangs on is: a person's is no place's, as the parser sometimes has it."""
    return noun.dep_ == "appos" and not (noun.head.ent_type_ in PLACES and kind(noun) == "person")


def kind(noun: Token) -> ActorType | None:
    """What kind of actor a noun stands for, by the word before it (`task force`), its number (`forces`) and itself."""
    lemma = singular(noun)
    if any(child.lower_ == "of" for child in noun.rights) and is_listed(f"{lemma} of"):
        return actor_noun(f"{lemma} of")
    before = noun.nbor(-1).lower_ if noun.i else ""
    words = (f"{before} {lemma}", f"{before} {noun.lower_}", noun.lower_, lemma, lemma.rpartition("-")[2])
    return next((actor_noun(word) for word in words if is_listed(word)), None)


def plural(noun: Token) -> bool:
    """Whether a noun is a plural, also one that is taken for a name."""
    return noun.tag_ in PLURAL_TAGS or (noun.pos_ == "PROPN" and singular(noun) != noun.lower_)


def state(word: Token) -> StateName | None:
    """The state that a word names, with the word before it where that is part of the name (`South Korean`).

    In `South American` neither does.
    """
    if word.i:
        both = f"{word.nbor(-1).text} {word.text}"
        if (named := state_named(both)) or states_of_part(both):
            return named
    return state_named(word.text)


def part_of_world(noun: Token) -> frozenset[str]:
    """The states that the words before a noun leave: `the West AFRICAN country`, `the CARIBBEAN island`."""
    words = noun.doc[max(noun.left_edge.i, noun.i - LONGEST) : noun.i]
    parts = (states_of_part(words[i : i + length].text) for length in (2, 1) for i in range(len(words) - length + 1))
    found = next(filter(None, parts), frozenset())
    return found & states_of_part(ISLAND) if singular(noun) == ISLAND else found


def lefts(noun: Token) -> list[Token]:
    """The words in front of a noun that hang on it, or would if the parser had not taken it for part of another."""
    found = [*noun.lefts]
    if (before := prefix(noun)) is not None:
        found = [child for child in before.lefts if child.i < before.i]
    if noun.dep_ == "compound" and possessor(noun):
        found += [child for child in noun.head.lefts if child.i < noun.i and child.text != "-" and child != before]
    return sorted(found, key=lambda child: child.i)


def modifiers(noun: Token) -> list[Token]:
    """The words in front of a noun that belong to its phrase, in text order."""
    return [child for child in lefts(noun) if child.dep_ in IN_FRONT]


def definite(noun: Token) -> bool:
    """Whether the phrase points at somebody known: `the minister`, `those reports`, `Russia's leader`."""
    return any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in lefts(noun))


def prefix(noun: Token) -> Token | None:
    """What the tokenizer has cut off in front of a noun (`her EX-husband`)."""
    cut = noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ in PREFIXES
    return noun.nbor(-2) if cut else None


def possessor(noun: Token) -> bool:
    """Whether a possessive ending follows, also where the parser takes the noun for the first part of a compound."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).tag_ == "POS"


def behind_of(noun: Token) -> list[Token]:
    """What stands behind the `of` of a phrase."""
    return [t for prep in noun.rights if prep.lower_ == "of" for t in prep.rights if t.dep_ == "pobj"]


def gathers(noun: Token) -> bool:
    """Whether a noun says how many or what set of others there is (`a group of islands`), not whose it is."""
    return any(t.pos_ == "NOUN" for t in behind_of(noun))


def sharing(noun: Token) -> Token | None:
    """The noun joined to this one that shares its modifiers: `our American COLLEAGUES and COUNTERPARTS`."""
    if not modifiers(noun) or not plural(noun) or noun.i + 2 >= len(noun.doc):
        return None
    joint, other = noun.doc[noun.i + 1], noun.doc[noun.i + 2]
    joined = joint.dep_ == "cc" and other.dep_ == "conj" and other.head == noun
    return other if joined and plural(other) and not modifiers(other) and kind(other) else None


def extent(noun: Token) -> tuple[int, int]:
    """The half-open range of tokens that the phrase around a noun covers."""
    start = _start(noun)
    last = sharing(noun) or noun
    end = _without_half_a_quotation(noun, start, _end(last))
    return start + (start < noun.i and _correlates(noun.doc[start], end)), end


def _correlates(both: Token, end: int) -> bool:
    """Whether a word is the first of `both from the ministers and from Berg`."""
    behind = both.doc[end : end + 2]
    return both.lower_ == "both" and len(behind) == 2 and behind[0].lower_ == "and" and behind[1].pos_ == "ADP"


def _start(noun: Token) -> int:
    start = (prefix(noun) or noun).i
    for child in reversed(modifiers(noun)):
        if child.i >= start:
            continue
        gap = [token.text for token in child.doc[min(child.right_edge.i + 1, start) : start]]
        between = start < noun.i and gap in ([","], ["-"])
        if (gap and not between) or child.lower_ in NOT_FIRST or _amount(child, noun):
            break
        start = child.left_edge.i
    start = next((i + 1 for i in range(noun.i - 1, start, -1) if _misread(noun.doc[i]) or _joins(noun.doc[i])), start)
    while start < noun.i and (noun.doc[start].is_punct or noun.doc[start].dep_ in {"cc", "preconj", "mark", "prep"}):
        start += 1
    return start


def _misread(verb: Token) -> bool:
    """Whether a participle in front of a noun is a verb whose subject a name is: `Berg PRESSED top executives`."""
    name = verb.nbor(-1)
    first = name.i == name.sent.start or not (name.nbor(-1).dep_ in IN_FRONT and name.nbor(-1).head == verb.head)
    return verb.tag_ == "VBN" and verb.dep_ == "amod" and name.pos_ == "PROPN" and name.whitespace_ != "" and first


def _joins(word: Token) -> bool:
    """Whether a word joins an actor that the parser takes for a modifier: `the GOVERNMENT and communist rebels`."""
    return (
        word.dep_ == "cc"
        and word.head.pos_ == "NOUN"
        and word.head.dep_ in {"nmod", "compound"}
        and kind(word.head) is not None
    )


def _amount(child: Token, noun: Token) -> bool:
    """Whether a modifier only counts in figures (`nearly 100 soldiers`): that is not who they are."""
    counts = child.dep_ == "nummod" and any(c.isdigit() for c in child.text)
    return (counts or child.lower_ == "more") and not definite(noun)


def _end(noun: Token) -> int:
    end = noun.i + 1
    for child in noun.rights:
        if child.left_edge.i != end or not _restricts(child, noun):
            break
        end = _cut(child, noun, end)
    if end == noun.i + 1 and (place := _place_behind(noun)) is not None:
        return _cut(place, noun, end)
    return end


def _place_behind(noun: Token) -> Token | None:
    """The `in ...` right behind a bare plural, which the parser ties to a word before: `fear of rebels in Peru`."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if behind is None or behind.lower_ != "in" or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    governor = noun.head.head
    bare = plural(noun) and not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.lefts)
    loose = behind.head == governor and singular(governor) not in OCCASIONS
    somewhere = any(o.pos_ == "PROPN" or kind(o) in {"place", "state"} for o in behind.children if o.dep_ == "pobj")
    return behind if bare and loose and somewhere and _belongs(behind, noun) else None


def _restricts(child: Token, noun: Token) -> bool:
    """Whether words behind a noun tell which one is meant."""
    if child.dep_ == "prep":
        return _belongs(child, noun)
    first = child.left_edge.lower_
    if child.dep_ == "relcl":
        return first != "to" and kind(noun) != "document"
    if child.dep_ == "acl":
        return first not in {"to", "that"} and child.lemma_ not in SAYING and not _said_of(noun)
    return child.dep_ == "amod" and not _said_of(noun)


def _said_of(noun: Token) -> bool:
    """Whether what follows is said of somebody: `there are prisoners held`, `we hold the minister responsible`."""
    verb = noun.head
    return any(child.dep_ == "expl" for child in verb.children) or (noun.dep_ in OBJECTS and verb.lemma_ in MAKING)


def _belongs(preposition: Token, noun: Token) -> bool:
    word = preposition.lower_
    if kind(noun) == "document" and word in SPOKEN_OF:
        return False
    if word == "to":
        return singular(noun) in SENT_TO
    objects = [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]
    if word == "of":
        return bool(objects)
    return word in BELONGING and any(
        child.dep_ == "pobj" and child.ent_type_ not in {"DATE", "TIME"} and child.lemma_.lower() not in OCCASIONS
        for child in objects
    )


def _cut(child: Token, noun: Token, start: int) -> int:
    """Where the words around a child end: at its last word, or before a comma that no list needs."""
    said_of = _said_of(noun)
    last = min(child.right_edge.i, noun.i + LONGEST)
    for token in child.doc[start : last + 1]:
        if token.text in CUTTING and not _hyphen(token) and not _in_list(token, child):
            return token.i
        if said_of and token.dep_ in {"amod", "acl"} and token.i > token.head.i > noun.i:
            return token.left_edge.i
    end = last + 1
    while end > start and (child.doc[end - 1].is_punct and child.doc[end - 1].text not in CLOSING | {'"', "'", "’"}):
        end -= 1
    return end


def _hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def _in_list(comma: Token, within: Token) -> bool:
    """Whether behind a comma comes the next of a list: `analysts, officers and diplomats`."""
    if comma.text != "," or comma.i + 1 >= len(comma.doc):
        return False
    word = comma.nbor(1)
    if word.dep_ == "cc":
        return word.head.pos_ in NOUNS
    while word.head.i != word.i and word.head.left_edge.i == comma.i + 1 and word.i != within.i:
        word = word.head
    return word.dep_ == "conj" and word.head.pos_ in NOUNS


def _without_half_a_quotation(noun: Token, start: int, end: int) -> int:
    """The end, or the place of a quotation mark whose pair is not in the phrase."""
    unpaired: list[int] = []
    for token in noun.doc[start:end]:
        mark = token.text
        if mark in CLOSING or (mark == '"' and unpaired):
            if not unpaired:
                return token.i
            unpaired.pop()
        elif mark in OPENING or mark == '"':
            unpaired.append(token.i)
    return max(noun.i + 1, unpaired[0]) if unpaired else end
