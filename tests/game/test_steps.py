"""Steps, waves, time (game.md 2.1)."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game.model import FACILITATOR, SHELL
from game.slices.room import instant
from game.variants import variant
from tests.game.dsl import Room, game


def now(room: Room) -> object:
    assert room.state.round is not None
    return room.state.round


def test_a_game_without_a_seat_does_not_start() -> None:
    game([]).desk(cm.Start()).refused("game.empty")


def test_a_game_starts_once() -> None:
    room = game()
    room.desk(cm.Start()).then(ev.GameStarted, ev.RoundBegan)
    room.desk(cm.Start()).refused("round.step")


def test_steps_come_in_their_order_and_no_other() -> None:
    room = game().advance_to("r1.briefing")
    room.desk(cm.Reveal()).refused("round.step")
    room.desk(cm.Resolve()).refused("round.step")
    room.desk(cm.OpenVote()).refused("round.step")
    room.desk(cm.NextRound()).refused("round.step")
    room.desk(cm.OpenRound()).then(ev.RoundOpened)
    room.desk(cm.OpenRound()).refused("round.step")
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    room.desk(cm.Reveal()).refused("round.step")
    room.desk(cm.OpenRound()).refused("round.step")
    room.desk(cm.Resolve()).then(ev.RoundResolved, ev.MapVersioned)
    room.desk(cm.Resolve()).refused("round.step")
    room.desk(cm.NextRound()).then(ev.RoundLeft, ev.RoundBegan)


def test_steps_need_a_round() -> None:
    room = game()
    for command in (
        cm.OpenRound(),
        cm.Reveal(),
        cm.Resolve(),
        cm.NextRound(),
        cm.Extend(seconds=1),
    ):
        room.desk(command).refused("round.step")


def test_two_clicks_advance_once() -> None:
    room = game().advance_to("r1.resolved")
    room.desk(cm.NextRound()).then(ev.RoundBegan)
    room.desk(cm.NextRound()).refused("round.step")


def test_the_vote_comes_before_the_effects_are_settled() -> None:
    room = game().advance_to("r2.second")
    room.desk(cm.Resolve()).refused("round.step")
    room.desk(cm.OpenVote()).then(ev.StageBegan)


def test_everybody_ready_turns_the_cards_and_never_settles_them() -> None:
    room = game().advance_to("r1.open")
    for seat in list(room.state.seats):
        room.when(seat, cm.Done()).then(ev.DoneSaid)
    assert room.moment == "r1.revealed"
    for seat in list(room.state.seats):
        room.when(seat, cm.Done())
    assert room.moment == "r1.revealed"


def test_a_room_that_everybody_left_is_not_ready() -> None:
    room = game(["team_lead"]).advance_to("r1.open")
    room.when(SHELL, cm.SeatGone(seat="s_01")).then()
    assert room.moment == "r1.open"


def test_the_deadline_turns_the_cards_and_then_settles_the_round() -> None:
    room = game().advance_to("r1.open")
    room.when(SHELL, cm.Deadline(round="r1", step="open")).refused("round.not_over")
    late = 20 * 60_000
    room.when(SHELL, cm.Deadline(round="r1", step="open"), after_ms=late).then(ev.RoundRevealed)
    room.when(SHELL, cm.Deadline(round="r1", step="open")).refused("round.step")
    command = cm.Deadline(round="r1", step="revealed")
    room.when(SHELL, command, after_ms=late).then(ev.RoundResolved)
    room.when(SHELL, cm.Deadline(round="r1", step="resolved")).refused("round.step")


def test_the_deadline_of_seconding_opens_the_vote() -> None:
    room = game().advance_to("r2.second")
    command = cm.Deadline(round="r2", step="second")
    room.when(SHELL, command, after_ms=61_000).then(ev.StageBegan)


def test_the_last_round_has_no_next_and_the_first_none_before() -> None:
    room = game().advance_to("r7.resolved")
    room.desk(cm.NextRound()).refused("round.last")
    game().advance_to("r0.open").desk(cm.PreviousRound()).refused("round.first")


def test_a_pause_stops_players_and_gives_back_the_rest_of_the_time() -> None:
    room = game().advance_to("r1.open")
    assert room.state.round is not None
    ends = room.state.round.ends
    assert ends is not None
    room.desk(cm.Pause()).then(ev.Paused)
    room.desk(cm.Pause()).refused("round.step")
    room.when("team_lead", cm.ConfirmGoal(goal="n1", fist=4)).refused("game.paused")
    room.when("team_lead", cm.SetLanguage(language="en")).then(ev.LanguageSet)
    assert room.ask_ids("team_lead") == []
    assert room.see("facilitator")["next"]["do"] == "resume"
    since = room.see("board")["game"]["paused_at"]
    assert since == instant(room.state.paused_at)  # so that a screen can say what is left
    room.desk(cm.Resume()).then(ev.Resumed)
    assert room.see("board")["game"]["paused_at"] is None
    assert room.state.round.ends == ends + 4000
    room.desk(cm.Resume()).refused("round.step")


def test_a_pause_between_the_timed_steps_has_no_end_to_move() -> None:
    room = game().advance_to("r1.briefing")
    room.desk(cm.Pause()).then()
    room.desk(cm.Resume()).then()
    assert room.state.round is not None
    assert room.state.round.ends is None


def left(room: Room) -> int:
    """The seconds left of the step, as a phone counts them."""
    assert room.state.round is not None
    assert room.state.round.ends is not None
    return (room.state.round.ends - room.at) // 1000


LONG = 10 * 60_000


def test_what_is_opened_or_turned_in_a_pause_has_its_own_time_after_it() -> None:
    room = game().advance_to("r2.briefing")
    assert room.state.round is not None
    budget = room.state.round.budget_ends - room.at
    room.desk(cm.Pause()).then()
    room.when(FACILITATOR, cm.OpenRound(), after_ms=LONG).then(ev.RoundOpened)
    room.desk(cm.Resume()).then()
    assert left(room) == 210
    assert room.state.round.budget_ends - room.at == budget - 1000
    room.desk(cm.Pause()).then()
    room.when(FACILITATOR, cm.Reveal(), after_ms=LONG).then(ev.RoundRevealed)
    room.desk(cm.Resume()).then()
    assert left(room) == 60


def test_time_given_in_a_pause_is_added_to_what_was_left_before_it() -> None:
    room = game().advance_to("r2.open")
    before = left(room)
    room.when(FACILITATOR, cm.Pause(), after_ms=0).then()
    room.when(FACILITATOR, cm.Extend(seconds=60), after_ms=LONG).then(ev.Extended)
    room.desk(cm.Resume()).then()
    assert left(room) == before + 60


def test_a_stopped_clock_that_is_set_in_a_pause_begins_when_the_game_goes_on() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.StopClock()).then()
    room.desk(cm.Pause()).then()
    room.when(FACILITATOR, cm.Extend(seconds=60), after_ms=LONG).then(ev.Extended)
    room.desk(cm.Resume()).then()
    assert left(room) == 60


def test_a_pause_takes_nothing_from_the_minutes_that_roll_over() -> None:
    room = game().advance_to("r1.revealed")
    assert room.state.round is not None
    spare = room.state.round.budget_ends - room.at
    room.when(FACILITATOR, cm.Pause(), after_ms=0).then()
    room.when(FACILITATOR, cm.Resolve(), after_ms=LONG).then()
    assert room.state.spare_ms == spare
    room.desk(cm.NextRound()).then()
    room.desk(cm.Resume()).then()
    assert room.state.round.budget_ends == room.at + 14 * 60_000 + spare


def test_a_revote_called_in_a_pause_has_its_own_time_after_it() -> None:
    room = game().advance_to("r2.vote")
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    seats = [seat for seat in room.state.seats if f"vote:{node}" in room.ask_ids(seat)]
    for at, seat in enumerate(seats):
        room.when(seat, cm.Vote(node=node, belief=5 * (at % 2), importance=3)).then()
    room.answer_all()
    room.desk(cm.Resolve()).then()
    room.desk(cm.Pause()).then()
    room.when(FACILITATOR, cm.CallRevote(nodes=(node,)), after_ms=LONG).then(ev.Revoted)
    room.desk(cm.Resume()).then()
    lasts = variant("standard75")
    assert left(room) == lasts.revote_s + lasts.revote_talk_s


def test_the_lobby_cannot_be_paused() -> None:
    game().desk(cm.Pause()).refused("round.step")


def test_time_is_lengthened_and_shortened_but_never_to_before_now() -> None:
    room = game().advance_to("r1.open")
    assert room.state.round is not None
    ends = room.state.round.ends or 0
    room.desk(cm.Extend(seconds=60)).then(ev.Extended)
    assert room.state.round.ends == ends + 60_000
    room.desk(cm.Extend(seconds=-9999)).then(ev.Extended)
    assert room.state.round.ends == room.at


def test_there_is_no_time_to_change_in_a_briefing() -> None:
    game().advance_to("r1.briefing").desk(cm.Extend(seconds=60)).refused("round.step")


def test_unused_minutes_roll_over_to_the_next_round() -> None:
    room = game().advance_to("r1.resolved")
    assert room.state.spare_ms > 0
    spare = room.state.spare_ms
    room.desk(cm.NextRound()).then()
    assert room.state.round is not None
    assert room.state.round.budget_ends == room.at + 14 * 60_000 + spare


def test_every_settled_round_writes_a_version_and_closing_a_final_one() -> None:
    room = game(variant="short30").advance_to("closed")
    versions = [event for event in room.events if isinstance(event, ev.MapVersioned)]
    assert [event.version for event in versions] == list(range(1, len(versions) + 1))
    assert [event.round for event in versions] == ["r0", "r1", "r2", "r4", "r5", "r6", "r7", "r7"]


def test_the_game_may_be_closed_at_any_step_and_then_takes_no_plays() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.Close()).then(ev.GameClosed, ev.MapVersioned)
    room.when("team_lead", cm.PlayCard(card="blank")).refused("game.closed")
    room.desk(cm.Resolve()).refused("game.closed")
    room.desk(cm.Close()).refused("game.closed")
    assert room.see("facilitator")["next"] is None


def test_a_lobby_may_be_closed_too() -> None:
    game().desk(cm.Close()).then(ev.GameClosed, ev.MapVersioned)
