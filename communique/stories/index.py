"""An index of stories to which articles are added one by one, each in about the same time however many are there.

An article is a vector of its words, weighted by how often it has them and how rare they are in news at large and among
the articles seen so far (incremental TF-IDF; Allan and others, Topic Detection and Tracking, 1998), so that a word that
every article of a large pile has joins none of them; in a small pile it may be the word of its one story. An article
goes to the story whose articles it is most like on average; two stories that it shows to be one are merged. Only
stories that share one of its rarest words are looked at.
"""

import math
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from communique.domain.ids import content_id
from communique.knowledge.words import OUT_OF, commonness

SAME = 0.1  # likeness from which an article belongs to a story; chosen on public clusters of news (bench/stories.py)
APART = 0.25  # what is left of the likeness of articles whose dates are far apart
FADES = 365  # days in which the rest fades to a third
UNDATED = 0.65  # what is left where one of the dates is not known
KEPT = 256  # words of an article that are compared, the heaviest
OWN = 5  # articles among which a word may be one story's: it weighs as much as a word of one article
KEYS = 24  # those by which stories are looked up
LATEST = 500  # stories looked at for a word, the newest
CANDIDATES = 40  # stories compared in full


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What an article is about: how often it has which word, and the day that it is from, counted from 0001-01-01."""

    article: str
    words: tuple[tuple[str, int], ...]
    day: int | None = None


@dataclass(slots=True, kw_only=True)
class _Story:
    """The sum of its articles' vectors: word numbers in order and their weights."""

    articles: list[str]
    days: list[int]
    words: NDArray[np.int32]
    weights: NDArray[np.float32]


@dataclass(slots=True)
class StoryIndex:
    """Stories so far. Words are numbered as they come; `_at` holds one article's weights by those numbers."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _seen: list[int] = field(default_factory=list)
    _articles: int = 0
    _stories: list[_Story] = field(default_factory=list)
    _merged: dict[int, int] = field(default_factory=dict)
    _with_word: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _at: NDArray[np.float32] = field(default_factory=lambda: np.zeros(1 << 14, np.float32))

    def add(self, features: Features) -> str:
        """Put an article into its story, or begin one; gives the story's id."""
        self.count(features)
        return self.place(features)

    def count(self, features: Features) -> None:
        """Take note of an article's words without placing it, so that articles placed before it know of them."""
        self._articles += 1
        for word, _ in features.words:
            number = self._numbers.setdefault(word, len(self._numbers))
            if number == len(self._seen):
                self._seen.append(0)
            self._seen[number] += 1
        if len(self._seen) > len(self._at):
            self._at = np.zeros(2 * len(self._seen), np.float32)

    def place(self, features: Features) -> str:
        """Put an article that was counted into its story, or begin one; gives the story's id."""
        words, weights = self._vector(features.words)
        new = _Story(
            articles=[features.article],
            days=[] if features.day is None else [features.day],
            words=words,
            weights=weights,
        )
        keys = words[np.lexsort((words, -weights))[:KEYS]].tolist()
        order = np.argsort(words)
        new.words, new.weights = words[order], weights[order]
        near = self._near(new, self._candidates(keys))
        if near:
            number = near[0]
            self._join(self._stories[number], new)
            for other in near[1:]:
                number = self._merge_if_same(number, other)
        else:
            number = len(self._stories)
            self._stories.append(new)
        for key in keys:
            listed = self._with_word[key]
            if not listed or self._root(listed[-1]) != number:
                listed.append(number)
        return _id(self._stories[number])

    def stories(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every story's id and its articles, in the order in which they were added."""
        kept = (story for number, story in enumerate(self._stories) if number not in self._merged)
        return tuple((_id(story), tuple(story.articles)) for story in kept)

    def _vector(self, counts: Iterable[tuple[str, int]]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The heaviest words and their weights, of length 1 together."""
        total = OUT_OF + self._articles + 1
        weighted = []
        for word, times in counts:
            number = self._numbers[word]
            others = max(0, self._seen[number] - OWN)
            rarity = math.log(total / (commonness(word) + others + 1))
            weighted.append((-(1 + math.log(times)) * rarity, word, number))
        heaviest = sorted(weighted)[:KEPT]
        words = np.array([number for *_, number in heaviest], np.int32)
        weights = np.array([-weight for weight, *_ in heaviest], np.float32)
        return words, weights / max(float(np.linalg.norm(weights)), 1e-9)

    def _candidates(self, keys: Iterable[int]) -> list[int]:
        """The stories that share most of the keys, among the latest with each; ties to the older."""
        shared: Counter[int] = Counter()
        for key in keys:
            shared.update({self._root(number) for number in self._with_word.get(key, [])[-LATEST:]})
        return sorted(shared, key=lambda number: (-shared[number], number))[:CANDIDATES]

    def _near(self, new: _Story, candidates: Iterable[int]) -> list[int]:
        """The candidates that the article belongs to, the most like it first."""
        self._at[new.words] = new.weights
        found = []
        for number in candidates:
            story = self._stories[number]
            product = float(self._at[story.words] @ story.weights)
            likeness = product / len(story.articles) * _closeness(story.days, new.days)
            if likeness >= SAME:
                found.append((-likeness, number))
        self._at[new.words] = 0
        return [number for _, number in sorted(found)]

    def _merge_if_same(self, number: int, other: int) -> int:
        """Merge two stories whose articles are on average as like as those of one; gives the story that is left."""
        older, newer = sorted((number, other))
        one, two = self._stories[older], self._stories[newer]
        _, left, right = np.intersect1d(one.words, two.words, assume_unique=True, return_indices=True)
        product = float(one.weights[left] @ two.weights[right])
        if product / (len(one.articles) * len(two.articles)) * _closeness(one.days, two.days) < SAME:
            return number
        self._join(one, two)
        self._merged[newer] = older
        two.words, two.weights = two.words[:0], two.weights[:0]
        return older

    def _root(self, number: int) -> int:
        while number in self._merged:
            number = self._merged[number]
        return number

    @staticmethod
    def _join(story: _Story, other: _Story) -> None:
        words = np.union1d(story.words, other.words)
        weights = np.zeros(len(words), np.float32)
        weights[np.searchsorted(words, story.words)] = story.weights
        weights[np.searchsorted(words, other.words)] += other.weights
        story.words, story.weights = words, weights
        story.articles += other.articles
        for day in other.days:
            insort(story.days, day)


def _closeness(days: list[int], others: list[int]) -> float:
    """What is left of a likeness for the days between: 1 on the same day, APART after long, UNDATED without dates.

    Counted between the middle days of two stories, so that a story does not creep on from year to year and one wrong
    date in it does no harm.
    """
    if not days or not others:
        return UNDATED
    between = abs(days[len(days) // 2] - others[len(others) // 2])
    return APART + (1 - APART) * math.exp(-between / FADES)


def _id(story: _Story) -> str:
    return content_id("story", story.articles[0])
