"""A brief as one self-contained HTML file: it loads nothing, and runs no script but its own."""

import base64
import hashlib
import sys
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from communique.briefs.brief import Brief
from communique.briefs.gate import gated
from communique.briefs.render import (
    comparison,
    entries,
    highlights,
    network,
    packing,
    passages,
    phrases,
    portraits,
    stands,
    timechart,
    topics,
)
from communique.briefs.render.quotation import quotation
from communique.briefs.render.screen import safe
from communique.domain import Article, Record, Span, soundness


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of a page as the template needs it.

    anchors: ids of what is linked to here: statements whose content begins here, and names.
    """

    text: str
    anchors: tuple[str, ...]
    content: str
    named: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    label: str
    stretches: tuple[_Marked, ...]


@gated
def render(brief: Brief, record: Record) -> str:
    """The brief with the full text of its sources; the same brief gives the same bytes."""
    text_of = soundness.texts(record.documents)
    lines = {line.statement: line for line in brief.lines}
    told, named = _told(brief), _named(brief)
    style, script = _asset("brief.css") + _asset("matrix.css"), _asset("brief.js")
    return safe(
        _environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            large=len(brief.sources) > packing.LARGE,
            voices={voice.id: voice for voice in brief.voices},
            profiles={profile.id: profile for profile in brief.actors},
            lines=lines,
            labels=stands.labels(brief.matrix),
            pieces={name: quotation(line, text_of[line.context.document]) for name, line in lines.items()},
            chart=timechart.chart(brief.timeline),
            drawing=network.network(brief.matrix),
            pages=_pages(record, text_of, passages.marks(lines.values(), named | told, told)),
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'",
            style=style,
            script=script,
        )
    )


class _Kept(FileSystemBytecodeCache):
    """Compiled templates, kept where Python keeps the compiled modules of this folder, and not where it may not."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept of a template, if that is of the template as it is."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("communique.briefs.render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        bytecode_cache=_Kept(str(Path(cache_from_source(__file__)).parent), "%s.template"),
    )
    environment.globals.update(
        phrases=phrases,
        portraits=portraits,
        stands=stands,
        comparison=comparison,
        entries=entries,
        highlights=highlights,
        topics=topics,
        timechart=timechart,
        network=network,
        packing=packing,
        place=place,
    )
    environment.filters["packed"] = packing.packed
    return environment


def _asset(name: str) -> Markup:
    """A file of the package that is put into the page as it is."""
    text = resources.files("communique.briefs.render").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - our own file, nothing of a page's text is in it


def _hash(source: str) -> str:
    """How a content security policy names the one style or script that it allows (CSP level 2, 4.2.4)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def place(source: int, span: Span) -> str:
    """The id by which words of an article are linked to."""
    return f"w-{source}-{span.start}-{span.end}"


def _told(brief: Brief) -> dict[str, Span]:
    """The words for events that the timeline links to, by id."""
    tellings = (telling for entry in brief.timeline for telling in entry.told)
    return {place(telling.source, telling.first): telling.first for telling in tellings}


def _named(brief: Brief) -> dict[str, Span]:
    """What the summary, the profiles, the comparisons and the matrix link to, by id."""
    linked = (item for profile in brief.actors for item in portraits.linked(profile, brief.sources))
    held = (*(item.support for item in brief.agreements), *(item.sides for item in brief.differences))
    compared = ((passage.source, passage.span) for passages_of in held for passage in passages_of)
    deeds = ((deed.source, deed.words) for deed in stands.deeds(brief.matrix))
    chosen = ((item.source, item.sentence) for item in brief.summary)
    return {place(source, span): span for source, span in (*linked, *compared, *deeds, *chosen)}


def _pages(
    record: Record, text_of: Mapping[str, str], marks: Mapping[str, list[passages.Mark]]
) -> dict[str, tuple[_Paragraph, ...]]:
    """The part of its page that each article takes up, by the article's id; every document's text is there once."""
    by_document: defaultdict[str, list[Article]] = defaultdict(list)
    for article in record.articles:
        if article.document in text_of:
            by_document[article.document].append(article)
    pages: dict[str, tuple[_Paragraph, ...]] = {}
    for document, articles in by_document.items():
        linked: set[str] = set()
        for article, found in passages.pages(articles, text_of[document], marks.get(document, [])):
            pages[article.id] = tuple(_paragraph(passage, linked) for passage in found)
    return pages


def _paragraph(passage: passages.Passage, linked: set[str]) -> _Paragraph:
    """The passage with an anchor where a statement's content, or a name, is first met; `linked` are those with one."""
    stretches = []
    for stretch in passage.stretches:
        ids = (*(f"e-{statement}" for statement in stretch.content), *stretch.places)
        anchors = tuple(item for item in ids if item not in linked)
        linked.update(anchors)
        stretches.append(_Marked(stretch.text, anchors, " ".join(stretch.content), " ".join(stretch.named)))
    return _Paragraph(passage.label, tuple(stretches))
