"""Where results go: to stdout, or to a file that is either whole or not there."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.errors import RunStopped

if TYPE_CHECKING:
    from communique.briefs.render import Screen

PLAIN_WIDTH = 100


def write(text: str, path: str | None) -> None:
    """Write a result, with one newline at its end, to a file or, for None and `-`, to stdout.

    A file is replaced in one step, so that it never holds half a result.

    Raises:
        RunStopped: it cannot be written.
        BrokenPipeError: nobody reads stdout any more.
    """
    text = text.rstrip("\n") + "\n"
    to_stdout = path is None or path == "-"
    try:
        if to_stdout and sys.stdout is None:
            _closed()
        elif to_stdout:
            sys.stdout.buffer.write(text.encode("utf-8"))
            sys.stdout.buffer.flush()
        else:
            _replace(Path(str(path)), text)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"cannot write {'to stdout' if to_stdout else path}: {error.strerror or error}"
        raise RunStopped(message) from error


def _closed() -> None:
    raise OSError(errno.EBADF, "it is closed")


def _replace(path: Path, text: str) -> None:
    if path.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        path.write_text(text, encoding="utf-8", newline="")
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def screen(path: str | None, *, full: bool = True) -> Screen:
    """How wide, whether in colour, and whether in full length a result for the terminal is printed."""
    from communique.briefs.render import Screen  # noqa: PLC0415 - Rich is slow to import

    to_terminal = path is None and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else PLAIN_WIDTH
    return Screen(width=width, colour=to_terminal and "NO_COLOR" not in os.environ, full=full)


def warn(message: str) -> None:
    """Tell the user something on stderr."""
    click.echo(f"communique: {message}", err=True)
