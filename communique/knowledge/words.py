"""How common words are in news, so that what an article is about can be told from what every article says.

The table counts articles of US political and general news (PolNeAR, TimeBank and AQUAINT; counts only, no text);
training/words/prepare.py makes it and says how.
"""

from functools import cache

from communique.knowledge.tables import KnowledgeError, load_rows

OUT_OF = 1000


def commonness(word: str) -> int:
    """In how many news articles of a thousand a word in small letters stands; 0 where it is rare."""
    return _words().get(word, 0)


def entry(cells: list[str]) -> tuple[str, int]:
    """One row of the table.

    Raises:
        KnowledgeError: the word is empty or not in small letters, or its number is not from 1 to 1000.
    """
    word, number = cells
    if not word or word != word.lower().strip() or not number.isdecimal() or not 1 <= int(number) <= OUT_OF:
        message = f"words.tsv: {word!r} with {number!r}"
        raise KnowledgeError(message)
    return word, int(number)


@cache
def _words() -> dict[str, int]:
    return dict(entry(cells) for cells in load_rows("words.tsv"))
