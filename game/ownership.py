"""Who may own what, who wins a conflict, who carries too much (game.md 5, BR8, X4, X22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, assert_never, get_args

from game.errors import RuleError
from game.model import Assignment, BenefitClass, BenefitMap, Node, NodeType
from game.roles import ROLES, distance
from game.variants import Thresholds

Right = Literal["yes", "fallback", "no"]

TOP: Final = frozenset({"director", "chair"})
LINE: Final = frozenset({"head_of_operations", "unit_manager", "process_owner", "partner"})
PROJECT: Final = frozenset({"project_manager", "system_owner", "supplier"})
TEAM_LEAD_CLASSES: Final = frozenset({"T", "N", "Q"})
FALLBACK_CLASS: Final = "Q"
"""A benefit without a class yet is treated as the mildest one."""
NUMBERS: Final = Thresholds()
OWNED_TYPES: Final[tuple[NodeType, ...]] = ("benefit", "change", "disbenefit")
"""What may be claimed and named owners for."""
ANSWERED_TYPES: Final[tuple[NodeType, ...]] = ("goal", *OWNED_TYPES)
"""What its owner says yes to; a deliverable has somebody responsible, who is no owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody eligible who says "Jeg tager den"; `tie` is the claim's BR1 order."""

    seat: str
    role: str
    owned: int
    tie: str


def may_own(role: str, node: Node) -> Right:
    """Whether a role may be the one accountable person for a node (game.md 5)."""
    return right(role, node.type, node.benefit_class or FALLBACK_CLASS)


def right(role: str, node_type: NodeType, benefit_class: str) -> Right:
    """The same by what kind of node it is: its type, and for a benefit its class."""
    match node_type:
        case "goal":
            return "yes" if role in TOP else "no"
        case "benefit":
            return _may_own_benefit(role, benefit_class)
        case "change":
            owners = LINE | {"team_lead", "change_owner", "system_owner"}
            return "yes" if role in owners else "no"
        case "disbenefit":
            return "yes" if role in LINE | {"team_lead", "change_owner"} else "no"
        case "enabler":
            return "yes" if role in PROJECT else "no"
        case _:
            assert_never(node_type)


def owner_roles() -> Mapping[str, tuple[str, ...]]:
    """Who may answer for what: for `change`, `disbenefit` and `benefit/C` the roles in order."""
    kinds: list[tuple[str, NodeType, str]] = [
        ("change", "change", ""),
        ("disbenefit", "disbenefit", ""),
        *((f"benefit/{one}", "benefit", one) for one in get_args(BenefitClass)),
    ]
    return {
        kind: tuple(role for role in ROLES if right(role, node_type, code) == "yes")
        for kind, node_type, code in kinds
    }


def _may_own_benefit(role: str, benefit_class: str) -> Right:
    if role in LINE or (role == "team_lead" and benefit_class in TEAM_LEAD_CLASSES):
        return "yes"
    return "fallback" if role in TOP else "no"


def require_owner(role: str, node: Node) -> None:
    """Refuse a role that may not own the node; the project may never own a benefit (X4)."""
    if may_own(role, node) == "no":
        reason = "X4" if node.type == "benefit" and role in PROJECT else "role"
        raise RuleError("owner.not_eligible", reason=reason, role=role, node=node.id)


def is_line(role: str) -> bool:
    """Whether a role belongs to the line organisation that V8 wants an owner from."""
    return role in LINE or role == "team_lead"


def may_co_sign(role: str, node: Node) -> bool:
    """Whether a role co-signs the node: the budget holder, on a cashable benefit (X16)."""
    return role == "budget_holder" and node.type == "benefit" and node.benefit_class == "C"


def may_accept_disbenefit(role: str, node: Node, *, owns: bool) -> bool:
    """V11: a dis-benefit is accepted as it is by its owner or by a director."""
    return node.type == "disbenefit" and (owns or role in TOP)


def choose_owner(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """BR8: the claims in order, the owner first; the others become responsible.

    Nearest operations wins, then who owns fewer nodes, then BR1.
    """
    return tuple(sorted(claims, key=lambda one: (distance(one.role), one.owned, one.tie)))


def is_tie(first: Claim, second: Claim) -> bool:
    """Whether only BR1 stands between two claims, so that the room may talk it through (BR8)."""
    near = distance(first.role) == distance(second.role)
    return near and first.owned == second.owned


def owner_key(assignment: Assignment) -> str:
    """Who an assignment names: the person, else the seat, else the role."""
    return assignment.person or assignment.seat or assignment.role


def is_owned(benefit_map: BenefitMap, node: str) -> bool:
    """Whether somebody has accepted the node; a nomination owns nothing (BR8)."""
    assignment = benefit_map.assignments.get(node)
    return assignment is not None and assignment.state == "accepted"


def owned_nodes(benefit_map: BenefitMap, owner: str) -> tuple[str, ...]:
    """The counted nodes that a person has accepted, in the map's order (BR8)."""
    return tuple(
        node.id
        for node in benefit_map.nodes.values()
        if node.counts
        and is_owned(benefit_map, node.id)
        and owner_key(benefit_map.assignments[node.id]) == owner
    )


def benefits_by_owner(benefit_map: BenefitMap) -> dict[str, tuple[str, ...]]:
    """The counted benefits each owner has accepted, in the order they were made (X22)."""
    owned: dict[str, tuple[str, ...]] = {}
    for node in benefit_map.nodes.values():
        if node.type == "benefit" and node.counts and is_owned(benefit_map, node.id):
            owner = owner_key(benefit_map.assignments[node.id])
            owned[owner] = (*owned.get(owner, ()), node.id)
    return owned


def overloaded(benefit_map: BenefitMap) -> dict[str, tuple[str, ...]]:
    """X22: owners of more than five benefits, with the sixth and later ones."""
    return {
        owner: nodes[NUMBERS.owner_load :]
        for owner, nodes in benefits_by_owner(benefit_map).items()
        if len(nodes) > NUMBERS.owner_load
    }
