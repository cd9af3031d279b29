"""Rooms that have come somewhere, played there once for all tests that start from it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from game import commands as cm
from game.model import Edge, Node, State
from tests.game.dsl import ROOM, Room, game

Benefit = tuple[str, str, str]
"""A benefit on a small map: its words, its perspective, its class."""
CALM: Benefit = ("Mere ro", "employees", "N")
QUICK: Benefit = ("Hurtigere svar", "citizens", "N")
CHEAP: Benefit = ("Lavere lønudgift", "finance", "C")
SPARED: Benefit = ("Sparede timer", "finance", "T")
AVOIDED: Benefit = ("Undgået merudgift", "finance", "A")


def reached(moment: str, players: tuple[str, ...] = ROOM, **given: Any) -> Room:
    """A room of its own at this moment, where everybody answered what they were asked."""
    found = _played(moment, players, **given)
    room = Room.__new__(Room)
    room.events, room.state, room.at = list(found.events), found.state, found.at
    return room


@lru_cache(maxsize=64)
def _played(moment: str, players: tuple[str, ...], **given: Any) -> Room:
    return game(players, **given).advance_to(moment)


def small(
    *benefits: Benefit, at: str = "r2.resolved", players: tuple[str, ...] = ROOM, **given: Any
) -> Room:
    """A room with these benefits on the map and nothing else, all accepted; then played on."""
    room = game(players, **given).advance_to("r2.open")
    for seat, (text, perspective, _) in zip(room.state.seats, benefits, strict=False):
        play = cm.PlayCard(card="blank", text=text, perspective=perspective, target="n1")
        room.when(seat, play).then()
    room.desk(cm.Reveal()).then()
    while room.moment != "r2.vote":
        room.desk(cm.OpenVote()).then()
    room.answer_all()
    room.desk(cm.Resolve()).then()
    for text, _, benefit_class in benefits:
        node = room.node(text).id
        room.desk(cm.SetClass(node=node, class_=benefit_class)).then()
    return room.advance_to(at)


def now(state: State) -> Any:
    """The round being played."""
    assert state.round is not None
    return state.round


def edges(room: Room, *types: str) -> dict[tuple[str, str], Edge]:
    """The arrows by the types of their ends, such as ("change", "benefit")."""
    nodes = room.state.map.nodes
    return {
        (edge.source, edge.target): edge
        for edge in room.state.map.edges.values()
        if (nodes[edge.source].type, nodes[edge.target].type) == types
    }


def counted(room: Room, kind: str) -> list[Node]:
    """The nodes of a type that count."""
    return [node for node in room.nodes(kind) if node.counts]
