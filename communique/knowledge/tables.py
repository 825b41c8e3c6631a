"""The one strict reader of knowledge files."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import yaml

from communique.errors import RunStopped

T = TypeVar("T")


class KnowledgeError(RunStopped):
    """A knowledge file breaks its own form; names the file and the entry."""


@cache
def load_yaml(name: str) -> Any:
    """The values of a YAML file of this folder, read once: they are shared, and not to be changed."""
    return yaml.load(_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def load_tsv(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file of this folder; its first line names the columns.

    Raises:
        KnowledgeError: a row has more or fewer cells than there are columns.
    """
    header, *_ = _text(name).split("\n", 1)
    return [dict(zip(header.split("\t"), cells, strict=True)) for cells in load_rows(name)]


def load_rows(name: str) -> list[list[str]]:
    """The same rows as bare lists of cells, which are faster to make.

    Raises:
        KnowledgeError: a row has more or fewer cells than there are columns.
    """
    header, *lines = [line.split("\t") for line in _text(name).splitlines() if line]
    for number, cells in enumerate(lines, 2):
        if len(cells) != len(header):
            message = f"{name}, line {number}: {len(cells)} cells, {len(header)} columns"
            raise KnowledgeError(message)
    return lines


def load_lines(name: str) -> list[str]:
    """The lines of a tab-separated file of this folder below its header, as they are: for one too long to be cut up."""
    return _text(name).splitlines()[1:]


def build(kind: type[T], row: Mapping[str, Any], where: str) -> T:
    """One entry as a frozen dataclass whose fields are strings or tuples of strings.

    Raises:
        KnowledgeError: a key is unknown, a value is missing or not of the field's kind.
    """
    many, required = _form(kind)  # type: ignore[arg-type]
    if (unknown := row.keys() - many) or (missing := required - row.keys()):
        message = f"{where}: unknown keys {sorted(unknown)}" if unknown else f"{where}: missing {sorted(missing)}"
        raise KnowledgeError(message)
    return kind(**{name: _value(value, many=many[name], where=where) for name, value in row.items()})


@cache
def _form(kind: type[Any]) -> tuple[Mapping[str, bool], frozenset[str]]:
    """Of a dataclass: whether each field has several strings, and which fields an entry must have."""
    many = {field.name: field.type not in {"str", str} for field in fields(kind)}
    return many, frozenset(field.name for field in fields(kind) if field.default is MISSING)


def by_name(items: Iterable[T], names: Any, where: str) -> dict[str, T]:
    """Items by each of their names, letter case apart.

    Raises:
        KnowledgeError: two items claim the same name.
    """
    index: dict[str, T] = {}
    for item in items:
        for name in names(item):
            if index.setdefault(name.casefold(), item) is not item:
                message = f"{where}: {name!r} names two entries"
                raise KnowledgeError(message)
    return index


def _text(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _value(value: Any, *, many: bool, where: str) -> Any:
    if many and isinstance(value, list) and all(isinstance(v, str) and v for v in value):
        return tuple(value)
    if not many and isinstance(value, str) and value:
        return value
    message = f"{where}: {value!r} is not {'a list of strings' if many else 'a string'}"
    raise KnowledgeError(message)
