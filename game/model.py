"""The nouns of the game: the benefit map, the room, and the state that events fold into.

Everything here is frozen. Collections are tuples, frozensets, or mappings that nobody changes, so a
state shares every part that an event left alone with the state before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FACILITATOR = "facilitator"
SHELL = "shell"

Kind = Literal["player", "board", "facilitator"]
NodeType = Literal["goal", "benefit", "disbenefit", "change", "enabler"]
Perspective = Literal["citizens", "processes", "finance", "employees"]
BenefitClass = Literal["C", "A", "T", "N", "Q"]
NodeState = Literal["proposed", "supported", "accepted", "contested", "parked", "rejected"]
EdgeKind = Literal["leads_to", "mitigates"]
EdgeState = Literal["solid", "dashed"]
AssignmentState = Literal["nominated", "accepted", "declined", "absent"]
ChallengeState = Literal["open", "answered", "enough", "not_enough", "action"]
GamePhase = Literal["lobby", "playing", "paused", "closed"]
Step = Literal["briefing", "open", "revealed", "resolved"]
Stage = Literal["", "second", "vote"]
Verdict = Literal["ready", "conditional", "draft"]

PERSPECTIVES: tuple[Perspective, ...] = ("citizens", "processes", "finance", "employees")
COUNTED: frozenset[str] = frozenset({"accepted", "contested"})
"""The node states that meters count (game.md 3)."""


# --- the map ---------------------------------------------------------------------------------


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


# --- the room --------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    kind: Literal["kickoff", "follow_up"] = "kickoff"
    roles: tuple[str, ...] = ()
    """The role ids on offer; empty = all."""
    capacity: int = 60
    version: int = 0
    """The newest map version the project had when this game began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A player's place in the room. The name lives with the shell, under `person`."""

    id: str
    person: str
    role: str
    language: str = "da"
    proxy: bool = False
    absent: bool = False
    here: bool = True
    removed: bool = False
    shaken: bool = False
    signed: bool = False
    nudged: int = 0

    @property
    def plays(self) -> bool:
        """Whether this seat is somebody in the room (not absent, not removed)."""
        return not (self.absent or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """Something a seat put forward: a card, a change, a link, a claim, a premortem text.

    `do` is the command's name; `node` what it is about; `target` where its arrow goes.
    """

    id: str
    seat: str
    do: str
    card: str | None = None
    text: str | None = None
    perspective: Perspective | None = None
    node: str | None = None
    target: str | None = None
    kind: EdgeKind = "leads_to"
    to_seat: str | None = None
    role: str | None = None
    proxy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A seat's answer to one question: a fist, a vote, a yes or no, an estimate.

    `first` is the fist, belief, yes (1/0) or enough (1/0); `second` the importance; None: unknown.
    """

    seat: str
    do: str
    key: str
    first: int | None = None
    second: int | None = None
    value: str | None = None
    text: str | None = None
    proxy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundNow:
    """The round instance being played. All that is secret in it sits here and nowhere else."""

    id: str
    key: str
    n: int
    step: Step = "briefing"
    stage: Stage = ""
    wave: int = 1
    began: int = 0
    budget_ends: int = 0
    ends: int | None = None
    done: frozenset[str] = frozenset()
    hands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 0
    """How many plays each hand allows (GR1)."""
    plays: Mapping[str, tuple[Play, ...]] = field(default_factory=dict)
    """Plays by seat: of the open wave while it is open, kept until the next wave or round."""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who was asked what: `"vote:n7"` -> seats. Made once, by rule, and stored in an event."""
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    """Answers by question (`"vote:n7"`), then by seat."""
    fresh: tuple[str, ...] = ()
    """Nodes made in this round, in the order of making."""
    own: Mapping[str, object] = field(default_factory=dict)
    """By seat, the event by which it last did something of its own; another one is news."""
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out about this round and may be thrown away; each entry checks itself."""
    recap: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRound:
    """A round instance that is over: what the run sheet shows."""

    id: str
    key: str
    n: int
    used_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The facilitator's latest move that can be undone, with the parts as they were before it."""

    do: str
    touches: frozenset[str]
    until: int
    """The move's own last event; a later event that touches the same parts spoils the undo."""
    before: BenefitMap
    seats: Mapping[str, Seat]
    supporters: Mapping[str, frozenset[str]]
    spoiled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """Why something is as it is: a rule id and its parameters, worded for the reader (BR12)."""

    seq: int
    rule: str
    node: str | None
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The game as its events left it."""

    seq: int = 0
    setup: Setup | None = None
    seed: str = ""
    phase: GamePhase = "lobby"
    locked: bool = False
    join_policy: Literal["open", "approve", "closed"] = "open"
    hide_names: bool = False
    view: str = ""
    seats: Mapping[str, Seat] = field(default_factory=dict)
    next_seat: int = 1
    map: BenefitMap = field(default_factory=BenefitMap)
    next_node: int = 1
    round: RoundNow | None = None
    past: tuple[PastRound, ...] = ()
    spare_ms: int = 0
    paused_at: int | None = None
    log: tuple[LogEntry, ...] = ()
    supporters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Seats behind each node: secret, kept for support, X21 and own contributions."""
    goal_votes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Node -> seat -> goal named when the card was played: secret, read by BR13."""
    nominators: Mapping[str, str] = field(default_factory=dict)
    """Node -> the seat that first named an owner: asked for the measure of an orphan (GR7)."""
    dealt: frozenset[str] = frozenset()
    """Challenge cards dealt since the deck was last out (GR8)."""
    undo: Move | None = None
    version: int = 0
    revoted: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()
    """Merge suggestions the facilitator said no to, as `n1+n2`."""
    signed: frozenset[str] = frozenset()
    edited: bool = False
    """Whether something was edited after closing that no map version holds yet."""

    @property
    def rules(self) -> Setup:
        """The setup of a game that has begun; asking an empty state is a bug."""
        if self.setup is None:
            message = "the game has no setup yet"
            raise LookupError(message)
        return self.setup


EMPTY = State()
