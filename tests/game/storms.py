"""R6 turned, and cards held and answered: what the tests of challenges start from."""

from __future__ import annotations

from typing import Any

from game import commands as cm
from game import events as ev
from game.model import Challenge
from tests.game.dsl import Room
from tests.game.reached import (
    Benefit,
    small,
)

DAY = "2027-12-01"
CALM_NODE = "Mere ro"
TO_STORM = (cm.Reveal(), cm.Resolve(), cm.NextRound(), cm.OpenRound(), cm.Reveal())
"""From figures that nobody gave to cards on the table."""
LOSS = "Ældre uden MitID"


def storm(*benefits: Benefit, loses: str | None = LOSS, **given: Any) -> Room:
    """R6 is turned; somebody named who loses, unless `loses` is None."""
    room = small(*benefits, at="r6.open", **given)
    if loses is not None:
        command = cm.NameDisbenefit(text=loses, perspective="citizens")
        room.when("citizen_rep", command).then()
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def cards(room: Room) -> dict[str, str]:
    """The card on each benefit, by the benefit's words."""
    nodes = room.state.map.nodes
    return {nodes[one.node].title or "": one.card for one in room.state.map.challenges.values()}


def dealt(room: Room, card: str, node: str = CALM_NODE) -> Challenge:
    """The card held against a node, played by the room where it was not dealt."""
    found = room.node(node).id
    held = [
        one for one in room.state.map.challenges.values() if (one.node, one.card) == (found, card)
    ]
    if not held:
        room.when("citizen_rep", cm.PlayChallenge(card=card, node=found)).then(ev.ChallengeSet)
        return dealt(room, card, node)
    return held[0]


def answer(room: Room, held: Challenge, text: str = "Det har vi styr på", **given: Any) -> None:
    assert held.asked
    command = cm.AnswerChallenge(challenge=held.id, text=text, **given)
    room.when(held.asked, command).then(ev.ChallengeSet)


def state(room: Room, held: Challenge) -> str:
    return room.state.map.challenges[held.id].state
