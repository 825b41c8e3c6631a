"""The words of a whole record, read once for the checks that compare passages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.domain import Article, Reading, Record, Span
from communique.stories.words import Mentions, Weights, Word, roots, words

T = TypeVar("T")
NEIGHBOURS = 12  # that a passage is compared with for the sake of one rare word
RAREST = 10  # words by which a passage looks for others like it


@dataclass(frozen=True, slots=True)
class Pile:
    """What a record's passages are compared with. sentences: those of every article, titles first."""

    mentions: Mentions
    weights: Weights
    sentences: Mapping[str, Sequence[Span]]

    @classmethod
    def of(cls, record: Record, readings: Mapping[str, Reading]) -> "Pile":
        """Read all sentences once."""
        mentions = Mentions.of(record)
        sentences = {article.id: _sentences(article, readings) for article in record.articles}
        weights = Weights(roots(words([span], mentions)) for spans in sentences.values() for span in spans)
        return cls(mentions, weights, sentences)

    def words(self, spans: Iterable[Span]) -> tuple[Word, ...]:
        """The words of some passages in order."""
        return words(spans, self.mentions)


def alike(passages: Sequence[tuple[T, Sequence[str]]], weights: Weights) -> Iterator[tuple[T, T]]:
    """Pairs that share a rare word, each once, the earlier first: candidates, by an index and never all with all.

    passages: each with the roots of its words. Of the passages that share a word, each meets the next NEIGHBOURS, so
    that time stays linear where thousands share it; what they have in common is then found from one to the next.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for number, (_, found) in enumerate(passages):
        for root in sorted(set(found), key=lambda r: (-weights[r], r))[:RAREST]:
            holding[root].append(number)
    pairs = {
        (one, other)
        for numbers in holding.values()
        for at, one in enumerate(numbers)
        for other in numbers[at + 1 : at + 1 + NEIGHBOURS]
    }
    for one, other in sorted(pairs):
        yield passages[one][0], passages[other][0]


def _sentences(article: Article, readings: Mapping[str, Reading]) -> tuple[Span, ...]:
    title = () if article.title is None else (article.title,)
    reading = readings.get(article.id)
    return (*title, *(reading.sentences if reading and reading.sentences else article.body))
