"""Making arrows."""

from __future__ import annotations

from game.benefit_map import edge_id
from game.model import Edge, EdgeKind, EdgeState


def goal_edge(node: str, goal: str, *, support: int, state: EdgeState, round_id: str) -> Edge:
    """The arrow from an effect to the goal its players named (GR1)."""
    return make_edge(
        node, goal, support=support, state=state, round_id=round_id, provenance=("rule:GR1",)
    )


def make_edge(  # noqa: PLR0913 - an arrow has that many sides
    source: str,
    target: str,
    *,
    kind: EdgeKind = "leads_to",
    support: int = 1,
    state: EdgeState = "dashed",
    round_id: str = "",
    provenance: tuple[str, ...] = (),
) -> Edge:
    """An arrow from cause to effect."""
    return Edge(
        id=edge_id(source, target),
        source=source,
        target=target,
        kind=kind,
        support=support,
        state=state,
        round=round_id,
        provenance=provenance,
    )
