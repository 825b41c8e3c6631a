"""A page as passages: paragraphs, one-line labels, and credits cut off from the end of a paragraph.

Passages are trimmed of white space, do not overlap, and together hold every visible character of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.articles import credits as credit
from communique.articles.dates import stamp_kind
from communique.knowledge import outlet_named, page_line

NARROWEST, WIDEST = 40, 100
SLACK = 3  # columns by which hand-made line breaks fall short
BULLET = re.compile(r"[•·▪►▶●○■◦‣⁃*–—-]\s+(?=\S)")
HEADER = re.compile(
    r"(headline|title|date|published|source|publication|outlet|byline|author|url|section)\s*:\s*(?=\S)", re.IGNORECASE
)
LONE_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:,\s[\w .]{2,30})?\s?(?:\([A-Za-z/ ]{2,30}\)\s?)?[—–-]{1,2}")
SUFFIX = re.compile(r"\s+(?:\||[-–—:»])\s+(?P<name>[^|–—»]{2,50})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the page that gets one label.

    blank_before: blank lines above it. bullet: it begins with the mark of a list. tail: it was cut off from the
    passage before it. header: the field that it gives, in the header lines that news archives put above an article.
    """

    start: int
    end: int
    text: str
    blank_before: int = 0
    indent: int = 0
    bullet: bool = False
    tail: bool = False
    header: str | None = None


def passages(text: str) -> tuple[Passage, ...]:
    """All passages of a page, in order."""
    lines = list(_lines(text))
    paragraphs = _joined(text, lines)
    return tuple(part for paragraph in _with_headers(paragraphs) for part in _parts(text, paragraph))


def _lines(text: str) -> Iterator[Passage]:
    at, blank = 0, 0
    for raw in text.splitlines(keepends=True):
        start, at = at, at + len(raw)
        visible = raw.strip()
        if not visible:
            blank += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        yield Passage(
            start=start + indent,
            end=start + indent + len(visible),
            text=visible,
            blank_before=blank,
            indent=indent,
            bullet=bool(BULLET.match(visible[:4])),
        )
        blank = 0


def _joined(text: str, lines: list[Passage]) -> Iterator[Passage]:
    """Lines of hard-wrapped paragraphs put together again, and a dateline on a line of its own with its paragraph."""
    width = _wrap_width(lines)
    paragraph: Passage | None = None
    last = ""
    for line in lines:
        lone = paragraph is not None and LONE_DATELINE.fullmatch(last) and line.blank_before <= 1
        if paragraph and (lone or (width and _continues(last, paragraph, line, width))):
            paragraph = replace(paragraph, end=line.end, text="")
        else:
            if paragraph:
                yield replace(paragraph, text=text[paragraph.start : paragraph.end])
            paragraph = line
        last = line.text
    if paragraph:
        yield replace(paragraph, text=text[paragraph.start : paragraph.end])


def _continues(last: str, paragraph: Passage, line: Passage, width: int) -> bool:
    """Whether a line goes on the paragraph: it follows at once, and its first word did not fit on the line before."""
    begun_anew = line.blank_before or line.bullet or HEADER.match(line.text) or line.indent > paragraph.indent
    return not begun_anew and len(last) <= width and _overfull(last, line.text, width)


def _wrap_width(lines: list[Passage]) -> int:
    """The width at which the page's paragraphs are wrapped, 0 where they are not.

    A run of three lines or more is wrapped when no line had room for the first word of the next one, and lines go on
    in lower case as only running text does.
    """
    width = 0
    run: list[str] = []
    for line in [*lines, None]:
        if line and not line.blank_before and run:
            run.append(line.text)
            continue
        if len(run) >= 3:
            widest = max(map(len, run))
            breaks = list(pairwise(run))
            lower = sum(after[0].islower() for _, after in breaks)
            full = all(_overfull(before, after, widest) for before, after in breaks)
            if NARROWEST <= widest <= WIDEST and full and 3 * lower >= len(breaks):
                width = max(width, widest)
        run = [line.text] if line else []
    return width


def _overfull(before: str, after: str, width: int) -> bool:
    return len(before) + 1 + len(after.split(None, 1)[0]) > width - SLACK


def _with_headers(paragraphs: Iterator[Passage]) -> Iterator[Passage]:
    """Passages, those of a block of header lines (two or more in a row) marked with their field."""
    block: list[Passage] = []
    for passage in paragraphs:
        match = HEADER.match(passage.text) if len(passage.text) < 300 else None
        if match and not (block and passage.blank_before):
            block.append(replace(passage, header=match[1].casefold()))
            continue
        yield from _block(block)
        block = [replace(passage, header=match[1].casefold())] if match else []
        if not match:
            yield passage
    yield from _block(block)


def _block(block: list[Passage]) -> list[Passage]:
    return block if len(block) >= 2 else [replace(p, header=None) for p in block]


def _parts(text: str, passage: Passage) -> Iterator[Passage]:
    """The passage, cut before a credit or an outlet's name at its end, and after the name of a header field."""
    cut = None
    if passage.header in {"headline", "title"} and (match := HEADER.match(passage.text)):
        cut = match.end()
    elif not passage.header:
        cut = credit.tail_start(passage.text) or _suffix_start(passage.text)
    if not cut:
        yield passage
        return
    middle = passage.start + cut
    first, second = text[passage.start : middle].rstrip(), text[middle : passage.end]
    lead = len(second) - len(second.lstrip())
    yield replace(passage, end=passage.start + len(first), text=first)
    yield replace(passage, start=middle + lead, text=second.lstrip(), blank_before=0, bullet=False, tail=True)


def _suffix_start(text: str) -> int | None:
    """Where the outlet's name begins that browsers show behind a title: `Ministers meet | The Gazette`."""
    if len(text) > 250 or not (match := SUFFIX.search(text)) or len(text[: match.start()].split()) < 3:
        return None
    name, title = match["name"].strip(), text[: match.start()]
    if page_line(name) or stamp_kind(name) or stamp_kind(title) or "|" in title:
        return None
    barred = "|" in match[0] and len(name.split()) <= 5 and name[:1].isupper() and name[-1:].isalnum()
    return match.start() if barred or outlet_named(name) else None
