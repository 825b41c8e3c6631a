"""Choose the pairs of passages of one epoch from scenes and stories."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scenes import LABELS, NUMBER, OTHER, SAME, pairs

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pages import Page, Sentence, Story
    from published import Judged
    from scenes import Line, Scene

MOST_SAME, MOST_RIVAL, MOST_OTHER = 52, 30, 85  # pairs of a scene in an epoch
COUNTING = 35  # more of those that differ, both with a number, and as many with such lines of other scenes
STORY_SAME, STORY_RIVAL, STORY_OTHER = 150, 100, 350  # pairs of a story in an epoch
SHORTEST = 3  # words of a part of a sentence that is read by itself
WHOLE = 0.5  # part of the passages that are read with the sentence around them
HARD, AMONG = 0.7, 4  # part of the others that share rare words, drawn among so many times as many
LONG = 4  # letters of a word that tells something
WORD = re.compile(r"\w+")
COMMA = re.compile(r"[,;:—–](?=\s)")

Pair = tuple[str, str, tuple[int, ...]]
"""Two passages, and all that they are to each other."""

T = TypeVar("T")


class Told(NamedTuple):
    """A passage of a page, and the facts that it tells, each with its version and the kind of that."""

    words: str
    facts: Mapping[int, tuple[str, str]]


def counting(scenes: Iterable[Scene]) -> list[Line]:
    """The lines whose passage tells a number."""
    return [line for scene in scenes for line in scene if NUMBER.search(line.passage)]


def of_scene(scene: Scene, elsewhere: Sequence[Line], rng: random.Random) -> list[Pair]:
    """The pairs of a scene: most of those that differ share words that are rare in it, or both tell numbers.

    elsewhere: lines that tell numbers, of other scenes: that two numbers differ makes no rivals of them.
    """
    found = list(pairs(scene))
    told = {line: _words(line.passage) for line in scene}
    held = Counter(word for words in told.values() for word in words)
    others = [pair for pair in found if pair[2] == OTHER]
    rng.shuffle(others)
    near = sorted(others, key=lambda pair: -sum(1 / held[word] for word in told[pair[0]] & told[pair[1]]))
    same = [pair for pair in found if pair[2] == SAME]
    rival = [pair for pair in found if pair[2] > SAME]
    hard = min(int(HARD * MOST_OTHER), len(near))
    numbers = set(counting([scene]))
    both = [pair for pair in others if pair[0] in numbers and pair[1] in numbers]
    apart = [(line, rng.choice(elsewhere), OTHER) for line in rng.choices(sorted(numbers, key=str), k=COUNTING)]
    chosen = [
        *_some(same, MOST_SAME, rng),
        *_some(rival, MOST_RIVAL, rng),
        *_some(near[: AMONG * MOST_OTHER], hard, rng),
        *_some(others, MOST_OTHER - hard, rng),
        *_some(both, COUNTING, rng),
        *apart,
    ]
    return [turned((_shown(one, rng), _shown(other, rng), (label,)), rng) for one, other, label in chosen]


def passages(page: Page) -> Iterator[Told]:
    """The sentences of a page, and the parts of them that begin and end with a mark or a comma."""
    for line in page.sentences:
        yield part_of(line)
        commas = [found.start() for found in COMMA.finditer(line.text)]
        starts = sorted({0, *(at + 1 for at in commas), *(mark.start for mark in line.marks)})
        ends = sorted({len(line.text), *commas, *(mark.end for mark in line.marks)})
        for start, end in product(starts, ends):
            cut = any(mark.start < at < mark.end for mark in line.marks for at in (start, end))
            if not cut and len(line.text[start:end].split()) >= SHORTEST and (start, end) != (0, len(line.text)):
                yield part_of(line, start, end)


def part_of(line: Sentence, start: int = 0, end: int | None = None) -> Told:
    """A sentence, or a part of it."""
    end = len(line.text) if end is None else end
    inside = (mark for mark in line.marks if start <= mark.start and mark.end <= end)
    return Told(line.text[start:end].strip(), {mark.fact: (mark.version, mark.kind) for mark in inside})


def between(one: Told, other: Told) -> tuple[int, ...]:
    """All that two passages are to each other."""
    found: set[str] = set()
    for fact in one.facts.keys() & other.facts.keys():
        (version, kind), (other_version, other_kind) = one.facts[fact], other.facts[fact]
        found.add("same" if version == other_version else kind or other_kind)
    return tuple(sorted(map(LABELS.index, found))) or (OTHER,)


def of_story(story: Story, rng: random.Random) -> list[Pair]:
    """The pairs of a story, each of two pages; most of those that differ share words that are rare in it."""
    pages = [_drawn(page, rng) for page in story.pages]
    held = Counter(word for told in pages for passage in told for word in _words(passage.words))
    words = {passage.words: _words(passage.words) for told in pages for passage in told}
    found = [
        (one.words, other.words, between(one, other))
        for ours, theirs in combinations(pages, 2)
        for one, other in product(ours, theirs)
    ]
    others = [pair for pair in found if pair[2] == (OTHER,)]
    same = [pair for pair in found if pair[2] == (SAME,)]
    rival = [pair for pair in found if pair[2][-1] > SAME]
    rng.shuffle(others)
    near = sorted(others, key=lambda pair: -_close(words[pair[0]], words[pair[1]], held))
    hard = int(HARD * STORY_OTHER)
    chosen = [
        *_some(same, STORY_SAME, rng),
        *_some(rival, STORY_RIVAL, rng),
        *_some(near[: AMONG * STORY_OTHER], hard, rng),
        *_some(others, STORY_OTHER - hard, rng),
    ]
    return [turned(pair, rng) for pair in chosen]


def _drawn(page: Page, rng: random.Random) -> list[Told]:
    """The sentences of a page, and about as many parts."""
    whole, parts = [], []
    texts = {line.text for line in page.sentences}
    for told in passages(page):
        (whole if told.words in texts else parts).append(told)
    return whole + _some(parts, len(whole), rng)


def of_published(judged: Judged, rng: random.Random) -> Pair:
    """A judged pair, either side as its sentence or as its passage, which is any part where they differ."""
    one, other = (
        side.sentence if rng.random() < WHOLE else side.passage if judged.label else _any_part(side.sentence, rng)
        for side in (judged.one, judged.other)
    )
    return turned((one, other, (judged.label,)), rng)


def _any_part(sentence: str, rng: random.Random) -> str:
    parts = [part for part in COMMA.split(sentence) if len(part.split()) >= SHORTEST]
    return rng.choice(parts or [sentence]).strip()


def turned(pair: Pair, rng: random.Random) -> Pair:
    """A pair in either order."""
    one, other, label = pair
    return (other, one, label) if rng.random() < 1 / 2 else pair


def _close(ours: frozenset[str], theirs: frozenset[str], held: Counter[str]) -> float:
    """How much two passages share, as a part of what they hold."""
    both = sum(1 / held[word] for word in ours & theirs)
    return both / (1 + sum(1 / held[word] for word in ours | theirs))


def _some(found: Sequence[T], most: int, rng: random.Random) -> list[T]:
    return rng.sample(found, min(most, len(found)))


def _shown(line: Line, rng: random.Random) -> str:
    return line.sentence if rng.random() < WHOLE else line.passage


def _words(passage: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(passage.casefold()) if len(word) >= LONG)
