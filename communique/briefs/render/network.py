"""Who agrees with whom as a picture: actors on a circle, a line for each two. What it looks like is the template's."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from string import ascii_letters

from communique.briefs.matrix import Bond, Matrix, RelationKind
from communique.briefs.render import phrases, stands

WIDTH, HEIGHT = 360.0, 272.0
RADIUS = 92.0
GAP, LETTER, LINE = 9.0, 6.1, 12.0  # between a mark and its name; how wide a letter and how high a line of it is
LINES = 2  # of a name
MARK, ROOM = 7.0, 16.0  # how wide a letter on a line is, and how high with the space around it
MOST = 12  # actors that are drawn
LETTERS = 6  # issues that are named on one line
BENDS: Mapping[RelationKind, float] = {"disagree": 0.7, "partly": 1.0, "agree": 0.35, "unclear": 1.0}
"""How near to the straight line of its two actors, and not to the middle of the picture, a line runs."""
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)  # along a line, at which its letters may stand


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its mark, and its name in lines, of which the first begins at label_y."""

    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """What two actors agree on, or do not: a curve with the letters of the issues on it. spoken: the same in words."""

    relation: RelationKind
    path: str
    letters: str
    x: float
    y: float
    width: float
    spoken: str


@dataclass(frozen=True, slots=True)
class Network:
    """The picture. key: what each letter stands for. drawn: of how many pairs."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    key: tuple[tuple[str, str], ...]
    drawn: int
    pairs: int


def network(matrix: Matrix) -> Network | None:
    """The picture of the first actors between whom something is told; None where a table of one pair says as much."""
    pairs = stands.pairs(matrix)
    actors: list[str] = []
    drawn: list[list[Bond]] = []
    for _, bonds in pairs:
        new = [actor for actor in bonds[0].pair if actor not in actors]
        if len(actors) + len(new) <= MOST:
            actors += new
            drawn.append(bonds)
    if len(drawn) < 2:
        return None
    names = {actor: name for bonds in drawn for actor, name in zip(bonds[0].pair, bonds[0].names, strict=True)}
    nodes = dict(_nodes(_ordered(actors, drawn), names))
    labels = dict.fromkeys(bond.label for bonds in drawn for bond in bonds)
    letters = dict(zip(labels, ascii_letters[26:] + ascii_letters[:26], strict=False))
    return Network(
        nodes=tuple(nodes.values()),
        links=tuple(_links(drawn, nodes, letters)),
        key=tuple((letter, label) for label, letter in letters.items()),
        drawn=len(drawn),
        pairs=len(pairs),
    )


def spoken(held: Network) -> str:
    """The picture in words."""
    return "; ".join(link.spoken for link in held.links)


def _ordered(actors: Sequence[str], drawn: Sequence[Sequence[Bond]]) -> list[str]:
    """An order around the circle in which few lines cross and those of one mind stand side by side."""
    edges = [(bonds[0].pair, any(bond.relation == "agree" for bond in bonds)) for bonds in drawn]
    order = list(actors)
    cost = _cost(order, edges)
    better = True
    while better:
        better = False
        for one, other in combinations(range(len(order)), 2):
            order[one], order[other] = order[other], order[one]
            if (new := _cost(order, edges)) < cost:
                cost, better = new, True
            else:
                order[one], order[other] = order[other], order[one]
    return order


def _cost(order: Sequence[str], edges: Sequence[tuple[tuple[str, str], bool]]) -> int:
    at = {actor: place for place, actor in enumerate(order)}
    spans = [sorted((at[one], at[other])) for (one, other), _ in edges]
    crossings = sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in combinations(spans, 2))
    lengths = [min(b - a, len(order) - b + a) for a, b in spans]
    apart = sum(length for length, (_, alike) in zip(lengths, edges, strict=True) if alike)
    return len(order) * crossings + apart


def _nodes(order: Sequence[str], names: Mapping[str, str]) -> Iterator[tuple[str, Node]]:
    for place, actor in enumerate(order):
        angle = 2 * math.pi * place / len(order) - math.pi / 2
        across, down = math.cos(angle), math.sin(angle)
        x, y = WIDTH / 2 + RADIUS * across, HEIGHT / 2 + RADIUS * down
        beside = abs(across) > math.sin(math.pi / len(order)) / 2
        room = (WIDTH / 2 - abs(x - WIDTH / 2) - GAP) * (1 if beside else 2)
        lines = tuple(_wrapped(names[actor], int(room / LETTER)))
        high = LINE * (len(lines) - 1)
        label_y = y + LINE / 3 - high / 2 if beside else y - GAP - high if down < 0 else y + GAP + LINE * 0.7
        anchor = ("start" if across > 0 else "end") if beside else "middle"
        label_x = x + math.copysign(GAP, across) if beside else x
        yield actor, Node(names[actor], lines, x, y, label_x, label_y, anchor)


def _wrapped(name: str, width: int) -> Iterator[str]:
    """A name in lines of at most so many letters; what has no room is cut."""
    words = name.split()
    for line in range(1, LINES + 1):
        taken = 1
        while taken < len(words) and len(" ".join(words[: taken + 1])) <= width:
            taken += 1
        last = line == LINES and taken < len(words)
        text = " ".join(words[:taken])
        yield text if len(text) <= width and not last else f"{text[: width - 1].rstrip()}…"
        words = words[taken:]
        if not words:
            return


def _links(drawn: Iterable[Sequence[Bond]], nodes: Mapping[str, Node], letters: Mapping[str, str]) -> Iterator[Link]:
    taken: list[tuple[float, float, float]] = []
    for bonds in drawn:
        for relation in stands.RELATIONS:
            held = [bond for bond in bonds if bond.relation == relation]
            if held:
                named = sorted(letters[bond.label] for bond in held if bond.label in letters)
                more = "…" if len(named) > LETTERS else ""
                yield _link(held, " ".join(named[:LETTERS]) + more, nodes, taken)


def _link(
    held: Sequence[Bond], letters: str, nodes: Mapping[str, Node], taken: list[tuple[float, float, float]]
) -> Link:
    relation = held[0].relation
    one, other = (nodes[actor] for actor in held[0].pair)
    near = BENDS[relation]
    middle = (one.x + other.x) / 2, (one.y + other.y) / 2
    bent = near * middle[0] + (1 - near) * WIDTH / 2, near * middle[1] + (1 - near) * HEIGHT / 2
    points = [_along(at, (one.x, one.y), bent, (other.x, other.y)) for at in PLACES]
    width = MARK * (len(letters) + 1)
    free = (point for point in points if not any(_touch((*point, width), placed) for placed in taken))
    x, y = next(free, points[0])
    taken.append((x, y, width))
    labels = phrases.joined([bond.label for bond in held])
    return Link(
        relation=relation,
        path=f"M{one.x:.1f} {one.y:.1f}Q{bent[0]:.1f} {bent[1]:.1f} {other.x:.1f} {other.y:.1f}",
        letters=letters,
        x=x,
        y=y,
        width=width,
        spoken=f"{one.name} and {other.name} {stands.RELATIONS[relation]} {labels}",
    )


def _touch(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Whether two rows of letters (their middle and width) would cover each other."""
    beside = abs(one[0] - other[0]) >= (one[2] + other[2]) / 2 + 2
    return not beside and abs(one[1] - other[1]) < ROOM


def _along(
    at: float, start: tuple[float, float], bent: tuple[float, float], end: tuple[float, float]
) -> tuple[float, float]:
    """A point of a quadratic Bézier curve."""
    weights = (1 - at) ** 2, 2 * at * (1 - at), at**2
    x, y = (sum(w * p for w, p in zip(weights, axis, strict=True)) for axis in zip(start, bent, end, strict=True))
    return x, y
