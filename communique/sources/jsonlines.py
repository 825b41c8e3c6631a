"""JSON: one story a line (JSON lines), one in a file, or an array of them.

The field writes two forms: news-please (`maintext, title, date_publish, source_domain, ...`) and event-data stories
(`event_text, headline, date, publisher, ...`). The common names of other forms are tried after theirs.
"""

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from communique.domain import Claims, Document
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import dates
from communique.sources.decoding import decode
from communique.sources.pages import (
    STAGE,
    Content,
    Item,
    Kind,
    Stream,
    document,
    opened,
    reason,
    refused,
    rejoined,
    too_long,
    with_title,
)

MEDIA_TYPE = "application/json"

TEXT = ("maintext", "event_text", "text", "body", "content", "articleBody", "full_text", "raw_text")
TITLE = ("title", "headline")
PUBLISHED = ("date_publish", "date", "published", "date_published", "published_at", "published_date", "pub_date")
OUTLET = ("publisher", "outlet", "site_name", "site", "publication", "source_name", "source_domain", "source")
BYLINE = ("authors", "author", "byline", "creator")
URL = ("url", "link")

CHUNK = 65_536
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16, in which a line does not end with a newline byte."""

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"|\}\s*$)")


def parse(source: str, data: bytes, where: str = "") -> Content:
    """The story that one JSON object tells. `where` comes before the reason when it is none.

    Raises:
        ItemFailed: not JSON, not an object, or without a text.
    """
    text, notes = decode(source, data)
    try:
        story = json.loads(text)
    except json.JSONDecodeError as error:
        raise ItemFailed(source, STAGE, f"{where}is not JSON: {error.msg}, column {error.colno}") from error
    except RecursionError as error:
        raise ItemFailed(source, STAGE, f"{where}is nested too deeply") from error
    except ValueError as error:
        raise ItemFailed(source, STAGE, f"{where}is not JSON that can be read: {error}") from error
    if not isinstance(story, dict):
        raise ItemFailed(source, STAGE, f"{where}is not a JSON object")
    story = {_bare(key): value for key, value in story.items()}
    if not any(_bare(key) in story for key in TEXT):
        raise ItemFailed(source, STAGE, f"no text field (looked for {', '.join(TEXT)})")
    claims = _claims(story)
    body = _first(story, TEXT) or ""
    content = with_title(claims.title or "", body) if body else ""
    stated = _first(story, PUBLISHED)
    if stated and dates.iso(stated) is None:
        notes = (*notes, f"the date {stated!r} is not in a form with one meaning")
    return Content(text=content, claims=claims, notes=notes)


def _claims(story: dict[str, Any]) -> Claims:
    return Claims(
        url=_first(story, URL),
        title=" ".join((_first(story, TITLE) or "").split()) or None,
        outlet=_first(story, OUTLET),
        byline=_first(story, BYLINE),
        published=dates.iso(_first(story, PUBLISHED) or ""),
        language=_first(story, ("language",)),
    )


def _bare(key: str) -> str:
    """A field's name as all spell it: `publishedAt` and `published_at` are one."""
    return key.replace("_", "").replace("-", "").casefold()


def _first(story: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words; names in a list are joined by commas, an object goes by its name."""
    for key in keys:
        value = story.get(_bare(key))
        named = [part.get("name") if isinstance(part, dict) else part for part in _listed(value)]
        words = ", ".join(part for part in named if isinstance(part, str))
        if words.strip():
            return words
    return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def lines(stream: Stream, settings: Settings) -> Iterator[Item]:
    """An item a line; a file of any size, each line of no more than `settings.max_bytes`."""
    yield from _guarded(stream, settings, _lines)


def whole(stream: Stream, settings: Settings) -> Iterator[Item]:
    """The items of a file that holds one object, an array of objects, or JSON lines all the same."""
    yield from _guarded(stream, settings, _whole)


Items = Callable[[str, BinaryIO, Settings], Iterator[Item]]


def _guarded(stream: Stream, settings: Settings, items: Items) -> Iterator[Item]:
    """The items of an opened stream; a last one that fails when it cannot be opened or read on."""
    found = False
    try:
        with stream.open() as file:
            for item in items(stream.source, file, settings):
                found = True
                yield item
    except (OSError, ValueError) as error:
        yield refused(stream.source, reason(error))
    else:
        if not found:
            yield refused(stream.source, "empty")


def _lines(source: str, file: BinaryIO, settings: Settings) -> Iterator[Item]:
    head = file.read(2)
    if head in WIDE:
        data = head + file.read(settings.max_bytes)
        if len(data) > settings.max_bytes:
            yield refused(source, too_long(settings.max_bytes))
            return
        head, file = b"", io.BytesIO(data.decode("utf-16", "replace").encode())
    for number, line in _split(rejoined(head, file), settings.max_bytes):
        name = f"{source}#{number}"
        if line is None:
            yield refused(name, f"line {number} is {too_long(settings.max_bytes)}")
        elif line.strip():
            yield _story(name, line.strip(b"\r\n"), settings, f"line {number} ")


def _split(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, None for one that is longer than the limit; no more than that is in memory."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := file.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _story(source: str, data: bytes, settings: Settings, where: str) -> Item:
    def read() -> Document:
        return document(source, data, parse(source, data, where), MEDIA_TYPE, settings)

    return Item(source=source, read=read)


def _whole(source: str, file: BinaryIO, settings: Settings) -> Iterator[Item]:
    data = file.read(settings.max_bytes + 1)
    if _first_line_is_object(data):
        yield from _lines(source, opened(data, file)(), settings)
    elif len(data) > settings.max_bytes:
        yield refused(source, too_long(settings.max_bytes))
    elif (stories := _array(data)) is None:
        yield _story(source, data, settings, "")
    else:
        for number, story in enumerate(stories, 1):
            yield _story(f"{source}#{number}", story, settings, f"element {number} ")


def _first_line_is_object(data: bytes) -> bool:
    """Whether the first line that is not empty is an object of its own and others follow."""
    first, _, rest = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not rest.strip() or not first.rstrip().endswith(b"}"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _array(data: bytes) -> list[bytes] | None:
    """The elements of a JSON array, each written as JSON again; None when the data are something else."""
    try:
        value = json.loads(data)
        return [json.dumps(element).encode() for element in value] if isinstance(value, list) else None
    except (ValueError, RecursionError):
        return None


def an_object(head: bytes) -> bool:
    """Whether something begins as JSON objects do."""
    return _OBJECT.match(head) is not None


KIND = Kind(suffixes=(".jsonl", ".ndjson"), sniff=lambda _head: False, items=lines)
WHOLE = Kind(suffixes=(".json",), sniff=an_object, items=whole)
