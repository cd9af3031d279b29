"""A way to a goal for every benefit (BR13)."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game import evolve
from tests.game.dsl import Room, game
from tests.game.reached import CALM, QUICK, edges, small

CALM_NODE, QUICK_NODE = "Mere ro", "Hurtigere svar"


def link(room: Room, seat: str, source: str, target: str, kind: str = "leads_to") -> None:
    command = cm.ProposeEdge(from_=room.node(source).id, to=room.node(target).id, kind=kind)
    room.when(seat, command).then(ev.PlayMade)


def told(room: Room, rule: str) -> list[dict[str, str]]:
    return [dict(entry.params) for entry in room.state.log if entry.rule == rule]


def goals_of(room: Room, node: str) -> list[tuple[str, str]]:
    found = edges(room, "benefit", "goal")
    return [(target, edge.state) for (source, target), edge in found.items() if source == node]


def unserved(*goals: str | None) -> Room:
    """Three seats of three groups played calm, and named these goals for it."""
    room = game().advance_to("r2.open")
    for seat, goal in zip(("team_lead", "citizen_rep", "staff_rep"), goals, strict=True):
        play = cm.PlayCard(card="blank", text=CALM_NODE, perspective="employees", target=goal)
        room.when(seat, play).then()
    room.desk(cm.Reveal()).then()
    return room.advance_to("r3.open")


def drop(room: Room, *arrows: str) -> Room:
    """The room with these arrows gone, as a retype would leave it."""
    for edge in arrows:
        room.state = evolve(room.state, ev.EdgeDropped(edge=edge))
    return room


def test_a_benefit_that_reaches_no_goal_is_led_to_the_first() -> None:
    room = unserved(None, None, None).advance_to("r3.resolved")
    calm = room.node(CALM_NODE).id
    assert goals_of(room, calm) == [("n1", "dashed")]
    assert {"goal": "n1"} in told(room, "BR13")


def test_a_benefit_that_reaches_no_goal_is_led_to_the_one_most_of_its_players_named() -> None:
    room = unserved("n2", "n2", "n1")
    calm = room.node(CALM_NODE).id
    drop(room, *(f"{calm}>{goal}" for goal in ("n1", "n2"))).advance_to("r3.resolved")
    assert goals_of(room, calm) == [("n2", "dashed")]


def test_a_benefit_that_leads_to_one_that_reaches_a_goal_needs_no_arrow_of_its_own() -> None:
    room = small(CALM, QUICK, at="r3.open")
    calm, quick = room.node(CALM_NODE).id, room.node(QUICK_NODE).id
    drop(room, f"{calm}>n1", f"{quick}>n1")
    link(room, "team_lead", CALM_NODE, QUICK_NODE)
    room.advance_to("r3.resolved")
    assert goals_of(room, quick) == [("n1", "dashed")]
    assert goals_of(room, calm) == []
