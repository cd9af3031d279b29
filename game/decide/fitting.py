"""What hangs on a node fits its type and class (game.md 3, 5, BR9)."""

from __future__ import annotations

from game import events as ev
from game.decide import owners, ownership
from game.decide.draft import Draft
from game.decide.measures import COUNTED_TYPES
from game.model import Assignment, Node
from game.ownership import OWNED_TYPES, may_own


def take_off(draft: Draft, before: Node, why: str) -> None:
    """After a new type or class: takes off what the node cannot have, and tells of a lost owner.

    An estimate says how large it was as what it was, so every other type is guessed afresh.
    """
    node = draft.map.nodes[before.id]
    held = draft.map.assignments.get(node.id)
    parts = []
    if held and (node.type not in OWNED_TYPES or may_own(held.role, node) == "no"):
        parts.append("owner")
    if node.id in draft.map.measures and node.type not in COUNTED_TYPES:
        parts.append("measure")
    if node.id in draft.map.estimates and node.type != before.type:
        parts.append("estimates")
    is_lost = held is not None and "owner" in parts and held.state != "declined"
    others = _others(draft, node, held) if held and is_lost and node.type == before.type else ()
    if parts:
        draft.add(ev.PartsCleared(node=node.id, parts=tuple(parts), why=why))
    if is_lost:
        draft.tell("BR8.open", node.id)
    if others:
        ownership.give(draft, node, others[0], others[1:], None)


def _others(draft: Draft, node: Node, held: Assignment) -> tuple[str, ...]:
    """Who claimed it too and may own what it became, in BR8 order: the first is asked instead."""
    return owners.rank_claimants(draft, node, held.seat) if held.seat else ()
