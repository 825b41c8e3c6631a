"""The events of a brief as a table for the terminal, one row each."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique.briefs.brief import Brief, Entry
from communique.briefs.gate import gated
from communique.briefs.render import entries, phrases
from communique.briefs.render.screen import Screen, printed, safe
from communique.domain import Record

_PLAIN = Screen()


@gated
def render(brief: Brief, _record: Record, screen: Screen = _PLAIN) -> str:
    """Every event on the timeline, the minor ones too, with its date, type, status, parties, place and tellers."""
    return printed(_parts(brief), screen)


def _parts(brief: Brief) -> Iterator[RenderableType]:
    yield Text(f"{phrases.counted(len(brief.timeline), 'event')} in {phrases.headline(brief.scope)}", "brief.head")
    if not brief.timeline:
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="brief.soft")
    table.add_column("date", style="brief.where", max_width=14)
    table.add_column("event")
    table.add_column("type", no_wrap=True)
    table.add_column("status", max_width=11)
    table.add_column("told by", style="brief.soft", max_width=30)
    for entry in brief.timeline:
        table.add_row(*(cell if isinstance(cell, Text) else safe(cell) for cell in _cells(entry, brief)))
    yield table


def _cells(entry: Entry, brief: Brief) -> Iterator[str | Text]:
    yield entries.when(entry) if entry.date else ""
    about = " · ".join(entries.about(entry)[1:])
    yield Text.assemble(safe(entry.label), (f"\n{safe(about)}" if about else "", "brief.soft"))
    yield "\n".join(filter(None, (entry.type, entry.mode)))
    yield entries.STATUSES[entry.status]
    yield entries.told(entry, brief.sources)
