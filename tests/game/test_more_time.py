"""Somebody needs more time: the step waits a minute past its end, and nobody hears for whom."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game import replay
from game.fold import are_same
from game.model import FACILITATOR, SHELL
from game.slices.own import OWN
from tests.game.dsl import Room, game

MINUTE_MS = 60_000


def late(room: Room, by_ms: int = 3000) -> int:
    """From the last command until this long after the end of the step."""
    now = room.state.round
    assert now is not None
    assert now.ends is not None
    return now.ends - room.at + by_ms


def deadline(room: Room) -> cm.Deadline:
    now = room.state.round
    assert now is not None
    return cm.Deadline(round=now.id, step=now.stage or now.step)


def test_the_end_of_the_step_waits_a_minute_for_who_asked() -> None:
    room = game().advance_to("r1.open")
    asked = room.when("team_lead", cm.MoreTime()).then(ev.MoreTimeAsked).first(ev.MoreTimeAsked)
    now = room.state.round
    assert now is not None
    assert now.ends is not None
    assert asked.until == now.closes == now.ends + MINUTE_MS
    room.when(SHELL, deadline(room), after_ms=late(room)).refused("round.not_over")
    room.when(SHELL, deadline(room), after_ms=late(room, MINUTE_MS)).then(ev.RoundRevealed)


def test_without_the_question_nothing_waits() -> None:
    room = game().advance_to("r1.open")
    now = room.state.round
    assert now is not None
    assert now.closes == now.ends
    room.when(SHELL, deadline(room), after_ms=late(room)).then(ev.RoundRevealed)


def test_nobody_waits_for_who_is_ready_or_has_left() -> None:
    for command in (cm.Done(), None):
        room = game().advance_to("r1.open")
        room.when("team_lead", cm.MoreTime()).then(ev.MoreTimeAsked)
        if command:
            room.when("team_lead", command).then(ev.DoneSaid)
        else:
            room.when(SHELL, cm.SeatGone(seat=room.seat_id("team_lead"))).then(ev.SeatGone)
        room.when(SHELL, deadline(room), after_ms=late(room)).then(ev.RoundRevealed)


def test_in_the_minute_the_last_one_waited_for_closes_the_step() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.MoreTime())
    room.when("team_lead", cm.Done(), after_ms=late(room)).then(ev.DoneSaid, ev.RoundRevealed)


def test_it_is_asked_once_a_step_and_for_a_step_with_an_end() -> None:
    room = game()
    assert room.when("team_lead", cm.MoreTime()).then().events == ()
    room.advance_to("r1.briefing")
    assert room.when("team_lead", cm.MoreTime()).then().events == ()
    room.advance_to("r1.open")
    room.when("team_lead", cm.MoreTime()).then(ev.MoreTimeAsked)
    assert room.when("team_lead", cm.MoreTime()).then().events == ()
    room.desk(cm.Reveal())
    room.when("team_lead", cm.MoreTime()).then(ev.MoreTimeAsked)


def test_the_room_never_hears_who_it_was() -> None:
    room = game().advance_to("r1.open")
    before = {kind: room.see(kind) for kind in ("player", "board")}
    asked = room.when("team_lead", cm.MoreTime()).first(ev.MoreTimeAsked)
    assert asked.seat == room.seat_id("team_lead")
    assert {kind: room.see(kind) for kind in ("player", "board")} == before
    assert not room.see("player", "unit_manager")["me"]["more_time"]
    assert room.see("player", "team_lead")["me"]["more_time"]
    assert "progress" in room.see("facilitator")
    (suggested,) = room.see("facilitator")["suggestions"]
    assert (suggested["do"], suggested["d"]) == ("extend", {"seconds": 60})


def test_the_phone_that_asked_is_told_of_it() -> None:
    room = game().advance_to("r1.open")
    seat = room.seat_id("team_lead")
    (family,) = OWN
    before = family.items(room.state, seat)["me"]
    room.when("team_lead", cm.MoreTime())
    assert not are_same(before, family.items(room.state, seat)["me"])


def test_time_for_everybody_answers_the_question() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.MoreTime())
    room.when(FACILITATOR, cm.Extend(seconds=60)).then(ev.Extended)
    assert room.see("facilitator")["suggestions"] == []
    assert not room.see("player", "team_lead")["me"]["more_time"]


def test_a_pause_takes_nothing_from_it() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.MoreTime())
    room.desk(cm.Pause())
    room.desk(cm.Resume())
    now = room.state.round
    assert now is not None
    assert now.ends is not None
    assert now.closes == now.ends + MINUTE_MS


def test_nobody_asks_for_it_while_the_game_is_paused() -> None:
    room = game().advance_to("r1.open")
    room.desk(cm.Pause())
    room.when("team_lead", cm.MoreTime()).refused("game.paused")
    room.desk(cm.Resume())
    room.when("team_lead", cm.MoreTime()).then(ev.MoreTimeAsked)


def test_nobody_waits_for_who_is_at_the_door_or_for_a_game_that_is_over() -> None:
    room = game().advance_to("r1.open")
    room.desk(cm.RemoveSeat(seat="s_02")).then()
    room.when(SHELL, cm.Knock(seat="s_02")).then(ev.SeatKnocked)
    room.when("s_02", cm.MoreTime()).refused("seat.waiting")
    room.desk(cm.Close()).then(ev.GameClosed)
    assert room.when("s_01", cm.MoreTime()).then().events == ()


def test_a_record_without_its_private_parts_still_replays() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.MoreTime())
    kept = room.state.round
    assert kept is not None
    public = ev.MoreTimeAsked(until=kept.closes or 0)
    erased = replay([*room.events[:-1], public]).round
    assert erased is not None
    assert (erased.slow, erased.closes) == (frozenset(), kept.closes)
