"""What hangs on two nodes when they become one, and when that is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import commands as cm
from game import events as ev
from game import evolve
from game.model import Answer, Assignment, Challenge, Estimate, Measure, Note, Play, RoundNow, State
from tests.game.dsl import Room, game

STRONGER = [
    ("nominated", "accepted", "accepted"),
    ("accepted", "nominated", "accepted"),
    ("declined", "absent", "absent"),
]


def two_texts() -> Room:
    """Two benefits in each other's words, face up: n5 and n6."""
    room = game().advance_to("r2.open")
    for seat, text in (("team_lead", "Mere ro"), ("staff_rep", "Flere svar")):
        room.when(seat, cm.PlayCard(card="blank", text=text, perspective="employees")).then()
    room.desk(cm.Reveal()).then()
    return room


def held(node: str, state: str, seat: str) -> ev.AssignmentSet:
    made = Assignment(node=node, role="team_lead", state=state, seat=seat)  # type: ignore[arg-type]  # by parametrize
    return ev.AssignmentSet(assignment=made, nominator=seat)


def measure(node: str, unit: str) -> ev.MeasureSet:
    return ev.MeasureSet(measure=Measure(node=node, indicator="Tid", unit=unit, direction="up"))


def estimate(node: str) -> ev.EstimateSettled:
    made = Estimate(
        node=node, round=1, n=3, unknown=0, median="1", q1="1", q3="1", spread="0.00",
        planning="1", contested=False,
    )  # fmt: skip
    return ev.EstimateSettled(estimate=made)


def merge(room: Room, *hung: ev.Event, first: str = "n5", second: str = "n6") -> State:
    state = room.state
    for event in hung:
        state = evolve(state, event)
    return evolve(state, ev.NodeMerged(node=second, into=first))


@pytest.mark.parametrize(("ours", "theirs", "kept"), STRONGER)
def test_the_owner_who_said_more_stays(ours: str, theirs: str, kept: str) -> None:
    after = merge(two_texts(), held("n5", ours, "s_01"), held("n6", theirs, "s_02"))
    made = after.map.assignments["n5"]
    assert (made.node, made.state) == ("n5", kept)
    assert "n6" not in after.map.assignments
    assert after.nominators == {"n5": "s_01"}


def test_an_owner_and_a_measure_go_over_where_there_was_none() -> None:
    after = merge(
        two_texts(), held("n6", "nominated", "s_02"), measure("n6", "min"), estimate("n6")
    )
    assert after.map.assignments["n5"].seat == "s_02"
    assert after.map.measures["n5"].node == "n5"
    assert after.map.estimates["n5"][0].node == "n5"
    assert after.nominators == {"n5": "s_02"}
    assert set(after.map.measures) | set(after.map.estimates) == {"n5"}


def test_of_two_measures_that_of_the_node_that_stays_counts() -> None:
    after = merge(two_texts(), measure("n5", "dage"), measure("n6", "min"))
    assert [one.unit for one in after.map.measures.values()] == ["dage"]


def test_challenges_and_notes_hang_on_the_node_that_stays() -> None:
    after = merge(
        two_texts(),
        ev.ChallengeSet(challenge=Challenge(id="ch1", card="U4", node="n6")),
        ev.ChallengeSet(challenge=Challenge(id="ch2", card="U5", node="n5")),
        ev.NoteAdded(note=Note(id="1", node="n6", kind="premortem", text=None), text="Fordi"),
    )
    assert [one.node for one in after.map.challenges.values()] == ["n5", "n5"]
    assert [one.node for one in after.map.notes.values()] == ["n5"]


def test_plays_and_questions_of_the_round_are_about_the_node_that_stays() -> None:
    def play(seat: str, node: str, target: str | None = None) -> ev.PlayMade:
        made = Play(id=seat, seat=seat, do="propose_edge", node=node, target=target)
        return ev.PlayMade(round="r2", play=made)

    def answer(seat: str, node: str, first: int) -> ev.AnswerGiven:
        made = Answer(seat=seat, do="vote", key=node, first=first)
        return ev.AnswerGiven(round="r2", answer=made)

    asked = {"vote:n5": ("s_01",), "vote:n6": ("s_02", "s_01"), "answer_edge:n6>n1": ("s_03",)}
    after = merge(
        two_texts(),
        ev.Asked(asked={**asked, "name_disbenefit": ()}),
        play("s_07", "n4", "n6"),
        play("s_08", "n1", "n2"),
        answer("s_01", "n6", 1),
        answer("s_01", "n5", 5),
        answer("s_02", "n6", 2),
    )
    now = after.round
    assert isinstance(now, RoundNow)
    assert now.asked["vote:n5"] == ("s_01", "s_02")
    assert now.asked["answer_edge:n5>n1"] == ("s_03",)
    assert "vote:n6" not in now.asked
    assert [one.target for one in now.plays["s_07"]] == ["n5"]
    assert [one.target for one in now.plays["s_08"]] == ["n2"]
    assert {seat: one.first for seat, one in now.answers["vote:n5"].items()} == {
        "s_01": 1,
        "s_02": 2,
    }


def test_between_rounds_there_is_nothing_to_ask_about() -> None:
    room = two_texts()
    after = evolve(
        State(setup=room.state.setup, map=room.state.map), ev.NodeMerged(node="n6", into="n5")
    )
    assert after.round is None
    assert "n6" not in after.map.nodes


def test_undoing_a_merge_gives_each_node_back_what_hung_on_it() -> None:
    room = two_texts()
    for event in (
        held("n6", "nominated", "s_02"),
        measure("n6", "min"),
        estimate("n5"),
        ev.ChallengeSet(challenge=Challenge(id="ch1", card="U4", node="n6")),
        ev.ChallengeSet(challenge=Challenge(id="ch2", card="U4", node="n1")),
        ev.NoteAdded(note=Note(id="1", node="n6", kind="premortem", text=None), text="Fordi"),
    ):
        room.state = evolve(room.state, event)
    before = room.state.map
    room.desk(cm.Merge(nodes=("n5", "n6"))).then(ev.NodeMerged)
    assert "n6" not in room.state.map.measures
    room.desk(cm.Undo()).then(ev.Undone)
    assert room.state.map == before


def pair(room: Room) -> tuple[str, str]:
    """The first two benefits that are not set aside."""
    first, second, *_ = (one.id for one in room.nodes("benefit") if one.state != "parked")
    return first, second


def asked_about(room: Room, node: str) -> set[tuple[str, str]]:
    asked = ((seat, ask.id) for seat in room.state.seats for ask in room.asks(seat))
    return {(seat, ask) for seat, ask in asked if node in ask.partition(":")[2].split(">")}


def but_for_the_moves(state: State) -> State:
    return replace(state, seq=0, undo=None)


@pytest.mark.parametrize("moment", ["r2.second", "r2.vote", "r3.open", "r4.open", "r5.open"])
def test_a_merge_that_is_undone_at_once_has_changed_nothing(moment: str) -> None:
    room = game().advance_to(moment)
    first, second = pair(room)
    if moment == "r4.open":
        room.when("unit_manager", cm.Claim(node=second)).then(ev.PlayMade)
        room.when("staff_rep", cm.Nominate(node=first, role="team_lead")).then(ev.PlayMade)
    before = room.state
    room.desk(cm.Merge(nodes=(first, second))).then(ev.NodeMerged)
    room.desk(cm.Undo()).then(ev.Undone)
    assert but_for_the_moves(room.state) == but_for_the_moves(before)
    assert list(room.state.round.asked) == list(before.round.asked)  # type: ignore[union-attr]  # in a round


def test_each_node_gets_the_goals_and_nominators_that_were_its_own_back() -> None:
    room = game().advance_to("r2.open")
    for seat, text, goal in (("s_01", "Mere ro", "n1"), ("s_02", "Færre fejl", "n2")):
        played = cm.PlayCard(card="blank", text=text, perspective="employees", target=goal)
        room.when(seat, played).then()
    room.desk(cm.Reveal()).then()
    for event in (held("n5", "nominated", "s_01"), held("n6", "nominated", "s_02")):
        room.state = evolve(room.state, event)
    before = room.state
    assert len(before.goal_votes) == len(before.nominators) == 2
    room.desk(cm.Merge(nodes=("n5", "n6"))).then()
    assert len(room.state.goal_votes) == len(room.state.nominators) == 1
    room.desk(cm.Undo()).then()
    assert room.state.goal_votes == before.goal_votes
    assert room.state.nominators == before.nominators


def test_both_are_voted_on_after_a_merge_and_its_undo() -> None:
    room = game().advance_to("r2.vote")
    first, second = pair(room)
    room.when("s_01", cm.Vote(node=first, belief=5)).then()
    room.when("s_01", cm.Vote(node=second, belief=1)).then()
    room.when("s_02", cm.Vote(node=second, belief=2)).then()
    room.desk(cm.Merge(nodes=(first, second))).then()
    stays, comes_back = (first, second) if first in room.state.map.nodes else (second, first)
    room.when("s_03", cm.Vote(node=stays, belief=4)).then()
    room.desk(cm.Undo()).then()
    assert ("s_02", f"vote:{first}") in asked_about(room, first)
    assert ("s_03", f"vote:{comes_back}") in asked_about(room, comes_back)
    assert room.state.round is not None
    given = {
        node: {seat: one.first for seat, one in room.state.round.answers[f"vote:{node}"].items()}
        for node in (first, second)
    }
    since = {stays: {"s_03": 4}, comes_back: {}}
    assert given[first] == {"s_01": 5, **since[first]}
    assert given[second] == {"s_01": 1, "s_02": 2, **since[second]}
    room.advance_to("r2.resolved")
    assert {room.node(first).state, room.node(second).state} <= {"accepted", "contested", "parked"}


def test_of_two_merges_the_undo_takes_back_the_second_alone() -> None:
    room = game().advance_to("r2.vote")
    first, second, third = [n.id for n in room.nodes("benefit") if n.state != "parked"][:3]
    room.when("s_02", cm.Vote(node=first, belief=2)).then()
    room.when("s_02", cm.Vote(node=second, belief=1)).then()
    room.when("s_03", cm.Vote(node=second, belief=3)).then()
    room.desk(cm.Merge(nodes=(first, second))).then()
    stays = first if first in room.state.map.nodes else second
    before = room.state
    assert before.round is not None
    assert f"vote:{third}" not in before.round.answers
    room.desk(cm.Merge(nodes=(stays, third))).then()
    room.desk(cm.Undo()).then()
    assert but_for_the_moves(room.state) == but_for_the_moves(before)


def test_measure_and_estimate_are_asked_for_again_after_a_merge_and_its_undo() -> None:
    room = game().advance_to("r5.open")
    first, second = pair(room)
    before = asked_about(room, first), asked_about(room, second)
    assert all(before)
    room.desk(cm.Merge(nodes=(first, second))).then()
    room.desk(cm.Undo()).then()
    assert (asked_about(room, first), asked_about(room, second)) == before


def test_a_merge_is_not_undone_once_the_node_that_stays_is_asked_about() -> None:
    room = game().advance_to("r2.second")
    room.desk(cm.Merge(nodes=pair(room))).then()
    room.desk(cm.OpenVote()).then(ev.Asked)
    room.desk(cm.Undo()).refused("undo.too_late")


def test_other_moves_are_undone_also_when_a_question_was_put_since() -> None:
    room = game().advance_to("r2.second")
    node, _ = pair(room)
    room.desk(cm.Rename(node=node, title="Nyt navn")).then()
    room.desk(cm.OpenVote()).then(ev.Asked)
    asked = asked_about(room, node)
    room.desk(cm.Undo()).then()
    assert asked_about(room, node) == asked != set()


def test_a_second_wave_does_not_bring_the_estimates_of_the_first_back() -> None:
    room = game().advance_to("r5.open")
    first, second, third = guessed(room)[:3]
    for number, seat in enumerate(room.state.seats):
        for node in (first, second, third):
            value = "5" if node != third else str(1 + number * 9)
            room.when(seat, cm.GiveEstimate(node=node, value=value)).then()
    room.desk(cm.Reveal()).then(ev.EstimateSettled)
    room.desk(cm.Merge(nodes=(first, second))).then()
    room.desk(cm.OpenRound()).then()
    room.desk(cm.Undo()).then()
    assert asked_about(room, first) == asked_about(room, second) == set()
    assert asked_about(room, third) >= {("s_01", f"estimate:{third}")}


def guessed(room: Room) -> list[str]:
    """The nodes that everybody estimates."""
    assert room.state.round is not None
    seats = set(room.state.seats)
    asked = room.state.round.asked.items()
    return [key[9:] for key, of in asked if key.startswith("estimate:") and set(of) == seats]


def test_a_suggestion_dismissed_before_the_merge_stays_dismissed_after_its_undo() -> None:
    room = two_texts()
    room.desk(cm.DismissMerge(nodes=("n5", "n6"))).then()
    room.desk(cm.Merge(nodes=("n5", "n6"))).then()
    room.desk(cm.Undo()).then()
    assert room.state.dismissed == {"n5+n6"}


def test_an_undo_without_a_move_changes_nothing() -> None:
    room = two_texts()
    after = evolve(room.state, ev.Undone(do="park", gone=("n5",)))
    assert after.map == room.state.map
