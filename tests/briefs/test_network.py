"""The picture of relations: who is in it, that it stays inside its frame, and that it says in words what it shows."""

import re

from hypothesis import given
from hypothesis import strategies as st

from communique.briefs.matrix import Bond, Matrix, RelationKind
from communique.briefs.render import network
from communique.briefs.render.network import HEIGHT, LETTER, MOST, WIDTH

KINDS: tuple[RelationKind, ...] = ("disagree", "partly", "agree")


def bond(one: str, other: str, relation: RelationKind = "disagree", label: str = "The reef") -> Bond:
    return Bond(pair=(one, other), names=(one, other), issue=label, label=label, relation=relation, statements=("s",))


def of(*bonds: Bond) -> network.Network:
    drawn = network.network(Matrix(bonds=bonds))
    assert drawn is not None
    return drawn


def test_one_pair_needs_no_picture() -> None:
    assert network.network(Matrix()) is None
    assert network.network(Matrix(bonds=(bond("Peru", "Chad"), bond("Peru", "Chad", "agree")))) is None


def test_two_who_agree_on_one_thing_and_not_on_another_have_two_lines() -> None:
    drawn = of(bond("Peru", "Chad"), bond("Peru", "Chad", "agree", "Herring"), bond("Peru", "Mali"))
    assert [(link.relation, link.letters) for link in drawn.links] == [
        ("disagree", "A"),
        ("agree", "B"),
        ("disagree", "A"),
    ]
    assert drawn.key == (("A", "The reef"), ("B", "Herring"))
    assert len({link.path for link in drawn.links}) == 3
    assert network.spoken(drawn).startswith("Peru and Chad disagree on The reef; Peru and Chad agree on Herring")


def test_those_of_one_mind_stand_side_by_side() -> None:
    drawn = of(bond("a", "b"), bond("c", "d"), bond("a", "c", "agree"), bond("b", "d", "agree"))
    order = "".join(node.name for node in drawn.nodes) * 2
    assert "ac" in order or "ca" in order
    assert "bd" in order or "db" in order


def test_a_large_pile_is_capped_and_says_so() -> None:
    drawn = of(*(bond(f"Actor {number}", f"Actor {number + 1}") for number in range(300)))
    assert len(drawn.nodes) == MOST
    assert (drawn.drawn, drawn.pairs) == (MOST - 1, 300)


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60), st.sampled_from(KINDS)), min_size=2, max_size=14))
def test_every_mark_and_name_stands_in_the_frame(rows: list[tuple[str, str, RelationKind]]) -> None:
    drawn = network.network(Matrix(bonds=tuple(bond(f"x{one}", f"y{other}", kind) for one, other, kind in rows)))
    for node in drawn.nodes if drawn else ():
        widest = max(len(line) for line in node.lines) * LETTER
        left = node.label_x - {"start": 0, "middle": widest / 2, "end": widest}[node.anchor]
        assert left >= 0
        assert left + widest <= WIDTH
        assert 0 <= node.label_y <= HEIGHT - 5
    for link in drawn.links if drawn else ():
        assert all(0 <= float(number) <= WIDTH for number in re.findall(r"-?[\d.]+", link.path))
        assert 0 <= link.y <= HEIGHT
