"""Descriptions: the words beside a name, or in a noun phrase, that tell what somebody is, or whose.

`Russian Foreign Minister Ann Lee`, `Ann Lee, an American investor`, `his wife, Ann Lee`, `the Venezuelan opposition`,
`the Westgate prison`. They give an actor its roles and its country, with the words that say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Description, Reading
from communique.knowledge import countries
from communique.knowledge.events import is_thing
from communique.knowledge.nouns import actor_noun
from communique.knowledge.states import state_named
from communique.knowledge.titles import (
    belonging,
    courtesies,
    institution_called,
    kind_of_noun,
    names_person,
    title_modifiers,
)
from communique.reading import belongings, phrases
from communique.reading.page import Page
from communique.reading.scenes import Scene, owners_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = phrases.MODIFIERS | {"poss"}
PARTS = frozenset({"NOUN", "PROPN", "ADJ"})
SINGULAR = frozenset({"NN", "NNP"})
BODIES = frozenset({"org", "office", "party", "government"})
OWNED = frozenset({"org", "party"})  # `HER Renewal Union`
ORIGINS = frozenset({"of", "by", "from"})  # `head OF`, `report BY`, `officials FROM`
OWNERS = ORIGINS | {"to", "for"}  # `ambassador TO`, `spokesman FOR`
LONGEST = 6  # words of a title
THE = frozenset({"the", "these", "those", "some", "many", "our", "other"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the descriptions of all mentions, in the order of the mentions."""
    owners = owners_of(reading.mentions)
    found: list[Description] = []
    for index, mention in enumerate(reading.mentions):
        if mention.form == "pronoun":
            continue
        block = page.block_at(mention.span.start)
        words = block.words(mention.span)
        if not words:
            continue
        scene = Scene(
            index=index, mentions=reading.mentions, owners=owners, block=block,
            base=words[0].at - words[0].token.idx, tokens=tuple(word.token for word in words),
        )  # fmt: skip
        found += dict.fromkeys(_describe(scene))
    found += belongings.elections(page, reading, found)
    return replace(reading, descriptions=tuple(sorted(found, key=lambda told: told.mention)))


def _describe(scene: Scene) -> Iterator[Description]:
    mention = scene.mention
    if mention.form == "nominal":
        yield from _told(scene, scene.head, scene.tokens[0], scene.tokens[-1])
    elif mention.type == "person":
        yield from _title_before(scene)
        yield from _noun_beside(scene)
        yield from _one_of(scene)
        yield from _apposition_behind(scene)
    elif mention.type == "state":
        yield from _people(scene)
    else:
        if scene.mention.type != "place":
            yield from _title_before(scene)  # recognisers take persons for organisations
        yield from _owner_before(scene)
        yield from _noun_behind(scene)
        yield from _apposition_behind(scene)
        yield from _place_behind(scene)


def _title_before(scene: Scene) -> Iterator[Description]:
    """`Russian Deputy Foreign Minister NAME`, `Secretary of State NAME`, `Ann Lee's brother NAME`."""
    doc, last = scene.tokens[0].doc, _first(scene) - 1
    head = _head_of_office(scene, last)
    if head is None:
        if last < 0 or not _is_title_noun(doc[last]) or doc[last].tag_ not in SINGULAR:
            return
        head = last
    first = head
    while first > 0 and head - first < LONGEST and _in_title(scene, doc[first - 1]):
        first -= 1
    if first > 0 and doc[first].text == "-":
        first -= 1
    country, of, start = _whose(scene, first)
    if country is None and of is None:
        country = _state_behind(scene)
    yield Description(
        mention=scene.index, title=doc[first : last + 1].text, country=country, of=of,
        evidence=scene.span(doc[start], doc[last]),
    )  # fmt: skip


def _state_behind(scene: Scene) -> str | None:
    """The state that is told behind a name with a title before it: `President NAME of Chad`."""
    doc, behind = scene.tokens[0].doc, scene.tokens[-1].i + 1
    if behind + 2 >= len(doc) or doc[behind].lower_ != "of":
        return None
    return scene.state(doc[behind + 1 + (doc[behind + 1].lower_ == "the")])


def _first(scene: Scene) -> int:
    """Where a person's name begins, with the courtesies before it: `Minister DATUK Berg`, `HIS EXCELLENCY Berg`."""
    doc, first = scene.tokens[0].doc, scene.tokens[0].i
    while first > 1 and doc[first - 1].is_title and doc[first - 1].lower_ in courtesies():
        first -= 1
    return first - (0 < first < scene.tokens[0].i and doc[first - 1].tag_ == "PRP$")


def _head_of_office(scene: Scene, last: int) -> int | None:
    """The `Secretary` of `Secretary of State NAME`, where `last` is the word before the name.

    In `a friend of President NAME` the title is the president's, not the friend's.
    """
    doc = scene.tokens[0].doc
    if last >= 0 and _is_title_noun(doc[last]):
        return None
    for at in range(last, max(last - 4, 0), -1):
        token = doc[at]
        if token.lower_ == "of":
            return at - 1 if at < last and _is_title_noun(doc[at - 1]) else None
        owner = scene.owner(token)
        if (
            not token.text[0].isupper()
            or token.lower_ in courtesies()
            or (owner is not None and scene.mentions[owner].type == "person")
        ):
            return None
    return None


def _in_title(scene: Scene, token: Token) -> bool:
    """Whether a word goes on a title to the left."""
    if scene.state(token) or token.sent.start != scene.tokens[0].sent.start:
        return False
    word, owner = token.lower_, scene.owner(token)
    if owner is not None and scene.mentions[owner].form == "named":
        return False
    if word == "under" and not token.nbor().lower_.startswith("secretar"):  # `Under President Berg`
        return False
    plain = token.is_lower and token.pos_ in PARTS and token.dep_ in MODIFIERS
    return plain or word in title_modifiers() or word == "-" or (_is_title_noun(token) and token.tag_ in SINGULAR)


def _whose(scene: Scene, first: int) -> tuple[str | None, int | None, int]:
    """The state or mention that stands before a title, and where the words for it begin: `Russia's`, `U.S.`, `his`."""
    doc = scene.tokens[0].doc
    at = first - 1
    if at >= 0 and doc[at].tag_ == "POS":
        at -= 1
    if at < 0 or doc[at].i == doc[first].i:
        return None, None, first
    token = doc[at]
    owner = scene.owner(token)
    possessive = at < first - 1 or token.tag_ == "PRP$"
    state = scene.state(token)
    body = owner is not None and scene.mentions[owner].type in BODIES
    if owner == scene.index or (state is None and not body and not (possessive and owner is not None)):
        return None, None, first
    while at > 0 and owner is not None and scene.owner(doc[at - 1]) == owner:
        at -= 1
    return state, None if state else owner, at


def _noun_beside(scene: Scene) -> Iterator[Description]:
    """`his wife, NAME`: the name stands in apposition to a noun."""
    head = scene.head
    noun = head.head
    start = _first(scene)
    comma = start and head.doc[start - 1].text == ","
    if head.dep_ == "appos" and comma and noun.i < scene.tokens[0].i and _is_title_noun(noun) and noun.tag_ in SINGULAR:
        left = min((t.i for child in noun.lefts for t in child.subtree), default=noun.i)
        if scene.owner(noun) is None or scene.mentions[scene.owner(noun) or 0].form == "nominal":
            yield from _told(scene, noun, noun.doc[left], noun)


def _one_of(scene: Scene) -> Iterator[Description]:
    """`two Peruvian envoys, Ann Lund and NAME`: what a phrase for several tells of each whom it goes on to name."""
    first = scene.head
    while first.dep_ == "conj" and not phrases.plural(first.head):
        first = first.head
    noun = first.head
    beside = first.doc[first.left_edge.i - 1].text == ","  # which the parser takes for the first of a list
    if (first.dep_ == "appos" or (first.dep_ == "conj" and beside)) and noun.i < first.i and phrases.plural(noun):
        country = next((state for t in (noun, *noun.lefts) if (state := scene.state(t))), None)
        if country:
            yield Description(mention=scene.index, title="", country=country, of=None, evidence=scene.span(noun, noun))


def _apposition_behind(scene: Scene) -> Iterator[Description]:
    """`NAME, an American investor`, `NAME, Russia's foreign minister`, `NAME, a Spanish party`."""
    doc, comma = scene.tokens[-1].doc, scene.tokens[-1].i + 1
    if comma + 2 < len(doc) and doc[comma].text == doc[comma + 2].text == "," and doc[comma + 1].like_num:
        comma += 2  # an age
    if comma + 1 < len(doc) and doc[comma + 1].lower_ in {"now", "then", "also", "once", "formerly"}:
        comma += 1
    if comma + 1 >= len(doc) or "," not in {doc[comma].text, doc[comma - 1].text} or doc[comma + 1].tag_ == "WP$":
        return
    end = comma + 1
    while end < len(doc) and end - comma <= LONGEST + 3 and _in_phrase(doc[end]):
        end += 1
    nouns = [t for t in doc[comma + 1 : end] if t.pos_ in phrases.NOUNS and t.tag_ != "POS"]
    if not nouns or nouns[-1].i != end - 1 or nouns[-1].tag_ not in SINGULAR or doc[comma + 1].tag_ == "CD":
        return
    noun, first = nouns[-1], doc[comma + 1]
    known = _is_title_noun(noun) if scene.mention.type == "person" else _kind(noun)
    if known and (end == len(doc) or doc[end].tag_ != "POS"):
        owner = scene.owner(noun)
        if owner is None or scene.mentions[owner].form == "nominal":
            yield from _told(scene, noun, first, noun)


def _in_phrase(token: Token) -> bool:
    return token.pos_ in {*PARTS, "DET", "NUM"} or token.tag_ in {"POS", "PRP$", "HYPH"} or token.text == "-"


def _told(scene: Scene, noun: Token, first: Token, last: Token) -> Iterator[Description]:
    """What a noun phrase with this head tells: the words of its title, whose it is, and where."""
    modifiers = [c for c in noun.lefts if c.dep_ in MODIFIERS and first.i <= c.i]
    states = [state for c in modifiers for t in (c, *c.lefts) if (state := scene.state(t))]
    owner = next((scene.owner(c) for c in modifiers if _owns(scene, c)), None)
    of, end = None if owner == scene.index else owner, last
    title = _words(scene, [*modifiers, noun], first.i)
    for preposition in (c for c in noun.rights if c.lower_ in OWNERS and c.i == noun.i + 1):
        for thing in (c for c in preposition.children if c.dep_ == "pobj"):
            whose = _owner_of(scene, thing)
            if (
                preposition.lower_ == "of" or noun.lemma_.lower() in belonging()
            ):  # an ambassador TO a state is not its own
                head_of = scene.mention.type == "person" and not is_thing(thing.lemma_.lower())
                nested = thing.lefts if head_of else ()  # head of Peru's largest bank, not captain of a Peruvian ship
                states += [state for t in (thing, *nested) if (state := scene.state(t))]
            if not states and whose not in {None, scene.index} and of is None:
                of = whose
            elif whose is None and preposition.lower_ == "of":
                title = f"{title} of {_words(scene, [*(c for c in thing.lefts if c.dep_ in MODIFIERS), thing], noun.i)}"
            end = max(end, thing, key=lambda t: t.i)
    country = states[0] if states else None
    if country is None and of is None and scene.mention.form == "nominal":
        country = belongings.sender(scene, noun, title)
    if country is None and of is None and scene.mention.form == "nominal":
        country, of = _where(scene, noun)
    yield Description(
        mention=scene.index, title=title, country=country, of=of,
        evidence=scene.mention.span if scene.mention.form == "nominal" else scene.span(first, end),
    )  # fmt: skip


def _owner_of(scene: Scene, thing: Token) -> int | None:
    """The mention that `of ...` names: `the government of ANA LEE`, `the government of President ANA LEE`."""
    owner = scene.owner(thing)
    if owner is not None and owner != scene.index:
        return owner
    inside = (scene.owner(t) for t in thing.children if t.dep_ in {"appos", "compound", "flat", "nmod"})
    people = (i for i in inside if i not in {None, scene.index} and scene.mentions[i or 0].type == "person")
    return next(people, owner)


def _owns(scene: Scene, token: Token) -> bool:
    """Whether a word before a noun tells whose it is: `HIS wife`, `the LEE administration`, `a UN official`."""
    owner = scene.owner(token)
    named = owner is not None and owner != scene.index and scene.mentions[owner].form == "named"
    return not scene.state(token) and (token.dep_ == "poss" or (named and token.dep_ in MODIFIERS))


def _where(scene: Scene, noun: Token) -> tuple[str | None, int | None]:
    """The state or place that something is in: `protesters IN LIMA`."""
    after = noun.doc[noun.i + 1 : noun.i + 2] if institution_called(noun.lower_) else ()  # `told PARLIAMENT in Lima`
    behind = (t for t in (*scene.tokens, *after) if t.head == noun or t.i == noun.i + 1)
    for preposition in (t for t in behind if t.i > noun.i and t.lower_ == "in"):
        for place in (c for c in preposition.children if c.dep_ == "pobj"):
            state, owner = scene.state(place), scene.owner(place)
            if state or (owner is not None and scene.mentions[owner].type in {"place", "state"}):
                return state, None if state else owner
    return None, None


def _words(scene: Scene, tokens: Iterable[Token], first: int) -> str:
    """The words of a title from the first on, without those for a state or an owner, with their hyphens."""
    kept = [
        t
        for token in tokens
        for t in ([token] if token.dep_ == "poss" else [*(c for c in token.lefts if c.dep_ in MODIFIERS), token])
        if t.i >= first
        and not scene.state(t)
        and not _owns(scene, t)
        and t.dep_ not in {"det", "nummod"}
        and t.pos_ in PARTS
    ]
    kept = sorted({t.i: t for t in kept}.values(), key=lambda t: t.i)
    if not kept:
        return ""
    if kept[-1].i - kept[0].i < LONGEST and all(
        t in kept or t.text == "-" or t.tag_ == "HYPH" for t in kept[0].doc[kept[0].i : kept[-1].i + 1]
    ):
        return str(kept[0].doc[kept[0].i : kept[-1].i + 1].text)
    return " ".join(t.text for t in kept[-LONGEST:])


def _people(scene: Scene) -> Iterator[Description]:
    """`Peruvians`, without an article, are the people; `the Peruvians` in news of states are as a rule the state."""
    word, doc = scene.mention.span.text, scene.tokens[0].doc
    before = doc[scene.tokens[0].i - 1].lower_ if scene.tokens[0].i else ""
    state = state_named(word)
    if len(scene.tokens) == 1 and state and word in _peoples() and before not in THE:
        yield Description(
            mention=scene.index, title="people", country=state.country.alpha3, evidence=scene.mention.span
        )


def _peoples() -> frozenset[str]:
    """Words for a people in the plural that are not its adjective too."""
    return frozenset(d for c in countries() for d in c.demonyms if d not in c.adjectives and d.endswith(("s", "men")))


def _owner_before(scene: Scene) -> Iterator[Description]:
    """`U.S. NAME`, `Russia's NAME`, `the Spanish party NAME`."""
    doc, first = scene.tokens[0].doc, scene.tokens[0].i
    kind = first
    while kind > 0 and first - kind < 3 and doc[kind - 1].pos_ in {"NOUN", "ADJ"} and not scene.state(doc[kind - 1]):
        kind -= 1
    noun = doc[first - 1] if kind < first and _kind(doc[first - 1]) else None
    country, of, start = _whose(scene, kind if noun else first)
    of = of if of is not None and scene.mention.type in OWNED and scene.mentions[of].type == "person" else None
    of = of if of is None or scene.mentions[of].form != "nominal" else None
    if noun is not None or country or of is not None:
        title = doc[kind:first].text if noun is not None else ""
        evidence = scene.span(doc[start], doc[first - 1])
        yield Description(mention=scene.index, title=title, country=country, of=of, evidence=evidence)


def _noun_behind(scene: Scene) -> Iterator[Description]:
    """`the NAME prison`: the noun says what the name is of."""
    doc, end = scene.tokens[-1].doc, scene.tokens[-1].i + 1
    last = next((at for at in (end + 1, end) if at < len(doc) and kind_of_noun(doc[end : at + 1].text)), None)
    if last is not None and doc[end].pos_ == "NOUN" and scene.mention.type != "place":
        yield Description(mention=scene.index, title=doc[end : last + 1].text, evidence=scene.span(doc[end], doc[last]))


def _place_behind(scene: Scene) -> Iterator[Description]:
    """`NAME, Peru`, `NAME in Lima`: where a place or an office is."""
    doc, end = scene.tokens[-1].doc, scene.tokens[-1].i + 1
    if scene.mention.type == "place" and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ == "PROPN":
        state, owner = scene.state(doc[end + 1]), scene.owner(doc[end + 1])
        if state and owner is not None and scene.mentions[owner].form == "named":
            yield Description(mention=scene.index, country=state, evidence=scene.span(doc[end + 1], doc[end + 1]))


def _is_title_noun(token: Token) -> bool:
    """Whether a word can be a person's title or part, but for a word of courtesy."""
    lemma = token.lemma_.lower()
    noun = token.pos_ in phrases.NOUNS and token.lower_ not in courtesies()
    return noun and names_person(lemma)


def _kind(token: Token) -> bool:
    return kind_of_noun(token.lemma_.lower()) is not None or actor_noun(token.lemma_.lower()) in {
        "org",
        "party",
        "office",
    }
