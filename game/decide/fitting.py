"""What hangs on a node fits its type and class (game.md 3, 5, BR9)."""

from __future__ import annotations

from dataclasses import replace

from game import events as ev
from game.decide import owners, ownership
from game.decide.draft import Draft
from game.decide.measures import COUNTED_TYPES
from game.model import Node, Seat
from game.ownership import OWNED_TYPES, may_co_sign, may_own


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
    if "owner" in parts:
        _take_owner(draft, node, tuple(parts), why, is_same=node.type == before.type)
    elif parts:
        draft.add(ev.PartsCleared(node=node.id, parts=tuple(parts), why=why))


def recast(draft: Draft, seat: Seat, role: str) -> None:
    """After a new role: what a seat owns is owned by that role, and no more where it may not.

    A signature under a budget is taken back with the right to give it (X16).
    """
    for held in tuple(draft.map.assignments.values()):
        node, made = draft.map.nodes[held.node], held
        if held.seat == seat.id and may_own(role, node) == "no":
            _take_owner(draft, node, ("owner",), "set_role", is_same=True)
            continue
        if held.seat == seat.id:
            made = replace(made, role=role)
        if held.co_signer == seat.person and not may_co_sign(role, node):
            made = replace(made, co_signed=False, co_signer=None)
        if made != held:
            draft.add(ev.AssignmentSet(assignment=made, why="set_role"))


def _take_owner(
    draft: Draft, node: Node, parts: tuple[str, ...], why: str, *, is_same: bool
) -> None:
    """Takes the owner off, and tells so; who claimed it too, in BR8 order, is asked instead."""
    held = draft.map.assignments[node.id]
    others = owners.rank_claimants(draft, node, held.seat) if held.seat and is_same else ()
    draft.add(ev.PartsCleared(node=node.id, parts=parts, why=why))
    if held.state == "declined":
        return
    if why == "set_role":
        draft.tell("BR8.role", node.id)
    else:
        draft.tell("BR8.open", node.id)
    if others:
        ownership.give(draft, node, others[0], others[1:], None)
