"""Claims by apposition: what a thing is, as several articles say beside its name: `the law firm X`, `X, a law firm`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations, takewhile

from communique.domain import Reading, Record, Span
from communique.knowledge.titles import post_called
from communique.knowledge.vocabulary import word_root
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.facts import clustered
from communique.stories.checks.corroboration.roles import official
from communique.stories.passages import Pile, Spots, Word

Place = tuple[str, int]

SHARED = 2  # words that two articles have beside one name, not all of them names
MOST = 50  # mentions of one actor that are compared
_BEFORE = re.compile(r"(?:[\w.'’-]+ ){0,5}[\w.'’-]+,? $")
_BEHIND = re.compile(r", (?:an?|the) (?P<what>(?:[\w'’-]+ ){0,5}[\w'’-]+)")


def called(record: Record, readings: Mapping[str, Reading], pile: Pile) -> Iterator[Claim]:
    """What is said of someone or something in the noun phrase that its name stands in, or that follows it.

    States, officials and the words of offices apart, which readers know.
    """
    sentences = Spots((sentence, sentence) for reading in readings.values() for sentence in reading.sentences)
    names = {actor.id for actor in record.actors} | _of_posts(record)
    verbs = {(c.verb.document, c.verb.start) for reading in readings.values() for c in reading.clauses}
    for actor in record.actors:
        if actor.type == "state":
            continue
        named = [mention.span for mention in actor.mentions if mention.form == "named"][:MOST]
        whole = {name: s for name in named for s, _ in sentences.overlapping(name) if s.covers(name)}
        beside = {name: _beside(sentence, name, pile, verbs) for name, sentence in whole.items()}
        pairs = []
        for one, other in combinations(sorted(beside), 2):
            both = (beside[one].keys() & beside[other].keys()) - {actor.id}
            if one.document != other.document and len(both) >= SHARED and both - names:
                a, b = (_told(n, whole[n], [beside[n][root] for root in both]) for n in (one, other))
                pairs.append((a, b))
        for spans in clustered(pairs):
            plainest = min(spans, key=lambda span: ("," in span.text, len(span.text), span))
            before = next(name for name in named if plainest.covers(name)).start - plainest.start
            if actor.type != "person" or not official(plainest.text[:before].strip(" ,")):
                yield Claim(text=" ".join(plainest.text.split()), support=tuple(spans))


def _of_posts(record: Record) -> set[str | None]:
    """The words of the posts that persons hold: `secretary`, `state`."""
    titles = (role.title for actor in record.actors for role in actor.roles)
    return {word_root(word) for title in titles if post_called(title) for word in title.split()}


def _beside(sentence: Span, name: Span, pile: Pile, verbs: AbstractSet[Place]) -> dict[str, Word]:
    """The words before a name, by their roots, up to a verb or a word of grammar, and the same of what follows."""

    def phrase(words: Iterable[Word], *joining: str) -> dict[str, Word]:
        within = takewhile(
            lambda w: (name.document, w.start) not in verbs and (w.text in joining or word_root(w.text) is not None),
            words,
        )
        return {word.root: word for word in within if word.root is not None}

    found: dict[str, Word] = {}
    if before := _BEFORE.search(sentence.text[: name.start - sentence.start]):
        words = pile.words([sentence.part(sentence.start + before.start(), name.start)])[::-1]
        of = bool(words) and words[0].text == "of"  # `resort of Sochi`, but not `a group of former Facebook employees`
        found |= phrase(words[of:])
    if behind := _BEHIND.match(sentence.text, name.end - sentence.start):
        what = sentence.part(sentence.start + behind.start("what"), sentence.start + behind.end("what"))
        found |= phrase(pile.words([what]), "of", "and")
    return found


def _told(name: Span, sentence: Span, words: list[Word]) -> Span:
    """From the first of some words to the last, the name among them."""
    start = min(name.start, *(word.start for word in words))
    return sentence.part(start, min(sentence.end, max(name.end, *(word.end for word in words))))
