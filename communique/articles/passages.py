"""A page as passages: paragraphs, one-line labels, and credits cut off from the end of a paragraph.

Passages are trimmed of white space, do not overlap, and together hold every visible character of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.articles import credits as credit
from communique.articles import markdown
from communique.articles.bylines import is_byline
from communique.articles.datelines import dateline
from communique.articles.dates import stamp_kind
from communique.articles.mastheads import tells_edition
from communique.articles.wording import ends_sentence, sounds_like_outlet
from communique.knowledge import outlet_named, page_line

NARROWEST, WIDEST = 40, 100
LINE_BROKEN = 60  # characters that a broken line of Markdown has at least
SLACK = 3  # columns by which hand-made line breaks fall short
BULLET = re.compile(r"[•·▪►▶●○■◦‣⁃*–—-]\s+(?=\S)")
HEADER = re.compile(
    r"(headline|title|date|published|source|publication|outlet|byline|author|url|section)\s*:\s*(?=\S)", re.IGNORECASE
)
LONGEST_DATELINE = 80  # characters of one that stands on a line of its own
SUFFIX = re.compile(r"\s+(?:\||[-–—:»])\s+(?P<name>[^|–—»]{2,50})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the page that gets one label.

    blank_before: blank lines above it. bullet: it begins with the mark of a list. tail: it was cut off from the
    passage before it. header: the field that it gives, in the header lines that news archives put above an article.
    heading, emphasis: the level of a heading, and whether the whole line is emphasised, as Markdown tells it.
    """

    start: int
    end: int
    text: str
    blank_before: int = 0
    indent: int = 0
    bullet: bool = False
    tail: bool = False
    header: str | None = None
    heading: int = 0
    emphasis: bool = False


def passages(text: str, *, marked: bool = False) -> tuple[Passage, ...]:
    """All passages of a page, in order; with `marked`, without the marks of Markdown."""
    lines = list(_unmarked(text) if marked else _lines(text))
    paragraphs = _joined(text, lines, marked=marked)
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


def _unmarked(text: str) -> Iterator[Passage]:
    """The lines of a page in Markdown, without the marks that belong to no word."""
    fields = markdown.front_matter(text)
    ends = [0]
    for raw in text[: markdown.LONGEST_FRONT_TEXT].splitlines(keepends=True)[: markdown.LONGEST_FRONT]:
        ends.append(ends[-1] + len(raw))
    values = {ends[i + 1]: (name, ends[i] + begin) for i, (name, begin) in fields.items()}
    front = max(values, default=0)
    for line in _lines(text):
        field = next((v for end, v in values.items() if line.end <= end), None) if line.start < front else None
        if field and line.start <= field[1] < line.end:
            value = text[field[1] : line.end].rstrip(" \"']")
            if value:
                end = field[1] + len(value)
                yield replace(line, start=field[1], end=end, text=value, header=field[0], tail=field[0] == "title")
                continue
        found = markdown.bare(line.text)
        yield replace(
            line,
            start=line.start + found.start,
            end=line.start + found.end,
            text=line.text[found.start : found.end],
            header="metadata" if field else None,
            heading=found.heading,
            emphasis=found.emphasis,
        )


def _joined(text: str, lines: list[Passage], *, marked: bool) -> Iterator[Passage]:
    """Lines of hard-wrapped paragraphs put together again, and a dateline on a line of its own with its paragraph."""
    width = _wrap_width(lines)
    paragraph: Passage | None = None
    last = ""
    for line in lines:
        lone = paragraph is not None and line.blank_before <= 1 and _is_lone_dateline(last)
        broken = marked and len(last) >= LINE_BROKEN and _goes_on(last, line.text)
        if paragraph and (lone or ((width or broken) and _continues(last, paragraph, line, 0 if broken else width))):
            paragraph = replace(paragraph, end=line.end, text="")
        else:
            if paragraph:
                yield replace(paragraph, text=text[paragraph.start : paragraph.end])
            paragraph = line
        last = line.text
    if paragraph:
        yield replace(paragraph, text=text[paragraph.start : paragraph.end])


def _is_lone_dateline(line: str) -> bool:
    """Whether a line is a dateline, up to its dash, and nothing else."""
    return len(line) <= LONGEST_DATELINE and line.endswith(("—", "–", "-")) and dateline(f"{line} The") is not None


def _continues(last: str, paragraph: Passage, line: Passage, width: int) -> bool:
    """Whether a line goes on the paragraph: it follows at once, and its first word did not fit on the line before.

    width: that of the page's lines, 0 where it is known that the sentence goes on.
    """
    set_apart = line.heading or paragraph.heading or line.emphasis or paragraph.emphasis or line.header
    begun_anew = (
        line.blank_before or line.bullet or set_apart or HEADER.match(line.text) or line.indent > paragraph.indent
    )
    return not begun_anew and (not width or (len(last) <= width and _overfull(last, line.text, width)))


def _goes_on(last: str, text: str) -> bool:
    """Whether a line of Markdown goes on the sentence of the line before, which a line break does not end there."""
    small = text.lstrip("[*_")[:1].islower() and not text.casefold().startswith("by ")
    return small and not ends_sentence(last)


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
        if passage.header:
            yield from _block(block)
            block = []
            yield passage
            continue
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
        cut = None if is_byline(passage.text) else credit.tail_start(passage.text) or _suffix_start(passage.text)
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
    if page_line(name) or tells_edition(name) or stamp_kind(name) or stamp_kind(title) or "|" in title:
        return None
    barred = "|" in match[0] and len(name.split()) <= 5 and name[:1].isupper() and name[-1:].isalnum()
    return match.start() if barred or outlet_named(name) or sounds_like_outlet(name) else None
