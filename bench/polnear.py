"""Attributions on the development articles of PolNeAR and how fast they are read.

Each text is read as the body of one article, a line a paragraph. PolNeAR's attributions do not overlap, so those that
are reported inside others are left out. Names are `polnear.LEVEL.MEASURE`, as the scorer gives them.
"""

import json
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from figures import Figures, output, show

from communique import reading
from communique.domain import Article, Attribution, Document, Reading, Span
from communique.models import WEIGHTS, AttributionModel, Models
from communique.reading import attributor

LEVELS = ("content_match", "full_match", "cue_too", "content_exact")
ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed")


def measure(shared: Path) -> Figures:
    """Read the development texts, score them, and add the words read in a second of processor time."""
    split = shared / "data" / "polnear" / "dev"
    articles = [article(path) for path in sorted((split / "text").glob("*.txt"))]
    begun = time.process_time()
    AttributionModel.load(WEIGHTS / "attribution")
    loading = time.process_time() - begun
    models = Models.load()
    texts = ["\n".join(span.text for span in article.body) for article in articles]
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    return {
        **_scores(shared, split, [reading.read(article, models) for article in articles]),
        "polnear.attribution.words per CPU second": words / _seconds(texts, models),
        "polnear.attribution.CPU seconds to load": loading,
        "polnear.attribution.MB": (WEIGHTS / "attribution" / "model.onnx").stat().st_size / 1e6,
    }


def _seconds(texts: list[str], models: Models) -> float:
    """CPU seconds in which the attribution reader alone reads some texts, in one thread."""
    begun = time.process_time()
    for text in texts:
        attributor.read_attributions(text, models.attribution)
    return time.process_time() - begun


def article(path: Path) -> Article:
    """A text as an article that has a body and nothing else."""
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
    figures |= {f"polnear.token.{role}.f1": scores["token"][role]["f1"] for role in ROLES}
    for kind in KINDS:
        figures[f"polnear.{kind}.full_match.f1"] = scores["by_type"][kind]["full_match"]["f1"]
    figures["polnear.direct.content_match.r"] = scores["by_type"]["direct"]["content_match"]["r"]
    return {**figures, "polnear.source accuracy": scores["source_accuracy"]}


def _line(found: Reading) -> dict[str, Any]:
    flat = [attribution for attribution in found.attributions if attribution.parent is None]
    return {"id": found.article, "attributions": [roles(attribution) for attribution in flat]}


def roles(attribution: Attribution) -> dict[str, list[list[int]]]:
    """An attribution in the scorer's form."""
    return {
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(*attribution.content),
    }


def _offsets(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span]


if __name__ == "__main__":
    show(measure, __doc__)
