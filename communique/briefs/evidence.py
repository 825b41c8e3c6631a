"""The sentences that passages stand in, and whether words are said in statements."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from communique.domain import Span, Statement

_WORD = re.compile(r"\w+")
_FORM = re.compile(r"(?<=\w{3})(?:(?<=n)ning|(?<=t)ting|(?<=g)ging|ing|ed|e)$")
_ADDED = re.compile(r"\[[^\]]*\]|\b(?:being|having)\b")  # whom a pronoun stands for, and what makes a verb a noun
# The end of a sentence: a mark, closing marks, white space and what may open the next one; or an empty line.
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
# What a full stop shortens rather than ends: one letter (J., U.S.), titles before names, months.
_SHORT = re.compile(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|Rev|Hon|St|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)


def worded(words: str, statements: Iterable[Statement]) -> bool:
    """Whether every word stands in the content or the cue of one of the statements; with none of them, nothing does.

    A verb may stand in another form: who says *we do not seek war* denies *seeking war*. Brackets hold whom a pronoun
    means.
    """
    texts = [[*(span.text for span in item.content), *([item.cue.text] if item.cue else [])] for item in statements]
    wanted = set(_WORD.findall(_ADDED.sub("", words)))
    return any(all(word in held or _base(word) in held for word in wanted) for held in map(_forms, texts))


def _forms(texts: Iterable[str]) -> frozenset[str]:
    """The words of passages, and those without the ending of their form."""
    words = frozenset(_WORD.findall(" ".join(texts)))
    return words | {_base(word) for word in words}


def _base(word: str) -> str:
    return _FORM.sub("", word)


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
