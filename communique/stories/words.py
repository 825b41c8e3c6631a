"""The words of a text as stories and origins compare them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_][\w'’-]*\w|\d[\d.,]*\d|\d")
POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word in small letters, a possessive as the bare word, and where it stands."""

    text: str
    start: int
    end: int


def placed(text: str, at: int = 0) -> Iterator[Word]:
    """The words and numbers of a text that begins at an offset; single letters are left out."""
    for match in WORD.finditer(text):
        yield Word(_bare(match.group()), match.start() + at, match.end() + at)


def words(text: str) -> list[str]:
    """The same words without their places."""
    return [_bare(word) for word in WORD.findall(text)]


def _bare(word: str) -> str:
    word = word.lower()
    return word[:-2] if word.endswith(POSSESSIVE) else word
