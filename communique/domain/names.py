"""Names as they are compared."""

import unicodedata


def folded(name: str) -> str:
    """The name with single spaces, without case, diacritics and the marks that say where a line may break it."""
    if name.isascii():
        return " ".join(name.casefold().split())
    return " ".join(unicodedata.normalize("NFKD", name).translate(_SILENT).casefold().split())


def visible(text: str) -> str:
    """The text as it is seen, without soft hyphens and their like."""
    return text if text.isascii() else "".join(char for char in text if not _unseen(char))


def _unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


class _Silence(dict[int, int | None]):
    """For `str.translate`: what combines with another character and what is unseen goes. It fills as it is asked."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = None if unicodedata.combining(char) or _unseen(char) else code
        return self[code]


_SILENT = _Silence()
