"""Events in the making: each one is folded at once, so the next rule sees what the last one did."""

from __future__ import annotations

from collections.abc import Iterable

from game.errors import RuleError
from game.events import Event, RuleApplied
from game.evolve import evolve
from game.model import BenefitMap, Node, NodeType, RoundNow, Seat, State
from game.variants import Variant, variant
from game.words import tidy


class Draft:
    """A state that grows by the events added to it. `at` is server time in ms."""

    __slots__ = ("at", "events", "state")

    def __init__(self, state: State, at: int) -> None:
        self.state = state
        self.at = at
        self.events: list[Event] = []

    def add(self, *events: Event) -> None:
        """Appends events, in order."""
        for event in events:
            self.state = evolve(self.state, event)
            self.events.append(event)

    def tell(self, rule: str, node: str | None = None, **params: str) -> None:
        """Notes that a rule did something the room may ask about (BR12)."""
        self.add(RuleApplied(rule=rule, node=node, params=tuple(sorted(params.items()))))

    @property
    def map(self) -> BenefitMap:
        """The benefit map as it stands."""
        return self.state.map

    @property
    def round(self) -> RoundNow:
        """The round being played; the table of steps has seen to it that there is one."""
        if self.state.round is None:
            raise RuleError("round.step")
        return self.state.round

    @property
    def clock(self) -> int:
        """What the room's clock shows: it stands in a pause, and `resume` adds the pause."""
        return self.at if self.state.paused_at is None else self.state.paused_at

    @property
    def variant(self) -> Variant:
        """The timings and limits of this game."""
        return variant(self.state.rules.variant)

    def node(self, node_id: str, *types: NodeType) -> Node:
        """The node, which must be there, not hidden, and of one of `types` where any are named."""
        node = self.map.nodes.get(node_id)
        if node is None or node.state == "rejected":
            raise RuleError("node.unknown", node=node_id)
        if types and node.type not in types:
            raise RuleError("node.wrong_type", node=node_id)
        return node

    def seat(self, seat_id: str) -> Seat:
        """The seat, which must be there and not removed."""
        seat = self.state.seats.get(seat_id)
        if seat is None or seat.removed:
            raise RuleError("seat.unknown", seat=seat_id)
        return seat

    def players(self) -> tuple[Seat, ...]:
        """Everybody in the room, in the order they came: not the absent, not the removed."""
        return tuple(seat for seat in self.state.seats.values() if seat.plays)

    def new_node_id(self) -> str:
        """The next node id; ids stand in the order of making."""
        return f"n{self.state.next_node}"

    def next_id(self, prefix: str, taken: Iterable[str]) -> str:
        """The next id with this prefix; what an earlier game left out has left gaps."""
        last = max((int(one.removeprefix(prefix)) for one in taken), default=0)
        return f"{prefix}{last + 1}"


def clean_text(text: str | None, limit: int) -> str:
    """Text as it will be kept: tidy, not empty, at most `limit` characters."""
    kept = tidy(text or "")
    if not kept:
        raise RuleError("text.missing")
    if len(kept) > limit:
        raise RuleError("text.too_long", limit=limit)
    return kept
