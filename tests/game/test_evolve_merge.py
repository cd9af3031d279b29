"""What hangs on two nodes when they become one, and when that is undone."""

from __future__ import annotations

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
    for seat, text in (("team_lead", "Mere ro"), ("staff_rep", "Færre afbrydelser")):
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


def test_an_undo_without_a_move_changes_nothing() -> None:
    room = two_texts()
    after = evolve(room.state, ev.Undone(do="park", gone=("n5",)))
    assert after.map == room.state.map
