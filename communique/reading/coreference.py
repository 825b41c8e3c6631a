"""Coreference: the chains of mentions that name the same actor within one article.

Mentions are read in text order, each taken to what was spoken of before or to something new: names by their short
forms, noun phrases by apposition, office, kind or repetition, pronouns by agreement and by how present an actor is.
A phrase or pronoun for two is in the chains of both; one that cannot be told is its own chain, or in none if a pronoun.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from communique.domain import Mention, Reading, Span
from communique.reading import anaphora, parties, phrases, pronouns, quotations
from communique.reading.antecedents import Referent
from communique.reading.discourse import Discourse
from communique.reading.page import Page, Word
from communique.reading.spots import Spot

LEAD = 3  # sentences, the title among them, that can call somebody by an office before the name
POSSESSIVE = frozenset("his her its their".split())
FOUND_HERE = pronouns.FIRST | frozenset("it its itself they them their theirs themselves".split())


def read(page: Page, reading: Reading) -> Reading:
    """Add the chains, each in text order, in the order in which they begin.

    `it`, `they`, `I` and `we` become mentions only where an actor is found that they stand for.
    """
    spots = _spots(page, reading)
    today = page.article.published.date if page.article.published else ""
    told = _went_through(spots, Discourse(spots, today))
    told = _went_through(spots, Discourse(spots, today, told.sexes))
    for spot in spots:
        if spot.mention.form == "nominal" and (spot.titled or spot.sentence <= LEAD):
            told.identify(spot, anaphora.foretold(told, spot))
    for spot, speakers in _speakers(page, reading, spots):
        if spot.mention.form == "nominal":
            told.identify(spot, anaphora.spoken(told, spot, speakers))
        for referent in pronouns.quoted(told, spot, speakers):
            told.note(spot, referent)
    chains = [sorted(set(referent.indices)) for referent in told.referents]
    meant = {number for chain in chains for number in chain}
    kept = [s.number for s in spots if s.number in meant or s.word not in FOUND_HERE]
    index = {number: place for place, number in enumerate(kept)}
    return replace(
        reading,
        mentions=tuple(told.mention(spots[number]) for number in kept),
        chains=tuple(sorted(tuple(index[number] for number in chain) for chain in chains if chain)),
    )


def _went_through(spots: Sequence[Spot], told: Discourse) -> Discourse:
    """The discourse with everything taken down that is not said of oneself."""
    for spot in sorted(spots, key=_turn):
        if spot.word not in pronouns.FIRST and (referent := _referent(told, spot)) is not None:
            told.note(spot, referent)
    return told


def _referent(told: Discourse, spot: Spot) -> Referent | None:
    """What a mention stands for; None only for a pronoun."""
    if spot.mention.form == "pronoun":
        return pronouns.pronoun(told, spot)
    return anaphora.nominal(told, spot) if spot.mention.form == "nominal" else told.name(spot)


def _turn(spot: Spot) -> tuple[int, int]:
    """When a mention is read: inner ones first, a possessive before its clause's subject only after that one.

    `Taking HIS seat, Berg smiled.`
    """
    start, end = spot.mention.span.start, spot.mention.span.end
    subject = pronouns.subject_of(spot.head.token) if spot.word in POSSESSIVE else None
    if subject is None or subject.i < spot.head.token.i or subject.is_ancestor(spot.head.token):
        return end, -start
    return spot.head.at - spot.head.token.idx + subject.idx + len(subject), 0


def _spots(page: Page, reading: Reading) -> list[Spot]:
    """All mentions and the pronouns that may become some, in text order."""
    taken = {mention.span.start for mention in reading.mentions if mention.form == "pronoun"}
    mentions = sorted(
        [*reading.mentions, *(m for m in _pronouns(page) if m.span.start not in taken)],
        key=lambda m: (m.span.start, m.span.end),
    )
    quoted = _quoted(page)
    starts = [sentence.start for sentence in reading.sentences if _of_reporter(sentence, quoted)]
    sources = (parties.source(page, attribution) for attribution in reading.attributions)
    speaking = {word.at for found in sources for party in found for word in party}
    return [
        Spot(
            number=number,
            mention=mention,
            head=head,
            first=words[0].token,
            sentence=bisect_right(starts, mention.span.start),
            quoted=mention.span.start in quoted,
            titled=_in(page.article.title, mention.span),
            speaks=head.at in speaking,
        )
        for number, mention in enumerate(mentions)
        for words in [page.block_at(mention.span.start).words(mention.span)]
        for head in [_head(words)]
    ]


def _of_reporter(sentence: Span, quoted: AbstractSet[int]) -> bool:
    """Whether any word of a sentence stands outside quotation marks: long quotations make nobody less present."""
    return any(c.isalnum() and sentence.start + at not in quoted for at, c in enumerate(sentence.text))


def _pronouns(page: Page) -> Iterator[Mention]:
    for block, tree in page.trees():
        for token in tree.doc:
            if token.lower_ in FOUND_HERE and token.pos_ in {"PRON", "DET"}:
                yield Mention(span=block.passage(tree, [token]), type="group", form="pronoun")


def _speakers(page: Page, reading: Reading, spots: list[Spot]) -> Iterator[tuple[Spot, list[int]]]:
    """Every noun phrase and pronoun in quotations, with the mentions (numbers of spots) that speak there."""
    places = parties.places([spot.mention for spot in spots])
    quotes: list[tuple[int, int, list[int]]] = []
    before: list[int] = []
    for attribution in reading.attributions:
        if attribution.source is not None:
            words = [word for party in parties.source(page, attribution) for word in party[:1]]
            before = [places[word.at] for word in words if word.at in places]
        quotes += [(span.start, span.end, before) for span in attribution.verbatim]
    quotes.sort(key=lambda quote: quote[:2])
    for spot in spots:
        at = bisect_right(quotes, spot.mention.span.start, key=lambda quote: quote[0]) - 1
        within = at >= 0 and spot.mention.span.end <= quotes[at][1]
        if within and spot.mention.form in {"pronoun", "nominal"}:
            yield spot, quotes[at][2]


def _in(title: Span | None, span: Span) -> bool:
    return title is not None and title.covers(span)


def _head(words: list[Word]) -> Word:
    """The word of a mention that the others hang on; where the parser joins several to words outside, the last noun."""
    inside = {word.token.i for word in words}
    heads = [word for word in words if word.token.head.i not in inside or word.token.dep_ == "ROOT"]
    nouns = [word for word in heads if word.token.pos_ in phrases.NOUNS]
    return nouns[-1] if nouns else heads[0]


def _quoted(page: Page) -> frozenset[int]:
    """The places of all characters that stand between quotation marks."""
    found = quotations.in_blocks(block.span for block in page.blocks)
    return frozenset(at for quotation in found for at in range(quotation.span.start, quotation.span.end))
