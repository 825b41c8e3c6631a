"""Coreference measures over clusters of mentions, gold and predicted (Pradhan et al. 2014).

A side says of each mention which cluster it is in. Mentions that only one side has count against the other.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from figures import Figures

Clusters = Mapping[Hashable, Hashable]  # from each mention to its cluster


def conll(want: Clusters, has: Clusters) -> Figures:
    """F1 of MUC, B-cubed and CEAF-e, and their mean."""
    scores = {
        "muc f1": f1(muc(has, want), muc(want, has)),
        "b-cubed f1": f1(b_cubed(has, want), b_cubed(want, has)),
        "ceaf-e f1": ceaf_e(want, has),
    }
    return {**scores, "conll f1": sum(scores.values()) / len(scores)}


def muc(one: Clusters, other: Clusters) -> float:
    """Share of the links that the clusters of one need which those of the other keep: recall, where one is gold."""
    kept = needed = 0
    for members in _members(one).values():
        parts = {other[m] for m in members if m in other}
        alone = sum(m not in other for m in members)
        kept += len(members) - len(parts) - alone
        needed += len(members) - 1
    return ratio(kept, needed)


def b_cubed(one: Clusters, other: Clusters) -> float:
    """Mean share of a mention's cluster in one that is with it in the other: recall, where one is gold."""
    sizes = Counter(one.values())
    shared = Counter((one[m], other[m]) for m in one if m in other)
    return ratio(sum(n * n / sizes[a] for (a, _), n in shared.items()), len(one))


def ceaf_e(want: Clusters, has: Clusters) -> float:
    """F1 of the one-to-one alignment of clusters with the greatest total likeness (the entity-based phi 4)."""
    gold, given = Counter(want.values()), Counter(has.values())
    shared = Counter((want[m], has[m]) for m in want if m in has)
    likeness = {(a, b): 2 * n / (gold[a] + given[b]) for (a, b), n in shared.items()}
    total = sum(greatest(part) for part in _connected(likeness))
    return f1(ratio(total, len(given)), ratio(total, len(gold)))


def _connected(weights: Mapping[tuple[Hashable, Hashable], float]) -> Iterator[list[list[float]]]:
    """The matrices of weights of those rows and columns that hang together."""
    at: dict[Hashable, int] = {}
    parts: dict[int, set[tuple[Hashable, Hashable]]] = {}
    for number, (a, b) in enumerate(weights):
        merged = {(a, b)}
        for old in {at[side] for side in (("row", a), ("column", b)) if side in at}:
            merged |= parts.pop(old)
        parts[number] = merged
        at |= {side: number for row, column in merged for side in (("row", row), ("column", column))}
    for part in parts.values():
        rows, columns = sorted({a for a, _ in part}, key=repr), sorted({b for _, b in part}, key=repr)
        yield [[weights.get((a, b), 0.0) for b in columns] for a in rows]


def greatest(weights: Sequence[Sequence[float]]) -> float:
    """The greatest total of one-to-one pairs of rows and columns (Hungarian method with potentials, O(n^3))."""
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    n, m = len(weights), len(weights[0])
    u, v, row_of = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        row_of[0], column = row, 0
        least, before, used = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            used[column] = True
            i = row_of[column]
            free = [j for j in range(1, m + 1) if not used[j]]
            for j in free:
                cost = -weights[i - 1][j - 1] - u[i] - v[j]
                if cost < least[j]:
                    least[j], before[j] = cost, column
            following = min(free, key=lambda j: least[j])
            step = least[following]
            for j in range(m + 1):
                if used[j]:
                    u[row_of[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column], column = row_of[before[column]], before[column]
    return sum(weights[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])


def _members(of: Clusters) -> dict[Hashable, list[Hashable]]:
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, cluster in of.items():
        members[cluster].append(mention)
    return members


def ratio(part: float, whole: float) -> float:
    """A share, 0 of nothing."""
    return part / whole if whole else 0.0


def f1(p: float, r: float) -> float:
    """The harmonic mean of precision and recall."""
    return ratio(2 * p * r, p + r)
