"""Markdown: its marks belong to no word of the page, so that rules read what a reader of the page would see."""

import re
from dataclasses import dataclass

SIGNS = re.compile(r"^#{1,6} \S|\]\((?:https?://|/|#)", re.MULTILINE)
HEADING = re.compile(r"(?P<level>#{1,6})\s+")
QUOTE = re.compile(r"(?:>\s?)+")
EMPHASIS = re.compile(r"(?P<marks>\*{1,3}|_{1,3})(?=\S)")
LABEL = re.compile(r"(?P<marks>\*\*|__)(?P<words>[^*_]{1,80})(?P=marks)")
LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\))?[^()]{0,80}\)")
IMAGE = re.compile(r"(?:\[\s*)?!\[[^\[\]]*\]\([^()\s]*[^()]{0,80}\)(?:\s*\]\([^()\s]*\))?")
FIELD = re.compile(r"(?P<name>[a-z][\w -]{0,30}):(?:\s|$)", re.IGNORECASE)
ITEM = re.compile(r"[-\s\"'\[]*")
LONGEST_FRONT = 60  # lines
LONGEST_FRONT_TEXT = 10_000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """Where the words of a line stand between its marks; the level of the heading that it is, 0 where none."""

    start: int
    end: int
    heading: int = 0
    emphasis: bool = False


def is_markdown(media_type: str, text: str) -> bool:
    """Whether a page is written in Markdown: its type says so, or it holds headings or links as Markdown has them."""
    return media_type == "text/markdown" or bool(SIGNS.search(text))


def bare(line: str) -> Bare:
    """The words of a line without the marks of a heading, a quotation, or emphasis of the whole line."""
    start, end, level, emphasis = 0, len(line), 0, False
    if match := QUOTE.match(line):
        start = match.end()
    if match := HEADING.match(line, start):
        level, start = len(match["level"]), match.end()
        end = len(line.rstrip("# ")) if line.endswith("#") else end
    if (match := EMPHASIS.match(line, start)) and _encloses(line[start:end], match["marks"]):
        width = len(match["marks"])
        start, end, emphasis = start + width, end - width, True
    if level and (link := LINK.fullmatch(line, start, end)):
        start, end = link.span("words")
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    if start >= end:
        return Bare(start=0, end=len(line))
    return Bare(start=start, end=end, heading=level, emphasis=emphasis)


def read_as(text: str) -> str:
    """A passage as a page made from it reads: links by their words, without the marks of emphasis."""
    if IMAGE.fullmatch(text):
        return text
    return LABEL.sub(lambda m: m["words"], LINK.sub(lambda m: m["words"], text))


def is_image(text: str) -> bool:
    """Whether a passage is nothing but a picture, which may be a link."""
    return bool(IMAGE.fullmatch(text))


def is_links(text: str) -> bool:
    """Whether a passage holds links and nothing else but what parts them."""
    return bool(LINK.search(text)) and not any(c.isalnum() for c in LINK.sub("", text))


def front_matter(text: str) -> dict[int, tuple[str, int]]:
    """The fields that a web clipper puts above the page between lines of `---`.

    By the number of the line: the field's name, and where its value begins (0 where the line names the field only).
    """
    lines = text[:LONGEST_FRONT_TEXT].splitlines()[:LONGEST_FRONT]
    rules = [i for i, line in enumerate(lines) if line.rstrip() == "---"]
    if len(rules) < 2 or rules[0] != 0:
        return {}
    fields: dict[int, tuple[str, int]] = {}
    name = "metadata"
    for i in range(1, rules[1]):
        match = FIELD.match(lines[i])
        name = match["name"].casefold() if match else name
        begin = match.end() if match else 0
        fields[i] = (name, begin + len((ITEM.match(lines[i], begin) or [""])[0]))
    return fields


def _encloses(line: str, marks: str) -> bool:
    """Whether one pair of marks holds the whole line, as in `*so*`, not in `*so* and *so*`."""
    inner = line[len(marks) : -len(marks)]
    return len(line) > 2 * len(marks) and line.endswith(marks) and marks[0] not in inner and not inner[-1].isspace()
