"""Plain text: the text is the file as decoded, nothing removed, newlines kept."""

from communique.sources.decoding import decode
from communique.sources.pages import Content, Kind, one_page


def parse(source: str, data: bytes) -> Content:
    """The text as it stands in the file. Also what Markdown does."""
    text, notes = decode(source, data)
    return Content(text=text, notes=notes)


def any_bytes(_head: bytes) -> bool:
    """Plain text takes what no other kind does; bytes that are no text fail when they are read."""
    return True


KIND = Kind(suffixes=(".txt", ".text"), sniff=any_bytes, items=one_page("text/plain", parse))
