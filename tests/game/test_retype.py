"""The facilitator makes a card another type while the room plays (game.md 2.1, 3)."""

from __future__ import annotations

import pytest

from game import commands as cm
from tests.game.dsl import Room
from tests.game.reached import CALM, QUICK, counted, reached, small


def asked_about(room: Room, node: str) -> set[str]:
    """What the room is asked about a node, by the command that would answer."""
    return {
        ask.do
        for seat in room.state.seats
        for ask in room.asks(seat)
        if ask.d.get("node") == node and not ask.optional
    }


# --- questions that were put already -------------------------------------------------------------


def test_a_benefit_that_is_a_deliverable_after_all_is_accepted_and_not_voted_on() -> None:
    room = reached("r2.vote")
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == set()
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert room.node(node).state == "accepted"


def test_a_card_that_is_a_benefit_again_is_on_its_ballots_again() -> None:
    room = reached("r2.vote")
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    room.desk(cm.Retype(node=node, type="enabler")).then()
    room.desk(cm.Retype(node=node, type="benefit")).then()
    assert (room.node(node).state, asked_about(room, node)) == ("supported", {"vote"})


def test_a_deliverable_that_is_a_benefit_after_all_is_accepted_once_the_vote_has_begun() -> None:
    room = reached("r2.vote")
    room.desk(cm.Retype(node="n3", type="benefit")).then()
    assert (room.node("n3").state, asked_about(room, "n3")) == ("accepted", set())


def test_what_must_change_is_not_asked_of_something_that_is_a_change_itself() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    assert asked_about(room, node) == {"propose_change"}
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == {"propose_change"}
    room.desk(cm.Retype(node=node, type="change")).then()
    assert asked_about(room, node) == set()


@pytest.mark.parametrize("kind", ["enabler", "change"])
def test_what_is_no_benefit_any_more_is_neither_measured_nor_guessed(kind: str) -> None:
    room = small(CALM, QUICK, at="r5.open")
    node = room.node("Mere ro").id
    assert asked_about(room, node) == {"choose_measure", "estimate"}
    for seat in ("s_01", "s_02", "s_03"):
        room.when(seat, cm.GiveEstimate(node=node, value="5")).then()
    room.desk(cm.Retype(node=node, type=kind)).then()
    assert asked_about(room, node) == set()
    room.when("s_04", cm.GiveEstimate(node=node, value="5")).refused("estimate.not_asked")
    room.answer_all()
    assert node not in room.state.map.estimates


def test_a_measure_of_what_is_no_benefit_any_more_is_judged_by_nobody() -> None:
    room = small(CALM, QUICK, at="r5.open")
    node = room.node("Mere ro").id
    seat = next(one for one in room.state.seats if f"choose_measure:{node}" in room.ask_ids(one))
    (ask,) = (one for one in room.asks(seat) if one.id == f"choose_measure:{node}")
    room.answer(seat, ask).then()
    judge = next(one for one in room.state.seats if f"judge_measure:{node}" in room.ask_ids(one))
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == set()
    room.when(judge, cm.JudgeMeasure(node=node, countable=False)).refused("measure.not_asked")
