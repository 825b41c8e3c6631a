"""The options that say in which form a result is written, and where to."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound="Callable[..., Any]")

SHORT: Mapping[str, str] = {"md": "markdown", "htm": "html", "text": "terminal", "txt": "terminal"}
"""What else a form may be called, which is also how a file's name tells it."""


class Form(click.Choice[str]):
    """One of some forms, by its name or a short one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The form's name."""
        name = SHORT.get(value, value)
        return super().convert(name if name in self.choices else value, param, ctx)


def form(*names: str) -> Callable[[Command], Command]:
    """The option that chooses the form of the result: without it the name of the file tells, else it is the first."""

    def chosen(ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
        suffix = Path(ctx.params.get("target") or "").suffix.lower().removeprefix(".")
        told = SHORT.get(suffix, suffix)
        return value or (told if told in names else names[0])

    return click.option(
        "--format", "form", type=Form(names), callback=chosen, help=f"[default: as FILE is named, else {names[0]}]"
    )


def target(*flags: str, text: str = "Write to FILE, all or nothing.") -> Callable[[Command], Command]:
    """An option for a file to write to, which is known to be possible before anything is read."""
    return click.option(*flags, metavar="FILE", is_eager=True, callback=_writable, help=text)


def _writable(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    path = Path(value or "-")
    if path.is_dir():
        message = f"{value} is a folder"
        raise click.BadParameter(message)
    if not path.parent.is_dir():
        message = f"there is no folder {path.parent}"
        raise click.BadParameter(message)
    return value


def spare(sources: Sequence[str], *targets: str | None) -> None:
    """Refuse to write over what is to be read.

    Raises:
        click.UsageError: a target is one of the sources.
    """
    for target in filter(None, targets):
        for source in map(Path, sources):
            if source.is_file() and Path(target).exists() and source.samefile(target):
                message = f"{target} is one of the sources: the result would replace it"
                raise click.UsageError(message)
