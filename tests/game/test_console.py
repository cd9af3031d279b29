"""What the facilitator may do beside the steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import commands as cm
from game import events as ev
from game.model import SHELL
from tests.game.dsl import game


def test_late_joining_is_open_or_by_approval_or_closed() -> None:
    room = game()
    room.desk(cm.JoinPolicy(policy="maybe")).refused("policy.unknown")
    room.desk(cm.JoinPolicy(policy="closed")).then(ev.JoinPolicySet)
    assert room.see("facilitator")["game"]["join_policy"] == "closed"


def test_two_seats_of_one_person_become_the_first() -> None:
    room = game().advance_to("r4.revealed")
    room.answer_all()
    held = next(one for one in room.state.map.assignments.values() if one.seat)
    first = next(seat for seat in room.state.seats if seat != held.seat)
    room.desk(cm.MergeSeats(seats=(first, held.seat or ""))).then(ev.SeatRemoved, ev.AssignmentSet)
    assert room.state.map.assignments[held.node].seat == first
    room.desk(cm.MergeSeats(seats=(first, first))).refused("merge.not_alike")


def test_what_the_role_that_stays_may_not_own_has_an_absent_owner() -> None:
    room = game().advance_to("r4.resolved")
    before = {key: one for key, one in room.state.map.assignments.items() if one.seat == "s_01"}
    assert {one.state for one in before.values()} == {"accepted"}
    manager = room.seat_id("project_manager")
    room.desk(cm.MergeSeats(seats=(manager, "s_01"))).then(ev.SeatRemoved, ev.AssignmentSet)
    for node, held in before.items():
        assert room.state.map.assignments[node] == replace(held, state="absent")


def test_somebody_who_plays_stays_when_they_are_the_one_who_was_missing() -> None:
    room = game().advance_to("r4.revealed")
    missing = room.desk(cm.AddAbsent(role="head_of_operations")).first(ev.SeatTaken).seat
    room.desk(cm.MergeSeats(seats=(missing, "s_01"))).then(ev.SeatRemoved)
    assert room.seat(missing).into == "s_01"
    room.when("s_01", cm.Done()).then(ev.DoneSaid)


def test_the_seat_with_the_phone_stays_when_somebody_was_played_for() -> None:
    room = game().advance_to("r4.revealed")
    played_for = cm.AddProxy(role="head_of_operations", name="Ida")
    proxy = room.desk(played_for).first(ev.SeatTaken).seat
    room.desk(cm.MergeSeats(seats=(proxy, "s_01"))).then(ev.SeatRemoved)
    assert room.seat(proxy).into == "s_01"


def test_a_phone_at_the_door_takes_the_seat_that_was_played_for_or_missing() -> None:
    room = game().advance_to("r4.revealed")
    room.desk(cm.JoinPolicy(policy="approve")).then()
    phone, other = (
        room.when(SHELL, cm.TakeSeat(role="unit_manager")).first(ev.SeatTaken).seat
        for _ in range(2)
    )
    proxy = room.desk(cm.AddProxy(role="unit_manager", name="Ida")).first(ev.SeatTaken).seat
    room.desk(cm.MergeSeats(seats=(phone, proxy))).then(ev.SeatOwned, ev.SeatRemoved)
    assert (room.seat(phone).into, room.seat(proxy).proxy) == (proxy, False)
    missing = room.desk(cm.AddAbsent(role="unit_manager")).first(ev.SeatTaken).seat
    room.desk(cm.MergeSeats(seats=(missing, other))).then(ev.SeatRemoved)
    assert room.seat(missing).into == other
    room.desk(cm.LetIn(seat=other)).then(ev.SeatAdmitted)


def test_two_people_without_phones_who_are_one_still_have_none() -> None:
    room = game().advance_to("r2.open")
    one, other = (
        room.desk(cm.AddProxy(role="team_lead", name="Ida")).first(ev.SeatTaken).seat
        for _ in range(2)
    )
    room.desk(cm.MergeSeats(seats=(one, other))).then()
    assert room.seat(one).proxy


def test_two_missing_who_are_one_are_still_missing() -> None:
    room = game().advance_to("r4.open")
    first, second = (
        room.desk(cm.AddAbsent(role="partner")).first(ev.SeatTaken).seat for _ in range(2)
    )
    node = next(one.id for one in room.nodes("benefit") if one.counts)
    room.when("staff_rep", cm.Nominate(node=node, seat=second)).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.MergeSeats(seats=(first, second))).then(ev.AssignmentSet)
    held = room.state.map.assignments[node]
    assert (held.seat, held.state) == (first, "absent")


def test_a_person_without_a_phone_is_played_for() -> None:
    room = game().advance_to("r1.open")
    seat = room.desk(cm.AddProxy(role="director", name="Ida")).first(ev.SeatTaken).seat
    command = cm.ConfirmGoal(goal="n1", fist=5)
    room.desk(cm.PlayFor(seat=seat, command=command)).then(ev.AnswerGiven)
    room.desk(cm.PlayFor(seat="s_01", command=command)).refused("seat.not_proxy")
    room.desk(cm.AddProxy(role="king", name="Ida")).refused("role.unknown")
    room.when("s_01", cm.PlayFor(seat=seat, command=command)).refused("command.not_yours")


def test_a_nudge_reaches_one_phone_alone() -> None:
    room = game()
    room.desk(cm.Nudge(seat="s_02")).then(ev.Nudged)
    assert room.see("player", "s_02")["me"]["nudged"] == 1
    assert room.see("player", "s_01")["me"]["nudged"] == 0
    room.desk(cm.Nudge(seat="s_99")).refused("seat.unknown")


def test_hidden_names_leave_roles_in_their_place() -> None:
    room = game().advance_to("r4.revealed")
    room.answer_all()
    room.desk(cm.HideNames(on=True)).then(ev.NamesHidden)
    assert "Name(" not in str(room.see("board"))


def test_the_map_is_shown_on_phones_when_the_facilitator_says_so() -> None:
    room = game()
    assert "layout" not in room.see("player", "s_01")
    room.desk(cm.Show(view="map")).then(ev.ViewShown)
    assert "layout" in room.see("player", "s_01")


def test_a_reason_is_given_where_a_rule_asks_for_one() -> None:
    room = game()
    room.desk(cm.GiveReason(rule="X14", text="Nej")).refused("reason.not_needed")
    room.desk(cm.GiveReason(rule="V14", text="Et internt projekt")).then(ev.ReasonGiven)
    assert room.state.map.reasons == {"V14": "Et internt projekt"}


def test_only_register_edits_stay_open_after_closing_and_each_writes_a_version() -> None:
    room = game(variant="short30").advance_to("closed")
    version = room.state.version
    room.desk(cm.Pause()).refused("game.closed")
    room.desk(cm.Rename(node="n1", title="Et nyt navn")).then(ev.TitleSet, ev.MapVersioned)
    assert room.state.version == version + 1
    room.desk(cm.Undo()).then(ev.Undone, ev.MapVersioned)
    room.desk(cm.HideNames(on=True)).then()
    assert room.state.version == version + 2


def test_the_same_role_may_be_missing_twice() -> None:
    room = game()
    room.desk(cm.AddAbsent(role="king")).refused("role.unknown")
    first = room.desk(cm.AddAbsent(role="system_owner")).first(ev.SeatTaken)
    second = room.desk(cm.AddAbsent(role="system_owner")).first(ev.SeatTaken)
    assert first.person != second.person


def test_the_large_button_waits_for_the_first_who_comes() -> None:
    assert game([]).see("facilitator")["next"]["blocked"] is not None
    assert game().see("facilitator")["next"]["blocked"] is None


@pytest.mark.parametrize("step", ["r1.open", "r2.open", "r2.vote"])
def test_who_was_thinking_is_thinking_in_a_pause(step: str) -> None:
    room = game().advance_to(step)
    room.when("s_01", cm.Done()).then()
    before = room.see("facilitator")["progress"]
    room.desk(cm.Pause()).then(ev.Paused)
    assert room.see("facilitator")["progress"] == before
    assert {one["state"] for one in before} == {"ready", "thinking"}
    phone = room.see("player", "s_02")
    assert (phone["asks"], phone["me"]["plays_left"], phone["me"]["ready"]) == ([], 0, False)


def test_progress_tells_who_thinks_who_is_ready_and_who_is_away() -> None:
    room = game().advance_to("r1.open")
    room.when("s_01", cm.Done()).then()
    room.when(SHELL, cm.SeatGone(seat="s_02")).then()
    states = {one["seat"]: one["state"] for one in room.see("facilitator")["progress"]}
    assert [states[f"s_0{n}"] for n in (1, 2, 3)] == ["ready", "away", "thinking"]
