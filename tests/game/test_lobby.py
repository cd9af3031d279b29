"""R0, and people coming and going."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from game.model import FACILITATOR, SHELL
from tests.game.dsl import ROOM, game


def test_a_role_that_is_not_offered_is_refused() -> None:
    room = game(["team_lead"], roles=("team_lead",))
    room.when(SHELL, cm.TakeSeat(role="director")).refused("role.unknown")
    room.when(SHELL, cm.TakeSeat(role="king")).refused("role.unknown")


def test_a_language_the_product_does_not_speak_is_refused() -> None:
    room = game()
    room.when(SHELL, cm.TakeSeat(role="director", language="xx")).refused("language.unknown")
    room.when("team_lead", cm.SetLanguage(language="xx")).refused("language.unknown")


def test_a_locked_room_lets_nobody_in_until_it_is_unlocked() -> None:
    room = game()
    room.desk(cm.Lock()).then(ev.LockSet)
    room.when(SHELL, cm.TakeSeat(role="director")).refused("game.locked")
    room.desk(cm.Unlock()).then(ev.LockSet)
    room.when(SHELL, cm.TakeSeat(role="director")).then(ev.SeatTaken)


def test_a_full_room_lets_nobody_in() -> None:
    room = game(ROOM[:2], capacity=2)
    room.when(SHELL, cm.TakeSeat(role="director")).refused("game.full")


def test_a_closed_game_lets_nobody_in() -> None:
    room = game()
    room.desk(cm.Close()).then(ev.GameClosed)
    room.when(SHELL, cm.TakeSeat(role="director")).refused("game.closed")


def test_a_returning_person_keeps_their_person_id() -> None:
    room = game()
    taken = room.when(SHELL, cm.TakeSeat(role="director", person="p_known"))
    assert taken.first(ev.SeatTaken).person == "p_known"


def test_roles_and_languages_may_be_changed_in_the_lobby() -> None:
    room = game()
    room.when("s_01", cm.TakeRole(role="director")).then(ev.RoleTaken)
    room.when("s_01", cm.SetLanguage(language="en")).then(ev.LanguageSet)
    assert (room.seat("s_01").role, room.seat("s_01").language) == ("director", "en")


def test_a_warm_up_tap_from_everybody_settles_the_lobby() -> None:
    room = game().advance_to("r0.open")
    assert room.ask_ids("team_lead") == ["shake"]
    for seat in room.state.seats:
        room.when(seat, cm.Shake()).then(ev.Shaken)
    assert room.moment == "r0.resolved"
    assert room.ask_ids("team_lead") == []


def test_done_makes_a_seat_ready_once() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.Done()).then(ev.DoneSaid)
    assert room.when("team_lead", cm.Done()).then().events == ()
    assert room.see("player", "team_lead")["me"]["ready"]


def test_done_is_refused_where_nothing_is_asked() -> None:
    game().advance_to("r1.briefing").when("team_lead", cm.Done()).refused("round.step")


def test_a_phone_that_is_gone_changes_only_who_is_waited_for() -> None:
    room = game().advance_to("r1.open")
    room.when(SHELL, cm.SeatGone(seat="s_01")).then(ev.SeatGone)
    assert room.when(SHELL, cm.SeatGone(seat="s_01")).then().events == ()
    assert room.see("board")["round"]["ready"] == [0, 7]
    room.when(SHELL, cm.SeatJoinedAgain(seat="s_01")).then(ev.SeatBack)
    assert room.when(SHELL, cm.SeatJoinedAgain(seat="s_01")).then().events == ()
    assert room.see("board")["round"]["ready"] == [0, 8]


def test_a_late_joiner_is_asked_what_the_open_round_asks() -> None:
    room = game().advance_to("r1.open")
    taken = room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken)
    assert len(room.ask_ids(taken.seat)) == 2


def test_a_late_joiner_gets_a_full_hand_while_the_effects_are_open() -> None:
    room = game().advance_to("r2.open")
    taken = room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken)
    hand = room.see("player", taken.seat)["hand"]
    assert len(hand) == 9
    assert room.see("player", taken.seat)["me"]["plays_left"] == 3


def test_who_comes_between_two_waves_plays_in_the_second() -> None:
    room = game(variant="extended90").advance_to("r2.second")
    first = room.state.round.hands if room.state.round else {}
    late = room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken).seat
    assert room.see("player", late)["hand"] == []
    room.desk(cm.OpenRound()).then(ev.RoundOpened, ev.HandsDealt)
    assert len(room.see("player", late)["hand"]) == 9
    assert room.see("player", late)["me"]["plays_left"] == 3
    assert room.state.round is not None
    assert {seat: room.state.round.hands[seat] for seat in first} == first
    room.when(late, cm.PlayCard(card="blank", text="Mere ro", perspective="citizens")).then()


@pytest.mark.parametrize("seat", ["s_99", "nobody"])
def test_a_foreign_seat_may_do_nothing(seat: str) -> None:
    game().when(seat, cm.Shake()).refused("seat.unknown")


def test_a_player_may_not_do_what_the_facilitator_does() -> None:
    game().when("s_01", cm.Start()).refused("command.not_yours")


def test_the_facilitator_may_not_do_what_a_player_does() -> None:
    game().desk(cm.Shake()).refused("command.not_yours")


def test_an_absent_role_has_nobody_to_play_it() -> None:
    room = game()
    added = room.desk(cm.AddAbsent(role="system_owner")).first(ev.SeatTaken)
    room.when(added.seat, cm.Shake()).refused("seat.unknown")
    assert FACILITATOR not in room.state.seats


def test_late_joiners_wait_at_the_door_where_the_facilitator_lets_them_in() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.JoinPolicy(policy="approve")).then()
    late = room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken).seat
    assert room.see("player", late)["me"]["waiting"]
    assert room.see("player", late)["asks"] == []
    assert len(room.see("board")["roster"]) == 9
    assert room.see("board")["count"]["seats"] == 8
    room.when(late, cm.Done()).refused("seat.waiting")
    room.when(late, cm.SetLanguage(language="en")).then(ev.LanguageSet)
    (suggested,) = room.see("facilitator")["suggestions"]
    assert (suggested["do"], suggested["d"]) == ("let_in", {"seat": late})
    room.desk(cm.LetIn(seat=late)).then(ev.SeatAdmitted, ev.HandsDealt)
    assert room.see("player", late)["me"]["plays_left"] == 3
    room.desk(cm.LetIn(seat=late)).refused("seat.unknown")


def test_nobody_is_let_in_to_a_full_room_and_who_waits_goes_on_waiting() -> None:
    room = game(ROOM[:3], capacity=3).advance_to("r1.open")
    room.desk(cm.JoinPolicy(policy="approve")).then()
    room.desk(cm.RemoveSeat(seat="s_01")).then()
    first, second = (
        room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken).seat for _ in range(2)
    )
    room.desk(cm.LetIn(seat=first)).then(ev.SeatAdmitted)
    room.desk(cm.LetIn(seat=second)).refused("game.full")
    assert room.seat(second).waiting
    room.desk(cm.RemoveSeat(seat="s_02")).then()
    room.desk(cm.LetIn(seat=second)).then(ev.SeatAdmitted)


def test_a_full_room_takes_nobody_without_a_phone_and_nobody_back_by_undo() -> None:
    room = game(ROOM[:2], capacity=2)
    proxy = cm.AddProxy(role="citizen_rep", name="Ida")
    room.desk(proxy).refused("game.full")
    room.desk(cm.RemoveSeat(seat="s_01")).then()
    room.when(SHELL, cm.TakeSeat(role="director")).then()
    assert room.see("facilitator")["undo"] is None
    room.desk(cm.Undo()).refused("game.full")
    room.desk(cm.RemoveSeat(seat="s_03")).then()
    room.desk(proxy).then(ev.SeatTaken)


def test_nobody_waits_at_the_door_of_the_lobby() -> None:
    room = game()
    room.desk(cm.JoinPolicy(policy="approve")).then()
    late = room.when(SHELL, cm.TakeSeat(role="director")).first(ev.SeatTaken).seat
    assert not room.see("player", late)["me"]["waiting"]
