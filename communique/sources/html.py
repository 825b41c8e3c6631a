"""HTML: the main text as trafilatura extracts it, with the page's title at its front, and the page's metadata."""

import logging
import re
from typing import Any

from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml has no types

from communique.domain import Claims
from communique.errors import ItemFailed
from communique.sources import pagehead, pagemetadata
from communique.sources.decoding import decode
from communique.sources.pages import STAGE, Content, Kind, one_page, with_title

MAX_ELEMENTS = 50_000
MAX_SIBLINGS = 10_000
"""Limits of a page: extraction takes time with the square of the elements that stand side by side, seconds at these."""

TROUBLE = (ArithmeticError, AttributeError, LookupError, LxmlError, RuntimeError, TypeError, ValueError)
"""What parsers raise on markup that nobody foresaw, too deep nesting (RecursionError) included."""

NO_TEXT = "no article text found in the page"

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
    try:
        claims, remarks = pagemetadata.read(tree, markup)
    except TROUBLE:
        claims, remarks = Claims(), ("the page's metadata cannot be read",)
    text = pagehead.with_head(_tree(source, markup), claims, text)
    return Content(text=with_title(claims.title or "", text), claims=claims, notes=notes + remarks)


def _declared(data: bytes) -> str | None:
    """The encoding that the page names at its beginning (where it must stand, HTML Standard, section 4.2.5.4)."""
    match = _DECLARED.search(data[:2048])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _tree(source: str, markup: str) -> Any:
    """The parsed page.

    Raises:
        ItemFailed: it is no HTML page, or one that is too large.
    """
    from trafilatura import load_html  # noqa: PLC0415  # slow to import; who reads plain text need not wait

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(_QUIET)
    tree = load_html(markup)
    if tree is None:
        raise ItemFailed(source, STAGE, NO_TEXT)
    for count, element in enumerate(tree.iter(), 1):
        if count > MAX_ELEMENTS or len(element) > MAX_SIBLINGS:
            limits = f"{MAX_ELEMENTS:,} elements, {MAX_SIBLINGS:,} side by side"
            raise ItemFailed(source, STAGE, f"too large for a news page (more than {limits})")
    return tree


def _main_text(source: str, tree: Any) -> str:
    """What trafilatura takes for the article, with its defaults, readers' comments left out.

    Raises:
        ItemFailed: it finds nothing, or stumbles over the page.
    """
    from trafilatura import extract  # noqa: PLC0415  # as above

    try:
        text = extract(tree, include_comments=False)
    except TROUBLE as error:
        raise ItemFailed(source, STAGE, f"the page cannot be taken apart ({type(error).__name__})") from error
    if not text or not text.strip():
        raise ItemFailed(source, STAGE, NO_TEXT)
    return text


def looks_like_html(head: bytes) -> bool:
    """Whether something begins as HTML pages do, in an encoding of one byte or two a letter."""
    return _BEGINNING.match(head.replace(b"\0", b"")) is not None


KIND = Kind(suffixes=(".html", ".htm", ".xhtml"), sniff=looks_like_html, items=one_page("text/html", parse))
