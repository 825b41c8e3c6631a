"""Time expressions on TimeBank and AQUAINT, against the TIMEX3 tags that people gave them.

Each text is read as the body of one article, its paragraphs as blocks, published at the document's creation time. Only
the tags inside the text count, as in the scorer of TempEval-3 (UzZaman and others 2013), whose measures these are:

- relaxed: an expression found and one tagged are paired if they share a character, each at most once, in text order;
- strict: of these, the pairs with the same first and last character;
- value f1: F1 of the pairs whose TIMEX3 values are the same text (the scorer's relaxed F1 times its value accuracy);
- value accuracy: the share of the pairs that is so, which tells the values apart from the finding.

Every second text of each set, by name, was looked at while the rules were written (`seen`); of the others nothing but
these figures was ever read (`unseen`, the honest half). `together` is both sets, seen and unseen.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from figures import Figures, show
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from communique.domain import Article, Document, Published, Reading, TimeExpression
from communique.models import Syntax
from communique.reading import times
from communique.reading.page import Block, Page

SETS = ("timebank", "aquaint")
Marked = tuple[etree.Element, int, int]
"""An element and its offsets in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A TIMEX3 tag: its offsets in the text and its value."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Counts:
    """What the measures are made of."""

    tagged: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    words: int = 0
    seconds: float = 0.0

    def add(self, other: "Counts") -> None:
        """Count the other's too."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def figures(self, name: str) -> Figures:
        """F1 by measure; the scorer's value F1, and value accuracy beside it."""
        both = self.tagged + self.found
        return {
            f"times.{name}.relaxed f1": 2 * self.relaxed / both,
            f"times.{name}.strict f1": 2 * self.strict / both,
            f"times.{name}.value f1": 2 * self.value / both,
            f"times.{name}.value accuracy": self.value / self.relaxed,
            f"times.{name}.relaxed p": self.relaxed / self.found,
            f"times.{name}.relaxed r": self.relaxed / self.tagged,
        }


def measure(shared: Path) -> Figures:
    """Read and score every text of both sets."""
    syntax = Syntax.load()
    counts: dict[str, Counts] = {}
    for name in SETS:
        for number, path in enumerate(sorted((shared / "data" / "timeml" / name).glob("*.tml"))):
            article, tags = tagged(path)
            counted = count(article, tags, syntax)
            half = "unseen" if number % 2 else "seen"
            for group in (name, f"{name} {half}", half, "together"):
                counts.setdefault(group, Counts()).add(counted)
    total = counts["together"]
    return {
        **{figure: value for name in sorted(counts) for figure, value in counts[name].figures(name).items()},
        "times.words per CPU second, parses given": total.words / total.seconds,
    }


def tagged(path: Path) -> tuple[Article, list[Tag]]:
    """A TimeML file as an article and the tags in its text."""
    root = etree.parse(path).getroot()
    article, elements = marked(root, path.stem)
    times = [item for item in elements if item[0].tag == "TIMEX3"]
    return article, [Tag(start=start, end=end, value=element.get("value")) for element, start, end in times]


def marked(root: etree.Element, name: str) -> tuple[Article, list[Marked]]:
    """A TimeML tree as an article, and the elements in its text with their offsets."""
    created = root.find("DCT/TIMEX3").get("value")
    text, elements = "", []
    for event, element in etree.iterwalk(root.find("TEXT"), events=("start", "end")):
        if event == "start":
            elements.append((element, len(text), len(text) + len("".join(element.itertext()))))
            text += element.text or ""
        elif element.tag != "TEXT":
            text += element.tail or ""
    document = Document(id=name, source=name, sha256="", media_type="text/xml", text=text)
    published = Published(date=created[:10], precision="day", how="metadata")
    body, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip() and (span := document.span(at, at + len(paragraph)).trimmed()):
            body.append(span)
        at += len(paragraph) + 2
    return Article(id=name, document=name, published=published, body=tuple(body)), elements


def count(article: Article, tags: list[Tag], syntax: Syntax) -> Counts:
    """Read one article's times and compare them with the tags."""
    trees = syntax.parse(span.text for span in article.body)
    blocks = tuple(Block(span, found, "body") for span, found in zip(article.body, trees, strict=True))
    begun = time.process_time()
    reading = times.read(Page(article=article, blocks=blocks, ascribed=()), Reading(article=article.id))
    seconds = time.process_time() - begun
    pairs = list(paired(reading.times, tags))
    return Counts(
        tagged=len(tags),
        found=len(reading.times),
        relaxed=len(pairs),
        strict=sum((found.span.start, found.span.end) == (tag.start, tag.end) for found, tag in pairs),
        value=sum(found.value == tag.value for found, tag in pairs),
        words=sum(len(span.text.split()) for span in article.body),
        seconds=seconds,
    )


def paired(found: tuple[TimeExpression, ...], tags: list[Tag]) -> Iterator[tuple[TimeExpression, Tag]]:
    """The expressions found and tagged that share a character, each once, in text order."""
    left = sorted(tags, key=lambda tag: tag.start)
    for expression in found:
        for tag in left:
            if tag.start < expression.span.end and expression.span.start < tag.end:
                left.remove(tag)
                yield expression, tag
                break


if __name__ == "__main__":
    show(measure, __doc__)
