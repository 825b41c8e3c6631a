"""Named mentions on the political sentences of CrossNER (Liu and others, AAAI 2021), beside spaCy's own entities.

Each sentence is read as an article of one paragraph. Counted are persons, organisations (parties too), places (states
too) and elections, exact spans, F1; `typed` asks for the right one of these four kinds as well. CrossNER marks no
adjectives (`Russian`), so that ours are left out. Names are `names.READER.MEASURE`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from figures import Figures, show

from communique import reading
from communique.domain import Article, Document, Reading
from communique.models import Models
from communique.reading import mentions

Name = tuple[int, int, int, str]  # sentence, start, end, kind

GOLD = {
    "politician": "person",
    "person": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "country": "place",
    "location": "place",
    "election": "election",
}
OURS = {
    "person": "person",
    "org": "organisation",
    "office": "organisation",
    "party": "organisation",
    "government": "organisation",
    "group": "organisation",
    "state": "place",
    "place": "place",
    "election": "election",
}
SPACY = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


def measure(shared: Path) -> Figures:
    """Read the development sentences and count the names found."""
    sentences = list(_sentences(shared / "data" / "crossner" / "dev.txt"))
    models = Models.load()
    gold, ours, plain = set(), set(), set()
    for number, words in enumerate(sentences):
        text = " ".join(word for word, _ in words)
        gold |= set(_gold(number, words))
        document = Document(id=str(number), source="", sha256="", media_type="text/plain", text=text)
        article = Article(id=str(number), document=document.id, body=(document.span(0, len(text)),))
        page = reading.parse(article, models)
        named = [m for m in mentions.read(page, Reading(article=article.id)).mentions if m.form == "named"]
        ours |= {(number, m.span.start, m.span.end, OURS.get(m.type, "")) for m in named}
        plain |= {
            (number, entity.start_char, entity.end_char, SPACY[entity.label_])
            for _, tree in page.trees()
            for entity in tree.doc.ents
            if entity.label_ in SPACY
        }
    figures = {}
    for name, found in (("ours", ours), ("spacy", plain)):
        figures[f"names.{name}.typed f1"] = _f1(gold, found)
        figures[f"names.{name}.span f1"] = _f1({g[:3] for g in gold}, {f[:3] for f in found})
    return figures


def _f1(gold: Iterable[object], found: Iterable[object]) -> float:
    gold, found = set(gold), set(found)
    return 2 * len(gold & found) / max(len(gold) + len(found), 1)


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        yield [(word, label) for word, label in (line.split("\t") for line in block.splitlines())]


def _gold(number: int, words: list[tuple[str, str]]) -> Iterator[Name]:
    at, start, kind = 0, 0, ""
    for word, label in [*words, ("", "O")]:
        if kind and not label.startswith("I-"):
            yield number, start, at - 1, kind
            kind = ""
        if label.startswith("B-"):
            start, kind = at, GOLD.get(label[2:], "")
        at += len(word) + 1


if __name__ == "__main__":
    show(measure, __doc__)
