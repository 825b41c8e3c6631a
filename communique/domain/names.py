"""Names as they are compared."""

import unicodedata


def folded(name: str) -> str:
    """The name with single spaces, without case and without diacritics."""
    if name.isascii():
        return " ".join(name.casefold().split())
    decomposed = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())
