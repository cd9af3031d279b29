"""R4 with claims and nominations in it: what the tests of ownership start from."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game.model import Assignment
from tests.game.dsl import ROOM, Room
from tests.game.reached import CALM, CHEAP, QUICK, small

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


def open_round(*roles: str) -> Room:
    return small(CALM, QUICK, CHEAP, at="r4.open", players=(*ROOM, *roles))


def turned(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def claim(room: Room, seat: str, node: str = CALM_NODE) -> None:
    room.when(seat, cm.Claim(node=room.node(node).id)).then()


def name(room: Room, by: str, node: str = CALM_NODE, **given: str) -> None:
    room.when(by, cm.Nominate(node=room.node(node).id, **given)).then()


def held(room: Room, node: str = CALM_NODE) -> Assignment:
    return room.state.map.assignments[room.node(node).id]


def owner(room: Room, node: str = CALM_NODE) -> tuple[str, str]:
    made = held(room, node)
    return made.role, made.state


def told(room: Room) -> list[str | None]:
    return [entry.node for entry in room.state.log if entry.rule == "BR8"]
