"""Given a room, when somebody does something, then this happened, or it was refused.

`game()` makes a room; `advance_to("r4.open")` lets everybody answer what they are asked until then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from game import RuleError, decide, evolve, new_game, replay, slices
from game import commands as cm
from game import events as ev
from game.carry import Content
from game.decide.ask import Ask
from game.decide.ready import asks, plays_left
from game.decide.table import moment
from game.map_json import map_bytes, map_content
from game.model import (
    EMPTY,
    FACILITATOR,
    SHELL,
    EnablerText,
    GoalText,
    Node,
    Seat,
    Setup,
    State,
)

ROOM = (
    "head_of_operations",
    "unit_manager",
    "team_lead",
    "process_owner",
    "staff_rep",
    "budget_holder",
    "citizen_rep",
    "project_manager",
)
ANSWERS: Mapping[str, Any] = {
    "fist": 4,
    "belief": 4,
    "importance": 3,
    "text": "Vagtplanen lægges om",
    "yes": True,
    "by": "2027-12-01",
    "value": "5",
    "baseline": "9",
    "target": "5",
    "target_date": "2027-12-01",
    "countable": True,
    "enough": True,
    "indicator": "Antal sager",
    "unit": "antal",
}
"""What a generic player says to a question without options."""


class Then:
    """What came of one command."""

    def __init__(self, events: Sequence[ev.Event], code: str | None, params: Any = None) -> None:
        self.events = tuple(events)
        self.code = code
        self.params = params

    def then(self, *types: type[ev.Event]) -> Then:
        """The command was accepted, and made events of at least these types, in this order."""
        assert self.code is None, self.code
        made = iter(type(event) for event in self.events)
        missing = [one for one in types if one not in made]
        assert not missing, (missing, [event.type for event in self.events])
        return self

    def refused(self, code: str, **params: Any) -> Then:
        """The command was refused with this code (and at least these parameters)."""
        assert self.code == code, (self.code, [event.type for event in self.events])
        assert params.items() <= (self.params or {}).items(), self.params
        return self

    def first(self, kind: type[ev.Event]) -> Any:
        """The first event of a type."""
        return next(event for event in self.events if isinstance(event, kind))


class Room:
    """A game under test. `seat` arguments are seat ids, or roles for the first seat with it."""

    def __init__(
        self, setup: Setup, seed: str, newest: Content | None = None, last: State = EMPTY
    ) -> None:
        self.events = list(new_game(setup, seed, newest, last))
        self.state: State = replay(self.events)
        self.at = 1_000_000

    def when(self, seat: str, command: cm.Command, *, after_ms: int = 1000) -> Then:
        """What the command makes happen; accepted events are folded in."""
        self.at += after_ms
        try:
            made = decide(self.state, self.seat_id(seat), command, self.at)
        except RuleError as error:
            return Then((), error.code, error.params)
        for event in made:
            self.state = evolve(self.state, event)
        self.events += made
        return Then(made, None)

    def desk(self, command: cm.Command) -> Then:
        """What the facilitator's command makes happen."""
        return self.when(FACILITATOR, command)

    def seat_id(self, seat: str) -> str:
        """A seat id; a role stands for the first seat with it that was not removed."""
        if seat in (FACILITATOR, SHELL) or seat in self.state.seats:
            return seat
        found = [one.id for one in self.state.seats.values() if one.role == seat]
        return found[0] if found else seat

    def seat(self, seat: str) -> Seat:
        """The seat as it stands."""
        return self.state.seats[self.seat_id(seat)]

    def node(self, name: str) -> Node:
        """The node with this id, label, card or title."""
        for node in self.state.map.nodes.values():
            if name in (node.id, node.label, node.card, node.title):
                return node
        raise LookupError(name)

    def nodes(self, kind: str) -> list[Node]:
        """The nodes of a type, in the order of making."""
        return [node for node in self.state.map.nodes.values() if node.type == kind]

    def asks(self, seat: str) -> tuple[Ask, ...]:
        """The questions put to a seat now."""
        return asks(self.state, self.seat_id(seat))

    def ask_ids(self, seat: str) -> list[str]:
        """The ids of the questions put to a seat now."""
        return [ask.id for ask in self.asks(seat)]

    def answer(self, seat: str, ask: Ask, **given: Any) -> Then:
        """A seat answers a question: with what is given, else as a generic player."""
        d = {**ask.d}
        for name in ask.needs:
            options = ask.options.get(name)
            d[name] = options[0][0] if options else ANSWERS[name]
        d |= given
        if "nodes" in ask.needs:
            d["nodes"] = tuple(value for value, _ in ask.options["nodes"][:2])
        return self.when(seat, cm.COMMANDS[ask.do](**d))

    def answer_all(
        self, *, optional: bool = False, skip: Callable[[str, Ask], bool] | None = None
    ) -> None:
        """Everybody answers everything that is asked, until nothing new is asked."""
        for _ in range(400):
            waiting = [
                (seat, ask)
                for seat in self.state.seats
                for ask in asks(self.state, seat)
                if (optional or not ask.optional) and not (skip and skip(seat, ask))
            ]
            if not waiting:
                return
            seat, ask = waiting[0]
            self.answer(seat, ask).then()
        raise AssertionError(waiting)

    def play_hands(self) -> None:
        """Everybody plays from the hand until no plays are left; the blank stays in it."""
        for seat in list(self.state.seats):
            while plays_left(self.state, seat):
                now = self.state.round
                assert now is not None
                played = {play.card for play in now.plays.get(seat, ())}
                card = next(one for one in now.hands[seat] if one not in played)
                self.when(seat, cm.PlayCard(card=card)).then()

    @property
    def moment(self) -> str:
        """Where the game is: `r2.open`, `r2.vote`, `closed`."""
        return moment(self.state)

    def advance_to(self, target: str, *, optional: bool = False) -> Room:
        """Plays on, everybody answering, until this moment."""
        for _ in range(200):
            if self.moment == target:
                return self
            self._play_on(optional)
        raise AssertionError((target, self.moment))

    def _play_on(self, optional: bool) -> None:  # noqa: FBT001 - private
        before = self.moment
        if before.endswith(".open"):
            self.play_hands()
        if self.moment == before:
            self.answer_all(optional=optional)
        if self.moment == before:
            upcoming: Any = slices(self.state, "facilitator")["next"]
            self.desk(cm.COMMANDS[upcoming["do"]](**upcoming["d"])).then()

    def see(self, kind: Any, seat: str | None = None) -> dict[str, Any]:
        """All slices of a kind of viewer."""
        return slices(self.state, kind, self.seat_id(seat) if seat else None)  # type: ignore[return-value]  # read as plain values


def game(
    players: Sequence[str] = ROOM,
    *,
    variant: str = "standard75",
    goals: Sequence[GoalText] = (
        GoalText(text="Enkel borgerservice", approved_by="director"),
        GoalText(text="Lavere udgifter"),
    ),
    enablers: Sequence[EnablerText] = (
        EnablerText(text="Digital ansøgning", digital=True),
        EnablerText(text="Udleveringsskab"),
    ),
    seed: str = "seed",
    roles: tuple[str, ...] = (),
    capacity: int = 60,
) -> Room:
    """A room with these players in the lobby."""
    setup = Setup(
        project="p_1",
        code="K7QF3M",
        title="Nyt pas",
        purpose="Hurtigere pas",
        goals=tuple(goals),
        enablers=tuple(enablers),
        variant=variant,
        roles=roles,
        capacity=capacity,
    )
    room = Room(setup, seed)
    for role in players:
        room.when(SHELL, cm.TakeSeat(role=role)).then(ev.SeatTaken)
    return room


def content_of(room: Room) -> Content:
    """The map of the room as its newest version has it."""
    read: Content = json.loads(map_bytes(map_content(room.state)))
    return read


def next_game(before: Room, players: Sequence[str] = ROOM) -> Room:
    """The lobby of the project's next game, which was opened now, with these players in it."""
    setup = replace(before.state.rules, version=before.state.version, code="NEXT22")
    room = Room(setup, "another seed", content_of(before), before.state)
    for role in players:
        room.when(SHELL, cm.TakeSeat(role=role)).then(ev.SeatTaken)
    return room
