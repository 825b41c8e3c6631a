"""Antecedents: what an article has spoken of so far, and what a noun phrase or a pronoun can stand for.

`the foreign minister` is the last person introduced with that title, `his Russian counterpart` another person than the
one last spoken of, `the commission` what was called a commission before. Where nothing fits, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.domain import ActorType
from communique.knowledge import leaders_called
from communique.knowledge.names import HE, SHE, borne_by_women, surname_of_women
from communique.knowledge.states import state_named
from communique.knowledge.titles import (
    counterparts,
    female,
    former,
    male,
    one_of_several,
    passing,
    post_among,
    ranks,
    stands_for,
)
from communique.reading import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURALS = frozenset("they them their theirs themselves".split())
PRIME = "prime"
HEAD_OF_STATE = "head of state"
CANDIDATES = frozenset("candidate contender frontrunner nominee".split())
COUNTED = frozenset("both duo pair two".split())
OTHERS = frozenset("additional extra further last new next other remaining".split())
PERSONS = frozenset(
    """ambassador candidate chief counterpart delegate diplomat envoy governor head king lawmaker leader man minister
    negotiator official politician premier president rival secretary senator woman""".split()
)
POINTING = frozenset("the this that these those both".split())
FAMILIES: dict[str, frozenset[ActorType]] = {
    "body": frozenset({"org", "office", "party", "group", "government", "state"}),
    "land": frozenset({"place", "state"}),
}
MOST_PRESENT = 190.0  # less than twice a subject: what one sentence names often yields to the subject of the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What the words of a noun phrase tell.

    determiner: `definite`, `possessed`, `indefinite` or `bare`. states: ISO 3166 codes of the states that it names.
    modifiers: lemmas of the words that narrow it down, names of states as their codes. field: those of them that say
    of what somebody is a minister or chief. counted: it counts two, as `both` and `the two diplomats` do. fits: the
    states of the part of the world that it tells (`the West African country`), empty where it tells none.
    """

    head: Token
    lemma: str
    plural: bool
    determiner: str
    states: frozenset[str]
    modifiers: frozenset[str]
    field: frozenset[str]
    counted: bool
    fits: frozenset[str]

    @classmethod
    def of(cls, head: Token) -> Phrase:
        """Read the phrase at whose head a word stands."""
        front = phrases.lefts(head)
        before = [c for c in front if c.dep_ in phrases.MODIFIERS and not c.is_punct]
        words = [t for c in before for t in (c, *(g for g in c.children if g.dep_ in phrases.MODIFIERS))]
        words += [*_behind(head), *filter(None, [phrases.prefix(head)])]
        possessor = [c for c in front if c.dep_ == "poss"]
        named = {t.i: state.country.alpha3 for t in (*words, *possessor) if (state := phrases.state(t))}
        behind = {o.i for o in _behind(head) if o.head.lower_ != "of"}  # where somebody is or goes does not tell whose
        joined = any(t.lower_ == "and" for t in head.doc[head.i + 1 : head.i + 4])  # both officials and reporters
        counting = COUNTED - {"both"} if joined else COUNTED
        ruling = _rules(head)
        words = [t for t in words if not ruling or t.lower_ != "state"]
        others = any(c.lower_ in OTHERS for c in head.children)  # `the OTHER two` are no pair told before
        counted = not others and (head.lower_ in counting or any(c.lower_ in counting for c in head.children))
        return cls(
            head=head,
            lemma=HEAD_OF_STATE if ruling else phrases.singular(head),
            plural=phrases.plural(head) or counted,
            determiner=_determiner(head, front),
            states=frozenset(code for i, code in named.items() if i not in behind),
            modifiers=frozenset(named.get(t.i, _plain(t)) for t in words),
            counted=counted,
            fits=phrases.part_of_world(head),
            field=frozenset(
                t.lemma_.lower()
                for t in words
                if t.i not in named and (t.pos_ in phrases.NOUNS or t.lower_ == "foreign")
            ),
        )

    @property
    def former(self) -> bool:
        """Whether it speaks of an office as past."""
        return bool(self.modifiers & former()) or self.lemma.startswith("ex-")

    @property
    def role(self) -> str:
        """The lemma without `ex-`."""
        return self.lemma.removeprefix("ex-")


def _rules(head: Token) -> bool:
    """Whether a noun is that of `the head of state`."""
    return head.lower_ == "head" and any(o.lower_ == "state" for o in phrases.behind_of(head))


def _plain(word: Token) -> str:
    """A word as the lists have it: its lemma, a participle as it is."""
    return word.lower_ if word.tag_ == "VBN" else word.lemma_.lower().strip(".")


def _behind(head: Token) -> Iterator[Token]:
    """The heads of what narrows a noun from behind: `people IN THE NORTH`, `people who STAYED`."""
    for child in head.children:
        if child.i > head.i and child.dep_ in {"relcl", "acl"}:
            yield child
        elif child.i > head.i and child.dep_ == "prep":
            objects = (o for o in child.children if o.dep_ == "pobj" and o.ent_type_ not in {"DATE", "TIME"})
            yield from (o for o in objects if o.lemma_.lower() not in phrases.OCCASIONS)


def _determiner(head: Token, front: Iterable[Token]) -> str:
    for child in front:
        if child.dep_ == "poss":
            return "possessed"
        if child.dep_ in {"det", "predet"} or child.lower_ in POINTING:
            return "definite" if child.lower_ in POINTING else "indefinite"
    return "definite" if head.lower_ in COUNTED else "bare"


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that an article speaks of.

    indices: of the mentions that name it. roles: what a person is called, each as a set of words. states: codes of the
    states that it belongs to, or that it is. female: None where it is not known. clear: what pronouns told of
    the sex that nobody else could be meant by. young: a child. parts: the members
    of a pair. weight: how present it was in the sentence with the number `sentence`; it fades from there.
    """

    type: ActorType
    named: bool = False
    plural: bool = False
    indices: list[int] = field(default_factory=list)
    roles: set[frozenset[str]] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    female: bool | None = None
    clear: set[bool] = field(default_factory=set)
    young: bool = False
    parts: tuple[Referent, ...] = ()
    weight: float = 0.0
    sentence: int = 0

    @property
    def told_sex(self) -> bool | None:
        """Whether it is a woman, where pronouns told so without a doubt."""
        return next(iter(self.clear)) if len(self.clear) == 1 else None

    @property
    def posts(self) -> frozenset[str]:
        """The posts of state that a person is told to hold, but for those told to be past."""
        told = {role: post for role in self.roles if (post := post_among(role))}
        return frozenset(told.values()) - {post for role, post in told.items() if role & former()}

    @property
    def offices(self) -> set[frozenset[str]]:
        """The posts of state that a person is told to hold, without the state."""
        held = (role for role in self.roles if post_among(role) in self.posts)
        return {frozenset(word for word in role if state_named(word) is None) for role in held}

    @property
    def heads(self) -> bool:
        """Whether a person is told to head a state or its government."""
        return any(counterparts(post, "president") for post in self.posts)

    def is_called(self, names: AbstractSet[str]) -> bool:
        """Whether a person can be called by one of some nouns, by what they are told to be; if none is asked, yes."""
        return not (names and self.roles) or any(role & names for role in self.roles)

    def deals_with(self, other: Referent | None) -> bool:
        """Whether a person can be another's counterpart, by what they are told to be."""
        mine, others = self.posts, other.posts if other is not None else frozenset()
        return bool(self.roles) and (not others or any(counterparts(a, b) for a in mine for b in others))

    @property
    def runs(self) -> bool:
        """Whether a person is told to stand for election."""
        return any(role & CANDIDATES for role in self.roles)

    def add(self, index: int) -> None:
        """Take up a mention, one of a pair for both."""
        for one in self.parts or (self,):
            one.indices.append(index)

    def speak_of(self, weight: float, sentence: int) -> None:
        """Make it more present; what was so before adds little, so that a new subject outdoes an old one."""
        before = self.presence(sentence)
        self.weight = min(MOST_PRESENT, max(before, weight) + 0.3 * min(before, weight))
        self.sentence = sentence

    def presence(self, sentence: int) -> float:
        """How present it still is in a later sentence, halved by each (after Lappin and Leass 1994)."""
        return self.weight * 0.5 ** min(sentence - self.sentence, 50)

    def agrees(self, pronoun: str) -> bool:
        """Whether a pronoun can stand for it."""
        if pronoun in PLURALS:
            return self.plural or self.type == "group"
        if pronoun in SHE | HE:
            return self.type == "person" and not self.plural and self.female in {None, pronoun in SHE}
        return self.type in FAMILIES["body"] and not self.plural

    def settle(self, pronoun: str) -> None:
        """Let the first pronoun that stands for a person tell the sex."""
        if self.type == "person" and not self.parts and pronoun in SHE | HE:
            self.female = pronoun in SHE

    def introduce(self, head: Token, first: Token, today: str) -> None:
        """Take note of a person's name, given its head and its first word, and of the words around it.

        today: the ISO date of the article, empty where it is not known.
        """
        again = first.i == head.i and self.named  # `Mills`, once Karen Mills is introduced, is no president of old
        terms = () if again else leaders_called(head.doc[first.i : head.i + 1].text)
        ruling = [term for term in terms if (term.covers(today) if today else not term.end)]
        full = first.i < head.i
        if self.female is None and len(sexes := {term.sex for term in ruling or (terms if full else ())}) == 1:
            self.female = sexes == {"f"}
        given = borne_by_women(first.text) if full else None
        if given is not None:  # `Hillary Clinton`, whatever `Clinton` alone made of her
            self.female = given
        elif self.female is None and full:
            self.female = surname_of_women(head.text)
        if ruling or len({term.name for term in terms}) == 1:
            self.states |= {term.alpha3 for term in ruling or terms}
        self.roles |= {frozenset(term.office.split()) for term in ruling}
        for description in _titles(head, first):
            self.describe(description)
        titled = (head, *(c for c in head.children if c.dep_ in {"compound", "nmod"} and c.i < first.i))
        beside = [*(c for t in titled for c in t.children if c.dep_ == "poss"), *phrases.behind_of(head)]
        self.states |= {state.country.alpha3 for token in beside if (state := phrases.state(token))}

    def describe(self, words: Iterable[Token]) -> None:
        """Take note of words that together tell what somebody is."""
        words = list(words)
        role = {_plain(t) for t in words if t.pos_ in {"NOUN", "PROPN", "ADJ"} or t.tag_ == "VBN"}
        self.roles |= {frozenset(role)} if role else set()
        if role & (female() | male()):
            self.female = bool(role & female())
        self.states |= {state.country.alpha3 for t in words if (state := phrases.state(t))}

    def holds(self, names: frozenset[str], phrase: Phrase) -> bool:
        """Whether one of the roles is named so and has the rank, field and time that a phrase gives."""
        levels = ranks() | {PRIME}  # a minister is no deputy or prime minister
        needed = phrase.field - former() - passing()
        held = [role for role in self.roles if role & names]
        if any(role & former() for role in held) != phrase.former:
            return False
        return any(
            role & levels == phrase.modifiers & levels
            and needed <= role
            and (not phrase.modifiers & passing() or role & passing())
            for role in held
        )


def _titles(head: Token, first: Token) -> Iterator[list[Token]]:
    """The words right before a name, and the appositions on either side of it."""
    start = first.i
    while start > first.sent.start and _of_title(head.doc[start - 1]):
        start -= 1
    yield list(head.doc[start : first.i])
    for noun in (head.head if head.dep_ == "appos" else head, *(c for c in head.children if c.dep_ == "appos")):
        if noun.ent_type_ not in {"GPE", "LOC", "PERSON"}:
            of = (o for c in noun.children if c.lower_ == "of" for o in c.children)
            yield [noun, *(c for c in noun.children if c.dep_ in phrases.MODIFIERS), *of]


def _of_title(token: Token) -> bool:
    """Whether a word can stand in a title before a name: `OUSTED PRESIDENT`, `SECRETARY OF STATE`."""
    participle = token.tag_ == "VBN" and token.dep_ == "amod"
    return participle or token.pos_ in {"PROPN", "NOUN", "ADJ"} or token.lower_ == "of"


def meant(
    phrase: Phrase, persons: Iterable[Referent], other_than: Referent | None, home: AbstractSet[str] = frozenset()
) -> Referent | None:
    """The person that a definite phrase of one person stands for, the last first in `persons`; None if nobody fits.

    other_than: whom somebody's counterpart is not. home: the state that they belong to of whom no state is told.
    """
    if phrase.plural or phrase.determiner not in {"definite", "possessed"} or phrase.lemma in one_of_several():
        return None
    fitting = [p for p in persons if not phrase.states or phrase.states & (p.states or home)]
    told = [p for p in fitting if not phrase.states or p.states]
    if phrase.lemma == "counterpart":
        return next((p for p in told if p is not other_than and p.deals_with(other_than)), None)
    names = stands_for(phrase.role)
    held = next((p for p in fitting if p.holds(names, phrase)), None)
    alone = phrase.states and len(told) == 1 and not told[0].roles and phrase.role in PERSONS
    return told[0] if alone and held not in told else held
