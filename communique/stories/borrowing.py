"""Sentences that pages of different origins have from one another: an agency's lead in a page of an outlet's own.

Who prints another's sentence does not vouch for what it tells. Words in quotation marks do not count, as in copies.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from communique.domain import Article, Reading, Span
from communique.stories.copies import QUOTED
from communique.stories.passages import Spots, sentences_of
from communique.stories.words import placed

COPIED = 8  # words in a row that two reporters do not hit upon
AGAIN = 5  # the same, or a whole sentence, where the pages share a run of so many elsewhere

Run = tuple[str, ...]


class Borrowing:
    """Tells whether two passages stand in sentences of one text."""

    def __init__(self, articles: Mapping[str, Article], readings: Mapping[str, Reading]) -> None:
        self._sentences: Spots[tuple[str, frozenset[Run], frozenset[Run]]] = Spots(())
        holding: dict[Run, set[str]] = defaultdict(set)
        for article in articles.values():
            quoted = Spots((span, span) for span in _quotations(article))
            for sentence in sentences_of(article, readings.get(article.id)):
                told = _told(sentence, quoted)
                long = _runs(told, COPIED)
                self._sentences.add(sentence, (article.id, long, _runs(told, min(len(told), AGAIN))))
                for run in long:
                    holding[run].add(article.id)
        shared = (held for held in holding.values() if len(held) > 1)
        self._related = {(one, other) for held in shared for one in held for other in held}

    def one_text(self, a: Span, b: Span) -> bool:
        """Whether the sentences of two passages share a run of words that one must have from the other."""
        return any(
            ours & theirs or ((one, other) in self._related and short & brief)
            for _, (one, ours, short) in self._sentences.overlapping(a)
            for _, (other, theirs, brief) in self._sentences.overlapping(b)
        )


def _quotations(article: Article) -> Iterator[Span]:
    for paragraph in article.body:
        for match in QUOTED.finditer(paragraph.text):
            yield paragraph.part(paragraph.start + match.start(), paragraph.start + match.end())


def _told(sentence: Span, quoted: Spots[Span]) -> list[str]:
    """The words of a sentence outside quotation marks; an empty one where a quotation stands."""
    told: list[str] = []
    within = [span for span, _ in quoted.overlapping(sentence)]
    for word in placed(sentence.text, sentence.start):
        hidden = any(span.start <= word.start < span.end for span in within)
        if not hidden or (told and told[-1]):
            told.append("" if hidden else word.text)
    return told


def _runs(words: list[str], length: int) -> frozenset[Run]:
    """Every run of so many words without a gap."""
    if not words:
        return frozenset()
    runs = (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
    return frozenset(run for run in runs if all(run))
