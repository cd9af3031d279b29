"""Maps of any shape, for properties that must hold on all of them."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from game.benefit_map import closes_cycle, is_legal
from game.model import PERSPECTIVES, BenefitMap, Edge, Node

KINDS = ("enabler", "change", "benefit", "benefit", "disbenefit", "goal")
STATES = ("accepted", "accepted", "contested", "supported", "parked", "rejected")


def random_map(size: int, seed: int, *, is_plain: bool = False) -> BenefitMap:
    """So many nodes with about one and a half legal arrows each, without circles."""
    chance = Random(seed)
    nodes = {}
    for number in range(1, size + 1):
        kind = KINDS[number % len(KINDS)] if is_plain else chance.choice(KINDS)
        nodes[f"n{number}"] = Node(
            id=f"n{number}",
            label=f"L{number}",
            type=kind,
            title=f"Title {number}",
            perspective=chance.choice(PERSPECTIVES) if "benefit" in kind else None,
            state="accepted" if is_plain else chance.choice(STATES),
        )
    edges: dict[str, Edge] = {}
    for _ in range(size * 3):
        one, other = chance.choice(list(nodes)), chance.choice(list(nodes))
        mitigates = chance.random() < 0.1
        kind = "mitigates" if mitigates else "leads_to"
        legal = is_legal(nodes[one].type, nodes[other].type, kind)
        if legal and not closes_cycle(edges.values(), one, other):
            edges[f"{one}>{other}"] = Edge(id=f"{one}>{other}", source=one, target=other, kind=kind)
    return BenefitMap(nodes=nodes, edges=edges)


maps = st.builds(random_map, st.integers(0, 45), st.integers(0, 10**6))
