"""The check that every passage shown stands in its source, byte for byte, and the sentence around it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from communique.domain import Article, Event, Record, Span, Statement

_WORD = re.compile(r"\w+")
# The end of a sentence: a mark, closing marks, white space and what may open the next one; or an empty line.
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
# What a full stop shortens rather than ends: one letter (J., U.S.), titles before names, months.
_SHORT = re.compile(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|Rev|Hon|St|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)


def texts(record: Record) -> dict[str, str]:
    """The text of every document, by id."""
    return {document.id: document.text for document in record.documents}


def stands(span: Span, text_of: Mapping[str, str]) -> bool:
    """Whether the document has exactly these characters where the span says."""
    text = text_of.get(span.document)
    return text is not None and 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def passages(statement: Statement) -> tuple[Span, ...]:
    """Every passage that a statement rests on."""
    named = (span for span in (statement.speaker, statement.cue) if span is not None)
    return (*named, *statement.content, *statement.verbatim)


def rests(statement: Statement, text_of: Mapping[str, str]) -> bool:
    """Whether a statement has content, and every passage of it stands in one and the same document."""
    spans = passages(statement)
    return (
        bool(statement.content)
        and len({span.document for span in spans}) == 1
        and all(stands(span, text_of) for span in spans)
    )


def told(event: Event, text_of: Mapping[str, str]) -> bool:
    """Whether an event is mentioned anywhere, and every mention stands in its document."""
    return bool(event.mentions) and all(stands(span, text_of) for span in event.mentions)


def worded(words: str, statements: Iterable[Statement]) -> bool:
    """Whether every word stands in the content or the cue of one of the statements; with none of them, nothing does."""
    texts = [[*(span.text for span in item.content), *([item.cue.text] if item.cue else [])] for item in statements]
    wanted = set(_WORD.findall(words))
    return any(wanted <= set(_WORD.findall(" ".join(held))) for held in texts)


def checked(article: Article, text_of: Mapping[str, str]) -> tuple[Article, tuple[str, ...]]:
    """The article without the claims whose words do not stand in its document, and the names of these claims."""
    claims = {
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet.evidence if article.outlet else None,
        "published": article.published.evidence if article.published else None,
        "dateline": article.dateline.span if article.dateline else None,
    }
    fallen = tuple(name for name, span in claims.items() if span is not None and not stands(span, text_of))
    body = tuple(span for span in article.body if stands(span, text_of))
    furniture = tuple(item for item in article.furniture if stands(item.span, text_of))
    cleared = dict.fromkeys(fallen)
    return replace(article, body=body, furniture=furniture, **cleared), fallen  # type: ignore[arg-type]


def sentences(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage begin and end, white space behind them included; in doubt fewer and longer."""
    start = low
    for stop in _END.finditer(text, low, high):
        if not _SHORT.search(text, max(low, stop.start() - 8), stop.start()):
            yield start, stop.end()
            start = stop.end()
    if start < high:
        yield start, high


def context(spans: Iterable[Span], paragraphs: Iterable[Span], text: str) -> Span:
    """The sentences that the spans stand in, within the paragraphs they touch."""
    held = tuple(spans)
    start, end = min(span.start for span in held), max(span.end for span in held)
    touched = [span for span in paragraphs if span.start < end and start < span.end]
    low = min(chain([start], (span.start for span in touched)))
    high = max(chain([end], (span.end for span in touched)))
    around = [(a, b) for a, b in sentences(text, low, high) if a < end and start < b]
    low, high = around[0][0], around[-1][1]
    found = Span(document=held[0].document, start=low, end=high, text=text[low:high])
    return found.trimmed() or found
