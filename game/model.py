"""The nouns of the game: the room, and the state that events fold into; the map's own come along.

Everything here is frozen. Collections are tuples, frozensets, or mappings that nobody changes, so a
state shares every part that an event left alone with the state before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.map_nouns import (
    COUNTED,
    PERSPECTIVES,
    Action,
    Assignment,
    AssignmentState,
    BenefitClass,
    BenefitMap,
    Challenge,
    ChallengeState,
    Edge,
    EdgeKind,
    EdgeState,
    Estimate,
    Finding,
    Measure,
    Node,
    NodeState,
    NodeType,
    Note,
    Perspective,
)
from game.setup import EnablerText, GoalText, Setup

__all__ = [
    "COUNTED",
    "EMPTY",
    "FACILITATOR",
    "PERSPECTIVES",
    "SHELL",
    "Action",
    "Answer",
    "Assignment",
    "AssignmentState",
    "BenefitClass",
    "BenefitMap",
    "Challenge",
    "ChallengeState",
    "Edge",
    "EdgeKind",
    "EdgeState",
    "EnablerText",
    "Estimate",
    "Finding",
    "GamePhase",
    "GoalText",
    "Kind",
    "LogEntry",
    "Measure",
    "Move",
    "Node",
    "NodeState",
    "NodeType",
    "Note",
    "PastRound",
    "Perspective",
    "Play",
    "RoundNow",
    "Seat",
    "Setup",
    "Stage",
    "State",
    "Step",
    "Verdict",
]

FACILITATOR = "facilitator"
SHELL = "shell"

Kind = Literal["player", "board", "facilitator"]
GamePhase = Literal["lobby", "playing", "paused", "closed"]
Step = Literal["briefing", "open", "revealed", "resolved"]
Stage = Literal["", "second", "vote"]
Verdict = Literal["ready", "conditional", "draft"]


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
    into: str | None = None
    """The seat it was merged into: whoever comes with a key to this one sits there."""
    waiting: bool = False
    """At the door, until the facilitator says yes (join policy `approve`)."""
    shaken: bool = False
    signed: bool = False
    nudged: int = 0

    @property
    def plays(self) -> bool:
        """Whether this seat is somebody in the room (not absent, removed or at the door)."""
        return not (self.absent or self.removed or self.waiting)


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
    slow: frozenset[str] = frozenset()
    """Who asked for more time in this step; the room never hears who."""
    grace_ends: int | None = None
    """Until when the step waits for them after its end."""
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
    before: BenefitMap = field(default_factory=BenefitMap)
    """The map as the round found it: what the meters have moved from."""
    own: Mapping[str, object] = field(default_factory=dict)
    """By seat, the event by which it last did something of its own; another one is news."""

    @property
    def closes(self) -> int | None:
        """When time closes the step by itself: its end, or later for who asked for more time."""
        return self.ends if self.grace_ends is None else self.grace_ends


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRound:
    """A round instance that is over: what the run sheet shows."""

    id: str
    key: str
    n: int
    used_ms: int
    before: BenefitMap = field(default_factory=BenefitMap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The facilitator's latest move that can be undone, with the game as it was before it."""

    do: str
    touches: frozenset[str]
    until: int
    """The move's own last event; a later event that touches the same parts spoils the undo."""
    before: State
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
    former: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """Node -> itself with the words it had before, and what went into it: secret (BR2, BR3)."""
    undo: Move | None = None
    version: int = 0
    revoted: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()
    """Merge suggestions the facilitator said no to, as `n1+n2`."""
    desk: str = ""
    """Who leads: a deputy's person id, or nothing for the owner."""
    deputies: tuple[str, ...] = ()
    """Who may take the game over, by person id."""
    backup: str = ""
    """The digest of the backup code; secret."""
    until: int | None = None
    """When owners are expected to have filled in what was open at closing, in ms."""
    edited: bool = False
    """Whether something was edited after closing that no map version holds yet."""
    has_map: bool = False
    """Whether a next game has begun, and holds the project's map, though it may be in its lobby."""
    over: bool = False
    """Whether the project's map is another game's, so that nothing is edited here any more."""

    @property
    def rules(self) -> Setup:
        """The setup of a game that has begun; asking an empty state is a bug."""
        if self.setup is None:
            message = "the game has no setup yet"
            raise LookupError(message)
        return self.setup


EMPTY = State()
