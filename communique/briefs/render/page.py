"""How a page was cleaned, and why: every passage with its label and the reason for it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.briefs.render import phrases
from communique.briefs.render.screen import Screen, printed, safe
from communique.domain import Article, Document, Outlet, Published, Span, codec

_PLAIN = Screen()
_STYLES = {"title": "page.title", "body": "page.body"}


class Labelled(Protocol):
    """A passage of a page, what it was taken for, and why."""

    @property
    def span(self) -> Span:
        """The passage."""

    @property
    def label(self) -> str:
        """`title`, `body` or a kind of furniture."""

    @property
    def reason(self) -> str:
        """Why, in words for a reader."""


def render(
    document: Document, articles: Sequence[Article], passages: Iterable[Labelled], screen: Screen = _PLAIN
) -> str:
    """The page for the terminal: labels on the left, the text in the middle, the reasons on the right."""
    return printed(_parts(document, articles, passages), screen)


def render_json(document: Document, articles: Sequence[Article], passages: Iterable[Labelled]) -> str:
    """The page as one JSON object: the document, its articles, its passages with label and reason."""
    value: dict[str, Any] = {
        "document": {"id": document.id, "source": document.source, "notes": list(document.notes)},
        "articles": [codec.to_json(article) for article in articles],
        "passages": [
            {"label": item.label, "reason": item.reason, "span": codec.to_json(item.span)} for item in passages
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _parts(document: Document, articles: Sequence[Article], passages: Iterable[Labelled]) -> Iterator[RenderableType]:
    yield Text(safe(document.source), "brief.head")
    yield Text(f"{phrases.counted(len(document.text), 'character')}, {phrases.counted(len(articles), 'article')}")
    for note in document.notes:
        yield Text(safe(note), "brief.doubt")
    for number, article in enumerate(articles, start=1):
        yield Text()
        yield Rule(Text(f"Article {number}", "brief.head"), align="left", style="brief.soft")
        yield _facts(article)
    yield Text()
    yield Rule(Text("The page", "brief.head"), align="left", style="brief.soft")
    yield _table(passages)


def _facts(article: Article) -> Table:
    facts = Table.grid(padding=(0, 2))
    facts.add_row("title", safe(phrases.one_line(article.title.text)) if article.title else phrases.UNTITLED)
    facts.add_row("outlet", _known(article.outlet, phrases.UNKNOWN_OUTLET))
    facts.add_row("published", _known(article.published, phrases.UNKNOWN_DATE))
    if article.byline:
        facts.add_row("byline", safe(phrases.one_line(article.byline.text)))
    if article.dateline:
        facts.add_row("dateline", safe(article.dateline.place))
    facts.add_row("language", article.language)
    return facts


def _known(claim: Outlet | Published | None, unknown: str) -> Text:
    if claim is None:
        return Text(unknown, "brief.soft")
    value = claim.name if isinstance(claim, Outlet) else phrases.date(claim.date)
    return Text.assemble(safe(value), (f" ({safe(phrases.how(claim.how, claim.evidence))})", "brief.soft"))


def _table(passages: Iterable[Labelled]) -> Table:
    """A row for each passage; a reason that is the same as above is not said again."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=True)
    table.add_column(style="page.label", no_wrap=True, max_width=16)
    table.add_column(ratio=3)
    table.add_column(style="brief.soft", ratio=1)
    before = None
    for item in passages:
        text = Text(safe(item.span.text.strip()), _STYLES.get(item.label, "page.furniture"))
        why = (item.label, item.reason)
        table.add_row(item.label.replace("-", " "), text, safe(item.reason) if why != before else "")
        before = why
    return table
