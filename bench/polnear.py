"""Attributions on the development articles of PolNeAR, and how fast they are read.

Each text is read as the body of one article, a line a paragraph. Names are `polnear.LEVEL.MEASURE`, as the scorer
gives them.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from figures import Figures, output, show

from communique import reading
from communique.domain import Article, Attribution, Document, Reading, Span
from communique.models import Syntax

LEVELS = ("content_match", "full_match", "cue_too", "content_exact")
KINDS = ("direct", "indirect", "mixed")


def measure(shared: Path) -> Figures:
    """Read the development texts, score them, and add the words read in a second of processor time."""
    split = shared / "data" / "polnear" / "dev"
    articles = [_article(path) for path in sorted((split / "text").glob("*.txt"))]
    syntax = Syntax.load()
    reading.read(articles[0], syntax)  # what is loaded on first use is no part of the speed
    begun = time.process_time()
    readings = [reading.read(article, syntax) for article in articles]
    seconds = time.process_time() - begun
    words = sum(len(span.text.split()) for article in articles for span in article.body)
    return {**_scores(shared, split, readings), "polnear.words per CPU second": words / seconds}


def _article(path: Path) -> Article:
    with path.open(encoding="utf-8", newline="") as file:
        document = Document(id=path.stem, source=path.name, sha256="", media_type="text/plain", text=file.read())
    body, at = [], 0
    for line in document.text.splitlines(keepends=True):
        if line.strip() and (span := document.span(at, at + len(line)).trimmed()):
            body.append(span)
        at += len(line)
    return Article(id=document.id, document=document.id, body=tuple(body))


def _scores(shared: Path, split: Path, readings: list[Reading]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        predictions.write_text("".join(f"{json.dumps(_line(found))}\n" for found in readings), "utf-8")
        scorer = shared / "bench" / "score_attribution.py"
        scores = json.loads(
            output(sys.executable, scorer, "score", "--gold", split, "--pred", predictions, "--json"),
        )
    figures = {f"polnear.{level}.{key}": scores[level][key] for level in LEVELS for key in ("p", "r", "f1")}
    for kind in KINDS:
        figures[f"polnear.{kind}.full_match.f1"] = scores["by_type"][kind]["full_match"]["f1"]
    return {**figures, "polnear.source accuracy": scores["source_accuracy"]}


def _line(found: Reading) -> dict[str, Any]:
    return {"id": found.article, "attributions": [_roles(attribution) for attribution in found.attributions]}


def _roles(attribution: Attribution) -> dict[str, list[list[int]]]:
    return {
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(*attribution.content),
    }


def _offsets(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span]


if __name__ == "__main__":
    show(measure, __doc__)
