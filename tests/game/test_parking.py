"""What the facilitator parks by hand counts against the meters only after R2 (game.md 7)."""

from __future__ import annotations

from game import commands as cm
from tests.game.dsl import game


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
