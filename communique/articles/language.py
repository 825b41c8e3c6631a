"""The language of a text: English or not, and which."""

import py3langid

from communique.articles.wording import WORD
from communique.knowledge import language_name

COMMON = frozenset(
    "the of to and in a is that for on was with as at by it from be are this has have had he she his her "
    "they their its an not but"
    " which who said will would were been or after we you i".split()
)
JUDGED = 6000  # characters
FEW_WORDS = 20  # different ones
FEW_LETTERS = 30  # of a script that English is not written in
ONE_IN = 10


def other_language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in where that is surely not English, else None.

    English shows in its small words: where one word in ten is such a word, names and quotations in other languages do
    not matter. Too short a text is not judged.
    """
    text = text[:JUDGED]
    letters = [c for c in text if c.isalpha()]
    if 2 * sum(_is_latin(c) for c in letters) < len(letters):
        return _guess(text) if len(letters) >= FEW_LETTERS else None
    words = [m[0].casefold() for m in WORD.finditer(text)]
    if len(set(words)) < FEW_WORDS or sum(w in COMMON for w in words) * ONE_IN >= len(words):
        return None
    return _guess(text)


def is_other_script(text: str) -> bool:
    """Whether nearly all letters of a text are of a script that English is not written in."""
    letters = [c for c in text[:JUDGED] if c.isalpha()]
    return len(letters) >= 4 and sum(_is_latin(c) for c in letters) * 10 <= len(letters)


def _is_latin(character: str) -> bool:
    """Whether a letter is of the Latin script (its blocks, and the compatibility forms of its letters)."""
    return (
        character < "\u0250"
        or "\u1e00" <= character <= "\u1eff"
        or "\ufb00" <= character <= "\ufb06"
        or "\uff21" <= character <= "\uff5a"
    )


def _guess(text: str) -> str | None:
    """The likeliest language, None where that is English or none that has a name."""
    code = str(py3langid.classify(text)[0])
    return code if code != "en" and language_name(code) != code else None
