"""The roles at the table: their order, their groups, and how near they stand to operations.

What a role may own is `game.ownership`; here is only who they are.
"""

from dataclasses import dataclass
from typing import Final, Literal

Group = Literal["top", "operations", "money", "staff", "citizens", "partner", "project"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its card, its role group (X21) and its distance from operations (BR8)."""

    id: str
    card: str
    group: Group
    distance: int


FAR: Final = 4
"""The distance of roles that BR8 does not name: behind all that it names."""

ROLES: Final[dict[str, Role]] = {
    role.id: role
    for role in (
        Role("director", "R1", "top", 3),
        Role("chair", "R2", "top", 3),
        Role("head_of_operations", "R3", "operations", 2),
        Role("unit_manager", "R4", "operations", 1),
        Role("team_lead", "R5", "operations", 0),
        Role("budget_holder", "R6", "money", FAR),
        Role("change_owner", "R7", "operations", 1),
        Role("controller", "R8", "money", FAR),
        Role("process_owner", "R9", "operations", 1),
        Role("specialist", "R10", "staff", FAR),
        Role("staff_rep", "R11", "staff", FAR),
        Role("citizen_rep", "R12", "citizens", FAR),
        Role("project_manager", "R13", "project", FAR),
        Role("system_owner", "R14", "project", FAR),
        Role("supplier", "R15", "project", FAR),
        Role("partner", "R16", "partner", 1),
    )
}


def distance(role: str) -> int:
    """How far a role stands from operations (BR8)."""
    return ROLES[role].distance if role in ROLES else FAR


GROUPS: Final[tuple[Group, ...]] = (
    "top",
    "operations",
    "money",
    "staff",
    "citizens",
    "partner",
    "project",
)

MISSED_FIRST: Final[tuple[Group | str, ...]] = ("operations", "budget_holder", "citizens")
"""Whom the lobby misses above all: a role group, or one role of it."""
