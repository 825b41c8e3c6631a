"""Markdown: kept as it is written, marks and all; cleaning may label them."""

from communique.sources.pages import Kind, one_page
from communique.sources.plaintext import parse


def never(_head: bytes) -> bool:
    """Without a suffix, Markdown is plain text."""
    return False


KIND = Kind(suffixes=(".md", ".markdown"), sniff=never, items=one_page("text/markdown", parse))
