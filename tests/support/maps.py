"""Small maps for the tests of the map rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.model import Assignment, BenefitMap, Challenge, Edge, Estimate, Measure, Node

TYPES = {"g": "goal", "b": "benefit", "d": "disbenefit", "c": "change", "e": "enabler"}


def node(node_id: str, **fields: Any) -> Node:
    """A node whose type is the first letter of its id: g1, b1, d1, c1, e1."""
    kind = TYPES[node_id[0]]
    known: dict[str, Any] = {"label": node_id.upper(), "type": kind, "title": f"title {node_id}"}
    if kind in {"benefit", "disbenefit"}:
        known |= {"perspective": "citizens", "benefit_class": "N"}
    return Node(id=node_id, **{**known, **fields})


def edge(arrow: str, **fields: Any) -> Edge:
    """`c1>b1` leads to, `c1~d1` mitigates."""
    kind = "mitigates" if "~" in arrow else "leads_to"
    source, target = arrow.replace("~", ">").split(">")
    return Edge(id=f"{source}>{target}", source=source, target=target, kind=kind, **fields)


def drawn(ids: str, arrows: str = "", **parts: Any) -> BenefitMap:
    """A map of plain nodes; `b1={...}` gives a node fields, `measures=[...]` a part its entries."""
    nodes = {one: node(one, **parts.pop(one, {})) for one in ids.split()}
    edges = {one.id: one for one in map(edge, arrows.split())}
    by_node = {name: {one.node: one for one in parts.pop(name, ())} for name in BY_NODE}
    estimates = {one.node: (one,) for one in parts.pop("estimates", ())}
    challenges = {one.id: one for one in parts.pop("challenges", ())}
    return BenefitMap(
        nodes=nodes, edges=edges, estimates=estimates, challenges=challenges, **by_node, **parts
    )


BY_NODE = ("assignments", "measures")


def owner(node_id: str, role: str = "unit_manager", **fields: Any) -> Assignment:
    """An accepted owner."""
    known: dict[str, Any] = {"state": "accepted", "person": f"p_{role}"}
    return Assignment(node=node_id, role=role, **{**known, **fields})


def measure(node_id: str, **fields: Any) -> Measure:
    """A complete measure."""
    known: dict[str, Any] = {
        "indicator": f"indicator {node_id}",
        "unit": "min",
        "direction": "down",
        "baseline": "10",
        "target": "5",
        "target_date": "2027-12-01",
    }
    return Measure(node=node_id, **{**known, **fields})


def estimate(node_id: str, **fields: Any) -> Estimate:
    """A settled estimate."""
    known: Mapping[str, Any] = {
        "round": 1,
        "n": 5,
        "unknown": 0,
        "median": "5",
        "q1": "4.5",
        "q3": "5.5",
        "spread": "0.20",
        "planning": "4.5",
        "contested": False,
    }
    return Estimate(node=node_id, **{**known, **fields})


def challenge(node_id: str, card: str = "U9", **fields: Any) -> Challenge:
    """An answered challenge."""
    known: Mapping[str, Any] = {"id": f"u{node_id}{card}", "state": "answered"}
    return Challenge(node=node_id, card=card, **{**known, **fields})
