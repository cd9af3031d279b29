"""R1 Formål."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from tests.game.dsl import Room, game


def open_goals() -> Room:
    return game().advance_to("r1.open")


def test_a_fist_has_at_most_five_fingers() -> None:
    open_goals().when("team_lead", cm.ConfirmGoal(goal="n1", fist=6)).refused("vote.range")


def test_a_goal_that_is_not_there_is_refused() -> None:
    room = open_goals()
    room.when("team_lead", cm.ConfirmGoal(goal="n99", fist=3)).refused("node.unknown")
    room.when("team_lead", cm.ConfirmGoal(goal="n3", fist=3)).refused("node.wrong_type")


def test_goals_are_confirmed_only_while_the_round_is_open() -> None:
    room = game().advance_to("r1.briefing")
    room.when("team_lead", cm.ConfirmGoal(goal="n1", fist=3)).refused("round.step")


def test_a_wordy_goal_is_refused() -> None:
    command = cm.ConfirmGoal(goal="n1", fist=3, text="x" * 121)
    open_goals().when("team_lead", command).refused("text.too_long", limit=120)


def test_a_low_fist_gives_the_goal_a_minutes_talk() -> None:
    room = open_goals()
    room.when("team_lead", cm.ConfirmGoal(goal="n1", fist=2)).then(ev.AnswerGiven)
    room.answer_all()
    assert room.moment == "r1.revealed"
    assert [node.low for node in room.nodes("goal")] == [True, False]
    assert room.see("player", "team_lead")["goal/n1"]["low"]


def test_how_many_showed_each_number_of_fingers_is_known_from_the_reveal_and_not_before() -> None:
    room = open_goals()
    room.when("team_lead", cm.ConfirmGoal(goal="n1", fist=2)).then()
    room.when("unit_manager", cm.ConfirmGoal(goal="n1", fist=5)).then()
    for kind in ("board", "facilitator"):
        assert room.see(kind)["goal/n1"]["fists"] is None
    assert room.see("player", "team_lead")["goal/n1"]["fists"] is None
    room.answer_all()
    assert room.moment == "r1.revealed"
    fists = room.see("board")["goal/n1"]["fists"]
    assert len(fists) == 6
    assert sum(fists) == len(room.state.seats)
    assert (fists[0], fists[1], fists[2]) == (0, 0, 1)
    assert fists[5] >= 1
    room.advance_to("r2.briefing")
    assert room.see("board")["goal/n1"]["fists"] is None


def test_the_rewording_most_wish_for_is_shown_first_and_three_at_most() -> None:
    room = open_goals()
    said = ["Pas samme dag", "pas samme dag!", "Nemt", "Hurtigt", "Trygt"]
    for seat, text in zip(room.state.seats, said, strict=False):
        room.when(seat, cm.ConfirmGoal(goal="n1", fist=4, text=text)).then()
    assert room.see("facilitator")["suggestions"] == []
    room.answer_all()
    wished = [one["d"]["title"] for one in room.see("facilitator")["suggestions"]]
    assert len(wished) == 3
    assert wished[0] == "Pas samme dag"


def test_a_goal_approved_beforehand_has_its_owner() -> None:
    room = game()
    held = room.state.map.assignments["n1"]
    assert (held.role, held.state) == ("director", "accepted")
    assert "n2" not in room.state.map.assignments


def test_the_round_before_may_be_played_again_with_fists_made_afresh() -> None:
    room = game().advance_to("r2.briefing")
    room.desk(cm.PreviousRound()).then(ev.RoundLeft, ev.RoundBegan)
    assert room.state.round is not None
    assert room.state.round.id == "r1.2"
    room.advance_to("r1.open")
    assert len(room.ask_ids("team_lead")) == 2
