"""What happened: the few sentences of the articles that tell most of what most of them tell.

Sentences are taken as they stand, one after the other, each for the weight of what it tells that none before it told
(the greedy cover of Lin and Bilmes, A class of submodular functions for document summarization, 2011). What is told are
events and claims, which weigh by how many independent origins carry them, and the words of titles and first sentences,
which weigh by how many articles begin with them: news puts first what matters most.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from communique.briefs import turns
from communique.briefs.candidates import HEAD, WORD, Sentence, roots_of, sentences, split
from communique.briefs.desk import Desk
from communique.briefs.points import ALONE, points
from communique.domain import Record, Span
from communique.domain.times import DAY
from communique.knowledge.vocabulary import word_root
from communique.knowledge.words import OUT_OF, commonness

MOST, FEWEST = 8, 3  # sentences of all stories; of one, where that much is told
WORDS = (
    1.5  # what the words of titles and leads weigh together, where the events and claims of a story together weigh 1
)
RETOLD = 0.4  # what is left to a sentence all of whose matter has been told
ASSUMED = 0.5  # what is left to a sentence that names by a part of the name who has not been introduced
SAME = 0.6  # of the words of the shorter of two sentences that tell the same
KNOWN = 0.7  # of its words stand in those taken: such a sentence adds nothing
LEAST = 0.08  # of the weight of the first sentence that one must have to follow FEWEST others


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A sentence of an article that tells what happened.

    source: number of the article. date: ISO 8601, of the event or else of the article. outlets, origins: how widely the
    weightiest thing that it tells is carried. story: its title, where there are several.
    events, statements: ids of what it tells.
    """

    source: int
    sentence: Span
    date: str | None = None
    outlets: int
    origins: int
    story: str | None = None
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


def compose(record: Record, desk: Desk) -> tuple[Highlight, ...]:
    """The sentences story by story, the largest first, and of a story what matters most; none where nothing is told."""
    found = sentences(points(record, desk), desk)
    chosen: list[Highlight] = []
    for title, numbers, room in _stories(record, desk):
        told = [sentence for number in numbers for sentence in found.get(number, ())]
        picked = _picked(told, _heads(numbers, desk), min(room, MOST - len(chosen)), desk)
        chosen += [_highlight(sentence, title, desk) for sentence in _newest_first(picked, desk)]
    return tuple(chosen)


def _stories(record: Record, desk: Desk) -> Iterator[tuple[str | None, list[int], int]]:
    """The title of each story, its articles and how many sentences it may have, the largest first."""
    several = [story for story in record.stories if desk.numbers.keys() & set(story.articles)]
    if len(several) < 2:
        yield None, sorted(desk.numbers.values()), MOST
        return
    articles = sum(len(story.articles) for story in several)
    told = [(story.title, sorted(desk.numbers[n] for n in story.articles if n in desk.numbers)) for story in several]
    for title, numbers in sorted(told, key=lambda item: (-len(item[1]), item[1])):
        yield title, numbers, max(1, round(MOST * len(numbers) / articles))


def _heads(numbers: Sequence[int], desk: Desk) -> dict[str, float]:
    """The words that articles begin with, each by how many of them do and how rare it is in news."""
    heads: Counter[str] = Counter()
    rarity: dict[str, float] = {}
    for number in numbers:
        article = desk.articles[number - 1]
        head = (*([article.title] if article.title else []), *islice(split(number, desk), HEAD))
        words = [word.casefold() for span in head for word in WORD.findall(span.text)]
        heads.update(roots_of(words))
        rarity |= {root: 1 - commonness(word) / OUT_OF for word in words if (root := word_root(word))}
    return {root: (ALONE + times - 1) * rarity[root] for root, times in heads.items()}


def _picked(sentences: Sequence[Sentence], heads: Mapping[str, float], room: int, desk: Desk) -> list[Sentence]:
    """First the most telling lead, or what it has come to since, then one after the other what adds most.

    Nothing is said twice, and what the latest articles tell is not left out.
    """
    all_points = sum({id(point): point.weight for item in sentences for point in item.points}.values()) or 1.0
    all_words = sum(heads.values()) or 1.0
    picked: list[Sentence] = []
    told: set[int] = set()
    said: set[str] = set()
    known: set[str] = set()

    def gain(item: Sentence) -> float:
        new = sum(point.weight for point in item.points if id(point) not in told)
        words = sum(heads.get(root, 0) for root in item.roots - said) / all_words
        again = 0.0 if _first_report(item, picked, desk) else _retold(item, new)
        return (
            item.worth
            * (new / all_points + WORDS * words)
            * (1 - (1 - RETOLD) * again)
            * (ASSUMED if item.assumed - known else 1)
        )

    left = [item for item in sentences if not item.leans] or list(sentences)
    first = max(map(gain, left), default=0.0)
    while left and len(picked) < room:
        leads = [item for item in left if item.opens and not picked]
        best = max(leads or left, key=lambda item: (gain(item), -item.source, -item.span.start))
        best = turns.latest(best, leads, heads, gain, desk)
        if gain(best) <= 0 or (len(picked) >= FEWEST and gain(best) < LEAST * first):
            break
        picked.append(best)
        told |= {id(point) for point in (*best.points, *best.headed)}
        said |= best.roots
        known |= best.introduced
        left = [
            item
            for item in left
            if item is not best
            and not _same(item.facts, best.facts)
            and len(item.roots & said) < KNOWN * len(item.roots)
        ]
    day = max((_day_of(item, desk) for item in picked), default="")
    latest = max((item for item in left if _day_of(item, desk) > day), key=gain, default=None)
    return [*picked[: room - 1], latest] if latest is not None and room > 1 and gain(latest) > 0 else picked


def _retold(item: Sentence, new: float) -> float:
    """How much of what a sentence tells was told before it."""
    every = sum(point.weight for point in item.points)
    return 1 - new / every if every else 0.0


def _first_report(item: Sentence, picked: Sequence[Sentence], desk: Desk) -> bool:
    """Whether an article begins with it that is older than the others of which sentences are taken: they look back."""
    others = [other for other in picked if other.source != item.source]
    return item.opens and all(_day_of(item, desk) < _day_of(other, desk) for other in others)


def _newest_first(picked: Sequence[Sentence], desk: Desk) -> list[Sentence]:
    """The lead, then the others from the latest day of publication to the first, as news goes back to what led to it.

    An article without a day counts by the last day of what its sentence tells. Of one day the articles stay in the
    order of their weight, and the sentences of each in theirs; those without a day come last.
    """
    rest = picked[1:]
    rank = {item.source: -place for place, item in reversed(list(enumerate(rest)))}
    order = sorted(rest, key=lambda item: (_day_of(item, desk), rank[item.source], -item.span.start))
    return [*picked[:1], *reversed(order)]


def _day_of(item: Sentence, desk: Desk) -> str:
    published = desk.articles[item.source - 1].published
    return published.date[:DAY] if published else max((point.day or "" for point in item.points), default="")


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME * max(1, min(len(one), len(other)))


def _highlight(sentence: Sentence, story: str | None, desk: Desk) -> Highlight:
    order = sorted((point for point in sentence.points if point.weight), key=lambda point: -point.weight)
    published = desk.articles[sentence.source - 1].published
    written = published.day if published and not published.interval else None
    day = next((point.day for point in order if point.day), written)
    inside = {
        name
        for point in order
        for name in point.statements
        if any(sentence.span.covers(span) for span in desk.statements[name].content)
    }
    return Highlight(
        source=sentence.source,
        sentence=sentence.span,
        date=day,
        outlets=order[0].outlets if order else 1,
        origins=order[0].origins if order else 1,
        story=story,
        events=tuple(point.event for point in order if point.event),
        statements=tuple(name for point in order for name in point.statements if name in inside),
    )
