"""Nesting: attributions that are reported inside the content of another (`Berg said Hansen had promised that ...`)."""

from collections.abc import Iterable
from dataclasses import replace

from communique.domain import Attribution, Reading
from communique.reading.page import Page


def read(_page: Page, reading: Reading) -> Reading:
    """Add to each attribution its parent: the shortest other one whose content holds its cue and all of its content.

    One pass over the attributions in text order; only those whose content has not ended yet are looked at.
    """
    attributions = reading.attributions
    order = sorted(range(len(attributions)), key=lambda i: (_reach(attributions[i])[0], -_reach(attributions[i])[1]))
    parents: dict[int, int | None] = {}
    open_ones: list[int] = []
    for index in order:
        start, _ = _reach(attributions[index])
        open_ones = [i for i in open_ones if _reach(attributions[i])[1] > start]
        parents[index] = _parent(attributions[index], open_ones, attributions)
        open_ones.append(index)
    nested = tuple(replace(a, parent=parents[i]) for i, a in enumerate(attributions))
    return replace(reading, attributions=nested)


def _reach(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[-1].end


def _parent(child: Attribution, candidates: Iterable[int], attributions: tuple[Attribution, ...]) -> int | None:
    if child.cue is None:
        return None
    wanted = (child.cue, *child.content)
    holding = [
        (sum(len(span.text) for span in attributions[i].content), i)
        for i in candidates
        if all(any(span.covers(part) for span in attributions[i].content) for part in wanted)
    ]
    return min(holding)[1] if holding else None
