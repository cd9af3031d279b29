"""Who comes to a rehearsal: a name, a role, a temper and a language each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.rehearsal import words
from app.rehearsal.tempers import Temper, dealt

TABLE: Final = (
    "head_of_operations", "citizen_rep", "team_lead", "budget_holder", "staff_rep", "unit_manager",
    "process_owner", "project_manager", "controller", "change_owner", "specialist", "director",
    "system_owner", "partner",
)  # fmt: skip
"""The order in which roles come in: first those that a room cannot do without."""


@dataclass(frozen=True, slots=True)
class Person:
    """One simulated stakeholder."""

    number: int
    name: str
    role: str
    temper: Temper
    language: str


def invited(
    mix: Mapping[str, int], seed: str, language: str, offered: Sequence[str]
) -> list[Person]:
    """Everybody, in the order in which they come in; roles repeat as often as they must."""
    roles = [role for role in TABLE if role in offered] or list(offered)
    return [
        Person(n, words.name_of(n), roles[n % len(roles)], temper, language)
        for n, temper in enumerate(dealt(mix, seed))
    ]
