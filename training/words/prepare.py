"""Derive communique/knowledge/words.tsv: in how many news articles of a thousand a word stands.

Counted are the articles of PolNeAR's training part (US political news, 2015 and 2016) and of TimeBank and AQUAINT
(general and financial news, 1989 to 2000). Words in fewer than FEWEST articles are left out, and so are years, which
tell when the articles were written. Words of the names of states and their people count as in at least STATE articles
of a thousand: which states the news names most changes with the years, and none of them is a story by itself.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from communique.knowledge import countries
from communique.knowledge.words import OUT_OF
from communique.stories.words import words

FEWEST = 5
STATE = 100
MARKUP = re.compile(r"<[^>]+>")
HEADER = re.compile(r".*?<TEXT>", re.DOTALL)
YEAR = re.compile(r"(?:19|20)\d\d")


def texts(shared: Path) -> list[str]:
    """The text of every article, each once."""
    plain = [path.read_text("utf-8", "replace") for path in sorted((shared / "polnear/train/text").glob("*.txt"))]
    tagged = {path.name: path for path in sorted((shared / "timeml").rglob("*.tml"))}
    read = (HEADER.sub("", path.read_text("utf-8", "replace"), count=1) for path in tagged.values())
    return plain + [MARKUP.sub("", text) for text in read]


def table(articles: list[str]) -> dict[str, int]:
    """Articles in a thousand by word."""
    counts = Counter(word for text in articles for word in set(words(text)))
    common = {
        word: max(1, round(OUT_OF * count / len(articles)))
        for word, count in counts.items()
        if count >= FEWEST and not YEAR.fullmatch(word)
    }
    return common | {word: max(STATE, common.get(word, 0)) for word in _states()}


def _states() -> set[str]:
    named = (
        words(name)
        for country in countries()
        for name in (country.name, *country.other_names, *country.adjectives, *country.demonyms, country.capital)
    )
    return {word for name in named for word in name}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder of the public data")
    parser.add_argument("out", type=Path, help="words.tsv")
    options = parser.parse_args()
    rows = sorted(table(texts(options.shared)).items())
    options.out.write_text("word\tarticles\n" + "".join(f"{word}\t{count}\n" for word, count in rows), "utf-8")


if __name__ == "__main__":
    main()
