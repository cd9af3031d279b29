"""Who is meant by a claim or a nomination (GR6, BR8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.deal import digest
from game.decide.draft import Draft
from game.errors import RuleError
from game.model import BenefitMap, Node, Play, Seat, State
from game.ownership import (
    Claim,
    choose_owner,
    may_own,
    owned_nodes,
)
from game.roles import ROLES, distance

CLAIMED = "rule:BR8.claim"
"""In an assignment's provenance: the nominee said "Jeg tager den"."""


def require_role(role: str) -> None:
    """Refuses a role that is not in the book."""
    if role not in ROLES:
        raise RuleError("role.unknown", role=role)


def seat_of_role(state: State, role: str) -> Seat | None:
    """The seat a role stands for: somebody in the room first, then somebody who is missing."""
    seats = [one for one in state.seats.values() if one.role == role and not one.removed]
    return next((one for one in seats if one.plays), seats[0] if seats else None)


def read_claims(draft: Draft, node: Node, plays: Sequence[Play]) -> tuple[Claim, ...]:
    """The eligible claims in BR8 order, the owner first."""
    seats = draft.state.seats
    return choose_owner(
        [
            Claim(
                seat=play.seat,
                role=seats[play.seat].role,
                owned=len(owned_nodes(draft.map, seats[play.seat].person)),
                tie=play.id,
            )
            for play in plays
            if seats[play.seat].plays and may_own(seats[play.seat].role, node) != "no"
        ]
    )


def claimants(drawn: BenefitMap, node: str) -> tuple[str, ...]:
    """The seats that claimed a node nobody has accepted yet, the one to answer first."""
    held = drawn.assignments.get(node)
    if held is None or held.seat is None or CLAIMED not in held.provenance:
        return ()
    if held.state != "nominated":
        return held.responsible
    return (held.seat, *held.responsible)


def is_waiting(drawn: BenefitMap, node: str) -> bool:
    """Whether somebody was named who has not answered yet."""
    held = drawn.assignments.get(node)
    return held is not None and held.state == "nominated"


def rank_claimants(draft: Draft, node: Node, seat: str) -> tuple[str, ...]:
    """Those who claimed the node and one more, in BR8 order; a nominee gives way to them."""
    known = [one for one in claimants(draft.map, node.id) if one != seat]
    plays = tuple(
        Play(id=digest(draft.state.seed, node.id, one), seat=one, do="claim")
        for one in (*known, seat)
    )
    return tuple(one.seat for one in read_claims(draft, node, plays))


def most_named(draft: Draft, node: Node, plays: Sequence[Play]) -> tuple[Seat | None, str] | None:
    """The seat or role most people named; nearest operations, then BR1, where they are as many.

    None when nobody named anyone who may still own it.
    """
    named: Counter[tuple[str, str]] = Counter()
    seats = draft.state.seats
    for play in plays:
        stands_for = seat_of_role(draft.state, play.role or "")
        seat = seats.get(play.to_seat or "", stands_for)
        role = seat.role if seat else play.role or ""
        if may_own(role, node) != "no":
            named[seat.id if seat else "", role] += 1
    seed = draft.state.seed
    ranked = sorted(named, key=lambda one: (-named[one], distance(one[1]), digest(seed, *one)))
    return next(((seats.get(seat), role) for seat, role in ranked), None)


def changes_before(state: State, node: str) -> tuple[str, ...]:
    """The changes that lead straight to a node."""
    nodes, edges = state.map.nodes, state.map.edges.values()
    return tuple(
        edge.source for edge in edges if edge.target == node and nodes[edge.source].type == "change"
    )


def may_lead(state: State, seat: str, node: Node) -> bool:
    """Whether the seat is asked 'Leder du også?': it owns a benefit that this change leads to."""
    if node.type != "change" or node.ghost or not node.counts or node.id in state.map.assignments:
        return False
    if may_own(state.seats[seat].role, node) == "no":
        return False
    return any(
        held.seat == seat
        and held.state == "accepted"
        and state.map.nodes[held.node].type == "benefit"
        and node.id in changes_before(state, held.node)
        for held in state.map.assignments.values()
    )
