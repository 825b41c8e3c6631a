"""Domain types to and from JSON values, keys in the order of the fields (`from_` is written `from`)."""

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from communique.domain.documents import Document
from communique.domain.record import Record, Role, Story

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


@cache
def _converter() -> "Converter":
    from cattrs import Converter  # noqa: PLC0415 - most forms of a brief need none
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override  # noqa: PLC0415

    converter = Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    overrides = {
        Document: {"claims": override(omit=True), "notes": override(omit=True)},
        Role: {"from_": override(rename="from")},
        Story: {"from_": override(rename="from")},
    }
    for cls, fields in overrides.items():
        converter.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, converter, **fields))  # type: ignore[arg-type]
        converter.register_structure_hook(cls, make_dict_structure_fn(cls, converter, **fields))  # type: ignore[arg-type]
    return converter


def to_json(item: object) -> Any:
    """A domain object as JSON values: dicts, lists, strings, numbers, booleans, None."""
    return _converter().unstructure(item)


def from_json(value: object, cls: type[T]) -> T:
    """The domain object that JSON values describe.

    Raises:
        cattrs.BaseValidationError: the values are not of the form of `cls`.
    """
    return _converter().structure(value, cls)


def dumps(item: object, *, indent: int | None = 1) -> str:
    """A domain object as JSON text; the same object gives the same text."""
    return json.dumps(to_json(item), ensure_ascii=False, indent=indent)


def dump_lines(record: Record) -> str:
    """A record as JSON lines: the format first, then one item a line under the name of its list."""
    lists = to_json(record)
    lines = [{"format": lists.pop("format")}, *({key: item} for key, items in lists.items() for item in items)]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
