"""The benefit map as a graph: legal edges, paths, cycles (game.md 3, BR5, BR7, V2, V3, V7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.errors import RuleError
from game.model import BenefitMap, Edge, EdgeKind, Node

Direction = Literal["as_drawn", "flipped", "ghost"]
Links = Mapping[str, tuple[str, ...]]

LEADS_TO: Mapping[str, frozenset[str]] = {
    "goal": frozenset(),
    "benefit": frozenset({"benefit", "goal"}),
    "disbenefit": frozenset({"goal", "disbenefit"}),
    "change": frozenset({"change", "benefit", "disbenefit"}),
    "enabler": frozenset({"enabler", "change", "disbenefit"}),
}
"""What each type of node may lead to (game.md 3)."""
GHOST: tuple[str, str, EdgeKind] = ("enabler", "benefit", "leads_to")
"""The arrow that a change is missing in (BR5)."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The arrows between the nodes that count; dashed ones count too (BR6)."""

    after: Links
    """What a node leads to."""
    before: Links
    """What leads to a node."""
    mitigates: Links
    """The dis-benefits that a change mitigates."""
    mitigated_by: Links
    """The changes that mitigate a dis-benefit."""


def is_legal(source: str, target: str, kind: EdgeKind = "leads_to") -> bool:
    """Whether an arrow may run between these types of node (game.md 3)."""
    if kind == "mitigates":
        return (source, target) == ("change", "disbenefit")
    return target in LEADS_TO[source]


def direct(source: str, target: str, kind: EdgeKind = "leads_to") -> Direction:
    """BR5: how an arrow that was drawn between these types goes into the map.

    As drawn, or flipped when only its reverse is legal, or through a ghost change when a
    deliverable was said to make a benefit; else refused.
    """
    if not may_draw(source, target, kind):
        raise RuleError("edge.illegal", source=source, target=target)
    if is_legal(source, target, kind):
        return "as_drawn"
    return "flipped" if is_legal(target, source, kind) else "ghost"


def may_draw(source: str, target: str, kind: EdgeKind = "leads_to") -> bool:
    """Whether there is any legal way to draw an arrow between these types (BR5)."""
    ghost = (source, target, kind) == GHOST
    return is_legal(source, target, kind) or is_legal(target, source, kind) or ghost


def polarity(source: str, target: str) -> Literal["+", "-"]:
    """A dis-benefit works against the goal it leads to; every other arrow works for (game.md 3)."""
    return "-" if (source, target) == ("disbenefit", "goal") else "+"


def edge_id(source: str, target: str) -> str:
    """An edge is known by its ends: `n1>n2` (game.md 3)."""
    return f"{source}>{target}"


def counted(benefit_map: BenefitMap, *types: str) -> tuple[Node, ...]:
    """The nodes of these types that meters count: accepted and contested (game.md 3)."""
    return tuple(node for node in benefit_map.nodes.values() if node.type in types and node.counts)


def link(edges: Iterable[Edge]) -> tuple[Links, Links]:
    """Arrows as neighbours: after each source, before each target."""
    after: dict[str, tuple[str, ...]] = {}
    before: dict[str, tuple[str, ...]] = {}
    for edge in edges:
        after[edge.source] = (*after.get(edge.source, ()), edge.target)
        before[edge.target] = (*before.get(edge.target, ()), edge.source)
    return after, before


def graph(benefit_map: BenefitMap) -> Graph:
    """The map's arrows between the nodes that count."""
    nodes = benefit_map.nodes
    live = [
        edge
        for edge in benefit_map.edges.values()
        if nodes[edge.source].counts and nodes[edge.target].counts
    ]
    after, before = link(edge for edge in live if edge.kind == "leads_to")
    mitigates, mitigated_by = link(edge for edge in live if edge.kind == "mitigates")
    return Graph(after, before, mitigates, mitigated_by)


def reach(start: str, links: Links) -> frozenset[str]:
    """Every node that the links reach from here, not counting the start itself."""
    seen: set[str] = set()
    todo = list(links.get(start, ()))
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo.extend(links.get(node, ()))
    return frozenset(seen)


def downstream(benefit_map: BenefitMap, node: str) -> frozenset[str]:
    """What a node leads to, near and far."""
    return reach(node, graph(benefit_map).after)


def upstream(benefit_map: BenefitMap, node: str) -> frozenset[str]:
    """What leads to a node, near and far."""
    return reach(node, graph(benefit_map).before)


def reaches_goal(benefit_map: BenefitMap, node: str) -> bool:
    """V2: whether a node leads to a goal, near or far."""
    return any(benefit_map.nodes[one].type == "goal" for one in downstream(benefit_map, node))


def is_named_change(node: Node) -> bool:
    """Whether a node is a change the room has put words to: no ghost (X6)."""
    return node.type == "change" and not node.ghost


def is_end(benefit_map: BenefitMap, links: Graph, node: str) -> bool:
    """An end benefit has an edge to a goal (game.md 3)."""
    return any(benefit_map.nodes[one].type == "goal" for one in links.after.get(node, ()))


def end_benefits(benefit_map: BenefitMap) -> tuple[Node, ...]:
    """The counted benefits that have an edge to a goal (game.md 3)."""
    links = graph(benefit_map)
    return tuple(
        node for node in counted(benefit_map, "benefit") if is_end(benefit_map, links, node.id)
    )


def steps_to_goal(benefit_map: BenefitMap, links: Graph, node: str) -> int | None:
    """How many arrows stand between a node and the nearest goal; None without a path (X8)."""
    ring: tuple[str, ...] = (node,)
    seen, steps = {node}, 0
    while ring:
        if any(benefit_map.nodes[one].type == "goal" for one in ring):
            return steps
        found = dict.fromkeys(after for one in ring for after in links.after.get(one, ()))
        ring = tuple(one for one in found if one not in seen)
        seen.update(ring)
        steps += 1
    return None


def closes_cycle(edges: Iterable[Edge], source: str, target: str) -> bool:
    """BR7: whether one more arrow would let a cause be its own effect; all nodes are looked at."""
    after, _ = link(edge for edge in edges if edge.kind == "leads_to")
    return source == target or source in reach(target, after)


def in_order(ids: Iterable[str]) -> list[str]:
    """Ids in the order of making."""
    return sorted(ids, key=node_number)


@lru_cache(maxsize=4096)
def node_number(node: str) -> tuple[int, str]:
    """The order of making: `n2` before `n10`."""
    digits = node[1:]
    return (int(digits) if digits.isascii() and digits.isdigit() else 0, node)
