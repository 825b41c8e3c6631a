"""Stories on the Giveme5W1H clusters of news (161 articles, 32 events), beside TF-IDF and dates; copies; many articles.

`clusters.ours`: B-cubed of the stories as shipped. `cross-validated`: the likeness that makes a story is chosen on half
of the events and measured on the other half, both ways, for ours and for the two baselines (average linkage over the
cosine of TF-IDF vectors, with and without a factor for the days between, whose pace is chosen as well).
`copies`: agency copies made of those articles (cut, reordered, reworded, with a new head) that are found, and pairs of
articles of different events that are taken for copies. `invented`: the stories of `training/claims`, each read alone,
that stay whole; all read together, B-cubed. `--scale`: milliseconds to add one article to many.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest import mock

import numpy as np
from clusters import Clusters, b_cubed, f1
from figures import ROOT, Figures, show
from invented import printed
from numpy.typing import NDArray
from pages import Story
from pages import read as read_stories

from communique import articles
from communique.domain import Article, Claims, Document, Record
from communique.settings import Settings
from communique.sources import items
from communique.stories import grouping, index, origins
from communique.stories.copies import CopyIndex
from communique.stories.index import Features, StoryIndex
from communique.stories.words import words

LIKENESSES = (0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.14)
COSINES = tuple(round(0.06 + 0.02 * step, 2) for step in range(9))
PACES = (30.0, 120.0, 365.0)
SIZES = (1_000, 10_000, 100_000)
ADDED = 200  # articles timed at each size

Stories = dict[str, str]
Gold = dict[str, int]
Method = Callable[[Sequence[Article], tuple[float, float]], Stories]


def measure(shared: Path) -> Figures:
    """Group the articles of the clusters, and find copies made of them."""
    pile, gold = read(shared / "data" / "clusters" / "articles.jsonl")
    ours = grouped(pile, (index.SAME, 0))
    precision, recall, score = b3(ours, gold)
    figures: Figures = {
        "stories.clusters.ours.precision": precision,
        "stories.clusters.ours.recall": recall,
        "stories.clusters.ours.f1": score,
        "stories.clusters.ours.stories": len(set(ours.values())),
    }
    methods: dict[str, tuple[Method, Sequence[tuple[float, float]]]] = {
        "ours": (grouped, [(likeness, 0) for likeness in LIKENESSES]),
        "tf-idf and date": (linked, [(cosine, pace) for cosine in COSINES for pace in PACES]),
        "tf-idf": (linked, [(cosine, 0) for cosine in COSINES]),
    }
    for name, (method, grid) in methods.items():
        figures[f"stories.clusters.cross-validated.{name}.f1"] = cross_validated(pile, gold, method, grid)
    told = invented(list(chain(*read_stories(ROOT / "training" / "claims" / "stories"))))
    return figures | talks(shared / "cases" / "talks" / "sources") | told | copies(pile, gold)


def read(path: Path) -> tuple[list[Article], Gold]:
    """The articles of the clusters, each with its event."""
    pile, gold = [], {}
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        claims = Claims(url=row["url"], title=row["title"], outlet=row["outlet"], published=row["published"])
        text = f"{row['title']}\n\n{row['text']}"
        document = Document(
            id=str(number), source=row["url"], sha256="", media_type="text/plain", text=text, claims=claims
        )
        found = articles.find(document)[0]
        pile.append(found)
        gold[found.id] = row["event"]
    return pile, gold


def talks(folder: Path) -> Figures:
    """Whether the articles about the two meetings are one story and that about another year's Venezuela is not."""
    pile = in_folder(folder)
    told = {story.articles for story in grouping.group(Record(articles=tuple(pile))).stories}
    alone = tuple(article.id for article in pile if article.title and article.title.text.startswith("Venezuelans"))
    return {"stories.talks.right": float(len(alone) == 1 and alone in told and sorted(map(len, told)) == [1, 5])}


def in_folder(folder: Path) -> list[Article]:
    """The articles of the pages of a folder."""
    pages = items([str(folder)], Settings(), sys.stdin.buffer)
    return [found for page in pages for found in articles.find(page.read())]


def invented(stories: Sequence[Story]) -> Figures:
    """Stories that stay whole where their pages are read alone; B-cubed precision and recall of all read together."""
    piles = []
    for story in stories:
        with TemporaryDirectory() as folder:
            printed(story, Path(folder))
            piles.append(in_folder(Path(folder)))
    whole = sum(len(grouping.group(Record(articles=tuple(pile))).stories) == 1 for pile in piles)
    gold = {article.id: number for number, pile in enumerate(piles) for article in pile}
    precision, recall, _ = b3(grouped(list(chain(*piles)), (index.SAME, 0)), gold)
    return {
        "stories.invented.whole": whole / len(piles),
        "stories.invented.together.precision": precision,
        "stories.invented.together.recall": recall,
    }


def b3(stories: Stories, gold: Gold) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 over the articles grouped."""
    given: Clusters = dict(stories.items())
    wanted: Clusters = {article: gold[article] for article in stories}
    precision, recall = b_cubed(given, wanted), b_cubed(wanted, given)
    return precision, recall, f1(precision, recall)


def grouped(pile: Sequence[Article], setting: tuple[float, float]) -> Stories:
    """The stories of the package, with this likeness."""
    with mock.patch.object(index, "SAME", setting[0]):
        record = grouping.group(Record(articles=tuple(pile)))
    return {article.id: article.story or "" for article in record.articles}


def linked(pile: Sequence[Article], setting: tuple[float, float]) -> Stories:
    """The baseline: average linkage over TF-IDF cosines, times exp(-days / pace) where there is a pace."""
    cosine, pace = setting
    found = [grouping.features(article) for article in pile]
    likeness = _cosines(found)
    if pace:
        days = np.array([item.day or 0 for item in found], float)
        likeness *= np.exp(-np.abs(np.subtract.outer(days, days)) / pace)
    np.fill_diagonal(likeness, -1)
    sizes, members = np.ones(len(pile)), [[article.id] for article in pile]
    while True:
        i, j = map(int, np.unravel_index(np.argmax(likeness), likeness.shape))
        if likeness[i, j] < cosine:
            return {article: group[0] for group in members for article in group}
        mean = (likeness[i] * sizes[i] + likeness[j] * sizes[j]) / (sizes[i] + sizes[j])
        likeness[i], likeness[:, i], likeness[i, i] = mean, mean, -1
        likeness[j], likeness[:, j] = -1, -1
        sizes[i] += sizes[j]
        members[i], members[j] = members[i] + members[j], []


def _cosines(found: Sequence[Features]) -> NDArray[np.float64]:
    number = {word: n for n, word in enumerate({word: 0 for item in found for word, _ in item.words})}
    in_articles = Counter(word for item in found for word, _ in item.words)
    vectors = np.zeros((len(found), len(number)))
    for row, item in enumerate(found):
        for word, times in item.words:
            rarity = np.log((1 + len(found)) / (1 + in_articles[word])) + 1
            vectors[row, number[word]] = (1 + np.log(times)) * rarity
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors @ vectors.T)


def cross_validated(pile: Sequence[Article], gold: Gold, method: Method, grid: Sequence[tuple[float, float]]) -> float:
    """Mean F1 of two halves of the events, each with the setting that is best for the other."""
    events = sorted(set(gold.values()))
    halves = [[article for article in pile if events.index(gold[article.id]) % 2 == half] for half in (0, 1)]
    scores = [[b3(method(half, setting), gold)[2] for setting in grid] for half in halves]
    return (scores[1][int(np.argmax(scores[0]))] + scores[0][int(np.argmax(scores[1]))]) / 2


def copies(pile: Sequence[Article], gold: Gold) -> Figures:
    """Rewritten copies found, and pairs of articles of different events taken for copies."""
    rng = random.Random(5)  # noqa: S311 - the same copies every time
    found = made = 0
    others = sorted({word for article in pile for word in words(article.body[0].text)})
    for article in pile:
        rewritten = rewrite(article, others, rng)
        if rewritten is None:
            continue
        made += 1
        traced = origins.trace(Record(articles=(article, rewritten)))
        found += sum(item.origin.copy_of is not None for item in traced.articles) == 1
    store = CopyIndex()
    wrong = sum(gold[link.one] != gold[link.other] for article in pile for link in store.add(article))
    pairs = sum(gold[one.id] != gold[two.id] for n, one in enumerate(pile) for two in pile[:n])
    return {
        "stories.copies.made": made,
        "stories.copies.found": found / made,
        "stories.copies.unrelated pairs": pairs,
        "stories.copies.unrelated pairs flagged": wrong,
    }


def rewrite(article: Article, others: Sequence[str], rng: random.Random) -> Article | None:
    """The article as another outlet might print it, None where it has fewer than 80 words.

    It keeps half to nine tenths of the paragraphs, in a new order, one word in twelve another, under a new headline.
    """
    paragraphs = [span.text for span in article.body]
    if sum(len(words(text)) for text in paragraphs) < 80:
        return None
    kept = rng.sample(paragraphs, max(1, round(len(paragraphs) * rng.uniform(0.5, 0.9))))
    reworded = [
        " ".join(rng.choice(others) if rng.random() < 1 / 12 else word for word in text.split()) for text in kept
    ]
    headline = "What is known so far"
    text = "\n\n".join([headline, *reworded])
    document = Document(id=f"{article.document}-copy", source="", sha256="", media_type="text/plain", text=text)
    body, at = [], len(headline) + 2
    for paragraph in reworded:
        body.append(document.span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    title = document.span(0, len(headline))
    return Article(id=f"{article.id}-copy", document=document.id, title=title, body=tuple(body))


def scale(_: Path) -> Figures:
    """Milliseconds, median and worst, to add one article to a store of so many: story and copies together."""
    figures: Figures = {}
    stories, store = StoryIndex(), CopyIndex()
    made = simulated(np.random.default_rng(7))
    count = 0
    for size in SIZES:
        while count < size:
            add(stories, store, next(made))
            count += 1
        spent = sorted(1000 * add(stories, store, next(made)) for _ in range(ADDED))
        count += ADDED
        figures[f"stories.scale.{size}.median ms"] = median(spent)
        figures[f"stories.scale.{size}.worst ms"] = spent[-1]
    return figures


def add(stories: StoryIndex, store: CopyIndex, article: Article) -> float:
    """Seconds of processor time to add an article."""
    begun = time.process_time()
    stories.add(grouping.features(article))
    store.add(article)
    return time.process_time() - begun


def simulated(rng: np.random.Generator) -> Iterator[Article]:
    """Articles of 300 words without end: words as rare as Zipf has them, one to nine articles a story, some copies."""
    vocabulary = np.array([f"w{number}" for number in range(60_000)])
    totals = np.cumsum(1 / (np.arange(len(vocabulary)) + 2.7))
    number, texts = 0, [""]
    while True:
        own = rng.integers(500, len(vocabulary), 40)
        for _ in range(rng.integers(1, 10)):
            number += 1
            drawn = np.searchsorted(totals, rng.random(300) * totals[-1])
            mixed = np.where(rng.random(300) < 0.25, rng.choice(own, 300), drawn)
            text = texts[rng.integers(len(texts))] if rng.random() < 0.1 else " ".join(vocabulary[mixed])
            texts = [*texts[-50:], text or "none"]
            document = Document(id=str(number), source="", sha256="", media_type="text/plain", text=texts[-1])
            yield Article(id=f"art-{number}", document=document.id, body=(document.span(0, len(document.text)),))


if __name__ == "__main__":
    large = "--scale" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--scale"]
    show(scale if large else measure, __doc__)
