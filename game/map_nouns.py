"""The nouns of the benefit map: what stands on it, who owns it, how it is counted (game.md 3).

`game.model` hands them on: to everybody else the nouns of the game are one module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NodeType = Literal["goal", "benefit", "disbenefit", "change", "enabler"]
Perspective = Literal["citizens", "processes", "finance", "employees"]
BenefitClass = Literal["C", "A", "T", "N", "Q"]
NodeState = Literal["proposed", "supported", "accepted", "contested", "parked", "rejected"]
EdgeKind = Literal["leads_to", "mitigates"]
EdgeState = Literal["solid", "dashed"]
AssignmentState = Literal["nominated", "accepted", "declined", "absent"]
ChallengeState = Literal["open", "answered", "enough", "not_enough", "action"]

PERSPECTIVES: tuple[Perspective, ...] = ("citizens", "processes", "finance", "employees")
COUNTED: frozenset[str] = frozenset({"accepted", "contested"})
"""The node states that meters count (game.md 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One card on the benefit map. `title` None means: the title of its `card`."""

    id: str
    label: str
    type: NodeType
    title: str | None = None
    card: str | None = None
    perspective: Perspective | None = None
    benefit_class: BenefitClass | None = None
    state: NodeState = "accepted"
    support: int = 0
    groups: tuple[str, ...] = ()
    round: str = ""
    ghost: bool = False
    provenance: tuple[str, ...] = ()
    by: str | None = None
    digital: bool = False
    external: bool = False
    approved_by: str | None = None
    low: bool = False
    parked_by: Literal["rule", "hand", "hand_in_r2"] | None = None
    """By hand after R2 it still counts in the meters' divisor, as nothing (game.md 7)."""
    one_voice: bool = False
    belief: str | None = None
    importance: str | None = None
    settler: str | None = None
    settle_by: str | None = None
    accepted_as_is: bool = False
    reason: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the meters count this node: accepted or contested."""
        return self.state in COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow from cause to effect; `id` is always `from>to`."""

    id: str
    source: str
    target: str
    kind: EdgeKind = "leads_to"
    polarity: Literal["+", "-"] = "+"
    support: int = 1
    state: EdgeState = "dashed"
    flipped: bool = False
    round: str = ""
    provenance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who answers for a node: one accountable person, and those who are responsible beside."""

    node: str
    role: str
    state: AssignmentState
    person: str | None = None
    seat: str | None = None
    by: str | None = None
    co_signed: bool = False
    co_signer: str | None = None
    proxy: bool = False
    responsible: tuple[str, ...] = ()
    provenance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How a benefit is counted. Numbers are decimal strings, dates ISO days."""

    node: str
    indicator: str
    unit: str
    direction: Literal["up", "down"]
    card: str | None = None
    baseline: str | None = None
    baseline_date: str | None = None
    baseline_plan: str | None = None
    target: str | None = None
    target_date: str | None = None
    population: str | None = None
    base: str | None = None
    case_value: str | None = None
    conversion: str | None = None
    budget_line: str | None = None
    budget_year: str | None = None
    calculation: str | None = None
    chosen_by: str | None = None
    countable: bool = True
    kroner: bool = False
    """Whether this measure's kroner may be shown (X8, X10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the room thinks a benefit is worth, in its unit (BR9). Numbers are decimal strings."""

    node: str
    round: int
    n: int
    unknown: int
    median: str | None
    q1: str | None
    q3: str | None
    spread: str | None
    planning: str | None
    contested: bool
    thin: bool = False
    optimism: bool = False
    values: tuple[str, ...] = ()
    """The estimates in order of size, without names: the strip of dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A challenge card held against a node, and what its owner answered."""

    id: str
    card: str
    node: str
    state: ChallengeState = "open"
    asked: str | None = None
    judges: tuple[str, ...] = ()
    answer: str | None = None
    nodes: tuple[str, ...] = ()
    role: str | None = None
    value: str | None = None

    @property
    def is_answered(self) -> bool:
        """Answered, and not judged "ikke nok" by more than half of those asked (GR8)."""
        return self.state in ("answered", "enough")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something somebody must do after the game; every red finding makes one."""

    id: str
    rule: str
    node: str | None = None
    seat: str | None = None
    role: str | None = None
    by: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A premortem text or a minority note that hangs on a node."""

    id: str
    node: str
    kind: Literal["premortem", "minority"]
    text: str | None
    support: int = 1
    signed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the rules hold against the map: one for each node and cause (game.md 6).

    `params` are plain words for its sentence; `node` None means the whole map.
    """

    rule: str
    level: Literal["red", "amber"]
    node: str | None = None
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitMap:
    """The shared benefit map, each part by id (assignments, measures and estimates by node)."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    estimates: Mapping[str, tuple[Estimate, ...]] = field(default_factory=dict)
    challenges: Mapping[str, Challenge] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Recorded reasons by rule id (`give_reason`), for V14."""
