"""HTML: the main text as trafilatura extracts it, with the page's title at its front, and the page's metadata."""

import logging
import re

from communique.errors import ItemFailed
from communique.sources import pagemetadata
from communique.sources.decoding import decode
from communique.sources.pages import STAGE, Content, Kind, one_page, with_title

MAX_ELEMENTS = 50_000
MAX_SIBLINGS = 10_000
"""Limits of a page: extraction takes time with the square of the elements that stand side by side, seconds at these."""

_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_QUIET = logging.NullHandler()
"""Keeps the libraries' remarks on bad pages off standard error, unless the program that calls us wants to log them."""


def parse(source: str, data: bytes) -> Content:
    """The main text of a page, its title line and an empty line before it, and what its metadata claim.

    Raises:
        ItemFailed: the page has no article text, or is too large for a news page.
    """
    markup, notes = decode(source, data, _declared(data))
    tree = _tree(source, markup)
    text = _main_text(source, tree)
    claims, remarks = pagemetadata.read(tree, markup)
    return Content(text=with_title(claims.title or "", text), claims=claims, notes=notes + remarks)


def _declared(data: bytes) -> str | None:
    """The encoding that the page names at its beginning (where it must stand, HTML Standard, section 4.2.5.4)."""
    match = _DECLARED.search(data[:2048])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None
