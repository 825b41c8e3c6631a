"""Names as they are compared."""

import unicodedata


def folded(name: str) -> str:
    """The name with single spaces, without case, diacritics and the marks that say where a line may break it."""
    if name.isascii():
        return " ".join(name.casefold().split())
    decomposed = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in decomposed if not _silent(c)).casefold().split())


def _silent(char: str) -> bool:
    """Whether a character is a diacritic or one that is not seen (a soft hyphen)."""
    return bool(unicodedata.combining(char)) or unicodedata.category(char) == "Cf"
