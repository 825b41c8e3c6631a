"""The commands: read, brief, check, explain, quotes, events, positions.

What takes time to import is imported when a command runs, so that help and shell completion answer at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from communique import __version__
from communique.cli import forms, output
from communique.errors import RunStopped
from communique.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from communique.domain import Failure, Record
    from communique.sources import Item

SOME_FAILED, STOPPED, FOUND, INTERRUPTED = 1, 2, 3, 130  # the last as shells count it
NOTHING = "nothing could be read"
MEGABYTE = 1_000_000
COMPLETION = """\b
Shell completion:
  bash  eval "$(_COMMUNIQUE_COMPLETE=bash_source communique)"
  zsh   eval "$(_COMMUNIQUE_COMPLETE=zsh_source communique)"
  fish  _COMMUNIQUE_COMPLETE=fish_source communique | source
"""
GARBAGE = 200_000  # new objects before a look for cycles: most of what a command makes, it keeps to its end

Command = TypeVar("Command", bound="Callable[..., Any]")


def _common(command: Command) -> Command:
    """The options that every command takes."""
    size = click.option(
        "--max-size",
        type=click.FloatRange(min=0, min_open=True),
        default=Settings().max_bytes / MEGABYTE,
        show_default=True,
        metavar="MB",
        help="The largest file, or line of a JSON lines file, that is read.",
    )
    issues = click.option("--issues", metavar="FILE", help="A YAML file with issues of your own, beside those known.")
    target = forms.target("--output", "-o", "target")
    quiet = click.option("--quiet", "-q", is_flag=True, help="No progress and no notes; failures are still named.")

    @wraps(command)
    def with_settings(*, max_size: float, issues: str | None, **arguments: Any) -> Any:
        forms.spare(arguments.get("sources") or (arguments["source"],), arguments["target"], arguments.get("mentions"))
        return command(settings=Settings(max_bytes=int(max_size * MEGABYTE), issues=issues), **arguments)

    return cast("Command", size(issues(target(quiet(with_settings)))))


_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=COMPLETION)
@click.version_option(__version__, prog_name="communique")
def main() -> None:
    """Read a pile of news pages and show who said what, every line with the words it rests on.

    SOURCES are files, folders (with all that they hold) and - for stdin: saved text, Markdown, HTML, JSON lines.

    Exit status: 0 all was read; 1 some items failed, each named on stderr and in the JSON; 2 wrong usage, or nothing
    could be read; 3 check found what --fail-on names; 130 interrupted.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a tenth of a second to start each, and none would be woken
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # nothing is searched for garbage at the end, which takes half a second of a large brief


@main.command(short_help="Write the record: all that was found, as JSON.")
@_sources
@forms.form("json", "jsonl")
@_common
def read(sources: tuple[str, ...], form: str, target: str | None, settings: Settings, *, quiet: bool) -> None:
    """Read SOURCES and write the record: one JSON document, or one item a line."""
    from communique.domain import codec  # noqa: PLC0415

    with _stopping():
        record = _record(sources, settings, target, quiet=quiet)
        output.write(codec.dumps(record) if form == "json" else codec.dump_lines(record), target)
    _finish(failed=bool(record.failures))


@main.command(short_help="Write a brief: what happened, who said what.")
@_sources
@forms.form("terminal", "markdown", "html", "json")
@click.option("--full", is_flag=True, help="On a terminal, every list whole; the other forms always have all.")
@_common
def brief(
    sources: tuple[str, ...], form: str, target: str | None, settings: Settings, *, full: bool, quiet: bool
) -> None:
    """Read SOURCES and write a brief: what happened, where the parties stand, who said what, with its evidence."""
    from communique.briefs import compose  # noqa: PLC0415
    from communique.briefs.render import RENDERERS, terminal  # noqa: PLC0415

    with _stopping():
        record = _record(sources, settings, target, quiet=quiet)
        composed = compose(record)
        if form == "terminal":
            text = terminal.render(composed, record, output.screen(target, full=full))
        else:
            text = RENDERERS[form](composed, record)
        output.write(text, target)
    _finish(failed=bool(record.failures))


@main.command(short_help="Show where the reports agree and differ.")
@_sources
@forms.form("terminal", "markdown", "json")
@click.option(
    "--fail-on",
    "verdicts",
    multiple=True,
    type=click.Choice(["contradiction", "update", "cannot-tell", "difference-in-precision", "wording"]),
    help="Exit with 3 where the reports differ so; may be given several times.",
)
@_common
def check(
    sources: tuple[str, ...],
    form: str,
    verdicts: tuple[str, ...],
    target: str | None,
    settings: Settings,
    *,
    quiet: bool,
) -> None:
    """Read SOURCES and show where the reports agree, where they differ, and what one of them leaves out."""
    from communique.briefs import compose  # noqa: PLC0415
    from communique.briefs.render import COMPARISONS, comparison  # noqa: PLC0415

    with _stopping():
        record = _record(sources, settings, target, quiet=quiet)
        composed = compose(record)
        on_screen = partial(comparison.render, screen=output.screen(target))
        output.write((on_screen if form == "terminal" else COMPARISONS[form])(composed, record), target)
    if any(difference.verdict in verdicts for difference in composed.differences):
        sys.exit(FOUND)
    _finish(failed=bool(record.failures))


@main.command(short_help="Show how a page was cleaned, and why.")
@click.argument("source", metavar="FILE")
@forms.form("terminal", "json")
@_common
def explain(source: str, form: str, target: str | None, settings: Settings, *, quiet: bool) -> None:
    """Show how the page in FILE was cleaned: every passage with what it was taken for, and why."""
    from communique import pipeline  # noqa: PLC0415
    from communique.briefs.render import page  # noqa: PLC0415
    from communique.sources import items  # noqa: PLC0415

    with _stopping():
        cleaned, failures = pipeline.explain(_watched(items([source], settings, sys.stdin.buffer), quiet=quiet))
        _name(failures)
        if not cleaned:
            raise RunStopped(NOTHING)
        render = page.render_json if form == "json" else partial(page.render, screen=output.screen(target))
        output.write("\n".join(render(*parts) for parts in cleaned), target)
    _finish(failed=bool(failures))


@main.command(short_help="Show who is quoted on a page, in its text.")
@click.argument("source", metavar="FILE")
@forms.form("terminal", "json", "brat")
@click.option("--nested", is_flag=True, help="Add the attributions that are reported inside others.")
@_common
def quotes(source: str, form: str, target: str | None, settings: Settings, *, nested: bool, quiet: bool) -> None:
    """Show the attributions of the page in FILE: source, cue and content, told apart in its text.

    json: one object a page, in the source-cue-content form of PolNeAR and Citron. brat: standoff for one page, to be
    corrected in brat. Offsets of both count in the text that the record has of the page.
    """
    from communique.briefs.render.quotes import render as marked  # noqa: PLC0415
    from communique.exports import attributions  # noqa: PLC0415

    with _stopping():
        record = attributions.arranged(_record((source,), settings, target, quiet=quiet), nested=nested)
        render = attributions.FORMS.get(form) or partial(marked, screen=output.screen(target))
        output.write(render(record), target)
    _finish(failed=bool(record.failures))


@main.command(short_help="Write what happened, one row an event.")
@_sources
@forms.form("table", "csv", "jsonl")
@forms.target("--mentions", text="Write the mentions of the events to FILE, as JSON lines or CSV.")
@_common
def events(
    sources: tuple[str, ...], form: str, mentions: str | None, target: str | None, settings: Settings, *, quiet: bool
) -> None:
    """Read SOURCES and write what happened: one row an event, however many articles tell it.

    csv, jsonl: the columns of POLECAT and some of our own (docs/event-data.md). The table of mentions, which says where
    in which article each event is told, is JSON lines where the events are, and CSV otherwise.
    """
    from communique.briefs import compose  # noqa: PLC0415
    from communique.briefs.render.events import render  # noqa: PLC0415
    from communique.exports import events as tables  # noqa: PLC0415

    if mentions is not None and (mentions == target or {mentions, target or "-"} == {"-"}):
        message = "events and mentions are two tables: they cannot go to the same place"
        raise click.UsageError(message)
    with _stopping():
        record = _record(sources, settings, target, quiet=quiet)
        if mentions is not None:
            output.write(tables.mentions(record, "jsonl" if form == "jsonl" else "csv"), mentions)
        table = (
            render(compose(record), record, output.screen(target)) if form == "table" else tables.events(record, form)
        )
        output.write(table, target)
    _finish(failed=bool(record.failures))


@main.command(short_help="Write who stands where, and who agrees.")
@_sources
@forms.form("table", "csv", "graphml", "jsonl")
@_common
def positions(sources: tuple[str, ...], form: str, target: str | None, settings: Settings, *, quiet: bool) -> None:
    """Read SOURCES and write where each actor stands on each issue, and who agrees with whom.

    csv: a row for each statement with person, organization, concept and agreement, as Discourse Network Analyzer has
    them. graphml: the network of actors. jsonl: one position or relation a line, with its words.
    """
    from communique.briefs import compose  # noqa: PLC0415
    from communique.briefs.render import stands  # noqa: PLC0415
    from communique.exports.positions import FORMS  # noqa: PLC0415

    with _stopping():
        record = _record(sources, settings, target, quiet=quiet)
        shown = (
            stands.render(compose(record), record, output.screen(target)) if form == "table" else FORMS[form](record)
        )
        output.write(shown, target)
    _finish(failed=bool(record.failures))


def _record(sources: tuple[str, ...], settings: Settings, target: str | None, *, quiet: bool) -> Record:
    """The record of all sources; what could not be read, and what was noticed, is told on stderr.

    Raises:
        RunStopped: nothing could be read.
    """
    from communique import pipeline  # noqa: PLC0415
    from communique.sources import items  # noqa: PLC0415

    record = pipeline.read(_watched(items(sources, settings, sys.stdin.buffer, target), quiet=quiet), settings)
    _name(record.failures)
    for document in record.documents if not quiet else ():
        for note in document.notes:
            output.warn(f"{document.source}: note: {note}")
    if not record.articles:
        raise RunStopped(NOTHING)
    return record


def _name(failures: Iterable[Failure]) -> None:
    """Tell on stderr what could not be read, and why."""
    for failure in failures:
        output.warn(f"{failure.source}: {failure.reason}")


def _watched(items: Iterator[Item], *, quiet: bool) -> Iterator[Item]:
    """The items, with a line of progress on stderr where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415

    console = Console(stderr=True)
    with console.status("Reading") as status:
        for number, item in enumerate(items, 1):
            status.update(f"Reading {number:,}: {escape(item.source)}")
            yield item


@contextmanager
def _stopping() -> Iterator[None]:
    """Turn a stopped run into a message and its exit status."""
    try:
        yield
    except RunStopped as stop:
        output.warn(str(stop))
        sys.exit(STOPPED)
    except KeyboardInterrupt:
        output.warn("interrupted, nothing was written")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has had enough
        sys.stderr.close()
        sys.exit(0)


def _finish(*, failed: bool) -> None:
    sys.exit(SOME_FAILED if failed else 0)
