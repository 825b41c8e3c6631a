"""Names of languages in English, by ISO 639-1 code."""

from functools import cache

from communique.knowledge.tables import load_tsv


def language_name(code: str) -> str:
    """The English name of a language; the code itself where it is not known."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in load_tsv("languages.tsv")}
