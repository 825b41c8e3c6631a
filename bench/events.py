"""Event mentions of the whole reader: against the talks case, and on sentences that tell of no event.

Each mention found is paired with the mention of the case that it fits best, by the rule of the case's scorer (half of
the shorter passage); type and status are those of the paired mention's event, status by article where the case has it.
What articles together make of an event is measured by `bench/talks.py`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures import Figures, show
from plover import mean, question, rows

from communique import articles, reading
from communique.domain import Article, Document, EventMention, Reading
from communique.models import Models
from communique.settings import Settings
from communique.sources import items

Bounds = tuple[int, int]


def measure(shared: Path) -> Figures:
    """Read the case and the sentences."""
    models = Models.load()
    still = [alone(question(row["sentence"]).sentence, models) for row in rows("no_event.tsv")]
    told = [[event for event in found.events if event.type and event.status == "occurred"] for found in still]
    return {
        **case(shared / "cases" / "talks", models),
        "events.no event.sentences": len(still),
        "events.no event.any event": mean([bool(found.events) for found in still]),
        "events.no event.PLOVER event shown as occurred": mean([bool(found) for found in told]),
    }


def alone(sentence: str, models: Models) -> Reading:
    """Read a sentence as an article."""
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=sentence)
    return reading.read(Article(id="a", document="d", body=(document.span(0, len(sentence)),)), models)


def case(folder: Path, models: Models) -> Figures:
    """Precision and recall of mentions, and of those paired the share of right types and statuses."""
    found = list(mentions(folder / "sources", models))
    wanted = gold(folder / "gold")
    pairs = pair({place for place, _ in found}, set(wanted))
    events = dict(found)
    types = [(events[ours].type, wanted[theirs]["plover"]) for ours, theirs in pairs if wanted[theirs]["plover"]]
    statuses = [(events[ours].status, wanted[theirs]["status"]) for ours, theirs in pairs]
    precision, recall = len(pairs) / len(events), len(pairs) / len(wanted)
    return {
        "events.talks.mentions.precision": precision,
        "events.talks.mentions.recall": recall,
        "events.talks.mentions.f1": 2 * precision * recall / (precision + recall),
        "events.talks.type": mean([ours == theirs for ours, theirs in types]),
        "events.talks.status": mean([ours == theirs for ours, theirs in statuses]),
        "events.talks.not come to pass, shown as occurred": sum(
            ours == "occurred" and theirs in {"cancelled", "denied"} for ours, theirs in statuses
        ),
    }


def mentions(folder: Path, models: Models) -> Iterator[tuple[tuple[str, Bounds], EventMention]]:
    """Every event mention found, with its file and place."""
    for item in items([str(folder)], Settings(), sys.stdin.buffer):
        document = item.read()
        for article in articles.find(document):
            for event in reading.read(article, models).events:
                yield (Path(document.source).name, (event.span.start, event.span.end)), event


def gold(folder: Path) -> dict[tuple[str, Bounds], dict[str, Any]]:
    """Every mention of the case with its event, whose status is that in the article."""
    files = {article["id"]: article["file"] for article in json.loads((folder / "articles.json").read_text("utf-8"))}
    found = {}
    for event in json.loads((folder / "events.json").read_text("utf-8")):
        for mention in event["mentions"]:
            status = (event.get("status_by_article") or {}).get(mention["article"], event["status"])
            start, end = mention["span"]
            found[Path(files[mention["article"]]).name, (start, end)] = {**event, "status": status}
    return found


def pair(
    ours: set[tuple[str, Bounds]], theirs: set[tuple[str, Bounds]]
) -> list[tuple[tuple[str, Bounds], tuple[str, Bounds]]]:
    """Pair passages that share half of the shorter one, each once, the closest fits first."""
    fits = []
    for file, (a, b) in ours:
        for other, (c, d) in theirs:
            shared = min(b, d) - max(a, c)
            if file == other and 2 * shared >= min(b - a, d - c):
                fits.append((shared / (b - a + d - c - shared), (file, (a, b)), (other, (c, d))))
    done: dict[tuple[str, Bounds], tuple[str, Bounds]] = {}
    for _, mine, theirs_ in sorted(fits, reverse=True):
        if mine not in done and theirs_ not in done.values():
            done[mine] = theirs_
    return list(done.items())


if __name__ == "__main__":
    show(measure, __doc__)
