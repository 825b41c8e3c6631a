"""What every kind of source is made of: streams of bytes go in, items to read come out."""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import BinaryIO, NoReturn

from communique.domain import Claims, Document
from communique.domain.ids import content_id
from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import decoding

STAGE = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to read: its name as the user gave it, and how to read it.

    `read` raises ItemFailed with a reason for a reader.
    """

    source: str
    read: Callable[[], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a page holds: its text, what its source claims about it, and what was noticed in reading."""

    text: str
    claims: Claims = field(default_factory=Claims)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Bytes with a name, opened only when they are wanted."""

    source: str
    open: Callable[[], BinaryIO]

    def read(self, limit: int) -> bytes:
        """All of it; never more than `limit` bytes and one are read.

        Raises:
            ItemFailed: it cannot be opened or is longer than `limit`.
        """
        try:
            with self.open() as file:
                data = file.read(limit + 1)
        except (OSError, ValueError) as error:
            raise ItemFailed(self.source, STAGE, reason(error)) from error
        if len(data) > limit:
            raise ItemFailed(self.source, STAGE, too_long(limit))
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of source: which bytes it takes, by the suffix of their name or by their beginning, and how to read them.

    items: the items that stand in a stream, one for most kinds. It raises nothing: what fails is an item too.
    """

    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    items: Callable[[Stream, Settings], Iterator[Item]]


def refused(source: str, why: str) -> Item:
    """An item that cannot be read, and why."""

    def read() -> NoReturn:
        raise ItemFailed(source, STAGE, why)

    return Item(source=source, read=read)


def one_page(media_type: str, parse: Callable[[str, bytes], Content]) -> Callable[[Stream, Settings], Iterator[Item]]:
    """The `items` of a kind with one page in a stream."""

    def items(stream: Stream, settings: Settings) -> Iterator[Item]:
        def read() -> Document:
            data = stream.read(settings.max_bytes)
            return document(stream.source, data, parse(stream.source, data), media_type, settings)

        yield Item(source=stream.source, read=read)

    return items


def document(source: str, data: bytes, content: Content, media_type: str, settings: Settings) -> Document:
    """The document that some bytes are, made only when it is worth reading.

    Raises:
        ItemFailed: there is no text in it, or too much for a news page.
    """
    text = decoding.encodable(content.text)
    if not text.strip():
        raise ItemFailed(source, STAGE, "empty")
    if len(text) > settings.max_characters:
        why = f"too long for a news page: {len(text):,} characters, the limit is {settings.max_characters:,}"
        raise ItemFailed(source, STAGE, why)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=content_id("d", sha256),
        source=source,
        sha256=sha256,
        media_type=media_type,
        text=text,
        claims=_encodable(content.claims),
        notes=content.notes + decoding.mojibake(text),
    )


def _encodable(claims: Claims) -> Claims:
    words = {name: decoding.encodable(value) for name, value in asdict(claims).items() if value}
    return replace(claims, **words)  # type: ignore[arg-type]  # mypy does not see which key has which type


def with_title(title: str, text: str) -> str:
    """The text with the title line and an empty line at its front, unless it begins with the title already."""
    line = " ".join(title.split())
    if not line or _plain(text[: 4 * len(line) + 200]).startswith(_plain(line)):
        return text
    return f"{line}\n\n{text}"


def _plain(text: str) -> str:
    """The text without what titles on one page differ in: case, white space, curled quotation marks."""
    return " ".join(text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).casefold().split())


def reason(error: OSError | ValueError) -> str:
    """Why something cannot be opened or read, in words for a reader."""
    if isinstance(error, FileNotFoundError):
        return "no longer there when it was to be read"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"


def too_long(limit: int) -> str:
    """The reason for refusing what is longer than `limit` bytes."""
    return f"too large: more than {limit / 1_000_000:g} MB"


class _Rejoined(io.RawIOBase):
    """A stream whose beginning was already taken from it. Closing it leaves the stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data: bytes | memoryview = self._head[: len(buffer)]
        self._head = self._head[len(data) :]
        if not data:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream that gives `head`, then what is left of `rest`."""
    return io.BufferedReader(_Rejoined(head, rest))


def opened(head: bytes, rest: BinaryIO) -> Callable[[], BinaryIO]:
    """How to open a stream that was read as far as `head`."""
    return partial(rejoined, head, rest)
