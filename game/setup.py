"""What was decided before the game: the facilitator's plan, in the first event (game.md 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalText:
    """A goal as set before the game, with the role that approved it, if one did."""

    text: str
    approved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnablerText:
    """A deliverable as set before the game."""

    text: str
    by: str | None = None
    digital: bool = False
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Setup:
    """What the facilitator decided before the game (game.md 1)."""

    project: str
    code: str
    title: str
    purpose: str
    goals: tuple[GoalText, ...]
    enablers: tuple[EnablerText, ...] = ()
    organisation: str = ""
    language: str = "da"
    variant: str = "standard75"
    deck: str = "starter"
    kind: Literal["kickoff", "follow_up", "rehearsal"] = "kickoff"
    roles: tuple[str, ...] = ()
    """The role ids on offer; empty = all."""
    capacity: int = 60
    version: int = 0
    """The newest map version the project had when this game began."""
