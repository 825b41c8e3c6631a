"""Turn a PolNeAR compartment into wordpieces, tags and links: one JSON object a line, one line an article.

PolNeAR's marks are univocal: every attribution has one cue, no two share one; a source stands in its cue's
paragraph; and no token has two roles. So a tag sequence, a link from every content token to the first token of its
cue, and a link from every cue to the first token of its source hold the whole annotation.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer

from communique.reading.attributor.text import Paragraph, read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content", "L-content", "U-content")
FIRST_LABEL = {"source": 1, "cue": 3, "content": 5}
NO_LINK, NOT_ASKED = -1, -100

Attribution = dict[str, list[tuple[int, int]]]


def read_standoff(path: Path) -> list[Attribution]:
    """Read the attributions of a brat file; roles written twice are merged, events without content dropped."""
    marks: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]):
            spans = [span.split() for span in fields[1].split(" ", 1)[1].split(";")]
            marks[fields[0]] = [(int(start), int(end)) for start, end in spans]
        elif re.fullmatch(r"E\d+", fields[0]):
            events.append(fields[1].split())
    found = []
    for event in events:
        roles: Attribution = {role: [] for role in ROLES}
        for argument in event:
            role, mark = argument.rsplit(":", 1)
            if (name := role.rstrip("0123456789").lower()) in roles:
                roles[name].extend(marks[mark])
        if roles["content"]:
            found.append({role: sorted(set(spans)) for role, spans in roles.items()})
    return sorted(found, key=lambda a: a["content"])


def units_in(spans: Sequence[tuple[int, int]], owner: Sequence[int]) -> list[int]:
    """List the units that share a character with the spans."""
    return sorted({unit for start, end in spans for unit in owner[start:end] if unit >= 0})


def runs_of(units: Sequence[int], breaks: frozenset[int]) -> list[list[int]]:
    """Cut sorted units into runs of neighbours, none of which crosses a paragraph's first unit."""
    runs: list[list[int]] = []
    for unit in units:
        if runs and runs[-1][-1] == unit - 1 and unit not in breaks:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def tag(tags: list[int], role: str, run: Sequence[int]) -> None:
    """Write one run's labels: B I for sources and cues, B I L or U for contents."""
    first = FIRST_LABEL[role]
    for unit in run:
        tags[unit] = first + 1
    tags[run[0]] = first
    if role == "content":
        tags[run[-1]] = first + (2 if len(run) > 1 else 3)


def labelled(attributions: Sequence[Attribution], owner: Sequence[int], breaks: frozenset[int]) -> dict[str, list[int]]:
    """Give every unit its tag, its cue (contents) and its source (the first unit of a cue)."""
    size = max(owner, default=-1) + 1
    tags, cues, sources = [0] * size, [NO_LINK] * size, [NOT_ASKED] * size
    for attribution in attributions:
        units = {role: units_in(attribution[role], owner) for role in ROLES}
        for role in ROLES:
            for run in runs_of(units[role], breaks):
                tag(tags, role, run)
        if units["cue"]:
            for unit in units["content"]:
                cues[unit] = units["cue"][0]
            sources[units["cue"][0]] = units["source"][0] if units["source"] else NO_LINK
    return {"tags": tags, "cues": cues, "sources": sources}


def prepared(text: str, paragraphs: Sequence[Paragraph], annotations: Sequence[list[Attribution]]) -> dict[str, Any]:
    """One article as numbers: paragraphs in wordpieces, and the labels of every annotator."""
    owner, unit = [-1] * len(text), 0
    breaks = set()
    for paragraph in paragraphs:
        breaks.add(unit)
        for start, end in zip(paragraph.starts.tolist(), paragraph.ends.tolist(), strict=True):
            owner[start:end] = [unit] * (end - start)
            unit += 1
    return {
        "paragraphs": [
            {"pieces": p.pieces.tolist(), "marks": p.piece_marks.tolist(), "heads": p.heads.tolist()}
            for p in paragraphs
        ],
        "annotators": [labelled(a, owner, frozenset(breaks)) for a in annotations],
    }


def write(articles: Iterable[tuple[str, str, Sequence[list[Attribution]]]], tokenizer: Path, output: Path) -> None:
    """Write articles, given as name, text and the annotations of each annotator, by the encoder's tokenizer.json."""
    reader = Tokenizer.from_file(str(tokenizer))
    reader.no_truncation()
    reader.no_padding()
    with output.open("w", encoding="utf-8") as lines:
        for name, text, annotations in articles:
            article = prepared(text, read_paragraphs(text, reader), annotations)
            lines.write(json.dumps({"id": name, **article}) + "\n")


def main() -> None:
    """Prepare one compartment."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("compartment", type=Path, help="a PolNeAR compartment, with text/ and attributions/")
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="where the JSON lines go")
    options = parser.parse_args()
    files = collections.defaultdict(list)
    for path in sorted((options.compartment / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    texts = {
        path.stem: path.read_bytes().decode("utf-8") for path in sorted((options.compartment / "text").glob("*.txt"))
    }
    articles = ((name, text, [read_standoff(file) for file in files[name]]) for name, text in texts.items())
    write(articles, options.tokenizer, options.output)


if __name__ == "__main__":
    main()
