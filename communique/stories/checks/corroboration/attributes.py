"""Claims by apposition: what a place is, as several articles call it in much the same words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from communique.domain import Reading, Record, Span
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.facts import clustered
from communique.stories.passages import Pile, Spots, roots

SHARED = 2  # words that two appositions share, the name of the place apart
MOST = 50  # appositions of one place that are compared
_BEFORE = re.compile(r"\bthe (?:[\w'’-]+ ){1,5}of $")
_BEHIND = re.compile(r", the (?:[\w'’-]+ ){0,4}[\w'’-]+?(?= (?:that|which|where|in|on|at|of)\b|[,.;:)]|$)")


def called(record: Record, readings: Mapping[str, Reading], pile: Pile) -> Iterator[Claim]:
    """What places are called beside their names: `X, the old port`, `the old port of X`."""
    sentences = Spots((sentence, sentence) for reading in readings.values() for sentence in reading.sentences)
    for actor in record.actors:
        if actor.type != "place":
            continue
        told: dict[Span, set[str]] = defaultdict(set)
        for mention in actor.mentions[:MOST]:
            for _, sentence in sentences.overlapping(mention.span):
                if sentence.covers(mention.span) and (span := _apposed(sentence, mention.span)):
                    told[span] |= set(roots(pile.words([span]))) - {actor.id}
        pairs = [
            (one, other)
            for one, other in combinations(sorted(told), 2)
            if one.document != other.document and len(told[one] & told[other]) >= SHARED
        ]
        for spans in clustered(pairs):
            briefest = min(spans, key=lambda span: (len(span.text), span))
            yield Claim(text=" ".join(briefest.text.split()), support=tuple(spans))


def _apposed(sentence: Span, name: Span) -> Span | None:
    """The name with what it is called, where it is called something."""
    before = _BEFORE.search(sentence.text[: name.start - sentence.start])
    if before:
        return sentence.part(sentence.start + before.start(), name.end)
    behind = _BEHIND.match(sentence.text, name.end - sentence.start)
    return sentence.part(name.start, sentence.start + behind.end()) if behind else None
