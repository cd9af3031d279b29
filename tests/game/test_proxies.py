"""What the facilitator sees of a seat without a phone."""

from game import commands as cm
from game.model import FACILITATOR
from tests.game.dsl import game


def room_with_a_proxy():
    room = game(["head_of_operations", "unit_manager", "team_lead"])
    room.when(FACILITATOR, cm.AddProxy(role="citizen_rep", name="Ib")).then()
    return room.advance_to("r2.open"), "s_04"


def test_a_person_without_a_phone_has_a_name_that_can_be_read():
    room = game()
    room.desk(cm.AddProxy(role="citizen_rep", name="\u200b")).refused("text.missing")
    room.desk(cm.AddProxy(role="citizen_rep", name="x" * 61)).refused("text.too_long")
    room.desk(cm.AddAbsent(role="citizen_rep", name="x" * 61)).refused("text.too_long")


def test_the_facilitator_sees_what_a_proxy_seat_may_play():
    room, proxy = room_with_a_proxy()
    seen = room.see("facilitator")
    assert seen[f"hand/{proxy}"] == room.see("player", proxy)["hand"]
    assert seen[f"asks/{proxy}"] == room.see("player", proxy)["asks"]


def test_nobody_sees_the_hand_of_a_person_with_a_phone():
    room, proxy = room_with_a_proxy()
    names = [*room.see("facilitator"), *room.see("board")]
    shown = {name for name in names if name.startswith(("hand", "asks", "plays"))}
    assert shown == {f"hand/{proxy}", f"asks/{proxy}"}


def test_the_board_sees_nothing_of_a_proxy_seat():
    room, _ = room_with_a_proxy()
    assert not [name for name in room.see("board") if name.startswith(("hand", "asks"))]


def test_a_removed_proxy_leaves_nothing():
    room, proxy = room_with_a_proxy()
    room.when(FACILITATOR, cm.RemoveSeat(seat=proxy)).then()
    assert f"hand/{proxy}" not in room.see("facilitator")
