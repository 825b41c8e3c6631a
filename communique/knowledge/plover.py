"""PLOVER's types of events with their modes, and the CAMEO codes that they came from.

Types, quad classes and modes are those of the PLOVER manual of 2021 and of `CAMEO2PLOVER-2021.txt`, which leads from
CAMEO to PLOVER (openeventdata/PLOVER). The definitions are our own words. The way back is kept to what all codes that
lead to a type or mode have in common, so that a code is never finer than the event: `phone` is 041, `meet` of REQUEST
(106, 107 and 108) is 10, and ACCUSE (09 and 11) is either. `strike`, `aerial` and `heavy-weapons` have the codes whose
own titles name them; `third-party`, a meeting abroad here and mediation in the manual, has that of its type.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from communique.knowledge.countries import SEPARATOR
from communique.knowledge.tables import KnowledgeError, build, load_tsv

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

_CAMEO = re.compile(r"(?:0[3-9]|1\d|20)\d{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of event. modes: the CAMEO codes of each mode, none where the crosswalk does not have it."""

    root: str
    quad: Quad
    definition: str
    cameo: tuple[str, ...]
    modes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    root: str
    quad: str
    definition: str
    cameo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mode:
    root: str
    mode: str
    cameo: str = ""


@cache
def event_types() -> Mapping[str, EventType]:
    """The 16 types by root, in the order of quad classes.

    Raises:
        KnowledgeError: a quad class or a CAMEO code is none, or a mode has no type or stands twice.
    """
    rows = [build(_Row, row, f"plover.tsv, {row['root']}") for row in load_tsv("plover.tsv")]
    modes: dict[str, dict[str, tuple[str, ...]]] = {row.root: {} for row in rows}
    for cells in load_tsv("plover_modes.tsv"):
        where = f"plover_modes.tsv, {cells['root']} {cells['mode']}"
        mode = build(_Mode, {name: cell for name, cell in cells.items() if cell}, where)
        if mode.root not in modes or mode.mode in modes[mode.root]:
            message = f"{where}: of no type, or there twice"
            raise KnowledgeError(message)
        modes[mode.root][mode.mode] = _codes(mode.cameo, where)
    return {row.root: _event_type(row, modes[row.root]) for row in rows}


def cameo(root: str | None, mode: str | None = None) -> tuple[str, ...]:
    """The CAMEO codes of a type, or of its mode where the crosswalk has it; several where it cannot be told which."""
    found = event_types().get(root or "")
    return (found.modes.get(mode or "") or found.cameo) if found else ()


def _event_type(row: _Row, modes: Mapping[str, tuple[str, ...]]) -> EventType:
    where = f"plover.tsv, {row.root}"
    if row.quad not in get_args(Quad):
        message = f"{where}: {row.quad!r} is no quad class"
        raise KnowledgeError(message)
    return EventType(
        root=row.root,
        quad=cast("Quad", row.quad),
        definition=row.definition,
        cameo=_codes(row.cameo, where),
        modes=modes,
    )


def _codes(cell: str, where: str) -> tuple[str, ...]:
    codes = tuple(cell.split(SEPARATOR)) if cell else ()
    for code in codes:
        if not _CAMEO.fullmatch(code):
            message = f"{where}: {code!r} is no CAMEO code"
            raise KnowledgeError(message)
    return codes
