"""Arrows: proposed by one, asked of others, turned, drawn or left out (BR5-BR7, BR13)."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from game.model import EnablerText
from tests.game.dsl import ROOM, Room
from tests.game.reached import CALM, CHEAP, QUICK, edges, now, small

CALM_NODE, QUICK_NODE = "Mere ro", "Hurtigere svar"


def link(room: Room, seat: str, source: str, target: str, kind: str = "leads_to") -> None:
    command = cm.ProposeEdge(from_=room.node(source).id, to=room.node(target).id, kind=kind)
    room.when(seat, command).then(ev.PlayMade)


def turned(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def linked(seat: str = "team_lead") -> Room:
    """One seat proposed that calm leads to speed; the arrow is on the map and asked about."""
    room = small(CALM, QUICK, at="r3.open")
    link(room, seat, CALM_NODE, QUICK_NODE)
    return turned(room)


def arrow(room: Room) -> str:
    return f"{room.node(CALM_NODE).id}>{room.node(QUICK_NODE).id}"


def told(room: Room, rule: str) -> list[dict[str, str]]:
    return [dict(entry.params) for entry in room.state.log if entry.rule == rule]


def answer(room: Room, *answers: bool) -> Room:
    """The first of those who are asked about the arrow answer, then the round is settled."""
    asked = now(room.state).asked[f"answer_edge:{arrow(room)}"]
    for seat, yes in zip(asked, answers, strict=False):
        room.when(seat, cm.AnswerEdge(edge=arrow(room), yes=yes)).then(ev.AnswerGiven)
    room.desk(cm.Resolve()).then()
    return room


# --- proposing ---------------------------------------------------------------------------------


def test_each_seat_has_one_free_link() -> None:
    room = small(CALM, QUICK, CHEAP, at="r3.open")
    link(room, "team_lead", CALM_NODE, QUICK_NODE)
    second = cm.ProposeEdge(from_=room.node(CHEAP[0]).id, to=room.node(QUICK_NODE).id)
    room.when("team_lead", second).refused("edge.free_used")


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        (CALM_NODE, CALM_NODE, "leads_to"),
        (CALM_NODE, QUICK_NODE, "stops"),
        (CALM_NODE, QUICK_NODE, "mitigates"),
        (CALM_NODE, "Digital ansøgning", "mitigates"),
        ("n1", "n2", "leads_to"),
    ],
)
def test_an_arrow_that_is_legal_neither_way_is_refused(source: str, target: str, kind: str) -> None:
    room = small(CALM, QUICK, at="r3.open")
    command = cm.ProposeEdge(from_=room.node(source).id, to=room.node(target).id, kind=kind)
    room.when("team_lead", command).refused("edge.illegal")


def test_an_arrow_that_is_on_the_map_already_is_refused() -> None:
    room = small(CALM, at="r3.open")
    command = cm.ProposeEdge(from_=room.node(CALM_NODE).id, to="n1")
    room.when("team_lead", command).refused("edge.exists")


# --- asking and answering ------------------------------------------------------------------------


def test_an_arrow_of_one_is_asked_of_three_others() -> None:
    room = linked()
    asked = now(room.state).asked[f"answer_edge:{arrow(room)}"]
    assert len(asked) == 3
    assert room.seat("team_lead").id not in asked
    (ask,) = room.asks(asked[0])
    assert (ask.do, ask.needs, ask.text.id) == ("answer_edge", ("yes",), "ask.answer_edge")


def test_in_a_room_of_two_the_other_one_is_asked() -> None:
    room = small(CALM, QUICK, at="r3.open", players=ROOM[:2])
    link(room, "s_01", CALM_NODE, QUICK_NODE)
    turned(room)
    assert now(room.state).asked[f"answer_edge:{arrow(room)}"] == ("s_02",)


def test_an_answered_question_is_gone() -> None:
    room = linked()
    seat = now(room.state).asked[f"answer_edge:{arrow(room)}"][0]
    room.when(seat, cm.AnswerEdge(edge=arrow(room), yes=True)).then(ev.AnswerGiven)
    assert room.asks(seat) == ()


def test_only_those_who_are_asked_may_answer() -> None:
    room = linked()
    room.when("team_lead", cm.AnswerEdge(edge=arrow(room), yes=True)).refused("edge.not_asked")
    room.when("team_lead", cm.AnswerEdge(edge="n1>n9", yes=True)).refused("edge.unknown")


def test_nobody_is_asked_about_a_card_that_was_parked() -> None:
    room = linked()
    seat = now(room.state).asked[f"answer_edge:{arrow(room)}"][0]
    room.desk(cm.Park(node=room.node(QUICK_NODE).id)).then()
    assert room.asks(seat) == ()


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((True, True, False), "solid"),
        ((True, False, False), "dashed"),
        ((True,), "solid"),
        ((), "dashed"),
    ],
)
def test_three_fifths_of_the_answers_make_an_arrow_solid(
    answers: tuple[bool, ...], state: str
) -> None:
    room = answer(linked(), *answers)
    assert (
        edges(room, "benefit", "benefit")[room.node(CALM_NODE).id, room.node(QUICK_NODE).id].state
        == state
    )
    assert len(told(room, "BR6.dashed")) == (state == "dashed")


def test_an_arrow_that_a_retype_took_away_is_not_settled() -> None:
    room = linked()
    room.desk(cm.Retype(node=room.node(CALM_NODE).id, type="enabler")).then(ev.EdgeDropped)
    room.desk(cm.Resolve()).then()
    assert edges(room, "enabler", "benefit") == {}


def test_two_from_different_role_groups_are_asked_of_nobody() -> None:
    room = small(CALM, QUICK, at="r3.open")
    for seat in ("team_lead", "citizen_rep"):
        link(room, seat, CALM_NODE, QUICK_NODE)
    turned(room)
    edge = room.state.map.edges[arrow(room)]
    assert (edge.state, edge.support) == ("solid", 2)
    assert f"answer_edge:{arrow(room)}" not in now(room.state).asked


def test_two_of_one_role_group_are_asked_about_all_the_same() -> None:
    room = small(CALM, QUICK, at="r3.open")
    for seat in ("team_lead", "unit_manager"):
        link(room, seat, CALM_NODE, QUICK_NODE)
    turned(room)
    edge = room.state.map.edges[arrow(room)]
    assert (edge.state, edge.support) == ("dashed", 2)


# --- the build -----------------------------------------------------------------------------------


def test_an_arrow_drawn_backwards_is_turned_and_told() -> None:
    room = small(CALM, at="r3.open")
    change = "Ny vagtplan"
    room.when("citizen_rep", cm.ProposeChange(node=room.node("E1").id, text=change)).then()
    turned(room)
    room.desk(cm.Resolve()).then()
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r3.open")
    link(room, "team_lead", CALM_NODE, change)
    turned(room)
    (edge,) = edges(room, "change", "benefit").values()
    assert (edge.flipped, edge.source) == (True, room.node(change).id)
    assert "rule:BR5" in edge.provenance
    assert len(told(room, "BR5.flipped")) == 1


def test_an_arrow_drawn_both_ways_by_two_is_one_arrow() -> None:
    room = small(CALM, at="r3.open")
    calm = room.node(CALM_NODE).id
    command = cm.ProposeEdge(from_="n2", to=calm)
    room.when("team_lead", command).then()
    room.when("citizen_rep", cm.ProposeEdge(from_=calm, to="n2")).then()
    turned(room)
    edge = room.state.map.edges[f"{calm}>n2"]
    assert (edge.support, edge.state, edge.flipped) == (2, "solid", True)


def test_a_circle_is_left_out_and_told() -> None:
    room = small(CALM, QUICK, at="r3.open")
    link(room, "team_lead", CALM_NODE, QUICK_NODE)
    link(room, "unit_manager", CALM_NODE, QUICK_NODE)
    link(room, "citizen_rep", QUICK_NODE, CALM_NODE)
    turned(room)
    assert list(edges(room, "benefit", "benefit")) == [tuple(arrow(room).split(">"))]
    assert len(told(room, "BR7")) == 1


def test_a_deliverable_said_to_make_a_benefit_leaves_a_ghost_between() -> None:
    room = small(CALM, at="r3.open")
    for seat in ("team_lead", "citizen_rep"):
        link(room, seat, "Digital ansøgning", CALM_NODE)
    turned(room)
    (ghost,) = room.nodes("change")
    assert (ghost.ghost, ghost.label, ghost.support, ghost.state) == (True, "?1", 2, "accepted")
    assert list(edges(room, "enabler", "change")) == [("n3", ghost.id)]
    assert list(edges(room, "change", "benefit")) == [(ghost.id, room.node(CALM_NODE).id)]
    assert len(told(room, "BR5.ghost")) == 1


def test_the_same_gap_makes_no_second_ghost() -> None:
    room = small(CALM, at="r3.open")
    link(room, "team_lead", "Digital ansøgning", CALM_NODE)
    room.advance_to("r4.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r3.open")
    link(room, "citizen_rep", "Digital ansøgning", CALM_NODE)
    turned(room)
    assert sum(node.ghost for node in room.nodes("change")) == 1


def test_five_ghosts_stay_and_the_rest_are_parked() -> None:
    texts = [EnablerText(text=f"Leverance {number}") for number in range(6)]
    room = small(CALM, at="r3.open", enablers=tuple(texts))
    for seat, text in zip(room.state.seats, texts, strict=False):
        link(room, seat, text.text, CALM_NODE)
    turned(room)
    ghosts = [node.state for node in room.nodes("change")]
    assert (ghosts.count("accepted"), ghosts.count("parked")) == (5, 1)


def test_a_link_drawn_in_the_headwind_is_asked_about_at_once() -> None:
    room = small(CALM, QUICK, at="r6.revealed")
    command = cm.ProposeEdge(from_=room.node(CALM_NODE).id, to=room.node(QUICK_NODE).id)
    room.when("team_lead", command).then(ev.EdgeLinked, ev.Asked)
    assert edges(room, "benefit", "benefit")[command.from_, command.to].state == "dashed"


def test_a_dashed_arrow_that_another_group_proposes_later_is_asked_about_again() -> None:
    room = small(CALM, at="r3.open")
    calm = room.node(CALM_NODE).id
    change = cm.ProposeChange(node=calm, text="Ny vagtplan")
    room.when("citizen_rep", change).then()
    turned(room)
    room.desk(cm.Resolve()).then()
    room.advance_to("r6.revealed")
    room.when("team_lead", change).then()
    (edge,) = edges(room, "change", "benefit").values()
    question = f"answer_edge:{edge.id}"
    assert (edge.state, edge.support) == ("dashed", 2)
    for seat in now(room.state).asked[question]:
        room.when(seat, cm.AnswerEdge(edge=edge.id, yes=True)).then()
    room.advance_to("r7.briefing")
    assert room.state.map.edges[edge.id].state == "solid"


def test_a_mitigation_is_asked_about_in_its_own_words() -> None:
    room = small(CALM, at="r6.open")
    room.when("citizen_rep", cm.NameDisbenefit(text="Ældre taber", perspective="citizens")).then()
    turned(room)
    loss = room.node("Ældre taber").id
    room.when("citizen_rep", cm.ProposeChange(node=loss, text="Telefonvagt")).then(ev.Asked)
    (question,) = (one for one in now(room.state).asked if one.startswith("answer_edge"))
    seat = now(room.state).asked[question][0]
    (ask,) = (one for one in room.asks(seat) if one.id == question)
    assert ask.text.id == "ask.answer_edge.mitigates"


def test_the_half_hour_asks_nobody_about_an_arrow() -> None:
    room = small(CALM, QUICK, at="r6.revealed", variant="short30")
    command = cm.ProposeEdge(from_=room.node(CALM_NODE).id, to=room.node(QUICK_NODE).id)
    room.when("team_lead", command).then(ev.EdgeLinked)
    assert edges(room, "benefit", "benefit")[command.from_, command.to].state == "solid"
