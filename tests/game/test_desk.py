"""Who leads: the owner, or a deputy who took over while nobody led."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game.decide.console import EDITS
from game.decide.titles import show_node
from game.fold import are_same
from game.model import SHELL
from game.slices import GROUPS
from tests.game.dsl import Room, game


def take(room: Room, desk: str, *, leads: str = "", is_away: bool = True, digest: str = ""):
    asked = cm.TakeDesk(desk=desk, leads=leads, is_away=is_away, digest=digest)
    return room.when(SHELL, asked)


def with_deputy(room: Room, name: str = "Bo") -> str:
    return room.desk(cm.AddDeputy(name=name)).first(ev.DeputyAdded).person


def test_a_deputy_takes_over_only_when_nobody_has_led_for_a_minute() -> None:
    room = game()
    bo = with_deputy(room)
    take(room, bo, is_away=False).refused("desk.not_away")
    take(room, bo).then(ev.DeskTaken)
    assert room.see("facilitator")["desk"]["leads"] == bo
    take(room, bo).refused("desk.yours")


def test_the_owner_takes_back_at_once() -> None:
    room = game()
    take(room, with_deputy(room)).then(ev.DeskTaken)
    take(room, "", is_away=False).then(ev.DeskTaken)
    assert room.state.desk == ""


def test_of_two_deputies_who_ask_at_once_the_second_finds_somebody_there() -> None:
    room = game()
    bo, ea = with_deputy(room), with_deputy(room, "Ea")
    take(room, bo).then(ev.DeskTaken)
    take(room, ea, leads="").refused("desk.not_away")
    take(room, ea, leads=bo).then(ev.DeskTaken)


def test_somebody_without_a_name_on_the_list_needs_the_backup_code() -> None:
    room = game()
    take(room, "a_1").refused("desk.code")
    room.when(SHELL, cm.SetBackup(digest="abc")).then(ev.BackupSet)
    take(room, "a_1", digest="abd").refused("desk.code")
    take(room, "a_1", digest="abc").then(ev.DeskTaken)
    assert room.see("facilitator")["desk"]["backup"] is True


def test_a_deputy_who_is_taken_off_the_list_leads_no_more() -> None:
    room = game()
    bo, ea = with_deputy(room), with_deputy(room, "Ea")
    take(room, bo).then()
    room.desk(cm.RemoveDeputy(deputy=ea)).then(ev.DeputyRemoved)
    assert room.state.desk == bo
    room.desk(cm.RemoveDeputy(deputy=bo)).then(ev.DeputyRemoved)
    assert room.state.desk == ""
    room.desk(cm.RemoveDeputy(deputy=bo)).refused("desk.unknown")


def test_a_room_has_a_few_deputies_with_names_that_can_be_read() -> None:
    room = game()
    room.desk(cm.AddDeputy(name="\u200b")).refused("text.missing")
    people = {with_deputy(room, f"Nr. {n}") for n in range(8)}
    assert len(people) == 8
    room.desk(cm.AddDeputy(name="Nr. 9")).refused("desk.too_many", most=8)


def test_only_the_console_sees_who_may_take_over() -> None:
    room = game()
    with_deputy(room)
    assert "desk" not in room.see("board")
    assert "desk" not in room.see("player", "s_01")


def test_a_player_takes_nothing_over() -> None:
    room = game()
    room.when("s_01", cm.TakeOver(code="x")).refused("command.not_yours")
    room.desk(cm.TakeDesk(desk="p_1", leads="", is_away=True)).refused("command.not_yours")


def test_the_console_is_told_what_undo_would_take_back() -> None:
    room = game().advance_to("r2.resolved")
    assert room.see("facilitator")["undo"] is None
    node = room.nodes("benefit")[0]
    room.desk(cm.Rename(node=node.id, title="Kortere kø")).then()
    shown = room.see("facilitator")["undo"]
    assert shown["do"] == "rename"
    assert shown["text"].id == "undo.rename"
    room.desk(cm.Undo()).then(ev.Undone)
    assert room.see("facilitator")["undo"] is None


def test_a_spoiled_move_is_not_offered_for_undoing() -> None:
    room = game().advance_to("r2.resolved")
    room.desk(cm.SetRole(seat="s_01", role="director")).then()
    assert room.see("facilitator")["undo"]["do"] == "set_role"
    room.desk(cm.RemoveSeat(seat="s_04")).then()
    assert room.see("facilitator")["undo"]["do"] == "remove_seat"
    room.when(SHELL, cm.Knock(seat="s_04")).then(ev.SeatKnocked)
    assert room.see("facilitator")["undo"] is None


def test_the_undo_of_a_merge_names_every_card_that_became_one() -> None:
    room = game().advance_to("r2.second")
    three = [node.id for node in room.nodes("benefit") if node.perspective == "citizens"][:3]
    titles = [show_node(room.node(node)) for node in three]
    room.desk(cm.Merge(nodes=tuple(three))).then(ev.NodeMerged)
    about = dict(room.see("facilitator")["undo"]["text"].params)["about"]
    assert len(about) == len(titles) == 3
    assert set(about) == set(titles)


def test_the_console_hears_that_a_move_was_spoiled_by_what_changes_no_map() -> None:
    room = game().advance_to("r1.open")
    room.desk(cm.SetRole(seat="s_01", role="director")).then()
    (group,) = (one for one in GROUPS if any("undo" in of.items(room.state) for of in one.families))
    before = group.depends(room.state)
    room.when("s_01", cm.Done()).then(ev.DoneSaid)
    assert room.see("facilitator")["undo"] is None
    assert not are_same(before, group.depends(room.state))


def test_who_was_taken_out_knocks_and_is_let_in_to_the_same_seat() -> None:
    room = game()
    room.desk(cm.RemoveSeat(seat="s_02")).then()
    room.when(SHELL, cm.Knock(seat="s_01")).refused("seat.unknown")
    room.when(SHELL, cm.Knock(seat="s_99")).refused("seat.unknown")
    room.when(SHELL, cm.Knock(seat="s_02")).then(ev.SeatKnocked)
    assert room.seat("s_02").waiting
    assert not room.seat("s_02").plays
    room.desk(cm.LetIn(seat="s_02")).then(ev.SeatAdmitted)
    assert room.seat("s_02").plays


def test_who_was_taken_out_before_the_vote_and_let_in_again_is_here_and_votes() -> None:
    room = game().advance_to("r2.second")
    room.desk(cm.RemoveSeat(seat="s_02")).then()
    assert not room.seat("s_02").here
    room.when(SHELL, cm.Knock(seat="s_02")).then(ev.SeatKnocked)
    room.desk(cm.LetIn(seat="s_02")).then(ev.SeatAdmitted)
    states = {one["seat"]: one["state"] for one in room.see("facilitator")["progress"]}
    assert states["s_02"] != "away"
    room.desk(cm.OpenVote()).then(ev.StageBegan, ev.Asked)
    assert room.ask_ids("s_02")


def test_who_comes_back_plays_on_from_the_hand_they_were_dealt() -> None:
    room = game().advance_to("r2.open")
    now = room.state.round
    assert now is not None
    room.when("s_02", cm.PlayCard(card=now.hands["s_02"][0])).then(ev.PlayMade)
    room.desk(cm.RemoveSeat(seat="s_02")).then()
    room.when(SHELL, cm.Knock(seat="s_02")).then(ev.SeatKnocked)
    assert ev.HandsDealt not in map(type, room.desk(cm.LetIn(seat="s_02")).then().events)
    assert room.state.round is not None
    assert room.state.round.hands == now.hands
    assert room.see("player", "s_02")["me"]["plays_left"] == 2


def test_a_seat_that_was_merged_away_does_not_come_back() -> None:
    room = game()
    room.desk(cm.MergeSeats(seats=("s_01", "s_02"))).then()
    assert room.state.seats["s_02"].into == "s_01"
    room.when(SHELL, cm.Knock(seat="s_02")).refused("seat.unknown")


def test_a_person_who_was_played_for_confirms_what_was_said() -> None:
    room = game(["unit_manager", "team_lead", "director"])
    seat = room.desk(cm.AddProxy(role="head_of_operations", name="Ib")).first(ev.SeatTaken).seat
    room.advance_to("r4.open")
    node = room.nodes("benefit")[0]
    taken = cm.Claim(node=node.id)
    room.desk(cm.PlayFor(seat=seat, command=taken)).then(ev.PlayMade)
    room.desk(cm.Reveal()).then()
    said = cm.Accept(node=node.id, by="2027-12-01")
    room.desk(cm.PlayFor(seat=seat, command=said)).then(ev.AssignmentSet)
    assert room.state.map.assignments[node.id].state == "nominated"
    room.when(SHELL, cm.OwnSeat(seat=seat)).then(ev.SeatOwned)
    room.when(SHELL, cm.OwnSeat(seat=seat)).refused("seat.not_proxy")
    assert f"accept:{node.id}" in {ask["ask"] for ask in room.see("player", seat)["asks"]}
    room.when(seat, said).then(ev.AssignmentSet)
    assert room.state.map.assignments[node.id].state == "accepted"
    room.desk(cm.PlayFor(seat=seat, command=said)).refused("seat.not_proxy")


def test_a_person_without_a_phone_may_hold_any_printed_card() -> None:
    room = game()
    seat = room.desk(cm.AddProxy(role="citizen_rep", name="Ib")).first(ev.SeatTaken).seat
    room.advance_to("r2.open")
    hand = room.state.round.hands[seat]
    card = next(one for one in ("B1", "B2", "B3", "B4", "B5", "B6") if one not in hand)
    play = cm.PlayCard(card=card)
    room.desk(cm.PlayFor(seat=seat, command=play)).then(ev.PlayMade)
    room.desk(cm.PlayFor(seat=seat, command=play)).refused("card.played")
    room.desk(cm.PlayFor(seat=seat, command=cm.PlayCard(card="R1"))).refused("card.not_in_hand")
    room.when("s_01", cm.PlayCard(card="X9")).refused("card.not_in_hand")


def test_the_clock_is_stopped_and_begins_anew_from_there() -> None:
    room = game().advance_to("r1.open")
    room.desk(cm.StopClock()).then(ev.ClockStopped)
    assert room.see("player", "s_01")["round"]["ends"] is None
    room.desk(cm.StopClock()).refused("clock.stopped")
    room.desk(cm.Pause()).then()
    room.desk(cm.Resume()).then()
    room.desk(cm.Extend(seconds=60)).then(ev.Extended)
    assert room.state.round.ends == room.at + 60_000


def test_a_step_without_time_gets_none() -> None:
    room = game().advance_to("r1.briefing")
    room.desk(cm.Extend(seconds=60)).refused("round.step")
    room.desk(cm.StopClock()).refused("clock.stopped")


def test_the_console_is_told_what_a_closed_game_still_takes() -> None:
    room = game().advance_to("r2.open")
    assert room.see("facilitator")["allowed"] is None
    room.desk(cm.Close()).then()
    kept = set(room.see("facilitator")["allowed"])
    taken = {"rename", "park", "undo", "show", "hide_names", "play_for", "take_over"}
    assert taken <= kept <= cm.CONSOLE
    for command in (cm.SetRole(seat="s_01", role="director"), cm.Lock(), cm.Extend(seconds=60)):
        assert command.do not in kept
        room.desk(command).refused("game.closed")
    room.when(SHELL, cm.HandOn()).then(ev.GameFollowed)
    assert set(room.see("facilitator")["allowed"]) == kept - EDITS - {"play_for"}


def test_who_has_no_phone_is_answered_for_after_the_game_too() -> None:
    room = game().advance_to("r4.revealed")
    proxy = room.desk(cm.AddProxy(role="unit_manager", name="Ida")).first(ev.SeatTaken).seat
    room.desk(cm.Close()).then()
    (ask,) = (one for one in room.asks(proxy) if one.do == "commit")
    commit = cm.Commit(action=ask.options["action"][0][0], by="2027-12-01")
    room.desk(cm.PlayFor(seat=proxy, command=commit)).then(ev.ActionSet)
