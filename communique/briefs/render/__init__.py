"""The forms of a brief, one a module: each turns a brief, and the record it was composed from, into text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from communique.briefs.brief import Brief
from communique.briefs.render import comparison, html, json, markdown, page, terminal
from communique.briefs.render.screen import Screen
from communique.domain import Record

Renderer = Callable[[Brief, Record], str]

RENDERERS: Mapping[str, Renderer] = MappingProxyType({
    "terminal": terminal.render,
    "markdown": markdown.render,
    "html": html.render,
    "json": json.render,
})  # fmt: skip

COMPARISONS: Mapping[str, Renderer] = MappingProxyType({
    "terminal": comparison.render,
    "markdown": markdown.render_comparison,
    "json": json.render_comparison,
})  # fmt: skip
"""The forms of what comparing the articles shows, alone."""

__all__ = ["COMPARISONS", "RENDERERS", "Renderer", "Screen", "html", "json", "markdown", "page", "terminal"]
