"""What the rules made of the plays. An event carries the result, never a sum to be done again."""

from __future__ import annotations

from game.events.base import Event, event, private
from game.model import (
    Action,
    Assignment,
    Challenge,
    Edge,
    Estimate,
    Finding,
    Measure,
    Node,
    Note,
    Seat,
    Verdict,
)


@event()
class NodeMade(Event):
    """A card stands on the map. A free text is private until it is settled (`TitleSet`)."""

    node: Node
    text: str | None = private(default=None)


@event()
class NodeSet(Event):
    """A node changed: state, support, type, class, label. Its title stays as it was."""

    node: Node
    why: str = ""


@event()
class TitleSet(Event):
    """A node's words, as they stand in public."""

    node: str
    title: str


@event()
class NodeMerged(Event):
    """A node went into another; its arrows and supporters went with it."""

    node: str
    into: str


@event()
class EdgeLinked(Event):
    """An arrow was drawn, or its support or state changed."""

    edge: Edge
    why: str = ""


@event()
class EdgeDropped(Event):
    """An arrow was taken away, or was never drawn because it closed a cycle (BR7)."""

    edge: str
    why: str = ""


@event()
class AssignmentSet(Event):
    """Who answers for a node, and how far they have said so."""

    assignment: Assignment
    why: str = ""
    nominator: str | None = private(default=None)


@event()
class MeasureSet(Event):
    """How a benefit is counted."""

    measure: Measure
    why: str = ""


@event()
class EstimateSettled(Event):
    """What the room thinks a benefit is worth (BR9)."""

    estimate: Estimate


@event()
class ChallengeSet(Event):
    """A challenge card was dealt, answered or judged."""

    challenge: Challenge
    text: str | None = private(default=None)


@event()
class PartsCleared(Event):
    """A node's owner, measure or estimates were taken off: its type or class cannot have them."""

    node: str
    parts: tuple[str, ...]
    why: str = ""


@event()
class ActionSet(Event):
    """Something to do was found, taken on or done."""

    action: Action


@event()
class NoteAdded(Event):
    """A premortem text or a minority note hangs on a node."""

    note: Note
    text: str | None = private(default=None)


@event()
class ReasonGiven(Event):
    """Why a rule does not hold here (V14)."""

    rule: str
    text: str


@event()
class MergeDismissed(Event):
    """The facilitator said no to a merge suggestion."""

    nodes: str


@event()
class RuleApplied(Event):
    """A rule did something worth telling (BR12)."""

    rule: str
    node: str | None = None
    params: tuple[tuple[str, str], ...] = ()


@event()
class Revoted(Event):
    """These nodes are voted on once more; there is no third time."""

    nodes: tuple[str, ...]


@event()
class MoveBegan(Event):
    """The facilitator's move of the next `events` events can be undone (game.md 2.1)."""

    do: str
    touches: tuple[str, ...]
    events: int


@event()
class Undone(Event):
    """A move was reversed: these parts are again as they were before it, and `gone` are gone."""

    do: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    seats: tuple[Seat, ...] = ()
    gone: tuple[str, ...] = ()


@event()
class MapVersioned(Event):
    """The map as it stands was written to the project."""

    version: int
    round: str
    ownership: int
    realism: int
    citizen_focus: int
    verdict: Verdict
    findings: tuple[Finding, ...]
    hash: str
    engine: str


@event()
class MapRenewed(Event):
    """The map was edited since the lobby was opened: it is laid out afresh, from this version."""

    version: int


@event()
class MapTaken(Event):
    """A project's next game began: from now on it is the one that writes the map."""


@event()
class GameFollowed(Event):
    """The project's next game began: promises and register edits are made there from now on."""
