"""Attributions in the forms of PolNeAR: JSON lines as its scorer and Citron have them, and the standoff of brat.

Statements are numbered by their order in the record, each document by itself.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from communique.domain import Document, Record, Span, Statement, soundness
from communique.errors import RunStopped

# What would end a line or a field of a standoff file, for brat too, which splits lines as str.splitlines does.
_BREAKS = dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_NAME = re.compile(r"(?P<file>.*?)(?P<line>#\d+)?", re.DOTALL)


def arranged(record: Record, *, nested: bool = False) -> Record:
    """The record with its statements in the order of their pages.

    Those reported inside others are left out unless `nested` says otherwise: PolNeAR's attributions do not overlap.
    """
    chosen = [statement for statement in record.statements if nested or statement.nested_in is None]
    return replace(record, statements=tuple(sorted(chosen, key=_place)))


@soundness.of_sound
def json_lines(record: Record) -> str:
    """One object a document: offsets in code points of its text, spans as [start, end], half-open."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in record.statements:
        said[statement.content[0].document].append(statement)
    lines = (_document(document, said[document.id]) for document in record.documents)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)


@soundness.of_sound
def brat(record: Record) -> str:
    """The standoff of one document, for a `.ann` file beside a `.txt` file with the document's text.

    Raises:
        RunStopped: the record has several documents, or none.
    """
    if len(record.documents) != 1:
        message = f"brat standoff is of one page, and there are {len(record.documents):,}"
        raise RunStopped(message)
    return "\n".join(_standoff(record.statements))


FORMS: Mapping[str, Callable[[Record], str]] = MappingProxyType({"json": json_lines, "brat": brat})


def _place(statement: Statement) -> tuple[int, int, bool]:
    """Where it begins; of two that begin together the one that the other may be reported in comes first."""
    spans = [span for spans in _roles(statement).values() for span in spans]
    return min(span.start for span in spans), -max(span.end for span in spans), statement.nested_in is not None


def _roles(statement: Statement) -> dict[str, tuple[Span, ...]]:
    return {
        "source": (statement.speaker,) if statement.speaker else (),
        "cue": (statement.cue,) if statement.cue else (),
        "content": statement.content,
    }


def _document(document: Document, statements: Sequence[Statement]) -> dict[str, Any]:
    index_of = {statement.id: index for index, statement in enumerate(statements)}
    return {
        "id": _stem(document.source),
        "source": document.source,
        "attributions": [_attribution(statement, index_of) for statement in statements],
    }


def _stem(source: str) -> str:
    """The name of a file without its ending; the line of a JSON lines file stays: `in/pages.jsonl#2` is `pages#2`."""
    name = _NAME.fullmatch(Path(source).name)
    return Path(name["file"]).stem + (name["line"] or "") if name else source


def _attribution(statement: Statement, index_of: Mapping[str, int]) -> dict[str, Any]:
    value: dict[str, Any] = {
        role: [[span.start, span.end] for span in spans] for role, spans in _roles(statement).items()
    }
    value |= {"kind": statement.kind, "confidence": statement.confidence}
    if statement.nested_in is not None and statement.nested_in in index_of:
        value["nested_in"] = index_of[statement.nested_in]
    value["text"] = {
        "source": statement.speaker.text if statement.speaker else None,
        "cue": statement.cue.text if statement.cue else None,
        "content": [span.text for span in statement.content],
    }
    return value


def _standoff(statements: Iterable[Statement]) -> Iterator[str]:
    """A line for each role and for the attribution's own mark, then the event that joins them."""
    numbers = count(1)
    for number, statement in enumerate(statements, start=1):
        own = "Attribution" if statement.speaker else "Attribution-no-source"
        marks = {role.capitalize(): spans for role, spans in _roles(statement).items() if spans}
        marks[own] = marks.get("Cue", statement.content)
        ids = {name: f"T{next(numbers)}" for name in marks}
        for name, spans in marks.items():
            places = ";".join(f"{span.start} {span.end}" for span in spans)
            words = " ".join(span.text for span in spans).translate(_BREAKS)
            yield f"{ids[name]}\t{name} {places}\t{words}"
        joined = " ".join(f"{name}:{ids[name]}" for name in (own, "Content", "Cue", "Source") if name in ids)
        yield f"E{number}\t{joined}"
