"""Which articles have their text from one another, whole or cut, reordered or slightly reworded.

Candidates are found by sampled shingles: hashes of runs of words, those kept that a fixed number divides, which shows
what one text has of the other however much longer it is (Broder 1997, On the resemblance and containment of documents;
the MinHash of the same paper misses a long text cut short). Then the shared runs are laid side by side. Words in
quotation marks do not count: two reporters in one room quote the same sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from zlib import crc32

from communique.domain import Article, Span
from communique.stories.words import Word, placed, words

RUN = 5  # words in a row that count as shared
SAMPLE = 8  # one shingle in so many is indexed
CANDIDATES = 3  # texts compared in full, those with most shingles of the sample
PLACES = 8  # places of one shingle that are tried in the other text
LEAST = 25  # shared words that make a copy
SHARE = 0.5  # of the shorter text's words that must be shared
SHOWN = 3  # runs shown as evidence
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
BREAK = ""  # stands between stretches that do not follow on one another


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article as it is compared.

    told: its words outside quotation marks, a BREAK after every stretch; length: how many.
    whole: a hash of all its words, quoted ones too.
    """

    article: Article
    told: tuple[Word, ...]
    length: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two articles with one text: the share of each that the other has, and the longest runs in each."""

    one: str
    other: str
    of_one: float
    of_other: float
    in_one: tuple[Span, ...]
    in_other: tuple[Span, ...]


@dataclass(slots=True)
class CopyIndex:
    """Articles so far, and who holds which shingle: the latest of those that are no copies of one another."""

    _articles: dict[str, Article] = field(default_factory=dict)
    _holder: dict[int, str] = field(default_factory=dict)

    def add(self, article: Article) -> tuple[Copy, ...]:
        """Put an article in; gives its links to texts that are there, at most CANDIDATES."""
        text = read(article)
        keys = _sample(text)
        votes = Counter(holder for key in keys if (holder := self._holder.get(key)))
        if same := self._holder.get(text.whole):
            votes[same] += 1
        ranked = sorted(votes, key=lambda held: (-votes[held], held))[:CANDIDATES]
        compared = (compare(text, read(self._articles[held])) for held in ranked)
        found = tuple(copy for copy in compared if copy)
        self._articles[article.id] = article
        for key in (*keys, text.whole) if text.told else ():
            if not found or key not in self._holder:
                self._holder[key] = article.id
        return found


def read(article: Article) -> Text:
    """An article as it is compared."""
    told = tuple(word for paragraph in article.body for word in _told(paragraph))
    everything = " ".join(word for paragraph in article.body for word in words(paragraph.text))
    length = sum(word.text != BREAK for word in told)
    return Text(article=article, told=told, length=length, whole=_hash(everything))


def compare(one: Text, other: Text) -> Copy | None:
    """What two texts share, None where neither can have its text from the other."""
    runs = sorted(_runs(one, other), key=lambda run: (-len(run[0]), run[0].start))
    of_one, of_other = (len({at for run in runs for at in run[side]}) for side in (0, 1))
    same = one.whole == other.whole
    if not same and (min(of_one, of_other) < LEAST or max(of_one / one.length, of_other / other.length) < SHARE):
        return None
    return Copy(
        one=one.article.id,
        other=other.article.id,
        of_one=1.0 if same else of_one / one.length,
        of_other=1.0 if same else of_other / other.length,
        in_one=tuple(_span(one, run) for run, _ in runs[:SHOWN]) or one.article.body[:1],
        in_other=tuple(_span(other, run) for _, run in runs[:SHOWN]) or other.article.body[:1],
    )


def _runs(one: Text, other: Text) -> Iterator[tuple[range, range]]:
    """Runs of words that stand in both, none longer possible, in the order of the first, as ranges of word numbers."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, shingle in _shingles(other):
        if len(places[shingle]) < PLACES:
            places[shingle].append(at)
    begin = 0
    for at, shingle in _shingles(one):
        if at >= begin and shingle in places:
            length, there = max((_length(one, at, other, there), -there) for there in places[shingle])
            yield range(at, at + length), range(-there, -there + length)
            begin = at + length


def _length(one: Text, at: int, other: Text, there: int) -> int:
    """How many words from two places on are the same."""
    length = RUN
    most = min(len(one.told) - at, len(other.told) - there)
    while length < most and one.told[at + length].text == other.told[there + length].text != BREAK:
        length += 1
    return length


def _shingles(text: Text) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every run of RUN words without a break, with the number of its first."""
    told = [word.text for word in text.told]
    since = 0
    for end, word in enumerate(told, 1):
        since = since + 1 if word != BREAK else 0
        if since >= RUN:
            yield end - RUN, tuple(told[end - RUN : end])


def _sample(text: Text) -> list[int]:
    hashes = {_hash(" ".join(shingle)) for _, shingle in _shingles(text)}
    return sorted(key for key in hashes if key % SAMPLE == 0)


def _told(paragraph: Span) -> Iterator[Word]:
    quoted = [match.span() for match in QUOTED.finditer(paragraph.text)]
    end_of_all = len(paragraph.text)
    for (_, start), (end, _) in pairwise([(0, 0), *quoted, (end_of_all, end_of_all)]):
        if start < end:
            yield from placed(paragraph.text[start:end], paragraph.start + start)
            yield Word(BREAK, paragraph.start + end, paragraph.start + end)


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def _span(text: Text, run: range) -> Span:
    start, end = text.told[run.start].start, text.told[run.stop - 1].end
    paragraph = next(span for span in text.article.body if span.start <= start and end <= span.end)
    return paragraph.part(start, end)
