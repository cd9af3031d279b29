"""A whole game played from what phones see, and a map: what the rules are timed with."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from app.protocol import Unreadable, parse_do
from app.rulebook import RULEBOOK
from game import commands as cm
from game import new_game
from game.benefit_map import closes_cycle, is_legal
from game.commands import Command
from game.decide.table import moment
from game.errors import RuleError
from game.events import Event
from game.model import (
    FACILITATOR,
    PERSPECTIVES,
    SHELL,
    BenefitMap,
    Edge,
    EnablerText,
    GoalText,
    Node,
    NodeType,
    Setup,
)
from game.roles import ROLES
from game.slices import slices

START_MS: Final = 1_795_000_000_000
SETUP: Final = Setup(
    project="p_1",
    code="K7QF3M",
    title="Nyt pas uden ventetid",
    purpose="Borgerne får deres pas hurtigt og enkelt",
    goals=(GoalText(text="Enkel og hurtig borgerservice"), GoalText(text="Lavere udgifter")),
    enablers=(EnablerText(text="Digital ansøgning", digital=True), EnablerText(text="Skab")),
    variant="standard75",
)
KINDS: Final[tuple[NodeType, ...]] = (
    "enabler", "change", "benefit", "benefit", "disbenefit", "goal",
)  # fmt: skip
SAID: Final[Mapping[str, Any]] = {
    "fist": 4, "belief": 4, "importance": 3, "yes": True, "enough": True, "countable": True,
    "value": "100", "text": "Vi bruger den nye vej", "by": "2027-05-01", "indicator": "Tid",
    "unit": "min", "direction": "down", "baseline": "14", "baseline_date": "2026-01-01",
    "target": "8", "target_date": "2027-12-01", "perspective": "citizens",
}  # fmt: skip
"""What is said where an ask leaves it free."""


@dataclass(frozen=True, slots=True)
class Played:
    """A command that was accepted, and where the game was."""

    moment: str
    seat: str
    command: Command
    at_ms: int


class Game:
    """A game from its lobby to its end, in which everybody answers all that is asked."""

    def __init__(self, seats: int) -> None:
        self.at_ms = START_MS
        self.chance = random.Random(1)
        self.state = RULEBOOK.empty
        self.events: list[Event] = []
        self._answered: set[tuple[str, str, str]] = set()
        """Moment, seat and ask of what was answered once: some may be answered again."""
        self._fold(new_game(SETUP, "bench"))
        roles = tuple(ROLES)
        for n in range(seats):
            self._judge(SHELL, cm.TakeSeat(role=roles[n % len(roles)]))

    def play(self) -> Iterator[Played]:
        """Every command of the game."""
        while self.state.phase != "closed":
            made = self._turn()
            while made:
                yield from made
                made = self._turn()
            yield from self._press()

    def _turn(self) -> list[Played]:
        """One thing by each seat that is asked for something."""
        return [made for seat in tuple(self.state.seats) for made in self._moves(seat)]

    def _moves(self, seat: str) -> Iterator[Played]:
        """One thing that this seat is asked for, if it can be done."""
        own: Any = slices(self.state, "player", seat)
        if own["me"]["plays_left"]:
            cards = [one["card"] for one in own["hand"] if one["card"] != "blank"]
            goals = [one.id for one in self.state.map.nodes.values() if one.type == "goal"]
            d = {"card": self.chance.choice(cards), "target": self.chance.choice(goals)}
            yield from self._say(seat, "play_card", d)
            return
        for ask in own["asks"]:
            d = {**ask["d"], **{name: self._said(ask, name) for name in ask["needs"]}}
            key = (moment(self.state), seat, ask["ask"])
            if key in self._answered:
                continue
            self._answered.add(key)
            found = list(self._say(seat, ask["do"], d))
            if found:
                yield from found
                return

    def _press(self) -> Iterator[Played]:
        button: Any = slices(self.state, "facilitator")["next"]
        return self._say(FACILITATOR, button["do"], button["d"])

    def _said(self, ask: Mapping[str, Any], name: str) -> object:
        options = ask["options"].get(name)
        if name == "nodes":
            return [one["value"] for one in options[:2]]
        return self.chance.choice(options)["value"] if options else SAID[name]

    def _say(self, seat: str, do: str, d: Mapping[str, object]) -> Iterator[Played]:
        try:
            frame = parse_do(orjson.dumps({"id": "c", "do": do, "d": d}))
            yield self._judge(seat, frame.command)
        except (Unreadable, RuleError):
            return

    def _judge(self, seat: str, command: Command) -> Played:
        self.at_ms += 500
        before = self.state
        made, after = RULEBOOK.judge(before, seat, command, self.at_ms)
        self.state = after
        self.events += made
        return Played(moment(before), seat, command, self.at_ms)

    def _fold(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.state = RULEBOOK.evolve(self.state, event)
        self.events += events


def drawn_map(size: int) -> BenefitMap:
    """A map of so many nodes, with about one and a half legal arrows each."""
    chance = random.Random(size)
    nodes = {}
    for number in range(size):
        kind = KINDS[number % len(KINDS)]
        nodes[f"n{number}"] = Node(
            id=f"n{number}",
            label=f"L{number}",
            type=kind,
            title=f"Gevinst {number}",
            perspective=chance.choice(PERSPECTIVES) if "benefit" in kind else None,
            state="accepted",
        )
    edges: dict[str, Edge] = {}
    for _ in range(size * 3):
        one, other = chance.choice(list(nodes)), chance.choice(list(nodes))
        is_possible = is_legal(nodes[one].type, nodes[other].type, "leads_to")
        if is_possible and not closes_cycle(edges.values(), one, other):
            edges[f"{one}>{other}"] = Edge(id=f"{one}>{other}", source=one, target=other)
    return BenefitMap(nodes=nodes, edges=edges)
