"""Where bytes come from: files, folders, standard input; text, Markdown, HTML, JSON. Each becomes Documents."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from mimetypes import MimeTypes
from pathlib import PurePath
from typing import BinaryIO

from communique.settings import Settings
from communique.sources import html, jsonlines, markdown, plaintext
from communique.sources.locations import STDIN, locate
from communique.sources.pages import Item, Kind, Stream, opened, reason, refused

__all__ = ["SOURCES", "Item", "items"]

SOURCES: tuple[Kind, ...] = (html.KIND, jsonlines.KIND, jsonlines.WHOLE, markdown.KIND, plaintext.KIND)
"""The kinds of source, in the order in which they are asked; the last takes everything."""

HEAD = 4096
"""Bytes that a kind is recognised by."""

ARCHIVES = frozenset({".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar"})
"""What can hold pages and is not opened."""


def items(inputs: Sequence[str], settings: Settings, stdin: BinaryIO, target: str | None = None) -> Iterator[Item]:
    """The items that the inputs name, in a stable order and one at a time.

    Inputs are files, folders (all that is below, hidden files left out) and `-` for standard input. The target, to
    which the result is written, is not read where it lies in a folder. It never raises: what cannot be located is an
    item whose `read` fails with the reason.
    """
    for found in locate(inputs, stdin, target):
        if isinstance(found, Item):
            yield found
        else:
            yield from _items(found, settings)


def _items(stream: Stream, settings: Settings) -> Iterator[Item]:
    """The items of one stream, of the kind that its suffix or else its beginning tells."""
    suffix = PurePath(stream.source).suffix.lower() if stream.source != STDIN else ""
    kind = next((kind for kind in SOURCES if suffix in kind.suffixes), None)
    if kind is not None:
        yield from kind.items(stream, settings)
    elif _other(suffix):
        packed = " (an archive: unpack it first)" if suffix in ARCHIVES else ""
        yield refused(stream.source, f"not a kind of page that is read: {suffix}{packed}")
    else:
        yield from _sniffed(stream, settings)


@lru_cache(maxsize=1 << 14)
def _other(suffix: str) -> bool:
    """Whether a suffix is known to belong to something else, such as pictures or programs."""
    kind, packed = MimeTypes().guess_type(f"name{suffix}")
    return packed is not None or kind not in {None, "text/plain"}


def _sniffed(stream: Stream, settings: Settings) -> Iterator[Item]:
    try:
        file = stream.open()
        head = file.read(HEAD)
        if stream.source == STDIN:
            stream = Stream(source=STDIN, open=opened(head, file))
        else:
            file.close()
    except (OSError, ValueError) as error:
        yield refused(stream.source, reason(error))
        return
    kind = next(kind for kind in SOURCES if kind.sniff(head))
    yield from kind.items(stream, settings)
