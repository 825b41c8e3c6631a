"""What a page of many articles keeps packed until it is looked at, so that it stays small and opens at once.

A pack is HTML as zlib data in base64 inside `<template>`; brief.js unpacks it (DecompressionStream) when the part that
it stands in is unfolded, or a link leads into it.
"""

import base64
import zlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

LARGE = 100  # articles from which on parts are packed
NEAR = 20  # sections or entries of one kind that are left as they are
BATCH = 20  # articles in one pack

T = TypeVar("T")


def packed(html: str, large: bool = True) -> Markup:  # noqa: FBT001, FBT002 - a filter of the templates
    """The HTML as a pack, or as it is where the page is not large."""
    if not large:
        return Markup(html)  # noqa: S704 - what a template has rendered is escaped already
    data = base64.b64encode(zlib.compress(html.encode(), 9)).decode("ascii")
    return Markup('<template class="packed">{}</template>').format(data)


def unpacked(pack: str) -> str:
    """The HTML of a pack."""
    return zlib.decompress(base64.b64decode(pack)).decode()


def batches(items: Sequence[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    """The items, so many at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
