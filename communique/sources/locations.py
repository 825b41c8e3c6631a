"""What the user's inputs name: files, folders, standard input. What cannot be located is an item that fails."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from communique.sources.decoding import encodable
from communique.sources.pages import Item, Stream, reason, refused

STDIN = "-"

_WEB = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)

FileId = tuple[int, int]


def locate(inputs: Sequence[str], stdin: BinaryIO, target: str | None = None) -> Iterator[Stream | Item]:
    """The streams that the inputs name, folders in the order of names; each real file once, however often named.

    The target is a file that earlier runs may have written and that none reads.
    """
    seen = {_file_id(Path(target).stat())} if target and Path(target).is_file() else set[FileId]()
    stdin_taken = False
    for name in inputs:
        if name != STDIN:
            yield from _named(name, seen)
        elif not stdin_taken:
            stdin_taken = True
            yield Stream(source=STDIN, open=lambda: stdin)


def _named(name: str, seen: set[FileId]) -> Iterator[Stream | Item]:
    """A file, or all that lies in a folder. Which files were given is kept in `seen`."""
    path = Path(name)
    status = _status(path, name) if name else refused(name, "no such file or folder")
    if isinstance(status, Item):
        yield status
    elif not stat.S_ISDIR(status.st_mode):
        yield from _file(name, path, status, seen)
    else:
        empty = True
        for found in _walk(path):
            empty = False
            if isinstance(found, Item):
                yield found
            else:
                yield from _file(str(found[0]), *found, seen)
        if empty:
            yield refused(encodable(name), "no pages in this folder")


def _walk(top: Path) -> Iterator[tuple[Path, os.stat_result] | Item]:
    """What lies below a folder and is no folder, hidden files and folders left out; no folder is entered twice."""
    entered: set[FileId] = set()
    pending: list[tuple[Path, frozenset[FileId]]] = [(top, frozenset())]
    while pending:
        path, above = pending.pop()
        status = _status(path, str(path))
        if isinstance(status, Item):
            yield status
        elif not stat.S_ISDIR(status.st_mode):
            yield path, status
        elif (key := _file_id(status)) in above:
            yield refused(encodable(str(path)), "a link back to a folder that it lies in; not followed")
        elif key not in entered:
            entered.add(key)
            children = _children(path)
            if isinstance(children, Item):
                yield children
            else:
                pending.extend((child, above | {key}) for child in reversed(children))


def _children(folder: Path) -> list[Path] | Item:
    try:
        return sorted((child for child in folder.iterdir() if not child.name.startswith(".")), key=lambda p: p.name)
    except OSError as error:
        return refused(encodable(str(folder)), reason(error))


def _status(path: Path, name: str) -> os.stat_result | Item:
    """What lies at a path, links followed."""
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        return refused(encodable(name), _missing(path, name, error))


def _missing(path: Path, name: str, error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "a link that leads in a circle"
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "a link to something that is not there"
        return "an address: nothing is fetched, save the page first" if _WEB.match(name) else "no such file or folder"
    return reason(error)


def _file(name: str, path: Path, status: os.stat_result, seen: set[FileId]) -> Iterator[Stream | Item]:
    """The stream of a regular file, unless it was given before."""
    if not stat.S_ISREG(status.st_mode):
        yield refused(encodable(name), "not a regular file (a pipe, a socket or a device)")
        return
    key = _file_id(status)
    if key not in seen:
        seen.add(key)
        yield Stream(source=encodable(name), open=_opener(path))


def _file_id(status: os.stat_result) -> FileId:
    """What is the same for two names of one file."""
    return status.st_dev, status.st_ino


def _opener(path: Path) -> Callable[[], BinaryIO]:
    def open_file() -> BinaryIO:
        return path.open("rb")

    return open_file
