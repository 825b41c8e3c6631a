"""The last check before a view is written: every passage of a brief stands in its source, byte for byte.

What a brief is composed from has been checked (`domain/soundness.py`); this holds its composers to it, whichever
sections there are.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, get_args, get_type_hints

from communique.briefs.brief import Brief, Gap, Passage, Source
from communique.briefs.matrix import Matrix
from communique.domain import Record, Span, soundness
from communique.domain.soundness import Texts

P = ParamSpec("P")
View = Callable[Concatenate[Brief, Record, P], str]

PARTS: tuple[type, ...] = (Span, Passage)
"""Of these a list is one piece of evidence: it goes as a whole."""
LISTS: tuple[type, ...] = (Brief, Matrix, Source)
"""These stay when something in them goes; all else goes with what it rests on."""


def verify(brief: Brief, text_of: Texts) -> Brief:
    """The brief without the items that hold a passage which does not stand, and with a gap that says how many."""
    fallen: list[Span] = []
    kept = _kept(brief, text_of, fallen)
    if not fallen:
        return brief
    counted = "1 passage" if len(fallen) == 1 else f"{len(fallen):,} passages"
    gap = Gap(kind="dropped", what=f"what rests on {counted} found only in composing this brief")
    shown = {line.statement for line in kept.lines}
    relinked: Brief = _relinked(kept, shown)
    return replace(relinked, gaps=(*kept.gaps, gap))


def gated(render: View[P]) -> View[P]:
    """A renderer that is given nothing but what stands in the record's documents."""

    @wraps(render)
    def checked(brief: Brief, record: Record, /, *args: P.args, **kwargs: P.kwargs) -> str:
        sound, _ = soundness.check(record)
        return render(verify(brief, soundness.texts(sound.documents)), sound, *args, **kwargs)

    return checked


def _relinked(value: Any, shown: set[str]) -> Any:
    """The value without the ids of statements that are not shown."""
    if isinstance(value, tuple):
        return tuple(_relinked(item, shown) for item in value)
    if not is_dataclass(value) or isinstance(value, (type, Span)):
        return value
    changed = {field.name: _relinked(getattr(value, field.name), shown) for field in fields(value)}
    if isinstance(changed.get("statements"), tuple):
        changed["statements"] = tuple(name for name in changed["statements"] if name in shown)
    return replace(value, **changed)


def _kept(value: Any, text_of: Texts, fallen: list[Span]) -> Any:
    """The value without what falls; None where it falls itself."""
    if isinstance(value, Span):
        if soundness.stands(value, text_of):
            return value
        fallen.append(value)
        return None
    if isinstance(value, tuple):
        return _listed(value, text_of, fallen)
    return _item(value, text_of, fallen) if is_dataclass(value) else value


def _listed(values: tuple[Any, ...], text_of: Texts, fallen: list[Span]) -> tuple[Any, ...] | None:
    kept = tuple(item for item in (_kept(value, text_of, fallen) for value in values) if item is not None)
    if len(kept) == len(values):
        return values if all(a is b for a, b in zip(kept, values, strict=True)) else kept
    return None if not kept or isinstance(values[0], PARTS) else kept


def _item(item: Any, text_of: Texts, fallen: list[Span]) -> Any:
    changed: dict[str, Any] = {}
    kind: Any = type(item)
    for name, empty in _spanning(kind):
        before = getattr(item, name)
        after = None if before is None else _kept(before, text_of, fallen)
        if after is before:
            continue
        if after is None and not isinstance(item, LISTS):
            return None
        changed[name] = empty if after is None else after
    return replace(item, **changed) if changed else item


@cache
def _spanning(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a class in which a passage may stand, with what each is where it has none."""
    hints = get_type_hints(cls)
    return tuple((field.name, _empty(hints[field.name])) for field in fields(cls) if _holds_span(hints[field.name]))


def _holds_span(hint: Any) -> bool:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint is Span or bool(_spanning(hint))
    return any(_holds_span(part) for part in get_args(hint))


def _empty(hint: Any) -> Any:
    if hint is Matrix:
        return Matrix()
    return () if getattr(hint, "__origin__", None) is tuple else None
