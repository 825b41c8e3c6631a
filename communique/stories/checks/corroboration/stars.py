"""Claims as stars: a passage, and of every other page what is closest to it, so that each tells what it tells."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from communique.domain import Span
from communique.stories.checks.corroboration.claims import much_of_both
from communique.stories.checks.corroboration.facts import longest
from communique.stories.passages import Pile, Spots, roots

CORE = 0.5  # part of what the closest two passages share that every other one has


class Link(NamedTuple):
    """How close two passages of different pages are."""

    close: float
    one: Span
    other: Span


class Bounds(NamedTuple):
    """How close a passage is to another to make a claim with it, and to join one that is made."""

    makes: float
    joins: float


def stars(
    links: Iterable[Link], bounds: Bounds, pile: Pile, apart: Callable[[Span, Span], bool] | None = None
) -> Iterator[list[Span]]:
    """The passages of each claim, its middle first. apart: whether two passages cannot be of one claim.

    That which most is close to comes first; what two passages have been put together for, they are not again.
    """
    around: dict[Span, list[tuple[float, Span]]] = defaultdict(list)
    for close, one, other in links:
        if close >= bounds.joins:
            around[one].append((close, other))
            around[other].append((close, one))
    used: Spots[int] = Spots(())
    weight = {span: sum(close - bounds.joins for close in _nearest(around[span]).values()) for span in around}
    for number, centre in enumerate(sorted(around, key=lambda span: (-weight[span], span))):
        known = {star for place, star in used.overlapping(centre) if much_of_both(place, centre)}
        free = [
            close
            for close, span in around[centre]
            if not any(star in known and much_of_both(place, span) for place, star in used.overlapping(span))
        ]
        if free and max(free) >= bounds.makes:
            members = list(_members(centre, around[centre], pile))
            kept = [m for at, m in enumerate(members) if not (apart and any(apart(m, known) for known in members[:at]))]
            spans = [centre, *longest(kept)]
            for span in spans:
                used.add(span, number)
            yield spans


def _members(centre: Span, around: Sequence[tuple[float, Span]], pile: Pile) -> Iterator[Span]:
    """The closest passage of every other page, where it tells much of what the closest of all does."""
    nearest = _nearest(around)
    words = roots(pile.words([centre]))
    core: list[str] = []
    for close, span in sorted(around, key=lambda item: (-item[0], len(item[1].text), item[1])):
        if nearest.get(span.document) == close:
            told = set(roots(pile.words([span])))
            common = [root for root in words if root in told]
            core = core or common
            weight = pile.weights.total(root for root in common if root in core)
            if weight >= CORE * pile.weights.total(core):
                yield span
                del nearest[span.document]


def _nearest(around: Iterable[tuple[float, Span]]) -> dict[str, float]:
    """How close the closest passage of each page is."""
    found: dict[str, float] = {}
    for close, span in around:
        found[span.document] = max(close, found.get(span.document, close))
    return found
