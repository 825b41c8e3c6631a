"""Labels: short words for an event, made of the record's own names."""

import re
import string
from collections.abc import Mapping, Sequence

from communique.domain import Actor, Place
from communique.knowledge.encounters import label_forms

CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that)\b|,")
ONE_DOES = re.compile(r"^(\{A\} \w+)s\b")  # the verb of a form, which has one who does it
NAMES = 3  # parties that a label names
LONGEST = 45  # characters of a name that a label can bear


def label(
    kind: str,
    type_: str | None,
    parties: tuple[Sequence[str], Sequence[str]],
    place: Place | None,
    known: Mapping[str, Actor],
) -> str:
    """What an editor would call it: `Meeting of A and B in X`, `A accuses B`."""
    parts = {"K": kind[:1].upper() + kind[1:], "A": _names(parties[0], known), "B": _names(parties[1], known)}
    parts["P"] = place.name if place else ""
    form = next(form for form in label_forms(kind, type_) if all(parts[part] for part in _parts(form)))
    many = len(parties[0]) > 1 or any(known[i].type == "group" for i in parties[0] if i in known)
    text = (ONE_DOES.sub(r"\1", form) if many else form).format(**parts)
    return f"{text} in {parts['P']}" if parts["P"] and parts["P"] not in text and "B" not in _clause(form) else text


def _parts(form: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(form) if name]


def _clause(form: str) -> str:
    """The form where it is a clause (`A accuses B`), empty where it is a noun phrase."""
    return form if form.startswith("{A}") else ""


def _names(ids: Sequence[str], known: Mapping[str, Actor]) -> str:
    called = [known[i].name for i in ids if i in known]
    names = [name for name in called if len(name) <= LONGEST and not CLAUSE.search(name)]
    if len(names) > NAMES:
        names = [*names[: NAMES - 1], "others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
