"""Names as they are compared."""

import unicodedata


def folded(name: str) -> str:
    """The name with single spaces, without case, diacritics and the marks that say where a line may break it."""
    if name.isascii():
        return " ".join(name.casefold().split())
    decomposed = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in decomposed if not _silent(c)).casefold().split())


def visible(text: str) -> str:
    """The text as it is seen, without soft hyphens and their like."""
    return text if text.isascii() else "".join(char for char in text if not _unseen(char))


def _silent(char: str) -> bool:
    return bool(unicodedata.combining(char)) or _unseen(char)


def _unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf"
