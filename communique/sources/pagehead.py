"""The head of a page: who wrote the story and when, which extraction leaves out as furniture below the headline."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.etree import iterwalk  # type: ignore[import-untyped]  # lxml has no types

from communique.domain import Claims
from communique.sources.dates import MONTH

LONGEST_LINE = 160
MOST_LINES = 40  # between a headline and its story
BEGINNING = 60  # characters of a line by which the story is known
STANDFIRST = 1  # lines of the story that can stand above its byline
TOP = 5  # lines of a text among which its headline stands
BREAKING = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 header hr li main nav "
    "ol p pre section table td th tr ul".split()
)
NO_HEAD = frozenset("aside button figure footer form nav noscript script select style svg template".split())

_DATED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\.?,? \d{{4}}\b|\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:(?:Report(?:ed)?|Story|Words|Written) )?[Bb]y [A-Z]")


def with_head(tree: Any, claims: Claims, text: str) -> str:
    """The text with those lines below its headline, or at its front where it does not begin with it."""
    headlines = [" ".join(" ".join(h.itertext()).split()) for h in tree.iter("h1")]
    if len(headlines) != 1 or not headlines[0]:
        return text
    found = list(dict.fromkeys(_lines(next(tree.iter("h1")), claims.byline, text)))
    told = text.split("\n")
    at = next((i + 1 for i, line in enumerate(told[:TOP]) if _plain(line) == _plain(headlines[0])), 0)
    return "\n".join([*told[:at], *found, *([""] if found and not at else []), *told[at:]])


def _lines(headline: Any, author: str | None, text: str) -> Iterator[str]:
    """The lines between the headline and the story that hold a date or name the author, in order."""
    story, told_on = _plain(text), 0
    for line in islice(_below(headline), MOST_LINES):
        words = _plain(line)
        told_on += len(line) > BEGINNING and words in story
        if len(line) > LONGEST_LINE or told_on > STANDFIRST:
            return
        told = _DATED.search(line) or _SIGNED.match(line) or (author and words == _plain(author))
        if told and line not in text:
            yield line


def _below(headline: Any) -> Iterator[str]:
    """The lines of text below an element, as a browser breaks them."""
    line: list[str] = []
    for event, element in _events(headline):
        if not isinstance(element.tag, str):
            continue
        if element.tag in BREAKING:
            if words := " ".join(" ".join(line).split()):
                yield words
            line = []
        hidden = element.tag in NO_HEAD or any(a.tag in NO_HEAD for a in element.iterancestors())
        if event == "start":
            line += [] if hidden else [element.text or ""]
        elif not hidden or element.tag in NO_HEAD:
            line.append(element.tail or "")


def _events(headline: Any) -> Iterator[tuple[str, Any]]:
    """Where elements begin and end behind the headline, in the order of the page."""
    element = headline
    while element is not None:
        yield "end", element
        for other in element.itersiblings():
            yield from iterwalk(other, events=("start", "end"))
        element = element.getparent()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
