"""Nominals: noun phrases that stand for an actor without naming it (`rights groups`, `his Russian counterpart`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import THINGS, ActorType, Mention, Reading, Span
from communique.knowledge.states import state_named
from communique.reading import parties, phrases
from communique.reading.introductions import is_adjective
from communique.reading.page import Block, Page, Word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.models import Tree

COUNTED = frozenset({"both", "two", "three"})
COUNTING = frozenset(  # nouns that count others: `thousands of protesters` are protesters
    """dozen half handful hundred majority million number plurality quarter rest score third thousand""".split()
)
GATHERING = frozenset(
    "band bloc coalition couple crowd delegation duo gang group mob pair panel squad team trio".split()
)
FEW = frozenset("all both few five four many most one several six some three two".split())  # `most of the ministers`
WHOLE = frozenset({"all", "both"})
NOBODY = frozenset("any each either every neither no what whatever which".split())
VAGUE = frozenset("certain different few foreign many more other several some such various".split())
ONLY_KNOWN = frozenset({"state", "place", "election"})  # `a country` is none that the record could know
TOLD = frozenset("dossier memo poll report study survey".split())  # documents that the news treats as voices
OWNED = frozenset("base camp campaign side".split())  # actors only when it is said whose they are
ONE_S_OWN = frozenset("leadership office side".split())  # with `his` or `their` they are what somebody has or does
COLLECTIVE = frozenset("media military police press staff".split())  # need no article
HOUSES = frozenset(  # somebody only where they speak or are spoken to
    "church hospital museum radio school shop store television temple theater theatre tv zoo".split()
)
PERSONAL = ("ist", "ian", "man", "woman", "crat")

Names = Mapping[int, Mention]


def read(page: Page, reading: Reading) -> Reading:
    """Add a mention for every noun phrase that stands for an actor, and for every party to an attribution without one.

    The list stays in text order.
    """
    reading = replace(reading, mentions=tuple(m for m in reading.mentions if not _is_common(page, m)))
    places = parties.places(reading.mentions)
    names = {at: m for m in reading.mentions for at in range(m.span.start, m.span.end)}
    names |= {at: reading.mentions[i] for at, i in places.items()}
    known = {m.span for m in reading.mentions}
    found = {m.span: m for block, tree in page.trees() for m in _mentions(block, tree, names) if m.span not in known}
    taken = {*places, *(at for span in found for at in range(span.start, span.end))}
    for attribution in reading.attributions:
        speaking, addressed = parties.source(page, attribution), parties.addressed(page, attribution)
        for party in (*speaking, *(party for party in addressed if _spoken_to(party[0].token))):
            first = party[0]
            if any(w.at in taken for w in party) or _beside_a_name(first.token, first.at - first.token.idx, names):
                continue
            if (mention := _party(page, first)) is not None:
                found.setdefault(mention.span, mention)
    whole = {  # `the Norwegians`, `a well-known Norwegian` are one mention, not two
        span.end for span, mention in found.items() if _article_and_noun(span) or mention.type == "person"
    }
    others = (
        m for m in reading.mentions if m.span not in found and not (m.form == "adjectival" and m.span.end in whole)
    )
    mentions = sorted([*others, *found.values()], key=lambda m: (m.span.start, m.span.end))
    return replace(reading, mentions=tuple(mentions))


def _article_and_noun(span: Span) -> bool:
    article, _, noun = span.text.partition(" ")
    return article.lower() in phrases.DEFINITE and noun.isalpha()


def _is_common(page: Page, name: Mention) -> bool:
    """Whether the recogniser took a common noun for a name: small letters, but for the first of a sentence."""
    text = name.span.text
    if name.form != "named" or name.type == "election" or not text[1:].islower():
        return False
    words = page.block_at(name.span.start).words(name.span)
    if not words or words[-1].token.tag_ not in {"NN", "NNS"} or not (text.islower() or words[0].token.is_sent_start):
        return False
    return phrases.kind(words[-1].token) is not None


def _mentions(block: Block, tree: Tree, names: Names) -> Iterator[Mention]:
    """The noun phrases of one tree that stand for actors."""
    base = block.span.start + tree.start
    headline = block.kind == "title"
    for token in tree.doc:
        name = names.get(base + token.idx)
        kind = _kind(token) if name is None else _people(token, name)
        if kind is None or _nobody(token) or (token.dep_ == "compound" and not phrases.possessor(token)):
            continue
        if (headline or name or _refers(token, kind)) and not _beside_a_name(token, base, names):
            yield _mention(block, tree, token, kind)


def _nobody(head: Token) -> bool:
    """Whether a noun stands for nobody that is known: `NO Norwegian`, `EVERY minister`; `EACH side` is both."""
    nobody = NOBODY - phrases.DISTRIBUTED if head.lemma_ == "side" else NOBODY
    return any(child.lower_ in nobody for child in head.lefts)


def _mention(block: Block, tree: Tree, head: Token, kind: ActorType) -> Mention:
    start, end = phrases.extent(head)
    return Mention(span=block.passage(tree, list(head.doc[start:end])), type=kind, form="nominal")


def _party(page: Page, word: Word) -> Mention | None:
    """The noun phrase at whose head the word stands, whatever it is that is said to speak."""
    token = word.token
    noun = token.pos_ in phrases.NOUNS and any(map(str.isalpha, token.text)) and not _nobody(token)
    counting = token.lower_ in COUNTED or (token.lower_ in FEW and phrases.behind_of(token))
    if not (noun or counting) or (is_adjective(token) and not any(token.lefts)):  # `Norwegian claims`
        return None
    block = page.block_at(word.at)
    tree = next(tree for tree in block.trees if tree.doc is token.doc)
    if _unknown_name(token):
        return Mention(span=block.passage(tree, [token]), type="org", form="named")
    return _mention(block, tree, token, _kind(token) or _speaking(token))


def _spoken_to(noun: Token) -> bool:
    """Whether a noun stands for somebody who can be spoken to: nobody talks to `a look`."""
    return _kind(noun) is not None or phrases.singular(noun) in HOUSES or _unknown_name(noun)


def _unknown_name(noun: Token) -> bool:
    """Whether a noun is a name that was not recognised, in a place where somebody stands: `told HAARETZ that ...`."""
    alone = noun.pos_ == "PROPN" and noun.is_title and not noun.ent_type_ and noun.dep_ in {"dobj", "dative"}
    return alone and not any(noun.lefts) and not noun.is_sent_start


def _speaking(noun: Token) -> ActorType:
    """What an unknown noun is that speaks: persons by how words for them end, else something written."""
    if phrases.singular(noun).endswith(PERSONAL) or state_named(noun.text) is not None:
        return "group" if phrases.plural(noun) else "person"
    if noun.pos_ not in phrases.NOUNS:
        return "group"
    return "org" if phrases.singular(noun) in HOUSES else "document"


def _kind(token: Token) -> ActorType | None:
    """The kind of actor that a word stands for as the head of its phrase."""
    if token.pos_ in phrases.NOUNS:
        kind = phrases.kind(token)
        if phrases.singular(token) in COUNTING or (kind == "group" and phrases.gathers(token)):
            kind = "group" if _of_whom(token) else None
        return "group" if kind == "person" and phrases.plural(token) else kind
    if token.lower_ in FEW and (of := _of_whom(token)) is not None and phrases.plural(of):
        kind = phrases.kind(of)
        return "group" if kind == "person" and token.lower_ != "one" else kind
    alone = token.lower_ in COUNTED and token.dep_ in {*phrases.SUBJECTS, "pobj"} and not any(token.rights)
    return "group" if alone and (token.lower_ == "both" or phrases.definite(token)) else None


def _people(token: Token, name: Mention) -> ActorType | None:
    """The kind of a word for the people of a state as the head of a phrase: `the highest-ranking American`."""
    alone = name.form == "adjectival" and name.type == "state" and len(token.text) == len(name.span.text)
    if not alone or token.pos_ not in phrases.NOUNS or not phrases.modifiers(token):
        return None
    return "group" if token.text.endswith("s") else "person"


def _of_whom(counting: Token) -> Token | None:
    """Whom a word counts: the actor behind its `of`, no place or paper."""
    below = (t for t in phrases.behind_of(counting) if t.pos_ in phrases.NOUNS)
    return next((t for t in below if phrases.kind(t) not in {None, *THINGS}), None)


def _refers(head: Token, kind: ActorType) -> bool:
    """Whether the phrase can mean somebody or something that the record could know."""
    if head.pos_ not in phrases.NOUNS:
        return True
    words = {child.lower_ for child in phrases.lefts(head)}
    if words & NOBODY or _repeats(head) or not _an_actor_here(head, kind):
        return False
    if phrases.definite(head):
        return kind in {"person", "group"} or not _capitalised(head)
    return _some(head, kind) if phrases.plural(head) else _someone(head, kind)


def _an_actor_here(head: Token, kind: ActorType) -> bool:
    """Whether a noun that is not always an actor is one in its phrase."""
    lemma = phrases.singular(head)
    if lemma in ONE_S_OWN and any(child.tag_ == "PRP$" for child in phrases.lefts(head)):
        return False
    if lemma in OWNED:
        return any(
            child.dep_ == "poss" or child.lower_ in {"both", "two", "pro", "anti"} or child.pos_ == "PROPN"
            for child in phrases.lefts(head)
        )
    return kind != "document" or lemma in TOLD


def _someone(head: Token, kind: ActorType) -> bool:
    """Whether an indefinite singular means one actor: `a spokesman`, `police`, not `as president`."""
    if kind in ONLY_KNOWN or kind == "document":
        return False
    articles = any(child.dep_ == "det" or (child.dep_ == "nummod" and child.is_alpha) for child in phrases.lefts(head))
    if kind == "person":
        return articles
    modified = any(child.dep_ not in {"det", "nummod"} for child in phrases.modifiers(head))
    if kind in {"agreement", "party"}:
        return modified
    if kind == "government" and articles:
        return False
    return (articles or head.dep_ in phrases.SUBJECTS or phrases.singular(head) in COLLECTIVE) and not _capitalised(
        head
    )


def _some(head: Token, kind: ActorType) -> bool:
    """Whether an indefinite plural means some actors (`rights groups`), not a kind of thing (`countries`)."""
    modified = any(child.dep_ != "det" for child in phrases.modifiers(head))
    if kind in {"place", "agreement", "election"} or (head.dep_ == "attr" and not modified):
        return False
    if kind == "state":
        return modified and not any(child.lower_ in VAGUE for child in phrases.lefts(head))
    told = modified or any(head.rights) or kind == "document" or phrases.kind(head) == "person"
    return told or head.lower_ in COLLECTIVE or (head.dep_ in phrases.SUBJECTS and head.lower_ != "people")


def _capitalised(head: Token) -> bool:
    """Whether the phrase is a name that was not recognised as one: `the Legislative Council`."""
    return head.is_title and any(child.is_title and child.dep_ == "compound" for child in phrases.lefts(head))


def _repeats(head: Token) -> bool:
    """Whether the words before it count the phrase as a whole, or a noun before it shares its modifiers with it."""
    if head.dep_ == "conj" and phrases.sharing(head.head) == head:
        return True
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    counting = head.head.head
    if counting.lower_ in WHOLE:
        return phrases.plural(head)
    return phrases.singular(counting) in COUNTING | GATHERING and not phrases.definite(head)


def _beside_a_name(head: Token, base: int, names: Names) -> bool:
    """Whether the phrase only says who somebody is: a title in front of a name, a word behind it, an apposition."""
    doc = head.doc
    if phrases.describes(head) and (base + head.head.idx in names or phrases.kind(head.head)):
        return True
    start, end = phrases.extent(head)
    for at in {head.i + 1, end}:
        if at < len(doc) and _is_person(doc[at], base, names):
            joined = head in {doc[at].head, *doc[at].children}
            return joined or (not phrases.plural(head) and doc[at].dep_ not in phrases.SUBJECTS)
    if _names_itself(head, base, names) or _names_body(head, base, names):
        return True
    behind = start > 1 and doc[start - 1].text == "," and _is_person(doc[start - 2], base, names)
    return behind and head.dep_ != "conj" and (end == len(doc) or doc[end].text in {",", "."})


def _names_itself(head: Token, base: int, names: Names) -> bool:
    """Whether a place is named behind `of`: `the city of Bergen`."""
    return phrases.kind(head) in ONLY_KNOWN and any(
        name.type in {"place", "state"}
        for token in phrases.behind_of(head)
        if (name := names.get(base + token.idx)) is not None
    )


def _names_body(head: Token, base: int, names: Names) -> bool:
    """Whether the name of a body stands right behind the noun for it: `the rights GROUP Sahel Watch`."""
    behind = head.nbor(1) if head.i + 1 < len(head.doc) else head
    name = names.get(base + behind.idx)
    close = name is not None and name.type in {"org", "party"} and not phrases.plural(head) and behind.pos_ == "PROPN"
    return close and phrases.kind(head) in {"group", "office", "org", "party"}


def _is_person(token: Token, base: int, names: Names) -> bool:
    mention = names.get(base + token.idx)
    return mention is not None and mention.type == "person" and mention.form == "named"
