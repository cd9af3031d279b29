"""What the facilitator parks by hand counts against the meters only after R2 (game.md 7)."""

from __future__ import annotations

import pytest

from game import commands as cm
from tests.game.dsl import game, next_game
from tests.game.reached import CALM, QUICK, small


def test_what_the_facilitator_parked_is_not_taken_back_by_a_second() -> None:
    room = game().advance_to("r2.open")
    played = cm.PlayCard(card="blank", text="Mere ro", perspective="employees")
    room.when("s_01", played).then()
    room.desk(cm.Reveal()).then()
    node = room.node("Mere ro").id
    room.desk(cm.Park(node=node)).then()
    room.when("s_03", cm.Second(node=node)).refused("node.parked")
    room.desk(cm.Unpark(node=node)).then()
    room.when("s_03", cm.Second(node=node)).then()


def test_a_benefit_parked_during_the_effects_is_out_of_the_meters():
    room = game().advance_to("r2.vote")
    node = room.nodes("benefit")[0]
    room.desk(cm.Park(node=node.id)).then()
    assert room.node(node.id).parked_by == "hand_in_r2"


def test_a_benefit_parked_later_still_counts_in_the_divisor():
    room = game().advance_to("r3.open")
    node = next(one for one in room.nodes("benefit") if one.counts)
    room.desk(cm.Park(node=node.id)).then()
    assert room.node(node.id).parked_by == "hand"


def test_so_is_one_that_is_parked_while_the_effects_are_played_once_more():
    room = game().advance_to("r3.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r2.open")
    assert room.state.round.id == "r2.2"
    first, second, third = [one.id for one in room.nodes("benefit") if one.counts][:3]
    room.desk(cm.Park(node=first)).then()
    assert room.node(first).parked_by == "hand_in_r2"
    room.advance_to("r2.resolved")
    room.desk(cm.Park(node=second)).then()
    assert room.node(second).parked_by == "hand"
    room.advance_to("r3.briefing")
    room.desk(cm.Park(node=third)).then()
    assert room.node(third).parked_by == "hand"


def test_a_game_that_is_closed_while_the_effects_are_played_has_them_behind_it():
    room = game().advance_to("r2.vote")
    node = room.nodes("benefit")[0].id
    room.desk(cm.Close()).then()
    room.desk(cm.Park(node=node)).then()
    assert room.node(node).parked_by == "hand"


@pytest.mark.parametrize("begun", [False, True])
def test_what_an_earlier_game_accepted_counts_as_nothing_when_it_is_parked(*, begun: bool) -> None:
    room = small(CALM, QUICK, at="r4.open")
    room.desk(cm.Close()).then()
    after = next_game(room)
    if begun:
        after.desk(cm.Start()).then()
    before = after.see("facilitator")["meters"]["ownership"]
    after.desk(cm.Park(node=after.node(CALM[0]).id)).then()
    assert after.node(CALM[0]).parked_by == "hand"
    assert after.see("facilitator")["meters"]["ownership"] == before
