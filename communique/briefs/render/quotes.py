"""The attributions of a page in its own text, source, cue and content told apart: by colour, or by brackets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from communique.briefs.render import phrases
from communique.briefs.render.screen import Screen, printed, safe
from communique.briefs.voices import DOUBTFUL
from communique.domain import Article, Document, Record, Span, Statement, soundness

Role = Literal["source", "cue", "content"]

_PLAIN = Screen()
_STYLES: dict[Role, str] = {"source": "bold cyan", "cue": "bold magenta", "content": "green"}
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", " ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage and its role, with the numbers of the attributions that it has it in, `?` after a doubtful one."""

    start: int
    end: int
    role: Role
    numbers: tuple[str, ...]


@soundness.of_sound
def render(record: Record, screen: Screen = _PLAIN) -> str:
    """Title and body of every article, furniture left out; attributions are numbered in the record's order."""
    return printed(_parts(record, screen), screen)


def _parts(record: Record, screen: Screen) -> Iterator[RenderableType]:
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in record.statements:
        said[statement.content[0].document].append(statement)
    articles: defaultdict[str, list[Article]] = defaultdict(list)
    for article in record.articles:
        articles[article.document].append(article)
    yield _legend(screen)
    yield Text(f"Parts of one attribution share a number; ? marks a confidence below {DOUBTFUL:.0%}.", "brief.soft")
    for document in record.documents:
        yield from _page(document, articles[document.id], said[document.id], screen)


def _legend(screen: Screen) -> Text:
    legend = Text()
    samples: dict[Role, str] = {"source": "who", "cue": "says", "content": "what"}
    for role, words in samples.items():
        _append(legend, f"{role}: {words}" if screen.colour else words, Mark(0, 0, role, ("1",)), screen)
        legend.append(" ")
    return legend


def _page(
    document: Document, articles: Sequence[Article], statements: Sequence[Statement], screen: Screen
) -> Iterator[RenderableType]:
    doubtful = sum(statement.confidence < DOUBTFUL for statement in statements)
    counted = phrases.counted(len(statements), "attribution")
    yield Text()
    yield Text(safe(document.source), "brief.head")
    yield Text(f"{counted}, {doubtful:,} of them doubtful" if doubtful else counted)
    painted = _painted(len(document.text), _marks(statements))
    for number, article in enumerate(articles, start=1):
        yield Text()
        if len(articles) > 1:
            yield Rule(Text(f"Article {number}", "brief.head"), align="left", style="brief.soft")
        title = Text(style="page.title") if article.title else Text(phrases.UNTITLED, "brief.soft")
        yield _filled(title, article.title, painted, screen) if article.title else title
        for paragraph in article.body:
            yield Text()
            yield _filled(Text(), paragraph, painted, screen)


def _marks(statements: Iterable[Statement]) -> Iterator[Mark]:
    """One mark for each passage and role: two attributions often share a source."""
    numbers: defaultdict[tuple[int, int, Role], list[str]] = defaultdict(list)
    for number, statement in enumerate(statements, start=1):
        parts: list[tuple[Role, Span | None]] = [("content", span) for span in statement.content]
        for role, span in (*parts, ("source", statement.speaker), ("cue", statement.cue)):
            if span is not None:
                doubt = "?" if statement.confidence < DOUBTFUL else ""
                numbers[span.start, span.end, role].append(f"{number}{doubt}")
    for (start, end, role), of_part in numbers.items():
        yield Mark(start, end, role, tuple(of_part))


def _painted(length: int, marks: Iterable[Mark]) -> list[Mark | None]:
    """The mark of each character: of those that lie over it the shortest, which is the innermost."""
    painted: list[Mark | None] = [None] * length
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        painted[mark.start : mark.end] = [mark] * (mark.end - mark.start)
    return painted


def _filled(said: Text, passage: Span, painted: Sequence[Mark | None], screen: Screen) -> Text:
    """The text with the passage put into it, mark by mark."""
    for mark, places in groupby(range(passage.start, passage.end), key=painted.__getitem__):
        first, *rest = places
        _append(said, passage.part(first, first + len(rest) + 1).text, mark, screen)
    return said


def _append(said: Text, text: str, mark: Mark | None, screen: Screen) -> None:
    """Put the characters under a mark to the text; white space at their ends stays outside the mark."""
    words = text.strip()
    if mark is None or not words:
        said.append(safe(text))
        return
    before, _, after = text.partition(words)
    numbers = ", ".join(mark.numbers)
    said.append(safe(before))
    if screen.colour:
        said.append(safe(words), _STYLES[mark.role])
        said.append(numbers.translate(_SMALL), "brief.doubt" if "?" in numbers else "brief.soft")
    else:
        said.append(f"[{mark.role} {numbers}: {safe(words)}]")
    said.append(safe(after))
